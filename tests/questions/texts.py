"""Texts as documents, without a file."""

from __future__ import annotations

import re

from quiz.documents import Block, BlockKind, Document, Span


def plain(text: str) -> str:
    """A text on one line."""
    return re.sub(r"\s+", " ", text).strip()


def as_document(text: str) -> Document:
    """A document of one body block for each paragraph."""
    blocks = [Block(BlockKind.body, Span(*m.span())) for m in re.finditer(r"\S(?:(?!\n\n).)*", text, re.DOTALL)]
    lines = tuple((m.start(), n) for n, m in enumerate(re.finditer(r"^", text, re.MULTILINE), start=1))
    return Document("x.txt", "A text", text, tuple(blocks), lines)
