"""Asks a question behind the sentences before it: "A weak cabinet followed Rhee. How many months did it last?"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from quiz.documents.model import BlockKind
from quiz.facts.human_nouns import person_noun
from quiz.facts.model import Sentence, Word
from quiz.facts.prominence import PERSONAL, persons_in
from quiz.questions.clauses.clause import SUBJECTS
from quiz.questions.clauses.wording import render
from quiz.questions.draft import IN_PLACE, Draft
from quiz.questions.faults.alone import loose
from quiz.questions.faults.fairness import faults
from quiz.questions.faults.garbled import garbled
from quiz.questions.reference.anaphora import DEFINITE
from quiz.questions.reference.things import THINGS, empty_it, fits, human
from quiz.questions.scene import Scene

LONGEST, SHORTEST = 36, 4
"""Words of a sentence told before."""
TOGETHER = 64
"""Words of a lead-in and its question."""
COST = 10
"""Points a question loses for what is told before it."""
FARTHEST = 3
"""Sentences told before a question at most."""
LOOSE = re.compile(
    r"\b(?:also|too|instead|however|therefore|latter|former|such|another|other|same|else|either|neither|again|"
    r"here|now|today|ago|you|your|reportedly|allegedly|perhaps)\b|^(?:Then|So|Yet|Still|Nor|Or)\b|[?!()]",
    re.IGNORECASE,
)
"""What the first sentence told may not hold: words that point elsewhere, and marks of what is put in."""
TIMED = ("DATE", "TIME", "CARDINAL", "MONEY", "PERCENT", "QUANTITY")
BY_QUESTION = frozenset(("names nothing", "does not tell what of", "says too little", "not told as fact"))
"""What may be held against it, being made good by the question."""
MARKS = (",", ";", ":", "—", "–")
FINITE = ("VBD", "VBZ", "VBP", "MD")


def behind(scene: Scene, draft: Draft) -> Draft | None:
    """A draft with the sentences before it told first; None where they do not stand alone, or do not tell who "he" is."""
    if not draft.question or draft.sentence.spoken or IN_PLACE in draft.reasons:
        return None
    at = scene.place(draft.sentence)
    for first in range(at - 1, max(at - 1 - FARTHEST, -1), -1):
        if not _goes_on(scene.sentences[first], scene.sentences[first + 1], near=first == at - 1):
            return None
        for opening in _openings(scene, draft, first):
            text = " ".join([opening, *(_whole(scene, i) for i in range(first + 1, at))])
            told = scene.sentences[first:at]
            short = len(text.split()) + len(draft.question.split()) <= TOGETHER
            if short and not any(w.held for s in told[1:] for w in s.words) and _tells(scene, draft, told):
                spans = dict.fromkeys([*draft.evidence, *(scene.passage(i) for i in range(first, at))])
                return replace(draft, lead_in=text, evidence=tuple(spans), told="").less(COST, "behind its passage")
    return None


def _goes_on(before: Sentence, sentence: Sentence, *, near: bool) -> bool:
    """Whether a sentence goes on from another: in its paragraph, or as the first of the next one."""
    one, other = before.block, sentence.block
    if one is other:
        return one.kind is not BlockKind.item
    body = one.kind is BlockKind.body and other.kind is BlockKind.body
    return near and body and one.section == other.section


def _openings(scene: Scene, draft: Draft, at: int) -> Iterator[str]:
    """What of a sentence can be told by itself, the fullest first."""
    sentence = scene.sentences[at]
    for kept in _choices(sentence):
        text = _stated(scene, at, kept)
        if text and _stands(scene, draft, sentence, text):
            yield text


def _choices(sentence: Sentence) -> Iterator[Sequence[int]]:
    """The words of a sentence, those without its asides, and those of its main clause up to a comma."""
    words, aside = sentence.words, _asides(sentence)
    first = 1 if words[0].tag == "CC" else 0
    yield range(first, len(words))
    if aside:
        yield [i for i in range(first, len(words)) if i not in aside]
    root = sentence.root()
    for mark in reversed(words[root.i :]):
        if mark.text in MARKS and mark.i not in aside and all(w.head < mark.i for w in words[:mark.i]):
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
    if not finite or not any(w.i in kept for w in sentence.kids(root.i, *SUBJECTS, "expl")):
        return ""
    if any(w.held for w in inside):
        return ""
    standing = scene.referents.stand(at, kept)
    if standing is None or standing.doubts or standing.narrated:
        return ""
    text = re.sub(r"(?:[\s,;:—–.]|\b(?:and|but|or)$)+$", "", render(scene.document, sentence, kept, standing.instead))
    if LOOSE.search(text) or not SHORTEST <= len(text.split()) <= LONGEST:
        return ""
    return f"{text[:1].upper()}{text[1:]}."


def _whole(scene: Scene, at: int) -> str:
    """A sentence as the text tells it."""
    sentence = scene.sentences[at]
    text = re.sub(r"[\s,;.]+$", "", render(scene.document, sentence, range(len(sentence.words)), {}))
    return re.sub(r"\.?([”\"])$", r".\1", text) if text[-1] in "”\"" else f"{text}."


def _stands(scene: Scene, draft: Draft, before: Sentence, text: str) -> bool:
    """Whether what is told first stands alone, and is whole."""
    probe = replace(
        draft, sentence=before, question=text, reasons=(), context="", plain=(), told="", shown=(), gone=frozenset()
    )
    held = {reason for points, reason in (*faults(probe), *loose(scene, probe)) if points > COST}
    return not held - BY_QUESTION and not garbled(scene, probe)


def _tells(scene: Scene, draft: Draft, told: Sequence[Sentence]) -> bool:
    """Whether what is told first tells who or what a draft's words point at, and does so for one of them."""
    linked = False
    for word in _shown(draft):
        if word.lower in PERSONAL and word.tag in ("PRP", "PRP$"):
            link = _person_told(scene, draft, word, told)
        elif word.lower in THINGS and not empty_it(draft.sentence, word):
            link = _thing_told(draft, word, told)
        elif word.lower in DEFINITE and word.dep == "det" and word.lower != "the":
            link = _again(draft.sentence.words[word.head], told) or None
        else:
            link = word.lower == "there" and word.dep == "advmod"
            link = link or (word.pos in ("NOUN", "PROPN") and word.ent not in TIMED and _again(word, told))
        if link is None:
            return False
        linked = linked or link
    return linked


def _shown(draft: Draft) -> list[Word]:
    """The words of its sentence that a draft shows."""
    words = draft.sentence.words
    if draft.shown:
        return [words[i] for i in draft.shown if not words[i].held]
    shown = {w.lower() for w in re.findall(r"[\w’'-]+", draft.question)}
    return [w for w in words if w.lower in shown and not w.held]


def _again(noun: Word, told: Sequence[Sentence]) -> bool:
    """Whether a thing or somebody is spoken of by the same noun or name."""
    return any(w.pos == noun.pos and w.lemma.lower() == noun.lemma.lower() for s in told for w in s.words)


def _person_told(scene: Scene, draft: Draft, word: Word, told: Sequence[Sentence]) -> bool | None:
    """Whether the person that "he" or "she" stands for is told first; False for one shown, None for none at all."""
    gender, people, sentence = PERSONAL[word.lower], scene.facts.people, draft.sentence
    shown = {w.i for w in _shown(draft)}
    here = [w for p, w in persons_in(sentence, people) if w.i < word.i and p.gender in (gender, "")]
    here += [w for w in sentence.words[: word.i] if w.pos == "NOUN" and w.tag == "NN" and person_noun(w.lemma.lower())]
    if here:
        return False if any(w.i in shown for w in here) else None
    before = any(p.gender in (gender, "") for s in told for p, _ in persons_in(s, people))
    return before or any(person_noun(w.lemma.lower()) for s in told for w in s.words if w.pos == "NOUN") or None


def _thing_told(draft: Draft, word: Word, told: Sequence[Sentence]) -> bool | None:
    """Whether what "it" or "they" stands for is told first; False for what is shown, None for nothing at all."""
    many, sentence = word.lower.startswith("th"), draft.sentence
    shown = {w.i for w in _shown(draft)}
    here = [w for w in sentence.words[: word.i] if _may_be(sentence, w, many=many) and w.dep != "pobj"]
    if here:
        return False if any(w.i in shown for w in here) else None
    return any(_may_be(s, w, many=many) for s in told for w in s.words) or None


def _may_be(sentence: Sentence, noun: Word, *, many: bool) -> bool:
    possible = noun.pos in ("NOUN", "PROPN") and noun.dep != "compound" and noun.ent not in TIMED
    return possible and fits(sentence, noun, many=many) and (many or not human(noun))
