"""How a card is asked: the way that suits it best, right answers never among the wrong."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from types import ModuleType

import pytest

from quiz.deck.model import Card, Deck
from quiz.export import gift, moodle
from quiz.export.amounts import Amount, amount, digits
from quiz.export.asked import asked, disordered, question
from quiz.export.losses import Losses, named
from quiz.export.qti import version12, version30
from quiz.export.request import Request
from quiz.export.wording import clean, name, unclean

DECK = Deck("x", (), id="d", path="x.yaml")
PLAIN = Card("Tigris", question="Which?", id="a")


@pytest.mark.parametrize(
    ("card", "form"),
    [
        (PLAIN, "typed"),
        (replace(PLAIN, distractors=("Nile",), tolerance="5%"), "choice"),
        (replace(PLAIN, distractors=("tigris", " TIGRIS ")), "typed"),
        (replace(PLAIN, accept=("Dijla",), distractors=("dijla",)), "typed"),
        (replace(PLAIN, answer="5 km", tolerance="1"), "number"),
        (replace(PLAIN, answer="5 km"), "typed"),
        (replace(PLAIN, answer="True", kind="truefalse"), "truefalse"),
        (replace(PLAIN, answer="yes", kind="truefalse"), "typed"),
        (replace(PLAIN, kind="order", ordered=("a", "b")), "order"),
        (replace(PLAIN, answer="a; b", all_of=("a", "b")), "typed"),
        (replace(PLAIN, answer="a; b", all_of=("a", "b"), distractors=("c",)), "several"),
        (replace(PLAIN, answer="a; b", all_of=("a", "b"), distractors=("B",)), "typed"),
        (replace(PLAIN, answer="5 km", unit="km"), "number"),
        (replace(PLAIN, answer="1e3 km", unit="km"), "typed"),
        (replace(PLAIN, kind="order", ordered=("a", "a\x00")), "typed"),
    ],
)
def test_a_card_is_asked_as_it_can_be_marked(card: Card, form: str) -> None:
    assert question(card, DECK, Losses()).form == form


def test_options_are_what_can_be_wrong_and_stand_in_an_order_of_their_own() -> None:
    card = replace(PLAIN, distractors=("Nile", "nile", "Karun", "All of the above", "None of these"))
    asked = [question(replace(card, id=f"c{at}"), DECK, Losses()) for at in range(20)]
    assert all(sorted(each.options[:3]) == ["Karun", "Nile", "Tigris"] for each in asked)
    assert (
        {each.options[3:] for each in asked} == {("All of the above", "None of these")} == {each.late for each in asked}
    )
    assert {each.options.index("Tigris") for each in asked} == {0, 1, 2}


def test_items_never_stand_in_their_order() -> None:
    assert all(disordered(f"c{at}", ("a", "b", "c")) != ("a", "b", "c") for at in range(50))


@pytest.mark.parametrize(
    ("answer", "tolerance", "read"),
    [
        ("2,850 km", "2%", Amount(Decimal(2850), "km", Decimal(57))),
        ("US$1.5", "0.5", Amount(Decimal("1.5"), "US$", Decimal("0.5"))),
        ("−3", "± 1", Amount(Decimal(-3), "", Decimal(1))),
        ("20 °C", "1", Amount(Decimal(20), "°C", Decimal(1))),
        ("12 miles an hour", "1", Amount(Decimal(12), "miles an hour", Decimal(1))),
        ("1,23", "1", None),
        ("5", "", None),
        ("5", "many", None),
        ("5 dozen", "1", None),
        ("$5 million", "1", None),
        ("3 March", "1", None),
        ("Tigris", "1", None),
    ],
)
def test_a_plain_number_is_read_with_its_unit(answer: str, tolerance: str, read: Amount | None) -> None:
    assert amount(answer, tolerance) == read


@pytest.mark.parametrize(
    ("number", "text"), [("2850.00", "2850"), ("-0.0", "0"), ("1E+3", "1000"), ("0.350", "0.35"), ("1E-7", "0.0000001")]
)
def test_a_number_is_written_in_plain_digits(number: str, text: str) -> None:
    assert digits(Decimal(number)) == text


@pytest.mark.parametrize("write", [gift, moodle, version12, version30])
def test_other_right_answers_of_a_number_are_told_as_left_out(tmp_path: Path, write: ModuleType) -> None:
    message = "other right answers are left out: the question takes a number alone"
    number = replace(PLAIN, answer="10 km", unit="km", tolerance="1")
    for accept, told in ((("10 km", "10"), False), (("6.2 miles", "10"), True), (("ten kilometres",), True)):
        deck = replace(DECK, cards=(replace(number, accept=accept),))
        warnings = write.write([deck], tmp_path / f"{told}", Request(0)).warnings
        assert any(message in str(each) for each in warnings) == told


def test_losses_alike_are_told_once() -> None:
    losses = Losses()
    for at in range(3):
        losses.tell(replace(PLAIN, id=str(at)), DECK, "it is lost", "mend it")
    losses.tell(PLAIN, DECK, "so is this")
    assert [str(each) for each in losses.problems()] == [
        "x.yaml: warning: it is lost (cards 0, 1, 2) (mend it)",
        "x.yaml: warning: so is this (card a)",
    ]


def test_a_card_that_nobody_named_is_told_by_what_it_asks() -> None:
    losses = Losses()
    for known, asks in (("pryn6hhs", "Which river runs through Baghdad, and how long is it?"), ("danube", "Where?")):
        losses.tell(replace(PLAIN, id=known, question=asks), DECK, "it is lost")
    (told,) = losses.problems()
    assert told.message == "it is lost (cards “Which river runs through Baghdad, and…”, danube)"


@pytest.mark.parametrize(
    ("ids", "words"),
    [
        ("a", "card a"),
        ("abc", "cards a, b, c"),
        ("abcd", "cards a, b, c and 1 more"),
        (["a", "", "", *"x" * 2000], "cards a and 2,002 more"),
        ([""], "1 card"),
        (["", ""], "2 cards"),
    ],
)
def test_the_first_few_cards_are_named(ids: Sequence[str], words: str) -> None:
    assert named(ids) == words


def test_marks_are_left_out_of_all_that_is_told() -> None:
    card = Card("*Tigris*", "Which `one`?", explanation="**Long**.", distractors=("$x^2$",), id="a", accept=("$y$",))
    ((deck, (told,)),) = asked([replace(DECK, cards=(card,))], Losses())
    assert (told.prompt, told.answer, sorted(told.options), told.told) == (
        "Which one?",
        "Tigris",
        ["Tigris", "x²"],
        ("Long.",),
    )
    assert deck.cards[0].explanation == "Long."
    unmarked = replace(DECK, cards=(PLAIN,))
    assert next(asked([unmarked], Losses()))[0] is unmarked


def test_text_is_cleaned_and_shortened() -> None:
    assert clean(" a\r\nb\x00\u2028e\u0301\ud800 ") == "a\nb\n\u00e9"
    assert unclean("a\x00")
    assert not unclean("a\n\u202eb")
    assert name("word " * 30) == ("word " * 15).strip() + "…"
    assert name("x" * 100) == "x" * 79 + "…"


def test_pinned_options_stand_last_as_the_deck_says() -> None:
    card = replace(PLAIN, distractors=("Nile", "Karun", "none of these"), pin=("Nile", "Tigris"))
    asked = [question(replace(card, id=f"c{at}"), DECK, Losses()) for at in range(9)]
    assert {each.options for each in asked} == {("Karun", "none of these", "Nile", "Tigris")}
    assert {each.late for each in asked} == {("none of these", "Nile", "Tigris")}


def test_parts_are_right_in_any_order_while_they_are_few() -> None:
    losses = Losses()
    two = question(replace(PLAIN, answer="a; b", all_of=("a", "b"), accept=("both",)), DECK, losses)
    assert two.right == ("a; b", "a, b", "a and b", "b, a", "b; a", "b and a", "both")
    assert two.posed == "Which? (2 answers, with commas between)"
    three = question(replace(PLAIN, answer="a; b; c", all_of=("a", "b", "c")), DECK, losses)
    assert len(three.right) == 18
    assert not losses.problems()
    four = question(replace(PLAIN, answer="a; b; c; d", all_of=tuple("abcd")), DECK, losses)
    assert four.right == ("a; b; c; d", "a, b, c, d", "a, b, c and d")
    assert "in the order of the deck alone" in losses.problems()[0].message


def test_parts_that_look_the_same_are_one() -> None:
    asked = question(replace(PLAIN, answer="a \x1b; a", all_of=("a \x1b", "a")), DECK, Losses())
    assert (asked.form, asked.parts, asked.posed) == ("typed", (), "Which?")
    three = replace(PLAIN, answer="a; b; b\x1b", all_of=("a", "b", "b\x1b"), distractors=("c",))
    assert sorted(question(three, DECK, Losses()).options) == ["a", "b", "c"]


def test_a_unit_may_be_left_out_where_letters_are_compared() -> None:
    asked = question(replace(PLAIN, answer="1e3 km", unit="km"), DECK, Losses())
    assert (asked.right, asked.also) == (("1e3 km", "1e3"), ())
