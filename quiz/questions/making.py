"""From drafts to cards: the best form of each fact, one card a fact, wrong answers, and the passage that proves it."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from pathlib import PurePosixPath
from typing import Protocol

from quiz.deck.cloze import fault
from quiz.deck.identity import card_id
from quiz.deck.model import Card, Kind, Passage, Source
from quiz.deck.proof import holds
from quiz.documents.model import Document, Span
from quiz.facts import find
from quiz.facts.model import Date, Figure, Quote
from quiz.questions import unasked
from quiz.questions.asked import Asked, Comparison
from quiz.questions.context import in_context
from quiz.questions.draft import Draft, Passed, kind_of
from quiz.questions.fairness import faults
from quiz.questions.importance import Importance
from quiz.questions.outcome import LEAST, Outcome
from quiz.questions.right_forms import forms
from quiz.questions.scene import Scene
from quiz.questions.trivial import trivial
from quiz.questions.wording import BLANKS
from quiz.questions.wrong import Wrong
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

TRIVIAL = 45
"""Points a card loses that a teacher would not ask: it is made only where weak cards are asked for."""

Fact = Date | Figure | Quote
Key = tuple[str, int]


class Form(Protocol):
    """One way of asking."""

    def __call__(self, scene: Scene) -> Iterator[Draft | Passed]:
        """The drafts it makes of a document's facts, and the facts it passes over."""
        ...


def outcomes_of(document: Document) -> list[Outcome]:
    """What came of every fact of a document, in the order of its text, and behind them the comparisons of facts."""
    scene = Scene.of(document, find(document))
    drafts, passed = _drafted(scene)
    best = _best(scene, drafts)
    cards, refused = _cards(scene, best)
    weights = Importance.of(document)
    outcomes: dict[Key, tuple[tuple[int, int], Outcome]] = {}
    found: list[Fact] = [*scene.facts.dates, *scene.facts.figures, *scene.facts.quotes]
    for fact in found:
        key = _key(fact)
        outcome = Outcome(key[0], document.line(key[1]), _told(document, fact))
        if draft := best.get(key):
            card = cards.get(key)
            weight = weights.weight(draft) if card else 0
            reasons = (refused[key],) if key in refused else draft.reasons
            outcome = replace(outcome, card=card, score=draft.score, weight=weight, reasons=reasons)
        else:
            outcome = replace(outcome, reasons=(passed.get(key) or unasked.reason(scene, fact),))
        outcomes[key] = _place(draft) if draft else (key[1], key[1]), outcome
    told = [outcome for _, outcome in sorted(outcomes.values(), key=lambda placed: placed[0])]
    return [*told, *_compared(scene, {key: best[key] for key in cards}, cards, drafts)]


def _compared(
    scene: Scene, best: Mapping[Key, Draft], cards: Mapping[Key, Card], drafts: Sequence[Draft]
) -> Iterator[Outcome]:
    """Cards that hold a fact against others, of the facts that have good cards of their own."""
    clozes = _best(scene, [draft for draft in drafts if draft.cloze])
    fair = {key: draft.cloze for key, draft in clozes.items() if draft.score >= LEAST}
    asked = [Asked(best[key], cards[key], fair.get(key, "")) for key in cards if best[key].score >= LEAST]
    for name in names(COMPARISONS, "quiz.comparisons"):
        compare: Comparison = load(COMPARISONS, "quiz.comparisons", name)
        for card in compare(scene, asked):
            line = card.source.passage.line if card.source else None
            yield Outcome(card.kind, line or 1, card.prompt, card, score=100)


def _drafted(scene: Scene) -> tuple[list[Draft], dict[Key, str]]:
    """What every form makes of the facts, and why forms pass over some."""
    drafts: list[Draft] = []
    passed: dict[Key, str] = {}
    for form in names(FORMS, "quiz.forms"):
        for made in _form(form)(scene):
            if isinstance(made, Draft):
                drafts.append(made)
            else:
                passed.setdefault(_key(made.fact), made.reason)
    return drafts, passed


def _told(document: Document, fact: Fact) -> str:
    """A fact as the text tells it, on one line."""
    text = document.verbatim(fact.parts[0]) if isinstance(fact, Quote) else fact.text
    return re.sub(r"\s+", " ", text).strip()


def _key(fact: Fact) -> Key:
    """What a fact is told apart by: its kind and its first character."""
    return kind_of(fact), fact.parts[0].start if isinstance(fact, Quote) else fact.span.start


def _form(name: str) -> Form:
    form: Form = load(FORMS, "quiz.forms", name)
    return form


def _place(draft: Draft) -> tuple[int, int]:
    return draft.passage.start, _key(draft.fact)[1]


def _best(scene: Scene, drafts: Sequence[Draft]) -> dict[Key, Draft]:
    """The best draft of each fact, with the points it lost for being unfair or idle."""
    chosen: dict[Key, Draft] = {}
    for made in drafts:
        draft = in_context(scene.document, made)
        for points, reason in faults(draft):
            draft = draft.less(points, reason)
        if reason := trivial(scene, draft):
            draft = draft.less(TRIVIAL, reason)
        key = _key(draft.fact)
        if key not in chosen or draft.score > chosen[key].score:
            chosen[key] = draft
    return chosen


def _cards(scene: Scene, best: Mapping[Key, Draft]) -> tuple[dict[Key, Card], dict[Key, str]]:
    """The cards of drafts that are worth any points, each fact and each prompt asked once; and why not, of the others.

    Of one fact told twice the better draft is asked. What two good drafts ask with the same words has two answers,
    and is not asked at all; a draft that scores too little gives way to a good one.
    """
    refused, wrong = _repeated(best), Wrong.of(scene)
    cards: dict[Key, Card] = {}
    for key, draft in sorted(best.items(), key=lambda item: _place(item[1])):
        if draft.score <= 0 or key in refused:
            continue
        card = _card(scene, draft, wrong)
        if isinstance(card, str):
            refused[key] = card
        else:
            cards[key] = card
    asked = Counter(card.prompt for key, card in cards.items() if best[key].score >= LEAST)
    ids: set[str] = set()
    for key, card in list(cards.items()):
        others = asked[card.prompt] - (best[key].score >= LEAST)
        if others or card.id in ids:
            refused[key] = f"“{card.prompt}” is asked of another fact too" if others else "its passage stands twice"
            del cards[key]
        ids.add(card.id)
    return cards, refused


def _repeated(best: Mapping[Key, Draft]) -> dict[Key, str]:
    """Of several drafts that ask for the same answer with much the same words, all but the best, with which that is."""
    kept: dict[object, list[tuple[frozenset[str], Draft]]] = defaultdict(list)
    refused: dict[Key, str] = {}
    for key, draft in sorted(best.items(), key=lambda item: (-item[1].score, _place(item[1]))):
        alike, words = kept[draft.kind, _value(draft)], _words(draft)
        twin = next((other for known, other in alike if _same(words, known)), None)
        if twin is None:
            alike.append((words, draft))
        elif draft.score > 0:
            refused[key] = f"is asked already: “{twin.shown_question or twin.shown_cloze}”"
    return refused


def _words(draft: Draft) -> frozenset[str]:
    return frozenset(re.findall(r"\w{3,}", (draft.question or draft.cloze).lower()))


def _same(one: AbstractSet[str], two: AbstractSet[str]) -> bool:
    return len(one & two) >= 0.7 * min(len(one), len(two))


def _value(draft: Draft) -> object:
    fact = draft.fact
    if isinstance(fact, Date):
        return fact.value, fact.end
    return (fact.value, fact.unit) if isinstance(fact, Figure) else fact.speaker


def _card(scene: Scene, draft: Draft, wrong: Wrong) -> Card | str:
    """The card of a draft, or why there is none."""
    document = scene.document
    if draft.cloze and (broken := fault(draft.shown_cloze)):
        return f"its cloze would not do: {broken[0]}"
    text = _text(document, draft.passage)
    place = _place(draft)[1] - draft.passage.start
    identity = card_id(PurePosixPath(document.path).name, text, place, draft.kind)
    found = forms(draft.fact, draft.answer, scene.facts)
    right = (*found, *(form for form in draft.accept if form not in found))
    if isinstance(draft.fact, Figure) and not holds([text], (draft.answer, *right)):
        right = (*right, _told(document, draft.fact))
    evidence = _evidence(scene, draft, right)
    if evidence is None:
        return "its passages do not hold the answer"
    kind: Kind = "date" if draft.kind == "date" else "figure" if draft.kind == "figure" else "quote"
    return Card(
        answer=draft.answer,
        question=draft.shown_question,
        cloze=draft.shown_cloze,
        id=identity,
        kind=kind,
        accept=right,
        explanation=draft.explanation,
        distractors=tuple(wrong.answers(draft, draft.shown_question or draft.shown_cloze, right)),
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
