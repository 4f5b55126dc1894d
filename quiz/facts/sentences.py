"""Parsed sentences, packed: a book of two million words is read in the memory of a pamphlet."""

from __future__ import annotations

from array import array
from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, NamedTuple, TypeVar

from quiz.documents.model import Block, Span

T = TypeVar("T")

LOADED = 4000
"""Sentences that are kept unpacked, some 100,000 words in 30 MB: what is shorter is never packed."""
UNPACKED = -1


class Word(NamedTuple):
    """A token with its part of speech, its place in the parse tree and its characters in the document.

    `i` and `head` count within the sentence; a root is its own head. `ent` is the entity label or "".
    `held` marks the stand-in of a quotation: its characters are the whole quotation's. A named tuple, for there is one
    of every token, and it is made in a fifth of the time.
    """

    i: int
    text: str
    lemma: str
    tag: str
    pos: str
    dep: str
    head: int
    start: int
    end: int
    ent: str = ""
    held: bool = False

    @property
    def lower(self) -> str:
        """The word in lower case."""
        return self.text.lower()


@dataclass(frozen=True, slots=True)
class Name:
    """A named entity: the words it covers and its label (PERSON, ORG, GPE ...)."""

    first: int
    last: int
    label: str
    text: str


Kind = tuple[str, str, str, str, bool]
"""What many words have in common: tag, part of speech, dependency, entity label, and whether they are stand-ins."""

Parse = tuple[tuple[Word, ...], tuple[Name, ...], tuple[tuple[int, ...], ...]]
"""The words of a sentence, the names in it, and the children of each word."""


class Sentence:
    """One sentence of an asked block; `spoken` is the quotation it stands in, if any, `span` the characters it covers.

    Nothing in it changes. Its words are unpacked when they are asked for, and dropped again when many others were; two
    sentences are the same only if they are one.
    """

    __slots__ = ("_at", "_parse", "_parses", "_span", "block", "spoken")

    def __init__(self, parses: Parses, parse: Parse, block: Block, spoken: Span | None) -> None:
        """Stand for a parse among those of a document, unpacked to begin with."""
        self.block, self.spoken = block, spoken
        self._parses, self._at = parses, UNPACKED
        self._parse: Parse | None = parse
        self._span: Span | None = _span(parse[0])
        parses.note(self)

    def _unpacked(self) -> Parse:
        if self._parse is None:
            self._parse, self._span = self._parses.unpacked(self._at), self._parses.span(self._at)
            self._parses.note(self)
        return self._parse

    def drop(self) -> None:
        """Drop the words, packed, until they are asked for again."""
        if self._at == UNPACKED and self._parse:
            self._at = self._parses.pack(self._parse)
        self._parse = self._span = None

    @property
    def span(self) -> Span:
        """The characters it covers."""
        return self._span or self._parses.span(self._at)

    @property
    def words(self) -> tuple[Word, ...]:
        """Its words, in order."""
        return (self._parse or self._unpacked())[0]

    @property
    def names(self) -> tuple[Name, ...]:
        """The names in it, in order."""
        return (self._parse or self._unpacked())[1]

    @property
    def children(self) -> tuple[tuple[int, ...], ...]:
        """For each word those that hang on it."""
        return (self._parse or self._unpacked())[2]

    def root(self) -> Word:
        """The head of the sentence."""
        words = self.words
        return next((word for word in words if word.head == word.i), words[0])

    def at(self, offset: int) -> Word | None:
        """The word that covers a character of the document."""
        return next((word for word in self.words if word.start <= offset < word.end), None)

    def subtree(self, i: int) -> list[int]:
        """The word and all that hangs on it, in order of the text."""
        children = self.children
        found, todo = [], [i]
        while todo:
            at = todo.pop()
            found.append(at)
            todo += children[at]
        return sorted(found)

    def kids(self, i: int, *deps: str) -> list[Word]:
        """The children of a word, of the given dependencies if any are named."""
        words, _, children = self._parse or self._unpacked()
        if not children[i]:
            return []
        return [words[k] for k in children[i] if not deps or words[k].dep in deps]


def _word(i: int, told: tuple[str, str], kind: Kind, head: int, start: int, end: int) -> Word:
    text, lemma = told
    tag, pos, dep, ent, held = kind
    return Word(i, text, lemma, tag, pos, dep, head, start, end, ent, held)


def _span(words: Sequence[Word]) -> Span:
    return Span(words[0].start, max([word.end for word in words]))


def _children(words: Sequence[Word]) -> tuple[tuple[int, ...], ...]:
    children: list[list[int]] = [[] for _ in words]
    for word in words:
        if word.head != word.i:
            children[word.head].append(word.i)
    return tuple(map(tuple, children))


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
    """The parses of a document's sentences, packed into columns: 14 bytes a word instead of 700.

    The columns are a word's lexeme, its kind, its head, where it begins, counted from the sentence, and its length. The
    narrow ones hold what a part of 32,767 characters has room for, more than the parser is given at once.
    """

    def __init__(self) -> None:
        """Begin without a sentence."""
        self._lexemes = Table[tuple[str, str]]()
        self._kinds = Table[Kind]()
        self._labels = Table[tuple[str, str]]()
        self._words = tuple(array(code) for code in "iihhh")
        self._named = tuple(array(code) for code in "hhi")
        self._ends = array("i", [0])
        self._name_ends = array("i", [0])
        self._spans = array("i"), array("i")
        self._loaded: deque[Sentence] = deque()

    def add(self, words: Sequence[Word], names: Iterable[Name], block: Block, spoken: Span | None) -> Sentence:
        """Take in a sentence of at least one word."""
        return Sentence(self, (tuple(words), tuple(names), _children(words)), block, spoken)

    def pack(self, parse: Parse) -> int:
        """Take the parse of a sentence into the columns; the number it has there."""
        words, names, _ = parse
        span = _span(words)
        lexemes, kinds, heads, starts, lengths = self._words
        lexemes.extend([self._lexemes.number((word.text, word.lemma)) for word in words])
        kinds.extend([self._kinds.number((word.tag, word.pos, word.dep, word.ent, word.held)) for word in words])
        heads.extend([word.head for word in words])
        starts.extend([word.start - span.start for word in words])
        lengths.extend([word.end - word.start for word in words])
        for name in names:
            self._named[0].append(name.first)
            self._named[1].append(name.last)
            self._named[2].append(self._labels.number((name.label, name.text)))
        self._ends.append(len(lexemes))
        self._name_ends.append(len(self._named[0]))
        self._spans[0].append(span.start)
        self._spans[1].append(span.end)
        return len(self._ends) - 2

    def span(self, at: int) -> Span:
        """The characters the sentence of some number covers."""
        return Span(self._spans[0][at], self._spans[1][at])

    def unpacked(self, at: int) -> Parse:
        """The parse of the sentence of some number."""
        texts, kinds, labels = self._lexemes.items, self._kinds.items, self._labels.items
        first, last, begin = self._ends[at], self._ends[at + 1], self._spans[0][at]
        rows = zip(*(column[first:last] for column in self._words), strict=True)
        words = tuple(
            _word(i, texts[lexeme], kinds[kind], head, begin + start, begin + start + length)
            for i, (lexeme, kind, head, start, length) in enumerate(rows)
        )
        first, last = self._name_ends[at], self._name_ends[at + 1]
        spans = zip(*(column[first:last] for column in self._named), strict=True)
        names = tuple(Name(start, end, *labels[name]) for start, end, name in spans)
        return words, names, _children(words)

    def note(self, sentence: Sentence) -> None:
        """Take note that a sentence was unpacked; the one unpacked first of many is packed again."""
        self._loaded.append(sentence)
        if len(self._loaded) > LOADED:
            self._loaded.popleft().drop()
