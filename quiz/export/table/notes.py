"""Decks as text for Anki's own import: a note on each line, known again by its guid, as in the package."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from io import TextIOWrapper
from pathlib import Path
from typing import IO

from quiz.deck.model import Deck
from quiz.errors import Place, Problem
from quiz.export.anki.filing import Filing
from quiz.export.anki.ledger import homed
from quiz.export.anki.review import overwritten, reviewed
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
    request = homed(decks, request)
    warnings, filing = reviewed(decks, request), Filing(decks, request)
    with replacing(target, out) as file:
        number = put(file, filing)
    warnings = (*warnings, *filing.album.problems(), *apart(filing))
    return Report(cards=number, notes=number, files=(out,), warnings=warnings, told=tuple(overwritten(filing)))


def put(file: IO[bytes], filing: Filing) -> int:
    """Write the notes of decks as text, one by one; return how many they are."""
    number, text = 0, TextIOWrapper(file, "utf-8", newline="")
    text.writelines(f"{line}\n" for line in HEAD)
    rows = csv.writer(text, delimiter="\t", lineterminator="\n")
    for number, note in enumerate(filing.notes(), 1):  # noqa: B007
        said = note.content
        rows.writerow(
            (said.notetype.name, filing.shelves.names[note.deck], said.guid, " ".join(said.tags), *said.fields)
        )
    text.detach()
    return number


def apart(filing: Filing) -> Iterator[Problem]:
    """Tell of pictures and sounds, which text cannot bring along."""
    if names := [*filing.album.files]:
        message = f"pictures and sounds are named and not brought: {len(names):,}, such as {names[0]}"
        hint = "put them into Anki's folder collection.media, or write a package (-o deck.apkg)"
        yield Problem(Place(filing.decks[0].path), message, hint, "warning")
