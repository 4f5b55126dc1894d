"""Parses as columns of numbers, pressed together: a book of two million words is read in the memory of a pamphlet."""

from __future__ import annotations

from array import array
from collections import deque
from collections.abc import Iterable, Sequence
from typing import Generic, TypeVar
from zlib import compress, decompress

from quiz.documents.model import Block, Span
from quiz.facts.sentences import Name, Parse, Sentence, Word, span_of

T = TypeVar("T")

LOADED = 4000
"""Sentences that are kept unpacked, some 100,000 words in 30 MB: what is shorter is never packed."""
SHELF = 64
"""Sentences that are pressed together: as many as press well and are opened in a tenth of a millisecond."""
QUICKEST = 1
WORDS, NAMES = "iihhh", "hhi"
"""What the columns of a shelf hold of a word: lexeme, kind, how far off its head is, the characters between it and the
word before, and its length; and of a name: its first word, its last one, and its label. The narrow ones hold what
32,767 characters have room for, more than the parser is given at once."""

Kind = tuple[str, str, str, str, bool]
"""What many words have in common: tag, part of speech, dependency, entity label, and whether they are stand-ins."""
Columns = tuple["array[int]", ...]


class Table(Generic[T]):
    """What many words or names have in common, each different one once, by number."""

    __slots__ = ("_numbers", "items")

    def __init__(self) -> None:
        """Begin without any."""
        self.items: list[T] = []
        self._numbers: dict[T, int] = {}

    def number(self, item: T) -> int:
        """The number of an item, a new one for one not met so far."""
        found = self._numbers.get(item)
        if found is None:
            found = self._numbers[item] = len(self.items)
            self.items.append(item)
        return found


class Parses:
    """The parses of a document's sentences, packed: some 5 bytes a word instead of 700."""

    def __init__(self) -> None:
        """Begin without a sentence."""
        self._lexemes = Table[tuple[str, str, str]]()
        self._kinds = Table[Kind]()
        self._labels = Table[tuple[str, str]]()
        self._spans = _columns("ii")
        self._ends = array("i", [0]), array("i", [0])
        self._pressed: list[bytes] = []
        self._filling = _columns(WORDS + NAMES)
        self._opened: tuple[int, Columns] = -1, ()
        self._loaded: deque[Sentence] = deque()

    def add(self, words: Sequence[Word], names: Iterable[Name], block: Block, spoken: Span | None) -> Sentence:
        """Take in a sentence of at least one word."""
        return Sentence(self, (tuple(words), tuple(names), _children(words)), block, spoken)

    def pack(self, parse: Parse) -> int:
        """Take the parse of a sentence into the columns; the number it has there."""
        words, names, _ = parse
        span, (lexemes, kinds, heads, gaps, lengths, firsts, lasts, labels) = span_of(words), self._filling
        lexemes.extend([self._lexemes.number((word.text, word.lower, word.lemma)) for word in words])
        kinds.extend([self._kinds.number((word.tag, word.pos, word.dep, word.ent, word.held)) for word in words])
        heads.extend([word.head - word.i for word in words])
        before = [span.start, *(word.end for word in words)]
        gaps.extend([word.start - end for word, end in zip(words, before, strict=False)])
        lengths.extend([word.end - word.start for word in words])
        firsts.extend([name.first for name in names])
        lasts.extend([name.last for name in names])
        labels.extend([self._labels.number((name.label, name.text)) for name in names])
        self._spans[0].append(span.start)
        self._spans[1].append(span.end)
        self._ends[0].append(self._ends[0][-1] + len(words))
        self._ends[1].append(self._ends[1][-1] + len(names))
        number = len(self._spans[0]) - 1
        if number % SHELF == SHELF - 1:
            self._pressed.append(compress(b"".join(column.tobytes() for column in self._filling), QUICKEST))
            self._filling = _columns(WORDS + NAMES)
        return number

    def span(self, at: int) -> Span:
        """The characters the sentence of some number covers."""
        return Span(self._spans[0][at], self._spans[1][at])

    def unpacked(self, at: int) -> Parse:
        """The parse of the sentence of some number."""
        columns, begin = self._shelf(at // SHELF), at - at % SHELF
        (first, last), (named, ended) = ((ends[at] - ends[begin], ends[at + 1] - ends[begin]) for ends in self._ends)
        words = self._words([column[first:last] for column in columns[: len(WORDS)]], self._spans[0][at])
        told = zip(*(column[named:ended] for column in columns[len(WORDS) :]), strict=True)
        names = tuple(Name(start, end, *self._labels.items[name]) for start, end, name in told)
        return words, names, _children(words)

    def _words(self, columns: Iterable[array[int]], end: int) -> tuple[Word, ...]:
        """The words of a sentence that begins at some character."""
        texts, kinds, make = self._lexemes.items, self._kinds.items, tuple.__new__
        words: list[Word] = []
        for i, (lexeme, kind, head, gap, length) in enumerate(zip(*columns, strict=True)):
            text, lower, lemma = texts[lexeme]
            tag, pos, dep, ent, held = kinds[kind]
            start = end + gap
            end = start + length
            words.append(make(Word, (i, text, lower, lemma, tag, pos, dep, i + head, start, end, ent, held)))
        return tuple(words)

    def _shelf(self, number: int) -> Columns:
        """The columns of a shelf, opened if it is not the one opened last."""
        if number == len(self._pressed):
            return self._filling
        if number != self._opened[0]:
            held = [ends[(number + 1) * SHELF] - ends[number * SHELF] for ends in self._ends]
            sizes = [held[0]] * len(WORDS) + [held[1]] * len(NAMES)
            self._opened = number, _columns(WORDS + NAMES, sizes, decompress(self._pressed[number]))
        return self._opened[1]

    def note(self, sentence: Sentence) -> None:
        """Take note that a sentence was unpacked; the one unpacked first of many is packed again."""
        self._loaded.append(sentence)
        if len(self._loaded) > LOADED:
            self._loaded.popleft().drop()


def _columns(codes: str, sizes: Sequence[int] = (), data: bytes = b"") -> Columns:
    """Columns of the numbers that some codes name: empty, or of these sizes, read one after the other."""
    columns, at = tuple(array(code) for code in codes), 0
    for column, size in zip(columns, sizes, strict=False):
        end = at + size * column.itemsize
        column.frombytes(data[at:end])
        at = end
    return columns


def _children(words: Sequence[Word]) -> tuple[tuple[int, ...], ...]:
    children: list[list[int]] = [[] for _ in words]
    for word in words:
        if word.head != word.i:
            children[word.head].append(word.i)
    return tuple(map(tuple, children))
