"""What is here already, and what is somebody's own, is kept: pictures, words in a note's own fields, edits of cards."""

from __future__ import annotations

from pathlib import Path

import pytest

from quiz.export.anki.markup import html
from quiz.export.anki.rewriting import Rewriting
from quiz.imports.anki import restoring
from quiz.imports.anki.restoring import _sensible
from tests.conftest import Run
from tests.growth import grows_linearly
from tests.imports.hostile import collection
from tests.imports.owner import Owner

DECK = """\
title: Ten
cards:
  - question: Capital of Peru?
    answer: Lima
  - question: Capital of Chile?
    answer: Santiago
    explanation: long
"""


@pytest.fixture
def mine(tmp_path: Path, owner: Owner, run: Run, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A deck whose cards have no id, long in its owner's Anki."""
    deck = tmp_path / "decks" / "ten.yaml"
    deck.parent.mkdir()
    deck.write_text(DECK)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1600000000")
    assert run("export", deck, "-o", "ten.apkg").status == 0
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    owner.read(tmp_path / "ten.apkg")
    return deck


def test_edits_of_cards_without_an_id_stay(run: Run, mine: Path, owner: Owner) -> None:
    mine.write_text(DECK.replace("Lima", "Lima, by the sea").replace("long", "short"))
    edited = mine.read_text()

    ended = run("import", owner.export())

    assert ended.status == 0, ended.err
    assert mine.read_text() == edited


def test_words_in_a_notes_own_fields_are_no_edit(run: Run, mine: Path, owner: Owner, tmp_path: Path) -> None:
    (found,) = owner.col.find_notes('"Question:Capital of Peru?"')
    note = owner.col.get_note(found)
    note["Extra"], note["Reverse"] = "mine", "y"
    owner.col.update_note(note)
    assert run("import", owner.export()).status == 0

    assert "0 new, 0 edited" in run("export", mine, "-o", "again.apkg").err
    owner.read(tmp_path / "again.apkg")
    note.load()
    assert (note["Extra"], note["Reverse"]) == ("mine", "y")


def test_another_picture_of_the_name_stays(run: Run, tmp_path: Path) -> None:
    (tmp_path / "decks" / "media").mkdir(parents=True)
    (tmp_path / "decks" / "media" / "a.png").write_bytes(b"mine")

    ended = run("import", collection(tmp_path, '<img src="a.png">', "x", media={"a.png": b"theirs"}))

    assert ended.status == 0
    assert (tmp_path / "decks" / "media" / "a.png").read_bytes() == b"mine"
    assert (
        "a.png: warning: another picture or sound of this name is here already; the one imported is called a-4c55a8.png"
        in ended.err
    )
    again = run("import", collection(tmp_path, '<img src="a.png">', "x", media={"a.png": b"mine"}))
    assert "another picture" not in again.err


@pytest.mark.parametrize("words", ['x" onerror="alert(1)', "x' onerror='alert(1)", "a<b & c"])
def test_the_description_of_a_picture_stays_within_its_quotes(words: str) -> None:
    written = Rewriting(("",), ("Front",)).written(f"![{words}](media/x.png)")

    assert written == f'<img src="x.png" alt="{html(words).replace(chr(34), "&quot;")}">'
    assert written.count('"') == 4


@pytest.mark.parametrize(
    ("told", "sensible"),
    [
        ({}, True),
        ({"tags": ["a"], "deck": {"tags": []}, "source": {"evidence": [{}]}}, True),
        ({"tags": 5}, False),
        ({"deck": {"tags": 5}}, False),
        ({"deck": 5}, False),
        ({"source": {"evidence": None}}, False),
        ({"source": {"evidence": [5]}}, False),
        ([], False),
    ],
)
def test_what_a_hidden_field_holds_is_looked_at(told: object, sensible: bool) -> None:  # noqa: FBT001
    assert _sensible(told) == sensible


@pytest.mark.parametrize("pattern", ["ITEM", "QUOTED"])
@pytest.mark.parametrize("piece", ["<li>", "<li>x", "<blockquote>", "<blockquote>x", "<li></blockquote>"])
def test_lists_are_read_in_linear_time(pattern: str, piece: str) -> None:
    assert grows_linearly(lambda size: getattr(restoring, pattern).findall(piece * size), 4000)


def test_a_question_with_marks_and_a_picture_is_kept_beside_an_edit(run: Run, owner: Owner, tmp_path: Path) -> None:
    deck = tmp_path / "decks" / "x.yaml"
    (deck.parent / "media").mkdir(parents=True)
    (deck.parent / "media" / "a_b_c.png").write_bytes(b"\x89PNG")
    question = r"**x** see \*y\* ![p](media/a_b_c.png)"
    deck.write_text(f"title: X\ncards:\n  - question: '{question}'\n    answer: Lima\n    explanation: long\n")
    assert run("export", deck, "-o", "x.apkg").status == 0
    owner.col.remove_notes(owner.col.find_notes(""))
    owner.read(tmp_path / "x.apkg")
    (found,) = owner.col.find_notes("")
    note = owner.col.get_note(found)
    note["Explanation"] = "short"
    owner.col.update_note(note)

    ended = run("import", owner.export())

    assert (ended.status, "plain here" in ended.err) == (0, False)
    assert deck.read_text().partition("cards:")[2].replace("short", "long") == (
        f"\n  - question: '{question}'\n    answer: Lima\n    explanation: long\n"
    )
