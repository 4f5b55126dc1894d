"""What makes a question depend on its page: a bare "the scale", a name for nothing, a time counted from its writing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from quiz.facts.human_nouns import person_noun
from quiz.facts.model import Figure, Quote, Word
from quiz.questions.draft import Draft
from quiz.questions.faults.dangling import dangling
from quiz.questions.faults.elliptic import elliptic
from quiz.questions.faults.fairness import FRAME, QUOTED, shown_text
from quiz.questions.faults.left_open import left_open
from quiz.questions.faults.pointing import pointing
from quiz.questions.faults.unsaid import unsaid
from quiz.questions.reference.census import REPORTING
from quiz.questions.reference.definites import PEOPLE, UNIQUE
from quiz.questions.reference.salience import MOMENTS
from quiz.questions.reference.titles import INSTITUTIONS, UPPER
from quiz.questions.scene import Scene

LOOSE = 45
"""Points that a draft loses which only a reader of the page could answer."""
PLAIN = UNIQUE | MOMENTS
"""Nouns that need nothing to say which."""
TIMELY = re.compile(
    r"\b(?:last|next|this|past|coming)\s(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|"
    r"\b(?:last|next|this)\s(?:week|weekend|month|year|summer|winter|autumn|fall|spring|night|morning|afternoon)\b|"
    r"\b(?:yesterday|tomorrow|tonight|nowadays|recently)\b|\b(?:days|weeks|months) ago\b",
    re.IGNORECASE,
)
HOUR = re.compile(r"\b(?:at|by) \S+ in the (?:morning|afternoon|evening)\b", re.IGNORECASE)
DAY = re.compile(r"\d{4}|\b\d+ [A-Z]")
"""An hour, and what tells of which day."""
SORTS = re.compile(
    r"\b(?:an?|the|one)\s(?:\w+\s)?(?:sort|kind|type|thing)\b(?!\s(?:of|that|which|in which)\b)|"
    r"\b(?:[Aa]n?|[Tt]he) (?:\w+ )?(?:copy|version|edition|piece|specimen|volume)\b(?! (?:of|in|on|that|which)\b)|"
    r"\bsuch an? \w+\b(?! as\b)|\b(?:was|were|is|are) there\?$|"
    r"^(?:Each|Both|Neither|Others|The latter|The former) (?:was|were|is|are|had|has|did|of them)\b"
)
"""Words that stand for what was named before, and what there was nowhere in particular."""
OTHERS = re.compile(r"\banother\s\w+[?.]$|^(?:How many|_+) other\s\w+\s(?!than\b|besides\b)")
SIMILAR = re.compile(r"\b[Aa] similar \w+\b(?! (?:to|as)\b)")
EPITHET = re.compile(
    r"\b[Tt]he (?:(?:whole|entire|very) )?(?:culprit|lot|affair|episode|saga|fiasco|duo|trio|bunch|villain|wretch)\b"
    r"(?! (?:of|that|which|who|called|known|between|over|[A-Z]))"
)
"""What a thing or matter told before is called with feeling, and which says nothing of it: "the culprit"."""
OF_WHOM = re.compile(r"^Who (?:called|described|named|thought|considered) (?:her|him|it|them|its|their)\b")
"""What a quotation is said of, told before it."""
ONES = re.compile(r"\b[Tt]he (?:\w+ )?(?:\w+ )?ones?\b")
ABSTRACT = frozenset(
    """
    answer arrangement trick link charge puzzle word question problem idea thing way method practice case matter point
    result reason change cause effect fact rule term name news policy breakthrough decision proposal offer role purpose
    application permission membership approval
    """.split()
)
"""Nouns that say nothing without what they are of, whoever is named beside them."""
ONLY = frozenset("first last only same next final second third then whole entire".split())
"""What marks one of its kind."""
SORTED = frozenset(
    """
    material metal substance mineral element stuff product drug medicine disease illness network system device machine
    instrument apparatus animal creature plant species star planet object organisation organization body firm company
    plan project scheme programme program measure law rule vessel craft structure building city town island nation loss
    """.split()
)
"""What a thing is called after it was named: "the metal"."""
WRITERS = re.compile(r"\b[Tt]he (?:author|auditors)\b")
PEOPLES = re.compile(r"(?:an|ans|ese|ish|ic|ch|sh|eek|iss|ede|ane|urk|man)$")
THIN = re.compile(r"^How many \w+ did (\w+) \w+\?$")
MUCH = 6
"""Words that tell something, with which a question may do without a name."""
FEWEST = 3
"""Words that a question needs besides the one country or city it names."""
IDLE = frozenset("people day year one thing water sea square kilometres kilometre miles percentage report".split())
"""Nouns that tell next to nothing of what is asked."""
LIGHT = frozenset("not come came go went get got make made home".split())
"""Words that tell of nothing in particular that was done."""
ASKING = frozenset("how did does was were has had have the and for than more less when".split())
"""Words that every question has."""
BESIDE = re.compile(rf"\s(?:of\s)?(?:the\s)?{UPPER}\w")
YEAR = re.compile(r"\b1\d{3}\b|\b20\d\d\b")
BEHIND = re.compile(
    r"\b(?![-’'])(?!\s(?:of|that|which|who|whom|whose|where|when)\b)"
    rf"(?!\s{UPPER}\w)(?!\s(?:at|in|on|for|from|to|into|over|across|between|near|by|with|against|called|known)\s(?:the\s|an?\s)?(?:\w+\s)?{UPPER})"
)
"""No words follow that say which."""
LED = re.compile(r"\b[Tt]h(?:e|is|at)\s(?:[\w-]+\s){0,2}$")
LONGEST_LED = 80
"""What leads a noun, and the characters it takes at most."""


def loose(scene: Scene, draft: Draft) -> Iterator[tuple[int, str]]:
    """The points a draft loses for what it leaves to its page, with the reasons; a quotation says enough by itself."""
    shown = QUOTED.sub("", shown_text(draft))
    if isinstance(draft.fact, Quote):
        if OF_WHOM.search(shown) or EPITHET.search(shown) or SIMILAR.search(shown):
            yield LOOSE, "does not tell of whom it was said"
        return
    names = _names(scene, draft, shown)
    if TIMELY.search(shown) or _hour(draft, shown):
        yield LOOSE, "counts from the day it was written"
    if OTHERS.search(shown):
        yield LOOSE, "does not tell which other"
    if SORTS.search(shown) or EPITHET.search(shown) or (not names and ONES.search(shown)):
        yield LOOSE, "names but a sort of thing"
    for reason in (
        *unsaid(scene, draft, shown),
        *elliptic(draft, shown),
        *pointing(scene, draft, shown),
        *dangling(scene, draft, shown, named(scene, shown)),
    ):
        yield LOOSE, reason
    if which := _unpinned(scene, draft, shown, names):
        yield LOOSE, f"does not tell which {which}"
    elif not names and (_compares(draft, shown) or not (YEAR.search(shown) or _on_topic(scene, draft, shown))):
        yield LOOSE, "does not tell what of"
    elif names and _thin(scene, draft, shown):
        yield LOOSE, "tells no more than where"


def _hour(draft: Draft, shown: str) -> bool:
    """Whether it speaks of an hour without its day."""
    return isinstance(draft.fact, Figure) and HOUR.search(shown) is not None and not DAY.search(shown)


def named(scene: Scene, text: str) -> list[str]:
    """The words of a text that name somebody or something, peoples left out; its first word if it is a known name."""
    census = scene.referents.census
    found = ["author"] if WRITERS.search(text) else []
    for match in re.finditer(rf"{UPPER}[\w’']*\w", text):
        word = re.sub(r"[’']s?$", "", match[0])
        common = word in INSTITUTIONS and not BESIDE.match(text, match.end())
        people = census.label(word) == "NORP" and PEOPLES.search(word)
        if not (common or people) and (word in census.labels or match.start() > 0):
            found.append(word)
    return found


def _names(scene: Scene, draft: Draft, shown: str) -> list[str]:
    """What a draft names with its title before it; a people only where much is told of it."""
    plural = {w.text for w in draft.sentence.words if w.tag == "NNPS"} if len(_content(shown)) < MUCH else set()
    context = [draft.context] if draft.context else []
    before = named(scene, draft.lead_in)
    return [name for name in (*context, *before, *named(scene, shown)) if name not in plural]


def _content(shown: str) -> set[str]:
    """The words of a question that tell something."""
    return {w.lower() for w in re.findall(r"[\w’'-]{3,}", shown)} - FRAME - ASKING - IDLE


def _thin(scene: Scene, draft: Draft, shown: str) -> bool:
    """Whether a question tells no more than where: "how many men did Norland lose?"."""
    label = scene.referents.census.label
    if counted := THIN.search(shown):
        return label(counted[1]) == "GPE" and not scene.facts.people.find(counted[1])
    return draft.context.startswith("In ") and not named(scene, shown) and len(_content(shown) - LIGHT) < FEWEST


def _compares(draft: Draft, shown: str) -> bool:
    """Whether it speaks of "younger children" without telling than whom."""
    words = draft.sentence.words
    return "than" not in shown.split() and any(w.tag == "JJR" and w.dep == "amod" and w.text in shown for w in words)


def _on_topic(scene: Scene, draft: Draft, shown: str) -> bool:
    """Whether a text has a noun that the document or section is about, or tells much."""
    if len(_content(shown)) >= MUCH:
        return True
    about = (_about(scene, draft) | scene.topics.subjects) - UNIQUE - MOMENTS - PEOPLE - REPORTING - IDLE
    return any(w.pos == "NOUN" and w.lemma.lower() in about and w.text in shown for w in draft.sentence.words)


def _about(scene: Scene, draft: Draft) -> frozenset[str]:
    """What the titles of the document and of the section say that they are about."""
    heading = {form for w in re.findall(r"[^\W\d_]{4,}", draft.sentence.block.section.lower()) for form in (w, w[:-1])}
    return scene.topics.entitled | heading


def _unpinned(scene: Scene, draft: Draft, shown: str, names: Sequence[str]) -> str:
    """The first bare "the" and noun which neither the document's topic nor a name beside it makes plain; "" if none."""
    about = _about(scene, draft)
    if draft.context:
        clipped = (noun for noun in bare(draft, shown) if noun.lemma.lower() in ABSTRACT or _clipped(draft, noun))
        return next((noun.lower for noun in clipped), "")
    many = len(re.findall(rf"{UPPER}[\w’'.-]*(?:\s(?:of\s|the\s|de\s|von\s)*{UPPER}[\w’'.-]*)*", shown[1:])) > 1
    told = set(re.findall(r"\w+", draft.lead_in.lower()))
    for noun in bare(draft, shown):
        lemma = noun.lemma.lower()
        if lemma in told:
            continue
        known = lemma in about | scene.topics.subjects or scene.referents.census.central(noun)
        where = noun.dep == "pobj" and not person_noun(lemma)
        described = any(k.i < noun.i for k in draft.sentence.kids(noun.i, "amod"))
        if (
            lemma in ABSTRACT
            or _clipped(draft, noun)
            or not (
                (known and (names or described or lemma in about))
                or (
                    not left_open(draft, noun, shown)
                    and ((names and where) or (many and not described) or (names and _only_here(scene, noun)))
                )
            )
        ):
            return noun.lower
    return ""


def _clipped(draft: Draft, noun: Word) -> bool:
    """Whether the clause that says which a noun is was left out: "the floor on which the mound stands"."""
    sentence, fact = draft.sentence, draft.fact
    for verb in sentence.kids(noun.i, "relcl"):
        part = [sentence.words[i] for i in sentence.subtree(verb.i)]
        apart = sentence.words[part[0].i - 1].text in (",", "(", "–", "—")
        asked = isinstance(fact, Quote) or any(fact.span.start <= w.start < fact.span.end for w in part)
        if draft.shown and not (apart or asked or any(w.i in draft.shown for w in part)):
            return True
    return False


def _only_here(scene: Scene, noun: Word) -> bool:
    """Whether a thing is met nowhere else in the document, so that its "the" points at nothing told before.

    What only says of what sort a thing is stands for one named before, and so does an officer something is done to.
    """
    lemma = noun.lemma.lower()
    told = scene.referents.census.nouns.get(lemma)
    once = told is None or told.bare + told.new + told.otherwise + told.several <= 1
    return once and not (lemma in SORTED or (noun.dep == "dobj" and noun.tag == "NN" and person_noun(lemma)))


def bare(draft: Draft, shown: str) -> Iterator[Word]:
    """The nouns of a draft's sentence that it shows behind "the" with nothing to say which."""
    sentence = draft.sentence
    for noun in sentence.words:
        alone = noun.pos == "NOUN" or (noun.pos == "ADJ" and noun.dep in ("nsubj", "nsubjpass", "dobj"))
        if not alone or noun.held or noun.dep in ("compound", "nmod") or not noun.text[0].islower():
            continue
        led = any(kid.lower in ("the", "this", "that") for kid in sentence.kids(noun.i, "det"))
        if not led or noun.lemma.lower() in PLAIN:
            continue
        marked = [k for k in sentence.kids(noun.i) if k.i < noun.i and k.dep != "det"]
        if any(_pins(mark) for mark in marked):
            continue
        told = [k for k in sentence.kids(noun.i, "relcl", "acl", "appos") if k.pos not in ("PRON", "AUX")]
        told = [k for k in told if k.text in shown]
        if not told and _led(noun.text, shown):
            yield noun


def _led(noun: str, shown: str) -> bool:
    """Whether a text has "the" and a noun, maybe described, with nothing behind it that says which."""
    at = shown.find(noun)
    while at >= 0:
        if LED.search(shown, max(0, at - LONGEST_LED), at) and BEHIND.match(shown, at + len(noun)):
            return True
        at = shown.find(noun, at + 1)
    return False


def _pins(mark: Word) -> bool:
    """Whether a word before a noun says which: "the county board", "the tallest chimney", "the Danish fleet"."""
    only = mark.tag in ("JJS", "POS") or mark.lower in ONLY or mark.text[0].isupper()
    return only or mark.dep in ("poss", "nummod", "compound")
