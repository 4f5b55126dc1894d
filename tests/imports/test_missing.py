"""Cards that a package does not have: only those that Anki had once are said to be in it no more."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from quiz.deck.files import lock_path
from tests.conftest import Run
from tests.imports.conftest import EARLY
from tests.imports.owner import Owner
from tests.imports.test_again import change

DECK = """\
title: Rivers
cards:
  - question: Where does the Danube end?
    answer: Black Sea
  - question: Which river runs through Baghdad?
    answer: Tigris
"""
MORE = "  - question: Where is Ulm?\n    answer: On the Danube\n"
GONE = "not in the package any more"
ULM = f"{GONE}: “Where is Ulm?” (deleted"


def exported(run: Run, monkeypatch: pytest.MonkeyPatch, after: int) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(EARLY) + after))
    assert run("export", "mine", "-o", "mine.apkg").status == 0


def brought(run: Run, owner: Owner) -> str:
    ended = run("import", owner.export(), "-o", "mine")
    assert ended.status == 0
    return ended.err


def test_a_card_whose_export_anki_has_not_taken_is_not_missing(
    run: Run, there: Owner, mine: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mine.write_text(DECK + MORE)
    exported(run, monkeypatch, 100)
    assert brought(run, there) == ""
    change(there, "Danube", Answer="the sea")
    assert brought(run, there) == ""
    assert brought(run, there) == ""


def test_one_that_an_import_saw_there_is(
    run: Run, there: Owner, mine: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mine.write_text(DECK + MORE)
    exported(run, monkeypatch, 100)
    there.read(tmp_path / "mine.apkg")
    assert brought(run, there) == ""
    assert json.loads(lock_path(mine).read_text())["taken"] == int(EARLY) + 100
    there.col.remove_notes(there.col.find_notes("Ulm"))
    assert ULM in brought(run, there)


def test_so_is_one_that_was_edited_there(
    run: Run, there: Owner, mine: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mine.write_text(DECK + MORE)
    exported(run, monkeypatch, 100)
    there.read(tmp_path / "mine.apkg")
    change(there, "Ulm", Answer="there")
    assert brought(run, there) == ""
    there.col.remove_notes(there.col.find_notes("Ulm"))
    assert ULM in brought(run, there)


def test_so_is_one_whose_export_others_have_taken(
    run: Run, there: Owner, mine: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mine.write_text(DECK.replace("Black Sea", "Mare Nigrum") + MORE)
    exported(run, monkeypatch, 100)
    there.read(tmp_path / "mine.apkg")
    there.col.remove_notes(there.col.find_notes("Ulm"))
    assert ULM in brought(run, there)


def test_a_package_made_before_an_export_that_brought_a_card_back_does_not_miss_it(
    run: Run, there: Owner, mine: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mine.write_text(DECK.replace("Black Sea", "Mare Nigrum") + MORE)
    exported(run, monkeypatch, 100)
    there.read(tmp_path / "mine.apkg")
    there.col.remove_notes(there.col.find_notes("Ulm"))
    older = there.export("older.apkg")
    assert ULM in run("import", older, "-o", "mine").err
    mine.write_text(mine.read_text().replace("Mare Nigrum", "Pontus Euxinus"))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1900000000")
    assert run("export", "mine", "-o", "mine.apkg").status == 0
    there.read(tmp_path / "mine.apkg")
    assert brought(run, there) == ""
    assert run("import", older, "-o", "mine").err == ""


def test_a_package_made_before_the_export_does_not_miss_it(
    run: Run, there: Owner, mine: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    older = there.export("older.apkg")
    mine.write_text(DECK + MORE)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1900000000")
    assert run("export", "mine", "-o", "mine.apkg").status == 0
    there.read(tmp_path / "mine.apkg")
    assert brought(run, there) == ""
    assert run("import", older, "-o", "mine").err == ""
