"""Which questions are asked, and in which order they and their options stand: all of it follows from the seed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256

from quiz.deck.cloze import gaps
from quiz.deck.model import GAP, Card, Deck
from quiz.export.asked import Asked, asked, disordered, mixed
from quiz.export.losses import Losses
from quiz.export.media import Carrier, plain
from quiz.export.wording import clean, line

TRUTHS = ("True", "False")


@dataclass(frozen=True, slots=True)
class Posed:
    """One question in its place: `shown` are its options, the items to be ordered, or nothing.

    `filled` holds what each gap of a cloze takes, where it is the gaps that are filled.
    """

    asked: Asked
    card: Card
    deck: Deck
    shown: tuple[str, ...] = ()
    filled: tuple[tuple[str, ...], ...] = ()

    @property
    def right(self) -> str:
        """The right one of the options shown, if one of them is."""
        return TRUTHS[not self.asked.true] if self.asked.form == "truefalse" else self.asked.answer

    @property
    def rights(self) -> tuple[str, ...]:
        """All options that are right."""
        return self.asked.ticked if self.asked.form == "several" else (self.right,)

    def said(self, texts: Iterable[str]) -> list[str]:
        """Write texts without pictures and sounds: in words, unless two that are shown would say the same."""
        if not self.asked.media:
            return [*texts]
        media, known = self.asked.media, dict.fromkeys((*self.asked.items, *self.shown))
        alike = len({plain(text, media) for text in known}) < len(known)
        return [text if alike else plain(text, media) for text in texts]


def drawn(decks: Sequence[Deck], number: int | None, seed: int, losses: Losses, carrier: Carrier) -> list[Posed]:
    """Draw so many questions of the decks, or take all; QuizError where a card asks or answers nothing."""
    found = [
        Posed(each, card, deck, filled=fillings(each, card))
        # What platforms cannot carry, pages can; so only what these leave out is told.
        for deck, questions in asked(decks, Losses(), carrier)
        for each, card in zip(questions, deck.cards, strict=True)
    ]
    kept = {id(each) for each in sorted(found, key=lambda each: rank(each, f"{seed}"))[:number]}
    for each in found:
        if id(each) in kept:
            losses.controls(each.card, each.deck)
            for message, hint in each.asked.left:
                losses.tell(each.card, each.deck, message, hint)
            if clean(each.card.question) and clean(each.card.cloze):
                losses.tell(each.card, each.deck, "the cloze is left out: the question is asked")
    return [each for each in found if id(each) in kept]


def shuffled(questions: Sequence[Posed], seed: str) -> tuple[Posed, ...]:
    """Put questions and what they show in an order of this seed."""
    return tuple(
        replace(each, shown=order(each, seed)) for each in sorted(questions, key=lambda each: rank(each, seed))
    )


def order(each: Posed, seed: str) -> tuple[str, ...]:
    """Put options in an order of this seed, those that speak of the others last; items in one that is not right."""
    own = f"{seed}/{each.asked.key}"
    if each.asked.form == "order":
        return disordered(own, each.asked.items)
    if each.asked.form == "truefalse":
        return TRUTHS
    late = each.asked.late
    return (*mixed(own, (text for text in each.asked.options if text not in late)), *late)


def rank(each: Posed, seed: str) -> bytes:
    """Return a number as good as random for a question, the same on every machine."""
    return sha256(f"{seed}/{each.asked.key}/{each.asked.prompt}".encode("utf-8", "replace")).digest()


def fillings(question: Asked, card: Card) -> tuple[tuple[str, ...], ...]:
    """Say what each gap of a cloze takes: its own text, and where all take the same, every other right answer too."""
    places = question.prompt.count(GAP)
    own = tuple(map(line, gaps(card.cloze)))
    if question.form not in ("typed", "number", "choice") or clean(card.question) or not places or places != len(own):
        return ()
    alike = len(set(own)) == 1
    return tuple(tuple(dict.fromkeys((text, *question.right) if alike else (text,))) for text in own)
