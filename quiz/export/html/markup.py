"""Deck text as HTML that shows just that text: each text is escaped here, once, in elements and attributes alike."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from html import escape

from quiz.deck.marks.runs import lettered
from quiz.deck.model import GAP
from quiz.export.asked import Asked
from quiz.export.inline import Elements, marked_up
from quiz.export.media import DRAWING, NONE, PICTURE, SOUND, Media, Medium, parts, pictured
from quiz.export.wording import clean, line

MARKS, LONGEST = 20, 200
"""Answers looked for in a passage, and characters of one: a bound for decks made to take for ever."""


ELEMENTS = Elements("em", "strong", block='code class="block"')
"""A block of code stands in paragraphs and buttons, where no `pre` may."""


def html(text: str, asked: Asked | None = None) -> str:
    """Write text as HTML; a line feed is a break, and media stand where the question it is of names them.

    So does what looks otherwise there: emphasis, strong words and code, and formulas in letters, for a page loads
    nothing that could set them.
    """
    return _written(clean(text), asked, broken)


def _written(text: str, asked: Asked | None, letters: Callable[[str], str]) -> str:
    """Write clean text of a question as HTML."""
    media = asked.media if asked else NONE
    if asked is None or text not in asked.looks:
        return _drawn(text, media, letters)
    found = asked.runs(text)
    return marked_up(found, lambda part: _drawn(part, media, letters), lambda run: letters(lettered(run)), ELEMENTS)


def _drawn(text: str, media: Media, letters: Callable[[str], str]) -> str:
    """Write text with the media that it names."""
    return "".join(letters(part) if isinstance(part, str) else embedded(part) for part in parts(text, media))


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


def gapped(asked: Asked, gap: str) -> str:
    """Write a prompt with HTML of one's own where its gaps are."""
    return _written(asked.prompt, asked, lambda text: gap.join(map(broken, text.split(GAP))))


def marked(passage: str, answers: Sequence[str], media: Media = NONE) -> str:
    """Write a passage with the first of the answers that stands in it, as whole words, marked."""
    from quiz.export.anki.markup import standing  # on first use: pages without a passage need nothing of Anki's

    text = clean(passage)
    if pictured(text, media):
        return _drawn(text, media, broken)
    for answer in filter(None, map(clean, answers[:MARKS])):
        starts = list(standing(answer, text)) if len(answer) <= LONGEST else []
        if starts:
            parts, end = [], 0
            for start in starts:
                parts.append(f"{escape(text[end:start])}<mark>{escape(answer)}</mark>")
                end = start + len(answer)
            return "".join([*parts, escape(text[end:])]).replace("\n", "<br>")
    return html(text)
