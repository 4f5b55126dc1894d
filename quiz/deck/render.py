"""Writes values as YAML that any YAML 1.1 or 1.2 reader takes for the same text, and people like to edit."""

from __future__ import annotations

import re

from quiz.deck.syntax import UNPRINTABLE

WIDTH = 100
"""Columns after which long text is folded."""

Value = str | list["Value"] | dict[str, "Value"]
"""A value as a deck holds it: every scalar is text."""

BARE = frozenset({"format", "line", "page", "paragraph", "reviewed", "stale", "partial", "points"})
"""Keys whose values are numbers or truths, written without quotes."""

WORDS = frozenset({"y", "n", "yes", "no", "true", "false", "on", "off", "null", "~", "=", ".inf", ".nan", "inf", "nan"})
"""Words that some YAML reader takes for something other than text."""

NUMERIC = re.compile(r"[-+.]?[\d.][\d._,:eExXoObBtTzZa-fA-F+\-\s]*")
"""What some YAML reader might take for a number, a time or a date, and more."""

BREAKS = re.compile("[\t\n\r\x85\u2028\u2029\ufeff]")
"""White space that YAML changes, characters that YAML 1.1 breaks lines at and YAML 1.2 does not, byte-order marks."""

ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}


def entry(key: str, value: Value, column: int) -> str:
    """Write a key that stands at a column (from 0), and its value, without a line break at the end."""
    return f"{key}:{after(key, value, column)}"


def after(key: str, value: Value, column: int) -> str:
    """Write what follows the colon of a key."""
    inside = column + 2
    if isinstance(value, str):
        return " " + (value if key in BARE else scalar(value, inside, column + len(key) + 2))
    room = WIDTH - column - len(key) - 2
    if isinstance(value, dict):
        return "".join(f"\n{' ' * inside}{entry(name, inner, inside)}" for name, inner in value.items())
    if all(isinstance(item, str) for item in value) and len(inline := flow(value)) <= room:
        return " " + inline
    return "".join(f"\n{' ' * inside}- {item(inner, inside + 2)}" for inner in value)


def item(value: Value, column: int) -> str:
    """Write a list's item whose text begins at a column."""
    if isinstance(value, dict):
        return f"\n{' ' * column}".join(entry(key, inner, column) for key, inner in value.items())
    return scalar(value, column, column) if isinstance(value, str) else flow(value)


def flow(value: Value, key: str = "") -> str:
    """Write a value on one line, as it must stand within brackets."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{name}: {flow(inner, name)}" for name, inner in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(flow(inner) for inner in value) + "]"
    return value if key in BARE or is_plain(value, flow=True) else quoted(value)


def restyled(text: str, style: str, inside: int, column: int) -> str:
    """Write text in the quotes that stood there, or else as `scalar` does; arguments as there."""
    if style == "'" and is_simple(text):
        return single(text)
    return double(text) if style in ("'", '"') else scalar(text, inside, column)


def scalar(text: str, inside: int, column: int) -> str:
    """Write text that begins at a column, its further lines indented to `inside`; long text is folded."""
    if UNPRINTABLE.search(text) or BREAKS.search(text.replace("\n", "")):
        return quoted(text)
    indent = "\n" + " " * inside
    if "\n" in text:
        lines = text.split("\n")
        clean = (
            all(line == line.rstrip() for line in lines) and lines[0] == lines[0].lstrip() and lines[0] and lines[-1]
        )
        return "|-" + "".join(indent + line if line else "\n" for line in lines) if clean else quoted(text)
    short = text if is_plain(text) else quoted(text)
    if column + len(short) <= WIDTH or text != text.strip() or len(lines := folded(text, WIDTH - inside)) < 2:
        return short
    return ">-" + "".join(indent + line for line in lines)


def folded(text: str, width: int) -> list[str]:
    """Break text into lines at single spaces, so that YAML joins them again to the same text."""
    lines = [""]
    for word in re.split(r"(?<=\S) (?=\S)", text):
        if lines[-1] and len(lines[-1]) + 1 + len(word) > width:
            lines.append(word)
        else:
            lines[-1] += f" {word}" if lines[-1] else word
    return lines


def is_plain(text: str, *, flow: bool = False) -> bool:
    """Whether text may stand without quotes (more cautious than YAML demands)."""
    if not text or text != text.strip() or text[0] in "-?:,[]{}#&*!|>'\"%@`" or text.endswith(":"):
        return False
    if text.lower().lstrip("+") in WORDS or NUMERIC.fullmatch(text) or text.startswith(("...", "<<")):
        return False
    if ": " in text or " #" in text or not is_simple(text):
        return False
    return not (flow and re.search(r"[,\[\]{}:]", text))


def quoted(text: str) -> str:
    """Write text in quotes on one line: double ones, or single ones where those spare a backslash."""
    return single(text) if is_simple(text) and ('"' in text or "\\" in text) else double(text)


def is_simple(text: str) -> bool:
    """Whether text is one line of printable characters that every YAML reader keeps."""
    return not UNPRINTABLE.search(text) and not BREAKS.search(text)


def single(text: str) -> str:
    """Write text in single quotes; it must hold only spaces and printable characters."""
    return "'" + text.replace("'", "''") + "'"


def double(text: str) -> str:
    """Write any text in double quotes; a lone surrogate, which no file can hold, becomes U+FFFD."""
    return '"' + "".join(map(escaped, text)) + '"'


def escaped(character: str) -> str:
    """Write one character within double quotes."""
    if character in ESCAPES:
        return ESCAPES[character]
    if "\ud800" <= character <= "\udfff":
        return "\ufffd"
    if not UNPRINTABLE.match(character) and not BREAKS.match(character):
        return character
    code = ord(character)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"
