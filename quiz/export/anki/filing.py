"""Files notes one by one, as they go into the package: in which deck, where in its order, when changed, how learnt."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass as changeable
from dataclasses import field

from quiz.deck.beyond import whole
from quiz.deck.ledger import Texts
from quiz.deck.lock import Lock
from quiz.deck.model import Card, Deck
from quiz.deck.record import of_card
from quiz.deck.remembered import in_passing
from quiz.deck.subdecks import below
from quiz.export.anki.ledger import locks_of, remember, stamp
from quiz.export.anki.media import Album
from quiz.export.anki.naming import Shelves, deck_names, subdecks_by, titled
from quiz.export.anki.notes import Content
from quiz.export.anki.plain import content
from quiz.export.anki.presentations import presented
from quiz.export.anki.theirs import TheirNote, imported, overwritten, owners, their_note
from quiz.export.learnt import Learnt
from quiz.export.request import Request
from quiz.values import dataclass

NEW, EDITED, SAME = "new", "edited", "as they were"
ADDED = "asked in another way"
"""What a card is since the last export; one that is asked once more, and not edited, is counted as `ADDED`."""


@dataclass(frozen=True, slots=True)
class Filed:
    """A note as it is filed: its content, `mod` in epoch seconds, id (epoch milliseconds), deck id and position.

    `learnt` is what is known of its card, where that comes along. `cards` are the ids of its cards, each with its
    number, where it has others than the one.
    """

    content: Content | TheirNote
    mod: int
    id: int
    deck: int
    due: int
    learnt: Learnt | None = None
    cards: tuple[tuple[int, int], ...] = ()


@changeable(slots=True)
class Filing:
    """The filing of decks: `shelves` and the `album` of their media fill as notes are filed.

    Counted are notes with what was `learnt`, those only `marked` (suspended or flagged), `new` ones, and those that are
    `newer` than at their last export; and the cards `more` that notes have besides the first. `counted` are cards of
    the decks, each once, as `NEW`, `EDITED`, `ADDED` or `SAME`, however many notes ask it. `beyond` lists the cards
    whose notes hold more in Anki than they say, with the names of what that is and with texts, and are newer now: an
    import overwrites it.
    """

    decks: Sequence[Deck]
    request: Request
    shelves: Shelves = field(default_factory=Shelves)
    album: Album = field(default_factory=Album)
    learnt: int = 0
    marked: int = 0
    new: int = 0
    newer: int = 0
    more: int = 0
    counted: Counter[str] = field(default_factory=Counter)
    beyond: list[tuple[Deck, Card, tuple[str, ...], Texts]] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Put up the decks themselves, so that their names are written as their titles are."""
        for deck in self.decks:
            self.shelves.find(titled(deck, self.request))

    def notes(self) -> Iterator[Filed]:
        """File the notes of all decks in order, each with the time of its last change and its position from 1.

        What asks a card once more comes up after all cards, not right after the card gave the answer away.
        """
        now, force, taken = self.request.now, self.request.force, Taken()
        many, at, state = sum(len(deck.cards) for deck in self.decks), 0, SAME
        for said, card, deck, lock in self._contents():
            if isinstance(said, TheirNote):
                at += 1
                yield self._theirs(said, at, self._shelf(card, deck, lock), taken)
                continue
            at += not said.turn
            due = said.turn * many + at
            told = lock.notes.get(said.key)
            mod = stamp(said, lock, now, force=force)
            self.new += told is None
            self.newer += told is not None and told.mod != mod
            kind = NEW if told is None else EDITED if told.mod != mod else SAME
            state = self._counts(kind, state if said.turn else "")
            if told and told.mod != mod:
                self._overwrites(deck, card, told.lost, (*told.over, *said.displaced(told.own)))
            whole = said.filled(told.own) if told and told.own else said
            whole = whole.since(lock.notes[said.key].since)
            begun = min(mod, max(now, 1)) * 1000 + due
            number = taken.free(begun)
            cards = ((number, 0), (taken.free(begun), 1)) if told and told.own and whole.second else ()
            self.more += bool(cards)
            known = self._known(said, card, deck)
            self.learnt += known is not None and bool(known.given)
            self.marked += known is not None and not known.given
            yield Filed(whole, mod, number, self._shelf(card, deck, lock), due, known, cards)

    def _counts(self, note: str, card: str) -> str:
        """Count a card by its own note, and again by the next of them; `card` is what it was counted as, "" if not."""
        state = card or note
        if note == EDITED and card in {SAME, ADDED}:
            state = EDITED
        elif note == NEW and card == SAME:
            state = ADDED
        self.counted[card or state] -= bool(card)
        self.counted[state] += 1
        return state

    def _overwrites(self, deck: Deck, card: Card, lost: tuple[str, ...], over: Texts) -> None:
        """Note what a note has in Anki that an update takes away: not what the card says by now."""
        values = of_card(card) if over else {}
        other = tuple((key, text) for key, text in over if whole(values.get(key)) != text)
        if lost or other:
            self.beyond.append((deck, card, lost, other))

    def _theirs(self, note: TheirNote, due: int, shelf: int, taken: Taken) -> Filed:
        """File a note of someone else's, with all its cards."""
        begun = min(note.mod, max(self.request.now, 1)) * 1000 + due
        cards = tuple((taken.free(begun), at) for at in note.ords)
        self.more += len(cards) - 1
        return Filed(note, note.mod, cards[0][0], shelf, due, cards=cards)

    def _contents(self) -> Iterator[tuple[Content | TheirNote, Card, Deck, Lock]]:
        """Go through what the notes of all cards say, and keep in each deck's lock what they were told.

        A note of someone else's stands where its first card does. The locks are written before the package takes its
        place: a note that got a time and did not get out keeps that time; one that got out and was not remembered would
        get another later, and overwrite its owner's edits.
        """
        prefix, present = self.request.tag_prefix, self.request.present
        names = shelf_names(self.decks, self.request)
        for deck, lock, name in zip(self.decks, locks_of(self.decks), names, strict=True):
            owned, written, changed = owners(lock), set[str](), self.new + self.newer
            cards, alone = imported(deck, owned), not any(" " in key for key in lock.notes)
            for known in {guid: lock.theirs[guid] for card, guid in owned.items() if card in cards}.values():
                self.album.fetch(known.fields, deck)  # first, for these names cannot change
            for note in (note for note in lock.notes.values() if note.own):
                self.album.fetch((text for _, text in note.own), deck)
            for card in in_passing(deck.cards):
                if guid := owned.get(card.id):
                    if guid not in written:
                        written.add(guid)
                        yield self._their(guid, deck, lock, cards), card, deck, lock
                    continue
                kinds = presented(card, deck, lock, present, alone=alone)
                for said in content(card, deck, kinds, prefix, self.album):
                    yield said, card, deck, lock
            called = (lock.deck or deck.id, name, subdecks_by(self.request))
            if self.new + self.newer != changed or (lock.deck, lock.shelf, lock.subdecks) != called:
                remember(deck, lock, name, subdecks_by(self.request))

    def _their(self, guid: str, deck: Deck, lock: Lock, cards: Mapping[str, Card]) -> TheirNote:
        """Write a note of someone else's, count it where it is newer, and note what it overwrites."""
        known = lock.theirs[guid]
        overs, note = overwritten(known, lock, cards), their_note(guid, deck, lock, self.request, cards)
        self.album.fetch(note.fields, deck)
        there, now = [name for name in known.cards if name in cards], lock.theirs[guid]
        told = sum(known.told.get(name) != now.told.get(name) for name in there)
        edited = (told or len(there)) if note.mod != known.mod else 0
        self.counted += Counter({EDITED: edited, SAME: len(there) - edited})
        if note.mod != known.mod:
            self.newer += 1
            for name, over in overs.items():
                self._overwrites(deck, cards[name], (), over)
        return note

    def _shelf(self, card: Card, deck: Deck, lock: Lock) -> int:
        """Find the id of the deck that a card goes to: where an import saw it, as long as its tags name the same."""
        title, named = titled(deck, self.request), subdecks_by(self.request)
        lower = below(card, deck, named)
        seen = lock.filed.get(card.id) if named == lock.subdecks else None
        lower = seen[1] if seen and seen[0] == lower else lower
        return self.shelves.find(f"{title}::{lower}" if lower else title)

    def _known(self, said: Content, card: Card, deck: Deck) -> Learnt | None:
        """Find what was learnt of a card; notes beside its own ask another way, and begin anew."""
        if not self.request.history or said.key != card.id:
            return None
        found = self.request.history.get((deck.id, card.id))
        return found if found and (found.given or found.suspended or found.flagged) else None


def shelf_names(decks: Sequence[Deck], request: Request) -> list[str]:
    """Name each deck as it is called in Anki."""
    return deck_names(titled(deck, request) for deck in decks)


class Taken:
    """Numbers that are taken, kept as runs of them: notes told of at one time take one after the other."""

    def __init__(self) -> None:
        """Begin with none."""
        self._starts: list[int] = []
        self._ends: list[int] = []

    def free(self, wanted: int) -> int:
        """Take the first free number from the wanted one on."""
        starts, ends = self._starts, self._ends
        at = bisect_right(starts, wanted) - 1
        if at < 0 or ends[at] < wanted:
            at += 1
            starts.insert(at, wanted)
            ends.insert(at, wanted)
        found = max(wanted, ends[at])
        ends[at] = found + 1
        if at + 1 < len(starts) and starts[at + 1] == found + 1:
            ends[at] = ends.pop(at + 1)
            starts.pop(at + 1)
        return found
