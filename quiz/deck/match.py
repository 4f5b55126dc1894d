"""Knows generated cards again in a new generation, after document or generator changed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from quiz.deck.alike import likeness
from quiz.deck.model import chain
from quiz.deck.recognise import prompt

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Hashable, Mapping, Sequence

    from quiz.deck.record import Record

    Key = Callable[["Traits"], Hashable]

MANY = 40_000
"""Pairs of passages compared in one group (about a second); a larger group is left unmatched."""


@dataclass(frozen=True, slots=True)
class Traits:
    """What a generated card is known by."""

    kind: str
    answer: str
    prompt: str
    document: str
    passage: str
    place: tuple[str, ...]

    @classmethod
    def of(cls, values: Record) -> Traits:
        """Take the traits from a card's values."""
        source = values.get("source", {})
        inner = source if isinstance(source, dict) else {}
        document, passage, *place = (
            str(inner.get(key, "")) for key in ("document", "text", "page", "section", "paragraph", "line")
        )
        kind, answer = str(values.get("kind", "")), values.get("answer", "")
        said = chain(map(str, answer)) if isinstance(answer, list) else str(answer)
        return cls(kind, said, prompt(values), document, passage, tuple(place))

    @property
    def order(self) -> tuple[int, ...]:
        """Where the card stands in its document, as far as that is told by numbers."""
        return tuple(int(part) if part.isdigit() else 0 for part in self.place)


SAME: tuple[Key, ...] = (
    lambda card: card,
    lambda card: (card.document, card.passage, card.place, card.kind, card.answer),
    lambda card: (card.document, card.passage, card.kind, card.answer, card.prompt),
    lambda card: (card.document, card.passage, card.kind, card.answer),
    lambda card: (card.passage, card.kind, card.answer),
    lambda card: (card.passage, card.kind, card.prompt),
)
"""What makes two cards the same, strictest first: equal keys are paired in the order of the document."""

ALIKE: tuple[Key, ...] = (
    lambda card: (card.kind, card.answer),
    lambda card: (card.kind, card.prompt),
    lambda card: (card.kind, card.document, card.place),
)
"""What two cards must share that are paired because their passages are alike; the best pairs come first."""


def matched(known: Mapping[str, Record], proposed: Sequence[Record], out: Container[str] = ()) -> list[str | None]:
    """Tell for each proposed card the id of the known one that it is, None for a new one.

    Cards that are `out` of the deck come after those in it: none of them may take what one in the deck has become.
    """
    old = {name: Traits.of(values) for name, values in known.items()}
    new = [Traits.of(values) for values in proposed]
    waiting = sorted(old, key=lambda name: (name in out, old[name].order, name))
    found: dict[int, str] = {}
    for key in SAME:
        for names, places in grouped(key, waiting, old, new, found):
            found |= dict(zip(places, names, strict=False))
    for ids in ([name for name in waiting if name not in out], waiting):
        for key in ALIKE:
            for names, places in grouped(key, ids, old, new, found):
                found |= best(names, places, old, new)
    return [found.get(index) for index in range(len(new))]


def grouped(
    key: Key, waiting: Sequence[str], old: Mapping[str, Traits], new: Sequence[Traits], found: Mapping[int, str]
) -> list[tuple[list[str], list[int]]]:
    """Group the cards that are unmatched so far by a key, both sides in order; groups of one side only are left out."""
    used = set(found.values())
    groups: dict[Hashable, tuple[list[str], list[int]]] = {}
    for name in waiting:
        if name not in used:
            groups.setdefault(key(old[name]), ([], []))[0].append(name)
    for index, card in enumerate(new):
        if index not in found and (group := groups.get(key(card))):
            group[1].append(index)
    return [group for group in groups.values() if group[1]]


def best(
    names: Sequence[str], places: Sequence[int], old: Mapping[str, Traits], new: Sequence[Traits]
) -> dict[int, str]:
    """Pair cards of one group whose passages are alike, the most alike first."""
    if len(names) * len(places) > MANY:
        return {}
    rated = [
        (-ratio, position, index, name)
        for position, name in enumerate(names)
        for index in places
        if (ratio := likeness(old[name].passage, new[index].passage))
    ]
    found: dict[int, str] = {}
    for _, _, index, name in sorted(rated):
        if index not in found and name not in found.values():
            found[index] = name
    return found
