"""GIFT, Moodle's questions in plain text: each becomes a card, matching one card a pair."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from quiz.deck.model import GAP
from quiz.imports.carding import card
from quiz.imports.gift.answers import Answers, answers
from quiz.imports.gift.questions import Question, questions
from quiz.imports.losses import Losses
from quiz.imports.model import Found
from quiz.imports.places import quoted
from quiz.imports.texts import Gathering, text_of

__all__ = ["read"]

HINT = "docs/import.md tells what becomes of each type"


def read(path: Path) -> Found:
    """Read all questions of a file; QuizError where it holds none."""
    losses = Losses(str(path))
    gathering = Gathering(path, losses)
    for question in questions(text_of(path)):
        _gather(question, gathering)
    return gathering.found()


def _gather(question: Question, gathering: Gathering) -> None:
    """Make the cards of one question."""
    losses = gathering.losses
    if question.inside is None:
        return losses.add("descriptions, which ask nothing, left out", line=question.line)
    try:
        read_answers = answers(question.inside)
    except ValueError:
        return losses.add("questions whose answers make no sense, left out", HINT, question.line)
    if read_answers is None:
        return losses.add("essays, which have no one answer, left out", line=question.line)
    for what in read_answers.lost:
        losses.add(what, HINT, question.line)
    deck, _, name = question.id.partition("/")
    if read_answers.pairs:
        return _pairs(question, read_answers, gathering)
    source, rest = quoted(read_answers.explanation.split("\n"), question.category)
    cloze = _cloze(question.text, read_answers)
    made = card(
        losses,
        question="" if cloze else question.text,
        cloze=cloze,
        answer=read_answers.answer,
        accept=read_answers.accept,
        distractors=read_answers.distractors,
        explanation="\n".join(rest),
        tags=question.tags,
        kind=read_answers.kind,
        tolerance=read_answers.tolerance,
        ordered=read_answers.ordered,
        name=name,
        line=question.line,
    )
    if made and source:
        made = replace(made, source=source)
    return gathering.add(made, question.category, deck=deck if name else "", key=question.id or question.key)


def _cloze(text: str, found: Answers) -> str:
    """Write a question whose answer stands in the middle of it as a cloze; "" for any other."""
    fits = text.count(GAP) == 1 and found.answer and not {*"{}\n"} & {*found.answer} and "::" not in found.answer
    return text.replace("{{", "{ {").replace(GAP, f"{{{{{found.answer}}}}}") if fits and not found.lost else ""


def _pairs(question: Question, found: Answers, gathering: Gathering) -> None:
    """Make a card of each pair of a matching question, whose wrong answers are those of the others."""
    others = [*dict.fromkeys([right for _, right in found.pairs] + found.distractors)]
    for left, right in found.pairs:
        text = "\n".join(filter(None, (question.text, left)))
        wrong = [other for other in others if other != right]
        made = card(
            gathering.losses,
            question=text,
            answer=right,
            distractors=wrong,
            explanation=found.explanation,
            tags=question.tags,
            line=question.line,
        )
        key = question.id or question.key
        gathering.add(made, question.category, key=f"{key}\0{left}" if key else "")
