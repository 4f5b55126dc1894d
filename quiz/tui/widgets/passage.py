"""The passage an answer comes from, with the answer marked, its place, and the explanation."""

from __future__ import annotations

import re

from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from quiz.deck.model import Card, Deck
from quiz.study.source import cited, places
from quiz.tui.words import clean, line, plain

REMARKED = ("order", "truefalse")
"""Kinds of card whose explanation is what one wants to read first: the dates of events, or what is wrong."""


class Passage(Vertical):
    """What the document says: shown below the answer, or beside it where there is room."""

    DEFAULT_CSS = """
    Passage { height: auto; }
    Passage .cited { text-align: right; color: $faint; }
    Passage .explanation { margin: 1 0 0 0; }
    Passage .remark { margin: 0 0 1 0; }
    """

    def __init__(self) -> None:
        """Lay out the passage and its place, with room for the explanation above and below."""
        self._quoted, self._cited = Static(), Static(classes="cited")
        self._remark, self._explanation = Static(classes="remark"), Static(classes="explanation")
        super().__init__(self._remark, self._quoted, self._cited, self._explanation)

    def tell(self, deck: Deck, card: Card) -> None:
        """Show a card's passage and explanation; a card without either shows nothing."""
        quoted = quotation(card)
        _say(self._quoted, quoted)
        _say(self._cited, plain(line(cited(deck, card))))
        first = card.kind in REMARKED
        _say(self._remark, plain(card.explanation if first else "", "bold"))
        _say(self._explanation, plain("" if first else card.explanation))
        self.set_class(not quoted and not card.explanation, "-empty")

    def forget(self) -> None:
        """Show nothing."""
        self.add_class("-empty")


def _say(part: Static, words: Content) -> None:
    """Show words in a part, or no trace of it."""
    part.update(words)
    part.display = bool(words)


def quotation(card: Card) -> Content:
    """Return a card's passage in quotation marks, the answer in it marked, and passages it rests on below."""
    if card.source is None:
        return Content("")
    passage = card.source.passage.text
    quoted = passage.startswith(("“", '"')) and passage.endswith(("”", '"'))
    shown = marked(passage, "" if card.kind == "truefalse" else card.answer)
    said = [shown if quoted else Content.assemble("“", shown, "”")]
    for evidence in card.source.evidence:
        place = ", ".join(places(evidence))
        said.append(Content.assemble((f"{line(place)}: " if place else "", "$faint"), plain(evidence.text, "$faint")))
    return Content("\n").join(said)


def marked(text: str, answer: str) -> Content:
    """Return a text with the answer, where it stands there as a whole word, in bold and underlined."""
    shown = plain(text)
    wanted = clean(answer).strip()
    if not wanted:
        return shown
    word = re.compile(rf"(?<!\w){re.escape(wanted)}(?!\w)", re.IGNORECASE)
    for match in word.finditer(shown.plain):
        shown = shown.stylize("bold underline", match.start(), match.end())
    return shown
