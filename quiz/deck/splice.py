"""Edits to a deck's text at the positions of its nodes; every character outside them stays."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from quiz.deck.cards import CARD_KEYS, SOURCE_KEYS
from quiz.deck.nodes import Mapping, Scalar, Sequence
from quiz.deck.parse import DECK_KEYS
from quiz.deck.render import BARE, after, entry, flow, is_plain, item, quoted, restyled

if TYPE_CHECKING:
    from collections.abc import Iterable

    from quiz.deck.nodes import Node
    from quiz.deck.record import Record
    from quiz.deck.render import Value
    from quiz.deck.threeway import Path

ORDERS = (DECK_KEYS, CARD_KEYS, SOURCE_KEYS)
"""Canonical orders of keys: one that is added goes behind the last one that comes before it there."""

COMMENT = re.compile(r"[ ]*#")


@dataclass(frozen=True, slots=True)
class Edit:
    """Characters `start` to `end` of a text give way to others; with `start == end` they are put in."""

    start: int
    end: int
    text: str


def spliced(text: str, edits: Iterable[Edit]) -> str:
    """Apply edits that do not overlap; those at one place in the order given. Lines break as the text's own do."""
    newline = "\r\n" if "\r\n" in text else "\n"
    parts, done = [], 0
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.end)):
        if edit.start < done:
            raise ValueError("edits overlap")
        parts += [text[done : edit.start], edit.text.replace("\n", newline)]
        done = edit.end
    return "".join([*parts, text[done:]])


def disjoint(edits: Iterable[Edit]) -> bool:
    """Whether `spliced` can apply edits together."""
    ordered = sorted(edits, key=lambda edit: (edit.start, edit.end))
    return all(one.end <= other.start for one, other in pairwise(ordered))


class Splicer:
    """Makes the edits to one text; None stands for what would hurt a person's comment, anchor or tag."""

    def __init__(self, text: str) -> None:
        """Take the text that the nodes to come were read from."""
        self.text = text
        self._spaced: dict[int, bool] = {}

    def change(self, node: Mapping, path: Path, value: Value | None) -> tuple[Edit, ...] | None:
        """Set the value at a path below a mapping, or take its key out."""
        key, *rest = path
        pair = node.get(key)
        if node.pinned or (pair and (pair[0].pinned or is_pinned(pair[1]))):
            return None
        if rest:
            return self.change(pair[1], tuple(rest), value) if pair and isinstance(pair[1], Mapping) else None
        if pair is None:
            return None if value is None else self.add(node, key, value)
        return self.remove(node, pair) if value is None else self.put(node, pair, value)

    def put(self, node: Mapping, pair: tuple[Scalar, Node], value: Value) -> tuple[Edit, ...] | None:
        """Replace the value of a key."""
        key, old = pair
        if isinstance(old, Sequence) and isinstance(value, list) and len(old.items) == len(value):
            pairs = [(one, other) for one, other in zip(old.items, value, strict=True) if isinstance(other, str)]
            if len(pairs) == len(value) and all(isinstance(one, Scalar) for one in old.items):
                edits = [
                    self.scalar(one, other, "", self.column(old.start), flowing=old.flow)
                    for one, other in pairs
                    if isinstance(one, Scalar) and one.text != other
                ]
                return None if None in edits else tuple(edit for edit in edits if edit)
        column = self.column(key.start)
        if isinstance(old, Scalar) and isinstance(value, str) and (old.text or old.style):
            edit = self.scalar(old, value, key.text, column, flowing=node.flow)
            return (edit,) if edit else None
        colon = self.text.find(":", key.end) + 1
        if not colon or self.commented(colon, old.end, old):
            return None
        one_line = node.flow or bool(self.tail(old.end).strip())
        shown = " " + flow(value, key.text) if one_line else after(key.text, value, column)
        return (Edit(colon, old.end, shown),)

    def scalar(self, old: Scalar, value: str, key: str, column: int, *, flowing: bool) -> Edit | None:
        """Replace one scalar, in the quotes it has unless only its text needed them.

        `column` is that of the key or list it belongs to.
        """
        if old.pinned or self.commented(old.start, old.end, old):
            return None
        style = "" if old.style == '"' and not is_plain(old.text, flow=flowing) else old.style
        if key in BARE:
            shown = value
        elif flowing:
            shown = restyled(value, style, 0, 0) if style in ("'", '"') else flow(value)
        elif self.tail(old.end).strip():
            bare = value if is_plain(value) else quoted(value)
            shown = restyled(value, style, 0, 0) if style in ("'", '"') else bare
        else:
            shown = restyled(value, style, column + 2, self.column(old.start))
        return Edit(old.start, old.end, shown)

    def add(self, node: Mapping, key: str, value: Value) -> tuple[Edit, ...] | None:
        """Put in a key that is not there."""
        if not node.pairs:
            return None
        names = [name.text for name, _ in node.pairs if isinstance(name, Scalar)]
        order = next(order for order in ORDERS if {key, *names} <= {*order})
        earlier = [name for name in order[: order.index(key)] if name in names]
        neighbour = node.pairs[names.index(earlier[-1])] if earlier else node.pairs[0]
        if node.flow:
            end = neighbour[1].end
            return (Edit(end, end, f", {key}: {flow(value, key)}"),)
        end = self.line_end(neighbour[1].end)
        column = self.column(node.pairs[0][0].start)
        return (Edit(end, end, f"\n{' ' * column}{entry(key, value, column)}"),)

    def remove(self, node: Mapping, pair: tuple[Scalar, Node]) -> tuple[Edit, ...] | None:
        """Take out a key with its value, and its lines."""
        key, value = pair
        places = [name.start for name, _ in node.pairs]
        at = places.index(key.start)
        first_on_line = not self.text[self.line_start(key.start) : key.start].strip(" ")
        if node.flow and at > 0:
            start, end = node.pairs[at - 1][1].end, value.end
        elif not node.flow and first_on_line:
            start, end = self.line_start(key.start), self.line_end(value.end)
            start, end = (self.before_break(start), end) if start else (0, self.next_line(end))
        elif at + 1 < len(places):
            start, end = key.start, places[at + 1]
        else:
            return None
        bare = self.text[start : key.start] + self.text[value.end : end] + self.between(key.end, value.end, value)
        return None if "#" in bare else (Edit(start, end, ""),)

    def card(self, cards: Sequence, index: int, record: Record) -> Edit:
        """Put in a card behind the one at an index, or before the first for -1."""
        if cards.flow:
            shown = flow(record)
            at = cards.items[index].end if index >= 0 else cards.items[0].start
            return Edit(at, at, f", {shown}" if index >= 0 else f"{shown}, ")
        dash = re.compile(r"^ *-(?=\s)", re.MULTILINE).search(self.text, self.line_start(cards.start))
        assert dash is not None
        indent = " " * (dash.end() - dash.start() - 1)
        shown = f"{indent}- {item(record, len(indent) + 2)}"
        gap = "\n\n" if self.spaced(cards) else "\n"
        if index < 0:
            at = self.above(dash.start(), indent)
            return Edit(at, at, shown + gap)
        at = self.below(self.line_end(cards.items[index].end), indent)
        return Edit(at, at, gap + shown)

    def without(self, cards: Sequence, index: int) -> Edit | None:
        """Take out a card with its lines; comments above it and the next one stay, a list in brackets is left alone."""
        start = self.line_start(cards.items[index].start)
        if cards.flow or self.text[start : cards.items[index].start].strip() != "-":
            return None
        indent = self.text[start : self.text.index("-", start)]
        if index + 1 < len(cards.items):
            return Edit(start, self.above(self.line_start(cards.items[index + 1].start), indent), "")
        end = self.next_line(self.below(self.line_end(cards.items[index].end), indent))
        blank = re.compile(r"(?:(?<=[\r\n])[ \t]*(?:\r\n|\r|\n))*\Z").search(self.text[:start])
        return Edit(blank.start() if blank else start, end, "")

    def spaced(self, cards: Sequence) -> bool:
        """Whether blank lines stand between the cards; looked at once, however many are put in."""
        if cards.start not in self._spaced:
            self._spaced[cards.start] = self._look(cards)
        return self._spaced[cards.start]

    def _look(self, cards: Sequence) -> bool:
        pairs = zip(cards.items, cards.items[1:], strict=False)
        gaps = [self.text[one.end : other.start] for one, other in pairs]
        return not gaps or any(re.search(r"\n[ \t]*\r?\n", gap) for gap in gaps)

    def above(self, at: int, indent: str) -> int:
        """Go up from a line's start over the comments that belong to that line."""
        while at and self.text[self.line_start(at - 1) : at].startswith(f"{indent}#"):
            at = self.line_start(at - 1)
        return at

    def below(self, at: int, indent: str) -> int:
        """Go down from a line's end over the comments that are indented more than the dash of a card."""
        while True:
            start = self.next_line(at)
            comment = COMMENT.match(self.text, start)
            if start == at or not comment or comment.end() - start - 1 <= len(indent):
                return at
            at = self.line_end(start)

    def commented(self, start: int, end: int, node: Node) -> bool:
        """Whether a comment stands in a range that ends with a node."""
        return "#" in self.between(start, end, node)

    def between(self, start: int, end: int, node: Node) -> str:
        """Text of a range without the contents of the scalars in a node; of a block scalar its first line remains."""
        parts = []
        for scalar in scalars(node):
            if scalar.start < start:
                continue
            parts.append(self.text[start : scalar.start])
            if scalar.style in ("|", ">"):
                parts.append(self.text[scalar.start : min(self.line_end(scalar.start), scalar.end)])
            start = scalar.end
        return "".join([*parts, self.text[start:end]])

    def column(self, at: int) -> int:
        """Column of a character, from 0."""
        return at - self.line_start(at)

    def line_start(self, at: int) -> int:
        """Index of the first character of a line."""
        return max(self.text.rfind("\n", 0, at), self.text.rfind("\r", 0, at)) + 1

    def line_end(self, at: int) -> int:
        """Index of the line break, or of the end of the text, from some place on."""
        match = re.compile(r"[\r\n]").search(self.text, at)
        return match.start() if match else len(self.text)

    def next_line(self, at: int) -> int:
        """Index behind the line break at a place; the place itself at the end of the text."""
        match = re.compile(r"\r\n|\r|\n").match(self.text, at)
        return match.end() if match else at

    def before_break(self, at: int) -> int:
        """Index before the line break that ends at a place."""
        return at - 2 if self.text[at - 2 : at] == "\r\n" else at - 1

    def tail(self, at: int) -> str:
        """Rest of a line."""
        return self.text[at : self.line_end(at)]


def is_pinned(node: Node) -> bool:
    """Whether an anchor, an alias or a tag stands at a node or below it."""
    if node.pinned or isinstance(node, Scalar):
        return node.pinned
    inner = node.items if isinstance(node, Sequence) else [part for pair in node.pairs for part in pair]
    return any(is_pinned(part) for part in inner)


def scalars(node: Node) -> list[Scalar]:
    """List the scalars of a node in the order of the text."""
    if isinstance(node, Scalar):
        return [node]
    inner = node.items if isinstance(node, Sequence) else [part for pair in node.pairs for part in pair]
    return [scalar for part in inner for scalar in scalars(part)]
