"""The interrogative phrase of a figure: "how many ships", "a fleet of how many ships", "for how many years"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from quiz.facts.model import Figure, Sentence, Word
from quiz.facts.number_words import UNITS
from quiz.questions.clause import noun_phrase
from quiz.questions.scene import head_of

Lead = tuple[str | int, ...]
"""What opens a question: text, and numbers of words that are rendered as they stand alone."""

COUNTABLE = ("NNS", "NNPS")
PLURALS = {"foot": "feet", "inch": "inches", "century": "centuries", "millennium": "millennia"}
NO_DETERMINER = frozenset("this that these those another other both each every all some any no".split())
STRANDED = frozenset("acomp advmod amod attr".split())
# Prepositions a figure cannot be fronted with: what they compare or list stays behind.
BOUND_PREPOSITIONS = frozenset("between including like such versus except than as via".split())
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
# Verbs that tell of a change, whose measure is asked for with "by".
CHANGES = frozenset(
    "fall rise drop grow increase decrease decline shrink climb jump plunge soar slump surge widen expand".split()
)
REACHING = frozenset("reach number total exceed hit top pass surpass approach".split())
EXTENDING = frozenset("minute hour day night week fortnight month year decade century mile kilometer meter".split())
EXTENTS = frozenset("long wide deep high tall thick old away".split())
LONGEST_OWNER = 5
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


def interrogative(sentence: Sentence, figure: Figure, words: Sequence[Word]) -> Interrogative | None:
    """The phrase that asks for a figure, carried up to the verb it hangs on; None where English has none."""
    core = _core(sentence, figure, words)
    return core and _fronted(sentence, core)


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


def _core(sentence: Sentence, figure: Figure, words: Sequence[Word]) -> Interrogative | None:
    head = head_of(words)
    whole = {w.i for w in sentence.words if w.start < figure.whole.end and w.end > figure.whole.start and not w.held}
    owner = sentence.words[head.head]
    measured = figure.unit.startswith("money") or figure.unit == "percent" or figure.unit in UNITS
    if measured and head.dep in ("compound", "nmod", "amod", "nummod") and owner.pos == "NOUN" and owner.i not in whole:
        return _before_noun(sentence, figure, owner, whole)
    if figure.unit == "":
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
    before = _owner(sentence, owner, whole)
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
        if i < noun.i and i not in whole and not _determines(sentence.words[i], noun)
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
    named: Lead = (*before, noun.i) if own else ()
    listed = set(sentence.subtree(base.i)) if base is not noun or sentence.kids(noun.i, "conj") else set()
    return Interrogative((*ask, *named, *behind), base, frozenset({*whole, *before, *gone, *listed, noun.i}))


def _determines(word: Word, noun: Word) -> bool:
    return (word.dep in ("det", "poss", "predet") and word.head == noun.i) or word.tag == "POS"


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
    while base.dep == "conj" and sentence.words[base.head].pos in ("NOUN", "PROPN", "NUM", "SYM"):
        base = sentence.words[base.head]
    joints = [c.lower for i in sentence.subtree(base.i) for c in sentence.kids(i, "cc")]
    return None if base.dep == "conj" or {"or", "but", "nor"} & set(joints) else base


def _fronted(sentence: Sentence, asked: Interrogative) -> Interrogative | None:
    """The phrase with the prepositions and noun phrases it has to take along to the front."""
    while True:
        above = sentence.words[asked.top.head]
        if above.i == asked.top.i:
            return None
        if above.pos in ("VERB", "AUX"):
            return _of_verb(sentence, asked, above)
        carried = _carried(sentence, asked, above)
        if carried is None:
            return None
        asked = carried


def _of_verb(sentence: Sentence, asked: Interrogative, verb: Word) -> Interrogative | None:
    """The phrase as it is asked of its verb: by how much something fell, what something was."""
    top, ask = asked.top, asked.lead[0]
    measure = isinstance(ask, str) and ask.startswith(("how much", "what percentage", "what fraction", "how many "))
    if top.dep in ("dobj", "npadvmod", "attr") and verb.lemma in CHANGES and measure and len(asked.lead) == 1:
        return replace(asked, lead=("by", *asked.lead))
    if top.dep == "attr" and verb.lemma == "be" and measure and len(asked.lead) == 1:
        return replace(asked, lead=("what",))
    others = [w for w in sentence.kids(verb.i, "dobj", "dative", "oprd", "appos") if w.i not in asked.gone]
    first = sentence.subtree(top.i)[0]
    parted = asked.nested and (top.dep == "npadvmod" or (first > verb.i and sentence.words[first - 1].text == ","))
    return None if parted or (top.dep == "dobj" and any(w.i > top.i for w in others)) else asked


def _carried(sentence: Sentence, asked: Interrogative, above: Word) -> Interrogative | None:
    top = asked.top
    if top.dep == "npadvmod" and above.pos in ("ADP", "SCONJ", "ADV"):
        return _measured_off(sentence, asked, above)
    if top.dep == "npadvmod" and above.pos == "ADJ" and above.lower in EXTENTS and above.dep == "acomp":
        return replace(asked, lead=("how", above.i), top=above, gone=asked.gone | {above.i})
    if top.dep in ("pobj", "pcomp") and above.pos in ("ADP", "SCONJ", "VERB", "PART"):
        return _with_preposition(sentence, asked, above)
    if top.dep == "prep" and above.pos in ("NOUN", "PROPN") and not asked.nested:
        return _with_owner(sentence, asked, above)
    return None


def _with_preposition(sentence: Sentence, asked: Interrogative, above: Word) -> Interrogative | None:
    if above.lower in BOUND_PREPOSITIONS or sentence.kids(above.i, "conj", "cc"):
        return None
    modifiers = {w.i for w in sentence.kids(above.i, "advmod", "neg")}
    over = sentence.words[above.head]
    if above.dep == "prep" and over.pos in ("ADJ", "ADV") and over.dep in STRANDED:
        return replace(asked, top=over) if sentence.words[over.head].pos in ("VERB", "AUX") else None
    lead = (above.lower, *asked.lead)
    return replace(asked, lead=lead, top=above, gone=asked.gone | modifiers | {above.i})


def _with_owner(sentence: Sentence, asked: Interrogative, owner: Word) -> Interrogative | None:
    """The noun phrase a figure is told of, fronted with it: "a fleet of how many ships"."""
    before = _owner(sentence, owner, set(asked.gone))
    between = [i for i in sentence.subtree(owner.i) if owner.i < i < asked.top.i]
    if before is None or len(between) > LONGEST_OWNER or sentence.kids(owner.i, "conj", "cc"):
        return None
    gone = asked.gone | {*before, *between, owner.i}
    articles = [i for i in before if sentence.words[i].lower in ("a", "an", "the")]
    if owner.lemma in QUANTITIES and asked.top.lower == "of" and len(articles) == 1 and not between:
        lead: Lead = ("what", *(i for i in before if i not in articles), owner.i)
        return Interrogative(lead, owner, frozenset(gone), 1)
    return Interrogative((*before, owner.i, *between, *asked.lead), owner, frozenset(gone), 1)


def _owner(sentence: Sentence, owner: Word, whole: set[int]) -> list[int] | None:
    """The words before a noun that is fronted whole; None where they point back or are too many."""
    before = [i for i in noun_phrase(sentence, owner.i, joined=False) if i < owner.i and i not in whole]
    words = [sentence.words[i] for i in before]
    if len(words) > LONGEST_OWNER or any(w.lower in NO_DETERMINER or w.tag in ("PRP", "PRP$", "CD") for w in words):
        return None
    return before


def _measured_off(sentence: Sentence, asked: Interrogative, above: Word) -> Interrogative | None:
    """The distance or time between two things: "how many days before his death"."""
    behind = [i for i in sentence.subtree(above.i) if i not in asked.gone and i >= above.i]
    if not 2 <= len(behind) <= 2 * LONGEST_OWNER:
        return None
    return replace(
        asked, lead=(*asked.lead, *behind), top=above, gone=asked.gone | frozenset(sentence.subtree(above.i))
    )
