"""Writes one text of a deck anew: a person's block stays a block, quotes go where they are not needed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quiz.deck.layout.comments import HEADER, beginning, is_alias, properties
from quiz.deck.nodes import Lines, Mapping, Scalar, parse
from quiz.deck.render import BARE, BREAKS, WIDTH, flow, folded, is_plain, is_simple, scalar
from quiz.deck.syntax import UNPRINTABLE

if TYPE_CHECKING:
    from quiz.deck.nodes import Node

NOT_IN_FLOW = re.compile(r"^[?:]|[,\[\]{}:#]")
"""What keeps a text that was typed without quotes from standing so within brackets."""


def short(text: str, node: Node, key: str = "") -> str:
    """Write a scalar or an alias as it stands within brackets, on one line."""
    if is_alias(text, node):
        return text[node.start : node.end]
    assert isinstance(node, Scalar)
    shown = flow(node.text, key)
    if not node.style and node.text and is_simple(node.text) and not NOT_IN_FLOW.search(node.text):
        shown = node.text
    return properties(text, node) + shown


def long(text: str, node: Node, key: str, inside: int, column: int) -> str:
    """Write a scalar or an alias that begins at a column, its further lines indented to `inside`."""
    if is_alias(text, node):
        return text[node.start : node.end]
    assert isinstance(node, Scalar)
    before = properties(text, node)
    return (before + _written(text, node, key, inside, column + len(before))).rstrip(" ")


def _written(text: str, node: Scalar, key: str, inside: int, column: int) -> str:
    if not node.text and not node.style:
        return ""
    if node.style in ("|", ">"):
        return _block(text, node, inside) or scalar(node.text, inside, column)
    plain = not node.style or is_plain(node.text) or (key in BARE and node.text.isalnum())
    if plain and is_simple(node.text) and column + len(node.text) <= WIDTH:
        return node.text
    return scalar(node.text, inside, column)


def _block(text: str, node: Scalar, inside: int) -> str:
    """Write a block scalar as one; "" if the text can stand in none."""
    if not node.text or UNPRINTABLE.search(node.text) or BREAKS.search(node.text.replace("\n", "").replace("\t", "")):
        return ""
    header = HEADER.match(text, beginning(text, node))
    assert header
    sign = "-" if "-" in header[0].partition("#")[0] else ""
    shown = _folded(text[header.end() : node.end], node.text, inside, sign) if node.style == ">" else ""
    return shown or (_literal(node.text, inside, sign) if node.style == "|" or "\n" in node.text else "")


def _literal(value: str, inside: int, sign: str) -> str:
    """Write text line by line, with its indentation told where a line begins with white space before all others."""
    first = next(line for line in value.split("\n") if line)
    told = "2" if first[0] in " \t" else ""
    return f"|{told}{sign}" + _indented(value.split("\n"), inside)


def _folded(typed: str, value: str, inside: int, sign: str) -> str:
    """Write text in the lines it was broken into, or in others where one is too long; "" if that is not the same."""
    lines = re.split(r"\r\n|\r|\n", typed)[1:] or [""]
    indent = min((len(line) - len(line.lstrip(" ")) for line in lines if line.strip(" ")), default=0)
    lines = [line[indent:] for line in lines]
    if max(map(len, lines)) > WIDTH - inside and "\n" not in value:
        lines = folded(value, WIDTH - inside)
    if any(line != line.strip() for line in lines) or not lines[0]:
        return ""
    shown = f">{sign}" + _indented(lines, inside)
    return shown if " ".join(lines) == value or _reads(shown, inside, value) else ""


def _indented(lines: list[str], inside: int) -> str:
    return "".join("\n" + (" " * inside + line if line else "") for line in lines)


def _reads(shown: str, inside: int, value: str) -> bool:
    """Whether a block reads as a text."""
    whole = f"{' ' * (inside - 2)}x: {shown}\n"
    root = parse(whole, Lines("", whole))
    read = root.pairs[0][1] if isinstance(root, Mapping) else None
    return isinstance(read, Scalar) and read.text == value


def is_short(text: str, node: Node) -> bool:
    """Whether an item may stand within brackets: an alias, or text that nobody wrote as a block."""
    return is_alias(text, node) or (isinstance(node, Scalar) and node.style not in ("|", ">"))
