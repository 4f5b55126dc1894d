"""What a deck's lock remembers of its cards' wrong answers, for the generator to keep those that still do."""

from __future__ import annotations

from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING

from quiz.deck.lock import read_lock
from quiz.deck.review import FACTS
from quiz.questions.earlier import Earlier

if TYPE_CHECKING:
    from quiz.deck.record import Record


def earlier(deck: Path) -> tuple[Earlier, ...]:
    """List the cards that were generated with wrong answers, those that left the deck too; QuizError for a bad lock."""
    lock = read_lock(deck)
    theirs = {card for note in lock.theirs.values() for card in note.cards}
    made = [known.values for name, known in lock.generated.items() if name not in theirs]
    return tuple(filter(None, map(_of, made)))


def key(known: tuple[Earlier, ...]) -> str:
    """Name what is known, whatever its order; "" for nothing."""
    told = sorted(map(repr, known))
    return blake2b("\n".join(told).encode(), digest_size=16).hexdigest() if told else ""


def _of(values: Record) -> Earlier | None:
    """Take a card's values; None if it is of no fact or has no plain wrong answers."""
    source, wrong = values.get("source"), values.get("distractors")
    texts = [values.get(name, "") for name in ("question", "cloze", "answer")]
    passage = source.get("text") if isinstance(source, dict) else None
    if values.get("kind") not in FACTS or not isinstance(wrong, list) or not isinstance(passage, str):
        return None
    asked = [text for text in texts if isinstance(text, str)]
    plain = tuple(text for text in wrong if isinstance(text, str))
    if len(asked) < len(texts) or len(plain) < len(wrong):
        return None
    question, cloze, answer = asked
    return Earlier(question, cloze, answer, passage, plain)
