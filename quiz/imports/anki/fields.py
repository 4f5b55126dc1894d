"""What the fields of a note of ours say: texts as an export wrote them, or as somebody typed them in Anki's editor."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from quiz.deck.model import Passage
from quiz.deck.quotation import quotation
from quiz.imports import markup
from quiz.imports.anki.taught import plainly

NUMBER = re.compile("[1-9][0-9]{0,8}")
"""A line or a page, as decks know them."""


def quoted(told: str, quote: str, asks: str) -> str:
    """Tell the question for a speaker as it was, with another quotation in it, or as the note puts the two together."""
    words, who = quotation(told) or ("", "")
    if words and plainly(asks) == plainly(who):
        if plainly(quote) == plainly(words):
            return told
        if quotation(written := told.replace(words, quote)) == (quote, who):
            return written
    whole = not words and plainly(quote) == plainly(told) and not asks
    return told if whole else " ".join(filter(None, (quote, asks)))


def passage(told: Any, shown: Iterator[str]) -> Passage:
    """Read a passage; its text stands in the field of passages if it is `shown`, or exactly so here."""
    about = told if isinstance(told, dict) else {}
    seen = next(shown, "") if about.get("shown") else ""
    numbers = {key: int(about[key]) for key in ("line", "page", "paragraph") if NUMBER.fullmatch(str(about.get(key)))}
    return Passage(str(about.get("text", "")) or seen, section=str(about.get("section", "")), **numbers)


def exact(html: str) -> str:
    """Read what our export wrote, exactly."""
    return markup.read(html).text if pictured(html) else markup.plain(html)


def typed(html: str) -> str:
    """Read what was typed: Anki's editor makes hard blanks of some, and may leave blanks and a break at the end."""
    return exact(html.replace("&nbsp;", " ")).strip()


def pictured(html: str) -> bool:
    """Whether a field names a picture or sound."""
    return "[sound:" in html or "<img" in html
