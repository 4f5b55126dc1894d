"""Mends YAML that cannot be read, where there is no doubt what was meant: a space that lacks, tabs for spaces."""

from __future__ import annotations

import re
from dataclasses import dataclass

from quiz.deck.nodes import Lines, parse
from quiz.deck.record import of_node
from quiz.deck.render import Value
from quiz.deck.sights import KEY
from quiz.errors import Place, Problem, QuizError

TABS = (2, 4, 8)
"""Widths of a tab that are tried: where they do not come to the same, nobody knows which was meant."""

BLOCK = re.compile(r"[|>][-+\d]*[ \t]*(?:#.*)?\r?$", re.MULTILINE)
INDENT = re.compile(r"^(?=[ ]*\t)[ \t]+", re.MULTILINE)
TIGHT = re.compile(rf"^([ \t]*(?:- +)*{KEY}:)(?=[^\s:/])")
DASH = re.compile(rf"^([ \t]*-)(?={KEY}:)")
MOST = 100
"""Slips mended in one deck: the text is read again after each."""


@dataclass(frozen=True, slots=True)
class Mended:
    """One thing that was mended, and where it stood."""

    place: Place
    code: str
    message: str

    def __str__(self) -> str:
        """`path:line:column: mended[code]: message`."""
        return f"{self.place}: mended[{self.code}]: {self.message}"


def resaid(text: str, path: str) -> tuple[str, list[Mended]]:
    """Mend text until YAML can be read, or there is doubt; the text and what was mended."""
    told: list[Mended] = []
    for _ in range(MOST):
        problem = stopped(text, path)
        again = _step(text, problem) if problem else None
        if problem is None or again is None:
            break
        told.append(Mended(problem.place, problem.code, SAID[problem.code]))
        text = again
    return text, told


SAID = {"yaml-tab": "tabs are spaces now", "yaml-space": "there is a space now"}


def stopped(text: str, path: str) -> Problem | None:
    """Where and why YAML cannot be read, None if it can."""
    try:
        parse(text, Lines(path, text))
    except QuizError as error:
        return error.problems[0]
    return None


def _step(text: str, problem: Problem) -> str | None:
    """Mend one slip, None if that is none of those we know or would not help."""
    if problem.code == "yaml-tab":
        return untabbed(text)
    return spaced(text, problem) if problem.code == "yaml-space" else None


def spaced(text: str, problem: Problem) -> str | None:
    """Put a space where one lacks behind a colon or dash; None if YAML cannot be read further with it."""
    line = problem.place.line or 1
    start = Lines("", text).starts[line - 1]
    for pattern in (TIGHT, DASH):
        if found := pattern.match(text[start : start + 200]):
            again = f"{text[: start + found.end()]} {text[start + found.end() :]}"
            now = stopped(again, "")
            return again if now is None or (now.place.line or 0) > line else None
    return None


def untabbed(text: str) -> str | None:
    """Write spaces for the tabs that indent lines; None if it matters how many, or a block of text may hold them."""
    if BLOCK.search(text):
        return None
    values, first = [], None
    for again in (_expanded(text, width) for width in TABS):
        readable = _readable(again)
        if readable is not None:
            first = first or again
            values.append(readable)
    return first if values and all(value == values[0] for value in values) else None


def _readable(text: str) -> Value | None:
    """What a text holds once all spaces that lack are put in; None if it cannot be read then."""
    for _ in range(MOST):
        problem = stopped(text, "")
        if problem is None:
            root = parse(text, Lines("", text))
            return of_node(root) if root else None
        again = spaced(text, problem) if problem.code == "yaml-space" else None
        if again is None:
            return None
        text = again
    return None


def _expanded(text: str, width: int) -> str:
    """Write spaces for the tabs at the beginnings of lines."""
    return INDENT.sub(lambda found: found[0].expandtabs(width), text)
