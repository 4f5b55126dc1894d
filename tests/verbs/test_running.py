"""`quiz generate --jobs`: the same bytes as one process, and what becomes of a process that dies."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import pytest

from quiz.verbs.running import Failed, Made, Request, processes
from tests.conftest import Run
from tests.verbs.documents import contents, write_documents
from tests.verbs.jobs import simple

QUIZ = [sys.executable, "-m", "quiz"]


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    """A folder of documents."""
    return write_documents(tmp_path / "seeds")


def made_by(jobs: int, documents: Sequence[str]) -> list[Made | Failed]:
    """What some processes make of documents that are but names."""
    return list(processes.Processes(jobs, simple).run([Request(Path(name)) for name in documents]))


def titles(results: Sequence[Made | Failed]) -> list[str]:
    """The title of what was made, or the message of what failed."""
    return [found.title.strip() if isinstance(found, Made) else str(found.problems[0]) for found in results]


@pytest.mark.slow
def test_several_processes_write_the_same_bytes(run: Run, seeds: Path, tmp_path: Path) -> None:
    (seeds / "broken.md").write_bytes(b"\x00\x01\x02 not a text \xff\xfe" * 50)
    one = run("generate", "seeds")
    decks = contents(tmp_path / "decks")
    for path in (tmp_path / "decks").iterdir():
        path.unlink()
    os.environ["QUIZ_CACHE"] += "-two"

    two = run("generate", "seeds", "--jobs", "2")

    assert (two.status, two.out, contents(tmp_path / "decks")) == (one.status, one.out, decks)
    assert two.err.splitlines()[0] == one.err.splitlines()[0]


def test_results_come_in_order(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PYTHONHASHSEED", raising=False)
    monkeypatch.setattr(processes, "AHEAD", 4)
    names = ["slow0", *(f"quick{number}" for number in range(1, 12))]

    assert titles(made_by(2, names)) == names


def test_a_process_that_dies_takes_one_document_with_it() -> None:
    results = titles(made_by(2, ["a", "dies", "b", "leaves", "c", "d"]))

    assert [results[at] for at in (0, 2, 4, 5)] == ["a", "b", "c", "d"]
    assert results[1].startswith("dies: the process that read it was killed by signal 9 (")
    assert results[3].startswith("leaves: the process that read it ended with status 3 (")


def test_what_runs_is_ended_when_nobody_waits_any_more() -> None:
    run = processes.Processes(2, simple)
    results = run.run([Request(Path(f"slow{number}")) for number in range(20)])
    next(results)
    children = [process for _, process in (*run.idle, *run.busy.values())]

    results.close()

    assert children
    assert not [process for process in children if process.is_alive()]


@pytest.mark.skipif(os.name == "nt", reason="signals are sent otherwise there")
def test_an_interruption_ends_all_at_once_in_one_line(seeds: Path, tmp_path: Path) -> None:
    command = [*QUIZ, "generate", str(seeds), "-o", str(tmp_path / "decks"), "--jobs", "2"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, process_group=0
    ) as process:
        time.sleep(1.5)
        os.killpg(process.pid, signal.SIGINT)
        _, complaint = process.communicate(timeout=20)

    assert process.returncode == 130
    assert complaint.lstrip() == "quiz: interrupted (what was written before is whole)\n"
    assert gone(process.pid)


DEAF = """
from pathlib import Path
from quiz.verbs.running import Request, processes
from tests.verbs.jobs import deaf
if __name__ == "__main__":
    requests = [Request(Path(name)) for name in "abc"]
    print([made.title for made in processes.Processes(2, deaf).run(requests)])
"""


@pytest.mark.skipif(os.name == "nt", reason="signals are sent otherwise there")
def test_no_process_hears_an_interruption_not_even_the_first(tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    script.write_text(DEAF)
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(["", *sys.path])}

    ended = subprocess.run(
        [sys.executable, str(script)], capture_output=True, text=True, timeout=60, check=False, env=environment
    )

    assert (ended.stdout, ended.stderr) == ("['a: deaf', 'b: deaf', 'c: deaf']\n", "")


def gone(group: int) -> bool:
    """Whether no process of a group is left, within some seconds."""
    deadline = time.monotonic() + 20
    while time.monotonic() < deadline:
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.05)
    return False
