"""What a deck's lock remembers of Anki's notes: what they say, what more they hold, and how their deck is called."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from quiz.deck.beyond import named, whole
from quiz.deck.ledger import Note, Texts
from quiz.deck.lock import Lock
from quiz.deck.model import Card, Deck
from quiz.deck.record import Record, of_card
from quiz.deck.sums import field_sums
from quiz.deck.theirs import Theirs
from quiz.errors import Place as At
from quiz.errors import Problem
from quiz.imports.behind import awaited, edited_from, is_behind, is_news
from quiz.imports.editing import unread, values_of
from quiz.imports.homing import called, common, filed, lower
from quiz.imports.model import Found, Item
from quiz.imports.offering import TEXTS
from quiz.imports.offers import NOTHING, Says
from quiz.imports.shelving import BELOW, Place, folded
from quiz.imports.telling import GOES, absent, beyond, capped, foreign, outdated, place

if TYPE_CHECKING:
    from quiz.imports.drafting import Draft

BEYOND = 2**40
"""A second behind all others."""

SURE = "was it renamed? then export it from Anki with scheduling information, and import that; or export with --deck"
WHERE = "new cards will be filed there; to call it otherwise, rename it there, or export with --deck"


@dataclass(slots=True)
class Noting:
    """The lock of a deck as it becomes, by its `draft`, and what is to be told.

    `coming` are pictures and sounds that go to their places with it, and where they lie until then; so many cards that
    Anki had are `missing`, besides stale ones.
    """

    where: Place
    deck: Deck
    cards: Mapping[str, Card]
    lock: Lock
    draft: Draft
    says: Says
    coming: Mapping[Path, Path]
    told: list[Problem] = field(default_factory=list)
    missing: int = 0

    def note(self, found: Found) -> None:
        """Note what Anki has of all cards, so that an export can bring it up to date."""
        lock = self.lock
        self.lock = replace(lock, notes=dict(lock.notes), theirs=dict(lock.theirs), notetypes=dict(lock.notetypes))
        for name, item in self.where.items.items():
            self._ours(name, item)
            if item.guid and item.role and not item.older:
                known = lock.theirs.get(item.guid)
                theirs = known if known and item.again else self._theirs(name, item, found, known)
                self.lock.theirs[item.guid] = theirs
                before, now = lock.notetypes.get(theirs.notetype, {}), found.notetypes[theirs.notetype]
                self.lock.notetypes[theirs.notetype] = newest(before, now, len(theirs.fields))
        self.told = [*capped(self.told, "notes that hold more in Anki")]
        strange = [foreign(place(card, str(self.where.path)), card) for card in self._apart()]
        self.told += capped(strange, "notes of another type in Anki")
        if behind := len({item.guid for item in self.where.items.values() if item.older}):
            self.told += outdated(str(self.where.path), behind)
            return
        taken, first = self._taken(), min((note.first or BEYOND for note in self.lock.notes.values()), default=BEYOND)
        self.lock.taken = taken if taken > first else lock.taken  # of one export alone each package tells that
        missing = [] if 0 < found.made < taken else [*self._missing(taken)]  # one made before tells not what is gone
        self.told += absent(str(self.where.path), missing)
        self.missing = sum(not card.stale for card in missing)
        if len(missing) < len(self.where.items):  # a few were deleted there; of a few alone, no deck takes its name
            self._home(sure=found.scheduled)
        if found.scheduled:
            homes = {name: item.home for name, item in self.where.items.items()}
            self.lock = replace(self.lock, filed=filed(self.cards, self.draft.before, self.deck, self.lock, homes))

    def _ours(self, name: str, item: Item) -> None:
        """Note what Anki has of one card of ours."""
        fresh, known = [], {*self.lock.notes.keys() & item.told.keys()}
        for line, note in item.told.items():
            before = self.lock.notes.get(line)
            late = is_behind(before, note) and is_news(before, note)
            now = note if note.mod or not (late or (item.lost and line == name)) else self._timed(note, before)
            if before and late:
                now = self._late(name, line, item, replace(now, mod=now.mod or before.mod))
            elif not now.mod or (note.mod and before and note.mod <= before.mod):
                now = before or now
            elif before and now.hash == before.seen:
                now = replace(before, mod=now.mod)
            elif before and now.hash == before.hash:
                now = replace(now, notetype=before.notetype, over=before.over)
            elif self._goes(name, line, item):
                now = self._overwritten(name, line, item, now)
            else:
                now = replace(now, over=())
                fresh.append(line)
            if before or now.mod:
                self.lock.notes[line] = awaiting(owned(now, before, note), before, note)
        if fresh and name in self.cards:
            self._more(name, item, fresh, [line for line in fresh if line not in known])

    def _late(self, name: str, line: str, item: Item, now: Note) -> Note:
        """Let an export bring a note up to date that has not taken the last."""
        before = self.lock.notes[line]
        was = edited_from(before, now)
        if line != name and was and was[1] == now.hash:
            return replace(now, notetype=before.notetype, lost=(), over=())
        return replace(self._overwritten(name, line, item, now), notetype=before.notetype)

    def _overwritten(self, name: str, line: str, item: Item, now: Note) -> Note:
        """Let an export bring a note up to date that was edited on both sides, and name what that takes away."""
        (lost, over), card = self._held(name, line, item), self.cards.get(name)
        if card and (words := named(lost, over, of_card(card))):
            self.told.append(beyond(place(card, str(self.where.path)), card, words, GOES))
        own = line == name or line in self.draft.over
        return replace(now, lost=lost, over=(*self.draft.kept.get(name, ()), *over) if own else ())

    def _goes(self, name: str, line: str, item: Item) -> bool:
        """Whether an export is to bring a note up to date that was edited there: so was its card here, or it took that.

        What only its owner has a room for stays as long as nobody edits the card here.
        """
        if line in self.draft.untold or (line == name and line in {**self.draft.kept, **self.draft.over}):
            return True
        return line != name and line in self.draft.over and not any(self._held(name, line, item))

    def _held(self, name: str, line: str, item: Item) -> tuple[tuple[str, ...], Texts]:
        """Tell what a note that was edited there holds of which its card has nothing."""
        if line == name or line in self.draft.over:
            return item.beside.get(line, item).lost, self.draft.over.get(line, ())
        return ("beside",), ()

    def _theirs(self, name: str, item: Item, found: Found, known: Theirs | None) -> Theirs:
        """Note what Anki has of one card of someone's own, by what was `known` of its note before this import."""
        assert item.role
        note, now = found.theirs[item.guid], self.lock.theirs.get(item.guid)
        cards = {**(known.cards if known else {}), **(now.cards if now else {}), name: item.role}
        over = dict(now.over) if now and now is not known else {}
        if known and (known.seen, known.fields, known.tags) == (note.seen, note.fields, note.tags):
            over |= {name: known.over[name]} if name in known.over else {}
        over |= {name: self.draft.kept[name]} if name in self.draft.kept else {}
        apart = dict(now.apart) if now and now is not known else {}
        if name in self.draft.apart:
            apart[name] = self.draft.apart[name]
            self._differs(name, self.draft.apart[name], known.apart.get(name, {}) if known else {})
        return replace(self._awaited(note, known), cards=cards, over=over, apart=apart)

    def _awaited(self, note: Theirs, known: Theirs | None) -> Theirs:
        """Let a note that is older than an export still be known to be told that, as Anki may have taken it since."""
        awaited = [each for each in known.exports if each[0] > note.mod] if known else []
        if not known or not awaited:
            return note
        cards, base = known.cards.items(), self.where.lock.generated
        first = {
            card: {key: base[card].values[key] for key in (*role.keys, "tags") if key in base[card].values}
            for card, role in cards
            if card in base
        }
        *before, (mod, told) = [(since, first | dict(told)) for since, told in awaited]
        overwritten = not self.draft.kept.keys().isdisjoint(known.cards)  # which the next export is to tell
        return replace(note, hash="" if overwritten else known.hash, mod=mod, told=told, before=tuple(before))

    def _differs(self, name: str, apart: Record, before: Mapping[str, Any]) -> None:
        """Tell what a note says otherwise than its card, where that is news."""
        texts = tuple((key, whole(text)) for key, text in apart.items() if text and before.get(key) != text)
        if words := named((), texts, of_card(self.cards[name])):
            self.told.append(beyond(place(self.cards[name], str(self.where.path)), self.cards[name], words))

    @staticmethod
    def _timed(note: Note, before: Note | None) -> Note:
        """Let news of a table be no older than what we told, for what a card cannot say is only Anki's to keep."""
        return replace(note, mod=before.mod) if before and is_news(before, note) else note

    def _more(self, name: str, item: Item, fresh: Collection[str], new: Collection[str]) -> None:
        """Let a note that holds more than its card says stay as it is, until the card is edited here.

        So does one that is `new` to the lock, of which nobody knows on which side it was edited. One in which an
        update changes nothing but what follows of its card, such as the right choice of an answer, is written anew.
        """
        card = self.cards[name]
        says = self.says(self.deck, card, self.lock, item.prefix, self.coming)
        lost, over = set[str](), list[tuple[str, str]]()
        for line in fresh:
            note, (said, fields, _) = self.lock.notes[line], says.get(line, NOTHING)
            if said and said != note.hash:
                held, other = (item.lost, unread(item, fields)) if line == name else self._held(name, line, item)
                if line == name and not held and self._follows(line, note, said):
                    continue
                other = (*unsaid(card, item), *other) if line == name and line in new else other
                lost.update(held)
                over += other
                self.lock.notes[line] = replace(note, hash=said, seen=note.hash, lost=held, over=other)
        if words := named(lost, over, of_card(card)):
            self.told.append(beyond(place(card, str(self.where.path)), card, words))

    def _follows(self, line: str, now: Note, said: str) -> bool:
        """Whether each field in which a note says otherwise than an export is as it was before an edit there."""
        before = self.where.lock.notes.get(line)
        if not before or before.seen or before.lost or before.over:
            return False
        fields = [field_sums(each) for each in (now.hash, said, before.hash)]
        return len({*map(len, fields)}) == 1 and all(there in each for there, *each in zip(*fields, strict=True))

    def _taken(self) -> int:
        """Tell the second of the last export that Anki is known to have taken, as it has notes of that."""
        known = self.where.lock.notes
        told = [(known.get(line), note) for item in self.where.items.values() for line, note in item.told.items()]
        seconds = [_told_at(before, note) for before, note in told if note.mod]
        return max(self.lock.taken, *seconds, 0)

    def _missing(self, last: int) -> Iterator[Card]:
        """Find cards of the deck that Anki had, and that are not among the items; a card first exported by `last` was.

        Notes of its owner's alone, in a deck of ours, may come from elsewhere: they tell nothing of its cards.
        """
        known = {line for line, note in self.lock.notes.items() if note.first <= last}
        known |= {card for note in self.lock.theirs.values() for card in note.cards}
        items, here = self.where.items.values(), {*self.where.items, *self.where.apart}
        if any((item.role and not self.where.own) or any(note.mod for note in item.told.values()) for item in items):
            yield from (card for name, card in self.cards.items() if name in known and name not in here)

    def _apart(self) -> Iterator[Card]:
        """Find cards of the deck whose notes are of another type in Anki, so that nothing passes between the two."""
        yield from (card for name, card in self.cards.items() if name in self.where.apart)

    def _home(self, *, sure: bool) -> None:
        """Note how the deck is called in Anki, where all its cards lie in one that is called otherwise than we said.

        So they do in sub-decks of it that are ours. Unless that is `sure`, it is only told: it may be the name of a
        filtered deck, which has no sub-decks.
        """
        items, lock = self.where.items.values(), self.lock
        homes, tags = {item.home for item in items}, {tag for item in items for tag in item.card.tags}
        known = called(self.deck, lock)
        tags |= {tag for card in self.cards.values() for tag in card.tags} | {*self.deck.tags}
        home = common(homes, lower(tags, lock.subdecks), known)
        if not home:
            return
        one, sure = len(homes) == 1, sure or len(homes) > 1
        below = one and folded(home).rpartition(BELOW)[2] in {tag.casefold() for tag in tags}
        below = below or folded(home).startswith(folded(known) + BELOW)
        if folded(home) != folded(known) and not below and not sure:
            message = f"lies in “{home}” here, which is taken for a filtered deck: new cards go to “{known}” as before"
            self.told.append(Problem(At(str(self.where.path)), message, SURE, "warning"))
        elif folded(home) != folded(known) and not below:
            message = f"is called “{home}” in Anki now, not “{known}”"
            self.told.append(Problem(At(str(self.where.path)), message, WHERE, "warning"))
            self.lock = replace(lock, home=(self.deck.title, home), shelf=home)
        elif folded(home) == folded(known) != folded(lock.shelf):
            self.lock = replace(lock, shelf=home)


def newest(known: dict[str, Any], now: dict[str, Any], fields: int) -> dict[str, Any]:
    """Choose of two states of a note type the newer, as far as notes of so many fields can be of it."""
    fits = len(known.get("flds", ())) == fields
    return known if fits and known.get("mod", 0) > now.get("mod", 0) else now


def owned(note: Note, before: Note | None, there: Note) -> Note:
    """Keep in the lock's note what its owner wrote into fields of their own; what is newer counts.

    A table does not tell how new it is, nor what is empty in Anki and what only here.
    """
    if there.mod and (not before or there.mod >= before.owned):
        edited = before is not None and note.first != before.first
        since = there.mod if there.own or edited or (before and before.owned) else 0
        return replace(note, own=there.own, owned=since)
    known = before.own if before else ()
    own = known if there.mod else tuple((dict(known) | dict(there.own)).items())
    return replace(note, own=own, owned=before.owned if before else 0)


def awaiting(note: Note, before: Note | None, there: Note) -> Note:
    """Keep in the lock's note what exports made it say that Anki may take yet."""
    earlier = (each for each in note.before if each[0] < note.since)
    return replace(note, before=(*earlier, *awaited(before, note.since, there.mod))) if before else note


def _told_at(before: Note | None, there: Note) -> int:
    """Tell the second of an export that a note is known to have taken, by what the lock knew of it `before`."""
    if before is None:
        return there.mod
    return there.since if 0 < there.since <= before.since else before.first


def unsaid(card: Card, item: Item) -> Texts:
    """Tell what a card says there, by the keys in which it says something else here."""
    here, there = of_card(card), values_of(item)
    keys = (key for key in (*TEXTS, "tags") if there.get(key) and there[key] != here.get(key))
    return tuple((key, whole(there[key])) for key in keys)
