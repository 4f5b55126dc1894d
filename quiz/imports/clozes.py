"""Anki's clozes: `{{c1::answer::hint}}`, one within another, and the cloze of ours that one number of them makes."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, field
from functools import lru_cache

MARK = re.compile(r"\{\{c(\d{1,5}(?:,\d{1,5})*)::|\}\}", re.IGNORECASE)
OPEN, SHUT, HINT = "\ue0f0", "\ue0f1", "\ue0f2"
"""Stand for the marks of a gap while HTML around them is read: private characters, which texts do not have."""

RUN = re.compile(r"\{(?=[{" + OPEN + "])")
"""A brace that would run together with the next to the beginning of a gap."""

OURS = str.maketrans("", "", OPEN + SHUT + HINT)
DEEPEST = 8
CROWDED = "cards of texts with more gaps than Anki makes cards of, or too long for so many, left out"
MOST, MOST_TOGETHER = 500, 2**23
"""Cards that Anki makes of one text at most, and characters that those of one text may have together."""


@dataclass(slots=True)
class Gap:
    """A deletion: its numbers, and what it holds, texts and further deletions."""

    numbers: frozenset[int]
    parts: list[str | Gap] = field(default_factory=list)
    hint: str = ""


@lru_cache(1)
def parsed(text: str) -> Gap:
    """Read a text with its deletions, as one that has no number; what is not closed stands as it is.

    What is returned is kept, since each card of a note asks for the same text, and is not to be changed.
    """
    top = Gap(frozenset())
    open_gaps, marks, at = [top], list[str](), 0
    for found in MARK.finditer(text):
        open_gaps[-1].parts.append(text[at : found.start()])
        at = found.end()
        if found[1] and len(open_gaps) <= DEEPEST:
            gap = Gap(frozenset(int(number) for number in found[1].split(",")))
            open_gaps[-1].parts.append(gap)
            open_gaps.append(gap)
            marks.append(found[0])
        elif not found[1] and len(open_gaps) > 1:
            _hinted(open_gaps.pop())
            marks.pop()
        else:
            open_gaps[-1].parts.append(found[0])
    open_gaps[-1].parts.append(text[at:])
    while len(open_gaps) > 1:
        left, mark = open_gaps.pop(), marks.pop()
        open_gaps[-1].parts[-1:] = [mark, *left.parts]
    return top


def _hinted(gap: Gap) -> None:
    """Take the hint from the last text of a deletion."""
    for at, part in enumerate(gap.parts):
        if isinstance(part, str) and "::" in part:
            before, _, hint = part.partition("::")
            gap.hint = hint + "".join(each for each in gap.parts[at + 1 :] if isinstance(each, str))
            gap.parts[at:] = [before]
            return


def numbers(gap: Gap) -> set[int]:
    """Collect the numbers of all deletions."""
    found = {number for number in gap.numbers if number}
    for part in gap.parts:
        found |= numbers(part) if isinstance(part, Gap) else set()
    return found


def some(there: Collection[int], text: str) -> list[int]:
    """Sort numbers of deletions, and take no more than Anki makes cards of, or of a long text than can be held."""
    return sorted(there)[: max(1, min(MOST, MOST_TOGETHER // max(1, len(text))))]


def asked(gap: Gap, number: int | None, *, inside: bool = False) -> str:
    """Write the text with marks around the deletions of one number, or of any (None), all others shown."""
    parts = []
    for part in gap.parts:
        if isinstance(part, str):
            parts.append(part.translate(OURS))
        elif (number is None or number in part.numbers) and not inside:
            hint = HINT + part.hint.translate(OURS) if part.hint else ""
            parts.append(OPEN + asked(part, number, inside=True) + hint + SHUT)
        else:
            parts.append(asked(part, number, inside=inside))
    return "".join(parts)


def ours(text: str) -> str:
    """Turn the marks, in text read from HTML, into our own, and what would look like them into something else."""
    parts = re.split(f"([{OPEN}{SHUT}])", RUN.sub("{ ", text))
    inside, written = False, []
    for part in parts:
        if part in (OPEN, SHUT):
            inside = part == OPEN
        elif inside:
            words, _, hint = part.partition(HINT)
            written.append(_gap(words, hint))
        else:
            written.append(part)
    return "".join(written)


def _gap(words: str, hint: str) -> str:
    """Write one gap; `::` in it would begin a hint, and braces would end it."""
    said = _braced(words.strip()).replace("::", "∷")
    shown = _braced(hint.strip())
    said += " " if shown and said.endswith(":") else ""
    return "{{" + said + (f"::{shown}" if shown else "") + "}}" if said else ""


def _braced(text: str) -> str:
    """Keep braces from running together with those of the gap."""
    text = text.replace("}}", "} }")
    return " " * text.startswith("{") + text + " " * text.endswith("}")
