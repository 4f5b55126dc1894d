"""`quiz export`: decks as a file for another program."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import click

from quiz.errors import Problem, QuizError
from quiz.seams import load
from quiz.verbs.failure import OK
from quiz.verbs.terminal import complain, say
from quiz.verbs.words import counted

if TYPE_CHECKING:
    from quiz.deck.model import Deck
    from quiz.export.report import Report
    from quiz.export.request import Request

    Exporter = Callable[[Sequence[Deck], Path, Request], Report]

PRINTED = "; to print, `--format sheets -o NAME.html` makes pages that any browser prints or saves as PDF"
"""Is said behind the suffixes there are, none of which is a page's own."""

EPOCH = "SOURCE_DATE_EPOCH"
END = 2**32
"""Seconds since the epoch that a package of Anki's can hold end here, in the year 2106."""


def export(paths: Sequence[Path], out: Path, name: str = "", **options: Any) -> int:
    """Write decks to a file in the format named, or else in that of its suffix; QuizError where a deck has errors."""
    tell(made(paths, out, name, **options)[1])
    return OK


def made(
    paths: Sequence[Path],
    out: Path,
    name: str = "",
    *,
    answers: bool = False,
    history: Path | None = None,
    **options: Any,
) -> tuple[Sequence[Deck], Report]:
    """Write decks as `export` does; return them with what there is to tell.

    `options` are fields of `Request`; with `answers` what was learnt, by a history or the learner's own, goes along.
    click.BadParameter for a format there is not, or an option it does not take.
    """
    from quiz.deck.read import load_decks
    from quiz.export.request import Request
    from quiz.verbs.learnt import learnt, refuse_histories

    refuse_histories(paths)
    request = Request(now(), history={} if answers else None, **options)
    write = exporter(out, name, request)
    decks = load_decks(paths, warn=_warn)
    if answers:
        request = replace(request, history=learnt([deck.id for deck in decks], history))
    return decks, write(decks, out, request)


def tell(report: Report, *, quietly: bool = False) -> None:
    """Print what an export could not carry, what it wrote unless `quietly`, and what to know before it is used."""
    for warning in report.warnings:
        _warn(warning)
    for file in () if quietly else report.files:
        notes = [] if report.notes is None else [counted(report.notes, "note")]
        say(f"{file}: {', '.join([*notes, counted(report.cards, 'card')])}")
    for line in report.told:
        complain(line)


def exporter(out: Path, name: str, request: Request) -> Exporter:
    """Find what writes a format, as `export` says."""
    from quiz.export import FORMATS
    from quiz.export.request import given

    suffix = out.suffix.lower()
    wanted = next((each for each in FORMATS if (each.name == name if name else each.suffix == suffix)), None)
    if wanted is None:
        write = None if name else load({}, "quiz.exporters", suffix)
        if write is None:
            *some, last = dict.fromkeys(each.name if name else each.suffix for each in FORMATS)
            known = f"{', '.join(some)} or {last}"
            message = f"there is no format {name}: known are {known}" if name else f"{out} does not end in {known}"
            message += "" if name else PRINTED
            raise click.BadParameter(message, param_hint="--format" if name else "-o")
        return cast("Exporter", write)
    if foreign := [each for each in given(request) if each not in wanted.takes]:
        message = f"--{foreign[0].replace('_', '-')} means nothing to the format {wanted.name}"
        raise click.UsageError(message)
    return cast("Exporter", load({wanted.name: wanted.exporter}, "quiz.exporters", wanted.name))


def now() -> int:
    """Seconds since the epoch; SOURCE_DATE_EPOCH, the convention of reproducible builds, overrides the clock.

    QuizError if the variable holds anything but such a number, of 32 bits: up to the year 2106, as Anki counts.
    """
    given = os.environ.get(EPOCH)
    if not given:
        return int(time.time())
    if not (given.isascii() and given.isdecimal() and len(given) <= len(str(END)) and int(given) < END):
        raise QuizError.at(EPOCH, "the variable holds no number of seconds since 1970", f"unset {EPOCH} or mend it")
    return int(given)


def _warn(problem: Problem) -> None:
    complain(str(problem))
