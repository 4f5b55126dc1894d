"""What is offered of a card to a deck that has it: what was changed there, where nobody changed it here since."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from pathlib import Path

from quiz.deck.cloze import answer as in_gaps
from quiz.deck.lock import Lock, Note
from quiz.deck.model import Card, Deck, together
from quiz.deck.record import Record, of_card, without
from quiz.deck.take import Offer
from quiz.imports.model import Item
from quiz.imports.taught import parts_of, taught, untaught

SAME = "cards that say what they say here"
CHANGED = "cards that say something else than here, where they stay as they are"
TAUGHT = ("unit", "pin", "hint", "points", "partial", "difficulty")
TEXTS = ("question", "cloze", "answer", "accept", "distractors", "tolerance", "explanation", *TAUGHT)

Said = tuple[str, Mapping[str, str]]
"""The hash of what a note says, and its fields by name."""

Says = Callable[[Deck, Card, Lock, str, Mapping[Path, Path]], Mapping[str, Said]]
"""Tells what an export would say of a card of ours, its tags behind a prefix, by lines of the lock.

The last are pictures and sounds that are not in their places yet, with where they lie until then.
"""


@dataclass(frozen=True, slots=True)
class Here:
    """A deck as it stands: its cards by id, those that spell their answer out, its lock, and what it would say.

    `written` tells what a file of the format that is imported would say of its cards.
    """

    deck: Deck
    cards: Mapping[str, Card]
    spelled: AbstractSet[str]
    lock: Lock
    says: Says
    written: Mapping[str, Card] = field(default_factory=dict)

    def untold(self, name: str, prefix: str) -> bool:
        """Whether a card says something else than Anki was told last."""
        told = self.lock.notes.get(name)
        said = self.says(self.deck, self.cards[name], self.lock, prefix, {}).get(name, ("", {}))
        return told is None or said[0] != told.hash


@dataclass(frozen=True, slots=True)
class Offered:
    """An offer, why it is none, and the keys that were changed on both sides, each as it is here and there.

    Keys `apart` are not the same either, and nobody knows on which side they were changed (see `Theirs`).
    """

    offer: Offer
    fault: str = ""
    conflicts: tuple[tuple[str, object, object], ...] = ()
    apart: Record = field(default_factory=dict)


def offered(name: str, item: Item, here: Here, *, exact: bool) -> Offered:
    """Decide what is offered of a card.

    A card of ours that comes back from Anki is taken over where its owner edited it there, and nobody has edited it
    here since Anki was told of it; from a table it is taken over as it stands there. Other formats do not say enough.
    """
    if item.role:
        item = _bare(item, here.deck.tags, here.cards[name].tags if name in here.cards else ())
        item = _parted(item, here.cards[name]) if name in here.cards else item
    values = values_of(item)
    if item.role and not item.older and name in here.cards:
        return _theirs(name, item, here)
    if not item.told and not item.older and (item.guid or (here.lock.imported and not item.card.id)):
        return Offered(Offer(name, values))
    mine = of_card(here.cards[name]) if name in here.cards else {}
    if item.older or not mine:
        return Offered(Offer(name, mine or values, mine))
    there = untaught(item.card, item.known) if item.told else item.card
    item = replace(item, card=taught(there, here.cards[name], item.known))
    mine, values = without(of_card(here.cards[name]), "id", "reviewed"), values_of(item)
    if name not in here.spelled:
        mine, values = _in_gaps(mine, values, item.card)
    unchanged = Offer(name, mine, mine)
    if not item.told and exact:
        return Offered(Offer(name, _overlaid(mine, values, item, here.deck), mine))
    if not item.told:
        return _compared(name, item.card, here, unchanged)
    if values == mine or not is_news(here.lock.notes.get(name), item.told.get(name)):
        return Offered(unchanged)
    if not here.untold(name, item.prefix):
        return Offered(Offer(name, values, mine))
    made = here.lock.generated.get(name)
    same = item.same | (
        {key for key in {**mine, **values} if made.values.get(key) == values.get(key)} if made else set()
    )
    return Offered(unchanged, "", tuple(each for each in _unlike(mine, values) if each[0] not in same))


def _theirs(name: str, item: Item, here: Here) -> Offered:
    """Offer a card of a note of theirs, but for keys of which nobody knows on which side they were edited.

    Those are all that differ where the lock was lost; they stay as they are here, until they are edited there again.
    """
    assert item.role
    mine, values, lock = of_card(here.cards[name]), values_of(item), here.lock
    if name in lock.generated:
        known = lock.theirs[item.guid].apart.get(name, {}) if item.guid in lock.theirs else {}
        apart = {key: text for key, text in known.items() if values.get(key, "") == text}
        mine = lock.generated[name].values
    else:
        keys = (*item.role.keys, "tags")
        apart = {key: values.get(key, "") for key in keys if values.get(key) != mine.get(key)}
    agreed = {key: mine[key] for key in apart if key in mine}
    return Offered(Offer(name, without(values, *apart) | agreed), apart=apart)


def _bare(item: Item, shared: Iterable[str], own: Iterable[str]) -> Item:
    """Leave out tags that an export gave a note of theirs for its whole deck, but for those that the card has too."""
    out = {_tag(tag) for tag in shared} - {_tag(tag) for tag in own}
    return replace(item, card=replace(item.card, tags=tuple(tag for tag in item.card.tags if _tag(tag) not in out)))


def _parted(item: Item, here: Card) -> Item:
    """Let the answer of a note of theirs, which is one text there, be parts where it has several here."""
    parts = parts_of(item.card.answer, here)
    return replace(item, card=replace(item.card, answer=together(parts), all_of=parts)) if parts else item


def _tag(tag: str) -> str:
    """Fold a tag as Anki does."""
    return "_".join(tag.split()).casefold()


def _compared(name: str, there: Card, here: Here, unchanged: Offer) -> Offered:
    """Tell what a file that does not say enough to be taken over says otherwise than one that is written now."""
    if name not in here.written:
        return Offered(unchanged, CHANGED)
    was = of_card(taught(here.written[name], here.cards[name]))
    unlike = tuple(_unlike(without(was, "id"), without(of_card(there), "id")))
    return Offered(unchanged, CHANGED if unlike else SAME, unlike)


def _unlike(mine: Record, theirs: Record) -> Iterator[tuple[str, object, object]]:
    """Go through the keys that are not the same, each as it is here and there."""
    for key in {**mine, **theirs}:
        if mine.get(key) != theirs.get(key):
            yield key, mine.get(key), theirs.get(key)


def is_news(before: Note | None, now: Note | None) -> bool:
    """Whether a note says something that we did not say, nor saw there before; a table does not tell when."""
    if not before or not now or now.hash in (before.hash, before.seen):
        return False
    return not now.mod or now.mod > before.mod


def values_of(item: Item) -> Record:
    """Tell what a card says besides its id."""
    return without(of_card(item.card), "id")


def _in_gaps(mine: Record, values: Record, card: Card) -> tuple[Record, Record]:
    """Leave out an answer that stands in the gaps alone, here and there: it is not to be spelled out."""
    same = values.get("answer") in (mine.get("answer"), in_gaps(card.cloze))
    return without(mine, "answer"), without(values, "answer") if same and card.cloze else values


def _overlaid(mine: Record, values: Record, item: Item, deck: Deck) -> Record:
    """Put the keys of a row over those of a card; what is said in other words only, or in another order, stays."""
    kept = dict(mine)
    for key in TEXTS:
        if _folded(mine.get(key, "")) != _folded(values.get(key, "")):
            kept.pop(key, None)
            kept |= {key: values[key]} if key in values else {}
    tags = tuple(tag for tag in item.card.tags if tag not in deck.tags)
    if {*tags} != {*map(str, mine.get("tags", ()))} - {*deck.tags}:
        kept = without(kept, "tags") | ({"tags": list(tags)} if tags else {})
    return kept


def _folded(value: object) -> object:
    """Fold away white space; of a list of texts no order counts."""
    if isinstance(value, list):
        return sorted(map(str, map(_folded, value)))
    return " ".join(str(value).split())
