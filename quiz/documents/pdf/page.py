"""A page of a PDF as its text lies on it: runs, and the lines they make."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

LEVEL = 0.3
"""Share of its size by which a run may stand off its line's baseline."""

CELLS = 2.5
"""Ems of white space between two runs of a line that make them cells of a table."""


@dataclass(frozen=True, slots=True)
class Run:
    """Text on one baseline, lengths in points from the page's lower left corner; `raised` spans stand above it."""

    left: float
    right: float
    base: float
    size: float
    bold: bool
    text: str
    raised: tuple[tuple[int, int], ...] = ()

    @property
    def top(self) -> float:
        """Upper edge, nearly: letters rise about three quarters of their size above their baseline."""
        return self.base + 0.75 * self.size

    @property
    def bottom(self) -> float:
        """Lower edge, nearly."""
        return self.base - 0.25 * self.size


@dataclass(frozen=True, slots=True)
class Page:
    """A page's number from 1, its width and height in points, its runs in the file's order."""

    number: int
    width: float
    height: float
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """Runs on one baseline from left to right; `cells` is the number of parts that wide gaps part it into."""

    page: int
    runs: tuple[Run, ...]
    cells: int = 1

    @property
    def left(self) -> float:
        """Left edge."""
        return self.runs[0].left

    @property
    def right(self) -> float:
        """Right edge."""
        return max(run.right for run in self.runs)

    @property
    def base(self) -> float:
        """Baseline of its longest run."""
        return self._longest.base

    @property
    def size(self) -> float:
        """Size of most of its letters."""
        return self._longest.size

    @property
    def bold(self) -> bool:
        """Whether all of it is bold."""
        return all(run.bold for run in self.runs)

    @property
    def text(self) -> str:
        """What it says, raised characters included."""
        return " ".join(run.text.strip() for run in self.runs)

    @property
    def _longest(self) -> Run:
        return max(self.runs, key=lambda run: len(run.text))


def lines_of(page: int, runs: Iterable[Run]) -> list[Line]:
    """Lines of a column from top to bottom: runs that share a baseline, small raised ones beside theirs."""
    groups: list[list[Run]] = []
    for run in sorted(runs, key=lambda run: (-run.base, run.left)):
        for group in groups[-3:]:
            if _level(group, run):
                group.append(run)
                break
        else:
            groups.append([run])
    lines = [_line(page, sorted(group, key=lambda run: run.left)) for group in groups]
    return sorted(lines, key=lambda line: -line.base)


def _level(group: Sequence[Run], run: Run) -> bool:
    """Whether a run stands on the line of others: on their baseline, or smaller and right beside one of them."""
    first = max(group, key=lambda other: (other.size, len(other.text)))
    small, large = sorted((first, run), key=lambda other: other.size)
    if abs(run.base - first.base) <= LEVEL * small.size:
        return True
    beside = any(
        -1 <= run.left - other.right <= 0.4 * large.size or -1 <= other.left - run.right <= 0.4 * large.size
        for other in group
    )
    return small.size < 0.9 * large.size and beside and 0 <= small.base - large.base <= 0.6 * large.size


def _line(page: int, runs: list[Run]) -> Line:
    """A line of its runs; where one stands raised beside larger ones, it is marked as raised."""
    large = max(runs, key=lambda run: (len(run.text) > 3, run.size))
    marked = tuple(_raised(run) if _is_raised(run, large) else run for run in runs)
    gaps = sum(right.left - left.right > CELLS * large.size for left, right in pairwise(marked))
    return Line(page, marked, gaps + 1)


def _is_raised(run: Run, large: Run) -> bool:
    return run.size < 0.9 * large.size and run.base - large.base > 0.1 * large.size


def _raised(run: Run) -> Run:
    return replace(run, raised=((0, len(run.text)),))
