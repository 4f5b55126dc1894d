"""Mends YAML that cannot be read, where there is no doubt what was meant: spaces that lack, odd ones, tabs."""

from __future__ import annotations

import re
from dataclasses import dataclass

from quiz.deck.nodes import Lines, parse
from quiz.deck.parse import read_string
from quiz.deck.record import of_node
from quiz.deck.render import Value
from quiz.deck.sights import KEY
from quiz.deck.spaces import straightened
from quiz.errors import Place, Problem, QuizError

TABS = (2, 4, 8)
"""Widths of a tab that are tried: where they do not come to the same, nobody knows which was meant."""

BLOCK = re.compile(r"[|>][-+\d]*[ \t]*(?:#.*)?\r?$", re.MULTILINE)
INDENT = re.compile(r"^(?=[ ]*\t)[ \t]+", re.MULTILINE)
TIGHT = re.compile(rf"^([ \t]*(?:- +)*{KEY}:)(?=[^\s:/])")
DASH = re.compile(r"^([ \t]*-)(?=[^\s\d.,-])")
ITEM = re.compile(r"( *)- ")
TABBED = re.compile(r"[ ]*\t[ \t]*(?=- )")
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


SAID = {
    "yaml-tab": "tabs are spaces now",
    "yaml-space": "there is a space now",
    "yaml-odd-space": "the space here is an ordinary one now",
}


def resaid(text: str, path: str) -> tuple[str, list[Mended]]:
    """Mend what of a text YAML cannot read, as far as there is no doubt; the text and what was mended."""
    told: list[Mended] = []
    tried: set[tuple[str, int | None]] = set()
    problems = _slips(text, path)
    for _ in range(MOST):
        problem = next((each for each in problems if (each.code, each.place.line) not in tried), None)
        if problem is None:
            break
        tried.add((problem.code, problem.place.line))
        if again := _step(text, problem):
            alike = [each for each in problems if each.code == problem.code != "yaml-space"] or [problem]
            told += [Mended(each.place, each.code, SAID[each.code]) for each in alike]
            text, problems = again, _slips(again, path)
    return text, sorted(told, key=lambda each: (each.place.line or 0, each.place.column or 0))


def _slips(text: str, path: str) -> list[Problem]:
    """Find the slips that are mended here."""
    return [each for each in read_string(text, path).problems if each.code in SAID]


def stopped(text: str, path: str) -> Problem | None:
    """Where and why YAML cannot be read, None if it can."""
    try:
        parse(text, Lines(path, text))
    except QuizError as error:
        return error.problems[0]
    return None


def _step(text: str, problem: Problem) -> str | None:
    """Mend one slip, None if there is doubt or it would not help."""
    if problem.code == "yaml-odd-space":
        return straightened(text)
    return untabbed(text) or aligned(text, problem) if problem.code == "yaml-tab" else spaced(text, problem)


def aligned(text: str, problem: Problem) -> str | None:
    """Indent an item of a list that a tab indents like the item on the line above; None if there is none."""
    lines, line = Lines("", text), problem.place.line or 1
    start = lines.starts[line - 1]
    above = ITEM.match(text, lines.starts[max(0, line - 2)])
    found = TABBED.match(text, start)
    if line < 2 or not above or not found:
        return None
    again = text[:start] + above[1] + text[found.end() :]
    return again if _better(text, again, line) else None


def spaced(text: str, problem: Problem) -> str | None:
    """Put a space where one lacks behind a colon or dash; None if YAML cannot be read further with it."""
    line = problem.place.line or 1
    start = Lines("", text).starts[line - 1]
    head = text[start : start + 200]
    dashed = DASH.sub(r"\1 ", head)
    for again in (TIGHT.sub(r"\1 ", head), dashed, TIGHT.sub(r"\1 ", dashed)):
        whole = text[:start] + _followed(again + text[start + 200 :], len(again) - len(head))
        if _better(text, whole, line):
            return whole
    return None


def _followed(text: str, by: int) -> str:
    """Move what is lined up below the text of an item, whose hyphen had no space behind it, along with that text."""
    first, *below = text.splitlines(keepends=True)
    item = ITEM.match(first)
    column = len(item[0]) - 1 if item and by else 0
    widths = [len(line) - len(line.lstrip(" ")) if line.strip() else None for line in below]
    inner = next((at for at, width in enumerate(widths) if width is not None and width < column), len(below))
    if not column or column not in widths[:inner] or next(filter(None, widths[:inner]), 0) != column:
        return text
    return "".join([first, *(f" {line}" if line.strip() else line for line in below[:inner]), *below[inner:]])


def _better(text: str, again: str, line: int) -> bool:
    """Whether YAML can be read further once a line is mended."""
    before, after = _broken(text), _broken(again)
    return line not in after and all(at > line or at in before or why == "yaml-space" for at, why in after.items())


def _broken(text: str) -> dict[int, str]:
    """Find the lines at which YAML cannot be read, and why."""
    problems = read_string(text, "").problems
    return {each.place.line or 0: each.code for each in problems if each.code.startswith("yaml")}


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
