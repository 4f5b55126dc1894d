"""What a note in Anki holds beyond what its card can say: told when it is found, and when an export overwrites it."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

WORDS = {
    "formatting": "underlined, coloured or partly bold words, which are plain here",
    "pictures": "a picture inside its text, which is left out here",
    "scripts": "a script, which is left out here",
    "gaps": "gaps that are asked one by one, and together here",
    "beside": "other words in a note that asks the card once more",
}
"""How each is told, behind the name of the card."""


LONGEST = 40
"""Letters of a text that is told."""

TAGS = re.compile(r"<[^<>]{0,1000}>")


def named(lost: Collection[str], over: Sequence[tuple[str, str]] = ()) -> str:
    """Tell what a note holds beyond its card, and which texts it has in place of the card's; "" if that is nothing."""
    texts = (f"`{name}` “{text}”" for name, text in over)
    return "; ".join([*texts, *(words for name, words in WORDS.items() if name in lost)])


def short(value: object) -> str:
    """Write a value on one short line; nothing as a dash."""
    texts = [
        each.get("text", "") if isinstance(each, dict) else each
        for each in (value if isinstance(value, list | tuple) else [value])
    ]
    line = " ".join(TAGS.sub(" ", "; ".join(str(text) for text in texts if text)).split())
    return f"{line[: LONGEST - 1].rstrip()}…" if len(line) > LONGEST else line or "–"
