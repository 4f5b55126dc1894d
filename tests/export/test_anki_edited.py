"""An option, or a tag of the deck, that edits every note: told with the export, since an import overwrites them all."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from quiz.deck.model import Card, Deck
from quiz.export.anki import write
from quiz.export.request import Request
from tests.export.collection import NOW, THREE, Anki, Log, Shelf

AGAIN = tuple(replace(card, explanation="why") for card in THREE)
BARE = "all its 3 notes count as edited: the last export had no --tag-prefix"
OTHER = (
    "all its 3 notes count as edited: the last export had another --tag-prefix, other tags of the deck or other text"
)


@pytest.mark.parametrize(
    ("first", "change", "then", "told"),
    [
        ({}, {}, {}, []),
        ({}, {}, {"tag_prefix": "quiz::"}, [BARE]),
        ({"tag_prefix": "quiz::"}, {}, {"tag_prefix": "quiz::"}, []),
        ({"tag_prefix": "quiz::"}, {}, {}, [OTHER]),
        ({"tag_prefix": "quiz::"}, {}, {"tag_prefix": "mine::"}, [OTHER]),
        ({}, {"tags": ("new",)}, {}, [OTHER]),
        ({}, {"cards": AGAIN}, {}, [OTHER]),
        ({}, {"cards": (*AGAIN[:2], THREE[2])}, {}, []),
        ({}, {"title": "Streams"}, {"deck": "Rivers"}, []),
        ({}, {"tags": ("new",)}, {"force": True}, []),
        ({}, {}, {"present": ("typed",), "subdecks": True}, []),
    ],
)
def test_what_edits_every_note_is_told(
    anki: Anki,
    shelf: Shelf,
    first: dict[str, Any],
    change: dict[str, Any],
    then: dict[str, Any],
    told: list[str],
) -> None:
    deck = shelf(*THREE, tags=("old",))
    assert anki.take(deck, **first) == Log(3, 0, 0, 0)
    report = written(replace(deck, **change), anki.folder, then)
    edits = [each for each in report.warnings if "count as edited" in each.message]
    assert [each.message for each in edits] == told
    assert all("put the old lock back" in each.hint for each in edits)
    updated = anki.read(anki.folder / "x.apkg").updated
    assert (updated == 3) == bool(told or then.get("force"))


def written(deck: Deck, folder: Path, options: dict[str, Any]) -> Any:
    """Export a deck a minute later."""
    return write([deck], folder / "x.apkg", Request(NOW + 60, **options))


def test_two_cards_edited_by_hand_are_no_reason_to_stop(shelf: Shelf, tmp_path: Path) -> None:
    deck = shelf(*THREE[:2])
    write([deck], tmp_path / "x.apkg", Request(NOW))
    edited: tuple[Card, ...] = AGAIN[:2]
    assert written(replace(deck, cards=edited), tmp_path, {}).warnings == ()
