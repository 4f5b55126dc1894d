"""What is offered of a card to a deck that has it: what was changed there, where nobody changed it here since."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from quiz.deck.model import Card, Deck, together
from quiz.deck.record import Record, of_card, without
from quiz.deck.take import Offer
from quiz.imports.behind import unlike
from quiz.imports.editing import compared, edited, values_of
from quiz.imports.model import Item
from quiz.imports.offers import Here, Offered
from quiz.imports.taught import parts_of, taught

SAME = "cards that say what they say here"
CHANGED = "cards that say something else than here, where they stay as they are"
TAUGHT = ("unit", "pin", "hint", "points", "partial", "difficulty")
TEXTS = ("question", "cloze", "answer", "accept", "distractors", "tolerance", "explanation", *TAUGHT)


def offered(name: str, item: Item, here: Here, *, exact: bool) -> Offered:
    """Decide what is offered of a card.

    A card of ours that comes back from Anki is taken over where its owner edited it there, and nobody has edited it
    here since Anki was told of it; from a table it is taken over as it stands there. Other formats do not say enough.
    """
    if item.role:
        item = fitted(item, here.deck, here.cards.get(name))
    values = values_of(item)
    if item.role and not item.past and name in here.cards:
        return _theirs(name, item, here)
    if not item.told and not item.past and (item.guid or (here.lock.imported and not item.card.id)):
        return Offered(Offer(name, values))
    mine = of_card(here.cards[name]) if name in here.cards else {}
    if item.past or not mine:
        return Offered(Offer(name, mine or values, mine))
    if item.told:
        return edited(name, item, here)
    item, mine, values = compared(name, item, here)
    if exact:
        return Offered(Offer(name, _overlaid(mine, values, item, here.deck), mine))
    return _compared(name, item.card, here, Offer(name, mine, mine))


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
