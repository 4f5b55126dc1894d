"""Broken decks of every sort: each is told with its place and its mend, no traceback, and in bounded memory."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

from quiz.checking.codes import ERRORS, WARNINGS
from quiz.checking.run import check_decks
from quiz.errors import Problem, QuizError
from tests.deck.breaking import BIG, FILES, TEXTS, checked, text_of

MEMORY = 1000
"""Megabytes that no deck may take."""

QUICK = ("100 MB of zeros", "billion laughs", "an id", "a line number")
LINE = re.compile(
    r"(?P<path>(?:deck|a)\.(?:yaml|lock))(?::\d+:\d+)?: (?:error|warning)\[(?P<code>[a-z0-9-]+)\]: .+ \(.+\)"
)


def told(folder: Path) -> tuple[Problem, ...]:
    """What is said of the decks of a folder."""
    paths = sorted(folder.glob("[a-n]*.yaml")) or [folder / "deck.yaml"]
    try:
        return check_decks(paths)
    except QuizError as error:
        return error.problems


def test_there_are_sixty() -> None:
    assert len({*TEXTS.values(), *FILES, *BIG}) == len(TEXTS) + len(FILES) + len(BIG) >= 60


@pytest.mark.parametrize("case", TEXTS)
def test_a_broken_text_is_told_where_it_is_broken(case: str, tmp_path: Path) -> None:
    (tmp_path / "deck.yaml").write_bytes(text_of(case).encode())

    problems = told(tmp_path)

    assert "error" in {problem.severity for problem in problems}
    assert all(problem.place.line and problem.place.column and problem.hint for problem in problems)
    assert {problem.code for problem in problems} <= {*ERRORS, *WARNINGS}


@pytest.mark.parametrize("name", FILES)
def test_a_broken_file_is_told_by_its_name(name: str, tmp_path: Path) -> None:
    FILES[name](tmp_path / "deck.yaml")

    problems = told(tmp_path)

    assert problems
    assert all(LINE.fullmatch(str(problem).removeprefix(f"{tmp_path}/")) for problem in problems)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="memory is read from /proc")
@pytest.mark.parametrize(
    "name", [name if name.startswith(QUICK) else pytest.param(name, marks=pytest.mark.slow) for name in BIG]
)
def test_what_is_large_takes_bounded_memory(name: str, tmp_path: Path) -> None:
    BIG[name](tmp_path / "deck.yaml")

    said, status, memory = checked(tmp_path)

    assert status == 1
    assert all(LINE.fullmatch(line) for line in said)
    assert 1 <= len(said) <= 101
    assert memory < MEMORY
