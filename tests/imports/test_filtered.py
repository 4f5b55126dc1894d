"""A deck that lies in a filtered one of Anki's: its cards are at home elsewhere, which not every package tells."""

from __future__ import annotations

from pathlib import Path

import pytest

from quiz.deck.lock import read_lock
from tests.conftest import Run
from tests.imports.owner import GOOD, Log, Owner

DECK = """\
title: Rivers
cards:
  - {question: Where does the Danube end?, answer: Black Sea}
  - {question: Which river runs through Baghdad?, answer: Tigris}
"""
TAKEN = (
    "mine/rivers.yaml: warning: lies in “Cram” here, which is taken for a filtered deck: new cards go to “Rivers” as "
    "before (was it renamed? then export it from Anki with scheduling information, and import that; or export with"
)


@pytest.fixture
def there(there: Owner) -> Owner:
    """An Anki that has it and studied some of it."""
    there.study("Rivers", GOOD)
    return there


def crammed(owner: Owner) -> None:
    """Put all cards of the deck into a filtered one."""
    filtered = owner.col.sched.get_or_create_filtered_deck(owner.col.decks.new_filtered("Cram"))
    filtered.config.search_terms[0].search = "deck:Rivers"
    owner.col.sched.add_or_update_filtered_deck(filtered)


@pytest.mark.parametrize("name", ["new.apkg", "old.apkg"])
@pytest.mark.parametrize("scheduling", [True, False])
def test_a_filtered_deck_renames_none(
    run: Run, mine: Path, there: Owner, tmp_path: Path, name: str, *, scheduling: bool
) -> None:
    crammed(there)
    told = run("import", there.export(name, scheduling=scheduling), "-o", "mine").err
    assert (TAKEN in told) == (not scheduling)
    assert "is called" not in told
    assert read_lock(mine).home is None
    mine.write_text(f"{DECK}  - {{question: Where is Ulm?, answer: On the Danube}}\n")
    run("export", "mine", "-o", "back.apkg")
    assert there.read(tmp_path / "back.apkg") == Log(1, 0, 2, 0)
    (card,) = there.col.find_cards("Ulm")
    assert there.col.decks.name(there.col.get_card(card).did) == "Rivers"


@pytest.mark.parametrize("name", ["new.apkg", "old.apkg", "new.colpkg"])
def test_a_deck_that_was_renamed_is_known_by_its_scheduling(run: Run, mine: Path, there: Owner, name: str) -> None:
    there.col.decks.rename(there.col.decks.id("Rivers"), "Cram")
    assert "is called “Cram” in Anki now, not “Rivers”" in run("import", there.export(name), "-o", "mine").err
    assert read_lock(mine).home == ("Rivers", "Cram")


def test_without_scheduling_nothing_is_written_and_with_it_all_is_made_good(run: Run, mine: Path, there: Owner) -> None:
    there.col.decks.rename(there.col.decks.id("Rivers"), "Cram")
    assert TAKEN in run("import", there.export(scheduling=False), "-o", "mine").err
    assert read_lock(mine).home is None
    run("import", there.export(), "-o", "mine")
    assert read_lock(mine).home == ("Rivers", "Cram")
    assert TAKEN not in run("import", there.export(scheduling=False), "-o", "mine").err
