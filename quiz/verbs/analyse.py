"""`quiz analyse`: what the results of a class say of the questions, as text, a table, a page or numbers."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from shutil import get_terminal_size
from typing import Literal

from quiz.analysis.reading import found, read
from quiz.analysis.report import Analysis, Figures, analysed, ordered
from quiz.deck.files import is_there, real_path, write_text
from quiz.errors import QuizError
from quiz.verbs.failure import OK
from quiz.verbs.terminal import complain, interactive, say, show

Form = Literal["text", "csv", "html", "json"]

WIDEST, PIPED = 120, 80
"""Cells of a line at most, and where no terminal tells how many there are."""

TOLD = 20
"""Sentences on what was left out that are printed at most."""


@dataclass(frozen=True, slots=True)
class Options:
    """How an analysis is to be; see the command line."""

    attempt: str = "first"
    sort: str = "exam"
    form: Form = "text"
    out: Path | None = None
    details: bool = False
    marks: bool = False


def analyse(paths: Sequence[Path], options: Options) -> int:
    """Analyse results; QuizError with every file that is none, and where the file cannot be written."""
    if options.out:
        _check(options.out, paths)
    analysis = analysed(read(paths), options.attempt)
    items = ordered(analysis.items, options.sort)
    for told in analysis.told[:TOLD]:
        complain(told)
    if len(analysis.told) > TOLD:
        complain(f"and {len(analysis.told) - TOLD:,} more of this sort; --json and --html list them all")
    if options.form == "text":
        _print(analysis, items, options)
    elif options.out:
        mark = "\ufeff" if options.form == "csv" else ""  # by which spreadsheets know UTF-8
        write_text(options.out, mark + _written(analysis, items, options))
        say(f"{options.out}: {_counted(analysis)}")
    else:
        show(_written(analysis, items, options), end="")
    return OK


def _check(out: Path, paths: Sequence[Path]) -> None:
    """Refuse to write over a folder, a device or one of the results."""
    if out.is_dir():
        raise QuizError.at(str(out), "is a folder, not a file", f"name a file in it, such as {out / 'analysis.html'}")
    if is_there(out) and not out.is_file():
        raise QuizError.at(str(out), "is not a regular file", "name a file, such as analysis.html")
    if is_there(out) and real_path(out) in map(real_path, found(paths, [])):
        raise QuizError.at(str(out), "is one of the results, which the analysis would overwrite", "name another file")


def _written(analysis: Analysis, items: Sequence[Figures], options: Options) -> str:
    """Return an analysis as the text of a file."""
    if options.form == "csv":
        from quiz.verbs.analysing.sheet import marked, sheet

        return marked(analysis.marks) if options.marks else sheet(items)
    if options.form == "html":
        from quiz.verbs.analysing.page import page

        return page(analysis, items, marks=options.marks)
    from quiz.verbs.analysing.numbers import numbers

    return json.dumps(numbers(analysis, items, marks=options.marks), indent=2) + "\n"


def _print(analysis: Analysis, items: Sequence[Figures], options: Options) -> None:
    """Print an analysis in the width there is."""
    from quiz.verbs.analysing.lines import lines

    width = min(WIDEST, get_terminal_size().columns) if interactive(sys.stdout) else PIPED
    for line in lines(analysis, items, width, details=options.details, marks=options.marks):
        say(line)


def _counted(analysis: Analysis) -> str:
    """Say how much was analysed."""
    from quiz.verbs.analysing.telling import size

    return size(analysis.whole)
