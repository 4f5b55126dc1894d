"""What went wrong, where, and what to do about it: each exception in one line."""

from __future__ import annotations

import errno
import os
from dataclasses import replace

import click

from quiz.errors import Place, Problem, QuizError
from quiz.verbs.failure import TRACEBACK

HINTS = {
    errno.ENOSPC: "free some space and run it again; what was written before is whole",
    errno.EDQUOT: "your quota is used up; free some space and run it again",
    errno.EACCES: "look at its permissions",
    errno.EPERM: "look at its permissions",
    errno.EROFS: "name a place that can be written",
    errno.ENOENT: "look for a slip in the path",
    errno.EISDIR: "name a file, not a folder",
    errno.ENOTDIR: "one of the folders in the path is a file",
    errno.EEXIST: "a file stands where a folder is wanted",
    errno.ENAMETOOLONG: "choose a shorter name",
    errno.EMFILE: "raise the limit of open files (ulimit -n)",
}
PLAIN: tuple[tuple[type[BaseException], str, str], ...] = (
    (KeyboardInterrupt, "interrupted", "what was written before is whole"),
    (click.Abort, "interrupted", "what was written before is whole"),
    (MemoryError, "not enough memory", "give it less at once"),
    (RecursionError, "nested too deeply", "look for thousands of brackets or tags in each other"),
    (ImportError, "{}", "something quiz needs is not installed: install quiz again"),
    (click.ClickException, "{}", ""),
)
LONGEST = 400
"""Characters a path has at most in an error line; of a longer one the middle is left out."""

OURS = f"a fault of quiz, please report it; {TRACEBACK}=1 shows more"


def explain(error: BaseException, place: str) -> tuple[str, ...]:
    """Say in one line (a `QuizError`: one per problem) what went wrong at a place, and what to do about it."""
    return tuple(str(problem) for problem in problems_of(error, place))


def problems_of(error: BaseException, place: str) -> tuple[Problem, ...]:
    """The problems an exception tells of, placed where it names no place itself."""
    problems = error.problems if isinstance(error, QuizError) else (_problem(error, place),)
    return tuple(_shortened(problem) for problem in problems)


def is_a_fault(error: BaseException) -> bool:
    """Whether an exception is a fault of ours, not something a person or a machine did."""
    return not isinstance(error, QuizError | OSError) and not any(isinstance(error, kind) for kind, _, _ in PLAIN)


def _shortened(problem: Problem) -> Problem:
    path, half = problem.place.path, LONGEST // 2
    if len(path) <= LONGEST:
        return problem
    return replace(problem, place=replace(problem.place, path=f"{path[:half]}...{path[-half:]}"))


def _problem(error: BaseException, place: str) -> Problem:
    if isinstance(error, click.UsageError):
        path = error.ctx.command_path if error.ctx else place
        return Problem(
            Place(path), " ".join(error.format_message().split()).rstrip("."), f"`{path} --help` lists what it takes"
        )
    if isinstance(error, OSError):
        named = error.filename
        path = os.fsdecode(named) if isinstance(named, str | bytes | os.PathLike) else place
        return Problem(Place(path), error.strerror or str(error), HINTS.get(error.errno or 0, ""))
    for kind, message, hint in PLAIN:
        if isinstance(error, kind):
            return Problem(Place(place), message.format(error), hint)
    return Problem(Place(place), _fault(error), OURS)


def _fault(error: BaseException) -> str:
    trace, line, module = error.__traceback__, 0, ""
    while trace is not None:
        line, module = trace.tb_lineno, str(trace.tb_frame.f_globals.get("__name__", "?"))
        trace = trace.tb_next
    return f"{type(error).__name__}: {str(error)[:200]} in {module}, line {line}"
