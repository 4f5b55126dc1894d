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
REACH = 30
"""Characters before a figure within which its approximation ends."""


def bounded(text: str, span: Span, value: float, unit: str) -> Figure:
    """A figure with the approximation before or behind it."""
    found = BOUND.search(text, max(0, span.start - REACH), span.start) or SYMBOL_BOUND.search(
        text, max(0, span.start - 3), span.start
    )
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
