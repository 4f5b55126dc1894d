"""What becomes of one deck of a folder when cards are imported into it: its new text, its new lock, and the counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from pathlib import Path

from quiz.deck.beyond import short, whole
from quiz.deck.files import BOM, LIMIT, read_text
from quiz.deck.ledger import Texts
from quiz.deck.lock import Generated, Lock, dumped
from quiz.deck.merge import verify
from quiz.deck.model import Card, Deck
from quiz.deck.parse import Reading, read_string
from quiz.deck.plan import Plan
from quiz.deck.recognise import recognised
from quiz.deck.record import Record
from quiz.deck.revise import parts
from quiz.deck.soundness import sound
from quiz.deck.take import taken
from quiz.deck.write import HEADER, dump
from quiz.errors import Place as At
from quiz.errors import Problem, QuizError
from quiz.imports.advancing import Untaken, advanced
from quiz.imports.behind import Unlike, caught_up, is_news
from quiz.imports.editing import values_of
from quiz.imports.model import Found, Item
from quiz.imports.noting import Noting
from quiz.imports.offering import offered
from quiz.imports.offers import Here, Offered, Says
from quiz.imports.shelving import Place
from quiz.imports.telling import BOTH, DIFFERS, awaiting, capped, conflict, place, untaken

MADE = "# Imported by quiz. Edit this file as you like: importing again keeps what you change.\n"


@dataclass(frozen=True, slots=True)
class Draft:
    """A deck's file and lock as they will be, the file as it is read then, and what is to be told of it.

    `kept` are cards that were edited on both sides, by id, with the keys and what they say there; `apart` those
    of which nobody knows on which side, with what they say there. `over` are notes that the next export writes anew, by
    their lines in the lock, with texts that an update takes away; `untold` are lines of notes that would have said
    something else before this import than Anki was told. `before` are the cards as they were.
    """

    path: Path
    text: str
    reading: Reading
    lock: Lock
    plan: Plan
    warnings: tuple[Problem, ...] = ()
    kept: Mapping[str, Texts] = field(default_factory=dict)
    apart: Mapping[str, Record] = field(default_factory=dict)
    over: Mapping[str, Texts] = field(default_factory=dict)
    untold: AbstractSet[str] = frozenset()
    before: Mapping[str, Card] = field(default_factory=dict)


def drafted(where: Place, found: Found, kind: str, says: Says, coming: Mapping[Path, Path]) -> Draft:
    """Work out what becomes of a deck; QuizError where it has errors or would be too large to be read.

    `coming` are the pictures and sounds that go to their places with it, and where they lie until then.
    A card of ours that no deck can hold, whatever was done to its note, is left out and told; all others come in.
    """
    try:
        return _drafted(where, found, kind, says, coming)
    except QuizError:
        items = where.items.items()
        bad = {name: item for name, item in items if item.told and not sound({"id": name, **values_of(item)})}
        where.items = {name: item for name, item in items if name not in bad}
        if not bad or not where.items:
            raise
    message = "cannot stand in a deck, and is left out"
    told = [
        Problem(At(str(where.path)), f"“{short(item.card.prompt)}” {message}", "", "warning") for item in bad.values()
    ]
    draft = _drafted(where, found, kind, says, coming)
    return replace(draft, warnings=(*draft.warnings, *capped(told, "cards left out")))


def _drafted(where: Place, found: Found, kind: str, says: Says, coming: Mapping[Path, Path]) -> Draft:
    """Do it for cards that a deck can hold."""
    there = where.path.exists()
    draft = _revised(where, found, says) if there else _created(where)
    deck, cards = _known(draft.reading, where, draft.lock)
    noting = Noting(where, deck, cards, draft.lock, draft, says, coming)
    noting.note(found)
    lock = noting.lock
    if not there and not any(item.told for item in where.items.values()):
        lock = replace(lock, imported=kind)
    for what, text in (("deck", draft.text), ("lock", dumped(lock))):
        if len(text.encode()) > LIMIT:
            message = f"the {what} would be larger than {LIMIT // 2**20} MB"
            raise QuizError.at(str(draft.path), message, "in Anki, move its cards to sub-decks first")
    plan = replace(draft.plan, kept=draft.plan.kept - noting.missing, absent=noting.missing)
    return replace(draft, lock=lock, plan=plan, warnings=(*draft.warnings, *noting.told))


def _known(reading: Reading, where: Place, lock: Lock) -> tuple[Deck, dict[str, Card]]:
    """Return a deck that was read, and its cards by their ids; QuizError where it has errors."""
    if reading.deck is None:
        raise QuizError(problem for problem in reading.problems if problem.severity == "error")
    deck = replace(reading.deck, id=where.id or reading.deck.id)
    return deck, {name: replace(card, id=name) for name, card in zip(_ids(deck, lock), deck.cards, strict=True) if name}


def _ids(deck: Deck, lock: Lock) -> list[str]:
    """Tell the ids of a deck's cards, as far as they are known."""
    recovered = recognised(deck.cards, lock)
    return [card.id or recovered.get(at, "") for at, card in enumerate(deck.cards)]


def _created(where: Place) -> Draft:
    """Make a new deck."""
    shelf = where.shelf
    cards = tuple(replace(item.card, id=name) for name, item in where.items.items())
    deck = Deck(shelf.title.strip() or "Imported", cards, where.id, shelf.source, shelf.tags)
    text = dump(deck).replace(HEADER, MADE, 1)
    generated = {name: Generated(values_of(item)) for name, item in where.items.items() if not item.told}
    lock = replace(where.lock, deck=where.id, generated=generated)
    return Draft(
        where.path, text, read_string(text, str(where.path)), lock, Plan(where.path, new=len(cards), changed=True)
    )


def _revised(where: Place, found: Found, says: Says) -> Draft:
    """Bring a deck that is there up to date; QuizError if it has errors."""
    content, path = read_text(where.path), str(where.path)
    where.lock = caught_up(where.lock, where.items.values())
    reading = read_string(content, path)
    deck, cards = _known(reading, where, where.lock)
    here = Here(deck, cards, _spelled(reading, where.lock), where.lock, says, _written(where, deck, cards, found))
    offers = {name: offered(name, item, here, exact=found.exact) for name, item in where.items.items()}
    lock, late = advanced(here, where, found)
    revision = taken(reading, [offers[name].offer for name in _ordered(where, cards)], lock)
    after, lock = reading, revision.lock
    if revision.plan.changed:
        verify(where.path, revision)
        after = read_string(revision.text, path)
        lock = _reworded(deck, after, where.lock, lock)
    text = BOM * content.startswith(BOM) + revision.text
    ids = _ids(deck, where.lock)
    merged = [(ids[at], (".".join(each.path), each.kept, each.generated), "") for at, each in revision.conflicts]
    warnings, kept = _told(here, where, offers, merged, late)
    apart = {name: each.apart for name, each in offers.items() if each.apart}
    over = {name: each.over for name, each in offers.items() if each.over is not None}
    over |= {line: texts for each in offers.values() for line, texts in each.beside.items()}
    stay = sum(each.stays and not cards[name].stale for name, each in offers.items())
    plan = replace(revision.plan, unchanged=revision.plan.unchanged - stay, kept=revision.plan.kept + stay)
    untold = {line for name in cards for line in _untold(name, where.items.get(name), here)}
    return Draft(where.path, text, after, lock, plan, warnings, kept, apart, over, untold, cards)


def _untold(name: str, item: Item | None, here: Here) -> set[str]:
    """Tell which of several notes of a card would say something else than Anki was told."""
    told = item.told.items() if item and len(item.told) > 1 else ()
    edited = any(is_news(here.lock.notes.get(line), note) for line, note in told)  # else it does not matter
    return here.untold(name, item.prefix) if item and edited else set()


def _told(
    here: Here,
    where: Place,
    offers: Mapping[str, Offered],
    merged: Sequence[tuple[str, Unlike, str]],
    late: Untaken,
) -> tuple[tuple[Problem, ...], dict[str, Texts]]:
    """Tell what was edited on both sides, and by card what of it is there alone.

    `merged` are such keys of cards that were compared with what the lock knows of them, `late` those
    of them that keep what Anki has not taken.
    """
    path = str(where.path)
    both = [(name, values, each.fault) for name, each in offers.items() for values in each.conflicts] + [*merged]
    cards, kept = here.cards, dict[str, Texts]()
    told = [conflict(place(cards[to], path), cards[to], it, DIFFERS if fault else BOTH) for to, it, fault in both]
    for name, (key, _, there), _fault in both:
        kept[name] = (*kept.get(name, ()), (key, whole(there)))
    ours = {name for name, each in offers.items() if each.late}
    newer = {name for name in ours if where.items[name].told[name].mod > here.lock.notes[name].mod}
    refused, awaited = ((late.refused | newer) - kept.keys(), (late.awaited | ours - newer) - kept.keys())
    told = [*capped(told, DIFFERS if here.written else "edited on both sides")]
    told += [*untaken(path, len(refused)), *awaiting(path, len(awaited))]
    return (*told, *_counted(path, offers.values())), kept


def _written(where: Place, deck: Deck, cards: Mapping[str, Card], found: Found) -> Mapping[str, Card]:
    """Tell what a file of the format would say of the cards that are in it and here, where it does not say enough."""
    known = tuple(cards[name] for name, item in where.items.items() if name in cards and not (item.told or item.guid))
    return found.written(replace(deck, cards=known)) if known and found.written and not found.exact else {}


def _ordered(where: Place, cards: Container[str]) -> list[str]:
    """Put new notes of their own in one's deck before all others, so that none is behind a card of it but the last."""
    return sorted(where.items, key=lambda name: not (where.own and where.items[name].role and name not in cards))


def _counted(path: str, offers: Iterable[Offered]) -> Iterator[Problem]:
    """Tell why cards were not taken, with how many they are."""
    faults = Counter(each.fault for each in offers if each.fault)
    for fault, count in faults.items():
        yield Problem(At(path), f"{fault}: {count:,}", "", "warning")


def _reworded(before: Deck, after: Reading, lock: Lock, new: Lock) -> Lock:
    """Let cards without an id in the file be known by what they ask now; an import moves no card."""
    assert after.deck is not None
    bare = iter([name for name, card in zip(_ids(before, lock), before.cards, strict=True) if not card.id])
    asked = {next(bare): card for card in after.deck.cards if not card.id}
    known = {
        name: replace(each, prompt=asked[name].prompt, answer=asked[name].answer) if name in asked else each
        for name, each in new.known.items()
    }
    return replace(new, known=known)


def _spelled(reading: Reading, lock: Lock) -> frozenset[str]:
    """Tell the ids of the cards that spell their answer out."""
    assert reading.deck is not None
    pairs = zip(_ids(reading.deck, lock), parts(reading)[1], strict=True)
    return frozenset(name for name, part in pairs if "answer" in part.values)
