"""Names and ids of Anki's decks; the name is what Anki knows a deck by, its id in a package says nothing."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256

from quiz.deck.model import Deck
from quiz.deck.subdecks import LEVEL
from quiz.export.anki.markup import clean
from quiz.export.request import Request

DEFAULT = "default"
"""What Anki's own deck is called, which every collection and every package has, under the id 1."""


def deck_name(title: str) -> str:
    """Write a deck's title as Anki keeps it; `::` makes a sub-deck, as Anki users write it."""
    levels = (" ".join(clean(level).split()) for level in title.split(LEVEL))
    return LEVEL.join(filter(None, levels)) or "Untitled"


def deck_names(titles: Iterable[str]) -> list[str]:
    """Name the deck of each title; titles that differ only in case are one deck, since Anki knows no difference."""
    first: dict[str, str] = {}
    return [first.setdefault(name.casefold(), name) for name in map(deck_name, titles)]


def titled(deck: Deck, request: Request) -> str:
    """Tell what a deck is called in Anki: as asked for, below what is asked for, as renamed there, or by its title."""
    if request.deck:
        return request.deck if together(request) else f"{request.deck}{deck.title}"
    return (request.homes or {}).get(deck.id, deck.title)


def together(request: Request) -> bool:
    """Whether all decks are to be one."""
    return bool(request.deck) and not request.deck.rstrip().endswith(LEVEL)


def subdecks_by(request: Request) -> str:
    """Tell what sub-decks are named by: "" for none, `::` for the first tag, or else the tag above those that do."""
    return request.subdecks_from.strip().rstrip(":").casefold() or LEVEL * request.subdecks


class Shelves:
    """The decks of one package: ids by name and names by id, each name as first written, whatever its case later."""

    def __init__(self) -> None:
        """Begin without a deck."""
        self.ids: dict[str, int] = {}
        self.names: dict[int, str] = {}
        self._known: dict[str, int] = {}
        self._titles: dict[str, int] = {}

    def find(self, title: str) -> int:
        """Return the id of the deck of a title, put up if there is none yet."""
        known = self._titles.get(title)
        if known is None:
            name = deck_name(title)
            known = self._known.get(name.casefold())
            if known is None:
                known = self.ids[name] = self._known[name.casefold()] = self._free(name)
                self.names[known] = name
            self._titles[title] = known
        return known

    def _free(self, name: str) -> int:
        """Make an id from the name alone; 13 digits like Anki's own, and 1 for its default deck, which is in it all."""
        if name.casefold() == DEFAULT:
            return 1
        digest = sha256(name.casefold().encode()).digest()
        wanted = 10**12 + int.from_bytes(digest[:6], "big") % (5 * 10**11)
        while wanted in self.names:
            wanted += 1
        return wanted
