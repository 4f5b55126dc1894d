"""A sitting on standard input and output, line by line."""

from __future__ import annotations

import io
import sys
from collections.abc import Sequence
from pathlib import Path
from shutil import get_terminal_size

from quiz.config import Config
from quiz.deck.model import Deck
from quiz.study.history import History
from quiz.study.model import Way
from quiz.study.plain.talk import Aids
from quiz.study.plain.visit import Visit
from quiz.study.plain.wording import rows
from quiz.study.reading import ReadDocument
from quiz.study.sitting import Desk
from quiz.verbs.terminal import flush, interactive, show

PROMPT = "> "


def plain(
    decks: Sequence[Deck],
    history: Path | None,
    way: Way | None,
    config: Config,
    *,
    at_once: bool = False,
    read: ReadDocument | None = None,
) -> None:
    """Study decks until the input ends or the learner stops; every answer is kept before the next question."""
    if isinstance(sys.stdin, io.TextIOWrapper):
        sys.stdin.reconfigure(errors="replace")
    kept = History(history)
    try:
        aids = Aids(_edit if interactive(sys.stdin) and interactive(sys.stdout) else None, read)
        visit = Visit(decks, Desk(kept, study=config.study), way, at_once=at_once, aids=aids)
        _say(visit.begin())
        while not visit.over:
            line = _read(visit.wish)
            if line is None:
                break
            _say(visit.take(line))
        _say(visit.end())
    finally:
        kept.close()


def _edit(path: Path, line: int | None) -> str:
    """Let the learner edit a file; what was said before stands above it."""
    from quiz.study.editor import edit

    flush()
    return edit(path, line)


def _read(wish: str) -> str | None:
    """Say what is to be typed and read a line; None at the end of the input."""
    _say([wish])
    if interactive(sys.stdin):
        show(PROMPT, end="")
    flush()
    line = sys.stdin.readline() if sys.stdin else ""  # there is none where the shell closed it
    if not line and interactive(sys.stdin):
        show("")
    return line or None


def _say(told: Sequence[str]) -> None:
    """Print lines, wrapped to the width there is."""
    for row in rows(told, get_terminal_size().columns):
        show(row)
