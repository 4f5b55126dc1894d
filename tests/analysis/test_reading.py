"""Files of results: whole ones are read, and of all others each is told with its place and what to do."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from quiz.analysis import reading
from quiz.analysis.reading import read
from quiz.errors import QuizError
from quiz.study.exams.drawing import draw, pool_of
from quiz.study.exams.paper import Rules
from quiz.study.exams.result import write
from tests.analysis.classes import card, result, simulated, typed, written
from tests.study.exams.papers import Clocks, begun, paper_of, right_answers
from tests.tui.stage import KOBLENZ

GOOD = result("Ada", [card(1), card(2, right=False), typed(3, "1830")])
BROKEN = [
    line.split("\t")
    for line in (Path(__file__).parent / "broken.txt").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]


def told(folder: Path, *paths: Path) -> list[str]:
    """What is said of files that are no results, without the folder they lie in."""
    with pytest.raises(QuizError) as error:
        read(paths or [folder])
    return [str(problem).replace(f"{folder}{os.sep}", "") for problem in error.value.problems]


def changed(place: str, value: str) -> str:
    """A good result with one part changed."""
    data: Any = json.loads(json.dumps(GOOD))
    *way, last = (int(step) if step.isdigit() else step for step in place.split("."))
    part = data
    for step in way:
        part = part[step]
    part[last] = "@"
    if value == "gone":
        del part[last]
    return json.dumps(data).replace('"@"', value)


@pytest.mark.parametrize(("place", "value", "said"), BROKEN, ids=lambda value: value[:30])
def test_a_damaged_result_is_told_in_one_line(place: str, value: str, said: str, tmp_path: Path) -> None:
    (tmp_path / "r.json").write_text(changed(place, value), encoding="utf-8")

    (line,) = told(tmp_path)
    assert line.startswith(f"r.json: {said}")
    assert line.endswith(")")


@pytest.mark.parametrize("worth", [1e-300, 0, 0.009])
def test_a_worth_too_small_beside_others_is_refused(worth: float, tmp_path: Path) -> None:
    data: Any = json.loads(json.dumps(GOOD))
    for each, points in zip(data["cards"], (worth, 999, 999), strict=True):
        each |= {"points": points, "worth": points}
    (tmp_path / "r.json").write_text(json.dumps(data), encoding="utf-8")

    (line,) = told(tmp_path)
    assert line.startswith("r.json: this result is damaged: question 1: `worth` is below 0.01")


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "r.json:1:1: this is no JSON: expecting value (name a file that `quiz exam -o FILE.json` wrote"),
        (b'{"what": "quiz exam result",\n  "format" 1}', "r.json:2:12: this is no JSON: expecting ':' delimiter"),
        (b"[]", "r.json: this is no result of an exam (name a file"),
        (b'"quiz exam result"', "r.json: this is no result of an exam"),
        (b"[" * 200_000, "r.json: this is no result of an exam"),
        (b'{"what": "quiz exam result", "format": ' + b"9" * 5_000 + b"}", "r.json: this is no result of an exam"),
        (b'{"what": "quiz exam result", "format": ' + b"9" * 400 + b"}", "r.json: a result of format 9999999999999"),
        (b"\x89PNG\0\0", "r.json: is a picture, not text (name a file that `quiz exam"),
        (b'{"name": "\xe9"}', "r.json:1:11: error[not-utf-8]: the `é` here is not saved as UTF-8 (byte 0xe9)"),
        ("{}".encode("utf-16"), "r.json: error[not-utf-8]: is saved as UTF-16 (save it as UTF-8"),
        (b" " * (reading.LARGEST + 1), "r.json: is larger than 8 MB, which no result is (name a file"),
        (b"title: Rivers\ncards: []\n", "r.json:1:1: this is no JSON"),
    ],
)  # fmt: skip
def test_other_files_are_told_in_one_line(data: bytes, said: str, tmp_path: Path) -> None:
    (tmp_path / "r.json").write_bytes(data)

    (line,) = told(tmp_path)
    assert line.startswith(said)


def test_all_that_is_wrong_is_told_at_once(tmp_path: Path) -> None:
    written(tmp_path / "class", [GOOD])
    (tmp_path / "class" / "a.json").write_text("{}")
    (tmp_path / "class" / "b.json").write_text("[")
    (tmp_path / "none").mkdir()
    (tmp_path / "pipe").symlink_to("/dev/zero")
    (tmp_path / "lost.json").symlink_to("nowhere")

    paths = [tmp_path / name for name in ("class", "none", "gone.json", "lost.json", "pipe")]
    assert [line.rpartition(" (")[0] for line in told(tmp_path, *paths)] == [
        "none: no result (*.json) is in this folder",
        "gone.json: there is no such file or folder",
        "lost.json: there is no such file or folder",
        "class/a.json: this is no result of an exam",
        "class/b.json:1:2: this is no JSON: expecting value",
        "pipe: error[not-a-file]: is a device or pipe, not a file",
    ]


def test_folders_are_searched_and_a_file_is_read_once(tmp_path: Path) -> None:
    folder = written(tmp_path / "class" / "monday", simulated(3, 4))
    (tmp_path / "class" / ".hidden.json").write_text("no")
    (tmp_path / "class" / "notes.txt").write_text("no")
    (tmp_path / "again").symlink_to(folder)

    assert len(read([tmp_path / "class", folder / "r0001.json", tmp_path / "again"])) == 3


def test_all_together_have_a_bound(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written(tmp_path, simulated(5, 3))
    monkeypatch.setattr(reading, "ALTOGETHER", 2_500)

    (line,) = told(tmp_path)
    assert line.startswith("r000")
    assert line.endswith("the results are more than 0 MB (analyse them in parts)")


def test_long_texts_are_cut_and_long_ids_refused(tmp_path: Path) -> None:
    long = card(1, question="q" * 10_000, options=["a" * 9_000, "b"], choice="a" * 9_000, answer="b")
    written(tmp_path / "class", [result("n" * 9_000, [long], id="long")])
    (read_back,) = read([tmp_path / "class"])
    (answer,) = read_back.answers
    assert (len(read_back.name), len(answer.asked.text), len(answer.choice)) == (200, 2_000, 500)
    assert answer.choice in answer.asked.options

    written(tmp_path / "other", [result("Ada", [card(1, id="i" * 300)])])
    assert "question 1: `id` is longer than 200 characters" in told(tmp_path, tmp_path / "other")[0]


def test_a_result_that_quiz_writes_is_read(tmp_path: Path) -> None:
    clocks = Clocks()
    attempt = begun(tmp_path, clocks, paper_of())
    for place, answer in enumerate(right_answers(attempt.exam.paper, (1, 3))):
        attempt.go(place)
        clocks.wind(2.5)
        attempt.reply(answer)
    attempt.hand_in()
    score = attempt.score()

    (found,) = read([write(score, tmp_path / "r.json")])
    assert [answer.share for answer in found.answers] == [float(mark.verdict.right) for mark in score.marked]
    assert {answer.asked.way for answer in found.answers} == {"choice", "typed", "order"}
    assert {answer.seconds for answer in found.answers} == {2.5}
    ordered = next(answer for answer in found.answers if answer.asked.way == "order")
    assert ordered.asked.answer == "Nile → Danube → Thames"


def test_points_and_ticks_that_quiz_writes_are_read(tmp_path: Path) -> None:
    attempt = begun(tmp_path, Clocks(), draw(pool_of([KOBLENZ], Rules(seed=7)), Rules(seed=7)))
    for place, item in enumerate(attempt.exam.paper.items):
        attempt.go(place)
        attempt.reply("Rhine" if item.question.ticking else item.card.answer)
    attempt.hand_in()

    (found,) = read([write(attempt.score(), tmp_path / "r.json")])
    ticked = next(answer for answer in found.answers if answer.asked.way == "ticked")
    assert (ticked.share, ticked.worth, ticked.points, ticked.ticks, ticked.choice) == (
        0.5,
        2.0,
        1.0,
        ("Rhine",),
        "Rhine",
    )
    assert (ticked.asked.answer, ticked.asked.right) == ("Moselle; Rhine", ("Moselle", "Rhine"))
    assert (found.worth, found.share) == (3.0, 2 / 3)


def test_questions_alike_are_kept_once(tmp_path: Path) -> None:
    results = read([written(tmp_path, simulated(20, 5))])
    assert len({id(answer.asked) for each in results for answer in each.answers}) == 5
