"""`quiz play` and `quiz browse`: decks on the terminal's screen, or line by line where there is none."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, cast

from quiz.errors import Problem, QuizError
from quiz.verbs.decks import wanted
from quiz.verbs.failure import OK
from quiz.verbs.terminal import interactive

if TYPE_CHECKING:
    from quiz.deck.model import Deck
    from quiz.study.model import Way
    from quiz.study.reading import Reading


def at_terminal() -> bool:
    """Whether a screen can be shown and keys be read: a terminal's, or that of a browser which `serve` shows."""
    return "TEXTUAL_DRIVER" in os.environ or (interactive(sys.stdin) and interactive(sys.stdout))


def need_terminal(verb: str, paths: Sequence[Path]) -> None:
    """QuizError where there is no terminal; or, as in one, for paths that lead to no decks."""
    if not at_terminal():
        from quiz.deck.read import find_decks

        find_decks(paths)
        raise QuizError.at(verb, "standard input and output are no terminal", "run it in one, without pipes")


def play(
    paths: Sequence[Path] = (),
    history: Path | None = None,
    way: str | None = None,
    *,
    at_once: bool = False,
    by_lines: bool = False,
    browse: bool = False,
) -> int:
    """Study decks, by default `./decks`, on the screen or `by_lines`; QuizError where one that is named has errors.

    The screen begins with the decks or, where one's file is named or `at_once`, a question; `browse` takes a terminal.
    """
    if browse:
        need_terminal("quiz browse", paths)
    # Nothing made on the way to the first question dies before it; the app collects again from there.
    gc.disable()
    left: list[Problem] = []
    decks = wanted(paths, left.append)
    if by_lines or not at_terminal() or os.environ.get("TERM") == "dumb":
        gc.enable()
        return _line_by_line(decks, history, way, at_once=at_once)
    from quiz.tui.app import run

    at_once = (at_once or names_one_deck(paths)) and not browse
    run(decks, history, cast("Way | None", way), at_once=at_once, browse=browse, read=_read_document, left=left)
    return OK


def _line_by_line(decks: Sequence[Deck], history: Path | None, way: str | None, *, at_once: bool) -> int:
    """Study decks on lines."""
    from quiz.config import load
    from quiz.verbs.plain import plain

    plain(decks, history, cast("Way | None", way), load(), at_once=at_once, read=_read_document)
    return OK


def names_one_deck(paths: Sequence[Path]) -> bool:
    """Whether exactly one deck was named by its file: who does so wants its first question, not the list of decks."""
    return len(paths) == 1 and not paths[0].is_dir()


def _read_document(path: Path) -> Reading:
    """Read a document for the eye; what that takes is loaded with the first one."""
    from quiz.verbs.reading import read_document

    return read_document(path)
