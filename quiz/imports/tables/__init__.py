"""Tables: CSV and TSV of spreadsheets, Quizlet's terms and definitions, and Anki's notes as text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from quiz.deck.model import Card
from quiz.imports import markup
from quiz.imports.carding import Parts, card
from quiz.imports.clozes import CROWDED, asked, numbers, ours, parsed, some
from quiz.imports.losses import Losses
from quiz.imports.model import Found
from quiz.imports.places import source
from quiz.imports.tables.columns import Columns, columns, gapped, listed
from quiz.imports.tables.fitting import misfits
from quiz.imports.tables.rows import Table, table
from quiz.imports.taught import KEYS
from quiz.imports.telling import capped
from quiz.imports.texts import Gathering, text_of

if TYPE_CHECKING:
    from quiz.imports.anki.ours import Restored

__all__ = ["read"]

WORDS = frozenset({"question", "answer", "explanation", "hint"})
"""Columns of text that a table may hold as HTML."""


def read(path: Path) -> Found:
    """Read a table, a card or more a row; QuizError where it is none."""
    losses = Losses(str(path))
    read_table = table(text_of(path), path)
    ours = _ours(read_table, path)
    named = columns(read_table)
    gathering = Gathering(path, losses)
    for line, row in read_table.rows:
        if any(cell.strip() for cell in row):
            _gather(_Row(read_table, named, row, line), gathering)
    if ours is None or not ours.shelves:
        return replace(gathering.found(), exact=True)
    theirs = gathering.found() if gathering.shelves else Found((), losses.told())
    warnings = (*theirs.warnings, *capped(ours.faults, "notes that were mended or left out"))
    return replace(theirs, shelves=(*ours.shelves, *theirs.shelves), warnings=warnings, exact=True)


def _ours(read_table: Table, path: Path) -> Restored | None:
    """Take the notes of ours out of a table, which only one of Anki's can have."""
    if not read_table.is_anki:
        return None
    from quiz.imports.tables.notes import taken_out  # on use: it loads what reads collections

    return taken_out(read_table, str(path))


class _Row:
    """One row, its cells by what they hold."""

    def __init__(self, read_table: Table, named: Columns, row: Sequence[str], line: int) -> None:
        self.line = line
        self._html = read_table.html
        self._anki = read_table.is_anki
        self._cells = named.cells(row)
        self._rest = named.rest(row)
        self.ours = bool(self.raw("deck_id") and self.raw("id"))
        strange = misfits(self.one, self.many, ours=self.ours)
        self._rest = [*((name, "; ".join(filter(None, self._cells.pop(name)))) for name in strange), *self._rest]
        known = {"feedback" if name == "wrong_feedback" else name for name in named.meanings}
        self.known = KEYS & known.difference(strange)
        self.title = self.one("deck") or read_table.deck
        self.more_tags = read_table.tags

    def one(self, name: str) -> str:
        """Return the text of the first filled cell of a name."""
        cell = next((cell for cell in self._cells.get(name, ()) if cell.strip()), "")
        return markup.read(cell).text if self._html and name in WORDS else cell.strip()

    def raw(self, name: str) -> str:
        """Return a cell as it stands there."""
        return next((cell for cell in self._cells.get(name, ()) if cell.strip()), "")

    def many(self, name: str) -> list[str]:
        """Return the texts of all cells of a name, lists taken apart."""
        return [
            text for cell in self._cells.get(name, ()) for text in listed(cell, name, anki=self._anki, ours=self.ours)
        ]

    def explanation(self) -> str:
        """Return the explanation, and what the columns hold that have no meaning for us, each behind its name."""
        rest = [(name, markup.read(cell).text if self._html else cell.strip()) for name, cell in self._rest]
        texts = [self.one("explanation"), *(f"{name}: {text}" if name else text for name, text in rest if text)]
        return "\n".join(filter(None, texts))

    @property
    def tags(self) -> list[str]:
        """The tags of the row, and those of all rows."""
        return [*self.many("tags"), *self.more_tags]


def _gather(row: _Row, gathering: Gathering) -> None:
    """Make the card of a row, or one for each number of its cloze in Anki's notation, which a table of ours has not."""
    deck, name, guid = row.one("deck_id"), row.one("id"), row.one("guid")
    text = row.raw("cloze") or row.raw("question")
    there = set() if deck and name else numbers(parsed(text))
    found = some(there, text)
    gathering.losses.many(CROWDED, len(there) - len(found), row.line)
    if not found:
        made = _card(row, gathering.losses, name)
        return gathering.add(made, row.title, deck=deck, key=guid or name, guid=guid, known=row.known)
    answer = "" if row.raw("cloze") else row.one("answer")
    for number in found:
        shown = asked(parsed(text), number)
        cloze = ours(markup.read(shown).text)
        explained = "\n".join(filter(None, (answer, row.explanation())))
        made = card(gathering.losses, Parts(cloze=cloze, explanation=explained, tags=row.tags, line=row.line))
        gathering.add(made, row.title, key=f"{guid}/{number - 1}" if guid else "", guid=guid)
    return None


def _card(row: _Row, losses: Losses, name: str) -> Card | None:
    """Make the card of a row."""
    kind, answer = row.one("kind"), row.one("answer")
    parts = Parts(
        answer=answer,
        question=row.one("question"),
        cloze=row.one("cloze"),
        accept=row.many("accept"),
        distractors=row.many("distractors"),
        explanation=row.explanation(),
        hint=row.one("hint"),
        tags=row.tags,
        kind=kind,
        tolerance=row.one("tolerance"),
        ordered=listed(answer, "answer", ours=row.ours) if kind == "order" else (),
        all_of=row.many("all_of"),
        unit=row.one("unit"),
        feedback=dict(zip(row.many("distractors"), gapped(row.one("wrong_feedback")), strict=False)),
        pin=row.many("pin"),
        points=row.one("points"),
        partial=row.one("partial").casefold() == "true",
        difficulty=row.one("difficulty"),
        name=name,
        line=row.line,
    )
    made = card(losses, parts)
    return _sourced(made, row) if made else None


def _sourced(made: Card, row: _Row) -> Card:
    """Add where a card comes from."""
    found = source(row.one("passage"), row.one("document"), row.one("place"), row.title)
    return replace(made, source=found) if found else made
