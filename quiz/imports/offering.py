"""What is offered of a card to a deck that has it: what was changed there, where nobody changed it here since."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from pathlib import Path

from quiz.deck.cloze import answer as in_gaps
from quiz.deck.ledger import Texts
from quiz.deck.lock import Lock
from quiz.deck.model import Card, Deck, together
from quiz.deck.record import Record, of_card, without
from quiz.deck.take import Offer
from quiz.imports.behind import Unlike, brought_together, edited_from, is_behind, is_news, unlike
from quiz.imports.markup import read
from quiz.imports.model import Item
from quiz.imports.taught import parts_of, taught, untaught

SAME = "cards that say what they say here"
CHANGED = "cards that say something else than here, where they stay as they are"
TAUGHT = ("unit", "pin", "hint", "points", "partial", "difficulty")
TEXTS = ("question", "cloze", "answer", "accept", "distractors", "tolerance", "explanation", *TAUGHT)

Said = tuple[str, Mapping[str, str], tuple[str, ...]]
"""The hash of what a note says, its fields by name, and its tags."""

ITEMS = "Items"
"""The field in which an order card of ours offers its items."""

NOTHING: Said = ("", {}, ())

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

    def untold(self, name: str, prefix: str) -> set[str]:
        """Tell the lines of a card whose notes would say something else than Anki was told last."""
        says = self.says(self.deck, self.cards[name], self.lock, prefix, {}).items()
        told = self.lock.notes
        return {line for line, said in says if line in told and said[0] != told[line].hash}


@dataclass(frozen=True, slots=True)
class Offered:
    """An offer, why it is none, and the keys that were changed on both sides, each as it is here and there.

    Keys `apart` are not the same either, and nobody knows on which side they were changed (see `Theirs`). `late` says
    that what was edited here stays, and that Anki has not taken it; `over` are texts that the next export takes away
    there, as no card has room for them; None where it has no reason to.
    """

    offer: Offer
    fault: str = ""
    conflicts: tuple[Unlike, ...] = ()
    apart: Record = field(default_factory=dict)
    late: bool = False
    over: Texts | None = None

    @property
    def stays(self) -> bool:
        """Whether its card was edited on both sides, and stays as it is here."""
        return bool(self.conflicts and not self.fault) and self.offer.values == self.offer.base


def offered(name: str, item: Item, here: Here, *, exact: bool) -> Offered:
    """Decide what is offered of a card.

    A card of ours that comes back from Anki is taken over where its owner edited it there, and nobody has edited it
    here since Anki was told of it; from a table it is taken over as it stands there. Other formats do not say enough.
    """
    if item.role:
        item = fitted(item, here.deck, here.cards.get(name))
    values = values_of(item)
    if item.role and not item.older and name in here.cards:
        return _theirs(name, item, here)
    if not item.told and not item.older and (item.guid or (here.lock.imported and not item.card.id)):
        return Offered(Offer(name, values))
    mine = of_card(here.cards[name]) if name in here.cards else {}
    if item.older or not mine:
        return Offered(Offer(name, mine or values, mine))
    item = replace(item, card=_taught(item.card, item, here.cards[name]))
    mine, values = without(of_card(here.cards[name]), "id", "reviewed"), values_of(item)
    if name not in here.spelled:
        mine, values = _in_gaps(mine, values, item.card)
    if item.told:
        return _edited(name, item, here, mine, values)
    if exact:
        return Offered(Offer(name, _overlaid(mine, values, item, here.deck), mine))
    return _compared(name, item.card, here, Offer(name, mine, mine))


def _edited(name: str, item: Item, here: Here, mine: Record, values: Record) -> Offered:
    """Offer what was edited in Anki of a card of ours, where nobody edited it here since."""
    news = is_news(here.lock.notes.get(name), item.told.get(name))
    over: Texts | None = None
    if news and (items := _reworded(name, item, here)):
        values |= {"answer": [*items]}
        item = replace(item, unread=tuple(each for each in item.unread if each[0] != ITEMS))
        over = unread(item, _said(name, item, here)[1])
    if values == mine or not news:
        return Offered(Offer(name, mine, mine))
    if not is_behind(here.lock.notes.get(name), item.told.get(name)) and name not in here.untold(name, item.prefix):
        return Offered(Offer(name, values, mine), over=over)
    return _merged(name, item, here, mine, values)


def _reworded(name: str, item: Item, here: Here) -> tuple[str, ...]:
    """Tell the items of an order that were reworded there only where they are offered; () if nobody knows which.

    A table does not tell when, and what no card has room for would be taken away with the note that is written anew.
    """
    if not item.reworded or item.lost or not item.told[name].mod:
        return ()
    items, known = item.reworded(_said(name, item, here)[1]), here.cards[name].ordered
    return tuple(new or was for new, was in zip(items, known, strict=True)) if len(items) == len(known) else ()


def _said(name: str, item: Item, here: Here) -> Said:
    """Tell what an export would say of a card now."""
    return here.says(here.deck, here.cards[name], here.lock, item.prefix, {}).get(name, NOTHING)


def _merged(name: str, item: Item, here: Here, mine: Record, values: Record) -> Offered:
    """Offer what was edited there alone of a card that was edited here too, or whose last export Anki has not taken.

    All else stays as it is here; where nobody knows what was edited there, all of it.
    """
    told, now = here.lock.notes[name], item.told[name]
    behind = is_behind(told, now)
    was = edited_from(told, now) if behind else None
    known = (was[1],) if was else () if behind else (told.seen or told.hash, told.hash)
    _, fields, tags = _said(name, item, here)
    traced = item.trace(fields, tags, *known) if known and item.trace else None
    if not traced:
        same = _same(name, item, here, values)
        unsure = tuple(each for each in unlike(mine, values) if each[0] not in same)
        return Offered(Offer(name, mine, mine), "", unsure, late=behind and not unsure, over=())
    past = tuple(_past(card, item, here.cards[name], mine, values) for card in traced[:2])
    record, both = brought_together(mine, values, (past[0], past[1]))
    late = behind and not both and record != values
    return Offered(Offer(name, record, mine), "", both, late=late, over=unread(item, traced[2]))


def _past(card: Card, item: Item, here: Card, mine: Record, values: Record) -> Record:
    """Tell what a card said before, which spells its answer out only if it is spelled out on one side."""
    past = without(of_card(_taught(card, item, here)), "id")
    in_them = past.get("answer") == in_gaps(card.cloze)
    return without(past, "answer") if "answer" not in mine and ("answer" not in values or in_them) else past


def _same(name: str, item: Item, here: Here, values: Record) -> AbstractSet[str]:
    """Tell the keys of which a card says there what it was generated with, or exported, so nobody edited them there."""
    made = here.lock.generated.get(name)
    if not made:
        return item.same
    return item.same | {key for key in {*made.values, *values} if made.values.get(key) == values.get(key)}


def unread(item: Item, fields: Mapping[str, str]) -> Texts:
    """Tell what a note says in fields of which nothing is taken over, where such fields say otherwise."""
    there = dict(item.unread)
    other = {name: shown for name, text in there.items() if (shown := _shown(text)) != _shown(fields.get(name, ""))}
    asked = {"Answer", "Typed"} if "Answer" in other else set[str]()
    return tuple((name, shown) for name, shown in other.items() if shown and name not in asked)


def _shown(html: str) -> str:
    return " ".join(read(html).text.split())


def _taught(card: Card, item: Item, here: Card) -> Card:
    """Let a card that comes back have what it has here, where its file does not say that."""
    if not item.told:
        return taught(card, here, item.known)
    unsaid = "hints" not in item.known and card.cloze == here.cloze
    return taught(replace(untaught(card, item.known), hints=here.hints if unsaid else ()), here, item.known)


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


def fitted(item: Item, deck: Deck, card: Card | None) -> Item:
    """Let a card of a note of theirs be as it is here: without the tags of its deck, its answer in parts."""
    item = _bare(item, deck.tags, card.tags if card else ())
    return _parted(item, card) if card else item


def _bare(item: Item, shared: Iterable[str], own: Iterable[str]) -> Item:
    """Leave out tags that an export gave a note of theirs for its whole deck, but for those that the card has too."""
    out = {tag_of(tag) for tag in shared} - {tag_of(tag) for tag in own}
    return replace(item, card=replace(item.card, tags=tuple(tag for tag in item.card.tags if tag_of(tag) not in out)))


def _parted(item: Item, here: Card) -> Item:
    """Let the answer of a note of theirs, which is one text there, be parts where it has several here."""
    parts = parts_of(item.card.answer, here)
    return replace(item, card=replace(item.card, answer=together(parts), all_of=parts)) if parts else item


def tag_of(tag: str) -> str:
    """Fold a tag as Anki does."""
    return "_".join(tag.split()).casefold()


def _compared(name: str, there: Card, here: Here, unchanged: Offer) -> Offered:
    """Tell what a file that does not say enough to be taken over says otherwise than one that is written now."""
    if name not in here.written:
        return Offered(unchanged, CHANGED)
    was = of_card(taught(here.written[name], here.cards[name]))
    other = tuple(unlike(without(was, "id"), without(of_card(there), "id")))
    return Offered(unchanged, CHANGED if other else SAME, other)


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
