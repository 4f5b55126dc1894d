"""What can be looked for, as it is told to who asks, and to who looks for a state or a kind that there is not."""

from __future__ import annotations

import re
from typing import get_args

from quiz.deck.model import Kind
from quiz.study.catalogue.query import WHERES, Query
from quiz.study.catalogue.states import NAMES

KINDS = tuple(kind for kind in get_args(Kind) if kind)

VALUES = {"is": NAMES, "kind": KINDS}
"""The parts of a card that have one of a few values."""

FILTERS = (
    ("word", "cards that have it, in question, answer or tags"),
    ('"two words"', "both, side by side"),
    ("tag:rome", "cards with a tag that begins so"),
    ("kind:date", ", ".join(KINDS)),
    ("deck:rivers", "cards of decks with this in their title"),
    ("is:due", ", ".join(NAMES)),
    ("-is:new", "without: a minus before any of these"),
)
"""The ways to look for cards, each with what it finds."""


def unknown(query: Query) -> str:
    """Say which values there are, where one is looked for that no card can have; "" if there is nothing to say."""
    for term in query.terms:
        values = VALUES.get(term.where, ())
        if values and not any(value.startswith(term.word) for value in values):
            return f"there is no `{term.where}:{term.word}`, but {', '.join(values)}"
        part = re.match(r"([^\W\d]+):", term.word)
        if part and term.where == "text":
            return f"no card has `{term.word}`; what can be asked for by a colon is {', '.join(WHERES[1:])}"
    return ""
