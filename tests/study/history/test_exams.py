"""Exams as lines of JSON: they go to another computer and on there, both ways, none twice and none lost."""

from __future__ import annotations

import json
from collections.abc import Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.errors import QuizError
from quiz.study.exams.attempt import Attempt
from quiz.study.exams.exam import Event, Exam
from quiz.study.exams.paper import Rules
from quiz.study.history import History
from quiz.study.history.database import MEMORY
from quiz.study.history.exams import Exams, Sat
from tests.study.exams.papers import Clocks, begun, paper_of, right_answers
from tests.study.history.test_exchange import HEADER, read, written

STEPS = st.lists(st.sampled_from(("new", "0", "1", "flag", "hand in", "close", "carry")), max_size=8)


def sit(history: History, steps: Sequence[str], clocks: Clocks, seed: int = 1) -> None:
    """Take steps in the last exam that is open, of which some begin another."""
    for step in steps:
        clocks.wind(1)
        kept = Exams(history.database).unfinished()
        if step == "new":
            Attempt.begin(paper_of(Rules(seed=seed)), history, clocks.clock, clocks.stopwatch)
        elif kept:
            attempt = Attempt.resume(kept, history, clocks.clock, clocks.stopwatch)
            _step(attempt, step)


def _step(attempt: Attempt, step: str) -> None:
    match step:
        case "flag":
            attempt.flag()
        case "hand in":
            attempt.hand_in()
        case "close" if attempt.exam.ending:
            attempt.finish()
        case _:
            attempt.reply(step)


def exams(history: History) -> list[tuple[str, str]]:
    """Return all exams, however they are numbered."""
    return sorted((str(sat.paper), str(sat.events)) for sat in Exams(history.database).all())


@settings(max_examples=40, deadline=None)
@given(STEPS, STEPS, STEPS)
def test_what_went_on_in_two_places_is_put_together(both: list[str], here: list[str], there: list[str]) -> None:
    clocks = Clocks()
    with closing(History(Path(MEMORY))) as one, closing(History(Path(MEMORY))) as other:
        sit(one, ["new", *both], clocks)
        read(other, written(one))
        assert written(other) == written(one)
        sit(one, here, Clocks(clocks.now), seed=2)
        sit(other, there, Clocks(clocks.now), seed=3)

        read(one, written(other))
        read(other, written(one))

        assert exams(one) == exams(other)
        assert read(one, written(other)).added == read(other, written(one)).added == 0
        assert len(exams(one)) == len(set(exams(one)))


def test_an_exam_goes_on_on_another_computer(tmp_path: Path) -> None:
    clocks = Clocks()
    attempt = begun(tmp_path, clocks, replace(paper_of(), out=str(tmp_path / "mine.json")))
    for place, answer in enumerate(right_answers(attempt.exam.paper)):
        clocks.wind(3)
        attempt.go(place)
        attempt.reply(answer)
    with closing(History(tmp_path / "history.db")) as here, closing(History(tmp_path / "there.db")) as there:
        lines = written(here)
        assert read(there, lines).exams == 1
        kept = Exams(there.database).unfinished()
        assert kept
        assert kept.paper == replace(attempt.exam.paper, out="")
        resumed = Attempt.resume(kept, there, clocks.clock, clocks.stopwatch)
        assert resumed.exam.replies == attempt.exam.replies
        resumed.hand_in()
        resumed.finish()

        merged = read(here, written(there))

        assert (merged.exams, merged.known, bool(merged.backup)) == (1, 0, True)
        assert Exams(here.database).unfinished() is None
        ((number, paper),) = here.database.all("select id, paper from exams")
        assert (number, json.loads(str(paper))["out"]) == (1, str(tmp_path / "mine.json"))
        (sat,) = Exams(here.database).all()
        assert Exam.of(sat.paper, sat.events).closed


def test_of_some_decks_alone(tmp_path: Path) -> None:
    attempt = begun(tmp_path, Clocks())
    with closing(History(tmp_path / "history.db")) as history:
        assert [type(entry) for entry in history.entries(["rivers", "lakes"])] == [Sat]
        assert list(history.entries(["lakes"])) == []
    assert attempt.exam.running


BEGIN = {"what": "begin", "at": "2026-11-22T09:30:00.000Z", "used": 0, "place": 0, "given": ""}


def changed(**parts: Any) -> dict[str, Any]:
    """Return the line of an exam with some parts changed."""
    with closing(History(Path(MEMORY))) as history:
        Exams(history.database).begin(paper_of(), Event("begin", Clocks().now))
        (line,) = written(history)[1:]
    return json.loads(line) | parts  # type: ignore[no-any-return]


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        ({"paper": 5}, "`paper` is none that an exam can be held by"),
        ({"paper": changed()["paper"] | {"items": []}}, "`paper` is none"),
        ({"events": 5}, "`events` is not a list"),
        ({"events": [5]}, "is not an object of JSON"),
        ({"events": []}, "`events` do not begin with the one `begin`"),
        ({"events": [BEGIN, BEGIN]}, "`events` do not begin with"),
        ({"events": [BEGIN | {"what": "peep"}]}, "`what` is none of begin, "),
        ({"events": [BEGIN | {"place": 6}]}, "`place` is no whole number from 0 to 5"),
        ({"events": [BEGIN | {"used": -1}]}, "`used` is no whole number"),
        ({"events": [BEGIN | {"mood": "good"}]}, "the key `mood` is not known"),
        ({"events": [BEGIN, BEGIN | {"what": "close"}]}, "`events` close an exam that has not ended"),
        ({"at": "noon"}, "`at` is no time"),
        ({"id": 1}, "the key `id` is not known"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)  # fmt: skip
def test_a_wrong_exam_is_named_and_nothing_is_imported(parts: dict[str, Any], said: str) -> None:
    with closing(History(Path(MEMORY))) as history:
        with pytest.raises(QuizError) as error:
            read(history, [HEADER, json.dumps(changed()), json.dumps(changed(**parts))])
        assert str(error.value).startswith(f"x.jsonl:3: {said}")
        assert exams(history) == []
