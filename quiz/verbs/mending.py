"""`quiz check --fix`: writes mended decks, and `--diff` shows what that would be."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import unified_diff
from pathlib import Path

from quiz.checking.slips import Mended
from quiz.deck.files import BOM, read_text, write_text
from quiz.deck.lock import read_lock
from quiz.deck.read import find_decks
from quiz.errors import QuizError
from quiz.verbs.failure import ERROR, OK
from quiz.verbs.terminal import complain, say


def mend(paths: Sequence[Path]) -> None:
    """Mend decks, and tell on stderr what was mended."""
    for path, old, new, told in _mended(paths):
        if new != old:
            write_text(path, new)
        for each in told:
            complain(str(each))


def show_mends(paths: Sequence[Path]) -> int:
    """Print as a unified diff what mending would change; nothing is written. 1 if that is anything."""
    status = OK
    for path, old, new, _ in _mended(paths):
        name = str(path)
        for line in unified_diff(old.splitlines(), new.splitlines(), name, name, lineterm=""):
            say(line)
            status = ERROR
    return status


def _mended(paths: Sequence[Path]) -> Iterator[tuple[Path, str, str, list[Mended]]]:
    """Go through decks: path, text, text as mended, and what was; those that cannot be read are reported elsewhere."""
    from quiz.checking.mending import mended

    try:
        decks = find_decks(paths)
    except QuizError:
        return
    for path in decks:
        try:
            old, lock = read_text(path), read_lock(path)
        except QuizError:
            continue
        mark = BOM * old.startswith(BOM)
        new, told = mended(old.removeprefix(BOM), str(path), lock)
        yield path, old, mark + new, told
