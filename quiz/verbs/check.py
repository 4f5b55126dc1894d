"""`quiz check`: every problem of decks."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from quiz.verbs.failure import ERROR, OK
from quiz.verbs.terminal import complain, say
from quiz.verbs.words import counted


def check(paths: Sequence[Path]) -> int:
    """Print every problem of the decks on stdout, how many there are on stderr; 1 where one is an error."""
    from quiz.deck.read import check_decks

    problems = check_decks(paths)
    for problem in problems:
        say(str(problem))
    errors = sum(problem.severity == "error" for problem in problems)
    complain(", ".join((counted(errors, "error"), counted(len(problems) - errors, "warning"))))
    return ERROR if errors else OK
