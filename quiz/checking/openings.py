"""Marks that are opened and not closed, which are read as text: a strong word, a formula."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from quiz.checking.item import Finding, Item
from quiz.deck.fields import shown
from quiz.deck.marks.symbols import FUNCTIONS, NAMED
from quiz.deck.nodes import Node, Scalar
from quiz.deck.splice import scalars

TEXTS = ("question", "cloze", "answer", "accept", "distractors", "hint", "explanation")

STRONG = re.compile(r"\*\*(?!kw|\w*arg[sv]\b|opt(?:ion)?s\b)[^\W\d_]")
"""Two asterisks before a word that is none of those they stand before in programs."""

CODED = re.compile(r"[;={}\[\]<>]|\w\(|\b(?:char|const|double|float|int|long|short|unsigned|void|\w+_t) \*")
"""What programs have and prose has not."""

NAMES = "|".join(
    sorted({*filter(str.isalpha, NAMED), *FUNCTIONS, "frac", "sqrt", "left", "begin", "pi", "alpha", "beta"})
)
FORMULA = re.compile(
    rf"(?<!\w)\${{1,2}}(?P<blank>\s?)(?![\]{{]|\d[\d.,]*\^\d)(?:[^\s$]{{0,40}}[\w)}}\]]\^[\w{{(\\+-]|(?:[\w(]?|[^$\n]{{0,80}}\s)\\(?:{NAMES})(?![A-Za-z]))"
)
"""Dollars before what only formulas have: something raised at once, or a name of TeX."""

LONGEST = 30
"""Characters of a slip that are looked at to show it."""

MOST = 20
"""Signs of one text that are looked at."""


def unclosed(item: Item) -> Iterator[Finding]:
    """Find marks of a card that are opened and not closed."""
    if item.card is item.written:
        return
    from quiz.deck.marks.runs import left_open  # on use: most decks have no marks

    for key in TEXTS:
        pair = item.node.get(key)
        for node in scalars(pair[1]) if pair and _signed(item, pair[1]) else ():
            for part, at in islice(left_open(node.text), MOST):
                if told := _told(part, at):
                    word = part[at : at + LONGEST].split(None, 1)[0]
                    start = item.text.find(word, node.start, node.end)
                    where = node if start < 0 else Scalar(word, start, start + len(word))
                    yield "open-mark", where, *told


def _signed(item: Item, node: Node) -> bool:
    """Whether a value has a sign that opens a mark."""
    return any(item.text.find(sign, node.start, node.end) >= 0 for sign in ("**", "$"))


def _told(part: str, at: int) -> tuple[str, str] | None:
    """Message and hint for a sign at a place, None where it is no slip."""
    rest = shown(part[at : at + LONGEST].split("\n", 1)[0], 20)
    if part[at] == "*":
        if not STRONG.match(part, at) or CODED.search(part):
            return None
        return (
            f"`{rest}` is opened by two asterisks and not closed by two",
            "close it, as in `**word**`; `\\*` is the sign itself",
        )
    found = FORMULA.match(part, at)
    if not found:
        return None
    if found["blank"]:
        return (
            f"`{rest}` is no formula, for a blank follows the dollar",
            "write it without blanks at its ends, as in `$x^2$`",
        )
    return f"`{rest}` is opened by a dollar and not closed", "close it, as in `$x^2$`; `\\$` is the sign itself"
