"""A sitting as a value: whatever is answered, nothing is lost, and it ends when every card was known once."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.study.model import Grade, Way
from quiz.study.session import RETURN_AFTER, Item, Session
from tests.study.sample_decks import deck_of

STEPS = st.lists(st.one_of(st.sampled_from(["right", "wrong", "reveal", "next"]), st.sampled_from(list(Grade))))


def begun(number: int, forced: Way | None = None) -> Session:
    deck = deck_of(number)
    return Session.begin([Item(deck, card) for card in deck.cards], "seed", forced)


def stepped(session: Session, step: str | Grade) -> Session:
    if isinstance(step, Grade):
        return session.grade(step)
    if step in ("right", "wrong"):
        given = session.current.card.answer if step == "right" and session.phase != "over" else "something else"
        return session.reply(given)
    return session.reveal() if step == "reveal" else session.next()


@given(st.integers(0, 12), STEPS)
def test_whatever_is_pressed(number: int, steps: list[str | Grade]) -> None:
    session = begun(number)
    for step in steps:
        before = session
        session = stepped(session, step)

        assert session.answers[: len(before.answers)] == before.answers
        assert len(session.answers) - len(before.answers) in (0, 1)
        assert 0 <= session.finished <= session.total == number
        assert 0 <= session.position <= session.total
        known = {answer.item.key for answer in session.answers if answer.right}
        assert known | {item.key for item in session.queue} == {("rivers", f"rivers{n}") for n in range(number)}
        assert (session.phase == "over") == (not session.queue)


@given(st.integers(1, 12), st.lists(st.booleans(), max_size=40))
def test_it_ends_when_every_card_was_known(number: int, luck: list[bool]) -> None:
    session = begun(number)
    while session.phase != "over":
        right = luck.pop() if luck else True
        session = session.reply(session.current.card.answer if right else "wrong").next()

    summary = session.summary()
    assert session.finished == number == summary.cards == summary.right + len(summary.missed)
    assert len([answer for answer in session.answers if answer.right]) == number


def test_a_step_leaves_the_session_before_it_alone() -> None:
    session = begun(3)
    answered = session.reply("wrong")

    assert session == begun(3)
    assert answered.reply("again") is answered
    assert answered.grade(Grade.EASY) is answered
    assert session.next() is session


def test_a_missed_card_comes_back_after_some_others() -> None:
    session = begun(RETURN_AFTER + 3).reply("wrong").next()

    assert [item.card.id for item in session.queue].index("rivers0") == RETURN_AFTER
    assert begun(1).reply("wrong").next().current.tries == 1
    assert begun(2).reply("wrong").next().current.card.id == "rivers1"


def test_counts_stay_where_they_are_when_a_card_comes_back() -> None:
    session = begun(2)
    assert (session.position, session.finished) == (1, 0)
    session = session.reply("wrong")
    assert (session.position, session.finished) == (1, 0)
    session = session.next().reply("Answer 1")
    assert (session.position, session.finished) == (2, 1)
    session = session.next()
    assert (session.position, session.finished, session.current.tries) == (2, 1, 1)


@pytest.mark.parametrize("grade", list(Grade))
def test_the_learner_grades_what_was_revealed(grade: Grade) -> None:
    session = begun(2, "reveal").reveal().grade(grade)

    last = session.last
    assert last is not None
    assert (last.grade, last.verdict, last.right) == (grade, None, grade != Grade.AGAIN)
    assert session.current.card.id == "rivers1"
    assert session.phase == "asking"


def test_an_option_has_to_be_the_answer_itself() -> None:
    session = begun(2).reply("Answer 0").next()

    assert session.question.way == "choice"
    assert not session.reply("answer 1").answers[-1].right
    assert session.reply("Answer 1").answers[-1].right


def test_options_keep_their_order_until_the_card_comes_back() -> None:
    session = begun(2).reply("Answer 0").next()

    assert session.question == session.question
    assert {*session.question.options} == {"Answer 1", "No", "Never", "Not"}
    orders = {Session.begin(session.queue, str(seed)).question.options for seed in range(30)}
    assert len(orders) > 5


@given(st.lists(st.sampled_from(Grade), max_size=30))
def test_what_is_to_be_repeated_is_what_was_missed_and_not_known_since(grades: list[Grade]) -> None:
    session = begun(5, "reveal")
    missed: set[str] = set()
    for grade in grades:
        if session.phase == "over":
            break
        name = session.current.card.id
        (missed.add if grade == Grade.AGAIN else missed.discard)(name)
        session = session.reveal().grade(grade)
        assert session.to_repeat == len(missed)
