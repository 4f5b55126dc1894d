"""What changed of a deck as lines: a card a paragraph, a value a line, with the words that went and came marked."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from quiz.deck.difference import Altered, Difference, Turned, compared
from quiz.deck.fields import shown
from quiz.deck.model import Card
from quiz.deck.render import Value, flow
from quiz.verbs.terminal import one_line

WORDS = re.compile(r"\s*(?:\w+|[^\w\s]|$)")
MOST = 1000
"""Words of a text compared one by one; longer ones are shown whole."""


@dataclass(frozen=True, slots=True)
class Marks:
    """What stands around words that went and that came, and how a line of a card begins."""

    gone: tuple[str, str] = ("[-", "-]")
    come: tuple[str, str] = ("{+", "+}")
    bold: tuple[str, str] = ("", "")

    def old(self, text: str) -> str:
        """Mark what went."""
        return f"{self.gone[0]}{one_line(text)}{self.gone[1]}" if text else ""

    def new(self, text: str) -> str:
        """Mark what came."""
        return f"{self.come[0]}{one_line(text)}{self.come[1]}" if text else ""

    def head(self, text: str) -> str:
        """Write the line a card begins with."""
        return f"{self.bold[0]}{one_line(text)}{self.bold[1]}"


PLAIN = Marks()
COLOURED = Marks(("\x1b[31;9m", "\x1b[0m"), ("\x1b[32m", "\x1b[0m"), ("\x1b[1m", "\x1b[0m"))


def lines(found: Difference, marks: Marks) -> Iterator[str]:
    """Write what changed: the deck's own values, then what is gone, then what changed and what is new."""
    for value in found.values:
        yield from _value(value, marks, "")
    for card in found.removed:
        yield marks.head(f"- {_named(card)}: removed")
        yield f"    answer: {marks.old(card.answer)}"
    for altered in found.altered:
        yield from _altered(altered, marks)
    for card in found.added:
        yield marks.head(f"+ {_named(card)}: added")
        yield f"    answer: {marks.new(card.answer)}"


def _altered(card: Altered, marks: Marks) -> Iterator[str]:
    moved = f" (from place {card.was} to {card.now})" if card.moved else ""
    yield marks.head(f"~ {_named(card.new)}: {', '.join(card.headings)}{moved}")
    for value in card.values:
        yield from _value(value, marks, "    ")


def _named(card: Card) -> str:
    """Name a card by its line, its id and what it asks."""
    line = f"line {card.place.line}, " if card.place else ""
    return f"{line}{card.id + ', ' if card.id else ''}{shown(card.prompt, 60)}"


def _value(value: Turned, marks: Marks, indent: str) -> Iterator[str]:
    if isinstance(value.old, dict) or isinstance(value.new, dict):
        old, new = (each if isinstance(each, dict) else {} for each in (value.old, value.new))
        for inner in compared(old, new):
            yield from _value(Turned(f"{value.key}.{inner.key}", inner.old, inner.new), marks, indent)
        return
    yield f"{indent}{value.key}: {marked(_text(value.old), _text(value.new), marks)}"


def _text(value: Value | None) -> str:
    if isinstance(value, list):
        return ", ".join(each if isinstance(each, str) else flow(each) for each in value)
    return value if isinstance(value, str) else ""


def marked(old: str, new: str, marks: Marks) -> str:
    """Write a text as it is now, with the words that went and came marked where they stood."""
    before, after = ([word for word in WORDS.findall(text) if word] for text in (old, new))
    if max(len(before), len(after)) > MOST:
        return f"{marks.old(old)}{marks.new(new)}"
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    if matcher.ratio() < 0.3:
        return " ".join(filter(None, (marks.old(old), marks.new(new))))
    parts = []
    for what, start, end, begin, stop in matcher.get_opcodes():
        was, now = "".join(before[start:end]), "".join(after[begin:stop])
        if what == "equal":
            parts.append(one_line(was))
        else:
            text = now or was
            parts += [one_line(text[: len(text) - len(text.lstrip())]), marks.old(was.strip()), marks.new(now.strip())]
    return "".join(parts)


def plain(found: Difference) -> dict[str, Any]:
    """Write what changed as values for JSON."""
    return {
        "values": _turned(found.values),
        "added": [_card(card) for card in found.added],
        "removed": [_card(card) for card in found.removed],
        "changed": [
            {
                **_card(card.new),
                "what": list(card.headings),
                "values": _turned(card.values),
                "place": {"old": card.was, "new": card.now},
            }
            for card in found.altered
        ],
    }


def _turned(values: tuple[Turned, ...]) -> dict[str, Any]:
    return {value.key: {"old": value.old, "new": value.new} for value in values}


def _card(card: Card) -> dict[str, Any]:
    line = card.place.line if card.place else None
    return {"id": card.id or None, "line": line, "prompt": card.prompt, "answer": card.answer}
