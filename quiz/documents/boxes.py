"""Boxes beside the text (`aside`, a sidebar) that belong to it: within its run of paragraphs, and telling something."""

from __future__ import annotations

from dataclasses import dataclass, field

from quiz.documents.flow import Found

TOLD = 8
"""Words of the shortest sentence that tells something."""

LINKED = 0.3
"""Share of a box's letters that are links, from which it leads elsewhere."""


@dataclass(slots=True)
class _Box:
    """A box: the paragraphs it holds, where the first and the last of them stand, and the elements round it."""

    first: int
    around: tuple[int, ...]
    last: int = 0
    held: list[Found] = field(default_factory=list)


def text_boxes(found: list[Found]) -> frozenset[int]:
    """Numbers of the elements beside the text that belong to it.

    Such a box has a paragraph of the text above it within the same element, and more text below it there; most of its
    words are no links, and it holds a sentence.
    """
    boxes: dict[int, _Box] = {}
    begun: dict[tuple[int, ...], int] = {}
    ended: dict[int, int] = {}
    for at, item in enumerate(found):
        regions = [region for _, region, is_beside in item.claims if is_beside]
        for region in regions:
            inside = item.paragraph.boxes
            around = inside[: inside.index(region)] if region in inside else inside
            box = boxes.setdefault(region, _Box(at, around))
            box.last = at
            box.held.append(item)
        if not item.claims and _tells(item):
            begun.setdefault(item.paragraph.boxes[-2:-1], at)
            # elements are looked up by number, 0 standing for the whole document
            ended |= dict.fromkeys((0, *item.paragraph.boxes), at)
    return frozenset(
        region
        for region, box in boxes.items()
        if begun.get(box.around[-1:], box.first) < box.first
        and ended.get((0, *box.around)[-1], 0) > box.last
        and _is_told(box.held)
    )


def _tells(item: Found) -> bool:
    """Whether a paragraph is a sentence, and not mostly a link."""
    paragraph = item.paragraph
    finished = paragraph.text.rstrip("\"'”’)").endswith((".", "!", "?"))
    return finished and paragraph.text.count(" ") + 1 >= TOLD and paragraph.linked < LINKED


def _is_told(held: list[Found]) -> bool:
    """Whether the paragraphs of a box tell something, and lead nowhere."""
    letters = sum(len(item.paragraph.text) for item in held)
    linked = sum(len(item.paragraph.text) * item.paragraph.linked for item in held)
    return linked < LINKED * letters and any(map(_tells, held))
