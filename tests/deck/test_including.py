"""Decks that bring others along: once each, from this folder and below it only."""

from __future__ import annotations

from pathlib import Path

import pytest

from quiz.deck.read import load_decks, read_deck
from quiz.errors import QuizError


def deck(path: Path, *include: str, cards: bool = True) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    listed = "".join(f"  - {name}\n" for name in include)
    text = f"title: {path.stem}\nid: {path.stem}\n" + (f"include:\n{listed}" if include else "")
    path.write_text(text + (f"cards:\n  - question: What is {path.stem}?\n    answer: it\n" if cards else ""))
    return path


def titles(*paths: Path) -> list[str]:
    return [each.title for each in load_decks(paths)]


def test_included_decks_come_along_once_and_in_a_circle(tmp_path: Path) -> None:
    course = deck(tmp_path / "course.yaml", "parts/one.yaml", "two.yaml", cards=False)
    deck(tmp_path / "parts" / "one.yaml", "deep/three.yaml")
    deck(tmp_path / "parts" / "deep" / "three.yaml")
    deck(tmp_path / "two.yaml", "course.yaml", "parts/one.yaml")

    for _ in ("read", "remembered"):
        assert titles(course) == ["one", "two", "three"]
    assert sorted(titles(tmp_path)) == ["one", "three", "two"]
    assert titles(tmp_path / "two.yaml") == ["two", "one", "three"]


def test_cards_keep_the_identity_of_their_own_deck(tmp_path: Path) -> None:
    course = deck(tmp_path / "course.yaml", "one.yaml", cards=False)
    one = deck(tmp_path / "one.yaml")

    (alone,) = load_decks([one])
    (along,) = load_decks([course])

    assert (alone.id, alone.cards[0].id) == (along.id, along.cards[0].id)


@pytest.mark.parametrize(
    "name",
    ["../secret.yaml", "/etc/decks.yaml", "a/../../b.yaml", "C:\\decks.yaml", "notes.txt", "https://x.org/a.yaml"],
)
def test_nothing_outside_the_folder_is_read(name: str, tmp_path: Path) -> None:
    deck(tmp_path / "secret.yaml")
    path = deck(tmp_path / "in" / "course.yaml", f"'{name}'")

    found, problems = read_deck(path)

    assert found is None
    assert [(each.code, each.place.line) for each in problems] == [("bad-include", 4)]


def test_a_backslash_is_told_to_be_a_slash(tmp_path: Path) -> None:
    course = deck(tmp_path / "course.yaml", "parts\\rivers.yaml")
    deck(tmp_path / "parts" / "rivers.yaml")

    (problem,) = read_deck(course)[1]

    assert (problem.code, problem.hint) == ("no-include", "did you mean `parts/rivers.yaml`?")


def test_what_is_not_there_is_told_with_its_place(tmp_path: Path) -> None:
    course = deck(tmp_path / "course.yaml", "parts/rivres.yaml")
    deck(tmp_path / "parts" / "rivers.yaml")

    with pytest.raises(
        QuizError,
        match=r"course.yaml:4:5: .*there is no deck `parts/rivres.yaml` \(did you mean `parts/riv",
    ) as raised:
        load_decks([course])
    assert raised.value.problems[0].code == "no-include"


def test_the_errors_of_an_included_deck_are_told(tmp_path: Path) -> None:
    course = deck(tmp_path / "course.yaml", "one.yaml")
    (tmp_path / "one.yaml").write_text("title: one\ncards:\n  - {question: Q?, anwser: A}\n")

    with pytest.raises(QuizError, match=r"one\.yaml:3"):
        load_decks([course])
