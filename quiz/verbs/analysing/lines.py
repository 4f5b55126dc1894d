"""An analysis as lines of a terminal: the whole, a table of the questions, and what there is to look at."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from quiz.analysis.choices import Choice
from quiz.analysis.flags import MEANINGS
from quiz.analysis.marks import Mark
from quiz.analysis.report import Analysis, Figures
from quiz.analysis.words import coefficient, lasted, percent
from quiz.study.printable import cells, fitted, glance, line, padded, read_line, wrapped
from quiz.verbs.analysing.telling import (
    COLUMNS,
    LEFT_OUT,
    MARKED,
    UNREACHED,
    cautions,
    gravest,
    marked,
    rows,
    size,
    title,
)

HEAD = ("#", "question", "right", "disc", "27 %", "drop", "n", "time", "look at")
LEFT = (1, 8)
"""The columns that begin at the left; figures end at the right."""

NARROWEST, GAP = 12, 2
"""Cells of a shortened column at least, and between two columns."""

BAR = 20
"""Cells of the longest bar."""


def lines(
    analysis: Analysis, items: Sequence[Figures], width: int, *, details: bool, marks: bool = False
) -> Iterator[str]:
    """Return the lines at a width; with `details` all answers to each question, not only to those in doubt.

    With `marks` those of each taker stand above the questions.
    """
    yield fitted(glance(title(analysis.whole)), width)
    yield size(analysis.whole)
    yield ""
    for name, figure, told in rows(analysis.whole):
        first, *more = wrapped(told, max(20, width - 30))
        yield f"{name:<20}{figure:>6}  {first}".rstrip()
        yield from (f"{'':28}{part}" for part in more)
    for told in cautions(analysis):
        yield ""
        yield from wrapped(told, width)
    yield from _marks(analysis.marks, width) if marks else ()
    yield ""
    yield from table([HEAD, *map(_cells, items)], width)
    yield ""
    yield from _legend(items, width)
    for each in items:
        if details or each.grave:
            yield from _details(each, width)


def _marks(marks: Iterable[Mark], width: int) -> Iterator[str]:
    """Write the marks as a table; names give way until all fits."""
    rows = [MARKED, *((line(name), *rest) for name, *rest in map(marked, marks))]
    widths = [max(cells(row[at]) for row in rows) for at in range(len(MARKED))]
    wide = max(NARROWEST, min(widths[0], width - sum(widths[1:]) - GAP * (len(MARKED) - 1)))
    yield ""
    for name, *rest in rows:
        figures = (f"{text:>{space + GAP}}" for text, space in zip(rest, widths[1:], strict=True))
        yield f"{padded(name, wide)}{''.join(figures)}"


def table(cells_of: Sequence[Sequence[str]], width: int) -> Iterator[str]:
    """Align rows in columns; the question gives way until all fit, then the last column."""
    widths = [max(cells(row[at]) for row in cells_of) for at in range(len(HEAD))]
    for at in (1, 8):
        over = sum(widths) + GAP * (len(HEAD) - 1) - width
        widths[at] = max(min(NARROWEST, widths[at]), widths[at] - max(0, over))
    for row in cells_of:
        parts = [
            padded(text, wide) if at in LEFT else " " * (wide - cells(text)) + text
            for at, (text, wide) in enumerate(zip(row, widths, strict=True))
        ]
        yield (" " * GAP).join(parts).rstrip()


def _cells(figures: Figures) -> tuple[str, ...]:
    """Return the row of one question."""
    return (
        f"{figures.question.number}",
        glance(figures.question.text),
        percent(figures.facility),
        coefficient(figures.discrimination),
        coefficient(figures.index),
        coefficient(figures.dropped),
        f"{'~' if figures.few else ''}{figures.takers}",
        lasted(figures.seconds),
        gravest(figures),
    )


def _legend(items: Iterable[Figures], width: int) -> Iterator[str]:
    """Say what the columns and the flags mean."""
    named = {flag.name for each in items for flag in each.flags}
    for name, meaning in (COLUMNS | {name: text for name, text in MEANINGS.items() if name in named}).items():
        first, *more = wrapped(meaning, max(20, width - 11))
        yield f"{name:<11}{first}"
        yield from (f"{'':11}{part}" for part in more)


def _details(figures: Figures, width: int) -> Iterator[str]:
    """Write a question with all answers to it, and what to look at."""
    yield ""
    yield from wrapped(f"{figures.question.number}. {read_line(figures.question.text)}", width)
    yield from _answers(figures, width)
    for flag in figures.flags:
        first, *more = wrapped(line(f"{flag.name}: {flag.text}"), width - 4)
        yield f"  ! {first}" if flag.grave else f"  - {first}"
        yield from (f"    {part}" for part in more)


def _answers(figures: Figures, width: int) -> Iterator[str]:
    """Write the answers to a question, each with a bar, and how well who gave it did otherwise."""
    missing = [(count, name) for count, name in ((figures.omitted, LEFT_OUT), (figures.unreached, UNREACHED)) if count]
    names = [*(glance(choice.text) for choice in figures.choices), *(name for _, name in missing)]
    wide = min(max(12, width - BAR - 26), max(map(cells, names)))
    for choice in figures.choices:
        yield f"  {'=' if choice.right else ' '} {padded(glance(choice.text), wide)}  {_bar(choice, figures)}"
    yield from (f"    {padded(name, wide)}  {count:>4}" for count, name in missing)


def _bar(choice: Choice, figures: Figures) -> str:
    """Write how many gave an answer, a bar of their share, and their share of all other points."""
    filled = round(BAR * choice.count / max(1, figures.takers))
    rest = f"{percent(choice.rest):>6} otherwise" if choice.count else ""
    return f"{choice.count:>4} {'█' * filled:<{BAR}}{rest}".rstrip()
