"""Whether a document is in English: the finders' words and the parser know no other language."""

from __future__ import annotations

import re

from quiz.documents.model import ASKED, Document
from quiz.errors import QuizError

# Common words of English that its neighbours do not share; "in", "a" or "an" are words of theirs as well.
COMMON = frozenset("the of and to is that for it was on with as be at by this had not are from".split())
LEAST = 0.1
"""Share of all words: in the seeds and five other English texts it is 0.19 to 0.27."""
ENOUGH = 60
LOOKED_AT = 20_000


def require_english(document: Document) -> None:
    """Raise QuizError for a document that is not in English; one of under sixty words is given the benefit."""
    words = re.findall(r"[^\W\d_]+", _beginning(document).lower())
    if len(words) >= ENOUGH and sum(word in COMMON for word in words) < LEAST * len(words):
        raise QuizError.at(document.path, "is not in English", "only English is understood so far")


def _beginning(document: Document) -> str:
    """So much of the asked text as is looked at."""
    text = ""
    for block in document.blocks:
        if block.kind in ASKED and len(text) < LOOKED_AT:
            text += f"{document.text[block.span.start : block.span.end]} "
    return text[:LOOKED_AT]
