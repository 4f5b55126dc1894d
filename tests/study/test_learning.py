"""What the configuration says of studying is done, and cards on a learning step come again within a sitting."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from quiz.config import StudyConfig
from quiz.deck.model import Deck, Passage, Source
from quiz.study.history import History
from quiz.study.model import Grade
from quiz.study.scheduling.cramming import unsuspended
from quiz.study.sitting import Desk, Sitting
from tests.study.sample_decks import MORNING, deck_of


class Learner:
    """One learner with a clock and a history; the days go by as told."""

    def __init__(self, folder: Path) -> None:
        self.now, self.history = MORNING, History(folder / "h.db")

    def desk(self, **study: object) -> Desk:
        """The learner's desk, configured so."""
        return Desk(self.history, lambda: self.now, replace(StudyConfig(), **study))  # type: ignore[arg-type]

    def study(self, deck: Deck, desk: Desk, seconds: int = 0, answer: Callable[[int], bool] = lambda _n: True) -> int:
        """Answer all that waits; return how many questions that took."""
        return self.through(Sitting.over([deck], desk), seconds, answer)

    def through(self, sitting: Sitting, seconds: int = 0, answer: Callable[[int], bool] = lambda _n: True) -> int:
        """Go through a sitting, with so many seconds for each answer, right where that is told."""
        asked = 0
        while sitting.session.phase != "over":
            self.now += timedelta(seconds=seconds)
            asked += 1
            sitting.reply(sitting.session.current.card.answer if answer(asked) else "no")
            sitting.next()
        return asked

    def waits(self, deck: Deck, desk: Desk) -> list[str]:
        """The cards that would be asked now."""
        return [item.card.id for item in Sitting.over([deck], desk).session.queue]


@pytest.fixture
def learner(tmp_path: Path) -> Learner:
    return Learner(tmp_path)


def test_a_learning_step_that_is_over_is_asked_in_the_same_sitting(learner: Learner) -> None:
    desk, deck = learner.desk(new_a_day=40), deck_of(40)
    sitting = Sitting.over([deck], desk)
    first = sitting.session.current.card.id
    seen: list[str] = []
    while sitting.session.phase != "over":
        learner.now += timedelta(seconds=40)
        seen.append(sitting.session.current.card.id)
        sitting.reply(sitting.session.current.card.answer)
        sitting.next()

    # the step of ten minutes is over after fifteen answers of forty seconds, and before the seventeenth
    assert seen.index(first, 1) in (16, 17)
    assert sum(len(deck.due) for deck in desk.overview([deck])) == 0
    assert sitting.session.summary().cards == 40


def test_a_card_that_comes_again_is_typed_and_says_so(learner: Learner) -> None:
    desk = learner.desk()
    sitting = Sitting.over([deck_of(2)], desk)
    sitting.reply("Answer 0")
    sitting.next()
    learner.now += timedelta(minutes=11)
    sitting.reply("Answer 1")
    sitting.next()

    assert (sitting.session.current.card.id, sitting.session.current.known) == ("rivers0", True)
    assert sitting.session.question.way == "typed"
    assert (sitting.session.position, sitting.session.total) == (2, 2)
    sitting.undo()
    assert sitting.session.current.card.id == "rivers1"
    sitting.reply("Answer 1")
    sitting.next()
    assert sitting.session.current.card.id == "rivers0"


@pytest.mark.parametrize("change", ["easy", "again", "suspend", "gone"])
def test_what_is_not_learned_any_more_does_not_come_again(learner: Learner, change: str) -> None:
    deck = deck_of(2)
    sitting = Sitting.over([deck], learner.desk())
    sitting.reply("Answer 0")
    if change == "easy":
        sitting.regrade(Grade.EASY)
    elif change == "again":
        sitting.regrade(Grade.AGAIN)
    elif change == "suspend":
        sitting.mark("suspend")
    if sitting.session.phase == "answered":
        sitting.next()
    if change == "gone":
        sitting.reload([replace(deck, cards=deck.cards[1:])])
    learner.now += timedelta(minutes=11)
    while sitting.session.phase != "over" and len(sitting.session.answers) < 9:
        assert not sitting.session.current.known
        sitting.reply(sitting.session.current.card.answer)
        sitting.next()


def test_practice_does_not_change_what_waits(learner: Learner) -> None:
    passage = Source(Passage("The Tigris runs through Baghdad.", line=1))
    deck = deck_of(10)
    deck = replace(
        deck, cards=tuple(replace(card, source=passage if n < 4 else None) for n, card in enumerate(deck.cards))
    )
    desk = learner.desk(reviews_a_day=3, bury_siblings=True)
    before = learner.waits(deck, desk)
    assert len(before) == 7
    learner.through(Sitting.cram(unsuspended([deck], desk.standing([deck])), desk))
    assert learner.waits(deck, desk) == before

    learned(learner, deck)
    waits = learner.waits(deck, desk)
    assert len(waits) == 3
    learner.through(Sitting.cram(unsuspended([deck], desk.standing([deck])), desk))
    assert learner.waits(deck, desk) == waits


def learned(learner: Learner, deck: Deck) -> None:
    """Learn all cards of a deck, and let two months go by."""
    desk = learner.desk()
    for _step in range(3):
        learner.study(deck, desk)
        learner.now += timedelta(minutes=20)
    learner.now += timedelta(days=60)


def test_reviews_of_a_day_are_limited(learner: Learner) -> None:
    deck = deck_of(10)
    learned(learner, deck)
    desk = learner.desk(reviews_a_day=3)

    assert len(learner.waits(deck, desk)) == 3
    sitting = Sitting.over([deck], desk)
    sitting.reply(sitting.session.current.card.answer)
    assert len(learner.waits(deck, desk)) == 2
    assert len(learner.waits(deck, learner.desk(reviews_a_day=99))) == 9
    learner.study(deck, desk)
    assert learner.waits(deck, desk) == []
    learner.now += timedelta(days=1)
    assert len(learner.waits(deck, desk)) == 3


def test_new_cards_of_all_decks_together_are_limited_and_shared_out(learner: Learner) -> None:
    decks = [deck_of(30, title) for title in ("Rivers", "Lakes", "Seas")]
    desk = learner.desk(new_in_all=10, new_a_day=8)

    assert [len(waiting.new) for waiting in desk.overview(decks)] in ([3, 4, 3], [4, 3, 3], [3, 3, 4])
    assert [waiting.later[0].card.id for waiting in desk.overview(decks[:1])] == ["rivers8"]
    sitting = Sitting.over(decks, desk)
    assert sitting.session.total == 10
    for _card in range(4):
        sitting.reply(sitting.session.current.card.answer)
        sitting.next()
    assert sum(len(waiting.new) for waiting in desk.overview(decks)) == 6
    assert len(desk.overview(decks[:1])[0].new) == 6
    learner.now += timedelta(days=1)
    assert sum(len(waiting.new) for waiting in desk.overview(decks)) == 10


def test_the_retention_wanted_decides_how_soon_a_card_comes(learner: Learner) -> None:
    deck = deck_of(1)
    learned(learner, deck)
    good = [Sitting.over([deck], learner.desk(retention=share)).intervals()[Grade.GOOD] for share in (0.97, 0.9, 0.8)]
    assert good[0] < good[1] < good[2]


def test_no_card_stays_away_longer_than_is_wanted(learner: Learner) -> None:
    deck = deck_of(1)
    learned(learner, deck)
    intervals = Sitting.over([deck], learner.desk(longest=timedelta(days=7))).intervals()
    assert intervals[Grade.EASY] == timedelta(days=7)


def test_a_card_is_asked_as_the_learner_wants_it_by_how_far_it_is(learner: Learner) -> None:
    deck = replace(deck_of(1), cards=deck_of(2).cards[1:])
    ways = {"new_way": "choice", "known_way": "typed", "mature_way": "reveal"}
    desk = learner.desk(mature=timedelta(days=21), **ways)
    seen = []
    for days in (0, 0.5 / 24, 1, 3, 30, 90):
        learner.now += timedelta(days=days)
        sitting = Sitting.over([deck], desk)
        if sitting.session.queue:
            seen.append(sitting.session.question.way)
            sitting.reveal()
            sitting.grade(Grade.GOOD)
    assert seen[:2] == ["choice", "typed"]
    assert seen[-1] == "reveal"
    assert seen == sorted(seen, key=["choice", "typed", "reveal"].index)
    assert Sitting.over([deck], learner.desk(**(ways | {"new_way": "reveal"})), None).session.queue == ()


@pytest.mark.parametrize(("begins", "new"), [(4, 5), (8, 0)])
def test_the_day_begins_when_the_learner_says(learner: Learner, begins: int, new: int) -> None:
    deck, desk = deck_of(30), learner.desk(day_begins=timedelta(hours=begins), new_a_day=5)
    learner.now = datetime(2026, 11, 22, 23, 30, tzinfo=timezone(timedelta(hours=5)))
    learner.study(deck, desk)
    assert learner.waits(deck, desk) == []
    learner.now = datetime(2026, 11, 23, 7, 30, tzinfo=timezone(timedelta(hours=5)))
    fresh = [name for name in learner.waits(deck, desk) if int(name.removeprefix("rivers")) >= 5]
    assert len(fresh) == new


def test_a_journey_to_another_time_zone_loses_nothing(learner: Learner) -> None:
    deck, desk = deck_of(8), learner.desk(new_a_day=4)
    learner.now = datetime(2026, 11, 22, 20, 0, tzinfo=timezone(timedelta(hours=12)))
    learner.study(deck, desk)
    memories = desk.history.memories([deck.id])
    sitting = Sitting.cram([(deck, deck.cards[7])], desk)
    sitting.mark("bury")
    learner.now = learner.now.astimezone(timezone(timedelta(hours=-8)))

    assert desk.history.memories([deck.id]) == memories
    assert "rivers7" not in learner.waits(deck, desk)
    assert len(learner.waits(deck, desk)) <= 4
    learner.now += timedelta(days=2)
    assert {"rivers4", "rivers5", "rivers6", "rivers7"} <= set(learner.waits(deck, desk))
    assert len(learner.waits(deck, desk)) == 8
