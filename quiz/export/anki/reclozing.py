"""A cloze text with several numbers, each of which is a card of ours, put together again after one was changed."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import repeat

from quiz.deck.cloze import MARKED, gaps, hints, normal
from quiz.deck.marks import HELD
from quiz.export.anki.marking import COLON, Gap, gapped
from quiz.export.anki.markup import clean

COLONS = "∷"
"""Stands in our gaps for two colons, which would begin a hint."""

DEEPEST = 8
"""Gaps within one another, as many as Anki reads."""

UNLIKE = "notes whose clozes were changed in different ways, so that they make no one text"
MISSING = "notes whose cloze text no longer holds the words of their other gaps"
CROSSED = "notes whose clozes were changed so that a gap begins within another and ends behind it"

Finish = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class _Gap:
    """A stretch of the text that is asked for under a number."""

    start: int
    end: int
    number: int
    hint: str

    def meets(self, start: int, end: int) -> bool:
        """Whether it shares anything with another stretch."""
        return self.start < end and start < self.end


def reclozed(
    clozes: Mapping[int, tuple[str, str]], changed: Collection[int], finish: Finish = str, *, joined: bool = False
) -> tuple[str, str]:
    """Write Anki's text from its cards' clozes, each as it was imported and as it is (empty where it was deleted).

    `finish` is applied to the HTML. Gaps of the same words are one of several numbers if they are to be `joined`, else
    one within another. Where the cards do not make one text, a fault is told in place of it.
    """
    clozes = {number: (was.replace(HELD, ""), now.replace(HELD, "")) for number, (was, now) in clozes.items()}
    texts = {_filled(clozes[number][1]) for number in changed}
    if len(texts) > 1:
        return "", UNLIKE
    (text,) = texts
    found = [gap for number in changed for gap in _stood(clozes[number][1], number)]
    for number, (was, now) in sorted(clozes.items()):
        if number not in changed:
            more = _placed(now or was, number, text, found)
            if more is None:
                return "", MISSING
            found += more
    order = sorted(_joined(found) if joined else [(gap, str(gap.number)) for gap in found], key=_opening)
    nested = _nested(text, 0, len(text), order)
    if nested is None:
        return "", CROSSED
    return finish(gapped(clean(nested[0]), nested[1], _colons)), ""


def _colons(words: str) -> str:
    """Write colons that would begin a hint in another way."""
    words = words.replace(COLONS, "::").replace("::", COLON * 2)
    return words[:-1] + COLON if words.endswith(":") else words


def _filled(cloze: str) -> str:
    """Show a cloze with its gaps filled."""
    return MARKED.sub(r"\1", normal(cloze))


def _stood(cloze: str, number: int) -> list[_Gap]:
    """Tell where the gaps of a cloze stand in the text that has them filled."""
    found, shift = [], 0
    for match, hint in zip(MARKED.finditer(normal(cloze)), hints(cloze) or repeat(""), strict=False):
        start = match.start() - shift
        found.append(_Gap(start, start + len(match[1]), number, hint))
        shift += len(match[0]) - len(match[1])
    return found


def _placed(cloze: str, number: int, text: str, taken: Collection[_Gap]) -> list[_Gap] | None:
    """Find the gaps of a cloze in a text that was changed; None if the words of one are missing.

    Before and behind what was changed they stand where they stood, else their words are looked for, in their order,
    where no gap stands yet.
    """
    before = _filled(cloze)
    head = _alike(before, text)
    tail = min(_alike(before[::-1], text[::-1]), len(before) - head, len(text) - head)
    found: list[_Gap] = []
    at = 0
    for gap, word in zip(_stood(cloze, number), gaps(cloze), strict=True):
        start = gap.start if gap.end <= head else gap.start + len(text) - len(before)
        if gap.end > head and gap.start < len(before) - tail:
            start = text.find(word, at)
            while start >= 0 and any(other.meets(start, start + len(word)) for other in taken):
                start = text.find(word, start + 1)
        if start < 0:
            return None
        at = start + len(word)
        found.append(_Gap(start, at, number, gap.hint))
    return found


def _alike(one: str, other: str) -> int:
    """Count the characters with which both begin."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (mine, theirs) in pairs if mine != theirs), min(len(one), len(other)))


def _opening(named: tuple[_Gap, str]) -> tuple[int, int, int]:
    """Put gaps in the order in which they open."""
    return named[0].start, -named[0].end, named[0].number


def _joined(found: Collection[_Gap]) -> list[tuple[_Gap, str]]:
    """Take gaps of the same stretch together, with all their numbers."""
    same: dict[tuple[int, int], list[_Gap]] = {}
    for gap in sorted(found, key=lambda gap: gap.number):
        same.setdefault((gap.start, gap.end), []).append(gap)
    return [(each[0], ",".join(str(gap.number) for gap in each)) for each in same.values()]


def _nested(
    text: str, start: int, end: int, order: Sequence[tuple[_Gap, str]], deep: int = 0
) -> tuple[str, tuple[Gap, ...]] | None:
    """Take the gaps between two places out of a text, each with those within it; None where two cross."""
    if deep > DEEPEST:
        return None
    parts, made, at = [], list[Gap](), 0
    while at < len(order):
        gap, number = order[at]
        behind = next((to for to in range(at + 1, len(order)) if order[to][0].start >= gap.end), len(order))
        inner = order[at + 1 : behind]
        within = _nested(text, gap.start, gap.end, inner, deep + 1)
        if gap.end > end or within is None:
            return None
        parts.append(text[start : gap.start])
        made.append(Gap(number, within[0], gap.hint, within[1]))
        start, at = gap.end, behind
    return HELD.join([*parts, text[start:end]]), tuple(made)
