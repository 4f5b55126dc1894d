"""Generates a deck again: a three-way merge of last generation, this generation and the file a person edits."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from quiz.deck.files import BOM, lock_path, read_text, write_text
from quiz.deck.lock import Generated, Lock, read_lock, write_lock
from quiz.deck.parse import read_string
from quiz.deck.plan import Plan
from quiz.deck.propose import Limit, deck_name, head_of, proposed_cards
from quiz.deck.revise import Revision, revised, values_of
from quiz.deck.write import dump
from quiz.errors import QuizError

if TYPE_CHECKING:
    from pathlib import Path

    from quiz.deck.model import Deck


def merge(path: Path, proposed: Deck, limit: Limit | None = None, *, dry_run: bool = False) -> Plan:
    """Bring a deck's file and lock up to a new generation of its cards; a dry run only tells what that would do.

    `proposed.source` is relative to the deck. Its cards need no ids: known ones keep theirs, new ones get one. A deck
    that is not there is written whole; one that is there is only ever spliced where generated text, untouched since,
    has changed. A limit says which cards may be new; those the deck has follow the document all the same. QuizError,
    and nothing written, if the deck or its lock has errors, or if it was not generated from this document: a deck
    without a lock may hold anything of a person's, so it is left alone.
    """
    lock, imported = _parted(read_lock(path))
    if not path.exists():
        return _create(path, proposed, lock, limit, imported, dry_run=dry_run)
    content = read_text(path)
    reading = read_string(content, str(path))
    if reading.deck is None:
        raise QuizError(problem for problem in reading.problems if problem.severity == "error")
    _refuse_others(path, reading.deck, proposed, lock)
    revision = revised(reading, proposed, lock, limit)
    if revision.plan.changed:
        verify(path, revision)
    if not dry_run:
        write_text(path, BOM * content.startswith(BOM) + revision.text)
        write_lock(path, _joined(revision.lock, imported))
    return revision.plan


def _parted(lock: Lock) -> tuple[Lock, dict[str, Generated]]:
    """Take what was imported out of a lock: it was generated from no document, and follows none."""
    cards = {card for note in lock.theirs.values() for card in note.cards}
    imported = {name: known for name, known in lock.generated.items() if name in cards}
    rest = {name: known for name, known in lock.generated.items() if name not in cards}
    return replace(lock, generated=rest), imported


def _joined(lock: Lock, imported: dict[str, Generated]) -> Lock:
    return replace(lock, generated={**lock.generated, **imported})


def _create(
    path: Path, proposed: Deck, lock: Lock, limit: Limit | None, imported: dict[str, Generated], *, dry_run: bool
) -> Plan:
    """Write a deck that is not there; cards that a person once deleted stay out, the others get their old ids."""
    cards = proposed_cards(proposed, lock, (), limit)
    out = {name for name, known in lock.generated.items() if known.deleted}
    kept = [replace(proposed.cards[card.index], id=card.id) for card in cards if card.id not in out]
    if not kept:
        hint = f"to begin anew, remove {lock_path(path)}" if out else "is the document the right one?"
        raise QuizError.at(str(path), "there are no cards to write", hint)
    deck = replace(proposed, id=lock.deck or deck_name(proposed), cards=tuple(kept))
    text = dump(deck)
    if problems := [found for found in read_string(text, str(path)).problems if found.severity == "error"]:
        raise QuizError(problems)
    if not dry_run:
        new = {card.id: Generated(card.values, deleted=card.id in out) for card in cards}
        write_text(path, text)
        lock = replace(lock, deck=deck.id, head=head_of(proposed), generated={**lock.generated, **new})
        write_lock(path, _joined(lock, imported))
    return Plan(
        path,
        new=len(kept),
        deleted=len(cards) - len(kept),
        changed=True,
        taken=frozenset(card.index for card in cards if card.id not in out),
        refused=frozenset(card.index for card in cards if card.id in out),
    )


def _refuse_others(path: Path, deck: Deck, proposed: Deck, lock: Lock) -> None:
    """Refuse a deck that was not generated, has lost its lock, or belongs to another document."""
    if lock.imported:
        raise QuizError.at(str(path), "was imported, not generated, and is left alone", "generate into another folder")
    if not lock.generated:
        if deck.id and deck.id == deck_name(proposed):
            message = f"was generated, but {lock_path(path).name} is missing, so what you changed cannot be told"
            raise QuizError.at(str(path), message, "restore the lock, or move the deck away to generate it anew")
        message = "is not a generated deck and is left alone"
        raise QuizError.at(str(path), message, "rename it, or generate into another folder")
    before = str(lock.head.get("source", ""))
    old, new = path.parent / before, path.parent / proposed.source
    if before and proposed.source and old.exists() and old.resolve() != new.resolve():
        raise QuizError.at(str(path), f"is generated from {old}, not from {new}", "rename one of the two documents")


def verify(path: Path, revision: Revision) -> None:
    """Read what is about to be written, and refuse it unless it holds exactly what the merge meant."""
    again = read_string(revision.text, str(path))
    if again.deck is None or values_of(again) != revision.expected:
        message = "cannot be brought up to date without harm, and is left as it is"
        raise QuizError.at(str(path), message, "write its cards in the plain form `- question: ...`")
