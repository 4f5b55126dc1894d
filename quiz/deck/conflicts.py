"""What a person and the document say differently: how it is told, and what the lock remembers of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quiz.deck.threeway import value_at
from quiz.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from quiz.deck.record import Record
    from quiz.deck.render import Value
    from quiz.deck.threeway import Conflict

OUT = "taken out"


@dataclass(frozen=True, slots=True)
class Waits:
    """Why a card is left as it was: the person's keys that the change does not go with, () if only several together.

    None says that a comment, an anchor or an alias stands in the file where the change would; `marked` that the card is
    marked as stale.
    """

    against: tuple[str, ...] | None
    marked: bool = False

    def __str__(self) -> str:
        """Say it as what follows the value that would be there now."""
        names = " and ".join(f"`{key}`" for key in self.against or ())
        why = "does not go with what is yours" + f" ({names})" * bool(names)
        if self.against is None:
            why = "a comment, an anchor or an alias of yours stands in the way of"
        return f"which {why}: the card is left as it was" + " and marked as stale" * self.marked


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A value of a card, at a place of its deck, that a person changed and that would be another one now as well.

    `kept` and `made` are None where there is no such value. `waits` says why what is made now cannot be put in.
    """

    place: str
    path: str
    kept: Value | None
    made: Value | None
    waits: Waits | None = None

    def __str__(self) -> str:
        """Tell it on one line, with both values whole."""
        return self.told()

    def told(self, most: int = 0) -> str:
        """Tell it on one line; of longer values at most so many characters, around where they begin to differ."""
        mine, new = windows(said(self.kept), said(self.made), most)
        if not self.waits:
            return f"{self.place}: conflict: `{self.path}` is yours, {mine}, and stays; now made: {new}"
        return f"{self.place}: conflict: `{self.path}` would now be {new}, {self.waits}"


def said(value: Value | None) -> str | None:
    """Tell a value within a line; of wrong answers with feedback, their text."""
    if value is None:
        return None
    texts = value if isinstance(value, list) else [value] if isinstance(value, str) else value.values()
    told = (str(each.get("text", "")) if isinstance(each, dict) else str(each) for each in texts)
    return " ".join(", ".join(told).split())


def windows(kept: str | None, made: str | None, most: int = 0) -> tuple[str, str]:
    """Quote two texts, or what of them shows their first difference in at most so many characters; 0 cuts nothing."""
    mine, new = around(kept or "", made or "", most)
    return OUT if kept is None else f"`{mine}`", OUT if made is None else f"`{new}`"


def around(kept: str, made: str, most: int) -> tuple[str, str]:
    """Cut two texts to what shows their first difference in at most so many characters; 0 cuts nothing."""
    pairs = zip(kept, made, strict=False)
    differ = next((at for at, (one, other) in enumerate(pairs) if one != other), min(len(kept), len(made)))
    start = max(0, min(differ - most // 3, max(len(kept), len(made)) - most))
    return _window(kept, start, differ, most), _window(made, start, differ, most)


def _window(text: str, start: int, at: int, most: int) -> str:
    """Cut a text between words, from a start on, which is before a place, where it is longer than so much."""
    if not most or len(text) <= most:
        return text
    begun = text.find(" ", start, at) + 1 if start else 0
    start = begun or start
    ended = start + most
    if ended < len(text):
        ended = max(text.rfind(" ", at + 1, ended + 1), 0) or ended
    return f"{'…' * bool(start)}{text[start:ended].strip()}{'…' * (ended < len(text))}"


def kept_over(conflicts: Iterable[Conflict]) -> Record:
    """Tell what a lock remembers of conflicts: by path, the person's value that stays, "" where there is none."""
    return {".".join(found.path): found.kept or "" for found in conflicts}


def standing(known: Record, generated: Record, ours: Record) -> Iterator[tuple[str, Value | None, Value | None]]:
    """Go through the conflicts a lock remembers that last: path, the person's value and that of the document.

    One lasts until the person changes the value again, or the document says the same.
    """
    for path, kept in known.items():
        here, made = value_at(ours, tuple(path.split("."))), value_at(generated, tuple(path.split(".")))
        if (here or "") == kept and here != made:
            yield path, here, made
