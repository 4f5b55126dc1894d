"""Where history and decks do not meet: cards answered once that stand in no deck now, and cards without an id."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path

from quiz.deck.files import lock_path
from quiz.deck.lock import Lock, read_lock
from quiz.deck.model import Deck
from quiz.deck.read import find_decks, read_deck
from quiz.errors import Place, Problem, QuizError
from quiz.study.model import Key
from quiz.verbs.words import counted

GONE = "their history is kept, and is theirs again when they come back"


def strays(history: Path, paths: Sequence[Path]) -> Iterator[Problem]:
    """Say which answered cards stand in none of some decks, and which decks have cards without an id; nothing changes.

    QuizError for paths without decks; a deck with errors is told of and passed over, and then no deck is said to be
    gone: it may be that one.
    """
    from quiz.study.history import History

    with closing(History(history)) as opened:
        keys = opened.answered()
    answered = Counter(deck for deck, _card in keys)
    decks: dict[str, Path] = {}
    known: set[Key] = set()
    unread = False
    for path in find_decks(paths):
        deck, problems = read_deck(path)
        if deck is None:
            yield from (problem for problem in problems if problem.severity == "error")
            unread = True
            continue
        lock = _lock(path)
        name = deck.id or lock.deck
        decks[name] = path
        known |= {(name, card) for card in (*(card.id for card in deck.cards), *_listed(lock))}
        yield from _nameless(deck, lock, path)
    missing = keys - known
    yield from _gone({key for key in missing if key[0] in decks} if unread else missing, answered, decks, history)


def _lock(path: Path) -> Lock:
    """Return a deck's lock, or an empty one where it cannot be read."""
    try:
        return read_lock(path)
    except QuizError:
        return Lock()


def _listed(lock: Lock) -> Iterator[str]:
    """Return the cards that have their id from the lock."""
    return (card for card, known in lock.known.items() if not known.gone)


def _nameless(deck: Deck, lock: Lock, path: Path) -> Iterator[Problem]:
    """Say how many cards of a deck have no id of their own, and where they have it from."""
    number = sum(not card.id for card in deck.cards)
    if number:
        listed = list(_listed(lock))
        hint = f"{lock_path(path).name} has it: keep the two together" if listed else "they get one when first studied"
        own = "an id of its own" if number == 1 else "ids of their own"
        yield Problem(Place(str(path)), f"{counted(number, 'card')} without {own}", hint, "warning")


def _gone(missing: set[Key], answered: Counter[str], decks: dict[str, Path], history: Path) -> Iterator[Problem]:
    """Say how many answered cards are gone from each deck, and how many decks are gone as a whole."""
    for deck, number in sorted(Counter(deck for deck, _card in missing).items()):
        if deck in decks:
            message = f"answered, and no longer here: {counted(number, 'card')}"
            yield Problem(Place(str(decks[deck])), message, GONE, "warning")
        else:
            message = f"answered, and in none of these decks: {counted(answered[deck], 'card')} of the deck {deck}"
            yield Problem(Place(str(history)), message, GONE, "warning")
