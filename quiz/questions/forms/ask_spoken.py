"""Asks for dates and figures that stand inside a quotation: what somebody said they were, or a gap in the words."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from quiz.documents.model import Span
from quiz.facts.model import Date, Figure, Quote, Sentence
from quiz.facts.unit_words import TIME_UNITS
from quiz.questions.answers.written import answer_of
from quiz.questions.clauses.when import written
from quiz.questions.draft import Draft
from quiz.questions.forms.ask_date import ask_dates
from quiz.questions.forms.ask_figure import ask_figures
from quiz.questions.reference.standing import Referents
from quiz.questions.scene import Scene, beginnings

LONGEST = 40
LONGEST_PASSAGE = 120
SMALLEST = 20
"""The least count in letters that is meant to be exact: "eleven stumps are no forest" is a manner of speaking."""
ASKED = 95
"""Points of a question of something said: what stands in the text itself is asked rather."""
LOOSE = re.compile(
    r"^(?:this|that|these|those|it|they|he|she|and|but|so)\b|"
    r"\b(?:this|that) (?:year|month|day|week|time)\b|\b(?:he|she|them|him)\b",
    re.IGNORECASE,
)
FINITE = ("VBD", "VBZ", "VBP", "MD")
Fact = Date | Figure


def ask_spoken(scene: Scene) -> Iterator[Draft]:
    """A question and a cloze for every date or figure in a whole sentence of a quotation whose speaker is known."""
    facts: list[Fact] = [*scene.facts.dates, *scene.facts.figures]
    parts = sorted(((part, at) for at, q in enumerate(scene.facts.quotes) for part in q.parts), key=lambda p: p[0])
    told: list[tuple[Fact, Quote, Sentence]] = []
    for fact in facts:
        span = _whole(fact)
        part = bisect_right(parts, span.start, key=lambda p: p[0].start) - 1
        sentence = bisect_right(scene.spoken, span.start, key=lambda s: s.span.start) - 1
        held = min(part, sentence) >= 0 and span in parts[part][0] and span in scene.spoken[sentence].span
        if held and _worth(fact):
            told.append((fact, scene.facts.quotes[parts[part][1]], scene.spoken[sentence]))
    yield from _questions(scene, told)
    told_in = Counter(spoken.span.start for _, _, spoken in told)
    for fact, quote, spoken in told:
        if (
            told_in[spoken.span.start] == 1
            and isinstance(fact, Figure)
            and not any(w.lower in POINTING for w in spoken.words)
        ):
            yield from _clozes(scene, fact, quote, spoken)


POINTING = frozenset("it they them you this that these those there when".split())
"""Words that what was said before would have to tell of: a gap beside them is a guess."""


def _whole(fact: Fact) -> Span:
    return fact.whole if isinstance(fact, Figure) else fact.span


def _worth(fact: Fact) -> bool:
    """Whether a speaker means it as told: no manner of speaking ("five days a week", "half of that")."""
    if isinstance(fact, Date):
        return bool(re.match(r"\d{4}", fact.value))
    digits = bool(re.search(r"\d", fact.text))
    if fact.unit in TIME_UNITS or fact.unit in ("share", "multiple") or fact.per:
        return digits and fact.value > 1 and not fact.per
    if fact.unit:
        return fact.value > 1
    return fact.measured is not None and fact.value >= (1 if digits else SMALLEST)


def _questions(scene: Scene, told: Sequence[tuple[Fact, Quote, Sentence]]) -> Iterator[Draft]:
    """Ask as of any sentence, with who says so before: "According to Weber, how many ships ...?"."""
    quotes = {_whole(fact).start: (quote, spoken) for fact, quote, spoken in told}
    dates = [fact for fact, _, _ in told if isinstance(fact, Date)]
    figures = [fact for fact, _, _ in told if isinstance(fact, Figure)]
    spoken = scene.spoken
    inside = replace(
        scene,
        facts=replace(scene.facts, dates=dates, figures=figures),
        sentences=spoken,
        referents=Referents(scene.document, spoken, scene.facts.people, ()),
        starts=beginnings(spoken),
        clauses={},
    )
    for draft in (*ask_dates(inside), *ask_figures(inside)):
        if isinstance(draft, Draft) and draft.question:
            quote, sentence = quotes[_whole(draft.fact).start] if not isinstance(draft.fact, Quote) else (None, None)
            if quote is None or sentence is None or not quote.speaker or quote.speaker in draft.question:
                continue
            if not all(any(told in part for part in quote.parts) for told in draft.evidence):
                continue  # “they” of one speaker are not who another spoke of
            question = f"According to {quote.speaker}, {draft.question[0].lower()}{draft.question[1:]}"
            passage, evidence = _passage(scene, quote, sentence), (quote.evidence,) if quote.evidence else ()
            yield replace(
                draft, question=question, passage=passage, evidence=evidence, told="", score=min(ASKED, draft.score)
            )


def _clozes(scene: Scene, fact: Fact, quote: Quote, spoken: Sentence) -> Iterator[Draft]:
    """The sentence of the speaker with a gap."""
    text, span = scene.document.text, _whole(fact)
    start, end = spoken.span.start, spoken.span.end
    part = next(p for p in quote.parts if span in p)
    said = text[start:end]
    behind = next((text[p.start] for p in quote.parts if p.start > part.start), "A")
    ends = said[-1:] in ".!?" or (end >= part.end - 1 and behind.isupper())
    whole = said[:1].isupper() and ends and any(w.tag in FINITE for w in spoken.words)
    if not whole or LOOSE.search(said) or not 6 <= len(said.split()) <= LONGEST:
        return
    gapped = text[start : span.start] + "{{" + text[span.start : span.end] + "}}" + text[span.end : end]
    gapped = re.sub(r"\s+", " ", gapped).rstrip(",").replace("“", "‘").replace("”", "’")
    if gapped.startswith("{{"):
        return
    closing = "" if gapped[-1:] in ".!?" else "."
    answer = written(fact) if isinstance(fact, Date) else answer_of(fact)
    speaker = quote.speaker[0].upper() + quote.speaker[1:]
    passage = _passage(scene, quote, spoken)
    draft = Draft(fact, quote.sentence, passage, answer, cloze=f"{speaker} said: “{gapped}{closing}”", score=78)
    yield replace(draft, evidence=(quote.evidence,) if quote.evidence else (), reasons=("cloze of a quotation",))


def _passage(scene: Scene, quote: Quote, spoken: Sentence) -> Span:
    """What was said with what tells who said it, where they stand near together."""
    start, end = spoken.span.start, spoken.span.end
    passage = Span(min(start - 1, quote.sentence.span.start), max(end + 1, quote.sentence.span.end))
    passage = Span(max(passage.start, spoken.block.span.start), min(passage.end, spoken.block.span.end))
    long = len(scene.document.text[passage.start : passage.end].split()) > LONGEST_PASSAGE
    return spoken.span if long else passage
