"""Whether the values of a card hold together, and which of a person's keep a change out where they do not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quiz.deck.parse import read_string
from quiz.deck.record import without
from quiz.deck.render import item

if TYPE_CHECKING:
    from quiz.deck.record import Record


def sound(values: Record) -> bool:
    """Whether a card of these values could be read without errors."""
    return read_string(f"title: x\ncards:\n  - {item(values, 4)}\n", "").deck is not None


def in_the_way(values: Record, base: Record) -> tuple[str, ...]:
    """Name the keys of unsound values that a person changed and that, were they as generated, would leave them sound.

    `base` is what was generated last time; () if no key does it alone.
    """
    own = (key for key in values if key not in ("id", "stale") and values[key] != base.get(key))
    return tuple(key for key in own if sound(without(values, key) | ({key: base[key]} if key in base else {})))
