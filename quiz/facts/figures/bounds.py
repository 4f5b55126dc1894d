"""Reads the approximation before or behind a figure: "more than 20 percent", "20 or more", "≥16"."""

from __future__ import annotations

import re

from quiz.documents.model import Span
from quiz.facts.figures.numbers import either
from quiz.facts.model import Figure
from quiz.facts.number_words import BOUNDS, SYMBOL_BOUNDS

BOUND = re.compile(rf"\b(?P<bound>{either(BOUNDS)})\s+(?:the\s+|a\s+)?$", re.IGNORECASE)
SYMBOL_BOUND = re.compile(rf"(?P<bound>[{''.join(SYMBOL_BOUNDS)}])\s?$")
BOUND_BEHIND = re.compile(r"\s+or\s+(?P<bound>more|less|fewer|higher|above|over|below|under)\b|(?P<plus>\+)(?=\s[a-z])")
BEHIND = {"more": "at least", "higher": "at least", "above": "at least", "over": "at least"}
COMPARED = re.compile(
    r"(?:half|halves|thirds?|quarters?|fifths?|tenths?|percent|per\scent|%|times|years?|months?|weeks?|days|hours|minutes|"
    r"metres|meters|miles|feet|\b[0-9]{1,3})\s(?:more|less|fewer|greater|higher|lower|larger|smaller)\sthan\s+(?:the\s)?$",
    re.IGNORECASE,
)
"""What is held against a figure by a measure of its own: "a third more than £7,170"."""
REACH = 40
"""Characters before a figure within which its approximation ends."""


def bounded(text: str, span: Span, value: float, unit: str) -> Figure:
    """A figure with the approximation before or behind it."""
    found = BOUND.search(text, max(0, span.start - REACH), span.start) or SYMBOL_BOUND.search(
        text, max(0, span.start - 3), span.start
    )
    if found and (COMPARED.search(text, max(0, span.start - REACH), span.start) or _of_thing(text, found, span)):
        found = None
    behind = BOUND_BEHIND.match(text, span.end)
    whole, bound = span, ""
    if found:
        whole = Span(found.start("bound"), span.end)
        bound = re.sub(r"\s+", " ", found["bound"].lower())
        bound = SYMBOL_BOUNDS.get(bound, bound)
    elif behind:
        whole = Span(span.start, behind.end())
        bound = "more than" if behind["plus"] else BEHIND.get(behind["bound"], "at most")
    return Figure(span, whole, text[span.start : span.end], value, unit, bound)


def _of_thing(text: str, found: re.Match[str], span: Span) -> bool:
    """Whether what is as high or as much is the thing a number describes: "as high as fifteen-storey houses"."""
    return found["bound"].lower().startswith("as ") and re.match(r"-[a-z]", text[span.end : span.end + 2]) is not None
