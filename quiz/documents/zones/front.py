"""What stands before the text: title, masthead, byline, a date, a standing head."""

from __future__ import annotations

import re
from itertools import groupby, pairwise
from operator import itemgetter

from quiz.documents.model import BlockKind
from quiz.documents.zones.dates import DATE, WEEKDAY
from quiz.documents.zones.draft import Draft, Page
from quiz.documents.zones.headings import CHAPTER, YEARS

MASTHEAD = re.compile(
    r"(?:the )?(?:[A-Z&][\w&’'.-]*\s){0,5}(?:Quarterly|Journal|Review|Times|Post|Magazine|Gazette|Herald|News|"
    r"Bulletin|Weekly|Daily|Press|Proceedings|"
    r"Transactions|Letters|Tribune|Observer|Chronicle|Courier|Blog|Science|Nature|Encyclop(?:a|ae|æ)dia|"
    r"University|Institute|Office|"
    r"House|Assembly|Senate|Parliament|Congress|Court|Council|Bank|Bureau|Department|Ministry|Agency|"
    r"Commission|Committee|Branch|Division|Directorate|Administration|Service|Library|Foundation|"
    r"Center|Centre)(?: (?:of|for|on|in) (?:[A-Z]\w+ ?|and |"
    r"the ){1,5})?$|(?:\w+ ){0,3}(?:report|session|edition|series|issue|paper) (?:of|no\.?|\d).{0,40}$|"
    r"(?:\w+ ){0,4}(?:bulletin|release|report|paper|series|circular|brief(?:ing)?|update|newsletter|edition|statistics)"
    r",? (?:ISSN|ISBN|DOI|n(?:o|umber)\b\.?|issue|vol(?:ume)?\b\.?).{0,60}$|"
    r"(?:an? |the )?(?:\w+ )?(?:report|paper|memorandum|study|survey|submission) (?:by|to|from) the (?:\w+ ){0,8}"
    r"\w+$|(?:proudly |now |still )?(?:serving|informing|published|printed|covering|the voice of|your|established|"
    r"estd?\.)(?=\s).{0,80}\b(?:since|in) (?:1[6-9]|20)\d\d\.?$",
    re.IGNORECASE,
)
BYLINE = re.compile(r"^(?:[\w ]{0,20})?\b[Bb](?:y|Y):? +(.+?)(?: on\b.*)?$")
SECTION = re.compile(r"^\d{1,2}\.\d{1,2}\.?\s+(?=\S)")
BULLET = re.compile(r"[-*•·●▪◦‣–o]$")
DATED = re.compile(rf"\S.*[\s|·•,–—-](?:{WEEKDAY},? ){DATE}$", re.IGNORECASE)
"""A paper's page with its day: "BUSINESS Saturday, May 6, 2023"."""
OWN = re.compile(r"\d+\.\d*$|chapter|part|section|figure|table", re.IGNORECASE)
LOWER = re.compile(r"\b[a-z]{3,}\b.*\b[a-z]{3,}\b")
FINDING, HEADING, CAPTION = 4, 8, 6
"""Words of the shortest finding listed before the text, the longest heading of such a list, the shortest caption."""


def mark_front(page: Page) -> None:
    """Mark the title and what else stands before the first prose; keep the author of a byline."""
    drafts, first = page.drafts, page.first_prose()
    # a page without prose has no front: its short lines are all there is
    head = drafts[:first] if first < len(drafts) else drafts[:1]
    head = [draft for draft in head if draft.kind is not BlockKind.body]
    findings, known = _findings(head), {id(draft) for draft in head if draft.kind is BlockKind.front}
    title = _title(page, head)
    for draft in head:
        if draft is title:
            draft.kind = BlockKind.title
        elif id(draft) in findings:
            draft.kind = BlockKind.item
        elif draft.kind is None and draft.sentence and (title is None or draft is head[-1]):
            draft.kind = BlockKind.body
        elif draft.kind in {None, BlockKind.item} or (
            draft.kind is BlockKind.heading and not page.structured and not YEARS.fullmatch(draft.text)
        ):
            last = draft is head[-1] and title is not None and not MASTHEAD.match(draft.text)
            draft.kind = BlockKind.heading if last or CHAPTER.match(draft.text) else BlockKind.front
            if last and page.structured and not draft.paragraph.level and LOWER.search(draft.text):
                draft.kind = BlockKind.caption if draft.words >= CAPTION else BlockKind.front
    _note_author(page, head)
    _mark_heads(head, findings, known)
    if title is not None and not page.title:
        page.title = SECTION.sub("", title.text)


def _note_author(page: Page, head: list[Draft]) -> None:
    """Keep the author whom a byline names."""
    for draft in head:
        if draft.kind is BlockKind.front and (byline := BYLINE.match(draft.text)):
            page.meta.setdefault("author", re.split(r"\s*[|·•,–—]", byline[1], maxsplit=1)[0])


def _mark_heads(head: list[Draft], findings: set[int], known: set[int]) -> None:
    """Mark the heading of findings listed before the text, if it is not known to be a byline or date."""
    for above, draft in pairwise(head):
        free = above.kind is BlockKind.front and id(above) not in findings | known
        if free and id(draft) in findings and above.words <= HEADING:
            above.kind = BlockKind.heading


def _findings(head: list[Draft]) -> set[int]:
    """Items of the lists before the text that tell its findings, by identity: half of a list are sentences or numbers.

    Links and numbered headings are entries of its contents.
    """
    found: set[int] = set()
    listed = [(bool(draft.label) and draft.kind in {None, BlockKind.item}, draft) for draft in head]
    for is_listed, group in groupby(listed, itemgetter(0)):
        items = [draft for _, draft in group if is_listed]
        told = [draft for draft in items if _tells(draft)]
        if 2 * len(told) >= len(items):
            found |= {id(draft) for draft in items if draft.words >= FINDING}
    return found


def _tells(draft: Draft) -> bool:
    """Whether an item is a sentence or holds a number that is not its own."""
    if draft.words < FINDING or draft.paragraph.linked > 0 or not LOWER.search(draft.text):
        return False
    words = draft.text.split()
    number = any(char.isdigit() for word in words[1:] for char in word) and not OWN.match(words[0])
    return draft.finished or (number and BULLET.match(draft.label) is not None)


def _title(page: Page, head: list[Draft]) -> Draft | None:
    """The draft that is the title: the one the format names, or else the likeliest short line before the text."""
    named = page.title.casefold()
    same = [
        draft
        for draft in page.drafts[:40]
        if draft.kind in {None, BlockKind.heading} and draft.text.casefold() == named
    ]
    if same or page.structured:
        tops = [draft for draft in page.drafts if draft.kind is BlockKind.heading and draft.paragraph.level == 1]
        return same[0] if same else tops[0] if tops else None
    lines = [
        draft for draft in head if draft.kind in {None, BlockKind.heading} and draft.words <= 30 and not draft.label
    ]
    lines = [draft for draft in lines if not draft.sentence and not (draft.finished and draft.text[0].islower())]
    lines = [draft for draft in lines if not YEARS.fullmatch(draft.text)]
    lines = [draft for draft in lines if draft.words > 1] or lines
    lines = [draft for draft in lines if draft.words > 2 or not CHAPTER.match(draft.text)]
    titles = [draft for draft in lines if not (MASTHEAD.match(draft.text) or DATED.search(draft.text))] or lines
    ranked = [
        (min(draft.words, 6) - 3 * place - 4 * draft.text.endswith("."), draft)
        for place, draft in enumerate(titles[:6])
    ]
    return max(ranked, key=lambda pair: pair[0])[1] if ranked else None
