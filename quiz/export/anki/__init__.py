"""Decks as an Anki package, made to be imported again and again: nothing doubled, nothing lost, nothing overwritten."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from quiz.deck.model import Deck
from quiz.export.anki.filing import Filing
from quiz.export.anki.ledger import homed
from quiz.export.anki.package import write_package
from quiz.export.anki.review import foretold, reviewed
from quiz.export.report import Report
from quiz.export.request import Request
from quiz.export.target import checked, replacing

__all__ = ["write"]


def write(decks: Sequence[Deck], out: Path, request: Request) -> Report:
    """Write decks, a note with one card for each presentation of their cards, and keep in their locks what was told.

    QuizError, with nothing written, where a deck or card has no identity or
    shares one, a card asks or answers nothing, or the target cannot be written.
    """
    target = checked(out, decks)
    request = homed(decks, request)
    warnings = reviewed(decks, request)
    filing = Filing(decks, request)
    with replacing(target, out) as file:
        count = write_package(file, filing.shelves.ids, filing.notes(), filing.album.files)
    cards = count + filing.more
    warnings = (*warnings, *filing.album.problems())
    return Report(cards=cards, notes=count, files=(out,), warnings=warnings, told=foretold(filing, count))
