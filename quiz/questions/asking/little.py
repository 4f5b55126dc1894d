"""Clauses that tell too little to be asked of: a verb of speech without what was said, somebody who only went."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from quiz.facts.cue_words import CUES
from quiz.questions.clauses.clause import Clause

GOING = frozenset(
    "to into from for at on in through over up down out back home abroad by toward towards after under before".split()
)
"""Words that tell where somebody goes, or what for."""
SAYING = frozenset(
    "say tell explain add write reply ask note observe argue comment remark claim answer recall think".split()
)
ADDRESSING = frozenset("tell ask say think reply remark".split())
"""Verbs of saying whose object is no thing that is made or done by them, as a history is that somebody writes."""
WORDS = frozenset("word line sentence passage thing remark following truth story way fact question point".split())


def says_nothing(found: Clause, gone: AbstractSet[int]) -> bool:
    """Whether a verb of speech is left with nothing behind it: what was declared stands in a quotation."""
    rest = [found.sentence.words[i] for part in found.rest for i in part if i not in gone]
    told = any(not word.held and word.pos not in ("ADP", "PUNCT") for word in rest)
    passive = found.passive or any(a.dep == "auxpass" for a in found.auxiliaries)
    return found.verb.lemma in CUES and not passive and not told


def _of_amount(found: Clause, gone: AbstractSet[int]) -> bool:
    """Whether a verb of saying takes what is asked for: "they added £6,000", "they had asked for 14 percent"."""
    asked_for = [w for w in found.sentence.kids(found.verb.i, "dobj", "prep") if w.i in gone and not w.held]
    return any(w.dep == "dobj" or (w.lower == "for" and found.verb.lemma in ("ask", "call")) for w in asked_for)


def _content(found: Clause) -> bool:
    """Whether a verb of saying comes with what is said."""
    heads = [
        found.sentence.words[i] for part in found.rest for i in part if found.sentence.words[i].head == found.verb.i
    ]
    told = any(w.dep in ("ccomp", "xcomp", "prt") or w.lower in ("about", "of", "at") for w in heads)
    things = [w for w in heads if w.dep == "dobj" and w.pos in ("NOUN", "PROPN") and w.lemma not in WORDS]
    done = bool(things) and found.verb.lemma not in ADDRESSING
    about = found.verb.lemma == "write" and {"to", "with"} <= {w.lower for w in heads}
    told = told or about
    done = done and (found.verb.lemma != "add" or any(w.lower == "to" for w in heads))
    return told or done or found.passive or any(w.held for w in heads)


def tells_little(found: Clause, gone: AbstractSet[int]) -> bool:
    """Whether its verb tells of speech and nothing of what was said: "he told the congress in 1879"."""
    if _of_amount(found, gone):
        return False
    return (found.verb.lemma in SAYING and not _content(found)) or says_nothing(found, gone) or _nowhere(found)


def _nowhere(found: Clause) -> bool:
    """Whether somebody only goes, with no word of where: "he went himself"."""
    behind = [found.sentence.words[i] for part in found.rest for i in part]
    telling = ("prt", "dobj", "advcl", "xcomp", "acomp")
    where = any((word.dep in telling and word.tag != "PRP") or word.lower in GOING for word in behind)
    return found.verb.lemma in ("go", "come") and not found.passive and not where and not found.fronted
