"""What a figure counts or measures, and what that belongs to or happens to, from the parse of its sentence."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from quiz.documents.model import Span
from quiz.facts.figures.phrases import is_noun, noun_span, noun_under, object_of, subject_of
from quiz.facts.model import Figure, Sentence, Word


class Place(NamedTuple):
    """A word with its sentence, sorted by where it starts."""

    start: int
    sentence: Sentence
    i: int


MODIFIES = frozenset("nummod compound amod nmod quantmod poss npadvmod".split())
UNNUMBERED = 1000
"""A bare number behind its noun is a name ("fraction 11") below this, and a count from it on."""


def measure(figures: Sequence[Figure], sentences: Sequence[Sentence]) -> list[Figure]:
    """The figures with what each measures; a number that the parse shows to be a name is left out."""
    places = sorted(
        (Place(w.start, sentence, w.i) for sentence in sentences for w in sentence.words if not w.held),
        key=lambda place: place.start,
    )
    starts = [place.start for place in places]
    done: list[Figure] = []
    for figure in figures:
        if found := _measured(figure, done[-1] if done else None, places, starts):
            done.append(found)
    return done


def _measured(figure: Figure, before: Figure | None, places: Sequence[Place], starts: Sequence[int]) -> Figure | None:
    first = bisect_left(starts, figure.span.start)
    if first and places[first - 1].sentence.words[places[first - 1].i].end > figure.span.start:
        first -= 1
    here = places[first : bisect_left(starts, figure.span.end)]
    if not here and before and 0 <= figure.whole.start - before.span.end <= len(" ("):
        return replace(figure, measured=before.measured, holder=before.holder)
    if not here:
        return _beside(figure, places[first - 1]) if first else figure
    sentence = here[0].sentence
    words = [sentence.words[place.i] for place in here if place.sentence is sentence]
    head = _head(sentence, words)
    if _numbers(sentence, figure, head) or (head.lower == "one" and head.pos == "PRON" and not figure.unit):
        return None
    last = sentence.words[words[-1].head]
    if words[-1].dep == "nummod" and head is not words[-1] and is_noun(last) and last.i > words[-1].i:
        head = words[-1]
    thing, holder = _thing(sentence, figure, head)
    behind = sentence.words[words[-1].i + 1] if words[-1].i + 1 < len(sentence.words) else head
    if (
        not figure.unit
        and head.dep == "pobj"
        and head.tag == "CD"
        and behind.tag == "NNS"
        and behind.i not in (thing, holder)
    ):
        thing, holder = behind.i, thing
    elif not figure.unit and thing is not None and holder == behind.i and behind.tag == "NNS":
        thing, holder = holder, thing
    inside = {w.i for w in words}
    spans = [noun_span(sentence, i, inside) for i in (thing, holder) if i is not None and i not in inside]
    if thing is not None and thing in inside:
        thing = None
    measured = spans[0] if spans and thing is not None else None
    other = spans[-1] if spans and (thing is None or len(spans) > 1) else None
    return replace(figure, measured=measured or other, holder=other if measured else None)


def _beside(figure: Figure, before: Place) -> Figure:
    """A figure in parentheses, which the parser is not shown: it tells of the noun before them."""
    sentence = before.sentence
    word = sentence.words[before.i]
    if not is_noun(word) or figure.span.start - word.end > len(" (about "):
        return figure
    while is_noun(sentence.words[word.head]) and word.dep == "compound":
        word = sentence.words[word.head]
    return replace(figure, measured=noun_span(sentence, word.i, set()))


def _head(sentence: Sentence, words: Sequence[Word]) -> Word:
    """The word the figure hangs on the rest of the sentence by."""
    inside = {w.i for w in words}
    return next((w for w in words if w.head not in inside or w.head == w.i), words[-1])


def _numbers(sentence: Sentence, figure: Figure, head: Word) -> bool:
    """Whether a bare number is the number of the noun before it: "fraction 11"."""
    above = sentence.words[head.head]
    return (
        not figure.unit
        and figure.high is None
        and figure.value < UNNUMBERED
        and figure.value == int(figure.value)
        and head.i == above.i + 1
        and head.dep in ("nummod", "appos")
        and above.tag in ("NN", "NNP")
        and not figure.bound
    )


def _thing(sentence: Sentence, figure: Figure, head: Word) -> tuple[int | None, int | None]:
    """The head of what is measured, and of what that belongs to."""
    parts = noun_under(sentence, head, ("of", "in", "for") if figure.unit.startswith("money:") else ("of",))
    for word in _upwards(sentence, head):
        above = sentence.words[word.head]
        if word.dep in MODIFIES and is_noun(above) and above.i > word.i - 3:
            if figure.unit == "age" and above.lower in ("year", "years"):
                continue
            if above.i > 0 and sentence.words[above.i - 1].tag == "HYPH" and above.dep in MODIFIES:
                continue
            return _with(parts, above.i, _actor(sentence, above))
        if word.dep in ("npadvmod", "advmod", "nummod", "quantmod") and above.pos == "ADJ":
            return _with(parts, *_of_adjective(sentence, above))
        if word.dep == "appos" and is_noun(above):
            return _with(parts, above.i, None)
        if word.dep == "pobj":
            return _with(parts, *_of_preposition(sentence, above))
        if above.pos in ("VERB", "AUX"):
            return _with(parts, *_of_verb(sentence, word, above))
    return parts, None


def _with(parts: int | None, thing: int | None, holder: int | None) -> tuple[int | None, int | None]:
    """What a share is of comes before what governs it."""
    return (parts, thing if thing != parts else holder) if parts is not None else (thing, holder)


def _upwards(sentence: Sentence, head: Word) -> Iterator[Word]:
    """The head of a figure, then the words it stands for: the number it is coordinated with or part of."""
    word = head
    for _ in range(6):
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
    """ "83 kilometres long": the adjective and who is so; "a contract worth €20m": the contract."""
    above = sentence.words[adjective.head]
    if adjective.dep in ("amod", "acl", "relcl", "appos") and is_noun(above):
        return above.i, None
    if above.pos in ("VERB", "AUX"):
        return subject_of(sentence, above), adjective.i
    return adjective.i, None


def _of_preposition(sentence: Sentence, preposition: Word) -> tuple[int | None, int | None]:
    """ "a rate of 5 percent": the rate, and whose it is; "rose to 5 percent": what rose."""
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
    """What rises, falls, costs or is so much: the object of the verb if the figure is not its object, else its subject."""
    subject = subject_of(sentence, verb)
    if word.dep in ("nsubj", "nsubjpass"):
        return object_of(sentence, verb, word.i), None
    other = object_of(sentence, verb, word.i)
    if word.dep in ("dobj", "attr") or other is None:
        return (subject, other) if subject is not None else (other, None)
    return other, subject
