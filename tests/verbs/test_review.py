"""`quiz review` on the command line: what it says where there is nothing to do, and what it refuses."""

from __future__ import annotations

from pathlib import Path

import pytest

from quiz.deck.merge import merge
from quiz.deck.review import Review, opened
from tests.conftest import Run
from tests.deck.openings import DECK

OWN = "title: Rivers\ncards:\n  - question: Which river runs through Baghdad?\n    answer: Tigris\n"


@pytest.fixture
def deck(tmp_path: Path) -> Path:
    """A deck that was just generated, of three cards."""
    merge(tmp_path / "openings.yaml", DECK)
    return tmp_path / "openings.yaml"


def test_the_screen_gets_the_deck_and_what_is_left_is_told(
    deck: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[tuple[int, bool]] = []

    def shown(review: Review, _read: object, *, everything: bool) -> None:
        seen.append((len(review.waiting), everything))
        review.kept(0)

    monkeypatch.setattr("quiz.verbs.play.at_terminal", lambda: True)
    monkeypatch.setattr("quiz.tui.reviewing.run", shown)

    first, second = run("review", str(deck)), run("review", str(deck), "--all")

    assert seen == [(3, False), (2, True)]
    assert (first.status, first.err, second.err) == (
        0,
        f"{deck}: 2 cards left to review\n",
        f"{deck}: 2 cards left to review\n",
    )


def test_where_nothing_waits_that_is_all_it_says(deck: Path, tmp_path: Path, run: Run) -> None:
    opened(deck).kept(0).kept(1).kept(2)
    (tmp_path / "rivers.yaml").write_text(OWN)

    assert run("review", str(deck)).err == f"{deck}: nothing waits for review, 3 cards reviewed\n"
    assert run("review", str(tmp_path / "rivers.yaml")).err.endswith("nothing waits for review, 0 cards reviewed\n")


def test_the_lock_of_a_renamed_deck_comes_along(deck: Path, run: Run) -> None:
    opened(deck).kept(0).kept(1).kept(2)
    other = deck.rename(deck.with_name("festivals.yaml"))

    said = run("review", str(other)).err.splitlines()

    assert "this is the deck that openings.lock belongs to" in said[0]
    assert said[1:] == [f"{other}: nothing waits for review, 3 cards reviewed"]
    assert sorted(each.name for each in deck.parent.iterdir()) == ["festivals.lock", "festivals.yaml"]


def test_without_a_terminal_or_with_a_folder_or_a_broken_deck_it_says_so(deck: Path, tmp_path: Path, run: Run) -> None:
    for path, said in ((deck, "no terminal"), (tmp_path, "is a folder"), (tmp_path / "none.yaml", "no such file")):
        ended = run("review", str(path))
        assert (ended.status, said in ended.err) == (1, True), ended.err
    deck.write_text(deck.read_text().replace("answer", "anwser"))
    assert "unknown key `anwser`" in run("review", str(deck)).err
