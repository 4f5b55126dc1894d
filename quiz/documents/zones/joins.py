"""Paragraphs that are two, and two that are one: datelines set apart, sentences cut by a page's end made whole."""

from __future__ import annotations

import re

from quiz.documents.model import BlockKind
from quiz.documents.paragraph import joined, part
from quiz.documents.zones.draft import PROSE, Draft, Page

AGENCY = r"(?:reuters|ap|afp|upi|dpa|tass|xinhua|bloomberg|ani|pti|ips|irna|[A-Z][\w .]{1,24})"
DAY = r"(?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8})(?:,? \d{4})?"
CAPITALS = r"[A-Z][A-Z.'’-]+(?:[ /-][A-Z][A-Z.'’-]+){0,4}"
TOWN = r"[A-Z][a-z]+(?:[ -][A-Z][a-z]+)?"
LAND = r"(?:, [A-Z][\w.]+(?: [A-Z][\w.]+)?)?"
DATELINE = re.compile(
    # in capitals alone, a word of four letters or fewer may be an acronym that the sentence is about
    rf"(?:(?=[A-Z.'’-]{{5}}|[A-Z.'’-]+(?: [A-Z(]|, )){CAPITALS}{LAND}(?:, {DAY})?(?: ?\({AGENCY}\))?"
    rf"|{TOWN}{LAND} ?\({AGENCY}\)|{TOWN}, {DAY}(?: ?\({AGENCY}\))?)"
    r"\s*(?:[—–]|--?)\s*(?=[A-Z“\"‘])"
)
CUT = re.compile(r"[\w,;–—-]$")
BETWEEN = frozenset({BlockKind.furniture, BlockKind.note, BlockKind.caption, BlockKind.table, BlockKind.pull_quote})
PARAGRAPH_NUMBER = re.compile(r"\d{1,2}(?:\.\d{1,3}){1,3}\.?\s+(?=[A-Z“\"])")
FEWEST_COUNTED = 2
COUNTED = re.compile(r"(\d{1,3})\s+(?=[A-Z“\"])")
LEAST_COUNTED = 4
"""The number of a paragraph without a dot, and the paragraphs counted one after the other that tell it is one."""
OPEN = re.compile(r"\s(?:an|the|of|by|from|with|between|and|or|than)$")
"""A word after which a sentence goes on, be it with a name."""
SECOND = 3
"""Words of the shortest second half of a sentence."""
FEWEST = 5
"""Words of the shortest first half of a sentence that is looked at."""

REACH = 6
"""Paragraphs that may lie between the two halves of a sentence: a page's notes, number and running head."""


def is_cut(text: str) -> bool:
    """Whether a paragraph stops within a sentence."""
    return CUT.search(text) is not None


def strip_answers(page: Page) -> None:
    """Take the `A:` from the answers of a page that sets `Q:` before its questions."""
    for mark in ":.":
        if any(draft.text.startswith(f"Q{mark} ") for draft in page.drafts):
            for at, draft in page.numbered():
                if draft.text.startswith(f"A{mark} ") and draft.words > 1:
                    page.drafts[at] = Draft.of(part(draft.paragraph, len("A: "), len(draft.text)))


def _runs(draft: Draft) -> bool:
    """Whether a draft is prose, or the first half of a sentence that a page cuts at a comma."""
    return draft.prose or (draft.words >= PROSE and not draft.paragraph.level and draft.text.endswith(","))


def strip_numbers(page: Page) -> None:
    """Take the number from the paragraphs of a report that counts them: `2.14 The Board ...`."""
    dotted = [
        (at, number.end())
        for at, draft in page.numbered()
        if _runs(draft) and (number := PARAGRAPH_NUMBER.match(draft.text))
    ]
    for at, end in (*(dotted if len(dotted) >= FEWEST_COUNTED else ()), *_counted(page)):
        paragraph = page.drafts[at].paragraph
        page.drafts[at] = Draft.of(part(paragraph, end, len(paragraph.text)))


def _counted(page: Page) -> list[tuple[int, int]]:
    """The paragraphs that are counted through a document, 1, 2, 3 ..., each with where its number ends."""
    found: list[tuple[int, int]] = []
    last = 0
    for at, draft in page.numbered():
        number = COUNTED.match(draft.text) if not draft.label and not draft.paragraph.level else None
        if number and int(number[1]) == last + 1 and (_runs(draft) or draft.finished or draft.text.endswith(":")):
            found.append((at, number.end()))
            last += 1
    return found if len(found) >= LEAST_COUNTED else []


def split_datelines(page: Page) -> None:
    """Set `LONDON, 3 May (Reuters) —` apart from the paragraph it opens."""
    drafts: list[Draft] = []
    for draft in page.drafts:
        dateline = DATELINE.match(draft.text) if draft.kind is None and draft.words >= 8 else None
        if dateline is None:
            drafts.append(draft)
            continue
        place = Draft.of(part(draft.paragraph, 0, dateline.end()))
        place.kind = BlockKind.front
        drafts += [place, Draft.of(part(draft.paragraph, dateline.end(), len(draft.text)))]
    page.drafts = drafts


def rejoin(page: Page) -> None:
    """Join a paragraph that stops within a sentence to the one that goes on with it, past what a page put between."""
    drafts: list[Draft] = []
    for draft in page.drafts:
        above = _torn_from(drafts) if draft.kind is BlockKind.body and draft.words >= SECOND else None
        if above is None or not (draft.text[0].islower() or OPEN.search(above.text)):
            drafts.append(draft)
            continue
        whole = Draft.of(joined(above.paragraph, draft.paragraph))
        above.paragraph, above.words, above.finished = whole.paragraph, whole.words, whole.finished
    page.drafts = drafts


def _torn_from(drafts: list[Draft]) -> Draft | None:
    """The last paragraph of the text, if it stops within a sentence."""
    for draft in reversed(drafts[-REACH:]):
        if draft.kind in BETWEEN:
            continue
        torn = draft.kind in {BlockKind.body, BlockKind.item} and draft.words >= FEWEST and is_cut(draft.text)
        return draft if torn else None
    return None
