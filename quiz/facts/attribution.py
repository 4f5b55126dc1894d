"""Who a quotation is attributed to within its sentence: from the quoted words up the parse to a cue and its subject."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from quiz.facts.agents import VERBS, agent, owners
from quiz.facts.cue_words import ABOUT, CUE_NOUNS, CUES, GIVING, INVERTED, PHRASAL
from quiz.facts.links import Attribution, Link
from quiz.facts.model import Sentence, Word

NEAR = 5
CONTENT = ("acl", "ccomp", "relcl", "appos", "advcl", "parataxis", "dep")
"""How what a noun says hangs on it: "the claim that", not "the plan for" nor "the plan to"."""
EXPLETIVES = frozenset("it that this there".split())
READ = frozenset("begin start open end close run go".split())
"""Verbs by which a text is quoted: "it begins", "the letter ran"."""
LED = 12
"""Words before a quotation that "that" leads to, among which its cue stands."""
ASIDE = 8
"""Words of a clause set between commas that names who speaks, its commas included."""
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
        beside = (
            led
            or _aside(sentence, quoted, inside)
            or _inverted(sentence, quoted)
            or _adjoining(sentence, quoted, inside)
        )
        found = [beside] if beside else []
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
        if speaker and speaker.i < cue.i and speaker.pos == "NOUN" and speaker.lemma in CUE_NOUNS:
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


def is_cue(sentence: Sentence, word: Word) -> bool:
    """Whether a verb introduces what somebody said, alone or with the word behind it ("went on")."""
    if word.pos not in VERBS:
        return False
    if word.lemma in READ and any(s.lower == "it" or s.lemma in CUE_NOUNS for s in sentence.kids(word.i, "nsubj")):
        return True
    following = sentence.words[word.i + 1].lower if word.i + 1 < len(sentence.words) else ""
    return word.lemma.lower() in CUES or PHRASAL.get(word.lemma.lower()) == following


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


def _aside(sentence: Sentence, quoted: Sequence[int], inside: set[int]) -> Attribution | None:
    """Who a clause set between commas names: "The plan, Weber declared, was that of a “dreamer”"."""
    at, seen = sentence.words[quoted[0]], set[int]()
    while at.i not in seen:
        seen.add(at.i)
        for cue in sentence.kids(at.i, "parataxis"):
            own = sentence.subtree(cue.i)
            set_off = (own[0] > 0 and sentence.words[own[0] - 1].text == ",") or sentence.words[own[0]].text == ","
            speaker = agent(sentence, cue) if is_cue(sentence, cue) and cue.i not in inside and set_off else None
            if speaker and speaker.i in own and sentence.words[own[-1] + 1 : own[-1] + 2] and len(own) <= ASIDE:
                return Attribution(speaker, cue, Link.verb)
        at = sentence.words[at.head]
    return None


def _inverted(sentence: Sentence, quoted: Sequence[int]) -> Attribution | None:
    """A cue right behind the quotation with its subject behind it, which the parser took for an object."""
    at = quoted[-1] + 1
    while at < len(sentence.words) and sentence.words[at].pos == "PUNCT":
        at += 1
    if at >= len(sentence.words):
        return None
    cue = sentence.words[at]
    if not is_cue(sentence, cue) or cue.tag not in ("VBD", "VBZ"):
        return None
    behind = sentence.kids(cue.i, "dobj", "nsubj", "attr", "dative", "oprd", "npadvmod")
    speakers = [w for w in behind if w.i > cue.i and w.pos in ("PROPN", "NOUN", "PRON") and not w.held]
    return Attribution(speakers[0], cue, Link.beside) if speakers else None


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
    sourced = [s for w in lead if w.lower == "from" for s in sentence.kids(w.i, "pobj")]
    agents = [a for a in (agent(sentence, w) for w in verbs) if a and a.i < end and a.lower not in EXPLETIVES]
    named = [w for w in reversed(lead) if w.ent in ("PERSON", "ORG") and w.tag == "NNP"]
    for speaker in (last or sourced or agents or named)[:1]:
        return Attribution(speaker, sentence.words[speaker.head], Link.colon)
    return None


def _adjoining(sentence: Sentence, quoted: Sequence[int], inside: set[int]) -> Attribution | None:
    """A cue verb within four words of either end of the quotation, or the last verb before "that" and the quotation."""
    if (led := _before_that(sentence, quoted[0], inside)) is not None:
        return led
    near = [
        *range(max(0, quoted[0] - NEAR), quoted[0]),
        *range(quoted[-1] + 1, min(len(sentence.words), quoted[-1] + NEAR + 1)),
    ]
    for i in sorted(near, key=lambda n: min(abs(n - quoted[0]), abs(n - quoted[-1]))):
        word = sentence.words[i]
        if is_cue(sentence, word) and (speaker := agent(sentence, word)) and speaker.i not in inside:
            return Attribution(speaker, word, Link.beside)
    return None


def _before_that(sentence: Sentence, first: int, inside: set[int]) -> Attribution | None:
    """The last verb before "that" and the quotation, if it is a cue: "who told parliament a year ago that “...”"."""
    lead = [w for w in sentence.words[max(0, first - LED) : first] if w.pos != "PUNCT"]
    if not lead or lead[-1].lower != "that":
        return None
    verb = next((w for w in reversed(lead) if w.pos == "VERB"), None)
    speaker = agent(sentence, verb) if verb and verb.i not in inside and is_cue(sentence, verb) else None
    return Attribution(speaker, verb, Link.beside) if verb and speaker and speaker.i not in inside else None


def _according(sentence: Sentence, inside: set[int]) -> Attribution | None:
    for word in sentence.words:
        if word.i in inside:
            continue
        if word.lower == "according":
            links = sentence.words[word.i + 1 : word.i + 2]
        elif word.lower == "words" and (owner := sentence.kids(word.i, "poss")):
            return Attribution(owner[0], word, Link.according)
        elif word.lower == "words" and sentence.words[word.head].lower == "in":
            links = tuple(p for p in sentence.kids(word.i, "prep") if p.lower == "of")
        else:
            continue
        for speaker in (s for link in links for s in sentence.kids(link.i, "pobj")):
            return Attribution(speaker, word, Link.according)
    return None


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
