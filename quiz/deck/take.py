"""Takes cards from someone else's file into a deck that is there, each known by its id: what a person changed stays."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from quiz.deck.lock import Generated, Lock
from quiz.deck.parse import Reading
from quiz.deck.plan import Plan
from quiz.deck.recognise import by_question
from quiz.deck.record import Record, without
from quiz.deck.revise import Part, Revision, parts
from quiz.deck.splice import Splicer, spliced


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
    recovered = by_question(reading.deck.cards, lock)
    ids = [card.id or recovered.get(index, "") for index, card in enumerate(reading.deck.cards)]
    present = {name: at for at, name in enumerate(ids) if name}
    splicer, generated = Splicer(reading.text), dict(lock.generated)
    added: dict[int, list[Record]] = {}
    behind, deleted = len(cards) - 1, 0
    for offer in offers:
        known = lock.generated.get(offer.id)
        if offer.id in present:
            behind = present[offer.id]
            if offer.base is None:
                base = known.values if known else {}
                generated[offer.id] = Generated(cards[behind].follow(splicer, base, offer.values))
            else:
                typed = without(cards[behind].values, "id")
                cards[behind].follow(splicer, typed, _overlaid(typed, offer.values, offer.base))
        elif known or offer.id in lock.notes:
            deleted += 1
            if known:
                generated[offer.id] = replace(known, deleted=True)
        else:
            added.setdefault(behind, []).append({"id": offer.id, **offer.values})
            if offer.base is None:
                generated[offer.id] = Generated(offer.values)
    news = [splicer.card(listed, at, record) for at, records in added.items() for record in records]
    edits = [edit for card in cards for edit in card.edits] + news
    offered = {offer.id for offer in offers}
    counts = Counter(card.heading(mine=name not in offered) for card, name in zip(cards, ids, strict=True))
    return Revision(
        text=spliced(reading.text, edits),
        expected=[head.values, *_records(cards, added)],
        lock=replace(lock, deck=reading.deck.id or lock.deck, generated=generated),
        plan=Plan(
            Path(reading.deck.path),
            sum(map(len, added.values())),
            counts["updated"],
            counts["unchanged"],
            counts["kept"],
            deleted=deleted,
            changed=bool(edits),
        ),
    )


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
