"""The program that takes a PDF on stdin apart into JSON on stdout, run as a process of its own (see `sandbox`).

The one module that knows PDFium, whose C++ reads files made by anybody; it knows nothing of the rest of this package.
Prints what the file says of itself (an object), then a line for each page, `[width, height, [run, ...]]`, lengths in
points. A run is text on one baseline without a wide gap: `[left, right, baseline, size, bold, text, raised]`, measured
from the lower left corner of the page as it is read; `raised` are the spans of its characters that are smaller than the
rest and stand above its baseline.
"""

from __future__ import annotations

import ctypes
import json
import math
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import NamedTuple

import pypdfium2 as pdfium
from pypdfium2 import raw

ENCRYPTED, BROKEN, TOO_LONG, SCANNED = 10, 11, 12, 13
"""Exit statuses: a password is needed; it is no PDF that can be read; it has too much text; pictures and no text."""

MOST_CHARACTERS = 8 * 1024 * 1024
MOST_PAGES = 20_000
MOST_ON_PAGE = 200_000
"""Characters of the fullest page: ten times those of a newspaper's."""

GAP = 0.9
"""Ems of white space that end a run: two columns may have no more between them; lines are put together later."""

BLANK = 0.17
"""Ems of white space that are a blank: the narrowest ones of tightly set lines have some 0.2, kerned letters 0.1."""

SKIPPED = frozenset({0, 9, 10, 13, 0xFFFF})
"""Codes of the characters that are ends of lines, or none."""

BOLD = re.compile(r"bold|black|heavy|demi", re.IGNORECASE)


class Glyph(NamedTuple):
    """A character, its edges and baseline as it is read, its size in points, whether it is bold and set off."""

    char: str
    left: float
    right: float
    base: float
    size: float
    bold: bool
    apart: bool


@dataclass(slots=True)
class Run:
    """Characters on one baseline; `raised` are half-open spans of those above it."""

    left: float
    right: float
    base: float
    size: float
    bold: bool
    text: str = ""
    raised: list[list[int]] = field(default_factory=list)

    def takes(self, glyph: Glyph) -> bool:
        """Whether a character goes on with this run: right behind it, on its baseline or a little off."""
        em = max(self.size, glyph.size)
        near = -1.2 * em <= glyph.left - self.right <= GAP * em
        shift = glyph.base - self.base
        level = abs(shift) <= 0.1 * em or (glyph.size < 0.9 * self.size and -0.35 * em <= shift <= 0.6 * em)
        return near and level and (glyph.size <= 1.4 * self.size or not self.text.strip())

    def add(self, glyph: Glyph) -> None:
        """Add a character, with a blank before it where the white space is as wide as one."""
        gap = glyph.left - self.right > (0.5 if glyph.apart else 1) * BLANK * self.size
        if gap and self.text and not self.text[-1].isspace() and not glyph.char.isspace():
            self.text += " "
        if glyph.size < 0.9 * self.size and glyph.base - self.base > 0.1 * self.size and not glyph.char.isspace():
            at = len(self.text)
            if not self.raised or self.raised[-1][1] != at:
                self.raised.append([at, at])
            self.raised[-1][1] = at + len(glyph.char)
        self.text += glyph.char
        if not glyph.char.isspace():
            self.right = max(self.right, glyph.right)

    def moved(self, left: float, bottom: float) -> Run:
        """The run as measured from a point."""
        return replace(self, left=self.left - left, right=self.right - left, base=self.base - bottom)

    def described(self) -> list[object]:
        """The run as it is printed."""
        edges = [round(length, 1) for length in (self.left, self.right, self.base, self.size)]
        return [*edges, self.bold, self.text.rstrip(), self.raised]


def main(seconds: int, megabytes: int) -> int:
    """Print the pages of the PDF on stdin within limits of time and memory; the status tells what is wrong with it."""
    limit_resources(seconds, megabytes)
    try:
        document = pdfium.PdfDocument(sys.stdin.buffer.read())
        pages = len(document)
    except pdfium.PdfiumError as error:
        return ENCRYPTED if re.search(r"password|security", str(error), re.IGNORECASE) else BROKEN
    if not 0 < pages <= MOST_PAGES:
        return TOO_LONG if pages else BROKEN
    show({name.lower(): value for name, value in document.get_metadata_dict().items()})
    seen = pictures = 0
    for number in range(pages):
        try:
            width, height, runs, pictured = read_page(document, number)
        except OverflowError:
            return TOO_LONG
        seen += sum(len(run.text) for run in runs)
        pictures += pictured
        if seen > MOST_CHARACTERS:
            return TOO_LONG
        show([width, height, [run.described() for run in runs if run.text.strip()]])
    return SCANNED if seen < 20 * pages and pictures * 2 > pages else 0


def show(value: object) -> None:
    """Print a value on a line."""
    sys.stdout.write(json.dumps(value) + "\n")


def limit_resources(seconds: int, megabytes: int) -> None:
    """Bound the time and memory this process may take, where the system can."""
    try:
        import resource
    except ImportError:  # Windows, where the limit of time that the parent sets must do
        return
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
    resource.setrlimit(resource.RLIMIT_AS, (megabytes << 20, megabytes << 20))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def read_page(document: pdfium.PdfDocument, number: int) -> tuple[float, float, list[Run], bool]:
    """Width, height and runs of a page as it is read, and whether it is all pictures; one too broken is empty.

    OverflowError for one with more text than any page has.
    """
    try:
        page = document[number]
    except pdfium.PdfiumError:
        return 0.0, 0.0, [], False
    left, bottom, right, top = page.get_cropbox()
    turns = Counter[int]()
    found = []
    for turn, glyph in read_glyphs(page):
        turns[turn] += 1
        found.append((turn, glyph))
    most = max(turns, key=lambda turn: turns[turn], default=0)
    width, height = (right - left, top - bottom) if most % 2 == 0 else (top - bottom, right - left)
    origin = {0: (left, bottom), 1: (bottom, -right), 2: (-right, -top), 3: (-top, left)}[most]
    runs = list(runs_of((glyph for turn, glyph in found if turn == most), origin, width, height))
    pictured = not runs and any(True for _ in page.get_objects((raw.FPDF_PAGEOBJ_IMAGE,), max_depth=3))
    page.close()
    return round(width, 1), round(height, 1), runs, pictured


def read_glyphs(page: pdfium.PdfPage) -> Iterator[tuple[int, Glyph]]:
    """Characters of a page in its order, each with the quarters it is turned by; slanted ones (stamps) are left out."""
    textpage = page.get_textpage()
    handle = textpage.raw
    matrix, box, x, y = raw.FS_MATRIX(), raw.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    boldness, apart, level = Boldness(handle), True, math.nan
    size, turn, bold = 1.0, 0, False
    if textpage.count_chars() > MOST_ON_PAGE:
        raise OverflowError
    for index in range(textpage.count_chars()):
        code = raw.FPDFText_GetUnicode(handle, index)
        if code in SKIPPED or 0xD800 <= code < 0xE000 or (code == 32 and raw.FPDFText_IsGenerated(handle, index) == 1):
            apart = True
            continue
        raw.FPDFText_GetCharOrigin(handle, index, x, y)
        if apart or y.value != level:  # the letters of a word on its baseline are set alike
            raw.FPDFText_GetMatrix(handle, index, matrix)
            level, turn = y.value, _quarters(matrix)
            size = max(0.1, raw.FPDFText_GetFontSize(handle, index) * math.hypot(matrix.c, matrix.d))
            bold = boldness.of(index)
        if turn < 0:
            continue
        raw.FPDFText_GetLooseCharBox(handle, index, box)
        char = "-" if code in {2, 0xFFFE} else chr(code)  # PDFium's signs for a hyphen at a line's end
        if turn == 0:
            edges = (box.left, box.right, level)
        elif turn == 1:
            edges = (box.bottom, box.top, -x.value)
        else:
            edges = (-box.right, -box.left, -level) if turn == 2 else (-box.top, -box.bottom, x.value)
        yield turn, Glyph(char, *edges, size, bold, apart)
        apart = False
    textpage.close()


def _quarters(matrix: raw.FS_MATRIX) -> int:
    """Quarters that text is turned by, 0 to 3; -1 for slanted text."""
    quarters = math.atan2(matrix.b, matrix.a) / (math.pi / 2)
    return round(quarters) % 4 if abs(quarters - round(quarters)) <= 0.02 else -1


class Boldness:
    """Tells which characters are bold, by their font's name, asked only where their weight changes."""

    def __init__(self, handle: object) -> None:
        """Keep the page's text that is asked."""
        self._handle, self._weight, self._bold = handle, -2, False
        self._name = ctypes.create_string_buffer(128)

    def of(self, index: int) -> bool:
        """Whether a character is bold."""
        weight = raw.FPDFText_GetFontWeight(self._handle, index)
        if weight != self._weight:
            raw.FPDFText_GetFontInfo(self._handle, index, self._name, 128, ctypes.c_int())
            self._weight, self._bold = weight, BOLD.search(self._name.value.decode("utf-8", "replace")) is not None
        return self._bold


def runs_of(glyphs: Iterable[Glyph], origin: tuple[float, float], width: float, height: float) -> Iterator[Run]:
    """Runs of the characters that stand on a page whose lower left corner is at a point."""
    run: Run | None = None
    left, bottom = origin
    for glyph in glyphs:
        if not (left - 1 <= glyph.left <= left + width and bottom - 1 <= glyph.base <= bottom + height):
            continue
        if run is None or not run.takes(glyph):
            if run is not None:
                yield run.moved(left, bottom)
            run = Run(glyph.left, glyph.left, glyph.base, glyph.size, glyph.bold)
        run.add(glyph)
    if run is not None:
        yield run.moved(left, bottom)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]), int(sys.argv[2])))
