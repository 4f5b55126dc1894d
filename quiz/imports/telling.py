"""What an import tells of single cards: each by its first words, at most so many of a kind, the rest counted."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from quiz.deck.beyond import differing, quoted, short
from quiz.deck.model import Card
from quiz.errors import Place, Problem

MOST = 20
"""Cards told one by one; a collection may have thousands."""

TAKE = "to take theirs, write it here; an export puts yours there"
BOTH = "was edited on both sides"
DIFFERS = "says something else there"
STAYS = "Anki keeps them, until the card is edited here and exported"
GOES = "the card was edited here, so the next export takes them away there"
BACK = "deleted there? then delete them here too, or the next export brings them back"
RETYPED = "change its note type back in Anki, and edits pass again"
NEWEST = "for what Anki has now, export the deck there again and import that"
AGAIN = "export again, and import that into Anki"
NAMED = 5


def place(card: Card, path: str) -> Place:
    """Tell where a card stands, in a file that may be called otherwise than when it was read."""
    return Place(path, card.place.line if card.place else None)


def conflict(where: Place, card: Card, unlike: tuple[str, object, object], what: str = BOTH) -> Problem:
    """Tell a key that is not the same here and there; `what` tells how that came."""
    key, here, there = unlike
    mine, theirs = differing(here, there)
    message = f"“{short(card.prompt)}” {what}: `{key}` stays {quoted(mine)}, there it is {quoted(theirs)}"
    return Problem(where, message, TAKE, "warning")


def beyond(where: Place, card: Card, words: str, hint: str = STAYS) -> Problem:
    """Tell what a note in Anki holds beyond its card, and what becomes of that."""
    return Problem(where, f"“{short(card.prompt)}”: its note in Anki has {words}", hint, "warning")


def foreign(where: Place, card: Card) -> Problem:
    """Tell a card whose note is of someone else's type in Anki."""
    message = f"“{short(card.prompt)}”: its note in Anki is of another note type now; both stay as they are"
    return Problem(where, message, RETYPED, "warning")


def outdated(path: str, notes: int) -> Iterable[Problem]:
    """Tell that a package holds notes as they were before the last import: it is not the newest."""
    what = "note is" if notes == 1 else "notes are"
    message = f"{notes:,} {what} older in this package than in one imported before; what is here stays"
    yield Problem(Place(path), message, NEWEST, "warning")


def untaken(path: str, cards: int) -> Iterable[Problem]:
    """Tell how many cards stay as they are here, where Anki left out what an export told it."""
    if cards:
        what = "card keeps your edit, which Anki has" if cards == 1 else "cards keep your edits, which Anki has"
        notes = "its notes" if cards == 1 else "their notes"
        message = f"{cards:,} {what} not taken: {notes} were edited there after that export"
        yield Problem(Place(path), message, AGAIN, "warning")


def awaiting(path: str, cards: int) -> Iterable[Problem]:
    """Tell how many cards stay as they are here, where what is imported is from before Anki took an export."""
    if cards:
        what = "card keeps your edit" if cards == 1 else "cards keep your edits"
        message = f"{cards:,} {what}, which Anki had not taken yet when this was exported there"
        yield Problem(Place(path), message, AGAIN, "warning")


def absent(path: str, cards: Sequence[Card]) -> Iterable[Problem]:
    """Tell which cards that Anki had are not in the package."""
    if cards:
        some = ", ".join(f"“{short(card.prompt)}”" for card in cards[:NAMED])
        more = f" and {len(cards) - NAMED:,} more" if len(cards) > NAMED else ""
        yield Problem(Place(path), f"not in the package any more: {some}{more}", BACK, "warning")


def capped(problems: Sequence[Problem], what: str) -> Iterable[Problem]:
    """Tell the first of many problems, and how many more there are."""
    yield from problems[:MOST]
    if len(problems) > MOST:
        where = Place(problems[0].place.path)
        yield Problem(where, f"{what}: {len(problems) - MOST:,} more", "", "warning")
