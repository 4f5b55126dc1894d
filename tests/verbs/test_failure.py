"""Whatever goes wrong, a person reads one line that says where and what to do, and a script reads a status."""

from __future__ import annotations

import errno

import click
import pytest

from quiz.errors import Place, Problem, QuizError
from quiz.verbs.explain import LONGEST
from quiz.verbs.failure import TRACEBACK, Attempt

FAILURES: list[tuple[BaseException, int, str]] = [
    (
        QuizError([Problem(Place("a.yaml", 3, 5), "no answer", "add `answer:`")]),
        1,
        "a.yaml:3:5: no answer (add `answer:`)",
    ),
    (OSError(errno.ENOSPC, "No space left on device", "out.apkg"), 1, "out.apkg: No space left on device (free some"),
    (
        PermissionError(errno.EACCES, "Permission denied", "decks"),
        1,
        "decks: Permission denied (look at its permissions)",
    ),
    (OSError("something odd"), 1, "quiz: something odd"),
    (MemoryError(), 1, "quiz: not enough memory (give it less at once)"),
    (RecursionError("maximum recursion depth exceeded"), 1, "quiz: nested too deeply (look for"),
    (ModuleNotFoundError("No module named 'x'"), 1, "quiz: No module named 'x' (something quiz needs is not installed"),
    (KeyboardInterrupt(), 130, "quiz: interrupted"),
    (click.Abort(), 130, "quiz: interrupted"),
    (click.UsageError("No such command 'chekc'."), 2, "quiz: No such command 'chekc' (`quiz --help`"),
    (KeyError("x\ny"), 1, "quiz: KeyError: 'x\\ny' in "),
    (ValueError("line one\nline two \x1b[31m"), 1, "quiz: ValueError: line one\\nline two \\x1b[31m in "),
]


@pytest.mark.parametrize(("error", "status", "line"), FAILURES, ids=lambda value: type(value).__name__)
def test_a_failure_is_one_line_and_a_status(
    capsys: pytest.CaptureFixture[str], error: BaseException, status: int, line: str
) -> None:
    with Attempt("quiz", last=True) as attempt:
        raise error

    printed = capsys.readouterr()
    assert attempt.status == status
    assert printed.out == ""
    assert printed.err.startswith(line)
    assert printed.err.count("\n") == 1


def test_every_problem_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    with Attempt("quiz") as attempt:
        raise QuizError([Problem(Place("a.yaml", 1), "one"), Problem(Place("a.yaml", 2), "two")])

    assert attempt.status == 1
    assert capsys.readouterr().err == "a.yaml:1: one\na.yaml:2: two\n"


@pytest.mark.parametrize("error", [KeyboardInterrupt(), BrokenPipeError(), click.Abort(), click.UsageError("no")])
def test_one_document_of_many_does_not_swallow_what_ends_the_command(error: BaseException) -> None:
    with pytest.raises(type(error)), Attempt("a.md"):
        raise error


def test_a_fault_of_ours_shows_its_traceback_on_request(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(TRACEBACK, "1")

    with pytest.raises(ZeroDivisionError), Attempt("quiz", last=True):
        raise ZeroDivisionError


def test_success_is_silent(capsys: pytest.CaptureFixture[str]) -> None:
    with Attempt("quiz") as attempt:
        pass

    assert attempt.status == 0
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize(
    "error", [QuizError.at("x" * 5000, "gone"), OSError(errno.ENAMETOOLONG, "Too long", "x" * 5000)]
)
def test_a_path_too_long_to_read_is_shortened(capsys: pytest.CaptureFixture[str], error: Exception) -> None:
    with Attempt("quiz"):
        raise error

    assert len(capsys.readouterr().err) < LONGEST + 50


def test_a_path_one_can_read_is_whole(capsys: pytest.CaptureFixture[str]) -> None:
    with Attempt("quiz"):
        raise QuizError.at("x" * LONGEST, "gone")

    assert capsys.readouterr().err == f"{'x' * LONGEST}: gone\n"
