"""Takes cards from someone else's file into a deck that is there, each known by its id: what a person changed stays."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from quiz.deck.lock import Generated, Lock
from quiz.deck.nodes import Sequence as Listed
from quiz.deck.parse import Reading
from quiz.deck.plan import Plan
from quiz.deck.recognise import recognised
from quiz.deck.record import Record, without
from quiz.deck.review import vouched
from quiz.deck.revise import Part, Revision, parts
from quiz.deck.splice import Edit, Splicer, spliced
from quiz.deck.threeway import Conflict


@dataclass(frozen=True, slots=True)
class Offer:
    """A card as it is offered: its id, its other values, and the values it is told apart from.

    Where a key of the deck's card has still the value of `base`, it follows the offer. Without a base that is what was
    taken last time, which the lock remembers; a base of its own is not remembered.
    """

    id: str
    values: Record
    base: Record | None = None


def taken(reading: Reading, offers: Sequence[Offer], lock: Lock) -> Revision:
    """Take offers into a deck that was read without errors; nothing is written.

    New cards go behind the card that comes before them in both, or else to the end. One that a person took out of the
    deck stays out, and nothing is ever taken out for not being offered.
    """
    assert reading.deck is not None
    head, cards, listed = parts(reading)
    recovered = recognised(reading.deck.cards, lock)
    ids = [card.id or recovered.get(index, "") for index, card in enumerate(reading.deck.cards)]
    present = {name: at for at, name in enumerate(ids) if name}
    taking = _Taking(Splicer(reading.text), lock, cards, present, dict(lock.generated), behind=len(cards) - 1)
    for offer in offers:
        taking.take(offer)
    edits = taking.edits(listed)
    offered = {offer.id for offer in offers}
    counts = Counter(card.heading(mine=name not in offered) for card, name in zip(cards, ids, strict=True))
    new, shown = sum(map(len, taking.added.values())), (counts["updated"], counts["unchanged"], counts["kept"])
    return Revision(
        text=spliced(reading.text, edits),
        expected=[head.values, *_records(cards, taking.added)],
        lock=replace(
            lock, deck=reading.deck.id or lock.deck, generated=taking.generated, reviewed=vouched(reading.deck, lock)
        ),
        plan=Plan(Path(reading.deck.path), new, *shown, deleted=taking.deleted, changed=bool(edits)),
        conflicts=tuple(taking.conflicts),
    )


@dataclass(slots=True)
class _Taking:
    """Offers on their way into a deck: its cards, those `present` by id, and `behind` which one the next goes."""

    splicer: Splicer
    lock: Lock
    cards: Sequence[Part]
    present: Mapping[str, int]
    generated: dict[str, Generated]
    behind: int
    deleted: int = 0
    added: dict[int, list[Record]] = field(default_factory=dict)
    conflicts: list[tuple[int, Conflict]] = field(default_factory=list)

    def take(self, offer: Offer) -> None:
        """Take one offer: a card that is there follows it, one that was taken out stays out, any other is put in."""
        known = self.lock.generated.get(offer.id)
        if offer.id in self.present:
            self.behind = self.present[offer.id]
            self._follow(self.cards[self.behind], offer, known)
        elif known or offer.id in self.lock.notes:
            self.deleted += 1
            if known:
                self.generated[offer.id] = replace(known, deleted=True)
        else:
            self.added.setdefault(self.behind, []).append({"id": offer.id, **offer.values})
            if offer.base is None:
                self.generated[offer.id] = Generated(offer.values)

    def edits(self, listed: Listed) -> list[Edit]:
        """Collect the edits of all cards, and those that put new cards in."""
        news = [self.splicer.card(listed, at, record) for at, records in self.added.items() for record in records]
        return [edit for card in self.cards for edit in card.edits] + news

    def _follow(self, card: Part, offer: Offer, known: Generated | None) -> None:
        """Let a card follow an offer, and note what of it was changed on both sides."""
        if offer.base is not None:
            typed = without(card.values, "id", "reviewed")
            card.follow(self.splicer, typed, _overlaid(typed, offer.values, offer.base))
            return
        self.generated[offer.id] = Generated(card.follow(self.splicer, known.values if known else {}, offer.values))
        self.conflicts += [(self.behind, each) for each in card.conflicts if known]


def _overlaid(typed: Record, values: Record, base: Record) -> Record:
    """Change those keys of a card as it is typed that an offer changes of the card as it is read."""
    keys = [key for key in {**values, **base} if values.get(key) != base.get(key)]
    return without(typed, *keys) | {key: values[key] for key in keys if key in values}


def _records(cards: Sequence[Part], added: dict[int, list[Record]]) -> list[Record]:
    """List the values of all cards as they will stand in the file."""
    records: list[Record] = list(added.get(-1, []))
    for index, card in enumerate(cards):
        records += [card.values, *added.get(index, [])]
    return records
