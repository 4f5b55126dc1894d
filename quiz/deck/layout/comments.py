"""Finds the comments of a deck's text, each with where it stands and how far it is set apart."""

from __future__ import annotations

import re
from collections import deque
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from quiz.deck.nodes import Mapping, Sequence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quiz.deck.nodes import Node

BREAK = r"\r\n|[\r\n\x85\u2028\u2029]"
"""Line breaks of YAML 1.1."""

PROPERTIES = re.compile(r"(?:[&!][^\s,\[\]{}]*[ \t]*)*")
"""Anchor and tag before a node."""

FILLING = re.compile(rf"(?:[&!][^\s,\[\]{{}}]*|[ \t]+|{BREAK}|#[^\r\n\x85\u2028\u2029]*)*")
"""What may stand between the first property of a node and its text."""

TOKEN = re.compile(
    rf"(?P<break>{BREAK})|(?P<blank>[ \t]+)|(?P<comment>\#[^\r\n\x85\u2028\u2029]*)"
    r"|(?P<mark>^(?:---|\.\.\.)(?!\S)|^%[^\r\n]*)|[&!*][^\s,\[\]{}]*|.",
    re.MULTILINE,
)

HEADER = re.compile(r"[|>][-+0-9]*[ \t]*(?P<comment>#[^\r\n\x85\u2028\u2029]*)?")
"""The line a block scalar begins with."""


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment (or a line that marks the document's begin or end): its index, and what stands around it.

    `line` is the index its line begins at, `own` says that nothing else stands on the line, `above` and `below` that
    a blank line is there, and `gap` is where the last text before it ends.
    """

    at: int
    text: str
    line: int
    gap: int
    own: bool
    above: bool
    below: bool

    @property
    def column(self) -> int:
        """Column of the comment, from 0."""
        return self.at - self.line


def comments(text: str, root: Node) -> deque[Comment]:
    """List the comments of a text in order; those on the first line of a block scalar are found too."""
    found: deque[Comment] = deque()
    done, line = 0, 0
    size = len(text)
    for start, end in [*spans(text, root), (size, size)]:
        if not done or end == size or text.find("#", done, start) >= 0:
            found += _in_gap(text, done, start, line)
        line = max(line, text.rfind("\n", done, end) + 1, text.rfind("\r", done, end) + 1)
        done = end
    return found


def _in_gap(text: str, start: int, end: int, line: int) -> Iterator[Comment]:
    """List the comments between two texts of a file."""
    bare, breaks = start == 0, 0
    last: Comment | None = None
    for token in TOKEN.finditer(text, start, end):
        if token.lastgroup == "break":
            bare, breaks, line = True, breaks + 1, token.end()
            if last and breaks == 2:
                last = replace(last, below=True)
        elif token.lastgroup != "blank":
            if last:
                yield last
            comment = token.lastgroup in ("comment", "mark")
            last = (
                Comment(token.start(), token[0].rstrip(), line, start, bare, bare and breaks > 1, below=False)
                if comment
                else None
            )
            bare, breaks = bare and comment, 0
    if last:
        yield last


def spans(text: str, node: Node) -> list[tuple[int, int]]:
    """List the ranges of all texts below a node in order: scalars without properties, and aliases.

    A block scalar with a comment on its first line is two: the sign it begins with, and its text.
    """
    found: list[tuple[int, int]] = []
    _collect(text, node, found)
    return found


def _collect(text: str, node: Node, found: list[tuple[int, int]]) -> None:
    if node.pinned and is_alias(text, node):
        found.append((node.start, node.end))
    elif isinstance(node, Mapping):
        for key, value in node.pairs:
            _collect(text, key, found)
            _collect(text, value, found)
    elif isinstance(node, Sequence):
        for item in node.items:
            _collect(text, item, found)
    else:
        begin = beginning(text, node)
        header = HEADER.match(text, begin) if node.style in ("|", ">") else None
        if header and header["comment"]:
            found.append((begin, header.start("comment")))
            begin = max(min(header.end(), node.end), begin)
        found.append((begin, node.end))


def is_alias(text: str, node: Node) -> bool:
    """Whether an alias stands at a node's place."""
    return node.pinned and text.startswith("*", node.start)


def beginning(text: str, node: Node) -> int:
    """Index a node begins at behind its anchor and its tag."""
    if not node.pinned or is_alias(text, node):
        return node.start
    found = FILLING.match(text, node.start, node.end)
    return found.end() if found else node.start


def properties(text: str, node: Node) -> str:
    """Anchor and tag of a node as typed, with a space behind them; "" if there are none."""
    if not node.pinned or is_alias(text, node):
        return ""
    names = re.findall(r"[&!][^\s,\[\]{}]*", re.sub(r"#[^\r\n]*", "", text[node.start : beginning(text, node)]))
    return "".join(f"{name} " for name in names)
