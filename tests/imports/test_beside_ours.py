"""Notes that their owner makes in Anki inside a deck of ours: cards of that deck, and the same notes for ever."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from quiz.deck.lock import read_lock, write_lock
from quiz.deck.merge import merge
from quiz.deck.model import Card, Deck
from quiz.deck.read import load_decks
from quiz.deck.theirs import said
from quiz.errors import QuizError
from tests.conftest import Run
from tests.imports.owner import FORMATS, GOOD, Log, Owner

DECK = """\
title: Rivers
cards:
  - question: Where does the Danube end?
    answer: Black Sea

  # the last one
  - question: Which river runs through Baghdad?
    answer: Tigris
"""
OWN = """
  - id: {}
    question: Capital of France
    answer: Paris
    origin: human
"""


def ids(path: Path) -> list[str]:
    (deck,) = load_decks([path])
    return [card.id for card in deck.cards]


@pytest.mark.parametrize("through", FORMATS)
def test_it_is_a_card_of_the_deck_it_lies_in(run: Run, mine: Path, there: Owner, tmp_path: Path, through: str) -> None:
    note = there.add("Basic", "Rivers", "Capital of <u>France</u>", "Paris", tags=("europe",))
    ended = run("import", there.export(through), "-o", "mine")
    assert ended.out == "mine/rivers.yaml: +1 new, 2 unchanged\n"
    (deck,) = load_decks([mine])
    assert mine.read_text().startswith(DECK)
    assert mine.read_text() == DECK + OWN.format(deck.cards[2].id).replace(
        "    origin", "    tags: [europe]\n    origin"
    )
    assert read_lock(mine).theirs[note.guid].cards.keys() == {deck.cards[2].id}

    again = run("import", there.export(through), "-o", "mine")
    assert again.out == "mine/rivers.yaml: 3 unchanged\n"
    assert [path.name for path in mine.parent.glob("*.yaml")] == ["rivers.yaml"]

    mine.write_text(mine.read_text().replace("answer: Paris", "answer: Lutetia"))
    assert run("export", "mine", "-o", "back.apkg").status == 0
    assert there.read(tmp_path / "back.apkg") == Log(0, 1, 2, 0)
    note.load()
    assert (note.fields, note.tags) == (["Capital of <u>France</u>", "Lutetia"], ["europe"])
    assert there.col.note_count() == 3


def test_of_every_note_type(run: Run, mine: Path, there: Owner, tmp_path: Path) -> None:
    there.add("Basic (and reversed card)", "Rivers", "Rome", "Tiber")
    there.add("Cloze", "Rivers", "{{c1::Paris}} lies on the {{c2::Seine}}.")
    there.add("Quiz Question", "rivers", "Where is Basra?", "Iraq")
    there.add("Basic", "Rivers", "no answer")
    ended = run("import", there.export(), "-o", "mine")
    assert ended.out == "mine/rivers.yaml: +5 new, 2 unchanged\n"
    assert "cards that ask nothing, or to which nothing is the answer, left out: 1" in ended.err
    (deck,) = load_decks([mine])
    assert [card.origin for card in deck.cards] == ["", "", *["human"] * 5]
    assert run("check", "mine").status == 0
    assert run("export", "mine", "-o", "back.apkg").status == 0
    assert there.read(tmp_path / "back.apkg") == Log(0, 0, 5, 0)


def test_what_becomes_of_it_there_and_here(run: Run, mine: Path, there: Owner) -> None:
    note = there.add("Basic", "Rivers", "Capital of France", "Paris")
    run("import", there.export(), "-o", "mine")
    note["Back"] = "Lutetia"
    there.col.update_note(note)
    there.col.set_deck([card.id for card in note.cards()], there.col.decks.id("Towns"))
    there.add("Basic", "Rivers", "Capital of Spain", "Madrid")
    assert run("import", there.export(), "-o", "mine").out == "mine/rivers.yaml: +1 new, 1 updated, 2 unchanged\n"
    assert "    answer: Lutetia\n    origin: human\n" in mine.read_text()
    assert mine.read_text().endswith("Spain\n    answer: Madrid\n    origin: human\n")

    mine.write_text(DECK)
    assert run("import", there.export(), "-o", "mine").out == "mine/rivers.yaml: 2 unchanged, 2 deleted by you\n"


def test_in_an_empty_folder(run: Run, mine: Path, there: Owner) -> None:
    there.add("Basic", "Rivers", "Capital of France", "Paris")
    assert run("import", there.export()).out == "decks/rivers.yaml: +3 new\n"
    (deck,) = load_decks([mine.parents[1] / "decks"])
    assert [(card.prompt, card.origin) for card in deck.cards][1:] == [
        ("Which river runs through Baghdad?", ""),
        ("Capital of France", "human"),
    ]
    assert run("import", there.export()).out == "decks/rivers.yaml: 3 unchanged\n"


@pytest.mark.parametrize("home", ["Geography", "Default"])
def test_a_deck_of_their_own_that_a_card_was_put_into_stays_their_own(
    run: Run, mine: Path, there: Owner, home: str
) -> None:
    there.add("Basic", home, "Capital of France", "Paris")
    there.add("Basic", home, "Capital of Spain", "Madrid")
    there.col.set_deck(there.col.find_cards("Danube"), there.col.decks.id(home))
    ended = run("import", there.export(), "-o", "mine")
    assert ended.out == f"mine/rivers.yaml: 2 unchanged\nmine/{home.lower()}.yaml: +2 new\n"
    assert "origin" not in (mine.parent / f"{home.lower()}.yaml").read_text()


@pytest.mark.parametrize(
    ("options", "home"), [(("--deck", "Courses::"), "Courses::Rivers"), (("--subdecks",), "Rivers::asia")]
)
def test_where_the_deck_is_called_otherwise_there(
    run: Run, mine: Path, tmp_path: Path, options: tuple[str, ...], home: str
) -> None:
    mine.write_text(DECK.replace("Tigris", "Tigris\n    tags: [asia]"))
    run("export", "mine", "-o", "other.apkg", *options)
    other = Owner(tmp_path / "other")
    other.read(tmp_path / "other.apkg")
    other.add("Basic", home, "Capital of France", "Paris")
    other.add("Basic", home, "Capital of Spain", "Madrid")
    assert run("import", other.export(), "-o", "mine").out == "mine/rivers.yaml: +2 new, 2 unchanged\n"
    other.col.close()


def test_generating_again_leaves_it(run: Run, tmp_path: Path) -> None:
    document = tmp_path / "canals.md"
    document.write_text("# Canals\n\nThe Suez Canal was opened in 1869.\n")
    assert run("generate", "canals.md").status == 0
    run("export", "decks", "-o", "mine.apkg")
    other = Owner(tmp_path / "other")
    other.read(tmp_path / "mine.apkg")
    note = other.add("Basic", "Canals", "Capital of France", "Paris")
    run("import", other.export())
    deck, lock = tmp_path / "decks/canals.yaml", tmp_path / "decks/canals.lock"
    before = deck.read_bytes(), lock.read_bytes()
    assert "unchanged, 1 yours kept" in run("generate", "canals.md").out
    assert (deck.read_bytes(), lock.read_bytes()) == before

    deck.unlink()
    run("generate", "canals.md")
    assert "Paris" not in deck.read_text()
    assert read_lock(deck).theirs.keys() == {note.guid}
    assert "1 deleted by you" in run("import", other.export()).out
    other.col.close()


def test_nor_does_it_make_a_deck_a_generated_one(run: Run, mine: Path, there: Owner) -> None:
    there.add("Basic", "Rivers", "Capital of France", "Paris")
    run("import", there.export(), "-o", "mine")
    with pytest.raises(QuizError, match="is not a generated deck and is left alone"):
        merge(mine, Deck("Rivers", (Card("1869", "In what year was the Suez Canal opened?"),), source="rivers.md"))


@pytest.mark.usefixtures("mine")
def test_a_copy_made_there_is_a_card_of_the_same_deck(run: Run, there: Owner) -> None:
    note = there.col.get_note(there.col.find_notes("Danube")[0])
    there.add(note.note_type()["name"], "Rivers", *note.fields)
    ended = run("import", there.export(), "-o", "mine")
    assert "notes that are copies of cards of ours" in ended.err
    assert ended.out == "mine/rivers.yaml: +1 new, 2 unchanged\n"


@pytest.mark.usefixtures("mine")
def test_one_that_comes_alone_tells_nothing_of_the_others(run: Run, there: Owner, tmp_path: Path) -> None:
    note = there.add("Basic", "Rivers", "Capital of France", "Paris")
    run("import", there.export(), "-o", "mine")
    there.col.remove_notes([*there.col.find_notes("Danube"), *there.col.find_notes("Baghdad")])
    ended = run("import", there.export(), "-o", "mine")
    assert (ended.out, ended.err) == ("mine/rivers.yaml: 1 unchanged, 2 yours kept\n", "")

    there.read(tmp_path / "mine.apkg")
    there.col.remove_notes([note.id])
    assert "not in the package any more: “Capital of France”" in run("import", there.export(), "-o", "mine").err


@pytest.mark.usefixtures("mine")
def test_its_answers_come_along(run: Run, there: Owner) -> None:
    there.add("Basic", "Rivers", "Capital of France", "Paris")
    there.study("Rivers", GOOD, GOOD, GOOD)
    ended = run("import", there.export(), "-o", "mine", "--history", "h.db")
    assert "h.db: added 3 answers" in ended.out


def test_pictures_of_it_too(run: Run, mine: Path, there: Owner, tmp_path: Path) -> None:
    there.medium("a map.png", b"\x89PNG")
    there.add("Basic", "Rivers", 'What? <img src="a map.png">', "Paris")
    run("import", there.export(), "-o", "mine")
    assert (mine.parent / "media/a map.png").read_bytes() == b"\x89PNG"
    assert run("check", "mine").status == 0
    run("export", "mine", "-o", "back.apkg")
    assert there.read(tmp_path / "back.apkg") == Log(0, 0, 3, 0)


def test_of_two_decks_of_ours_in_one_of_ankis_it_is_in_the_larger(run: Run, mine: Path, tmp_path: Path) -> None:
    (mine.parent / "seas.yaml").write_text("title: Seas\ncards:\n  - {question: What is salty?, answer: A sea}\n")
    run("export", "mine", "-o", "all.apkg", "--deck", "All")
    other = Owner(tmp_path / "other")
    other.read(tmp_path / "all.apkg")
    other.add("Basic", "All", "Capital of France", "Paris")
    package = other.export()
    other.col.close()
    assert run("import", package, "-o", "mine").out == (
        "mine/rivers.yaml: +1 new, 2 unchanged\nmine/seas.yaml: 1 unchanged\n"
    )


def test_where_the_deck_was_renamed_there(run: Run, mine: Path, there: Owner, tmp_path: Path) -> None:
    there.add("Basic", "Rivers", "Capital of France", "Paris")
    there.study("Rivers", GOOD)
    there.col.decks.rename(there.col.decks.by_name("Rivers"), "Waters")
    ended = run("import", there.export(), "-o", "mine")
    assert ended.out == "mine/rivers.yaml: +1 new, 2 unchanged\n"
    assert "is called “Waters” in Anki now" in ended.err
    for number in range(3):
        there.add("Basic", "Waters", f"question {number}", "answer")
    assert run("import", there.export(), "-o", "mine").out == "mine/rivers.yaml: +3 new, 3 unchanged\n"
    mine.write_text(mine.read_text() + "\n  - question: Which sea?\n    answer: Aral\n")
    run("export", "mine", "-o", "back.apkg")
    assert there.read(tmp_path / "back.apkg") == Log(1, 0, 6, 0)
    assert [deck.name for deck in there.col.decks.all_names_and_ids() if deck.name != "Default"] == ["Waters"]


SHARED = DECK.replace("cards:", "tags: [running water]\ncards:")


@pytest.mark.parametrize("options", [(), ("--tag-prefix", "quiz::")])
def test_it_gets_no_tags_of_the_deck(
    run: Run, mine: Path, there: Owner, tmp_path: Path, options: tuple[str, ...]
) -> None:
    mine.write_text(SHARED)
    note = there.add("Basic", "Rivers", "Capital of France", "Paris", tags=("europe",))
    run("import", there.export(), "-o", "mine")
    mine.write_text(mine.read_text().replace("answer: Paris", "answer: Lutetia"))
    before = mine.read_bytes()
    run("export", "mine", "-o", "back.apkg", *options)
    assert there.read(tmp_path / "back.apkg").updated == 3
    note.load()
    assert (note["Back"], note.tags) == ("Lutetia", ["europe"])
    run("import", there.export(), "-o", "mine")
    assert mine.read_bytes() == before


def test_tags_of_the_deck_that_it_got_from_an_earlier_export_stay_there_and_out_of_the_card(
    run: Run, mine: Path, there: Owner, tmp_path: Path
) -> None:
    mine.write_text(SHARED)
    note = there.add("Basic", "Rivers", "Capital of France", "Paris", tags=("europe",))
    run("import", there.export(), "-o", "mine")
    before, lock = mine.read_bytes(), read_lock(mine)
    note.tags = ["europe", "running_water"]
    lock.theirs[note.guid] = replace(lock.theirs[note.guid], hash=said(note.fields, note.tags))
    write_lock(mine, lock)
    there.col.update_note(note)
    for _ in range(2):
        run("export", "mine", "-o", "back.apkg")
        assert read_lock(mine).theirs[note.guid].mod == lock.theirs[note.guid].mod
        there.read(tmp_path / "back.apkg")
        note.load()
        assert note.tags == ["europe", "running_water"]
        run("import", there.export(), "-o", "mine")
        assert mine.read_bytes() == before


def test_a_deck_that_was_imported_tags_all_its_notes(run: Run, owner: Owner, tmp_path: Path) -> None:
    run("import", owner.export())
    path = tmp_path / "decks/words.yaml"
    path.write_text(path.read_text().replace("\ncards:", "\ntags: [exam]\ncards:"))
    run("export", "decks/words.yaml", "-o", "back.apkg")
    owner.read(tmp_path / "back.apkg")
    assert len(owner.col.find_notes("tag:exam")) == len(owner.col.find_notes("deck:Words")) == 2
