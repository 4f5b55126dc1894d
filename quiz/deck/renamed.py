"""Knows a deck again whose file was renamed without its lock, which then lies beside it and belongs to no deck."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from quiz.deck.files import lock_path
from quiz.deck.including import SUFFIXES
from quiz.deck.lock import read_lock
from quiz.deck.recognise import by_question
from quiz.errors import Place, Problem, QuizError

if TYPE_CHECKING:
    from quiz.deck.lock import Lock
    from quiz.deck.model import Deck


def left_lock(deck: Deck) -> Path | None:
    """Find the lock that a deck without one had under another name.

    It names the deck's id; or, where the deck has none, most cards of each are cards of the other.
    """
    path = Path(deck.path)
    if not deck.path or lock_path(path).exists():
        return None
    return next((lock for lock in sorted(path.parent.glob("*.lock")) if _lone(lock) and _is_of(lock, deck)), None)


def _lone(lock: Path) -> bool:
    """Whether no deck lies beside a lock."""
    return not any(lock.with_suffix(suffix).exists() for suffix in SUFFIXES)


def _is_of(path: Path, deck: Deck) -> bool:
    """Whether a lock is of a deck's id, or knows most of its cards and few others; one that cannot be read is none."""
    try:
        lock = read_lock(path)
    except QuizError:
        return False
    if deck.id:
        return lock.deck == deck.id
    bare = sum(not card.id for card in deck.cards)
    return 2 * len(by_question(deck.cards, lock)) > max(bare, _own(lock))


def _own(lock: Lock) -> int:
    """Count the cards that stood in the deck of a lock without an id of their own."""
    return sum(not known.gone for known in lock.known.values())


def found_again(deck: Deck, left: Path) -> Problem:
    """Say that a deck was renamed, and what became of its lock."""
    name = lock_path(Path(deck.path)).name
    message = f"this is the deck that {left.name} belongs to, under another name: the lock is called {name} now"
    return Problem(Place(deck.path), message, f"rename {name} along with its deck", "warning")
