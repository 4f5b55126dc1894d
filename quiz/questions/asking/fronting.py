"""Carries the phrase that asks for a figure to the front, with the prepositions and nouns that go along."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from quiz.facts.model import Sentence, Word
from quiz.questions.asking.amount_words import OFFERED, QUANTITIES
from quiz.questions.asking.described import LONGEST_OWNER, owner_words
from quiz.questions.asking.lead import Interrogative, Lead
from quiz.questions.clauses.clause import SUBJECTS

STRANDED = frozenset("acomp advmod amod attr".split())
# Prepositions a figure cannot be fronted with: what they compare or list stays behind.
BOUND_PREPOSITIONS = frozenset("between including like such versus except than as via".split())
# Verbs that tell of a change, whose measure is asked for with "by".
CHANGES = frozenset(
    "fall rise drop grow increase decrease decline shrink climb jump plunge soar slump surge widen expand".split()
)
EXTENTS = frozenset("long wide deep high tall thick old away across".split())


LENGTHS = ("miles", "kilometers", "kilometres", "km", "meters", "metres", "feet", "yards", "leagues")
DEEPEST = 2
LOOSE = frozenset("by at against".split())
"""Prepositions that a noun is not fronted with, since they rather belong to the verb: "a vote by how many"."""
LASTING = re.compile(r"how many (?:minutes|hours|days|weeks|months|years)$")
MEASURED = re.compile(r"(?:[a-z ]+ )?(?:how much|what percentage|what fraction|how many)\b")
# What is long, in miles or in days.
LONG_THINGS = frozenset(
    """
    detour delay wait gap walk march journey voyage trip trek ride drive flight siege war strike trial reign term
    sentence stay tunnel bridge canal wall line border coast road route stretch path break pause truce blockade
    """.split()
)
_LONG = "minutes|hours|days|weeks|months|years|decades|centuries|miles|kilomet(?:er|re)s|met(?:er|re)s|feet|yards"
_LARGE = "arcseconds|tons|tonnes|kilograms|pounds|watts|[a-z]+watts|acres|hectares|degrees"
MEASURE = re.compile(
    rf"how much|what percentage|how many (?:(?P<long>(?:light-)?(?:{_LONG}))|(?:square |metric )?(?:{_LARGE}))"
)
EXPECTING = frozenset("expect estimate predict forecast project require want allow".split())


def fronted(sentence: Sentence, asked: Interrogative) -> Interrogative | None:
    """The phrase with the prepositions and noun phrases it has to take along to the front."""
    while True:
        above = sentence.words[asked.top.head]
        if above.i == asked.top.i:
            return None
        own = sentence.kids(above.i, *SUBJECTS)
        if above.dep == "pcomp" and above.tag == "VBG" and asked.top.dep == "dobj" and not own:
            asked = _participle(sentence, asked, above)
            continue
        if above.pos in ("VERB", "AUX"):
            return _of_verb(sentence, asked, above)
        carried = _carried(sentence, asked, above)
        if carried is None:
            return None
        asked = carried


def bridged(sentence: Sentence, top: Word, verb: Word) -> set[int] | None:
    """The words to leave out so that a phrase can be fronted out of the infinitives below the verb of its clause.

    None where it cannot be; of "is to sail and bring back 120 cores" the first infinitive is left out.
    """
    at, out = sentence.words[top.head], set[int]()
    while at.i != verb.i:
        if at.dep == "conj" and sentence.words[at.head].dep == "xcomp" and at.tag == "VB":
            first = sentence.words[at.head]
            own = sentence.kids(at.i, "aux")
            kept = {*sentence.subtree(at.i), *(w.i for w in sentence.kids(first.i, "aux") if not own)}
            out |= set(sentence.subtree(first.i)) - kept
            at = first
        expected = at.dep == "ccomp" and at.tag == "VB" and sentence.words[at.head].lemma in EXPECTING
        if at.dep != "xcomp" and not expected and not (at.pos == "ADJ" and at.dep == "acomp"):
            return None
        at = sentence.words[at.head]
    return out


def _of_verb(sentence: Sentence, asked: Interrogative, verb: Word) -> Interrogative | None:
    """The phrase as it is asked of its verb: by how much something fell, what something was."""
    top, ask = asked.top, asked.lead[0]
    if top.dep == "attr" and asked.nested and str(ask) != "what":
        return None
    single = len(asked.lead) == 1
    if top.dep in ("dobj", "npadvmod", "attr") and verb.lemma in CHANGES and MEASURED.match(str(ask)) and single:
        return replace(asked, lead=("by", *asked.lead))
    plain = str(ask).startswith(("how", "what")) and not any(isinstance(part, str) for part in asked.lead[1:])
    if top.dep == "attr" and verb.lemma == "be" and LASTING.match(str(ask)) and sentence.kids(verb.i, "prep"):
        return replace(asked, lead=("for", *asked.lead))
    if top.dep == "attr" and verb.lemma == "be" and _cleft(sentence, verb):
        return None
    if top.dep == "attr" and verb.lemma == "be" and not asked.nested and MEASURED.match(str(ask)) and plain:
        return _what_it_was(sentence, asked, verb)
    others = [w for w in sentence.kids(verb.i, "dobj", "dative", "oprd", "appos") if w.pos != "ADP"]
    others = [w for w in others if w.i not in asked.gone and not _renames(sentence, w)]
    first = sentence.subtree(top.i)[0]
    if top.dep == "npadvmod" and first > verb.i and sentence.words[first - 1].text == ",":
        return None
    parted = asked.nested and (top.dep == "npadvmod" or (first > verb.i and sentence.words[first - 1].text == ","))
    return None if parted or (top.dep == "dobj" and any(w.i > top.i for w in others)) else asked


def _renames(sentence: Sentence, noun: Word) -> bool:
    """Whether a noun behind a comma only tells more of what was told: ", the highest for three years"."""
    first = sentence.subtree(noun.i)[0]
    return sentence.words[first].lower == "the" and sentence.words[first - 1].text == ","


def _cleft(sentence: Sentence, verb: Word) -> bool:
    """Whether the subject is a clause: "What one sees is four metres of rock"."""
    return any(w.dep == "csubj" or w.tag == "WP" for w in sentence.kids(verb.i, "csubj", "nsubj"))


def _what_it_was(sentence: Sentence, asked: Interrogative, verb: Word) -> Interrogative:
    """What a quantity was; how far a place is, how many parts long or how much a thing."""
    counted = [part for part in asked.lead if isinstance(part, int)]
    behind = sentence.words[counted[-1] + 1 : counted[-1] + 2] if counted else []
    if behind and behind[0].lower in EXTENTS:
        return replace(asked, lead=(*asked.lead, behind[0].i), gone=asked.gone | {behind[0].i})
    beyond = [p for k in (verb.i, asked.top.i) for p in sentence.kids(k, "prep") if p.lower == "from"]
    if str(asked.lead[0]).endswith(LENGTHS) and beyond:
        return replace(asked, lead=("how far",))
    subject = next(iter(sentence.kids(verb.i, *SUBJECTS)), verb)
    if counted or (asked.lead[0] != "how much" and subject.lemma not in QUANTITIES | OFFERED):
        return asked
    return replace(asked, lead=("what",))


def _carried(sentence: Sentence, asked: Interrogative, above: Word) -> Interrogative | None:
    top = asked.top
    if top.dep == "npadvmod" and above.lower == "ago":
        return replace(asked, lead=(*asked.lead, "ago"), top=above, gone=asked.gone | {above.i})
    if top.dep == "npadvmod" and above.lower == "worth" and above.dep in ("acomp", "prep", "oprd"):
        return replace(asked, top=above)
    if top.dep == "npadvmod" and above.pos in ("ADP", "SCONJ", "ADV"):
        return _measured_off(sentence, asked, above)
    if top.dep == "npadvmod" and above.pos == "ADJ":
        return _extent(sentence, asked, above)
    if (
        top.dep in ("pobj", "pcomp")
        and above.dep in ("prep", "agent")
        and above.pos in ("ADP", "SCONJ", "VERB", "PART")
    ):
        return _with_preposition(sentence, asked, above)
    if top.dep == "prep" and above.pos in ("NOUN", "PROPN") and asked.nested < DEEPEST:
        return _withowner_words(sentence, asked, above)
    return None


def _as_low_as(sentence: Sentence, asked: Interrogative, above: Word) -> Interrogative | None:
    """The bound of "put it as low as 8 per cent", which goes to the front: "as low as what percentage"."""
    before = sentence.words[max(0, above.i - 2) : above.i]
    ask = asked.lead[0]
    if [w.lower for w in before[:1]] != ["as"] or before[-1].lower not in BOUNDS or not isinstance(ask, str):
        return None
    verb = sentence.words[before[-1].head]
    if verb.pos not in ("VERB", "AUX") or before[-1].dep not in ("advmod", "acomp", "oprd"):
        return None
    gone = asked.gone | {above.i, *(w.i for w in before)}
    return replace(asked, lead=(f"as {before[-1].lower} as {ask}", *asked.lead[1:]), top=before[-1], gone=gone)


BOUNDS = frozenset("low high late early far long young".split())


def _with_preposition(sentence: Sentence, asked: Interrogative, above: Word) -> Interrogative | None:
    if above.lower == "as" and (bound := _as_low_as(sentence, asked, above)):
        return bound
    if above.lower in BOUND_PREPOSITIONS or sentence.kids(above.i, "conj", "cc"):
        return None
    if above.lower == "of" and sentence.words[above.head].pos in ("VERB", "AUX") and above.i < above.head:
        return None
    ahead = sentence.words[above.i - 1] if above.i else above
    if ahead.lower in ("along", "together"):
        return None
    if above.lower in ("until", "till") and not LASTING.search(str(asked.lead[0])) and asked.lead[0] != "how long":
        return None
    modifiers = {w.i for w in sentence.kids(above.i, "advmod", "neg")}
    over = sentence.words[above.head]
    if above.lower == "from" and over.lower in ("up", "down"):
        return None
    if above.dep == "prep" and over.pos in ("ADJ", "ADV") and over.dep in STRANDED:
        return replace(asked, top=over) if sentence.words[over.head].pos in ("VERB", "AUX") else None
    said = str(asked.lead[0]).startswith(f"{above.lower} ")
    lead = asked.lead if said else (above.lower, *asked.lead)
    gone = asked.gone | modifiers | {above.i}
    if (
        said
        and ahead.dep == "prep"
        and ahead.head == above.head
        and ahead.i != above.i
        and not sentence.children[ahead.i]
    ):
        return replace(asked, lead=(ahead.lower, *lead), top=ahead, gone=gone | {ahead.i})
    return replace(asked, lead=lead, top=above, gone=gone)


def _withowner_words(sentence: Sentence, asked: Interrogative, owner: Word) -> Interrogative | None:
    """The noun phrase a figure is told of, fronted with it: "a fleet of how many ships"."""
    named = owner.pos == "PROPN" and asked.top.lower == "of"
    if owner.dep == "dobj" and (named or _parted(sentence, asked, owner)):
        return replace(asked, top=owner)
    before = owner_words(sentence, owner, set(asked.gone))
    between = [i for i in sentence.subtree(owner.i) if owner.i < i < asked.top.i]
    if asked.top.lower in LOOSE or owner.text[:1].isdigit():
        return None
    if before is None or len(between) > LONGEST_OWNER or sentence.kids(owner.i, "conj", "cc"):
        return None
    if asked.top.lower not in ("of", "for") or owner.dep == "attr":
        return None
    gone = asked.gone | {*before, *between, owner.i}
    articles = [i for i in before if sentence.words[i].lower in ("a", "an", "the")]
    core = asked.lead[1:] if asked.lead[0] == asked.top.lower else asked.lead
    if owner.lemma == "average" and core[0] in ("what share", "what percentage"):
        share = str(core[0]).removeprefix("what ")
        return replace(asked, lead=(f"what average {share}", *core[1:]), top=owner, gone=frozenset(gone))
    counted = [part for part in core[1:2] if isinstance(part, int) and sentence.words[part].tag == "NNS"]
    told = owner.lemma in QUANTITIES and not counted
    if told and asked.top.lower == "of" and len(articles) <= 1 and not between:
        lead: Lead = ("what", *(i for i in before if i not in articles), owner.i)
        return Interrogative(lead, owner, frozenset(gone), asked.nested + 1)
    objects = owner.dep == "dobj" and not between and sentence.words[asked.top.i - 1].text != ","
    if objects and (large := _how_large(sentence, core, before, owner)):
        return Interrogative(large, owner, frozenset(gone), asked.nested + 1)
    return Interrogative((*before, owner.i, *between, *asked.lead), owner, frozenset(gone), asked.nested + 1)


def _how_large(sentence: Sentence, core: Lead, before: Sequence[int], owner: Word) -> Lead | None:
    """What asks how large something is: "how large a coupon" for "a coupon of how much"."""
    words = [sentence.words[i].lower for i in before]
    measured = MEASURE.fullmatch(str(core[0]))
    if words[:1] not in (["a"], ["an"]) or len(core) > 1 or not measured or owner.tag != "NN":
        return None
    if measured["long"] and owner.lemma not in LONG_THINGS:
        return None
    following = sentence.words[before[1] if before[1:] else owner.i].lower
    article = "an" if following[0] in "aeiou" else "a"
    return (f"how {'long' if measured['long'] else 'large'} {article}", *before[1:], owner.i)


def _parted(sentence: Sentence, asked: Interrogative, owner: Word) -> bool:
    """Whether words of the verb stand between an object and a preposition hung on it: "the journey ... down to"."""
    own = {*sentence.subtree(owner.i)}
    between = sentence.words[owner.i + 1 : asked.top.i]
    return any(w.i not in own and w.pos != "PUNCT" for w in between) or any(
        w.dep == "advmod" and w.tag in ("RP", "RB") for w in between[-1:]
    )


def _measured_off(sentence: Sentence, asked: Interrogative, above: Word) -> Interrogative | None:
    """The distance or time between two things: "how many days before his death"."""
    behind = [i for i in sentence.subtree(above.i) if i not in asked.gone and i >= above.i]
    if not 2 <= len(behind) <= LONGEST_OWNER + 1:
        return None
    return replace(
        asked, lead=(*asked.lead, *behind), top=above, gone=asked.gone | frozenset(sentence.subtree(above.i))
    )


def _extent(sentence: Sentence, asked: Interrogative, above: Word) -> Interrogative | None:
    """How long, how much shorter: a measure of an adjective; "a zone ten miles wide" is "how wide a zone"."""
    noun = sentence.words[above.head]
    comparative = above.tag in ("JJR", "RBR")
    counted = any(isinstance(part, int) for part in asked.lead)
    lead: Lead = (*asked.lead, above.i) if comparative or counted else ("how", above.i)
    first = sentence.subtree(above.i)[0]
    aside = first > 0 and sentence.words[first - 1].text == ","
    if sentence.kids(above.i, "conj") or (not comparative and (above.lower not in EXTENTS or aside)):
        return None
    if above.dep in ("acomp", "advmod", "oprd"):
        return replace(asked, lead=lead, top=above, gone=asked.gone | {above.i})
    before = owner_words(sentence, noun, set(asked.gone) | {above.i}) if noun.pos == "NOUN" else None
    if comparative or not before or noun.i != min(asked.gone) - 1 or sentence.words[before[0]].lower not in ("a", "an"):
        return None
    lead = (*lead, sentence.words[before[0]].lower, *before[1:], noun.i)
    return Interrogative(lead, noun, asked.gone | {*before, noun.i, above.i}, 1)


def _participle(sentence: Sentence, asked: Interrogative, verb: Word) -> Interrogative:
    """A participle behind a preposition goes to the front whole: "after losing how many men"."""
    behind = [
        i for i in sentence.subtree(verb.i) if i > verb.i and i not in asked.gone and sentence.words[i].pos != "PUNCT"
    ]
    lead = (verb.i, *asked.lead, *behind)
    return replace(asked, lead=lead, top=verb, gone=asked.gone | frozenset(sentence.subtree(verb.i)), nested=1)
