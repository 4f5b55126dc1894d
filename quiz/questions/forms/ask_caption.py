"""Asks what a caption tells in the present of its picture, with the date behind a comma: "Orde signs it, 1912"."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from dataclasses import replace

from quiz.documents.model import BlockKind
from quiz.facts.model import Date, Sentence, Word
from quiz.questions.asking.inversion import inverted, judged
from quiz.questions.clauses.clause import SUBJECTS
from quiz.questions.clauses.when import when, written
from quiz.questions.draft import Draft
from quiz.questions.forms.date_fit import PICTURED
from quiz.questions.scene import Scene

PRESENT = ("VBZ", "VBP")
LONGEST = 24
"""Words of a caption that is asked."""


def of_caption(scene: Scene, at: int, date: Date, words: Sequence[Word]) -> Iterator[Draft]:
    """When that was which a caption shows, asked in the past."""
    sentence = scene.sentences[at]
    found = scene.of_verb(sentence, sentence.root())
    if found is None or not _captions(sentence, words):
        return
    past = replace(found, verb=found.verb._replace(tag="VBD"), finite=True)
    gone = {w.i for w in words} | {words[0].i - 1} | _between(sentence)
    question, standing = inverted(scene, at, past, (when(date, "on" if date.grain == "day" else "in"),), gone)
    if standing is None or not all(word.text in question for word in _told(sentence, gone)):
        return
    yield judged(Draft(date, sentence, scene.passage(at), written(date), question), standing)


def _captions(sentence: Sentence, words: Sequence[Word]) -> bool:
    """Whether a short sentence in the present names who is shown, and ends with a date behind a comma."""
    root, last = sentence.root(), [w for w in sentence.words if w.pos != "PUNCT"][-1]
    subjects = sentence.kids(root.i, *SUBJECTS)
    led = words[0].i > 0 and sentence.words[words[0].i - 1].text == ","
    verbs = [w for w in sentence.words if w.tag in (*PRESENT, "VBD", "MD")]
    if root.tag not in PRESENT or root.lemma in (*PICTURED, "be", "have") or len(sentence.words) > LONGEST:
        return False
    if not (subjects and led and verbs == [root] and words[-1].i == last.i):
        return False
    first = sentence.span.start == sentence.block.span.start
    who = (subjects[0], *sentence.kids(subjects[0].i, "appos", "compound", "nmod"))
    peoples = [w for w in sentence.kids(subjects[0].i, "amod") if w.ent == "NORP"]
    named = bool(peoples) or any(w.tag in ("NNP", "NNPS") for w in who)
    return named and (first or sentence.block.kind is BlockKind.caption)


def _told(sentence: Sentence, gone: Container[int]) -> list[Word]:
    """The words behind the verb up to a comma, which a question must keep."""
    behind = sentence.words[sentence.root().i + 1 :]
    comma = next((w.i for w in behind if w.text == ","), len(sentence.words))
    return [w for w in behind if w.i < comma and w.i not in gone and w.pos != "PUNCT"]


def _between(sentence: Sentence) -> set[int]:
    """What stands between brackets: "(left)"."""
    opened = [w.i for w in sentence.words if w.text in "(["]
    closed = [w.i for w in sentence.words if w.text in ")]"]
    return {i for first, last in zip(opened, closed, strict=False) for i in range(first, last + 1)}
