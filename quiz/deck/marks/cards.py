"""A whole card without marks."""

from __future__ import annotations

from dataclasses import replace

from quiz.deck.cloze import MARKED
from quiz.deck.marks import HELD, exact, plain, signed, spare
from quiz.deck.marks.runs import as_written
from quiz.deck.model import Card
from quiz.deck.texts import rewritten


def without(card: Card) -> Card:
    """Write every text of a card that may have marks as it reads."""
    return replace(rewritten(card, plain, but=("cloze", "source")), cloze=_clozed(card.cloze))


def written(card: Card, bare: Card) -> Card:
    """Accept the formulas of a card's answers as they are written, too; `bare` is the card without marks."""
    forms = [as_written(right) for right in card.right if "$" in right]
    return replace(bare, accept=tuple(dict.fromkeys((*bare.accept, *forms)))) if forms else bare


def answerable(card: Card, bare: Card) -> Card:
    """Keep the marks of a card's right answers that have maths or code; `bare` is the card without marks."""
    answer, *rest = (right if exact(right) else plain(right) for right in (card.answer, *card.accept, *card.all_of))
    accepted = len(card.accept)
    return replace(bare, answer=answer, accept=tuple(rest[:accepted]), all_of=tuple(rest[accepted:]))


def _clozed(cloze: str) -> str:
    """Write a cloze as it reads; its gaps are gaps, wherever marks begin and end."""
    if not signed(cloze):
        return cloze
    own = spare(cloze)
    parts = MARKED.split(cloze.replace(HELD, own))
    around = plain(HELD.join(parts[::2])).split(HELD)
    inside = [f"{{{{{plain(gap)}}}}}" for gap in parts[1::2]]
    return "".join(text + gap for text, gap in zip(around, [*inside, ""], strict=True)).replace(own, HELD)
