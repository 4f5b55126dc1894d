"""What docs/analysis.md says is true: its example is reckoned again with numpy, and printed again by the command.

`UPDATE_DOCS=1` puts what is printed into the page.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from math import atanh, sqrt, tanh
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from quiz.analysis.flags import FEW, IDLE, LEAST, MEANINGS
from quiz.analysis.reading import ALTOGETHER, LARGEST, read
from quiz.analysis.report import analysed
from quiz.verbs.analysing.numbers import numbers
from quiz.verbs.analysing.sheet import COLUMNS, MARKS
from tests.analysis.classes import of_matrix, simulated, written
from tests.conftest import Run

PAGE = Path(__file__).parents[2] / "docs" / "analysis.md"
TEXT = PAGE.read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```text\n(.*?)^```", TEXT, re.MULTILINE | re.DOTALL)
MATRIX = [[int(sign) for sign in line.split()[1:]] for line in BLOCKS[0].splitlines()[1:]]
ANSWERS = np.array(MATRIX, float)


def said(figure: float, places: int) -> str:
    """A figure as the page writes it: `.696`, `2.18`."""
    return f"{figure:.{places}f}".removeprefix("0")


def test_the_example_is_reckoned_from_the_definitions() -> None:
    p, points, k = ANSWERS.mean(0), ANSWERS.sum(1), ANSWERS.shape[1]
    spread, reliability = points.std(ddof=1), k / (k - 1) * (1 - (p * (1 - p)).sum() / points.var())
    error = spread * sqrt(1 - reliability)
    first = ANSWERS[:, 0]
    for sentence in (
        f"its facility is {said(p[0], 2)}, and p(1 - p) is {said(p[0] * (1 - p[0]), 2)}",
        f"come to {said((p * (1 - p)).sum(), 2)}.",
        f"The points are {', '.join(f'{number:.0f}' for number in points[:-1])} and {points[-1]:.0f}: ",
        f"their mean is {points.mean():.1f} and their variance {points.var():.2f}",
        f"KR-20 is 10 / 9 × (1 - 2.18 / 5.84) = {said(reliability, 3)}.",
        f"is {spread:.3f} points, or {spread * 10:.1f} %; the standard error 2.547 × √(1 - .696) = {error:.3f} points",
        f"{error:.3f} points, or {error * 10:.1f} %",
        f"the correlation is {said(np.corrcoef(first, points - first)[0, 1], 3)}.",
    ):
        assert sentence in TEXT


def test_the_example_is_what_is_printed(run: Run, tmp_path: Path) -> None:
    printed = run("analyse", written(tmp_path / "class", of_matrix(MATRIX))).out
    if os.environ.get("UPDATE_DOCS"):
        head, mark, rest = TEXT.partition("`quiz analyse` prints:\n\n```text\n")
        PAGE.write_text(f"{head}{mark}{printed}```\n{rest.partition('```' + chr(10))[2]}", encoding="utf-8")
        return
    assert BLOCKS[1] == printed, "UPDATE_DOCS=1 writes the page anew"


def test_our_figures_are_those_of_the_example(tmp_path: Path) -> None:
    analysis = analysed(read([written(tmp_path, of_matrix(MATRIX))]))
    assert analysis.whole.reliability.value == pytest.approx(0.696, abs=5e-4)
    assert analysis.whole.error == pytest.approx(0.1404, abs=5e-5)
    assert analysis.items[0].discrimination == pytest.approx(0.706, abs=5e-4)
    assert analysis.items[0].index == pytest.approx(0.75)


def keys_of(value: Any, before: str = "") -> Iterator[str]:
    """Name every key: `reliability.value`, `questions[].choices[].text`."""
    for name, part in value.items():
        if isinstance(part, dict):
            yield from keys_of(part, f"{before}{name}.")
        elif isinstance(part, list) and part and isinstance(part[0], dict):
            yield from keys_of(part[0], f"{before}{name}[].")
        else:
            yield f"{before}{name}"


def test_every_key_column_and_flag_is_documented(tmp_path: Path) -> None:
    analysis = analysed(read([written(tmp_path, simulated(30, 6))]))
    items = sorted(analysis.items, key=lambda each: not each.flags)
    rows = re.findall(r"^\| `([\w\[\]. ]+)` \|", TEXT, re.MULTILINE)
    keys = list(keys_of(numbers(analysis, items, marks=True)))

    assert [row for row in rows if row not in MEANINGS] == keys
    assert [row for row in rows if row in MEANINGS] == list(MEANINGS)
    assert list(MARKS) == [key.removeprefix("marks[].") for key in keys if key.startswith("marks[]")]
    assert {*COLUMNS} - {key.rpartition(".")[2] for key in keys} == {"flags", "choices", "deck_id"}


def test_the_thresholds_are_those_of_the_page() -> None:
    for sentence in (
        f"**Below {FEW}** all figures",
        f"**Below {LEAST}** no key",
        f"offered to **{IDLE}**",
        f"One result may have {LARGEST // 2**20} MB, all of them {ALTOGETHER // 2**20} MB.",
    ):
        assert sentence in TEXT
    low, high = (tanh(atanh(0.3) + sign * 1.959964 / sqrt(FEW - 3)) for sign in (-1, 1))
    assert f"between {said(low, 2).replace('-0.', '-.')} and {said(high, 2)}, in 95 of 100 cases" in TEXT
