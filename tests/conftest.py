"""What all tests share: a rule on skipping, a way to run a command as the shell does, histories that are closed."""

from __future__ import annotations

import contextlib
import gc
import os
import sqlite3
from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path

import pytest
from hypothesis import settings

from quiz.cli import main
from quiz.study.history.database import Database

EXCUSED = "needs ../shared"
"""How the reason begins of the only tests that may be skipped under CI: those of files kept beside the checkout."""


settings.register_profile("ci", max_examples=100, deadline=None)
settings.register_profile("quick", max_examples=40, deadline=None)
settings.load_profile("ci" if os.environ.get("CI") else "quick")

NUMBERS = count()


@dataclass(frozen=True, slots=True)
class Ended:
    """How a command ended."""

    status: int
    out: str
    err: str


Run = Callable[..., Ended]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run `quiz` with arguments in a folder of the test's own (`tmp_path`)."""
    monkeypatch.chdir(tmp_path)

    def ended(*arguments: str | Path) -> Ended:
        capsys.readouterr()
        with pytest.raises(SystemExit) as end:
            main([str(argument) for argument in arguments])
        printed = capsys.readouterr()
        return Ended(int(end.value.code or 0), printed.out, printed.err)

    return ended


@pytest.fixture(autouse=True)
def _histories_are_closed(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Close the histories a test opened, as Python warns of those that are not."""
    opened: list[Database] = []
    connect = Database._open

    def remembered(history: Database) -> None:
        connect(history)
        opened.append(history)

    monkeypatch.setattr(Database, "_open", remembered)
    yield
    for history in opened:
        with contextlib.suppress(sqlite3.ProgrammingError):  # one of a thread that closed it there
            history.close()


@pytest.fixture(autouse=True)
def _nothing_is_remembered(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep what `generate` remembers of documents, and settings, in folders of the test's own, made only if used."""
    number = next(NUMBERS)
    monkeypatch.setenv("QUIZ_CACHE", str(tmp_path_factory.getbasetemp() / f"cache{number}"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path_factory.getbasetemp() / f"config{number}"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path_factory.getbasetemp() / f"data{number}"))


def pytest_collection_finish() -> None:
    """Keep what was loaded for all tests out of the search for cycles, which takes a sixth of the time otherwise."""
    gc.collect()
    gc.freeze()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Under CI a skipped test has failed: what was left out there was not checked anywhere."""
    report = yield
    if report.skipped and os.environ.get("CI") and not hasattr(report, "wasxfail"):
        reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else str(report.longrepr)
        if not reason.removeprefix("Skipped: ").startswith(EXCUSED):
            report.outcome = "failed"
            report.longrepr = f"skipped under CI: {reason}"
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    """The same for a whole module that skips itself."""
    report = yield
    if report.outcome == "skipped" and os.environ.get("CI"):
        report.outcome = "failed"
        report.longrepr = f"skipped under CI: {report.longrepr}"
    return report
