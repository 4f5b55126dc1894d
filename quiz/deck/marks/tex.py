r"""Formulas of TeX read in one pass; what writes them, as letters or as elements, is a `Reader` of its own.

Greek letters go by their names in Unicode, other signs by the tables of `symbols`.
"""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from typing import Generic, TypeVar

from quiz.deck.marks.symbols import ACCENTS, FUNCTIONS, NAMED, SPACES, STYLES, greek

LONGEST, DEEPEST = 400, 8
"""Characters and nested groups beyond which a formula is shown as it is written."""

TOKEN = re.compile(r"_{5}|\\(?:[A-Za-z]+|.)|\s+|.", re.DOTALL)
"""A gap is one, too."""

UNSAID = frozenset(("left", "right", "big", "Big", "displaystyle", "!", "limits"))
"""Commands that say only how large brackets are, and the like."""

T = TypeVar("T")


class UnreadableError(Exception):
    """More than can be said."""


class Reader(ABC, Generic[T]):
    """Reads a formula part by part; `T` is what a part is written as."""

    def __init__(self, formula: str) -> None:
        """Take a formula; UnreadableError if it is too long."""
        if len(formula) > LONGEST:
            raise UnreadableError
        self._tokens, self._at, self._depth = TOKEN.findall(formula), 0, 0

    @abstractmethod
    def sign(self, sign: str) -> T:
        """Write one sign, or the letter that a command names."""

    @abstractmethod
    def blank(self, name: str) -> T:
        """Write white space, or that of a command."""

    @abstractmethod
    def function(self, name: str) -> T:
        """Write the name of a function."""

    @abstractmethod
    def row(self, parts: list[T]) -> T:
        """Write parts one behind the other."""

    @abstractmethod
    def script(self, sign: str, part: T) -> T:
        """Write what is raised (`^`) or lowered (`_`)."""

    @abstractmethod
    def fraction(self, over: T, under: T) -> T:
        """Write a fraction."""

    @abstractmethod
    def root(self, part: T) -> T:
        """Write a square root."""

    @abstractmethod
    def accented(self, part: T, accent: str) -> T:
        """Write an accent, told by its combining character, on a part; UnreadableError where none can stand."""

    @abstractmethod
    def double(self, part: T) -> T:
        """Write a letter with double strokes; UnreadableError where there is none."""

    @abstractmethod
    def upright(self, part: T) -> T:
        """Write words, or letters that are not slanted."""

    def until(self, end: str) -> T:
        """Read as far as a token, "" for the end of all; UnreadableError for more than can be said."""
        parts: list[T] = []
        while self._at < len(self._tokens):
            part = self._tokens[self._at]
            if part == end:
                self._at += 1
                return self.row(parts)
            parts.append(self._one())
        if end:
            raise UnreadableError
        return self.row(parts)

    @property
    def following(self) -> str:
        """The token that comes next; "" at the end."""
        return self._tokens[self._at] if self._at < len(self._tokens) else ""

    def _one(self) -> T:
        """Read one sign, with what belongs to it."""
        part = self._tokens[self._at]
        self._at += 1
        if part == "{":
            return self._group()
        if part in ("}", "&", "%", "#"):
            raise UnreadableError
        if part in ("^", "_"):
            return self.script(part, self._argument())
        if part.startswith("\\"):
            return self._command(part[1:])
        return self.blank("") if part == "~" or part.isspace() else self.sign(part)

    def _group(self) -> T:
        """Read what stands in braces that were opened."""
        self._depth += 1
        if self._depth > DEEPEST:
            raise UnreadableError
        inside = self.until("}")
        self._depth -= 1
        return inside

    def _argument(self) -> T:
        """Read the group or the sign that a command or a raised sign belongs to."""
        while self.following.isspace():
            self._at += 1
        if self.following in ("", "}"):
            raise UnreadableError
        return self._one()

    def _command(self, name: str) -> T:
        """Read a command."""
        if name in ("frac", "tfrac", "dfrac"):
            return self.fraction(self._argument(), self._argument())
        if name == "sqrt" and self.following != "[":
            return self.root(self._argument())
        if name == "mathbb":
            return self.double(self._argument())
        if name in ACCENTS:
            return self.accented(self._argument(), ACCENTS[name])
        if name in STYLES:
            return self.upright(self._argument())
        if name in FUNCTIONS:
            return self.function(name)
        if name in SPACES:
            return self.blank(name)
        if letter := NAMED.get(name) or greek(name):
            return self.sign(letter)
        if name in UNSAID:
            return self.row([])
        raise UnreadableError
