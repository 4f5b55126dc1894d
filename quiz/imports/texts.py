"""Text files of other programs: their characters, in whatever encoding, and the decks that are made of them."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path

from quiz.deck.media import FOLDER, LostError, located, safe_name
from quiz.deck.model import Card, Deck
from quiz.deck.references import named
from quiz.deck.texts import texts
from quiz.errors import QuizError
from quiz.imports.losses import Losses
from quiz.imports.model import Found, Item, Shelf


def text_of(path: Path) -> str:
    """Read a file as text with line feeds: UTF-8, or what a byte-order mark tells, or else that of Windows.

    QuizError where it cannot be read, or is no text.
    """
    from quiz.documents.decoding import decode, load

    return decode(load(path), path, "cp1252")


@dataclass(slots=True)
class Gathering:
    """Cards gathered deck by deck, each known by its question, or by an id or key of its own.

    `tags` are those of a whole deck, by its id and title.
    """

    path: Path
    losses: Losses
    shelves: dict[tuple[str, str], list[Item]] = field(default_factory=dict)
    seen: dict[str, int] = field(default_factory=dict)
    tags: dict[tuple[str, str], tuple[str, ...]] = field(default_factory=dict)

    def add(
        self,
        card: Card | None,
        title: str,
        *,
        deck: str = "",
        key: str = "",
        guid: str = "",
        known: frozenset[str] = frozenset(),
    ) -> None:
        """Add a card to the deck of a title, or to that of an id; a key names it for ever, a guid the note it is of.

        `known` are those of the keys for teachers of which it says all there is.
        """
        if card is None:
            return
        name = f"{title}\0{key or card.prompt}"
        self.seen[name] = self.seen.get(name, 0) + 1
        if self.seen[name] > 1:
            name += f"\0{self.seen[name]}"
        self.shelves.setdefault((deck, title), []).append(Item(card, name, guid, known=known))

    def found(self) -> Found:
        """Return all that was gathered; QuizError where that is nothing."""
        if not self.shelves:
            told = "; ".join(loss.message for loss in self.losses.told())
            raise QuizError.at(
                str(self.path), "holds no cards" + f" ({told})" * bool(told), "docs/import.md tells what is read"
            )
        self._join()
        shelves = [
            Shelf(
                title or self.path.stem,
                _apart(items, deck),
                title or self.path.stem,
                deck,
                self.tags.get((deck, title), ()),
            )
            for (deck, title), items in self.shelves.items()
        ]
        names = [*dict.fromkeys(_beside(self.path, shelves))]
        return Found(shelves, self.losses.told(), media=names, fetch=self._fetch)

    def _join(self) -> None:
        """Put new cards, which tell no deck's id, into the one deck that has their title; where none is told, any."""
        named = [(deck, title) for deck, title in self.shelves if deck]
        for new in [("", title) for deck, title in self.shelves if not deck]:
            homes = [home for home in named if home[1] == new[1] or not new[1]]
            if len(homes) == 1:
                items = self.shelves.pop(new)
                self.shelves[homes[0]] += [replace(item, card=replace(item.card, id="")) for item in items]

    def _fetch(self, name: str, target: Path) -> None:
        """Copy a picture or sound that lies beside the file."""
        shutil.copyfile(self.path.parent / FOLDER / name, target)


def _beside(path: Path, shelves: Iterable[Shelf]) -> Iterator[str]:
    """Find the names of pictures and sounds that cards name and that lie in the folder of media beside a file."""
    home = Deck("", (), path=str(path))
    for text in (text for shelf in shelves for item in shelf.items for text in texts(item.card)):
        for reference in named(text):
            with suppress(LostError):
                name = located(reference, home).name
                if reference.path == f"{FOLDER}/{name}" and safe_name(name) == name:
                    yield name


def _apart(items: Iterable[Item], deck: str) -> list[Item]:
    """Take away ids that are given twice, and those of no deck."""
    seen: set[str] = set()
    kept = []
    for item in items:
        name = item.card.id if deck else ""
        kept.append(replace(item, card=replace(item.card, id="" if name in seen else name)))
        seen.add(name)
    return kept
