"""Gaps of a cloze, in the ways people write them: `{{1829}}`, `{{c1::1829}}`, `{{1829::hint}}`."""

from __future__ import annotations

import re
from collections.abc import Sequence

MARKED = re.compile(r"\{\{((?:[^{}]|\{(?!\{)|\}(?!\}(?!\})))*)\}\}")
"""A gap; none may stand within another, which also keeps the search linear on hostile text.

Of several braces that close, the last two end it: `{{x^{2}}}`.
"""


def gaps(cloze: str) -> tuple[str, ...]:
    """Text of each gap, in order, without number and hint."""
    return tuple(_text(match[1]) for match in MARKED.finditer(cloze))


def normal(cloze: str) -> str:
    """Write every gap the one way the program knows, `{{1829}}`; number and hint are left out."""
    return MARKED.sub(lambda match: "{{" + _text(match[1]) + "}}", cloze)


def hints(cloze: str) -> tuple[str, ...]:
    """Hint of each gap, in order, "" where it has none; () if none has one."""
    found = tuple(_hint(match[1]) for match in MARKED.finditer(cloze))
    return found if any(found) else ()


def hinted(cloze: str, clues: Sequence[str]) -> str:
    """Write hints into the gaps of a cloze that is written the one way; without any it stays as it is."""
    rest = iter(clues)
    return MARKED.sub(lambda gap: _with(gap[1], next(rest, "")), cloze) if clues else cloze


def normalised(cloze: str) -> str:
    """Write every gap the one way the program knows, with its hint where it has one."""
    return hinted(normal(cloze), hints(cloze))


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


def _hint(inside: str) -> str:
    return re.sub(r"^\s*c\d+::", "", inside).partition("::")[2].strip()


def _with(text: str, hint: str) -> str:
    # A colon at the end would run together with those before the hint, a brace at either end with those of the gap.
    between = " ::" if text.endswith(":") else "::"
    behind = " " * hint.endswith("}")
    return f"{{{{{text}{between}{hint}{behind}}}}}" if hint else f"{{{{{text}}}}}"


def _text(inside: str) -> str:
    if "::" in inside:
        inside = re.sub(r"^\s*c\d+::", "", inside).split("::", 1)[0]
    return inside.strip()
