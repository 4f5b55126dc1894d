"""A document to be read, and where in it a card's passages stand; what reads the file is handed in by whoever may."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path

from quiz.deck.files import real_path
from quiz.deck.model import Card, Deck, Passage
from quiz.errors import QuizError
from quiz.study.source import document, is_address, named_document

SEVERAL = 1000
"""Places of one passage looked at, to find the one nearest to where it was."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph, or a heading, as it is read; `number` is its line, page or paragraph in the file, 0 if unknown.

    What is `aside` (navigation, comments, notes) belongs to the file but not to its text; one that is `close` follows
    the one before without a gap, as items of a list and lines of verse do.
    """

    text: str
    number: int = 0
    heading: bool = False
    aside: bool = False
    close: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """A document's paragraphs in order."""

    title: str
    paragraphs: tuple[Paragraph, ...]


ReadDocument = Callable[[Path], Reading]
"""Reads a file; QuizError if it is missing or cannot be read."""


@dataclass(frozen=True, slots=True)
class Stand:
    """Where a part of a passage stands: the paragraph's index, and from which to which of its characters."""

    paragraph: int
    start: int
    end: int


def document_path(deck: Deck, card: Card) -> Path:
    """Return the path of the document a card was made of, which is told relative to the deck, as one would type it.

    That is without `..`, from the current folder where it lies below that.
    """
    path = real_path(Path(deck.path).parent / named_document(deck, card))
    here = real_path(Path())
    return path.relative_to(here) if path.is_relative_to(here) else path


def opened(read: ReadDocument, deck: Deck, card: Card) -> tuple[Reading, str]:
    """Read a card's document; one that cannot be read is replaced by what the deck keeps of it, with the reason."""
    if is_address(named_document(deck, card)):
        return kept_passages(deck, card), f"{named_document(deck, card)} is on the web, not read"
    path = document_path(deck, card)
    try:
        return read(path), ""
    except QuizError as error:
        problem = str(error.problems[0])
    except Exception as error:  # noqa: BLE001 (whatever a stranger's document does, the sitting goes on)
        problem = f"{path} cannot be read: {error}"
    return kept_passages(deck, card), problem


def kept_passages(deck: Deck, card: Card) -> Reading:
    """Return what a deck keeps of a card's document: the passages of its cards, in the document's order."""
    named = named_document(deck, card)
    found: dict[str, Passage] = {}
    for other in deck.cards:
        if other.source and named_document(deck, other) == named:
            for passage in (other.source.passage, *other.source.evidence):
                found.setdefault(passage.text, passage)
    shown = sorted(found.values(), key=_number)
    return Reading(document(deck, card), tuple(_headed(shown)))


def _headed(passages: Sequence[Passage]) -> Iterator[Paragraph]:
    """Return passages as paragraphs, each new section's heading before them."""
    section = ""
    for passage in passages:
        if passage.section and passage.section != section:
            yield Paragraph(passage.section, _number(passage), heading=True)
            section = passage.section
        yield Paragraph(passage.text, _number(passage))


def _number(passage: Passage) -> int:
    """Return the number of a passage's line, page or paragraph; 0 if it is not known."""
    return passage.line or passage.page or passage.paragraph or 0


class Places:
    """Finds passages in a reading, whatever blanks, marks or markup stand between their letters."""

    def __init__(self, reading: Reading) -> None:
        """Lay out the letters and digits of a reading."""
        self._paragraphs = reading.paragraphs
        letters = [_letters(paragraph.text) for paragraph in self._paragraphs]
        self._starts = list(accumulate(map(len, letters), initial=0))
        self._letters = "".join(letters)

    def find(self, passage: Passage) -> tuple[Stand, ...]:
        """Return where a passage stands: of several places the one nearest to where the deck says; () if nowhere."""
        wanted = _letters(passage.text)
        found = list(self._all(wanted))
        if not found:
            return ()
        at = min(found, key=lambda place: (self._off(place, passage), place))
        return tuple(self._stands(at, at + len(wanted)))

    def near(self, passage: Passage) -> int:
        """Return the index of the paragraph where a passage should stand, by its section and number."""
        heads = [n for n, each in enumerate(self._paragraphs) if each.heading and each.text == passage.section]
        number = _number(passage)
        before = [n for n, each in enumerate(self._paragraphs) if number and 0 < each.number <= number]
        return (before or heads or [0])[-1] if passage.paragraph is None else (heads or before or [0])[0]

    def _all(self, wanted: str) -> Iterator[int]:
        """Where some letters stand one after the other."""
        at = self._letters.find(wanted) if wanted else -1
        for _ in range(SEVERAL):
            if at < 0:
                return
            yield at
            at = self._letters.find(wanted, at + 1)

    def _off(self, place: int, passage: Passage) -> int:
        """How far a place is from where the deck says the passage stands."""
        number = _number(passage)
        return abs(self._paragraphs[self._holding(place)].number - number) if number else 0

    def _holding(self, place: int) -> int:
        """Return the index of the paragraph that holds a letter."""
        return bisect_right(self._starts, place) - 1

    def _stands(self, start: int, end: int) -> Iterator[Stand]:
        """Return the parts of paragraphs that hold some letters."""
        for index in range(self._holding(start), self._holding(end - 1) + 1):
            first, last = max(start, self._starts[index]), min(end, self._starts[index + 1])
            if first < last:
                text, base = self._paragraphs[index].text, self._starts[index]
                yield Stand(index, _nth(text, first - base), _nth(text, last - 1 - base) + 1)


def _letters(text: str) -> str:
    """Return the letters and digits of a text."""
    return re.sub(r"[\W_]+", "", text)


def _nth(text: str, number: int) -> int:
    """Return where a text's letter or digit of a number stands, counted from 0."""
    for found in re.finditer(r"[^\W_]+", text):
        if number < len(found[0]):
            return found.start() + number
        number -= len(found[0])
    return len(text)


def section_of(reading: Reading, paragraph: int) -> str:
    """Return the heading a paragraph stands under; "" before the first."""
    heads = (each.text for each in reversed(reading.paragraphs[: paragraph + 1]) if each.heading)
    return next(heads, "")
