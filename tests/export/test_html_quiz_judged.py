"""Typed answers as the quiz page judges them, beside how the program does."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from unicodedata import normalize

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quiz.deck.marks import exact, plain
from quiz.deck.marks.exactly import same
from quiz.deck.model import Card, Deck
from quiz.export.amounts import amount
from quiz.export.html.drawing import drawn
from quiz.export.html.quiz import counting, exactly
from quiz.export.losses import Losses
from quiz.export.media import EVERYTHING
from tests.export.chromium import Browser
from tests.export.playing import page, state
from tests.export.samples import CARDS
from tests.study.judging.test_grading import rows

pytestmark = pytest.mark.chromium

Case = tuple[list[str], str, float, str, dict[str, dict[str, list[str]]]]


JUDGED = (
    ("São Paulo", "sao paulo", "right"),
    ("the Tigris", "Tigris.", "right"),
    ("Tigris", "The Tigris", "right"),
    ("1,100", "1 100", "right"),
    ("1,100", "1,101", "wrong"),
    ("2.5 million", "2,500,000", "right"),
    ("20 km", "20", "right"),
    ("20 km", "20 miles", "wrong"),
    ("1 May 1851", "May 1, 1851", "right"),
    ("1 May 1851", "1851-05-01", "right"),
    ("1 May 1851", "May 1851", "wrong"),
    ("from 2006 to 2010", "2006–10", "right"),
    ("2006–2010", "2006", "wrong"),
    ("nineteenth century", "19th century", "right"),
    ("thirty-seven", "37", "right"),
    ("C++", "C#", "wrong"),
    ("Baghdad", "Bagdad", "close"),
    ("1829", "1828", "wrong"),
    ("44 BC", "44", "wrong"),
    ("762", "٧٦٢", "right"),
    ("762", "७६२", "right"),
    ("762", "۷۶۳", "wrong"),
)


def test_nothing_is_right_that_the_program_calls_wrong(browser: Browser, tmp_path: Path) -> None:
    browser.show(page(tmp_path, CARDS[0]))
    cases: list[Case] = []
    for kind, answers, typed, verdict, _ in rows():
        rights, *wrongs = (part.split(" = ") for part in answers.split(" / "))
        # A card with wrong answers is asked as a choice.
        if not wrongs:
            margin = amount(rights[0], kind.partition(" ±")[2])
            read, signs = page_data(*rights) if any(map(exact, rights)) else (rights, {})
            cases.append((read, typed, float(margin.margin) if margin else 0, verdict, signs))
    judged = [(*case, said) for case, said in zip(cases, verdicts(browser, cases), strict=True)]
    assert [case for case in judged if case[-1] == "right" and case[3] in ("wrong", "near")] == []
    fair = [case for case in judged if case[3] == "right"]
    # A number, not a share: what is added to the table for the program alone takes nothing from the page.
    assert sum(case[-1] == "right" for case in fair) >= 110
    # In maths and code the page lacks only what people say around an answer.
    assert [case[1] for case in fair if case[4] and case[-1] != "right"] == ["i think 2^10"]
    assert sum(bool(case[4]) for case in judged) >= 30


def page_data(*rights: str) -> tuple[list[str], dict[str, dict[str, list[str]]]]:
    """What the page is told of right answers: how they read without marks, and which of them are maths or code."""
    card = Card(rights[0], question="Which?", accept=rights[1:], id="a")
    (posed,) = drawn([Deck("x", (card,), id="d")], None, 0, Losses(), EVERYTHING)
    return [*counting(posed)], exactly(posed)


def verdicts(browser: Browser, cases: Sequence[Case]) -> list[str]:
    """What the page says of answers: right ones, what was typed, the margin, and what is compared sign by sign."""
    given = [(rights, typed, margin, signs) for rights, typed, margin, _, signs in cases]
    found: list[str] = browser.ask(f"({json.dumps(given)}).map(([a, t, m, e]) => judge(a, t, m, exacts(e)))")
    return found


FORMULAS = st.lists(st.sampled_from([*"xyX12+-^_{}()²₃ⁿ⁻ ='′", "\\alpha", "\\frac"]), min_size=1, max_size=9)


@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
@given(pairs=st.lists(st.tuples(st.sampled_from("$`"), FORMULAS.map("".join), FORMULAS.map("".join)), min_size=20))
def test_maths_and_code_are_judged_as_in_the_terminal(
    browser: Browser, tmp_path: Path, pairs: list[tuple[str, str, str]]
) -> None:
    browser.show(page(tmp_path, CARDS[0]))
    cases: list[Case] = []
    for sign, right, other in pairs:
        answer = f"{sign}{right}{sign}"
        if exact(answer):
            read, signs = page_data(answer)
            typed = (right, other, plain(answer), answer, right.swapcase(), f" {right} ")
            wanted = ["right" if same(answer, normalize("NFC", each)) else "wrong" for each in typed]
            cases += [(read, each, 0.0, verdict, signs) for each, verdict in zip(typed, wanted, strict=True)]
    found = verdicts(browser, cases)
    assert [(*case, said) for case, said in zip(cases, found, strict=True) if case[3] != said] == []


def test_parts_and_gaps_of_maths_are_compared_each_by_itself(browser: Browser, tmp_path: Path) -> None:
    both = Card("$x$; $x^2$", question="Which two?", id="a", all_of=("$x$", "$x^2$"))
    for typed, told in (("x, X^2", "✗ Not right."), ("x^2, x", "✓ Right."), ("x", "✗ Not right.")):
        browser.show(page(tmp_path, both))
        browser.type(typed)
        browser.press("Enter")
        assert state(browser)["verdict"] == told
    area = Card("$r^2$, `A`", cloze="The area is {{$r^2$}}, and in code {{`A`}}.", id="b")
    for both_typed, told in ((("R^2", "A"), "✗ Not right."), (("r²", "a"), "✗ Not right."), (("r^2", "A"), "✓ Right.")):
        browser.show(page(tmp_path, area))
        for each in both_typed:
            browser.type(each)
            browser.press("Enter")
        assert state(browser)["verdict"] == told
    assert browser.faults() == []


def test_answers_are_judged_fairly(browser: Browser, tmp_path: Path) -> None:
    browser.show(page(tmp_path, CARDS[0]))
    found = [browser.ask(f"judge([{json.dumps(right)}], {json.dumps(typed)})") for right, typed, _ in JUDGED]
    assert [(*case[:2], said) for case, said in zip(JUDGED, found, strict=True)] == [*JUDGED]
