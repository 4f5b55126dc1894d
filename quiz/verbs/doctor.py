"""`quiz doctor`: what is wrong with the history, and mending it."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from contextlib import closing
from datetime import UTC
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING

import click

from quiz.deck.files import is_there
from quiz.verbs.failure import ERROR, OK
from quiz.verbs.terminal import Progress, complain, interactive, say
from quiz.verbs.words import counted

if TYPE_CHECKING:
    from datetime import datetime

    from quiz.config import StudyConfig
    from quiz.study.history import History
    from quiz.study.history.checking import Check

STEPS = 100
"""Steps of a bar."""


def doctor(paths: Sequence[Path], history: Path | None, *, mend: bool = False) -> int:
    """Print every finding on stdout, what came of it on stderr; 1 where something is wrong and was not mended."""
    from quiz.study.history import default_path
    from quiz.study.history.failing import there

    path = history or default_path()
    if history:
        there(history)
    elif not is_there(path):
        complain(f"{path}: there is no history here yet")
        return OK
    status = _whole(path, mend=mend)
    if status is OK and paths:
        from quiz.verbs.strays import strays

        for problem in strays(path, paths):
            say(str(problem))
            status = ERROR if problem.severity == "error" else status
    return status


def _whole(path: Path, *, mend: bool) -> int:
    """See that every byte of the file can be read, save what can where it cannot, and look at what it says."""
    from quiz.study.history.salvage import salvage
    from quiz.study.history.torn import damage

    progress = Progress(STEPS)
    progress.reach(0, "reading every byte")
    torn = damage(path)
    progress.clear()
    for complaint in torn:
        say(f"{path}: {complaint}")
    if torn and not (mend or _agreed("save what can be read, and keep the old file beside it")):
        return _left(path, len(torn))
    if torn:
        saved = salvage(path)
        lost = f"; {counted(saved.refused, 'row')} could be read and made no sense" if saved.refused else ""
        exams = f" and {counted(saved.exams, 'exam')}" if saved.exams else ""
        gone = (
            f"; {counted(saved.gone, 'answer')} at least {'is' if saved.gone == 1 else 'are'} lost"
            if saved.gone
            else ""
        )
        none = "" if saved.answers else ", for none could be read"
        say(f"{path}: saved {counted(saved.answers, 'answer')}{exams}{none}{gone}{lost}")
        say(f"{saved.aside}: the file as it was")
    return _sound(path, mend=mend or bool(torn), before=len(torn))


def _sound(path: Path, *, mend: bool, before: int) -> int:
    """See that what the file says can be, and mend what cannot."""
    from quiz.config import load
    from quiz.study.history import History
    from quiz.study.scheduling.days import day_of
    from quiz.study.sitting import local_time

    study, now = load().study, local_time()
    with closing(History(path)) as history:
        check = _checked(history, study, now)
        findings = list(check.findings())
        for finding in findings:
            say(f"{path}: {finding}")
        if findings and not (mend or _agreed("mend it, and keep the file as it was beside it")):
            return _left(path, len(findings))
        if findings:
            if not before:
                say(f"{history.database.back_up('before-mending')}: the file as it was")
            check.mend(day_of(now, study.day_begins))
        answers = counted(sum(1 for _ in history.database.rows("select id from reviews")), "answer")
        undone = sum(1 for _ in history.database.rows("select distinct review from events where review is not null"))
        answers += f", {undone:,} of them taken back" if undone else ""
    mended = before + len(findings)
    complain(f"{path}: sound, {answers}" + (f", {counted(mended, 'finding')} mended" if mended else ""))
    return OK


def _checked(history: History, study: StudyConfig, now: datetime) -> Check:
    """Reckon again what follows from the answers, and tell how far it has come."""
    from quiz.study.history.checking import Check
    from quiz.study.scheduling.schedule import Schedule, fits

    weights = history.weights()
    usable = not weights or fits(weights)
    step, progress = Schedule(study, weights if usable else ()).stepping(), Progress(STEPS)

    def watch(done: int, cards: int) -> None:
        progress.reach(STEPS * done // max(1, cards), "reckoning what follows from the answers")

    check = Check.of(history.database, step, now.astimezone(UTC), usable=usable, watch=watch)
    progress.clear()
    return check


def _left(path: Path, number: int) -> int:
    """Say how many findings are left as they are, and what mends this very file."""
    from quiz.study.history import default_path

    named = "" if path == default_path() else f" --history {quote(str(path))}"
    complain(f"{counted(number, 'finding')}; `quiz doctor --mend{named}` mends what can be mended")
    return ERROR


def _agreed(what: str) -> bool:
    """Ask whoever sits there whether to mend; where nobody does, nothing is mended."""
    if not (interactive(sys.stdin) and interactive(sys.stderr)):
        return False
    return click.confirm(f"{what}?".capitalize(), err=True)
