"""Anki's log of answers as answers of ours."""

from __future__ import annotations

from quiz.imports.anki.collection import Answered, Collection
from quiz.imports.anki.ours import beside, identity, is_ours
from quiz.imports.model import FLAGGED, SUSPENDED, Answer

FILTERED, MANUAL = 3, 4
LEAST, MOST = 86_400_000, 7_258_118_400_000
"""Milliseconds of a day of 1970, and of the year 2200: the history knows no other times."""

HOUR = 3_600_000


def answers(collection: Collection) -> list[Answer]:
    """List the answers to all cards that come along, oldest first, when they were made new again, and which rest.

    Those with a flag are listed too, a millisecond later, for no two entries of a card are of one time.
    """
    keys = dict[int, str]()
    for note in collection.notes:
        for row in collection.cards.get(note.id, ()):
            if not is_ours(note):
                keys[row.id] = f"{note.guid}/{row.ord}"
            elif row.ord == 0 and not beside(note):
                keys[row.id] = "\0".join(identity(note))
    given = [_answer(keys[row.card], row) for row in collection.answers if row.card in keys and _counts(row)]
    rows = [row for cards in collection.cards.values() for row in cards]
    known = [row for row in rows if row.id in keys and LEAST <= row.mod * 1000 <= MOST]
    resting = [Answer(keys[row.id], row.mod * 1000, SUSPENDED, 0) for row in known if row.suspended]
    return [*given, *resting, *(Answer(keys[row.id], row.mod * 1000 + 1, FLAGGED, 0) for row in known if row.flagged)]


def unheard(collection: Collection) -> int:
    """Count the answers to further cards of our notes, and to notes that ask a card once more: no cards here."""
    ours = (note for note in collection.notes if is_ours(note))
    further = {row.id for note in ours for row in collection.cards.get(note.id, ()) if row.ord or beside(note)}
    return sum(row.card in further and _counts(row) for row in collection.answers)


def rescheduled(collection: Collection) -> int:
    """Count the cards whose due day was set by hand after their last answer: here it follows from the answers."""
    last = {row.card: row for row in collection.answers}
    return sum(row.kind == MANUAL and row.ease == 0 and row.factor != 0 for row in last.values())


def _counts(row: Answered) -> bool:
    """Whether a row is an answer, or the reset of a card; other rows are of cards moved by hand."""
    reset = row.kind == MANUAL and row.ease == 0 and row.factor == 0
    return LEAST <= row.at <= MOST and (1 <= row.ease <= 4 or reset)


def _answer(key: str, row: Answered) -> Answer:
    """Write a row as an answer; one in a filtered deck that moved nothing was for practice."""
    return Answer(key, row.at, row.ease, min(max(0, row.took), HOUR), row.kind == FILTERED and row.factor == 0)
