r"""A formula of TeX in letters as far as it is simple: `x^2` is x², `\frac{a}{b}` a/b, `\alpha \le 1` α ≤ 1.

Greek letters go by their names in Unicode, other signs by the tables of `symbols`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from quiz.deck.marks.letters import lowered, raised
from quiz.deck.marks.symbols import ACCENTS, DOUBLE, FUNCTIONS, NAMED, SPACES, STYLES, greek

LONGEST, DEEPEST = 400, 8
"""Characters and nested groups beyond which a formula is shown as it is written."""

TOKEN = re.compile(r"_{5}|\\(?:[A-Za-z]+|.)|\s+|.", re.DOTALL)
"""A gap is one, too."""


class _UnreadableError(Exception):
    """More than letters can say."""


def readable(formula: str) -> str:
    """Write a formula in letters; "" where they do not say it."""
    if len(formula) > LONGEST:
        return ""
    reader = _Reader(TOKEN.findall(formula))
    try:
        told = reader.until("")
    except _UnreadableError:
        return ""
    return " ".join(told.split())


class _Reader:
    """Reads a formula in one pass."""

    def __init__(self, tokens: Sequence[str]) -> None:
        self._tokens, self._at, self._depth = tokens, 0, 0

    def until(self, end: str) -> str:
        """Read as far as a part, "" for the end of all."""
        parts: list[str] = []
        while self._at < len(self._tokens):
            part = self._tokens[self._at]
            if part == end:
                self._at += 1
                return "".join(parts)
            parts.append(self._one())
        if end:
            raise _UnreadableError
        return "".join(parts)

    def _one(self) -> str:
        """Read one sign, with what belongs to it."""
        part = self._tokens[self._at]
        self._at += 1
        if part == "{":
            return self._group()
        if part in ("}", "&", "%", "#"):
            raise _UnreadableError
        if part in ("^", "_"):
            return (raised if part == "^" else lowered)("".join(self._argument().split()))
        if part.startswith("\\"):
            return self._command(part[1:])
        return " " if part == "~" or part.isspace() else part

    def _group(self) -> str:
        """Read what stands in braces that were opened."""
        self._depth += 1
        if self._depth > DEEPEST:
            raise _UnreadableError
        inside = self.until("}")
        self._depth -= 1
        return inside

    def _argument(self) -> str:
        """Read the group or the sign that a command or a raised sign belongs to."""
        while self._at < len(self._tokens) and self._tokens[self._at].isspace():
            self._at += 1
        if self._at == len(self._tokens) or self._tokens[self._at] == "}":
            raise _UnreadableError
        return self._one()

    def _command(self, name: str) -> str:
        """Read a command."""
        if name in ("frac", "tfrac", "dfrac"):
            return f"{_whole(self._argument())}/{_whole(self._argument())}"
        if name == "sqrt":
            if self._at < len(self._tokens) and self._tokens[self._at] == "[":
                raise _UnreadableError
            return f"√{_whole(self._argument())}"
        if name == "mathbb":
            return DOUBLE.get(self._argument()) or self._fail()
        if name in ACCENTS:
            letter = self._argument()
            return letter + ACCENTS[name] if len(letter) == 1 else self._fail()
        if name in STYLES:
            return self._argument()
        if name in FUNCTIONS:
            following = self._tokens[self._at] if self._at < len(self._tokens) else ""
            return f"{name} " if following[:1].isalnum() or following[:1] == "\\" else name
        return SPACES.get(name) or NAMED.get(name) or greek(name) or self._skipped(name)

    def _skipped(self, name: str) -> str:
        """Leave out what says only how large brackets are."""
        return "" if name in ("left", "right", "big", "Big", "displaystyle", "!", "limits") else self._fail()

    def _fail(self) -> str:
        raise _UnreadableError


def _whole(part: str) -> str:
    """Put brackets around a part of a fraction that is more than one word or number."""
    part = part.strip()
    simple = not re.search(r"[^\w.′'⁰-⁹₀-₉\u0300-\u036f]", part)
    return part if simple else f"({part})"
