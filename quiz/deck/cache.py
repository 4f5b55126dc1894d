"""Remembers decks as they were read, so that a large one opens in a tenth of the time.

It is kept in the user's own cache folder as JSON, a file for each deck, with the bytes of the deck and, if it takes
identities from it, of its lock: what has changed by a byte is read anew. The folder may be deleted at any time; a file
in it that is torn, foreign or of another version is passed over. QUIZ_CACHE names another folder; set to nothing, it
keeps nothing.
"""

from __future__ import annotations

import json
import os
import struct
from contextlib import suppress
from dataclasses import fields
from itertools import accumulate, pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zlib import crc32

from quiz import __version__
from quiz.deck.files import LIMIT, lock_path, real_path
from quiz.deck.model import Card, Deck, Passage, Source
from quiz.deck.remembered import RememberedCards, packed
from quiz.errors import Place, Problem

if TYPE_CHECKING:
    from collections.abc import Sequence

FOLDER = "QUIZ_CACHE"
FORMAT = 6
HEAD = struct.Struct(">8sIIII")
"""A mark, the checksum of what was read, and the lengths of the deck, its lock and what was read of them."""

MARK = b"quizdck1"
OWN = 2**32 - 1
"""Stands for the length of the lock where all identities are the deck's own."""


def folder() -> Path | None:
    """Where things are remembered; None if nothing is to be."""
    named = os.environ.get(FOLDER)
    if named is not None:
        return Path(named) if named else None
    import platformdirs

    return platformdirs.user_cache_path("quizwright", appauthor=False)


def recall(path: Path) -> tuple[tuple[Deck, tuple[Problem, ...]] | None, bytes]:
    """Return a deck as it was read of the same bytes, with its warnings, or None; and the bytes it has now."""
    kept, deck = _file(path), b""
    if kept is None:
        return None, deck
    with suppress(OSError, ValueError, TypeError, KeyError, IndexError, AttributeError, struct.error, RecursionError):
        deck = _bytes(path)
        data = kept.read_bytes()
        mark, check, *lengths = HEAD.unpack_from(data)
        lock = b"" if lengths[1] == OWN else _bytes(lock_path(path))
        lengths[1] %= OWN
        if mark != MARK or lengths[:2] != [len(deck), len(lock)] or len(data) != HEAD.size + sum(lengths):
            return None, deck
        same = data.startswith(deck, HEAD.size) and data.startswith(lock, HEAD.size + len(deck))
        if same and crc32(memoryview(data)[-lengths[2] :]) == check:
            return _read(data, len(data) - lengths[2], str(path)), deck
    return None, deck


def keep(path: Path, read: int, deck: Deck, warnings: Sequence[Problem], *, own: bool = False) -> None:
    """Remember a deck, with its cards identified, that was read of bytes with a hash; not if they have changed since.

    `own` says that its lock had nothing to do with it.
    """
    kept = _file(path)
    if kept is None:
        return
    draft = kept.with_suffix(f".{os.getpid()}")
    try:
        parts = (_bytes(path), b"" if own else _bytes(lock_path(path)), _told(deck, warnings))
        if hash(parts[0]) == read:
            kept.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            draft.write_bytes(b"".join((_head(parts, own=own), *parts)))
            draft.replace(kept)
    except (OSError, ValueError):
        with suppress(OSError):
            draft.unlink(missing_ok=True)


def _head(parts: tuple[bytes, bytes, bytes], *, own: bool) -> bytes:
    """Write the head of what is kept."""
    deck, lock, told = map(len, parts)
    return HEAD.pack(MARK, crc32(parts[2]), deck, OWN if own else lock, told)


def _bytes(path: Path) -> bytes:
    """Return a file's bytes, b"" if there is none; OSError where it is no file of a size we read."""
    if not path.exists():
        return b""
    if not path.is_file() or path.stat().st_size > LIMIT:
        raise OSError(path)
    return path.read_bytes()


def _file(path: Path) -> Path | None:
    """Where a deck is remembered: decks whose names collide take turns."""
    place = folder()
    if place is None:
        return None
    return place / "decks" / f"{path.stem[:40]}-{crc32(os.fsencode(real_path(path))):08x}.deck"


def _told(deck: Deck, problems: Sequence[Problem]) -> bytes:
    """Return a deck and its warnings: a line of plain values, and behind it the cards in parts."""
    heads, parts = packed(deck.cards)
    told = {
        "reader": reader(),
        "deck": {name: getattr(deck, name) for name in ("title", "id", "source", "tags", "format", "include")},
        "problems": [
            (each.place.line, each.place.column, each.message, each.hint, each.code, each.width) for each in problems
        ],
        "heads": heads,
        "parts": [len(part) for part in parts],
    }
    return b"\n".join((json.dumps(told).encode(), b"".join(parts)))


def _read(data: bytes, at: int, path: str) -> tuple[Deck, tuple[Problem, ...]] | None:
    """Return the deck and warnings that were told from a place on; None if another version did."""
    end = data.index(b"\n", at)
    told = json.loads(data[at:end])
    if told["reader"] != reader():
        return None
    told["deck"] |= {name: tuple(told["deck"][name]) for name in ("tags", "include")}
    cards = memoryview(data[end + 1 :])  # alone, for the rest is as much again
    parts = [cards[start:stop] for start, stop in pairwise(accumulate(told["parts"], initial=0))]
    problems = [
        Problem(Place(path, line, column), message, hint, "warning", code, width)
        for line, column, message, hint, code, width in told["problems"]
    ]
    return Deck(**told["deck"], cards=RememberedCards(told["heads"], parts, path), path=path), tuple(problems)


def reader(package: Path = Path(__file__).parent) -> list[Any]:
    """Name who reads decks: this version, its fields, and the sources of a package as they were changed last."""
    with suppress(OSError), os.scandir(package) as entries:
        changed = max(entry.stat().st_mtime_ns for entry in entries if entry.name.endswith(".py"))
        names = [each.name for kind in (Card, Source, Passage) for each in fields(kind)]
        return [FORMAT, __version__, changed, *names]
    return []
