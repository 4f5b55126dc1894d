"""What a figure counts or measures, and what that belongs to or happens to, from the parse of its sentence."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from quiz.documents.model import Span
from quiz.facts.figures.phrases import is_noun, noun_span, noun_under, object_of, subject_of
from quiz.facts.model import Figure, Sentence, Word
from quiz.facts.unit_words import TIME_UNITS


class Place(NamedTuple):
    """A word with its sentence, sorted by where it starts."""

    start: int
    sentence: Sentence
    i: int


MODIFIES = frozenset("nummod compound amod nmod quantmod poss npadvmod".split())
CLIMB = 6
"""Words that are looked at above a figure."""
UNNUMBERED = 1000
"""A bare number behind its noun is a name ("fraction 11") below this, and a count from it on."""


def measure(figures: Sequence[Figure], sentences: Sequence[Sentence]) -> list[Figure]:
    """The figures with what each measures; a number that the parse shows to be a name is left out."""
    blocks: dict[int, list[Sentence]] = {}
    for sentence in sentences:
        blocks.setdefault(sentence.block.span.start, []).append(sentence)
    begins, places, starts, here = list(blocks), list[Place](), list[int](), -1
    done: list[Figure] = []
    for figure in figures:
        at = bisect_right(begins, figure.span.start) - 1
        if at != here:
            places, here = _places(blocks[begins[at]]), at
            starts = [place.start for place in places]
        if found := _measured(figure, done[-1] if done else None, places, starts):
            done.append(found)
    return done


def _places(sentences: Sequence[Sentence]) -> list[Place]:
    """The words of a block's sentences, in order of the text."""
    places = (Place(w.start, sentence, w.i) for sentence in sentences for w in sentence.words if not w.held)
    return sorted(places, key=lambda place: place.start)


def _measured(figure: Figure, before: Figure | None, places: Sequence[Place], starts: Sequence[int]) -> Figure | None:
    """The figure with what it measures; `before` is the one found last. None if it is a name or a pronoun."""
    first = bisect_left(starts, figure.span.start)
    if first and places[first - 1].sentence.words[places[first - 1].i].end > figure.span.start:
        first -= 1
    here = places[first : bisect_left(starts, figure.span.end)]
    if not here:
        return _beside(figure, before, places[first - 1] if first else None)
    sentence = here[0].sentence
    words = [sentence.words[place.i] for place in here if place.sentence is sentence]
    head = _head(sentence, words)
    if _names(sentence, figure, head):
        return None
    inside = {w.i for w in words}
    figure = _unbound(sentence, figure, words[0])
    told = [i for i in _counted_first(sentence, figure, words, _thing(sentence, figure, head)) if i is not None]
    spans = [noun_span(sentence, i, inside) for i in told if i not in inside]
    return replace(figure, measured=spans[0] if spans else None, holder=spans[1] if len(spans) > 1 else None)


# Verbs that tell of something, whose "about" leads what they tell of and bounds no number.
TELLING = frozenset(
    "write speak talk tell ask hear know complain think read argue worry learn warn enquire inquire".split()
)


def _unbound(sentence: Sentence, figure: Figure, first: Word) -> Figure:
    """A figure without the bound that is part of its verb: "handed over £20", "wrote to her about two brothers"."""
    before = sentence.words[first.i - 1] if first.i else first
    if figure.bound not in ("over", "about", "around", "up to") or before.i == first.i:
        return figure
    led = [w for w in sentence.words[max(0, first.i - FAR) : before.i] if w.lemma in TELLING]
    told = figure.bound == "about" and any(
        w.i < p.i < before.i for w in led for p in sentence.kids(w.i, "prep", "dative")
    )
    timely = figure.unit in TIME_UNITS and figure.bound == "over" and before.dep == "prep"
    if timely and sentence.words[before.head].pos in ("VERB", "AUX"):
        return replace(figure, bound="", whole=Span(first.start, figure.whole.end))
    if before.tag == "RP" or before.dep == "prt" or told:
        return replace(figure, bound="", whole=Span(first.start, figure.whole.end))
    return figure


FAR = 14
"""Words behind a verb of telling in which its "about" may follow."""


def _counted_first(
    sentence: Sentence, figure: Figure, words: Sequence[Word], told: tuple[int | None, int | None]
) -> tuple[int | None, int | None]:
    """What is told of a figure, the plural noun right behind a bare number first: the parser may have missed it."""
    behind = words[-1].i + 1
    if (
        figure.unit
        or behind >= len(sentence.words)
        or sentence.words[behind].tag != "NNS"
        or not is_noun(sentence.words[behind])
    ):
        return told
    missed = words[-1].dep == "pobj" or told[1] == behind
    return (behind, told[0]) if missed and told[0] != behind else told


def _beside(figure: Figure, before: Figure | None, place: Place | None) -> Figure:
    """A figure in parentheses, which the parser is not shown: it tells the same as the figure or of the noun before."""
    if before and 0 <= figure.whole.start - before.span.end <= len(" ("):
        return replace(figure, measured=before.measured, holder=before.holder)
    if place is None:
        return figure
    sentence, word = place.sentence, place.sentence.words[place.i]
    if not is_noun(word) or figure.whole.start - word.end > len(" ("):
        return figure
    return replace(figure, measured=noun_span(sentence, _whole_noun(sentence, word).i, set()))


def _whole_noun(sentence: Sentence, word: Word) -> Word:
    """The noun a name or a part of a compound belongs to: the island in "the island of Saba"."""
    for _ in range(CLIMB):
        above = sentence.words[word.head]
        if word.dep == "pobj" and above.lower == "of":
            above = sentence.words[above.head]
        elif word.dep != "compound":
            break
        if not is_noun(above):
            break
        word = above
    return word


def _head(sentence: Sentence, words: Sequence[Word]) -> Word:
    """The word the figure hangs on the rest of the sentence by; the last number of "one in five children"."""
    inside = {w.i for w in words}
    head = next((w for w in words if w.head not in inside or w.head == w.i), words[-1])
    last = words[-1]
    counted = last.dep == "nummod" and last.head > last.i and is_noun(sentence.words[last.head])
    return last if counted else head


def _names(sentence: Sentence, figure: Figure, head: Word) -> bool:
    """Whether a bare number is a pronoun, or the number of the noun before it: "fraction 11"."""
    if figure.unit or figure.bound or figure.high is not None:
        return False
    above = sentence.words[head.head]
    named = head.i == above.i + 1 and head.dep in ("nummod", "appos") and above.tag in ("NN", "NNP")
    pronoun = head.lower == "one" and (head.pos == "PRON" or head.dep in ("nsubj", "nsubjpass"))
    return pronoun or (named and figure.value < UNNUMBERED and figure.value == int(figure.value))


def _thing(sentence: Sentence, figure: Figure, head: Word) -> tuple[int | None, int | None]:
    """The head of what is measured, and of what that belongs to."""
    parts = noun_under(sentence, head, ("of", "in", "for") if figure.unit.startswith("money:") else ("of",))
    for word in _upwards(sentence, head):
        above = sentence.words[word.head]
        if word.dep in MODIFIES and is_noun(above) and above.i > word.i - 3:
            if _goes_on(sentence, figure, above):
                continue
            return _with(parts, above.i, _actor(sentence, above))
        told = _governed(sentence, word, above)
        if told is not None:
            bought = figure.unit.startswith("money:") and word.dep == "dobj" and told[1] is not None
            return _with(parts, *(told[::-1] if bought else told))
    return parts, None


def _goes_on(sentence: Sentence, figure: Figure, noun: Word) -> bool:
    """Whether a noun is a link of a compound ("42-year-old driver", "5,000-seat arena") and not what is measured."""
    if figure.unit == "age" and noun.lower in ("year", "years"):
        return True
    return noun.i > 0 and sentence.words[noun.i - 1].tag == "HYPH" and noun.dep in MODIFIES


def _governed(sentence: Sentence, word: Word, above: Word) -> tuple[int | None, int | None] | None:
    """What the word above a figure tells that it measures; None where one must look further up."""
    if word.dep in ("npadvmod", "advmod", "nummod", "quantmod") and above.pos == "ADJ":
        return _of_adjective(sentence, above)
    if word.dep == "appos" and is_noun(above):
        return above.i, None
    if word.dep == "pobj":
        return _of_preposition(sentence, above)
    return _of_verb(sentence, word, above) if above.pos in ("VERB", "AUX") else None


def _with(parts: int | None, thing: int | None, holder: int | None) -> tuple[int | None, int | None]:
    """What a share is of comes before what governs it."""
    return (parts, thing if thing != parts else holder) if parts is not None else (thing, holder)


def _upwards(sentence: Sentence, head: Word) -> Iterator[Word]:
    """The head of a figure, then the words it stands for: the number it is coordinated with or part of."""
    word = head
    for _ in range(CLIMB):
        yield word
        above = sentence.words[word.head]
        if above.i == word.i:
            return
        word = above


def _actor(sentence: Sentence, noun: Word) -> int | None:
    """Whose action a counted or measured noun is the object of: "Apple employs 3,000 people"."""
    above = sentence.words[noun.head]
    while noun.dep == "conj" and is_noun(above):
        noun, above = above, sentence.words[above.head]
    if noun.dep == "pobj" and is_noun(sentence.words[above.head]):
        return above.head
    if noun.dep == "pobj":
        above = sentence.words[above.head]
    if noun.dep in ("dobj", "attr", "pobj", "npadvmod", "oprd") and above.pos in ("VERB", "AUX"):
        return subject_of(sentence, above)
    return above.i if noun.dep == "appos" and is_noun(above) else None


def _of_adjective(sentence: Sentence, adjective: Word) -> tuple[int | None, int | None]:
    """Who is "83 kilometres long" and the adjective; of "a contract worth €20m" the contract."""
    above = sentence.words[adjective.head]
    if adjective.dep in ("amod", "acl", "relcl", "appos") and is_noun(above):
        return above.i, None
    subject = subject_of(sentence, above) if above.pos in ("VERB", "AUX") else None
    return (subject, adjective.i) if subject is not None else (None, None)


def _of_preposition(sentence: Sentence, preposition: Word) -> tuple[int | None, int | None]:
    """Of "a rate of 5 percent" the rate, and whose it is; of "rose to 5 percent" what rose."""
    above = sentence.words[preposition.head]
    if preposition.dep in ("pcomp", "prep") and above.pos == "ADP":
        above = sentence.words[above.head]
    if is_noun(above) and not sentence.kids(above.i, "nummod") and above.i < preposition.i:
        beyond = sentence.words[above.head]
        acts = beyond.pos in ("VERB", "AUX") and above.dep not in ("nsubj", "nsubjpass")
        return above.i, subject_of(sentence, beyond) if acts else None
    if above.pos in ("VERB", "AUX"):
        return _of_verb(sentence, preposition, above)
    if above.pos in ("ADJ", "ADV") and sentence.words[above.head].pos in ("VERB", "AUX"):
        return subject_of(sentence, sentence.words[above.head]), None
    for word in _upwards(sentence, above):
        if sentence.words[word.head].pos in ("VERB", "AUX"):
            return _of_verb(sentence, preposition, sentence.words[word.head])
    return None, None


def _of_verb(sentence: Sentence, word: Word, verb: Word) -> tuple[int | None, int | None]:
    """What rises, costs or is so much: the object of the verb unless that is the figure, else its subject."""
    subject = subject_of(sentence, verb)
    if word.dep in ("nsubj", "nsubjpass"):
        return object_of(sentence, verb, word.i), None
    other = object_of(sentence, verb, word.i)
    if word.dep in ("dobj", "attr") or other is None:
        return (subject, other) if subject is not None else (other, None)
    return other, subject
