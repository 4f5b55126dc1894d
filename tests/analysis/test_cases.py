"""Classes written out, and what is to be said of them: a file each in `cases`.

Under `key` stand the right options; of a taker `-` is a question left out, `.` one not reached, `/` one not asked.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from quiz.analysis.reading import read
from quiz.analysis.report import Analysis, Figures, analysed
from tests.analysis.classes import card, result, written

CASES = sorted((Path(__file__).parent / "cases").glob("*.txt"))


def taken(rows: list[list[str]]) -> Iterator[dict[str, Any]]:
    """The results of the takers of a case."""
    (_, *key), *takers = rows
    for at, (name, *given) in enumerate(takers):
        asked = zip(count(1), key, given, strict=False)
        cards = [
            card(
                number, right=said == right, options=["a", "b", "c", "d"], answer=right,
                choice=None if said in "-." else said, seen=said != ".",
            )
            for number, right, said in asked if said != "/"
        ]  # fmt: skip
        yield result(name, cards, at=at)


def figures(analysis: Analysis) -> dict[str, object]:
    """What a case may say of the whole."""
    whole = analysis.whole
    return {
        "takers": whole.takers, "questions": whole.questions, "mean": whole.mean, "median": whole.median,
        "deviation": whole.deviation, "method": whole.reliability.method.replace(" ", "_"), "error": whole.error,
        "reliability": whole.reliability.value, "few": "yes" if whole.few else "no",
    }  # fmt: skip


def of_question(each: Figures) -> dict[str, object]:
    """What a case may say of a question."""
    return {
        "takers": each.takers, "facility": each.facility, "discrimination": each.discrimination,
        "upper_lower": each.index, "without": each.dropped, "omitted": each.omitted, "not_reached": each.unreached,
        "flags": ",".join(flag.name for flag in each.flags),
    }  # fmt: skip


def shown(value: object, like: str) -> str:
    """A figure to as many places as the one it is compared with."""
    if value is None:
        return "none"
    if isinstance(value, float):
        text = f"{value:.{len(like.partition('.')[2])}f}".replace("0.", ".", 1)
        return text.removeprefix("-") if not text.strip("-.0") else text
    return str(value)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_a_class_is_analysed(case: Path, tmp_path: Path) -> None:
    lines = [line for line in case.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    rows, expected = lines[: lines.index("")], lines[lines.index("") + 1 :]
    analysis = analysed(read([written(tmp_path, taken([row.split() for row in rows]))]))

    for line in expected:
        first, _, rest = line.partition(" ")
        found = of_question(analysis.items[int(first) - 1]) if first.isdigit() else figures(analysis)
        words = (rest if first.isdigit() else line).replace("all ", "all_").split()
        said = dict(word.replace("all_", "all ").split("=") for word in words)
        assert {name: shown(found[name], value) for name, value in said.items()} == said, line
