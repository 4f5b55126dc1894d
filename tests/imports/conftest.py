"""A collection to import from, and a way to run imports."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from quiz.deck.model import Deck
from quiz.deck.read import load_decks
from tests.conftest import Run
from tests.imports.owner import Owner, filled

Decks = Callable[[], dict[str, Deck]]

EARLY, LATE = "1700000000", "1900000000"
"""When a deck is exported first, and when everything behind that is: before and after Anki's own edits of today."""


@pytest.fixture
def owner(tmp_path: Path) -> Iterator[Owner]:
    """A collection with notes of many types."""
    made = filled(tmp_path / "anki")
    yield made
    made.col.close()


@pytest.fixture
def mine(request: pytest.FixtureRequest, tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The `DECK` of a module of tests, exported, in its folder `HOME`, which is `mine` where it names none."""
    home = getattr(request.module, "HOME", "mine")
    deck = tmp_path / home / "rivers.yaml"
    deck.parent.mkdir(exist_ok=True)
    deck.write_text(request.module.DECK)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EARLY)
    if types := getattr(request.module, "TYPES", {}):
        notes = {card: {"notetype": name, "hash": "", "mod": 1} for card, name in types.items()}
        deck.with_suffix(".lock").write_text(json.dumps({"lock": 1, "deck": "rivers", "notes": notes}))
    assert run("export", home, "-o", "mine.apkg").status == 0
    monkeypatch.setenv("SOURCE_DATE_EPOCH", LATE)
    return deck


@pytest.fixture
def there(tmp_path: Path, mine: Path) -> Iterator[Owner]:
    """An Anki that has it."""
    assert mine.exists()
    owner = Owner(tmp_path / "there")
    owner.read(tmp_path / "mine.apkg")
    yield owner
    owner.col.close()


@pytest.fixture
def decks(tmp_path: Path) -> Decks:
    """Read the decks imported, by title."""
    return lambda: {deck.title: deck for deck in load_decks([tmp_path / "decks"])}
