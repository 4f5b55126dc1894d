"""What a note of ours said before its owner edited it in Anki, by its sums: each field is as there, or as here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from quiz.deck.model import Card
from quiz.deck.notefields import CARRIED, FIELDS, LAST, SINCE
from quiz.deck.sums import UNCOUNTED, field_sums, sums
from quiz.deck.theirs import ANKIS_TAGS
from quiz.imports.anki.collection import Note
from quiz.imports.anki.mending import mended
from quiz.imports.anki.restoring import Restoring, fields_of, hidden
from quiz.imports.model import Traced

TAGS = ""
"""Stands for the tags among the names of fields."""


class _Items:
    """The items of an order as its fields list them: in their order, and as they are offered."""

    def __init__(self, note: Note, fields: Mapping[str, str]) -> None:
        restoring = Restoring(replace(note, fields=tuple(fields.get(name, "") for name in note.notetype.fields)))
        self.order, self.offered = ([text for _, text in restoring.listed(name)] for name in ("Answer", "Items"))
        self.lost = restoring.lost


def _right(note: Note, fields: Mapping[str, str]) -> list[str]:
    """List the right choices of a note of such fields."""
    restoring = Restoring(replace(note, fields=tuple(fields.get(name, "") for name in note.notetype.fields)))
    return [text for mark, text in restoring.listed("Choices") if "data-right" in mark]


@dataclass(frozen=True, slots=True)
class Tracing:
    """A note as it is there, of a type of ours of some `kind`, and which fields are its owner's alone."""

    note: Note
    kind: str
    own: AbstractSet[str]

    @property
    def counted(self) -> dict[str, str]:
        """The fields that count, by name, in the order of the type, whatever its owner moved or added."""
        named, names = fields_of(self.note), (name for name in FIELDS[self.kind] if name not in UNCOUNTED)
        return {name: "" if name in self.own else named[name] for name in names}

    @property
    def hash(self) -> str:
        """The sums of what the note says; tags of Anki's own are none of it."""
        tags = (tag for tag in self.note.tags if tag.casefold() not in ANKIS_TAGS)
        return sums(self.counted.values(), tags)

    @property
    def since(self) -> int:
        """The second of the export that made the note what it was before it was edited there; 0 for the first."""
        named = fields_of(self.note)
        since = hidden(named).get(SINCE) if f'"{SINCE}":' in named[CARRIED] else 0
        return since if isinstance(since, int) and 0 < since < LAST else 0

    def __call__(self, fields: Mapping[str, str], tags: Sequence[str], there: str, *here: str) -> Traced | None:
        """Find what the note said before, of which these are the sums `there`; what is edited `here` had others.

        An export says `fields` and `tags` now. What a field said that was edited on both sides nobody knows: so there
        are two cards, one where it said what it says here, and one where it said what it says there.
        """
        texts = self.counted
        says = {name: fields.get(name, "") for name in texts}
        known = [field_sums(each) for each in (self.hash, sums(says.values(), tags), there, *here)]
        if len({*map(len, known)}) != 1:
            return None
        mine, theirs = (dict[str, str](texts) for _ in range(2))
        before = [tuple(self.note.tags)] * 2
        for name, (now, said, was, *others) in zip((*texts, TAGS), zip(*known, strict=True), strict=True):
            sides = () if now == was else (0, 1) if said in (was, *others) else (0,)
            for at in sides:
                if name == TAGS:
                    before[at] = tuple(tags)
                else:
                    (mine, theirs)[at][name] = says[name]
        cards = [self._made(each, tagged) for each, tagged in zip((mine, theirs), before, strict=True)]
        return (cards[0], cards[1], mine) if cards[0] and cards[1] else None

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

    def rechosen(self, fields: Mapping[str, str]) -> tuple[str, str] | None:
        """Tell what the one right choice was and is that was reworded only where it is offered, by the fields before.

        None if there is none, or the answer was edited too.
        """
        named = fields_of(self.note)
        there, was = (_right(self.note, each) for each in (named, {**named, **fields}))
        gone, new = ([text for text in one if text not in other] for one, other in ((was, there), (there, was)))
        answer = next((name for name in ("Speaker", "Answer") if name in named), "")
        same = named.get(answer) == fields.get(answer)
        return (gone[0], new[0]) if same and len(gone) == len(new) == 1 else None

    def _made(self, fields: Mapping[str, str], tags: tuple[str, ...]) -> Card | None:
        """Make the card that a note of such fields would be."""
        named = fields_of(self.note) | {name: text for name, text in fields.items() if name not in self.own}
        texts = tuple(named[name] for name in self.note.notetype.fields)
        return mended(Restoring(replace(self.note, fields=texts, tags=tags)).card())[0]
