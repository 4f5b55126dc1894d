"""Typed answers as the quiz page judges them, beside how the program does."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from quiz.deck.marks import exact
from quiz.export.amounts import amount
from tests.export.chromium import Browser
from tests.export.playing import page
from tests.export.samples import CARDS
from tests.study.judging.test_grading import rows

pytestmark = pytest.mark.chromium


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
    cases = []
    for kind, answers, typed, verdict, _ in rows():
        rights, *wrongs = (part.split(" = ") for part in answers.split(" / "))
        # A card with wrong answers is asked as a choice; the page knows texts as they read, and not that they are code.
        if not wrongs and not any(map(exact, rights)):
            margin = amount(rights[0], kind.partition(" ±")[2])
            cases.append((rights, typed, float(margin.margin) if margin else 0, verdict))
    found = browser.ask(f"({json.dumps(cases)}).map(([rights, typed, margin]) => judge(rights, typed, margin))")
    judged = [(*case, said) for case, said in zip(cases, found, strict=True)]
    assert [case for case in judged if case[-1] == "right" and case[3] in ("wrong", "near")] == []
    fair = [case for case in judged if case[3] == "right"]
    # A number, not a share: what is added to the table for the program alone takes nothing from the page.
    assert sum(case[-1] == "right" for case in fair) >= 110


def test_answers_are_judged_fairly(browser: Browser, tmp_path: Path) -> None:
    browser.show(page(tmp_path, CARDS[0]))
    found = [browser.ask(f"judge([{json.dumps(right)}], {json.dumps(typed)})") for right, typed, _ in JUDGED]
    assert [(*case[:2], said) for case, said in zip(JUDGED, found, strict=True)] == [*JUDGED]
