"""Writes a figure as the answer of a card."""

from __future__ import annotations

import re

from quiz.facts.model import Figure
from quiz.facts.unit_words import UNITS
from quiz.questions.asking.counted import PLURALS

# Bounds that belong to what is asked: "more than 15" would be right too where "more than 20" is.
STRICT = frozenset(
    "more than|less than|fewer than|greater than|over|under|above|below|at least|at most|up to|no more than|"
    "no less than|no fewer than|not more than|well over|well under|just over|just under|as many as|as much as|"
    "higher than|lower than|larger than|smaller than|"
    "slightly more than|slightly less than".split("|")
)


LONG = frozenset("kilometer meter centimeter millimeter liter mile yard acre foot inch mile".split())
"""Units that stand in the singular before a noun: "a six kilometre hole"."""


def answer_of(figure: Figure) -> str:
    """A figure as an answer: approximation kept, a hyphened unit written out ("1,100-mile" is 1,100 miles)."""
    text = re.sub(r"\s+", " ", figure.text)
    joined = re.match(r"(.*[^\W_])([-–\s])([a-z ]+)$", text, re.IGNORECASE)
    if joined and figure.unit in UNITS and joined[3].lower() in (figure.unit, *UNITS[figure.unit]):
        unit = _unit(figure, joined[3], hyphened=not joined[2].isspace())
        text = f"{joined[1]} {unit}"
    if re.match(r"[A-Z][a-z]", text) and figure.unit not in ("article", "amendment"):
        text = text[0].lower() + text[1:]
    return f"{figure.bound} {text}".strip()


def _unit(figure: Figure, word: str, *, hyphened: bool) -> str:
    """A unit as it stands behind its number: in the plural for more than one, in the spelling of the text."""
    spelled = figure.unit in LONG and re.sub("re$", "er", word.lower()) == figure.unit
    if not spelled and not hyphened:
        return word
    name = word.lower() if spelled else figure.unit
    return name if figure.value <= 1 else PLURALS.get(name, f"{name}s")


def bare_answer(figure: Figure) -> str:
    """A figure as the answer to a question that holds its bound: "20 percent" to "More than what share ...?"."""
    whole = answer_of(figure)
    return whole.removeprefix(figure.bound).strip() if figure.bound.lower() in STRICT else whole
