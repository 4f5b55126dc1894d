"""Cards that Anki asks twice: an edit of either note comes in and reaches the other, and none is lost untold."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from quiz.deck.lock import read_lock
from tests.conftest import Run
from tests.imports.conftest import EARLY
from tests.imports.owner import Log, Owner, back, note
from tests.imports.test_again import change

DECK = """\
title: Rivers
cards:
  - question: Where does the Danube end?
    answer: Black Sea
    explanation: It is long.
  - question: Which river runs through Baghdad?
    answer: Tigris
    distractors: [Nile, Elbe]
"""
SECOND = '"ID:*reverse" Danube'
BOTH = "was edited on both sides"
ASKS = ("--present", "auto,reverse")
MIDDLE = "1800000000"


@pytest.fixture
def twice(run: Run, mine: Path, there: Owner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Owner:
    """An Anki that has two notes of each card."""
    assert mine.exists()
    late = "1900000000"
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EARLY)
    assert back(run, there, tmp_path, *ASKS)[0] == Log(2, 0, 2, 0)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", late)
    return there


def first(owner: Owner) -> Any:
    return note(owner, "Danube -ID:*reverse")


def settled(run: Run, owner: Owner, mine: Path, folder: Path) -> None:
    """Fail unless all that is left to do on either side is nothing."""
    before = mine.read_bytes(), first(owner).fields, note(owner, SECOND).fields
    assert run("import", owner.export(), "-o", "mine").err == ""
    log, told = back(run, owner, folder)
    assert (log, "overwrites" in told) == (Log(0, 0, 4, 0), False)
    assert (mine.read_bytes(), first(owner).fields, note(owner, SECOND).fields) == before


def test_an_edit_of_the_second_note_reaches_deck_and_first(run: Run, mine: Path, twice: Owner, tmp_path: Path) -> None:
    change(twice, SECOND, Explanation="mine alone")
    ended = run("import", twice.export(), "-o", "mine")
    assert (ended.out, ended.err) == ("mine/rivers.yaml: 1 updated, 1 unchanged\n", "")
    assert mine.read_text() == DECK.replace("It is long.", "mine alone")
    assert back(run, twice, tmp_path)[0] == Log(0, 1, 3, 0)
    assert first(twice)["Explanation"] == note(twice, SECOND)["Explanation"] == "mine alone"
    notes = read_lock(mine).notes
    assert {line.partition(" ")[2]: each.notetype for line, each in notes.items()}["reverse"] == "reverse"
    settled(run, twice, mine, tmp_path)


@pytest.mark.parametrize("here", ["It is long.", "It is very long."])
def test_so_do_edits_of_both_notes_with_one_of_the_deck_or_none(
    run: Run, mine: Path, twice: Owner, tmp_path: Path, here: str
) -> None:
    mine.write_text(mine.read_text().replace("It is long.", here))
    change(twice, "Danube -ID:*reverse", Question="Where ends the Danube?")
    change(twice, SECOND, Question="Mare Nigrum")
    assert run("import", twice.export(), "-o", "mine").err == ""
    for text in (here, "Where ends the Danube?", "Mare Nigrum"):
        assert text in mine.read_text()
    log, told = back(run, twice, tmp_path)
    assert (log, "overwrites" in told) == (Log(0, 2, 2, 0), False)
    assert (first(twice)["Answer"], note(twice, SECOND)["Answer"]) == ("Mare Nigrum", "Where ends the Danube?")
    settled(run, twice, mine, tmp_path)


def test_what_one_note_brought_in_outlives_an_edit_of_another_that_keeps_more(
    run: Run, mine: Path, twice: Owner
) -> None:
    change(twice, "Danube -ID:*reverse", Answer="the <u>Black</u> Sea")
    change(twice, SECOND, Explanation="mine alone")
    run("import", twice.export(), "-o", "mine")
    twice.col.db.execute("update notes set mod = mod + 9")  # later, and not in the same second
    change(twice, "Danube -ID:*reverse", Question="Where ends the Danube?")
    twice.col.db.execute("update notes set mod = mod + 9")
    run("import", twice.export(), "-o", "mine")
    assert "explanation: mine alone" in mine.read_text()
    assert "Where ends the Danube?" in mine.read_text()


def test_a_package_of_before_changes_nothing(
    run: Run, mine: Path, twice: Owner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000100")
    old = twice.export("old.apkg")
    mine.write_text(mine.read_text().replace("It is long.", "It is very long."))
    back(run, twice, tmp_path)
    change(twice, SECOND, Question="Mare Nigrum")
    run("import", twice.export(), "-o", "mine")
    before = mine.read_bytes(), mine.with_suffix(".lock").read_bytes()
    ended = run("import", old, "-o", "mine")
    assert "other words" not in ended.err
    assert (mine.read_bytes(), mine.with_suffix(".lock").read_bytes()) == before


def test_of_two_edits_of_one_key_one_stays_and_both_are_told(
    run: Run, mine: Path, twice: Owner, tmp_path: Path
) -> None:
    change(twice, "Danube -ID:*reverse", Explanation="of the first")
    change(twice, SECOND, Explanation="of the second")
    told = run("import", twice.export(), "-o", "mine").err
    assert f"{BOTH}: `explanation` stays “of the first”, there it is “of the second”" in told
    assert "explanation: of the first" in mine.read_text()
    told = back(run, twice, tmp_path)[1]
    assert "overwrites its note in Anki, which has `explanation` “of the second”" in told
    settled(run, twice, mine, tmp_path)


def test_an_edit_here_of_what_was_edited_there_is_told_and_reaches_both(
    run: Run, mine: Path, twice: Owner, tmp_path: Path
) -> None:
    mine.write_text(mine.read_text().replace("It is long.", "It is very long."))
    change(twice, SECOND, Explanation="mine alone")
    told = run("import", twice.export(), "-o", "mine").err
    assert f"{BOTH}: `explanation` stays “It is very long.”, there it is “mine alone”" in told
    log, told = back(run, twice, tmp_path)
    assert (log, "which has `explanation` “mine alone”" in told) == (Log(0, 2, 2, 0), True)
    assert note(twice, SECOND)["Explanation"] == "It is very long."
    settled(run, twice, mine, tmp_path)


def test_what_no_card_can_say_stays_in_the_second_note_until_the_card_is_edited(
    run: Run, mine: Path, twice: Owner, tmp_path: Path
) -> None:
    change(twice, SECOND, Explanation="It is <u>long</u>.")
    told = run("import", twice.export(), "-o", "mine").err
    assert "its note in Anki has underlined, coloured or partly bold words" in told
    assert mine.read_text() == DECK
    assert back(run, twice, tmp_path)[0] == Log(0, 0, 4, 0)
    mine.write_text(mine.read_text().replace("It is long.", "It is very long."))
    log, told = back(run, twice, tmp_path)
    assert (log, "overwrites its note in Anki, which has underlined" in told) == (Log(0, 2, 2, 0), True)


def test_an_export_that_anki_left_out_gives_way_to_no_edit_of_the_second(
    run: Run, mine: Path, twice: Owner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000100")
    mine.write_text(mine.read_text().replace("It is long.", "It is very long."))
    assert run("export", "mine", "-o", "left.apkg").status == 0
    change(twice, SECOND, Question="Mare Nigrum")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", MIDDLE)
    run("import", twice.export(), "-o", "mine")
    assert "Mare Nigrum" in mine.read_text()
    assert "very long" in mine.read_text()
    assert back(run, twice, tmp_path)[0] == Log(0, 2, 2, 0)
    assert note(twice, SECOND)["Explanation"] == "It is very long."
    settled(run, twice, mine, tmp_path)


def test_an_edit_of_the_second_comes_in_where_the_first_was_deleted(run: Run, mine: Path, twice: Owner) -> None:
    twice.col.remove_notes([first(twice).id])
    change(twice, SECOND, Explanation="mine alone")
    run("import", twice.export(), "-o", "mine")
    assert mine.read_text() == DECK.replace("It is long.", "mine alone")


def test_what_both_notes_lose_is_told_once(run: Run, mine: Path, twice: Owner, tmp_path: Path) -> None:
    for search in ("Danube -ID:*reverse", SECOND):
        change(twice, search, Explanation="It is <u>long</u>.")
    run("import", twice.export(), "-o", "mine")
    mine.write_text(mine.read_text().replace("It is long.", "It is very long."))
    assert back(run, twice, tmp_path)[1].count("overwrites its note in Anki") == 1
