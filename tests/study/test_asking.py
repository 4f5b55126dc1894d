"""How cards are asked: the way, the options, and the words for what is expected."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.deck.marks import exact
from quiz.deck.model import Card, Kind
from quiz.study.asking import OPTIONS, ask, distinct, expected, options
from quiz.study.judging.folding import fold
from quiz.study.model import Way

LONG = "The silt it left every year made the fields fertile without manure."
WRONG = ("1813", "1826", "1907")


@pytest.mark.parametrize(
    ("card", "known", "forced", "way"),
    [
        (Card("1829", distractors=WRONG), False, None, "choice"),
        (Card("1829", distractors=WRONG), True, None, "typed"),
        (Card("1829"), False, None, "typed"),
        (Card("1829", distractors=("1829", " 1829.")), False, None, "typed"),
        (Card("*Nile*", distractors=("nile", "**Nile**")), False, None, "typed"),
        (Card("**" + "x" * 39 + "**"), False, None, "typed"),
        (Card(LONG), True, None, "reveal"),
        (Card("two\nlines"), True, None, "reveal"),
        (Card(LONG, distractors=WRONG), True, None, "choice"),
        (Card("true", kind="truefalse", distractors=("false",)), True, None, "choice"),
        (Card("true", kind="truefalse", distractors=("false",)), True, "typed", "choice"),
        (Card("true", kind="truefalse"), True, "typed", "choice"),
        (Card("False", kind="truefalse"), False, None, "choice"),
        (Card("true", kind="truefalse"), False, "reveal", "reveal"),
        (Card("1829", distractors=WRONG), True, "choice", "choice"),
        (Card("1829"), True, "choice", "typed"),
        (Card(LONG), True, "typed", "typed"),
        (Card("1829", distractors=WRONG), False, "reveal", "reveal"),
    ],
)
def test_way(card: Card, *, known: bool, forced: Way | None, way: Way) -> None:
    assert ask(card, "", preferred="typed" if known else "choice", forced=forced).way == way


@given(st.text(min_size=1), st.lists(st.text(min_size=1), min_size=1, max_size=12), st.text(), st.text())
def test_the_answer_is_among_different_options(answer: str, wrong: list[str], identity: str, seed: str) -> None:
    card = Card(answer, id=identity, distractors=tuple(wrong))
    question = ask(card, seed, forced="choice")

    if question.way == "choice":
        assert question.options.count(answer) == 1
        folded = {option if exact(option) else fold(option) for option in question.options}
        assert len(folded) == len(question.options) <= OPTIONS
        assert set(question.options) <= {answer, *wrong}
        assert question == ask(card, seed, forced="choice")


@pytest.mark.parametrize(
    ("answer", "wrong"),
    [
        ("$x^2$", "$x_2$"), ("$p$", r"$\hat{p}$"), ("$2^{10}$", "$210$"), ("$f'(x)$", "$f(x)$"), ("$-1$", "$1$"),
        ("$P$", "$p$"), ("`a.b`", "`a b`"), ("`Print`", "`print`"), ("$2^{10}$", "210"), ("210", "$2^{10}$"),
    ],
)  # fmt: skip
def test_maths_and_code_differ_by_any_sign(answer: str, wrong: str) -> None:
    assert set(options(Card(answer, distractors=(wrong, wrong)), "")) == {answer, wrong}


def test_maths_and_code_that_read_the_same_are_one_option() -> None:
    assert distinct(Card("$x^2$", distractors=("$x^{2}$", "x²", "`a`", "a", "`a`"))) == ("`a`",)


def test_dates_and_amounts_rise() -> None:
    assert ask(Card("1829", distractors=("1907", "1813", "1826")), "x").options == ("1813", "1826", "1829", "1907")
    assert ask(Card("3 May 1950", distractors=("2 May 1950", "1 July 1950")), "x").options[1] == "3 May 1950"
    assert ask(Card("half", distractors=("20%", "1 percent")), "x").options == ("half", "1 percent", "20%")
    assert ask(Card("1804–1813", distractors=("1801–1804", "1826–1828")), "x").options[1] == "1804–1813"


@pytest.mark.parametrize("answer", ["true", "false", "True", "False"])
def test_true_always_stands_before_false(answer: str) -> None:
    for seed in "abcdef":
        options = ask(Card(answer, kind="truefalse", id="t"), seed).options
        assert options == (("True", "False") if answer[0].isupper() else ("true", "false"))


def test_which_wrong_answers_are_shown_does_not_tell_the_rank() -> None:
    card = Card("5", id="c", distractors=("1", "2", "3", "4", "6", "7", "8", "9"))
    ranks = {ask(card, str(seed)).options.index("5") for seed in range(60)}

    assert ranks == {0, 1, 2, 3}


@pytest.mark.parametrize(
    ("answer", "kind", "words"),
    [
        ("1829", "date", "a year"),
        ("31 August 1907", "date", "a day, month and year"),
        ("31 August 1907", "", "a day, month and year"),
        ("August 1907", "date", "a month and a year"),
        ("4 July", "date", "a day and a month"),
        ("August", "date", "a month"),
        ("1804–1813", "", "the first and the last year"),
        ("the 1990s", "date", "a decade"),
        ("the 19th century", "date", "a century"),
        ("spring 1907", "date", "a season and a year"),
        ("long ago", "date", "a date"),
        ("20 percent", "figure", "a percentage"),
        ("$5 million", "figure", "an amount of money"),
        ("thirty-seven", "figure", "a number"),
        ("1100 km", "", "a number"),
        ("Vladimir Putin", "quote", "a person"),
        ("the Foreign Ministry", "quote", "a person or an organisation"),
        ("Tigris", "", "a word"),
        ("Treaty of Gulistan", "", "a few words"),
    ],
)
def test_expected(answer: str, kind: Kind, words: str) -> None:
    assert expected(Card(answer, kind=kind)) == words


def test_a_year_is_told_by_the_question_and_gaps_are_counted() -> None:
    assert expected(Card("1847", question="In what year did it begin?")) == "a year"
    assert expected(Card("44 BC", question="In what year was Caesar killed?")) == "a year"
    assert expected(Card("1847", question="How many ships were there?")) == "a number"
    gapped = Card("oak, ash", cloze="The {{oak}} and the {{ash}} stand.")
    assert expected(gapped) == "what is missing, 2 parts with commas between"


@given(st.integers(), st.sampled_from(["All of the above", "None of the above", "Both a and b"]))
def test_pinned_options_stand_last_whatever_the_seed(seed: int, last: str) -> None:
    for answer, wrong in (("Nile", ("Congo", last)), (last, ("Congo", "Nile"))):
        assert options(Card(answer, id="c", distractors=wrong), str(seed))[-1] == last


def test_several_have_an_order_among_themselves() -> None:
    card = Card("All of the above", id="c", distractors=("None of the above", "Both a and b", "Nile"))

    assert options(card, "x") == ("Nile", "Both a and b", "All of the above", "None of the above")


def test_dates_and_amounts_rise_before_them() -> None:
    card = Card("1829", id="c", distractors=("None of the above", "1907", "1813"))

    assert options(card, "x") == ("1813", "1829", "1907", "None of the above")
