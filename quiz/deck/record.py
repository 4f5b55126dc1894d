"""Decks and cards as plain values by key: what is written, kept in the lock, compared and merged."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quiz.deck.cards import CARD_KEYS, PASSAGE_KEYS
from quiz.deck.cloze import hinted
from quiz.deck.nodes import Scalar, Sequence
from quiz.deck.teaching import told_of

if TYPE_CHECKING:
    from quiz.deck.model import Card, Deck, Passage, Source
    from quiz.deck.nodes import Node
    from quiz.deck.render import Value

Record = dict[str, "Value"]


def of_deck(deck: Deck) -> Record:
    """Values of a deck by key, in the order they are written, without its cards."""
    tags: Value = list(deck.tags)
    head: Record = {"format": str(deck.format), "id": deck.id, "title": deck.title, "source": deck.source, "tags": tags}
    head["include"] = list(deck.include)
    return {key: value for key, value in head.items() if value or key == "title"}


def of_card(card: Card) -> Record:
    """Values of a card by key, in the order they are written, without those left empty."""
    values: dict[str, Value] = {
        "answer": list(card.ordered or card.all_of) or told_of(card, card.answer),
        "cloze": hinted(card.cloze, card.hints),
        "distractors": _wrong(card),
        "pin": [told_of(card, pin) for pin in card.pin],
        "partial": "true" if card.partial else "",
        "source": of_source(card.source) if card.source else {},
        "reviewed": "true" if card.reviewed else "",
        "stale": "true" if card.stale else "",
    }
    for key in CARD_KEYS:
        if key not in values:
            value = getattr(card, key)
            values[key] = list(value) if isinstance(value, tuple) else value
    return {key: values[key] for key in CARD_KEYS if values[key]}


def _wrong(card: Card) -> list[Value]:
    """Values of the wrong answers, those with feedback as a group of keys."""
    listed = [told_of(card, wrong) for wrong in card.distractors]
    if not card.feedback:
        return list(listed)
    pairs = zip(listed, card.feedback, strict=True)
    return [{"text": wrong, "feedback": why} if why else wrong for wrong, why in pairs]


def of_source(source: Source) -> Record:
    """Values of a source by key."""
    document: Record = {"document": source.document} if source.document else {}
    evidence: Record = {"evidence": [of_passage(passage) for passage in source.evidence]} if source.evidence else {}
    return document | of_passage(source.passage) | evidence


def of_passage(passage: Passage) -> Record:
    """Values of a passage by key."""
    return {key: str(value) for key in PASSAGE_KEYS if (value := getattr(passage, key))}


def of_node(node: Node) -> Value:
    """Values of a node exactly as typed, keys left empty and all further ones of a name left out."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Sequence):
        return [of_node(item) for item in node.items]
    record: Record = {}
    for key, inner in node.pairs:
        if isinstance(key, Scalar) and (value := of_node(inner)):
            record.setdefault(key.text, value)
    return record


def without(record: Record, *keys: str) -> Record:
    """Leave keys out of a record."""
    return {key: value for key, value in record.items() if key not in keys}
