"""A history to do harm to, and an Anki that runs."""

from __future__ import annotations

import shutil
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from quiz.study.exams.attempt import Attempt
from quiz.study.history import History
from quiz.study.model import Grade, Review
from quiz.study.scheduling.schedule import Schedule
from tests.conftest import Ended, Run
from tests.study.exams.papers import Clocks, paper_of, right_answers
from tests.verbs.pushing import DECK

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.export.ankiconnect import Connect
    from tests.export.collection import Anki

STEP = Schedule().after
BEGUN = datetime(2020, 1, 5, 9, tzinfo=UTC)
ANSWERS = 240


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A history of some pages, with marks, answers taken back, an exam that is over and one that is not."""
    path = tmp_path_factory.mktemp("whole") / "h.db"
    with closing(History(path)) as history:
        for n in range(ANSWERS):
            at = BEGUN + timedelta(hours=5 * n)
            review = Review("d", f"c{n % 30}", at, "typed", f"answer {n}", n % 4 > 0, Grade(1 + n % 4), 900, "study", n)
            history.record(review, STEP)
        history.undo_review(17, BEGUN, 3, STEP)
        history.mark(("d", "c1"), "flag", BEGUN, 3, STEP)
        history.mark(("d", "c2"), "reset", BEGUN, 3, STEP)
        for last in (True, False):
            attempt = Attempt.begin(paper_of(), history, Clocks(BEGUN).clock)
            for place, answer in enumerate(right_answers(attempt.exam.paper)):
                attempt.go(place)
                attempt.reply(answer)
            if last:
                attempt.hand_in()
                attempt.finish()
    return path


@pytest.fixture
def path(whole: Path, tmp_path: Path) -> Path:
    """A copy of that history to do harm to."""
    shutil.copy(whole, tmp_path / "h.db")
    return tmp_path / "h.db"


@pytest.fixture
def anki(tmp_path: Path) -> Iterator[Anki]:
    """An empty collection."""
    from tests.export.collection import Anki

    (tmp_path / "anki").mkdir()
    opened = Anki(tmp_path / "anki")
    yield opened
    opened.collection.close()


@pytest.fixture
def running(anki: Anki, tmp_path: Path) -> Iterator[Connect]:
    """An Anki that runs, and a deck for it."""
    from tests.export.ankiconnect import Connect, serving

    (tmp_path / "rivers.yaml").write_text(DECK)
    with serving(Connect(anki)) as connect:
        yield connect


@pytest.fixture
def push(run: Run, running: Connect) -> Run:
    """Export the deck to it."""

    def ended(*arguments: str) -> Ended:
        return run("export", "rivers.yaml", "--to-anki", "--anki-url", running.url, *arguments)

    return ended
