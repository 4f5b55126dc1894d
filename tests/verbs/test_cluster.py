"""`quiz generate --cluster`: a real scheduler and real workers, one of which is killed."""

from __future__ import annotations

import logging
import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

import distributed
import pytest

from tests.conftest import Run
from tests.verbs.documents import BRIDGES, contents, write_documents

DASK = [sys.executable, "-m", "distributed.cli"]
ADDRESS = re.compile(r"tcp://[\d.]+:\d+")


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    """A folder of documents."""
    return write_documents(tmp_path / "seeds")


def test_nobody_at_the_address_is_one_line_soon(run: Run, seeds: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    waits: list[float] = []

    def client(*arguments: Any, timeout: float, **rest: Any) -> Any:
        waits.append(timeout)
        return whole(*arguments, timeout=timeout, **rest)

    whole = distributed.Client
    monkeypatch.setattr(distributed, "Client", client)
    monkeypatch.setattr("quiz.verbs.running.cluster.PATIENCE", 0.3)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"tcp://127.0.0.1:{free.getsockname()[1]}"

    ended = run("generate", seeds, "--cluster", address)

    assert (ended.status, ended.err.count("\n")) == (1, 1)
    assert ended.err.startswith(f"--cluster {address}: no cluster answers there")
    assert waits == [0.3]


def test_no_address_at_all_is_one_line(run: Run, seeds: Path) -> None:
    ended = run("generate", seeds, "--cluster", "nowhere://at:all")

    assert (ended.status, ended.err.count("\n")) == (1, 1)
    assert "no cluster answers there" in ended.err


def test_without_the_client_a_line_says_how_to_install_it(
    run: Run, seeds: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)

    ended = run("generate", seeds, "--cluster", "tcp://127.0.0.1:8786")

    assert (ended.status, ended.err.count("\n")) == (1, 1)
    assert f"(install it with `{sys.executable} -m pip install 'quizwright[cluster]'`)" in ended.err


def test_the_client_says_nothing_of_its_own(run: Run, seeds: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import distributed  # noqa: F401 - it sets the levels of its loggers

    monkeypatch.setattr("quiz.verbs.running.cluster.PATIENCE", 0.1)
    run("generate", seeds, "--cluster", "tcp://127.0.0.1:1")

    for name in ("distributed", "distributed.client", "tornado.application", "asyncio"):
        assert not logging.getLogger(name).isEnabledFor(logging.CRITICAL), name


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[tuple[str, list[subprocess.Popen[str]]]]:
    """The address of a scheduler with two workers, in a folder of their own, and the workers."""
    folder = tmp_path / "cluster"
    folder.mkdir()
    started: list[subprocess.Popen[str]] = []

    def start(*arguments: str) -> subprocess.Popen[str]:
        environment = os.environ | {"PYTHONPATH": os.pathsep.join(["", *sys.path])}
        process = subprocess.Popen(
            [sys.executable, "-m", *arguments], cwd=folder, env=environment, stderr=subprocess.PIPE, text=True
        )
        started.append(process)
        return process

    scheduler = start("distributed.cli.dask_scheduler", "--port", "0", "--no-dashboard", "--host", "127.0.0.1")
    assert scheduler.stderr is not None
    address = announced(scheduler.stderr)
    worker = ("distributed.cli.dask_worker", address, "--no-dashboard", "--nworkers", "1", "--nthreads", "1")
    workers = [start(*worker, "--no-nanny", "--name", name) for name in ("one", "two")]
    yield address, workers
    for process in reversed(started):
        process.kill()
        process.communicate()


def announced(log: IO[str]) -> str:
    """The address a scheduler announces."""
    return next(found.group() for line in log if (found := ADDRESS.search(line)))


@pytest.mark.slow
def test_a_cluster_writes_the_same_bytes_though_a_worker_is_killed(
    run: Run, seeds: Path, tmp_path: Path, cluster: tuple[str, list[subprocess.Popen[str]]]
) -> None:
    address, workers = cluster
    for number in range(40):
        (seeds / f"bridge{number}.md").write_text(BRIDGES.replace("1894", str(1800 + number)) * 3)
    (seeds / "broken.md").write_bytes(b"\x00\x01\x02 not a text \xff\xfe" * 50)
    command = [sys.executable, "-u", "-m", "quiz", "generate", "seeds", "-o", "far", "--cluster", address]
    with subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as far:
        assert far.stdout is not None
        lines = [far.stdout.readline()]
        workers[0].send_signal(signal.SIGKILL)
        out, err = far.communicate(timeout=240)
    lines += out.splitlines(keepends=True)
    near = run("generate", "seeds", "-o", "near", "--cluster", "")

    assert far.returncode == near.status == 1
    assert "".join(lines).replace("far/", "near/") == near.out
    assert err.splitlines()[:-1] == near.err.splitlines()[:-1]
    assert contents(tmp_path / "far") == contents(tmp_path / "near")
    assert len(contents(tmp_path / "far")) == 2 * 43
