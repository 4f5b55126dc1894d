"""Our own notes as a table, of `--format anki-tsv` or of Anki's own export, read back: the cards they were."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from quiz.deck.lock import read_lock
from quiz.deck.model import Deck
from quiz.deck.read import load_decks
from quiz.deck.write import dump
from tests.conftest import Run
from tests.export.samples import CARDS
from tests.imports.owner import Owner
from tests.imports.test_again import change

DECK = Deck("Rivers", tuple(CARDS), "rivers", tags=("all",))
TABLE = ("--format", "anki-tsv", "-o", "notes.txt")


@pytest.fixture
def mine(tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A deck of every kind of card, and its table."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    path = tmp_path / "mine" / "rivers.yaml"
    path.parent.mkdir()
    path.write_text(dump(DECK))
    assert run("export", "mine", *TABLE).status == 0
    return path


def test_a_table_of_ours_changes_nothing_and_doubles_nothing(run: Run, mine: Path) -> None:
    before = {path: path.read_bytes() for path in mine.parent.iterdir()}
    ended = run("import", "notes.txt", "-o", "mine")
    assert (ended.out, ended.err) == (f"mine/rivers.yaml: {len(CARDS)} unchanged\n", "")
    assert {path: path.read_bytes() for path in mine.parent.iterdir()} == before


def test_into_another_folder_come_the_same_cards(run: Run, mine: Path, tmp_path: Path) -> None:
    assert run("import", "notes.txt").status == 0
    (there,), (here,) = load_decks([tmp_path / "decks"]), load_decks([mine])
    assert replace(there, path="") == replace(here, path="")


def test_what_was_changed_in_the_table_comes_in(run: Run, mine: Path, tmp_path: Path) -> None:
    table, text = tmp_path / "notes.txt", mine.read_text()
    table.write_text(table.read_text().replace("Tigris", "Euphrat"))
    ended = run("import", table, "-o", "mine")
    assert (ended.status, "+" in ended.out, "updated" in ended.out) == (0, False, True)
    assert "Euphrat" in mine.read_text()
    assert mine.read_text().count("\n") == text.count("\n")

    owner = Owner(tmp_path / "anki")
    try:
        run("export", "mine", "-o", "mine.apkg")
        owner.read(tmp_path / "mine.apkg")
        assert len(owner.col.find_notes("Euphrat")) > 0
    finally:
        owner.col.close()


def test_a_card_edited_here_too_stays_and_is_told(run: Run, mine: Path, tmp_path: Path) -> None:
    table = tmp_path / "notes.txt"
    table.write_text(table.read_text().replace("Tigris", "Euphrat"))
    mine.write_text(mine.read_text().replace("Tigris", "Dijla"))
    before = mine.read_bytes()
    ended = run("import", table, "-o", "mine")
    assert "was edited on both sides" in ended.err
    assert mine.read_bytes() == before


@pytest.mark.parametrize("ours", [True, False])
def test_a_table_that_anki_wrote_is_known_too(
    run: Run, mine: Path, owner: Owner, tmp_path: Path, *, ours: bool
) -> None:
    run("export", "mine", "-o", "mine.apkg")
    owner.read(tmp_path / "mine.apkg")
    run("import", owner.export(), "-o", "mine")
    change(owner, "Danube" if ours else "Capital", **({"Explanation": "see"} if ours else {"Back": "Rome"}))
    before = {path: path.read_text() for path in mine.parent.glob("*.yaml")}
    owner.col.export_note_csv(
        out_path=str(tmp_path / "anki.txt"), limit=None, with_html=True, with_tags=True, with_deck=True,
        with_notetype=True, with_guid=True,
    )  # fmt: skip

    ended = run("import", "anki.txt", "-o", "mine")

    assert ended.status == 0, ended.err
    assert "new" not in ended.out
    after = {path: path.read_text() for path in mine.parent.glob("*.yaml")}
    assert [path for path in before if after[path] != before[path]] == [mine] * ours
    assert len(after) == len(before)
    assert "notes that a package brought, which a table does not bring up to date: " in ended.err


@pytest.mark.parametrize("deck", [True, False])
def test_a_table_without_note_types_doubles_no_card(
    run: Run, mine: Path, owner: Owner, tmp_path: Path, *, deck: bool
) -> None:
    run("export", "mine", "-o", "mine.apkg")
    owner.read(tmp_path / "mine.apkg")
    owner.col.export_note_csv(
        out_path=str(tmp_path / "anki.txt"), limit=None, with_html=True, with_tags=True, with_deck=deck,
        with_notetype=False, with_guid=True,
    )  # fmt: skip
    before = {path: path.read_bytes() for path in mine.parent.iterdir()}
    ended = run("import", "anki.txt", "-o", "mine")
    notes = len(read_lock(mine).notes)
    assert f"quiz's whose note types the table does not tell, left out: {notes} (in Anki, export the text" in ended.err
    assert "mine/rivers.yaml" not in ended.out
    after = {path: path.read_bytes() for path in mine.parent.iterdir()}
    assert {path: after[path] for path in before} == before
    assert not any("Danube" in text.decode() for path, text in after.items() if path not in before)


def test_what_a_card_cannot_say_stays_in_anki(run: Run, mine: Path, owner: Owner, tmp_path: Path) -> None:
    run("export", "mine", "-o", "mine.apkg")
    owner.read(tmp_path / "mine.apkg")
    change(owner, "Danube", Explanation="see <u>the map</u>")
    found = owner.col.find_notes("Danube")[0]
    edited = owner.col.get_note(found).fields
    owner.col.export_note_csv(
        out_path=str(tmp_path / "anki.txt"), limit=None, with_html=True, with_tags=True, with_deck=True,
        with_notetype=True, with_guid=True,
    )  # fmt: skip

    assert "its note in Anki has underlined" in run("import", "anki.txt", "-o", "mine").err
    assert "explanation: see the map" in mine.read_text()
    before = {path: path.read_bytes() for path in mine.parent.glob("rivers.*")}
    assert "its note in Anki has" not in run("import", "anki.txt", "-o", "mine").err
    assert {path: path.read_bytes() for path in before} == before

    assert "0 edited" in run("export", "mine/rivers.yaml", "-o", "back.apkg").err
    assert owner.read(tmp_path / "back.apkg").updated == 0
    assert owner.col.get_note(found).fields == edited


def test_a_spoiled_row_is_told_and_the_others_come(run: Run, mine: Path, tmp_path: Path) -> None:
    table = tmp_path / "notes.txt"
    table.write_text(table.read_text().replace("kind-date", "kind-riddle", 1))
    ended = run("import", table)
    assert "kind “riddle” is unknown" in ended.err
    (deck,) = load_decks([tmp_path / "decks"])
    assert len(deck.cards) == len(load_decks([mine])[0].cards)
