"""Works out the new text and the new lock of a deck that is generated again."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from quiz.deck.fields import TRUTH
from quiz.deck.lock import Generated, Lock
from quiz.deck.nodes import Mapping, Sequence
from quiz.deck.parse import Reading, read_string
from quiz.deck.plan import Plan
from quiz.deck.propose import head_of, proposed_cards
from quiz.deck.recognise import by_question
from quiz.deck.record import of_node, without
from quiz.deck.render import item
from quiz.deck.splice import Edit, Splicer, spliced
from quiz.deck.threeway import Change, changed, compared, value_at

if TYPE_CHECKING:
    from quiz.deck.model import Deck
    from quiz.deck.record import Record

STALE = {"stale": "true"}


@dataclass(frozen=True, slots=True)
class Revision:
    """The new text of a deck, the values it must read as (the deck's own first), its new lock, and the counts."""

    text: str
    expected: list[Record]
    lock: Lock
    plan: Plan


@dataclass(slots=True)
class _Part:
    """The deck's own keys, or one card: its node, its values as typed and as they will be, and its edits."""

    node: Mapping
    values: Record
    is_card: bool = True
    edits: list[Edit] = field(default_factory=list)
    kept: bool = False

    def follow(self, splicer: Splicer, base: Record, theirs: Record) -> Record:
        """Take over what may follow the document; return what counts as generated from now on.

        A change that a person's comment or anchor stands in the way of is left for another time, as are all changes
        of a card that would not hold together with what a person changed of it.
        """
        outcome = compared(base, theirs, without(self.values, "id"))
        self.kept = outcome.kept
        done: list[Change] = []
        edits: list[Edit] = []
        for change in outcome.changes:
            found = splicer.change(self.node, change.path, change.value)
            if found is not None:
                done.append(change)
                edits += found
        values = changed(self.values, done)
        if self.is_card and outcome.kept and done and not _sound(values):
            done, edits, values = [], [], self.values
        self.values, self.edits = values, edits
        left = [change for change in outcome.changes if change not in done]
        return changed(theirs, [Change(change.path, value_at(base, change.path)) for change in left])


def revised(reading: Reading, proposed: Deck, lock: Lock) -> Revision:
    """Merge a new generation into a deck that was read without errors; nothing is written."""
    assert reading.deck is not None
    head, cards, listed = _parts(reading)
    splicer = Splicer(reading.text)
    recovered = by_question(reading.deck.cards, lock)
    ids = [card.id or recovered.get(index, "") for index, card in enumerate(reading.deck.cards)]
    present = {name: index for index, name in enumerate(ids) if name}
    generated: dict[str, Generated] = {}
    added: dict[int, list[Record]] = {}
    last = -1
    for card in proposed_cards(proposed, lock, present):
        values, known = card.values, lock.generated.get(card.id)
        if card.id in present:
            last = present[card.id]
            values = cards[last].follow(splicer, known.values if known else {}, card.values)
        elif not known:
            added.setdefault(last, []).append({"id": card.id, **card.values})
        generated[card.id] = Generated(values, deleted=known is not None and card.id not in present)
    deleted = sum(known.deleted for known in generated.values())
    for name, known in lock.generated.items():
        if name not in generated:
            values = known.values
            if name in present:
                values = cards[present[name]].follow(splicer, values, {**values, **STALE})
            generated[name] = Generated(values, deleted=name not in present)
    top = head.follow(splicer, lock.head, head_of(proposed))
    edits = [*head.edits, *(edit for card in cards for edit in card.edits), *_insertions(splicer, listed, added)]
    headings = [_heading(card, mine=name not in generated) for card, name in zip(cards, ids, strict=True)]
    return Revision(
        text=spliced(reading.text, edits),
        expected=[head.values, *_in_order(cards, added)],
        lock=replace(lock, deck=reading.deck.id or lock.deck, head=top, generated=generated),
        plan=Plan(
            Path(reading.deck.path),
            new=sum(map(len, added.values())),
            updated=headings.count("updated"),
            unchanged=headings.count("unchanged"),
            kept=headings.count("kept"),
            stale=headings.count("stale"),
            deleted=deleted,
            changed=bool(edits),
        ),
    )


def values_of(reading: Reading) -> list[Record]:
    """Values of a deck exactly as typed: its own first, then each card's."""
    head, cards, _ = _parts(reading)
    return [head.values, *(card.values for card in cards)]


def _parts(reading: Reading) -> tuple[_Part, list[_Part], Sequence]:
    """Part a deck that was read without errors into its own keys and its cards."""
    root = reading.root
    assert isinstance(root, Mapping)
    pair = root.get("cards")
    assert pair is not None
    assert isinstance(pair[1], Sequence)
    head = without(_values(root), "format", "id", "cards")
    return (
        _Part(root, head, is_card=False),
        [_Part(node, _values(node)) for node in pair[1].items if isinstance(node, Mapping)],
        pair[1],
    )


def _values(node: Mapping) -> Record:
    values = of_node(node)
    assert isinstance(values, dict)
    return values


def _insertions(splicer: Splicer, cards: Sequence, added: dict[int, list[Record]]) -> list[Edit]:
    """Make the edits that put new cards behind those at the indexes, -1 for the beginning."""
    return [splicer.card(cards, index, record) for index, records in added.items() for record in records]


def _in_order(cards: list[_Part], added: dict[int, list[Record]]) -> list[Record]:
    """List the values of all cards as they will stand in the file."""
    merged = list(added.get(-1, []))
    for index, card in enumerate(cards):
        merged += [card.values, *added.get(index, [])]
    return merged


def _heading(card: _Part, *, mine: bool) -> str:
    """Tell under which heading of the plan a card of the file counts."""
    if TRUTH.get(str(card.values.get("stale", "")).lower()):
        return "stale"
    if mine or card.kept:
        return "kept"
    return "updated" if card.edits else "unchanged"


def _sound(values: Record) -> bool:
    """Whether a card of these values could be read without errors."""
    return read_string(f"title: x\ncards:\n  - {item(values, 4)}\n", "").deck is not None
