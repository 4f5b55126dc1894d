"""Who a quotation is attributed to within its sentence: from the quoted words up the parse to a cue and its subject."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from quiz.facts.agents import VERBS, agent, owners
from quiz.facts.beside import beside
from quiz.facts.cue_words import ABOUT, CUE_NOUNS, GIVING, INVERTED
from quiz.facts.cues import READ, is_cue
from quiz.facts.links import Attribution, Link
from quiz.facts.model import Sentence, Word

CONTENT = ("acl", "ccomp", "relcl", "appos", "advcl", "parataxis", "dep")
"""How what a noun says hangs on it: "the claim that", not "the plan for" nor "the plan to"."""
EXPLETIVES = frozenset("it that this there".split())
LED = 6
"""Words before a colon among which "from" tells whose words follow."""
TIMES = frozenset("after when while before until once".split())


def attribute(
    sentence: Sentence,
    quoted: Sequence[int],
    *,
    colon: bool = False,
    ended: bool = False,
    barred: Iterable[int] = (),
) -> list[Attribution]:
    """The attributions of the words quoted in a sentence, from who said them out to who reports that.

    `colon` tells that a colon stands before the quotation, `ended` that its last mark ends the sentence; `barred` are
    words of other quotations in it, which tell of nobody's speaking here.
    """
    if not quoted:
        return []
    inside = {*quoted, *barred} | (set(range(quoted[-1], len(sentence.words))) if ended else set())
    led = before_colon(sentence, quoted[0]) if colon else None
    found = [led] if led and is_cue(sentence, led.cue) else _climbed(sentence, quoted, inside)
    if not found:
        near = led or beside(sentence, quoted, inside)
        found = [near] if near else []
    if according := _according(sentence, inside):
        found.append(according)
    if not found and (loose := _loose(sentence, quoted, inside)):
        found = [loose]
    return found


def _climbed(sentence: Sentence, quoted: Sequence[int], inside: set[int]) -> list[Attribution]:
    heads = [sentence.words[i] for i in quoted if sentence.words[i].head not in inside or sentence.words[i].head == i]
    for head in heads:
        chain: list[Attribution] = []
        for cue, below in _ancestors(sentence, head, inside):
            if chain and _is_aside(sentence, chain[-1]):
                chain.pop()
            elif chain and _beside_it(sentence, below):
                if below.dep == "conj":
                    continue
                break
            found = _from_cue(sentence, cue, below, inside)
            if found and _begins_anew(sentence, found, quoted[-1]):
                continue
            if found and not any(found.speaker.i == other.speaker.i for other in chain):
                chain.append(found)
        if chain:
            return chain
    return []


def _is_aside(sentence: Sentence, found: Attribution) -> bool:
    """Whether the writer only puts a word in: "He also said, and I think that this is true, that “...”"."""
    cue = found.cue
    return found.speaker.lower == "i" and cue.dep == "conj" and is_cue(sentence, sentence.words[cue.head])


def _begins_anew(sentence: Sentence, found: Attribution, last: int) -> bool:
    """Whether an attribution opens the next clause: "said that it “...”, and it pointed out that ..."."""
    first = min(found.speaker.i, found.cue.i)
    between = sentence.words[last + 1 : first]
    joined = bool(between) and between[-1].tag == "CC" and all(w.pos == "PUNCT" for w in between[:-1])
    return joined and found.speaker.i < found.cue.i


def _beside_it(sentence: Sentence, below: Word) -> bool:
    """Whether a clause stands beside the one above it, which thus does not report it: "after Weber argued that"."""
    if below.dep == "conj":
        return bool(sentence.kids(below.i, "nsubj"))
    return below.dep == "advcl" and any(w.lower in TIMES for w in sentence.kids(below.i, "mark", "advmod"))


def _ancestors(sentence: Sentence, word: Word, inside: set[int]) -> Iterator[tuple[Word, Word]]:
    """The words above the quoted ones, nearest first, each with the one below it.

    Where the quotation is the root, the verbs under it.
    """
    at = word
    while at.head != at.i:
        below, at = at, sentence.words[at.head]
        if at.i not in inside:
            yield at, below
    for child in sentence.kids(at.i):
        if at.i in inside and child.i not in inside and child.pos in VERBS:
            yield child, at


def _from_cue(sentence: Sentence, cue: Word, below: Word, inside: set[int]) -> Attribution | None:
    if not is_cue(sentence, cue) and cue.tag == "VBN":
        cue = next((c for c in sentence.kids(cue.i, "xcomp") if c.i not in inside and is_cue(sentence, c)), cue)
    if is_cue(sentence, cue):
        speaker = agent(sentence, cue)
        own = speaker and (speaker.i < cue.i or cue.lemma in READ)
        if speaker and own and speaker.pos == "NOUN" and speaker.lemma in CUE_NOUNS:
            written = _from_noun(sentence, speaker, inside)
            speaker = written.speaker if written else speaker
        if speaker and speaker.i not in inside:
            return Attribution(_outer(sentence, cue, speaker), cue)
    if cue.pos == "NOUN" and cue.lemma in CUE_NOUNS and (found := _from_noun(sentence, cue, inside)):
        deed = below.i not in inside and any(w.tag == "TO" for w in sentence.kids(below.i))
        content = (below.dep in CONTENT and not deed) or (below.lower == "of" and cue.lemma not in ABOUT)
        return found if content else replace(found, link=Link.loose)
    if cue.lemma == "be" and below.dep in ("ccomp", "attr", "acomp", "advcl", "xcomp", "dep", "mark"):
        subjects = [s for s in sentence.kids(cue.i, "nsubj") if s.lemma in CUE_NOUNS]
        owned = [o for s in subjects for o in owners(sentence, s) if o.i not in inside]
        return Attribution(owned[0], cue, Link.noun) if owned else None
    return None


def _from_noun(sentence: Sentence, noun: Word, inside: set[int]) -> Attribution | None:
    """Whose claim, letter or promise it is: its owner, or who makes it ("issued a statement")."""
    for owner in owners(sentence, noun):
        if owner.i not in inside:
            return Attribution(owner, noun, Link.noun)
    above = sentence.words[noun.head]
    if above.pos == "ADP" and noun.dep == "pobj":
        above = sentence.words[above.head]
    if above.pos in VERBS and above.lemma in GIVING and (speaker := agent(sentence, above)) and speaker.i not in inside:
        return Attribution(speaker, above, Link.noun) if speaker.i != noun.i else None
    return None


def _outer(sentence: Sentence, cue: Word, speaker: Word) -> Word:
    """The subject of a cue further up, where a second cue was hung on a clause inside ("he noted ... and added")."""
    if cue.dep != "conj" or sentence.kids(cue.i, "nsubj"):
        return speaker
    at = sentence.words[cue.head]
    while at.head != at.i:
        at = sentence.words[at.head]
        above = sentence.kids(at.i, "nsubj")
        if is_cue(sentence, at) and above and above[0].i != speaker.i:
            return above[0]
    return speaker


def before_colon(sentence: Sentence, end: int) -> Attribution | None:
    """Who the words before a colon name: "Stated Stone:", "he demurred:", "Here is Clinton in 1992:"."""
    lead = [w for w in sentence.words[:end] if not w.held and w.pos not in ("PUNCT", "SPACE")]
    if not lead:
        return None
    verbs = [w for w in reversed(lead) if w.pos in VERBS]
    for word in (w for w in verbs if is_cue(sentence, w)):
        speaker = agent(sentence, word)
        if speaker and speaker.pos == "NOUN" and speaker.lemma in CUE_NOUNS:
            speaker = next(iter(owners(sentence, speaker)), speaker)
        if speaker and speaker.i < end:
            return Attribution(speaker, word, Link.colon)
    if lead[0].lower in INVERTED and len(lead) > 1:
        return Attribution(lead[-1], lead[0], Link.colon)
    last = [lead[-1]] if lead[-1].tag == "NNP" else []
    sourced = [s for w in lead if w.lower == "from" for s in sentence.kids(w.i, "pobj") if s.i + LED > lead[-1].i]
    agents = [a for a in (agent(sentence, w) for w in verbs) if a and a.i < end and a.lower not in EXPLETIVES]
    named = [w for w in reversed(lead) if w.ent in ("PERSON", "ORG") and w.tag == "NNP"]
    for speaker in (last or sourced or agents or named)[:1]:
        return Attribution(speaker, sentence.words[speaker.head], Link.colon)
    return None


def _according(sentence: Sentence, inside: set[int]) -> Attribution | None:
    for word in sentence.words:
        if word.i in inside:
            continue
        if word.lower == "according":
            links = sentence.words[word.i + 1 : word.i + 2]
        elif _worded(sentence, word) and (owner := sentence.kids(word.i, "poss")):
            return Attribution(owner[0], word, Link.according)
        elif word.lower == "words" and sentence.words[word.head].lower == "in":
            links = tuple(p for p in sentence.kids(word.i, "prep") if p.lower == "of")
        else:
            continue
        for speaker in (s for link in links for s in sentence.kids(link.i, "pobj")):
            return Attribution(speaker, word, Link.according)
    return None


def _worded(sentence: Sentence, word: Word) -> bool:
    """Whether a noun tells whose words or view something is: "in his words", "in Weber's view"."""
    return word.lower == "words" or (word.lower in ("view", "opinion") and sentence.words[word.head].lower == "in")


def _loose(sentence: Sentence, quoted: Sequence[int], inside: set[int]) -> Attribution | None:
    """The cue nearest the quotation anywhere in its sentence, else the subject of the clause around it."""
    cues = [w for w in sentence.words if w.i not in inside and is_cue(sentence, w)]
    for cue in sorted(cues, key=lambda w: min(abs(w.i - quoted[0]), abs(w.i - quoted[-1]))):
        if (speaker := agent(sentence, cue)) and speaker.i not in inside:
            return Attribution(speaker, cue, Link.loose)
    at = sentence.words[quoted[0]]
    while True:
        speaker = agent(sentence, at) if at.pos in VERBS and at.i not in inside else None
        if speaker and speaker.i not in inside:
            return Attribution(speaker, at, Link.subject)
        if at.head == at.i:
            return None
        at = sentence.words[at.head]
