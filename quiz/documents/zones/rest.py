"""What the other steps left: the tail of the page, list items, fragments, body."""

from __future__ import annotations

from quiz.documents.model import BlockKind
from quiz.documents.zones.draft import Draft, Page

LAST = frozenset({BlockKind.author, BlockKind.note, BlockKind.comment, BlockKind.furniture})
FRAGMENT = 5
"""Words below which an unfinished line in the text is a label, not a caption."""


def mark_tail(page: Page) -> None:
    """Mark what stands after the text's last prose, once a note, comment, author note or furniture has ended it."""
    drafts = page.drafts
    last = max((index for index, draft in page.numbered() if draft.asked), default=-1)
    ended = closed = False
    for draft in drafts[last + 1 :]:
        ended = ended or draft.kind in LAST
        closed = closed or (draft.kind in LAST and draft.kind is not BlockKind.furniture)
        loose = draft.kind is None and not draft.label
        sentence = draft.prose or draft.finished or (page.structured and draft.words >= FRAGMENT)
        if (ended and draft.unread and (closed or not draft.sentence)) or (loose and not sentence):
            draft.kind = BlockKind.furniture


def mark_rest(page: Page) -> None:
    """Mark list items, captions without a verb, labels; all else is body."""
    drafts = page.drafts
    prose = any(draft.asked for draft in drafts)
    for draft in drafts:
        if draft.kind is None:
            draft.kind = _rest(draft, prose=prose and not page.structured)
        elif draft.kind is BlockKind.item and not draft.finished and draft.paragraph.linked >= 0.75:
            draft.kind = BlockKind.furniture


def _rest(draft: Draft, *, prose: bool) -> BlockKind:
    """What a draft is that no rule knows."""
    if draft.label:
        return BlockKind.item
    if draft.prose or draft.finished or draft.text.endswith((":", ",")) or not prose:
        return BlockKind.body
    return BlockKind.caption if draft.words >= FRAGMENT else BlockKind.furniture
