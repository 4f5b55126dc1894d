"""The main content of a page: which of its paragraphs are the text, by the elements that hold them."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import Literal

from quiz.documents.boxes import text_boxes
from quiz.documents.flow import Found
from quiz.documents.model import BlockKind
from quiz.documents.paragraph import Paragraph

INHERITED = frozenset(
    {
        BlockKind.furniture,
        BlockKind.comment,
        BlockKind.note,
        BlockKind.author,
        BlockKind.front,
        BlockKind.pull_quote,
        BlockKind.code,
    }
)
"""Kinds that hold for everything inside an element, whatever is nested there."""

SHARES = {
    BlockKind.furniture: 0.5,
    BlockKind.front: 0.2,
    BlockKind.author: 0.5,
    BlockKind.note: 0.7,
    BlockKind.table: 0.5,
    BlockKind.pull_quote: 0.3,
    BlockKind.caption: 0.5,
    BlockKind.comment: 0.95,
    BlockKind.item: 2.0,
    BlockKind.quotation: 0.7,
    BlockKind.code: 0.9,
}
"""Share of a page's words above which a region is the text itself, whatever its element or class says (`form` round a
page, layout tables, a theme's odd class names); comments do outweigh a text now and then, list items are no region."""


SENTENCE = 10
"""Blanks between the words of the shortest sentence that is prose in a cell as well."""

CELL = 250
"""Characters from which a cell of a table is prose, as where tables lay out a page."""


def main_content(found: list[Found]) -> list[Paragraph]:
    """Paragraphs of a page in order, those outside its main content marked as furniture."""
    found = weighed(found)
    main = _chosen(found, "main", 0.3)
    inside = [item for item in found if not main or item.main == main]
    article = _chosen(inside, "article", 0.5)
    return [_placed(item, main, article) for item in found]


def _words(item: Found) -> int:
    """Number of words of a paragraph that are not links, nearly."""
    return round((item.paragraph.text.count(" ") + 1) * (1 - item.paragraph.linked))


def weighed(found: list[Found]) -> list[Found]:
    """Give each paragraph its kind by the claims of the regions that hold not too much of the page to be it."""
    total = sum(map(_words, found)) or 1
    held = Counter[int]()
    for item in found:
        for region in {region for _, region, _ in item.claims if region}:
            held[region] += _words(item)
    found = [
        replace(item, claims=tuple(claim for claim in item.claims if held[claim[1]] <= SHARES.get(claim[0], 1) * total))
        for item in found
    ]
    boxes = text_boxes(found)
    return [replace(item, paragraph=_of_kind(item, boxes)) for item in found]


def _of_kind(item: Found, boxes: frozenset[int]) -> Paragraph:
    """A paragraph with its kind; the heading of a box beside the text heads nothing but the box."""
    kinds = [kind for kind, region, _ in item.claims if region not in boxes]
    if item.paragraph.level and len(kinds) < len(item.claims):
        return replace(item.paragraph, kind=BlockKind.furniture, level=0)
    return replace(item.paragraph, kind=_kind(item, kinds))


def _kind(item: Found, kinds: list[BlockKind]) -> BlockKind | None:
    """What a paragraph is: the outermost claim that holds for all inside, or the innermost; long cells are prose."""
    text = item.paragraph.text
    if len(text) > CELL or (text.endswith(".") and text.count(" ") >= SENTENCE):
        kinds = [kind for kind in kinds if kind is not BlockKind.table]
    return next((kind for kind in kinds if kind in INHERITED), kinds[-1] if kinds else None)


def _chosen(found: list[Found], holder: Literal["main", "article"], least: float) -> int:
    """Number of the `main` or `article` that holds the largest share of the unmarked words, if that is enough; or 0."""
    counts = Counter[int]()
    for item in found:
        if item.paragraph.kind in {None, BlockKind.quotation, BlockKind.item}:
            counts[item.main if holder == "main" else item.article] += _words(item)
    total = sum(counts.values())
    del counts[0]
    best, words = max(counts.items(), key=lambda pair: pair[1], default=(0, 0))
    return best if words > least * total else 0


def _placed(item: Found, main: int, article: int) -> Paragraph:
    """A paragraph of the page, marked as furniture if it is outside the main content; the page's heading is kept."""
    paragraph = item.paragraph
    outside = (main and item.main != main) or (article and item.article != article)
    if outside and paragraph.kind in {None, BlockKind.item, BlockKind.quotation} and paragraph.level != 1:
        return replace(paragraph, kind=BlockKind.furniture)
    return paragraph
