"""Counting in one pass, held against counting by brute force and by hand."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from quiz.config import StudyConfig
from quiz.study.history.counts import Answered
from quiz.study.model import Grade
from quiz.study.scheduling.schedule import REVIEW, Schedule
from quiz.study.statistics.proportion import Rate
from quiz.study.statistics.tally import LATELY, LONGEST, Tally, tally
from tests.study.statistics.learner import NOW, STUDY, TODAY, answered

AGAIN, GOOD, EASY = Grade.AGAIN, Grade.GOOD, Grade.EASY

histories = st.lists(
    st.tuples(st.integers(0, 3), st.sampled_from("abc"), st.sampled_from(Grade), st.integers(0, 90_000), st.booleans()),
    max_size=60,
)


def history_of(drawn: list[tuple[int, str, Grade, int, bool]]) -> list[Answered]:
    """Answers on days that never go back; the last is today's."""
    day = TODAY - sum(later * 7 for later, *_ in drawn)
    answers: list[Answered] = []
    for number, (later, card, grade, took, moved) in enumerate(drawn, start=1):
        day += later * 7
        answers.append((number, "d", card, day, int(grade), took, int(moved)))
    return answers


def reviews_of(answers: list[Answered]) -> list[tuple[Answered, bool]]:
    """The reviews, and whether their card had been away for long: by FSRS, each answer looking at all before."""
    found = []
    schedule = Schedule(STUDY)
    for at, answer in enumerate(answers):
        before = [each for each in answers[:at] if each[2] == answer[2]]
        memory = None
        for each in before:
            if each[6]:
                memory = schedule.after(memory, Grade(each[4]), NOW + timedelta(days=each[3] - TODAY))
        first = all(each[3] != answer[3] for each in before)
        if answer[6] and first and memory and memory.state == REVIEW:
            found.append((answer, answer[3] - before[-1][3] >= 21))
    return found


@given(histories)
def test_days_and_cards_add_up_to_what_was_answered(drawn: list[tuple[int, str, Grade, int, bool]]) -> None:
    answers = history_of(drawn)
    counted = tally(iter(answers), TODAY, STUDY)
    assert {day: count.answers for day, count in counted.days.items()} == Counter(each[3] for each in answers)
    assert {key[1]: count.answers for key, count in counted.cards.items()} == Counter(each[2] for each in answers)
    assert counted.answers == len(answers)
    assert sum(day.known for day in counted.days.values()) == sum(each[4] > 1 for each in answers)
    spent = sum(min(LONGEST, each[5]) for each in answers)
    assert sum(day.milliseconds for day in counted.days.values()) == spent
    assert sum(card.milliseconds for card in counted.cards.values()) == spent
    assert list(counted.days) == sorted(counted.days)


@given(histories)
def test_reviews_are_those_found_by_brute_force(drawn: list[tuple[int, str, Grade, int, bool]]) -> None:
    answers = history_of(drawn)
    counted, wanted = tally(answers, TODAY, STUDY), reviews_of(answers)
    for long_away, name in ((False, "young"), (True, "mature")):
        known = [answer[4] > 1 for answer, mature in wanted if mature == long_away]
        rates = [getattr(day, name) for day in counted.days.values()]
        assert sum(rates, Rate()) == Rate(len(known), sum(known))
    assert sum((card.reviews for card in counted.cards.values()), Rate()) == counted.over(0, TODAY)
    for day, count in counted.days.items():
        assert count.reviews.reviews == sum(answer[3] == day for answer, _ in wanted)


@given(histories)
def test_misses_of_late_are_first_answers_of_days(drawn: list[tuple[int, str, Grade, int, bool]]) -> None:
    answers = history_of(drawn)
    firsts = {(each[2], each[3]): each for each in reversed(answers)}
    begun = {each[2]: each[0] for each in reversed(answers)}
    missed = Counter(
        card for (card, day), each in firsts.items()
        if each[4] == 1 and day > TODAY - LATELY and begun[card] != each[0]
    )  # fmt: skip
    assert {key[1]: count.missed for key, count in tally(answers, TODAY, STUDY).cards.items() if count.missed} == missed


def test_retention_by_hand() -> None:
    """A card is learned, known after ten days, forgotten after thirty, and learned anew the same day."""
    counted = tally(
        answered((-50, "a", GOOD), (-50, "a", GOOD), (-40, "a", GOOD), (-40, "a", AGAIN), (-10, "a", GOOD),
                 (-10, "a", GOOD), (0, "a", AGAIN), (0, "b", EASY)),
        TODAY, STUDY,
    )  # fmt: skip
    assert counted.over(TODAY - 60, TODAY) == Rate(2, 1)
    assert counted.days[TODAY - 40].young == Rate(1, 1)
    assert counted.days[TODAY - 10].reviews == Rate()  # it was on its relearning step
    assert counted.days[TODAY].young == Rate(1, 0)
    assert counted.days[TODAY - 50].reviews == Rate()


def test_away_for_three_weeks_is_mature() -> None:
    young = tally(answered((-30, "a", EASY), (-10, "a", GOOD)), TODAY, STUDY)
    mature = tally(answered((-31, "a", EASY), (-10, "a", AGAIN)), TODAY, STUDY)
    assert young.days[TODAY - 10].young == Rate(1, 1)
    assert mature.days[TODAY - 10].mature == Rate(1, 0)
    sooner = tally(answered((-30, "a", EASY), (-10, "a", GOOD)), TODAY, StudyConfig(mature=timedelta(days=20)))
    assert sooner.days[TODAY - 10].mature == Rate(1, 1)


def test_of_late_is_the_last_thirty_days() -> None:
    days = (-40, -LATELY, 1 - LATELY, 0)
    counted = tally(answered(*((day, "a", AGAIN) for day in days)), TODAY, STUDY)
    assert counted.cards["d", "a"].missed == 2


def test_practice_counts_as_an_answer_but_not_as_a_review() -> None:
    counted = tally(answered((-9, "a", EASY), (-5, "a", AGAIN, False), (-5, "a", GOOD), (-1, "a", GOOD)), TODAY, STUDY)
    assert counted.days[TODAY - 5].answers == 2
    assert counted.days[TODAY - 5].reviews == Rate()  # the answer was seen before on that day
    assert counted.days[TODAY - 1].reviews == Rate(1, 1)


def test_a_card_made_new_is_learned_again() -> None:
    answers = answered((-9, "a", EASY), (-5, "a", GOOD), (-1, "a", GOOD))
    kept, reset = tally(answers, TODAY, STUDY), tally(answers, TODAY, STUDY, {("d", "a"): [1]})
    assert (kept.over(0, TODAY), reset.over(0, TODAY)) == (Rate(2, 2), Rate())
    assert tally(answers, TODAY, STUDY, {("d", "a"): [2]}).over(0, TODAY) == Rate(1, 1)


def test_a_clock_put_back_loses_no_answer() -> None:
    counted = tally(answered((0, "a", GOOD), (-400, "a", GOOD), (3, "a", AGAIN)), TODAY, STUDY)
    assert (counted.answers, list(counted.days)) == (3, [TODAY - 400, TODAY, TODAY + 3])


def test_nothing_comes_of_nothing() -> None:
    assert tally([], TODAY, STUDY) == Tally()
