"""Order cards and true-or-false cards in a real Anki collection, and in a real browser."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from quiz.deck.lock import read_lock
from quiz.deck.model import Card, Passage, Source, chain
from quiz.export.anki import write
from quiz.export.anki.lists import mixed
from quiz.export.request import Request
from tests.export.collection import NOW, THREE, Anki, Log, Shelf, words

STEPS = ("The mill was built", "The weir <b>broke</b> & fell", "The {{c1::mill}} burned", "The site was sold")
ORDER = Card(
    chain(STEPS),
    question="Put these events in order, the earliest first.",
    id="steps",
    kind="order",
    explanation="The dates are 1801, 1815, 1833 and 1860.",
    source=Source(Passage("The mill was built in 1801.", line=3), evidence=(Passage("It was sold in 1860.", line=9),)),
    ordered=STEPS,
)
TRUTH = Card(
    "false",
    question="The mill was built in 1815.",
    id="truth",
    kind="truefalse",
    explanation="Not 1815 but 1801.",
    source=Source(Passage("In its true form the mill was built in 1801.", line=3)),
)


def items(side: str) -> list[str]:
    """The items a side lists, in order."""
    return [part.partition("</bdi>")[0] for part in side.split("<li><bdi>")[1:]]


def right(side: str) -> list[str]:
    """The choices a side marks as right."""
    return [part.partition("</bdi>")[0] for part in side.split("<li data-right><bdi>")[1:]]


def with_steps(*steps: str) -> Card:
    return replace(ORDER, ordered=steps, answer=chain(steps))


def test_an_order_card_asks_for_the_order_and_then_shows_it(anki: Anki, shelf: Shelf) -> None:
    assert anki.take(shelf(ORDER)) == Log(1, 0, 0, 0)
    front, back = anki.sides("rivers/steps")

    assert anki.note("rivers/steps").note_type()["name"] == "Quiz Order"
    assert sorted(items(front)) == sorted(items(back))
    assert items(front) != items(back)
    assert words(back, "items") == "".join(STEPS)
    assert words(front, "ask") == words(back, "ask") == ORDER.question
    assert words(back, "explanation") == ORDER.explanation
    assert words(back, "passage") == "The mill was built in 1801.It was sold in 1860."
    assert "1801" not in front
    assert anki.unsound() == []


@pytest.mark.parametrize("number", range(20))
def test_where_no_script_runs_items_never_stand_in_order(number: int) -> None:
    card = Card("a → b", id=f"c{number}", ordered=("a", "b"))
    assert mixed(card) == ["b", "a"]


def test_an_edited_order_arrives_without_a_second_note(anki: Anki, shelf: Shelf) -> None:
    deck = shelf(ORDER)
    anki.take(deck)
    assert anki.take(replace(deck, cards=(with_steps(*STEPS[:3]),)), NOW + 60) == Log(0, 1, 0, 0)
    assert words(anki.sides("rivers/steps")[1], "items") == "".join(STEPS[:3])
    assert anki.take(replace(deck, cards=(with_steps(*STEPS[:3]),)), NOW + 120) == Log(0, 0, 1, 0)


def test_note_types_there_are_stay_as_they_were_until_an_order_comes(anki: Anki, shelf: Shelf) -> None:
    deck = shelf(*THREE)
    anki.take(deck)
    names = anki.collection.models.all_names()
    assert "Quiz Order" not in names
    before = {name: anki.collection.models.by_name(name)["mod"] for name in names}

    assert anki.take(replace(deck, cards=(*THREE, ORDER, TRUTH)), NOW + 60) == Log(2, 0, 3, 0)
    assert "Quiz Order" in anki.collection.models.all_names()
    assert {name: anki.collection.models.by_name(name)["mod"] for name in names} == before


def test_a_card_that_becomes_or_stops_being_an_order_keeps_its_note_type(anki: Anki, shelf: Shelf) -> None:
    plain = Card("The weir", question="What broke first?", id="steps")
    deck = shelf(plain, replace(ORDER, id="was"))
    anki.take(deck)
    turned = replace(deck, cards=(ORDER, replace(plain, id="was")))

    assert anki.take(turned, NOW + 60) == Log(0, 2, 0, 0)
    assert {name: note.notetype for name, note in read_lock(Path(deck.path)).notes.items()} == {
        "steps": "question",
        "was": "order",
    }
    assert words(anki.sides("rivers/steps")[1], "answer") == ORDER.answer
    assert words(anki.sides("rivers/was")[1], "items") == "The weir"
    assert anki.unsound() == []


def test_a_statement_is_asked_as_true_or_false(anki: Anki, shelf: Shelf) -> None:
    asked = replace(TRUTH, id="asked", question="True or false? The mill was built in 1815.", answer="true")
    assert anki.take(shelf(TRUTH, asked)) == Log(2, 0, 0, 0)
    front, back = anki.sides("rivers/truth")

    assert words(front, "ask") == words(anki.sides("rivers/asked")[0], "ask")
    assert words(front, "ask") == "True or false? The mill was built in 1815."
    assert (right(front), right(back)) == (["false"], ["false"])
    assert words(back, "explanation") == "Not 1815 but 1801."
    assert "<mark>" not in back + anki.sides("rivers/asked")[1]
    assert anki.note("rivers/truth").note_type()["name"] == "Quiz Choice"


def test_the_same_order_makes_the_same_bytes(shelf: Shelf, tmp_path: Path) -> None:
    deck = shelf(ORDER, TRUTH)
    packages = [tmp_path / f"{name}.apkg" for name in "ab"]
    for package in packages:
        write([deck], package, Request(NOW))
    assert packages[0].read_bytes() == packages[1].read_bytes()
