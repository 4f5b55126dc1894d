"""An exam with its history: every step is on disk, it goes on as it was, and the time away does not count."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from quiz.errors import QuizError
from quiz.study.exams.attempt import Attempt
from quiz.study.exams.exam import Exam
from quiz.study.exams.paper import Paper, Rules
from quiz.study.history import History
from quiz.study.history.exams import Exams
from tests.study.exams.papers import ITEMS, Clocks, begun, paper_of, right_answers

ROOT = Path(__file__).parents[3]


def resumed(folder: Path, clocks: Clocks) -> Attempt:
    """Go on with the exam that was left, as another process would."""
    history = History(folder / "history.db")
    kept = Exams(history.database).unfinished()
    assert kept
    return Attempt.resume(kept, history, clocks.clock, clocks.stopwatch)


def limited(minutes: int, out: str = "") -> Paper:
    """Draw a paper with a limit of time."""
    paper = paper_of(Rules(name="Ada", seed=7, limit=timedelta(minutes=minutes)))
    return Paper(paper.items, paper.rules, paper.sources, out)


def test_it_goes_on_as_it_was(tmp_path: Path) -> None:
    clocks = Clocks()
    attempt = begun(tmp_path, clocks)
    for place, answer in enumerate(right_answers(attempt.exam.paper)):
        attempt.go(place)
        clocks.wind(7)
        attempt.reply(answer)
    attempt.flag()
    attempt.go(2)
    clocks.wind(3.25)
    attempt.draft("half an ans")

    again = resumed(tmp_path, clocks)

    assert again.exam == replace(attempt.exam, resumed=1)
    assert (again.exam.place, again.exam.reply.given) == (2, "half an ans")
    assert again.exam.flagged == (5,)
    assert again.exam.used == timedelta(seconds=6 * 7 + 3.25)


def test_the_time_away_does_not_count(tmp_path: Path) -> None:
    clocks = Clocks()
    attempt = begun(tmp_path, clocks, limited(10))
    clocks.wind(60)
    attempt.reply("x")
    clocks.wind(3600)

    again = resumed(tmp_path, clocks)
    assert again.left == timedelta(minutes=9)
    clocks.wind(30)
    assert again.left == timedelta(minutes=8, seconds=30)
    assert again.used == timedelta(seconds=90)


def test_a_changed_clock_changes_no_time(tmp_path: Path) -> None:
    clocks = Clocks()
    attempt = begun(tmp_path, clocks, limited(10))
    clocks.now -= timedelta(days=2)
    clocks.seconds += 30
    attempt.reply("x")

    assert attempt.left == timedelta(minutes=9, seconds=30)


def test_a_crash_takes_no_more_than_seconds_out_of_the_clock(tmp_path: Path) -> None:
    clocks = Clocks()
    attempt = begun(tmp_path, clocks, limited(10))
    for _second in range(63):
        clocks.wind(1)
        attempt.tick()

    assert timedelta(seconds=58) <= resumed(tmp_path, clocks).used <= timedelta(seconds=63)


def test_warned_at_five_minutes_and_at_one_then_handed_in(tmp_path: Path) -> None:
    clocks = Clocks()
    attempt = begun(tmp_path, clocks, limited(7))
    told = {}
    for second in range(1, 7 * 60 + 5):
        clocks.wind(1)
        if words := attempt.tick("typed at the last moment"):
            told[second] = words

    assert told == {
        120: "5 minutes left",
        360: "1 minute left",
        420: "time is up: the exam is handed in",
    }
    assert attempt.exam.ending == "time_up"
    assert attempt.exam.used == timedelta(minutes=7)
    assert attempt.exam.reply.given == "typed at the last moment"


def test_a_short_exam_is_not_warned_of_more_time_than_it_has(tmp_path: Path) -> None:
    clocks = Clocks()
    attempt = begun(tmp_path, clocks, limited(5))
    assert attempt.tick() == ""
    clocks.wind(241)
    assert attempt.tick() == "1 minute left"


def test_the_next_open_one_is_found_around_the_end(tmp_path: Path) -> None:
    attempt = begun(tmp_path, Clocks())
    attempt.go(4)
    attempt.next_of([1, 4])
    assert attempt.exam.place == 1
    attempt.next_of([1])
    attempt.go(99)
    attempt.go(-1)
    assert attempt.exam.place == 1


def test_two_windows_do_not_mix(tmp_path: Path) -> None:
    clocks = Clocks()
    first = begun(tmp_path, clocks)
    first.reply("first")
    second = resumed(tmp_path, clocks)
    second.reply("second")

    with pytest.raises(QuizError, match="gone on in another window"):
        first.reply("third")
    assert first.exam.reply.given == "first"
    assert resumed(tmp_path, clocks).exam.reply.given == "second"


def test_an_exam_is_offered_until_its_result_is_kept(tmp_path: Path) -> None:
    clocks = Clocks()
    attempt = begun(tmp_path, clocks, limited(9, str(tmp_path / "r.json")))
    exams = Exams(History(tmp_path / "history.db").database)
    attempt.hand_in()
    kept = exams.unfinished(frozenset({"rivers"}))
    assert kept
    assert Exam.of(kept.paper, kept.events).ending == "hand_in"
    assert exams.unfinished(frozenset({"hills"})) is None

    assert attempt.finish() == tmp_path / "r.json"

    assert exams.unfinished() is None
    assert json.loads((tmp_path / "r.json").read_text())["name"] == "Ada"


def test_a_result_that_cannot_be_written_keeps_the_exam_on_offer(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    attempt = begun(tmp_path, Clocks(), limited(9, str(tmp_path / "file" / "r.json")))
    attempt.hand_in()

    with pytest.raises(QuizError, match="cannot be written"):
        attempt.finish()
    assert Exams(History(tmp_path / "history.db").database).unfinished()
    assert attempt.finish(str(tmp_path / "other.json")) == tmp_path / "other.json"
    assert Exams(History(tmp_path / "history.db").database).unfinished() is None


def test_an_exam_given_up_is_gone(tmp_path: Path) -> None:
    attempt = begun(tmp_path, Clocks())
    attempt.give_up()

    assert Exams(History(tmp_path / "history.db").database).unfinished() is None
    assert not attempt.exam.running


def test_exams_do_not_move_the_schedule(tmp_path: Path) -> None:
    attempt = begun(tmp_path, Clocks())
    attempt.reply("Right 1")
    attempt.hand_in()
    attempt.finish()
    history = History(tmp_path / "history.db")

    assert list(history.reviews()) == []
    assert history.memories(["rivers"]) == {}


@pytest.mark.parametrize("statement", ["update {} set at = 0", "delete from {}"])
@pytest.mark.parametrize("table", ["exams", "exam_events"])
def test_exams_are_written_for_good(table: str, statement: str, tmp_path: Path) -> None:
    begun(tmp_path, Clocks())
    with pytest.raises(QuizError, match="never"):
        History(tmp_path / "history.db").database.write(statement.format(table))


ANSWERING = """
import sys
from pathlib import Path
from tests.study.exams.papers import Clocks, begun
clocks = Clocks()
attempt = begun(Path(sys.argv[1]), clocks)
for number in range(10_000):
    attempt.go(number % 6)
    clocks.wind(1)
    attempt.reply(f"answer {number}")
    attempt.flag()
    print(number, flush=True)
"""


@pytest.mark.parametrize("seed", range(3))
def test_killed_at_any_moment(seed: int, tmp_path: Path) -> None:
    command = [sys.executable, "-c", ANSWERING, str(tmp_path)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as process:
        assert process.stdout
        process.stdout.readline()
        time.sleep(random.Random(seed).uniform(0, 0.1))
        os.kill(process.pid, signal.SIGKILL)
        told = int((process.stdout.read().split() or ["0"])[-1])

    exam = resumed(tmp_path, Clocks()).exam

    for number in range(max(0, told - 5), told + 1):
        assert exam.replies[number % 6].given in (f"answer {number}", f"answer {number + 6}")
    assert timedelta(seconds=told) <= exam.used <= timedelta(seconds=told + 3)


def test_items_of_an_order_are_kept_one_by_one(tmp_path: Path) -> None:
    clocks = Clocks()
    attempt = begun(tmp_path, clocks)
    place = next(place for place, item in enumerate(attempt.exam.paper.items) if item.question.ordering)
    attempt.go(place)
    attempt.draft("\n".join(ITEMS[:2]))

    again = resumed(tmp_path, clocks)

    assert again.exam.reply.given == "Nile\nDanube"
    assert place in again.exam.open
