"""From facts to cards: what every form makes of them, the best draft of each fact, and no card twice."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from functools import cache
from typing import Protocol

from quiz.deck.model import Card
from quiz.documents.model import Document, Span
from quiz.facts import find
from quiz.facts.model import Date, Figure
from quiz.questions import unasked
from quiz.questions.comparisons.comparing import compared
from quiz.questions.context import in_context
from quiz.questions.distractors.wrong import Wrong
from quiz.questions.draft import IN_PLACE, Draft, Fact, Key, Passed, key_of
from quiz.questions.earlier import Earlier, Known, by_answer
from quiz.questions.faults.alone import loose
from quiz.questions.faults.doubts import trusted
from quiz.questions.faults.fairness import faults
from quiz.questions.faults.garbled import garbled
from quiz.questions.faults.trivial import trivial
from quiz.questions.importance import Importance
from quiz.questions.outcome import LEAST, Outcome
from quiz.questions.passage.behind import Openings, behind
from quiz.questions.passage.links import leans
from quiz.questions.proved import proved, told
from quiz.questions.scene import Scene
from quiz.seams import load, names

FORMS = {
    "date": "quiz.questions.forms.ask_date:ask_dates",
    "figure": "quiz.questions.forms.ask_figure:ask_figures",
    "quote": "quiz.questions.forms.ask_quote:ask_quotes",
    "spoken": "quiz.questions.forms.ask_spoken:ask_spoken",
}
"""Each way of asking, as `module:function`; packages add theirs as entry points `quiz.forms`."""
SEVERAL = 2
"""Sentences that tell what was put in, from which on it is told too far off."""
ASKING = frozenset("what which when how many much did does was were had has the and year month date day".split())
"""Words that two questions may share though they ask for different things."""
TRIVIAL = 45
"""Points a card loses that a teacher would not ask: it is made only where weak cards are asked for."""


class Form(Protocol):
    """One way of asking."""

    def __call__(self, scene: Scene) -> Iterator[Draft | Passed]:
        """The drafts it makes of a document's facts, and the facts it passes over."""
        ...


def outcomes_of(document: Document, *, comparisons: bool = False, earlier: Sequence[Earlier] = ()) -> list[Outcome]:
    """What came of every fact of a document, in the order of its text; and behind them `comparisons` of facts.

    Wrong answers that a card had `earlier` stay where they still do.
    """
    scene = Scene.of(document, find(document))
    drafted, clozes, passed = _drafted(scene, all_clozes=comparisons)
    best = {key: trusted(scene, draft) for key, draft in drafted.items()}
    cards, refused = _cards(scene, best, by_answer(earlier))
    weights = Importance.of(document)
    outcomes: dict[Key, tuple[tuple[int, int], Outcome]] = {}
    found: list[Fact] = [*scene.facts.dates, *scene.facts.figures, *scene.facts.quotes]
    for fact in found:
        key = key_of(fact)
        outcome = Outcome(key[0], document.line(key[1]), told(document, fact))
        if draft := best.get(key):
            card = cards.get(key)
            weight = weights.weight(draft) if card else 0
            reasons = (refused[key],) if key in refused else draft.reasons
            outcome = replace(outcome, card=card, score=draft.score, weight=weight, reasons=reasons)
        else:
            outcome = replace(outcome, reasons=(passed.get(key) or unasked.reason(scene, fact),))
        outcomes[key] = _place(draft) if draft else (key[1], key[1]), outcome
    single = [outcome for _, outcome in sorted(outcomes.values(), key=lambda placed: placed[0])]
    return [*single, *(compared(scene, cards, drafted, clozes) if comparisons else ())]


def _drafted(scene: Scene, *, all_clozes: bool) -> tuple[dict[Key, Draft], dict[Key, Draft], dict[Key, str]]:
    """The best of what every form makes of each fact, the best cloze too if wanted, and why forms pass over some.

    The forms are told what the drafts made so far are worth, so that they need make no cloze in vain.
    """
    best: dict[Key, Draft] = {}
    clozes: dict[Key, Draft] = {}
    passed: dict[Key, str] = {}
    for form in names(FORMS, "quiz.forms"):
        for made in _form(form)(scene):
            if isinstance(made, Passed):
                passed.setdefault(key_of(made.fact), made.reason)
                continue
            known = best.get(key_of(made.fact))
            if known and made.score <= known.score and not all_clozes:
                continue  # it can but lose points
            draft = _marked(scene, made)
            _choose(best, draft)
            if not all_clozes:
                scene.note(draft)
            elif draft.cloze:
                _choose(clozes, draft)
    _behind(scene, best)
    return best, clozes, passed


def _behind(scene: Scene, best: dict[Key, Draft]) -> None:
    """Ask what cannot be asked by itself behind the sentences before it."""
    facts: list[Fact] = [*scene.facts.dates, *scene.facts.figures]
    wanted = {key for key in map(key_of, facts) if key not in best or not _alone(scene, best[key])}
    leaning = cache(lambda at: leans(scene, at))
    wanted = {key for key in wanted if leaning(max(0, scene.before(Span(key[1], key[1] + 1))))}
    passage, found, known = scene.in_passage(wanted), dict[Key, Draft](), Openings()
    for form in ("date", "figure"):
        for made in _form(form)(passage):
            if not isinstance(made, Passed) and (draft := behind(scene, made, known)):
                _choose(found, _marked(scene, draft))
    best |= {key: draft for key, draft in found.items() if draft.score >= LEAST or key not in best}


def _alone(scene: Scene, draft: Draft) -> bool:
    """Whether a draft is a good question as it stands, with no topic before it and no doubt what it calls "it"."""
    doubted = any(reason.startswith((IN_PLACE, "unclear")) for reason in draft.reasons)
    told = [span for span in draft.evidence if not (isinstance(draft.fact, Date) and scene.dates_in(span))]
    return draft.score >= LEAST and not (draft.context or draft.cloze or doubted) and len(told) < SEVERAL


def _choose(chosen: dict[Key, Draft], draft: Draft) -> None:
    """Keep a draft if it is the best so far of its fact, of those that are equally good the first."""
    key = key_of(draft.fact)
    if key not in chosen or draft.score > chosen[key].score:
        chosen[key] = draft


def _marked(scene: Scene, made: Draft) -> Draft:
    """A draft in its context, less the points it loses for being unfair, nonsense or idle."""
    draft = made if made.lead_in else in_context(scene, made)
    for points, reason in (*faults(draft), *loose(scene, draft)):
        draft = draft.less(points, reason)
    if reason := garbled(scene, draft):
        draft = draft.less(100, reason)
    reason = trivial(scene, draft)
    return draft.less(TRIVIAL, reason) if reason else draft


def _form(name: str) -> Form:
    form: Form = load(FORMS, "quiz.forms", name)
    return form


def _place(draft: Draft) -> tuple[int, int]:
    return draft.passage.start, key_of(draft.fact)[1]


def _cards(scene: Scene, best: Mapping[Key, Draft], known: Known) -> tuple[dict[Key, Card], dict[Key, str]]:
    """The cards of drafts that are worth any points, each fact and each prompt asked once; and why not, of the others.

    Of one fact told twice the better draft is asked. What two good drafts ask with the same words has two answers,
    and is not asked at all; a draft that scores too little gives way to a good one.
    """
    refused, wrong = _repeated(best), Wrong.of(scene)
    cards: dict[Key, Card] = {}
    for key, draft in sorted(best.items(), key=lambda item: _place(item[1])):
        if draft.score <= 0 or key in refused:
            continue
        card = proved(scene, draft, wrong, known)
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
    alike: dict[object, list[tuple[Key, Draft]]] = defaultdict(list)
    for key, draft in sorted(best.items(), key=lambda item: (-item[1].score, _place(item[1]))):
        alike[draft.kind, _value(draft)].append((key, draft))
    return {key: reason for drafts in alike.values() for key, reason in _twins(drafts)}


def _twins(drafts: Sequence[tuple[Key, Draft]]) -> Iterator[tuple[Key, str]]:
    """Those of the drafts of one answer, the best first, that ask what a better one asks."""
    kept: list[tuple[frozenset[str], Draft]] = []
    for key, draft in drafts:
        words = _words(draft)
        twin = next((other for known, other in kept if _same(words, known)), None)
        if twin is None:
            kept.append((words, draft))
        elif draft.score > 0:
            yield key, f"is asked already: “{twin.shown_question or twin.shown_cloze}”"


def _words(draft: Draft) -> frozenset[str]:
    return frozenset(re.findall(r"\w{3,}", (draft.question or draft.cloze).lower())) - ASKING


def _same(one: AbstractSet[str], two: AbstractSet[str]) -> bool:
    return len(one & two) >= 0.7 * min(len(one), len(two))


def _value(draft: Draft) -> object:
    fact = draft.fact
    if isinstance(fact, Date):
        return fact.value, fact.end
    return (fact.value, fact.unit) if isinstance(fact, Figure) else fact.speaker
