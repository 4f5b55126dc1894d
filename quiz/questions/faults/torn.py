"""What a question leaves out of its sentence and cannot do without: half a phrase, a conjunction, a partner."""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Set as AbstractSet

from quiz.facts.model import Sentence, Word
from quiz.facts.past_repair import PLACES
from quiz.questions.clauses.clause import AUXILIARIES, SUBJECTS
from quiz.questions.faults.seen import CLAUSAL, FINITE, RELATIVE, Seen, between

PAIR = 12
"""Words from a "from" to its "to" at most."""
TAKEN = ("prep", "dobj", "attr", "acomp", "oprd", "ccomp", "xcomp")
LYING = frozenset("lie stand sit be become".split())
"""What a verb may need behind it, and verbs that do."""


def _joined(seen: Seen) -> bool:
    """Whether a conjunction is left out between two words that it joins: "with drawings (and) set up a company"."""
    words = seen.sentence.words
    for one, left, two in between(seen):
        if left and left[-1].dep == "cc" and left[-1].i == two.i - 1 and _paired(seen, two):
            return True
        loose = left and all(w.pos in ("CCONJ", "PUNCT", "ADV") for w in left) and left[-1].i == two.i - 1
        if not loose or left[-1].pos == "ADV" or not any(w.dep == "cc" for w in left):
            continue
        told = any(words[i].pos in CLAUSAL for i in seen.shown[: seen.shown.index(one.i) + 1])
        if told or _top(seen.sentence, two).dep not in SUBJECTS:
            return True
    return False


def _paired(seen: Seen, second: Word) -> bool:
    """Whether a preposition is the second of two alike: "the child of Anton Weber(, a baker, and) of Eva Sandler"."""
    if second.pos != "ADP":
        return False
    words = (seen.sentence.words[i] for i in seen.shown if second.i - PAIR <= i < second.i)
    return any(w.lower == second.lower and w.pos == "ADP" for w in words) or second.head < second.i - PAIR


def _top(sentence: Sentence, word: Word) -> Word:
    """The head of the phrase that a word begins."""
    at = word
    while at.head != at.i and at.dep not in SUBJECTS and sentence.subtree(at.head)[0] == word.i:
        at = sentence.words[at.head]
    return at


def _half_open(seen: Seen) -> bool:
    """Whether what is left out begins or ends at a mark, and within a phrase at its other end."""
    for one, left, two in between(seen):
        words = [w for w in left if w.pos != "PUNCT"]
        if not words or all(w.pos in ("ADV", "CCONJ", "PART") for w in words):
            continue
        opened = left[0].pos == "PUNCT" or one.pos == "PUNCT"
        closed = left[-1].pos == "PUNCT" or two.pos == "PUNCT"
        goes_on = two.tag in RELATIVE or two.pos in CLAUSAL
        if opened != closed and left[0].dep != "cc" and not goes_on and not any(w.dep in SUBJECTS for w in words):
            return True
    return False


def _relisted(seen: Seen) -> bool:
    """Whether a clause is left out before a verb that may go on with it: "followed Galen(, who taught,) drifted"."""
    for _, left, two in between(seen):
        parted = left[-1:] and left[-1].text == "," and any(w.dep == "relcl" for w in left)
        if parted and two.dep == "conj" and two.tag in ("VBD", "VBZ", "VBP") and two.head in seen.inside:
            return True
    return False


def _halves_listed(seen: Seen) -> bool:
    """Whether a clause joined by "and" is left out, and what stands behind it is not."""
    for _, left, two in between(seen):
        if left[:1] and left[0].dep == "cc" and left[-1].pos != "PUNCT" and two.head < left[0].i:
            parted = any(w.pos == "PUNCT" for w in left) and any(w.tag in FINITE for w in left)
            if parted and two.dep not in ("conj", *AUXILIARIES) and two.pos not in CLAUSAL:
                return True
    return False


def _torn_compound(seen: Seen) -> bool:
    """Whether a word is torn at its hyphen or from its owner: "-elected" of "re-elected", "world('s) fair"."""
    words = seen.sentence.words
    for word in seen.words:
        if word.text not in ("-", "‐", "‑"):
            continue
        one, two = (words[i] if 0 <= i < len(words) else word for i in (word.i - 1, word.i + 1))
        if one.end == word.start and word.end == two.start and not {one.i, two.i} <= seen.inside:
            return True
    owned = (w for w in words[1:-1] if w.tag == "POS" and w.i not in seen.inside)
    return any({w.i - 1, w.i + 1} <= set(seen.shown) for w in owned)


def halved(seen: Seen, asked: AbstractSet[int]) -> bool:
    """Whether a "to" is shown without its "from", or one of two ends asked of a time: "from what date ... to 2023"."""
    words, shown = seen.sentence.words, set(seen.shown)
    for word in seen.words:
        if word.lower != "to" or word.pos != "ADP":
            continue
        ahead = [w for w in words[max(0, word.i - PAIR) : word.i] if w.lower == "from" and w.pos == "ADP"]
        if not ahead or ahead[-1].i in shown or any(w.tag in FINITE for w in words[ahead[-1].i : word.i]):
            continue
        between = [words[i] for i in asked if ahead[-1].i < i < word.i]
        if not between or any(w.ent == "DATE" for w in between):
            return True
    return False


def _undone(seen: Seen) -> bool:
    """Whether what somebody had done to others is left out: "had four hundred people executed"."""
    sentence, shown = seen.sentence, set(seen.shown)
    for verb in seen.words:
        if verb.lemma != "have" or verb.dep in AUXILIARIES:
            continue
        for thing in sentence.kids(verb.i, "dobj"):
            done = sentence.words[thing.i + 1 : thing.i + 2]
            if done and done[0].tag == "VBN" and done[0].i not in shown:
                return True
    return False


def _trailing(seen: Seen) -> bool:
    """Whether the subject of a clause is the last of a list: ", and the planters(, she said)"."""
    sentence, words = seen.sentence, seen.sentence.words
    for word in seen.words:
        behind = words[word.i + 1 : word.i + 3]
        if word.pos not in ("NOUN", "PROPN") or not behind or behind[0].i in seen.inside:
            continue
        if behind[0].tag in FINITE and behind[0].pos in CLAUSAL and not _describes(sentence, word):
            return True
        listed = word.dep == "conj" and any(w.dep == "cc" and w.i in seen.inside for w in words[: word.i])
        aside = len(behind) > 1 and behind[0].text == "," and words[behind[1].head].dep == "parataxis"
        if listed and aside:
            return True
    return False


def _describes(sentence: Sentence, word: Word) -> bool:
    """Whether a word stands in a clause that describes a noun, or is that noun's."""
    at = word
    while at.head != at.i and at.dep not in ("relcl", "acl", "ccomp", *SUBJECTS):
        at = sentence.words[at.head]
    return at.head != at.i


def _since(seen: Seen) -> bool:
    """Whether what was once done is told "since" a time: "did she pawn the jewels since 1343"."""
    for word in seen.words:
        if word.lower != "since" or word.pos not in ("ADP", "SCONJ"):
            continue
        own = word.head in seen.inside
        past = any(w.tag == "VBD" and w.dep not in AUXILIARIES for w in seen.words)
        if past and not own and not any(w.lemma in ("have", "be") for w in seen.words):
            return True
    return False


def _nowhere(seen: Seen) -> bool:
    """Whether the place is left out that opens a sentence before its verb: "(inside) stood 400 barrels"."""
    words = seen.sentence.words
    first = words[0]
    turned = first.dep == "advmod" and first.lower in PLACES and first.head == 1
    return turned and first.i not in seen.inside and first.head in seen.inside


def _clipped(seen: Seen) -> bool:
    """Whether a clause behind its noun ends with its verb, and what the verb takes is left out: "stones which lay"."""
    sentence, shown = seen.sentence, set(seen.shown)
    for verb in seen.words:
        kids = sentence.kids(verb.i)
        if verb.dep != "relcl" or not any(k.tag in RELATIVE and k.dep == "nsubj" and k.i in shown for k in kids):
            continue
        rest = [k for k in kids if k.i > verb.i and k.dep in TAKEN]
        apart = verb.lemma in LYING and not rest
        if apart or (rest and not any(i in seen.inside for k in rest for i in sentence.subtree(k.i))):
            return True
    return False


RULES: tuple[tuple[str, Callable[[Seen], bool]], ...] = (
    ("without what joins its parts", _joined),
    ("leaves out half a phrase", _half_open),
    ("tears a word", _torn_compound),
    ("ends within a clause", _trailing),
    ("leaves out a clause in the middle", _halves_listed),
    ("leaves out what was done to them", _undone),
    ("lists on without its clause", _relisted),
    ("tells since when of what was over", _since),
    ("leaves out where", _nowhere),
    ("ends a clause with its verb", _clipped),
)
"""Each rule with the reason it tells."""
