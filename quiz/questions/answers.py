"""Writes a figure as the answer of a card."""

from __future__ import annotations

import re

from quiz.facts.model import Figure
from quiz.facts.unit_words import UNITS
from quiz.questions.interrogative import PLURALS

# Bounds that belong to what is asked: "more than 15" would be right too where "more than 20" is.
STRICT = frozenset(
    "more than|less than|fewer than|greater than|over|under|above|below|at least|at most|up to|no more than|"
    "no less than|no fewer than|not more than|well over|well under|just over|just under|as many as|as much as|"
    "slightly more than|slightly less than".split("|")
)


def answer_of(figure: Figure) -> str:
    """A figure as an answer: approximation kept, a hyphened unit written out ("1,100-mile" is 1,100 miles)."""
    text = re.sub(r"\s+", " ", figure.text)
    joined = re.match(r"(.*[^\W_])[-–]([a-z ]+)$", text, re.IGNORECASE)
    if joined and figure.unit in UNITS and joined[2].lower() in (figure.unit, *UNITS[figure.unit]):
        unit = PLURALS.get(figure.unit, f"{figure.unit}s")
        text = f"{joined[1]} {unit if figure.value != 1 else figure.unit}"
    if re.match(r"[A-Z][a-z]", text) and figure.unit not in ("article", "amendment"):
        text = text[0].lower() + text[1:]
    return f"{figure.bound} {text}".strip()


def bare_answer(figure: Figure) -> str:
    """A figure as the answer to a question that holds its bound: "20 percent" to "More than what share ...?"."""
    whole = answer_of(figure)
    return whole.removeprefix(figure.bound).strip() if figure.bound.lower() in STRICT else whole
