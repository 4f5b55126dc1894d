"""An exam as a value: whatever is done in whatever order, answers stay until they are changed, and time adds up."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.study.exams.exam import Event, Exam, What
from quiz.study.exams.marking import marked, verdict
from quiz.study.exams.paper import Rules
from tests.study.exams.papers import ITEMS, MORNING, paper_of, right_answers

PAPER = paper_of()
PLACES = st.integers(0, len(PAPER.items) - 1)
STEPS = st.lists(
    st.tuples(
        st.sampled_from(["go", "draft", "answer", "flag", "unflag", "tick", "resume"]),
        PLACES,
        st.sampled_from(["", "Right 1", "Wrong 1", "Nile", "\n".join(ITEMS), "Right 4"]),
        st.integers(0, 90),
    ),
    max_size=40,
)
Step = tuple[What, int, str, int]


def events(steps: list[Step], ending: What | None = None) -> list[Event]:
    """Make events of steps, each some seconds after the one before."""
    found, used = [Event("begin", MORNING)], timedelta()
    for what, place, given_, seconds in steps:
        used += timedelta(seconds=seconds)
        found.append(Event(what, MORNING + used, used, place, given_))
    return [*found, Event(ending, MORNING + used, used)] if ending else found


@given(STEPS)
def test_the_last_answer_to_each_question_stays(steps: list[Step]) -> None:
    exam = Exam.of(PAPER, events(steps))

    for place, reply in enumerate(exam.replies):
        given_ = [step[2] for step in steps if step[0] in ("answer", "draft") and step[1] == place]
        settled = [step[2] for step in steps if step[0] == "answer" and step[1] == place]
        flags = [step[0] for step in steps if step[0] in ("flag", "unflag") and step[1] == place]
        assert reply.given == (given_[-1] if given_ else "")
        assert reply.settled == (settled[-1] if settled else "")
        assert reply.first == next((answer for answer in settled if answer), "")
        assert reply.flagged == (flags[-1:] == ["flag"])
    went = [step[1] for step in steps if step[0] == "go"]
    assert exam.place == (went[-1] if went else 0)


@given(STEPS)
def test_the_time_of_the_questions_adds_up(steps: list[Step]) -> None:
    exam = Exam.of(PAPER, events(steps, "hand_in"))

    assert sum((reply.spent for reply in exam.replies), timedelta()) == exam.used
    assert exam.used == sum((timedelta(seconds=step[3]) for step in steps), timedelta())
    assert all(reply.seen for reply in exam.replies if reply.spent)


@given(STEPS, st.integers(1, 300))
def test_no_more_time_is_used_than_there_is(steps: list[Step], limit: int) -> None:
    paper = paper_of(Rules(seed=7, limit=timedelta(seconds=limit)))
    exam = Exam.of(paper, events(steps))

    assert exam.used <= timedelta(seconds=limit)
    assert exam.left == timedelta(seconds=limit) - exam.used
    assert sum((reply.spent for reply in exam.replies), timedelta()) == exam.used


@given(STEPS)
def test_the_score_is_the_sum_of_the_verdicts(steps: list[Step]) -> None:
    exam = Exam.of(PAPER, events(steps, "hand_in"))
    score = marked(exam)

    verdicts = [verdict(item, reply.given) for item, reply in zip(PAPER.items, exam.replies, strict=True)]
    assert score.right == sum(each.right for each in verdicts)
    assert score.right + len(score.missed) == score.of == len(PAPER.items)
    assert score.passed == (score.percent >= exam.paper.rules.pass_mark)


@given(STEPS, STEPS, st.sampled_from(["hand_in", "time_up", "give_up"]))
def test_nothing_changes_an_exam_that_is_over(before: list[Step], after: list[Step], ending: What) -> None:
    over = Exam.of(PAPER, events(before, ending))
    exam = over
    for event in events(after):
        exam = exam.after(event)

    assert exam == over
    assert over.ending == ending
    assert not over.running


@given(STEPS, PLACES)
def test_open_and_flagged_questions_are_named(steps: list[Step], place: int) -> None:
    exam = Exam.of(PAPER, events(steps))

    whole = exam.paper.items[place].parts <= len([part for part in exam.replies[place].given.split("\n") if part])
    assert (place in exam.open) is not whole
    assert (place in exam.flagged) is exam.replies[place].flagged


def test_an_exam_that_has_not_begun_takes_nothing() -> None:
    exam = Exam.of(PAPER)

    assert exam.after(Event("answer", MORNING, given="Right 1")) == exam
    assert exam.left is None


def test_an_order_is_open_until_all_its_items_have_places() -> None:
    place = next(place for place, item in enumerate(PAPER.items) if item.question.ordering)
    exam = Exam.of(PAPER, events([("draft", place, "Nile\nDanube", 1)]))
    assert place in exam.open

    exam = Exam.of(PAPER, events([("answer", place, "\n".join(ITEMS), 1)]))
    assert place not in exam.open


def test_changes_are_counted_and_drafts_are_none() -> None:
    steps: list[Step] = [("draft", 0, "a", 1), ("draft", 0, "ab", 1), ("answer", 0, "abc", 1), ("answer", 0, "abc", 1)]
    assert Exam.of(PAPER, events(steps)).replies[0].changes == 0

    steps += [("answer", 0, "", 1), ("answer", 0, "xyz", 1)]
    reply = Exam.of(PAPER, events(steps)).replies[0]
    assert (reply.changes, reply.first, reply.given) == (2, "abc", "xyz")


def test_weak_tags_and_sections_come_weakest_first() -> None:
    paper = paper_of(number=9)
    odd = [place for place, item in enumerate(paper.items) if item.card.tags == ("odd",)]
    steps: list[Step] = [("answer", place, answer, 1) for place, answer in enumerate(right_answers(paper, odd[:-1]))]
    score = marked(Exam.of(paper, events(steps, "hand_in")))

    assert [(share.name, share.right, share.of) for share in score.weak_tags()] == [("odd", 1, 4)]
    assert [(share.name, share.right, share.of) for share in score.weak_sections()] == [("Section 1", 1, 4)]
    assert len(score.missed) == 3
    assert score.percent == 66
    assert score.passed


@pytest.mark.parametrize(("wrong", "mark", "passed"), [(3, 50, True), (3, 51, False), (0, 100, True), (1, 100, False)])
def test_who_reaches_the_pass_mark_has_passed(wrong: int, mark: int, *, passed: bool) -> None:
    paper = paper_of(Rules(seed=7, pass_mark=mark))
    answers = right_answers(paper, range(wrong))
    steps: list[Step] = [("answer", place, answer, 1) for place, answer in enumerate(answers)]

    assert marked(Exam.of(paper, events(steps, "hand_in"))).passed is passed
