"""`quiz diff`: what changed between two states of decks, card by card; also as git's external diff."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from difflib import unified_diff
from pathlib import Path

from quiz.deck.difference import Difference, difference
from quiz.deck.files import LIMIT, decoded, read_text
from quiz.deck.lock import Lock, read_lock
from quiz.deck.model import Deck
from quiz.deck.parse import read_string
from quiz.deck.read import find_decks
from quiz.errors import Problem, QuizError
from quiz.verbs.failure import OK
from quiz.verbs.marking import COLOURED, PLAIN, Marks, lines, plain
from quiz.verbs.terminal import complain, interactive, one_line, show

DIFFERENT, TROUBLE = 1, 2
"""The exit status where something differs, and where it cannot be told, as that of diff."""

NOTHING = Path(os.devnull)
GIT = "GIT_DIFF_PATH_COUNTER"
"""A variable that git sets for the diff programs it runs."""

PAGER = "GIT_PAGER_IN_USE"
"""A variable that git sets where its pager shows what is printed, with its colours."""


@dataclass(frozen=True, slots=True)
class Side:
    """One state of a deck: its text, None where it was not there, the deck, and its lock."""

    text: str | None
    deck: Deck | None
    lock: Lock


def diff(old: Path, new: Path, *, as_json: bool = False) -> int:
    """Print what changed from one deck to another, or from one folder of decks to another; 0 where nothing did.

    A deck that cannot be read is told of as `check` does, and makes it 2.
    """
    found, status = [], OK
    try:
        for name, one, other in _couples(old, new):
            sides = _both(_side, (one, str(one)), (other, str(other)))
            each = difference(sides[0].deck, sides[1].deck, (sides[0].lock, sides[1].lock))
            if each:
                status = DIFFERENT
                found.append({"old": _path(one), "new": _path(other), **plain(each), "counts": each.counts()})
            if each and not as_json:
                _print(each, name, sides, _marks(coloured=interactive(sys.stdout)))
    except QuizError as error:
        for problem in error.problems:
            complain(str(problem))
        return TROUBLE
    if as_json:
        show(json.dumps({"decks": found}, ensure_ascii=False, indent=2))
    return status


def for_git(arguments: Sequence[str]) -> int:
    """Print what changed of a deck for git, which must always end well; of what is no deck the lines that changed.

    Git gives the path, then file, hash and mode of both states, then for a renamed deck its new path and how much of it
    is the same; of a path that is not merged yet it gives nothing but that.
    """
    path, *rest = arguments
    if not rest:
        show(f"* Unmerged path {one_line(path)}")
        return OK
    name = rest[6] if len(rest) > 6 else path
    marks = _marks(coloured=interactive(sys.stdout) or PAGER in os.environ)
    try:
        sides = _both(_state, (rest[0], f"a/{path}"), (rest[3], f"b/{name}"))
    except QuizError as error:
        show(marks.head(f"{name}: line by line, since it cannot be read as a deck"))
        for problem in error.problems:
            show(f"  {one_line(str(problem))}")
        before, after = (_data(side).decode(errors="replace").splitlines() for side in (rest[0], rest[3]))
        for line in unified_diff(before, after, f"a/{path}", f"b/{name}", lineterm=""):
            show(one_line(line))
        return OK
    _print(difference(sides[0].deck, sides[1].deck), name, sides, marks, "" if name == path else path)
    return OK


def _both(read: Callable[..., Side], *arguments: tuple[object, str]) -> tuple[Side, Side]:
    """Read both states of a deck; QuizError with the errors of both."""
    sides: list[Side] = []
    problems: list[Problem] = []
    for each in arguments:
        try:
            sides.append(read(*each))
        except QuizError as error:
            problems += error.problems
    if problems:
        raise QuizError(problems)
    return sides[0], sides[1]


def _print(found: Difference, name: str, sides: tuple[Side, Side], marks: Marks, before: str = "") -> None:
    """Print what changed of one deck, whose path was another `before` if that is not ""."""
    whole = "" if sides[0].deck and sides[1].deck else " (removed)" if sides[0].deck else " (new)"
    show(marks.head(f"{name}{whole or (f' (moved from {before})' if before else '')}"))
    for line in lines(found, marks):
        show(line)
    counts = [f"{number:,} {heading}" for heading, number in found.counts().items()]
    same = before and sides[0].text == sides[1].text
    rest = "only the deck's own keys" if found else "nothing else" if same else "only its layout or its comments"
    show("  " + (", ".join(counts) or rest))


def _couples(old: Path, new: Path) -> Iterator[tuple[str, Path, Path]]:
    """Pair the decks of two folders by their paths in these, or two files; NOTHING where there is no counterpart."""
    if old.is_dir() is not new.is_dir():
        raise QuizError.at(str(new if old.is_dir() else old), "is no folder, and the other is one", "name two alike")
    if not old.is_dir():
        yield str(new), old, new
        return
    before, after = ({path.relative_to(folder): path for path in find_decks([folder])} for folder in (old, new))
    for name in sorted({*before, *after}):
        yield str(name), before.get(name, NOTHING), after.get(name, NOTHING)


def _side(path: Path, name: str) -> Side:
    """Read one state of a deck from its file."""
    if path == NOTHING:
        return Side(None, None, Lock())
    side = _read(read_text(path), name)
    return Side(side.text, side.deck, read_lock(path))


def _read(text: str | None, name: str) -> Side:
    """Read one state of a deck; QuizError with its errors."""
    if text is None:
        return Side(None, None, Lock())
    reading = read_string(text, name)
    if reading.deck is None:
        raise QuizError(problem for problem in reading.problems if problem.severity == "error")
    return Side(text, reading.deck, Lock())


def _state(side: str, name: str) -> Side:
    """Read one state of a deck from a file of git's; QuizError with its errors."""
    return _read(None if side == os.devnull else decoded(_data(side), name), name)


def _data(side: str) -> bytes:
    """Read as much of a file as a deck may have, and a byte."""
    with Path(side).open("rb") as file:
        return file.read(LIMIT + 1)


def _marks(*, coloured: bool) -> Marks:
    dull = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    return COLOURED if coloured and not dull else PLAIN


def _path(path: Path) -> str | None:
    return None if path == NOTHING else str(path)
