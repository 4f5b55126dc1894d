"""What of a sentence can be told by itself, as the first of those before a question."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from quiz.facts.model import Sentence, Word
from quiz.facts.prominence import PERSONAL
from quiz.questions.clauses.clause import SUBJECTS
from quiz.questions.clauses.wording import render
from quiz.questions.draft import Draft
from quiz.questions.faults.alone import loose, named
from quiz.questions.faults.fairness import GIVEN, faults
from quiz.questions.faults.garbled import garbled
from quiz.questions.scene import Scene

LONGEST, SHORTEST = 36, 4
"""Words of what is told first."""
HEAVY = 15
"""Points of a fault with which it is not told."""
LOOSE = re.compile(
    r"\b(?:also|too|instead|however|therefore|latter|former|such|another|other|same|else|either|neither|again|"
    r"that followed|previous|here|now|today|ago|you|your|reportedly|allegedly|perhaps)\b|"
    r"^(?:Then|So|Yet|Still|Nor|Or|Moreover|Furthermore|Besides|Nevertheless|Nonetheless|Meanwhile|Hence|Thus|Indeed)\b|"
    r"\b(?:it|them|lower|higher|better|worse|less|fewer|smaller|larger|greater|was|were|is|are|had|has|"
    r"(?:did|does|do|was|were|had|is|are|could|would|has|have) not)$|\b(?:better|worse)\b(?! than)|"
    r"^(?:Inside|Outside|Above|Below|Beneath|Behind|Beyond|Nearby|Elsewhere|Upstairs|"
    r"Downstairs|Around|Next)\b(?= (?:was|were|is|are|had|has|stood|stands|lay|lies|came|comes|it|he|she|they)\b|,)|"
    r"[?!()]",
    re.IGNORECASE,
)
"""Words that point elsewhere, and marks of what is put in."""
BY_QUESTION = frozenset((GIVEN, "names nothing", "does not tell what of", "says too little", "not told as fact"))
"""What may be held against it, being made good by the question or told of each."""
COUNTING = frozenset("each both none neither several some many most few all".split())
MARKS = (",", ";", ":", "—", "–")
JOINING = ("CC", "WDT", "WP", "WRB")
FINITE = ("VBD", "VBZ", "VBP", "MD")
ADDED = ("conj", "cc", "punct", "advcl", "relcl", "acl", "appos", "prep", "parataxis", "advmod", "npadvmod", "ccomp")
NEEDED = ("dobj", "attr", "acomp", "xcomp", "oprd", "dative")
ASIDES = ("relcl", "acl", "appos")


def openings(scene: Scene, draft: Draft, at: int, part: Sequence[int]) -> Iterator[tuple[str, Sequence[int]]]:
    """What of a part of sentence `at` can be told before a draft, with the words it is made of, the fullest first."""
    for kept in _choices(scene.sentences[at], part):
        text = _stated(scene, at, kept)
        if text and _stands(scene, draft, scene.sentences[at], text):
            yield text, kept


def whole(scene: Scene, at: int, part: Sequence[int]) -> str:
    """A part of a sentence as the text tells it."""
    text = re.sub(r"[\s,;.]+$", "", render(scene.document, scene.sentences[at], part, {}))
    text = f"{text[:1].upper()}{text[1:]}"
    return re.sub(r"\.?([”\"])$", r".\1", text) if text[-1:] in '”"' else f"{text}."


def own_part(draft: Draft) -> Sequence[int]:
    """The words of a draft's own sentence that are a clause before all that it asks and shows."""
    words = draft.sentence.words
    asked = [i for i in (*draft.shown, *draft.gone) if words[i].text != ","]
    for mark in reversed(words[: min(asked, default=0)]):
        joined = mark.text == ";" or (mark.tag == "CC" and mark.lower in ("and", "but")) or mark.text == ","
        first = 1 if words[0].tag == "CC" else 0
        if joined and first < mark.i and _clause(draft.sentence, range(first, mark.i)):
            return range(first, mark.i)
    return ()


def _clause(sentence: Sentence, part: Sequence[int]) -> bool:
    """Whether words are a clause joined to what follows by nothing but its verb."""
    inside = set(part)
    outside = [w for w in sentence.words if w.i not in inside and w.dep not in ("punct", "cc")]
    across = [w for w in outside if w.head in inside and w.head != w.i]
    tops = [sentence.words[i] for i in part if sentence.words[i].head not in inside or sentence.words[i].head == i]
    tops = [w for w in tops if w.dep not in ("punct", "cc")]
    joined = all(w.dep in ("conj", "ccomp", "parataxis") for w in across) and len(across) <= 1
    one = len(tops) == 1 and tops[0].dep in ("ROOT", "ccomp") and _finite(sentence, tops[0], inside)
    return joined and one and not _run_on(sentence, part)


def _finite(sentence: Sentence, verb: Word, inside: set[int]) -> bool:
    finite = verb.tag in FINITE or any(a.tag in FINITE for a in sentence.kids(verb.i, "aux", "auxpass"))
    return finite and any(w.i in inside for w in sentence.kids(verb.i, *SUBJECTS, "expl"))


def _choices(sentence: Sentence, part: Sequence[int]) -> Iterator[Sequence[int]]:
    """The words of a part of a sentence, those without its asides, and those of its main clause up to a comma."""
    words, aside = sentence.words, _asides(sentence)
    first = part[0] + (words[part[0]].tag == "CC")
    yield range(first, part[-1] + 1)
    if aside:
        yield [i for i in range(first, part[-1] + 1) if i not in aside]
    for mark in reversed(words[sentence.root().i : part[-1] + 1]):
        if mark.text in MARKS and mark.i not in aside and _ends(sentence, mark.i):
            yield [i for i in range(first, mark.i) if i not in aside]


def _ends(sentence: Sentence, end: int) -> bool:
    """Whether the words before a mark need none of those behind it."""
    before, behind = sentence.words[:end], sentence.words[end:]
    return all(w.head < end for w in before) and all(w.head >= end or w.dep in ADDED for w in behind)


def _asides(sentence: Sentence) -> set[int]:
    """What stands between two commas and only describes a noun, with its commas."""
    found = set[int]()
    for word in sentence.words:
        part = sentence.subtree(word.i) if word.dep in ASIDES else ()
        if not part or not part[0]:
            continue
        marks = sentence.words[part[0] - 1 : part[0]] + sentence.words[part[-1] + 1 : part[-1] + 2]
        if [w.text for w in marks] == [",", ","]:
            found.update(range(part[0] - 1, part[-1] + 2))
    return found


def _stated(scene: Scene, at: int, kept: Sequence[int]) -> str:
    """What is told as a sentence of its own; "" where it is none, or cannot stand alone."""
    sentence, inside = scene.sentences[at], set(kept)
    tops = [w for w in (sentence.words[i] for i in kept) if w.head not in inside or w.head == w.i]
    if not any(_finite(sentence, w, inside) for w in tops) or any(sentence.words[i].held for i in kept):
        return ""
    if _emptied(sentence, kept, inside):
        return ""
    standing = scene.referents.stand(at, kept)
    if standing is None or standing.doubts or standing.narrated or _numbered(sentence, kept):
        return ""
    hero = scene.referents.about
    told = [put for i, put in standing.instead.items() if sentence.words[i].lower in PERSONAL]
    if any(hero is None or not put.startswith(hero.name) for put in told):
        return ""
    text = re.sub(r"(?:[\s,;:—–.]|\b(?:and|but|or)$)+$", "", render(scene.document, sentence, kept, standing.instead))
    twice = any(len(put) > SHORTEST and text.count(put) > 1 for put in standing.instead.values())
    if twice or not text[:1].isalpha() or LOOSE.search(text) or not SHORTEST <= len(text.split()) <= LONGEST:
        return ""
    return f"{text[:1].upper()}{text[1:]}."


def _emptied(sentence: Sentence, kept: Sequence[int], inside: set[int]) -> bool:
    """Whether a verb or a row of things is told without a part that it needs: "the firm cut output and was"."""
    for word in (sentence.words[i] for i in kept):
        left = [k for k in sentence.kids(word.i) if k.i not in inside]
        if word.pos in ("VERB", "AUX") and any(k.dep in NEEDED for k in left):
            return True
        row = any(k.dep in ("conj", "appos") and k.i in inside for k in sentence.kids(word.i))
        if word.pos in ("NOUN", "PROPN") and row and any(k.dep in ("conj", "appos") for k in left):
            return True
    return False


def _run_on(sentence: Sentence, part: Sequence[int]) -> bool:
    """Whether two clauses are joined by a comma alone, the third of their row being left out."""
    inside = set(part)
    for verb in (sentence.words[i] for i in part if sentence.words[i].dep in ("ccomp", "conj", "parataxis")):
        if verb.head not in inside or not _finite(sentence, verb, inside):
            continue
        between = sentence.words[min(verb.i, verb.head) : max(verb.i, verb.head)]
        if (verb.dep == "ccomp" and verb.i > verb.head) or sentence.kids(verb.i, "mark"):
            continue
        marks = [w.text for w in between if w.text in MARKS or w.tag in JOINING or w.held]
        if marks == [","]:
            return True
    return False


def _numbered(sentence: Sentence, kept: Sequence[int]) -> bool:
    """Whether a subject is but a number or "each" of what was told before."""
    subjects = [w for w in (sentence.words[i] for i in kept) if w.dep in SUBJECTS]
    bare = [w for w in subjects if w.pos in ("NUM", "ADJ") or w.lower in COUNTING]
    return any(w.lower in ("first", "last") or not sentence.kids(w.i, "prep") for w in bare)


def _stands(scene: Scene, draft: Draft, before: Sentence, text: str) -> bool:
    """Whether what is told first stands alone, and is whole."""
    probe = replace(
        draft, sentence=before, question=text, reasons=(), context="", plain=(), told="", shown=(), gone=frozenset()
    )
    held = {reason for points, reason in (*faults(probe), *loose(scene, probe)) if points >= HEAVY}
    return (
        not held - BY_QUESTION
        and not garbled(scene, probe)
        and (bool(named(scene, text)) or _known(scene, before, text))
    )


def _known(scene: Scene, sentence: Sentence, text: str) -> bool:
    """Whether a sentence is of something the document is about."""
    nouns = [w for w in sentence.words if w.pos in ("NOUN", "PROPN") and w.text in text]
    return any(w.lemma.lower() in scene.topics.subjects or scene.referents.census.central(w) for w in nouns)
