"""Which sub-deck of Anki's a card goes to by its tags."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from quiz.deck.model import Card, Deck

LEVEL = "::"


def names(tags: Iterable[str], named: str) -> Iterator[str]:
    """Name the sub-decks that tags make, by what they are `named` by (see `Lock`)."""
    above = "" if named == LEVEL else f"{named}{LEVEL}"
    found = (tag[len(above) :] for tag in tags if named and tag.casefold().startswith(above))
    return (name for name in found if name.strip())


def below(card: Card, deck: Deck, named: str) -> str:
    """Tell which sub-deck a card goes to; "" if it stays in the deck itself.

    Of a tag that names sub-decks only what is below it counts, be it one of the card's or of the whole deck; without
    one it is the first tag of the card.
    """
    return next(names(card.tags if named == LEVEL else (*card.tags, *deck.tags), named), "")
