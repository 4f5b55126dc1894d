"""Retention at home is that of the statistics, whatever was answered, undone and reset."""

from __future__ import annotations

from contextlib import closing
from datetime import timedelta
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.config import StudyConfig
from quiz.deck.model import Card, Deck
from quiz.study.history import History
from quiz.study.history.counts import BEFORE, SINCE
from quiz.study.history.database import MEMORY
from quiz.study.model import Grade, Mode, Review
from quiz.study.scheduling.schedule import Schedule
from quiz.study.statistics.recall import recall
from quiz.study.statistics.report import report
from tests.study.statistics.learner import NOW, TODAY, library, months

AFTER = Schedule().after
DECKS = [Deck(name, (Card("x", id="a"), Card("x", id="b")), id=name) for name in "de"]
MODES: tuple[Mode, ...] = ("study", "study", "study", "cram")

answers = st.tuples(
    st.sampled_from("de"),
    st.sampled_from("ab"),
    st.sampled_from((0, 0, 1, 4, 12, -3)),
    st.sampled_from((1, 1, 2, 3, 3, 4)),
    st.sampled_from(MODES),
    st.sampled_from(("", "", "", "", "undo", "reset")),
)
steps = st.sampled_from(((), (timedelta(minutes=1),), (timedelta(minutes=1), timedelta(minutes=10), timedelta(days=1))))


def held(history: History, drawn: list[tuple[str, str, int, int, Mode, str]]) -> None:
    """Keep answers on days apart, some days backwards; some are taken back, or their card is made new."""
    day = TODAY - sum(apart for _deck, _card, apart, *_ in drawn)
    for deck, card, apart, grade, mode, then in drawn:
        day += apart
        at = NOW + timedelta(days=day - TODAY)
        number = history.record(Review(deck, card, at, "typed", "x", grade > 1, Grade(grade), 1000, mode, day), AFTER)
        if then == "undo":
            history.undo_review(number, at, day, AFTER)
        elif then:
            history.mark((deck, card), "reset", at, day, AFTER)


@settings(deadline=None)
@given(st.lists(answers, max_size=50), steps, steps)
def test_home_and_statistics_tell_the_same(
    drawn: list[tuple[str, str, int, int, Mode, str]],
    learning: tuple[timedelta, ...],
    relearning: tuple[timedelta, ...],
) -> None:
    study = StudyConfig(learning_steps=learning, relearning_steps=relearning)
    with closing(History(Path(MEMORY))) as history:
        held(history, drawn)
        found = recall(history.database, TODAY, study)
        for deck in DECKS:
            wanted = report([deck], history, NOW, study).retention.lately
            assert found.get(deck.id) == (wanted if wanted.reviews else None)


def test_months_of_study_are_told_alike(tmp_path: Path) -> None:
    deck = library()
    history = months(tmp_path / "h.db", deck)
    wanted = report([deck], history, NOW).retention
    assert recall(history.database, TODAY, StudyConfig()) == {"rivers": wanted.lately}
    assert wanted.all.reviews > wanted.lately.reviews > 100


def test_no_table_is_walked_from_end_to_end(tmp_path: Path) -> None:
    history = History(tmp_path / "h.db")
    values = {SINCE: (TODAY,), BEFORE: ("d", "a", 1)}
    for statement, given_ in values.items():
        plan: Any = history.database.rows(f"explain query plan {statement}", given_)
        told = [step for *_numbers, step in plan]
        assert any("SEARCH" in step for step in told)
        assert not [step for step in told if "SCAN" in step or "TEMP B-TREE FOR ORDER BY" in step]
