"""The one way that text of decks and documents reaches the screen: as Content, so that nothing in it is markup."""

from __future__ import annotations

from textual.content import Content

from quiz.study.printable import LONGEST, clean, line, safe

__all__ = ["LONGEST", "TICK_ALL", "clean", "line", "plain", "safe"]

TICK_ALL = "tick all that are right"
"""What is to be done with options of which several may be right."""


def plain(text: str, style: str = "") -> Content:
    """Make text safe to show, in one style; markup in it stays as it is written."""
    return Content.styled(clean(text), style) if style else Content(clean(text))
