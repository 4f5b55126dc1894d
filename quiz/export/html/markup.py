"""Deck text as HTML that shows just that text: each text is escaped here, once, in elements and attributes alike."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable, Sequence
from html import escape

from quiz.deck.model import GAP
from quiz.export.anki.markup import standing
from quiz.export.wording import clean

MARKS, LONGEST = 20, 200
"""Answers looked for in a passage, and characters of one: a bound for decks made to take for ever."""


def html(text: str) -> str:
    """Write text as HTML; a line feed is a break."""
    return escape(clean(text)).replace("\n", "<br>")


def listed(texts: Iterable[str]) -> str:
    """Write texts as the value of an attribute in double quotes, where a script reads them as JSON."""
    return escape(json.dumps([*texts], ensure_ascii=False))


def element(name: str, inner: str, kind: str = "") -> str:
    """Wrap HTML in an element, whose text runs as its own letters do; nothing where there is nothing in it."""
    named = f' class="{kind}"' if kind else ""
    return f'<{name}{named} dir="auto">{inner}</{name}>' if inner else ""


def direction(text: str) -> str:
    """Say which way a text runs, by its first letter that tells: `rtl` for Hebrew, Arabic and their like."""
    telling = (unicodedata.bidirectional(letter) for letter in text)
    return "rtl" if next((kind for kind in telling if kind in ("L", "R", "AL")), "L") != "L" else "ltr"


def gapped(prompt: str, gap: str) -> str:
    """Write a prompt with HTML of one's own where its gaps are."""
    # `html` strips, but the blanks beside a gap belong to the sentence.
    return gap.join(escape(part).replace("\n", "<br>") for part in clean(prompt).split(GAP))


def marked(passage: str, answers: Sequence[str]) -> str:
    """Write a passage with the first of the answers that stands in it, as whole words, marked."""
    text = clean(passage)
    for answer in filter(None, map(clean, answers[:MARKS])):
        starts = list(standing(answer, text)) if len(answer) <= LONGEST else []
        if starts:
            parts, end = [], 0
            for start in starts:
                parts.append(f"{escape(text[end:start])}<mark>{escape(answer)}</mark>")
                end = start + len(answer)
            return "".join([*parts, escape(text[end:])]).replace("\n", "<br>")
    return html(text)
