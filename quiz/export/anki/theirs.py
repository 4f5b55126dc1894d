"""Notes that were imported from Anki, brought up to date: guid and note type are theirs, and only changes are ours."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from typing import Any

from quiz.deck.beyond import whole
from quiz.deck.cloze import hinted
from quiz.deck.guids import of_line
from quiz.deck.ledger import Texts
from quiz.deck.lock import Lock
from quiz.deck.media import FOLDER, LostError, digits, located, safe_name
from quiz.deck.model import Card, Deck
from quiz.deck.notefields import LAST
from quiz.deck.record import Record, of_card, without
from quiz.deck.references import Reference, named
from quiz.deck.remembered import ids_of, in_passing
from quiz.deck.texts import texts
from quiz.deck.theirs import Earlier, Role, Theirs, said
from quiz.errors import QuizError
from quiz.export.anki.ledger import EARLIER, locks_of
from quiz.export.anki.media import names_in
from quiz.export.anki.notes import tag_of
from quiz.export.anki.rewriting import GIVEN, Rewriting
from quiz.export.losses import Losses
from quiz.export.request import AUTO, Request

ALWAYS = ("id", "tags", "origin", "reviewed", "stale")
"""Keys of a card that every note of theirs has room for, or has no use for."""


@dataclass(frozen=True, slots=True)
class TheirType:
    """A note type of someone else's, as it was imported: with its own time of change, so that nothing of it changes."""

    definition: Mapping[str, Any]

    @property
    def id(self) -> int:
        """Its id in Anki."""
        return int(self.definition["id"])

    @property
    def name(self) -> str:
        """Its name in Anki."""
        return str(self.definition.get("name", ""))


@dataclass(frozen=True, slots=True)
class TheirNote:
    """A note of theirs as it will be: identity, note type, fields and tags, time of change, and its cards in order."""

    guid: str
    notetype: TheirType
    fields: tuple[str, ...]
    tags: tuple[str, ...]
    mod: int
    ords: tuple[int, ...]


def owners(lock: Lock) -> dict[str, str]:
    """Tell the guid of the note behind each card that was imported."""
    return {card: guid for guid, note in lock.theirs.items() for card in note.cards}


def their_note(guid: str, deck: Deck, lock: Lock, request: Request, cards: Mapping[str, Card]) -> TheirNote:
    """Write a note from its cards, and keep in the lock when it first said so; `cards` are the deck's, by id."""
    known = lock.theirs[guid]
    rewriting = rewritten(guid, lock, cards)
    fields = tuple(rewriting.fields)
    tags = _tags(known, lock, cards, deck.tags)
    if not lock.imported and said(fields, tags) != known.hash:  # one that has them already is no newer without them
        tags = _tags(known, lock, cards, ())
    now_said, media = said(fields, tags), _held(fields, deck)
    last = known.mod if 0 < known.mod < LAST else 0
    same = now_said == known.hash and all(known.media.get(name, held) == held for name, held in media.items())
    mod = last if same and last and not request.force else max(request.now, last + 1)
    if mod != known.mod:
        told, media = _told(known, rewriting, lock, cards), {**known.media, **media}
        apart = {name: _unedited(name, values, lock, cards) for name, values in known.apart.items()}
        changed = replace(known, hash=now_said, mod=mod, told=told, before=_before(known, told))
        lock.theirs[guid] = replace(changed, media=media, over={}, apart=apart)
    ords = tuple(sorted({role.ord for card, role in known.cards.items() if card in cards}))
    return TheirNote(guid, TheirType(lock.notetypes[known.notetype]), fields, tags, mod, ords)


def _before(known: Theirs, told: Mapping[str, Record]) -> tuple[Earlier, ...]:
    """List what Anki was told until now that it is `told` something; what is only made newer is listed once."""
    listed = known.told == told and any(each == told for _, each in known.before[-1:])
    return known.before if listed else known.exports[-EARLIER:]


def overwritten(known: Theirs, lock: Lock, cards: Mapping[str, Card]) -> dict[str, Texts]:
    """Tell by card what a note has in place of what its cards say, as far as an update takes it away."""
    over = {name: tuple(texts) for name, texts in known.over.items() if name in cards}
    for name, values in known.apart.items():
        keys = _edited(name, values, lock, cards)
        if texts := tuple((key, whole(values[key])) for key in keys if values[key] and key != "tags"):
            over[name] = (*over.get(name, ()), *texts)
    return over


def _edited(name: str, values: Mapping[str, Any], lock: Lock, cards: Mapping[str, Card]) -> list[str]:
    """Tell which of some keys of a card were edited since it was imported."""
    now, base = _values(cards[name]) if name in cards else {}, _base(name, lock)
    return [key for key in values if name in cards and now.get(key) != base.get(key)]


def _unedited(name: str, values: Mapping[str, Any], lock: Lock, cards: Mapping[str, Card]) -> Mapping[str, Any]:
    return without(dict(values), *_edited(name, values, lock, cards))


def _held(fields: Sequence[str], deck: Deck) -> dict[str, str]:
    """Tell by their names here what the pictures and sounds hold that fields name, as far as they are there."""
    held = dict[str, str]()
    for name in {safe_name(name) for text in fields for name in names_in(text)}:
        with suppress(LostError, OSError):
            held[name] = digits(located(Reference(f"{FOLDER}/{name}", "", ""), deck))
    return dict(sorted(held.items()))


def _told(known: Theirs, rewriting: Rewriting, lock: Lock, cards: Mapping[str, Card]) -> dict[str, Record]:
    """List what a note tells of its cards from now on, where that is not what it said when it was imported."""
    if {*rewriting.faults} - GIVEN:
        return {}
    told = dict[str, Record]()
    for name, role in known.cards.items():
        if name in cards:
            base, values, keys = _base(name, lock), _values(cards[name]), (*role.keys, "tags")
            now = {key: values[key] for key in keys if key in values}
            if now != {key: base[key] for key in keys if key in base}:
                told[name] = now
    return told


def rewritten(guid: str, lock: Lock, cards: Mapping[str, Card]) -> Rewriting:
    """Put what a person changed of a note's cards into its fields."""
    known = lock.theirs[guid]
    definition = lock.notetypes.get(known.notetype, {})
    rewriting = Rewriting(known.fields, [str(each.get("name", "")) for each in definition.get("flds", ())])
    for card, role in known.cards.items():
        base = _base(card, lock)
        if card in cards:
            rewriting.rewrite(role, base, _values(cards[card]), known.told.get(card, {}))
    clozes = {
        role.ord + 1: (str(_base(card, lock).get("cloze", "")), _cloze(cards[card]) if card in cards else "")
        for card, role in known.cards.items()
        if "cloze" in role.keys
    }
    if clozes:
        rewriting.reclozed(next(role.keys["cloze"][0] for role in known.cards.values() if "cloze" in role.keys), clozes)
    return rewriting


def refuse_doubles(deck: Deck, lock: Lock, seen: dict[str, str]) -> None:
    """QuizError where two decks hold cards of one note: twice in a package, it spoils an Anki collection for good.

    `seen` are the notes of the decks before, with the deck of each.
    """
    there = {*ids_of(deck.cards)} if lock.theirs else set[str]()
    for guid, note in lock.theirs.items():
        if there.isdisjoint(note.cards):
            continue
        if guid in seen:
            message = f"holds notes that were imported into {seen[guid]} too"
            raise QuizError.at(deck.path, message, "export one of the two, or delete it with its lock")
        if not _sound(lock.notetypes.get(note.notetype), note):
            message = f"its lock does not tell the note type {note.notetype} of notes that were imported"
            raise QuizError.at(deck.path, message, "import them again")
        seen[guid] = deck.path


def refuse_ours(decks: Sequence[Deck], seen: Mapping[str, str], request: Request) -> None:
    """QuizError where a note of a card of ours is one of those `seen`, which were imported (see `refuse_doubles`)."""
    if not seen:
        return
    for deck, lock in zip(decks, locks_of(decks), strict=True):
        cards = {*ids_of(deck.cards)}.difference(owners(lock))
        asked = (f"{card} {name}" for card in cards for name in request.present if name != AUTO)
        beside = (line for line in lock.notes if line.partition(" ")[0] in cards)
        for line in sorted({*cards, *asked, *beside}):
            if (name := of_line(deck.id, line)) in seen:
                message = f"the note of its card {line.partition(' ')[0]} was imported into {seen[name]} too"
                raise QuizError.at(deck.path, message, "delete one of the two cards")


def _sound(definition: Any, note: Theirs) -> bool:
    """Whether a definition is one of a note type, and of this note's."""
    parts = [definition.get("flds"), definition.get("tmpls")] if isinstance(definition, dict) else [None]
    if not all(isinstance(part, list) and part and all(isinstance(each, dict) for each in part) for part in parts):
        return False
    number = definition["id"] if isinstance(definition.get("id"), int) else 0
    return number > 0 and str(number) == note.notetype and len(definition["flds"]) == len(note.fields)


STAYS = "it stays in the deck, and Anki is not told"


ASTRAY = f"pictures or sounds outside the folder {FOLDER} are written as text in notes that were imported"


def unwritten(deck: Deck, lock: Lock, losses: Losses) -> None:
    """Note what of imported cards does not go back into their notes."""
    cards = imported(deck, owners(lock))
    for guid, note in lock.theirs.items():
        there = [cards[card] for card in note.cards if card in cards]
        rewriting = rewritten(guid, lock, cards) if there else None
        for fault in rewriting.faults if rewriting else ():
            losses.tell(there[0], deck, fault, "to keep it, change such notes in Anki" if fault in GIVEN else STAYS)
        for card in there:
            if rewriting and astray(card, rewriting.pictures):
                losses.tell(card, deck, ASTRAY, f"put them into {FOLDER}")
            for more in _more(_base(card.id, lock), card, note.cards[card.id]):
                losses.tell(card, deck, f"their notes have no field for `{more}`", STAYS)


def astray(card: Card, known: Container[str]) -> bool:
    """Whether a card names files elsewhere than where an import puts them, besides pictures `known` to its note."""
    folder = PurePosixPath(FOLDER)
    paths = (each.path for text in texts(card) for each in named(text))
    return any(PurePosixPath(path).parent != folder and path not in known for path in paths)


def imported(deck: Deck, owned: Mapping[str, str]) -> dict[str, Card]:
    """Take the cards of a deck that notes of someone else's stand behind, by id."""
    return {card.id: card for card in in_passing(deck.cards) if card.id in owned} if owned else {}


def _more(base: Record, card: Card, role: Role) -> list[str]:
    """Name the keys that a person added to an imported card and that its note has no room for."""
    values = without(_values(card), *ALWAYS, *role.keys)
    return [key for key, value in values.items() if base.get(key) != value]


def _base(card: str, lock: Lock) -> Record:
    """Return what a card said when it was imported."""
    return lock.generated[card].values if card in lock.generated else {}


def _values(card: Card) -> Record:
    """Return what a card says; the answer of a cloze stands in its gaps."""
    values = of_card(card)
    return without(values, "answer") if card.cloze and not card.question else values


def _cloze(card: Card) -> str:
    """Return the cloze of a card with its hints."""
    return hinted(card.cloze, card.hints)


def _tags(known: Theirs, lock: Lock, cards: Mapping[str, Card], shared: Iterable[str]) -> tuple[str, ...]:
    """Add the tags that a person added, also the `shared` ones of a deck, and take out those that a person took out."""
    added, gone = dict[str, str](), set[str]()
    for name in known.cards:
        if name not in cards:
            continue
        base = [*map(str, _base(name, lock).get("tags", ()))]
        for tag in cards[name].tags:
            if tag not in base:
                added.setdefault(tag_of(tag).casefold(), tag_of(tag))
        gone |= {*base} - {*cards[name].tags}
    for tag in shared:
        added.setdefault(tag_of(tag).casefold(), tag_of(tag))
    kept = [tag for tag in known.tags if tag not in gone]
    there = {tag.casefold() for tag in kept}
    return (*kept, *(tag for name, tag in added.items() if tag and name not in there))
