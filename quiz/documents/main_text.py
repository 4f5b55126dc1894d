"""Which element of a web page holds its main text, by trafilatura: the one module that knows that library.

It finds the text; what each paragraph in that element is, and what round it is text all the same, is our own to say:
our reading alone keeps 0.98 of the text of thirteen pages, the library's alone 0.94 with more clutter.
"""

from __future__ import annotations

import logging
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from quiz.documents.model import BlockKind
from quiz.documents.paragraph import Paragraph

LARGEST = 2 * 1024 * 1024
"""Characters of the largest page that is looked at: the library takes some fifty times that in memory."""

KEPT = 0.6
"""Share of a paragraph's runs of words that the library's text has, where it has the paragraph."""

MOST = 0.8
"""Share of the library's text that the element holds at least: some of it is always from elsewhere."""

ENOUGH = 0.4
"""Share of the page's unmarked words that the element must hold; with fewer the library has missed the text."""

SHORT = 14
"""Words of a byline or date, which may stand anywhere before the text."""

RUN = 3
"""Words in a row that are compared."""


def within_main_text(source: str, paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """Paragraphs of a page, those outside the element that holds its main text marked as furniture."""
    box = _box(source, paragraphs) if len(source) <= LARGEST else 0
    if not box:
        return list(paragraphs)
    plain = [paragraph for paragraph in paragraphs if paragraph.kind is None]
    held = sum(len(paragraph.text) for paragraph in plain if box in paragraph.boxes)
    if held < ENOUGH * sum(len(paragraph.text) for paragraph in plain):
        return list(paragraphs)
    # what stands right under the title is the text's own opening, wherever a page's design puts it
    beside = {paragraph.boxes[-2:-1] for paragraph in paragraphs if paragraph.level == 1}
    first = next(at for at, paragraph in enumerate(paragraphs) if box in paragraph.boxes)
    return [
        paragraph
        if paragraph.kind
        or paragraph.level == 1
        or box in paragraph.boxes
        or paragraph.boxes[-2:-1] in beside
        or (at < first and paragraph.text.count(" ") < SHORT)
        else replace(paragraph, kind=BlockKind.furniture)
        for at, paragraph in enumerate(paragraphs)
    ]


def _box(source: str, paragraphs: Sequence[Paragraph]) -> int:
    """Number of the innermost element that holds nearly all that the library takes for the text; 0 if there is none."""
    found = set(_runs(_extracted(source)))
    counts = Counter[int]()
    total = 0
    for paragraph in paragraphs:
        runs = _runs(paragraph.text)
        if runs and sum(run in found for run in runs) >= KEPT * len(runs):
            total += len(paragraph.text)
            for box in paragraph.boxes:
                counts[box] += len(paragraph.text)
    # elements are numbered as they open, so that of two within one another the inner has the higher number
    return max((box for box, held in counts.items() if held >= MOST * total), default=0)


def _extracted(source: str) -> str:
    """The text of a page as the library finds it, "" if it finds none."""
    import trafilatura

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    try:
        return trafilatura.extract(source, fast=True, include_comments=False) or ""
    except (ValueError, RecursionError, AttributeError, TypeError):  # what it raises on pages that are none
        return ""


def _runs(text: str) -> list[tuple[str, ...]]:
    """Runs of words in a row."""
    words = re.findall(r"\w+", text.lower())
    return list(zip(*(words[at:] for at in range(RUN)), strict=False))
