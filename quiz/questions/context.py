"""Says what a question is about where it names nothing: the topic of its section or its document before it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from quiz.deck.proof import stands
from quiz.facts.model import Date, Quote, Word
from quiz.questions.clauses.clause import SUBJECTS
from quiz.questions.draft import Draft
from quiz.questions.faults.alone import named
from quiz.questions.faults.fairness import names_something, shown_text
from quiz.questions.reference.salience import MOMENTS
from quiz.questions.reference.titles import INSTITUTIONS, Topic
from quiz.questions.scene import Scene

NO_CONTEXT, STRAY = 21, 45
ENOUGH = 2
"""Names beside which "the ban" needs no title."""
TOLD = 0.6
"""The part of a topic's words with which a question tells it by itself."""
OF_COUNTRIES = frozenset(
    """
    country nation state government parliament opposition coalition cabinet treasury electorate legislature regime
    public people army navy senate congress court press constitution
    tax budget surplus industry agriculture manufacturing election referendum census occupation electricity voter
    citizen farmer peasant household minister regulator
    emperor king queen monarchy throne world weather
    """.split()
)
"""What every country has of its own: "the army" in a text on one is its."""
CHANGING = frozenset(
    """
    economy growth inflation price cost wage salary income revenue deficit debt reserve currency export import output
    production unemployment population sale trade productivity harvest crop investment employment poverty literacy
    turnout birth rainfall temperature
    """.split()
)
"""What a country has too, but much or little of it from time to time."""
OFTEN = 4
"""Times that a text calls something "the Department" for its readers to know which is meant."""
POINTING = frozenset(
    "it its they them their he him his she her one ones another other others both latter former".split()
)
SMALL = frozenset("a an the and or nor but of in on at to by for from with as into over".split())


def in_context(scene: Scene, draft: Draft) -> Draft:
    """A draft that speaks of "the ban" or names nothing with its topic before it; worth less where there is none.

    One that names the topic itself needs it not once more.
    """
    pointing = any(reason.startswith("unclear: the ") for reason in draft.reasons)
    names = named(scene, shown_text(draft))
    nameless = not isinstance(draft.fact, Quote) and not (names and names_something(draft))
    if not pointing and not nameless:
        return draft
    topic = _topic(scene, draft)
    if topic.name and _told(topic, shown_text(draft)):
        return replace(draft, plain=(*draft.plain, topic.name))
    if topic.name and _of_topic(scene, draft, topic):
        return replace(draft, context=topic.lead)
    if topic.name and nameless and not names:
        return draft.less(STRAY, "is not of what the text is about, and does not tell of what")
    lost = pointing and len(names) < ENOUGH
    return draft.less(NO_CONTEXT, "points back without a title to say at what") if lost else draft


def _topic(scene: Scene, draft: Draft) -> Topic:
    """The topic of a draft's section, else of its document, that does not give its answer away."""
    topics = scene.topics
    found = topics.sections.get(draft.sentence.block.section, topics.document)
    told = set(re.findall(r"\d+", draft.answer)) & set(re.findall(r"\d+", found.name))
    return Topic() if told else found


def _told(topic: Topic, shown: str) -> bool:
    """Whether a question tells the topic by itself: with most of its words, or as "the Scheme"."""
    words, last = _content(topic.name), topic.name.split()[-1]
    called = last in INSTITUTIONS and re.search(rf"\b[Tt]he {re.escape(last)}\b", shown) is not None
    return called or len(words & _content(shown)) >= TOLD * len(words)


def _content(text: str) -> set[str]:
    return {w for w in re.findall(r"[^\W\d_]+", text.lower()) if w not in SMALL}


def _of_topic(scene: Scene, draft: Draft, topic: Topic) -> bool:
    """Whether all that a draft speaks of is its topic's: nothing pointed at that is not, and no other place."""
    shown = list(_shown(draft))
    if any(word.lower in POINTING for word in shown):
        return False
    if any(_elsewhere(word, topic) and word not in shown and _within(draft, word) for word in draft.sentence.words):
        return False
    if topic.kind == "place":
        timeless = not isinstance(draft.fact, Date) and not re.search(r"\d{4}", shown_text(draft))
        if any(_elsewhere(word, topic) for word in draft.sentence.words):
            return False
        if timeless and any(w.lemma.lower() in CHANGING and w.dep in SUBJECTS for w in shown):
            return False
    return all(_belongs(scene, draft, word, topic) for word in shown)


def _shown(draft: Draft) -> Iterator[Word]:
    """The words of a draft's sentence that it shows."""
    shown = shown_text(draft).lower()
    for word in draft.sentence.words:
        if not word.held and word.text[:1].isalnum() and stands(word.lower, shown):
            yield word


def _elsewhere(word: Word, topic: Topic) -> bool:
    """Whether a word names another place or people than the topic's."""
    stem = topic.name.split()[-1][:4]
    return word.ent in ("GPE", "NORP", "FAC") and word.pos in ("PROPN", "ADJ") and not word.text.startswith(stem)


def _within(draft: Draft, word: Word) -> bool:
    """Whether a sentence tells what happens in a place."""
    return word.i > 0 and draft.sentence.words[word.i - 1].lower in ("in", "at", "near")


def _belongs(scene: Scene, draft: Draft, word: Word, topic: Topic) -> bool:
    """Whether a word shown is no bare noun, or one of what a topic has; a subject without its noun is none."""
    lemma, subject = word.lemma.lower(), word.dep in SUBJECTS
    kids = draft.sentence.kids(word.i)
    led = {kid.lower for kid in kids if kid.dep == "det"}
    if word.pos not in ("NOUN", "PROPN"):
        return not ((subject or "the" in led) and word.pos in ("ADJ", "NUM", "DET"))
    if word.pos == "PROPN":
        often = scene.referents.census.count(word.text) >= OFTEN
        return word.text not in INSTITUTIONS or "the" not in led or often or lemma in OF_COUNTRIES
    if word.dep in ("compound", "nmod", "npadvmod") or lemma in MOMENTS:
        return True
    after = [k for k in kids if k.i > word.i and k.text in shown_text(draft)]
    if subject and led & {"a", "an"}:
        return any(k.dep in ("relcl", "acl") for k in after)
    about = lemma in scene.topics.subjects | scene.topics.entitled
    if lemma in OF_COUNTRIES | CHANGING if topic.kind == "place" else about:
        return True
    told = any(k.dep in ("prep", "relcl", "acl", "appos") for k in after)
    marked = any(kid.dep in ("compound", "amod") for kid in kids)
    if led & {"the", "this", "that", "these", "those"}:
        central = topic.kind != "place" and (marked or scene.referents.census.central(word))
        return told or central or (about and (marked or word.tag == "NNS"))
    several = topic.kind not in ("person", "thing") and (word.tag == "NNS" or marked)
    return not subject or several or told
