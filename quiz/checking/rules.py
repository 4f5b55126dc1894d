"""The rules for single cards, a row each: what finds it, and the words without which it is not looked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from quiz.checking import alike, cuts, doubts, intents, openings, options, orders, pictures, stems, tags
from quiz.checking.item import Finding, Item

Rule = Callable[[Item], Iterator[Finding]]

RULES: tuple[Rule, ...] = (
    stems.answer_told,
    stems.unmarked,
    stems.lengthy,
    cuts.at_hash,
    cuts.at_comma,
    cuts.at_semicolon,
    cuts.at_parts,
    cuts.at_colon,
    cuts.at_quote,
    doubts.days,
    doubts.impossible,
    doubts.numbers,
    intents.truth,
    intents.order_told,
    intents.tolerance,
    alike.options,
    openings.unclosed,
    pictures.unread,
    tags.twice,
)
"""Rules that every card is held to."""

WORD_RULES: tuple[tuple[frozenset[str], Rule], ...] = (
    (stems.NEGATIVES, stems.negative),
    (stems.DOUBLES, stems.double_negative),
    (stems.ABSOLUTES, stems.absolute),
)
"""Rules that cards are held to whose question has one of some words."""

OPTION_RULES: tuple[Rule, ...] = (
    options.of_others,
    intents.letters,
    options.longest,
    options.differing,
    options.overlapping,
    options.opening,
    options.article,
    options.clue,
    options.absolute,
)
"""Rules that cards with wrong answers to choose from are held to."""


def findings(item: Item) -> Iterator[Finding]:
    """What the rules find in a card."""
    for find in RULES:
        yield from find(item)
    for words, find in WORD_RULES:
        if not words.isdisjoint(item.words):
            yield from find(item)
    if item.card.ordered:
        yield from orders.numbered(item)
    if item.options:
        for find in OPTION_RULES:
            yield from find(item)
