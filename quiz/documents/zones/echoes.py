"""Pull quotes and captions: short paragraphs that say what the text round them says."""

from __future__ import annotations

import re
from statistics import median

from quiz.documents.model import BlockKind
from quiz.documents.zones.draft import Draft, Page

RUN = 4
"""Words in a row that count as repeated; three are too common, five miss a changed word."""

REPEATED, ALIKE = 0.6, 0.3
"""Shares of a paragraph's runs that stand in the text as well, of a pull quote and of a caption."""

FREE = frozenset({None, BlockKind.heading})
"""Kinds of the paragraphs that may turn out to repeat others."""

LONGEST = 70
"""Words of the longest pull quote or caption."""

SHORT = 0.6
"""Length of a caption against the median paragraph of the text."""


def mark_echoes(page: Page) -> None:
    """Mark pull quotes, which bring nothing of their own, and captions, which are like the text."""
    body = [draft for draft in page.drafts if _may_repeat(draft)]
    if len(body) < 3:
        return
    usual = median(draft.words for draft in body if draft.prose or draft is body[0])
    candidates = [draft for draft in body if draft.kind in FREE and draft.words <= LONGEST and not draft.label]
    shares = _shares(candidates, body)
    for draft in candidates:
        share, fresh = shares[id(draft)]
        if share >= REPEATED and not fresh:
            draft.kind = BlockKind.pull_quote
        elif share >= ALIKE and draft.kind is None and draft.words <= SHORT * usual:
            draft.kind = BlockKind.caption


def _may_repeat(draft: Draft) -> bool:
    """Whether a draft is text, or a line guessed to be a heading that is long enough to be words of the text."""
    if draft.kind is BlockKind.heading:
        return not draft.paragraph.level and draft.words >= 2 * RUN
    return draft.unread and (draft.prose or draft.words >= RUN)


def _words(text: str) -> list[str]:
    """Words and numbers of a text in lower case."""
    return re.findall(r"[^\W_]+", text.lower())


def _runs(words: list[str]) -> list[tuple[str, ...]]:
    """Runs of words in a row."""
    return list(zip(*(words[at:] for at in range(RUN)), strict=False))


def _shares(candidates: list[Draft], body: list[Draft]) -> dict[int, tuple[float, bool]]:
    """Of each candidate (by identity) the share of its runs that longer paragraphs have, and if it has own numbers."""
    sought = {id(draft) for draft in candidates}
    wanted = {run for draft in candidates for run in _runs(_words(draft.text))}
    seen: dict[tuple[str, ...], int] = {}
    numbers: set[str] = set()
    for draft in body:
        words = _words(draft.text)
        for run in _runs(words):
            if run in wanted:
                seen[run] = max(seen.get(run, 0), draft.words)
        if id(draft) not in sought:
            numbers |= {word for word in words if word[0].isdigit()}
    found = {}
    for draft in candidates:
        words = _words(draft.text)
        runs = _runs(words)
        repeated = sum(seen[run] > draft.words for run in runs)
        fresh = any(word[0].isdigit() and word not in numbers for word in words)
        found[id(draft)] = (repeated / max(1, len(runs)), fresh)
    return found
