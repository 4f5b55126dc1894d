"""Lays out lists and groups of keys line by line, each with the comments that belong to it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from quiz.deck.layout.comments import beginning, is_alias, properties
from quiz.deck.layout.texts import is_short, long, short
from quiz.deck.layout.waiting import Waiting, shown
from quiz.deck.nodes import Mapping, Scalar, Sequence
from quiz.deck.render import WIDTH
from quiz.deck.splice import ORDERS, is_pinned
from quiz.errors import Problem, QuizError

if TYPE_CHECKING:
    from quiz.deck.nodes import Lines, Node

BLANK = ""
_BREAK = r"(?:\r\n|(?<!\r)\n|\r(?!\n))"
BLANK_ABOVE = re.compile(rf"{_BREAK}[ \t]*{_BREAK}[ \t]*\Z")
NEAR = 200
"""Characters before a key that are looked at for a blank line."""

GROUPED = "cards"
"""The key at the top whose items have a blank line between them."""


@dataclass(slots=True)
class Entry:
    """A key with its value: its name, the comments above it, its lines, and whether a blank line stood above.

    The first line has no indentation; a block scalar is one line of many.
    """

    name: str
    lead: list[str] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    apart: bool = False


class Blocks:
    """Lays out the nodes of one text, from first to last: comments are taken as their places are passed."""

    def __init__(self, text: str, root: Node, places: Lines) -> None:
        """Take the text that the nodes were read from."""
        self.text = text
        self.places = places
        self.waiting = Waiting(text, root)

    def root(self, node: Mapping) -> list[str]:
        """Lay out a deck; what stands above its first key and a blank line stays at the top."""
        top, near = self.waiting.opening(node.pairs[0][0].start)
        entries = [self.pair(key, value, 0) for key, value in node.pairs]
        entries[0].lead[:0], entries[0].apart = near, False
        lines = [*top, *filter(None, [properties(self.text, node).rstrip()])]
        for entry in entries if is_pinned(node) else in_order(entries):
            lines += [*([BLANK] if entry.apart and lines else []), *entry.lead, *entry.lines]
        return lines + self.waiting.rest()

    def pair(self, key: Node, value: Node, column: int) -> Entry:
        """Lay out a key at a column with its value; QuizError for a key with an anchor or the like."""
        if not isinstance(key, Scalar) or key.pinned:
            hint = "take the anchor, the alias or the tag away from the key"
            raise QuizError([Problem(self.places.place(key.start), "this key cannot be laid out", hint)])
        entry = Entry(key.text, shown(self.waiting.taken(key.start), column))
        entry.apart = not column and not entry.lead and self.below_blank(key.start)
        self.valued(entry, f"{key.text}:", value, column, self.column(key), key.end)
        return entry

    def valued(self, entry: Entry, head: str, value: Node, column: int, outside: int, end: int) -> None:
        """Lay out a value behind its key or dash, which stands at a column (before, `outside`) and ends there."""
        if isinstance(value, Scalar) or is_alias(self.text, value):
            self.lone(entry, head, value, column)
            return
        head = f"{head} {properties(self.text, value)}".rstrip()
        beside = self.waiting.beside(end)
        line = self.inline(value, WIDTH - column - len(head) - 1, outside)
        inner: list[str] = []
        if line:
            head = f"{head} {line}"
        else:
            inner = self.block(value, column, outside, apart=not column and entry.name == GROUPED)
        if line or value.flow:
            beside += self.waiting.beside(value.end)
        finish(entry, head, beside, column, inner)

    def lone(self, entry: Entry, head: str, node: Node, column: int) -> None:
        """Lay out a scalar or an alias behind its key or dash, with the comments before, in and beside it."""
        found = self.waiting.taken(node.end)
        entry.lead += shown([comment for comment in found if comment.own], column)
        beside = [comment.text for comment in found if not comment.own] + self.waiting.beside(node.end)
        shape = long(self.text, node, entry.name, column + 2, column + len(head) + 1)
        finish(entry, f"{head} {shape}" if shape else head, beside, column)

    def mapping(self, node: Mapping, outside: int, column: int) -> list[str]:
        """Lay out keys at a column, in their order if no anchor may suffer, and the comments at their end."""
        lines: list[str] = []
        with self.waiting.brackets(node):
            entries = [self.pair(key, value, column) for key, value in node.pairs]
            for entry in entries if is_pinned(node) else in_order(entries):
                lines += [*entry.lead, " " * column + entry.lines[0], *entry.lines[1:]]
            return lines + self.waiting.foot(node, outside, column)

    def block(self, value: Node, column: int, outside: int, *, apart: bool = False) -> list[str]:
        """Lay out a list or keys below what stands at a column (before, `outside`), items `apart` by blank lines."""
        inside = column + 2
        lines: list[str] = []
        if isinstance(value, Mapping):
            lines = self.mapping(value, outside, inside)
        elif isinstance(value, Sequence):
            with self.waiting.brackets(value):
                dash = self.dash(value)
                for item in value.items:
                    lines += [BLANK] if apart and lines else []
                    lines += self.item(item, inside, dash)
                lines += self.waiting.foot(value, outside, inside)
        return lines[1:] if lines[:1] == [BLANK] else lines

    def item(self, node: Node, column: int, outside: int) -> list[str]:
        """Lay out an item whose dash stands at a column (before, `outside`); comments at its head go above the dash."""
        entry = Entry("", shown(self.waiting.taken(beginning(self.text, node)), column))
        if isinstance(node, Mapping) and node.pairs and not node.pinned:
            lines = self.mapping(node, outside, column + 2)
            first = next(at for at, line in enumerate(lines) if line and not line.lstrip().startswith("#"))
            above = [line[2:] for line in lines[:first]]
            above += [" " * column + comment for comment in (self.waiting.beside(node.end) if node.flow else [])]
            return [*entry.lead, *above, f"{' ' * column}- {lines[first][column + 2 :]}", *lines[first + 1 :]]
        self.valued(entry, "-", node, column, outside, node.start)
        return [*entry.lead, " " * column + entry.lines[0], *entry.lines[1:]]

    def inline(self, value: Node, room: int, outside: int) -> str:
        """Write a value on one line if it is a short list without comments and blocks, or empty; "" otherwise."""
        if isinstance(value, Mapping):
            return "" if value.pairs else "{}"
        assert isinstance(value, Sequence)
        if self.waiting.within(value, outside) or not all(is_short(self.text, item) for item in value.items):
            return ""
        line = f"[{', '.join(short(self.text, item) for item in value.items)}]"
        return line if len(line) <= room or not value.items else ""

    def column(self, node: Node) -> int:
        """Column in the text, from 0, at which a node begins."""
        return (self.places.place(node.start).column or 1) - 1

    def dash(self, node: Sequence) -> int:
        """Column in the text of the dashes of a list."""
        start = self.text.rfind("-", node.start, node.items[0].start) if node.pinned and node.items else node.start
        return (self.places.place(max(start, node.start)).column or 1) - 1

    def below_blank(self, at: int) -> bool:
        """Whether a blank line stands above the line of an index."""
        return bool(BLANK_ABOVE.search(self.text[max(at - NEAR, 0) : at]))


def finish(entry: Entry, line: str, beside: list[str], column: int, inner: list[str] | None = None) -> None:
    """Complete an entry: one comment stands beside its first line, what there is besides above it."""
    begin, newline, rest = line.partition("\n")
    entry.lead += [" " * column + comment for comment in beside[1:]]
    entry.lines = [begin + (f"  {beside[0]}" if beside else "") + newline + rest, *(inner or [])]


def in_order(entries: list[Entry]) -> list[Entry]:
    """Put entries into the documented order of their keys, if they are keys of ours."""
    names = {entry.name for entry in entries}
    order = next((order for order in ORDERS if names <= {*order}), None)
    return sorted(entries, key=lambda entry: order.index(entry.name)) if order else entries
