"""Finds figures: numbers in digits and words with approximation, currency or unit, value and what they measure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quiz.facts.figures.finding import find_figures
from quiz.facts.figures.measured import measure
from quiz.facts.figures.numbers import number_value, words_value
from quiz.facts.model import Figure

if TYPE_CHECKING:
    from quiz.facts.reading import Reading

__all__ = ["find_figures", "measure", "number_value", "of_reading", "words_value"]


def of_reading(reading: Reading) -> list[Figure]:
    """Every figure of a reading, with what it measures."""
    return measure(find_figures(reading.document, reading.dates), reading.sentences)
