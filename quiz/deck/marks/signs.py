"""Asterisks and underscores paired: each sign is put on a pile once and taken off once, so that any text is quick."""

from __future__ import annotations

from dataclasses import dataclass, field

from quiz.deck.marks.flanks import flanks


@dataclass(slots=True)
class Sign:
    """One to three asterisks, or an underscore: how many are left as letters, and what begins or ends there.

    `start` is its place in the text, and `may_begin` whether a mark could begin there. `strong` and `emphasis` are
    above 0 where a mark begins, and below where one ends.
    """

    sign: str
    left: int
    start: int
    may_begin: bool = False
    strong: int = 0
    emphasis: int = 0

    @property
    def ends(self) -> str:
        """The signs among them that end something; they stand before what is left, which is before what begins."""
        return self.sign * (2 * (self.strong < 0) + (self.emphasis < 0))

    @property
    def begins(self) -> str:
        """The signs among them that begin something."""
        return self.sign * (2 * (self.strong > 0) + (self.emphasis > 0))


@dataclass(slots=True)
class Signs:
    """The signs that began something and wait for its end."""

    _open: list[Sign] = field(default_factory=list)
    _waiting: dict[str, int] = field(default_factory=lambda: {"*": 0, "_": 0})

    def add(self, text: str, start: int, end: int) -> Sign:
        """Take in signs: they end what waits, or begin something."""
        sign = Sign(text[start], end - start, start)
        if sign.left > (3 if sign.sign == "*" else 1):
            return sign
        sign.may_begin, ends = flanks(text, start, end)
        if ends:
            self._end(sign)
        if sign.may_begin and sign.left:
            self._open.append(sign)
            self._waiting[sign.sign] += 1
        return sign

    def forget(self) -> None:
        """Let nothing that began go on: a paragraph ends."""
        self._open.clear()
        self._waiting = {"*": 0, "_": 0}

    def _end(self, sign: Sign) -> None:
        """End what waits for this sign; what began within it and waits for another stays as it was typed."""
        while sign.left and self._waiting[sign.sign]:
            while self._open[-1].sign != sign.sign:
                self._waiting[self._open.pop().sign] -= 1
            first = self._open[-1]
            if first.left != sign.left and 3 not in (first.left, sign.left):
                return
            width = min(first.left, sign.left, 2)
            for each, step in ((first, 1), (sign, -1)):
                each.left -= width
                each.strong += step * (width == 2)
                each.emphasis += step * (width == 1)
            if not first.left:
                self._open.pop()
                self._waiting[sign.sign] -= 1
