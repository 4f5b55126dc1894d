"""What a question leaves out that it needs: the noun of a number, the whole of a share, what its verb takes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from quiz.deck.proof import stands
from quiz.facts.model import Figure, Quote, Word
from quiz.questions.clauses.turn import turn
from quiz.questions.draft import Draft
from quiz.questions.faults.shares import wholeless
from quiz.questions.faults.timeless import timeless
from quiz.questions.reference.titles import UPPER
from quiz.questions.scene import Scene, head_of

SHARES = frozenset("% percent cent half third thirds quarter quarters fifth fifths tenth tenths".split())
SHARE = re.compile(
    r"%|\bper ?cent|\b(?:half|halves|thirds?|quarters?|fifths?|sixths?|eighths?|tenths?)\b|\b\w+ in \w+$"
)
THERE = re.compile(r"^[Tt]here (?:was|were|is|are|had been|have been)\b|\b(?:was|were|is|are) there\b")
PLACED = re.compile(rf"\b(?:[Ii]n|[Aa]t|[Oo]n|near|aboard|of|[Aa]cross)\s(?:the\s)?(?:\w+\s)?{UPPER}")
"""A share, and what there was without a place."""
LIGHT = re.compile(
    rf"\bdid\s(?:the\s)?(?P<who>{UPPER}[^?]*?)\s"
    r"(?P<verb>have|get|stay|sail|go|come|leave|manage|return|arrive|move|pass through)"
    r"(?: (?:north|south|east|west|abroad))?\?$|"
    rf"^(?:[Tt]he\s)?(?P<name>{UPPER}[^\s,]*(?:\s{UPPER}[^\s,]*)*)(?:\s[a-z]+)?\s"
    r"(?P<past>had|got|stayed|sailed|went|came|left|managed|returned|arrived|moved)\s"
    r"(?:(?:north|south|east|west|abroad)\s)?"
    r"(?:(?:on|in|for|at|by|until|from|since)\s)?(?:how|what|_+)[^,]{0,24}[?.]$|"
    rf"^In _+,? {UPPER}\w+(?: {UPPER}\w+)? (?:went|sailed|moved|came|got) (?:north|south|east|west|abroad)\.$"
)
"""Nothing but a name and a verb that leaves open where, of what or whither."""
AGED = re.compile(rf"^(?:At|By) \{{\{{[^}}]*\}}\}},? {UPPER}")
"""An age that could be an hour or a place."""
AGED_BEHIND = re.compile(rf"{UPPER}[\w’'-]*,? \{{\{{[^}}]*\}}\}}[.,;]")
"""An age behind the name of whose it is, with nothing that says so."""
CARRYING = frozenset("take bring send lead carry put drive lay move haul ship transfer set throw drop".split())
TRANSITIVE = frozenset("notice mention describe include contain obtain provide require cause allow consider".split())
NEEDY = CARRYING | TRANSITIVE
TIMING = frozenset("in on at by until since during".split())
WHERETO = frozenset("to into onto down up over across from out in on off through back aboard away ashore".split())


def unsaid(scene: Scene, draft: Draft, shown: str) -> Iterator[str]:
    """Why a text leaves to its page what it speaks of."""
    if _cut_off(draft, shown):
        yield "leaves out what its verb needs"
    told = shown.startswith("According to")
    placed = told or draft.context or PLACED.search(shown)
    if (not told and _of_nothing(scene, draft)) or (THERE.search(shown) and not placed):
        yield "does not tell of what"
    if _light(scene, shown):
        yield "leaves open where or of what"
    if _headless(draft, shown):
        yield "leaves out its noun"
    if timeless(scene, draft, shown):
        yield "does not tell from when or on what occasion"
    if _without_turn(draft, shown):
        yield "leaves out that it was the first time, or the last"
    if wholeless(scene, draft, shown):
        yield "leaves out the other half of its figure"
    if _uncounted(draft):
        yield "counts what is not told"


def _without_turn(draft: Draft, shown: str) -> bool:
    """Whether "the first time it had called in 40 years" is told as if it had called in 40 years, or since 1920."""
    sentence, fact = draft.sentence, draft.fact
    if isinstance(fact, Quote):
        return False
    span = fact.whole if isinstance(fact, Figure) else fact.span
    for word in sentence.words:
        which = turn(sentence, word)
        told = stands(sentence.words[sentence.words[word.head].head].text, shown) if which else False
        asked = word.start < span.end and span.start < word.end
        if told and (asked or stands(word.text, shown)) and f"{which} time" not in shown:
            return True
    return False


def _of_nothing(scene: Scene, draft: Draft) -> bool:
    """Whether a share is what a clause is about, and of what it is stands in another sentence."""
    fact, sentence = draft.fact, draft.sentence
    if not isinstance(fact, Figure) or not SHARE.search(draft.answer):
        return False
    words = scene.words(sentence, fact.whole)
    head = head_of(words) if words else None
    if head is None or head.dep not in ("nsubj", "nsubjpass") or sentence.words[head.head].dep == "ccomp":
        return False
    told = any(sentence.words[i].start >= fact.whole.end for i in sentence.subtree(head.i))
    return not told and (head.lower in SHARES or head.pos == "NUM")


def _light(scene: Scene, shown: str) -> bool:
    """Whether it tells no more than that somebody left, stayed, had or got; a thing may have pages."""
    if not (told := LIGHT.search(shown)):
        return False
    who = told["who"] or told["name"] or ""
    return (told["verb"] or told["past"]) not in ("have", "had") or scene.facts.people.find(who) is not None


def _cut_off(draft: Draft, shown: str) -> bool:
    """Whether a verb is shown without what it takes: "take two geologists", whereto; "took years to notice", what."""
    words = draft.sentence.words
    for verb in words:
        if verb.lemma not in NEEDY or verb.held:
            continue
        kids = draft.sentence.kids(verb.i)
        if verb.lemma in TRANSITIVE and verb.dep == "xcomp":
            if shown.rstrip("?.").endswith(verb.text) and not any(k.dep in ("dobj", "ccomp", "xcomp") for k in kids):
                return True
        elif any(k.dep == "dobj" for k in kids) and verb.lemma in CARRYING:
            ways = [k for k in kids if k.lower in WHERETO and k.dep in ("prep", "prt", "advmod") and k.i > verb.i]
            ways += [words[i] for i in draft.sentence.subtree(verb.i) if i > verb.i and _leads_on(words, i)]
            told = any(stands(way.lower, shown.lower()) for way in ways)
            if ways and not told and (stands(verb.lemma, shown) or stands(verb.text, shown)):
                return True
    return False


def _leads_on(words: Sequence[Word], i: int) -> bool:
    """Whether a word says whereto: "down to the rift"."""
    return words[i].lower in WHERETO - {"to"} and i + 1 < len(words) and words[i + 1].lower == "to"


def _uncounted(draft: Draft) -> bool:
    """Whether a gap is a bare number of what another sentence counts: "took _____", "at _____ she left"."""
    fact, sentence = draft.fact, draft.sentence
    if not isinstance(fact, Figure) or fact.unit or draft.question:
        return False
    if AGED.match(draft.cloze) or AGED_BEHIND.search(draft.cloze):
        return True
    words = [w for w in sentence.words if w.start < fact.whole.end and w.end > fact.whole.start and not w.held]
    if not words or words[-1].tag != "CD":
        return False
    number = words[-1]
    told = any(k.lower in ("of", "more", "in", "on") or k.dep == "relcl" for k in sentence.kids(number.i))
    above = sentence.words[number.head]
    if number.dep != "pobj":
        return not told and number.dep in ("dobj", "attr", "nsubj", "nsubjpass")
    over = sentence.words[above.head]
    aged = over.pos in ("VERB", "AUX") and above.lower in ("at", "by")
    return not told and (aged or over.pos in ("NUM", "DET", "PRON") or (over.pos == "NOUN" and above.lower == "for"))


def _headless(draft: Draft, shown: str) -> bool:
    """Whether it speaks of "the ten largest", "725", "one" or "Norland's" of what another sentence names."""
    fact, sentence = draft.fact, draft.sentence
    for word in sentence.words:
        asked = isinstance(fact, Figure) and fact.whole.start <= word.start < fact.whole.end
        if word.held or asked or word.dep not in ("nsubj", "nsubjpass", "dobj", "pobj"):
            continue
        kids = sentence.kids(word.i)
        owner = word.dep != "pobj" and word.pos == "PROPN" and any(k.tag == "POS" for k in kids)
        bare = (
            word.dep != "pobj"
            and word.pos in ("ADJ", "NUM")
            and word.ent in ("", "CARDINAL", "ORDINAL")
            and not word.text[:1].isupper()
        )
        single = word.lower == "one" and word.dep in ("dobj", "pobj") and not any(k.dep == "amod" for k in kids)
        if not (owner or single or (bare and word.lower not in ("one", "much", "many", "more", "less", "fewer"))):
            continue
        told = any(k.dep in ("relcl", "acl") or (k.dep == "prep" and not (single and k.lower in TIMING)) for k in kids)
        told = told or re.search(r"\b[Oo]f the\b", shown) is not None
        if not told and re.search(rf"\b{re.escape(word.text)}\b(?! [a-z]+s\b)", shown):
            return True
    return False
