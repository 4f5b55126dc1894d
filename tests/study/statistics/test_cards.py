"""Counts by state, the forecast and the hardest cards."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

from hypothesis import given
from hypothesis import strategies as st

from quiz.deck.model import Card, Deck
from quiz.study.model import Key, Marks, Memory
from quiz.study.scheduling.choosing import Standing, waiting
from quiz.study.scheduling.days import day_of
from quiz.study.statistics.cards import AHEAD, due_on, forecast, hardest, states
from quiz.study.statistics.tally import CardCount
from tests.study.statistics.learner import NOW, STUDY, TODAY

DECK = Deck("D", tuple(Card("yes", question=f"Is it {n}?", id=f"c{n}") for n in range(20)), id="d")
KEYS = [("d", card.id) for card in DECK.cards]

memories = st.dictionaries(
    st.sampled_from(KEYS),
    st.builds(
        lambda state, away, ago, difficulty, lapses: Memory(
            NOW + timedelta(hours=away), 3.0, difficulty, state, None if state == 2 else 0,
            NOW - timedelta(hours=ago), 9, lapses,
        ),
        st.sampled_from((1, 2, 3)), st.integers(-200, 1500), st.integers(0, 900), st.floats(1, 10), st.integers(0, 9),
    ),
)  # fmt: skip
marked = st.dictionaries(st.sampled_from(KEYS), st.builds(Marks, st.booleans(), st.booleans()))


@given(memories, marked)
def test_every_card_is_in_one_state(memories: dict[Key, Memory], marks: dict[Key, Marks]) -> None:
    found = states(KEYS, memories, marks, STUDY.mature)
    assert found.total == len(KEYS)
    assert found.suspended == sum(mark.suspended for mark in marks.values())
    assert found.new == sum(key not in memories and not marks.get(key, Marks()).suspended for key in KEYS)


@given(memories, marked)
def test_every_answered_card_comes_once(memories: dict[Key, Memory], marks: dict[Key, Marks]) -> None:
    found = forecast(KEYS, memories, marks, NOW, STUDY)
    coming = [key for key in memories if not marks.get(key, Marks()).suspended]
    assert found.overdue + sum(found.days) + found.later == len(coming)
    days = Counter(day_of(memories[key].due) - TODAY for key in coming)
    assert list(found.days) == [days[away] for away in range(AHEAD)]


@given(memories)
def test_what_is_due_today_is_what_waits(memories: dict[Key, Memory]) -> None:
    """The forecast and the sitting agree on what is due until tonight, learning steps of later today aside."""
    reviewed = {key: replace(memory, state=2, step=None) for key, memory in memories.items()}
    found = forecast(KEYS, reviewed, {}, NOW, STUDY)
    assert found.overdue + found.days[0] == len(waiting(DECK, Standing(reviewed), NOW, STUDY).due)


def test_a_day_ends_at_four_where_the_learner_is() -> None:
    tokyo = timezone(timedelta(hours=9))
    now = datetime(2026, 11, 22, 23, 0, tzinfo=tokyo)
    for hour, away in ((3, 0), (4, 1)):
        due = datetime(2026, 11, 23, hour, 0, tzinfo=tokyo).astimezone(UTC)
        memory = Memory(due, 3.0, 5.0, 2, None, due - timedelta(days=3))
        assert due_on(memory, now, STUDY) - day_of(now) == away
        assert forecast([("d", "c1")], {("d", "c1"): memory}, {}, now, STUDY).days[away] == 1


def test_the_hardest_are_those_forgotten_most_and_of_late() -> None:
    memory = Memory(NOW, 3.0, 5.0, 2, None, NOW, 9, 0)
    found = hardest(
        [DECK],
        {
            ("d", "c0"): memory,
            ("d", "c1"): replace(memory, lapses=2),
            ("d", "c2"): replace(memory, lapses=2, difficulty=9.0),
            ("d", "c3"): replace(memory, lapses=1),
            ("d", "gone"): replace(memory, lapses=9),
        },
        {("d", f"c{n}"): CardCount(9, 1000, missed=2 if n == 3 else 0) for n in range(4)},
    )
    assert [hard.card.id for hard in found] == ["c3", "c2", "c1"]
