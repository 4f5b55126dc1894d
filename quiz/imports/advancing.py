"""What cards of notes that were imported are compared with: what their note said before it was edited in Anki.

That is what an import found, or what an export told Anki since, if Anki has taken it. Nothing in the note tells which
it was. Of the texts that exports changed, those that it still has do; or that its own are far more like one than the
others; or that Anki has taken other notes of that export. In doubt what was edited here stays.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from quiz.deck.lock import Lock
from quiz.deck.record import Record, of_card, without
from quiz.deck.theirs import Theirs
from quiz.imports.editing import values_of
from quiz.imports.model import Found
from quiz.imports.offering import fitted, tag_of
from quiz.imports.offers import Here
from quiz.imports.shelving import Place

if TYPE_CHECKING:
    from quiz.deck.render import Value

LETTERS = 2000
"""Of a text, at most, that is compared with others."""

MARGIN = 0.2
"""By how much one text is more like another than a third, of 1, for that to tell anything."""

State = Mapping[str, Record]
"""What a note said of its cards, by their ids."""


@dataclass(frozen=True, slots=True)
class Untaken:
    """Cards that keep here what Anki was told last and has not taken, by their ids.

    Notes of those `refused` were edited there after that export; those of the `awaited` were not, so that Anki had not
    seen it when it wrote the package.
    """

    refused: set[str] = field(default_factory=set)
    awaited: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Edited:
    """A note that was told something since an import: what it says there, and what it said, the oldest first.

    It can have said no more than was told until `mod`, its last change there; `seconds` are when it was first told so,
    `last` is what it was told last, and `newer` says that it is no older than that.
    """

    there: State
    states: Sequence[State]
    seconds: Sequence[int]
    last: State
    mod: int
    newer: bool

    @property
    def sure(self) -> State | None:
        """What it said before it was edited there, as far as its own texts tell without doubt."""
        told = self._told
        exact = [
            sum(_same(key, (self.there[name][key], each[name][key])) for name, key in told) for each in self.states
        ]
        # As it was told then, and not edited since; if it says none of it, Anki refused it for an edit of that second.
        if self.mod in self.seconds[1:] and exact[at := self.seconds.index(self.mod, 1)]:
            return self.states[at]
        return self.states[exact.index(max(exact))] if any(exact) or not told else None

    def likely(self, mine: State, *, imported: bool) -> State:
        """What it most likely said; `imported` says that Anki has taken other notes of the last export.

        In doubt it said of each key, of all that it may have said, what is not as here: `mine` are the cards here.
        """
        like = [
            sum(_likeness(self.there[name][key], each[name][key]) for name, key in self._told) for each in self.states
        ]
        best = like.index(max(like))
        near = all(like[best] - other > MARGIN for at, other in enumerate(like) if at != best)
        if near or imported:
            return self.states[best if near else -1]
        return {name: {key: self._doubted(name, key, mine[name]) for key in said} for name, said in self.there.items()}

    def _doubted(self, name: str, key: str, mine: Record) -> Value:
        """What a card said of a key, if it was edited on both sides since."""
        said = [each[name][key] for each in self.states]
        return next((value for value in said if not _same(key, (value, mine.get(key, "")))), said[0])

    @property
    def _told(self) -> list[tuple[str, str]]:
        """The cards and keys that exports changed."""
        keys = ((name, key) for name, said in self.there.items() for key in said)
        return [(name, key) for name, key in keys if not _same(key, [each[name][key] for each in self.states])]


def advanced(here: Here, where: Place, found: Found) -> tuple[Lock, Untaken]:
    """Let cards of notes that were told something since an import be compared with what Anki took of that last.

    Also tell the cards that keep here what it was told last and has not taken.
    """
    generated, untaken, notes = dict(here.lock.generated), Untaken(), dict(_edited(here, where, found))
    sure = {guid: note.sure for guid, note in notes.items()}
    last = {guid: note.seconds[-1] for guid, note in notes.items()}
    imported = {last[guid] for guid, note in notes.items() if note.newer and sure[guid] is note.states[-1]}
    for guid, note in notes.items():
        mine = {name: of_card(here.cards[name]) if name in here.cards else said for name, said in note.there.items()}
        taken = sure[guid] or note.likely(mine, imported=last[guid] in imported)
        for name, there in note.there.items():
            if taken[name] != note.states[0][name]:
                said = {key: value for key, value in taken[name].items() if value}
                generated[name] = replace(generated[name], values=without(generated[name].values, *there) | said)
            if _stays(mine[name], there, taken[name], note.last[name]):
                (untaken.refused if note.newer else untaken.awaited).add(name)
    return replace(here.lock, generated=generated), untaken


def _edited(here: Here, where: Place, found: Found) -> Iterator[tuple[str, Edited]]:
    """Go through the notes that were told something since an import, by their guids."""
    notes = dict[str, dict[str, Record]]()
    for name, item in where.items.items():
        known = here.lock.theirs.get(item.guid)
        if known and item.role and not item.past and known.exports:
            values = values_of(fitted(item, here.deck, here.cards.get(name)))
            notes.setdefault(item.guid, {})[name] = {key: values.get(key, "") for key in (*item.role.keys, "tags")}
    for guid, every in notes.items():
        there = {name: said for name, said in every.items() if name in here.lock.generated}
        known, mod = here.lock.theirs[guid], found.theirs[guid].mod
        states = [*_states(here.lock, known, there)]
        able = [(since, state) for since, state in states if since <= mod]
        seconds = [since for since, _ in able]
        yield guid, Edited(there, [state for _, state in able], seconds, states[-1][1], mod, newer=mod >= known.mod)


def _states(lock: Lock, known: Theirs, there: State) -> Iterator[tuple[int, State]]:
    """Tell what a note said of its cards when it was imported, and after each export, with the second of that."""
    first = {name: {key: lock.generated[name].values.get(key, "") for key in said} for name, said in there.items()}
    yield known.seen, first
    for since, told in known.exports:
        yield (
            since,
            {
                name: {key: told[name].get(key, "") for key in said} if name in told else first[name]
                for name, said in there.items()
            },
        )


def _stays(mine: Record, there: Record, taken: Record, last: Record) -> bool:
    """Whether a card keeps here what Anki was told last and has not taken."""
    late = (key for key, text in taken.items() if not _same(key, (text, last[key])))
    return any(_same(key, (there[key], taken[key])) and not _same(key, (there[key], mine.get(key, ""))) for key in late)


def _same(key: str, values: Sequence[object]) -> bool:
    """Whether values of a key are the same but for white space, and tags but for case and order."""
    if key == "tags":
        return len({frozenset(map(tag_of, value)) if isinstance(value, list) else frozenset() for value in values}) == 1
    return len({" ".join(_text(value).split()) for value in values}) == 1


def _likeness(one: object, other: object) -> float:
    """Tell how like two texts are, from 0 to 1, by their pairs of letters."""
    first, second = (Counter(pairwise(f" {_text(value)[:LETTERS]} ")) for value in (one, other))
    return 2 * (first & second).total() / (first.total() + second.total())


def _text(value: object) -> str:
    return "; ".join(map(str, value)) if isinstance(value, list) else str(value)
