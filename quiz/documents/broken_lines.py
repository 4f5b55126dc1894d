"""Paragraphs that a page breaks into lines by hand: those that open with bullets are the items of a list."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from quiz.documents.paragraph import Paragraph, Piece, compose, part

BREAK = "\v"
"""White space that stands for a line break which the page itself makes, unlike the ends of its source's lines."""

BULLET = re.compile(r"(?:[-–—*•·▪◦‣]|\(?\d{1,2}[.)])(?=\s)")
FEWEST = 2
"""Lines with bullets that make a list; one alone may be a dash."""


def paragraphs_of(pieces: Sequence[Piece]) -> list[Paragraph]:
    """The paragraph of some pieces, or, where at least two of its lines open with bullets, its parts and items."""
    lines: list[list[Piece]] = [[]]
    for piece in pieces:
        lines[-1].append(piece)
        if piece.text == BREAK:
            lines.append([])
    bullets = [BULLET.match("".join(piece.text for piece in line[:8]).lstrip()) for line in lines]
    if sum(bullet is not None for bullet in bullets) < FEWEST:
        return [compose(pieces)]
    groups: list[list[Piece]] = []
    for line, bullet, above in zip(lines, bullets, [None, *bullets], strict=False):
        if bullet is None and above is None and groups:
            groups[-1] += line
        else:
            groups.append(list(line))
    return [_item(paragraph) for paragraph in map(compose, groups) if paragraph.text]


def _item(paragraph: Paragraph) -> Paragraph:
    """A paragraph without the bullet it opens with, which is its label."""
    bullet = BULLET.match(paragraph.text)
    if bullet is None:
        return paragraph
    return replace(part(paragraph, bullet.end(), len(paragraph.text)), label=bullet[0])
