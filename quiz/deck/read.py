"""Finds, reads and checks deck files."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from quiz.deck.cache import keep, recall
from quiz.deck.files import NOWHERE, is_link, is_there, lock_path, read_text, real_path
from quiz.deck.including import SUFFIXES, brought
from quiz.deck.remembered import compact
from quiz.errors import Place, Problem, QuizError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from quiz.deck.model import Deck


Found = tuple["Deck | None", tuple[Problem, ...]]


def read_deck(path: Path) -> tuple[Deck | None, tuple[Problem, ...]]:
    """Read a deck file; the deck is None if any of the problems is an error, warnings let it pass."""
    from quiz.deck.parse import read_string  # on use: YAML takes long to load, and a cache may know

    try:
        reading = read_string(read_text(path), str(path))
    except QuizError as error:
        return None, error.problems
    return reading.deck, reading.problems


def find_decks(paths: Iterable[Path]) -> list[Path]:
    """List deck files: those named, and all `*.yaml` and `*.yml` in the folders named, sorted, hidden ones left out.

    A file is listed once, however often it is reached. QuizError for every path named that is missing or holds no deck,
    and for decks that share a lock.
    """
    found: dict[Path, Path] = {}
    problems: list[Problem] = []
    for path in paths:
        if not is_there(path):
            problems.append(_missing(path))
            continue
        decks = in_folder(path) if path.is_dir() else [path]
        if not decks:
            hint = "`quiz generate DOCUMENT` makes one"
            problems.append(Problem(Place(str(path)), "no deck (*.yaml) is in this folder", hint, code="no-deck"))
        for deck in decks:
            found.setdefault(real_path(deck), deck)
    problems += same_locks(found.values())
    if problems:
        raise QuizError(problems)
    return list(found.values())


def _missing(path: Path) -> Problem:
    """Say that a path leads nowhere; where only the suffix of a deck was left out, name it."""
    if is_link(path):
        return Problem(Place(str(path)), *NOWHERE, code="no-file")
    whole = next((each for suffix in SUFFIXES if is_there(each := path.parent / f"{path.name}{suffix}")), None)
    hint = f"did you mean {whole}?" if whole else "is the name spelled right?"
    return Problem(Place(str(path)), "there is no such file or folder", hint, code="no-file")


def in_folder(folder: Path) -> list[Path]:
    """List the deck files of a folder and the folders in it, sorted, hidden ones left out."""
    decks: list[Path] = []
    for parent, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        decks += [Path(parent, name) for name in files if not name.startswith(".") and Path(name).suffix in SUFFIXES]
    return sorted(decks)


def load_decks(
    paths: Sequence[Path], warn: Callable[[Problem], object] | None = None, *, lenient: bool = False
) -> tuple[Deck, ...]:
    """Read decks to be used, with the identity of every card filled in; QuizError with all errors of all of them.

    Cards without an id get theirs from the deck's lock, which is written if it lacks them. `warn` is told of each
    problem that does not stop the decks from being used: with `lenient` also of the errors of decks that were only
    found in a folder, which are left out as long as another is whole.
    """
    decks: list[tuple[Path, Deck, int | None]] = []
    problems: list[Problem] = []
    for path, known, data, (deck, found) in _with_included(find_decks(paths)):
        problems += found
        if deck and deck.cards:
            decks.append((path, deck if known else compact(deck), None if known else hash(data)))
    errors = [problem for problem in problems if problem.severity == "error"]
    named = {str(path) for path in paths}
    if errors and not (lenient and decks and not any(problem.place.path in named for problem in errors)):
        raise QuizError(errors)
    loaded = tuple(deck if read is None else _identified(path, deck, read, problems) for path, deck, read in decks)
    if clashes := same_ids([(deck.path, deck.id) for deck in loaded]):
        raise QuizError(clashes)
    if warn:
        for problem in problems:
            warn(problem)
    return loaded


def _with_included(paths: list[Path]) -> Iterator[tuple[Path, bool, bytes, Found]]:
    """Read decks and those they bring along: the path, whether it was remembered, the bytes, and what was read."""
    queue, seen = paths, {real_path(path) for path in paths}
    for path in queue:
        known, data = recall(path)
        found = known or read_deck(path)
        yield path, known is not None, data, found
        queue += brought(path, found[0], seen) if found[0] and found[0].include else []


def _identified(path: Path, deck: Deck, read: int, problems: list[Problem]) -> Deck:
    """Give a deck just read of bytes with a hash its identities, and remember it unless they cannot be kept."""
    from quiz.deck.identity import identified

    warnings = [problem for problem in problems if problem.place.path == str(path)]
    unkept: list[Problem] = []
    known = identified(deck, warn=unkept.append)
    problems += unkept
    own = known is deck
    known = deck if own else compact(known)
    if not unkept:
        keep(path, read, known, warnings, own=own)
    return known


def same_locks(decks: Iterable[Path]) -> list[Problem]:
    """Report decks whose lock is that of an earlier one: `NAME.yml` beside `NAME.yaml`."""
    first: dict[Path, Path] = {}
    problems: list[Problem] = []
    for deck in decks:
        lock = lock_path(real_path(deck.parent) / deck.name)
        other = first.setdefault(lock, deck)
        if other != deck:
            problems.append(
                Problem(
                    Place(str(deck)), f"this deck has the same lock as {other}", "rename one of them", code="same-lock"
                )
            )
    return problems


def same_ids(ids: Iterable[tuple[str, str]]) -> list[Problem]:
    """Report decks, given as paths and ids, that share the id of an earlier one: to Anki they would be one."""
    first: dict[str, str] = {}
    problems: list[Problem] = []
    for path, name in ids:
        other = first.setdefault(name, path) if name else path
        if other != path:
            hint = "if one is a copy, remove its `id` line and its lock"
            problems.append(
                Problem(Place(path), f"this deck has the same id ({name}) as {other}", hint, code="same-deck-id")
            )
    return problems
