"""The passage an answer comes from, with the answer marked, its place, and the explanation."""

from __future__ import annotations

from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from quiz.deck.model import Card, Deck
from quiz.study.marking import answer_places
from quiz.study.source import cited, places
from quiz.tui.words import line, plain, shown

REMARKED = ("order", "truefalse")
"""Kinds of card whose explanation is what one wants to read first: the dates of events, or what is wrong."""

SINGLE = str.maketrans("“”", "‘’")
"""Quotation marks as they stand within others."""


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
        _say(self._remark, shown(card.explanation if first else "", "bold"))
        _say(self._explanation, shown("" if first else card.explanation))
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
    said = [_in_marks(marked(card.source.passage.text, card))]
    for evidence in card.source.evidence:
        place = ", ".join(places(evidence))
        said.append(
            Content.assemble((f"{line(place)}: " if place else "", "$faint"), marked(evidence.text, card, "$faint"))
        )
    return Content("\n").join(said)


def _in_marks(shown: Content) -> Content:
    """Put a passage in quotation marks, those inside it single ones; it has only its own where that cannot be read."""
    text = shown.plain.strip()
    nested = "“" in text and "‘" in text
    if nested or '"' in text or text.startswith(("“", "«", "„")) or text.rstrip(".,;:!?…").endswith(("”", "»")):
        return shown
    return Content.assemble("“", Content(shown.plain.translate(SINGLE), spans=list(shown.spans)), "”")


def marked(text: str, card: Card, style: str = "") -> Content:
    """Return a text with the card's answer, wherever it stands in it, in bold and underlined."""
    shown = plain(text, style)
    for start, end in answer_places(shown.plain, card):
        shown = shown.stylize("bold underline $foreground", start, end)
    return shown
