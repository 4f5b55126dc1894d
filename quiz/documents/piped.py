"""Reads a document that comes without a name, on standard input: its format is told by how it begins."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from quiz.documents.decoding import LIMIT, PACKED_LIMIT, decode, require_size, signature
from quiz.documents.frontmatter import BLOCK
from quiz.documents.model import Document
from quiz.documents.readers import PACKED, read
from quiz.errors import QuizError

PIPED = Path("-")
"""How standard input is named on the command line, in messages and as the source of a deck."""

MARKUP = re.compile(
    r"\s*(?:<!--[^>]{0,1000}-->\s*){0,9}(?:<\?xml|<!doctype html|"
    r"<(?:html|head|body|main|article|section|header|nav|aside|div|p|h[1-6]|table|ul|ol|dl|blockquote|figure|meta)"
    r"(?=[\s>/]))",
    re.IGNORECASE,
)
MARKDOWN = re.compile(r"^#{1,6} \S|\]\(https?://|^```|^\[\^\w+\]:", re.MULTILINE)
HEAD = 65_536
"""Characters looked at."""


def read_piped(stream: BinaryIO, title: str) -> Document:
    """Read the document on a stream, which has a title of the reader's choice; QuizError as `read` raises."""
    data = stream.read(PACKED_LIMIT + 1)
    if not data.strip():
        raise QuizError.at(str(PIPED), "is empty", "a document needs some text")
    suffix = suffix_of(data)
    require_size(PIPED, len(data), PACKED_LIMIT if suffix in PACKED else LIMIT)
    return replace(read(PIPED, data, suffix), title=title)


def suffix_of(data: bytes) -> str:
    """The suffix that a document's file would have."""
    if b"%PDF-" in data[:1024]:
        return ".pdf"
    if data.startswith(b"PK"):
        return ".epub" if b"META-INF/container.xml" in data else ".docx"
    if signature(data):
        return ".txt"
    text = decode(data[:HEAD], PIPED)
    tests: dict[str, Callable[[str], object]] = {".html": MARKUP.match, ".md": MARKDOWN.search}
    return next((suffix for suffix, test in tests.items() if test(text)), ".md" if BLOCK.match(text) else ".txt")
