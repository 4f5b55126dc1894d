"""`quiz stats`: what the history comes to, as text for people or as numbers for programs."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from shutil import get_terminal_size

from quiz.config import load
from quiz.study.history import default_path
from quiz.study.history.database import MEMORY
from quiz.study.history.failing import there
from quiz.study.history.looking import looked_at
from quiz.study.sitting import local_time
from quiz.study.statistics.drawing.lines import Line, Role, text
from quiz.study.statistics.drawing.pages import NOTHING, PAGES, drawn
from quiz.study.statistics.numbers import numbers
from quiz.study.statistics.report import Report, report
from quiz.verbs.decks import wanted
from quiz.verbs.failure import OK
from quiz.verbs.terminal import colours, say, show

WIDEST = 120
"""Cells of a line at most: longer ones are hard to read."""

CODES: dict[Role, str] = {"faint": "2", "bold": "1", "accent": "36", "good": "32", "bad": "31"}
"""The terminal's own colours, so that they fit its theme."""


def stats(paths: Sequence[Path] = (), history: Path | None = None, *, as_json: bool = False) -> int:
    """Print the statistics of decks, by default `./decks`; QuizError where a deck or the history cannot be read."""
    config, decks = load(), wanted(paths)
    with looked_at(_there(history)) as kept:
        found = report(decks, kept, local_time(), config.study)
    if as_json:
        say(json.dumps(numbers(found)))
    else:
        _print(found)
    return OK


def _there(named: Path | None) -> Path:
    """Return where a history lies; one's own that is not there yet is not begun only to be counted."""
    if named:
        return there(named)
    return default_path() if default_path().exists() else Path(MEMORY)


def _print(found: Report) -> None:
    """Print page after page in the width there is."""
    if not found.answers:
        say(NOTHING)
        return
    width, coloured = min(WIDEST, get_terminal_size().columns), colours()
    for number, page in enumerate(PAGES):
        if number:
            say("")
        say(page.name.upper())
        say("")
        for line in drawn(page, found, width):
            show(_painted(line) if coloured else text(line).rstrip())


def _painted(line: Line) -> str:
    """Return a line with the terminal's codes for its roles."""
    return "".join(f"\x1b[{CODES[role]}m{words}\x1b[0m" if role in CODES else words for words, role in line)
