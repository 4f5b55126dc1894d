"""Tells of a slip in YAML more than the parser knows: what the lines around it say of what was meant."""

from __future__ import annotations

import re

CLOSE_IT = "add the closing quote; text that begins with a quote itself stands in quotes of the other kind"
CURLY = "“”„«»‘’‚"
NEAR = 2000
"""Characters above a slip that are looked at."""

CLOSED = re.compile(rf"^[ \t]*(?:- +)*(?:\w+: +)?\"[^\"\n]*(?P<at>[{CURLY}])[ \t]*\r?$", re.MULTILINE)
"""A line whose text begins with a straight quote and ends with a curly one."""

OPENED = re.compile(r"^[ \t]*(?:- +)*(?:\w+:[ \t]+)?(?P<at>[\"'])(?:(?!(?P=at)).)*$", re.MULTILINE)
"""A line whose text begins with a quote that it does not close."""

BEGUN = re.compile(r"[ \t]*(?:- |\w+:\s)")
BLOCK = re.compile(r"(?:.*:)?[ \t]*(?P<sign>[|>])[-+\d]*")
ITEM = re.compile(r"[ \t]*- +(?P<text>.*\S)")
KEYED = re.compile(r"[ \t]*(?P<key>\w+):(?:\s|$)")
LINE = re.compile(r"(?P<indent> *)(?P<dash>- +)?.*?(?P<opens>:)?[ \t]*")

Told = tuple[str, int, str, str]
"""Code, index, message and hint."""


def told_better(text: str, code: str, at: int, message: str, hint: str) -> Told:
    """Tell of a slip in a text as the lines around it show what was meant."""
    if code == "yaml-loose-text":
        return code, at, *_keyless(text, at, message, hint)
    if code == "yaml-tab":
        return code, at, message, _spaces(text, at) or hint
    if code == "yaml-backslash":
        return code, max(text.rfind("\\", text.rfind("\n", 0, at) + 1, at + 1), 0) or at, message, hint
    if code in ("yaml-quote-open", "yaml-quote-inside"):
        start = max(text.rfind("\n", 0, at if code == "yaml-quote-open" else max(0, at - NEAR)) + 1, 0)
        found = CLOSED.match(text, start) if code == "yaml-quote-open" else _last(CLOSED, text, start, at)
        if found:
            return (
                "yaml-curly-quotes",
                found.start("at"),
                "this is a curly quote, which does not close the straight one",
                'write the straight quote `"` here too',
            )
    if code == "yaml-quote-inside" and (opened := _opened(text, at)) is not None:
        return "yaml-quote-open", opened, "a quote is opened here and never closed", CLOSE_IT
    return code, at, message, hint


def _opened(text: str, at: int) -> int | None:
    """Find the quote that a key above opens and that only one behind the key of this line closes; None if none."""
    start = text.rfind("\n", 0, at) + 1
    found = _last(OPENED, text, max(0, text.rfind("\n", 0, max(0, start - NEAR)) + 1), start)
    if not found or not BEGUN.match(text, start) or found["at"] in text[found.end() : start]:
        return None
    return found.start("at")


def _last(pattern: re.Pattern[str], text: str, start: int, end: int) -> re.Match[str] | None:
    """Find the last match within a stretch."""
    return next(iter([*pattern.finditer(text, start, end)][-1:]), None)


def _above(text: str, at: int) -> list[str]:
    """List the lines above a place that hold anything, the nearest first."""
    lines = text[max(0, at - NEAR) : text.rfind("\n", 0, at) + 1].splitlines()
    return [line for line in reversed(lines) if line.strip()]


def _keyless(text: str, at: int, message: str, hint: str) -> tuple[str, str]:
    """Tell of a line without a key how it would have one."""
    line, _, below = text[at:].partition("\n")[0].strip(), None, text[at : at + NEAR].partition("\n")[2]
    above = _above(text, at)
    if above and (block := BLOCK.fullmatch(above[0].rstrip())):
        sign = block["sign"]
        return f"this line does not belong to the `{sign}` above it", "indent all lines of its text more than its key"
    start = text.rfind("\n", 0, at) + 1
    if start == at and all(each.startswith("#") for each in above):
        return "this line has no key", f"write `title: {line}`"
    key = KEYED.match(below)
    if key and ITEM.match(text[start : at + len(line)]) and len(key[0]) - len(key[0].lstrip()) >= at - start:
        name = "text" if key["key"] == "feedback" else "question"
        return (
            f"this item has no key, and below it stands `{key['key']}`",
            f"write `- {name}: {line}`, and `{key['key']}` below it",
        )
    return message, hint


def _spaces(text: str, at: int) -> str:
    """Tell how many spaces belong in place of a tab that indents a line; "" if the lines above do not say."""
    start = text.rfind("\n", 0, at) + 1
    line = text[start:].partition("\n")[0]
    if text[start:at].strip():
        return ""
    item = line.lstrip().startswith("- ")
    for above in _above(text, at):
        found = LINE.fullmatch(above)
        if not found or above[len(found["indent"]) :].startswith("\t"):
            return ""
        inner = len(found["indent"]) + len(found["dash"] or "")
        if found["opens"] or bool(found["dash"]) == item or not item:
            spaces = inner + 2 if found["opens"] else len(found["indent"]) if item else inner
            return f"begin the line with {spaces} spaces instead" if spaces else ""
        return ""
    return ""
