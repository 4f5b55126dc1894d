"""Says what a question is about where it points back: the section's title, or the document's, before it."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from pathlib import PurePath

from quiz.documents.model import Document
from quiz.facts.model import Quote
from quiz.questions.draft import Draft
from quiz.questions.fairness import names_something

LONGEST = 9
NO_CONTEXT = 21
# The number of a chapter or section before its title.
NUMBER = re.compile(r"^\d+(?:\.\d+)*\.?\s+(?=[A-Z])")
# Dots that lead to the page in a table of contents.
LEADERS = re.compile(r"\.\s?\.\s?\.|…")
SMALL = frozenset("a an the and or nor but of in on at to by for from with as into over".split())
# Titles of sections that tell nothing of what stands in them.
EMPTY = frozenset(
    """
    introduction background overview summary conclusion conclusions discussion results methods history abstract preface
    foreword contents chapter section part context analysis outlook findings recommendations prologue epilogue
    """.split()
)


def in_context(document: Document, draft: Draft) -> Draft:
    """A draft that speaks of "the ban" with the title of its section before it; worth less where there is none."""
    pointing = any(reason.startswith("unclear: the ") for reason in draft.reasons)
    nameless = not isinstance(draft.fact, Quote) and not names_something(draft)
    if not pointing and not nameless:
        return draft
    section = _informative(document, draft.sentence.block.section)
    dated = bool(re.search(r"\d", section)) and draft.kind == "date"
    title = _informative(document, _title(document))
    context = section if section and not dated and (not title or _names(document.text, section)) else title
    if draft.kind == "date" and any(year in context for year in re.findall(r"\d{4}", draft.answer)):
        return draft
    if not context:
        return draft if not pointing else draft.less(NO_CONTEXT, "points back without a title to say at what")
    return replace(draft, context=context)


@lru_cache(maxsize=64)
def _names(text: str, heading: str) -> bool:
    """Whether a heading names something: one of its words is written with a capital within the document's sentences."""
    words = [w for w in re.findall(r"[^\W\d_]{4,}", heading) if w[0].isupper()]
    if re.search(r"\b(?=\w*\d)(?=\w*[A-Z])[\w-]+|\s[A-Z](?=[\w-]*\d)", heading):
        return True
    return any(re.search(rf"(?<=[a-z,;] ){re.escape(word)}\b", text) for word in words)


def _title(document: Document) -> str:
    """The document's title, unless it is but the name of its file."""
    name = PurePath(document.path).stem
    return "" if document.title in (name, re.sub(r"[_-]", " ", name)) else document.title


def _informative(document: Document, title: str) -> str:
    """A title short enough to stand before a question, if it says what its text is about."""
    short = re.split(r"\s[–—|-]\s|:\s", NUMBER.sub("", title))[0].strip(" .:;,")
    words = re.findall(r"[\w’'-]+", short)
    if (
        not 1 <= len(words) <= LONGEST
        or LEADERS.search(short)
        or all(w.lower() in EMPTY or len(w) < 4 for w in words)
        or short.endswith("?")
    ):
        return ""
    return _headline(document.text, short) if short.isupper() else short


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
