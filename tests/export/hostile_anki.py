"""Words that mean something to Anki, HTML or a browser, and decks made of them."""

from __future__ import annotations

import unicodedata

from hypothesis import strategies as st

from quiz.deck.model import Card, Passage, Source, chain
from quiz.export.anki.markup import clean

HOSTILE = {
    "markup": "a<b & c>d <T> &lt; &amp;amp; <script>alert(1)</script>",
    "comment": "<!-- {{Answer}} --> <![CDATA[x]]>",
    "sound": "[sound:x.mp3] [SOUND:y] [anki:tts lang=en]hello[/anki:tts]",
    "latex": "[latex]x[/latex] [$]x[/$] [$$]y[/$$]",
    "typing": "[[type:Answer]] [[type:nc:ID]]",
    "field": "{{Answer}} {{#ID}}x{{/ID}} {{c1::a::b}} {{ }}",
    "braces": "}} std::vector<int> {{",
    "mathjax": r"\(x\) \[y\] \\(z\\)",
    "joining": "\u0338a = b\u0338 <\u0338",
    "lines": "one\r\ntwo\rthree\u2028four",
    "spaces": "a\u00a0b\u3000c\td",
    "colon": ":x:",
    "wide": "\U0001d504 \U0001f1ee\U0001f1f7 e\u0301",
}


def seen(text: str) -> str:
    """A text as a reader sees it."""
    return unicodedata.normalize("NFC", clean(text))


PIECES = [
    *HOSTILE.values(),
    "\ud800",
    "\x1f",
    "\x00",
    "\x7f",
    "::",
    "{{",
    "}}",
    "{",
    "c1",
    "{{c2::x}}",
    "\u0338",
    "\u3000",
    "\ufeff",
    " ",
    "\u201c",
    "\u201d",
    '"',
    "true",
    "False",
    "all of the above",
    "both a and b",
]
TEXT = st.lists(st.sampled_from(PIECES) | st.text(max_size=8), max_size=4).map("".join)
ASKED = TEXT.filter(clean)
QUOTED = st.builds("{} “{}”?".format, st.sampled_from(["Who said,", "Who told her:", "Who spoke of"]), TEXT)


@st.composite
def cards(draw: st.DrawFn) -> Card:
    """A card of any words and of any kind, asked by a question, a cloze or both."""
    ordered = tuple(draw(st.just([]) | st.lists(ASKED, min_size=1, max_size=4)))
    ways = draw(st.sampled_from(["question", "cloze", "both"]))
    asked = draw(ASKED | QUOTED)
    return Card(
        chain(ordered) if ordered else draw(ASKED),
        question="" if ways == "cloze" else asked,
        cloze="" if ways == "question" else f"{asked}{{{{{draw(TEXT)}}}}}{draw(TEXT)}",
        kind="order" if ordered else draw(st.sampled_from(["", "", "date", "figure", "quote", "quote", "truefalse"])),
        ordered=ordered,
        accept=tuple(draw(st.lists(TEXT, max_size=2))),
        tolerance=draw(TEXT),
        distractors=tuple(draw(st.lists(TEXT, max_size=3))),
        explanation=draw(TEXT),
        tags=tuple(draw(st.lists(TEXT, max_size=3))),
        source=Source(Passage(draw(TEXT), section=draw(TEXT)), document=draw(TEXT)),
    )
