"""The .apkg file: Anki's collection, written by rows, in a zip whose bytes depend on nothing but the notes."""

from __future__ import annotations

import json
import shutil
import sqlite3
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import IO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import genanki
from genanki.apkg_col import APKG_COL
from genanki.apkg_schema import APKG_SCHEMA

from quiz.export.anki.notes import Content
from quiz.export.anki.notetypes import ALWAYS, NoteType, model

ROWS = 1000

# Bytes of the SQLite header that count writes or name the SQLite version (https://sqlite.org/fileformat2.html, 1.3).
HEADER = ((24, (1).to_bytes(4, "big")), (92, (1).to_bytes(4, "big") + (3040000).to_bytes(4, "big")))

NOTE = "INSERT INTO notes VALUES(?,?,?,?,-1,?,?,?,0,0,'')"
CARD = "INSERT INTO cards VALUES(?,?,?,0,?,-1,0,0,?,0,0,0,0,0,0,0,0,'')"


@dataclass(frozen=True, slots=True)
class Filed:
    """A note as it is filed: its content, `mod` in epoch seconds, id (epoch milliseconds), deck id and position."""

    content: Content
    mod: int
    id: int
    deck: int
    due: int


def write_package(path: IO[bytes], decks: dict[str, int], notes: Iterable[Filed]) -> int:
    """Write a package of these decks and notes to an open file; return how many notes. OSError where a disk is full."""
    with tempfile.TemporaryDirectory(prefix="quiz-") as folder:
        database = Path(folder, "collection.anki2")
        try:
            count = write_collection(database, decks, notes)
        except sqlite3.Error as error:
            raise OSError(f"temporary database in {folder}: {error}") from error
        normalise(database)
        with ZipFile(path, "w") as package:
            with database.open("rb") as rows, package.open(member("collection.anki2"), "w") as packed:
                shutil.copyfileobj(rows, packed, 1 << 20)
            package.writestr(member("media"), "{}")
    return count


def member(name: str) -> ZipInfo:
    """Make a zip entry without a time or an owner; deflated, 10,000 notes take a fifth of what genanki stores."""
    info = ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
    info.compress_type = ZIP_DEFLATED
    info.create_system = 3
    info.external_attr = 0o600 << 16
    return info


def write_collection(database: Path, decks: dict[str, int], notes: Iterable[Filed]) -> int:
    """Write the collection; return how many notes."""
    tables, indexes = split_schema()
    connection = sqlite3.connect(database)
    try:
        connection.executescript("PRAGMA page_size=4096; PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF;")
        connection.executescript(tables + APKG_COL)
        count, used = 0, dict.fromkeys(ALWAYS)
        for batch in batched(notes):
            connection.executemany(NOTE, map(note_row, batch))
            connection.executemany(CARD, ((note.id, note.id, note.deck, note.mod, note.due) for note in batch))
            count += len(batch)
            used |= dict.fromkeys(note.content.notetype for note in batch)
        describe(connection, decks, used)
        connection.commit()
        connection.executescript(indexes)
    finally:
        connection.close()
    return count


def split_schema() -> tuple[str, str]:
    """Take tables and indexes of genanki's schema apart: an index is built faster over rows that are there."""
    statements = [statement for statement in APKG_SCHEMA.split(";") if statement.strip()]
    tables = [statement for statement in statements if "CREATE TABLE" in statement]
    indexes = [statement for statement in statements if "CREATE INDEX" in statement]
    return ";".join([*tables, ""]), ";".join([*indexes, ""])


def describe(connection: sqlite3.Connection, decks: dict[str, int], notetypes: Iterable[NoteType]) -> None:
    """Write the decks and note types."""
    (listed,) = connection.execute("SELECT decks FROM col").fetchone()
    entries = json.loads(listed)
    for name, number in decks.items():
        entries[str(number)] = genanki.Deck(number, name).to_json()
    models = {str(notetype.id): model(notetype) for notetype in notetypes}
    connection.execute("UPDATE col SET decks = ?, models = ?", (json.dumps(entries), json.dumps(models)))


def batched(notes: Iterable[Filed]) -> Iterator[list[Filed]]:
    """Take notes in lists of up to a thousand, so that memory stays flat."""
    rest = iter(notes)
    while batch := list(islice(rest, ROWS)):
        yield batch


def note_row(note: Filed) -> tuple[object, ...]:
    """Write a note as a row of Anki's table."""
    said = note.content
    tags = f" {' '.join(said.tags)} " if said.tags else ""
    return (note.id, said.guid, said.notetype.id, note.mod, tags, "\x1f".join(said.fields), said.fields[0])


def normalise(database: Path) -> None:
    """Set the bytes of the database's header that differ between equal databases."""
    with database.open("r+b") as file:
        for offset, fixed in HEADER:
            file.seek(offset)
            file.write(fixed)
