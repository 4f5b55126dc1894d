"""The four grades of a card that the learner grades, each with when the card would come again."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta

from textual.content import Content

from quiz.study.model import Grade
from quiz.study.schedule import interval_words
from quiz.tui.widgets.pressable import Pressable, pressable


class Grades(Pressable):
    """`1 again 1m   2 hard 6m   3 good 10m   4 easy 8d`, each to be clicked too."""

    DEFAULT_CSS = "Grades { height: auto; margin: 2 0 0 0; }"

    def tell(self, intervals: Mapping[Grade, timedelta]) -> None:
        """Show the grades."""
        shown = [
            pressable(
                Content.assemble(
                    (f"{grade.value}", "$accent bold"),
                    f" {grade.word} ",
                    (interval_words(interval), "$faint"),
                ),
                f"grade({grade.value})",
            )
            for grade, interval in intervals.items()
        ]
        self.update(Content.assemble(("how well did you know it?\n\n", "$faint"), Content("     ").join(shown)))
