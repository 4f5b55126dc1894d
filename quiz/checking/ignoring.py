"""Which warnings are wanted: by the command, by the learner's configuration, by comments in the deck itself."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quiz.checking.codes import WARNINGS, mistaken
from quiz.deck.nodes import Lines, Mapping
from quiz.deck.nodes import Sequence as Items
from quiz.deck.parse import Reading
from quiz.deck.splice import scalars
from quiz.errors import Problem

MARK = "quiz:"
COMMENT = re.compile(r"(?:^|(?<=[\s]))#[ \t]*quiz:[ \t]*ignore\b[ \t]*([^\r\n#]*)", re.MULTILINE)
WORD = re.compile(r"[^\s,]+")

Stretch = tuple[int, int, int]
"""First line, last line and column of a card."""


@dataclass(frozen=True, slots=True)
class Choice:
    """Codes of warnings that are wanted, and of those that are not; without any selected all are.

    With `reviewed`, generated cards that wait for review are errors.
    """

    select: frozenset[str] = frozenset()
    ignore: frozenset[str] = frozenset()
    reviewed: bool = False

    def wants(self, problem: Problem) -> bool:
        """Whether a problem is to be told; errors always are."""
        if problem.severity == "error" or problem.code not in WARNINGS:
            return True
        return problem.code not in self.ignore and (not self.select or problem.code in self.select)


class Ignored:
    """Lines of a deck on which some warnings are not wanted, by code."""

    def __init__(self) -> None:
        """Begin with none."""
        self._lines: dict[str, tuple[list[int], list[int]]] = {}

    def add(self, code: str, first: int, last: int) -> None:
        """Take in lines; of one code they come in the order of their first."""
        firsts, lasts = self._lines.setdefault(code, ([], []))
        firsts.append(first)
        lasts.append(max(last, lasts[-1]) if lasts else last)

    def covers(self, problem: Problem) -> bool:
        """Whether a problem is a warning that is not wanted."""
        if problem.severity == "error" or problem.code not in self._lines:
            return False
        firsts, lasts = self._lines[problem.code]
        line = problem.place.line or 1
        at = bisect_right(firsts, line)
        return at > 0 and lasts[at - 1] >= line


def ignored(reading: Reading, lines: Lines) -> tuple[Ignored, list[Problem]]:
    """What the comments of a deck say is not wanted: `# quiz: ignore CODE, ...`; and what is wrong with them.

    One in a card, or above it behind the card before, counts for that card; one above the first card for the deck.
    """
    if MARK not in reading.text or not isinstance(reading.root, Mapping):
        return Ignored(), []
    texts = [(each.start, each.end) for each in scalars(reading.root)]
    cards = _cards(reading.root, lines)
    ends = [last for _, last, _ in cards]
    found = Ignored()
    problems: list[Problem] = []
    for comment in COMMENT.finditer(reading.text):
        before = bisect_left(texts, (comment.start() + 1, 0)) - 1
        if before >= 0 and texts[before][1] > comment.start():
            continue
        codes = list(WORD.finditer(comment[1]))
        problems += _unknown(codes, comment.start(1), lines)
        place = lines.place(comment.start())
        first, last = _lines(cards, ends, place.line or 1, place.column or 1, len(lines.starts))
        for code in codes:
            found.add(code[0], first, last)
    return found, problems


def _unknown(codes: Sequence[re.Match[str]], start: int, lines: Lines) -> Iterator[Problem]:
    """Tell of words in a comment that are no codes."""
    if not codes:
        yield Problem(lines.place(start), "no code stands behind `ignore`", "name one", "warning", "unknown-code")
    for code in codes:
        if wrong := mistaken([code[0]]):
            place = lines.place(start + code.start())
            yield Problem(place, *wrong, "warning", "unknown-code", len(code[0]))


def _cards(root: Mapping, lines: Lines) -> list[Stretch]:
    """First line, last line and column of the keys of each card of a deck."""
    listed = root.get("cards")
    found = []
    for item in listed[1].items if listed and isinstance(listed[1], Items) else ():
        first, last = lines.place(item.start), lines.place(max(item.end - 1, item.start))
        found.append((first.line or 1, last.line or 1, first.column or 1))
    return found


def _lines(
    cards: Sequence[tuple[int, int, int]], ends: Sequence[int], line: int, column: int, last: int
) -> tuple[int, int]:
    """First and last line of what a comment counts for, in a deck of so many lines."""
    at = bisect_left(ends, line)  # the card that the line is in, or that comes next
    if not cards or (at == 0 and line < cards[0][0]):
        return 1, last
    if at == len(cards) or (line < cards[at][0] and column >= cards[at][2]):
        at -= 1  # behind the last card, or indented as the keys of the card before
    return min(line, cards[at][0]), max(line, cards[at][1])
