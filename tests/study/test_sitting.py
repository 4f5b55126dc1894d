"""A sitting with its history: an answer is kept before the sitting goes on, and the next sitting knows of it."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from quiz.errors import QuizError
from quiz.study.history import History
from quiz.study.model import Grade
from quiz.study.sitting import Sitting, local_time, overview
from tests.study.sample_decks import MORNING, deck_of


class Clock:
    """A clock that is put forward by hand."""

    def __init__(self) -> None:
        self.now = MORNING

    def __call__(self) -> datetime:
        return self.now

    def wait(self, **time: float) -> None:
        self.now += timedelta(**time)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def history(tmp_path: Path) -> History:
    return History(tmp_path / "h.db")


def test_an_answer_is_kept_before_the_next_question(history: History, clock: Clock) -> None:
    sitting = Sitting.over([deck_of(3)], history, clock)
    clock.wait(seconds=4)
    sitting.reply("answer 0")

    review = next(history.reviews())
    assert (review.key, review.way, review.answer) == (("rivers", "rivers0"), "typed", "answer 0")
    assert (review.right, review.grade, review.duration) == (True, Grade.GOOD, 4000)
    sitting.reply("answer 0")
    assert len(list(history.reviews())) == 1

    sitting.next()
    sitting.reply("Never")
    assert [review.way for review in history.reviews()] == ["typed", "choice"]
    assert [review.grade for review in history.reviews()] == [Grade.GOOD, Grade.AGAIN]


def test_a_revealed_card_is_kept_once_graded(history: History, clock: Clock) -> None:
    sitting = Sitting.over([deck_of(3)], history, clock, "reveal")
    sitting.reveal()
    waits = sitting.intervals()
    assert list(history.reviews()) == []

    sitting.grade(Grade.EASY)
    memory = history.memory(("rivers", "rivers0"))
    assert memory is not None
    assert memory.due == MORNING + waits[Grade.EASY]
    assert next(history.reviews()).way == "reveal"


def test_the_next_sitting_goes_on(history: History, clock: Clock) -> None:
    deck = deck_of(4)
    sitting = Sitting.over([deck], history, clock)
    for given in ("Answer 0", "wrong"):
        sitting.reply(given)
        sitting.next()

    clock.wait(hours=2)
    (waiting,) = overview([deck], history, clock())
    assert [item.card.id for item in waiting.due] == ["rivers0", "rivers1"]
    assert [item.known for item in waiting.due] == [True, False]
    assert len(waiting.new) == 2
    again = Sitting.over([deck], history, clock)
    assert [item.card.id for item in again.session.queue] == ["rivers0", "rivers1", "rivers2", "rivers3"]
    assert again.session.question.way == "typed"


def test_nothing_waits_but_one_can_go_on(history: History, clock: Clock) -> None:
    deck = deck_of(30)
    sitting = Sitting.over([deck], history, clock)
    assert sitting.session.total == 20
    while sitting.session.phase != "over":
        sitting.reply(sitting.session.current.card.answer)
        sitting.next()

    clock.wait(minutes=1)
    assert Sitting.over([deck], history, clock).session.phase == "over"
    assert [item.card.id for item in sitting.ahead([deck]).session.queue[:10]] == [f"rivers{n}" for n in range(20, 30)]
    clock.wait(days=1)
    assert Sitting.over([deck], history, clock).session.total == 30


def test_what_cannot_be_kept_is_not_passed_over(history: History, clock: Clock) -> None:
    sitting = Sitting.over([deck_of(3)], history, clock)
    history.close()
    before = sitting.session

    with pytest.raises(QuizError):
        sitting.reply("Answer 0")
    assert sitting.session is before


def test_a_clock_put_back_loses_nothing(history: History, clock: Clock) -> None:
    sitting = Sitting.over([deck_of(3)], history, clock)
    sitting.reply("Answer 0")
    clock.wait(days=-400)
    sitting.next()
    sitting.reply("Answer 1")

    assert [review.duration for review in history.reviews()] == [0, 0]
    assert sitting.elapsed() == timedelta()


def test_local_time_knows_its_zone() -> None:
    assert local_time().utcoffset() is not None
