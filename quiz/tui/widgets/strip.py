"""The strip of an exam: a sign for every question, the one shown marked, each to be clicked."""

from __future__ import annotations

from textual.content import Content

from quiz.study.exams.exam import Exam
from quiz.tui.widgets.pressable import Pressable, pressable

ANSWERED, OPEN, FLAGGED, FLAGGED_OPEN = "●", "○", "⚑", "⚐"

ROW = 30
"""Questions on a line."""

LABEL = 5
"""Cells of the number of the first question of a line, where there are several."""

LEGEND = f"{ANSWERED} answered   {OPEN} open   {FLAGGED} flagged   {FLAGGED_OPEN} flagged and open"


class Strip(Pressable):
    """Where every question of an exam stands; of many only the lines around the one shown, as there is room."""

    DEFAULT_CSS = "Strip { height: auto; max-width: 72; padding: 0 0 0 1; }"

    def __init__(self) -> None:
        """Begin without questions."""
        super().__init__()
        self._shown: tuple[object, ...] = ()

    def tell(self, exam: Exam, most: int, width: int) -> None:
        """Show an exam in so many lines at most, of a width."""
        shown = (_signs(exam), most, width)
        if shown != self._shown:
            self._shown = shown
            self.update(strip(exam, most, row_of(width)))


def row_of(width: int) -> int:
    """Return how many questions fit on a line; in tens, so that they can be counted."""
    fitting = max(5, min(ROW, (width - LABEL) // 2))
    return fitting // 10 * 10 or fitting


def _signs(exam: Exam) -> tuple[int, str]:
    """Return what a strip shows of an exam."""
    return exam.place, "".join(sign(exam, place) for place in range(len(exam.replies)))


def sign(exam: Exam, place: int) -> str:
    """Return the sign of a question."""
    if exam.replies[place].flagged:
        return FLAGGED if exam.answered(place) else FLAGGED_OPEN
    return ANSWERED if exam.answered(place) else OPEN


def strip(exam: Exam, most: int, row: int = ROW) -> Content:
    """Return the lines of a strip: all, or so many around the question shown, with how many are left out."""
    places = range(len(exam.replies))
    rows = [places[start : start + row] for start in range(0, len(places), row)]
    current = exam.place // row
    first = max(0, min(current - most // 2, len(rows) - most))
    lines = [_line(exam, each, labelled=len(rows) > 1) for each in rows[first : first + most]]
    return Content("\n").join(lines)


def _line(exam: Exam, places: range, *, labelled: bool) -> Content:
    """Return one line, with the number of its first question."""
    label = Content.styled(f"{places[0] + 1:>{LABEL - 1}} ", "$faint") if labelled else Content("")
    return Content.assemble(label, *(_dot(exam, place) for place in places))


def _dot(exam: Exam, place: int) -> Content:
    """Return one question: a mark before the one shown, and its sign."""
    current = place == exam.place
    words = Content.assemble(("▸" if current else " ", "bold $accent"), (sign(exam, place), "bold" if current else ""))
    return pressable(words, f"go({place})")
