"""Says what a question is about where it names nothing: the topic of its section or its document before it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from quiz.facts.model import Quote, Word
from quiz.questions.alone import named
from quiz.questions.clauses.clause import SUBJECTS
from quiz.questions.draft import Draft
from quiz.questions.fairness import names_something, shown_text
from quiz.questions.reference.definites import UNIQUE
from quiz.questions.reference.salience import MOMENTS
from quiz.questions.scene import Scene
from quiz.questions.topic import Topic

NO_CONTEXT = 21
ENOUGH = 2
"""Names beside which "the ban" needs no title."""
TOLD = 0.6
"""The part of a topic's words with which a question tells it by itself."""
OF_COUNTRIES = frozenset(
    """
    country nation state government parliament opposition coalition cabinet treasury electorate legislature regime
    economy growth inflation price cost wage salary pay income tax revenue budget deficit surplus debt reserve currency
    export import trade output production productivity harvest crop industry agriculture manufacturing investment
    unemployment employment poverty population literacy turnout birth election referendum census occupation
    electricity power rainfall temperature voter citizen worker farmer peasant household family minister regulator
    """.split()
) | (UNIQUE - {"sun", "moon", "sea", "ocean", "sky", "earth", "world", "border", "frontier", "coast", "war"})
"""What every country has of its own: "exports" in a text on one are its."""
POINTING = frozenset("it its they them their he him his she her one ones another other others both latter former".split())
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
    words = _content(topic.name)
    if words and len(words & _content(shown_text(draft))) >= TOLD * len(words):
        return replace(draft, plain=(*draft.plain, topic.name))
    if topic.name and _of_topic(scene, draft, topic):
        return replace(draft, context=topic.lead)
    lost = pointing and len(names) < ENOUGH
    return draft.less(NO_CONTEXT, "points back without a title to say at what") if lost else draft


def _topic(scene: Scene, draft: Draft) -> Topic:
    """The topic of a draft's section, else of its document, that does not give its answer away."""
    topics = scene.topics
    found = topics.sections.get(draft.sentence.block.section, topics.document)
    told = set(re.findall(r"\d+", draft.answer)) & set(re.findall(r"\d+", found.name))
    return Topic() if told else found


def _content(text: str) -> set[str]:
    return {w for w in re.findall(r"[^\W\d_]+", text.lower()) if w not in SMALL}


def _of_topic(scene: Scene, draft: Draft, topic: Topic) -> bool:
    """Whether all that a draft speaks of is its topic's: nothing pointed at that is not, and no other place."""
    shown = list(_shown(draft))
    if any(word.lower in POINTING for word in shown):
        return False
    if topic.place and any(_elsewhere(word, topic) for word in draft.sentence.words):
        return False
    return all(_belongs(scene, draft, word, topic) for word in shown)


def _shown(draft: Draft) -> Iterator[Word]:
    """The words of a draft's sentence that it shows."""
    shown = shown_text(draft)
    for word in draft.sentence.words:
        if not word.held and word.text[:1].isalpha() and re.search(rf"\b{re.escape(word.text)}\b", shown):
            yield word


def _elsewhere(word: Word, topic: Topic) -> bool:
    """Whether a word names another place or people than the topic's."""
    stem = topic.name.split()[-1][:4]
    return word.ent in ("GPE", "NORP", "FAC") and word.pos in ("PROPN", "ADJ") and not word.text.startswith(stem)


def _belongs(scene: Scene, draft: Draft, word: Word, topic: Topic) -> bool:
    """Whether a word shown is no bare noun, or one of what a topic has; a subject without its noun is none."""
    sentence, lemma = draft.sentence, word.lemma.lower()
    subject = word.dep in SUBJECTS
    if word.pos not in ("NOUN", "PROPN"):
        return not (subject and word.pos in ("ADJ", "NUM", "DET"))
    if word.pos == "PROPN" or word.dep in ("compound", "nmod", "npadvmod") or lemma in MOMENTS:
        return True
    if topic.place and lemma in OF_COUNTRIES:
        return True
    kids = sentence.kids(word.i)
    if any(kid.lower in ("the", "this", "that", "these", "those") for kid in kids if kid.dep == "det"):
        told = any(k.dep in ("prep", "relcl", "acl", "appos") and k.text in shown_text(draft) for k in kids if k.i > word.i)
        known = lemma in scene.topics.subjects | scene.topics.entitled or scene.referents.census.central(word)
        return told or (known and not topic.place)
    determined = any(kid.dep in ("det", "poss", "nummod", "amod", "compound") for kid in kids)
    return not subject or word.tag == "NNS" or determined or not topic.place
