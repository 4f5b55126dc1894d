"""The size and style that somebody gave a picture in a note of ours in Anki: told, and once more when they go."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import Run
from tests.imports.owner import Log, Owner, back, note
from tests.imports.test_again import change

DECK = """\
title: Rivers
id: rivers
cards:
  - {id: mouth, question: "Which river? ![a map](media/map.png)", answer: Danube}
  - {id: other, question: Which sea?, answer: Black Sea}
"""
HELD = "a picture with a size or style of its own, which it does not have here"


@pytest.fixture
def mine(tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "mine/rivers.yaml"
    (tmp_path / "mine/media").mkdir(parents=True)
    (tmp_path / "mine/media/map.png").write_bytes(b"\x89PNG of a map")
    path.write_text(DECK)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    assert run("export", "mine", "-o", "mine.apkg").status == 0
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1900000000")
    return path


@pytest.mark.parametrize("look", ['width="50"', 'style="width: 50px"', 'height="9"', 'class="small"'])
def test_looks_in_a_note_of_ours_are_told_and_once_more_when_they_go(
    run: Run, mine: Path, there: Owner, tmp_path: Path, look: str
) -> None:
    was = note(there, "river")["Question"]
    change(there, "river", Question=was.replace("<img ", f"<img {look} "))
    assert f"its note in Anki has {HELD}" in run("import", there.export(), "-o", "mine").err
    assert mine.read_text() == DECK
    log, said = back(run, there, tmp_path)
    assert (log, HELD in said) == (Log(0, 0, 2, 0), False)
    assert look in note(there, "river")["Question"]
    mine.write_text(DECK.replace("Which river", "What river"))
    log, said = back(run, there, tmp_path)
    assert log.updated == 1
    assert f"was edited, so an import overwrites its note in Anki, which has {HELD}" in said


def test_a_description_of_ones_own_and_what_only_the_editor_reads_are_none(run: Run, mine: Path, there: Owner) -> None:
    was = note(there, "river")["Question"]
    change(there, "river", Question=was.replace('alt="a map"', 'alt="the map" data-editor-shrink="true"'))
    assert HELD not in run("import", there.export(), "-o", "mine").err
    assert "![the map](media/map.png)" in mine.read_text()
