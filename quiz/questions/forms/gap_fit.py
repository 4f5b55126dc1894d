"""Whether a sentence reads well with a gap in it, or with a question where its answer stands; most do not."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quiz.documents.model import BlockKind
from quiz.facts.model import Date, Figure, Sentence, Word
from quiz.questions.answers.written import STRICT
from quiz.questions.asking.described import tells_which_part
from quiz.questions.clauses.clause import AUXILIARIES, DISCOURSE, SUBJECTS
from quiz.questions.clauses.phrase import set_off

FINITE = ("VBD", "VBZ", "VBP", "MD")
CLAUSAL = ("VERB", "AUX")
CLAUSES = ("relcl", "acl", "advcl")
MOST_WORDS, MOST_AWKWARD = 28, 20
"""Words of a cloze at most, and of one whose gap stands in an aside, or in one of two clauses."""
MOST_BEFORE, MOST_BEHIND, MOST_BESIDE = 20, 13, 6
"""Words before a question in place, behind it, and behind it in a clause that only tells more of a noun."""
STRAY = re.compile(
    r"[\[\]|]|\}\}\s?:|\{\{[^}]*\}\}-(?!year-old)[a-z]|\b[Aa]ged \{\{|\b(?:[Aa]ll|[Bb]oth|[Oo]ther) \{\{"
)
"""Marks of a caption or a list, and places where only one number fits: "all two", "a five-mark note"."""
COMPARED = re.compile(
    r"\b(?:little|much|far|bit|half|third|quarters?|fifths?|tenths?|times|slightly|percent|%) \{\{"
    r"(?:more|less|fewer|over|under|above|below)\b"
)
"""A bound torn from what it goes with: "a third {{more than £7,170}}"."""
ASKED = re.compile(r"\b(?:how (?:many|much|long)|what (?:\w+ ){0,3}?\w+|which \w+|when)\b", re.IGNORECASE)
BOUNDS = re.compile(r"as |(?!more|less|fewer|greater)[a-z]+er than")
"""Bounds that tell how large and not how many: "smaller than", "as high as"."""
PARTICLE = {"over": frozenset({"hand", "turn", "take", "pass", "sign", "carry"})}
ABOUT = frozenset("write talk speak hear know think learn tell ask complain worry warn read testify".split())


def gap_fits(sentence: Sentence, fact: Date | Figure, gap: Sequence[int], kept: Sequence[int], shown: str) -> bool:
    """Whether a cloze is a whole sentence of some length whose gap could hold any answer of its kind."""
    most = MOST_AWKWARD if awkward(sentence, [sentence.words[i] for i in gap], kept) else MOST_WORDS
    if sentence.block.kind is BlockKind.caption or len(shown.split()) > most:
        return False
    if STRAY.search(shown) or COMPARED.search(shown) or not fills(sentence, fact, gap):
        return False
    if isinstance(fact, Date):
        return fact.grain != "time" and not _one_end(sentence, gap)
    words = [sentence.words[i] for i in gap]
    behind = sentence.words[words[-1].i + 1 : words[-1].i + 2]
    if fact.unit == "share" and behind and behind[0].tag in ("DT", "PRP$"):
        return False
    if fact.unit == "share" and tells_which_part(sentence, words, words[-1]):
        return False
    return not (_named(sentence, fact, gap) or _only_age(sentence, fact, gap))


def fills(sentence: Sentence, fact: Date | Figure, gap: Sequence[int]) -> bool:
    """Whether a fact is told with its own words: not "handed (over £2,000)", "wrote (about two brothers)"."""
    if not isinstance(fact, Figure):
        return True
    bound, before = fact.bound.lower(), sentence.words[gap[0] - 1] if gap[0] else None
    if bound not in STRICT and BOUNDS.match(bound):
        return False
    first = next((w for w in sentence.words if w.start >= fact.whole.start), None)
    before = sentence.words[first.i - 1] if first and first.i else before
    verbs = {w.lemma for w in sentence.words[max(0, gap[0] - 12) : gap[0]] if w.pos == "VERB"}
    if bound in PARTICLE and before is not None and before.lemma in PARTICLE[bound]:
        return False
    return bound != "about" or not ABOUT & verbs


def _one_end(sentence: Sentence, gap: Sequence[int]) -> bool:
    """Whether a date is one of two ends, or the second of two seasons: "between 1790 and (1850)"."""
    around = [w.lower for w in sentence.words[max(0, gap[0] - 5) : gap[-1] + 4]]
    before = sentence.words[gap[0] - 1] if gap[0] else None
    if before is None:
        return False
    joined = before.lower in ("and", "or") and sentence.words[before.i - 1].pos in ("NOUN", "PROPN")
    return joined or before.lower == "between" or (before.lower == "and" and "between" in around)


def _named(sentence: Sentence, fact: Figure, gap: Sequence[int]) -> bool:
    """Whether a number is part of a name: "61 Cygni", "41 Norfolk Square"."""
    behind = sentence.words[gap[-1] + 1 : gap[-1] + 2]
    return not fact.unit and bool(behind) and behind[0].tag == "NNP" and behind[0].text[:1].isupper()


def _only_age(sentence: Sentence, fact: Figure, gap: Sequence[int]) -> bool:
    """Whether a bare number is all that is told of somebody: "his son was 36"."""
    last = sentence.words[gap[-1]]
    behind = sentence.words[last.i + 1 : last.i + 2]
    ahead = sentence.words[gap[0] - 1] if gap[0] else last
    alone = last.dep in ("attr", "acomp") or (bool(behind) and behind[0].text == ",")
    named = [w for w in sentence.words[max(0, gap[0] - 2) : gap[0]] if w.text != ","][-1:]
    if fact.unit in ("", "age") and last.dep == "appos" and named and named[0].pos == "PROPN":
        return True
    return alone and ahead.lemma == "be" and fact.unit in ("", "age") and not sentence.kids(last.i, "prep")


def stands(sentence: Sentence, kept: Sequence[int], subject: Sequence[int]) -> bool:
    """Whether kept words have a finite verb with its subject before it: one of theirs, or that of their clause."""
    inside, root = set(kept), sentence.root()
    ahead = [sentence.words[i] for i in kept if i < root.i]
    group = (root, *sentence.kids(root.i, *AUXILIARIES))
    if root.i in inside and root.pos in CLAUSAL and any(w.tag in (*FINITE, "VBN") for w in group):
        before = [w for w in ahead if w.pos not in ("ADV", "AUX", "PART", "PUNCT")][-1:]
        before = [w for w in before if w.dep != "pobj"]
        told = any(w.dep in SUBJECTS and w.tag not in ("WDT", "WP") for w in ahead)
        if told or any(w.pos in ("NOUN", "PROPN") for w in before):
            return True
    for i in kept:
        verb = sentence.words[i]
        if verb.pos not in CLAUSAL or verb.dep in AUXILIARIES:
            continue
        if not any(w.tag in FINITE and w.i in inside for w in (verb, *sentence.kids(i, *AUXILIARIES))):
            continue
        if subject and subject[0] < i:
            return True
        own = [k for k in sentence.kids(i, *SUBJECTS) if k.i in inside and k.tag not in ("WDT", "WP")]
        main = verb.head == i or verb.head not in inside or verb.dep in ("conj", "ccomp")
        if main and own and own[0].i < i:
            return True
    return False


def without_openings(sentence: Sentence, kept: Sequence[int]) -> list[int]:
    """The kept words without adverbs that only join a sentence to the one before: "had meanwhile gone"."""
    root = sentence.root()
    out = {
        w.i
        for w in sentence.words
        if w.dep == "advmod" and w.pos == "ADV" and w.head == root.i and w.lower in DISCOURSE | {"first"} - {"today"}
        if w.i < root.i and not sentence.children[w.i]
    }
    left = [i for i in kept if i not in out]
    while left and sentence.words[left[0]].pos in ("PUNCT", "CCONJ") and sentence.words[left[0]].text not in '“"‘(':
        left.pop(0)
    return left


def reads_in_place(sentence: Sentence, words: Sequence[Word], kept: Sequence[int], shown: str) -> bool:
    """Whether a question that begins as a statement is soon asked, in its main clause, and soon over."""
    asked = list(ASKED.finditer(shown))
    before = len(shown[: asked[-1].start()].split()) if asked else 0
    behind = len(shown[asked[-1].end() :].split()) if asked else 0
    if asked[-1:] and re.match(r"[a-z ]*?\b(?:in which|who|whose|where)\b", shown[asked[-1].end() :].lstrip()):
        return False
    if before > MOST_BEFORE or behind > MOST_BEHIND or shown[:1] in '“"‘':
        return False
    path = [w for w in _above(sentence, words[-1]) if {w.i, w.head} <= set(kept)]
    beside = any(w.dep in CLAUSES or (w.dep == "appos" and set_off(sentence, w)) for w in path)
    return not (beside and behind > MOST_BESIDE) and not awkward(sentence, words, kept)


def awkward(sentence: Sentence, words: Sequence[Word], kept: Sequence[int]) -> bool:
    """Whether a fact stands behind a comma, in a clause about the subject, or in one of two main clauses."""
    first, inside = words[0].i, set(kept)
    while first and sentence.words[first - 1].pos in ("ADV", "ADJ") and first - 1 in inside:
        first -= 1
    told = any(sentence.words[i].pos in CLAUSAL for i in kept if i < first)
    if any(sentence.words[i].tag == "EX" for i in kept) or (told and sentence.words[first - 1].text == ","):
        return True
    path = [w for w in _above(sentence, words[-1]) if {w.i, w.head} <= inside]
    if any(w.dep in CLAUSES for w in path) and any(w.dep in SUBJECTS for w in path):
        return True
    return _two_clauses(sentence, inside)


def _above(sentence: Sentence, word: Word) -> list[Word]:
    """A word and all that it hangs on."""
    path = [word]
    while path[-1].head != path[-1].i:
        path.append(sentence.words[path[-1].head])
    return path


def _two_clauses(sentence: Sentence, inside: set[int]) -> bool:
    """Whether two main clauses are kept, each with its subject."""
    return any(
        w.i in inside and w.dep == "conj" and w.pos in CLAUSAL and w.head in inside
        for w in sentence.words
        if any(k.i in inside for k in sentence.kids(w.i, *SUBJECTS))
    )
