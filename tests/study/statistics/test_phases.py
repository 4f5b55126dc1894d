"""The phase of a card by its grades alone, held against FSRS itself."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from quiz.config import StudyConfig
from quiz.study.model import Grade, Memory
from quiz.study.scheduling.schedule import Schedule
from quiz.study.statistics.phases import FIRST, transitions

steps = st.lists(st.integers(1, 60), unique=True, max_size=4).map(lambda found: tuple(map(_minutes, sorted(found))))


def _minutes(number: int) -> timedelta:
    return timedelta(minutes=number)


@given(steps, steps, st.lists(st.tuples(st.sampled_from(Grade), st.integers(1, 5000)), max_size=30))
def test_phases_are_the_states_of_the_schedule(
    learning: tuple[timedelta, ...], relearning: tuple[timedelta, ...], answers: list[tuple[Grade, int]]
) -> None:
    schedule = Schedule(StudyConfig(learning_steps=learning, relearning_steps=relearning))
    table, review = transitions(len(learning), len(relearning))
    memory: Memory | None = None
    phase, at = FIRST, datetime(2026, 1, 1, tzinfo=UTC)
    for grade, minutes in answers:
        at += timedelta(minutes=minutes)
        memory = schedule.after(memory, grade, at)
        phase = table[phase][grade]
        assert phase == {1: 0, 2: review, 3: review + 1}[memory.state] + (memory.step or 0)
