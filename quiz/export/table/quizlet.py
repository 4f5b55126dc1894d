"""Decks as Quizlet takes them when pasted: a term and its definition on each line, a tab between them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from quiz.deck.model import Card, Deck
from quiz.deck.remembered import in_passing
from quiz.export.asked import Asked, asked
from quiz.export.losses import Losses
from quiz.export.report import Report
from quiz.export.request import Request
from quiz.export.target import checked, replacing
from quiz.export.teaching import untaught
from quiz.export.wording import line


def write(decks: Sequence[Deck], out: Path, _request: Request) -> Report:
    """Write all cards of all decks; QuizError, with nothing written, for a card that asks or answers nothing."""
    target, losses, written = checked(out, decks), Losses(), 0
    with replacing(target, out) as file:
        for deck, questions in asked(decks, losses):
            for card, each in zip(in_passing(deck.cards), questions, strict=True):
                file.write(f"{line(each.prompt)}\t{each.answer}\n".encode())
                untold(card, deck, each, losses)
                written += 1
    return Report(cards=written, files=(out,), warnings=losses.problems())


def untold(card: Card, deck: Deck, each: Asked, losses: Losses) -> None:
    """Tell what a line leaves out."""
    if each.options:
        losses.tell(card, deck, "wrong answers are left out: Quizlet has terms and definitions alone")
    if each.also and not each.options:
        losses.tell(card, deck, "other right answers are left out: Quizlet has one definition a term")
    if each.amount:
        losses.tell(card, deck, "the tolerance is left out: Quizlet compares words")
    if each.told:
        losses.tell(card, deck, "explanation and passage are left out: Quizlet has no place for them")
    if each.tags:
        losses.tell(card, deck, "tags are left out: Quizlet has none")
    untaught(card, deck, each, losses, "Quizlet", ("feedback",))
