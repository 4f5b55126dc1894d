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
from quiz.questions.asked import Asked, Comparison
from quiz.questions.chance import Chance
from quiz.questions.context import in_context
from quiz.questions.draft import Draft
from quiz.questions.fairness import faults
from quiz.questions.right_forms import forms
from quiz.questions.scene import Scene
from quiz.questions.wrong_dates import wrong_dates
from quiz.questions.wrong_figures import wrong_figures
from quiz.questions.wrong_speakers import wrong_speakers
from quiz.seams import load, names

FORMS = {
    "date": "quiz.questions.ask_date:ask_dates",
    "figure": "quiz.questions.ask_figure:ask_figures",
    "quote": "quiz.questions.ask_quote:ask_quotes",
    "spoken": "quiz.questions.ask_spoken:ask_spoken",
}
"""Each way of asking, as `module:function`; packages add theirs as entry points `quiz.forms`."""
COMPARISONS = {
    "order": "quiz.questions.ask_order:ask_order",
    "truth": "quiz.questions.ask_truth:ask_truth",
}
"""Each way of asking about a fact beside others, likewise; entry points `quiz.comparisons`."""
LEAST = 60
"""A cloze that points back at what only its section's title tells is out, a question that does so with it is not."""


class Form(Protocol):
    """One way of asking."""

    def __call__(self, scene: Scene) -> Iterator[Draft]:
        """The drafts it makes of a document's facts."""
        ...


def cards_of(document: Document, *, comparisons: bool = False) -> list[Card]:
    """The cards of a document, in the order of its text; with `comparisons` those of several facts behind them."""
    scene = Scene.of(document, find(document))
    drafts = [draft for form in names(FORMS, "quiz.forms") for draft in _form(form)(scene)]
    best = _distinct(_best(document, drafts))
    made = [(draft, card) for draft in sorted(best, key=_place) if (card := _card(scene, draft))]
    asked = Counter(card.prompt for _, card in made)
    kept = {card.id: (draft, card) for draft, card in made if asked[card.prompt] == 1}
    cards = [card for _, card in kept.values()]
    return [*cards, *_compared(scene, list(kept.values()), drafts)] if comparisons else cards


def _compared(scene: Scene, made: Sequence[tuple[Draft, Card]], drafts: Sequence[Draft]) -> Iterator[Card]:
    """Cards that hold a fact against others, of the facts that have cards of their own."""
    clozes = {_fact(draft): draft.cloze for draft in _best(scene.document, [draft for draft in drafts if draft.cloze])}
    asked = [Asked(draft, card, clozes.get(_fact(draft), "")) for draft, card in made]
    for name in names(COMPARISONS, "quiz.comparisons"):
        compare: Comparison = load(COMPARISONS, "quiz.comparisons", name)
        yield from compare(scene, asked)


def _form(name: str) -> Form:
    form: Form = load(FORMS, "quiz.forms", name)
    return form


def _place(draft: Draft) -> tuple[int, int]:
    fact = draft.fact
    return draft.passage.start, fact.parts[0].start if isinstance(fact, Quote) else fact.span.start


def _fact(draft: Draft) -> tuple[str, int]:
    """What tells the fact of a draft from others."""
    return draft.kind, _place(draft)[1]


def _best(document: Document, drafts: Sequence[Draft]) -> list[Draft]:
    """The best fair draft of each fact."""
    chosen: dict[tuple[str, int], Draft] = {}
    for made in drafts:
        draft = in_context(document, made)
        for points, reason in faults(draft):
            draft = draft.less(points, reason)
        key = _fact(draft)
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


def _card(scene: Scene, draft: Draft) -> Card | None:
    document = scene.document
    text = _text(document, draft.passage)
    place = _place(draft)[1] - draft.passage.start
    identity = card_id(PurePosixPath(document.path).name, text, place, draft.kind)
    shown = draft.shown_question or draft.shown_cloze
    wrong = _wrong(scene, draft, shown, Chance(f"{draft.kind}|{draft.answer}|{draft.question or draft.cloze}"))
    right = forms(draft.fact, draft.answer, scene.facts)
    wrong = [w for w in wrong if w not in right and w != draft.answer]
    if not wrong or (draft.cloze and fault(draft.shown_cloze)):
        return None
    kind: Kind = "date" if draft.kind == "date" else "figure" if draft.kind == "figure" else "quote"
    return Card(
        answer=draft.answer,
        question=draft.shown_question,
        cloze=draft.shown_cloze,
        id=identity,
        kind=kind,
        accept=(*right, *(form for form in draft.accept if form not in right)),
        explanation=draft.explanation,
        distractors=tuple(wrong),
        tags=tuple(_tags(draft)),
        source=Source(
            passage=_passage(document, draft.passage),
            evidence=tuple(_passage(document, span) for span in draft.evidence),
        ),
    )


def _passage(document: Document, span: Span) -> Passage:
    spot = document.spot(span.start)
    return Passage(_text(document, span), spot.line, spot.page, spot.section, spot.paragraph)


def _text(document: Document, span: Span) -> str:
    return re.sub(r"\s+", " ", document.verbatim(span)).strip()


def _tags(draft: Draft) -> Iterator[str]:
    section = draft.sentence.block.section
    if slug := re.sub(r"[^\w]+", "-", section.lower()).strip("-"):
        yield slug


def _wrong(scene: Scene, draft: Draft, shown: str, chance: Chance) -> list[str]:
    fact, facts = draft.fact, scene.facts
    if isinstance(fact, Date):
        others = [d for d in facts.dates if not d.span.overlaps(draft.passage)]
        years = [int(d.value[:4]) for d in facts.dates if re.match(r"\d{4}", d.value)]
        return wrong_dates(fact, draft.answer, others, max(years, default=0), chance, shown)
    if isinstance(fact, Figure):
        return wrong_figures(
            fact, draft.answer, [f for f in facts.figures if not f.span.overlaps(draft.passage)], chance
        )
    return wrong_speakers(fact, draft.question, facts, chance)
