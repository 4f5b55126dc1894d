"""Packages made to do harm, or broken by accident."""

from __future__ import annotations

import json
import sqlite3
import zipfile
from collections.abc import Callable
from pathlib import Path

import zstandard

MODEL = {
    "1": {
        "id": 1,
        "name": "Basic",
        "type": 0,
        "flds": [{"name": "Front", "ord": 0}, {"name": "Back", "ord": 1}],
        "tmpls": [{"name": "Card 1", "ord": 0, "qfmt": "{{Front}}", "afmt": "{{Back}}"}],
    }
}
TABLES = (
    "CREATE TABLE col (id integer, models text, decks text);"
    "CREATE TABLE notes (id integer primary key, guid text, mid integer, mod integer, tags text, flds text);"
    "CREATE TABLE cards (id integer primary key, nid integer, did integer, ord integer, odid integer, due integer, "
    "queue integer, type integer, data text, mod integer, flags integer);"
    "CREATE TABLE revlog (id integer primary key, cid integer, ease integer, ivl integer, factor integer, "
    "time integer, type integer);"
)

Change = Callable[[sqlite3.Connection], object]


def database(path: Path, *fields: str, change: Change | str = "", tables: str = TABLES) -> bytes:
    """A collection of one note, and whatever is done to it then."""
    connection = sqlite3.connect(path)
    connection.executescript(tables)
    if tables == TABLES:
        connection.execute("insert into col values (1, ?, ?)", (json.dumps(MODEL), '{"1": {"id": 1, "name": "Geo"}}'))
        flds = "\x1f".join(fields or ("front", "back"))
        connection.execute("insert into notes values (1, 'guid', 1, 5, ' a ', ?)", (flds,))
        connection.execute("insert into cards values (1, 1, 1, 0, 0, 1, 0, 0, '', 5, 0)")
    if callable(change):
        change(connection)
    elif change:
        connection.executescript(change)
    connection.commit()
    connection.close()
    data = path.read_bytes()
    path.unlink()
    return data


def package(path: Path, members: dict[str, bytes], *, deflated: bool = True) -> Path:
    """A package of these members."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED if deflated else zipfile.ZIP_STORED) as file:
        for name, data in members.items():
            file.writestr(name, data)
    return path


def bomb(size: int) -> bytes:
    """Nothing, very long, as a zstd frame that does not say how long it is."""
    packer = zstandard.ZstdCompressor(level=3).compressobj()
    parts = [packer.compress(bytes(2**20)) for _ in range(size // 2**20)]
    return b"".join([*parts, packer.flush()])


def collection(folder: Path, *fields: str, change: Change | str = "", media: dict[str, bytes] | None = None) -> Path:
    """A package of the oldest format, with a list of media."""
    names = {str(at): name for at, name in enumerate(media or {})}
    members = {
        "collection.anki2": database(folder / "c.db", *fields, change=change),
        "media": json.dumps(names).encode(),
    }
    members |= {str(at): data for at, data in enumerate((media or {}).values())}
    return package(folder / "x.apkg", members)


def written(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())
