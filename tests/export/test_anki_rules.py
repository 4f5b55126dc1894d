"""The rules of docs/anki.md: each names a test there is, and those that no other module holds are here."""

from __future__ import annotations

import re
import sqlite3
import time
from dataclasses import replace
from pathlib import Path
from zipfile import ZipFile

import pytest

from quiz.export.anki import write
from quiz.export.request import Request
from tests.export.collection import BAGHDAD, FOUNDED, MOUTH, NOW, THREE, Anki, Log, Shelf

ROOT = Path(__file__).parents[2]
RULE = re.compile(r"^\| R(\d+) \| .+ \| `(\w+\.py)::(\w+)` \|$", re.MULTILINE)


def test_every_rule_names_a_test_there_is() -> None:
    rules = RULE.findall((ROOT / "docs" / "anki.md").read_text(encoding="utf-8"))
    assert [int(number) for number, _, _ in rules] == list(range(1, 28))
    for number, module, name in rules:
        (file,) = (ROOT / "tests").rglob(module)
        assert f"\ndef {name}(" in file.read_text(encoding="utf-8"), f"R{number}: {name}"


def test_no_import_forces_a_full_sync(anki: Anki, shelf: Shelf) -> None:
    anki.take(shelf(*THREE))
    schema = anki.collection.db.scalar("select scm from col")
    assert {model["sortf"] for model in anki.collection.models.all() if model["name"].startswith("Quiz")} == {0}
    changed = shelf(replace(BAGHDAD, question="Which?"), FOUNDED, replace(MOUTH, id="other"), title="Rivers::New")
    assert anki.take(changed, NOW + 60) == Log(1, 1, 1, 0)
    assert anki.collection.db.scalar("select scm from col") == schema


@pytest.mark.parametrize("mod", [NOW + 10**6, 2**32 - 2])
def test_no_id_lies_in_the_future(anki: Anki, shelf: Shelf, tmp_path: Path, mod: int) -> None:
    from quiz.deck.lock import read_lock, write_lock

    deck = shelf(*THREE)
    write([deck], tmp_path / "x.apkg", Request(NOW))
    lock = read_lock(Path(deck.path))
    lock.notes = {name: replace(note, mod=mod) for name, note in lock.notes.items()}
    write_lock(Path(deck.path), lock)
    assert anki.take(deck) == Log(3, 0, 0, 0)
    with ZipFile(anki.folder / "export.apkg") as package:
        package.extract("collection.anki2", tmp_path)
    connection = sqlite3.connect(tmp_path / "collection.anki2")
    (latest,) = connection.execute("select max(id) from (select id from notes union select id from cards)").fetchone()
    connection.close()
    assert latest < (NOW + 60) * 1000 < (time.time() + 86_400) * 1000


def test_a_cloze_is_one_card_and_its_first(anki: Anki, shelf: Shelf) -> None:
    two = replace(FOUNDED, cloze="{{c3::Baghdad}} was {{founded::verb}} in {{762}}.")
    assert anki.take(shelf(two)) == Log(1, 0, 0, 0)
    assert set(re.findall(r"\{\{(c.*?)::", anki.note("rivers/founded")["Text"])) == {"c1"}
    assert [card.ord for card in anki.note("rivers/founded").cards()] == [0]
    anki.take(shelf(replace(two, cloze="In {{762}}.")), NOW + 60)
    assert [card.ord for card in anki.note("rivers/founded").cards()] == [0]
    assert anki.unsound() == []


@pytest.mark.parametrize(
    ("first", "then"),
    [
        ("In {{762}}.", "No gap is left."),
        ("In {{762}}.", "In {{}}."),
        ("In {{ \x00 }}.", "In {{762}} and {{ }}."),
        ("{{762}}", "{{c2::762}}"),
        ("{{}}", "{{ }}"),
    ],
)
def test_every_note_has_a_card(anki: Anki, shelf: Shelf, first: str, then: str) -> None:
    for at, cloze in enumerate((first, then)):
        anki.take(shelf(replace(FOUNDED, cloze=cloze), replace(FOUNDED, id=f"new{at}", cloze=cloze)), NOW + at)
        assert anki.collection.card_count() == anki.collection.note_count() == 2 + at
        assert anki.unsound() == []
    assert "762" in anki.sides("rivers/founded")[1]


def test_a_parent_deck_keeps_what_its_owner_wrote(anki: Anki, shelf: Shelf) -> None:
    anki.take(shelf(*THREE, title="World::Rivers"))
    decks = anki.collection.decks
    for name in ("World", "World::Rivers"):
        deck = decks.by_name(name)
        deck["desc"] = "my words"
        decks.save(deck)
    anki.take(shelf(*THREE, BAGHDAD_TOO, title="World::Rivers"), NOW + 60)
    assert [decks.by_name(name)["desc"] for name in ("World", "World::Rivers")] == ["my words", "my words"]
    assert {deck.name for deck in decks.all_names_and_ids()} == {"Default", "World", "World::Rivers"}


BAGHDAD_TOO = replace(BAGHDAD, id="too")
