"""Slips of typing: how many letters apart two answers are, up to a limit."""

from __future__ import annotations

from itertools import pairwise


def allowed(length: int) -> int:
    """How many letters may be wrong in an answer of so many letters: none below 5, one below 10, then two.

    Short words are often a letter apart and both real (Iran, Iraq), so they must be exact.
    """
    return 0 if length < 5 else 1 if length < 10 else 2


def distance(one: str, other: str, limit: int) -> int:
    """Letters to insert, delete, change or swap with a neighbour (restricted Damerau-Levenshtein), or `limit + 1`.

    Only the band of `limit` around the diagonal is computed, so that long answers take linear time.
    """
    if abs(len(one) - len(other)) > limit:
        return limit + 1
    far = limit + 1
    older: dict[int, int] = {}
    row = {column: column for column in range(min(limit, len(other)) + 1)}
    for line in range(1, len(one) + 1):
        older, row = row, _next_row(one, other, line, limit, (row, older))
        if min(row.values(), default=far) > limit:
            return far
    return min(row.get(len(other), far), far)


def _next_row(
    one: str, other: str, line: int, limit: int, rows: tuple[dict[int, int], dict[int, int]]
) -> dict[int, int]:
    """Return the next line of the distance table, within the band; missing cells are beyond the limit."""
    above, older = rows
    far = limit + 1
    row: dict[int, int] = {}
    for column in range(max(0, line - limit), min(len(other), line + limit) + 1):
        if column == 0:
            row[0] = line
            continue
        changed = one[line - 1] != other[column - 1]
        cost = min(
            above.get(column, far) + 1,
            row.get(column - 1, far) + 1,
            above.get(column - 1, far) + changed,
        )
        if line > 1 and column > 1 and one[line - 1] == other[column - 2] and one[line - 2] == other[column - 1]:
            cost = min(cost, older.get(column - 2, far) + 1)
        row[column] = cost
    return row


def swapped(one: str, other: str) -> bool:
    """Whether two words differ just by two neighbouring letters changing places."""
    if len(one) != len(other):
        return False
    differing = [at for at, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
    return any(
        (left, right) == tuple(differing) and one[left] == other[right] and one[right] == other[left]
        for left, right in pairwise(differing)
    )
