"""An answer edited in Anki: what follows of it there is brought up to date by the next export, and no edit is lost."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

import pytest
from hypothesis import HealthCheck, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.conftest import Run
from tests.imports.owner import Log, Owner, back, note
from tests.imports.test_again import change
from tests.imports.test_no_edit_lost import DECK as PLAIN
from tests.imports.test_no_edit_lost import Edits

DECK = """\
title: Rivers
cards:
  - question: Which river runs through Baghdad?
    answer: Tigris
    distractors: [Nile, Elbe]
  - question: Which of them reach the Black Sea?
    answer: [Danube, Dnieper]
    distractors: [Elbe]
"""


def taken(run: Run, there: Owner, folder: Path) -> tuple[bytes, ...]:
    """Import what Anki has; a second time changes not a byte, and nothing is told."""
    assert run("import", there.export(), "-o", "mine").err == ""
    before = tuple(path.read_bytes() for path in sorted(folder.iterdir()))
    ended = run("import", there.export(), "-o", "mine")
    assert (ended.out, ended.err) == ("mine/rivers.yaml: 2 unchanged\n", "")
    assert tuple(path.read_bytes() for path in sorted(folder.iterdir())) == before
    return before


def test_the_right_choice_follows_the_answer(run: Run, mine: Path, there: Owner, tmp_path: Path) -> None:
    change(there, "Baghdad", Answer="Dijla", Explanation="so it is called", Extra="mine")
    taken(run, there, mine.parent)
    log, told = back(run, there, tmp_path)
    assert (log, told) == (Log(0, 1, 1, 0), "since the last export: 0 new, 1 edited, 1 as they were\n")
    after = note(there, "Baghdad")
    assert "<li data-right><bdi>Dijla</bdi>" in after["Choices"]
    assert "Tigris" not in after["Choices"]
    assert [after[key] for key in ("Answer", "Explanation", "Extra")] == ["Dijla", "so it is called", "mine"]
    taken(run, there, mine.parent)
    assert back(run, there, tmp_path)[0] == Log(0, 0, 2, 0)


@pytest.mark.parametrize(
    "more",
    [{"Explanation": "<u>so</u> it is"}, {"Passage": "of my own"}, {"Answer": "<strong>Dijla</strong>"}],
    ids=str,
)
def test_a_note_with_anything_of_its_owners_stays(
    run: Run, mine: Path, there: Owner, tmp_path: Path, more: dict[str, str]
) -> None:
    change(there, "Baghdad", **({"Answer": "Dijla"} | more))
    edited = note(there, "Baghdad").fields
    run("import", there.export(), "-o", "mine")
    assert back(run, there, tmp_path)[0] == Log(0, 0, 2, 0)
    assert note(there, "Baghdad").fields == edited
    change(there, "Baghdad", Accept="Dijlah")
    edited = note(there, "Baghdad").fields
    run("import", there.export(), "-o", "mine")
    assert mine.exists()
    assert back(run, there, tmp_path)[0] == Log(0, 0, 2, 0)
    assert note(there, "Baghdad").fields == edited


class ChoiceEdits(Edits):
    """A card with wrong answers, whose list of choices follows its answer."""

    names: ClassVar = Edits.names

    def begin(self) -> None:
        self.path.parent.mkdir()
        self.path.write_text(PLAIN + "    distractors: [Nile, Elbe]\n")
        self.export()
        self.read(0)


@pytest.mark.parametrize(("examples", "steps"), [(6, 15), pytest.param(150, 40, marks=pytest.mark.slow)])
def test_no_edit_of_a_choice_is_lost_untold(examples: int, steps: int) -> None:
    checks = [HealthCheck.too_slow, HealthCheck.filter_too_much]
    chosen = settings(max_examples=examples, stateful_step_count=steps, deadline=None, suppress_health_check=checks)
    run_state_machine_as_test(ChoiceEdits, settings=chosen)
