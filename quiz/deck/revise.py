"""Works out the new text and the new lock of a deck that is generated again."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from quiz.deck.conflicts import Disagreement, Waits, kept_over, standing
from quiz.deck.fields import TRUTH
from quiz.deck.lock import Generated, Lock
from quiz.deck.nodes import Lines, Mapping, Sequence
from quiz.deck.parse import Reading
from quiz.deck.plan import Plan
from quiz.deck.propose import Limit, Proposed, head_of, proposed_cards
from quiz.deck.recognise import by_question
from quiz.deck.record import Record, of_node, without
from quiz.deck.review import vouched
from quiz.deck.soundness import in_the_way, sound
from quiz.deck.splice import Edit, Splicer, disjoint, spliced
from quiz.deck.threeway import Change, Conflict, changed, compared, proposal, value_at
from quiz.errors import QuizError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from quiz.deck.model import Card, Deck

STALE = {"stale": "true"}
WORDING = ("answer", "cloze", "question")
"""Keys that may not stay behind what the document says by now."""

ANSWERING = ("accept", "distractors", "tolerance", "unit")
"""Keys that go with the answer: where a person's stands, those that the document gives with another stay out."""


@dataclass(frozen=True, slots=True)
class Revision:
    """The new text of a deck, the values it must read as (the deck's own first), its new lock, and the counts.

    `conflicts` are values that were changed on both sides, each with the index of its card.
    """

    text: str
    expected: list[Record]
    lock: Lock
    plan: Plan
    conflicts: tuple[tuple[int, Conflict], ...] = ()


@dataclass(slots=True)
class Part:
    """The deck's own keys, or one card: its node, its values as typed and as they will be, and its edits."""

    node: Mapping
    values: Record
    is_card: bool = True
    edits: list[Edit] = field(default_factory=list)
    kept: bool = False
    conflicts: tuple[Conflict, ...] = ()
    waits: Change | None = None
    against: tuple[str, ...] | None = None
    """Keys of the person's that the change which waits does not go with; None where the file has no room for it."""

    def follow(self, splicer: Splicer, base: Record, theirs: Record) -> Record:
        """Take over what may follow the document; return what counts as generated from now on.

        A change that a person's comment or anchor, or another change, stands in the way of is left for another time, as
        are all changes of a card that would not hold together with what a person changed of it. A card whose wording
        has to wait is marked as stale, for its document says something else by now.
        """
        outcome = compared(base, theirs, without(self.values, "id", "reviewed"))
        self.kept, self.conflicts = outcome.kept, outcome.conflicts
        apart = self.is_card and self.values.get("answer") not in (base.get("answer"), theirs.get("answer"))
        fitting = (change for change in outcome.changes if not (apart and change.path[0] in ANSWERING))
        done, edits = self._possible(splicer, fitting)
        values = changed(self.values, done)
        left = [change for change in outcome.changes if change not in done]
        if self.is_card and outcome.kept and done and not sound(values):
            moved = {change.path[0] for change in done}
            self.against = tuple(key for key in in_the_way(values, base) if key not in moved)
            done, edits, values, left = [], [], self.values, list(outcome.changes)
        if self.is_card and (waiting := [change for change in left if change.path[0] in WORDING]):
            marked = self.follow(splicer, base, {**base, **STALE})
            self.conflicts = outcome.conflicts
            self.waits = min(waiting, key=lambda change: WORDING.index(change.path[0]))
            return marked
        self.values, self.edits = values, edits
        return changed(theirs, [Change(change.path, value_at(base, change.path)) for change in left])

    def _possible(self, splicer: Splicer, changes: Iterable[Change]) -> tuple[list[Change], list[Edit]]:
        """Choose the changes that nothing in the file stands in the way of, and make their edits."""
        done: list[Change] = []
        edits: list[Edit] = []
        for change in changes:
            found = splicer.change(self.node, change.path, change.value)
            if found is not None and disjoint([*edits, *found]):
                done.append(change)
                edits += found
        return done, edits

    def over(self, known: Generated | None, generated: Record) -> Record:
        """Tell which values of the person's stay over what is generated; of a card that waits nothing is settled."""
        told = {**(known.over if known else {}), **({} if self.waits else kept_over(self.conflicts))}
        return {path: told[path] for path, _, _ in standing(told, generated, self.values)}

    def hold(self, known: Generated, made: Record) -> Generated:
        """Leave the card as it is; tell what the lock knows of it, so that it can follow when it is held no more.

        `made` is what was made of it last.
        """
        self.kept = True
        return Generated(known.values, over=self.over(known, known.values), made={} if made == known.values else made)

    @property
    def held(self) -> bool:
        """Whether a person says that the card is theirs, and follows no document."""
        return self.values.get("origin") == "human"

    @property
    def stale(self) -> bool:
        """Whether the card is marked as stale."""
        return bool(TRUTH.get(str(self.values.get("stale", "")).lower()))

    def heading(self, *, mine: bool) -> str:
        """Tell under which heading of the plan a card counts; `mine` says that it was not generated."""
        if self.stale:
            return "stale"
        if mine or self.kept:
            return "kept"
        return "updated" if self.edits else "unchanged"


@dataclass(slots=True)
class _Work:
    """A merge under way: cards in the file by id, and so far what counts as generated and what is put in where."""

    splicer: Splicer
    last: dict[str, Generated]
    cards: list[Part]
    present: dict[str, int]
    generated: dict[str, Generated] = field(default_factory=dict)
    added: dict[int, list[Record]] = field(default_factory=dict)

    def take(self, proposed: Iterable[Proposed]) -> None:
        """Bring the cards of a new generation in: present ones follow it, deleted ones stay out, others are put in."""
        at = -1
        for card in proposed:
            values, known, over = card.values, self.last.get(card.id), Record()
            if card.id in self.present:
                at = self.present[card.id]
                if self.cards[at].held:
                    self.generated[card.id] = self.cards[at].hold(known or Generated(values), values)
                    continue
                base = known.values if known else {}
                theirs = proposal(base, values, without(self.cards[at].values, "id"))
                values = self.cards[at].follow(self.splicer, base, theirs)
                over = self.cards[at].over(known, values)
            elif not known:
                self.added.setdefault(at, []).append({"id": card.id, **card.values})
            deleted = known is not None and card.id not in self.present
            self.generated[card.id] = Generated(values, deleted, over)

    def age(self) -> None:
        """Mark cards that the new generation lacks as stale; of those that a person deleted the memory is kept."""
        for name, known in self.last.items():
            if name in self.generated:
                continue
            values, over = known.values, Record()
            if name in self.present:
                card = self.cards[self.present[name]]
                if card.held:
                    self.generated[name] = card.hold(known, known.made)
                    continue
                values = card.follow(self.splicer, values, {**values, **STALE})
                over = card.over(known, values)
            self.generated[name] = Generated(values, name not in self.present, over, known.made)

    def edits(self, listed: Sequence) -> list[Edit]:
        """Collect the edits of all cards, and those that put new cards in."""
        changes = [edit for card in self.cards for edit in card.edits]
        news = [self.splicer.card(listed, at, record) for at, records in self.added.items() for record in records]
        return changes + news

    def records(self) -> list[Record]:
        """List the values of all cards as they will stand in the file."""
        records = list(self.added.get(-1, []))
        for index, card in enumerate(self.cards):
            records += [card.values, *self.added.get(index, [])]
        return records


def revised(reading: Reading, proposed: Deck, lock: Lock, limit: Limit | None = None) -> Revision:
    """Merge a new generation into a deck that was read without errors; nothing is written."""
    assert reading.deck is not None
    head, cards, listed = parts(reading)
    recovered = by_question(reading.deck.cards, lock)
    ids = [card.id or recovered.get(index, "") for index, card in enumerate(reading.deck.cards)]
    work = _Work(Splicer(reading.text), lock.generated, cards, {name: at for at, name in enumerate(ids) if name})
    pairs = proposed_cards(proposed, lock, work.present, limit)
    work.take(pairs)
    deleted = sum(known.deleted for known in work.generated.values())
    work.age()
    top = head.follow(work.splicer, lock.head, head_of(proposed))
    edits = head.edits + work.edits(listed)
    counts = Counter(card.heading(mine=name not in work.generated) for card, name in zip(cards, ids, strict=True))
    return Revision(
        text=spliced(reading.text, edits),
        expected=[head.values, *work.records()],
        lock=replace(
            lock,
            deck=reading.deck.id or lock.deck,
            head=top,
            generated=work.generated,
            reviewed=vouched(reading.deck, lock),
        ),
        plan=Plan(
            Path(reading.deck.path),
            sum(map(len, work.added.values())),
            **counts,
            deleted=deleted,
            changed=bool(edits),
            own=sum(name not in work.generated for name in ids),
            differing=sum(name in work.generated and bool(work.generated[name].over) for name in ids),
            conflicts=_conflicts(reading, head, cards),
            taken=frozenset(card.index for card in pairs if not work.generated[card.id].deleted),
            refused=frozenset(card.index for card in pairs if work.generated[card.id].deleted),
            held=_held(reading.deck),
        ),
    )


def _held(deck: Deck) -> tuple[Card, ...]:
    """List the cards that say they are a person's and that rest on the document of their deck."""
    mine = (card for card in deck.cards if card.origin == "human" and not card.stale and card.source)
    return tuple(card for card in mine if card.source and card.source.document in ("", deck.source))


def _conflicts(reading: Reading, head: Part, cards: list[Part]) -> tuple[Disagreement, ...]:
    """Tell each value that was changed in the document and by a person, with its place in the deck."""
    assert reading.deck is not None
    deck = reading.deck
    lines = Lines(deck.path, reading.text)
    told = []
    for found in head.conflicts:
        pair = head.node.get(found.path[0])
        place = str(lines.place(pair[0].start) if pair else deck.path)
        told.append(Disagreement(place, ".".join(found.path), found.kept, found.generated))
    for card, part in zip(deck.cards, cards, strict=True):
        place = str(card.place or deck.path)
        told += [Disagreement(place, ".".join(each.path), each.kept, each.generated) for each in part.conflicts]
        if part.waits:
            kept, made = value_at(part.values, part.waits.path), part.waits.value
            waits = Waits(part.against, marked=part.stale)
            told.append(Disagreement(place, part.waits.path[0], kept, made, waits))
    return tuple(told)


def values_of(reading: Reading) -> list[Record]:
    """Values of a deck exactly as typed: its own first, then each card's."""
    head, cards, _ = parts(reading)
    return [head.values, *(card.values for card in cards)]


def parts(reading: Reading) -> tuple[Part, list[Part], Sequence]:
    """Part a deck that was read without errors, but that it may have no card yet, into its own keys and its cards."""
    root = reading.root
    assert isinstance(root, Mapping)
    pair = root.get("cards")
    if pair is None:
        hint = "write `cards:` below its `include`, and a card below that"
        raise QuizError.at(reading.deck.path if reading.deck else "", "has no cards of its own", hint, code="no-cards")
    listed = pair[1] if isinstance(pair[1], Sequence) else Sequence([], pair[1].start, pair[1].end)
    head = without(_values(root), "format", "id", "cards")
    return (
        Part(root, head, is_card=False),
        [Part(node, _values(node)) for node in listed.items if isinstance(node, Mapping)],
        listed,
    )


def _values(node: Mapping) -> Record:
    values = of_node(node)
    assert isinstance(values, dict)
    return values
