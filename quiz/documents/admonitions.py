"""Boxes that site generators add to Markdown (`!!! note`, `::: warning`, `> [!TIP]`): their text without the marks."""

from __future__ import annotations

import re

FENCE = re.compile(r" {0,3}:{3,}(?: *\{[^{}\n]*\}| *[\w-][^\n]*)? *$")
OPENED = re.compile(r"( {0,3})(?:!!!|\?\?\?\+?)[ \t]+[\w-]+\b[^\n]*$")
QUOTED = re.compile(r"( {0,3}>[ \t]?)(?:\[![A-Za-z]+\][-+]?[^\n]*|(?:\*\*|__)[A-Z][a-z]+:?(?:\*\*|__):?)[ \t]*$")
QUOTE = re.compile(r" {0,3}>[ \t]?")
CODE = re.compile(r" {0,3}(?:```|~~~)")
TASK = re.compile(r"(\s{0,20}(?:[-*+]|\d{1,3}[.)])\s{1,4})\[[ xX]\]\s")


def without_admonitions(lines: list[str]) -> list[str]:
    """Lines of a Markdown source, as many as there were, whose boxes are plain paragraphs; code is left as it is."""
    found: list[str] = []
    inset, quoted, code = "", False, False
    for line in lines:
        text = line
        if CODE.match(line):
            code = not code
        if code:
            found.append(line)
            continue
        if inset and line.strip() and not line.startswith(inset):
            inset = ""
        quoted = quoted and QUOTE.match(line) is not None
        if opened := OPENED.match(line):
            text, inset = "", opened[1] + " " * 4
        elif QUOTED.match(line) and (not found or not QUOTE.match(found[-1])):
            text, quoted = "", True
        elif FENCE.match(line):
            text = ""
        elif inset:
            text = line[len(inset) :]
        elif quoted:
            text = QUOTE.sub("", line, count=1)
        found.append(TASK.sub(r"\1", text, count=1))
    return found
