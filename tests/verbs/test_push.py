"""`quiz export --to-anki`: what a running Anki takes, and what is said where it cannot."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from anki.collection import ExportAnkiPackageOptions

from tests.conftest import Run
from tests.export.ankiconnect import Connect
from tests.export.collection import Anki
from tests.verbs.pushing import DECK, packages


def test_cards_come_into_anki_and_edits_update_them(push: Run, running: Connect, anki: Anki, tmp_path: Path) -> None:
    first = push()
    assert (first.status, first.out) == (0, "Anki: Rivers: 2 notes, 2 of them new\n")
    assert running.asked[:2] == ["requestPermission", "version"]
    assert running.asked[-3:] == ["importPackage", "findNotes", "notesInfo"]
    assert packages(tmp_path) == []

    mine = anki.note("rivers/r2")
    mine["Answer"] = "my own words"
    anki.collection.update_note(mine)
    (tmp_path / "rivers.yaml").write_text(DECK.replace("Tigris", "the Tigris"))
    again = push()

    assert (again.status, again.out) == (0, "Anki: Rivers: 2 notes, 0 of them new\n")
    assert again.err == "since the last export: 0 new, 1 edited, 1 as they were\n"
    assert anki.note("rivers/r1")["Answer"] == "the Tigris"
    assert anki.note("rivers/r2")["Answer"] == "my own words"
    assert anki.unsound() == []


def test_what_the_import_does_to_presets_is_told_once_and_before(push: Run, running: Connect) -> None:
    running.blind = True
    first, again = push().err.splitlines(), push().err
    assert "Merge note types" in first[0]
    assert "To keep your ticks, write a file (-o deck.apkg)" in first[1]
    assert "Anki could not import it" in first[2]
    assert "ticks" not in again


def test_what_its_owner_set_in_anki_stays(push: Run, anki: Anki, tmp_path: Path) -> None:
    push()
    col = anki.collection
    model = col.models.by_name("Quiz Question")
    model["css"] = "body { color: pink }"
    col.models.update_dict(model)
    preset = col.decks.add_config("Slow")
    deck = col.decks.by_name("Rivers")
    deck["conf"], deck["desc"] = preset["id"], "my words"
    col.decks.save(deck)
    (card,) = anki.note("rivers/r2").cards()
    col.set_deck([card.id], col.decks.id("Elsewhere"))
    col.sched.suspend_cards([card.id])

    (tmp_path / "rivers.yaml").write_text(DECK.replace("Black Sea", "the Black Sea"))
    push()

    assert col.models.by_name("Quiz Question")["css"] == "body { color: pink }"
    assert (col.decks.by_name("Rivers")["conf"], col.decks.by_name("Rivers")["desc"]) == (preset["id"], "my words")
    assert len(col.decks.all_config()) == 2
    (card,) = anki.note("rivers/r2").cards()
    assert (col.decks.name(card.did), card.queue) == ("Elsewhere", -1)
    assert anki.note("rivers/r2")["Answer"] == "the Black Sea"


def test_own_words_in_fields_of_ones_own_stay_when_the_card_is_edited(
    push: Run, anki: Anki, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    push()
    for card, field in (("r1", "Extra"), ("r2", "Reverse")):
        note = anki.note(f"rivers/{card}")
        note[field] = "mine: <b>a</b>"
        anki.collection.update_note(note)
    (tmp_path / "rivers.yaml").write_text(DECK.replace("Black Sea", "the Black Sea"))

    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(time.time()) + 60))  # later than the edits in Anki
    ended = push()

    assert ended.out == "Anki: kept your own words in 1 note\nAnki: Rivers: 2 notes, 0 of them new\n"
    assert anki.note("rivers/r1")["Extra"] == "mine: <b>a</b>"
    assert (anki.note("rivers/r2")["Answer"], anki.note("rivers/r2")["Reverse"]) == ("the Black Sea", "mine: <b>a</b>")


def test_what_the_lock_knows_of_own_words_is_older_than_what_stands_there(
    run: Run, push: Run, anki: Anki, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    push()
    note = anki.note("rivers/r1")
    note["Extra"], note["Typed"] = "first", "x"
    anki.collection.update_note(note)
    options = ExportAnkiPackageOptions(with_scheduling=True)
    anki.collection.export_anki_package(out_path=str(tmp_path / "there.apkg"), options=options, limit=None)
    assert run("import", "there.apkg", "-o", ".").status == 0
    note["Extra"] = "second"
    anki.collection.update_note(note)
    (tmp_path / "rivers.yaml").write_text(DECK.replace("Tigris", "the Tigris"))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(time.time()) + 60))
    assert "kept your own words in 1 note" in push().out
    note.load()
    assert (note["Extra"], note["Typed"], note["Answer"]) == ("second", "x", "the Tigris")


def test_a_file_that_is_named_stays(push: Run, tmp_path: Path) -> None:
    ended = push("-o", "kept.apkg", "--deck", "All")
    assert ended.out.startswith("kept.apkg: 2 notes, 2 cards\nAnki: Rivers: 2 notes")
    assert packages(tmp_path) == ["kept.apkg"]


def test_a_key_is_handed_over(push: Run, running: Connect, monkeypatch: pytest.MonkeyPatch) -> None:
    running.key = "s3cret"
    assert "wants a key" in push().err
    assert "wants another key" in push("--anki-key", "wrong").err
    assert push("--anki-key", "s3cret").status == 0
    monkeypatch.setenv("QUIZ_ANKI_KEY", "s3cret")
    ended = push()
    assert ended.status == 0
    assert "s3cret" not in ended.out + ended.err


@pytest.mark.parametrize("action", ["findNotes", "notesInfo"])
def test_what_anki_refuses_before_the_import_leaves_nothing(
    push: Run, running: Connect, anki: Anki, tmp_path: Path, action: str
) -> None:
    push()
    own_words(anki)
    running.broken[action] = 0
    ended = push()
    assert (ended.status, ended.out) == (1, "")
    *_, line = ended.err.splitlines()
    assert line.startswith(f"Anki at {running.url}: says: collection is not available; the decks were not exported")
    assert packages(tmp_path) == []


def test_what_anki_refuses_after_the_import_is_told(push: Run, running: Connect, tmp_path: Path) -> None:
    running.broken["findNotes"] = 2
    ended = push()
    assert ended.status == 1
    assert "it has imported the decks, which could not be confirmed" in ended.err
    assert packages(tmp_path) == []


@pytest.mark.parametrize(("action", "answered"), [("notesInfo", 1), ("updateNoteFields", 0)])
def test_own_words_that_cannot_be_put_back_are_told(
    push: Run, running: Connect, anki: Anki, tmp_path: Path, action: str, answered: int
) -> None:
    push()
    note = own_words(anki)
    (tmp_path / "rivers.yaml").write_text(DECK.replace("Black Sea", "the Black Sea"))
    running.broken[action] = answered
    ended = push()
    assert ended.status == 1
    assert "says: collection is not available; it has imported the decks, and your own words" in ended.err
    assert f"nid:{note}: Extra: 'mine: <b>a</b>'" in ended.err
    assert "fault of quiz" not in ended.err
    assert packages(tmp_path) == []


def own_words(anki: Anki) -> int:
    """What the owner wrote into a field of a note's own, a while ago; its id."""
    note = anki.note("rivers/r2")
    note["Extra"] = "mine: <b>a</b>"
    anki.collection.update_note(note)
    # Anki keeps a note that it changed within the second of an export.
    anki.collection.db.execute("update notes set mod = mod - 9 where id = ?", note.id)
    return int(note.id)


def test_a_package_anki_cannot_see_is_kept(push: Run, running: Connect, tmp_path: Path) -> None:
    running.blind = True
    ended = push()
    (kept,) = packages(tmp_path)
    assert ended.status == 1
    assert kept in ended.err
    assert "No such file" in ended.err
    assert "open it in Anki (File, Import)" in ended.err


def test_an_import_that_did_nothing_is_found_out(push: Run, running: Connect) -> None:
    running.deaf = True
    ended = push()
    assert ended.status == 1
    assert "rivers.yaml: Anki has no note for 2 of its 2 cards, such as r1" in ended.err


def imported(run: Run, anki: Anki, tmp_path: Path) -> Path:
    """A deck imported from notes of this Anki's owner, with a card of ours behind them."""
    col = anki.collection
    for number in range(2):
        note = col.new_note(col.models.by_name("Basic (and reversed card)"))
        note.fields = [f"front {number}", f"back {number}"]
        col.add_note(note, col.decks.id("Own"))
    options = ExportAnkiPackageOptions(with_scheduling=True, with_media=True, legacy=False)
    col.export_anki_package(out_path=str(tmp_path / "own.apkg"), options=options, limit=None)
    assert run("import", "own.apkg").status == 0
    deck = tmp_path / "decks" / "own.yaml"
    deck.write_text(f"{deck.read_text()}\n  - question: Where is Ulm?\n    answer: On the Danube\n")
    return deck


def test_cards_on_notes_of_their_owner_are_not_missed(run: Run, running: Connect, anki: Anki, tmp_path: Path) -> None:
    deck = imported(run, anki, tmp_path)
    deck.write_text(deck.read_text().replace("answer: back 0", "answer: the back"))

    ended = run("export", deck, "--to-anki", "--anki-url", running.url)

    assert (ended.status, ended.out) == (0, "Anki: Own: 1 note, 1 of them new; 4 cards on notes of your own\n")
    assert anki.collection.find_notes('"Back:the back"')
    assert anki.collection.note_count() == 3
    assert anki.unsound() == []


def test_a_card_of_ours_beside_them_is_missed(run: Run, running: Connect, anki: Anki, tmp_path: Path) -> None:
    deck = imported(run, anki, tmp_path)
    running.deaf = True

    ended = run("export", deck, "--to-anki", "--anki-url", running.url)

    assert ended.status == 1
    assert "Anki has no note for 1 of its 5 cards" in ended.err
