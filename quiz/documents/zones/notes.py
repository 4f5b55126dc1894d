"""Notes and references without a heading: `[1] ...`, `1. ...`, `* ...`, lists of books."""

from __future__ import annotations

import re

from quiz.documents.model import BlockKind
from quiz.documents.zones.citations import citation_shapes, is_reference
from quiz.documents.zones.draft import Draft, Page

BRACKETED = re.compile(
    r"\[\d{1,3}\]|\[[*†‡§]{1,3}\]\s|\[[a-z]\](?=\s)|[\^↑]\s?|[¹²³⁰⁴-⁹]+\s?\S|\[?Foot-?note\b[^:]{0,6}:|(?:Notes?|Sources?|References?)\s?:\s"
)
NUMBERED = re.compile(r"(\d{1,3})[.)]?\s+\S|(\d{1,3})(?=[A-Z])")
LOWERED = str.maketrans("¹²³⁰⁴⁵⁶⁷⁸⁹", "1230456789")
STARRED = re.compile(r"(?:\*{1,3}|[†‡§]+)\s?[^\W\d_*]")


def mark_notes(page: Page) -> None:
    """Mark notes by their labels, then references by their shape."""
    stars = sum(_starred(draft) for draft in page.drafts)
    raised = any(marker.strip("*†‡§") == "" for draft in page.drafts for _, marker in draft.paragraph.cuts)
    markers: set[str] = set()
    for draft in page.drafts:
        markers |= {marker.strip(" []^").translate(LOWERED) for _, marker in draft.paragraph.cuts}
        if not draft.unread or draft.paragraph.level:
            continue
        bracketed = draft.label.startswith("[") or BRACKETED.match(draft.text)
        starred = _starred(draft) and (raised or draft.text[0] in "†‡§") and stars <= 6
        if (
            bracketed
            or starred
            or _pointed_to(draft, markers)
            or (_has_number(draft) and draft.words <= 80 and citation_shapes(draft.text) >= 2)
        ) or (draft.words >= 4 and is_reference(draft.text, draft.words) and not _tells(draft)):
            draft.kind = BlockKind.note
    _mark_lists(page.drafts)


def _pointed_to(draft: Draft, markers: set[str]) -> bool:
    """Whether a draft opens with a bare number that a marker before it points to, and is no numbered heading."""
    number = NUMBERED.match(draft.text)
    if number is None or draft.label or (number[1] or number[2]) not in markers:
        return False
    return draft.finished or draft.words >= 6 or citation_shapes(draft.text) > 0


def _starred(draft: Draft) -> bool:
    """Whether a draft opens with a star or dagger that is no bullet of a list."""
    return draft.label == "*" or STARRED.match(draft.text) is not None


def _has_number(draft: Draft) -> bool:
    """Whether a draft opens with a number, as notes do."""
    return draft.label[:1].isdigit() or draft.label[:2].strip("(").isdigit() or NUMBERED.match(draft.text) is not None


def _tells(draft: Draft) -> bool:
    """Whether a draft with shapes of a reference tells something all the same: some length, more sentences than one."""
    return draft.words >= 30 and len(re.findall(r"[a-z]{3,}[.!?][”\"’)]* [A-Z]", draft.text)) >= 2


def _mark_lists(drafts: list[Draft]) -> None:
    """Mark numbered lists whole where at least two in five of their entries are notes."""
    at = 0
    while at < len(drafts):
        end = at
        while end < len(drafts) and _listed(drafts[end]):
            end += 1
        entries = [draft for draft in drafts[at:end] if draft.words >= 3]
        for style in {bool(draft.label) for draft in entries}:
            alike = [draft for draft in entries if bool(draft.label) is style]
            noted = [draft for draft in alike if draft.kind is BlockKind.note]
            hinted = [draft for draft in alike if citation_shapes(draft.text) > 0]
            if len(alike) >= 3 and len(noted) >= 2 and len(hinted) >= 0.4 * len(alike):
                for draft in alike:
                    draft.kind = BlockKind.note
        at = max(end, at + 1)


def _listed(draft: Draft) -> bool:
    """Whether a draft may be an entry of a list of notes."""
    return (
        (draft.kind is BlockKind.note or (draft.unread and _has_number(draft)))
        and not draft.paragraph.level
        and draft.words <= 120
    )
