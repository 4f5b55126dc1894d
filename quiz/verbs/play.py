"""`quiz play`: decks on the terminal's screen."""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, cast

from quiz.errors import QuizError
from quiz.verbs.failure import OK
from quiz.verbs.terminal import complain, interactive

if TYPE_CHECKING:
    from quiz.study.model import Way

DECKS = Path("decks")


def at_terminal() -> bool:
    """Whether a screen can be shown and keys be read."""
    return interactive(sys.stdin) and interactive(sys.stdout)


def play(
    paths: Sequence[Path] = (), history: Path | None = None, way: str | None = None, *, at_once: bool = False
) -> int:
    """Open the screen over decks, by default `./decks`; QuizError where there is no terminal or a deck has errors."""
    if not at_terminal():
        raise QuizError.at("quiz play", "standard input and output are no terminal", "run it in one, without pipes")
    if not paths and not DECKS.exists():
        raise QuizError.at(str(DECKS), "there are no decks here", "`quiz generate DOCUMENT` makes one, or name a deck")
    # Nothing made on the way to the first question dies before it; the app collects again from there.
    gc.disable()
    from quiz.deck.read import load_decks

    decks = load_decks(paths or [DECKS], warn=lambda problem: complain(str(problem)))
    from quiz.tui.app import run

    run(decks, history, cast("Way | None", way), at_once=at_once)
    return OK
