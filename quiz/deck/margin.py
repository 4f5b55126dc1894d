"""Keys of a card that stand at the margin, where they end the list of cards: they are read with the card above them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quiz.deck.cards import CARD_KEYS
from quiz.deck.fields import shown
from quiz.deck.nodes import Mapping, Scalar, Sequence

if TYPE_CHECKING:
    from quiz.deck.fields import Report
    from quiz.deck.nodes import Node

STRAY = frozenset(CARD_KEYS) - {"id", "source", "tags"}
"""Keys that a card has and a deck has not."""


def gathered(root: Mapping) -> tuple[Mapping, list[Scalar]]:
    """Put keys of a card that stand behind the list of cards into the last of these; the root, and those keys."""
    names = [key.text if isinstance(key, Scalar) else "" for key, _ in root.pairs]
    at = names.index("cards") if "cards" in names else len(names)
    astray = [pair for name, pair in zip(names[at:], root.pairs[at:], strict=True) if name in STRAY]
    listed = root.pairs[at][1] if astray else None
    last = listed.items[-1] if isinstance(listed, Sequence) and listed.items else None
    if not isinstance(last, Mapping) or not isinstance(listed, Sequence):
        return root, []
    whole = Mapping([*last.pairs, *astray], last.start, last.end)
    cards = Sequence([*listed.items[:-1], whole], listed.start, listed.end)
    kept = [(key, cards if value is listed else value) for key, value in root.pairs if (key, value) not in astray]
    return Mapping(kept, root.start, root.end), [key for key, _ in astray if isinstance(key, Scalar)]


def tell(keys: list[Scalar], report: Report) -> None:
    """Report keys of a card that stand at the margin."""
    for key in keys:
        message = (
            f"`{shown(key.text)}` stands at the margin, where keys of the deck stand, and is one of the card above"
        )
        report.error("yaml-indent", key, message, "indent it like the other keys of its card, by spaces")


def halved(items: list[Node], report: Report) -> set[int]:
    """Report an answer that a hyphen parts from its question; return the indexes of the two halves."""
    found: set[int] = set()
    for at, item in enumerate(items):
        key = item.pairs[0][0] if at and isinstance(item, Mapping) else None
        if not isinstance(key, Scalar) or key.text != "answer":
            continue
        above, below = _names(items[at - 1]), _names(item)
        asks = "question" in above and above.isdisjoint({"answer", "cloze"}) and above.issubset(CARD_KEYS)
        if asks and below.isdisjoint({"question", "cloze", "kind"}):
            message = "a hyphen stands before this key, so that the card above has no answer"
            hint = "write spaces in place of the hyphen, so that it stands in the column of the key above it"
            report.error("no-answer", key, message, hint)
            found |= {at - 1, at}
    return found


def _names(item: Node) -> set[str]:
    """Return the keys of a card."""
    pairs = item.pairs if isinstance(item, Mapping) else []
    return {key.text if isinstance(key, Scalar) else "" for key, _ in pairs}
