r"""A text with marks -> its runs, each of one look; in one pass, and so that prose stays just as it was typed.

As in Markdown, but narrower where prose would be misread: nothing begins or ends within a word (`2*3*4`, `snake_case`),
`__` means nothing (`__init__`), a backslash is read before a sign alone (`C:\temp`), and dollars beside an amount with
words are money.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from typing import Literal

from quiz.deck.marks.fences import fenced
from quiz.deck.marks.signs import Sign, Signs
from quiz.deck.references import REFERENCE, named
from quiz.values import dataclass

Sort = Literal["text", "code", "block", "maths", "display", "media", "mark"]
"""`block` is code on lines of its own, `display` maths on a line of its own, `media` names a picture or sound.

A `mark` is where emphasis or strong words begin or end; of its signs, those before that mean nothing are its letters.
"""

MATHS = ("maths", "display")
EXACT = (*MATHS, "code", "block")

# Backslashes are read from their first one alone: begun anew at each, many that no sign follows would take square time.
SIGN = re.compile(r"(?<!\\)(\\*)([*_`$])")
ESCAPED = r"\1\1\\\2"
TOKEN = re.compile(r"(?<!\\)(?P<slashes>\\+)[*_`$]|\*+|_+|`+|\$+|\n[^\S\n]*\n|!\[|\[sound:")
TICKS = re.compile("`+|\n")
DOLLARS = re.compile(r"(?<!\\)(?:\\\\)*(\$+)|(\n[^\S\n]*\n)")
MONEY = re.compile(r"\d[\d.,]*[kKmMbB]?n?\s+[^\W\d_]{2}")
LETTERED = re.compile(r"\w")
PLURAL = re.compile(r"s(?!\w)")
LONGEST = 100_000  # letters of a text whose runs are kept: those of a card are asked for several times in turn


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of a text: its letters without marks, what it is, and how it looks.

    `written` is what stands in the text, with its marks, of what is no text.
    """

    text: str
    sort: Sort = "text"
    strong: bool = False
    emphasis: bool = False
    written: str = ""


def runs(text: str) -> list[Run]:
    """Read a text; line feeds beside a block of code stay in the texts around it."""
    return [*(_runs if len(text) <= LONGEST else _runs.__wrapped__)(text)]


@lru_cache(16)
def _runs(text: str) -> tuple[Run, ...]:
    read = (run for run in _parted(text) if run.text or run.sort != "mark")
    return (*_joined(replace(run, sort="text", written="") if run.sort == "mark" else run for run in read),)


def runs_and_marks(text: str) -> list[Run]:
    """Read a text as `runs` does, with the marks where they stand between."""
    return [*_joined(_parted(text))]


def _parted(text: str) -> Iterator[Run]:
    """Part a text at everything that is read in it."""
    for part, written in fenced(text):
        if written:
            yield Run(part, "block", written=written)
        elif part:
            yield from _Reader(part).runs()


def enclosed(text: str) -> Iterator[tuple[str, bool]]:
    """Part a text at its code and formulas; of each part, whether it is one, with its signs."""
    for part, block in fenced(text):
        if block:
            yield block, True
            continue
        reader, at = _Reader(part), 0
        reader.runs()
        for start, end in reader.spans:
            yield from ((part[at:start], False), (part[start:end], True))
            at = end
        yield part[at:], False


def left_open(text: str) -> Iterator[tuple[str, int]]:
    """Go through the asterisks and dollars that begin nothing, though they stand where they could.

    Of each the part of the text between blocks of code is told, and its place there.
    """
    for part, block in fenced(text):
        if not block:
            reader = _Reader(part)
            reader.runs()
            yield from ((part, at) for at in reader.left_open())


def worded(text: str) -> str:
    """Write a text as it reads; formulas in letters as far as they can be, else as they stand there."""
    return "".join(map(lettered, runs(text)))


def lettered(run: Run) -> str:
    """Write a run in letters."""
    if run.sort not in MATHS:
        return run.text
    from quiz.deck.marks.maths import readable

    return readable(run.text) or run.written


def as_written(text: str) -> str:
    """Write a text without its marks, formulas as one types them."""
    return "".join(run.text for run in runs(text))


def escaped(text: str) -> str:
    """Put backslashes before the signs of a text, if any of them would be read as a mark."""
    read = runs(text)
    if all(run.sort == "media" or run == Run(run.text) for run in read) and "".join(run.text for run in read) == text:
        return text
    return backslashed(text)


def backslashed(text: str) -> str:
    """Put backslashes before the signs of a text, but for those in the names of pictures and sounds."""
    parts, at = [], 0
    for found in REFERENCE.finditer(text):
        if any(named(found[0])):
            parts += [SIGN.sub(ESCAPED, text[at : found.start()]), found[0]]
            at = found.end()
    return "".join([*parts, SIGN.sub(ESCAPED, text[at:])])


class _Reader:
    """Reads a text without blocks in one pass."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._signs = Signs()
        self._runs: list[Run | Sign] = []
        self.spans: list[tuple[int, int]] = []
        self._dollars: list[int] = []
        self._next_ticks = _next_ticks(text) if "`" in text else {}
        self._next_dollars = _next_dollars(text) if "$" in text else {}

    def runs(self) -> Iterator[Run]:
        """Return the runs, and the marks between them."""
        text, at = self._text, 0
        while found := TOKEN.search(text, at):
            self._put(text[at : found.start()])
            at = self._read(found)
        self._put(text[at:])
        return self._looking()

    def left_open(self) -> list[int]:
        """List where two asterisks begin nothing though they could, and where dollars do, once all is read."""
        signs = (each for each in self._runs if isinstance(each, Sign) and each.may_begin)
        return sorted([*self._dollars, *(each.start for each in signs if each.left == len("**") and not each.strong)])

    def _read(self, found: re.Match[str]) -> int:
        """Read a sign; return where what is behind it begins."""
        sign, start, end = found[0][0], found.start(), found.end()
        if found["slashes"]:
            return self._slashes(found)
        if sign == "\n":
            self._signs.forget()
        elif sign in "![":
            if (reference := REFERENCE.match(self._text, start)) and any(named(reference[0])):
                self._runs.append(Run(reference[0], "media"))
                return reference.end()
        elif sign in "`$":
            if (inside := self._enclosed(start, end)) is not None:
                return inside
            self._dollars += [start] if sign == "$" else []
        else:
            self._runs.append(self._signs.add(self._text, start, end))
            return end
        self._put(found[0])
        return end

    def _slashes(self, found: re.Match[str]) -> int:
        """Read backslashes before a sign: two are one, and one that is left takes the sign's meaning away."""
        count = len(found["slashes"])
        self._put("\\" * (count // 2))
        if count % 2:
            self._put(found[0][-1])
        return found.end() - 1 + count % 2

    def _enclosed(self, start: int, end: int) -> int | None:
        """Read code or maths that begins with these signs; return where it ends, None if it is neither."""
        code = self._text[start] == "`"
        close = (self._next_ticks if code else self._next_dollars).get(start)
        if close is None or close[1] - close[0] != end - start:
            return None
        inside = self._text[end : close[0]]
        before = self._text[start - 1] if start else ""
        behind = self._text[close[1] : close[1] + 2]
        if LETTERED.match(before):
            return None
        run = _code(inside, behind) if code else self._maths(inside, before, behind, end - start)
        if run is None:
            return None
        self._runs.append(replace(run, written=self._text[start : close[1]]))
        self.spans.append((start, close[1]))
        return close[1]

    def _maths(self, inside: str, before: str, behind: str, width: int) -> Run | None:
        """Read what stands between dollars."""
        alone = before in ("", "\n") and behind[:1] in ("", "\n")
        edges = inside[:1].isspace() or inside[-1:].isspace()
        if not inside.strip() or width > 2 or LETTERED.match(behind) or (edges and not (alone and width == 2)):
            return None
        if inside[0] in ")]}" or (width == 1 and ("\n" in inside or MONEY.match(inside))):
            return None
        return Run(inside.strip(), "display" if width == 2 else "maths")

    def _put(self, text: str) -> None:
        if text:
            self._runs.append(Run(text))

    def _looking(self) -> Iterator[Run]:
        """Give every run the look of the signs around it."""
        strong = emphasis = 0
        for each in self._runs:
            if isinstance(each, Run):
                yield replace(each, strong=strong > 0, emphasis=emphasis > 0) if strong or emphasis else each
                continue
            if each.ends:
                yield Run("", "mark", written=each.ends)
            strong, emphasis = strong + min(0, each.strong), emphasis + min(0, each.emphasis)
            left = each.sign * each.left
            if each.begins:
                yield Run(left, "mark", strong > 0, emphasis > 0, left + each.begins)
            elif left:
                yield Run(left, "text", strong > 0, emphasis > 0)
            strong, emphasis = strong + max(0, each.strong), emphasis + max(0, each.emphasis)


def _code(inside: str, behind: str) -> Run | None:
    """Read what stands between backticks; they also open quotations (`so', ``so'') and stand in names (O`ahu)."""
    edges = (inside[:1].isspace(), inside[-1:].isspace())
    quoting = edges[0] != edges[1] or not inside.strip() or "''" in inside
    if quoting or (LETTERED.match(behind) and not PLURAL.match(behind)):
        return None
    return Run(inside[1:-1] if edges[0] else inside, "code")


def _next_ticks(text: str) -> dict[int, tuple[int, int]]:
    """Find for each run of backticks the next one of the same length on its line."""
    following: dict[int, tuple[int, int]] = {}
    latest: dict[int, tuple[int, int]] = {}
    for found in reversed([*TICKS.finditer(text)]):
        if found[0] == "\n":
            latest = {}
            continue
        width = len(found[0])
        if width in latest:
            following[found.start()] = latest[width]
        latest[width] = found.span()
    return following


def _next_dollars(text: str) -> dict[int, tuple[int, int]]:
    """Find for each run of dollars the next one of its paragraph."""
    following: dict[int, tuple[int, int]] = {}
    latest = None
    for found in reversed([*DOLLARS.finditer(text)]):
        if latest and found[1]:
            following[found.start(1)] = latest
        latest = found.span(1) if found[1] else None
    return following


def _joined(found: Iterator[Run]) -> Iterator[Run]:
    """Join neighbours of text that look alike."""
    texts: list[str] = []
    look = (False, False)
    for run in found:
        if run.sort != "text" or (run.strong, run.emphasis) != look:
            if texts:
                yield Run("".join(texts), "text", *look)
            texts = []
        if run.sort == "text":
            look = (run.strong, run.emphasis)
            texts.append(run.text)
        else:
            yield run
    if texts:
        yield Run("".join(texts), "text", *look)
