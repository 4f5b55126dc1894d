"""What could not be carried over: each kind told once, with how often it occurred."""

from __future__ import annotations

from collections import Counter

from quiz.errors import Place, Problem


class Losses:
    """Counts losses of one file by what they are."""

    def __init__(self, path: str) -> None:
        """Name the file."""
        self._path = path
        self._counts: Counter[tuple[str, str]] = Counter()
        self._first: dict[tuple[str, str], int | None] = {}

    def add(self, what: str, hint: str = "", line: int | None = None) -> None:
        """Count one loss: `what` is told with the count, as `cards without an answer, left out: 12`."""
        self._counts[what, hint] += 1
        self._first.setdefault((what, hint), line)

    def many(self, what: str, count: int, line: int | None = None) -> None:
        """Count a loss that occurred so many times, which may be none."""
        if count > 0:
            self._counts[what, ""] += count
            self._first.setdefault((what, ""), line)

    def told(self) -> tuple[Problem, ...]:
        """Tell each kind of loss with its count, and the line of its first."""
        return tuple(
            Problem(Place(self._path, self._first[what, hint]), f"{what}: {count:,}", hint, "warning")
            for (what, hint), count in self._counts.items()
        )
