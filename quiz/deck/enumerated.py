"""An answer of several parts where letters are compared: every form that counts, and the parts that such forms have."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import permutations

ANY_ORDER = 3
"""Parts of an answer whose every order is written out; of more there are too many."""

ASKED = re.compile(r"(.*) \((\d{1,3}) answers, with commas between\)", re.DOTALL)


def asking(prompt: str, parts: Sequence[str]) -> str:
    """Say behind a prompt how many parts are to be typed, and how."""
    return f"{prompt} ({len(parts)} answers, with commas between)"


def asked(prompt: str) -> tuple[str, int]:
    """Read what `asking` wrote: the prompt and the number of parts; 0 of any other prompt."""
    found = ASKED.fullmatch(prompt)
    return (found[1], int(found[2])) if found else (prompt, 0)


def forms(parts: Sequence[str]) -> Iterator[str]:
    """Write the parts of an answer as people type them: parted by commas, semicolons or "and", few in any order."""
    for each in permutations(parts) if 1 < len(parts) <= ANY_ORDER else [parts][: len(parts)]:
        yield from (", ".join(each), "; ".join(each), f"{', '.join(each[:-1])} and {each[-1]}")


def parts_of(answers: Sequence[str]) -> tuple[str, ...]:
    """Tell the parts of an answer by its forms, whatever they hold: () unless all `forms` are there.

    The first two forms are those with semicolons and with commas; they differ between the parts alone.
    """
    if len(answers) < ANY_ORDER or len(answers[0]) != len(answers[1]):
        return ()
    first, second = answers[:2]
    parts, begin = [], 0
    for at, (one, other) in enumerate(zip(first, second, strict=True)):
        if one == other:
            continue
        if (one, other) != (";", ",") or first[at + 1 : at + 2] != " ":
            return ()
        parts.append(first[begin:at])
        begin = at + 2
    parts.append(first[begin:])
    told = len(parts) > 1 and {*answers}.issuperset(forms(parts))
    return tuple(parts) if told else ()
