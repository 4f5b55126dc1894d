"""Packages of the real Anki, in each of its formats: every note, field, tag, deck and file of them."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from quiz.deck.lock import read_lock
from quiz.imports.anki import read, templates
from tests.conftest import Run
from tests.imports.conftest import Decks
from tests.imports.hostile import collection
from tests.imports.owner import FORMATS, Owner

CARDS = {
    "Geo::Rivers": [("Which river?\n![](media/map é.png)", "Tigris", "", ("a", "b::c"))],
    "Geo": [
        ("Capital of France", "Paris", "", ()),
        ("Paris", "Capital of France", "", ()),
        ("2 < 3?", "yes", "", ()),
    ],
    "Geo::Clozes": [
        ("_____ lies on the Seine, in _____", "Paris, France", "Lutetia", ("x",)),
        ("Paris lies on the _____, in France", "Seine", "Lutetia", ("x",)),
    ],
    "Words": [
        ("chien", "dog", "Nr: 1\nExample: Le chien dort.\nSound: [sound:media/dog.mp3]", ("v",)),
        ("dog", "chien", "Nr: 1\nExample: Le chien dort.\nSound: [sound:media/dog.mp3]", ("v",)),
        ("chat", "cat", "", ()),
        ("cat", "chat", "", ()),
    ],
}


@pytest.mark.parametrize("name", FORMATS)
def test_all_that_is_in_it(run: Run, owner: Owner, decks: Decks, tmp_path: Path, name: str) -> None:
    ended = run("import", owner.export(name))

    assert ended.status == 0, ended.err
    assert ended.err == (
        f"{tmp_path / name}: warning: cards whose underlined, coloured or partly bold words are plain here: 1 "
        "(the lock keeps it, and an export writes it back where the text is not changed)\n"
    )
    shown = {
        title: [(card.prompt, card.answer, card.explanation, card.tags) for card in deck.cards]
        for title, deck in decks().items()
    }
    assert shown == CARDS
    assert (tmp_path / "decks/media/map é.png").read_bytes() == b"\x89PNG of a map"
    assert (tmp_path / "decks/media/dog.mp3").read_bytes() == b"a bark"
    assert "{{Paris::city}}" in (tmp_path / "decks/geo-clozes.yaml").read_text()


@pytest.mark.parametrize("name", FORMATS)
def test_the_lock_keeps_the_note_as_it_was(run: Run, owner: Owner, tmp_path: Path, name: str) -> None:
    run("import", owner.export(name))

    lock = read_lock(tmp_path / "decks/words.yaml")
    (note,) = (note for note in lock.theirs.values() if len(note.fields) == 5)
    mine = owner.col.get_note(owner.col.find_notes("chien")[0])
    assert list(note.fields) == mine.fields
    assert (note.notetype, note.mod, note.tags) == (str(mine.mid), mine.mod, ("v",))
    kept, theirs = lock.notetypes[note.notetype], owner.col.models.get(mine.mid)
    assert [each["name"] for each in kept["flds"]] == [each["name"] for each in theirs["flds"]]
    assert [(each["qfmt"], each["afmt"]) for each in kept["tmpls"]] == [
        (each["qfmt"], each["afmt"]) for each in theirs["tmpls"]
    ]
    assert (kept["css"], kept["type"], kept["mod"]) == (theirs["css"], theirs["type"], theirs["mod"])


def test_the_same_package_makes_the_same_bytes(run: Run, owner: Owner, tmp_path: Path) -> None:
    package = owner.export()
    for folder in ("one", "other"):
        run("import", package, "-o", folder)
    for path in (tmp_path / "one").rglob("*"):
        assert (
            path.is_dir() or path.read_bytes() == (tmp_path / "other" / path.relative_to(tmp_path / "one")).read_bytes()
        )


def test_new_cards_come_in_the_order_in_which_they_are_learnt(owner: Owner) -> None:
    for number in range(5):
        owner.add("Basic", "Long", f"question {number}", "answer")
    cards = owner.col.find_cards("deck:Long")
    owner.col.sched.reposition_new_cards(list(reversed(cards)), 100, 1, randomize=False, shift_existing=False)

    (shelf,) = (shelf for shelf in read(owner.export()).shelves if shelf.title == "Long")
    assert [item.card.question for item in shelf.items] == [f"question {number}" for number in range(4, -1, -1)]


def test_what_has_no_answer_is_told(run: Run, owner: Owner) -> None:
    owner.add("Basic", "Geo", "no answer", "")
    owner.add("Basic", "Geo", "", "no question")
    occlusion = owner.col.models.by_name("Image Occlusion")
    note = owner.col.new_note(occlusion)
    note.fields[0] = "{{c1::image-occlusion:rect:left=.1:top=.1:width=.2:height=.2}}"
    note.fields[1] = '<img src="map é.png">'
    owner.col.add_note(note, 1)

    said = run("import", owner.export()).err
    assert "cards that ask nothing, or to which nothing is the answer, left out: 2" in said
    assert "notes that hide parts of a picture (image occlusion), left out: 1" in said


@pytest.mark.parametrize("name", FORMATS)
def test_what_has_no_place_here_is_told(run: Run, owner: Owner, name: str) -> None:
    deck = owner.col.decks.by_name("Words")
    deck["desc"] = "About words."
    owner.col.decks.save(deck)
    owner.medium("nobody.png", b"names it")
    owner.add("Basic", "Geo", '<img src="gone.png">', "x")
    said = run("import", owner.export(name)).err
    assert "descriptions of decks, left out: 1" in said
    assert ("no card names, left out: 1" in said) == name.endswith("colpkg")
    assert "names and does not bring: 1" in said


def test_a_dry_run_writes_nothing(run: Run, owner: Owner, tmp_path: Path) -> None:
    ended = run("import", owner.export(), "--dry-run")
    assert "decks/words.yaml: +4 new" in ended.out
    assert not (tmp_path / "decks").exists()


def test_cards_of_a_filtered_deck_come_home(owner: Owner) -> None:
    number = owner.col.decks.new_filtered("Cramming")
    filtered = owner.col.sched.get_or_create_filtered_deck(number)
    filtered.config.search_terms[0].search = "deck:Words"
    owner.col.sched.add_or_update_filtered_deck(filtered)

    for name in FORMATS[:2]:
        assert "Cramming" not in {shelf.title for shelf in read(owner.export(name)).shelves}


def test_templates_are_looked_at_once_and_not_for_every_card(tmp_path: Path) -> None:
    def many(rows: sqlite3.Connection) -> None:
        rows.executemany(
            "insert into notes values (?, ?, 1, 5, '', 'q' || char(31) || 'a')", ((n, f"g{n}") for n in range(2, 90))
        )
        rows.executemany("insert into cards values (?, ?, 1, 0, 0, 1, 0, 0, '', 5, 0)", ((n, n) for n in range(2, 90)))

    templates._shown.cache_clear()
    (shelf,) = read(collection(tmp_path, change=many)).shelves
    assert len(shelf.items) == 89
    assert templates._shown.cache_info().misses == 1


@pytest.mark.parametrize(
    ("front", "back", "fields", "answer"),
    [
        ("{{Word}} {{hint:Example}}", "{{FrontSide}}<hr>{{Meaning}}", ("Hund", "Der bellt.", "dog"), "dog"),
        ("{{Word}} {{hint:Example}}<br>{{type:Meaning}}", "{{Word}} {{Example}}", ("Hund", "Bau", "dog"), "dog"),
        ("{{Word}}<br>{{type:Meaning}}", "{{FrontSide}}<hr>{{Example}}{{Meaning}}", ("Hund", "Bau", "dog"), "dog"),
        ("{{Word}}", "{{FrontSide}}{{hint:Example}}<hr>{{Meaning}}", ("Hund", "Bau", "dog"), "dog"),
        ("{{Word}} {{hint:Example}}", "{{FrontSide}}", ("Hund", "Der bellt.", ""), "Der bellt."),
    ],
)
def test_a_hint_is_no_answer_where_there_is_one(
    owner: Owner, front: str, back: str, fields: tuple[str, ...], answer: str
) -> None:
    owner.notetype("Hinting", "Word Example Meaning", (front, back))
    owner.add("Hinting", "Hints", *fields)
    (card,) = (item.card for shelf in read(owner.export()).shelves if shelf.title == "Hints" for item in shelf.items)
    assert (card.question, card.answer) == ("Hund", answer)
    asked = "{{hint:Example}}" in front and answer == "dog"
    assert card.hint == fields[1] * asked
    assert card.explanation == f"Example: {fields[1]}" * (answer == "dog" and not asked)
