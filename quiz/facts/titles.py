"""Which quoted stretches are titles, names, slogans or words held at arm's length, said by nobody."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quiz.documents.model import Document
from quiz.facts.cue_words import NAMING
from quiz.facts.marks import Marked
from quiz.facts.model import Sentence

LONGEST = 14
NAMED = re.compile(
    r"\b(?:titled|entitled|called|named|known as|headlined|on|book|essay|article|song|film|novel|show|podcast|series|"
    r"so-called|self-styled|(?:author|editor|host|director) of|drama|movie|album|play|poem|program|programme|column)\s$"
)
BEFORE_NAMES = ("ADP", "DET", "NOUN", "PROPN", "PART", "ADJ", "CCONJ", "NUM")


def words_of(document: Document, marked: Marked) -> list[str]:
    """The words quoted."""
    return re.findall(r"[\w’'-]+", document.text[marked.inner.start : marked.inner.end])


def is_title(document: Document, marked: Marked, words: Sequence[str]) -> bool:
    """Whether it is a title, name or slogan: every longer word with a capital, and no sentence."""
    text = document.text[marked.inner.start : marked.inner.end]
    before = document.text[max(0, marked.span.start - 30) : marked.span.start]
    ends = NAMED.search(before) or not text.endswith((",", "!", "?"))
    return bool(ends and _capitals(words) > 1)


def is_name(document: Document, marked: Marked, sentence: Sentence) -> bool:
    """Whether it is a name used in passing: in capitals, behind a preposition, an article or another noun."""
    words = words_of(document, marked)
    before = [w for w in sentence.words if w.end <= marked.span.start]
    if re.search(r"[.;:!?]\s", document.text[marked.inner.start : marked.inner.end]) or not before:
        return False
    called = before[-1].tag == "TO" or any(w.lower == "as" or w.lemma in NAMING for w in before[-2:])
    return bool(_capitals(words)) and before[-1].pos in BEFORE_NAMES and not called


def is_so_called(document: Document, marked: Marked) -> bool:
    """Whether the writer says that others use the word: "the so-called “volunteers”"."""
    return bool(
        re.search(
            r"\b(?:so-called|self-styled|self-proclaimed)\s$",
            document.text[max(0, marked.span.start - 20) : marked.span.start],
        )
    )


def _capitals(words: Sequence[str]) -> int:
    """How many longer words there are, if all have capitals."""
    longer = [w for w in words if len(w) > 3 or w == words[0]]
    return len(longer) if len(words) < LONGEST and all(w[0].isupper() for w in longer) else 0
