"""The package as a file: whole or not at all, the same bytes again, and no litter."""

from __future__ import annotations

import os
import sqlite3
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from quiz.deck.files import lock_path
from quiz.deck.ledger import Note
from quiz.deck.lock import read_lock, write_lock
from quiz.deck.model import Card, Deck
from quiz.errors import QuizError
from quiz.export.anki import filing, ledger, write
from quiz.export.anki.naming import Shelves
from quiz.export.request import Request
from tests.export.collection import BAGHDAD, FOUNDED, MOUTH, NOW, THREE, Anki, Log, Shelf


@pytest.fixture
def scratch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder for temporary files, empty at first."""
    folder = tmp_path / "scratch"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_same_deck_and_ledger_same_bytes(shelf: Shelf, tmp_path: Path) -> None:
    decks = [shelf(*THREE), shelf(*THREE, name="b", title="B")]
    write(decks, tmp_path / "first.apkg", Request(NOW))
    write(decks, tmp_path / "second.apkg", Request(NOW + 90_000))
    assert (tmp_path / "first.apkg").read_bytes() == (tmp_path / "second.apkg").read_bytes()


def test_the_file_is_small_and_timeless(shelf: Shelf, tmp_path: Path) -> None:
    write([shelf(*THREE)], tmp_path / "x.apkg", Request(NOW))
    with ZipFile(tmp_path / "x.apkg") as package:
        assert package.namelist() == ["collection.anki2", "media"]
        assert {info.date_time for info in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert {info.compress_type for info in package.infolist()} == {ZIP_DEFLATED}
        database = package.read("collection.anki2")
    assert (database[24:28], database[92:96]) == (b"\0\0\0\1", b"\0\0\0\1")


def test_report_and_ids(shelf: Shelf, tmp_path: Path) -> None:
    out = tmp_path / "x.apkg"
    report = write([shelf(*THREE)], out, Request(NOW))
    assert (report.cards, report.notes, report.files, report.warnings) == (3, 3, (out,), ())
    with ZipFile(out) as package:
        package.extract("collection.anki2", tmp_path)
    connection = sqlite3.connect(tmp_path / "collection.anki2")
    ids = [number for (number,) in connection.execute("select id from notes")]
    connection.close()
    assert ids == [NOW * 1000 + 1, NOW * 1000 + 2, NOW * 1000 + 3]


def test_ids_stay_apart_when_times_lie_close(anki: Anki, shelf: Shelf) -> None:
    many = [replace(MOUTH, id=f"c{number}") for number in range(1500)]
    deck = shelf(*many)
    lock = read_lock(Path(deck.path))
    anki.take(deck)
    lock = read_lock(Path(deck.path))
    lock.notes = {name: replace(note, mod=NOW - int(name[1:]) % 3) for name, note in lock.notes.items()}
    write_lock(Path(deck.path), lock)
    write([deck], anki.folder / "x.apkg", Request(NOW))
    assert anki.read(anki.folder / "x.apkg") == Log(0, 0, 1500, 0)


@pytest.mark.parametrize("mod", [0, -1, 2**32, 10**30])
def test_a_time_that_cannot_be_is_set_right(anki: Anki, shelf: Shelf, mod: int) -> None:
    deck = shelf(*THREE)
    anki.take(deck)
    lock = read_lock(Path(deck.path))
    lock.notes["mouth"] = Note("question", lock.notes["mouth"].hash, mod)
    write_lock(Path(deck.path), lock)
    assert anki.take(deck, NOW + 60) == Log(0, 1, 2, 0)


def test_deck_ids_are_their_own() -> None:
    shelves = Shelves()
    first = shelves.find("Rivers")
    ids = {name: shelves.find(name) for name in ("Rivers", "Rivers::Asia", "Lakes")}
    assert len(set(ids.values())) == 3
    assert all(10**12 <= number < 2 * 10**12 for number in ids.values())
    assert ids["Rivers"] == first == shelves.find("rivers") == Shelves().find("RIVERS")
    assert [*shelves.ids] == ["Rivers", "Rivers::Asia", "Lakes"]


def test_no_litter_is_left(shelf: Shelf, tmp_path: Path, scratch: Path) -> None:
    (tmp_path / "out").mkdir()
    write([shelf(*THREE)], tmp_path / "out" / "x.apkg", Request(NOW))
    assert names(tmp_path / "out") == ["x.apkg"]
    assert names(scratch) == []


def broken(*_: Any, **__: Any) -> None:
    raise OSError(28, "No space left on device")


@pytest.mark.parametrize(
    ("where", "name"),
    [
        (Path, "replace"),
        (os, "fsync"),
        (ledger, "write_lock"),
        (filing, "content"),
        (sqlite3, "connect"),
    ],
)
def test_a_failure_leaves_the_old_file_and_no_litter(
    shelf: Shelf, tmp_path: Path, scratch: Path, monkeypatch: pytest.MonkeyPatch, where: Any, name: str
) -> None:
    (tmp_path / "out").mkdir()
    out = tmp_path / "out" / "x.apkg"
    out.write_bytes(b"old")
    deck = shelf(*THREE)
    with monkeypatch.context() as failing:
        failing.setattr(where, name, broken)
        with pytest.raises(QuizError, match=r"no space left"):
            write([deck], out, Request(NOW))
    assert out.read_bytes() == b"old"
    assert names(tmp_path / "out") == ["x.apkg"]
    assert names(scratch) == []


def test_a_full_disk_is_told(shelf: Shelf, tmp_path: Path, scratch: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: Any) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr(sqlite3, "connect", full)
    with pytest.raises(QuizError, match="disk is full"):
        write([shelf(*THREE)], tmp_path / "x.apkg", Request(NOW))
    assert names(scratch) == []


def test_a_crash_between_lock_and_package_loses_no_update(
    anki: Anki, shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    deck = shelf(*THREE)
    anki.take(deck)
    edited = shelf(BAGHDAD, replace(FOUNDED, cloze="{{762}} saw Baghdad founded."), MOUTH)
    with monkeypatch.context() as failing:
        failing.setattr(Path, "replace", broken_after(1))
        with pytest.raises(QuizError):
            write([edited], anki.folder / "export.apkg", Request(NOW + 60))
    assert read_lock(Path(deck.path)).notes["founded"].mod == NOW + 60
    assert anki.take(edited, NOW + 600) == Log(0, 1, 2, 0)
    assert read_lock(Path(deck.path)).notes["founded"].mod == NOW + 60


def broken_after(times: int) -> Callable[[Path, Path], Path]:
    """A rename that works so many times, then fails."""
    real, left = Path.replace, [times]

    def once(self: Path, target: Path) -> Path:
        left[0] -= 1
        if left[0] < 0:
            broken()
        return real(self, target)

    return once


def test_a_link_is_followed(shelf: Shelf, tmp_path: Path) -> None:
    (tmp_path / "real.apkg").write_bytes(b"old")
    (tmp_path / "link.apkg").symlink_to("real.apkg")
    write([shelf(*THREE)], tmp_path / "link.apkg", Request(NOW))
    assert (tmp_path / "link.apkg").is_symlink()
    assert (tmp_path / "real.apkg").read_bytes()[:2] == b"PK"


def nothing(shelf: Shelf) -> list[Deck]:
    return [shelf(*THREE)]


REFUSED: dict[str, tuple[str, str, Callable[[Shelf], list[Deck]]]] = {
    "folder": (".", "is a folder", nothing),
    "no folder": ("missing/x.apkg", "does not exist", nothing),
    "below a file": ("file/x.apkg", "does not exist", nothing),
    "a name too long": ("x" * 300 + ".apkg", "too long", nothing),
    "no name": ("x\0.apkg", "cannot be written", nothing),
    "device": ("/dev/null", "not a regular file", nothing),
    "the deck": ("rivers.yaml", "own file", nothing),
    "the lock": ("rivers.lock", "own file", nothing),
    "same deck twice": ("x.apkg", "same id as", lambda shelf: [shelf(MOUTH), shelf(MOUTH)]),
    "copied deck": ("x.apkg", "same id as", lambda shelf: [shelf(MOUTH), shelf(MOUTH, name="b", id="rivers")]),
    "same card twice": ("x.apkg", "id 'mouth' too", lambda shelf: [shelf(MOUTH, MOUTH)]),
    "no deck id": ("x.apkg", "no id", lambda shelf: [shelf(MOUTH, id="")]),
    "no deck file": ("x.apkg", "no file", lambda shelf: [shelf(MOUTH, path="")]),
    "no card id": ("x.apkg", "the card has no id", lambda shelf: [shelf(replace(MOUTH, id=""))]),
    "no question": ("x.apkg", "asks nothing", lambda shelf: [shelf(replace(MOUTH, question=" \x01\u3000"))]),
    "no answer": ("x.apkg", "no answer", lambda shelf: [shelf(Card("\n", question="x", id="y"))]),
}


@pytest.mark.parametrize(("out", "message", "decks"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_written_well_is_refused(
    shelf: Shelf,
    tmp_path: Path,
    scratch: Path,
    out: str,
    message: str,
    decks: Callable[[Shelf], list[Deck]],
) -> None:
    (tmp_path / "file").write_text("x")
    before = names(tmp_path)
    with pytest.raises(QuizError, match=message) as raised:
        write(decks(shelf), tmp_path / out, Request(NOW))
    assert all("\n" not in str(problem) for problem in raised.value.problems)
    assert names(tmp_path) == before
    assert names(scratch) == []
    assert not lock_path(tmp_path / "rivers.yaml").exists()


def test_all_that_is_wrong_is_said_at_once(shelf: Shelf, tmp_path: Path) -> None:
    decks = [shelf(MOUTH, MOUTH, replace(FOUNDED, id="")), shelf(replace(MOUTH, answer=""), name="b")]
    with pytest.raises(QuizError) as raised:
        write(decks, tmp_path / "x.apkg", Request(NOW))
    assert len(raised.value.problems) == 3
