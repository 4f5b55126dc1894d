"""The decks a learner's verbs are about: those named, or all in `./decks`."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from quiz.errors import Problem, QuizError
from quiz.verbs.terminal import complain

if TYPE_CHECKING:
    from quiz.deck.model import Deck

DECKS = Path("decks")


def wanted(
    paths: Sequence[Path],
    told: Callable[[Problem], object] | None = None,
    *,
    lenient: bool = True,
    errors_only: bool = False,
) -> tuple[Deck, ...]:
    """Read decks, by default `./decks`; one in a folder that has errors is left out, and told of, if one is whole.

    QuizError where a deck that was named has errors, or there is none; or, unless it is `lenient`, any has errors.
    With `errors_only` nothing is said of warnings.
    """
    if not paths and not DECKS.exists():
        raise QuizError.at(str(DECKS), "there are no decks here", _hint())
    from quiz.deck.read import load_decks

    left: set[str] = set()

    def warn(problem: Problem) -> None:
        if errors_only and problem.severity != "error":
            return
        complain(str(problem))
        path = problem.place.path
        if problem.severity == "error" and path not in left:
            left.add(path)
            complain(f"{path}: this deck is left out")
            if told:
                told(problem)

    return load_decks(paths or [DECKS], warn, lenient=lenient)


def _hint() -> str:
    """Say what to do without a folder of decks; some may lie here."""
    from quiz.deck.including import SUFFIXES

    if any(path.suffix in SUFFIXES and _has_cards(path) for path in sorted(Path().glob("[!.]*.y*ml"))):
        return "decks in this very folder: `quiz play .`, or name one"
    return "`quiz generate DOCUMENT` makes one, or name a deck"


def _has_cards(path: Path) -> bool:
    """Whether a YAML file has the keys of a deck, be it broken."""
    from quiz.deck.files import read_text

    try:
        text = read_text(path)
    except QuizError:
        return False
    return all(re.search(rf"^{key}[ \t]*:", text, re.MULTILINE) for key in ("\ufeff?title", "(?:cards|include)"))
