"""Where a card comes from, as our exports say it in words -> a source again."""

from __future__ import annotations

import re
from collections.abc import Iterable

from quiz.deck.model import Passage, Source

QUOTED = re.compile(r"“(.{1,20000})”(?: \((.{1,500})\))?", re.DOTALL)
NUMBER = re.compile(r"(line|page|paragraph) ([1-9]\d{0,8})")


def source(text: str, document: str, place: str, title: str) -> Source | None:
    """Make a source of a passage, a document and a place; None of nothing. A deck's own document is called as it is."""
    if not (text or document):
        return None
    numbers: dict[str, int] = {}
    sections = []
    for part in filter(None, place.split(", ")):
        if found := NUMBER.fullmatch(part):
            numbers[found[1]] = int(found[2])
        else:
            sections.append(part)
    return Source(Passage(text, section=", ".join(sections), **numbers), "" if document == title else document)


def quoted(lines: Iterable[str], title: str) -> tuple[Source | None, list[str]]:
    """Take the passages out of lines that explain a card: the first with its place, the others evidence."""
    passages: list[Source] = []
    rest = []
    for line in lines:
        found = QUOTED.fullmatch(line)
        if not found or not (found[2] or passages):
            rest.append(line)
            continue
        parts = (found[2] or "").split(", ")
        at = next((at for at, part in enumerate(parts) if NUMBER.fullmatch(part)), 1)
        made = source(found[1], ", ".join(parts[:at]), ", ".join(parts[at:]), title)
        passages += [made] if made else []
    if not passages:
        return None, rest
    first = passages[0]
    return Source(first.passage, first.document, tuple(each.passage for each in passages[1:])), rest
