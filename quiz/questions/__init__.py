"""Makes cards of a document: finds its facts, asks for each in the best form it allows, keeps the good ones."""

from __future__ import annotations

from quiz.deck.model import Card
from quiz.documents.model import Document


def make_cards(document: Document, *, comparisons: bool = False) -> list[Card]:
    """The cards of a document, in the order of its text; none if it holds no fact that can be asked fairly.

    With `comparisons`, behind them those that put events in order, and statements that are true or false.
    QuizError for a document that is not in English.
    """
    from quiz.facts.english import require_english
    from quiz.questions.making import cards_of

    require_english(document)
    return cards_of(document, comparisons=comparisons)
