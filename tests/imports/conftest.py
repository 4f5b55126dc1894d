"""A collection to import from, and a way to run imports."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from quiz.deck.model import Deck
from quiz.deck.read import load_decks
from tests.imports.owner import Owner, filled

Decks = Callable[[], dict[str, Deck]]


@pytest.fixture
def owner(tmp_path: Path) -> Iterator[Owner]:
    """A collection with notes of many types."""
    made = filled(tmp_path / "anki")
    yield made
    made.col.close()


@pytest.fixture
def decks(tmp_path: Path) -> Decks:
    """Read the decks imported, by title."""
    return lambda: {deck.title: deck for deck in load_decks([tmp_path / "decks"])}
