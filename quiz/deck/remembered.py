"""The cards of a deck as it is held, made when they are looked at: a start asks one of ten thousand."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any, overload
from zlib import compress, decompress

from quiz.deck.columns import cards_of, columns_of
from quiz.deck.model import Card, Deck

Buffer = bytes | memoryview

PART = 256
"""Cards that are made together."""

LEVEL = 1
"""How hard they are packed: a third of the memory, and what takes longer packs hardly better."""


class RememberedCards(Sequence[Card]):
    """A deck's cards in their order, equal to a tuple of them; what tells them apart is known without making any."""

    __slots__ = ("_made", "_parts", "_path", "ids", "siblings")

    def __init__(self, heads: dict[str, Any], parts: Sequence[Buffer], path: str) -> None:
        """Take what `packed` returned, and the path of the deck that the cards stand in."""
        self.ids: list[str] = heads["ids"]
        self.siblings: list[int] = heads["siblings"]
        self._parts, self._path = parts, path
        self._made: list[Sequence[Card] | None] = [None] * len(parts)

    def __len__(self) -> int:
        """Count the cards."""
        return len(self.ids)

    @overload
    def __getitem__(self, at: int) -> Card: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[Card, ...]: ...
    def __getitem__(self, at: int | slice) -> Card | tuple[Card, ...]:
        """Return one card, or a tuple of some."""
        rows = range(len(self))[at]
        if isinstance(rows, int):
            return self._part(rows // PART)[rows % PART]
        return tuple(self[row] for row in rows)

    def __iter__(self) -> Iterator[Card]:
        """Go through all cards."""
        for part in range(len(self._parts)):
            yield from self._part(part)

    def __eq__(self, other: object) -> bool:
        """Whether these are the same cards in the same order, however they are held."""
        return tuple(self) == tuple(other) if isinstance(other, tuple | RememberedCards) else NotImplemented

    def __hash__(self) -> int:
        """Return the hash of the same cards in a tuple."""
        return hash(tuple(self))

    def __repr__(self) -> str:
        """Show the cards as a tuple."""
        return repr(tuple(self))

    def _part(self, part: int) -> Sequence[Card]:
        """Return some cards that stand side by side, made at the first look."""
        if (made := self._made[part]) is None:
            made = self._made[part] = self._make(part)
        return made

    @property
    def packed(self) -> tuple[dict[str, Any], Sequence[Buffer]]:
        """What they were made of."""
        return {"ids": self.ids, "siblings": self.siblings}, self._parts

    def _make(self, part: int) -> Sequence[Card]:
        """Make some cards that stand side by side."""
        columns = json.loads(decompress(self._parts[part]))
        columns["places"]["path"] = [self._path] * len(columns["cards"]["source"])
        return cards_of(columns)

    def in_passing(self) -> Iterator[Card]:
        """Go through all cards without keeping any: a hundred thousand of them take 200 MB."""
        for part, made in enumerate(self._made):
            yield from self._make(part) if made is None else made


def compact(deck: Deck) -> Deck:
    """Hold the cards of a deck in parts, which takes a fifth of the memory."""
    return replace(deck, cards=RememberedCards(*packed(deck.cards), deck.path))


def packed(cards: Sequence[Card]) -> tuple[dict[str, Any], Sequence[Buffer]]:
    """Return what tells cards apart in plain values, and the cards themselves in parts."""
    if isinstance(cards, RememberedCards):
        return cards.packed
    parts = [columns_of(cards[at : at + PART]) for at in range(0, len(cards), PART)]
    texts = [json.dumps(part, ensure_ascii=False).encode(errors="surrogatepass") for part in parts]
    heads = {"ids": list(ids_of(cards)), "siblings": list(siblings_of(cards))}
    return heads, [compress(text, LEVEL) for text in texts]


def in_passing(cards: Sequence[Card]) -> Iterator[Card]:
    """Go through cards once, keeping none that are not kept already."""
    return cards.in_passing() if isinstance(cards, RememberedCards) else iter(cards)


def ids_of(cards: Sequence[Card]) -> Sequence[str]:
    """Return the ids of cards."""
    return cards.ids if isinstance(cards, RememberedCards) else [card.id for card in cards]


def siblings_of(cards: Sequence[Card]) -> Sequence[int]:
    """Return by card a number that the cards of one passage share, 0 without a passage; () if there are no siblings."""
    if isinstance(cards, RememberedCards):
        return cards.siblings
    passages = [(card.source.document, card.source.passage.text) if card.source else ("", "") for card in cards]
    numbers = {("", ""): 0}
    found = [numbers.setdefault(passage, len(numbers)) for passage in passages]
    return found if len(numbers) - 1 < sum(map(any, passages)) else ()
