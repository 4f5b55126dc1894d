"""Markdown with cards in it: our own export, `Q:` and `A:`, `question :: answer`, clozes; headings are decks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from quiz.imports.carding import Parts, card
from quiz.imports.clozes import CROWDED, asked, numbers, ours, parsed, some
from quiz.imports.losses import Losses
from quiz.imports.model import Found
from quiz.imports.numbered import Sheet
from quiz.imports.texts import Gathering, text_of

HEADING = re.compile(r"(#{1,6})[ \t]+(.*)")
FENCE = re.compile(r"\s*(```|~~~)")
ASKED = re.compile(r"\s*(?:[-*+]\s+)?(?:\*\*|__)?Q(?:uestion)?(?:\*\*|__)?\s*[:.)](?:\*\*|__)?\s*(.*)", re.IGNORECASE)
ANSWERED = re.compile(r"\s*(?:[-*+]\s+)?(?:\*\*|__)?A(?:nswer)?(?:\*\*|__)?\s*[:.)](?:\*\*|__)?\s*(.*)", re.IGNORECASE)
BULLET = re.compile(r"\A\s*(?:[-*+]|\d{1,4}[.)])\s+")
BETWEEN = re.compile(r"(?<!\s)\s++(:::?)\s+")
MARKED = re.compile(r"==(?=\S)([^=\n]{1,500}?)(?<=\S)==")
TAG = re.compile(r"(?:^|\s)#([\w/-]*[^\W\d][\w/-]*)")
FRONT = "---"


def read(path: Path) -> Found:
    """Read all cards of a text; QuizError where it holds none."""
    losses = Losses(str(path))
    reading = _Reading(Gathering(path, losses))
    for number, line, code in _lines(text_of(path)):
        reading.take(number, line, code=code)
    return reading.found()


def _lines(text: str) -> Iterator[tuple[int, str, bool]]:
    """Return the lines with their numbers and whether they are code, without front matter."""
    lines = text.split("\n")
    start = 0
    if lines[0].strip() == FRONT and FRONT in (rest := [line.strip() for line in lines[1:]]):
        start = rest.index(FRONT) + 2
    fence = ""
    for number, line in enumerate(lines[start:], start + 1):
        mark = FENCE.match(line)
        yield number, line, bool(fence or mark)
        if mark and (not fence or fence == mark[1]):
            fence = "" if fence else mark[1]


def _named(heading: str) -> str:
    """Take away what may close a heading."""
    return heading.rstrip().rstrip("#").strip()


@dataclass(slots=True)
class _Reading:
    """A text being read: where we are, and the card that is being said."""

    gathering: Gathering
    titles: list[str] = field(default_factory=list)
    question: list[str] = field(default_factory=list)
    answer: list[str] = field(default_factory=list)
    paragraph: list[str] = field(default_factory=list)
    begun: int = 1
    silent: int = 0
    sheet: Sheet = field(default_factory=Sheet)

    @property
    def title(self) -> str:
        """The title of the deck we are in."""
        return "::".join(filter(None, self.titles))

    def take(self, number: int, line: str, *, code: bool = False) -> None:
        """Read one line; code belongs to cards of our own pages alone."""
        if code and not self.sheet.deck:
            return
        heading = HEADING.fullmatch(line)
        named = _named(heading[2]) if heading else None
        if self.sheet.takes(line, named) or code:
            return
        if heading:
            self.end()
            depth = len(heading[1])
            self.titles = [*self.titles[: depth - 1], *[""] * (depth - 1 - len(self.titles)), named or ""]
            self.sheet = self.sheet.under(self.title, self.gathering)
        elif found := ASKED.fullmatch(line):
            self.end()
            self.begun, self.question = number, [found[1]]
        elif self.question and (found := ANSWERED.fullmatch(line)):
            self.answer.append(found[1])
        elif not line.strip():
            self.blank()
        elif self.question:
            (self.answer or self.question).append(line.strip())
        else:
            self.begun = self.begun if self.paragraph else number
            self.paragraph.append(line)

    def blank(self) -> None:
        """End what an empty line ends: a paragraph, and a card that has its answer."""
        if self.paragraph or self.answer:
            self.end()

    def end(self) -> None:
        """Make cards of what has been said."""
        if self.question:
            self._add("\n".join(self.question), "\n".join(self.answer))
        elif len(self.paragraph) > 2 and "?" in map(str.strip, self.paragraph[1:-1]):
            at = [line.strip() for line in self.paragraph].index("?", 1)
            self._add("\n".join(self.paragraph[:at]), "\n".join(self.paragraph[at + 1 :]))
        else:
            for line in self.paragraph:
                self._line(line)
        self.question, self.answer, self.paragraph = [], [], []

    def _line(self, line: str) -> None:
        """Make cards of a line that says question and answer, or has gaps; other lines are text."""
        text = BULLET.sub("", line, count=1).strip()
        parts = BETWEEN.split(text, maxsplit=1)
        cloze = MARKED.sub(r"{{c1::\1}}", text)
        cloze = re.sub(r"\{\{(?!c\d+::)([^{}]+)\}\}", r"{{c1::\1}}", cloze)
        if len(parts) == 3 and parts[0] and parts[2]:
            self._add(parts[0], parts[2])
            if parts[1] == ":::":
                self._add(parts[2], parts[0])
        elif numbers(parsed(cloze)):
            self._clozes(cloze)
        else:
            self.silent += 1

    def _clozes(self, text: str) -> None:
        tags = TAG.findall(text)
        there = numbers(parsed(text))
        kept = some(there, text)
        self.gathering.losses.many(CROWDED, len(there) - len(kept), self.begun)
        for number in kept:
            cloze = ours(asked(parsed(text), number))
            made = card(self.gathering.losses, Parts(cloze=cloze, tags=tags, line=self.begun))
            self.gathering.add(made, self.title)

    def _add(self, question: str, answer: str) -> None:
        """Make a card; tags stand in it as `#tag`."""
        tags = [*TAG.findall(question), *TAG.findall(answer)]
        parts = Parts(question=TAG.sub("", question), answer=TAG.sub("", answer), tags=tags, line=self.begun)
        self.gathering.add(card(self.gathering.losses, parts), self.title)

    def found(self) -> Found:
        """Return what was read."""
        self.end()
        self.sheet.end(self.gathering)
        if self.silent and self.gathering.shelves:
            self.gathering.losses.add(f"text that is no card, passed over ({self.silent:,} lines)")
        return self.gathering.found()
