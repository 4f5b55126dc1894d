r"""A formula of TeX in letters as far as it is simple: `x^2` is x², `\frac{a}{b}` a/b, `\alpha \le 1` α ≤ 1."""

from __future__ import annotations

import re

from quiz.deck.marks.letters import lowered, raised
from quiz.deck.marks.symbols import DOUBLE
from quiz.deck.marks.tex import Reader, UnreadableError


def readable(formula: str) -> str:
    """Write a formula in letters; "" where they do not say it."""
    try:
        told = _Letters(formula).until("")
    except UnreadableError:
        return ""
    return " ".join(told.split())


class _Letters(Reader[str]):
    """Writes a formula in letters."""

    def sign(self, sign: str) -> str:
        return sign

    def blank(self, name: str) -> str:  # noqa: ARG002 (all are alike here)
        return " "

    def function(self, name: str) -> str:
        return f"{name} " if self.following[:1].isalnum() or self.following[:1] == "\\" else name

    def row(self, parts: list[str]) -> str:
        return "".join(parts)

    def script(self, sign: str, part: str) -> str:
        return (raised if sign == "^" else lowered)("".join(part.split()))

    def fraction(self, over: str, under: str) -> str:
        return f"{_whole(over)}/{_whole(under)}"

    def root(self, part: str) -> str:
        return f"√{_whole(part)}"

    def accented(self, part: str, accent: str) -> str:
        if len(part) != 1:
            raise UnreadableError
        return part + accent

    def double(self, part: str) -> str:
        if part not in DOUBLE:
            raise UnreadableError
        return DOUBLE[part]

    def upright(self, part: str) -> str:
        return part


def _whole(part: str) -> str:
    """Put brackets around a part of a fraction that is more than one word or number."""
    part = part.strip()
    simple = not re.search(r"[^\w.′'⁰-⁹₀-₉\u0300-\u036f]", part)
    return part if simple else f"({part})"
