"""What Anki keeps of notes for itself is none of a card's: its own tags, and answers to cards that are none here."""

from __future__ import annotations

from pathlib import Path

import pytest

from quiz.deck.lock import read_lock
from tests.conftest import Run
from tests.imports.conftest import Decks
from tests.imports.owner import Log, Owner

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
