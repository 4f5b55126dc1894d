"""Gaps of a cloze, in the ways people write them: `{{1829}}`, `{{c1::1829}}`, `{{1829::hint}}`."""

from __future__ import annotations

import re

MARKED = re.compile(r"\{\{((?:[^{}]|\{(?!\{)|\}(?!\}))*)\}\}")
"""A gap; none may stand within another, which also keeps the search linear on hostile text."""


def gaps(cloze: str) -> tuple[str, ...]:
    """Text of each gap, in order, without number and hint."""
    return tuple(_text(match[1]) for match in MARKED.finditer(cloze))


def normal(cloze: str) -> str:
    """Write every gap the one way the program knows, `{{1829}}`; number and hint are left out."""
    return MARKED.sub(lambda match: "{{" + _text(match[1]) + "}}", cloze)


def answer(cloze: str) -> str:
    """Name what is to be known of a cloze: its gaps, each once."""
    return ", ".join(dict.fromkeys(gaps(cloze)))


def fault(cloze: str) -> tuple[str, str] | None:
    """Message and hint for a cloze that cannot be asked, None for a good one."""
    found = gaps(cloze)
    if cloze.count("{{") != len(found):
        return "a gap is opened with {{ and not closed", "close it with }}"
    if not found:
        return "the cloze has no gap", "write what is to be known as {{answer}}"
    if not all(found):
        return "a gap holds no text", "write the answer between {{ and }}"
    return None


def _text(inside: str) -> str:
    if "::" in inside:
        inside = re.sub(r"^\s*c\d+::", "", inside).split("::", 1)[0]
    return inside.strip()
