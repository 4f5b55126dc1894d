"""`quiz analyse` as it is run: text for people, a table, a page and numbers, each the same bytes every time."""

from __future__ import annotations

import csv
import json
import os
import subprocess
import sys
from io import StringIO
from pathlib import Path

import pytest

from quiz.export.table.cells import formula
from quiz.study.printable import cells
from quiz.verbs.analysing.numbers import numbers
from quiz.verbs.analysing.sheet import COLUMNS, MARKS
from tests.analysis.classes import card, result, simulated, typed, written
from tests.conftest import Run
from tests.tui.test_hostile import HOSTILE

LINES = """\
Rivers
28 takers, 6 questions
"""


@pytest.fixture
def results(tmp_path: Path) -> Path:
    """A folder of the results of a class."""
    return written(tmp_path / "class", simulated(28, 6))


def test_text_says_it_all_in_80_cells(run: Run, results: Path) -> None:
    ended = run("analyse", results)
    lines = ended.out.splitlines()

    assert (ended.status, ended.err) == (0, "")
    assert ended.out.startswith(LINES)
    assert max(map(cells, lines)) <= 80
    assert any(line.startswith("reliability") and line.endswith("KR-20") for line in lines)
    table = [line for line in lines if line[:2].strip().isdigit() and " s  " in f"{line}  "]
    assert [line.split()[0] for line in table] == ["1", "2", "3", "4", "5", "6"]
    assert len({line.index(" %") for line in table}) == 1
    assert "  ! negative: Those who did well otherwise got this wrong more often than the" in lines
    assert "3. In what year was bridge 3 opened?" in lines
    assert "5. In what year was bridge 5 opened?" not in lines
    assert "5. In what year was bridge 5 opened?" in run("analyse", results, "--details").out


MARKED = [
    result("Émile", [card(1), card(2, right=False, points=1.0, worth=3.0)]),
    result("Zoe", [card(1), card(2, points=3.0, worth=3.0)], at=5),
    result("", [card(1, right=False), card(2, right=False, points=0.0, worth=3.0)], at=9, pass_mark=0),
    result("=Ada", [card(1), card(2, right=False, points=1.4, worth=3.0)], at=7),
]


def test_marks_are_listed_by_name(run: Run, tmp_path: Path) -> None:
    written(tmp_path / "class", MARKED)

    shown = run("analyse", "class", "--marks").out

    assert shown[shown.index("name ") :].splitlines()[:5] == [
        "name            points  percent  passed",
        "=Ada          2.4 of 4     60 %     yes",
        "Émile           2 of 4     50 %      no",
        "Zoe             4 of 4    100 %     yes",
        "(r0002.json)    0 of 4      0 %     yes",
    ]
    assert "Zoe" not in run("analyse", "class").out


def test_marks_are_a_table_numbers_and_part_of_the_page(run: Run, tmp_path: Path) -> None:
    written(tmp_path / "class", MARKED)

    table = run("analyse", "class", "--marks", "--csv").out.splitlines()
    assert table[0] == ",".join(MARKS)
    assert table[1:3] == ["'=Ada,2.4,4,60,yes,r0003.json", "Émile,2,4,50,no,r0000.json"]
    listed = json.loads(run("analyse", "class", "--marks", "--json").out)["marks"]
    assert listed[2] == {
        "name": "Zoe", "points": 4.0, "worth": 4.0, "percent": 100, "passed": True, "file": "r0001.json",
    }  # fmt: skip
    assert "marks" not in json.loads(run("analyse", "class", "--json").out)
    for options, there in ((["--marks"], True), ([], False)):
        run("analyse", "class", *options, "-o", "a.html")
        assert ('<th scope="row" dir="auto">Zoe</th>' in (tmp_path / "a.html").read_text()) is there


def test_the_page_names_pictures_in_words(run: Run, tmp_path: Path) -> None:
    shown = "Which is it? ![a map](pictures/x.png)"
    written(tmp_path / "class", [result(f"T{at}", [card(1, question=shown), card(2)]) for at in range(3)])
    run("analyse", "class", "-o", "a.html")
    text = (tmp_path / "a.html").read_text()
    assert "Which is it? [picture: a map]" in text
    assert "pictures/x.png" not in text


@pytest.mark.parametrize(("sort", "first"), [("exam", "1"), ("discrimination", "3"), ("facility", "3")])
def test_questions_are_sorted(run: Run, results: Path, sort: str, first: str) -> None:
    ended = run("analyse", results, "--sort", sort)
    table = ended.out[ended.out.index("look at") :].splitlines()
    assert table[1].split()[0] == first


def test_what_was_left_out_is_listed_with_the_answers(run: Run, tmp_path: Path) -> None:
    answers = [typed(1, "Nil"), typed(1, None), typed(1, None, seen=False), typed(1, "1829", right=True)]
    written(tmp_path / "class", [result(f"T{at}", [each, card(2)]) for at, each in enumerate(answers)])
    shown = run("analyse", "class", "--details").out
    assert shown[shown.index("1. In") :].splitlines()[1:5] == [
        "  = 1829            1 █████                100 % otherwise",
        "    Nil             1 █████                100 % otherwise",
        "    left out        1",
        "    not reached     1",
    ]


def test_the_same_results_make_the_same_bytes(run: Run, results: Path, tmp_path: Path) -> None:
    files = sorted(results.iterdir())
    for form in ([], ["--csv"], ["--json"]):
        assert run("analyse", *files, *form).out == run("analyse", *files[::-1], *form).out
    for name in ("a.html", "b.html"):
        assert run("analyse", *files, "-o", name).out == f"{name}: 28 takers, 6 questions\n"
        files.reverse()
    assert (tmp_path / "a.html").read_bytes() == (tmp_path / "b.html").read_bytes()


def test_json_has_every_number(run: Run, results: Path, tmp_path: Path) -> None:
    ended = run("analyse", results, "--json")
    found = json.loads(ended.out)
    assert (ended.status, found["what"], found["format"], found["takers"]) == (0, "quiz analysis", 1, 28)
    assert found["reliability"]["method"] == "KR-20"
    assert [each["number"] for each in found["questions"]] == [1, 2, 3, 4, 5, 6]
    assert [flag["name"] for flag in found["questions"][2]["flags"]][:2] == ["negative", "rival"]
    run("analyse", results, "-o", "a.json")
    assert (tmp_path / "a.json").read_text(encoding="utf-8") == ended.out
    assert numbers.__module__ == "quiz.verbs.analysing.numbers"


def rows(text: str) -> list[dict[str, str]]:
    """The rows of a CSV."""
    return list(csv.DictReader(StringIO(text, newline="")))


def test_csv_has_a_row_for_each_question(run: Run, results: Path, tmp_path: Path) -> None:
    ended = run("analyse", results, "--csv")
    found = rows(ended.out)
    assert tuple(found[0]) == COLUMNS
    assert [row["number"] for row in found] == ["1", "2", "3", "4", "5", "6"]
    assert found[2]["flags"].startswith("negative | rival")
    assert (found[4]["facility"], found[4]["discrimination"]) == ("1.000", "")
    assert float(found[2]["discrimination"]) < 0
    assert "1829: " in found[0]["choices"]
    run("analyse", results, "-o", "a.csv")
    assert (tmp_path / "a.csv").read_bytes() == b"\xef\xbb\xbf" + ended.out.encode()


def test_no_cell_is_run_by_a_spreadsheet(run: Run, tmp_path: Path) -> None:
    attacks = ["=1+1", "+A1", "-A1", "@SUM(A1)", "'=1", "\t=1", "\n=1", "＝1", *HOSTILE]
    cards = [
        typed(at, text, question=text, answer=text, deck=text[:9], id=f"{text[:9]}{at}")
        for at, text in enumerate(attacks)
    ]
    written(tmp_path / "class", [result("Ada", cards)])
    found = rows(run("analyse", "class", "--csv").out)

    assert len(found) == len(attacks)
    assert [cell for row in found for cell in row.values() if formula(cell) and not cell.startswith("'")] == []
    assert found[0]["question"] == "'=1+1"


def test_hostile_text_reaches_no_terminal(run: Run, tmp_path: Path) -> None:
    cards = [card(at, right=False, question=text, options=[text, "b"], choice=text, answer="b", id=f"c{at}")
             for at, text in enumerate(HOSTILE)]  # fmt: skip
    written(
        tmp_path / "class",
        [result(text, cards, id=f"x{at}", decks=[{"title": text}]) for at, text in enumerate(HOSTILE)],
    )
    for form in (["--details"], ["--csv"], ["--json"]):
        ended = run("analyse", "class", *form)
        assert ended.status == 0
        assert not [
            sign for sign in ended.out + ended.err if ord(sign) in {*range(9), *range(14, 32), 127, *range(128, 160)}
        ]
    assert run("analyse", "class", "-o", "a.html").status == 0


def test_all_that_is_wrong_is_told_and_nothing_is_made(run: Run, results: Path, tmp_path: Path) -> None:
    (results / "x.json").write_text("{}")
    (results / "y.json").write_text("[1,")
    ended = run("analyse", results, "gone.json", "-o", "a.html")

    assert (ended.status, ended.out) == (1, "")
    assert [line.partition(": ")[0] for line in ended.err.splitlines()] == [
        "gone.json", f"{results / 'x.json'}", f"{results / 'y.json'}:1:4",
    ]  # fmt: skip
    assert not (tmp_path / "a.html").exists()


def test_what_was_left_out_is_told(run: Run, tmp_path: Path) -> None:
    written(
        tmp_path / "class",
        [result("Ada", [card(1)], at=0), result("Ada", [card(1)], at=5), result("Ada", [card(1)], at=0)],
    )
    ended = run("analyse", "class")
    assert ended.status == 0
    assert ended.err.splitlines() == [
        "class/r0002.json is the same exam as class/r0000.json: it counts once",
        "Ada has 2 results: the first counts",
    ]
    assert "1 taker, 1 question\n" in ended.out
    assert "2 takers, 1 question\n" in run("analyse", "class", "--attempt", "all").out


def test_a_class_of_second_attempts_does_not_flood_the_terminal(run: Run, tmp_path: Path) -> None:
    written(tmp_path / "class", [result(f"T{at // 2}", [card(1)], at=at) for at in range(60)])
    told = run("analyse", "class").err.splitlines()
    assert (len(told), told[-1]) == (21, "and 10 more of this sort; --json and --html list them all")
    assert len(json.loads(run("analyse", "class", "--json").out)["told"]) == 30


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        ([], 2, "Missing argument 'PATH...'"),
        (["class", "--html"], 2, "--html goes with -o FILE"),
        (["class", "-o", "a.txt"], 2, "a.txt does not end in .csv, .html or .json"),
        (["class", "--attempt", "worst"], 2, "'worst' is not one of"),
        (["class", "-o", "class/r0001.json"], 1, "class/r0001.json: is one of the results, which the analysis would"),
        (["class", "--html", "-o", "class"], 1, "class: is a folder, not a file (name a file in it, such as class/an"),
        (["class", "--csv", "-o", "/dev/null"], 1, "/dev/null: is not a regular file (name a file, such as"),
        (["class", "-o", "class/r0001.json/a.csv"], 1, "class/r0001.json/a.csv: cannot be written: "),
        (["none"], 1, "none: there is no such file or folder (is the name spelled right?)"),
    ],
)  # fmt: skip
def test_wrong_use_is_one_line(run: Run, results: Path, arguments: list[str], status: int, said: str) -> None:
    before = (results / "r0001.json").read_bytes()
    ended = run("analyse", *arguments)
    assert (ended.status, ended.out) == (status, "")
    assert said in ended.err
    assert (results / "r0001.json").read_bytes() == before


def test_a_page_is_one_file_under_a_policy(run: Run, results: Path, tmp_path: Path) -> None:
    run("analyse", results, "--html", "-o", "new/a.htm")
    text = (tmp_path / "new" / "a.htm").read_text(encoding="utf-8")
    assert "default-src 'none'; style-src 'sha256-" in text
    assert "<script" not in text
    assert "script-src" not in text
    assert "http://" not in text.replace("http://www.w3.org", "")
    assert "style=" not in text


def test_whoever_stops_reading_is_not_told_off(results: Path) -> None:
    process = subprocess.Popen(
        f"{sys.executable} -m quiz analyse {results} | head -1", shell=True, text=True,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])},
    )  # fmt: skip
    assert process.communicate() == ("Rivers\n", "")


@pytest.mark.slow
def test_a_thousand_takers_of_a_hundred_questions(tmp_path: Path) -> None:
    written(tmp_path / "class", simulated(1000, 100))
    code = (
        "from pathlib import Path; from quiz.cli import main\n"
        "try: main(['analyse', 'class', '-o', 'a.html'])\n"
        "finally: print(Path('/proc/self/status').read_text().partition('VmHWM:')[2].split()[0])"
    )
    ended = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True,
        env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])},
    )  # fmt: skip
    told, kilobytes = ended.stdout.splitlines()
    assert told == "a.html: 1,000 takers, 100 questions"
    assert int(kilobytes) < 200_000
