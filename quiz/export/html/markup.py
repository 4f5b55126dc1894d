"""Deck text as HTML that shows just that text: each text is escaped here, once, in elements and attributes alike."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable, Sequence
from html import escape

from quiz.deck.model import GAP
from quiz.export.media import DRAWING, NONE, PICTURE, SOUND, Media, Medium, parts, pictured
from quiz.export.wording import clean, line

MARKS, LONGEST = 20, 200
"""Answers looked for in a passage, and characters of one: a bound for decks made to take for ever."""


def html(text: str, media: Media = NONE) -> str:
    """Write text as HTML; a line feed is a break, and media stand where they are named."""
    return "".join(broken(part) if isinstance(part, str) else embedded(part) for part in parts(clean(text), media))


def broken(text: str) -> str:
    """Write text that is clean as HTML."""
    return escape(text).replace("\n", "<br>")


def embedded(medium: Medium) -> str:
    """Write a picture or sound with all its bytes; in an image nothing of a drawing is run."""
    reference, address = medium.reference, medium.uri()
    if medium.sort in (PICTURE, DRAWING):
        return f'<img src="{address}" alt="{escape(line(reference.alt))}">'
    element = "audio" if medium.sort == SOUND else "video"
    return (
        f'<{element} controls src="{address}" aria-label="{escape(line(reference.alt or reference.name))}"></{element}>'
    )


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


def gapped(prompt: str, gap: str, media: Media = NONE) -> str:
    """Write a prompt with HTML of one's own where its gaps are."""
    return "".join(
        gap.join(map(broken, part.split(GAP))) if isinstance(part, str) else embedded(part)
        for part in parts(clean(prompt), media)
    )


def marked(passage: str, answers: Sequence[str], media: Media = NONE) -> str:
    """Write a passage with the first of the answers that stands in it, as whole words, marked."""
    from quiz.export.anki.markup import standing  # on first use: pages without a passage need nothing of Anki's

    text = clean(passage)
    if pictured(text, media):
        return html(text, media)
    for answer in filter(None, map(clean, answers[:MARKS])):
        starts = list(standing(answer, text)) if len(answer) <= LONGEST else []
        if starts:
            parts, end = [], 0
            for start in starts:
                parts.append(f"{escape(text[end:start])}<mark>{escape(answer)}</mark>")
                end = start + len(answer)
            return "".join([*parts, escape(text[end:])]).replace("\n", "<br>")
    return html(text)
