"""The schedule: FSRS without chance."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.study.model import Grade, Memory
from quiz.study.scheduling.schedule import Schedule, interval_words
from tests.study.sample_decks import MORNING

SCHEDULE = Schedule()
after = SCHEDULE.after


@given(st.lists(st.tuples(st.sampled_from(list(Grade)), st.integers(-400, 90_000)), min_size=1, max_size=12))
def test_better_grades_never_come_sooner(past: list[tuple[Grade, int]]) -> None:
    memory, at = None, MORNING
    for grade, minutes in past:
        at += timedelta(minutes=minutes)
        assert after(memory, grade, at) == after(memory, grade, at)
        memory = after(memory, grade, at)
        assert memory.due > at
        assert 1 <= memory.difficulty <= 10

    waits = list(SCHEDULE.intervals(memory, at).values())
    assert waits == sorted(waits)


def test_a_card_becomes_known_and_is_forgotten() -> None:
    memory = after(None, Grade.AGAIN, MORNING)
    assert not memory.known
    memory = after(memory, Grade.GOOD, MORNING + timedelta(minutes=1))
    assert memory.known
    memory = after(memory, Grade.GOOD, memory.due)
    assert memory.step is None
    assert memory.due - memory.last >= timedelta(days=1)
    lapsed = after(memory, Grade.AGAIN, memory.due)
    assert isinstance(lapsed, Memory)
    assert lapsed.known
    assert lapsed.stability < memory.stability


@pytest.mark.parametrize(
    ("interval", "words"),
    [
        (timedelta(seconds=1), "1m"),
        (timedelta(minutes=5.5), "6m"),
        (timedelta(hours=5), "5h"),
        (timedelta(days=8), "8d"),
        (timedelta(days=76), "2.5mo"),
        (timedelta(days=800), "2.2y"),
    ],
)
def test_interval_words(interval: timedelta, words: str) -> None:
    assert interval_words(interval) == words
