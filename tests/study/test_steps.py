"""Any steps of a sitting, taken back: session and history are as they were, whatever was done in between."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.config import StudyConfig
from quiz.deck.model import Deck
from quiz.errors import QuizError
from quiz.study.history import History
from quiz.study.model import Grade, Key, Mark, Marks, Memory, Mode, Review, Way
from quiz.study.scheduling.cramming import unsuspended
from quiz.study.session import Item, Session
from quiz.study.sitting import Desk, Sitting
from tests.study.sample_decks import MORNING, deck_of

MARKED: tuple[Mark, ...] = ("suspend", "bury", "flag", "unflag", "reset")
DOING = st.one_of(st.sampled_from(["right", "wrong", "reveal", "next", *MARKED]), st.sampled_from(list(Grade)))
DOINGS = st.lists(DOING, max_size=14)
Known = tuple[list[Review], dict[Key, Memory], dict[Key, Marks]]


@contextmanager
def desk(leech: int = 8) -> Iterator[Desk]:
    """A desk whose clock goes on by half a day at each look, over a history of its own."""
    now = [MORNING]

    def clock() -> datetime:
        now[0] += timedelta(hours=12)
        return now[0]

    with tempfile.TemporaryDirectory() as folder:
        history = History(Path(folder) / "h.db")
        try:
            yield Desk(history, clock, StudyConfig(leech=leech))
        finally:
            history.close()


def known(desk: Desk) -> Known:
    """All that the history tells."""
    return list(desk.history.reviews()), desk.history.memories(["rivers"]), desk.history.marks(["rivers"])


def do(sitting: Sitting, step: str | Grade) -> None:
    """Take one step, as a key would."""
    if sitting.session.phase == "over":
        return
    if isinstance(step, Grade):
        (sitting.regrade if sitting.session.phase == "answered" else sitting.grade)(step)
    elif step in ("right", "wrong"):
        sitting.reply(sitting.session.current.card.answer if step == "right" else "something else")
    elif step == "reveal":
        sitting.reveal()
    elif step == "next":
        sitting.next()
    elif step in MARKED:
        sitting.mark(step)


def items(number: int) -> list[Item]:
    deck = deck_of(number)
    return [Item(deck, card) for card in deck.cards]


@settings(max_examples=30)
@given(st.integers(1, 4), DOINGS, st.lists(st.one_of(DOING, st.just("undo")), max_size=20))
def test_whatever_was_done_can_be_undone(number: int, before: list[str | Grade], doings: list[str | Grade]) -> None:
    with desk(leech=1) as at:
        earlier = Sitting(items(number), at)
        for step in before:
            do(earlier, step)
        start = known(at)
        sitting = Sitting(items(number), at)
        seen: list[tuple[Session, Known]] = []
        for step in [*doings, *["undo"] * len(doings)]:
            if step == "undo":
                assert sitting.undo() == bool(seen)
                if seen:
                    assert (sitting.session, known(at)) == seen.pop()
                continue
            was, steps = (sitting.session, known(at)), len(sitting._steps)
            do(sitting, step)
            seen += [was] * (len(sitting._steps) > steps)

        assert not seen
        assert not sitting.undo()
        assert known(at) == start


def test_undo_takes_a_grade_of_ones_own_back_before_the_answer() -> None:
    with desk() as at:
        sitting = Sitting(items(2), at)
        asked = sitting.session
        sitting.reply("something else")
        told, first = sitting.session, known(at)
        sitting.mark("flag")
        for grade in (Grade.GOOD, Grade.EASY):
            sitting.regrade(grade)
        sitting.regrade(Grade.EASY)

        taken = []
        while sitting.undo():
            last = sitting.session.last
            taken.append((sitting.latest, sitting.session.phase, last.grade if last else None))
            if sitting.latest == "answer":
                assert (sitting.session, known(at)) == (told, first)
        assert taken == [
            ("grade", "answered", Grade.GOOD),
            ("flag", "answered", Grade.AGAIN),
            ("answer", "answered", Grade.AGAIN),
            ("", "asking", None),
        ]
        assert (sitting.session, known(at)) == (asked, ([], {}, {}))


def test_a_leech_is_one_again_once_i_was_right_is_taken_back() -> None:
    with desk(leech=1) as at:
        sitting = lapsing(at, "typed")
        sitting.reply("no")
        notice, leech = sitting.notice, at.history.marks(["rivers"])
        sitting.regrade(Grade.GOOD)
        assert sitting.undo()
        assert (sitting.notice, at.history.marks(["rivers"])) == (notice, leech)
        assert leech["rivers", "rivers0"].leech
        assert sitting.undo()
        assert at.history.marks(["rivers"]) == {}


def test_a_grade_given_otherwise_keeps_the_time_of_the_answer() -> None:
    with desk() as at:
        sitting = Sitting(items(2), at)
        sitting.reply("something else")
        (first,) = at.history.reviews()
        proposed = sitting.intervals()
        sitting.regrade(Grade.GOOD)
        (second,) = at.history.reviews()

        assert replace(second, grade=first.grade, right=first.right) == first
        memory = at.history.memory(second.key)
        assert memory
        assert memory.due == second.at + proposed[Grade.GOOD]
        assert sitting.intervals() == proposed


def test_a_grade_that_cannot_be_kept_leaves_the_first_one(monkeypatch: pytest.MonkeyPatch) -> None:
    with desk() as at:
        sitting = Sitting(items(2), at)
        sitting.reply("something else")
        before = known(at)

        def fails(*_of: object) -> int:
            raise QuizError.at("h.db", "disk I/O error")

        monkeypatch.setattr(History, "_write", fails)
        with pytest.raises(QuizError):
            sitting.regrade(Grade.GOOD)
        assert known(at) == before
        last = sitting.session.last
        assert last
        assert last.grade == Grade.AGAIN


def lapsing(at: Desk, way: Way) -> Sitting:
    """A sitting over three cards, the first of which is a leech if it is forgotten."""
    for _answer in range(2):
        earlier = Sitting(items(1), at, "typed")
        earlier.reply("Answer 0")
    return Sitting(items(3), at, way)


def test_a_leech_that_was_graded_by_the_learner_does_not_come_back() -> None:
    with desk(leech=1) as at:
        sitting = lapsing(at, "reveal")
        sitting.reveal()
        sitting.grade(Grade.AGAIN)

        assert sitting.notice.startswith("suspended: forgotten once")
        assert [item.card.id for item in sitting.session.queue] == ["rivers1", "rivers2"]
        assert (sitting.session.finished, sitting.session.total) == (1, 3)


def test_a_leech_stays_one_when_a_flag_is_taken_back_and_is_none_once_i_was_right() -> None:
    with desk(leech=1) as at:
        sitting = lapsing(at, "typed")
        sitting.reply("no")
        notice = sitting.notice
        sitting.mark("flag")
        sitting.undo()
        assert notice == sitting.notice != ""
        sitting.regrade(Grade.GOOD)
        assert sitting.notice == ""
        assert at.history.marks(["rivers"]) == {}
        sitting.regrade(Grade.AGAIN)
        sitting.mark("flag")
        sitting.undo()
        sitting.next()
        assert "rivers0" not in [item.card.id for item in sitting.session.queue]


@pytest.mark.parametrize("mode", get_args(Mode))
def test_only_study_tells_when_a_card_comes_again(mode: Mode) -> None:
    with desk() as at:
        sitting = Sitting(items(1), at, mode=mode)
        assert bool(sitting.intervals()) == (mode == "study")
        sitting.reply("Answer 0")
        assert bool(sitting.intervals()) == (mode == "study")


def test_cramming_takes_every_card_but_suspended_ones_and_moves_nothing() -> None:
    with desk() as at:
        deck = deck_of(30)
        Sitting([Item(deck, deck.cards[3])], at).mark("suspend")
        Sitting([Item(deck, deck.cards[4])], at).mark("bury")
        sitting = Sitting.cram(unsuspended([deck], at.standing([deck])), at)
        asked = [item.card.id for item in sitting.session.queue]

        assert sorted(asked) == sorted({card.id for card in deck.cards} - {"rivers3"})
        assert asked != sorted(asked)
        assert [
            item.card.id for item in Sitting.cram(unsuspended([deck], at.standing([deck])), at).session.queue
        ] != asked
        while sitting.session.phase != "over":
            sitting.reply(sitting.session.current.card.answer)
            sitting.next()
        assert at.history.memories(["rivers"]) == {}
        assert {review.mode for review in at.history.reviews()} == {"cram"}


def edited(deck: Deck, *gone: str) -> Deck:
    """The deck after some cards were deleted, and every other one reworded."""
    kept = [replace(card, answer=f"{card.answer}!") for card in deck.cards if card.id not in gone]
    return replace(deck, cards=tuple(kept))


@settings(max_examples=30)
@given(st.integers(1, 4), DOINGS, st.sets(st.integers(0, 3)), DOINGS)
def test_an_edited_deck_keeps_the_place(
    number: int, doings: list[str | Grade], gone: set[int], after: list[str | Grade]
) -> None:
    with desk() as at:
        deck = replace(deck_of(number), path="rivers.yaml")
        start = known(at)
        sitting = Sitting([Item(deck, card) for card in deck.cards], at)
        for step in doings:
            do(sitting, step)
        before = sitting.session
        names = {f"rivers{n}" for n in gone}
        sitting.reload([edited(deck, *names)])

        session = sitting.session
        left = [item.card.id for item in before.queue if item.card.id not in names]
        assert [item.card.id for item in session.queue] == left
        assert all(item.card.answer.endswith("!") for item in session.queue)
        assert 0 <= session.finished <= session.total
        if left[:1] == [item.card.id for item in before.queue][:1] and left:
            assert session.phase == before.phase
        for step in after:
            do(sitting, step)
        while sitting.undo():
            assert sitting.session.phase != "over"
            assert sitting.session.current.card.id not in names
        if not names & {card.id for card in deck.cards}:
            assert known(at) == start


def test_an_edit_of_another_deck_changes_nothing() -> None:
    with desk() as at:
        sitting = Sitting(items(3), at)
        sitting.reveal()
        before = sitting.session
        sitting.reload([replace(deck_of(2, "Lakes"), path="lakes.yaml")])
        assert sitting.session == before


def test_the_answer_that_is_shown_is_told_of_the_card_as_it_is_now() -> None:
    with desk() as at:
        deck = replace(deck_of(2), path="rivers.yaml")
        sitting = Sitting([Item(deck, card) for card in deck.cards], at)
        sitting.reply("wrong")
        sitting.reload([edited(deck)])
        last = sitting.session.last
        assert last
        assert (last.item.card.answer, sitting.session.phase) == ("Answer 0!", "answered")
