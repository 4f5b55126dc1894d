"""Decks as CSV or TSV with a row for each card: to be sorted and edited in a spreadsheet, or read by a program."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from io import TextIOWrapper
from pathlib import Path

from quiz.deck.cloze import hinted
from quiz.deck.model import Card, Deck
from quiz.deck.remembered import in_passing
from quiz.export.losses import Losses
from quiz.export.media import EVERYTHING, Room
from quiz.export.report import Report
from quiz.export.request import Request
from quiz.export.sources import file, place
from quiz.export.table.cells import formula, listed, safe
from quiz.export.target import checked, replacing
from quiz.export.wording import clean, line

COLUMNS = (
    "deck", "question", "cloze", "answer", "accept", "distractors", "tolerance", "explanation", "tags", "kind",
    "document", "place", "passage", "all_of", "unit", "wrong_feedback", "pin", "hint", "points", "partial",
    "difficulty", "deck_id", "id",
)  # fmt: skip
"""The columns, named as the keys of a deck are; `place` says page, line or section, the ids make a card known again."""


def write_csv(decks: Sequence[Deck], out: Path, _request: Request) -> Report:
    """Write decks as CSV after RFC 4180, with the mark by which spreadsheets know UTF-8."""
    return write(decks, out, encoding="utf-8-sig", delimiter=",", end="\r\n")


def write_tsv(decks: Sequence[Deck], out: Path, _request: Request) -> Report:
    """Write decks with tabs between the cells, quoted as in CSV where that is needed."""
    return write(decks, out, encoding="utf-8", delimiter="\t", end="\n")


def write(decks: Sequence[Deck], out: Path, *, encoding: str, delimiter: str, end: str) -> Report:
    """Write a head and a row for each card; QuizError, with nothing written, where the file cannot be."""
    target, losses, written = checked(out, decks), Losses(), 0
    with replacing(target, out) as file:
        text = TextIOWrapper(file, encoding, newline="")
        table = csv.writer(text, delimiter=delimiter, lineterminator=end)
        table.writerow(COLUMNS)
        for deck in decks:
            for card in in_passing(deck.cards):
                cells = tuple(row(card, deck))
                table.writerow(map(safe, cells))
                untold(card, deck, cells, losses)
                written += 1
        text.detach()
    return Report(cards=written, files=(out,), warnings=losses.problems())


def row(card: Card, deck: Deck) -> Iterator[str]:
    """Write what a card says, in the order of the columns; the answer of an order card is a list."""
    yield line(deck.title)
    yield clean(card.question)
    yield clean(hinted(card.cloze, card.hints))
    yield listed(card.ordered) if card.ordered else clean(card.answer)
    yield listed(card.accept)
    yield listed(card.distractors)
    yield clean(card.tolerance)
    yield clean(card.explanation)
    yield listed(dict.fromkeys((*deck.tags, *card.tags)))
    yield card.kind
    yield file(card, deck)
    yield place(card.source.passage) if card.source else ""
    yield clean(card.source.passage.text) if card.source else ""
    yield listed(card.all_of)
    yield clean(card.unit)
    yield listed(card.feedback, gaps=True)
    yield listed(card.pin)
    yield clean(card.hint)
    yield card.points
    yield "true" * card.partial
    yield card.difficulty
    yield line(deck.id)
    yield line(card.id)


def untold(card: Card, deck: Deck, cells: Sequence[str], losses: Losses) -> None:
    """Tell what a row leaves out or changes."""
    losses.controls(card, deck)
    _, media, left = EVERYTHING.load(card, deck, Room())
    if media:
        losses.tell(card, deck, "pictures and sounds are named, and stay beside the deck: a table is text alone")
    for message, hint in left:
        losses.tell(card, deck, message, hint)
    if card.source and card.source.evidence:
        losses.tell(card, deck, "further passages are left out: a row has room for one")
    if any(map(formula, cells)):
        losses.tell(card, deck, "a cell that a spreadsheet would run has an apostrophe before it")
