"""Rules on how cards are filed."""

from __future__ import annotations

from collections.abc import Iterator

from quiz.checking.item import Finding, Item
from quiz.deck.fields import shown
from quiz.deck.nodes import Sequence


def twice(item: Item) -> Iterator[Finding]:
    """Find a tag that a card has twice."""
    tags = item.card.tags
    if len(set(tags)) == len(tags):
        return
    node, seen = item.at("tags"), set[str]()
    for at, tag in enumerate(tags):
        if tag in seen:
            where = node.items[at] if isinstance(node, Sequence) else node
            yield "duplicate-tag", where, f"the tag `{shown(tag)}` is given twice", "remove one"
        seen.add(tag)
