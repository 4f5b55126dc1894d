"""Sections that are not the text, known by their headings: notes, comments, related articles, exercises."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

from quiz.documents.model import BlockKind
from quiz.documents.zones.draft import Draft, Page
from quiz.documents.zones.headings import CHAPTER
from quiz.documents.zones.sections import new_section, tells_all_the_same


class Until(Enum):
    """Where a region ends."""

    prose = "at the next paragraph of two sentences or thirty words, or heading"
    heading = "at the next heading of its level with prose under it"
    end = "with the document, or another region"


@dataclass(frozen=True, slots=True)
class Region:
    """A heading, the kind of what is under it, and where that ends."""

    kind: BlockKind
    until: Until
    heading: re.Pattern[str]


def _region(kind: BlockKind, until: Until, heading: str) -> Region:
    return Region(kind, until, re.compile(rf"(?:{heading})", re.IGNORECASE))


REGIONS = (
    _region(
        BlockKind.note,
        Until.heading,
        "(?:end|foot)?notes?(?: (?:and|&) (?:references|sources|citations|bibliography))?|"
        "references?(?: (?:and|&) (?:notes|links|further reading)| cited)?|"
        "(?:select(?:ed)? |annotated |general )?bibliography|works (?:cited|consulted)|literature(?: cited)?|citations|"
        "(?:primary |secondary |selected )?sources?(?: (?:and|&) (?:notes|references|further reading|credits)|"
        " cited| consulted)?|"
        "(?:further|additional|suggested|recommended|selected) readings?|for further reading|see also|"
        "external links|footnotes? (?:and|&) .{3,20}|"
        "source notes|a note on (?:the )?sources|list of (?:references|abbreviations)|abbreviations",
    ),
    _region(
        BlockKind.comment,
        Until.end,
        r"(?:\d[\d,]*|one|two|three|no) (?:comments?|responses?|replies|thoughts?|reader comments)(?: (?:to|"
        r"on|so far)\b.{0,150})?|"
        r"(?:reader |readers['’] |user |recent )?comments?(?: section)?(?: ?\((?:\d+ of )?\d+\)| ?: ?\d+)?|"
        r"leave a (?:comment|reply)(?: .{0,20})?|(?:join|start) the (?:conversation|discussion)|"
        r"(?:post|add|write) (?:a|your) comments?|responses|what do you think\?|(?:discussion|"
        r"replies) \(\d+\)|(?:view|show|hide) (?:all |\d+ )?comments?(?: \(\d+\))?|"
        r"(?:letters|feedback) from readers|conversation \(\d+\)|(?:sort by )?(?:newest|oldest|best) (?:first|"
        r"comments)",
    ),
    _region(
        BlockKind.author,
        Until.heading,
        "about (?:the|our|this) (?:authors?|contributors?|writers?|reporters?|editors?)|about me|"
        "meet the authors?|(?:the )?authors?|author(?:s|['’]s|s['’])? "
        "(?:information|details|contributions?|affiliations?|bios?|notes?|biograph(?:y|ies))|contributors?|"
        "acknowledge?ments?|funding(?: statement| information)?|"
        "(?:declaration of )?(?:conflicts? of|competing|conflicting) interests?(?: statement)?|"
        "disclosures?(?: statement)?|data availability(?: statement)?|ethics (?:statement|approval)|"
        "credits|supplementary (?:materials?|information)|article information|contact(?: us| information)?|"
        "written by|media contacts?|notes? (?:to|for) editors?",
    ),
    _region(
        BlockKind.furniture,
        Until.heading,
        "(?:student )?(?:learning|chapter|section|unit|lesson) (?:objectives?|outcomes?|goals?|targets?)|"
        "objectives|(?:chapter |section |end-of-chapter )?(?:review|study|practice|discussion|"
        "comprehension|guiding|focus|reading) (?:questions?|problems?|exercises?)|(?:practice )?(?:exercises|"
        "problems)|questions?(?: (?:for|to) .{3,30})?|"
        "(?:check|test) (?:your|yourself|for)(?: .{3,20})?|self[- ](?:check|test|assessment)(?: .{0,20})?|"
        "concept check|quick check|critical thinking(?: questions?)?|quiz|multiple[- ]choice(?: .{0,12})?|"
        "(?-i:KEY (?:TERMS|WORDS|VOCABULARY)) .{0,150}|"
        "short[- ]answer(?: .{0,12})?|essay questions?|think (?:about it|it over)|key (?:terms|words|"
        "vocabulary|people|concepts)(?: .{0,20})?|glossary|vocabulary|activit(?:y|ies)|homework|assignments?|"
        "answers?(?: key)?|before you read|essential questions?|apply it|try it(?: .{0,12})?|index|site map",
    ),
    _region(
        BlockKind.furniture,
        Until.prose,
        "related(?: \\w+){0,3}|more (?:from|on|in|about|like|news|stories|articles|posts|to (?:read|"
        "explore))(?: .{0,50})?|most (?:read|popular|viewed|shared|commented)(?: .{0,20})?|"
        "you (?:may|might)(?: also)? (?:like|enjoy|be interested in)|recommended(?: (?:for you|stories|"
        "articles|posts))?|trending(?: .{0,20})?|"
        "(?:popular|latest|recent|featured|other|top|previous|next)(?: \\w+)? (?:posts?|news|stories|articles|"
        "topics|issues?|videos)|editors?['’]? (?:picks|choice)|read (?:next|more|also|this next)|up next|"
        "(?:our |daily |weekly )?newsletters?|"
        "(?:table of )?contents|in this (?:article|section|chapter|issue|report|story|post)|on this page|"
        "list of (?:figures|tables|illustrations|maps|plates)|tags|topics|categories|archives?|"
        "blogroll|navigation|menu|quick links|useful links|keep reading|what to read next|"
        "(?:explore|discover|see|view|find) more(?: .{0,40})?|opening (?:hours|times)|tickets|plan your visit|visit us|"
        "latest|recent|popular|trending|link to learning|(?:quick|fast) facts|cite|how to cite",
    ),
)
LARGEST = 0.6
"""Share of a page's words that the element round a region holds at most; comments outweigh a short text."""

NUMBERING = re.compile(r"^(?:(?:\d{1,2}|[IVX]{1,5}|[A-Z])(?:\.\d{1,2})*[.)]?\s+)?(.*?)[\s:.…»]*$")

PAGED = re.compile(r"[\s.…·_-]*(?:\d{1,4}|[ivxl]{1,6})?$")


TAKEN = frozenset({None, BlockKind.item, BlockKind.quotation, BlockKind.front, BlockKind.caption, BlockKind.table})
"""Kinds of blocks below a heading that become what it says."""

HEADED = frozenset({None, BlockKind.item, BlockKind.comment, BlockKind.furniture, BlockKind.table})
"""What a line may have been taken for that is the heading of a region."""


def region_of(draft: Draft) -> Region | None:
    """The region a draft is the heading of."""
    if draft.words > 14 or draft.kind not in HEADED:
        return None
    if draft.paragraph.text.endswith(".") and not draft.paragraph.level:
        return None
    names = {draft.text.rstrip(" :.…»"), *NUMBERING.findall(draft.text)}
    return next((region for region in REGIONS if any(map(region.heading.fullmatch, names))), None)


def mark_regions(page: Page) -> None:
    """Mark each region from its heading to its end; before the text begins, those of comments are counts and links."""
    drafts, at = page.drafts, 0
    first, begun = page.first_prose(), page.begun()
    while at < len(drafts):
        region = region_of(drafts[at])
        if region is None or tells_all_the_same(drafts, at):
            at += 1
            continue
        if at < {BlockKind.comment: begun, BlockKind.note: first}.get(region.kind, 0):
            drafts[at].kind, at = BlockKind.furniture, at + 1
            continue
        until = _until(region, drafts[at], before=at < first)
        end = box_end(drafts, at) or _end(page, region, until, at)
        if drafts[at].kind in {None, BlockKind.item, BlockKind.table}:
            drafts[at].kind = (
                BlockKind.heading
                if drafts[at].paragraph.level or region.kind is not BlockKind.furniture
                else region.kind
            )
        for draft in drafts[at + 1 : end]:
            if draft.kind in TAKEN:
                draft.kind = region.kind
        at = end


def box_end(drafts: list[Draft], start: int) -> int:
    """Index of the first draft after the element that a heading opens; 0 if it opens none, or nearly all the page."""
    heading = drafts[start].paragraph.boxes
    below = drafts[start + 1].paragraph.boxes if start + 1 < len(drafts) else ()
    above = drafts[start - 1].paragraph.boxes if start else ()
    box = next((box for box in reversed(heading) if box in below), 0)
    if not box or box in above:
        return 0
    end = start + 1
    while end < len(drafts) and box in drafts[end].paragraph.boxes:
        end += 1
    words = sum(draft.words for draft in drafts[start:end])
    return end if words <= LARGEST * sum(draft.words for draft in drafts) else 0


def _until(region: Region, heading: Draft, *, before: bool) -> Until:
    """Where a region ends: questions and terms `before` the text are followed by it, with no heading between."""
    opens = before and region.kind is BlockKind.furniture and not heading.paragraph.level
    return Until.prose if opens else region.until


def _end(page: Page, region: Region, until: Until, start: int) -> int:
    """Index of the first draft after a region."""
    drafts = page.drafts
    level = drafts[start].paragraph.level or 6
    for at in range(start + 1, len(drafts)):
        draft = drafts[at]
        if region_of(draft) is not None and (
            region.kind is not BlockKind.comment or draft.paragraph.level or _sure(draft)
        ):
            return at
        if until is not Until.end and 0 < draft.paragraph.level <= level and draft.kind is None:
            return at
        if until is Until.prose and _text_again(drafts, at):
            return _before_headings(drafts, start, at)
        if until is Until.prose and _named_above(drafts, start, at):
            return at
        if until is Until.heading and not page.structured and new_section(drafts, at):
            return at
    return len(drafts)


def _named_above(drafts: list[Draft], start: int, at: int) -> bool:
    """Whether a line is the heading that a table of contents right above it names first, with text of any kind below.

    Only the first entry is looked for: the others stand below it, in the text.
    """
    entry = drafts[start + 1] if start + 1 < at else None
    if entry is None or at + 1 >= len(drafts) or region_of(drafts[at + 1]) is not None:
        return False
    return _entry(entry.text) == _entry(drafts[at].text) != ""


def _entry(text: str) -> str:
    """An entry of a table of contents without its number and page."""
    return PAGED.sub("", NUMBERING.sub(r"\1", text[:200])).casefold()


def _sure(draft: Draft) -> bool:
    """Whether a region's heading among comments is no comment itself (`Share`, `Comments`)."""
    return draft.words >= 2 and not draft.label


def _text_again(drafts: list[Draft], at: int) -> bool:
    """Whether the text goes on after a box: two sentences, thirty words, or two paragraphs; a teaser has less."""
    draft = drafts[at]
    if draft.kind is not None or draft.label or not draft.prose or not draft.finished:
        return False
    two = re.search(r"[.!?][”\"']? [A-Z“\"]", draft.text) is not None
    below = drafts[at + 1] if at + 1 < len(drafts) else draft
    more = below is not draft and below.kind is None and below.finished and below.words >= 16
    return draft.words >= 30 or (draft.words >= 16 and two) or (draft.words >= 16 and more)


def _before_headings(drafts: list[Draft], start: int, at: int) -> int:
    """Index of the first of at most two short lines that head the text which goes on at an index."""
    while at > start + 1 and _may_head(drafts[at - 1]):
        at -= 1
        if drafts[at - 1].words > 8 or drafts[at].paragraph.level or not CHAPTER.match(drafts[at - 1].text):
            break
    return at


def _may_head(draft: Draft) -> bool:
    """Whether a line may be a heading, which in old books ends with a full stop."""
    return draft.words <= 8 and draft.kind is None and (not draft.finished or draft.text.isupper())
