"""Readers' comments without a heading, known by what stands round them: names, times, `Reply`."""

from __future__ import annotations

import re

from quiz.documents.model import BlockKind
from quiz.documents.zones.dates import AGO, CLOCK, DATE
from quiz.documents.zones.draft import Draft, Page

SIGNAL = re.compile(
    rf"(?:.{{1,40}}?[,|·•–-]?\s)?(?:on )?(?:{DATE}{CLOCK}|{AGO})\W*(?:(?:reply|permalink|edit|said|edited)\W*)*$"
    r"|(?:reply|like|report(?: abuse)?|permalink|flag|upvote|quote|log in to reply|reply to .{1,30}|"
    r"\d+ likes?|\d+ repl(?:y|ies)|like reply|reply share|recommend)\W*(?:\d+)?\W*$"
    r"|(?:\w[\w.'-]*\s){1,4}(?:says|said|wrote|writes|commented|replied)(?: on .{1,40})?\s*:?$",
    re.IGNORECASE,
)
CLOSED = re.compile(
    r"comments? (?:on this .{2,10} )?(?:are|is|have been) (?:now )?(?:closed|disabled|off)|"
    r"this thread is closed|commenting (?:is|has)|"
    r"(?:you must be )?log(?:ged)? in to (?:post|leave|comment)|the comment period|comments closed|"
    r"leave a (?:reply|comment)|post a comment|cancel reply|"
    r"your email address will not be published|notify me of",
    re.IGNORECASE,
)
NAME = re.compile(r"(?:[\w.'@-]+\s?){1,4}$")


def mark_comments(page: Page) -> None:
    """Mark comments from the first that shows itself, after the text has begun, to the end."""
    drafts = page.drafts
    begun = page.begun()
    closed = [
        index for index, draft in page.numbered() if index > begun and draft.words <= 20 and CLOSED.match(draft.text)
    ]
    for index in closed:
        drafts[index].kind = BlockKind.furniture
        _mark_list_above(drafts, index)
    signals = [index for index, draft in page.numbered() if index > begun and _signals(drafts, index, draft)]
    if len(signals) < 2:
        return
    start = signals[0] - (signals[0] > 0 and _names(drafts[signals[0] - 1]) and not _numbered_name(drafts, signals[0]))
    for draft in drafts[start:]:
        if (
            draft.kind not in {BlockKind.furniture, BlockKind.note, BlockKind.author, BlockKind.heading}
            and not draft.paragraph.level
        ):
            draft.kind = BlockKind.comment


def _signals(drafts: list[Draft], index: int, draft: Draft) -> bool:
    """Whether a draft is a line that stands only over or under comments."""
    if draft.kind not in {None, BlockKind.front, BlockKind.item, BlockKind.furniture} or draft.paragraph.level:
        return False
    return (draft.words <= 14 and SIGNAL.match(draft.text) is not None) or _numbered_name(drafts, index)


def _numbered_name(drafts: list[Draft], index: int) -> bool:
    """Whether a draft is a numbered name with an indented comment under it."""
    draft, below = drafts[index], drafts[index + 1 : index + 2]
    return bool(
        draft.label[:1].isdigit()
        and _names(draft)
        and below
        and below[0].paragraph.indent > 0
        and not below[0].label
        and below[0].prose
    )


def _names(draft: Draft) -> bool:
    """Whether a draft may be the name a comment is signed with."""
    return draft.words <= 4 and not draft.finished and NAME.match(draft.text) is not None


def _mark_list_above(drafts: list[Draft], index: int) -> None:
    """Mark the indented or numbered list right above the line that closes the comments."""
    at = index - 1
    while at >= 0 and (drafts[at].label[:1].isdigit() or drafts[at].paragraph.indent > 0):
        at -= 1
    listed = drafts[at + 1 : index]
    if listed and listed[0].label[:1].isdigit():
        for draft in listed:
            draft.kind = BlockKind.comment
