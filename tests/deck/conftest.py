"""Fixtures of the deck tests."""

from __future__ import annotations

from pathlib import Path

import pytest

from quiz.deck.merge import merge
from tests.deck.openings import DECK


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A deck generated from DECK."""
    path = tmp_path / "decks" / "openings.yaml"
    assert merge(path, DECK).summary() == "+3 new"
    return path
