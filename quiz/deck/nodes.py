"""YAML text as nodes that keep every scalar as typed, and where each stands, so that a deck can be spliced."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import TYPE_CHECKING, Any, NoReturn

import yaml
from yaml.events import (
    AliasEvent,
    DocumentEndEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
)

from quiz.deck.syntax import explained, unprintable
from quiz.errors import Place, Problem, QuizError

if TYPE_CHECKING:
    from collections.abc import Callable

LOADER: type[yaml.CBaseLoader | yaml.BaseLoader] = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
"""libyaml where PyYAML has it (ten times as fast), else the loader in Python; only its events are used."""

DEPTH = 20
"""Levels of nesting allowed; a deck needs five."""

VALUES = 2_000_000
"""Values allowed, those that aliases repeat counted again: room for 80,000 generated cards, 0.7 GB of memory."""

TEXT_TAGS = frozenset({None, "!", "tag:yaml.org,2002:str", "tag:yaml.org,2002:seq", "tag:yaml.org,2002:map"})
"""Tags that change nothing about how a deck is read."""


@dataclass(slots=True)
class Scalar:
    """A scalar: its text as typed (of a block scalar without the last line breaks) and its range of characters.

    `style` is "" for plain text, else the character that begins it. `pinned` says that an anchor, an alias or a tag
    stands there, so that no edit may touch the node.
    """

    text: str
    start: int
    end: int
    style: str = ""
    pinned: bool = False


@dataclass(slots=True)
class Sequence:
    """A list; `end` lies behind its last item, not behind the blank lines and comments that follow."""

    items: list[Node]
    start: int
    end: int
    flow: bool = False
    pinned: bool = False


@dataclass(slots=True)
class Mapping:
    """Keys and values in order, repeated keys included; `end` as in Sequence."""

    pairs: list[tuple[Node, Node]]
    start: int
    end: int
    flow: bool = False
    pinned: bool = False

    def get(self, key: str) -> tuple[Scalar, Node] | None:
        """Find the first pair whose key is this word."""
        for name, node in self.pairs:
            if isinstance(name, Scalar) and name.text == key:
                return name, node
        return None


Node = Scalar | Sequence | Mapping

Anchors = dict[str, "tuple[Node, int] | None"]
"""Anchored nodes, and how many values each holds; None as long as it is not whole."""


class Lines:
    """Turns indexes into a text into places of its file."""

    def __init__(self, path: str, text: str) -> None:
        """Note where each line begins; only LF, CR LF and CR break lines, as in editors."""
        self.path, self.text = path, text
        if text.count("\r") == text.count("\r\n"):
            self.starts = list(accumulate(map((1).__add__, map(len, text.split("\n"))), initial=0))
        else:
            self.starts = [0, *(match.end() for match in re.finditer(r"\r\n?|\n", text))]

    def place(self, index: int) -> Place:
        """Path, line and column, both from 1, of the character at an index."""
        line = bisect_right(self.starts, index)
        return Place(self.path, line, index - self.starts[line - 1] + 1)


def parse(text: str, lines: Lines) -> Node | None:
    """Parse YAML text (without a byte-order mark) to its root node, None if there is nothing in it.

    Nothing is resolved and no object made: `no`, `012`, `12:30` stay text. Raises QuizError for broken YAML, a second
    document, nesting beyond DEPTH, more than VALUES values, unknown aliases and tags (`!!python/object`).
    """
    return parse_on(text, lines, {}, 0)[0]


def parse_on(text: str, lines: Lines, anchors: Anchors, count: int) -> tuple[Node | None, int]:
    """Parse text as if it stood below another that has these anchors and so many values; its root, and how many now."""
    try:
        builder = _Builder(text, lines, anchors, count)
        return builder.root(), builder.count
    except yaml.MarkedYAMLError as error:
        code, at, message, hint = explained(error, text)
    except yaml.reader.ReaderError:
        code, at, message, hint = unprintable(text)
    raise QuizError([Problem(lines.place(at), message, hint, code=code)])


BLOCK = ("|", ">")
"""Styles of scalars that are written below their key."""

_ENDS = frozenset({MappingEndEvent, SequenceEndEvent, DocumentEndEvent})


class _Builder:
    """Builds nodes from the events of one text."""

    def __init__(self, text: str, lines: Lines, anchors: Anchors, count: int) -> None:
        self.text = text
        self.lines = lines
        self.next: Callable[[], Any] = LOADER(text).get_event
        self.last: Any = None
        self.anchors = anchors
        self.count = count

    def root(self) -> Node | None:
        """Build the only document's root."""
        documents: list[Node] = []
        while (event := self.next()) is not None:
            if type(event) is DocumentStartEvent:
                if documents:
                    self.fail(
                        "two-documents",
                        event,
                        "a second YAML document begins here",
                        "remove the line `---`, or put what follows into a file of its own",
                    )
                documents += self.nodes(1)
        root = documents[0] if documents else None
        return None if isinstance(root, Scalar) and not root.text and not root.style else root

    def nodes(self, depth: int) -> list[Node]:
        """Build all nodes up to the end of what has begun, a collection or the document, and keep the event there."""
        nodes: list[Node] = []
        # This loop takes a third of the time of checking a large deck, so that nothing is looked up in it twice.
        append, advance, count = nodes.append, self.next, self.count
        while (event := advance()) is not None:
            kind = event.__class__
            if kind is not ScalarEvent and kind in _ENDS:
                self.last = event
                break
            count += 1
            if count > VALUES:
                self.overflow(event)
            if kind is ScalarEvent and event.style not in BLOCK and not event.anchor and not event.tag:
                append(Scalar(event.value, event.start_mark.index, event.end_mark.index, event.style or ""))
            else:
                self.count = count
                append(self.alias(event) if kind is AliasEvent else self.other(event, depth))
                count = self.count
        self.count = count
        return nodes

    def other(self, event: Any, depth: int) -> Node:
        """Build a collection, or a scalar that is not just text between two marks."""
        before = self.count - 1
        node = self.scalar(event) if type(event) is ScalarEvent else self.collection(event, depth)
        if event.anchor or event.tag:
            self.pin(node, event, self.count - before)
        return node

    def scalar(self, event: Any) -> Scalar:
        """Build a scalar; a block scalar's own end swallows the blank lines behind it, so they are taken off."""
        start, end, style = event.start_mark.index, event.end_mark.index, event.style or ""
        if style not in BLOCK:
            return Scalar(event.value, start, end, style)
        return Scalar(event.value.rstrip("\n"), start, start + len(self.text[start:end].rstrip()), style)

    def collection(self, event: Any, depth: int) -> Node:
        """Build a list or mapping with all that is in it."""
        if depth > DEPTH:
            self.fail(
                "nested-deep",
                event,
                f"lists are nested more than {DEPTH} deep here",
                "a deck needs five levels at most; text that begins with [ or { stands in quotes",
            )
        if event.anchor:
            self.anchors[event.anchor] = None
        start, flow = event.start_mark.index, bool(event.flow_style)
        nodes = self.nodes(depth + 1)
        end = self.last.end_mark.index if flow else nodes[-1].end if nodes else start
        if type(event) is MappingStartEvent:
            return Mapping(list(zip(nodes[::2], nodes[1::2], strict=True)), start, end, flow)
        return Sequence(nodes, start, end, flow)

    def pin(self, node: Node, event: Any, size: int) -> None:
        """Remember an anchored node and how many values it holds; refuse a tag that means an object."""
        if event.tag not in TEXT_TAGS:
            tag = event.tag.replace("tag:yaml.org,2002:", "!!")
            self.fail(
                "yaml-tag",
                event,
                f"`{tag}` is a tag, which decks do not know",
                "text that begins with ! stands in quotes",
            )
        node.pinned = True
        if event.anchor:
            self.anchors[event.anchor] = node, size

    def alias(self, event: Any) -> Node:
        """Repeat an anchored node at the alias's own place: an edit there must not reach the anchor's."""
        name = event.anchor
        known = self.anchors.get(name)
        if known is None:
            why = (
                "an alias of what it stands in"
                if name in self.anchors
                else "an alias, and nothing above has that anchor"
            )
            self.fail(
                "yaml-alias", event, f"`*{name}` is {why}", f'text that begins with * stands in quotes: "*{name}"'
            )
        node, size = known
        self.count += size
        if self.count > VALUES:
            self.overflow(event, f"write out what aliases such as `*{name}` repeat")
        return replace(node, start=event.start_mark.index, end=event.end_mark.index, pinned=True)

    def overflow(self, event: Any, hint: str = "split it into several decks") -> NoReturn:
        """Stop at one value too many."""
        self.fail(
            "too-many-values",
            event,
            f"a deck may hold {VALUES:,} values, this one has more",
            hint,
        )

    def fail(self, code: str, event: Any, message: str, hint: str) -> NoReturn:
        """Stop at an event."""
        start, end = event.start_mark, event.end_mark
        raise QuizError(
            [Problem(self.lines.place(start.index), message, hint, code=code, width=end.index - start.index)]
        )
