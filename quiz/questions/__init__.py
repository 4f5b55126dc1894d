"""Makes cards of a document: finds its facts, asks for each in the best form it allows, keeps the good ones."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from quiz.deck.model import Card
from quiz.documents.model import Document
from quiz.questions.outcome import Outcome

if TYPE_CHECKING:
    from quiz.questions.earlier import Earlier


def make_cards(document: Document, *, comparisons: bool = False) -> list[Card]:
    """The cards of a document, in the order of its text; none if it holds no fact that can be asked fairly.

    With `comparisons`, behind them those that put events in order, and statements that are true or false.
    QuizError for a document that is not in English.
    """
    made = make_outcomes(document, comparisons=comparisons)
    return [outcome.card for outcome in made if outcome.card and outcome.asked()]


def make_outcomes(document: Document, *, comparisons: bool = False, earlier: Sequence[Earlier] = ()) -> list[Outcome]:
    """What came of every fact of a document, in the order of its text: a card with its score, or why there is none.

    With `comparisons`, behind them the cards that hold several facts against one another. The wrong answers that a
    card had `earlier` stay if each of them could still be chosen; without any, a document always makes the same.

    QuizError for a document that is not in English.
    """
    from quiz.facts.english import require_english
    from quiz.questions.making import outcomes_of

    require_english(document)
    return outcomes_of(document, comparisons=comparisons, earlier=earlier)


def blocks_left_out(document: Document) -> list[Outcome]:
    """The blocks of a document that are not asked about (notes, comments, navigation), each with its kind."""
    from quiz.questions.omissions import omissions

    return list(omissions(document))
