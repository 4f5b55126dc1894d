"""The .apkg file: Anki's collection, written by rows, in a zip whose bytes depend on nothing but the notes."""

from __future__ import annotations

import json
import shutil
import sqlite3
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import IO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import genanki
from genanki.apkg_col import APKG_COL
from genanki.apkg_schema import APKG_SCHEMA

from quiz.export.anki.filing import Filed, Taken
from quiz.export.anki.notetypes import ALWAYS, NoteType, model
from quiz.export.anki.scheduling import CREATED, answers, state
from quiz.export.anki.theirs import TheirType

ROWS = 1000
LEVEL = 1
"""How hard the file is deflated: at 6, zlib's own choice, it takes three times as long and is a fifth smaller."""

# Bytes of the SQLite header that count writes or name the SQLite version (https://sqlite.org/fileformat2.html, 1.3).
HEADER = ((24, (1).to_bytes(4, "big")), (92, (1).to_bytes(4, "big") + (3040000).to_bytes(4, "big")))

NOTE = "INSERT INTO notes VALUES(?,?,?,?,-1,?,?,?,0,0,'')"
CARD = "INSERT INTO cards VALUES(?,?,?,?,?,-1,?,?,?,?,?,?,?,?,0,0,?,?)"
ANSWER = "INSERT INTO revlog VALUES(?,?,?,?,?,?,?,?,?)"

# Without the first Anki takes the package for one of its oldest scheduler, and turns answers into others (Good: Easy).
CONF = {"schedVer": 2, "creationOffset": 0}


def write_package(
    path: IO[bytes], decks: dict[str, int], notes: Iterable[Filed], media: Mapping[str, Path] | None = None
) -> int:
    """Write a package of these decks and notes to an open file; return how many notes. OSError where a disk is full.

    `decks` and `media`, the files that notes name, fill while the notes are gone through.
    """
    with tempfile.TemporaryDirectory(prefix="quiz-") as folder:
        database = Path(folder, "collection.anki2")
        try:
            count = write_collection(database, decks, notes)
        except sqlite3.Error as error:
            raise OSError(f"temporary database in {folder}: {error}") from error
        normalise(database)
        with ZipFile(path, "w", ZIP_DEFLATED, compresslevel=LEVEL) as package:
            with database.open("rb") as rows, package.open("collection.anki2", "w") as packed:
                shutil.copyfileobj(rows, packed, 1 << 20)
            write_media(package, media or {})
            for entry in package.infolist():
                entry.create_system = 3  # wherever it is written; the time is that of no clock anyway
    return count


def write_media(package: ZipFile, media: Mapping[str, Path]) -> None:
    """Write the files by their numbers, as they are, since pictures hardly pack, and the list of their names."""
    for number, file in enumerate(media.values()):
        with file.open("rb") as opened, package.open(ZipInfo(f"{number}"), "w", force_zip64=False) as packed:
            shutil.copyfileobj(opened, packed, 1 << 20)
    with package.open("media", "w") as packed:
        packed.write(json.dumps({f"{number}": name for number, name in enumerate(media)}).encode())


def write_collection(database: Path, decks: dict[str, int], notes: Iterable[Filed]) -> int:
    """Write the collection; return how many notes."""
    tables, indexes = split_schema()
    connection = sqlite3.connect(database)
    try:
        connection.executescript("PRAGMA page_size=4096; PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF;")
        connection.executescript(tables + APKG_COL)
        count, used, taken = 0, dict[int, NoteType | TheirType]({each.id: each for each in ALWAYS}), Taken()
        for batch in batched(notes):
            connection.executemany(NOTE, map(note_row, batch))
            connection.executemany(CARD, (row for note in batch for row in card_rows(note)))
            connection.executemany(ANSWER, (row for note in batch if note.learnt for row in answers(note, taken)))
            count += len(batch)
            used |= {note.content.notetype.id: note.content.notetype for note in batch}
        describe(connection, decks, used.values())
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


def describe(connection: sqlite3.Connection, decks: dict[str, int], notetypes: Iterable[NoteType | TheirType]) -> None:
    """Write the decks and note types, and how the days of the package are counted."""
    listed, kept = connection.execute("SELECT decks, conf FROM col").fetchone()
    entries = json.loads(listed)
    for name, number in decks.items():
        entries[str(number)] = genanki.Deck(number, name).to_json()
    models = {str(each.id): each.definition if isinstance(each, TheirType) else model(each) for each in notetypes}
    conf = json.loads(kept) | CONF
    connection.execute(
        "UPDATE col SET decks = ?, models = ?, conf = ?, crt = ?",
        (json.dumps(entries), json.dumps(models), json.dumps(conf), CREATED),
    )


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


def card_rows(note: Filed) -> Iterator[tuple[object, ...]]:
    """Write a note's cards as rows of Anki's table."""
    for number, at in note.cards or ((note.id, 0),):
        yield (number, note.id, note.deck, at, note.mod, *state(note, own=number == note.id))


def normalise(database: Path) -> None:
    """Set the bytes of the database's header that differ between equal databases."""
    with database.open("r+b") as file:
        for offset, fixed in HEADER:
            file.seek(offset)
            file.write(fixed)
