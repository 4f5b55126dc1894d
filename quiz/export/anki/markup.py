"""Document text as the HTML of an Anki field: cleaned, escaped exactly once, with Anki's own syntax in it disarmed."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from html import escape

from quiz.deck.cloze import MARKED
from quiz.deck.marks import HELD, literal, plain, signed

BREAKS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f]")
SURROGATES = re.compile("[\ud800-\udfff]")

# What Anki reads inside a field: sound and AV tags, LaTeX, and the marker its type-in box replaces.
SYNTAX = re.compile(r"\[(?=sound:|anki:|\[type:|/?(?:latex|\$\$?)\])", re.IGNORECASE)
# MathJax reads the text of the page, where an entity is decoded already: only an element between the two stops it.
MATHJAX = re.compile(r"\\(?=[(\[])")
# U+0338 composes with a `>` before it when Anki normalises the field, which would break our own tags.
LINE = re.compile("\n( *)")
ENTITIES = str.maketrans({"{": "&#123;", "}": "&#125;", "\u0338": "&#824;"})
PLAIN = re.compile(r"[\w/.-]+", re.ASCII)  # as most ids are: nothing to clean or escape
SPECIAL = re.compile("[&<>{}\\\\[\n\u0338]")

TYPOGRAPHY = str.maketrans("\u2018\u2019\u02bc\u201c\u201d\u2010\u2011\u2013\u2014\u2212", "'''\"\"-----")
"""What typesetting writes in place of what a keyboard types."""

MARKS, LONGEST = 20, 200  # answers looked for, and characters of one: a bound for decks made to take for ever

# What joins a word or number to the one before it, and to the one behind it.
BEFORE = re.compile(r"\w$|\d[.,]$")
BEHIND = re.compile(r"\w|[.,]\d")


def clean(text: str) -> str:
    """Normalise to NFC and line feeds, without the characters that break an import (controls, lone surrogates)."""
    if text.isascii() and text.isprintable():
        return text.strip()
    if not text.isprintable():
        text = SURROGATES.sub("\ufffd", CONTROLS.sub("", BREAKS.sub("\n", text)))
    return unicodedata.normalize("NFC", text).strip()


def unclean(text: str) -> bool:
    """Whether cleaning leaves out characters of a text."""
    return not text.isprintable() and bool(CONTROLS.search(text) or SURROGATES.search(text))


def html(text: str) -> str:
    """Write text as HTML that shows just that text."""
    return escaped(clean(text))


def escaped(text: str) -> str:
    """Write clean text as HTML that shows just that text."""
    if not SPECIAL.search(text):
        return text
    inert = MATHJAX.sub(r"\\<span></span>", escape(text, quote=False))
    html = SYNTAX.sub("&#91;", inert).translate(ENTITIES)
    return LINE.sub(_broken, html) if "\n" in html else html


def _broken(line: re.Match[str]) -> str:
    """Begin a line, which keeps its indentation."""
    return "<br>" + "&nbsp;" * len(line[1])


def written(text: str) -> str:
    """Write clean text of a card as HTML, with its marks."""
    if not signed(text):
        return escaped(text)
    from quiz.export.anki.marking import dressed  # on first use: few texts have marks

    return dressed(text)


def typeable(text: str) -> str:
    """Write an answer as HTML that shows it as a keyboard types it, which Anki compares with what was typed."""
    return html(" ".join(clean(plain(text)).translate(TYPOGRAPHY).split()))


def attribute(text: str) -> str:
    """Write text as the value of an HTML attribute in double quotes."""
    if PLAIN.fullmatch(text):
        return text
    return SYNTAX.sub("&#91;", escape(clean(text), quote=True)).translate(ENTITIES).replace("\n", " ")


def cloze(text: str, answer: str, hints: Sequence[str] = ()) -> str:
    """Write a cloze in Anki's notation; all its gaps are one card, and an empty gap asks for the answer.

    A text without a gap gets one behind it, because a cloze note without one has no card.
    """
    parts = MARKED.split(text)
    if len(parts) == 1:
        return f"{written(clean(text))}<br>{deletion(answer)}"
    if signed("".join(parts[::2])):
        from quiz.export.anki.marking import clozed  # on first use: few texts have marks

        if literal(around := HELD.join(parts[::2])) != around:
            return clozed(text, answer, hints)
    # Spaces beside a gap belong to the sentence, and `html` strips.
    rest = iter(hints)
    return "".join(
        deletion(part if clean(part) else answer, next(rest, "")) if at % 2 else edged(part)
        for at, part in enumerate(parts)
    )


def deletion(text: str, hint: str = "") -> str:
    """Write one gap of card 1, with its hint; any other colon in it would begin one."""
    said, shown = (written(clean(part)).replace(":", "&#58;") for part in (text, hint))
    return f"{{{{c1::{said}{'::' if shown else ''}{shown}}}}}"


def edged(text: str) -> str:
    """Do as `html`, but keep the lines that begin at either end, or one space where the text has any there."""
    inner = text.strip()
    if not inner:
        return _space(text)
    before, _, behind = text.partition(inner)
    return _space(before) + html(inner) + _space(behind)


def _space(text: str) -> str:
    """Write space at an end of a text, whatever it is made of."""
    *above, last = BREAKS.sub("\n", text).split("\n")
    return "<br>" * len(above) + "&nbsp;" * last.count(" ") if above else " " * bool(text)


def filled(text: str) -> str:
    """Read a cloze with its gaps filled."""
    return clean(MARKED.sub(r"\1", text))


def marked(text: str, answers: Sequence[str], *, plain: bool = False) -> str:
    """Write a clean passage with the first of the answers that stands in it, as whole words, marked.

    `plain` says that there is nothing to be escaped in it, nor any white space but blanks.
    """
    write = str if plain and "  " not in text else edged
    for answer in map(clean, answers[:MARKS]):
        if answer and answer in text and len(answer) <= LONGEST and (starts := [*standing(answer, text)]):
            parts, end = [], 0
            for start in starts:
                parts += [write(text[end:start]), f"<mark>{escaped(answer)}</mark>"]
                end = start + len(answer)
            return "".join([*parts, write(text[end:])])
    return text if plain else escaped(text)


def standing(words: str, text: str) -> Iterator[int]:
    """Find where words stand in a text on their own: not inside a word, nor inside a number such as 15,000."""
    start = text.find(words)
    while start >= 0:
        end = start + len(words)
        blank = text[start - 1 : start] == " "  # as before most words, which is told sooner
        if (blank or not BEFORE.search(text[max(start - 2, 0) : start])) and not BEHIND.match(text, end):
            yield start
            start = text.find(words, end)
        else:
            start = text.find(words, start + 1)
