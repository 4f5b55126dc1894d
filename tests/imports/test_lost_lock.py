"""A deck that lost its lock: what that would do in Anki is told before it does, and an import from Anki mends it."""

from __future__ import annotations

from pathlib import Path

import pytest

from quiz.deck.lock import read_lock
from tests.conftest import Run
from tests.imports.owner import Log, Owner
from tests.imports.test_again import change

LOST = "is lost: if Anki has its notes, the import overwrites what was edited there, and notes that once were imported"
DECK = """\
title: Rivers
id: 7mkc9x2vqh4t
cards:
  - {id: bcdfghjk, question: Where does the Danube end?, answer: Black Sea}
  - {id: 23456789, question: Where does the Nile end?, answer: Mediterranean}
"""
EARLY, LATE = "1700000000", "1900000000"


@pytest.fixture(autouse=True)
def _later(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", LATE)


@pytest.mark.parametrize("more", ["", "  - {question: Added by hand?, answer: yes}\n"])
def test_a_generated_deck_overwrites_what_was_edited_there(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, more: str
) -> None:
    path = tmp_path / "decks/rivers.yaml"
    path.parent.mkdir()
    path.write_text(DECK)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EARLY)
    run("export", "decks", "-o", "x.apkg")
    assert LOST not in run("export", "decks", "-o", "x.apkg").err
    owner = Owner(tmp_path / "anki")
    owner.read(tmp_path / "x.apkg")
    change(owner, "Danube", Answer="Mare Nigrum")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", LATE)

    path.with_suffix(".lock").unlink()
    path.write_text(DECK + more)
    ended = run("export", "decks", "-o", "lost.apkg")
    assert f"decks/rivers.yaml: warning: its lock rivers.lock {LOST} come a second time (put the lock back, or" in (
        ended.err
    )

    path.with_suffix(".lock").unlink()
    ended = run("import", owner.export(), "-o", "decks")
    assert "“Where does the Danube end?”: its note in Anki has `answer` “Mare Nigrum” (Anki keeps them" in ended.err
    assert LOST not in run("export", "decks", "-o", "mended.apkg").err
    assert owner.read(tmp_path / "mended.apkg") == Log(bool(more), 0, 2, 0)
    path.write_text(path.read_text().replace("answer: Black", "explanation: why, answer: Black"))
    assert "overwrites its note in Anki, which has `answer` “Mare Nigrum”" in (
        run("export", "decks", "-o", "mended.apkg").err
    )
    owner.col.close()


def test_an_imported_deck_comes_a_second_time(run: Run, tmp_path: Path) -> None:
    owner = Owner(tmp_path / "anki")
    owner.add("Basic", "Geo", "Capital of France", "Paris")
    run("import", owner.export())
    lock = tmp_path / "decks/geo.lock"
    lock.unlink()
    assert LOST in run("export", "decks", "-o", "lost.apkg").err
    lock.unlink()
    run("import", owner.export())
    assert len(read_lock(lock.with_suffix(".yaml")).theirs) == 1
    assert LOST not in run("export", "decks", "-o", "mended.apkg").err
    assert owner.read(tmp_path / "mended.apkg") == Log(0, 0, 1, 0)
    assert owner.read(tmp_path / "lost.apkg") == Log(1, 0, 0, 0)
    owner.col.close()


def test_what_was_edited_in_ones_own_notes_meanwhile_stays_on_both_sides(run: Run, tmp_path: Path) -> None:
    owner = Owner(tmp_path / "anki")
    for number in range(3):
        owner.add("Basic", "Geo", f"front {number}", f"back {number}", tags=("t",))
    run("import", owner.export())
    path = tmp_path / "decks/geo.yaml"
    path.with_suffix(".lock").unlink()
    edited = owner.col.get_note(owner.col.find_notes("front:*1")[0])
    edited["Back"], edited.tags = "Anki", ["t", "anki"]
    owner.col.update_note(edited)

    before = path.read_bytes()
    ended = run("import", owner.export())
    assert "“front 1”: its note in Anki has `answer` “Anki”; `tags` “anki; t” (Anki keeps them, until the" in ended.err
    assert (ended.out, path.read_bytes()) == ("decks/geo.yaml: 3 unchanged\n", before)
    lock = path.with_suffix(".lock").read_bytes()
    assert run("import", owner.export()).err == ""
    assert path.with_suffix(".lock").read_bytes() == lock
    run("export", "decks", "-o", "x.apkg")
    assert owner.read(tmp_path / "x.apkg") == Log(0, 0, 3, 0)

    path.write_text(path.read_text().replace("front 1", "Front one"))
    assert "overwrites" not in run("export", "decks", "-o", "x.apkg").err
    assert owner.read(tmp_path / "x.apkg").updated == 1
    edited.load()
    assert (edited.fields, edited.tags) == (["Front one", "Anki"], ["anki", "t"])
    assert run("import", owner.export()).out == "decks/geo.yaml: 3 unchanged\n"

    path.write_text(path.read_text().replace("back 1", "back one"))
    told = run("export", "decks", "-o", "x.apkg").err
    assert "“Front one” was edited, so an import overwrites its note in Anki, which has `answer` “Anki”" in told
    owner.read(tmp_path / "x.apkg")
    assert run("import", owner.export()).out == "decks/geo.yaml: 3 unchanged\n"
    change(owner, "Front", Back="Anki again")
    run("import", owner.export())
    assert "answer: Anki again" in path.read_text()
    owner.col.close()


def test_a_deck_written_by_hand_has_lost_nothing(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "rivers.yaml"
    path.write_text("title: Rivers\ncards:\n  - {question: Where does the Danube end?, answer: Black Sea}\n")
    assert LOST not in run("export", path, "-o", "x.apkg").err
    path.write_text("title: Rivers\nid: r\ncards:\n  - {id: mouth, question: Where to?, answer: Black Sea}\n")
    path.with_suffix(".lock").unlink()
    assert LOST not in run("export", path, "-o", "x.apkg").err


def test_a_lock_that_an_import_of_a_table_wrote_is_not_lost(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "decks/rivers.yaml"
    path.parent.mkdir()
    path.write_text(DECK)
    run("export", "decks", "-o", "notes.txt", "--format", "anki-tsv")
    run("import", "notes.txt", "-o", "other")
    told = run("export", "other", "-o", "x.apkg").err
    assert (
        "its lock rivers.lock tells of no notes: if Anki has its notes, the import overwrites what was edited" in told
    )
    assert "is lost" not in told


def test_a_deck_without_any_id_is_known_by_its_questions(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "decks/rivers.yaml"
    path.parent.mkdir()
    path.write_text(
        "title: Rivers\ncards:\n  - {question: Where to?, answer: Sea}\n  - {question: Whence?, answer: x}\n"
    )
    run("export", "decks", "-o", "x.apkg")
    owner = Owner(tmp_path / "anki")
    owner.read(tmp_path / "x.apkg")
    change(owner, "Whence", Answer="the Alps")
    path.with_suffix(".lock").unlink()
    before = path.read_bytes()

    ended = run("import", owner.export(), "-o", "decks")
    assert (ended.out, path.read_bytes()) == ("decks/rivers.yaml: 2 unchanged\n", before)
    assert "“Whence?”: its note in Anki has `answer` “the Alps”" in ended.err
    run("export", "decks", "-o", "x.apkg")
    assert owner.read(tmp_path / "x.apkg") == Log(0, 0, 2, 0)
    owner.col.close()


def test_another_deck_without_an_id_is_none_of_them(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "mine/rivers.yaml"
    path.parent.mkdir()
    path.write_text(DECK)
    run("export", "mine", "-o", "x.apkg")
    other = tmp_path / "decks/rivers.yaml"
    other.parent.mkdir()
    other.write_text("title: Rivers\ncards:\n  - {question: Where does the Po end?, answer: Adriatic}\n")
    assert run("import", "x.apkg").out == "decks/rivers-2.yaml: +2 new\n"


def test_a_deck_that_was_deleted_without_its_lock_is_told(run: Run, tmp_path: Path) -> None:
    owner = Owner(tmp_path / "anki")
    owner.add("Basic", "Geo", "Capital of France", "Paris")
    run("import", owner.export())
    (tmp_path / "decks/geo.yaml").unlink()
    told = "cards of a deck deleted here, whose lock geo.lock is there still, come in again: 1 (delete that lock too"
    assert told in run("import", owner.export()).err
    assert told not in run("import", owner.export(), "-o", "other").err
    (tmp_path / "decks/geo.lock").unlink()
    assert "deleted here" not in run("import", owner.export()).err
    owner.col.close()
