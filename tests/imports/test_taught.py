"""Keys for those who teach have no place in other programs: an edit made there leaves them as they are here."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from quiz.deck.model import Card
from quiz.deck.parse import read_string
from quiz.imports.taught import taught
from tests.conftest import Run
from tests.imports.owner import Owner
from tests.imports.test_again import change

DECK = """\
title: Rivers
cards:
  - question: Where does the Danube end?
    answer: Black Sea
    distractors:
      - text: Nile
        feedback: A river.
      - Elbe
    hint: It is no ocean.
    points: 2
    difficulty: hard
  - question: How long is the Danube?
    answer: 2850
    unit: km
    tolerance: 2%
  - question: Which rivers meet at Koblenz?
    answer: [Rhine, Moselle]
    partial: true
  - question: Which of these is a lake?
    answer: Aral
    distractors: [Rhine, none]
    pin: [none]
"""


def read(text: str) -> tuple[Card, ...]:
    deck = read_string(text, "").deck
    assert deck
    return tuple(deck.cards)


DANUBE, LENGTH, KOBLENZ, LAKE = read(DECK)


def bare(card: Card) -> Card:
    """A card as another program tells it."""
    nothing = Card(card.answer)
    keys = ("hint", "points", "partial", "difficulty", "pin", "unit", "all_of", "feedback")
    values: dict[str, Any] = {key: getattr(nothing, key) for key in keys}
    return replace(card, **values)


@pytest.mark.parametrize("card", [DANUBE, LENGTH, KOBLENZ, LAKE])
def test_a_card_that_was_not_changed_there_stays_as_it_is(card: Card) -> None:
    assert taught(bare(card), card) == card
    assert taught(bare(card), bare(card)) == bare(card)


@pytest.mark.parametrize(
    ("card", "there", "here"),
    [
        (LENGTH, {"answer": "2860 km"}, {"answer": "2860 km", "unit": "km"}),
        (LENGTH, {"answer": "long"}, {"answer": "long", "unit": ""}),
        (LENGTH, {"answer": "2860"}, {"answer": "2860", "unit": ""}),
        (KOBLENZ, {"answer": "Rhine; Mosel"}, {"answer": "Rhine; Mosel", "all_of": ("Rhine", "Mosel")}),
        (KOBLENZ, {"answer": "Rhine;Mosel; "}, {"answer": "Rhine; Mosel", "all_of": ("Rhine", "Mosel")}),
        (KOBLENZ, {"answer": "Rhine"}, {"answer": "Rhine", "all_of": (), "partial": False}),
        (KOBLENZ, {"answer": "Rhine; rhine"}, {"answer": "Rhine; rhine", "all_of": (), "partial": False}),
        (DANUBE, {"distractors": ("Elbe", "nile")}, {"distractors": ("Elbe", "nile"), "feedback": ("", "A river.")}),
        (DANUBE, {"distractors": ("Elbe",)}, {"distractors": ("Elbe",), "feedback": ()}),
        (DANUBE, {"distractors": ("Elbe", "Nil")}, {"distractors": ("Elbe", "Nil"), "feedback": ("", "A river.")}),
        (DANUBE, {"distractors": ("Alb", "Nil")}, {"distractors": ("Alb", "Nil"), "feedback": ()}),
        (LAKE, {"distractors": ("Rhine",)}, {"distractors": ("Rhine",), "pin": ()}),
    ],
)  # fmt: skip
def test_what_still_holds_of_one_that_was(card: Card, there: dict[str, Any], here: dict[str, Any]) -> None:
    assert taught(replace(bare(card), **there), card) == replace(card, **here)


def test_an_edit_in_anki_leaves_them(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "mine").mkdir()
    deck = tmp_path / "mine/rivers.yaml"
    deck.write_text(DECK)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    run("export", "mine", "-o", "mine.apkg")
    there = Owner(tmp_path / "there")
    there.read(tmp_path / "mine.apkg")
    for search in ("Danube end", "How long", "Koblenz", "lake"):
        change(there, search, Explanation="See the map.")
    ended = run("import", there.export(), "-o", "mine")
    there.col.close()
    assert (ended.out, ended.err) == ("mine/rivers.yaml: 4 updated\n", "")
    assert read(deck.read_text()) == tuple(
        replace(card, explanation="See the map.") for card in (DANUBE, LENGTH, KOBLENZ, LAKE)
    )
    assert [line for line in DECK.splitlines() if line not in deck.read_text().splitlines()] == []


def test_so_does_an_edit_in_a_table(run: Run, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    deck = tmp_path / "mine/rivers.yaml"
    deck.write_text(DECK)
    run("export", "mine", "-o", "mine.csv")
    table = tmp_path / "mine.csv"
    assert run("import", "mine.csv", "-o", "mine").out == "mine/rivers.yaml: 4 unchanged\n"
    table.write_bytes(table.read_bytes().replace(b"How long is", b"How many km is"))
    ended = run("import", "mine.csv", "-o", "mine")
    assert ended.out == "mine/rivers.yaml: 1 updated, 3 unchanged\n"
    assert deck.read_text() == DECK.replace("How long is", "How many km is")


@pytest.mark.parametrize("name", ["mine.apkg", "mine.tsv"])
def test_in_an_empty_folder_they_come_back(run: Run, tmp_path: Path, name: str) -> None:
    (tmp_path / "mine").mkdir()
    deck = tmp_path / "mine/rivers.yaml"
    deck.write_text(DECK)
    run("export", "mine", "-o", name, "--format", "anki" if name.endswith("apkg") else "anki-tsv")
    assert run("import", name).status == 0
    cards = read((tmp_path / "decks/rivers.yaml").read_text())
    assert tuple(replace(card, id="") for card in cards) == (DANUBE, LENGTH, KOBLENZ, LAKE)
    assert run("import", name).out == "decks/rivers.yaml: 4 unchanged\n"


def test_what_was_changed_of_them_here_since_stays(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "mine").mkdir()
    deck = tmp_path / "mine/rivers.yaml"
    deck.write_text(DECK)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    run("export", "mine", "-o", "mine.apkg")
    there = Owner(tmp_path / "there")
    there.read(tmp_path / "mine.apkg")
    change(there, "Danube end", Explanation="See the map.")
    deck.write_text(DECK.replace("It is no ocean.", "It is a sea.").replace("    points: 2\n", ""))
    run("import", there.export(), "-o", "mine")
    there.col.close()
    card = read(deck.read_text())[0]
    assert (card.hint, card.points, card.difficulty) == ("It is a sea.", "", "hard")


@pytest.mark.parametrize(
    ("names", "feedback", "told"),
    [
        ({"Nile": "Nil"}, ("A river.", ""), ""),
        ({"Nile": "Nil", "Elbe": "Alb"}, (), "feedback of a wrong answer that is called otherwise"),
    ],
)
def test_a_wrong_answer_renamed_in_anki_keeps_its_feedback(
    run: Run,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    names: dict[str, str],
    feedback: tuple[str, ...],
    told: str,
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    (tmp_path / "mine").mkdir()
    deck = tmp_path / "mine/rivers.yaml"
    deck.write_text(DECK)
    run("export", "mine", "-o", "mine.apkg")
    there = Owner(tmp_path / "there")
    there.read(tmp_path / "mine.apkg")
    note = there.col.get_note(there.col.find_notes('"Danube end"')[0])
    for old, new in names.items():
        text = re.sub(f"<bdi>{old}.*?</bdi>", f"<bdi>{new}</bdi>", note["Choices"])
        assert text != note["Choices"]
        note["Choices"] = text
    change(there, "Danube end", Choices=note["Choices"])
    ended = run("import", there.export(), "-o", "mine")
    there.col.close()
    card = read(deck.read_text())[0]
    assert {*card.distractors} == {"Nile", "Elbe"} - {*names} | {*names.values()}
    assert dict(zip(card.distractors, card.feedback, strict=False)).get("Nil", "") == "".join(feedback)
    assert told in ended.err
    assert bool(told) == bool(ended.err)


@pytest.mark.parametrize("accept", ["", "    accept: [two thousand km]\n"])
def test_another_answer_in_anki_leaves_none_of_the_old_number(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, accept: str
) -> None:
    (tmp_path / "mine").mkdir()
    deck = tmp_path / "mine/rivers.yaml"
    deck.write_text(f"title: Rivers\ncards:\n  - question: How long?\n    answer: 2850\n    unit: km\n{accept}")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    run("export", "mine", "-o", "mine.apkg", "--present", "typed")
    there = Owner(tmp_path / "there")
    there.read(tmp_path / "mine.apkg")
    assert "2850" in there.col.get_note(there.col.find_notes("How")[0])["Accept"]
    change(there, "How", Answer="2860 km")
    run("import", there.export(), "-o", "mine")
    there.col.close()
    (card,) = read(deck.read_text())
    assert (card.answer, card.unit) == ("2860 km", "km")
    assert card.accept == (("two thousand km",) if accept else ())
