"""Which columns of a row hold what their names mean to us: other programs may mean something else by them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from quiz.deck.marks import folded
from quiz.deck.model import LEVELS, POINTS, together
from quiz.deck.teaching import NUMBER

SAID = frozenset({"", "true", "false"})


def misfits(one: Callable[[str], str], many: Callable[[str], Sequence[str]], *, ours: bool) -> list[str]:
    """Name the columns whose cell in a row, told by `one` or `many`, does not fit; those of `ours` mean what we do."""
    answer, parts = one("answer"), many("all_of")
    options = {*map(folded, (answer, *parts, *many("distractors")))}
    fits = {
        "points": not one("points") or POINTS.fullmatch(one("points")),
        "difficulty": not one("difficulty") or one("difficulty").casefold() in LEVELS,
        "all_of": ours or not parts or folded(together(parts)) == folded(answer),
        "unit": ours or not one("unit") or measures(one("unit"), answer),
        "pin": ours or options.issuperset(map(folded, many("pin"))),
        "partial": ours or one("partial").casefold() in SAID,
    }
    return [name for name, fit in fits.items() if not fit]


def measures(unit: str, answer: str) -> bool:
    """Whether a text can be the unit of an answer: no word of it is a number, as in `Unit 3`, and the answer is one."""
    return not any(map(NUMBER.fullmatch, unit.split())) and bool(NUMBER.fullmatch(answer.removesuffix(unit).strip()))
