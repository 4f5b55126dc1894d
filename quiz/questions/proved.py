"""From a draft to its card: all right answers, wrong answers, and the passages that prove it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath

from quiz.deck.cloze import fault
from quiz.deck.identity import card_id
from quiz.deck.model import Card, Kind, Passage, Source
from quiz.deck.proof import holds
from quiz.documents.model import Document, Span
from quiz.facts.model import Figure, Quote
from quiz.questions.answers.article import fitted
from quiz.questions.answers.right_forms import forms
from quiz.questions.clauses.wording import BLANKS
from quiz.questions.distractors.wrong import Wrong
from quiz.questions.draft import Draft, Fact, key_of
from quiz.questions.earlier import Known, wrong_before
from quiz.questions.scene import Scene


def proved(scene: Scene, draft: Draft, wrong: Wrong, known: Known) -> Card | str:
    """The card of a draft, with the wrong answers that `known` ones had where those still do; or why there is none."""
    document = scene.document
    if draft.cloze and (broken := fault(draft.shown_cloze)):
        return f"its cloze would not do: {broken[0]}"
    text = _text(document, draft.passage)
    place = key_of(draft.fact)[1] - draft.passage.start
    identity = card_id(PurePosixPath(document.path).name, text, place, draft.kind)
    found = forms(draft.fact, draft.answer, scene.facts)
    right = (*found, *(form for form in draft.accept if form not in found))
    if isinstance(draft.fact, Figure) and not holds([text], (draft.answer, *right)):
        right = (*right, told(document, draft.fact))
    evidence = _evidence(scene, draft, right)
    if evidence is None:
        return "its passages do not hold the answer"
    earlier = wrong_before(known, draft.shown_question, draft.shown_cloze, draft.answer, text)
    distractors = tuple(wrong.answers(draft, draft.shown_question or draft.shown_cloze, right, earlier))
    kind: Kind = "date" if draft.kind == "date" else "figure" if draft.kind == "figure" else "quote"
    return Card(
        answer=draft.answer,
        question=draft.shown_question,
        cloze=fitted(draft.shown_cloze, draft.answer, distractors),
        id=identity,
        kind=kind,
        accept=right,
        explanation=draft.explanation,
        distractors=distractors,
        tags=tuple(_tags(draft)),
        source=Source(
            passage=_passage(document, draft.passage),
            evidence=tuple(_passage(document, span) for span in evidence),
        ),
    )


def _evidence(scene: Scene, draft: Draft, right: Sequence[str]) -> tuple[Span, ...] | None:
    """What proves a draft besides its passage: where a speaker is called otherwise there, a passage with the name too.

    None if no passage holds a right answer.
    """
    document, fact = scene.document, draft.fact
    if holds((_text(document, span) for span in (draft.passage, *draft.evidence)), (draft.answer, *right)):
        return draft.evidence
    person = scene.facts.people.find(fact.speaker) if isinstance(fact, Quote) else None
    for start, end in person.mentions if person else ():
        at = scene.before(Span(start, end))
        if at >= 0 and holds([document.text[start:end]], [draft.answer]):
            return (*draft.evidence, scene.passage(at))
    return None


def _passage(document: Document, span: Span) -> Passage:
    spot = document.spot(span.start)
    return Passage(_text(document, span), spot.line, spot.page, spot.section, spot.paragraph)


def _text(document: Document, span: Span) -> str:
    return BLANKS.sub(" ", document.verbatim(span)).strip()


def _tags(draft: Draft) -> Iterator[str]:
    section = draft.sentence.block.section
    if slug := re.sub(r"[^\w]+", "-", section.lower()).strip("-"):
        yield slug


def told(document: Document, fact: Fact) -> str:
    """A fact as the text tells it, on one line."""
    text = document.verbatim(fact.parts[0]) if isinstance(fact, Quote) else fact.text
    return BLANKS.sub(" ", text).strip()
