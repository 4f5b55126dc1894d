"""Typed answers: the table in answers.txt row by row, and what holds for all answers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import Literal, cast
from unicodedata import normalize

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from quiz.deck.marks import exact
from quiz.deck.model import Card, Kind
from quiz.study.judging.dates import MONTHS
from quiz.study.judging.folding import fold
from quiz.study.judging.grading import judge
from quiz.study.judging.numerals import numbers
from quiz.study.judging.slips import distance
from quiz.study.model import Verdict
from tests.growth import grows_linearly

EVERY_KIND: tuple[Kind, ...] = ("", "date", "figure", "quote")
KINDS = st.sampled_from(["", "date", "figure", "quote"])
TEXT = st.text(min_size=1, max_size=60).filter(str.strip)
VERDICTS = {"right": (True, False), "close": (True, True), "near": (False, True), "wrong": (False, False)}


def rows() -> list[tuple[str, ...]]:
    lines = (Path(__file__).parent / "answers.txt").read_text(encoding="utf-8").splitlines()
    return [tuple(cell.strip() for cell in line.split("|")) for line in lines if "|" in line and line[0] != "#"]


def card_of(kind: str, answers: str) -> Card:
    rights, *wrongs = (part.split(" = ") for part in answers.split(" / "))
    kind, _, tolerance = kind.partition(" ±")
    asked = kind if kind.endswith("?") else "Who was it?" if kind == "who" else ""
    return Card(
        rights[0],
        question=asked,
        kind=cast("Kind", "" if asked else kind),
        accept=tuple(rights[1:]),
        distractors=tuple(map(" ".join, wrongs)),
        tolerance=tolerance,
    )


@pytest.mark.parametrize("kind", sorted({row[0] for row in rows()}))
def test_table(kind: str) -> None:
    faults = [f"{' | '.join(row)}: {judged}" for row in rows() if row[0] == kind for judged in misjudged(*row)]

    assert not faults, "\n".join(faults)


def misjudged(kind: str, answers: str, typed: str, verdict: str, reason: str) -> Iterator[Verdict]:
    """What is said of an answer, if it is not what a row of the table wants."""
    judged = judge(card_of(kind, answers), typed)
    if (judged.right, judged.close) != VERDICTS[verdict] or reason not in judged.reason:
        yield judged


@pytest.mark.parametrize("right", ["Müller", "Hermann Müller"])
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_a_letter_in_two_parts_is_the_letter(right: str, form: Literal["NFC", "NFD"]) -> None:
    other: Literal["NFC", "NFD"] = "NFD" if form == "NFC" else "NFC"

    verdict = judge(Card(normalize(form, right), question="Who?"), normalize(other, right))

    assert verdict == Verdict(right=True)


@given(
    st.sampled_from([row for row in rows() if not exact(row[1])]),  # of maths and code every sign counts
    st.sampled_from([str.upper, str.lower, str.swapcase]),
    st.integers(1, 3),
    st.integers(0, 60),
)
@example(("date", "1905", "nineteen oh five", "right", ""), str.upper, 1, 3)
@example(("date", "44 BC", "44 AD", "wrong", ""), str.upper, 2, 0)
def test_case_accents_and_blanks_change_no_verdict(
    row: tuple[str, ...], cased: Callable[[str], str], blanks: int, letter: int
) -> None:
    card, typed = card_of(*row[:2]), row[2]
    letters = [at for at, sign in enumerate(typed, start=1) if sign.isalpha() and sign.isascii()]
    at = letters[letter % len(letters)] if letters else 0
    forms = [cased(typed), (" " * blanks).join(typed.split(" ")), f" {typed}\t", f"{typed}\u00a0"]
    forms += [typed[:at] + "\u0301" + typed[at:]] if letters else []

    for form in forms:
        judged = judge(card, form)
        assert (judged.right, judged.close) == VERDICTS[row[3]], (form, judged)


MARKS = ("", ",", " ", "\u00a0", "\u202f", "'", "’", ".")


@given(st.integers(1000, 10**10), st.integers(1000, 10**10), st.sampled_from(["", " km", "%", " people"]), KINDS)
@example(3000, 3001, "", "")
def test_thousands_separators_change_no_verdict(number: int, other: int, unit: str, kind: Kind) -> None:
    assume(kind or unit or not 1000 <= number <= 2999)  # a bare number of four digits is a year, one with a comma none
    for typed in (number, other):
        cards = [Card(form + unit, kind=kind) for form in (str(number), f"{number:,}")]
        verdicts = {
            (verdict.right, verdict.close)
            for card in cards
            for mark in MARKS
            for verdict in [judge(card, f"{typed:,}".replace(",", mark) + unit)]
        }
        assert len(verdicts) == 1
        assert verdicts <= {(number == typed, False), (False, True)}


@given(TEXT, KINDS)
def test_the_answer_itself_is_right(answer: str, kind: Kind) -> None:
    assert judge(Card(answer, kind=kind), f"  {answer} ") == Verdict(right=True)


@given(TEXT, TEXT, KINDS)
@example("9" * 5000, "9" * 5000 + "1", "figure")
@example("1/0", "0/1", "figure")
@example("½", "1/2", "figure")
@example("²", "2", "date")
@example("٣", "3", "figure")
@example("0/0/0", "0.0.0", "date")
@example("!x", "x", "")
@example("5:41 p.m.", "17:41", "")
def test_any_text_is_judged(answer: str, typed: str, kind: Kind) -> None:
    card = Card(answer, kind=kind, accept=("x",), distractors=(typed,))
    alone = replace(card, distractors=())
    strict, verdict = judge(card, typed), judge(alone, typed)

    assert all(judge(each, right) == Verdict(right=True) for each in (card, alone) for right in (answer, "x"))
    assert (strict, verdict) == (judge(card, typed), judge(alone, typed))
    for each in (strict, verdict):
        assert each.reason or (each.right and not each.close)
    assert not strict.right or fold(typed) in (fold(answer), fold("x"))
    assert verdict.right or not strict.right


@given(st.text(st.characters(categories=["Lu", "Ll", "Zs"], max_codepoint=0x24F), min_size=1).filter(str.strip), KINDS)
def test_case_and_blanks_do_not_matter(answer: str, kind: Kind) -> None:
    card = Card(answer, kind=kind)

    assert judge(card, answer.swapcase()).right or fold(answer.swapcase()) != fold(answer)
    assert judge(card, "   ".join(answer.split(" "))).right


@given(TEXT, TEXT, KINDS)
def test_a_wrong_answer_of_the_card_is_never_taken_for_a_slip(answer: str, wrong: str, kind: Kind) -> None:
    verdict = judge(Card(answer, kind=kind, distractors=(wrong,)), wrong)

    assert not (verdict.right and verdict.close)


def spelled(number: int) -> str:
    """Spell a number below a billion the way English does."""
    small = (
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen"
    ).split()
    tens = "- - twenty thirty forty fifty sixty seventy eighty ninety".split()
    for name, size in (("million", 10**6), ("thousand", 10**3)):
        if number >= size:
            rest = number % size
            join = " and " if 0 < rest < 100 else " "
            return f"{spelled(number // size)} {name}" + (join + spelled(rest) if rest else "")
    if number >= 100:
        return f"{small[number // 100]} hundred" + (f" and {spelled(number % 100)}" if number % 100 else "")
    if number >= 20:
        return tens[number // 10] + (f"-{small[number % 10]}" if number % 10 else "")
    return small[number]


@given(st.integers(0, 10**9 - 1))
@example(100_000_000)
@example(1_000_001)
def test_numbers_in_words_and_in_digits_are_one(number: int) -> None:
    card = Card(f"{number:,}", kind="figure")

    assert numbers(spelled(number)) == (Fraction(number),)
    assert judge(card, spelled(number)).right
    assert judge(card, str(number)).right
    assert judge(Card(spelled(number), kind="figure"), str(number)).right


@given(st.integers(0, 10**9), st.integers(0, 10**9), KINDS)
def test_another_number_is_never_right(number: int, other: int, kind: Kind) -> None:
    assert judge(Card(str(number), kind=kind), f"{other:,}").right == (number == other)


FULL = [name for name in MONTHS if len(name) > 4 or name == "may"]


@given(st.integers(32, 2100), st.sampled_from(FULL), st.integers(1, 28))
def test_a_date_in_any_order(year: int, month: str, day: int) -> None:
    number = MONTHS[month]
    card = Card(f"{day} {month.title()} {year}", kind="date")
    forms = [
        f"{month} {day}, {year}",
        f"{day}. {number}. {year}",
        f"{number}/{day}/{year}",
        f"{day} {month[:3]} {year}",
    ]
    forms += [f"{year}-{number:02}-{day:02}"] if year > 99 else []

    assert all(judge(card, form).right for form in forms)
    assert not judge(card, f"{day} {month} {year + 1}").right
    assert judge(Card(str(year), kind="date"), forms[0]).right


@given(st.text("abcd", max_size=8), st.text("abcd", max_size=8))
def test_distance_is_a_distance(one: str, other: str) -> None:
    apart = distance(one, other, 8)

    assert apart == distance(other, one, 8)
    assert (apart == 0) == (one == other)
    assert distance(one, other, 1) == min(apart, 2)
    assert apart <= max(len(one), len(other))


def test_long_answers_are_judged_at_once() -> None:
    def work(size: int) -> None:
        for kind in EVERY_KIND:
            assert not judge(Card("five hundred and " * size, kind=kind), "a " * 5 * size).right

    assert grows_linearly(work, 1_000)
    assert all(judge(Card("x" * 400, kind=kind), "x" * 399 + "y").close for kind in EVERY_KIND)


@pytest.mark.parametrize(
    ("typed", "told"),
    [("q", "charge"), ("Q", "quantity"), ("$Q$", "quantity"), ("print()", "small"), ("Print()", "large")],
)
def test_feedback_goes_with_the_very_signs_of_maths_and_code(typed: str, told: str) -> None:
    wrong = {"$q$": "charge", "$Q$": "*quantity*", "`print()`": "small", "`Print()`": "large", "Heat": "warm"}
    card = Card("$P$", "Which letter?", distractors=tuple(wrong), feedback=tuple(wrong.values()))

    assert judge(card, typed) == Verdict(right=False, reason=told)
    assert judge(card, "heat").reason == "warm"
    assert judge(card, "P").right
