"""What was answered, read by how it was asked: one text, or several options."""

from __future__ import annotations

from quiz.deck.model import chain, together
from quiz.study.asking import Question
from quiz.study.judging.ordering import sequence
from quiz.study.judging.ticking import ticked


def picked(question: Question, given: str) -> tuple[str, ...] | None:
    """Return the options that an answer holds where several were to be picked; None where one answer was asked for."""
    if question.ticking:
        return ticked(question.options, given)
    return sequence(given) if question.ordering else None


def said(question: Question, given: str) -> str:
    """Return an answer as one text."""
    several = picked(question, given)
    if several is None:
        return given.strip()
    return chain(several) if question.ordering else together(several)
