"""`quiz export --history` and `quiz import`: what they print, where, and what they refuse."""

from __future__ import annotations

import io
import sys
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace

import pytest

from quiz.study.exams.attempt import Attempt
from quiz.study.history import History
from quiz.study.model import Grade, Review
from quiz.study.scheduling.schedule import Schedule
from tests.conftest import Run
from tests.study.exams.papers import Clocks, paper_of

STEP = Schedule().after
MORNING = datetime(2020, 5, 4, 9, 30, tzinfo=UTC)
DECK = "title: Rivers\nid: rivers\ncards:\n  - {id: r1, question: Which river?, answer: Tigris}\n"


@pytest.fixture
def history(tmp_path: Path) -> Path:
    """A history with answers of two decks, and a mark."""
    with closing(History(tmp_path / "h.db")) as opened:
        for deck in ("rivers", "lakes"):
            review = Review(deck, "r1", MORNING, "typed", "Tigris\u2028\x85", right=True, grade=Grade.GOOD, duration=9)
            opened.record(review, STEP)
        opened.mark(("rivers", "r1"), "flag", MORNING, 1, STEP)
    return tmp_path / "h.db"


def test_out_and_in(run: Run, history: Path, tmp_path: Path) -> None:
    out = run("export", "--history", "--history-file", history, "-o", "a.jsonl")
    added = run("import", "a.jsonl", "--history", "new/b.db")
    again = run("import", "a.jsonl", "--history", "new/b.db")

    assert (out.status, out.out, out.err) == (0, "", "a.jsonl: 3 entries\n")
    assert (added.status, added.err) == (0, "")
    assert added.out == "new/b.db: added 2 answers and 1 mark; 0 entries known already\n"
    assert again.out == "new/b.db: added 0 answers and 0 marks; 3 entries known already\n"
    assert [file.name for file in (tmp_path / "new").iterdir()] == ["b.db"]
    run("export", "--history", "--history-file", "new/b.db", "-o", "b.jsonl")
    assert (tmp_path / "b.jsonl").read_bytes() == (tmp_path / "a.jsonl").read_bytes()
    assert run("doctor", "--history", "new/b.db").status == 0


def test_exams_come_along(run: Run, history: Path) -> None:
    with closing(History(history)) as opened:
        Attempt.begin(paper_of(), opened, Clocks().clock)
    run("export", "--history", "--history-file", history, "-o", "a.jsonl")

    added = run("import", "a.jsonl", "--history", "b.db")

    assert added.out == "b.db: added 2 answers, 1 mark and 1 exam; 0 entries known already\n"
    assert run("import", "a.jsonl", "--history", "b.db").out.endswith("; 4 entries known already\n")
    assert run("doctor", "--history", "b.db").status == 0


def test_one_deck_alone(run: Run, history: Path, tmp_path: Path) -> None:
    (tmp_path / "rivers.yaml").write_text(DECK)

    run("export", "--history", "--history-file", history, "rivers.yaml", "-o", "a.jsonl")

    assert (tmp_path / "a.jsonl").read_text().count('"rivers"') == 2
    assert '"lakes"' not in (tmp_path / "a.jsonl").read_text()


def test_through_a_pipe(run: Run, history: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    piped = io.BytesIO()
    with monkeypatch.context() as patched:
        patched.setattr(sys, "stdout", SimpleNamespace(buffer=piped, flush=lambda: None))
        run("export", "--history", "--history-file", history, "-o", "-")
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(piped.getvalue())))

    assert run("import", "-", "--history", "b.db").out.startswith("b.db: added 2 answers and 1 mark")


def test_an_import_keeps_what_was_there(run: Run, history: Path, tmp_path: Path) -> None:
    run("export", "--history", "--history-file", history, "-o", "a.jsonl")
    with closing(History(tmp_path / "b.db")) as other:
        other.record(Review("x", "y", MORNING, "typed", "", right=True, grade=Grade.GOOD, duration=9), STEP)

    ended = run("import", "a.jsonl", "--history", "b.db")

    (backup,) = tmp_path.glob("b-*-before-import.db")
    assert f"{backup.name}: the history as it was before" in ended.out


def test_a_wrong_file_is_named_line_by_line(run: Run, history: Path, tmp_path: Path) -> None:
    run("export", "--history", "--history-file", history, "-o", "a.jsonl")
    (tmp_path / "a.jsonl").write_text((tmp_path / "a.jsonl").read_text().replace('"grade": 3', '"grade": 7'))

    ended = run("import", "a.jsonl", "--history", "b.db")

    assert (ended.status, ended.out) == (1, "")
    assert [line.partition(" ")[0] for line in ended.err.splitlines()] == ["a.jsonl:2:", "a.jsonl:3:"]
    with closing(History(tmp_path / "b.db")) as other:
        assert list(other.entries()) == []


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        (["export", "-o", "x.apkg"], 2, "quiz export: Missing argument 'PATH...'"),
        (["export", "x", "--history-file", "h.db", "-o", "x.apkg"], 2, "quiz export: --history-file goes with --histo"),
        (["export", "--history", "-o", "x.apkg"], 2, "quiz export: Missing argument 'PATH...'"),
        (["export", "--history", "--history-file", "no.db", "-o", "x.jsonl"], 1, "no.db: there is no history here yet"),
        (["import", "x.doc"], 2, "quiz import: Invalid value for FILE: x.doc does not end in one of .jsonl"),
        (["import", "x.jsonl", "--history", "b.db"], 1, "x.jsonl: No such file or directory"),
        (["import", "folder.jsonl", "--history", "b.db"], 1, "folder.jsonl: is not a file"),
        (["export", "--history", "--history-file", "h.db", "-o", "no/x.jsonl"], 1, "no/"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_what_is_refused(run: Run, history: Path, arguments: list[str], status: int, said: str) -> None:
    (history.parent / "folder.jsonl").mkdir()

    ended = run(*arguments)

    assert (ended.status, ended.out) == (status, "")
    assert ended.err.startswith(said)
    assert ended.err.count("\n") == 1
    assert not (history.parent / "b.db").exists()
