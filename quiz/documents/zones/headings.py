"""Headings: those the format marks, and in plain text the short lines over a paragraph."""

from __future__ import annotations

import re
from itertools import pairwise

from quiz.documents.model import BlockKind
from quiz.documents.zones.draft import Draft, Page

CHAPTER = re.compile(
    r"(?:chapter|part|section|book|appendix|act|lecture|unit|lesson|module)\s+(?:\d+|[ivxlc]+|[a-z]|the \w+|"
    r"one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b|"
    r"(?:\d{1,2}|[IVXLC]+)(?:\.\d{1,2})*\.?\s+[A-Z]|"
    r"(?:introduction|conclusions?|summary|abstract|preface|foreword|background|discussion|results|methods|"
    r"epilogue|prologue|overview)$",
    re.IGNORECASE,
)
NUMBERED = re.compile(r"(?:chapter|part|book|section) (?:\d+|[ivxlc]+)\.", re.IGNORECASE)
YEARS = re.compile(r"1[0-9]\d\d(?:\s?[-–/]\s?(?:1\d)?\d\d)?|20\d\d(?:\s?[-–/]\s?(?:20)?\d\d)?")
LEAD = 5
"""Words of the shortest line that leads to a list below it."""

YEAR_KINDS = frozenset({None, BlockKind.front, BlockKind.table})
ABOVE = re.compile(r",$|^(?:figure|fig\.|chart|map|plate|table|exhibit) ?\d{1,3}[.:]?$", re.IGNORECASE)
"""What stands above no heading: the end of a letter, the number of a picture, whose title it is."""

SPOKEN = re.compile(r",[\"”’]|[\"“][^\"”]*[.!?][\"”]$")
SENTENCE_END = re.compile(r"[.,;:…][\"'”’)]*$|[,;:]\s?[-–—]+$|[.!?][”\"]?\s?[♦■□◆◼▪●∎❖]$")


def mark_headings(page: Page) -> None:
    """Mark headings; where the format marks its own, no others are guessed."""
    drafts = page.drafts
    _mark_years(drafts)
    for index, draft in page.numbered():
        marked = draft.kind in {None, BlockKind.item} or _heads_box(drafts, index)
        if (draft.paragraph.level and marked) or (
            not page.structured
            and draft.kind is None
            and _looks_like_heading(draft)
            and _leads(drafts, index)
            and not (index and ABOVE.search(drafts[index - 1].text[-40:]))
        ):
            draft.kind = BlockKind.heading


def _heads_box(drafts: list[Draft], index: int) -> bool:
    """Whether a line in a block quotation heads more of it: such a one is a box."""
    draft, below = drafts[index], drafts[index + 1 : index + 2]
    quoted = draft.kind is BlockKind.quotation and bool(below) and below[0].kind is BlockKind.quotation
    return quoted and not draft.finished and not below[0].text.startswith(("—", "–", "-"))


def _mark_years(drafts: list[Draft]) -> None:
    """Mark the years that stand alone over the paragraphs of a chronicle; one alone is the date of the whole."""
    years = [
        draft
        for draft, below in pairwise(drafts)
        if YEARS.fullmatch(draft.text) and draft.kind in YEAR_KINDS and not draft.label and below.kind is None
    ]
    for draft in years if len(years) >= 2 else ():
        draft.kind = BlockKind.heading


def _looks_like_heading(draft: Draft) -> bool:
    """Whether a draft is short, on one or two lines, opens with a capital or number, does not end like a sentence."""
    text = draft.text
    if draft.words > 14 or len(text) > 100 or len(draft.paragraph.lines) > 2:
        return False
    if SENTENCE_END.search(text) and not (text.endswith(".") and (text.isupper() or NUMBERED.fullmatch(text))):
        return False
    if SPOKEN.search(text) is not None:
        return False
    if draft.label and not re.match(r"\(?(?:\d{1,2}|[a-z])", draft.label):
        return False
    return (text[0].isupper() or text[0].isdigit() or text[0] in "“\"'‘¿") and any(map(str.isalpha, text))


def _leads(drafts: list[Draft], index: int) -> bool:
    """Whether a short line leads into prose: right below it, or below one more heading."""
    draft = drafts[index]
    for below in drafts[index + 1 : index + 3]:
        if below.kind in {BlockKind.furniture, BlockKind.caption, BlockKind.table}:
            continue
        if not below.label and below.text[0].islower():
            return False
        if below.prose or below.sentence or (below.words >= LEAD and below.text.endswith(":")):
            return not (draft.label and below.label and draft.label[0].isdigit() == below.label[0].isdigit())
        if below.kind is not None or not _looks_like_heading(below) or not (draft.label or CHAPTER.match(draft.text)):
            return bool(below.label) and not draft.label and below.kind in {None, BlockKind.item}
    return False
