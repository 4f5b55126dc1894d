"""`quiz check`: every problem of decks, and with `--sources` of what their documents prove."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from quiz.checking.codes import UNREVIEWED, mistaken
from quiz.checking.ignoring import Choice
from quiz.checking.run import check_decks
from quiz.config import Config, load, place_of
from quiz.errors import Problem, QuizError
from quiz.verbs.failure import ERROR, OK
from quiz.verbs.mending import mend, show_mends
from quiz.verbs.reports import tell, tell_github, tell_json
from quiz.verbs.terminal import complain
from quiz.verbs.words import counted


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked of a check; `form` is how problems are told: `text`, `concise`, `json` or `github`."""

    sources: bool = False
    reviewed: bool = False
    strict: bool = False
    form: str = "text"
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    fix: bool = False
    diff: bool = False
    watch: bool = False


def check(paths: Sequence[Path], asked: Asked = Asked()) -> int:
    """Print every problem of the decks on stdout, how many there are on stderr; 1 where one is an error."""
    choice = chosen(asked, load())
    if asked.watch:
        from quiz.verbs.watching import watch

        if asked.fix or asked.diff or asked.form in ("json", "github"):
            raise click.UsageError("--watch goes with none of --fix, --diff, --json and --github")
        return watch(paths, lambda: _once(paths, asked, choice))
    if asked.diff:
        return show_mends(paths)
    if asked.fix:
        mend(paths)
    return _once(paths, asked, choice)


def _once(paths: Sequence[Path], asked: Asked, choice: Choice) -> int:
    """Check decks and tell what was found; the exit status."""
    proved: list[str] = []
    try:
        problems = check_decks(paths, choice)
        if asked.sources:
            found, proved = _proved(paths)
            problems += tuple(problem for problem in found if choice.wants(problem))
    except QuizError as error:
        problems = error.problems
    TELLING[asked.form](problems)
    errors = sum(problem.severity == "error" for problem in problems)
    waiting = sum(problem.code in UNREVIEWED for problem in problems)
    said = [f"{counted(waiting, 'card')} left to review"] if asked.reviewed else []
    complain(", ".join((counted(errors, "error"), counted(len(problems) - errors, "warning"), *said, *proved)))
    return ERROR if errors or (asked.strict and problems) else OK


TELLING: dict[str, Callable[[Sequence[Problem]], None]] = {
    "text": tell,
    "concise": lambda problems: tell(problems, concise=True),
    "json": tell_json,
    "github": tell_github,
}
"""How problems are told, by name."""


def chosen(asked: Asked, config: Config) -> Choice:
    """Which warnings are wanted; UsageError for a code that is none, QuizError for one in the configuration."""
    for name, codes in (("--select", asked.select), ("--ignore", asked.ignore)):
        if wrong := mistaken(codes):
            raise click.BadParameter(f"{wrong[0]} ({wrong[1]})", param_hint=name)
    if wrong := mistaken(config.check.ignore):
        raise QuizError([Problem(place_of("ignore"), *wrong)])
    ignored = frozenset(asked.ignore) | (frozenset(config.check.ignore) - frozenset(asked.select))
    return Choice(frozenset(asked.select), ignored, asked.reviewed)


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
    said += [f"{proof.distant:,} from the web, not read"] if proof.distant else []
    return tuple(proof.problems), said
