"""An analysis as plain numbers, for programs; docs/analysis.md says what each of them is."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from quiz.analysis.choices import Choice
from quiz.analysis.marks import Mark
from quiz.analysis.report import Analysis, Figures

WHAT, FORMAT = "quiz analysis", 1
"""What the file says it is, and the version of its layout: raised only if a number changes its meaning."""


def numbers(analysis: Analysis, items: Iterable[Figures], *, marks: bool = False) -> dict[str, Any]:
    """Return all numbers, of types that JSON has; questions in the order given, and names only with the marks."""
    whole = analysis.whole
    return {
        "what": WHAT,
        "format": FORMAT,
        "titles": list(whole.titles),
        "takers": whole.takers,
        "asked": whole.asked,
        "mean": whole.mean,
        "median": whole.median,
        "deviation": whole.deviation,
        "reliability": {
            "value": whole.reliability.value, "method": whole.reliability.method, "reason": whole.reliability.reason,
        },
        "standard_error": whole.error,
        "few": whole.few,
        "told": list(analysis.told),
        **({"marks": [_mark(each) for each in analysis.marks]} if marks else {}),
        "questions": [_question(each) for each in items],
    }  # fmt: skip


def _mark(mark: Mark) -> dict[str, Any]:
    """Return what a result came to."""
    return {
        "name": mark.name,
        "points": mark.points,
        "worth": mark.worth,
        "percent": mark.percent,
        "passed": mark.passed,
        "file": mark.file,
    }


def _question(figures: Figures) -> dict[str, Any]:
    """Return the numbers of one question."""
    question = figures.question
    return {
        "number": question.number,
        "deck": question.deck,
        "id": question.card,
        "hashes": list(question.hashes),
        "asked": question.way,
        "question": question.text,
        "answer": question.answer,
        "worth": question.worth,
        "takers": figures.takers,
        "few": figures.few,
        "facility": figures.facility,
        "discrimination": figures.discrimination,
        "upper_lower": figures.index,
        "reliability_without": figures.dropped,
        "omitted": figures.omitted,
        "not_reached": figures.unreached,
        "seconds": figures.seconds,
        "choices": [_choice(each) for each in figures.choices],
        "flags": [{"name": flag.name, "grave": flag.grave, "text": flag.text} for flag in figures.flags],
    }


def _choice(choice: Choice) -> dict[str, Any]:
    """Return the numbers of one answer."""
    return {
        "text": choice.text,
        "right": choice.right,
        "count": choice.count,
        "offered": choice.offered,
        "rest": choice.rest,
        "strong": choice.strong,
    }
