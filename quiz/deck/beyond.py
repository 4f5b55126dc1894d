"""What a note in Anki holds beyond what its card can say: told when it is found, and when an export overwrites it."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from quiz.deck.conflicts import around

WORDS = {
    "formatting": "underlined, coloured or partly bold words, which are plain here",
    "pictures": "a picture inside its text, which is left out here",
    "scripts": "a script, which is left out here",
    "looks": "a picture with a size or style of its own, which it does not have here",
    "gaps": "gaps that are asked one by one, and together here",
    "beside": "other words in a note that asks the card once more",
}
"""How each is told, behind the name of the card."""


LONGEST = 40
"""Letters of a text that is told."""

NONE = "–"

TAGS = re.compile(r"<[^<>]{0,1000}>")


def named(lost: Collection[str], over: Sequence[tuple[str, str]], values: Mapping[str, Any]) -> str:
    """Tell what a note holds beyond its card, and which texts it has in place of the card's; "" if that is nothing.

    Of a longer text it is the part that is not as in the card's `values`.
    """
    texts = (f"`{name}` {quoted(differing(values.get(name), text)[1])}" for name, text in over)
    return "; ".join([*texts, *(words for name, words in WORDS.items() if name in lost)])


def short(value: object) -> str:
    """Write a value on one short line; nothing as a dash."""
    line = _line(value)
    return f"{line[: LONGEST - 1].rstrip()}…" if len(line) > LONGEST else line


def whole(value: object) -> str:
    """Write a value as one text, with all that it says; nothing as a dash."""
    texts = [
        each.get("text", "") if isinstance(each, dict) else each
        for each in (value if isinstance(value, list | tuple) else [value])
    ]
    return "; ".join(str(text) for text in texts if text) or NONE


def quoted(text: str) -> str:
    """Quote a value that was written on a line, or tell in a word that it is nothing."""
    return "empty" if text == NONE else f"“{text}”"


def differing(here: object, there: object) -> tuple[str, str]:
    """Write two values, each on one short line that shows where they begin to differ; nothing as a dash."""
    one, other = _line(here), _line(there)
    if one == other:
        one, other = ("↵".join(whole(value).splitlines()) for value in (here, there))
    return (short(here), short(there)) if NONE in (one, other) else around(one, other, LONGEST)


def _line(value: object) -> str:
    return " ".join(TAGS.sub(" ", whole(value)).split()) or NONE
