"""Options of which several are right: those that a learner ticked, and how far they are the right ones."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from fractions import Fraction

from quiz.study.model import Verdict


def ticked(options: Iterable[str], given: str) -> tuple[str, ...]:
    """Read which of the options an answer holds, which has them in their order; each may have several lines.

    They are those that make up all of the answer, the fewest where several do; else as much of it as any do.
    """
    text = f"{given}\n"
    ways: dict[int, tuple[str, ...]] = {0: ()}
    for option in options:
        line = f"{option}\n"
        for at, found in [(at, found) for at, found in ways.items() if text.startswith(line, at)]:
            end = at + len(line)
            if end not in ways or len(found) + 1 < len(ways[end]):
                ways[end] = (*found, option)
    return ways[max(ways)]


def judge_ticks(right: Collection[str], chosen: Collection[str]) -> Verdict:
    """Judge what was ticked: right where it is all that is right and nothing else, near where only something misses."""
    if not chosen:
        return Verdict(right=False, reason="no answer")
    hits, wrong = _counted(right, chosen)
    if hits == len(right) and not wrong:
        return Verdict(right=True)
    besides = f", and {wrong} wrong one{'s' * (wrong > 1)}" if wrong else ""
    return Verdict(right=False, close=hits > 0 and not wrong, reason=f"{hits} of {len(right)} ticked{besides}")


def ticks_share(right: Collection[str], chosen: Collection[str]) -> Fraction:
    """Return the share of the right options that was ticked, from 0 to 1; each wrong one takes one away."""
    hits, wrong = _counted(right, chosen)
    return max(Fraction(0), Fraction(hits - wrong, len(right) or 1))


def _counted(right: Collection[str], chosen: Collection[str]) -> tuple[int, int]:
    """Count the right and the wrong options among those ticked."""
    hits = sum(option in right for option in chosen)
    return hits, len(chosen) - hits
