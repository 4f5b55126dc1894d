"""Decks as text for Anki's own import: a note on each line, known again by its guid, as in the package."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from io import StringIO
from pathlib import Path

from quiz.deck.model import Deck
from quiz.export.anki.filing import Filing
from quiz.export.anki.review import reviewed
from quiz.export.report import Report
from quiz.export.request import Request
from quiz.export.target import checked, replacing

HEAD = (
    "#separator:tab",
    "#html:true",
    "#notetype column:1",
    "#deck column:2",
    "#guid column:3",
    "#tags column:4",
)
"""What tells Anki how to read the rest: every further column is a field of the note, in its type's order."""


def write(decks: Sequence[Deck], out: Path, request: Request) -> Report:
    """Write the notes of all decks, and keep in their locks what Anki was told, as the export of packages does.

    Anki must know the note types, which a package brings. QuizError, with nothing written, where that would refuse.
    """
    target = checked(out, decks)
    warnings = reviewed(decks, request)
    with replacing(target, out) as file:
        text, number = written(Filing(decks, request))
        file.write(text.encode())
    return Report(cards=number, notes=number, files=(out,), warnings=warnings)


def written(filing: Filing) -> tuple[str, int]:
    """Write the notes of decks as text; return how many they are, too."""
    text, notes = StringIO(newline=""), [*filing.notes()]
    shelves = {number: name for name, number in filing.shelves.ids.items()}
    text.writelines(f"{line}\n" for line in HEAD)
    csv.writer(text, delimiter="\t", lineterminator="\n").writerows(
        (said.notetype.name, shelves[note.deck], said.guid, " ".join(said.tags), *said.fields)
        for note in notes
        for said in [note.content]
    )
    return text.getvalue(), len(notes)
