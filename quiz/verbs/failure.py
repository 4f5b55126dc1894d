"""An attempt that may fail: its errors are told in lines a person can act on, and it leaves an exit status."""

from __future__ import annotations

import os
from types import TracebackType
from typing import Self

import click

from quiz.verbs.terminal import complain

OK, ERROR, WRONG_USE, INTERRUPTED = 0, 1, 2, 130
TRACEBACK = "QUIZ_TRACEBACK"
NOT_ITS_OWN = (KeyboardInterrupt, BrokenPipeError, click.Abort, click.ClickException)


class Attempt:
    """A `with` block that may fail: prints a line per problem on stderr and keeps the exit status.

    `place` names what is attempted, for errors that do not name a place themselves. Unless it is the `last` resort it
    lets an interruption, a closed pipe and wrong use through to the one around it.
    """

    def __init__(self, place: str, *, last: bool = False) -> None:
        """Name what is attempted."""
        self.place = place
        self.last = last
        self.status = OK

    def __enter__(self) -> Self:
        """Begin the attempt."""
        return self

    def __exit__(self, _kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None) -> bool:
        """Report an error, and go on behind the block; with QUIZ_TRACEBACK set our own faults are let through."""
        if error is None or isinstance(error, SystemExit | GeneratorExit):
            return False
        if isinstance(error, NOT_ITS_OWN) and not self.last:
            return False
        self.status = status_of(error)
        if isinstance(error, BrokenPipeError):
            return True
        from quiz.verbs.explain import explain, is_a_fault

        if is_a_fault(error) and os.environ.get(TRACEBACK):
            return False
        for line in explain(error, self.place):
            complain(line)
        return True


def status_of(error: BaseException) -> int:
    """Exit status of a command that ended by an exception: 2 wrong use, 130 interrupted (128 + SIGINT), otherwise 1."""
    if isinstance(error, KeyboardInterrupt | click.Abort):
        return INTERRUPTED
    return error.exit_code if isinstance(error, click.ClickException) else ERROR
