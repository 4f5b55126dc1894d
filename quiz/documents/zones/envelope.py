"""What libraries put round a text: Project Gutenberg's header and licence, headers of `Name: value` lines."""

from __future__ import annotations

import re

from quiz.documents.model import BlockKind
from quiz.documents.zones.draft import Page

START = re.compile(r"\*{3}\s*START OF (?:THE|THIS) PROJECT GUTENBERG|\*END\*?THE SMALL PRINT", re.IGNORECASE)
END = re.compile(r"\*{3}\s*END OF (?:THE|THIS) PROJECT GUTENBERG|^End of (?:the )?Project Gutenberg", re.IGNORECASE)
SETTING = re.compile(
    r"(title|author|publication|source|publisher|date|(?:release|posting) date|published|language|editor|translator)"
    r"\s*:\s+(\S.{0,200})",
    re.IGNORECASE,
)
KEPT = {
    "title": "title",
    "author": "author",
    "publication": "publication",
    "source": "publication",
    "publisher": "publication",
}


def mark_envelope(page: Page) -> None:
    """Mark what stands before the start and after the end of an e-text, and header lines at the top."""
    drafts = page.drafts
    start = next((index for index, draft in page.numbered() if START.search(draft.text)), -1)
    end = next(
        (index for index, draft in page.numbered() if index > start and END.search(draft.text[:120])), len(drafts)
    )
    for draft in drafts[: start + 1]:
        draft.kind = BlockKind.front
    for draft in drafts[end:]:
        draft.kind = BlockKind.furniture
    for draft in drafts[: max(start + 1, 12)]:
        if draft.words <= 20 and not draft.paragraph.level and (setting := SETTING.fullmatch(draft.text)):
            draft.kind = BlockKind.front
            _keep(page, setting[1].lower(), setting[2])


def _keep(page: Page, name: str, value: str) -> None:
    """Keep a header line among what is known of the document."""
    if name == "title":
        page.title = page.title or value
    elif name in KEPT:
        page.meta.setdefault(KEPT[name], value)
    elif not name.startswith(("release", "posting")) and (year := re.search(r"\b1[5-9]\d\d\b|\b20\d\d\b", value)):
        page.meta.setdefault("year", year[0])
