"""A sitting with its history: an answer is kept before the sitting goes on, and the next sitting knows of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from quiz.config import StudyConfig
from quiz.deck.model import Passage, Source
from quiz.errors import QuizError
from quiz.study.history import History
from quiz.study.model import Grade
from quiz.study.session import Item
from quiz.study.sitting import Desk, Sitting, local_time
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


@pytest.fixture
def desk(history: History, clock: Clock) -> Desk:
    return Desk(history, clock)


def test_an_answer_is_kept_before_the_next_question(desk: Desk, history: History, clock: Clock) -> None:
    sitting = Sitting.over([deck_of(3)], desk)
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


def test_a_revealed_card_is_kept_once_graded(desk: Desk, history: History) -> None:
    sitting = Sitting.over([deck_of(3)], desk, "reveal")
    sitting.reveal()
    waits = sitting.intervals()
    assert list(history.reviews()) == []

    sitting.grade(Grade.EASY)
    memory = history.memory(("rivers", "rivers0"))
    assert memory is not None
    assert memory.due == MORNING + waits[Grade.EASY]
    assert next(history.reviews()).way == "reveal"


def test_the_next_sitting_goes_on(desk: Desk, clock: Clock) -> None:
    deck = deck_of(4)
    sitting = Sitting.over([deck], desk)
    for given in ("Answer 0", "wrong"):
        sitting.reply(given)
        sitting.next()

    clock.wait(hours=2)
    (waiting,) = desk.overview([deck])
    assert [item.card.id for item in waiting.due] == ["rivers0", "rivers1"]
    assert [item.way for item in waiting.due] == ["typed", "choice"]
    assert len(waiting.new) == 2
    again = Sitting.over([deck], desk)
    assert [item.card.id for item in again.session.queue] == ["rivers0", "rivers1", "rivers2", "rivers3"]
    assert again.session.question.way == "typed"


def test_nothing_waits_but_one_can_go_on(desk: Desk, clock: Clock) -> None:
    deck = deck_of(30)
    sitting = Sitting.over([deck], desk)
    assert sitting.session.total == 20
    while sitting.session.phase != "over":
        sitting.reply(sitting.session.current.card.answer)
        sitting.next()

    clock.wait(minutes=1)
    assert Sitting.over([deck], desk).session.phase == "over"
    assert [item.card.id for item in sitting.ahead([deck]).session.queue[:10]] == [f"rivers{n}" for n in range(20, 30)]
    clock.wait(days=1)
    assert Sitting.over([deck], desk).session.total == 30


def test_what_cannot_be_kept_is_not_passed_over(desk: Desk, history: History) -> None:
    sitting = Sitting.over([deck_of(3)], desk)
    history.close()
    before = sitting.session

    with pytest.raises(QuizError):
        sitting.reply("Answer 0")
    assert sitting.session is before


def test_a_clock_put_back_loses_nothing(desk: Desk, history: History, clock: Clock) -> None:
    sitting = Sitting.over([deck_of(3)], desk)
    sitting.reply("Answer 0")
    clock.wait(days=-400)
    sitting.next()
    sitting.reply("Answer 1")

    assert [review.duration for review in history.reviews()] == [0, 0]
    assert sitting.elapsed() == timedelta()


def test_local_time_knows_its_zone() -> None:
    assert local_time().utcoffset() is not None


def test_undo_goes_back_to_the_question_and_to_what_was_known(desk: Desk, history: History, clock: Clock) -> None:
    sitting = Sitting.over([deck_of(3)], desk)
    seen = [sitting.session]
    for given in ("Answer 0", "Never"):
        sitting.reply(given)
        sitting.next()
        seen.append(sitting.session)
    sitting.mark("suspend")
    assert sitting.session.current.card.id != seen[2].current.card.id

    for before in (seen[2], seen[1], seen[0]):
        clock.wait(minutes=1)
        assert sitting.undo()
        assert sitting.session == before
    assert not sitting.undo()
    assert list(history.reviews()) == []
    assert history.memories(["rivers"]) == {}
    assert history.marks(["rivers"]) == {}


def test_i_was_right_replaces_the_answer(desk: Desk, history: History) -> None:
    sitting = Sitting.over([deck_of(3)], desk)
    sitting.reply("something else")
    proposed = sitting.intervals()
    sitting.regrade(Grade.EASY)

    (review,) = history.reviews()
    assert (review.grade, review.right, review.answer) == (Grade.EASY, True, "something else")
    memory = history.memory(("rivers", "rivers0"))
    assert memory
    assert memory.due == MORNING + proposed[Grade.EASY]
    last = sitting.session.last
    assert last
    assert last.verdict
    assert last.verdict.right
    assert sitting.undo()
    assert [review.grade for review in history.reviews()] == [Grade.AGAIN]
    assert sitting.undo()
    assert history.memories(["rivers"]) == {}


def test_practice_leaves_the_schedule_alone(desk: Desk, history: History) -> None:
    deck = deck_of(2)
    sitting = Sitting([Item(deck, card) for card in deck.cards], desk, mode="cram")
    sitting.reply("Answer 0")

    assert [review.mode for review in history.reviews()] == ["cram"]
    assert history.memories(["rivers"]) == {}


def test_a_leech_is_suspended_with_a_notice(history: History, clock: Clock) -> None:
    desk = Desk(history, clock, StudyConfig(leech=2))
    deck = deck_of(1)
    told = []
    sitting = Sitting((), desk)
    for given in ("Answer 0", "Answer 0", "no", "Answer 0", "Answer 0", "no"):
        sitting = Sitting([Item(deck, card, way="typed") for card in deck.cards], desk)
        sitting.reply(given)
        told.append(sitting.notice)
        clock.wait(days=3)
    assert told[:-1] == [""] * 5
    assert told[-1].startswith("suspended: forgotten 2 times")
    assert history.marks(["rivers"])["rivers", "rivers0"].leech
    assert desk.overview([deck])[0].held == 1
    sitting.next()
    assert sitting.session.phase == "over"


def test_siblings_are_not_asked_on_one_day(desk: Desk, clock: Clock) -> None:
    passage = Source(Passage("The Tigris runs through Baghdad.", line=1))
    deck = deck_of(4)
    deck = replace(deck, cards=tuple(replace(card, source=passage if n else None) for n, card in enumerate(deck.cards)))

    sitting = Sitting.over([deck], desk)
    assert [item.card.id for item in sitting.session.queue] == ["rivers0", "rivers1"]
    sitting.reply("Answer 0")
    sitting.next()
    sitting.reply("Answer 1")
    clock.wait(minutes=30)
    assert [item.card.id for item in Sitting.over([deck], desk).session.queue] == ["rivers0", "rivers1"]
    clock.wait(days=1)
    assert "rivers2" not in [item.card.id for item in Sitting.over([deck], desk).session.queue]
