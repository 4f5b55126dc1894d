"""From drafts to cards: the best form of each fact, one card a fact, wrong answers, and the passage that proves it."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath
from typing import Protocol

from quiz.deck.cloze import fault
from quiz.deck.identity import card_id
from quiz.deck.model import Card, Kind, Passage, Source
from quiz.documents.model import Document, Span
from quiz.facts import find
from quiz.facts.model import Date, Figure, Quote
from quiz.questions.context import in_context
from quiz.questions.draft import Draft
from quiz.questions.fairness import faults
from quiz.questions.right_forms import forms
from quiz.questions.scene import Scene
from quiz.questions.wrong import Wrong
from quiz.seams import load, names

FORMS = {
    "date": "quiz.questions.ask_date:ask_dates",
    "figure": "quiz.questions.ask_figure:ask_figures",
    "quote": "quiz.questions.ask_quote:ask_quotes",
    "spoken": "quiz.questions.ask_spoken:ask_spoken",
}
"""Each way of asking, as `module:function`; packages add theirs as entry points `quiz.forms`."""
LEAST = 60
"""A cloze that points back at what only its section's title tells is out, a question that does so with it is not."""


class Form(Protocol):
    """One way of asking."""

    def __call__(self, scene: Scene) -> Iterator[Draft]:
        """The drafts it makes of a document's facts."""
        ...


def cards_of(document: Document) -> list[Card]:
    """The cards of a document, in the order of its text."""
    scene = Scene.of(document, find(document))
    drafts = [draft for form in names(FORMS, "quiz.forms") for draft in _form(form)(scene)]
    best = _distinct(_best(document, drafts))
    wrong = Wrong.of(scene)
    cards = [card for draft in sorted(best, key=_place) if (card := _card(scene, draft, wrong))]
    asked = Counter(card.prompt for card in cards)
    return list({card.id: card for card in cards if asked[card.prompt] == 1}.values())


def _form(name: str) -> Form:
    form: Form = load(FORMS, "quiz.forms", name)
    return form


def _place(draft: Draft) -> tuple[int, int]:
    fact = draft.fact
    return draft.passage.start, fact.parts[0].start if isinstance(fact, Quote) else fact.span.start


def _best(document: Document, drafts: Sequence[Draft]) -> list[Draft]:
    """The best fair draft of each fact."""
    chosen: dict[tuple[str, int], Draft] = {}
    for made in drafts:
        draft = in_context(document, made)
        for points, reason in faults(draft):
            draft = draft.less(points, reason)
        key = (draft.kind, _place(draft)[1])
        if draft.score >= LEAST and (key not in chosen or draft.score > chosen[key].score):
            chosen[key] = draft
    return list(chosen.values())


def _distinct(drafts: Sequence[Draft]) -> list[Draft]:
    """One of several drafts that ask for the same answer with much the same words."""
    kept: dict[object, list[Draft]] = defaultdict(list)
    for draft in sorted(drafts, key=lambda d: (-d.score, _place(d))):
        alike = kept[draft.kind, _value(draft)]
        if not any(_same(draft, other) for other in alike):
            alike.append(draft)
    return [draft for alike in kept.values() for draft in alike]


def _same(one: Draft, two: Draft) -> bool:
    a, b = (set(re.findall(r"\w{3,}", (d.question or d.cloze).lower())) for d in (one, two))
    return len(a & b) >= 0.7 * min(len(a), len(b))


def _value(draft: Draft) -> object:
    fact = draft.fact
    if isinstance(fact, Date):
        return fact.value, fact.end
    return (fact.value, fact.unit) if isinstance(fact, Figure) else fact.speaker


def _card(scene: Scene, draft: Draft, wrong: Wrong) -> Card | None:
    """The card of a draft; None if its gap cannot be shown."""
    document = scene.document
    if draft.cloze and fault(draft.shown_cloze):
        return None
    text = _text(document, draft.passage)
    place = _place(draft)[1] - draft.passage.start
    identity = card_id(PurePosixPath(document.path).name, text, place, draft.kind)
    right = forms(draft.fact, draft.answer, scene.facts)
    kind: Kind = "date" if draft.kind == "date" else "figure" if draft.kind == "figure" else "quote"
    return Card(
        answer=draft.answer,
        question=draft.shown_question,
        cloze=draft.shown_cloze,
        id=identity,
        kind=kind,
        accept=right,
        distractors=tuple(wrong.answers(draft, draft.shown_question or draft.shown_cloze, right)),
        tags=tuple(_tags(draft)),
        source=Source(
            passage=Passage(text, document.line(draft.passage.start)),
            evidence=tuple(Passage(_text(document, s), document.line(s.start)) for s in draft.evidence),
        ),
    )


def _text(document: Document, span: Span) -> str:
    return re.sub(r"\s+", " ", document.verbatim(span)).strip()


def _tags(draft: Draft) -> Iterator[str]:
    section = draft.sentence.block.section
    if slug := re.sub(r"[^\w]+", "-", section.lower()).strip("-"):
        yield slug
