"""Writes a figure as the answer of a card."""

from __future__ import annotations

import re

from quiz.facts.model import Figure
from quiz.facts.unit_words import UNITS
from quiz.questions.interrogative import PLURALS


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
