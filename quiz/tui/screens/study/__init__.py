"""Studying: the question and, in its place, the feedback; what one can do to a card besides; its deck edited."""

from quiz.tui.screens.study.screen import StudyScreen

__all__ = ["StudyScreen"]
