"""Decks with sub-decks in Anki: renamed there, and their cards tagged there, which moves none of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from quiz.deck.lock import read_lock
from tests.conftest import Run
from tests.imports.conftest import EARLY, LATE
from tests.imports.owner import GOOD, Owner, back
from tests.imports.test_renamed import renamed

Parted = Callable[..., Owner]

DECK = """\
title: Rivers
cards:
  - {question: Where does the Danube end?, answer: Black Sea}
"""
TAGGED = """\
title: Rivers
cards:
  - {question: Where does the Danube end?, answer: Black Sea, tags: [europe]}
  - {question: When was Baghdad founded?, answer: "762", tags: ["asia::middle east", x]}
  - {question: Which river runs through Baghdad?, answer: Tigris, tags: ["asia::middle east"]}
"""
WAYS = {
    "by the first tag": ("--subdecks",),
    "by one tag": ("--subdecks-from", "Asia"),
    "below another": ("--subdecks", "--deck", "Uni::"),
}
IS = "is called “School::Waters” in Anki now, not “{}”"


@pytest.fixture
def parted(run: Run, mine: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Parted]:
    """Export a deck with sub-decks into another Anki, and study there."""
    made = list[Owner]()

    def part(text: str, *options: str) -> Owner:
        mine.write_text(text)
        mine.with_suffix(".lock").unlink()
        monkeypatch.setenv("SOURCE_DATE_EPOCH", EARLY)
        run("export", "mine", "-o", "parted.apkg", *options)
        monkeypatch.setenv("SOURCE_DATE_EPOCH", LATE)
        made.append(other := Owner(tmp_path / "other"))
        other.read(tmp_path / "parted.apkg")
        other.study("Uni" if "Uni::" in options else "Rivers", GOOD)
        return other

    yield part
    for each in made:
        each.col.close()


def decks_of(owner: Owner) -> set[str]:
    return {each.name for each in owner.col.decks.all_names_and_ids()}


@pytest.mark.parametrize("untagged", [False, True])
@pytest.mark.parametrize("way", WAYS)
def test_a_deck_with_sub_decks_keeps_that_name_too(
    run: Run, mine: Path, parted: Parted, tmp_path: Path, way: str, *, untagged: bool
) -> None:
    text = TAGGED + "  - {question: Which is longest?, answer: Nile}\n" * untagged
    other = parted(text, *WAYS[way])
    known = "Uni::Rivers" if way == "below another" else "Rivers"
    renamed(other, known, "School::Waters")
    assert IS.format(known) in run("import", other.export(), "-o", "mine").err
    assert run("import", other.export(), "-o", "mine").err == ""

    before = decks_of(other)
    mine.write_text(text + "  - {question: Where is Ulm?, answer: On the Danube, tags: [europe]}\n")
    options = [each for each in WAYS[way] if each not in ("--deck", "Uni::")]
    log, told = back(run, other, tmp_path, *options)
    assert (log.new, "warning" in told, decks_of(other)) == (1, False, before)
    told = back(run, other, tmp_path, *options, "--deck", "School::Waters")[1]
    assert ("stay in" in told, decks_of(other)) == (False, before)


def test_a_card_put_elsewhere_or_a_sub_deck_renamed_renames_no_deck(run: Run, mine: Path, parted: Parted) -> None:
    other = parted(TAGGED, "--subdecks")
    renamed(other, "Rivers::europe", "Rivers::west")
    assert "is called" not in run("import", other.export(), "-o", "mine").err
    renamed(other, "Rivers::west", "West")
    assert "is called" not in run("import", other.export(), "-o", "mine").err
    assert read_lock(mine).home is None


def test_only_of_one_place_it_may_be_a_filtered_deck(run: Run, parted: Parted) -> None:
    other = parted(TAGGED, "--subdecks")
    renamed(other, "Rivers", "School::Waters")
    assert IS.format("Rivers") in run("import", other.export(scheduling=False), "-o", "mine").err


def test_all_cards_in_one_sub_deck(run: Run, mine: Path, parted: Parted) -> None:
    other = parted(TAGGED.replace("[europe]", '["asia::middle east"]'), "--subdecks")
    renamed(other, "Rivers", "School::Waters")
    assert "taken for a filtered deck" in run("import", other.export(scheduling=False), "-o", "mine").err
    assert IS.format("Rivers") in run("import", other.export(), "-o", "mine").err
    assert read_lock(mine).home == ("Rivers", "School::Waters")


def test_names_that_are_those_of_tags_too(run: Run, mine: Path, parted: Parted) -> None:
    other = parted(TAGGED.replace("title: Rivers", "title: Rivers::Europe"), "--subdecks")
    assert "is called" not in run("import", other.export(), "-o", "mine").err
    other.col.set_deck(other.col.find_cards(""), other.col.decks.id("Rivers::Europe"))
    assert "is called" not in run("import", other.export(), "-o", "mine").err
    other.col.set_deck(other.col.find_cards("Danube"), other.col.decks.id("Rivers::Europe::europe"))
    renamed(other, "Rivers::Europe", "School::Europe")
    assert "is called “School::Europe” in Anki now" in run("import", other.export(), "-o", "mine").err
    assert read_lock(mine).home == ("Rivers::Europe", "School::Europe")


PLACED = """\
title: Rivers
id: rivers
cards:
  - {id: one, question: Where does the Danube end?, answer: Black Sea, tags: [europe]}
  - {id: two, question: When was Baghdad founded?, answer: "762"}
"""
THERE = {"Default", "Rivers", "Rivers::europe"}


def tagged(owner: Owner, card: str, *tags: str) -> None:
    note = owner.col.get_note(owner.col.find_notes(f'"ID:rivers/{card}"')[0])
    note.tags = [*tags]
    owner.col.update_note(note)


def test_a_tag_put_on_there_makes_no_sub_deck(run: Run, mine: Path, parted: Parted, tmp_path: Path) -> None:
    other = parted(PLACED, "--subdecks")
    tagged(other, "two", "hard")
    tagged(other, "one", "alps", "europe")
    other.add("Basic", "Rivers", "Which is longest?", "Nile", tags=("africa",))
    run("import", other.export(), "-o", "mine")
    assert all(tag in mine.read_text() for tag in ("hard", "alps", "africa"))
    for _ in range(2):
        back(run, other, tmp_path, "--subdecks")
        assert decks_of(other) == THERE
        assert run("import", other.export(), "-o", "mine").err == ""
    fresh = Owner(tmp_path / "fresh")
    fresh.read(tmp_path / "back.apkg")
    assert decks_of(fresh) == THERE

    mine.write_text(mine.read_text().replace("hard", "asia"))
    back(run, other, tmp_path, "--subdecks")
    assert decks_of(other) == {*THERE, "Rivers::asia"}
    fresh.col.close()


def test_a_card_that_follows_its_tag_there_is_filed_by_it_again(run: Run, mine: Path, parted: Parted) -> None:
    other = parted(PLACED, "--subdecks")
    tagged(other, "two", "hard")
    run("import", other.export(), "-o", "mine")
    assert read_lock(mine).filed == {"two": ("hard", "")}
    other.col.set_deck(other.col.find_cards("Baghdad"), other.col.decks.id("Rivers::hard"))
    run("import", other.export(scheduling=False), "-o", "mine")
    assert read_lock(mine).filed == {"two": ("hard", "")}
    run("import", other.export(), "-o", "mine")
    assert read_lock(mine).filed == {}


def test_what_was_filed_before_there_were_sub_decks_is_filed_as_asked(run: Run, parted: Parted, tmp_path: Path) -> None:
    other = parted(PLACED)
    assert "1 of its cards stays in the deck" in run("export", "mine", "-o", "x.apkg", "--subdecks").err
    run("import", other.export(), "-o", "mine")
    run("export", "mine", "-o", "x.apkg", "--subdecks")
    fresh = Owner(tmp_path / "fresh")
    fresh.read(tmp_path / "x.apkg")
    assert decks_of(fresh) == THERE
    fresh.col.close()
