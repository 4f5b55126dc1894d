"""`quiz stats` as it is run: text for people, numbers for programs."""

from __future__ import annotations

import fcntl
import json
import os
import pty
import struct
import subprocess
import sys
import termios
from pathlib import Path

import pytest

from quiz.study.history import History
from quiz.study.printable import cells
from quiz.study.sitting import local_time
from quiz.study.statistics.drawing.pages import NOTHING, PAGES
from quiz.verbs.stats import stats
from tests.conftest import Run
from tests.growth import grows_linearly
from tests.study.statistics.learner import library, months

DECK = """\
title: Rivers
id: rivers
cards:
""" + "".join(
    f"  - {{id: c{n}, question: 'In what year was bridge {n} opened?', answer: '{1800 + n}'}}\n" for n in range(60)
)


@pytest.fixture
def studied(tmp_path: Path) -> Path:
    """A history of six weeks over a deck in `decks`."""
    (tmp_path / "decks").mkdir()
    (tmp_path / "decks" / "rivers.yaml").write_text(DECK, encoding="utf-8")
    months(tmp_path / "kept.db", library(), days=40, end=local_time()).close()
    return tmp_path / "kept.db"


def test_text_into_a_pipe_has_no_colours_and_every_page(run: Run, studied: Path) -> None:
    ended = run("stats", "--history", studied)
    assert (ended.status, ended.err) == (0, "")
    assert [line.lower() for line in ended.out.splitlines() if line.isupper()] == [page.name for page in PAGES]
    assert "\x1b" not in ended.out
    assert max(map(cells, ended.out.splitlines())) <= 80
    assert "You studied on " in ended.out


def test_numbers_are_json(run: Run, studied: Path) -> None:
    ended = run("stats", "decks/rivers.yaml", "--json", "--history", studied)
    found = json.loads(ended.out)
    assert (ended.status, ended.err, found["decks"]) == (0, "", 1)
    assert found["answers"] == sum(day["answers"] for day in found["days"]) > 100
    assert found["cards"]["total"] == 60
    assert ended.out.isascii()


@pytest.mark.usefixtures("studied")
def test_without_an_answer_a_friendly_line(run: Run, tmp_path: Path) -> None:
    ended = run("stats")
    assert (ended.status, ended.out, ended.err) == (0, f"{NOTHING}\n", "")
    empty = json.loads(run("stats", "--json").out)
    assert not list(tmp_path.rglob("history.db"))
    assert (empty["answers"], empty["retention"]["all"]["share"], empty["cards"]["new"]) == (0, None, 60)


@pytest.mark.parametrize(
    ("paths", "told"),
    [
        ([], "decks: there are no decks here"),
        (["gone.yaml"], "gone.yaml: error[no-file]: there is no such file or folder"),
    ],
)
def test_decks_that_are_not_there_are_said_in_one_line(run: Run, paths: list[str], told: str) -> None:
    ended = run("stats", *paths)
    assert (ended.status, ended.out) == (1, "")
    assert ended.err.startswith(told)
    assert ended.err.count("\n") == 1


@pytest.mark.usefixtures("studied")
def test_a_file_that_is_no_history_is_said_in_one_line(run: Run, tmp_path: Path) -> None:
    (tmp_path / "notes.db").write_text("no database, " * 100, encoding="utf-8")
    ended = run("stats", "--history", tmp_path / "notes.db")
    assert (ended.status, ended.out, ended.err.count("\n")) == (1, "", 1)


def test_a_history_that_may_not_be_written_can_be_looked_at(run: Run, studied: Path) -> None:
    whole = run("stats", "--history", studied)
    studied.with_name(f"{studied.name}-wal").mkdir()  # what SQLite writes beside it cannot be

    assert "answers" in whole.out
    assert run("stats", "--history", studied) == whole
    assert run("due", "--history", studied).status == 0
    assert run("doctor", "--history", studied).status == 1


def at_a_terminal(folder: Path, columns: int, **environment: str) -> str:
    """What `quiz stats` prints on a terminal of so many columns."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 40, columns, 0, 0))
    inherited = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "COLUMNS", "LINES")}
    process = subprocess.Popen(
        [sys.executable, "-m", "quiz", "stats", "--history", "kept.db"], cwd=folder, stdout=theirs,
        env=inherited | {"TERM": "xterm-256color", "PYTHONPATH": str(Path(__file__).parents[2])} | environment,
    )  # fmt: skip
    os.close(theirs)
    printed = b""
    while True:
        try:
            printed += os.read(ours, 65536)
        except OSError:
            break
    os.close(ours)
    assert process.wait() == 0
    return printed.decode()


def test_a_terminal_is_filled_in_colour_unless_none_is_wanted(studied: Path) -> None:
    wide = at_a_terminal(studied.parent, 120)
    assert "\x1b[36m" in wide
    plain = at_a_terminal(studied.parent, 120, NO_COLOR="1")
    assert "\x1b" not in plain
    assert max(map(cells, plain.replace("\r", "").splitlines())) in range(105, 121)


def test_whoever_stops_reading_is_not_told_off(studied: Path) -> None:
    process = subprocess.Popen(
        f"{sys.executable} -m quiz stats --history kept.db | head -1", cwd=studied.parent, shell=True, text=True,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])},
    )  # fmt: skip
    assert process.communicate() == ("DAYS\n", "")


def test_nothing_heavy_is_loaded(studied: Path) -> None:
    code = (
        "import sys; from quiz.verbs.stats import stats; from pathlib import Path; "
        "stats([Path('decks')], Path('kept.db'), as_json=True); "
        "print([n for n in ('textual', 'rich', 'fsrs', 'spacy') if n in sys.modules], file=sys.stderr)"
    )
    ended = subprocess.run(
        [sys.executable, "-c", code], cwd=studied.parent, capture_output=True, text=True, check=True,
        env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])},
    )  # fmt: skip
    assert ended.stderr == "[]\n"


@pytest.mark.usefixtures("studied")
def test_a_long_history_takes_no_more_than_its_share(tmp_path: Path) -> None:
    begun = 20_000
    for answers in (begun, 4 * begun):
        history = History(tmp_path / f"{answers}.db")
        with history.database.transaction():
            history.database.write(
                "insert into reviews (deck, card, at, way, answer, right, grade, duration, mode, day, clock) "
                "with recursive n(i) as (select 0 union all select i + 1 from n where i < ? - 1) "
                "select 'rivers', 'c' || (i * 7919 % 3000), i * 100000, 'typed', '', 1, 1 + i % 4, 5000, 'study', "
                "20000 + i / 700, i * 100000 from n",
                (answers,),
            )
        history.close()

    assert grows_linearly(lambda answers: stats([tmp_path / "decks"], tmp_path / f"{answers}.db", as_json=True), begun)
