"""Which results count: an exam once, however often it was collected, and of each learner the attempt that is wanted."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Sequence

from quiz.analysis.joining import joined
from quiz.analysis.model import Result
from quiz.errors import Place, Problem, QuizError
from quiz.values import dataclass


@dataclass(frozen=True, slots=True)
class Gathered:
    """The results that count, in an order of their own, and what was left out, in sentences."""

    results: tuple[Result, ...]
    told: tuple[str, ...]


def gathered(results: Iterable[Result], attempt: str = "first") -> Gathered:
    """Choose the results that count, whatever order they come in; QuizError where two say different things of one exam.

    Two results of one learner are attempts at the same if they share a question; `attempt` is one of `ATTEMPTS`.
    Those without a name are of as many learners.
    """
    told: list[str] = []
    kept = joined(_once(results, told), told)
    learners: dict[str, list[Result]] = {}
    for each in kept:
        learners.setdefault(_folded(each.name) or f"\0{each.id}", []).append(each)
    counted = [result for several in learners.values() for result in _attempts(several, attempt, told)]
    return Gathered(tuple(sorted(counted, key=_when)), tuple(told))


def _once(results: Iterable[Result], told: list[str]) -> list[Result]:
    """Take each exam once, in the order they began; those collected twice are told, and those changed refused."""
    kept: dict[str, Result] = {}
    problems: list[Problem] = []
    for each in sorted(results, key=lambda result: result.path):
        first = kept.setdefault(each.id, each)
        if first is each:
            continue
        if (first.name, first.began, first.answers) == (each.name, each.began, each.answers):
            told.append(f"{each.path} is the same exam as {first.path}: it counts once")
        else:
            message = f"is the same exam as {first.path}, but says something else"
            problems.append(Problem(Place(each.path), message, "one of them was changed: leave that one out"))
    if problems:
        raise QuizError(problems)
    return sorted(kept.values(), key=_when)


def _attempts(several: Sequence[Result], attempt: str, told: list[str]) -> list[Result]:
    """Choose among the results of one learner, given in the order they began."""
    order: dict[str, Callable[[int], tuple[float, ...]]] = {
        "first": lambda at: (at,),
        "last": lambda at: (-at,),
        "best": lambda at: (-several[at].share, at),
        "all": lambda at: (at,),
    }
    kept: list[int] = []
    asked: set[tuple[str, str]] = set()
    for at in sorted(range(len(several)), key=order[attempt]):
        cards = {(answer.asked.deck, answer.asked.card) for answer in several[at].answers}
        if attempt == "all" or not cards & asked:
            kept.append(at)
            asked |= cards
    if len(several) > len(kept):
        told.append(
            f"{several[0].name} has {len(several)} results: "
            f"{'the' if len(kept) == 1 else len(kept)} {attempt} {'counts' if len(kept) == 1 else 'count'}"
        )
    return [several[at] for at in sorted(kept)]


def _when(result: Result) -> tuple[float, str]:
    """Order results by when they began."""
    return (result.began, result.id)


def _folded(name: str) -> str:
    """Return a name as it is told from others: case and blanks make no difference."""
    return " ".join(unicodedata.normalize("NFC", name).casefold().split())
