"""The bare rows that statistics read, held against the history's own answers."""

from __future__ import annotations

from pathlib import Path

from quiz.study.history import counts
from quiz.study.model import Grade, Review
from quiz.study.scheduling.schedule import Schedule
from tests.study.statistics.learner import NOW, library, months

after = Schedule().after


def test_rows_are_the_answers_that_stand(tmp_path: Path) -> None:
    history = months(tmp_path / "history.db", library(), days=12)
    for number in (2, 3, 9):
        history.undo_review(number, NOW, 0, after)
    wanted = [(r.deck, r.card, r.day, int(r.grade), r.duration, int(r.mode == "study")) for r in history.reviews()]
    rows = list(counts.answers(history.database))
    assert [row[1:] for row in rows] == wanted
    assert [row[0] for row in rows] == sorted(row[0] for row in rows)
    assert list(counts.answers(history.database, ["rivers"])) == rows
    assert list(counts.answers(history.database, ["other"])) == []


def test_resets_that_stand_are_named_by_their_time(tmp_path: Path) -> None:
    history = months(tmp_path / "history.db", library(), days=3)
    last = max(row[0] for row in counts.answers(history.database))
    history.mark(("rivers", "c0"), "reset", NOW, 0, after)
    taken_back = history.mark(("rivers", "c1"), "reset", NOW, 0, after)
    history.mark(("rivers", "c2"), "suspend", NOW, 0, after)
    history.undo_event(taken_back, NOW, 0, after)
    history.mark(("rivers", "c0"), "reset", NOW, 0, after)
    found = counts.resets(history.database)
    assert found.keys() == {("rivers", "c0")}
    first, second = found["rivers", "c0"]
    assert last < first < second
    history.record(Review("rivers", "c0", NOW, "typed", "", True, Grade.GOOD, 0), after)  # noqa: FBT003
    assert max(row[0] for row in counts.answers(history.database)) > second
