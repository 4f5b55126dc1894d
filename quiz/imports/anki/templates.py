"""Which fields a card template shows: those of its front ask, those that only its back has answer."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from quiz.imports.anki.notetypes import NoteType

REFERENCE = re.compile(r"\{\{([^{}\n]{1,300})\}\}")
WHOLE = re.compile(r"\{\{([^{}]+)\}\}")
HINT = re.compile(r"(?:hint|clue)s?\s*\d*", re.IGNORECASE)
"""What a field of hints is called."""

SPECIAL = frozenset({"frontside", "tags", "type", "deck", "subdeck", "card", "cardflag"})

Sort = Literal["shown", "typed", "hint", "tested"]
"""How a template names a field: shown, to be typed, shown on a click, or only looked at for being filled."""

FIRST: tuple[Sort, ...] = ("typed", "shown", "hint")
"""What of a card is its answer, the likeliest first."""


@dataclass(frozen=True, slots=True)
class Shown:
    """Numbers of the fields that a template's front shows, its hints, those its back adds, and those it only tests."""

    front: tuple[int, ...]
    back: tuple[int, ...]
    hints: frozenset[int]
    tested: frozenset[int]


@lru_cache(maxsize=4096)
def _references(template: str) -> tuple[tuple[str, Sort], ...]:
    """List the fields a template names, and how."""
    found = list[tuple[str, Sort]]()
    for match in REFERENCE.finditer(template):
        name = match[1].strip()
        if name[:1] in "#^":
            found.append((name[1:].strip(), "tested"))
        elif name[:1] not in "/!=":
            *filters, field = (part.strip() for part in name.split(":"))
            found.append((field, "typed" if "type" in filters else "hint" if "hint" in filters else "shown"))
    return tuple(found)


def shown(notetype: NoteType, card: int) -> Shown:
    """Tell what the template of a note's card shows; of a cloze note the first one is that of all cards."""
    return _shown(notetype.fields, notetype.templates, 0 if notetype.cloze else card)


@lru_cache(maxsize=1024)
def _shown(fields: tuple[str, ...], templates: tuple[tuple[str, str], ...], card: int) -> Shown:
    """Tell it once for all cards of a template.

    The answer is what is to be typed, or else what only the back shows; a hint is either only where there is no other.
    """
    places = {name: at for at, name in reversed([*enumerate(fields)])}
    front, back = (_named(side, places) for side in templates[card])
    asks = dict.fromkeys(at for at, sort in front if sort == "shown")
    hidden = [(at, sort) for at, sort in front if sort != "shown"]
    answers = dict.fromkeys(
        at for wanted in FIRST for at, sort in [*hidden, *back] if sort == wanted and at not in asks
    )
    everywhere = [each for sides in templates for side in sides for each in _named(side, places)]
    named = {at for at, sort in everywhere if sort != "tested"}
    called = {at for at, name in enumerate(fields) if HINT.fullmatch(name)}
    hints = {at for at, sort in hidden if sort == "hint"} | called
    tested = {at for at, sort in everywhere if sort == "tested"} - named
    return Shown(tuple(asks), tuple(sorted(answers, key=called.__contains__)), frozenset(hints), frozenset(tested))


def _named(template: str, places: Mapping[str, int]) -> list[tuple[int, Sort]]:
    """List the fields that a template names, by number, as `_references` does."""
    return [(places[name], sort) for name, sort in _references(template) if name in places]


def clozed(notetype: NoteType) -> int:
    """Number the field that a cloze template makes its cards of."""
    name = _clozed(notetype.templates[0][0])
    return notetype.fields.index(name) if name in notetype.fields else 0


@lru_cache(maxsize=1024)
def _clozed(template: str) -> str:
    """Name the field that a template's first filter `cloze` stands before; "" where there is none."""
    for match in WHOLE.finditer(template):
        *filters, name = (part.strip() for part in match[1].split(":"))
        if "cloze" in filters and name:
            return name
    return ""
