"""A card's texts cleaned once, since nearly all of them are clean as they are."""

from __future__ import annotations

import unicodedata
from dataclasses import replace

from quiz.deck.model import Card, Passage, Source
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
    return replace(
        card,
        answer=clean(card.answer),
        explanation=clean(card.explanation),
        accept=tuple(map(clean, card.accept)),
        distractors=tuple(map(clean, card.distractors)),
        ordered=tuple(map(clean, card.ordered)),
        all_of=tuple(map(clean, card.all_of)),
        feedback=tuple(map(clean, card.feedback)),
        pin=tuple(map(clean, card.pin)),
        source=source and sourced(source),
    )


def spotless(text: str) -> bool:
    """Whether cleaning would leave every text as it is, where they stand in one with an edge at either end of each."""
    text = text.replace("\n", " ")
    if not text.isprintable() or " |" in text or "| " in text:
        return False
    return text.isascii() or unicodedata.is_normalized("NFC", text)


def sourced(source: Source) -> Source:
    """Clean the passages of a source."""
    return replace(source, passage=of(source.passage), evidence=tuple(map(of, source.evidence)))


def of(passage: Passage) -> Passage:
    """Clean the text of a passage."""
    return replace(passage, text=clean(passage.text))
