"""GIFT, Moodle's questions in plain text: each becomes a card, matching one card a pair."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path

from quiz.deck.enumerated import asked, forms, parts_of
from quiz.deck.marks import literal, plain
from quiz.deck.model import BESIDE, GAP, LEVELS, leveled
from quiz.deck.twofold import thousands
from quiz.imports.carding import Parts, card
from quiz.imports.gift.answers import Answers, answers
from quiz.imports.gift.questions import Question, questions
from quiz.imports.losses import Losses
from quiz.imports.model import Found
from quiz.imports.places import quoted
from quiz.imports.texts import Gathering, text_of

__all__ = ["read"]

MOST_WRONG = 100
"""Wrong answers that a card of a matching question gets at most."""

CROWDED = f"matching questions with more pairs than cards have wrong answers, whose cards have {MOST_WRONG} of them"
UNSAID = {
    "formatting": "cards whose underlined, coloured or partly bold words are plain here, for which there are no marks",
    "pictures": "cards with pictures inside their text, left out",
    "scripts": "cards with scripts, left out",
    "looks": "cards with pictures of a size or style of their own, which they do not have here",
}
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
    read_answers = _answers(question, gathering.losses)
    if read_answers and read_answers.pairs:
        _pairs(question, read_answers, gathering)
    elif read_answers:
        _one(question, read_answers, gathering)


def _answers(question: Question, losses: Losses) -> Answers | None:
    """Read what answers a question, and count what is lost of it; None where there is no answer to be asked for."""
    found, gone = None, {*question.lost}
    try:
        found = answers(question.inside, gone) if question.inside is not None else None
    except ValueError:
        losses.add("questions whose answers make no sense, left out", HINT, question.line)
        return None
    if found is None:
        essay = question.inside is not None
        what = "essays, which have no one answer" if essay else "descriptions, which ask nothing"
        losses.add(f"{what}, left out", line=question.line)
    for what in (*found.lost, *(UNSAID[each] for each in sorted(gone))) if found else ():
        losses.add(what, HINT, question.line)
    return found


def _one(question: Question, read_answers: Answers, gathering: Gathering) -> None:
    """Make the card of a question."""
    deck, _, name = question.id.partition("/")
    source, rest = quoted(read_answers.explanation.split("\n"), question.category)
    levels = {leveled(level): level for level in LEVELS}
    text = _several(question.text, read_answers)
    cloze = _cloze(question.text, read_answers)
    parts = Parts(
        question="" if cloze else text,
        cloze=cloze,
        answer=read_answers.answer,
        accept=[each for each in read_answers.accept if each != thousands(read_answers.answer)],
        distractors=read_answers.distractors,
        explanation="\n".join(rest),
        tags=[tag for tag in question.tags if tag not in levels],
        difficulty=next((levels[tag] for tag in question.tags if tag in levels), ""),
        all_of=read_answers.all_of,
        partial=read_answers.partial,
        feedback=read_answers.feedback,
        kind=read_answers.kind,
        tolerance=read_answers.tolerance,
        ordered=read_answers.ordered,
        name=name,
        line=question.line,
    )
    made = card(gathering.losses, parts)
    made = replace(made, source=source) if made and source else made
    gathering.add(made, question.category, deck=deck if name else "", key=question.id or question.key)


def _several(text: str, found: Answers) -> str:
    """Read an answer of several parts as an export writes it, in every form that counts; return what is asked."""
    asks, count = asked(text)
    right = [*map(plain, (found.answer, *found.accept))]
    parts = parts_of(right) or (tuple(right[0].split(BESIDE)) if count else ())
    counted = len(parts) == count
    if found.distractors or not parts or not (counted or parts_of(right)):
        return text
    known = {*forms(parts)}
    found.all_of = [*_written(parts, found.answer)]
    found.accept = [each for each, said in zip(found.accept, right[1:], strict=True) if said not in known]
    return asks if counted else text


def _written(parts: Sequence[str], answer: str) -> Iterator[str]:
    """Write the parts of an answer with the backslashes that they have there."""
    pieces = iter(answer.split(BESIDE))
    for part in parts:
        text = BESIDE.join(islice(pieces, part.count(BESIDE) + 1))
        yield text if plain(text) == part else literal(part)


def _cloze(text: str, found: Answers) -> str:
    """Write a question whose answer stands in the middle of it as a cloze; "" for any other."""
    fits = (
        text.count(GAP) == 1
        and found.answer
        and not (found.kind or found.all_of)
        and not {*"{}\n"} & {*found.answer}
        and "::" not in found.answer
    )
    return text.replace("{{", "{ {").replace(GAP, f"{{{{{found.answer}}}}}") if fits and not found.lost else ""


def _pairs(question: Question, found: Answers, gathering: Gathering) -> None:
    """Make a card of each pair of a matching question, whose wrong answers are those of the others."""
    others = [*dict.fromkeys([right for _, right in found.pairs] + found.distractors)]
    if len(others) > MOST_WRONG + 1:
        gathering.losses.add(CROWDED, line=question.line)
    for left, right in found.pairs:
        text = "\n".join(filter(None, (question.text, left)))
        wrong = [other for other in others[: MOST_WRONG + 1] if other != right][:MOST_WRONG]
        parts = Parts(
            question=text,
            answer=right,
            distractors=wrong,
            explanation=found.explanation,
            tags=question.tags,
            line=question.line,
        )
        made = card(gathering.losses, parts)
        key = question.id or question.key
        gathering.add(made, question.category, key=f"{key}\0{left}" if key else "")
