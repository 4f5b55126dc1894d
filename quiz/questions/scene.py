"""What the forms ask from: the document, what was found in it, and who everybody is."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Container, Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace

from quiz.documents.model import Document, Span
from quiz.facts import Facts
from quiz.facts.model import Date, Figure, Sentence, Word
from quiz.questions.clauses.clause import Clause, clause, governor
from quiz.questions.clauses.when import completed
from quiz.questions.clauses.wording import render
from quiz.questions.doubted_years import doubted_years
from quiz.questions.draft import Draft, Fact, Key, key_of
from quiz.questions.reference.census import Census
from quiz.questions.reference.kinds import Kinds
from quiz.questions.reference.narrator import OPENING, Narrator
from quiz.questions.reference.replaced import Standing
from quiz.questions.reference.standing import Referents
from quiz.questions.reference.topic import Topics
from quiz.questions.reference.verbatim import Verbatim

# Words: the longest sentence anything is asked of; text without full stops is no prose.
LONGEST = 150
SPELLED = frozenset({"year", "month", "day", "season"})
"""Grains of the dates that are written out where the text counts them from others."""
REMEMBERED = 500
"""Sentences whose clauses are remembered: each is asked for by several forms and facts."""


@dataclass(frozen=True, slots=True)
class Scene:
    """A document's facts with its sentences in order, outside and inside quotations, and the resolver of references.

    `scores` are those of the best drafts so far, by fact; `doubted` are the dates whose year is in doubt.
    """

    document: Document
    facts: Facts
    sentences: Sequence[Sentence]
    referents: Referents
    spoken: Sequence[Sentence] = ()
    starts: Sequence[int] = ()
    topics: Topics = field(default_factory=Topics)
    clauses: dict[Sentence, dict[int, Clause | None]] = field(default_factory=dict)
    scores: dict[Key, int] = field(default_factory=dict)
    doubted: frozenset[Span] = field(default=frozenset())
    wanted: AbstractSet[Key] | None = None

    @classmethod
    def of(cls, document: Document, facts: Facts) -> Scene:
        """Set the scene of a document."""
        outer = [s for s in facts.sentences if not s.spoken]
        spoken = sorted((s for s in facts.sentences if s.spoken), key=lambda s: s.span)
        starts = beginnings(outer)
        doubted = doubted_years(document, facts.dates, facts.published.span if facts.published else None)
        derived = [
            d
            for d in facts.dates
            if (completed(d) and d.span not in doubted) or (d.derived and not d.end and d.grain in SPELLED)
        ]
        census = Census.of(outer, document.title)
        narrator = Narrator.of(outer, document.text[:OPENING])
        kinds = Kinds.of(outer, census, facts.people)
        referents = Referents(document, outer, facts.people, derived, census, kinds, narrator)
        topics = Topics.of(document, outer, facts.people)
        return cls(document, facts, outer, referents, spoken, starts, topics, doubted=doubted)

    def in_passage(self, wanted: AbstractSet[Key]) -> Scene:
        """The scene for questions behind the sentences before: of some facts only, everything called as it is told."""
        return replace(self, referents=Verbatim.of(self.referents), scores={}, wanted=wanted)

    def dates(self) -> Iterator[Date]:
        """The dates that are to be asked."""
        return (date for date in self.facts.dates if self.wanted is None or key_of(date) in self.wanted)

    def figures(self) -> Iterator[Figure]:
        """The figures that are to be asked."""
        return (figure for figure in self.facts.figures if self.wanted is None or key_of(figure) in self.wanted)

    def note(self, draft: Draft) -> None:
        """Take note of what a draft is worth, all faults counted."""
        key = key_of(draft.fact)
        self.scores[key] = max(draft.score, self.scores.get(key, 0))

    def asked(self, fact: Fact, score: int) -> bool:
        """Whether a draft of a fact is known that is worth so much."""
        return self.scores.get(key_of(fact), 0) >= score

    def place(self, sentence: Sentence) -> int:
        """The index of a sentence."""
        at = bisect_left(self.starts, sentence.span.start)
        while self.sentences[at] is not sentence:
            at += 1
        return at

    def around(self, span: Span) -> int | None:
        """The index of the sentence that tells what stands at a span.

        None within a held quotation, in a question of the text, and in a sentence nobody can follow.
        """
        at = self.before(span)
        if at < 0 or len(self.sentences[at].words) > LONGEST or not span.overlaps(self.sentences[at].span):
            return None
        if self.document.text[self.sentences[at].span.end - 1] == "?":
            return None
        held = any(w.held and w.start <= span.start < w.end for w in self.sentences[at].words)
        return None if held else at

    def before(self, span: Span) -> int:
        """The index of the last sentence that begins no later than a span; -1 if there is none."""
        return bisect_right(self.starts, span.start) - 1

    def dates_in(self, span: Span) -> Sequence[Date]:
        """The dates within a span, but for times of the day."""
        first = bisect_left(self.facts.dates, span.start, key=_start)
        near = self.facts.dates[first : bisect_right(self.facts.dates, span.end, key=_start)]
        return [date for date in near if date.grain != "time"]

    def figures_in(self, span: Span) -> Sequence[Figure]:
        """The figures that begin within a span."""
        first = bisect_left(self.facts.figures, span.start, key=_begins)
        return self.facts.figures[first : bisect_right(self.facts.figures, span.end, key=_begins)]

    def spelled(self, sentence: Sentence, part: Sequence[int]) -> bool:
        """Whether a part of a sentence is a date that is counted from another and so written out: "two years later"."""
        words = [sentence.words[i] for i in part]
        dates = self.dates_in(Span(words[0].start, words[-1].end))
        return any(d.derived and d.grain in SPELLED and d.span.end >= words[-1].start for d in dates)

    def told_by(self, at: int, spans: Sequence[Span]) -> tuple[Span, ...]:
        """The passages that hold spans, but for those of sentence `at` itself; of a byline only the date."""
        found: list[Span] = []
        for span in spans:
            place = self.before(span)
            if place < 0 or not span.overlaps(self.sentences[place].span):
                found.append(span)
            elif place != at:
                found.append(self.passage(place))
        return tuple(dict.fromkeys(found))

    def narrated(self, span: Span) -> bool:
        """Whether what stands at a span is told in a main clause, not in passing behind a noun, or in a byline."""
        at = self.before(span)
        if at < 0 or not span.overlaps(self.sentences[at].span):
            return True
        words = self.words(self.sentences[at], span)
        word = words[-1] if words else None
        while word is not None and word.head != word.i:
            if word.dep in ("relcl", "acl", "appos", "amod"):
                return False
            word = self.sentences[at].words[word.head]
        return word is not None

    def words(self, sentence: Sentence, span: Span) -> list[Word]:
        """The words of a sentence that a span covers."""
        return [w for w in sentence.words if w.start < span.end and w.end > span.start and not w.held]

    def passage(self, at: int) -> Span:
        """The characters of a sentence, its closing mark and quotation mark included."""
        span, text = self.sentences[at].span, self.document.text
        end = span.end
        block = self.sentences[at].block.span
        while end < block.end and text[end] in ".!?”’\"')…" and not text[end - 1].isspace():
            end += 1
        return Span(span.start, end)

    def clause_of(self, sentence: Sentence, i: int) -> Clause | None:
        """The clause a word stands in, or the nearest one above it that has a subject."""
        verb = governor(sentence, i)
        while verb is not None:
            found = self.of_verb(sentence, verb)
            if found and (i in found.words() or found.holding(i)):
                return found
            above = governor(sentence, verb.i)
            verb = above if above and above.i != verb.i else None
        return None

    def of_verb(self, sentence: Sentence, verb: Word) -> Clause | None:
        """The clause of a verb, remembered while its sentence is near."""
        if sentence not in self.clauses:
            if len(self.clauses) >= REMEMBERED:
                self.clauses.clear()
            self.clauses[sentence] = {}
        known = self.clauses[sentence]
        if verb.i not in known:
            known[verb.i] = clause(sentence, verb)
        return known[verb.i]

    def stated(self, at: int, kept: Sequence[int], standing: Standing, pauses: Container[int] = ()) -> str:
        """Kept words of a sentence as they stand alone."""
        return render(self.document, self.sentences[at], kept, standing.instead, pauses)


def beginnings(sentences: Iterable[Sentence]) -> Sequence[int]:
    """The first characters of sentences, in eight bytes each."""
    return array("q", (s.span.start for s in sentences))


def _begins(figure: Figure) -> int:
    return figure.span.start


def _start(date: Date) -> int:
    return date.span.start


def head_of(words: Sequence[Word]) -> Word:
    """The word of a phrase whose head lies outside it."""
    inside = {w.i for w in words}
    return next((w for w in words if w.head not in inside or w.head == w.i), words[-1])
