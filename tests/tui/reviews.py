"""A generated deck on the screen that reviews it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from quiz.deck.merge import merge
from quiz.deck.review import opened
from quiz.study.reading import ReadDocument
from quiz.tui.reviewing import ReviewApp
from tests.deck.openings import DECK


def reviewed(folder: Path, read: ReadDocument | None = None, *, everything: bool = False) -> ReviewApp:
    """Make the app over a deck that was just generated, of three cards."""
    path = folder / "openings.yaml"
    merge(path, replace(DECK, source="openings.md"))
    return ReviewApp(opened(path), read=read, everything=everything)
