"""What a line means, by what was asked."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.deck.model import Card, Deck, chain
from quiz.study.model import Way
from quiz.study.plain.commands import LETTERS, Act, Said, after, said, wanted
from quiz.study.plain.wording import HELP
from quiz.study.session import Item, Session

ITEMS = ("first", "second", "third")
DECK = Deck(
    "D",
    (
        Card("yes", question="Is it?", id="a", distractors=("no", "never")),
        Card(chain(ITEMS), question="In which order?", id="o", kind="order", ordered=ITEMS),
        Card("3; 11", question="Which are prime?", id="t", all_of=("3", "11"), distractors=("1", "9", "12")),
    ),
    id="d",
)


def asked(way: Way = "choice", card: int = 0) -> Session:
    return Session.begin([Item(DECK, DECK.cards[card], way=way)], forced=way)


@pytest.mark.parametrize(
    ("line", "meant"),
    [
        ("1", Said("choose", numbers=(1,))), (" 3 \r\n", Said("choose", numbers=(3,))), ("0", Said("answer")),
        ("4", Said("unclear")), ("", Said("unclear")), ("maybe", Said("unclear")), ("²", Said("unclear")),
        ("Q", Said("stop")), (":q", Said("stop")), ("?", Said("help")), ("z", Said("suspend")), ("b", Said("bury")),
        ("f", Said("flag")), ("u", Said("undo")), ("y", Said("right")), ("r", Said("reset")), ("x", Said("unclear")),
        (": u", Said("undo")), ("e", Said("edit")), ("C", Said("cram")), ("s", Said("source")),
    ],
)  # fmt: skip
def test_options_are_chosen_by_digits(line: str, meant: Said) -> None:
    assert said(line, asked()) == meant


@pytest.mark.parametrize(
    ("line", "meant"),
    [
        ("yes", Said("answer", "yes")), ("q", Said("answer", "q")), ("u", Said("answer", "u")),
        ("1829", Said("answer", "1829")), ("0", Said("answer")), (":0", Said("answer")),
        ("  ", Said("empty")), (":q", Said("stop")),
        (":quit", Said("unclear")), ("::q", Said("answer", ":q")), (":", Said("unclear")), ("?", Said("help")),
        ("q?", Said("answer", "q?")), ("12:30", Said("answer", "12:30")),
    ],
)  # fmt: skip
def test_typed_answers_are_parted_from_commands_by_a_colon(line: str, meant: Said) -> None:
    assert said(line, asked("typed")) == meant


@pytest.mark.parametrize("card", [Card("19", question="How many?", id="n"), Card("none", accept=("0 m",), id="n")])
def test_where_a_number_is_typed_a_zero_is_one(card: Card) -> None:
    session = Session.begin([Item(DECK, card, way="typed")], forced="typed")
    assert said("0", session) == Said("answer", "0")
    assert said(":0", session) == Said("answer")


@pytest.mark.parametrize(
    ("line", "numbers"),
    [("312", (3, 1, 2)), ("3 1 2", (3, 1, 2)), ("1, 2, 3", (1, 2, 3)), ("3 > 1 > 2", (3, 1, 2)),
     ("12", ()), ("112", ()), ("1234", ()), ("one", ()), ("1 2 3 x", ())],
)  # fmt: skip
def test_an_order_is_typed_by_numbers(line: str, numbers: tuple[int, ...]) -> None:
    assert said(line, asked(card=1)) == (Said("order", numbers=numbers) if numbers else Said("unclear"))


@pytest.mark.parametrize(
    ("line", "numbers"),
    [("1 3", (1, 3)), ("a c", (1, 3)), ("CA", (1, 3)), ("3,1", (1, 3)), ("4", (4,)), ("a", (1,)), ("a and b", (1, 2)),
     ("3 3", (3,)), ("1 6", ()), ("a x", ()), ("", ()), (",", ()), ("none", ()), ("²", ()), ("9; 11", (3, 4)),
     ("11", (4,)), ("1, 12", (1, 5)), ("9", ()), ("3, 12 ", (2, 5))],
)  # fmt: skip
def test_what_is_right_is_ticked_by_numbers_letters_or_texts(line: str, numbers: tuple[int, ...]) -> None:
    session = asked(card=2)
    assert session.question.options == ("1", "3", "9", "11", "12")
    assert said(line, session) == (Said("tick", numbers=numbers) if numbers else Said("unclear"))


def test_an_option_with_marks_is_named_as_it_reads_and_as_it_is_written() -> None:
    options = ("*Nile*", "$x^2$", "`P`", "`p`")
    card = Card(options[0], question="Which?", id="m", distractors=options[1:])
    several = Card("*Nile*; $x^2$", question="Which?", id="m", all_of=options[:2], distractors=options[2:])
    one, more = (Session.begin([Item(DECK, each)]) for each in (card, several))

    def at(session: Session, option: str) -> int:
        return session.question.options.index(option) + 1

    for words, option in (("nile", 0), ("*Nile*", 0), ("x²", 1), ("$x^2$", 1), ("P", 2), ("p", 3)):
        assert said(words, one) == Said("choose", numbers=(at(one, options[option]),))
    assert said("x², NILE", more) == Said("tick", numbers=tuple(sorted(at(more, each) for each in options[:2])))


@pytest.mark.parametrize("letter", ["b", "c", "d", "e"])
def test_one_letter_alone_stays_a_command(letter: str) -> None:
    assert said(letter, asked(card=2)) == Said(LETTERS[letter])


def test_what_enter_does() -> None:
    looking = asked("reveal")
    assert said("", looking) == Said("reveal")
    assert said("x", looking) == Said("unclear")
    assert said("0", looking) == Said("answer")
    assert said("0", looking.reveal()) == Said("unclear")
    assert said("", looking.reveal()) == Said("unclear")
    assert said("3", looking.reveal()) == Said("grade", numbers=(3,))
    answered = asked().reply("no")
    assert said("", answered) == Said("next")
    assert said("4", answered) == Said("grade", numbers=(4,))
    assert said("5", answered) == Said("unclear")


@settings(max_examples=40)
@given(st.text(max_size=20), st.sampled_from(("choice", "typed", "reveal")), st.integers(0, 2))
def test_every_line_means_something(line: str, way: Way, card: int) -> None:
    session = asked(way, card)
    for phase in (session, session.reveal(), session.reply("no")):
        meant = said(line, phase)
        assert meant.act
        assert all(1 <= number <= 9 for number in meant.numbers)


@pytest.mark.parametrize(
    ("line", "meant"),
    [
        ("", Said("choose")), (" \n", Said("choose")), ("2", Said("choose", "2", (2,))), ("c", Said("cram")),
        ("1, 3 4", Said("choose", "1, 3 4", (1, 3, 4))), ("c2", Said("cram", "c2", (2,))), ("q", Said("stop")),
        ("C 1 3", Said("cram", "C 1 3", (1, 3))), ("rivers", Said("title", "rivers")), (":?", Said("help")),
        ("cold war", Said("title", "cold war")), ("1848 in Paris", Said("title", "1848 in Paris")),
        ("m", Said("more")), ("²", Said("title", "²")), ("9" * 99, Said("title", "9" * 99)), (",", Said("title", ",")),
    ],
)  # fmt: skip
def test_decks_are_chosen_by_numbers_or_words_of_a_title(line: str, meant: Said) -> None:
    assert wanted(line) == meant


@pytest.mark.parametrize(
    ("line", "meant"),
    [
        ("", "stop"),
        ("Q", "stop"),
        ("m", "more"),
        (":u", "undo"),
        ("d", "decks"),
        ("tigris", "unclear"),
        ("1", "unclear"),
    ],
)
def test_what_a_line_means_at_the_end(line: str, meant: Act) -> None:
    assert after(line) == Said(meant)


def test_no_letter_is_a_digit_and_none_means_two_things() -> None:
    assert len(set(LETTERS.values())) == len(LETTERS)
    assert not any(letter.isdigit() for letter in LETTERS)


def test_the_page_names_every_command() -> None:
    page = (Path(__file__).parents[3] / "docs" / "plain.md").read_text(encoding="utf-8")
    assert re.findall(r"^\| `(.)` \|", page, re.MULTILINE) == list(LETTERS)
    assert [words[0] for words in HELP] == list(LETTERS)


def test_an_option_is_chosen_by_its_text_too() -> None:
    session = asked()
    for number, option in enumerate(session.question.options, 1):
        assert said(f" {option.upper()} ", session) == Said("choose", numbers=(number,))
