"""The cards of the catalogue and the history: how they stand, and marks, each of which can be taken back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, timedelta

from quiz.deck.model import Deck
from quiz.study.catalogue.catalogue import Catalogue
from quiz.study.catalogue.states import Moment
from quiz.study.history.database import milliseconds
from quiz.study.history.lately import briefs
from quiz.study.model import Key, Mark, Marks
from quiz.study.scheduling.days import day_start
from quiz.study.sitting import Desk

DONE: dict[Mark, str] = {
    "suspend": "‖ suspended: not asked until you resume it",
    "resume": "resumed",
    "flag": "⚑ flagged",
    "unflag": "no longer flagged",
    "reset": "○ new again",
}
"""What is said of a mark."""


def opened(decks: Sequence[Deck], desk: Desk) -> Catalogue:
    """Return the catalogue of some decks as they stand now."""
    return Catalogue(decks, lambda deck: briefs(desk.history.database, deck), marks(decks, desk), moment(desk))


def marks(decks: Sequence[Deck], desk: Desk) -> dict[Key, Marks]:
    """Return how the marked cards of some decks stand."""
    return desk.history.marks([deck.id for deck in decks])


def moment(desk: Desk) -> Moment:
    """Return the time by which cards are due."""
    evening = day_start(desk.now, desk.study.day_begins) + timedelta(days=1)
    return Moment(milliseconds(desk.now), milliseconds(evening), desk.today)


class Marking:
    """What was done to cards in one visit; every mark is on disk, and in the catalogue, when its method returns."""

    def __init__(self, desk: Desk) -> None:
        """Begin with nothing done."""
        self._desk = desk
        self._done: list[tuple[int, Key, Mark]] = []

    def mark(self, catalogue: Catalogue, row: int, mark: Mark) -> None:
        """Mark a card. QuizError if it is not kept."""
        desk, key = self._desk, catalogue.key(row)
        number = desk.history.mark(key, mark, desk.now.astimezone(UTC), desk.today, desk.schedule.after)
        self._done.append((number, key, mark))
        self._renew(catalogue, row)

    def undo(self, catalogue: Catalogue) -> Mark | None:
        """Take back the last mark, and return it; None if there is none. QuizError if it is not kept."""
        if not self._done:
            return None
        desk, (number, key, mark) = self._desk, self._done[-1]
        desk.history.undo_event(number, desk.now.astimezone(UTC), desk.today, desk.schedule.after)
        self._done.pop()
        for row in range(len(catalogue.cards)):
            if catalogue.key(row) == key:
                self._renew(catalogue, row)
        return mark

    @property
    def undoable(self) -> bool:
        """Whether there is a mark to take back."""
        return bool(self._done)

    def _renew(self, catalogue: Catalogue, row: int) -> None:
        """Take over how a card stands in the history now."""
        key, history = catalogue.key(row), self._desk.history
        memory = history.memory(key)
        brief = (milliseconds(memory.due), memory.state, memory.step) if memory else None
        catalogue.renew(row, brief, history.marks([key[0]]).get(key, Marks()))
