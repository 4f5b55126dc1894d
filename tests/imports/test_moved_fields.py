"""Note types of ours that their owner changed in Anki, and locks of before: an edit comes in all the same."""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path

import pytest

from quiz.deck.guids import quoted
from quiz.deck.read import load_decks
from quiz.deck.sums import UNCOUNTED
from quiz.imports.anki.restoring import asks_backwards
from tests.conftest import Run
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
"""


@pytest.mark.parametrize(("text", "here"), [("", ""), ("See a map.", "See a map.")])
@pytest.mark.parametrize("more", [False, True])
def test_a_field_moved_or_added_there_hides_no_edit(
    run: Run, mine: Path, there: Owner, text: str, here: str, *, more: bool
) -> None:
    models = there.col.models
    made = models.by_name("Quiz Question")
    names = [field["name"] for field in made["flds"]]
    models.reposition_field(made, made["flds"][names.index("Explanation")], names.index("Accept"))
    if more:
        models.add_field(made, models.new_field("Mine"))
    models.update_dict(made)
    change(there, "Danube", Explanation=text)
    ended = run("import", there.export(), "-o", "mine")
    assert (ended.out, ended.err) == ("mine/rivers.yaml: 1 updated, 1 unchanged\n", "")
    assert load_decks([mine])[0].cards[0].explanation == here


def test_of_a_lock_that_has_digits_of_all_fields_together_edits_come_in(
    run: Run, mine: Path, there: Owner, tmp_path: Path
) -> None:
    path = mine.with_suffix(".lock")
    lock = json.loads(path.read_text())
    for name, each in lock["notes"].items():
        made = note(there, f"ID:*/{name}")
        said = [text for field, text in made.items() if field not in UNCOUNTED]
        each["hash"] = sha256(f"[{quoted(said)}, {quoted(made.tags)}]".encode()).hexdigest()[:16]
    path.write_text(json.dumps(lock))

    change(there, "Danube", Explanation="See a map.")
    ended = run("import", there.export(), "-o", "mine")
    assert (ended.out, ended.err) == ("mine/rivers.yaml: 1 updated, 1 unchanged\n", "")
    assert "explanation: See a map." in mine.read_text()
    log, told = back(run, there, tmp_path)
    assert log == Log(0, 0, 2, 0)
    assert "overwrites" not in told


def test_a_note_without_both_sides_is_not_turned_round() -> None:
    assert asks_backwards({"Options": "reverse", "Question": "a", "Answer": "b"})
    assert not asks_backwards({"Options": "reverse", "Text": "a", "Answer": "b"})
