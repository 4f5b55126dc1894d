"""One run over decks, remembered: decks that have not changed by a byte are not looked at again."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import astuple
from hashlib import blake2b
from pathlib import Path

from quiz.checking.ignoring import Choice
from quiz.checking.references import Found, unknown
from quiz.deck.cache import folder, reader
from quiz.deck.files import lock_path, read_data, real_path
from quiz.deck.including import brought
from quiz.deck.read import find_decks, read_deck
from quiz.errors import Place, Problem, QuizError

INCLUDES = re.compile(rb"^[\xef\xbb\xbf]*[\"']?include[\"']?\s*:", re.MULTILINE)
"""What a deck that brings others along has on a line."""


def check_decks(paths: Sequence[Path], choice: Choice | None = None) -> tuple[Problem, ...]:
    """Find all problems of decks and their locks; nothing is written beside them.

    QuizError only if there is nothing to check.
    """
    choice = choice or Choice()
    files = _with_included(find_decks(paths))
    stamp, kept = _stamp(files, choice), _file([path for path, _ in files], choice)
    known = _recall(kept, stamp)
    if known is None:
        known = _checked(files, choice)
        _keep(kept if known.lasting else None, stamp, known)
    return _in_order(known.problems, unknown(known.references), [path for path, _ in files])


def _with_included(paths: Sequence[Path]) -> list[tuple[Path, bytes | QuizError]]:
    """Take the bytes of decks, and of those that they bring along."""
    files = [(path, _data(path)) for path in paths]
    seen = {real_path(path) for path in paths}
    for path, data in files:
        if isinstance(data, bytes) and b"include" in data and INCLUDES.search(data):
            deck, _ = read_deck(path)
            files += [(other, _data(other)) for other in (brought(path, deck, seen) if deck else ())]
    return files


def _in_order(found: Sequence[Problem], more: Iterable[Problem], decks: Sequence[Path]) -> tuple[Problem, ...]:
    """Put problems where they belong among others that are in order: by deck and line."""
    whole = (*found, *more)
    if len(whole) == len(found):
        return whole
    places = {str(file): at for at, deck in enumerate(decks) for file in (deck, lock_path(deck))}
    return tuple(
        sorted(whole, key=lambda each: (places[each.place.path], each.place.line or 0, each.place.column or 0))
    )


def _checked(files: Sequence[tuple[Path, bytes | QuizError]], choice: Choice) -> Found:
    """Check decks, given their bytes."""
    from quiz.checking.checking import checked  # on use: YAML takes long to load, and the decks may be known
    from quiz.deck.parse import uncollected

    with uncollected():
        return checked(files, choice)


def _data(path: Path) -> bytes | QuizError:
    """Read a deck's bytes, or tell why it has none."""
    try:
        return read_data(path)
    except QuizError as error:
        return error


def _stamp(files: Sequence[tuple[Path, bytes | QuizError]], choice: Choice) -> str:
    """Sum up all that the problems of decks depend on: the program, what is wanted, names, contents and locks."""
    judges = [reader(), reader(Path(__file__).parent), reader(Path(__file__).parents[1] / "study" / "judging")]
    whole = blake2b(json.dumps([judges, _asked(choice)]).encode(), digest_size=20)
    for path, data in files:
        lock: bytes | QuizError = b""
        if lock_path(path).exists():
            lock = _data(lock_path(path))
        for part in (os.fsencode(path), data, lock):
            said = part if isinstance(part, bytes) else str(part).encode("utf-8", "replace")
            whole.update(len(said).to_bytes(8) + said)
    return whole.hexdigest()


def _file(paths: Sequence[Path], choice: Choice) -> Path | None:
    """Where the problems of decks are remembered; None if nothing is to be."""
    place = folder()
    if place is None:
        return None
    named = b"\0".join(os.fsencode(path.absolute()) for path in paths)
    asked = json.dumps(_asked(choice)).encode()
    return place / "checks" / f"{blake2b(named + asked, digest_size=10).hexdigest()}.json"


def _asked(choice: Choice) -> list[object]:
    """Put into plain values what is wanted of a check."""
    return [sorted(choice.select), sorted(choice.ignore), choice.reviewed]


def _recall(kept: Path | None, stamp: str) -> Found | None:
    """Return what was found of the same bytes; None if that is not known, or its file is torn."""
    if kept is None:
        return None
    with suppress(OSError, ValueError, TypeError, KeyError, IndexError, RecursionError):
        told = json.loads(kept.read_bytes())
        if told["stamp"] == stamp:
            problems = tuple(Problem(Place(*place), *rest) for place, *rest in told["problems"])
            return Found(problems, tuple((name, Place(*place), width) for name, place, width in told["references"]))
    return None


def _keep(kept: Path | None, stamp: str, found: Found) -> None:
    """Remember what was found; where that cannot be written it is found again."""
    if kept is None:
        return
    draft = kept.with_suffix(f".{os.getpid()}")
    problems = [astuple(problem) for problem in found.problems]
    references = [(name, astuple(place), width) for name, place, width in found.references]
    told = json.dumps({"stamp": stamp, "problems": problems, "references": references})
    try:
        kept.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        draft.write_text(told, encoding="utf-8")
        draft.replace(kept)
    except (OSError, ValueError):
        with suppress(OSError):
            draft.unlink(missing_ok=True)
