"""Who a quotation is attributed to within its sentence: from the quoted words up the parse to a cue and its subject."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quiz.facts.cue_words import CUE_NOUNS, CUES
from quiz.facts.model import Sentence, Word

VERBS = ("VERB", "AUX")
RELATIVES = frozenset("who that which".split())


@dataclass(frozen=True, slots=True)
class Attribution:
    """The head word of the speaker's mention, and the cue (verb or noun) that links it."""

    speaker: Word
    cue: Word


def attribute(sentence: Sentence, quoted: Sequence[int]) -> Attribution | None:
    """The attribution of the words quoted in a sentence, the closest grammatical link first."""
    if not quoted:
        return None
    inside = set(quoted)
    heads = [sentence.words[i] for i in quoted if sentence.words[i].head not in inside or sentence.words[i].head == i]
    for head in heads:
        for cue in _ancestors(sentence, head, inside):
            if found := _from_cue(sentence, cue, inside):
                return found
    return _adjoining(sentence, quoted, inside) or _according(sentence, inside)


def _ancestors(sentence: Sentence, word: Word, inside: set[int]) -> Iterator[Word]:
    """The words above the quoted ones, nearest first; where the quotation is the root, the verbs under it."""
    at = word
    while at.head != at.i:
        at = sentence.words[at.head]
        if at.i not in inside:
            yield at
    for child in sentence.kids(at.i):
        if at.i in inside and child.i not in inside and child.pos in VERBS:
            yield child


def apposed(sentence: Sentence, word: Word) -> Word:
    """The name set beside a common noun: of "its leader, Viktor Hals" the second."""
    if word.pos != "NOUN":
        return word
    return next((a for a in sentence.kids(word.i, "appos") if a.tag == "NNP"), word)


def _from_cue(sentence: Sentence, cue: Word, inside: set[int]) -> Attribution | None:
    if cue.pos in VERBS and cue.lemma in CUES:
        speaker = agent(sentence, cue)
        if speaker and speaker.i not in inside:
            return Attribution(_outer(sentence, cue, speaker), cue)
    if cue.pos == "NOUN" and cue.lemma in CUE_NOUNS:
        for owner in owners(sentence, cue):
            if owner.i not in inside:
                return Attribution(owner, cue)
    return None


def _outer(sentence: Sentence, cue: Word, speaker: Word) -> Word:
    """The subject of a cue further up, where a second cue was hung on a clause inside ("he noted ... and added")."""
    if cue.dep != "conj" or sentence.kids(cue.i, "nsubj"):
        return speaker
    at = sentence.words[cue.head]
    while at.head != at.i:
        at = sentence.words[at.head]
        above = sentence.kids(at.i, "nsubj")
        if at.pos in VERBS and at.lemma in CUES and above and above[0].i != speaker.i:
            return above[0]
    return speaker


def agent(sentence: Sentence, verb: Word, depth: int = 0) -> Word | None:
    """Who does what a verb says: its subject, the agent of a passive, or the subject it shares with the verb above."""
    passive = sentence.kids(verb.i, "nsubjpass", "auxpass")
    if passive or _reduced_passive(sentence, verb):
        by = [p for a in sentence.kids(verb.i, "agent", "prep") if a.lower == "by" for p in sentence.kids(a.i, "pobj")]
        return by[0] if by else None
    subjects = [s for s in sentence.kids(verb.i, "nsubj") if not s.held]
    if subjects:
        behind = [s for s in subjects if s.i > verb.i and s.tag == "NNP"]
        subject = behind[0] if behind else subjects[-1] if subjects[-1].i < verb.i else subjects[0]
        if subject.lower in RELATIVES and verb.dep == "relcl":
            return sentence.words[verb.head]
        return subject
    if adjoining := _name_before(sentence, verb):
        return adjoining
    if depth > 6 or verb.head == verb.i:
        return None
    above = sentence.words[verb.head]
    if verb.dep == "acl" and above.pos in ("NOUN", "PROPN", "PRON"):
        return above
    if above.pos in VERBS and verb.dep in ("conj", "advcl", "xcomp", "ccomp", "dep", "parataxis", "pcomp"):
        return agent(sentence, above, depth + 1)
    if above.dep == "prep" or above.pos == "ADP":
        verb_above = sentence.words[above.head]
        if verb_above.pos in VERBS:
            return agent(sentence, verb_above, depth + 1)
    return None


def _name_before(sentence: Sentence, verb: Word) -> Word | None:
    """The name right before a finite verb whose subject the parser missed ("..., Sergei Lavrov reiterated")."""
    if verb.tag not in ("VBD", "VBZ", "VBP") or verb.dep == "conj":
        return None
    at = verb.i - 1
    while at >= 0 and sentence.words[at].pos in ("ADV", "AUX"):
        at -= 1
    return sentence.words[at] if at >= 0 and sentence.words[at].tag == "NNP" else None


def _reduced_passive(sentence: Sentence, verb: Word) -> bool:
    return verb.tag == "VBN" and verb.dep in ("acl", "advcl") and not sentence.kids(verb.i, "aux")


def owners(sentence: Sentence, noun: Word) -> list[Word]:
    """Whose word it is: "Smith's claim", "a statement by Smith", "the words of Smith"."""
    found = sentence.kids(noun.i, "poss")
    for prep in sentence.kids(noun.i, "prep"):
        if prep.lower in ("by", "of", "from"):
            found += sentence.kids(prep.i, "pobj")
    return found


def _adjoining(sentence: Sentence, quoted: Sequence[int], inside: set[int]) -> Attribution | None:
    """A cue verb within four words of either end of the quotation."""
    near = [*range(max(0, quoted[0] - 5), quoted[0]), *range(quoted[-1] + 1, min(len(sentence.words), quoted[-1] + 6))]
    for i in sorted(near, key=lambda n: min(abs(n - quoted[0]), abs(n - quoted[-1]))):
        word = sentence.words[i]
        if word.pos in VERBS and word.lemma in CUES and (speaker := agent(sentence, word)) and speaker.i not in inside:
            return Attribution(speaker, word)
    return None


def _according(sentence: Sentence, inside: set[int]) -> Attribution | None:
    for word in sentence.words:
        if word.i in inside:
            continue
        if word.lower == "according":
            links = sentence.words[word.i + 1 : word.i + 2]
        elif word.lower == "words" and sentence.words[word.head].lower == "in":
            links = tuple(p for p in sentence.kids(word.i, "prep") if p.lower == "of")
        else:
            continue
        for speaker in (s for link in links for s in sentence.kids(link.i, "pobj")):
            return Attribution(speaker, word)
    return None


def introduces(sentence: Sentence) -> Attribution | None:
    """The attribution of what follows a sentence that ends in a colon or comma: its last cue with a subject."""
    for word in reversed(sentence.words):
        if word.pos in VERBS and word.lemma in CUES and (speaker := agent(sentence, word)):
            return Attribution(speaker, word)
    root = sentence.root()
    subjects = sentence.kids(root.i, "nsubj")
    for subject in subjects:
        if subject.lemma in CUE_NOUNS:
            for owner in owners(sentence, subject):
                return Attribution(owner, root)
    return Attribution(subjects[0], root) if subjects else None
