"""What the other steps left: the tail of the page, list items, fragments, body."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quiz.documents.model import BlockKind
from quiz.documents.zones.draft import Draft, Page
from quiz.documents.zones.joins import BETWEEN, OPEN, REACH, is_cut

LAST = frozenset({BlockKind.author, BlockKind.note, BlockKind.comment, BlockKind.furniture})
FRAGMENT = 5
"""Words below which an unfinished line in the text is a label, not a caption."""

CUT_OFF = 16
"""Words from which an unfinished last paragraph is a sentence cut off, not the title of something else."""

ENDS_OPEN = re.compile(r"[:,](?:\s?[-–—]+)?$")
"""The end of words that lead to what is below them."""


def mark_tail(page: Page) -> None:
    """Mark what stands after the text's last prose, once a note, comment, author note or furniture has ended it."""
    drafts = page.drafts
    last = max((index for index, draft in page.numbered() if draft.asked), default=-1)
    ended = closed = False
    for draft in drafts[last + 1 :]:
        ended = ended or draft.kind in LAST
        closed = closed or (draft.kind in LAST and draft.kind is not BlockKind.furniture)
        loose = draft.kind is None and not draft.label
        # a text cut off ends without a full stop, as do the titles of others that stand below it
        sentence = draft.prose or draft.finished or draft.words >= (FRAGMENT if page.structured else CUT_OFF)
        if (ended and draft.unread and (closed or not draft.sentence)) or (loose and not sentence):
            draft.kind = BlockKind.furniture


def mark_rest(page: Page) -> None:
    """Mark list items, captions without a verb, labels; all else is body."""
    drafts = page.drafts
    prose = any(draft.asked for draft in drafts)
    for index, draft in page.numbered():
        if draft.kind is None:
            cut = (
                not draft.label
                and draft.words >= FRAGMENT
                and is_cut(draft.text)
                and (OPEN.search(draft.text) or _goes_on(drafts[index + 1 : index + 1 + REACH]))
            )
            draft.kind = BlockKind.body if cut else _rest(draft, prose=prose and not page.structured)
        elif draft.kind is BlockKind.item and not draft.finished and draft.paragraph.linked >= 0.75:
            draft.kind = BlockKind.furniture


def _rest(draft: Draft, *, prose: bool) -> BlockKind:
    """What a draft is that no rule knows."""
    if draft.label:
        return BlockKind.item
    if draft.prose or draft.finished or ENDS_OPEN.search(draft.text[-4:]) or not prose:
        return BlockKind.body
    return BlockKind.caption if draft.words >= FRAGMENT else BlockKind.furniture


def _goes_on(below: Sequence[Draft]) -> bool:
    """Whether the next paragraph of the text goes on within a sentence."""
    draft = next((draft for draft in below if draft.kind not in BETWEEN), None)
    return draft is not None and draft.kind is None and not draft.label and draft.text[0].islower() and draft.words >= 3
