"""Rules on cards whose items are put in order."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quiz.checking.item import Finding, Item

SIGN = re.compile(r"\s*(?:(?:step|stage|part|phase|no\.?)\s+)?(?:(\d{1,2})\s*[.):]|([a-z])\))\s+\S", re.IGNORECASE)
"""A number or letter before the text of an item."""


def numbered(item: Item) -> Iterator[Finding]:
    """Find items that are numbered in the very order that is asked for."""
    signs = [SIGN.match(each) for each in item.card.ordered]
    if None in signs:
        return
    places = [int(sign[1]) if sign[1] else ord(sign[2].lower()) - ord("a") + 1 for sign in signs if sign]
    if places == list(range(places[0], places[0] + len(places))):
        message = "the items are numbered in their right order, which gives it away"
        yield "numbered-items", item.at("answer"), message, "take the numbers off: the items are shuffled when asked"
