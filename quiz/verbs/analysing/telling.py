"""What is said of a class as a whole, in the same words on the terminal and on the page."""

from __future__ import annotations

from collections.abc import Iterator

from quiz.analysis.flags import FEW
from quiz.analysis.marks import Mark
from quiz.analysis.report import Analysis, Figures, Whole
from quiz.analysis.words import NONE, coefficient, percent, points
from quiz.verbs.words import counted

LEFT_OUT, UNREACHED = "left out", "not reached"

CAUTION = (
    f"Fewer than {FEW} takers: chance moves such figures much, so take them as hints where to look. "
    "They are steady from about 200 on."
)

MORE = f"~ marks questions with fewer than {FEW} takers, whose figures chance moves much."

COLUMNS = {
    "disc": "discrimination: the correlation with all other points",
    "27 %": "right answers of the upper 27 % less those of the lower",
    "drop": "the reliability without the question",
    "n": f"how many were asked; ~ marks fewer than {FEW}",
}
"""What stands in a column whose name does not tell."""

METHODS = {
    "KR-20": "KR-20",
    "alpha": "Cronbach's alpha (1951), for points are partial or differ",
    "alpha of pairs": "Cronbach's alpha (1951) by pairs of questions, for not everybody took all of them",
}


def title(whole: Whole) -> str:
    """Name what was analysed: the decks' titles, as far as they are few."""
    shown = [text for each in whole.titles if (text := " ".join(each.split()))]
    return ", ".join(shown) if 0 < len(shown) < 4 else counted(len(shown), "deck") if shown else "Exam"


def size(whole: Whole) -> str:
    """Say how many took how much: `28 takers, 20 questions`."""
    told = f"{counted(whole.takers, 'taker')}, {counted(whole.questions, 'question')}"
    return told if whole.alike else f"{told}, {points(whole.asked)} of them each in the mean"


def rows(whole: Whole) -> Iterator[tuple[str, str, str]]:
    """Yield the figures of the whole: what it is, the figure, and what it means."""
    spread = NONE if whole.deviation is None else percent(whole.deviation)
    right = f"{points(whole.mean * whole.worth)} of {points(whole.worth)} points" if whole.alike else ""
    yield "mean", percent(whole.mean), right
    yield "median", percent(whole.median), ""
    yield "standard deviation", spread, ""
    reliable = whole.reliability
    if reliable.value is None:
        yield "reliability", NONE, f"it cannot be told: {reliable.reason}"
    else:
        yield "reliability", coefficient(reliable.value), METHODS[reliable.method]
    if whole.error is not None:
        yield "standard error", percent(whole.error), "how far points lie from the true ones, typically"
    elif reliable.value is not None:
        yield "standard error", NONE, "it cannot be told of a negative reliability"


def cautions(analysis: Analysis) -> Iterator[str]:
    """Yield what to know before the figures are relied on."""
    if analysis.whole.few:
        yield CAUTION
    elif any(each.few for each in analysis.items):
        yield MORE


MARKED = ("name", "points", "percent", "passed")
"""What is told of each taker."""


def marked(mark: Mark) -> tuple[str, str, str, str]:
    """Tell what a taker came to; one without a name goes by the result's file."""
    passed = NONE if mark.passed is None else "yes" if mark.passed else "no"
    who = " ".join(mark.name.split()) or f"({mark.file})"
    return who, f"{points(mark.points)} of {points(mark.worth)}", f"{mark.percent} %", passed


def gravest(figures: Figures) -> str:
    """Name the gravest flag of a question, and how many more it has: `negative +2`."""
    names = [flag.name for flag in figures.flags]
    return f"{names[0]} +{len(names) - 1}" if len(names) > 1 else "".join(names)
