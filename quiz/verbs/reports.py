"""Problems as they are told: to a person, with the line they stand on; to a program; to GitHub."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence

from quiz.errors import Problem
from quiz.verbs.excerpts import Excerpts
from quiz.verbs.terminal import broken, colours, columns, one_line, show

VERSION = 1
"""Of the JSON document; it rises when a key changes its meaning, not when one is added."""

RED, YELLOW, BLUE, BOLD, PLAIN = "\x1b[1;31m", "\x1b[1;33m", "\x1b[1;34m", "\x1b[1m", "\x1b[0m"


def tell(problems: Sequence[Problem], *, concise: bool = False) -> None:
    """Print problems for a person, each with its line unless that is not wanted; coloured on a terminal."""
    coloured, excerpts = colours(), Excerpts()
    width = columns(sys.stdout)
    for problem in problems:
        first, *more = broken(str(problem), width)
        show(_painted(problem, first) if coloured else first)
        for rest in more:
            show(rest)
        if not concise and (excerpt := excerpts.of(problem)):
            _frame(problem, *excerpt, coloured=coloured)


def _painted(problem: Problem, first: str) -> str:
    """Return the first line of a problem with the terminal's codes, as far as place and label stand on it."""
    place, label = one_line(str(problem.place)), problem.label
    head = f"{place}: {label}: " if label else f"{place}: "
    if not first.startswith(head):
        return first
    named = f"{_colour(problem)}{label or problem.severity}{PLAIN}"
    return f"{BOLD}{place}{PLAIN}: {named}: {first[len(head) :]}"


def _colour(problem: Problem) -> str:
    return RED if problem.severity == "error" else YELLOW


def _frame(problem: Problem, line: str, marks: str, *, coloured: bool) -> None:
    """Print the line of a problem and its marks."""
    number = str(problem.place.line)
    bar, blank, red, end = "|", " " * len(number), "", ""
    if coloured:
        bar, red, end = f"{BLUE}|{PLAIN}", _colour(problem), PLAIN
        number = f"{BLUE}{number}{PLAIN}"
    show(f"  {number} {bar} {line}".rstrip())
    show(f"  {blank} {bar} {marks.replace('^', f'{red}^', 1)}{end}")


def tell_json(problems: Sequence[Problem]) -> None:
    """Print one JSON document; docs/check.md has its keys."""
    errors = sum(problem.severity == "error" for problem in problems)
    told = {
        "version": VERSION,
        "errors": errors,
        "warnings": len(problems) - errors,
        "problems": [_plain(problem) for problem in problems],
    }
    show(json.dumps(told, indent=2))


def _plain(problem: Problem) -> dict[str, str | int | None]:
    """Return a problem as plain values."""
    return {
        "path": problem.place.path,
        "line": problem.place.line,
        "column": problem.place.column,
        "length": problem.width,
        "severity": problem.severity,
        "code": problem.code,
        "message": problem.message,
        "hint": problem.hint,
    }


def tell_github(problems: Sequence[Problem]) -> None:
    """Print a line for each problem that GitHub Actions shows beside the change ("workflow commands" in its manual)."""
    for problem in problems:
        place = {"file": problem.place.path, "line": problem.place.line, "col": problem.place.column}
        given = {key: _property(str(value)) for key, value in place.items() if value is not None}
        given |= {"title": _property(problem.code)} if problem.code else {}
        hint = f" ({problem.hint})" if problem.hint else ""
        placed = ",".join(f"{key}={value}" for key, value in given.items())
        show(one_line(f"::{problem.severity} {placed}::{_data(problem.message + hint)}"))


def _data(text: str) -> str:
    """Escape the message of a workflow command."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """Escape a value before the message."""
    return _data(text).replace(":", "%3A").replace(",", "%2C")
