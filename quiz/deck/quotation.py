"""A question for a speaker taken apart: who is asked for, and the quotation to be shown by itself."""

from __future__ import annotations

import re

OPENING, CLOSING = '“„«"', '”“»"'
QUOTED = rf"[{OPENING}](?P<words>[^{OPENING}{CLOSING}]+)[{CLOSING}]"

BEFORE = re.compile(rf"(?P<asks>who\b[^{OPENING}{CLOSING}]*){QUOTED}\s*[.?]?", re.IGNORECASE)
BEHIND = re.compile(rf"{QUOTED}[\s–—:-]*(?P<asks>who\b[^{OPENING}{CLOSING}]*\?)?", re.IGNORECASE)
PLAIN = re.compile(r"who (?P<said>said|says|wrote|writes)(?: this| that| it)?\??", re.IGNORECASE)


def quotation(question: str) -> tuple[str, str] | None:
    """Tell of a clean text the quotation, in its marks, and what is asked of it; None where none stands by itself."""
    before = BEFORE.fullmatch(question)
    found = before or BEHIND.fullmatch(question)
    if found is None:
        return None
    asks = (found["asks"] or "Who said this?").rstrip()
    verb = PLAIN.fullmatch(asks.rstrip(",:"))
    if before and not verb and not asks.endswith((",", ":")):
        # It stands inside a sentence ("Who spoke of “a new dawn”?") and is none of its own.
        return None
    words = question[found.start("words") - 1 : found.end("words") + 1]
    if verb:
        return words, f"Who {verb['said'].lower()} this?"
    return words, asks if asks.endswith("?") else f"{asks.rstrip(',:').rstrip()}:"
