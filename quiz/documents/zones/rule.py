"""A row of the tables of lines known by their words alone."""

from __future__ import annotations

import re
from dataclasses import dataclass

from quiz.documents.model import BlockKind


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern that a paragraph of at most so many words begins with (ended with `$`: is), and what that makes it."""

    name: str
    kind: BlockKind
    words: int
    pattern: re.Pattern[str]


def rule(name: str, kind: BlockKind, words: int, pattern: str, *, case: bool = False) -> Rule:
    """Make a row; capitals count only where `case` says so."""
    return Rule(name, kind, words, re.compile(pattern, re.NOFLAG if case else re.IGNORECASE))
