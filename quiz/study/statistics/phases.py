"""Which phase of learning a card was in when it was answered, from its grades alone: FSRS's states without the sums."""

from __future__ import annotations

from collections.abc import Sequence

from quiz.study.model import Grade

Phase = int
"""A row of the table: 0 is new or on the first learning step, the last steps follow, then `review`, then relearning."""

Table = tuple[tuple[Phase, ...], ...]
"""For each phase, the phase after an answer of each grade; the place of grade 0 is empty."""

FIRST: Phase = 0


def transitions(learning: int, relearning: int) -> tuple[Table, Phase]:
    """Return the table for so many learning and relearning steps, and which of its phases is that of reviews."""
    review = max(1, learning)
    table = [_step(at, at, learning, review, 0) for at in range(review)]
    lapsed = review + 1 if relearning else review
    table.append((review, lapsed, review, review, review))
    table += [_step(at, at + review + 1, relearning, review, review + 1) for at in range(relearning)]
    return tuple(table), review


def before(table: Table, grade: int, after: Sequence[Phase]) -> list[Phase]:
    """Return where each phase leads by an answer of a grade and then by others, which lead from each as `after` tells.

    Once all lead to one, no earlier answer tells more.
    """
    return [after[row[grade]] for row in table]


def _step(at: int, phase: Phase, steps: int, review: Phase, first: Phase) -> tuple[Phase, ...]:
    """Return what follows a step: forgotten back to the first, hard stays, good goes one on, easy leaves the steps."""
    after = {Grade.AGAIN: first, Grade.HARD: phase, Grade.GOOD: phase + 1, Grade.EASY: review}
    if at + 1 >= steps:
        after[Grade.GOOD] = review
    if not steps:
        after = dict.fromkeys(Grade, review)
    return (phase, *(after[grade] for grade in Grade))
