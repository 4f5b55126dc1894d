"""Decks that nobody would write but anybody may be sent: markup, controls, quotes, every format's own syntax."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from hypothesis import strategies as st

from quiz.deck.model import LEVELS, Card, Deck, Passage, Source, chain, together
from quiz.deck.texts import rewritten

PIECES = (
    "<b> </p> <script>alert(1)</script> &amp; &lt; &#58; &&058; &&010 ]]> <!-- --> <?x?> \\ \\n \\: \\\\ -> => = ~ "
    "~%50% %50%x #### # { } :: : [html]x [plain] [foo] [id:x] [tag:y] // $CATEGORY:a/b $x$ \\(x\\) \" ' ''' , ; | || "
    "\\| \t \n \r\n \r \x00 \x1f \x7f \x9f \u2028 \u2029 \u202e \u200f \u0085 \u00a0 שלום عربى 😀 "
    "👩\u200d👩\u200d👧 e\u0301 \u0301 \ud800 \ufffe \ufeff * ** _ __ ` ``` ~~~ ![](/etc/passwd) [a](b) [^1] [^1]: "
    "--- === +++ +- ... ! ^^^ 1. 1) a) *a) [*] [ ] - + > | @ =1+1 +1 -1 @SUM(A1) ＝1 '=1 END_GROUP GROUP COMMENT % "
    "title: Quiz\u00a0title: _____ <details> </details> {{c1::x}} \\* ?* TRUE T FALSE 1 2 word "
    "![](/etc/x.png) ![a](../x.png) ![](<x.svg>) [sound:x.mp3]"
).split(" ")
"""What some format or reader takes for more than text."""

SIGN = re.compile(r"(\\*)([*_`$])")

words = st.one_of(st.sampled_from(PIECES), st.text(max_size=8), st.sampled_from(["river", "the sea", "1829", "é"]))
texts = st.lists(words, min_size=1, max_size=5).flatmap(
    lambda parts: st.sampled_from(["", " ", "\n"]).map(lambda glue: glue.join(parts))
)


def seen(text: str) -> bool:
    """Whether there is something to see in a text."""
    from quiz.export.wording import clean

    return bool(clean(text))


shown = texts.map(lambda text: text if seen(text) else text + "x")
gapless = shown.map(lambda text: text.replace("{", "(").replace("}", ")"))
passages = st.builds(
    Passage,
    text=texts,
    line=st.none() | st.integers(1, 99),
    page=st.none() | st.integers(1, 99),
    section=st.just("") | texts,
)
sources = st.builds(
    Source,
    passages,
    document=st.sampled_from(["", "a.md", "https://example.org/?a=1&b=2", "../x/y.pdf", "C:\\x\\y.txt"]),
    evidence=st.lists(passages, max_size=2).map(tuple),
)


@st.composite
def cards(draw: Any) -> Card:
    """One card of any sort."""
    answer = draw(shown)
    card = Card(
        answer,
        question=draw(shown),
        explanation=draw(st.just("") | texts),
        tags=tuple(draw(st.lists(texts, max_size=2))),
        source=draw(st.none() | sources),
    )
    sort = draw(st.sampled_from(["plain", "choice", "cloze", "both", "order", "truefalse", "number", "parts"]))
    return taught(draw, sorted_as(draw, sort, card))


def taught(draw: Any, card: Card) -> Card:
    """Give a card what teachers add, or leave it as it is."""
    if draw(st.booleans()):
        return card
    return replace(
        card,
        hint=draw(st.just("") | texts),
        feedback=tuple(draw(texts) for _ in card.distractors),
        pin=tuple(
            draw(
                st.lists(
                    st.sampled_from((*(card.all_of or (card.answer,)), *card.distractors)), max_size=2, unique=True
                )
            )
        ),
        points=draw(st.sampled_from(["", "2", "0.5", "999.99"])),
        partial=bool(card.all_of or card.ordered) and draw(st.booleans()),
        difficulty=draw(st.sampled_from(["", *LEVELS])),
    )


def sorted_as(draw: Any, sort: str, card: Card) -> Card:
    """Give a card what its sort has."""
    if sort == "choice":
        card = replace(card, distractors=tuple(draw(st.lists(shown, min_size=1, max_size=4))))
    if sort in ("plain", "choice"):
        card = replace(card, accept=tuple(draw(st.lists(shown, max_size=2))))
    if sort in ("cloze", "both"):
        gap = draw(gapless)
        cloze = f"{draw(gapless)} {{{{{gap}}}}} {draw(gapless)}"
        wrong = tuple(draw(st.just([]) | st.lists(shown, max_size=2)))
        question = card.question if sort == "both" else ""
        card = replace(card, cloze=cloze, answer=gap, question=question, distractors=wrong)
    if sort == "order":
        items = tuple(
            dict.fromkeys(" ".join(text.split()) or "x" for text in draw(st.lists(shown, min_size=2, max_size=5)))
        )
        card = replace(card, kind="order", ordered=items, answer=chain(items))
    if sort == "truefalse":
        card = replace(card, kind="truefalse", answer=draw(st.sampled_from(["true", "False"])))
    if sort == "parts":
        found = draw(st.lists(shown, min_size=2, max_size=5))
        parts = tuple({" ".join(text.split()).casefold(): " ".join(text.split()) or "x" for text in found}.values())
        wrong = tuple(draw(st.just([]) | st.lists(shown, max_size=2)))
        if len(parts) > 1:
            card = replace(card, all_of=parts, answer=together(parts), distractors=wrong)
    if sort == "number":
        number = draw(st.sampled_from(["1829", "-3.5", "2,850 km", "$5", "40 million", "5%", "12 May", "0"]))
        card = replace(card, answer=number, tolerance=draw(st.sampled_from(["5%", "10", "0.5"])))
    return card


@st.composite
def decks(draw: Any, most: int = 4) -> Deck:
    """A deck of such cards, each with an id."""
    found = draw(st.lists(cards(), min_size=1, max_size=most))
    numbered = tuple(replace(card, id=f"c{at}") for at, card in enumerate(found))
    return Deck(draw(shown), numbered, id="deck", source=draw(st.sampled_from(["", "x.md"])), path="deck.yaml")


def literally(deck: Deck) -> Deck:
    """A deck whose texts read as they are written in another, since every sign is behind a backslash."""

    def escape(text: str) -> str:
        return SIGN.sub(r"\1\1\\\2", text)

    cards = (rewritten(card, escape, but=("source",)) for card in deck.cards)
    return replace(deck, cards=tuple(cards))
