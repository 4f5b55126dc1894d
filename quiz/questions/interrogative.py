"""The interrogative phrase of a figure where it stands: "how many ships", "how much", "what share of its budget"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from quiz.facts.model import Figure, Sentence, Word
from quiz.facts.number_words import TIME_UNITS, UNITS
from quiz.questions.phrase import noun_phrase
from quiz.questions.scene import head_of

Lead = tuple[str | int, ...]
"""What opens a question: text, and numbers of words that are rendered as they stand alone."""

COUNTABLE = ("NNS", "NNPS")
PLURALS = {"foot": "feet", "inch": "inches", "century": "centuries", "millennium": "millennia"}
NO_DETERMINER = frozenset("this that these those another other both each every all some any no".split())
# Phrases behind a noun that may be parted from it: "How much did they promise in aid?"
LOOSE_PREPOSITIONS = frozenset(
    "in on at from to for towards toward near inside within during into against among between".split()
)
LONGEST_CLAUSE = 7
# Nouns that name a quantity: "at a cost of $5 million" is asked "at what cost".
QUANTITIES = frozenset(
    """
    cost price rent sum total number figure rate area length height depth width distance speed salary wage budget debt
    loan fine temperature interval average age majority margin capacity weight toll turnout increase decrease rise fall
    drop growth population share percentage fee ransom indemnity tax revenue profit loss income value volume mass
    altitude elevation level radius diameter ratio score pension grant bonus wealth fortune estimate strength
    """.split()
)
REACHING = frozenset("reach number total exceed hit top pass surpass approach".split())
EXTENDING = frozenset("minute hour day night week fortnight month year decade century mile kilometer meter".split())
LONGEST_OWNER = 5
# Words that stress a number: said neither in the question nor in the answer.
FOCUS = frozenset("only just merely even still already nearly almost roughly about approximately some".split())
# Words between "from" and "to" at most.
REACH = 9
SMALLEST_BARE = 100


@dataclass(frozen=True, slots=True)
class Interrogative:
    """What opens the question, the word that heads what it replaces, and the words that are not said again.

    `nested` counts the noun phrases around the figure that are fronted with it.
    """

    lead: Lead
    top: Word
    gone: frozenset[int]
    nested: int = 0


def counted(sentence: Sentence, words: Sequence[Word]) -> Word | None:
    """The noun a bare number counts."""
    head = head_of(words)
    above = sentence.words[head.head]
    if head.dep in ("nummod", "compound", "quantmod") and above.pos in ("NOUN", "PROPN"):
        return above if above.tag in COUNTABLE else None
    following = sentence.words[words[-1].i + 1 : words[-1].i + 4]
    return next((w for w in following if w.tag in COUNTABLE), None) if head.dep == "nummod" else None


def partitive(sentence: Sentence, words: Sequence[Word]) -> bool:
    """Whether a number counts part of a group: "31 of the coalition's 94 seats"."""
    head = head_of(words)
    return (
        head.pos == "NUM"
        and head.dep in ("dobj", "nsubj", "nsubjpass", "pobj")
        and any(p.lower == "of" and p.i == words[-1].i + 1 for p in sentence.kids(head.i, "prep"))
    )


def plural_unit(figure: Figure) -> str:
    """The unit of a figure in the plural, as the text writes it where it does so in words."""
    written = re.search(
        r"(?<![^\W_])(?:(?:square|cubic|nautical|metric|short|long|light|percentage|basis)[ -])?[a-z]{3,}s$",
        figure.text,
    )
    if written:
        return written[0]
    return PLURALS.get(figure.unit) or re.sub(
        r"^(degree)( .*)?$|$", lambda m: f"{m[1] or ''}s{m[2] or ''}", figure.unit, count=1
    )


def interrogative(sentence: Sentence, figure: Figure, words: Sequence[Word]) -> Interrogative | None:
    """The phrase that asks for a figure where it stands; None where English has none."""
    if changing := _from_or_to(sentence, figure):
        return changing
    head = head_of(words)
    whole = {w.i for w in sentence.words if w.start < figure.whole.end and w.end > figure.whole.start and not w.held}
    owner = sentence.words[head.head]
    measured = figure.unit.startswith("money") or figure.unit == "percent" or figure.unit in UNITS
    if measured and head.dep in ("compound", "nmod", "amod", "nummod") and owner.pos == "NOUN" and owner.i not in whole:
        return _before_noun(sentence, figure, owner, whole)
    if figure.unit == "":
        if strong := _strong(sentence, words, whole):
            return strong
        if partitive(sentence, words):
            return _phrase(sentence, ("how many",), head, whole, own=False)
        noun = counted(sentence, words)
        return _phrase(sentence, ("how many",), noun, whole) if noun else _bare(sentence, figure, head, whole)
    if figure.unit.startswith("money"):
        return _phrase(sentence, ("how much",), head, whole, own=False)
    if figure.unit in ("percent", "share"):
        return _share(sentence, figure, head, whole)
    if figure.unit in UNITS:
        return _phrase(sentence, (f"how many {plural_unit(figure)}",), head, whole, own=False)
    return None


def _bare(sentence: Sentence, figure: Figure, head: Word, whole: set[int]) -> Interrogative | None:
    """A number that counts nothing named beside it: "rose from 23,000"."""
    above = sentence.words[head.head]
    reached = head.dep == "dobj" and above.lemma in REACHING
    if figure.value < SMALLEST_BARE or not (reached or head.dep == "pobj") or sentence.kids(head.i, "prep", "conj"):
        return None
    return Interrogative(("what figure",), head, frozenset(whole))


def _before_noun(sentence: Sentence, figure: Figure, owner: Word, whole: set[int]) -> Interrogative | None:
    """A measure before its noun goes behind it: "a 12-year reign" is "a reign of how many years"."""
    ask = "how much" if figure.unit.startswith("money") else f"how many {plural_unit(figure)}"
    ask = "what percentage" if figure.unit == "percent" else ask
    before = owner_words(sentence, owner, whole)
    if before is None or any(sentence.words[i].lower in ("first", "same") for i in before):
        return None
    found = _behind(sentence, owner)
    if found is None:
        return None
    behind, gone = found
    lead: Lead = (*before, owner.i, "of", ask, *behind)
    article = sentence.words[before[0]].lower if before else ""
    if figure.unit in EXTENDING and article in ("a", "an"):
        lead = (f"how long {article}", *before[1:], owner.i, *behind)
    return Interrogative(lead, owner, frozenset({*before, *gone, *whole, owner.i}), 1)


def _strong(sentence: Sentence, words: Sequence[Word], whole: set[int]) -> Interrogative | None:
    """How large a force: a number bound to "strong" before its noun."""
    behind = [w for w in sentence.words[words[-1].i + 1 : words[-1].i + 3] if w.pos != "PUNCT"]
    strong = next((w for w in behind if w.lower in ("strong", "member") and w.dep in ("amod", "compound")), None)
    noun = sentence.words[strong.head] if strong else None
    before = owner_words(sentence, noun, whole) if noun and noun.tag == "NN" else None
    if not strong or not noun or not before or sentence.words[before[0]].lower not in ("a", "an"):
        return None
    found = _behind(sentence, noun)
    own = [i for i in before[1:] if i > strong.i or i < words[0].i]
    gone = {*before, *whole, *(found[1] if found else ()), noun.i}
    return found and Interrogative(
        (f"how large {sentence.words[before[0]].lower}", *own, noun.i, *found[0]), noun, frozenset(gone), 1
    )


def _from_or_to(sentence: Sentence, figure: Figure) -> Interrogative | None:
    """From or to how much something changed: either end of a change, however the parser joined them."""
    whole = [w for w in sentence.words if w.start < figure.whole.end and w.end > figure.whole.start and not w.held]
    first = sentence.words[max(0, whole[0].i - 1)] if whole else None
    if not first or first.lower not in ("from", "to") or first.i == whole[0].i:
        return None
    reach = sentence.words[max(0, first.i - REACH) : first.i + REACH]
    start = next((w for w in reach if w.lower == "from" and w.i <= first.i and w.dep == "prep"), None)
    end = next((w for w in reach if w.lower == "to" and w.i >= first.i and w.tag in ("IN", "TO")), None)
    if not start or not end or (first.lower == "from") == (start is not first):
        return None
    if not sentence.words[end.i + 1].text[:1].isdigit() and sentence.words[end.i + 1].tag not in (
        "CD",
        "$",
        "RB",
        "JJR",
    ):
        return None
    ask = "how much" if figure.unit.startswith("money") else f"how many {plural_unit(figure)}"
    ask = "what percentage" if figure.unit in ("percent", "share") else ask if figure.unit else "what figure"
    rate = [w for w in sentence.words[whole[-1].i + 1 :][:2] if w.lower in ("a", "per") or w.lemma in TIME_UNITS]
    rate = rate if len(rate) == len(("a", "year")) else []
    gone = {w.i for w in (*whole, *rate)} | {first.i}
    return Interrogative((first.lower, ask, *(w.i for w in rate)), start, frozenset(gone))


def _share(sentence: Sentence, figure: Figure, head: Word, whole: set[int]) -> Interrogative | None:
    of = [p for i in (*whole, head.i) for p in sentence.kids(i, "prep") if p.lower == "of" and p.i not in whole]
    noun = "share" if of else ("fraction" if figure.unit == "share" else "percentage")
    phrase = noun_phrase(sentence, of[0].i) if of else []
    if any(sentence.words[i].held for i in phrase) or len(phrase) > 2 * LONGEST_OWNER:
        return None
    found = _behind(sentence, head)
    return found and Interrogative((f"what {noun}", *phrase), head, frozenset({*whole, *found[1], *phrase, head.i}))


def _phrase(sentence: Sentence, ask: Lead, noun: Word, whole: set[int], *, own: bool = True) -> Interrogative | None:
    """How many of what: the noun with what describes it (with `own`), without number and article."""
    before = [
        i
        for i in noun_phrase(sentence, noun.i, joined=False)
        if i < noun.i and i not in whole and not _determines(sentence.words[i], noun, whole)
    ]
    left = [sentence.words[i] for i in before]
    if any(w.dep == "det" or w.tag in ("JJS", "RBS", "JJR", "PRP", "PRP$", "CD") for w in left) or (left and not own):
        return None
    if any(d.lower in NO_DETERMINER for d in sentence.kids(noun.i, "det", "predet")):
        return None
    found, base = _behind(sentence, noun), _first_conjunct(sentence, noun)
    if base is None or found is None:
        return None
    behind, gone = found
    further = tuple(w.lower for w in sentence.words[max(whole) + 1 : noun.i] if w.lower in ("more", "fewer"))
    named: Lead = (*further[:1], *before, noun.i) if own else ()
    listed = set(sentence.subtree(base.i)) if base is not noun or sentence.kids(noun.i, "conj") else set()
    return Interrogative((*ask, *named, *behind), base, frozenset({*whole, *before, *gone, *listed, noun.i}))


def _determines(word: Word, noun: Word, whole: set[int]) -> bool:
    """Whether a word before a noun goes with its number or its article, not with what it names."""
    if word.head == noun.i and word.dep in ("det", "poss", "predet"):
        return word.lower != "another"
    if word.tag == "POS" or word.lower in FOCUS:
        return True
    return word.dep in ("advmod", "quantmod", "amod", "det", "nmod") and word.head in whole - {noun.i}


def _behind(sentence: Sentence, noun: Word) -> tuple[list[int], set[int]] | None:
    """What behind a noun is said with it, and all its words that are not said again elsewhere.

    None where what says which ones is too long to be said with it.
    """
    gone = {i for i in sentence.subtree(noun.i) if i < noun.i}
    kept: list[int] = []
    inside = set(noun_phrase(sentence, noun.i, joined=False))
    for child in sentence.children[noun.i]:
        word, part = sentence.words[child], [i for i in sentence.subtree(child) if i in inside]
        if child < noun.i or (part and _loose(sentence, word)):
            continue
        if word.dep == "npadvmod" and word.lemma in TIME_UNITS:
            kept += part
        gone.update(sentence.subtree(child))
        if word.dep not in ("prep", "acl", "relcl", "amod") or word.lower == "including":
            continue
        if part and (len(part) > LONGEST_CLAUSE and word.dep in ("acl", "relcl")):
            return None
        kept += part
    other = any(
        sentence.words[i].tag == "CD" and not sentence.kids(sentence.words[i].head, "det", "poss") for i in kept
    )
    return None if other else (kept, gone)


def _loose(sentence: Sentence, word: Word) -> bool:
    """Whether a phrase may be parted from its noun: not "in prison", "in aid", whose noun stands bare."""
    if word.dep != "prep" or word.lower not in LOOSE_PREPOSITIONS:
        return False
    return any(sentence.children[o.i] or o.pos != "NOUN" for o in sentence.kids(word.i, "pobj"))


def _first_conjunct(sentence: Sentence, noun: Word) -> Word | None:
    """The noun a list begins with; None where its parts are no sum of single facts ("or")."""
    base = noun
    while _goes_on(sentence, base):
        base = sentence.words[base.head]
    joints = [c.lower for i in sentence.subtree(base.i) for c in sentence.kids(i, "cc")]
    return None if base.dep == "conj" or {"or", "but", "nor"} & set(joints) else base


def _goes_on(sentence: Sentence, noun: Word) -> bool:
    """Whether a noun goes on a list: joined to the one before, or counted like it behind a comma."""
    above = sentence.words[noun.head]
    if noun.dep == "conj":
        return above.pos in ("NOUN", "PROPN", "NUM", "SYM")
    return noun.dep == "appos" and all(w.tag == "NNS" and sentence.kids(w.i, "nummod") for w in (noun, above))


def owner_words(sentence: Sentence, owner: Word, whole: set[int]) -> list[int] | None:
    """The words before a noun that is fronted whole; None where they point back or are too many."""
    before = [i for i in noun_phrase(sentence, owner.i, joined=False) if i < owner.i and i not in whole]
    words = [sentence.words[i] for i in before]
    if len(words) > LONGEST_OWNER or any(w.lower in NO_DETERMINER or w.tag in ("PRP", "PRP$", "CD") for w in words):
        return None
    return before
