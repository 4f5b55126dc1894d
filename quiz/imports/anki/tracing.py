"""What a note of ours said before its owner edited it in Anki, by its hash: each field is as there, or as here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from itertools import product

from quiz.deck.notefields import CARRIED, LAST, SINCE
from quiz.deck.theirs import said
from quiz.imports.anki.collection import Note
from quiz.imports.anki.mending import mended
from quiz.imports.anki.restoring import Restoring, fields_of, hidden
from quiz.imports.model import Traced

UNCOUNTED = frozenset({"Place", "Title", "Reserve 2"})
"""Fields of which an export does not say that they make a note newer."""

MOST = 10
"""Fields that are not the same here and there, of which each may be the one it was: no more ways are tried."""

TAGS = ""
"""Stands for the tags among the names of fields."""


class _Items:
    """The items of an order as its fields list them: in their order, and as they are offered."""

    def __init__(self, note: Note, fields: Mapping[str, str]) -> None:
        restoring = Restoring(replace(note, fields=tuple(fields.get(name, "") for name in note.notetype.fields)))
        self.order, self.offered = ([text for _, text in restoring.listed(name)] for name in ("Answer", "Items"))
        self.lost = restoring.lost


@dataclass(frozen=True, slots=True)
class Tracing:
    """A note as it is there, with its tags in the order of the hash, and which fields are its owner's alone.

    A field that was edited on one side is on the other what it was; where one was edited on both, nothing is found.
    """

    note: Note
    tags: tuple[str, ...]
    own: AbstractSet[str]

    @property
    def counted(self) -> dict[str, str]:
        """The fields that count for the hash, by name."""
        named = fields_of(self.note).items()
        return {name: "" if name in self.own else text for name, text in named if name not in UNCOUNTED}

    @property
    def hash(self) -> str:
        """The hash of what the note says."""
        return said([*self.counted.values()], self.tags)

    @property
    def since(self) -> int:
        """The second of the export that made the note what it was before it was edited there; 0 for the first."""
        named = fields_of(self.note)
        since = hidden(named).get(SINCE) if f'"{SINCE}":' in named[CARRIED] else 0
        return since if isinstance(since, int) and 0 < since < LAST else 0

    def __call__(self, fields: Mapping[str, str], tags: Sequence[str], wanted: str) -> Traced | None:
        """Find what the note said under some hash, by what an export says now: its card and its fields by name."""
        there = self.counted
        here = {name: fields.get(name, "") for name in there}
        unlike = [name for name in there if there[name] != here[name]] + [TAGS] * (tuple(tags) != self.tags)
        for kept in product((True, False), repeat=len(unlike)) if len(unlike) <= MOST else ():
            edited = {name for name, same in zip(unlike, kept, strict=True) if not same}
            before = {name: here[name] if name in edited else text for name, text in there.items()}
            tagged = tuple(tags) if TAGS in edited else self.tags
            if said([*before.values()], tagged) == wanted:
                return self._made(before, edited, tagged)
        return None

    def reworded(self, fields: Mapping[str, str]) -> tuple[str, ...]:
        """Tell by their order the items that were reworded where they are offered, "" for others; () if that is unsure.

        An export says `fields` now. So many items as it offers have to be there, each in its place or known from there.
        """
        there, here = (_Items(self.note, each) for each in (fields_of(self.note), fields))
        gone = [item for item in here.offered if item not in there.offered]
        new = [item for item in there.offered if item not in here.offered]
        if there.order != here.order or there.lost or len(there.offered) != len(here.offered):
            return ()
        pairs = [(was, now) for was, now in zip(here.offered, there.offered, strict=True) if was != now]
        names = dict(zip(gone, new, strict=False)) if len(gone) == len(new) == 1 else dict(pairs)
        if [*names] != gone or [*names.values()] != new:
            return ()
        after = {names.get(item, item).casefold() for item in there.order}
        whole = names and "" not in after and len(after) == len(there.order)
        return tuple(names.get(item, "") for item in there.order) if whole else ()

    def _made(self, before: Mapping[str, str], edited: AbstractSet[str], tags: tuple[str, ...]) -> Traced | None:
        """Make the card that a note of such fields was."""
        named = fields_of(self.note) | {name: before[name] for name in edited if name != TAGS}
        whole, _ = mended(Restoring(replace(self.note, fields=tuple(named.values()), tags=tags)).card())
        return (whole, before) if whole else None
