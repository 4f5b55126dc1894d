"""Lines known by their words alone, by the tables of bylines, clutter and pictures."""

from __future__ import annotations

import re

from quiz.documents.model import BlockKind
from quiz.documents.zones.bylines import BYLINES
from quiz.documents.zones.clutter import CLUTTER
from quiz.documents.zones.draft import Draft, Page
from quiz.documents.zones.headings import CHAPTER
from quiz.documents.zones.pictures import PICTURES

NUMBERED = re.compile(r"(?:table|exhibit) (?:\d+|[ivx]+)[\w.-]*", re.IGNORECASE)
"""The number of a table that stands alone above its name."""

NAME = 25
"""Words of a table's name at most."""

RULES = (*BYLINES, *CLUTTER, *PICTURES)


def mark_phrases(page: Page) -> None:
    """Mark the paragraphs that a rule knows, and the list that such a one leads to with a colon."""
    lead: BlockKind | None = None
    for above, draft in zip([None, *page.drafts], page.drafts, strict=False):
        if lead is not None and draft.label and draft.unread:
            draft.kind = lead
            continue
        if draft.unread and (kind := _known(draft)) is not None:
            draft.kind = kind
        elif above is not None and draft.unread and NUMBERED.fullmatch(above.text) and draft.words <= NAME:
            draft.kind = draft.kind if draft.finished else BlockKind.table
        lead = draft.kind if draft.kind is BlockKind.furniture and draft.text.endswith(":") else None


def _known(draft: Draft) -> BlockKind | None:
    """What the first rule that fits says a draft is; mostly numbers are a table, mostly links are navigation."""
    if draft.words > 200 or draft.paragraph.level in range(1, 4):
        return None
    for rule in RULES:
        if draft.words <= rule.words and rule.pattern.match(draft.text):
            return rule.kind
    tokens = draft.text.split()
    numbers = sum(any(char.isdigit() for char in token) and len(token) <= 12 for token in tokens)
    tabular = not draft.finished and draft.words <= 40 and numbers >= 2 and numbers >= 0.5 * len(tokens)
    if tabular and draft.label == "" and not CHAPTER.match(draft.text):
        return BlockKind.table
    if draft.paragraph.linked >= 0.75 and draft.words <= 25 and not (draft.finished and draft.words >= 12):
        return BlockKind.furniture
    return None
