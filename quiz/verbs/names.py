"""Which deck belongs to which document: one each, the same one every time."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import count
from pathlib import Path

from quiz.deck.files import is_there, real_path
from quiz.deck.model import Deck
from quiz.errors import QuizError

PIPED = "-"
"""What stands for standard input, on the command line and as the source of a deck."""


def piped_deck(title: str, folder: Path, decks: Iterable[Deck], taken: Iterable[Path]) -> Path:
    """The deck of a text on standard input: the one made of it before, by its title, or else one called after that."""
    names = {path.stem.casefold() for path in taken}
    for deck in decks:
        if deck.source == PIPED and deck.title == title:
            return Path(deck.path)
        names.add(Path(deck.path).stem.casefold())
    stem = re.sub(r"[\W_]+", "-", title.lower()).strip("-")[:80] or "piped"
    free = (name for name in (stem, *(f"{stem}-{number}" for number in range(2, len(names) + 3))) if name not in names)
    return folder / f"{next(free)}.yaml"


def deck_paths(documents: Sequence[Path], folder: Path, decks: Iterable[Deck]) -> dict[Path, Path]:
    """Give every document a deck in a folder where some `decks` are already.

    A document keeps the deck that names it as its source. Else it gets one called after it or, where that name belongs
    to another document or to a deck written by hand, one called after its format, its folder, or a number too. A deck
    whose document is gone may be taken over: the document has moved. Names that differ only in case or in suffix (which
    share a lock) are the same, and a document named by two paths is one.
    """
    owned: dict[Path, Path] = {}
    called: dict[str, Path] = {}
    taken: set[str] = set()
    for deck in decks:
        path = Path(deck.path)
        called.setdefault(path.stem.casefold(), path)
        source = real_path(path.parent / deck.source)
        if deck.source in {"", PIPED} or is_there(source):
            taken.add(path.stem.casefold())
        if deck.source not in {"", PIPED}:
            owned.setdefault(source, path)
    named = {real_path(document): document for document in reversed(documents)}
    once = {document: real for real, document in reversed(named.items())}
    chosen = {document: owned[real] for document, real in once.items() if real in owned}
    for document in sorted(set(once) - set(chosen)):
        name = next(name for name in _candidates(document) if name.casefold() not in taken)
        chosen[document] = called.get(name.casefold(), folder / f"{name}.yaml")
        taken.add(name.casefold())
    return {document: chosen[document] for document in once}


def source_of(document: Path, deck: Path) -> str:
    """Name a document as its deck does: relative to the deck's folder, with slashes; QuizError if it is not UTF-8."""
    if str(document) == PIPED:
        return PIPED
    name = Path(os.path.relpath(real_path(document), real_path(deck.parent))).as_posix()
    if any("\ud800" <= character <= "\udfff" for character in name):
        raise QuizError.at(str(document), "its name is not UTF-8, so that no deck could name it", "rename it")
    return name


def _candidates(document: Path) -> Iterator[str]:
    stem, suffix, parent = document.stem, document.suffix.lstrip("."), real_path(document).parent.name
    yield stem
    yield f"{stem}-{suffix}"
    yield f"{parent}-{stem}"
    yield f"{parent}-{stem}-{suffix}"
    yield from (f"{stem}-{number}" for number in count(2))
