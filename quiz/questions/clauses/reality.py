"""What a text tells as so, what it denies or only supposes, and what it leaves to whoever claims it."""

from __future__ import annotations

from dataclasses import replace

from quiz.facts.model import Sentence, Word
from quiz.facts.unit_words import TIME_UNITS
from quiz.questions.clauses.clause import HELD, SUBJECTS, Clause, asserted, supposing

# Nouns whose content the text does not say is so.
SUPPOSED = frozenset("goal aim plan hope excuse claim proposal demand request condition intention".split())
CONTENT = frozenset("of for to about".split())
"""Prepositions that lead the content of such a noun."""
CLAIMING = HELD | frozenset(
    """
    claim warn argue believe think conclude maintain insist suggest calculate estimate reckon predict forecast complain
    testify declare boast admit acknowledge concede contend assert allege expect project fear hold put
    assume judge assess
    """.split()
)
"""Verbs whose content is told as theirs who say it."""
NOBODY = frozenset("it one some many few most others nobody none everyone everybody people who which that".split())
WHILE = frozenset("since throughout during".split())
"""What leads the time throughout which something was not so."""
LIMITS = frozenset("can could may".split())
LIMITED = frozenset("exceed top surpass".split())


def supposed(sentence: Sentence, i: int) -> bool:
    """Whether a word stands in what is only somebody's goal, plan or excuse."""
    at = sentence.words[i]
    while at.head != at.i and at.dep != "relcl":
        below, at = at, sentence.words[at.head]
        if at.lemma in SUPPOSED and at.pos == "NOUN" and _contained(sentence, below, at):
            return True
    return False


def _contained(sentence: Sentence, part: Word, noun: Word) -> bool:
    """Whether a part of a noun phrase tells what a plan or claim is of: "to close 600", not "a 164-page plan"."""
    if part.dep in ("acl", "relcl"):
        return part.tag != "VBN" or bool(sentence.kids(part.i, "aux", "mark"))
    return part.i > noun.i and (part.dep != "prep" or part.lower in CONTENT)


def unreal(sentence: Sentence, i: int) -> bool:
    """Whether a word stands in what the text denies or only supposes: under "not", "never", "if" or "unless"."""
    at = sentence.words[i]
    if supposed(sentence, i):
        return True
    while at.head != at.i and at.dep != "relcl":
        below, at = at, sentence.words[at.head]
        if at.pos not in ("VERB", "AUX"):
            continue
        if any(m.lower in ("if", "unless", "whether") for m in sentence.kids(at.i, "mark")):
            return True
        if supposing(sentence, at):
            return True
        if sentence.kids(at.i, "neg") and not outside_denial(sentence, below, at, i):
            return True
    return False


def outside_denial(sentence: Sentence, part: Word, verb: Word, i: int) -> bool:
    """Whether a part of a clause with "not" is none of what it denies, or tells how long or how far it was not so.

    So stand its subject ("One house in six was not insured") and what comes before it ("In 1920 he did not ..."), "for
    five years", and the limit of what can be ("cannot hold more than 300"). `i` is the word that is asked about.
    """
    subjects = [w for w in sentence.kids(verb.i, *SUBJECTS) if w.dep != "expl"]
    if part.dep in SUBJECTS:
        return part.dep != "expl" and not part.dep.startswith("csubj")
    if part.dep in ("prep", "npadvmod") and subjects and part.i < subjects[0].i:
        return True
    if part.dep == "prep" and part.lower in WHILE:
        return True
    if part.dep == "prep" and part.lower == "for":
        return any(w.lemma in TIME_UNITS for w in sentence.kids(part.i, "pobj"))
    if verb.lemma in LIMITED:
        return part.dep == "dobj"
    limited = any(a.lower in LIMITS for a in sentence.kids(verb.i, "aux"))
    return limited and part.dep in ("prep", "agent", "dobj") and _bounded(sentence, i)


def denied(found: Clause, i: int) -> Clause | None:
    """A clause with its "not" where that leaves a word as it is; the clause itself without one, None where it does not.

    `i` is the word asked about.
    """
    sentence = found.sentence
    denials = {w.i for w in sentence.kids(found.verb.i, "neg")}
    if not denials or found.affirmed:
        return found
    part = sentence.words[i]
    while part.head not in (found.verb.i, part.i):
        part = sentence.words[part.head]
    if part.head != found.verb.i or not outside_denial(sentence, part, found.verb, i):
        return None
    return replace(found, rest=tuple(kept for kept in found.rest if not denials & {*kept}), denied=True)


def _bounded(sentence: Sentence, i: int) -> bool:
    """Whether a number is told as a limit: "more than 300", "under four hours"."""
    before = [w.lower for w in sentence.words[max(0, i - 2) : i]]
    return before[-1:] in (["under"], ["over"], ["above"], ["below"]) or before in (["more", "than"], ["less", "than"])


def claimer(sentence: Sentence, verb: Word) -> Word | None:
    """Who says or believes what a clause tells, the subject of the verb above; None where that is nobody one knows."""
    above = sentence.words[verb.head]
    if verb.dep != "ccomp" or above.i > verb.i or above.lemma not in CLAIMING or above.tag in ("VB", "VBG"):
        return None
    if sentence.kids(above.i, "neg", "auxpass") or not asserted(sentence, above):
        return None
    own = sentence.kids(above.i, "nsubj")
    if not own or own[-1].lower in NOBODY or own[-1].i > above.i:
        return None
    return own[-1] if own[-1].pos in ("NOUN", "PROPN", "PRON") else None
