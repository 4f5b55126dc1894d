"""What becomes of one deck of a folder when cards are imported into it: its new text, its new lock, and the counts."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from quiz.deck.files import BOM, LIMIT, read_text
from quiz.deck.lock import Generated, Lock, dumped
from quiz.deck.merge import verify
from quiz.deck.model import Card, Deck
from quiz.deck.parse import read_string
from quiz.deck.plan import Plan
from quiz.deck.recognise import by_question
from quiz.deck.record import Record, of_card, without
from quiz.deck.take import Offer, taken
from quiz.deck.write import HEADER, dump
from quiz.errors import Place as At
from quiz.errors import Problem, QuizError
from quiz.imports.model import Found, Item
from quiz.imports.shelving import Place

MADE = "# Imported by quiz. Edit this file as you like: importing again keeps what you change.\n"

BOTH = "cards changed both here and in Anki, yours kept"
HERE = "cards that are here already, and stay as they are"

Untold = Callable[[Deck, Card, Lock, str], bool]
"""Tells whether a card of ours, its tags behind a prefix, says something else than Anki was told last."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A deck's file and lock as they will be, and what is to be told of it."""

    path: Path
    text: str
    lock: Lock
    plan: Plan
    warnings: tuple[Problem, ...] = ()


def drafted(place: Place, found: Found, kind: str, untold: Untold) -> Draft:
    """Work out what becomes of a deck; QuizError where it has errors or would be too large to be read."""
    draft = _revised(place, found, untold) if place.path.exists() else _created(place)
    lock = _noted(draft.lock, place, found)
    returned = any(item.told for item in place.items.values())
    if not place.path.exists() and not returned:
        lock.imported = kind
    for what, text in (("deck", draft.text), ("lock", dumped(lock))):
        if len(text.encode()) > LIMIT:
            message = f"the {what} would be larger than {LIMIT // 2**20} MB"
            raise QuizError.at(str(draft.path), message, "in Anki, move its cards to sub-decks first")
    return replace(draft, lock=lock)


def _created(place: Place) -> Draft:
    """Make a new deck."""
    shelf = place.shelf
    cards = tuple(replace(item.card, id=name) for name, item in place.items.items())
    deck = Deck(shelf.title.strip() or "Imported", cards, place.id, shelf.source, shelf.tags)
    text = dump(deck).replace(HEADER, MADE, 1)
    reading = read_string(text, str(place.path))
    if problems := [found for found in reading.problems if found.severity == "error"]:
        raise QuizError(problems)
    generated = {name: Generated(_values(item)) for name, item in place.items.items() if not item.told}
    lock = replace(place.lock, deck=place.id, generated=generated)
    return Draft(place.path, text, lock, Plan(place.path, new=len(cards), changed=True))


def _revised(place: Place, found: Found, untold: Untold) -> Draft:
    """Bring a deck that is there up to date; QuizError if it has errors."""
    content = read_text(place.path)
    reading = read_string(content, str(place.path))
    if reading.deck is None:
        raise QuizError(problem for problem in reading.problems if problem.severity == "error")
    recovered = by_question(reading.deck.cards, place.lock)
    named = ((card.id or recovered.get(at, ""), card) for at, card in enumerate(reading.deck.cards))
    here = {name: replace(card, id=name) for name, card in named if name}
    offers, told = [], dict[str, int]()
    for name, item in place.items.items():
        offer, fault = _offered(name, item, here, reading.deck, place.lock, found, untold)
        offers.append(offer)
        if fault:
            told[fault] = told.get(fault, 0) + 1
    revision = taken(reading, offers, place.lock)
    if revision.plan.changed:
        verify(place.path, revision)
    warnings = tuple(
        Problem(At(str(place.path)), f"{fault}: {count:,}", "", "warning") for fault, count in told.items()
    )
    text = BOM * content.startswith(BOM) + revision.text
    return Draft(place.path, text, revision.lock, revision.plan, warnings)


def _offered(
    name: str, item: Item, here: Mapping[str, Card], deck: Deck, lock: Lock, found: Found, untold: Untold
) -> tuple[Offer, str]:
    """Decide what is offered of a card, and what is to be told of it.

    A card of ours that comes back from Anki is taken over where its owner edited it there, and nobody has edited it
    here since Anki was told of it; from a table it is taken over as it stands there. Other formats do not say enough.
    """
    values = _values(item)
    if not item.told and (item.guid or lock.imported):
        return Offer(name, values), ""
    if name not in here:
        return Offer(name, values, {}), ""
    mine = without(of_card(here[name]), "id")
    unchanged = Offer(name, mine, mine)
    if not item.told:
        return (Offer(name, _overlaid(mine, values, item, deck), mine), "") if found.exact else (unchanged, HERE)
    before, now = lock.notes.get(name), item.told.get(name)
    if not before or not now or before.hash == now.hash or now.mod <= before.mod or values == mine:
        return unchanged, ""
    return (unchanged, BOTH) if untold(deck, here[name], lock, item.prefix) else (Offer(name, values, mine), "")


def _overlaid(mine: Record, values: Record, item: Item, deck: Deck) -> Record:
    """Put the keys of a row over those of a card; what is said in other words only, or in another order, stays."""
    kept = dict(mine)
    for key in ("question", "cloze", "answer", "accept", "distractors", "tolerance", "explanation"):
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


def _noted(lock: Lock, place: Place, found: Found) -> Lock:
    """Keep in the lock what Anki has of the cards, so that an export can bring it up to date."""
    lock = replace(lock, notes=dict(lock.notes), theirs=dict(lock.theirs), notetypes=dict(lock.notetypes))
    for name, item in place.items.items():
        for line, note in item.told.items():
            before = lock.notes.get(line)
            if before is None or note.mod > before.mod:
                lock.notes[line] = note
        if item.guid and item.role:
            theirs, known = found.theirs[item.guid], lock.theirs.get(item.guid)
            lock.theirs[item.guid] = replace(theirs, cards={**(known.cards if known else {}), name: item.role})
            lock.notetypes[theirs.notetype] = found.notetypes[theirs.notetype]
    return lock


def _values(item: Item) -> Record:
    return without(of_card(item.card), "id")
