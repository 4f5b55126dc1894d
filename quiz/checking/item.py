"""A card as the rules look at it: with its nodes, so that what is found can be pointed at."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from quiz.deck.halves import halves
from quiz.deck.marks import signed, told, unmarked
from quiz.deck.model import Card, gapped
from quiz.deck.nodes import Mapping, Node, Scalar, Sequence
from quiz.deck.parse import Reading
from quiz.deck.references import spoken
from quiz.deck.teaching import item_text

WORD = re.compile(r"\w+(?:[.,:'’-]\w+)*")
"""A word or a number; `3.5`, `isn't` and `12:30` are one."""

PART = re.compile(r"\w+")
"""A word, or part of one that is written with other signs."""

Finding = tuple[str, Node, str, str]
"""The code of what was found, where, what it is, and how to mend it."""


def words_of(text: str) -> list[str]:
    """Words of a text, with case and typographic apostrophes folded."""
    if text.isalnum() and text.isascii():
        return [text.casefold()]
    return WORD.findall(text.casefold().replace("’", "'"))


@dataclass(slots=True)
class Item:
    """A card without its marks, and the mapping it was read from; `words` are those of its stem, `folded` in one line.

    `stem` has words in place of pictures, as `[picture: a map]`; `written` is the card with its marks, `text` that of
    the whole file. `options` are what is chosen from, the right one first; () of a card that lists no wrong answers,
    has several right ones, or its own kind.

    The rest is there to tell at once that a rule finds nothing: `whole` has the texts of the card, with marks and
    without, and its tags, `rights` its answers, `answering` the words of the right one, and `parts` those of all
    options; None where these are not in ASCII, so that case folds in ways of its own.
    """

    card: Card
    node: Mapping
    stem: str
    words: list[str]
    folded: str
    options: tuple[str, ...]
    joined: str
    written: Card
    text: str
    whole: str
    rights: str
    answering: list[str]
    parts: frozenset[str] | None

    def at(self, *keys: str) -> Node:
        """Find the value of the first key the card has, or else the card."""
        for key in keys:
            if pair := self.node.get(key):
                return pair[1]
        return self.node

    def spot(self, said: str, *keys: str) -> Node:
        """Find where words stand within the value of the first key the card has; else the value itself."""
        node = self.at(*keys)
        words = r"\s+".join(map(re.escape, said.split()))
        whole = re.compile(rf"(?<!\w){words}(?!\w)", re.IGNORECASE)
        found = whole.search(self.text, node.start, node.end) if words else None
        return Scalar(said, *found.span()) if found else node

    def lacks(self, words: frozenset[str]) -> bool:
        """Whether no option can have any of some words."""
        return self.parts is not None and words.isdisjoint(self.parts)

    def option(self, number: int) -> Node:
        """Find where an option is written: 0 is the right one, the others are distractors."""
        if number == 0:
            return self.at("answer", "cloze")
        listed = self.at("distractors")
        return item_text(listed.items[number - 1]) if isinstance(listed, Sequence) else listed


MOST = 26
"""Options beyond which a card is no question to choose from."""

SET_KINDS = ("order", "truefalse")
"""Kinds of card whose options are set by their kind."""


def items_of(reading: Reading) -> Iterator[Item]:
    """Go through the cards of a deck that was read without an error."""
    assert reading.deck is not None
    assert isinstance(reading.root, Mapping)
    listed = reading.root.get("cards")
    nodes = listed[1].items if listed and isinstance(listed[1], Sequence) else []
    for written, node in zip(reading.deck.cards, nodes, strict=True):
        assert isinstance(node, Mapping)
        card, whole = written, "\n".join((*told(written), *written.tags))
        if signed(whole):
            card = unmarked(written)
            whole = "\n".join((whole, *told(card)))
        stem = spoken(card.question or gapped(card.cloze))
        words = words_of(stem)
        several = card.kind in SET_KINDS or card.all_of
        chosen = 0 < len(card.distractors) < MOST and not several and not _split(node, card)
        options = (card.answer, *card.distractors) if chosen else ()
        folded = f" {' '.join(words)} "
        joined = "\n".join(options)
        rights = "\n".join((card.answer, *card.accept))
        parts = frozenset(PART.findall(joined.lower())) if joined.isascii() else None
        answering = words_of(card.answer)
        yield Item(
            card, node, stem, words, folded, options, joined, written, reading.text, whole, rights, answering, parts
        )


def _split(node: Mapping, card: Card) -> bool:
    """Whether the wrong answers of a card are halves, which is told and makes no options to be looked at."""
    pair = node.get("distractors")
    return pair is not None and isinstance(pair[1], Sequence) and bool(halves(pair[1], card.answer))


def plain(node: Node) -> bool:
    """Whether a node is text on one line, as typed."""
    return isinstance(node, Scalar) and node.style not in ("|", ">")
