"""Runs the generator in several processes of this machine."""

from __future__ import annotations

import os
import signal
from collections import deque
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import contextmanager, suppress
from multiprocessing import get_context, resource_tracker
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from pathlib import Path

from quiz.errors import Place, Problem
from quiz.verbs.running.work import Failed, Made, Request, make

AHEAD = 64
"""Documents that may be done before one that is waited for: what came of them is kept in memory."""

PATIENCE = 5.0
"""Seconds a process is given to end."""


class Processes:
    """Makes the cards of several documents at once, each in a process of its own, which takes the next when done.

    A process that dies takes one document with it: that one failed, and another process does the rest.
    """

    def __init__(self, jobs: int, work: Callable[[Request], Made | Failed] = make) -> None:
        """Plan for so many processes that do some work, which has a name other processes know."""
        self.jobs = jobs
        self.work = work
        self.busy: dict[Connection, tuple[int, BaseProcess]] = {}
        self.idle: deque[tuple[Connection, BaseProcess]] = deque()

    def run(self, requests: Sequence[Request]) -> Generator[Made | Failed]:
        """What came of every document, in their order."""
        done: dict[int, Made | Failed] = {}
        handed = 0
        try:
            for index in range(len(requests)):
                while index not in done:
                    while len(self.busy) < self.jobs and handed < min(len(requests), index + AHEAD):
                        self._hand_out(handed, requests[handed])
                        handed += 1
                    done |= self._collected(requests)
                yield done.pop(index)
        finally:
            self._stop()

    def _hand_out(self, index: int, request: Request) -> None:
        """Give a document to a process that is idle, or to a new one."""
        connection, process = self.idle.popleft() if self.idle else _started(self.work)
        self.busy[connection] = index, process
        with suppress(OSError):  # of a process that is gone the end is seen when its result is asked for
            connection.send(request)

    def _collected(self, requests: Sequence[Request]) -> Iterator[tuple[int, Made | Failed]]:
        """Wait until some are done; the results, by index."""
        for connection in wait(list(self.busy)):
            assert isinstance(connection, Connection)
            index, process = self.busy.pop(connection)
            try:
                yield index, connection.recv()
                self.idle.append((connection, process))
            except (EOFError, OSError):
                process.join(PATIENCE)
                connection.close()
                yield index, _died(requests[index].path, process.exitcode)

    def _stop(self) -> None:
        """End all processes, be they idle or not."""
        ending = [*self.idle, *((connection, process) for connection, (_, process) in self.busy.items())]
        for connection, process in ending:
            connection.close()
            process.terminate()
        for _, process in ending:
            process.join(PATIENCE)
        self.idle.clear()
        self.busy.clear()


def _died(document: Path, status: int | None) -> Failed:
    killed = status is not None and status < 0
    how = f"was killed by signal {-(status or 0)}" if killed else f"ended with status {status}"
    hint = "is there memory enough for so many? try a smaller --jobs" if killed else "try it alone, without --jobs"
    return Failed((Problem(Place(str(document)), f"the process that read it {how}", hint),))


def _started(work: Callable[[Request], Made | Failed]) -> tuple[Connection, BaseProcess]:
    """Start a process that waits for documents; it is new in every respect, so that nothing of ours leaks into it."""
    context = get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=_serve, args=(theirs, work), daemon=True)
    if os.name == "posix":
        resource_tracker.ensure_running()  # or the first process would start it, which ends the deafness
    with _uninterrupted():
        process.start()
    theirs.close()
    return ours, process


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Let what is started be deaf to Ctrl-C, which is for us alone: we end it."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _serve(connection: Connection, work: Callable[[Request], Made | Failed]) -> None:
    """Work on documents until the other end is closed."""
    with suppress(EOFError, OSError):
        while True:
            connection.send(work(connection.recv()))
