"""Weights fitted to answers: better for those who are not average, and kept only then."""

from __future__ import annotations

import random
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from importlib.util import find_spec
from pathlib import Path
from shlex import split

import pytest

from quiz.study.history import History
from quiz.study.model import Grade, Memory, Review
from quiz.study.scheduling import fitting
from quiz.study.scheduling.days import day_of
from quiz.study.scheduling.schedule import Schedule, fits
from tests.conftest import Run
from tests.study.history.test_exchange import PUBLISHED
from tests.study.sample_decks import MORNING

STRONG = (1.0, 3.0, 9.0, 25.0, *PUBLISHED[4:])
"""The weights of somebody who remembers what is new three times as long as most."""


def learner(weights: tuple[float, ...], cards: int, seed: int = 3) -> Iterator[list[Review]]:
    """Study by the published weights with the memory that others describe."""
    truth, schedule, dice = Schedule(weights=weights), Schedule(), random.Random(seed)
    for card in range(cards):
        at, planned, memory = MORNING - timedelta(days=9000), None, None
        answers: list[Review] = []
        for _ in range(7):
            known = memory is None or dice.random() < truth.recall(memory, at)
            grade = dice.choice(tuple(Grade)) if memory is None else Grade.GOOD if known else Grade.AGAIN
            memory, planned = truth.after(memory, grade, at), schedule.after(planned, grade, at)
            right = grade > Grade.AGAIN
            answers.append(Review("d", f"c{card}", at, "typed", "x", right, grade, 9, "study", day_of(at)))
            at = planned.due
        yield answers


def kept(path: Path, cards: int) -> dict[tuple[str, str], Memory]:
    """Write a learner's answers to a history; return what it holds of each card."""
    history = History(path)
    schedule = Schedule()
    for answers in learner(STRONG, cards):
        for review in answers:
            history.record(review, schedule.after)
    memories = history.memories(["d"])
    history.close()
    return memories


def test_fitted_weights_foretell_better() -> None:
    answers = fitting.Answers(learner(STRONG, 400))

    weights = answers.fitted(1)

    assert fits(weights)
    assert answers.judged(weights).loss < answers.judged(()).loss
    ours, published = answers.judged(()), answers.judged(tuple(PUBLISHED))
    assert (ours.loss, ours.error) == pytest.approx((published.loss, published.error), rel=1e-5)
    others = fitting.Answers(learner(STRONG, 400, seed=4))
    assert others.judged(weights).loss < others.judged(()).loss


def test_only_answers_of_later_days_tell_something() -> None:
    review = Review("d", "c", MORNING, "typed", "x", right=True, grade=Grade.GOOD, duration=9, day=5)
    later = replace(review, day=7)

    assert fitting.Answers([[review], [review, review], []]).number == 0
    assert fitting.Answers([[review, review, later, later], [review, later]]).number == 2


@pytest.mark.parametrize("days", [(9, 5, 7), (5, 9, 7)])
def test_days_that_run_backwards(days: tuple[int, ...]) -> None:
    review = Review("d", "c", MORNING, "typed", "x", right=True, grade=Grade.GOOD, duration=9)

    assert fitting.Answers([[replace(review, day=day) for day in days]]).number == 1


def test_few_answers_are_too_few(run: Run, tmp_path: Path) -> None:
    kept(tmp_path / "h.db", 5)

    ended = run("optimise", "--history", "h.db")

    assert (ended.status, ended.out) == (1, "")
    assert ended.err.startswith("h.db: there are ")
    assert "it takes 400 (the published weights do well until then" in ended.err


def test_weights_are_kept_if_they_are_better(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = kept(tmp_path / "h.db", 90)
    monkeypatch.setattr("quiz.study.scheduling.fitting.NEEDED", 300)

    tried = run("optimise", "--history", "h.db", "--dry-run")
    assert History(tmp_path / "h.db").weights() == ()
    ended = run("optimise", "--history", "h.db")

    assert (tried.status, ended.status) == (0, 0)
    assert [line.partition(":")[0] for line in ended.out.splitlines()[1:3]] == ["published weights", "fitted weights"]
    assert "kept: 90 cards reckoned anew, with what is due left as it was" in ended.out
    history = History(tmp_path / "h.db")
    after = history.memories(["d"])
    assert fits(history.weights())
    assert after.keys() == before.keys()
    assert all((after[key].due, after[key].state) == (before[key].due, before[key].state) for key in before)
    assert all(after[key].stability != before[key].stability for key in before)
    assert run("doctor", "--history", "h.db").status == 0
    assert "as good: nothing was changed" in run("optimise", "--history", "h.db").out

    assert (
        "90 cards reckoned anew, and when each is due"
        in run("optimise", "--history", "h.db", "--published", "--reschedule").out
    )
    assert History(tmp_path / "h.db").memories(["d"]) == before
    assert "already" in run("optimise", "--history", "h.db", "--published").out


def test_the_library_is_an_extra(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    History(tmp_path / "h.db").close()
    monkeypatch.setitem(__import__("sys").modules, "fsrs_rs_python", None)

    ended = run("optimise", "--history", "h.db")

    assert (ended.status, ended.out) == (1, "")
    command = ended.err.partition("is not installed (install it with `")[2].removesuffix("`)\n")
    assert split(command)[:4] == [sys.executable, "-m", "pip", "install"]
    if find_spec("pip"):
        run_pip = [*split(command), "--dry-run", "--no-index", "--quiet"]  # all is here: pip would fetch a stranger's
        assert subprocess.run(run_pip, cwd=tmp_path, check=False).returncode == 0


def test_there_is_nothing_to_fit_to(run: Run, tmp_path: Path) -> None:
    assert run("optimise", "--history", tmp_path / "no.db").err.startswith(f"{tmp_path}/no.db: there is no history")
    assert not (tmp_path / "no.db").exists()
