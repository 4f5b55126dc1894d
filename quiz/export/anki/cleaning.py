"""A card's texts cleaned once, since nearly all of them are clean as they are."""

from __future__ import annotations

import unicodedata

from quiz.deck.model import Card
from quiz.deck.texts import rewritten
from quiz.export.anki.markup import clean

EDGE = "|"


def cleaned(card: Card) -> Card:
    """Clean what a card shows, so that nobody need do it again; what it asks stays, for that is put together first."""
    source = card.source
    texts = [
        card.answer,
        card.explanation,
        *card.accept,
        *card.distractors,
        *card.ordered,
        *card.all_of,
        *card.feedback,
        *card.pin,
    ]
    if source:
        texts += [source.passage.text, *(passage.text for passage in source.evidence)]
    if spotless(EDGE.join(["", *texts, ""])):
        return card
    return rewritten(card, clean, but=("question", "cloze", "hint", "hints"))


def spotless(text: str) -> bool:
    """Whether cleaning would leave every text as it is, where they stand in one with an edge at either end of each."""
    text = text.replace("\n", " ")
    if not text.isprintable() or " |" in text or "| " in text:
        return False
    return text.isascii() or unicodedata.is_normalized("NFC", text)
