"""The four grades of a card that the learner grades, each with when the card would come again."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta

from textual.content import Content

from quiz.study.model import Grade
from quiz.study.scheduling.schedule import interval_words
from quiz.tui.keys import key_for
from quiz.tui.widgets.pressable import Pressable, pressable

ALONE = "practice: the schedule is left alone"

ASKED = "how well did you know it?"

GAP = Content("   ")


class Grades(Pressable):
    """`1 again 1m   2 hard 6m   ▸3 good 10m   4 easy 8d`, each to be clicked too; practice has no intervals."""

    DEFAULT_CSS = "Grades { height: auto; margin: 1 0 0 0; }"

    def __init__(self) -> None:
        """Begin with nothing to grade."""
        super().__init__()
        self._intervals: Mapping[Grade, timedelta] = {}
        self._proposed = Grade.GOOD
        self._asking = False

    def ask(self, intervals: Mapping[Grade, timedelta], proposed: Grade) -> None:
        """Ask how well a card was known that the learner grades; going on means the proposed grade."""
        self._intervals, self._proposed, self._asking = intervals, proposed, True
        self._lay()

    def propose(self, intervals: Mapping[Grade, timedelta], proposed: Grade) -> None:
        """Show the grade an answer got, and the others it could get."""
        self._intervals, self._proposed, self._asking = intervals, proposed, False
        self._lay()

    def on_resize(self) -> None:
        """Break the grades anew, or no longer, once everything has its new place."""
        self.call_after_refresh(self._lay)

    def _lay(self) -> None:
        """Lay the grades out."""
        keys = {grade: key_for(self.screen, f"grade({grade.value})") for grade in Grade}
        shown = _grades(keys, self._intervals, self._proposed, self.content_size.width)
        self.update(Content.assemble((f"{ASKED}\n\n", "$faint"), shown) if self._asking else shown)


def _grades(keys: Mapping[Grade, str], intervals: Mapping[Grade, timedelta], proposed: Grade, width: int) -> Content:
    """Return the four grades, a sign before the proposed one; two and two where they do not fit side by side."""
    each = [_grade(grade, keys[grade], intervals.get(grade), proposed) for grade in Grade]
    shown = GAP.join(each)
    if 0 < width < shown.cell_length:
        shown = Content("\n").join(GAP.join(pair) for pair in (each[:2], each[2:]))
    return shown if intervals else Content.assemble(shown, "\n\n", (ALONE, "$faint"))


def _grade(grade: Grade, key: str, interval: timedelta | None, proposed: Grade) -> Content:
    """Return one grade with its key, and when the card would come again."""
    taken = grade == proposed
    words = Content.assemble(
        ("▸ " if taken else "  ", "$accent bold"),
        (key, "$accent bold"),
        (f" {grade.word}", "bold" if taken else ""),
        (f" {interval_words(interval)}" if interval else "", "$faint"),
    )
    return pressable(words, f"grade({grade.value})")
