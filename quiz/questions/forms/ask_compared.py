"""Asks for the figure that another is compared with: "... cost $5.65 in 2023, up from $4.40 in 2021"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from quiz.facts.model import Figure, Sentence, Word
from quiz.questions.answers.written import answer_of
from quiz.questions.asking.fronting import CHANGES, bridged, fronted
from quiz.questions.asking.interrogative import interrogative
from quiz.questions.asking.inversion import inverted, judged
from quiz.questions.asking.lead import Interrogative
from quiz.questions.clauses.clause import Clause
from quiz.questions.draft import Draft
from quiz.questions.scene import Scene

REACH = 5
"""Words before a figure within which "compared with" or "up from" begins."""
NEAR = 5
"""Words behind a figure within which its time ends."""
REACHING = CHANGES | {"reach", "hit"}


def ask_compared(scene: Scene, at: int, figure: Figure, words: Sequence[Word]) -> Iterator[Draft]:
    """The question of the first figure with the time of the second, or from how much it rose to the first."""
    sentence = scene.sentences[at]
    opener = _opener(sentence, words)
    first = _first(scene, sentence, figure, opener) if opener else None
    asked_of = _asked(scene, sentence, first) if first else None
    if not opener or not asked_of:
        return
    phrase, found = asked_of
    behind = {*range(opener.i, len(sentence.words))}
    rest = tuple(part for part in found.rest if not set(part) & behind)
    fronted_parts = tuple(part for part in found.fronted if not set(part) & behind)
    found = replace(found, rest=rest, fronted=fronted_parts)
    if found.verb.lemma in REACHING:
        lead = ("from", _amount(figure))
        text, standing = inverted(scene, at, found, lead, behind) if opener.lower in ("up", "down") else ("", None)
    else:
        told = _at_its_time(scene, sentence, found, words, opener)
        text, standing = inverted(scene, at, told, phrase.lead, phrase.gone) if told else ("", None)
    if standing is not None:
        yield judged(Draft(figure, sentence, scene.passage(at), answer_of(figure), text), standing)


def _amount(figure: Figure) -> str:
    if figure.unit.startswith("money"):
        return "how much"
    return "what percentage" if figure.unit == "percent" else "what figure"


def _opener(sentence: Sentence, words: Sequence[Word]) -> Word | None:
    """The "up" of ", up from $4.40", the "compared" of ", compared with 8 per cent"."""
    before = sentence.words[max(0, words[0].i - REACH) : words[0].i]
    said = " ".join(w.lower for w in before)
    for opening in ("up from", "down from", "compared with", "compared to", "against", "versus"):
        if f" {opening}" in f" {said}":
            if before[-1].lower not in (opening.split()[-1], "only", "just", "about", "some", "nearly", "almost"):
                return None
            opener = next(w for w in reversed(before) if w.lower == opening.split()[0])
            return opener if opener.i and sentence.words[opener.i - 1].text == "," else None
    return None


def _first(scene: Scene, sentence: Sentence, figure: Figure, opener: Word) -> Figure | None:
    """The figure of the same unit told last before the comparison."""
    told = [f for f in scene.facts.figures if sentence.span.start <= f.span.start < opener.start]
    return told[-1] if told and told[-1].unit == figure.unit else None


def _asked(scene: Scene, sentence: Sentence, first: Figure) -> tuple[Interrogative, Clause] | None:
    """What asks for the first figure, and its clause."""
    words = scene.words(sentence, first.span)
    core = interrogative(sentence, first, words) if words else None
    phrase = fronted(sentence, core) if core else None
    found = scene.clause_of(sentence, phrase.top.i) if phrase else None
    if not phrase or not found or phrase.nested or not found.holding(phrase.top.i) or phrase.top.i in found.subject:
        return None
    return (phrase, found) if bridged(sentence, phrase.top, found.verb) == set() else None


def _at_its_time(scene: Scene, sentence: Sentence, found: Clause, words: Sequence[Word], opener: Word) -> Clause | None:
    """The clause as it was at the time told behind the second figure; None where none is told."""
    last = words[-1].i
    dates = [d for d in scene.dates_in(sentence.span) if d.span.start >= words[-1].end]
    behind = [w.i for d in dates[:1] for w in scene.words(sentence, d.span)]
    plain = not found.auxiliaries and found.verb.lemma not in ("be", "have")
    if not behind or behind[-1] > last + NEAR or not (plain or found.verb.tag == "VBD"):
        return None
    dated = {w.i for d in scene.dates_in(sentence.span) for w in scene.words(sentence, d.span) if w.i < opener.i}
    rest = tuple(part for part in found.rest if not dated & set(part))
    before = tuple(part for part in found.fronted if not dated & set(part))
    time = tuple(range(last + 1, behind[-1] + 1))
    return replace(found, verb=found.verb._replace(tag="VBD"), rest=(*rest, time), fronted=before)
