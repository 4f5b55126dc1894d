"""`quiz generate`: documents to decks, one each."""

from __future__ import annotations

import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from quiz.deck.model import Deck
from quiz.errors import QuizError
from quiz.verbs.failure import ERROR, OK, Attempt
from quiz.verbs.names import PIPED, deck_paths, piped_deck, source_of
from quiz.verbs.terminal import Progress, complain, say
from quiz.verbs.words import counted

if TYPE_CHECKING:
    from quiz.documents import Document


@dataclass(frozen=True, slots=True)
class Written:
    """What came of one document: how many cards it makes, and the line that says so."""

    cards: int
    line: str


def generate(
    paths: Sequence[Path], folder: Path, *, dry_run: bool = False, title: str = "", comparisons: bool = False
) -> int:
    """Make or update a deck of every document; 1 where one failed, the others being made all the same.

    With `comparisons`, and for a deck that has some already, cards that hold facts against one another are made too.
    Prints a line a deck on stdout and, on stderr, failures, a progress bar if that is a terminal, and a summary.
    """
    from quiz.documents import find_documents

    begun = time.perf_counter()
    if folder.exists() and not folder.is_dir():
        raise QuizError.at(str(folder), "is no folder", "name one with -o")
    chosen = _chosen(find_documents(paths), folder, title)
    failed = cards = 0
    progress = Progress(len(chosen))
    for document, deck in chosen.items():
        with Attempt(str(document)) as attempt:
            with progress.step(document.name):
                written = _written(document, deck, title, dry_run=dry_run, comparisons=comparisons)
            say(written.line)
            cards += written.cards
        failed += bool(attempt.status)
    complain(_summary(len(chosen), failed, cards, time.perf_counter() - begun))
    return ERROR if failed else OK


def _chosen(documents: Sequence[Path], folder: Path, title: str) -> dict[Path, Path]:
    """Choose every document's deck; QuizError where two decks of the folder would share a lock."""
    from quiz.deck.read import SUFFIXES, read_deck, same_locks

    there = sorted(path for path in folder.glob("*") if path.suffix in SUFFIXES)
    decks = [deck for path in there if (deck := read_deck(path)[0])]
    chosen = deck_paths([document for document in documents if str(document) != PIPED], folder, decks)
    if len(chosen) < len(documents) and PIPED in map(str, documents):
        chosen[Path(PIPED)] = piped_deck(title, folder, decks, chosen.values())
    if problems := same_locks(sorted({*there, *chosen.values()})):
        raise QuizError(problems)
    return chosen


def _written(document: Path, path: Path, title: str, *, dry_run: bool, comparisons: bool) -> Written:
    from quiz.deck.comparisons import compares
    from quiz.deck.merge import merge
    from quiz.documents import read
    from quiz.questions import make_cards

    text = _piped(title) if str(document) == PIPED else read(document)
    cards = make_cards(text, comparisons=comparisons or compares(path))
    deck = Deck(title=text.title, cards=tuple(cards), source=source_of(document, path))
    if not deck.cards and not path.exists():
        return Written(0, f"{document}: no dates, figures or quotations found, so no deck")
    return Written(len(deck.cards), f"{path}: {merge(path, deck, dry_run=dry_run).summary()}")


def _piped(title: str) -> Document:
    """Read the document on standard input."""
    from quiz.documents.piped import read_piped

    return read_piped(sys.stdin.buffer, title)


def _summary(documents: int, failed: int, cards: int, seconds: float) -> str:
    failures = f" ({failed} failed)" if failed else ""
    return f"{counted(documents, 'document')}{failures}, {counted(cards, 'card')}, {seconds:.1f} s"
