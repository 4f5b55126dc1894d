"""A whole card without marks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from quiz.deck.marks import plain, typeable
from quiz.deck.model import Card


def rewritten(card: Card, write: Callable[[str], str]) -> Card:
    """Write every text of a card that may have marks otherwise; its passages, unit and tags have none."""
    return replace(
        card,
        question=write(card.question),
        cloze=write(card.cloze),
        answer=write(card.answer),
        explanation=write(card.explanation),
        hint=write(card.hint),
        accept=tuple(map(write, card.accept)),
        distractors=tuple(map(write, card.distractors)),
        ordered=tuple(map(write, card.ordered)),
        all_of=tuple(map(write, card.all_of)),
        feedback=tuple(map(write, card.feedback)),
        pin=tuple(map(write, card.pin)),
        hints=tuple(map(write, card.hints)),
    )


def without(card: Card) -> Card:
    """Write a card's texts as they read; formulas of its answers are right as they are written, too."""
    also = [form for right in card.right for form in typeable(right)[1:]]
    bare = rewritten(card, plain)
    return replace(bare, accept=tuple(dict.fromkeys((*bare.accept, *also))))
