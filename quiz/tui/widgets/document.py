"""A document as lines that are drawn only where they are seen, with a card's passages marked in it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from textual.content import Content
from textual.events import Resize
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.visual import Visual

from quiz.deck.model import Card
from quiz.study.marking import Stretch, answer_places
from quiz.study.reading import Paragraph, Places, Reading
from quiz.tui.words import plain, safe
from quiz.tui.wrapping import wrapped

COLUMN = 72
"""Cells a line of text is wide at most."""

GUTTER = 4
"""Cells beside it, for the sign of a passage."""

PASSAGE, EVIDENCE = "▌", "│"
"""Stand beside the card's passage, and beside those it rests on."""

END = 1 << 40
"""Behind the end of any paragraph."""

Row = tuple[int, int, int]
"""A line: the paragraph's index, and from which to which of its characters; -1 for a line between paragraphs."""


@dataclass(frozen=True, slots=True)
class Found:
    """A reading safe to show, and what is marked in it: by the paragraph's index the sign and the stretches."""

    reading: Reading
    signs: Mapping[int, str] = field(default_factory=dict)
    passages: Mapping[int, Sequence[Stretch]] = field(default_factory=dict)
    answers: Mapping[int, Sequence[Stretch]] = field(default_factory=dict)
    at: int = 0
    there: bool = True


def found(reading: Reading, card: Card) -> Found:
    """Find a card's passages in a reading, and its answer in them; takes a while for a book."""
    safely = tuple(replace(each, text=safe(each.text)) for each in reading.paragraphs)
    reading = Reading(reading.title, safely or (Paragraph("(empty)", aside=True),))
    if card.source is None:
        return Found(reading)
    places = Places(reading)
    signs: dict[int, str] = {}
    passages: dict[int, list[Stretch]] = {}
    own = places.find(card.source.passage)
    for sign, stands in ((PASSAGE, own), *((EVIDENCE, places.find(other)) for other in card.source.evidence)):
        for stand in stands:
            signs.setdefault(stand.paragraph, sign)
            passages.setdefault(stand.paragraph, []).append((stand.start, stand.end))
    answers = {index: list(_answers(reading, card, index, places)) for index, places in passages.items()}
    at = own[0].paragraph if own else places.near(card.source.passage)
    return Found(reading, signs, passages, answers, at, there=bool(own))


def _answers(reading: Reading, card: Card, index: int, stretches: Sequence[Stretch]) -> Iterator[Stretch]:
    """Return where the answer stands within the passages of a paragraph."""
    text = reading.paragraphs[index].text
    for start, end in stretches:
        yield from ((start + first, start + last) for first, last in answer_places(text[start:end], card))


class DocumentView(ScrollView):
    """The lines of a document; a book of 2 MB is laid out in the blink of an eye, and drawn by the screenful."""

    DEFAULT_CSS = """
    DocumentView { height: 1fr; scrollbar-size-vertical: 1; overflow-x: hidden; background: $background; }
    """

    def __init__(self) -> None:
        """Begin with nothing."""
        super().__init__(can_focus=False)
        self.shown = Found(Reading("", ()))
        self._rows: list[Row] = []
        self._width = 0

    def show(self, shown: Found) -> None:
        """Show a document at its passage."""
        self.shown, self._width = shown, 0
        self._lay_out()
        self.to_passage()

    def on_resize(self, _event: Resize) -> None:
        """Lay the lines out in the width there is; what was at the top stays there."""
        self._lay_out()

    def _lay_out(self) -> None:
        """Break the paragraphs into lines."""
        width = max(2, min(COLUMN, self.size.width - GUTTER - 1))
        if width == self._width or not self.size.width:
            return
        top = self.top
        self._width, self._rows = width, list(_rows(self.shown.reading, width))
        self.virtual_size = Size(self.size.width, len(self._rows))
        self.scroll_to(y=bisect_left(self._rows, (top, 0, 0), key=_place), animate=False, immediate=True)
        self.refresh()

    @property
    def top(self) -> int:
        """The index of the paragraph at the top of what is seen."""
        rows = self._rows[max(0, round(self.scroll_y)) :][:2]
        return max((paragraph for paragraph, _start, _end in rows), default=0)

    @property
    def here(self) -> int:
        """The index of the paragraph that is read: the passage's where it is seen, else the one at the top."""
        top = round(self.scroll_y)
        seen = {index for index, _start, _end in self._rows[top : top + self.size.height]}
        return self.shown.at if self.shown.at in seen else self.top

    @property
    def first_heading(self) -> str:
        """The first heading that is seen; "" if none is."""
        top, paragraphs = round(self.scroll_y), self.shown.reading.paragraphs
        seen = (paragraphs[index] for index, _start, _end in self._rows[top : top + self.size.height] if index >= 0)
        return next((paragraph.text for paragraph in seen if paragraph.heading), "")

    @property
    def part(self) -> float:
        """Which part of the document was seen, from 0 to 1."""
        return min(1.0, (self.scroll_y + self.size.height) / max(1, len(self._rows)))

    def to_passage(self) -> None:
        """Bring the card's passage into view, with what stands before it."""
        shown = self.shown
        start = min((start for start, _end in shown.passages.get(shown.at, ())), default=0)
        row = bisect_right(self._rows, (shown.at, start, END), key=_place) - 1
        self.scroll_to(y=max(0, row - self.size.height // 3), animate=False, immediate=True)

    def to_heading(self, step: int) -> None:
        """Go to the next section, or the previous one."""
        here = round(self.scroll_y)
        paragraphs = self.shown.reading.paragraphs
        heads = [
            n
            for n, (index, start, _end) in enumerate(self._rows)
            if index >= 0 and not start and paragraphs[index].heading
        ]
        onward = [row for row in heads if row > here] if step > 0 else [row for row in reversed(heads) if row < here]
        if onward:
            self.scroll_to(y=onward[0], animate=False, immediate=True)

    def render_line(self, y: int) -> Strip:
        """Draw one line of the screen."""
        width, at = self.size.width, y + round(self.scroll_y)
        content = self._row(*self._rows[at]) if at < len(self._rows) else Content("")
        left = max(0, (width - COLUMN - GUTTER) // 2)
        content = Content.assemble(" " * left, content)
        strips = Visual.to_strips(self, content, width, 1, self.visual_style)
        return strips[0] if strips else Strip.blank(width)

    def _row(self, index: int, start: int, end: int) -> Content:
        """Return one line of text with the sign beside it."""
        if index < 0:
            return Content("")
        shown, paragraph = self.shown, self.shown.reading.paragraphs[index]
        passages = _within(shown.passages.get(index, ()), start, end)
        line = plain(paragraph.text[start:end], "bold" if paragraph.heading else "$faint" if paragraph.aside else "")
        for first, last in passages:
            line = line.stylize("bold", first, last)
        for first, last in _within(shown.answers.get(index, ()), start, end):
            line = line.stylize("bold underline $accent", first, last)
        sign = shown.signs.get(index, "") if passages else ""
        return Content.assemble((f"  {sign or ' '} ", "$accent bold"), line)


def _within(stretches: Sequence[Stretch], start: int, end: int) -> list[Stretch]:
    """Return the parts of some stretches that lie within another, counted from its start."""
    return [
        (max(first, start) - start, min(last, end) - start) for first, last in stretches if first < end and last > start
    ]


def _rows(reading: Reading, width: int) -> Iterator[Row]:
    """Return the lines of a document, paragraphs apart from one another."""
    for index, paragraph in enumerate(reading.paragraphs):
        if index and not paragraph.close:
            yield (-1, index, 0)
        if paragraph.heading and index:
            yield (-1, index, 0)
        for start, end in wrapped(paragraph.text, width):
            yield (index, start, end)


def _place(row: Row) -> tuple[int, int, int]:
    """Return where a line stands in the order of the document; those between count with the paragraph below."""
    return row if row[0] >= 0 else (row[1], -1, 0)
