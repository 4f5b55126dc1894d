"""A quantity of a text as it is read, before it becomes a figure."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Quantity:
    """A quantity: its characters, value, unit, what it is `per`, and what the text beside it tells.

    `number_end` is where the number itself ends, `scale` what "million" multiplied it by. `after_dash` and
    `before_dash` mark the ends of something joined by a dash, which are quantities only together.
    """

    start: int
    end: int
    number_end: int
    value: float
    unit: str = ""
    per: str = ""
    scale: float = 1.0
    high: float | None = None
    after_dash: bool = False
    before_dash: bool = False
    words: bool = False
