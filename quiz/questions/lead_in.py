"""The sentence told before a question that leans on it: "A weak cabinet followed Rhee. How long did it last?"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from quiz.facts.model import Sentence
from quiz.questions.asking.inversion import POINTS_BACK
from quiz.questions.clauses.clause import SUBJECTS
from quiz.questions.clauses.wording import render
from quiz.questions.draft import Draft
from quiz.questions.faults.alone import bare, loose, named
from quiz.questions.faults.fairness import faults, shown_text
from quiz.questions.faults.garbled import garbled
from quiz.questions.scene import Scene

LONGEST, SHORTEST = 20, 5
"""Words of a lead-in."""
TOGETHER = 36
"""Words of a lead-in and its question."""
COST = 4
"""Points a question loses for what is told before it."""
POINTING = re.compile(
    r"^(?:It|They|Its|Their|This|That|These|Those|There|Here|He|She|His|Her)\b|"
    r"\b(?:such|another|others?|also|too|instead|however|therefore|then|both|latter|former|same|later|earlier|since|"
    r"so|yet|still|nobody|nothing|no|not|never|hardly|lower|higher|more|less|fewer|better|worse|larger|smaller|greater|even|again|second|next|one|ones|neither|each|we|our|us|my|you|your|ago|now|today|this|these|those|"
    r"there|here|him|them|me|would|should|might|may|could|perhaps|probably|reportedly|allegedly)\b|[“”\"—–;:?!()]",
    re.IGNORECASE,
)
"""What a lead-in may not hold: words that point elsewhere, what was not so, and marks of what is put in."""
FINITE = ("VBD", "VBZ", "VBP", "MD")
ENDS = (",", ";", ":", "—", "–")


def led(scene: Scene, draft: Draft) -> Draft | None:
    """A draft with the sentence it leans on before it; None where that does not stand alone, or gives it away."""
    before = draft.before
    if before is None or before.spoken or not draft.question:
        return None
    at = scene.place(before)
    for kept in _choices(before):
        if not set(draft.leans) <= set(kept):
            continue
        text = _stated(scene, at, kept)
        together = len(text.split()) + len(draft.question.split())
        if text and together <= TOGETHER and _stands(scene, draft, before, text):
            spans = dict.fromkeys([*draft.evidence, scene.passage(at)])
            return replace(draft, lead_in=text, evidence=tuple(spans), told="").less(COST, "told with what goes before")
    return None


def brought_in(scene: Scene, draft: Draft) -> Draft:
    """A draft that leans on the sentence before, if that brings in what it calls "the" and a noun."""
    at = 0 if draft.sentence.spoken else scene.place(draft.sentence)
    before = scene.sentences[at - 1] if at else draft.sentence
    if before is draft.sentence or before.block is not draft.sentence.block:
        return draft
    shown, places = shown_text(draft), list[int]()
    for noun in bare(draft, shown):
        alike = [w.i for w in before.words if w.lemma.lower() == noun.lemma.lower() and w.tag == noun.tag]
        if not alike:
            return draft
        places.append(alike[-1])
    pointing = tuple(reason for reason in draft.reasons if reason.startswith("unclear: the "))
    cost = POINTS_BACK * len(pointing)
    kept = tuple(reason for reason in draft.reasons if reason not in pointing)
    found = replace(draft, before=before, leans=tuple(places), reasons=kept, score=draft.score + cost)
    return found if places else draft


def _choices(sentence: Sentence) -> Iterator[Sequence[int]]:
    """The words of a sentence, without its asides, and those of its main clause up to a comma."""
    words, aside = sentence.words, _asides(sentence)
    first = 1 if words[0].tag == "CC" else 0
    yield range(first, len(words))
    yield [i for i in range(first, len(words)) if i not in aside]
    root = sentence.root()
    for mark in words[root.i :]:
        told = mark.text in ENDS and mark.i not in aside
        if told and all(first <= w.i < mark.i for w in sentence.kids(root.i, *SUBJECTS, "dobj", "attr")):
            yield [i for i in range(first, mark.i) if i not in aside]


def _asides(sentence: Sentence) -> set[int]:
    """What stands between two commas and only describes a noun, with its commas."""
    found = set[int]()
    for word in sentence.words:
        part = sentence.subtree(word.i)
        marks = sentence.words[part[0] - 1 : part[0]] + sentence.words[part[-1] + 1 : part[-1] + 2]
        if word.dep in ("relcl", "acl", "appos") and part[0] and [w.text for w in marks] == [",", ","]:
            found.update(range(part[0] - 1, part[-1] + 2))
    return found


def _stated(scene: Scene, at: int, kept: Sequence[int]) -> str:
    """What is told as a sentence of its own; "" where it is none."""
    sentence = scene.sentences[at]
    root, inside = sentence.root(), [sentence.words[i] for i in kept]
    finite = root.tag in FINITE or any(a.tag in FINITE for a in sentence.kids(root.i, "aux", "auxpass"))
    if not finite or not any(w.i in kept for w in sentence.kids(root.i, *SUBJECTS)) or any(w.held for w in inside):
        return ""
    standing = scene.referents.stand(at, kept)
    if standing is None or standing.doubts or standing.narrated:
        return ""
    text = re.sub(r"[\s,;.]+$", "", render(scene.document, sentence, kept, standing.instead))
    whole = scene.document.text[sentence.span.end - 1] in ".,;" or kept[-1] < len(sentence.words) - 1
    if not whole or POINTING.search(text) or not SHORTEST <= len(text.split()) <= LONGEST:
        return ""
    return f"{text[:1].upper()}{text[1:]}."


def _stands(scene: Scene, draft: Draft, before: Sentence, text: str) -> bool:
    """Whether what is told before stands alone, and tells nothing of the answer."""
    probe = replace(
        draft, sentence=before, question=text, reasons=(), context="", plain=(), told="", shown=(), gone=frozenset()
    )
    if not named(scene, text) or any(points > COST for points, _ in (*faults(probe), *loose(scene, probe))):
        return False
    return not garbled(scene, probe)
