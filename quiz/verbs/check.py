"""`quiz check`: every problem of decks, and with `--sources` of what their documents prove."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from quiz.errors import Problem
from quiz.verbs.failure import ERROR, OK
from quiz.verbs.terminal import complain, say
from quiz.verbs.words import counted


def check(paths: Sequence[Path], *, sources: bool = False) -> int:
    """Print every problem of the decks on stdout, how many there are on stderr; 1 where one is an error."""
    from quiz.deck.read import check_decks

    problems: tuple[Problem, ...] = check_decks(paths)
    proved: list[str] = []
    if sources:
        found, proved = _proved(paths)
        problems += found
    for problem in problems:
        say(str(problem))
    errors = sum(problem.severity == "error" for problem in problems)
    complain(", ".join((counted(errors, "error"), counted(len(problems) - errors, "warning"), *proved)))
    return ERROR if errors else OK


def _proved(paths: Sequence[Path]) -> tuple[tuple[Problem, ...], list[str]]:
    """Prove the cards of decks; the problems, and how many were proved and passed over."""
    from quiz.deck.read import find_decks
    from quiz.verbs.sources import Proof

    proof = Proof()
    for path in find_decks(paths):
        proof.prove(path)
    said = [f"{counted(proof.proved, 'card')} proved"]
    said += [f"{proof.bare:,} without a source"] if proof.bare else []
    said += [f"{proof.stale:,} stale"] if proof.stale else []
    return tuple(proof.problems), said
