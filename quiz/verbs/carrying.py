"""`quiz export --history` and `quiz import`: the history as lines of JSON, to and from other computers."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Sequence
from contextlib import closing, suppress
from functools import partial
from pathlib import Path
from typing import BinaryIO

import click

from quiz.errors import QuizError
from quiz.verbs.failure import OK
from quiz.verbs.terminal import complain, say
from quiz.verbs.words import counted

LINES = ".jsonl"
PIPED = "-"


def export_history(paths: Sequence[Path], out: Path, history: Path | None) -> int:
    """Write all that was answered, or what was of some decks, as lines; QuizError if there is no history."""
    from quiz.study.history import History, default_path
    from quiz.study.history.lines import dumped

    if out.suffix.lower() != LINES and str(out) != PIPED:
        raise click.BadParameter(f"{out} does not end in {LINES}, nor is it -", param_hint="-o")
    path = history or default_path()
    if not path.exists():
        raise QuizError.at(str(path), "there is no history here yet", "`quiz play` begins one, or name another")
    decks = _ids(paths) if paths else None
    with closing(History(path)) as opened:
        number = _write(dumped(opened.entries(decks)), out)
    complain(f"{out}: {counted(number, 'entry', 'entries')}")
    return OK


def import_file(path: Path, history: Path | None) -> int:
    """Add what a file holds to the history; QuizError with every line that is wrong, nothing being added then."""
    if path.suffix.lower() != LINES and str(path) != PIPED:
        from quiz.verbs.importing import suffixes

        known = ", ".join((LINES, *suffixes()))
        raise click.BadParameter(f"{path} does not end in one of {known}, nor is it -", param_hint="FILE")
    if str(path) == PIPED:
        return _import(sys.stdin.buffer, PIPED, history)
    if not path.is_file() and path.exists():
        raise QuizError.at(str(path), "is not a file", "name one that `quiz export --history` wrote")
    with path.open("rb") as file:
        return _import(file, str(path), history)


def _import(file: BinaryIO, name: str, history: Path | None) -> int:
    """Add what an open file holds to the history, and say how much of it was new."""
    import quiz.config
    from quiz.study.history import History
    from quiz.study.history.reading import LONGEST, Reader
    from quiz.study.scheduling.schedule import Schedule, fits

    study = quiz.config.load().study
    lines = iter(partial(file.readline, LONGEST + 1), b"")
    with closing(History(history)) as opened:
        entries = Reader(name, lines, fits).entries()
        merged = opened.merge(entries, lambda weights: Schedule(study, weights).after)
        path = opened.path
    parts = [counted(merged.reviews, "answer"), counted(merged.events, "mark")]
    added = f"{parts[0]}, {parts[1]} and {counted(merged.exams, 'exam')}" if merged.exams else " and ".join(parts)
    say(f"{path}: added {added}; {counted(merged.known, 'entry', 'entries')} known already")
    if merged.backup:
        say(f"{merged.backup}: the history as it was before")
    return OK


def _ids(paths: Sequence[Path]) -> list[str]:
    """Return the ids of decks."""
    from quiz.deck.read import load_decks

    return [deck.id for deck in load_decks(paths)]


def _write(lines: Iterable[str], out: Path) -> int:
    """Write lines to a file, all or none, or to standard output; return how many entries they hold."""
    if str(out) == PIPED:
        return _all(lines, sys.stdout.buffer)
    draft = out.with_name(f".{out.name}.{os.getpid()}.tmp")
    try:
        with draft.open("wb") as file:
            number = _all(lines, file)
        draft.replace(out)
    finally:
        with suppress(OSError):
            draft.unlink(missing_ok=True)
    return number


def _all(lines: Iterable[str], file: BinaryIO) -> int:
    """Write lines, the header among them; return how many entries."""
    number = -1
    for line in lines:
        file.write(f"{line}\n".encode())
        number += 1
    return number
