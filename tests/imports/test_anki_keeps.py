"""What Anki keeps of notes for itself is none of a card's: its own tags, and answers to cards that are none here."""

from __future__ import annotations

import sqlite3
import zipfile
from contextlib import closing
from pathlib import Path

import pytest

from quiz.deck.lock import read_lock
from quiz.deck.read import load_decks
from quiz.study.history import History
from tests.conftest import Run
from tests.imports.conftest import Decks
from tests.imports.owner import GOOD, Log, Owner

DECK = """title: Rivers
id: rivers
cards:
  - id: r1
    question: Which river runs through Baghdad?
    answer: Tigris
    tags: [asia]
"""


@pytest.fixture(autouse=True)
def _later(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1900000000")


def test_its_tags_stay_there(run: Run, owner: Owner, decks: Decks) -> None:
    note = owner.add("Basic", "Leeches", "front", "back", tags=("leech", "Marked", "mine"))
    run("import", owner.export())
    assert decks()["Leeches"].cards[0].tags == ("mine",)
    path = Path(decks()["Leeches"].path)
    path.write_text(path.read_text().replace("back", "other"))
    ended = run("export", "decks", "-o", "back.apkg")
    assert "left out" not in ended.err
    assert owner.read(Path(path.parent.parent, "back.apkg")) == Log(0, 1, 6, 0)
    note.load()
    assert [*note.fields] == ["front", "other"]
    assert read_lock(path).theirs[note.guid].tags == ("leech", "Marked", "mine")


def test_a_leech_of_ours_is_as_it_was(run: Run, owner: Owner, tmp_path: Path) -> None:
    deck = tmp_path / "decks/rivers.yaml"
    deck.parent.mkdir()
    deck.write_text(DECK)
    run("export", "decks", "-o", "x.apkg")
    owner.read(tmp_path / "x.apkg")
    owner.col.tags.bulk_add(owner.col.find_notes("deck:Rivers"), "leech")
    run("import", owner.export())
    assert deck.read_text() == DECK
    assert "0 edited" in run("export", deck, "-o", "x.apkg").err


def test_answers_to_cards_that_are_none_here_are_told(run: Run, owner: Owner, tmp_path: Path) -> None:
    deck = tmp_path / "decks/rivers.yaml"
    deck.parent.mkdir()
    deck.write_text(DECK)
    run("export", "decks", "-o", "x.apkg")
    owner.read(tmp_path / "x.apkg")
    (found,) = owner.col.find_notes("deck:Rivers")
    note = owner.col.get_note(found)
    note["Reverse"] = "y"
    owner.col.update_note(note)
    first, second = note.cards()
    for card in (first, second, second):
        card.load()
        owner.col.decks.select(card.did)
        owner.col.sched.answerCard(started(card), 3)
    told = "warning: 2 answers left out, to second cards of notes of one card here"
    assert told in run("import", owner.export(), "--history", "h.db").err
    assert told not in run("import", owner.export()).err


def started(card: object) -> object:
    """A card that is being looked at."""
    card.start_timer()  # type: ignore[attr-defined]
    return card


def test_answers_to_notes_that_ask_once_more_are_none_of_the_cards(run: Run, owner: Owner, tmp_path: Path) -> None:
    deck = tmp_path / "decks/rivers.yaml"
    deck.parent.mkdir()
    deck.write_text(DECK)
    run("export", "decks", "-o", "x.apkg", "--present", "question,reverse")
    owner.read(tmp_path / "x.apkg")
    owner.study("Rivers", GOOD, GOOD)
    ended = run("import", owner.export(), "-o", "decks", "--history", "h.db")
    assert "h.db: added 1 answer;" in ended.out
    assert "warning: 1 answer left out, to second cards of notes of one card here, or to notes that ask" in ended.err


def test_flags_come_along_with_the_history(run: Run, owner: Owner, tmp_path: Path) -> None:
    deck = tmp_path / "decks/rivers.yaml"
    deck.parent.mkdir()
    deck.write_text(DECK)
    run("export", "decks", "-o", "x.apkg")
    owner.read(tmp_path / "x.apkg")
    owner.study("Rivers", GOOD)
    ours = owner.col.find_cards("deck:Rivers")
    theirs = owner.col.find_cards("deck:Words")
    owner.col.set_user_flag_for_cards(3, [*ours, theirs[0]])
    owner.col.sched.suspend_cards([theirs[0]])
    ended = run("import", owner.export(), "-o", "decks", "--history", "h.db")
    assert "added 1 answer and 3 marks" in ended.out
    assert "0 answers; 4 known already" in run("import", owner.export(), "-o", "decks", "--history", "h.db").out
    with closing(History(tmp_path / "h.db")) as history:
        marks = history.marks({each.id for each in load_decks([tmp_path / "decks"])})
    assert sorted((each.flagged, each.suspended) for each in marks.values()) == [(True, False), (True, True)]
    ended = run("export", deck, "-o", "x.apkg", "--history", "--history-file", "h.db")
    with closing(sqlite3.connect(unpacked(tmp_path / "x.apkg"))) as rows:
        assert rows.execute("select flags from cards").fetchall() == [(1,)]


def unpacked(package: Path) -> Path:
    """The collection in a package, as a file."""
    with zipfile.ZipFile(package) as archive:
        return Path(archive.extract("collection.anki2", package.parent))


def test_a_due_day_set_by_hand_is_told(run: Run, owner: Owner) -> None:
    owner.study("Words", GOOD, GOOD)
    first, second, *_ = owner.col.find_cards("deck:Words prop:reps>0")
    owner.col.sched.set_due_date([first, second], "5")
    told = "warning: due days set by hand are left out, of 2 cards: here they follow from the answers"
    assert told in run("import", owner.export(), "--history", "h.db").err
    assert "by hand" not in run("import", owner.export()).err
