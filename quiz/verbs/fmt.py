"""`quiz fmt`: decks in their canonical layout, written only where that changes something."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import unified_diff
from pathlib import Path

from quiz.deck.files import decoded, read_text, write_text
from quiz.errors import QuizError
from quiz.verbs.decks import DECKS
from quiz.verbs.failure import ERROR, OK
from quiz.verbs.terminal import complain, interactive, say, show
from quiz.verbs.words import counted

STDIN = Path("-")


@dataclass(frozen=True, slots=True)
class Wish:
    """Whether only to say what would change (`check`), and whether to print it as a unified diff and write nothing."""

    check: bool = False
    diff: bool = False


def fmt(paths: Sequence[Path], *, check: bool = False, diff: bool = False) -> int:
    """Lay out decks, or standard input to standard output; decks with errors are left alone, and make it 1.

    With `check` nothing is written and decks that would be are named, which makes it 1 too; with `diff` nothing is
    written either, and what would change is printed.
    """
    wish = Wish(check, diff)
    if STDIN in paths:
        return _piped(wish)
    if not paths and not DECKS.exists():
        raise QuizError.at(str(DECKS), "there are no decks here", "name a deck, or a folder of them")
    from quiz.deck.read import find_decks

    changed, left, failed = 0, 0, 0
    for path in find_decks(paths or [DECKS]):
        try:
            new = _laid_out(path, wish)
        except QuizError as error:
            failed += 1
            for problem in error.problems:
                complain(str(problem))
        else:
            changed, left = changed + new, left + (not new)
    said = f"{counted(changed, 'deck')} {'would be ' if check or diff else ''}laid out anew, {left:,} left as they are"
    complain(f"{said}, {counted(failed, 'deck')} with errors" if failed else said)
    return ERROR if failed or (check and changed) else OK


def _laid_out(path: Path, wish: Wish) -> bool:
    """Lay out one deck; whether that changes it. QuizError for one with errors, or that cannot be read or written."""
    old = read_text(path)
    new = _canonical(old, str(path))
    if old == new:
        return False
    if wish.diff:
        _show(old, new, str(path))
    elif wish.check:
        say(f"{path}: would be laid out anew")
    else:
        write_text(path, new)
        say(f"{path}: laid out anew")
    return True


def _piped(wish: Wish) -> int:
    """Lay out the deck on standard input."""
    old = decoded(sys.stdin.buffer.read(), str(STDIN))
    new = _canonical(old, str(STDIN))
    if wish.diff:
        _show(old, new, str(STDIN))
    elif not wish.check:
        sys.stdout.flush()
        sys.stdout.buffer.write(new.encode())
    elif old != new:
        say("-: would be laid out anew")
    return ERROR if wish.check and old != new else OK


def _canonical(content: str, name: str) -> str:
    from quiz.deck.layout.canon import canonical

    return canonical(content, name)


def _show(old: str, new: str, name: str) -> None:
    """Print a unified diff, which `patch` takes; on a terminal with escapes for what that would obey."""
    tell = say if interactive(sys.stdout) else show
    for line in unified_diff(_lines(old), _lines(new), name, name, lineterm=""):
        for part in line.split("\n"):
            tell(part)


def _lines(text: str) -> list[str]:
    """Lines of a text as a diff shows them."""
    *lines, last = text.split("\n")
    return [*lines, f"{last}\n\\ No newline at end of file"] if last else lines
