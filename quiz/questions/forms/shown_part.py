"""What of a sentence is shown around a gap: without joined clauses, other halves, and what only follows."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from quiz.facts.model import Sentence, Word
from quiz.questions.clauses.clause import SUBJECTS
from quiz.questions.clauses.phrase import set_off

CLAUSAL = ("VERB", "AUX")
MUCH = 26
"""Words from which on what follows behind a comma is left out."""


def main_part(sentence: Sentence, words: Sequence[Word]) -> list[int]:
    """A sentence without the clauses joined to it and the asides behind commas that do not hold some words."""
    inside, out = {w.i for w in words}, set[int]()
    for word in sentence.words:
        if word.dep not in ("conj", "relcl", "appos"):
            continue
        own = sentence.subtree(word.i)
        first, last = own[0], own[-1]
        if word.i in out or any(first <= i <= last for i in inside):
            continue
        above = sentence.words[word.head]
        clauses = word.dep == "conj" and word.pos in CLAUSAL and above.pos in CLAUSAL
        aside = word.dep in ("relcl", "appos") and set_off(sentence, word) and sentence.words[first - 1].text == ","
        ends = last + 1 == len(sentence.words) or sentence.words[last + 1].tag in (".", ":", "''")
        if (aside and word.dep == "appos" and not ends) or _listed(sentence, word):
            continue
        joined = clauses and sentence.kids(word.i, *SUBJECTS)
        if not aside and not joined and not _second_clause(sentence, word, first):
            continue
        while sentence.words[first - 1].dep == "cc" or sentence.words[first - 1].text in (",", ";"):
            first -= 1
        closed = aside and sentence.words[last + 1 : last + 2] and sentence.words[last + 1].text == ","
        out.update(range(first, last + 1 + bool(closed)))
    return [w.i for w in sentence.words if w.i not in out]


def _listed(sentence: Sentence, word: Word) -> bool:
    """Whether what seems an apposition is the item of a list: "tea, coffee, and sugar"."""
    return word.dep == "appos" and bool(sentence.kids(word.i, "cc", "conj"))


def _second_clause(sentence: Sentence, word: Word, first: int) -> bool:
    """Whether what is joined to a verb behind ", and" is a clause, though the parser read it as a noun."""
    before = [w.text for w in sentence.words[max(0, first - 2) : first]]
    joined = word.dep == "conj" and word.pos == "NOUN" and sentence.words[word.head].pos in CLAUSAL
    return joined and before in ([",", "and"], [",", "but"])


def other_halves(sentence: Sentence, inside: AbstractSet[int]) -> set[int]:
    """The words beyond the semicolons around some words, where what is left is a clause of its own."""
    marks = [w.i for w in sentence.words if w.text == ";"]
    first = max((i for i in marks if i < min(inside)), default=-1)
    last = min((i for i in marks if i > max(inside)), default=len(sentence.words))
    half = [w for w in sentence.words[first + 1 : last] if w.dep in SUBJECTS]
    if first >= 0 and any(w.tag == "PRP" and w.lower[-4:] != "self" for w in sentence.words[first:last]):
        return set()
    if not marks or not any(first < w.head < last and w.i < w.head for w in half):
        return set()
    return {w.i for w in sentence.words if not first < w.i < last and w.tag != "."}


def shortened(sentence: Sentence, kept: Sequence[int], words: Sequence[Word]) -> Sequence[int]:
    """The kept words, if they are many, without what follows behind a comma and is no part of what stands before it.

    Without a clause that describes the last noun, too, where that is still much.
    """
    if sum(sentence.words[i].pos != "PUNCT" for i in kept) <= MUCH:
        return kept
    for place, i in enumerate(kept):
        before = kept[:place]
        if i > words[-1].i and before and _may_end(sentence, before, kept[place + 1 :], sentence.words[i]):
            return before
    return kept


def _may_end(sentence: Sentence, before: Sequence[int], behind: Sequence[int], mark: Word) -> bool:
    """Whether a sentence may end before a mark, or before a clause that describes a noun."""
    inside = set(before)
    following = [sentence.words[i] for i in behind if sentence.words[i].pos != "PUNCT"]
    if not following or any(sentence.words[i].head not in inside and sentence.words[i].head != i for i in before):
        return False
    if not any(sentence.words[i].tag in ("VBD", "VBZ", "VBP", "MD") for i in before):
        return False
    if mark.text in (",", "—", "–"):
        first = following[0]
        return not (first.dep in ("cc", "conj") and sentence.words[first.head].pos not in CLAUSAL)
    relative = sentence.words[mark.head]
    return mark.tag in ("WDT", "WP") and relative.dep == "relcl" and relative.i not in inside
