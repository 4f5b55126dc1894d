"""`quiz export`: decks as a file for another program."""

from __future__ import annotations

import os
import time
from collections.abc import Sequence
from pathlib import Path

import click

from quiz.errors import Problem, QuizError
from quiz.export.report import Report
from quiz.seams import load
from quiz.verbs.failure import OK
from quiz.verbs.terminal import complain, say
from quiz.verbs.words import counted

EPOCH = "SOURCE_DATE_EPOCH"
END = 253_402_300_800
"""The end of the year 9999 in seconds since the epoch."""


def export(paths: Sequence[Path], out: Path) -> int:
    """Write decks to a file whose suffix names the format; QuizError where a deck has errors."""
    from quiz.deck.read import load_decks
    from quiz.export import EXPORTERS

    write = load(EXPORTERS, "quiz.exporters", out.suffix.lower())
    if write is None:
        raise click.BadParameter(f"{out} does not end in {' or '.join(EXPORTERS)}", param_hint="-o")
    report: Report = write(load_decks(paths, warn=_warn), out, now())
    for warning in report.warnings:
        _warn(warning)
    for file in report.files:
        say(f"{file}: {counted(report.notes, 'note')}, {counted(report.cards, 'card')}")
    return OK


def now() -> int:
    """Seconds since the epoch; SOURCE_DATE_EPOCH, the convention of reproducible builds, overrides the clock.

    QuizError if the variable holds anything but such a number, before the end of the year 9999.
    """
    given = os.environ.get(EPOCH)
    if not given:
        return int(time.time())
    if not (given.isascii() and given.isdecimal() and len(given) <= len(str(END)) and int(given) < END):
        raise QuizError.at(EPOCH, "the variable holds no number of seconds since 1970", f"unset {EPOCH} or mend it")
    return int(given)


def _warn(problem: Problem) -> None:
    complain(str(problem))
