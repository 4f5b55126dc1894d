"""What is offered of a card of ours that was edited in Anki, in its own note or in those that ask it once more."""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import replace

from quiz.deck.cloze import answer as in_gaps
from quiz.deck.ledger import Texts
from quiz.deck.model import Card
from quiz.deck.record import Record, of_card, without
from quiz.deck.take import Offer
from quiz.imports.behind import brought_together, edited_from, is_behind, is_news, unlike
from quiz.imports.markup import read
from quiz.imports.model import Item, Traced
from quiz.imports.offers import NOTHING, Here, Offered
from quiz.imports.taught import taught, untaught

ITEMS = "Items"
"""The field in which an order card of ours offers its items."""


def edited(name: str, item: Item, here: Here) -> Offered:
    """Offer what was edited in Anki of a card, where nobody edited the same here since.

    Its own note counts first, then each that asks it once more: what was edited in two of them is in conflict too.
    """
    item, mine, values = compared(name, item, here)
    offer = _own(name, item, here, mine, values)
    for line, other in item.beside.items():
        if is_news(here.lock.notes.get(line), item.told.get(line)):
            offer = _beside(offer, line, other, here)
    if not offer.beside or offer.over is not None:
        return offer
    over = unread(item, here.said(name, item.prefix).get(name, NOTHING)[1])
    return offer if over or item.lost else replace(offer, over=())  # what no card can say stays in its own note


def compared(name: str, item: Item, here: Here) -> tuple[Item, Record, Record]:
    """Tell what a card says here and there, as far as its file says it."""
    item = replace(item, card=_taught(item.card, item, here.cards[name]))
    mine, values = without(of_card(here.cards[name]), "id", "reviewed"), values_of(item)
    return (item, *((mine, values) if name in here.spelled else _in_gaps(mine, values, item.card)))


def values_of(item: Item) -> Record:
    """Tell what a card says besides its id."""
    return without(of_card(item.card), "id")


def _own(name: str, item: Item, here: Here, mine: Record, values: Record) -> Offered:
    """Offer what was edited in the card's own note."""
    if not is_news(here.lock.notes.get(name), item.told.get(name)):
        return Offered(Offer(name, mine, mine))
    over: Texts | None = None
    if items := _reworded(name, item, here):
        values |= {"answer": [*items]}
        item = replace(item, unread=tuple(each for each in item.unread if each[0] != ITEMS))
        over = unread(item, here.said(name, item.prefix).get(name, NOTHING)[1])
    traced = _traced(name, item, here)
    if traced and (answer := _rechosen(item, traced[2])):
        values["answer"], over = [*answer] if isinstance(answer, list) else answer, unread(item, traced[2])
    if values == mine:
        return Offered(Offer(name, mine, mine))
    if is_behind(here.lock.notes[name], item.told[name]) or name in here.untold(name, item.prefix):
        return _merged(name, item, here, mine, values, traced)
    if not traced:
        return Offered(Offer(name, values, mine), over=over)
    # A note shows not all of its card: what it does not was edited here alone, whatever it says of that unseen.
    record, both = brought_together(mine, values, _pasts(traced, item, here.cards[name], mine, values))
    if both:
        return _merged(name, item, here, mine, values, traced)
    return Offered(Offer(name, record, mine), over=over)


def _rechosen(item: Item, before: Mapping[str, str]) -> str | list[str]:
    """Tell the answer, or its parts, of which one was reworded there only where it is offered; "" if that is unsure."""
    was, now = (item.rechosen(before) if item.rechosen and not item.lost else None) or ("", "")
    parts = item.card.all_of or (item.card.answer,)
    if not was or [*parts].count(was) != 1:
        return ""
    changed = [now if part == was else part for part in parts]
    return changed if item.card.all_of else changed[0]


def _reworded(name: str, item: Item, here: Here) -> tuple[str, ...]:
    """Tell the items of an order that were reworded there only where they are offered; () if nobody knows which.

    A table does not tell when, and what no card has room for would be taken away with the note that is written anew.
    """
    if not item.reworded or item.lost or not item.told[name].mod:
        return ()
    items, known = item.reworded(here.said(name, item.prefix).get(name, NOTHING)[1]), here.cards[name].ordered
    return tuple(new or was for new, was in zip(items, known, strict=True)) if len(items) == len(known) else ()


def _beside(offer: Offered, line: str, item: Item, here: Here) -> Offered:
    """Add what was edited in a note that asks the card once more; where nobody knows what, its words stay there."""
    name, record = offer.offer.id, offer.offer.values
    item, _, values = compared(name, item, here)
    traced = _traced(line, item, here)
    if not traced:
        return offer
    record, both = brought_together(record, values, _pasts(traced, item, here.cards[name], record, values))
    told = {**offer.beside, line: unread(item, traced[2])}
    return replace(offer, offer=replace(offer.offer, values=record), conflicts=(*offer.conflicts, *both), beside=told)


def _merged(name: str, item: Item, here: Here, mine: Record, values: Record, traced: Traced | None) -> Offered:
    """Offer what was edited there alone of a card that was edited here too, or whose last export Anki has not taken.

    All else stays as it is here; where nobody knows what was edited there, all of it.
    """
    behind = is_behind(here.lock.notes[name], item.told[name])
    if not traced:
        same = _same(name, item, here, values)
        unsure = tuple(each for each in unlike(mine, values) if each[0] not in same)
        return Offered(Offer(name, mine, mine), "", unsure, late=behind and not unsure, over=())
    record, both = brought_together(mine, values, _pasts(traced, item, here.cards[name], mine, values))
    late = behind and not both and record != values
    return Offered(Offer(name, record, mine), "", both, late=late, over=unread(item, traced[2]))


def _traced(line: str, item: Item, here: Here) -> Traced | None:
    """Tell what a note said before it was edited there, by its line in the lock; None where nobody knows."""
    told, now = here.lock.notes[line], item.told[line]
    was = edited_from(told, now) if is_behind(told, now) else None
    known = (was[1],) if was else () if is_behind(told, now) else (told.seen or told.hash, told.hash)
    _, fields, tags = here.said(line.partition(" ")[0], item.prefix).get(line, NOTHING)
    return item.trace(fields, tags, *known) if known and item.trace else None


def _pasts(traced: Traced, item: Item, here: Card, mine: Record, values: Record) -> tuple[Record, Record]:
    """Tell both ways what a card said before."""
    return _past(traced[0], item, here, mine, values), _past(traced[1], item, here, mine, values)


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


def _in_gaps(mine: Record, values: Record, card: Card) -> tuple[Record, Record]:
    """Leave out an answer that stands in the gaps alone, here and there: it is not to be spelled out."""
    same = values.get("answer") in (mine.get("answer"), in_gaps(card.cloze))
    return without(mine, "answer"), without(values, "answer") if same and card.cloze else values
