"""Says what a question is about where it points back: the topic of its section or its document before it."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from quiz.facts.model import Quote
from quiz.questions.draft import Draft
from quiz.questions.fairness import names_something, shown_text
from quiz.questions.scene import Scene

NO_CONTEXT = 21
# The years a title ends with: "Japan Remade, 1868-1912".
YEARS = re.compile(r",?\s\(?(?:in\s)?\d.*$")
TOLD = 0.6
"""The part of a topic's words with which a question tells it by itself."""
SMALL = frozenset("a an the and or nor but of in on at to by for from with as into over".split())


def in_context(scene: Scene, draft: Draft) -> Draft:
    """A draft that speaks of "the ban" or names nothing with its topic before it; worth less where there is none.

    One that names the topic itself needs it not once more.
    """
    pointing = any(reason.startswith("unclear: the ") for reason in draft.reasons)
    nameless = not isinstance(draft.fact, Quote) and not names_something(draft)
    if not pointing and not nameless:
        return draft
    context = _context(scene, draft)
    if not context:
        return draft.less(NO_CONTEXT, "points back without a title to say at what") if pointing else draft
    words = _content(context)
    if len(words & _content(shown_text(draft))) >= TOLD * len(words):
        return replace(draft, plain=(*draft.plain, context))
    return replace(draft, context=_headline(scene.document.text, context) if context.isupper() else context)


def _context(scene: Scene, draft: Draft) -> str:
    """The topic of a draft's section, else of its document, that does not give its answer away; "" if there is none."""
    topics = scene.topics
    section = topics.sections.get(draft.sentence.block.section, "")
    found = next((t for t in (section, topics.document, topics.loose) if t), "")
    told = set(re.findall(r"\d+", draft.answer)) & set(re.findall(r"\d+", found))
    cut = YEARS.sub("", found) if told else found
    return "" if told & set(re.findall(r"\d+", cut)) else cut


def _content(text: str) -> set[str]:
    return {w for w in re.findall(r"[^\W\d_]+", text.lower()) if w not in SMALL}


@lru_cache(maxsize=32)
def _headline(text: str, title: str) -> str:
    """A title in capitals as titles are written in small letters; what the text's sentences write in capitals stays."""
    words = re.split(r"(?<=[\s-])", title)
    return "".join(
        word.lower()
        if at and word.strip().lower() in SMALL
        else word
        if re.search(rf"(?<=[a-z,;] ){re.escape(word.strip(' .,:'))}(?= [a-z])", text)
        else word.capitalize()
        for at, word in enumerate(words)
    )
