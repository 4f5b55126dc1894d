"""A cloze text with several numbers, each of which is a card of ours, put together again after one was changed."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass

from quiz.deck.cloze import MARKED, gaps, normal

HINTED = re.compile(r"\{\{(?:c\d+::)?((?:[^{}:]|[{}](?![{}])|:(?!:))*)::((?:[^{}]|\{(?!\{)|\}(?!\}))*)\}\}")
COLONS = "∷"
"""Stands in our gaps for two colons, which would begin a hint."""

UNLIKE = "notes whose clozes were changed in different ways, so that they make no one text"
MISSING = "notes whose cloze text no longer holds the words of their other gaps"

Written = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class _Gap:
    """A stretch of the text that is asked for under a number."""

    start: int
    end: int
    number: int


def reclozed(clozes: Mapping[int, tuple[str, str]], changed: Collection[int], written: Written) -> tuple[str, str]:
    """Write Anki's text from its cards' clozes, each as it was imported and as it is (empty where it was deleted).

    `written` makes HTML of text. Where the cards do not make one text, a fault is told in place of it.
    """
    texts = {_filled(clozes[number][1]) for number in changed}
    if len(texts) > 1:
        return "", UNLIKE
    (text,) = texts
    found: list[_Gap] = []
    for number in sorted(changed):
        found += _stood(clozes[number][1], number)
    for number, (was, now) in sorted(clozes.items()):
        if number not in changed:
            more = _placed(gaps(now or was), number, text, found)
            if more is None:
                return "", MISSING
            found += more
    hints = {gap.strip(): hint for was, now in clozes.values() for gap, hint in HINTED.findall(now or was)}
    return _marked(text, sorted(found, key=lambda gap: gap.start), hints, written), ""


def _filled(cloze: str) -> str:
    """Show a cloze with its gaps filled."""
    return MARKED.sub(r"\1", normal(cloze))


def _stood(cloze: str, number: int) -> list[_Gap]:
    """Tell where the gaps of a cloze stand in the text that has them filled."""
    found, shift = [], 0
    cloze = normal(cloze)
    for match in MARKED.finditer(cloze):
        start = match.start() - shift
        found.append(_Gap(start, start + len(match[1]), number))
        shift += len(match[0]) - len(match[1])
    return found


def _placed(words: Collection[str], number: int, text: str, taken: Collection[_Gap]) -> list[_Gap] | None:
    """Find the words of the gaps of another number, in their order, where no gap stands yet; None if one is missing."""
    found: list[_Gap] = []
    at = 0
    for word in words:
        start = text.find(word, at)
        while start >= 0 and any(gap.start < start + len(word) and start < gap.end for gap in taken):
            start = text.find(word, start + 1)
        if start < 0:
            return None
        at = start + len(word)
        found.append(_Gap(start, at, number))
    return found


def _marked(text: str, found: Collection[_Gap], hints: Mapping[str, str], written: Written) -> str:
    """Write the text with the gaps marked as Anki marks them; colons in one would begin a hint."""
    parts, at = [], 0
    for gap in found:
        words = text[gap.start : gap.end]
        hint = f"::{written(hints[words])}" if words in hints else ""
        shown = written(words).replace(COLONS, "::").replace("::", "&#58;&#58;")
        parts += [_edged(text[at : gap.start], written), f"{{{{c{gap.number}::{shown}{hint}}}}}"]
        at = gap.end
    return "".join([*parts, _edged(text[at:], written)])


def _edged(text: str, written: Written) -> str:
    """Write text between two gaps, with the space at its ends."""
    inner = written(text)
    if not inner:
        return " " if text else ""
    breaks = text.replace("\n", "")
    before = "<br>" if text.startswith("\n") else " " * breaks[:1].isspace()
    behind = "<br>" if text.endswith("\n") else " " * breaks[-1:].isspace()
    return before + inner + behind
