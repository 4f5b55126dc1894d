"""Three rounds of export, study, edits on both sides and import, as one does who has used Anki for years."""

from __future__ import annotations

import time
from dataclasses import replace
from typing import Any

from quiz.deck.model import Card
from quiz.export.anki import write
from quiz.export.request import Request
from tests.export.collection import Anki, Log, Shelf

HOUR = 3600
START = int(time.time()) - 6 * HOUR
"""The first export; Anki stamps what its owner edits by its own clock, which cannot be set."""

FIRST = tuple(Card(f"answer {name}", question=f"What is {name}?", id=name, tags=("letters",)) for name in "abcdef")


def own(anki: Anki, card: str, field: str, text: str) -> None:
    """Edit a field in Anki, and tag the note there."""
    note = anki.note(f"rivers/{card}")
    note[field] = text
    note.tags = [*note.tags, "mine"]
    anki.collection.update_note(note)


def learnt(anki: Anki, card: str) -> tuple[Any, ...]:
    """What Anki knows of a card, and where it lies."""
    (found,) = anki.note(f"rivers/{card}").cards()
    place = anki.collection.decks.name(found.did)
    return (found.type, found.queue, found.due, found.ivl, found.reps, found.flags, place)


def test_three_rounds(anki: Anki, shelf: Shelf) -> None:
    deck = shelf(*FIRST)
    assert anki.take(deck, START) == Log(6, 0, 0, 0)
    for _ in range(2):
        anki.study()
    live(anki)
    before = {card: learnt(anki, card) for card in "abcdf"}

    cards = list(FIRST)
    cards[3] = replace(cards[3], answer="a better answer", distractors=("x", "y"))
    del cards[4]
    cards.insert(0, Card("answer g", question="What is g?", id="g"))
    second, now = replace(deck, cards=tuple(cards)), int(time.time())
    assert anki.take(second, now) == Log(1, 1, 4, 0)
    kept(anki)
    assert {card: learnt(anki, card) for card in "abcdf"} == before

    # The same again, in another order and with a title of its own; then what the file says of `b` shall hold after all.
    third = replace(second, cards=tuple(reversed(second.cards)), title="Big rivers")
    warned = write([third], anki.folder / "x.apkg", Request(now)).warnings
    assert [str(warning).partition("warning: ")[2][:40] for warning in warned] == [
        "new cards go to the deck 'Big rivers' in",
        "1 of its cards are in the deck no more; ",
    ]
    assert anki.read(anki.folder / "x.apkg") == Log(0, 0, 6, 0)
    assert {card: learnt(anki, card) for card in "abcdf"} == before
    assert anki.take(third, now + HOUR, force=True) == Log(0, 6, 0, 0)
    assert anki.note("rivers/b")["Answer"] == "answer b"
    assert {card: learnt(anki, card) for card in "abcdf"} == before
    assert (anki.collection.note_count(), anki.collection.db.scalar("select count() from revlog")) == (7, 2)
    assert anki.unsound() == []


def live(anki: Anki) -> None:
    """Make it one's own in Anki: words in two notes, a tag, a sub-deck, a suspension, a flag, other looks."""
    col = anki.collection
    own(anki, "a", "Extra", "a mnemonic")
    own(anki, "b", "Answer", "my words")
    (moved,), (resting,) = anki.note("rivers/c").cards(), anki.note("rivers/d").cards()
    col.set_deck([moved.id], col.decks.id("Rivers::Hard"))
    col.sched.suspend_cards([resting.id])
    col.set_user_flag_for_cards(2, [resting.id])
    model = col.models.by_name("Quiz Question")
    model["css"] += ".ask { color: teal }"
    col.models.update_dict(model)


def kept(anki: Anki) -> None:
    """Fail unless all of that is there, and what the file says since."""
    assert anki.note("rivers/a")["Extra"] == "a mnemonic"
    assert anki.note("rivers/b")["Answer"] == "my words"
    assert anki.note("rivers/b").tags == ["letters", "mine"]
    assert anki.note("rivers/d")["Answer"] == "a better answer"
    assert anki.note("rivers/e")["Answer"] == "answer e"
    assert learnt(anki, "c")[-1] == "Rivers::Hard"
    assert learnt(anki, "d")[1] == -1
    assert learnt(anki, "d")[-2] == 2
    assert learnt(anki, "g")[:3] == (0, 0, 1)
    assert ".ask { color: teal }" in anki.collection.models.by_name("Quiz Question")["css"]
