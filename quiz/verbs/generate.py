"""`quiz generate`: documents to decks, one each."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from quiz.deck.model import Deck
from quiz.errors import QuizError
from quiz.verbs.failure import ERROR, OK, Attempt
from quiz.verbs.names import deck_paths, source_of
from quiz.verbs.terminal import Progress, complain, say
from quiz.verbs.words import counted


@dataclass(frozen=True, slots=True)
class Written:
    """What came of one document: how many cards it makes, and the line that says so."""

    cards: int
    line: str


def generate(paths: Sequence[Path], folder: Path, *, dry_run: bool = False, comparisons: bool = False) -> int:
    """Make or update a deck of every document; 1 where one failed, the others being made all the same.

    With `comparisons`, and for a deck that has some already, cards that hold facts against one another are made too.
    Prints a line a deck on stdout and, on stderr, failures, a progress bar if that is a terminal, and a summary.
    """
    from quiz.documents import find_documents

    begun = time.perf_counter()
    if folder.exists() and not folder.is_dir():
        raise QuizError.at(str(folder), "is no folder", "name one with -o")
    chosen = _chosen(find_documents(paths), folder)
    failed = cards = 0
    progress = Progress(len(chosen))
    for document, deck in chosen.items():
        with Attempt(str(document)) as attempt:
            with progress.step(document.name):
                written = _written(document, deck, dry_run=dry_run, comparisons=comparisons)
            say(written.line)
            cards += written.cards
        failed += bool(attempt.status)
    complain(_summary(len(chosen), failed, cards, time.perf_counter() - begun))
    return ERROR if failed else OK


def _chosen(documents: Sequence[Path], folder: Path) -> dict[Path, Path]:
    """Choose every document's deck; QuizError where two decks of the folder would share a lock."""
    from quiz.deck.read import SUFFIXES, read_deck, same_locks

    there = sorted(path for path in folder.glob("*") if path.suffix in SUFFIXES)
    chosen = deck_paths(documents, folder, (deck for path in there if (deck := read_deck(path)[0])))
    if problems := same_locks(sorted({*there, *chosen.values()})):
        raise QuizError(problems)
    return chosen


def _written(document: Path, path: Path, *, dry_run: bool, comparisons: bool) -> Written:
    from quiz.deck.comparisons import compares
    from quiz.deck.merge import merge
    from quiz.documents import read
    from quiz.questions import make_cards

    text = read(document)
    cards = make_cards(text, comparisons=comparisons or compares(path))
    deck = Deck(title=text.title, cards=tuple(cards), source=source_of(document, path))
    if not deck.cards and not path.exists():
        return Written(0, f"{document}: no dates, figures or quotations found, so no deck")
    return Written(len(deck.cards), f"{path}: {merge(path, deck, dry_run=dry_run).summary()}")


def _summary(documents: int, failed: int, cards: int, seconds: float) -> str:
    failures = f" ({failed} failed)" if failed else ""
    return f"{counted(documents, 'document')}{failures}, {counted(cards, 'card')}, {seconds:.1f} s"
