"""Where a card comes from, told on lines: its document, and what stands around the passage there."""

from __future__ import annotations

from quiz.deck.model import Card, Deck
from quiz.study.plain.wording import marked
from quiz.study.printable import clean, line
from quiz.study.reading import Places, ReadDocument, Reading, Stand, document_path, kept_passages, opened, section_of
from quiz.study.source import is_address, named_document, places


def told(read: ReadDocument | None, deck: Deck, card: Card) -> list[str]:
    """Say where a card's passage stands in its document, with the paragraphs before and after it."""
    if card.source is None or not named_document(deck, card):
        return ["This card names no document that could be opened."]
    named = named_document(deck, card)
    path = named if is_address(named) else document_path(deck, card)
    reading, problem = opened(read, deck, card) if read else (kept_passages(deck, card), "")
    stands = Places(reading).find(card.source.passage)
    place = ", ".join(map(line, [str(path), *places(card.source.passage)]))
    notes = [f"{line(problem)}: told is what the deck keeps of it."] if problem else []
    if not stands:
        notes = [*notes, "The document has changed: the passage stands there no longer."]
    return [f"Document: {place}", *notes, *(_around(reading, stands, card) if stands else ())]


def _around(reading: Reading, stands: tuple[Stand, ...], card: Card) -> list[str]:
    """Say the section, and the paragraphs that hold the passage between those around them."""
    first, last = stands[0].paragraph, stands[-1].paragraph
    section = line(section_of(reading, first))
    within = " ".join(_shown(reading, stand, card) for stand in stands)
    return [
        *([f"Section: {section}"] if section else []),
        *_beside("Before", reading, first - 1),
        f"There: {within}",
        *_beside("After", reading, last + 1),
    ]


def _shown(reading: Reading, stand: Stand, card: Card) -> str:
    """Return a paragraph with the answer marked, where it holds the passage."""
    text = reading.paragraphs[stand.paragraph].text
    return clean(text[: stand.start]) + marked(text[stand.start : stand.end], card) + clean(text[stand.end :])


def _beside(word: str, reading: Reading, at: int) -> list[str]:
    """Say a paragraph beside the passage; a heading begins another section and is not told."""
    paragraphs = reading.paragraphs
    if not 0 <= at < len(paragraphs) or paragraphs[at].heading:
        return []
    return [f"{word}: {clean(paragraphs[at].text)}"]
