"""Asks how many of a number of things are where, of a list behind a colon: "17 zones: sixteen in Gabon, one in ..."."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quiz.documents.model import Span
from quiz.facts.model import Figure, Word
from quiz.questions.answers.written import answer_of
from quiz.questions.asking.counted import counted
from quiz.questions.asking.inversion import asked, judged
from quiz.questions.clauses.phrase import noun_phrase
from quiz.questions.draft import Draft
from quiz.questions.forms.ask_owned import past
from quiz.questions.scene import Scene, head_of

PLACES = frozenset("in at on from near around under over behind outside inside within along".split())
SMALLEST = 3
LISTED = 8
"""Points less than a question of a clause: a list says little of what it counts."""
REACH = 120
"""Characters from the colon to an item at most."""


def ask_listed(scene: Scene, at: int, figure: Figure, words: Sequence[Word]) -> Iterator[Draft]:
    """How many of what was counted before the colon there are at the place told behind the number."""
    sentence = scene.sentences[at]
    colon = scene.document.text.rfind(":", max(0, figure.span.start - REACH), figure.span.start)
    if figure.unit or figure.value < SMALLEST or counted(sentence, words) or colon < 0:
        return
    head = head_of(words)
    place = [p for p in sentence.kids(head.i, "prep") if p.i == words[-1].i + 1 and p.lower in PLACES]
    listed = scene.words(sentence, Span(colon, figure.span.end))
    before = at if sentence.span.start < colon else at - 1
    if not place or before < 0 or any(w.tag in ("VBD", "VBZ", "VBP") for w in listed):
        return
    phrase = [i for i in noun_phrase(sentence, place[0].i) if sentence.words[i].tag != "CD"]
    if named := _counted_before(scene, before, colon, figure):
        yield from _draft(scene, at, figure, phrase, before, named)


def _counted_before(scene: Scene, before: int, colon: int, figure: Figure) -> list[int]:
    """The noun, with what stands before it, that the sentence up to the colon counts more of; empty for none."""
    sentence = scene.sentences[before]
    if scene.document.text[sentence.span.start : colon + 1].strip()[-1:] != ":" or sentence.block.span.end <= colon:
        return []
    told = scene.figures_in(Span(sentence.span.start, colon))
    for other in told[:1]:
        words = scene.words(sentence, other.span)
        noun = counted(sentence, words) if words and not other.unit and other.value > figure.value else None
        if noun is not None:
            return [i for i in noun_phrase(sentence, noun.i, joined=False) if words[-1].i < i <= noun.i]
    return []


def _draft(
    scene: Scene, at: int, figure: Figure, phrase: Sequence[int], before: int, named: Sequence[int]
) -> Iterator[Draft]:
    sentence, first = scene.sentences[at], scene.sentences[before]
    standing, other = scene.referents.stand(at, phrase), scene.referents.stand(before, named)
    if standing is None or other is None:
        return
    being = "were" if past(first, first.root()) else "are"
    text = f"How many {scene.stated(before, named, other)} {being} {scene.stated(at, phrase, standing)}"
    told = () if before == at else (scene.passage(before),)
    draft = Draft(figure, sentence, scene.passage(at), answer_of(figure), asked(text), evidence=told)
    yield judged(judged(draft, standing), other).less(LISTED, "one of a list")
