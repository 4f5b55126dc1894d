"""A package older than the last: nothing of it undoes what came in since, and the import says so."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import Run
from tests.imports.owner import Log, Owner, note
from tests.imports.test_again import change, contents

TOLD = "older in this package than in one imported before; what is here stays (for what Anki has now, export the deck"
LATE = "1900000000"


@pytest.fixture
def old(owner: Owner, run: Run) -> Path:
    """A package that was imported, and then one of notes and a picture that were changed since."""
    owner.col.db.execute("update notes set mod = mod - 100")  # Anki tells no two edits within a second apart
    package = owner.export("before.apkg")
    run("import", package)
    changed = note(owner, "Tigris")
    changed["Back"], changed.tags = "Tigris NEW", ["a", "new"]
    owner.col.update_note(changed)
    change(owner, "lies", Text="{{c1::Paris}} lies on a river")
    owner.medium("map é.png", b"\x89PNG of a newer map")
    run("import", owner.export())
    return package


def test_it_takes_nothing_back(run: Run, owner: Owner, old: Path, tmp_path: Path) -> None:
    before = contents(tmp_path / "decks")
    ended = run("import", old)
    assert "decks/geo-rivers.yaml: 1 unchanged\n" in ended.out
    assert f"decks/geo-rivers.yaml: warning: 1 note is {TOLD}" in ended.err
    assert "not in the package" not in ended.err
    assert contents(tmp_path / "decks") == before
    assert "older" not in run("import", owner.export()).err


def test_an_edit_after_it_overwrites_nothing_newer_in_anki(
    run: Run, owner: Owner, old: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("import", old)
    path = tmp_path / "decks/geo-rivers.yaml"
    path.write_text(path.read_text().replace("Which river?", "Which of the rivers?"))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", LATE)
    run("export", "decks", "-o", "back.apkg")
    assert owner.read(tmp_path / "back.apkg").updated == 1
    assert (note(owner, "Tigris")["Back"], note(owner, "Tigris").tags) == ("Tigris NEW", ["a", "new"])


def test_an_edit_that_anki_took_stays(
    run: Run, owner: Owner, old: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "decks/geo-rivers.yaml"
    path.write_text(path.read_text().replace("Tigris NEW", "Euphrates"))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", LATE)
    run("export", "decks", "-o", "back.apkg")
    owner.read(tmp_path / "back.apkg")
    run("import", owner.export())
    run("import", old)
    assert "answer: Euphrates" in path.read_text()
    run("export", "decks", "-o", "again.apkg")
    assert owner.read(tmp_path / "again.apkg") == Log(0, 0, 6, 0)


def test_a_name_that_a_deck_had_is_none_again(run: Run, owner: Owner, old: Path) -> None:
    owner.col.decks.rename(owner.col.decks.id("Geo::Rivers"), "Geo::Streams")
    owner.study("Geo::Streams")
    assert "is called “Geo::Streams” in Anki now" in run("import", owner.export()).err
    assert "is called" not in run("import", old).err
    assert "is called" not in run("import", owner.export()).err


def test_what_was_edited_in_anki_before_it_took_an_export_is_no_older(
    run: Run, owner: Owner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("import", owner.export())
    path = tmp_path / "decks/geo-rivers.yaml"
    path.write_text(path.read_text().replace("Which river?", "Which of the rivers?"))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", LATE)
    run("export", "decks", "-o", "back.apkg")
    change(owner, "Tigris", Back="Euphrates")
    assert "older" not in run("import", owner.export()).err
    assert "answer: Euphrates" in path.read_text()
