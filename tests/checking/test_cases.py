"""What the rules find in decks: `cases/` holds decks and what is said of them; every code has one that yields it."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from quiz.checking.codes import ERRORS, WARNINGS
from quiz.checking.ignoring import Choice
from quiz.checking.run import check_decks
from quiz.errors import Problem

HERE = Path(__file__).parent
CASES = sorted((HERE / "cases").glob("*.txt"))
BROKEN = HERE.parent / "deck" / "broken"
ELSEWHERE = {
    "bad-lock": "tests/deck/test_broken.py",
    "cannot-read": "tests/deck/test_broken.py",
    "changed-answer": "tests/verbs/test_changed_by_hand.py",
    "document-unreadable": "tests/verbs/test_sources.py",
    "kept-conflict": "tests/verbs/test_changed_by_hand.py",
    "kept-stale": "tests/verbs/test_changed_by_hand.py",
    "missing-media": "tests/checking/test_references.py",
    "moved-passage": "tests/verbs/test_sources.py",
    "no-deck": "tests/deck/test_broken.py",
    "no-file": "tests/deck/test_broken.py",
    "no-include": "tests/deck/test_including.py",
    "not-a-file": "tests/deck/test_broken.py",
    "not-reviewed": "tests/deck/test_review.py",
    "not-text": "tests/deck/test_broken.py",
    "not-utf-8": "tests/deck/test_broken.py",
    "passage-gone": "tests/verbs/test_sources.py",
    "review-outdated": "tests/deck/test_review.py",
    "same-deck-id": "tests/deck/test_broken.py",
    "same-lock": "tests/deck/test_read.py",
    "too-large": "tests/deck/test_broken.py",
    "too-many-problems": "tests/deck/test_broken.py",
    "too-many-values": "tests/deck/test_broken.py",
    "unknown-document": "tests/checking/test_references.py",
    "unproved": "tests/verbs/test_sources.py",
    "yaml": "tests/deck/test_broken.py",
}
"""Codes of what is no matter of a deck's text alone, with the tests that see them given."""


def checked(folder: Path, deck: str, choice: Choice | None = None) -> tuple[Problem, ...]:
    """What is said of a deck's text."""
    os.chdir(folder)
    Path("deck.yaml").write_bytes(deck.encode())
    return check_decks([Path("deck.yaml")], choice)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_what_is_said_of_a_deck(case: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    deck, expected = case.read_bytes().decode().split("=====\n")

    said = [str(problem) for problem in checked(tmp_path, deck)]

    if os.environ.get("UPDATE_CASES"):
        case.write_bytes((deck + "=====\n" + "".join(f"{line}\n" for line in said)).encode())
    else:
        assert said == expected.splitlines()


def test_every_code_has_an_example() -> None:
    shown = set()
    for case in (*CASES, *BROKEN.glob("*.txt")):
        shown |= set(re.findall(r"^deck\.yaml\S* (?:error|warning)\[([\w-]+)\]", case.read_text("utf-8"), re.MULTILINE))
    for code, test in ELSEWHERE.items():
        source = (HERE.parent.parent / test).read_text("utf-8")
        assert f"[{code}]" in source or f'"{code}"' in source, code

    assert shown | set(ELSEWHERE) == set(ERRORS) | set(WARNINGS)
    assert not set(ERRORS) & set(WARNINGS)


def test_a_warning_is_told_as_it_was_chosen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    deck = "title: x\ncards:\n  - question: Which of these is not a river\n    answer: Jura\n"

    def codes(choice: Choice) -> list[str]:
        return [problem.code for problem in checked(tmp_path, deck, choice)]

    assert codes(Choice()) == ["no-question-mark", "negative-question"]
    assert codes(Choice(ignore=frozenset({"negative-question"}))) == ["no-question-mark"]
    assert codes(Choice(select=frozenset({"negative-question"}))) == ["negative-question"]
    assert codes(Choice(frozenset({"negative-question"}), frozenset({"negative-question"}))) == []


def test_questions_are_held_against_those_of_other_decks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    card = "title: x\ncards:\n  - question: Which river runs through {}Baghdad?\n    answer: Tigris\n"
    (tmp_path / "a.yaml").write_text(card.format(""))
    (tmp_path / "b.yaml").write_text(card.format("lovely "))
    (tmp_path / "c.yaml").write_text(card.format(""))

    problems = check_decks([Path("a.yaml"), Path("b.yaml"), Path("c.yaml")])

    assert [(problem.place.path, problem.code) for problem in problems] == [
        ("b.yaml", "near-duplicate"),
        ("c.yaml", "duplicate-question"),
    ]
    assert "at a.yaml:3" in problems[0].message


def test_the_decks_of_the_project_are_clean() -> None:
    assert check_decks([HERE.parent.parent / "decks"]) == ()
