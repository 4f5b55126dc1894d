"""Rows of a table that are notes of ours, as `quiz export --format anki-tsv` and Anki itself write them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from quiz.deck.notefields import FIELDS, NAMED
from quiz.imports.anki.collection import CardRow, Collection, Note
from quiz.imports.anki.notetypes import NoteType
from quiz.imports.anki.ours import Restored, is_ours, restored
from quiz.imports.tables.rows import Table

TYPES = {
    f"{NAMED}{key.capitalize()}".casefold(): NoteType(0, f"{NAMED}{key.capitalize()}", key == "cloze", fields, (), {})
    for key, fields in FIELDS.items()
}


def taken_out(table: Table, path: str) -> Restored:
    """Take the notes of ours out of a table; when they were edited in Anki, if ever, no table tells."""
    collection, left = Collection(), []
    decks = dict[str, int]()
    for line, row in table.rows:
        if note := _note(table, line, row):
            title = _cell(table, row, "deck") or table.deck
            number = decks.setdefault(title, len(decks))
            collection.decks[number] = title
            collection.notes.append(note)
            collection.cards[line] = [CardRow(line, 0, number, None, suspended=False, mod=0)]
        else:
            left.append((line, row))
    table.rows[:] = left
    found = restored(collection.notes, collection, path)
    for at, shelf in enumerate(found.shelves):
        items = [
            replace(item, home="", told={name: replace(each, mod=0) for name, each in item.told.items()})
            for item in shelf.items
        ]
        found.shelves[at] = replace(shelf, items=items)
    return found


def _note(table: Table, line: int, row: Sequence[str]) -> Note | None:
    """Read a row as a note of ours; None where it is none."""
    notetype = TYPES.get(_cell(table, row, "notetype").casefold())
    if notetype is None:
        return None
    fields = [cell for at, cell in enumerate(row) if at not in table.meant.values()][: len(notetype.fields)]
    fields += [""] * (len(notetype.fields) - len(fields))
    tags = tuple(_cell(table, row, "tags").split()) + table.tags
    note = Note(line, _cell(table, row, "guid"), notetype, 0, tags, tuple(fields))
    return note if is_ours(note) else None


def _cell(table: Table, row: Sequence[str], name: str) -> str:
    """Return the cell of a column that the table's head names."""
    at = table.meant.get(name)
    return row[at].strip() if at is not None and at < len(row) else ""
