"""Parsed sentences, whose words are unpacked when they are asked for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from quiz.documents.model import Block, Span

if TYPE_CHECKING:
    from quiz.facts.packing import Parses

UNPACKED = -1


class Word(NamedTuple):
    """A token with its part of speech, its place in the parse tree and its characters in the document.

    `lower` is the text in lower case. `i` and `head` count within the sentence; a root is its own head. `ent` is the
    entity label or "". `held` marks the stand-in of a quotation: its characters are the whole quotation's. A named
    tuple, for there is one of every token, and it is made in a fifth of the time.
    """

    i: int
    text: str
    lower: str
    lemma: str
    tag: str
    pos: str
    dep: str
    head: int
    start: int
    end: int
    ent: str = ""
    held: bool = False


@dataclass(frozen=True, slots=True)
class Name:
    """A named entity: the words it covers and its label (PERSON, ORG, GPE ...)."""

    first: int
    last: int
    label: str
    text: str


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
        self._span: Span | None = span_of(parse[0])
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


def span_of(words: tuple[Word, ...]) -> Span:
    """The characters that the words of a sentence cover."""
    return Span(words[0].start, max([word.end for word in words]))
