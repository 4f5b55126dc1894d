"""A disk that is full, and a folder where nobody may write: every verb says so in one line, and nothing is lost."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest

from quiz.study.history import History
from quiz.verbs.doctor import doctor
from quiz.verbs.failure import OK
from tests.conftest import Run

ROOT = Path(__file__).parents[2]
DECK = "title: D\nid: d\ncards:\n" + "".join(
    f"  - {{id: n{n}, question: Number {n}?, answer: '1'}}\n" for n in range(3)
)
LOCKED = Path("/sys")
"""A folder where not even root can make a file."""


@dataclass(frozen=True, slots=True)
class Told:
    """What a verb printed, and its status."""

    status: int
    out: str
    err: str


def without_room(folder: Path, *arguments: str, most: int = 0) -> Told:
    """Run a verb that can make no file longer than so many bytes, as on a full disk."""
    ended = subprocess.run(
        [sys.executable, "-c", "import quiz.cli; quiz.cli.main()", *arguments],
        cwd=folder, input="1\n\n1\n\n", capture_output=True, text=True, check=False,
        env=os.environ | {"PYTHONPATH": str(ROOT), "QUIZ_CACHE": "", "PYTHONDONTWRITEBYTECODE": "1"},
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (most, most)),
    )  # fmt: skip
    return Told(ended.returncode, ended.stdout, ended.stderr)


@pytest.fixture
def folder(path: Path) -> Path:
    """A folder with a deck, a history and what was exported of it."""
    (path.parent / "d.yaml").write_text(DECK)
    (path.parent / "d.lock").write_text("")
    return path.parent


VERBS = (
    "play d.yaml --plain --history h.db",
    "due d.yaml --history h.db",
    "stats d.yaml --history h.db",
    "doctor --history h.db",
    "doctor --mend --history h.db",
    "optimise --published --history h.db",
    "export --history --history-file h.db -o -",
    "import a.jsonl --history h.db",
    "import a.jsonl --history new.db",
)


@pytest.mark.skipif(sys.platform != "linux", reason="the limit stands in for a full disk on Linux alone")
@pytest.mark.parametrize("verb", VERBS)
def test_a_full_disk_is_told_of_in_one_line(run: Run, folder: Path, verb: str) -> None:
    assert run("export", "--history", "--history-file", "h.db", "-o", "a.jsonl").status == 0
    before = (folder / "h.db").read_bytes()

    told = without_room(folder, *verb.split())

    assert told.status == 1
    assert told.err.count("\n") == 1
    assert "cannot use the history: " in told.err
    assert "is there room" in told.err
    assert (folder / "h.db").read_bytes() == before
    assert not list(folder.glob("*torn*"))
    assert doctor((), folder / "h.db") == OK
    with closing(History(folder / "h.db")) as history:
        assert len(list(history.reviews())) == 239


@pytest.mark.skipif(sys.platform != "linux", reason="the limit stands in for a full disk on Linux alone")
@pytest.mark.parametrize("most", [0, 40_000])
def test_a_torn_file_is_left_alone_where_there_is_no_room_to_save_it(folder: Path, most: int) -> None:
    data = bytearray((folder / "h.db").read_bytes())
    data[8192:12288] = bytes(4096)
    (folder / "h.db").write_bytes(data)

    told = without_room(folder, "doctor", "--mend", "--history", "h.db", most=most)

    assert told.status == 1
    assert "cannot use the history: " in told.err
    assert told.err.count("\n") == 1
    assert (folder / "h.db").read_bytes() == bytes(data)
    assert {file.name for file in folder.glob("h*")} <= {"h.db", "h.db-wal", "h.db-shm"}


@pytest.mark.skipif(not LOCKED.is_dir(), reason="there is no folder that not even root can write to")
@pytest.mark.parametrize("verb", ["play d.yaml --plain", "import a.jsonl"])
@pytest.mark.usefixtures("folder")
def test_a_folder_where_nobody_may_write(run: Run, verb: str) -> None:
    run("export", "--history", "--history-file", "h.db", "-o", "a.jsonl")

    told = run(*verb.split(), "--history", LOCKED / "h.db")

    assert (told.status, told.out) == (1, "")
    assert told.err.startswith(f"{LOCKED / 'h.db'}: cannot use the history: ")
    assert "Errno" not in told.err
    assert told.err.count("\n") == 1
