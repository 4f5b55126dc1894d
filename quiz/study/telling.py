"""What a learner is told of the last step, in the same words on the screen and on lines."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from quiz.config import StudyConfig
from quiz.deck.model import Deck
from quiz.study.model import Mark
from quiz.study.scheduling.choosing import Waiting
from quiz.study.sitting import Undoable

UNDONE: Mapping[Undoable, str] = {
    "answer": "the answer to this question",
    "grade": "your own grade of this answer",
    "suspend": "suspending this card",
    "bury": "burying this card",
    "reset": "resetting this card",
    "flag": "flagging this card",
    "unflag": "taking the flag off this card",
}
"""What was taken back, in words."""


AWAY: Mapping[Mark, str] = {
    "bury": "buried until tomorrow",
    "suspend": "suspended until you resume it",
    "reset": "reset",
}
"""Marks that took a card out of the sitting, in words."""


def put_away(marks: Sequence[Mark]) -> str:
    """Say how many cards left the sitting by a key: `1 buried until tomorrow, 2 reset`; "" for none."""
    counts = ((marks.count(mark), words) for mark, words in AWAY.items())
    return ", ".join(f"{number:,} {words}" for number, words in counts if number)


def changes(before: Deck, after: Deck) -> str:
    """Return in a few words what an edit changed: `read again: 2 cards changed, 1 new for a later sitting`."""
    if before == after:
        return "nothing was changed"
    old, new = ({card.id: card for card in deck.cards} for deck in (before, after))
    changed = sum(new[name] != card for name, card in old.items() if name in new)
    gone, more = len(old.keys() - new.keys()), len(new.keys() - old.keys())
    words = [f"{changed} card{'s' * (changed != 1)} changed"] if changed else []
    words += [f"{gone} gone"] if gone else []
    words += [f"{more} new for a later sitting"] if more else []
    return f"read again: {', '.join(words) or 'no card was changed'}"


def nothing(waiting: Sequence[Waiting], study: StudyConfig) -> str:
    """Say that nothing is asked now, and why no new cards are."""
    fresh = any(deck.fresh for deck in waiting)
    if fresh and not study.new_a_day:
        return "Nothing is due, and new cards are switched off: `new_a_day` is 0 in the configuration."
    return "Nothing is due, and today’s new cards are done." if fresh else "Nothing is due, and no new cards are left."
