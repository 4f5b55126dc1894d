"""Who does what a verb says, and whose word a noun is."""

from __future__ import annotations

from collections.abc import Sequence

from quiz.facts.cue_words import ABOUT, HONORIFICS, ROLE
from quiz.facts.model import Sentence, Word

VERBS = ("VERB", "AUX")
RELATIVES = frozenset("who that which".split())
CAUSING = frozenset("prompt lead cause force compel drive move".split())
"""Verbs whose object does what the verb below them says: "prompted Weber to declare"."""
SHARING = ("conj", "advcl", "xcomp", "ccomp", "dep", "parataxis", "pcomp")
DEEPEST = 6
PLACES = ("GPE", "LOC", "ORG", "NORP", "FAC")


def agent(sentence: Sentence, verb: Word, depth: int = 0) -> Word | None:
    """Who does what a verb says: its subject, the agent of a passive, or the subject it shares with the verb above."""
    passive = sentence.kids(verb.i, "nsubjpass", "auxpass")
    if depth and passive and (undergoing := sentence.kids(verb.i, "nsubjpass")):
        return undergoing[-1] if undergoing[-1].tag == "NNP" else undergoing[0]
    if passive or _reduced_passive(sentence, verb):
        by = [p for a in sentence.kids(verb.i, "agent", "prep") if a.lower == "by" for p in sentence.kids(a.i, "pobj")]
        return by[0] if by else None
    if subjects := [s for s in sentence.kids(verb.i, "nsubj") if not s.held]:
        return _subject(sentence, verb, subjects)
    if missed := _name_before(sentence, verb) or _name_beside(sentence, verb):
        return missed
    return None if depth > DEEPEST or verb.head == verb.i else _shared(sentence, verb, depth)


def _subject(sentence: Sentence, verb: Word, subjects: Sequence[Word]) -> Word:
    """The subject of several the parser found; of a relative clause what it tells of."""
    if len(subjects) > 1 and subjects[-1].tag == "VBG" and sentence.words[subjects[-1].i - 1].text == ",":
        return subjects[0]  # "Moss, writing of her, said"
    behind = [s for s in subjects if s.i > verb.i and s.tag == "NNP"]
    if behind and subjects[0].i < verb.i and sentence.words[behind[0].i + 1].tag == "MD":
        behind = []  # "Weber said Mr Lindt should ..."
    named = sentence.words[max(0, subjects[-1].i - 1)]  # "Pavel Reutern of the flagship Suvorov wrote"
    if len(subjects) > 1 and named.i in sentence.subtree(subjects[0].i) and named.dep == "pobj":
        return subjects[0]
    subject = behind[0] if behind else subjects[-1] if subjects[-1].i < verb.i else subjects[0]
    return _told_of(sentence, verb, subject) if subject.lower in RELATIVES and verb.dep == "relcl" else subject


def _told_of(sentence: Sentence, verb: Word, relative: Word) -> Word:
    """What a relative clause tells of: the name right before it, where a semicolon parts it from what it hangs on."""
    above, named = sentence.words[verb.head], sentence.words[max(0, relative.i - 2)]
    parted = any(w.text == ";" for w in sentence.words[above.i : named.i])
    return named if parted and named.tag == "NNP" and sentence.words[named.i + 1].text == "," else above


def _shared(sentence: Sentence, verb: Word, depth: int) -> Word | None:
    """The agent that a verb without a subject takes from what it hangs on."""
    above = sentence.words[verb.head]
    if verb.dep == "xcomp" and above.lemma in CAUSING:
        return next(iter(sentence.kids(above.i, "dobj")), None)
    if verb.dep == "acl" and above.pos in ("NOUN", "PROPN", "PRON"):
        giver = sentence.words[above.head]
        given = verb.tag == "VBG" and above.dep == "dobj" and giver.pos in VERBS
        return (agent(sentence, giver, depth + 1) if given else None) or above
    if verb.dep == "conj" and (before := _subject_beside(sentence, verb)):
        return before
    if above.pos in VERBS and verb.dep in SHARING:
        return agent(sentence, above, depth + 1)
    if verb.dep == "xcomp" and above.dep == "acomp":
        return agent(sentence, sentence.words[above.head], depth + 1)
    if above.dep == "prep" or above.pos == "ADP":
        verb_above = sentence.words[above.head]
        return agent(sentence, verb_above, depth + 1) if verb_above.pos in VERBS else None
    return None


def _name_before(sentence: Sentence, verb: Word) -> Word | None:
    """The name right before a finite verb whose subject the parser missed ("..., Sergei Lavrov reiterated")."""
    if verb.tag not in ("VBD", "VBZ", "VBP") or verb.dep == "conj":
        return None
    at = verb.i - 1
    while at >= 0 and sentence.words[at].pos in ("ADV", "AUX"):
        at -= 1
    return sentence.words[at] if at >= 0 and sentence.words[at].tag == "NNP" else None


def _subject_beside(sentence: Sentence, verb: Word) -> Word | None:
    """The subject of the nearest clause before a verb that is joined to the same one, where that has none."""
    if sentence.kids(verb.head, "nsubj", "nsubjpass"):
        return None
    joined = [c for c in sentence.kids(verb.head, "conj") if c.i < verb.i and c.pos in VERBS]
    return next((s for c in reversed(joined) for s in sentence.kids(c.i, "nsubj")), None)


def _name_beside(sentence: Sentence, verb: Word) -> Word | None:
    """The name the parser set beside the quotation as if it explained that ("“...,” Karl Weber, a miner, said")."""
    quotations = [s for s in sentence.kids(verb.i, "nsubj") if s.held]
    return next((a for q in quotations for a in sentence.kids(q.i, "appos") if a.tag == "NNP"), None)


def _reduced_passive(sentence: Sentence, verb: Word) -> bool:
    return verb.tag == "VBN" and verb.dep in ("acl", "advcl") and not sentence.kids(verb.i, "aux")


def owners(sentence: Sentence, noun: Word) -> list[Word]:
    """Whose word it is: "Smith's claim", "a statement by Smith", "the words of Smith", no "description of Smith"."""
    found = sentence.kids(noun.i, "poss")
    found += [s for s in sentence.kids(noun.i, "nsubj") if sentence.kids(s.i, "case")]
    for prep in sentence.kids(noun.i, "prep"):
        if prep.lower in ("by", "from") or (prep.lower == "of" and noun.lemma not in ABOUT):
            found += sentence.kids(prep.i, "pobj")
    return found


def apposed(sentence: Sentence, word: Word) -> Word:
    """The name set beside a common noun: of "its leader, Viktor Hals" and "a man named Viktor Hals" the second."""
    if not _is_trade(word):
        return word
    called = [p for p in sentence.kids(word.i, "acl") if p.lemma in ("name", "call")]
    for name in (n for p in called for n in sentence.kids(p.i, "oprd") if n.tag == "NNP"):
        return name
    names = (sentence.words[i] for i in sentence.subtree(word.i))
    trades = (word, *(c for c in sentence.kids(word.i, "conj") if c.tag == "NNP"))  # "Comptroller and Auditor General"
    return next((n for n in names if n.tag in ("NNP", "NNPS") and explained(sentence, n) in trades), word)


def explained(sentence: Sentence, name: Word) -> Word | None:
    """The common noun a name is set beside, or the place behind that noun ("envoy to Norway, ...")."""
    if name.dep != "appos":
        return None
    above = sentence.words[name.head]
    if any(w.text == ";" for w in sentence.words[above.i : name.i]):
        return None
    if above.dep == "pobj" and above.ent in PLACES:
        above = sentence.words[sentence.words[above.head].head]
    return above if _is_trade(above) else None


def _is_trade(word: Word) -> bool:
    """Whether a word may say what somebody is: a common noun, or one with a capital that is no name ("Chief Clerk")."""
    return (
        word.pos == "NOUN"
        or word.lower == "one"
        or (word.tag == "NNP" and not word.ent and (word.lower in HONORIFICS or bool(ROLE.search(word.lower))))
    )


def mention(sentence: Sentence, word: Word) -> tuple[int, int]:
    """The characters of the phrase a word heads, clauses that hang on it left out but for their "who" or "that"."""
    held = {word.i}
    todo = [word.i]
    while todo:
        for child in sentence.kids(todo.pop()):
            if child.held or child.dep in ("punct", "acl", "advcl", "parataxis", "conj", "cc"):
                continue
            if child.dep == "relcl":
                held |= {w.i for w in sentence.kids(child.i) if w.lower in RELATIVES}
                continue
            held.add(child.i)
            todo.append(child.i)
    words = [sentence.words[i] for i in held]
    return min(w.start for w in words), max(w.end for w in words)
