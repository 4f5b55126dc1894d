"""The tree of a parse while it is mended: its words in a list, each with its head."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, SupportsIndex, overload

from quiz.facts.model import Word

SUBJECT = ("nsubj", "nsubjpass", "csubj", "csubjpass", "expl")
NOMINAL = ("NOUN", "PROPN", "PRON")
FINITE = ("VBD", "VBZ", "VBP")


class Tree(list[Word]):
    """The words of a sentence while they are mended; what hangs on each is looked up anew when one was changed."""

    def __init__(self, words: Iterable[Word]) -> None:
        """Take the words in their order."""
        super().__init__(words)
        self._kids: list[list[Word]] = []
        self._before: list[Word] = []

    @overload
    def __setitem__(self, at: SupportsIndex, word: Word) -> None: ...
    @overload
    def __setitem__(self, at: slice, word: Iterable[Word]) -> None: ...
    def __setitem__(self, at: Any, word: Any) -> None:
        """Put a word, mended, in place of what it was."""
        self._before = self._before or list(self)
        super().__setitem__(at, word)
        self._kids = []

    def kids(self, i: int) -> list[Word]:
        """The words that hang on a word, in order."""
        if not self._kids:
            self._kids = [[] for _ in self]
            for word in self:
                if word.head != word.i:
                    self._kids[word.head].append(word)
        return self._kids[i]

    def mend(self, mends: Iterable[Callable[[Tree], None]]) -> None:
        """Mend one thing after the other; what would hang words on one another in a circle is taken back."""
        for mend in mends:
            self._before = []
            mend(self)
            if self._before and self._circles():
                self[:] = self._before

    def _circles(self) -> bool:
        """Whether some word hangs, by however many others, on itself, and is no root."""
        sound = [word.head == word.i for word in self]
        for word in self:
            path, at = set[int](), word.i
            while not sound[at] and at not in path:
                path.add(at)
                at = self[at].head
            if not sound[at]:
                return True
            for i in path:
                sound[i] = True
        return False


def kids_of(words: Tree, i: int) -> list[Word]:
    """The words that hang on a word."""
    return words.kids(i)


def root_of(words: Tree) -> Word | None:
    """The word that hangs on none."""
    return next((w for w in words if w.head == w.i), None)


def below(words: Tree, i: int) -> set[int]:
    """A word and all that hangs on it, at any depth."""
    found, todo = {i}, [i]
    while todo:
        more = [kid.i for kid in words.kids(todo.pop()) if kid.i not in found]
        found.update(more)
        todo += more
    return found
