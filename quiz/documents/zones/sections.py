"""Sections of the text where a heading alone would not tell: new ones below a region, and those named like one."""

from __future__ import annotations

import re

from quiz.documents.zones.citations import citation_shapes, is_reference
from quiz.documents.zones.draft import Draft

DOUBTFUL = re.compile(
    r"(?:sources?|literature|contributors|activit(?:y|ies)|objectives|assignments?|answers?|questions?|exercises|"
    r"index|vocabulary|archives?|topics|categories)[\s:.…»]*",
    re.IGNORECASE,
)
"""Headings of notes and exercises that are headings of a text now and then."""

ANSWERED = re.compile(r"(?:responses|comments?|replies)[\s:.…»]*", re.IGNORECASE)
"""Headings of readers' comments that are headings of a text now and then."""

TOLD = 25
"""Words of a paragraph that tells something under such a heading."""

ADDRESSED = re.compile(r"\b(?:you|your|yourself|students?|pupils?|class)\b", re.IGNORECASE)


def tells_all_the_same(drafts: list[Draft], at: int) -> bool:
    """Whether a section named like notes, exercises or comments is one of the text all the same.

    Of notes and exercises the first paragraph tells: it is prose that cites nothing and addresses no reader. Comments
    are the last of a page, so that no section of their own rank follows.
    """
    heading, below = drafts[at], drafts[at + 1 : at + 2]
    if not below or heading.label or below[0].label or not below[0].unread or not below[0].prose:
        return False
    text = below[0].text
    if DOUBTFUL.fullmatch(heading.text):
        return below[0].words >= TOLD and citation_shapes(text) == 0 and ADDRESSED.search(text) is None
    level = heading.paragraph.level
    if not level or below[0].words < TOLD or not ANSWERED.fullmatch(heading.text):
        return False
    return any(
        drafts[head].paragraph.level == level and drafts[head + 1].prose and drafts[head + 1].unread
        for head in range(at + 1, len(drafts) - 1)
    )


def new_section(drafts: list[Draft], at: int) -> bool:
    """Whether a short line opens a section: what is under it is prose of some length and no reference."""
    draft, below = drafts[at], drafts[at + 1 : at + 2]
    if (
        draft.label
        or draft.kind is not None
        or draft.words > 12
        or draft.text.endswith((".", ",", ";", ":", "?"))
        or not below
    ):
        return False
    under = below[0]
    return (
        under.kind is None
        and not under.label
        and under.words >= 40
        and under.finished
        and not is_reference(under.text, under.words)
    )
