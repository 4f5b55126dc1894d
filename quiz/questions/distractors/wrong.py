"""The wrong answers of a card, proved wrong: nothing the document tells of the same thing is among them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import TypeVar

from quiz.deck.proof import stands
from quiz.facts.model import Date, Figure, Quote
from quiz.questions.distractors.cast import Cast
from quiz.questions.distractors.chance import Chance
from quiz.questions.distractors.near_days import LIFE
from quiz.questions.distractors.written_by import Times, opened_with, past, planned, written_by
from quiz.questions.distractors.wrong_dates import wrong_dates
from quiz.questions.distractors.wrong_figures import wrong_figures
from quiz.questions.distractors.wrong_speakers import wrong_speakers
from quiz.questions.distractors.year_bounds import RECENT, Lives, alive, grown, lives_told, year_bounds
from quiz.questions.draft import Draft
from quiz.questions.scene import Scene

NEAR = 60
"""So many facts of a kind on each side of the one asked are looked at: enough to choose from, in any length of text."""
REMEMBERED = 1000
"""Sentences whose words are remembered, of which those near by are asked for by every card."""
KINDRED = 0.6
"""Share of the words of a question that a sentence must hold to tell, perhaps, of the same thing."""
STEM = 5
NO_CONTENT = frozenset(
    """
    what which year month date many much share when where from that this with have been were said their they them into
    over than more about after before between until during there would could also only other some most
    decade century percentage percent
    """.split()
)
FAR = 4
"""Years to the next before it, from which a last one is no event but a goal."""
AHEAD = 10
"""Years behind what is planned that a wrong answer may lie."""
LEAST = 2
CONTENT = re.compile(r"[^\W\d_]{3,}")
YEAR = re.compile(r"\d{4}")
GAP = re.compile(r"\{\{.*?\}\}")
Fact = TypeVar("Fact", Date, Figure)


@dataclass(frozen=True, slots=True)
class Wrong:
    """What a document has to choose wrong answers from: its dates and figures by place, its people, its last year.

    `places` are those of the first characters of dates and figures, `told` the indices of the sentences they stand in,
    `words` the words of sentences looked at lately and `said` those of quotations, by where they begin.
    """

    scene: Scene
    cast: Cast
    latest: int
    times: Times
    places: dict[str, list[int]]
    told: dict[str, list[int]]
    lives: Lives
    words: dict[int, frozenset[str]] = field(default_factory=dict)
    said: dict[int, frozenset[str]] = field(default_factory=dict)

    @classmethod
    def of(cls, scene: Scene) -> Wrong:
        """Gather it, once a document."""
        facts = scene.facts
        gone = past(scene, facts.dates)
        values = chain.from_iterable((d.value, d.end) for d in gone)
        years = sorted({int(value[:4]) for value in values if YEAR.match(value)})
        places = {
            "date": [d.span.start for d in facts.dates],
            "figure": [f.span.start for f in facts.figures],
        }
        told = {kind: [bisect_right(scene.starts, start) - 1 for start in starts] for kind, starts in places.items()}
        latest = _latest(years)
        cast = Cast.of(scene.document, facts)
        written = written_by(facts.published, latest if latest >= RECENT else 0)
        times = Times(written, opened_with(facts.dates))
        return cls(scene, cast, latest, times, places, told, lives_told(scene.document.text, facts.dates))

    def answers(self, draft: Draft, shown: str, right: Sequence[str], earlier: Sequence[str] = ()) -> list[str]:
        """Wrong answers for a draft that is shown so, with these right ones: three where there are; never just one.

        Those it had `earlier` stay, if each of them could still be chosen.
        """
        chance = Chance(f"{draft.kind}|{draft.answer}|{draft.question or draft.cloze}")
        never = {form.lower() for form in (draft.answer, *right)}
        found = self._drawn(draft, shown, chance, () if any(text.lower() in never for text in earlier) else earlier)
        kept = [text for text in found if text.lower() not in never]
        return kept if len(kept) >= LEAST else []

    def _drawn(self, draft: Draft, shown: str, chance: Chance, earlier: Sequence[str]) -> list[str]:
        fact, facts = draft.fact, self.scene.facts
        if isinstance(fact, Quote):
            return wrong_speakers(fact, shown, facts, self.cast, chance, self._alike(fact), earlier)
        seen = GAP.sub("{{}}", shown)
        if isinstance(fact, Date):
            others, barred = self._sorted(draft, facts.dates)
            bounds = year_bounds(fact, facts.dates, of_person=self._of_person(draft))
            if bounds and self._of_person(draft) and not LIFE.search(seen):
                bounds = alive(bounds, int(fact.value[:4]), self.lives)
                told = draft.sentence.span
                bounds = grown(bounds, int(fact.value[:4]), self.scene.document.text[told.start : told.end])
            latest = int(fact.value[:4]) + AHEAD if planned(fact, self.times.written) else self.latest
            return wrong_dates(fact, draft.answer, others, latest, chance, seen, barred, bounds, self.times, earlier)
        others_f, barred_f = self._sorted(draft, facts.figures)
        return wrong_figures(fact, draft.answer, others_f, chance, seen, barred_f, earlier)

    def _sorted(self, draft: Draft, facts: Sequence[Fact]) -> tuple[list[Fact], list[Fact]]:
        """The facts of the document near by: those of other things, and those that may tell the same."""
        asked, others, barred = _stems(draft.question or draft.cloze), list[Fact](), list[Fact]()
        at = bisect_left(self.places[draft.kind], draft.passage.start)
        near = slice(max(0, at - NEAR), at + NEAR)
        told = self.told[draft.kind][near]
        kindred = {sentence for sentence in set(told) if self._kindred(asked, sentence)}
        for fact, sentence in zip(facts[near], told, strict=True):
            same = sentence in kindred or fact.span.overlaps(draft.passage)
            (barred if same else others).append(fact)
        return others, barred

    def _of_person(self, draft: Draft) -> bool:
        """Whether a draft asks of a person by name, who may be told of by a pronoun in the text."""
        asked = draft.question or draft.cloze
        if any(w.ent == "PERSON" and w.pos == "PROPN" and stands(w.text, asked) for w in draft.sentence.words):
            return True
        persons = self.scene.facts.people.persons
        return any(p.name in asked or (p.surname in asked and stands(p.surname, asked)) for p in persons if p.surname)

    def _kindred(self, asked: frozenset[str], at: int) -> bool:
        """Whether the sentence of some index may tell of what is asked."""
        if at < 0 or len(asked) < len(("who", "what", "whom")):
            return False
        if at not in self.words:
            if len(self.words) >= REMEMBERED:
                self.words.clear()
            self.words[at] = _stems(" ".join(f"{w.text} {w.lemma}" for w in self.scene.sentences[at].words))
        return len(asked & self.words[at]) >= KINDRED * len(asked)

    def _alike(self, quote: Quote) -> Callable[[Quote], bool]:
        """What tells whether another quotation says much the same, so that its speaker may be right as well."""
        own = self._said(quote)

        def alike(other: Quote) -> bool:
            words = self._said(other)
            return len(words & own) >= KINDRED * max(1, min(len(words), len(own)))

        return alike

    def _said(self, quote: Quote) -> frozenset[str]:
        """The words of a quotation that carry meaning."""
        key = quote.parts[0].start
        if key not in self.said:
            self.said[key] = _stems(" ".join(self.scene.document.text[p.start : p.end] for p in quote.parts))
        return self.said[key]


def _latest(years: Sequence[int]) -> int:
    """The last year a document tells of, but for goals set far behind it: those of 2023 may tell of 2030."""
    kept = list(years)
    while len(kept) > 1 and kept[-1] >= RECENT and kept[-1] - kept[-2] > FAR:
        kept.pop()
    return kept[-1] if kept else 0


def _stems(text: str) -> frozenset[str]:
    """The beginnings of the words that carry meaning."""
    return frozenset([word[:STEM] for word in CONTENT.findall(text.lower()) if word not in NO_CONTENT])
