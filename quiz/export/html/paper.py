"""A question on paper: letters to mark, lines to write on, blanks to fill, boxes for an order."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from decimal import Decimal

from quiz.deck.model import GAP, short
from quiz.export.amounts import digits
from quiz.export.asked import Asked
from quiz.export.html.drawing import Posed
from quiz.export.html.markup import direction, element, gapped, html
from quiz.export.media import NONE, Media, parts, pictured, plain

LINE = 60
"""Letters of a hand on one line."""

FOURTH, HALF = 11, 34
"""Width in letters of options of which four, or two, stand side by side."""


def letter(place: int) -> str:
    """Name an option: A to Z, then AA."""
    name = ""
    while place >= 0:
        place, rest = divmod(place, 26)
        name = chr(ord("A") + rest) + name
        place -= 1
    return name


def question(each: Posed, number: int, *, weighed: bool = False) -> Iterator[str]:
    """Write one question, which no page break may split; `weighed` says that all tell what they are worth."""
    prompt = gapped(each.asked, '<i class="gap"></i>')
    yield f'<div class="block question{" weighed" * weighed}" dir="{direction(words_of(each))}">'
    yield f'<span class="number">{number}.</span><div class="asked">'
    yield element("p", prompt, "prompt")
    if each.asked.form == "order":
        yield f'<p class="note">Number these from 1 to {len(each.shown)}.</p><ul class="boxes">'
        yield from (f'<li><i class="box"></i>{words(text, each.asked)}</li>' for text in each.shown)
        yield "</ul>"
    elif each.shown:
        if each.asked.form == "several":
            yield '<p class="note">Mark all that are right.</p>'
        yield f'<ul class="options {columns(each.shown, each.asked.media)}">'
        for place, text in enumerate(each.shown):
            yield f'<li><span class="letter">{letter(place)}</span>{words(text, each.asked)}</li>'
        yield "</ul>"
    elif GAP not in each.asked.prompt:
        if each.asked.parts:
            yield f'<p class="note">{len(each.asked.parts)} answers, in any order.</p>'
        texts = each.asked.parts or (each.asked.answer,)
        yield '<p class="line"></p>' * sum(lines(plain(text, each.asked.media)) for text in texts)
    yield "</div>"
    if weighed:
        yield f'<span class="worth"><i></i>/ {digits(worth(each))}</span>'
    yield "</div>"


def worth(each: Posed) -> Decimal:
    """Return the points of a question."""
    return Decimal(each.asked.points or 1)


def words_of(each: Posed) -> str:
    """Return the words of a prompt, without what it names."""
    return "".join(part for part in parts(each.asked.prompt, each.asked.media) if isinstance(part, str))


def words(text: str, asked: Asked) -> str:
    """Write the words of an option."""
    return element("span", html(text, asked), "words")


def columns(options: Sequence[str], media: Media = NONE) -> str:
    """Say how many options stand side by side: so many that none needs a second line; of pictures two."""
    if any(pictured(text, media) for text in options):
        return "two"
    widest = max(sum(1 + (unicodedata.east_asian_width(each) in "WF") for each in text) for text in options)
    if widest <= FOURTH and len(options) > 2:
        return "four"
    return "two" if widest <= HALF else "one"


def lines(answer: str) -> int:
    """Say how many lines an answer needs: a short one the same for all, so that it tells nothing."""
    return 1 if short(answer) else min(2 + len(answer) // LINE, 10)
