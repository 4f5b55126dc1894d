"""The order in which the columns of a page are read: by the white gutters that its lines leave."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from statistics import median

from quiz.documents.pdf.page import Run

FEWEST = 3
"""Lines that each side of a gutter has at least."""

NARROWEST = 11
"""Letters of the median line of a column; cells of tables and the numbers of lists have fewer."""

NARROW = 0.12
"""Share of the text's width that a column takes at least."""

DEEPEST = 4
"""Times a part of a page is parted again."""

CANDIDATES = 12
"""Left edges tried as the beginning of a column, those of most runs first."""


def columns(runs: Sequence[Run], depth: int = 0) -> list[list[Run]]:
    """Columns of some runs in the order they are read, text across several columns being one of its own."""
    cuts = [(edge, _parted(runs, edge)) for edge in (_edges(runs) if depth < DEEPEST else [])]
    edge, parts = max(cuts, key=lambda cut: _held(cut[1]), default=(0.0, []))
    if not _held(parts):
        return [list(runs)] if runs else []
    found: list[list[Run]] = []
    for parted, part in parts:
        left = [run for run in part if run.left < edge] if parted else part
        found += columns(left, depth + 1)
        found += columns([run for run in part if run.left >= edge], depth + 1) if parted else []
    return found


def _held(parts: Sequence[tuple[bool, list[Run]]]) -> int:
    """Number of runs in the parts that are parted."""
    return sum(len(part) for parted, part in parts if parted)


def _edges(runs: Sequence[Run]) -> list[float]:
    """Left edges that several runs share, a little to the left of them."""
    counts = Counter(round(run.left / 3) for run in runs)
    leftmost = min((run.left for run in runs), default=0)
    shared = [(times, place) for place, times in counts.items() if times >= FEWEST and place * 3 > leftmost + 30]
    return [place * 3 - 2.5 for _, place in sorted(shared, key=lambda pair: (-pair[0], pair[1]))[:CANDIDATES]]


def _parted(runs: Sequence[Run], edge: float) -> list[tuple[bool, list[Run]]]:
    """Parts of the runs from top to bottom, cut where one crosses an edge; true for those parted by it."""
    width = max(run.right for run in runs) - min(run.left for run in runs)
    parts: list[tuple[bool, list[Run]]] = []
    part: list[Run] = []
    across: list[Run] = []
    for run in [*sorted(runs, key=lambda run: -run.top), None]:
        crosses = run is not None and run.left < edge - 1 and run.right > edge + 1
        if run is not None and not crosses:
            part.append(run)
            continue
        if part and _two(part, edge, width):
            parts += [(False, across)] * bool(across) + [(True, part)]
            across, part = [], []
        across += part
        part = []
        if run is not None:
            across.append(run)
    return parts + [(False, across)] * bool(across)


def _two(part: Sequence[Run], edge: float, width: float) -> bool:
    """Whether an edge parts some runs in two columns: prose on either side, beside one another, with a gutter."""
    left = [run for run in part if run.right <= edge + 1]
    right = [run for run in part if run.left >= edge - 1]
    rows = [_rows(left), _rows(right)]
    if min(map(len, rows)) < FEWEST or min(median(lengths) for lengths in rows) < NARROWEST:
        return False
    if edge + 2.5 - max(run.right for run in left) < 0.5 * median(run.size for run in part):
        return False
    top = min(max(run.top for run in side) for side in (left, right))
    bottom = max(min(run.bottom for run in side) for side in (left, right))
    return top > bottom and all(
        max(run.right for run in side) - min(run.left for run in side) >= NARROW * width for side in (left, right)
    )


def _rows(runs: Sequence[Run]) -> list[int]:
    """Number of letters on each baseline."""
    rows = Counter[int]()
    for run in runs:
        rows[round(run.base / 2)] += len(run.text)
    return list(rows.values())
