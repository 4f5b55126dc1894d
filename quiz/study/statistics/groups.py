"""Which kinds, tags and parts of documents are known worst."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from quiz.deck.model import Card, Deck
from quiz.study.model import Key
from quiz.study.source import document
from quiz.study.statistics.proportion import NONE, Rate
from quiz.study.statistics.tally import CardCount

ENOUGH = 10
"""Reviews below which a group is not listed: its share would say more of chance than of the learner."""

STRETCH = 10
"""Cards in each stretch of lines that stands for a section where a document's passages name none."""

KINDS = {
    "date": "dates",
    "figure": "figures",
    "quote": "quotations",
    "order": "orders of events",
    "truefalse": "true-or-false statements",
    "": "other cards",
}
"""The kinds of cards in words, of many."""


@dataclass(frozen=True, slots=True)
class Group:
    """Cards that have something in common: what that is, of a section its document, how many, and their reviews."""

    name: str
    document: str
    cards: int
    rate: Rate


Names = Callable[[Deck], Iterable[tuple[Card, str, str]]]
"""Tells of each card of a deck which groups it is in: the card, the document or "", and the group's name."""


def groups(decks: Sequence[Deck], counts: Mapping[Key, CardCount], names: Names) -> tuple[Group, ...]:
    """Return the reviewed groups of cards, most surely weak first: by the upper bound of the share known."""
    found: dict[tuple[str, str], list[Rate]] = {}
    for deck in decks:
        for card, place, name in names(deck):
            count = counts.get((deck.id, card.id))
            if count and count.reviews.reviews:
                found.setdefault((place, name), []).append(count.reviews)
    all_ = [Group(name, place, len(rates), sum(rates, NONE)) for (place, name), rates in found.items()]
    return tuple(sorted(all_, key=lambda group: (group.rate.bounds[1], group.document, group.name)))


def kinds(deck: Deck) -> Iterable[tuple[Card, str, str]]:
    """Group cards by what is asked of them."""
    return ((card, "", KINDS[card.kind]) for card in deck.cards)


def tags(deck: Deck) -> Iterable[tuple[Card, str, str]]:
    """Group cards by each of their own tags and their deck's."""
    return ((card, "", tag) for card in deck.cards for tag in dict.fromkeys((*card.tags, *deck.tags)))


def sections(deck: Deck) -> Iterable[tuple[Card, str, str]]:
    """Group cards by the section of the document they are from; where none is named by page, else by lines."""
    by_document: dict[str, list[Card]] = {}
    for card in deck.cards:
        if card.source:
            by_document.setdefault(document(deck, card), []).append(card)
    for name, cards in by_document.items():
        stretches = dict(_stretches(cards))
        for card in cards:
            part = _section(card) or stretches.get(card.id, "")
            if part:
                yield card, name, part


def _section(card: Card) -> str:
    """Return the section or page a card names; "" if neither."""
    passage = card.source.passage if card.source else None
    if passage is None:
        return ""
    return f"§ {passage.section}" if passage.section else f"page {passage.page}" if passage.page is not None else ""


def _stretches(cards: Sequence[Card]) -> Iterable[tuple[str, str]]:
    """Cut a document into stretches of about as many cards each, named by their lines or paragraphs."""
    for unit in ("line", "paragraph"):
        placed = [(getattr(card.source.passage, unit), card) for card in cards if card.source and not _section(card)]
        placed = sorted(((at, card) for at, card in placed if at is not None), key=lambda pair: pair[0])
        for chunk in _chunks(placed):
            first, last = chunk[0][0], chunk[-1][0]
            name = f"{unit}s {first}-{last}" if last > first else f"{unit} {first}"
            yield from ((card.id, name) for _at, card in chunk)


def _chunks(placed: Sequence[tuple[int, Card]]) -> Iterable[Sequence[tuple[int, Card]]]:
    """Cut cards in order of place into even chunks; those of one place stay together."""
    number = max(1, round(len(placed) / STRETCH))
    begin = 0
    for part in range(1, number + 1):
        end = len(placed) * part // number
        while begin < end < len(placed) and placed[end][0] == placed[end - 1][0]:
            end += 1
        if end > begin:
            yield placed[begin:end]
            begin = end
