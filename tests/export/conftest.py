"""A real Anki collection, decks to export into it, and a real browser."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from quiz.deck.model import Card, Deck
from tests.export.chromium import Browser
from tests.export.collection import Anki, Shelf


@pytest.fixture
def anki(tmp_path: Path) -> Iterator[Anki]:
    """An empty collection."""
    folder = tmp_path / "anki"
    folder.mkdir()
    opened = Anki(folder)
    yield opened
    opened.collection.close()


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    """Make a deck whose file lies in the test's own folder."""

    def made(*cards: Card, name: str = "rivers", **rest: Any) -> Deck:
        return replace(Deck("Rivers", cards, id=name, path=str(tmp_path / f"{name}.yaml")), **rest)

    return made


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """One browser for all tests of a module."""
    opened = Browser(tmp_path_factory.mktemp("profile"))
    yield opened
    opened.close()
