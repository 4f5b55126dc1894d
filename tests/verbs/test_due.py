"""`quiz due`: the numbers the home screen shows, in a few words, at once."""

from __future__ import annotations

import json
import os
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from quiz.deck.read import load_decks
from quiz.study.history import History
from quiz.study.model import Grade, Review
from quiz.study.scheduling.days import day_of
from quiz.study.scheduling.schedule import Schedule
from quiz.study.sitting import Desk, local_time
from tests.conftest import Run

STEP = Schedule().after


def write(path: Path, cards: int, name: str = "rivers", *, ids: bool = True) -> None:
    """Write a deck, long ago; each two cards are of one passage."""
    lines = [f"title: {name.title()}", f"id: {name}", "cards:"]
    for number in range(cards):
        lines += [f"  - question: Number {number}?", f"    answer: '{number}'"]
        lines += [f"    id: card{number}"] * ids
        lines += [f"    source: {{document: x.md, line: 1, text: Passage {number // 2}.}}"]
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(lines) + "\n")
    os.utime(path, ns=(10**18, 10**18))


def answer(history: History, card: str, days: int, deck: str = "rivers") -> None:
    """Answer a card well, so many days ago."""
    at = local_time() - timedelta(days=days)
    review = Review(deck, card, at, "typed", "x", right=True, grade=Grade.EASY, duration=9, day=day_of(at))
    history.record(review, STEP)


@pytest.fixture
def history(tmp_path: Path) -> Path:
    """A history in which one card is due, and one is not."""
    with closing(History(tmp_path / "h.db")) as opened:
        answer(opened, "card0", 100)
        answer(opened, "card2", 0)
    return tmp_path / "h.db"


def test_what_waits(run: Run, tmp_path: Path, history: Path) -> None:
    write(tmp_path / "decks" / "rivers.yaml", 10)

    ended = run("due", "--history", history)
    assert (ended.status, ended.out, ended.err) == (0, "1 due, 3 new\n", "")
    assert run("due", "--history", history) == run("due", "decks", "--history", history) == ended
    with closing(History(history)) as opened:
        (waiting,) = Desk(opened).overview(load_decks([tmp_path / "decks"]))
    assert (len(waiting.due), len(waiting.new)) == (1, 3)


def test_nothing_waits(run: Run, tmp_path: Path, history: Path) -> None:
    assert (run("due").status, run("due").out, run("due").err) == (0, "", "")
    write(tmp_path / "decks" / "rivers.yaml", 0)
    write(tmp_path / "lakes.yaml", 1, "lakes")
    with closing(History(history)) as opened:
        answer(opened, "card0", 0, "lakes")
    ended = run("due", "lakes.yaml", "--history", history)
    assert (ended.status, ended.out, ended.err) == (0, "", "")


def test_as_json(run: Run, tmp_path: Path, history: Path) -> None:
    write(tmp_path / "decks" / "rivers.yaml", 10)

    found = json.loads(run("due", "--history", history, "--json").out)

    assert found.pop("next") > local_time().isoformat()
    assert found == {
        "due": 1,
        "new": 3,
        "decks": [{"deck": "rivers", "title": "Rivers", "path": "decks/rivers.yaml", "due": 1, "new": 3}],
    }
    assert json.loads(run("due", "--json", "--history", tmp_path / "none.db").out)["next"] is None
    assert not (tmp_path / "none.db").exists()


def test_what_changed_is_read_again(run: Run, tmp_path: Path, history: Path) -> None:
    path = tmp_path / "decks" / "rivers.yaml"
    write(path, 10)
    run("due", "--history", history)
    write(path, 14)
    assert run("due", "--history", history).out == "1 due, 5 new\n"


def test_a_folder_that_may_not_be_written_is_not_told_of_at_every_prompt(run: Run, tmp_path: Path) -> None:
    write(tmp_path / "decks" / "rivers.yaml", 4, ids=False)
    (tmp_path / "decks" / f".rivers.lock.{os.getpid()}.tmp").mkdir()  # the lock cannot be written

    for _prompt in range(2):
        ended = run("due")
        assert (ended.status, ended.out, ended.err) == (0, "2 new\n", "")


def test_a_broken_deck_is_told_of(run: Run, tmp_path: Path) -> None:
    (tmp_path / "decks").mkdir()
    (tmp_path / "decks" / "x.yaml").write_text("title: X\ncards:\n  - qestion: Why?\n")

    ended = run("due")

    assert (ended.status, ended.out) == (1, "")
    assert "did you mean" in ended.err
    write(tmp_path / "decks" / "rivers.yaml", 4)
    ended = run("due", "--history", "none.db")
    assert (ended.status, ended.out) == (0, "2 new\n")
    assert ended.err.count("x.yaml: this deck is left out\n") == 1
    assert run("due", "decks/x.yaml", "decks/rivers.yaml").status == 1


def test_a_prompt_does_not_wait(run: Run, tmp_path: Path, history: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(20):
        write(tmp_path / "decks" / f"deck{number}.yaml", 50, f"deck{number}")
    first = run("due", "--history", history)

    def parsed(*_: object) -> None:
        pytest.fail("a deck was parsed again")

    monkeypatch.setattr("quiz.deck.parse.read_string", parsed)
    assert run("due", "--history", history) == first
    assert first.out == "59 new\n"
