"""Quotations of doubt: words that somebody else only claims were said, and opinions nobody can tell of whom."""

from __future__ import annotations

from quiz.facts.model import Quote, Sentence, Word
from quiz.facts.reference import antecedent
from quiz.questions.scene import Scene

ALLEGING = frozenset("claim allege pretend imagine fable purport".split())
"""Verbs of what may not be true."""
THINKING = frozenset("think believe judge consider reckon feel conclude guess suppose".split())
"""Verbs of opinions, which may be of somebody else."""
LED = ("ccomp", "xcomp", "advcl")


def in_doubt(scene: Scene, quote: Quote) -> bool:
    """Whether nobody can tell from a quotation and its sentence that it was said, or of whom."""
    return quote.cue is not None and (_alleged(quote, quote.cue) or _of_another(scene, quote, quote.cue))


def _alleged(quote: Quote, cue: int) -> bool:
    """Whether somebody else only claims that it was said: "he claimed that Orr had told him"."""
    words, path = quote.sentence.words, set[int]()
    word = words[cue]
    while word.head not in (word.i, *path) and word.dep in (*LED, "conj"):
        path.add(word.i)
        word = words[word.head]
        if word.lemma in ALLEGING:
            return True
    return False


def _of_another(scene: Scene, quote: Quote, cue: int) -> bool:
    """Whether "he" in what somebody thought may be another, of whom the sentence before tells."""
    sentence, at = quote.sentence, scene.place(quote.sentence)
    people, speaker = scene.facts.people, scene.facts.people.find(quote.speaker)
    if sentence.words[cue].lemma not in THINKING or not at or speaker is None:
        return False
    before = scene.sentences[at - 1]
    others = [p for p in people.between(before.span.start, before.span.end) if p is not speaker]
    if before.block is not sentence.block or not any(p.gender in ("", speaker.gender) for p in others):
        return False
    for word in sentence.words:
        if word.lower in ("he", "she") and not word.held and _below(sentence, word, cue):
            meant = antecedent(scene.sentences, at, word, people)
            if meant and meant.person is speaker:
                return True
    return False


def _below(sentence: Sentence, word: Word, verb: int) -> bool:
    """Whether a word stands in a clause that a verb leads."""
    path = set[int]()
    while word.head not in (word.i, *path):
        path.add(word.i)
        if word.head == verb:
            return word.dep in LED
        word = sentence.words[word.head]
    return False
