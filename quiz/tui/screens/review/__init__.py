"""Going through generated cards: the screen with a card and its passage, and the form that changes one in place."""

from quiz.tui.screens.review.screen import ReviewScreen

__all__ = ["ReviewScreen"]
