"""Which notes are made of a card: what each way of presenting it needs, what is asked for, and what the lock tells.

The first note of a card has the card's own line in the lock, any note beside it a line `ID PRESENTATION`, for ids hold
no spaces. A presentation is called as its note type is. What a line says never changes.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence

from quiz.deck.cloze import MARKED
from quiz.deck.lock import Lock
from quiz.deck.model import Card, Deck, short
from quiz.deck.quotation import quotation
from quiz.errors import QuizError
from quiz.export.anki.cleaning import cleaned
from quiz.export.anki.lists import offered
from quiz.export.anki.markup import clean
from quiz.export.anki.notetypes import NOTETYPES, NoteType
from quiz.export.request import AUTO

FITS: Mapping[str, Callable[[Card], object]] = {
    "question": lambda card: not card.ordered,
    "typed": lambda card: not card.ordered and card.kind != "truefalse" and short(clean(card.answer)),
    "choice": lambda card: not card.ordered and offered(cleaned(card)),
    "cloze": lambda card: not card.ordered and MARKED.search(card.cloze),
    "quote": lambda card: card.kind == "quote" and quotation(clean(card.question)),
    "order": lambda card: card.ordered,
    "reverse": lambda card: not card.kind and not card.ordered and clean(card.question),
}
"""Whether a card can be presented so."""

NEEDS = {
    "question": "an order card is asked as such",
    "typed": "that takes a short answer which is neither true nor false",
    "choice": "that takes `distractors`, or `kind: truefalse`",
    "cloze": "that takes a `cloze` with {{a gap}}",
    "quote": "that takes `kind: quote` and a question such as: Who said, “...”?",
    "order": "that takes an order card",
    "reverse": "that takes a question and a card of no `kind`",
}
"""What a presentation takes, in words."""


HELD = ""
"""Stands for cards that keep the presentation of an earlier export."""

BESIDE = [(name, f" {name}") for name in NOTETYPES]
"""What the lines of notes beside a card's own end in."""


def fitting(card: Card) -> str:
    """Choose the presentation of a card that was never exported, where none is asked for: how its kind is best asked.

    A cloze is for cards without a question: the question is what its author wrote last, and gives less away.
    """
    if card.ordered:
        return "order"
    if card.kind == "truefalse" and offered(cleaned(card)):
        return "choice"
    if FITS["quote"](card):
        return "quote"
    return "question" if clean(card.question) or not MARKED.search(card.cloze) else "cloze"


def presented(card: Card, deck: Deck, lock: Lock, asked: Sequence[str], *, alone: bool = False) -> dict[str, NoteType]:
    """Tell which notes to make of a card: their lines in the lock, the card's own first, and their note types.

    A note of an earlier export keeps its type, and is made again unless others alone are asked for; the card's own
    always is. `alone` says that the lock tells of no note beside a card's own. QuizError on a type that this version
    does not know.
    """
    told = lock.notes.get(card.id)
    first = told.notetype if told else ""
    ends = () if alone else BESIDE
    beside = {name: note.notetype for name, end in ends if (note := lock.notes.get(card.id + end))}
    auto = first or fitting(card)
    if asked == (AUTO,) and not beside:
        return {card.id: known_type(auto, card, deck)}
    wanted = wanted_of(card, asked, auto, {*beside, first})
    if first and first not in wanted:
        # It stands for one that is asked for: Anki takes no other type of a note it has, and nobody wants it doubled.
        stands = next((name for name in wanted if name not in beside), None)
        wanted = [name for name in wanted if name != stands]
    own = first or wanted[0]
    more = dict.fromkeys([*wanted, *(beside if AUTO in asked else ())])
    types = {card.id: own} | {f"{card.id} {name}": beside.get(name, name) for name in more if name != own}
    return {key: known_type(name, card, deck) for key, name in types.items()}


def wanted_of(card: Card, asked: Sequence[str], auto: str, known: Collection[str]) -> list[str]:
    """Tell what is asked for and can be made of a card, or was made already; what fits it best where nothing can."""
    names = dict.fromkeys(auto if name == AUTO else name for name in asked)
    return [name for name in names if name in known or name == auto or FITS[name](card)] or [auto]


def card_of(key: str) -> str:
    """Tell which card a line of the lock is about."""
    return key.partition(" ")[0]


def known_type(name: str, card: Card, deck: Deck) -> NoteType:
    """Find a note type; QuizError on an unknown one."""
    if name not in NOTETYPES:
        message = f"card {card.id} was exported as note type {name!r}, which this version does not know"
        raise QuizError.at(deck.path, message, "a newer quiz wrote the lock: update this one")
    return NOTETYPES[name]


def unmade(card: Card, deck: Deck, lock: Lock, asked: Sequence[str]) -> dict[str, bool]:
    """Name the presentations that were asked for and are not made of a card, each with whether it could be."""
    made = {notetype.key for notetype in presented(card, deck, lock, asked).values()}
    return {name: bool(FITS[name](card)) for name in asked if name not in (*made, AUTO)}
