"""Hostile decks through the text formats that are read back: no card is lost, and none doubled."""

from __future__ import annotations

import csv
import io
import shutil
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from quiz.deck.model import GAP, Card, Deck
from quiz.deck.read import load_decks
from quiz.documents.decoding import visible
from quiz.export import gift, markdown
from quiz.export.request import Request
from quiz.export.table import sheet
from quiz.verbs.importing import import_decks
from tests.export.hostile_decks import decks
from tests.export.samples import TAUGHT, TEACHING

WRITERS: dict[str, Callable[..., object]] = {
    "deck.gift": gift.write,
    "deck.md": markdown.write,
    "deck.csv": sheet.write_csv,
    "deck.tsv": sheet.write_tsv,
}


def fair(card: Card) -> bool:
    """Whether a card has something to see, which marks of direction alone are not, and is none we cannot read back.

    These are a gap in a statement or in what orders ask, in Markdown, and a question that begins as GIFT names formats.
    """
    gapped = card.kind in ("order", "truefalse") and GAP in card.prompt
    seen = visible(card.prompt).strip() and visible(card.answer).strip()
    return bool(seen and not gapped and not card.prompt.startswith("["))


DECKS = decks().filter(lambda deck: all(map(fair, deck.cards)))
QUIET = [HealthCheck.too_slow, HealthCheck.function_scoped_fixture]


def comes_back(deck: Deck, name: str) -> None:
    """Write a deck and import it."""
    folder = Path(tempfile.mkdtemp())
    try:
        WRITERS[name]([deck], folder / name, Request(0))
        assert import_decks([folder / name], folder / "decks", None) == 0
        cards = [card for found in load_decks([folder / "decks"]) for card in found.cards]
        assert [card.id for card in cards] == [card.id for card in deck.cards]
    finally:
        shutil.rmtree(folder)


def imported(folder: Path, name: str) -> dict[str, Card]:
    """The cards of a file in a new folder of decks."""
    assert import_decks([folder / name], folder / "decks", None) == 0
    return {card.id: card for found in load_decks([folder / "decks"]) for card in found.cards}


@pytest.mark.parametrize("name", ["deck.md", "deck.csv", "deck.tsv"])
def test_what_teachers_add_comes_back(tmp_path: Path, name: str) -> None:
    WRITERS[name]([TEACHING], tmp_path / name, Request(0))
    found = imported(tmp_path, name)
    for card in TAUGHT:
        back, said = found[card.id], dict(zip(card.distractors, card.feedback, strict=False))
        assert sorted(back.distractors) == sorted(card.distractors)
        assert back.feedback == tuple(said.get(text, "") for text in back.distractors) * any(said.values())
        assert replace(back, distractors=(), feedback=(), place=None) == replace(card, distractors=(), feedback=())


def test_of_gift_parts_feedback_and_difficulty_come_back(tmp_path: Path) -> None:
    gift.write([TEACHING], tmp_path / "deck.gift", Request(0))
    found = imported(tmp_path, "deck.gift")
    meet, both, sea = (found[name] for name in ("meet", "both", "sea"))
    assert (meet.question, meet.all_of, meet.accept) == ("Which rivers meet at Koblenz?", ("Rhine", "Moselle"), ())
    assert (sorted(both.all_of), both.distractors) == (["Danube", "Dniester"], ("Rhine", "Volga"))
    assert (both.feedback, both.partial, both.difficulty) == (("", "It ends in the Caspian Sea."), True, "easy")
    assert not found["whole"].partial
    assert dict(zip(sea.distractors, sea.feedback, strict=True))["Rhine"] == "It reaches the North Sea."


def test_a_table_that_knows_nothing_of_these_keys_takes_none_away(tmp_path: Path) -> None:
    (tmp_path / "decks").mkdir()
    sheet.write_csv([TEACHING], tmp_path / "deck.csv", Request(0))
    before = imported(tmp_path, "deck.csv")
    rows = list(csv.DictReader(io.StringIO((tmp_path / "deck.csv").read_text("utf-8-sig"), newline="")))
    for row in rows:
        for key in ("all_of", "unit", "wrong_feedback", "pin", "hint", "points", "partial", "difficulty"):
            del row[key]
        row["answer"] = row["answer"].replace("1230", "1233")
    with (tmp_path / "deck.csv").open("w", encoding="utf-8", newline="") as file:
        table = csv.DictWriter(file, rows[0])
        table.writeheader()
        table.writerows(rows)
    after = imported(tmp_path, "deck.csv")
    changed = after.pop("rhine")
    assert (changed.answer, changed.unit) == ("1233 km", "km")
    assert {name: replace(card, place=None) for name, card in after.items()} == {
        name: replace(card, place=None) for name, card in before.items() if name != "rhine"
    }


def test_what_is_changed_in_a_table_is_taken_over(tmp_path: Path) -> None:
    sheet.write_csv([TEACHING], tmp_path / "deck.csv", Request(0))
    imported(tmp_path, "deck.csv")
    text = (tmp_path / "deck.csv").read_text("utf-8")
    for old, new in (("One is short.", "One is long."), ("Caspian Sea", "Caspian Lake"), (",hard,", ",easy,")):
        assert old in text
        text = text.replace(old, new)
    text = text.replace("1230 km", "1233").replace("Both begin with the same letter.", "")
    (tmp_path / "deck.csv").write_text(text, "utf-8", newline="")
    found = imported(tmp_path, "deck.csv")
    assert (found["both"].hint, found["both"].points) == ("", "3")
    assert (found["meet"].hint, found["long"].difficulty) == ("One is long.", "easy")
    assert "It ends in the Caspian Lake." in found["sea"].feedback
    assert (found["rhine"].answer, found["rhine"].unit) == ("1233 km", "km")


@pytest.mark.parametrize("name", WRITERS)
@settings(deadline=None, max_examples=10, suppress_health_check=QUIET)
@given(deck=DECKS)
def test_any_deck_comes_back(name: str, deck: Deck) -> None:
    comes_back(deck, name)


@pytest.mark.slow
@pytest.mark.parametrize("name", WRITERS)
@settings(deadline=None, max_examples=1000, suppress_health_check=QUIET)
@given(deck=DECKS)
def test_a_thousand_decks_come_back(name: str, deck: Deck) -> None:
    comes_back(deck, name)
