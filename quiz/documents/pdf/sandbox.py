"""Runs the program that takes a PDF apart, with bounds on its time and memory, and tells what went wrong."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from quiz.documents.pdf.page import Page, Run
from quiz.errors import QuizError

SECONDS = 120
"""Processor time given to a PDF: some ten times what a book of a million letters takes."""

PATIENCE = 5
"""Times as long may pass on the clock, for other programs want the processor too."""

MEGABYTES = 2048
"""Memory given to it, addresses included that are never used."""

PROGRAM = Path(__file__).with_name("extract.py")
REASONS = {
    10: ("is encrypted: its text needs a password", "save a copy without the password"),
    11: ("is damaged, or no PDF", "open it in a PDF reader and save it again"),
    12: (
        "has too much text: at most 8 million characters are read, 200,000 of a page, 20,000 pages",
        "split it into parts",
    ),
    13: ("is scanned: it holds pictures of pages and no text", "run text recognition (OCR) over it first"),
}
"""What the program's exit statuses say, and what helps."""


def extracted(data: bytes, path: Path) -> tuple[dict[str, str], list[Page]]:
    """What a PDF says of itself (title, author ...) and its pages; QuizError where it cannot be read within bounds."""
    command = [sys.executable, "-P", str(PROGRAM), str(SECONDS), str(MEGABYTES)]
    try:
        ended = subprocess.run(command, input=data, capture_output=True, timeout=PATIENCE * SECONDS, check=False)  # noqa: S603 -- our own program, the document on its stdin
    except subprocess.TimeoutExpired:
        raise _refused(path, "takes too long to read") from None
    if ended.returncode in REASONS:
        raise QuizError.at(str(path), *REASONS[ended.returncode])
    if ended.returncode or not ended.stdout:
        raise _refused(path, _failure(ended.returncode, ended.stderr))
    meta, *pages = map(json.loads, ended.stdout.splitlines())
    return meta, list(_pages(pages))


def _failure(status: int, errors: bytes) -> str:
    """Say what ended the program: a module that is missing, memory, time, or a crash."""
    if b"ModuleNotFoundError" in errors:
        return "cannot be read: the package pypdfium2 is missing"
    return "takes too much memory or time to read" if b"MemoryError" in errors or status < 0 else "is damaged"


def _refused(path: Path, message: str) -> QuizError:
    return QuizError.at(str(path), message, "print it to a new PDF, or save its text as .txt")


def _pages(described: list[list[Any]]) -> Iterator[Page]:
    """Pages as the program printed them."""
    for number, (width, height, runs) in enumerate(described, 1):
        yield Page(number, width, height, tuple(map(_run, runs)))


def _run(described: list[Any]) -> Run:
    """A run as the program printed it."""
    left, right, base, size, bold, text, raised = described
    return Run(left, right, base, size, bold, text, tuple((start, end) for start, end in raised))
