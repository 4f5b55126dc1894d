"""Teasers: boxes of a page that each hold a link and a line or two on what it leads to."""

from __future__ import annotations

from collections import Counter

from quiz.documents.model import BlockKind
from quiz.documents.zones.draft import Draft, Page

LINKED = 0.75
"""Share of a line's letters from which it is a link."""

LONGEST = 45
"""Words of the longest teaser."""

FEWEST = 2
"""Boxes of the kind beside one another: one alone may be a figure with its words."""


def mark_cards(page: Page) -> None:
    """Mark boxes beside one another that open with a link or linked heading and hold at most two short lines more."""
    held: dict[int, list[Draft]] = {}
    for draft in page.drafts:
        for box in draft.paragraph.boxes:
            held.setdefault(box, []).append(draft)
    # of boxes that hold the same and no more one counts
    cards = {id(drafts[0]): drafts for drafts in held.values() if _is_card(drafts)}
    rows = Counter(row for drafts in cards.values() for row in _around(drafts, held))
    for drafts in cards.values():
        if any(rows[row] >= FEWEST for row in _around(drafts, held)):
            for draft in drafts:
                if draft.unread or draft.kind is BlockKind.heading:
                    draft.kind = BlockKind.furniture


def _is_card(drafts: list[Draft]) -> bool:
    """Whether the paragraphs of a box are a link and some words on it."""
    first, rest = drafts[0], drafts[1:]
    if first.paragraph.linked < LINKED or first.words < 2 or not 1 <= len(rest) <= 2:
        return False
    return all(draft.words <= LONGEST and draft.kind is not BlockKind.quotation for draft in rest)


def _around(drafts: list[Draft], held: dict[int, list[Draft]]) -> list[int]:
    """The element right round a card: the innermost that holds more than it."""
    boxes = drafts[0].paragraph.boxes
    return [box for box in boxes if len(held[box]) > len(drafts)][-1:]
