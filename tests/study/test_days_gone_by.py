"""Months of study day by day: leeches go and come back, and neither a changed clock nor another zone loses anything."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from pathlib import Path
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.config import StudyConfig
from quiz.deck.model import Deck
from quiz.study.history import History
from quiz.study.history.checking import Check
from quiz.study.history.database import MEMORY
from quiz.study.sitting import Desk, Sitting
from tests.study.sample_decks import MORNING, deck_of

LEECH = 4
DECK = deck_of(4)
KEY = ("rivers", "rivers0")


class Learner:
    """Somebody who studies a deck, a sitting at a time, by a clock and in a zone that can be changed."""

    def __init__(self, history: History, knows: Callable[[str], bool]) -> None:
        self.at, self.knows = MORNING, knows
        self.zone: tzinfo = UTC
        self.desk = Desk(history, lambda: self.at.astimezone(self.zone), StudyConfig(leech=LEECH))
        self.asked: list[str] = []
        self.notices: list[str] = []

    def study(self, deck: Deck = DECK) -> list[str]:
        """Answer all that waits; return the cards that were asked."""
        sitting, before = Sitting.over([deck], self.desk, "typed"), len(self.asked)
        while sitting.session.phase != "over":
            card = sitting.session.current.card
            self.at += timedelta(seconds=20)
            sitting.reply(card.answer if self.knows(card.id) else "no")
            self.asked.append(card.id)
            self.notices += [sitting.notice] if sitting.notice else []
            sitting.next()
            assert len(self.asked) - before < 100
        return self.asked[before:]

    def days(self, number: int) -> Iterator[list[str]]:
        """Study every morning for some days; yield what was asked on each."""
        for _ in range(number):
            self.at += timedelta(days=1)
            yield self.study()


@contextmanager
def learner(knows: Callable[[str], bool] = lambda _: True) -> Iterator[Learner]:
    """Begin with an empty history."""
    with closing(History(Path(MEMORY))) as history:
        yield Learner(history, knows)


def test_a_leech_goes_with_a_notice_and_comes_back_when_resumed() -> None:
    tired = iter(range(10**6))
    with learner(lambda card: card != "rivers0" or next(tired) % 3 > 0) as one:
        history = one.desk.history
        gone = next(day for day, _ in enumerate(one.days(365)) if one.notices)

        assert one.notices == [f"suspended: forgotten {LEECH} times; rewrite it, or resume it when you like"]
        assert history.marks(["rivers"]) == {KEY: history.marks(["rivers"])[KEY]}
        assert history.marks(["rivers"])[KEY].leech
        others = [card for asked in one.days(90) for card in asked]
        assert gone > LEECH
        assert "rivers0" not in others
        assert {"rivers1", "rivers2", "rivers3"} <= set(others)

        history.mark(KEY, "resume", one.at, one.desk.today, one.desk.schedule.after)
        assert "rivers0" in next(one.days(1))
        while len(one.notices) < 2:
            next(one.days(1))
        assert one.notices[1].startswith(f"suspended: forgotten {LEECH + LEECH // 2} times")
        assert "rivers0" not in [card for asked in one.days(30) for card in asked]


def test_a_clock_a_day_behind_asks_nothing_twice_and_loses_nothing() -> None:
    with learner() as one:
        for _ in one.days(20):
            pass
        before = one.desk.history.memories(["rivers"])
        one.at -= timedelta(days=1)

        assert one.study() == []
        assert one.desk.history.memories(["rivers"]) == before
        assert len(list(one.desk.history.reviews())) == len(one.asked)
        due = min(memory.due for memory in before.values())
        one.at = due + timedelta(minutes=1)
        assert one.study()
        assert sound(one)


def test_a_flight_over_the_date_line_loses_nothing() -> None:
    with learner() as one:
        one.study()
        for hours in (14, -12, 9, 0):
            one.zone = timezone(timedelta(hours=hours))
            for _ in one.days(5):
                pass
        kept = list(one.desk.history.reviews())

        assert [review.card for review in kept] == one.asked
        assert [review.at for review in kept] == sorted(review.at for review in kept)
        assert set(one.desk.history.memories(["rivers"])) == {("rivers", card.id) for card in DECK.cards}
        assert sound(one)


jumps = st.lists(
    st.tuples(st.sampled_from((-24, -1, 5, 24, 24, 24, 72)), st.sampled_from((0, 0, 0, 14, -12, 5))), max_size=25
)


@settings(max_examples=40, deadline=None)
@given(jumps, st.integers(0, 99))
def test_whatever_the_clock_and_the_zone_do(steps: list[tuple[int, int]], seed: int) -> None:
    chance = Random(seed)
    with learner(lambda _: chance.random() > 0.2) as one:
        for hours, zone in steps:
            one.at += timedelta(hours=hours)
            one.zone = timezone(timedelta(hours=zone))
            one.study()
        kept = list(one.desk.history.reviews())
        assert [review.card for review in kept] == one.asked
        assert sound(one)

        one.at = datetime(2030, 1, 1, 12, tzinfo=UTC)
        suspended = {key[1] for key, marks in one.desk.history.marks(["rivers"]).items() if marks.suspended}
        assert set(one.study()) == {card.id for card in DECK.cards} - suspended


def sound(one: Learner) -> bool:
    """Whether all that the history holds follows from its answers."""
    check = Check.of(one.desk.history.database, one.desk.schedule.after, datetime(2040, 1, 1, tzinfo=UTC), usable=True)
    return not list(check.findings())
