"""`quiz export --to-anki`: what a running Anki takes, and what is said where it cannot."""

from __future__ import annotations

import socket
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from anki.collection import ExportAnkiPackageOptions

from quiz.export.anki import connect as protocol
from quiz.export.anki.connect import addressed
from tests.conftest import Ended, Run
from tests.export.ankiconnect import Connect, serving
from tests.export.collection import Anki

DECK = """title: Rivers
id: rivers
cards:
  - {id: r1, question: Which river runs through Baghdad?, answer: Tigris}
  - {id: r2, question: Where does the Danube end?, answer: Black Sea}
"""


@pytest.fixture
def anki(tmp_path: Path) -> Iterator[Anki]:
    """An empty collection."""
    (tmp_path / "anki").mkdir()
    opened = Anki(tmp_path / "anki")
    yield opened
    opened.collection.close()


@pytest.fixture
def running(anki: Anki, tmp_path: Path) -> Iterator[Connect]:
    """An Anki that runs, and a deck for it."""
    (tmp_path / "rivers.yaml").write_text(DECK)
    with serving(Connect(anki)) as connect:
        yield connect


@pytest.fixture
def push(run: Run, running: Connect) -> Run:
    """Export the deck to it."""

    def ended(*arguments: str) -> Ended:
        return run("export", "rivers.yaml", "--to-anki", "--anki-url", running.url, *arguments)

    return ended


def packages(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.glob("*.apkg"))


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
    """What the owner wrote into a field of a note's own; its id."""
    note = anki.note("rivers/r2")
    note["Extra"] = "mine: <b>a</b>"
    anki.collection.update_note(note)
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


def test_an_import_that_takes_too_long_keeps_the_package(
    push: Run, running: Connect, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(protocol.Anki._ask, "__defaults__", (5.0,))
    monkeypatch.setattr(protocol, "LONG", 0.05)
    running.slow["importPackage"] = 0.3
    ended = push()
    assert ended.status == 1
    assert "did not answer within 0 seconds (does a dialog wait in Anki?" in ended.err
    assert packages(tmp_path)[0] in ended.err


REFUSALS: dict[str, tuple[dict[str, Any], str]] = {
    "denied": ({"permission": "denied"}, "refuses this program (allow it in the dialog"),
    "old": ({"version": 5}, "AnkiConnect that is too old"),
    "a page": ({"raw": b"<html>"}, "its answer makes no sense"),
    "a list": ({"raw": b"[]"}, "its answer makes no sense"),
    "deep": ({"raw": b"[" * 100_000}, "its answer makes no sense"),
    "no error": ({"raw": b'{"result": 6}'}, "its answer makes no sense"),
    "a fault": ({"raw": b'{"result": null, "error": "bad\\nthing"}'}, "says: bad thing"),
    "elsewhere": ({"elsewhere": "http://127.0.0.1:9/"}, "is not AnkiConnect: it answers 307"),
}


@pytest.mark.parametrize(("fault", "said"), REFUSALS.values(), ids=REFUSALS)
def test_who_does_not_let_us_in_gets_nothing(
    push: Run, running: Connect, tmp_path: Path, fault: dict[str, Any], said: str
) -> None:
    for name, value in fault.items():
        setattr(running, name, value)
    ended = push()
    assert (ended.status, ended.out) == (1, "")
    assert said in ended.err
    assert ended.err.count("\n") == 1
    assert packages(tmp_path) == []
    assert not (tmp_path / "rivers.lock").exists()


def test_an_answer_without_end_is_cut(push: Run, running: Connect, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(protocol, "LARGEST", 1000)
    running.raw = b" " * 2000
    assert "answers more than 0 MB" in push().err


def test_no_anki_is_said(run: Run, tmp_path: Path) -> None:
    (tmp_path / "rivers.yaml").write_text(DECK)
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{taken.getsockname()[1]}"
        ended = run("export", "rivers.yaml", "--to-anki", "--anki-url", url)
    assert (ended.status, ended.out) == (1, "")
    assert ended.err.startswith(f"Anki at {url}: does not answer: it is not running, or has no AnkiConnect (start Anki")
    assert not (tmp_path / "rivers.lock").exists()


@pytest.mark.parametrize(
    ("url", "fine"),
    [
        ("http://127.0.0.1:8765", True),
        ("http://127.9.9.9", True),
        ("http://[::1]:8765/", True),
        ("http://localhost:1", True),
        ("https://anki.example.org", True),
        ("http://anki.example.org:8765", False),
        ("http://10.0.0.1:8765", False),
        ("http://127.0.0.1@example.org", False),
        ("https://me:word@example.org", False),
        ("http://localhost.example.org", False),
        ("file:///etc/passwd", False),
        ("ftp://127.0.0.1", False),
        ("127.0.0.1:8765", False),
        ("http://127.0.0.1:99999", False),
        ("https://", False),
        ("http://[::1", False),
        ("http://127.0.0.1:8765/\r\nX: y", False),
    ],
)
def test_only_this_computer_or_a_safe_line(run: Run, url: str, *, fine: bool) -> None:
    if fine:
        assert addressed(url) == url
    else:
        ended = run("export", "x.yaml", "--to-anki", "--anki-url", url)
        assert (ended.status, ended.err.count("\n")) == (1, 1)
        assert "is no address of an Anki on this computer" in ended.err


def test_wrong_use_is_told(run: Run) -> None:
    for arguments, said in (
        (("x.yaml",), "Missing option '-o' / '--output'"),
        (("x.yaml", "-o", "x.apkg", "--anki-url", "http://127.0.0.1"), "--anki-url goes with --to-anki"),
        (("--to-anki",), "Missing argument 'PATH...'"),
        (("x.yaml", "--to-anki", "--format", "gift"), "--to-anki means nothing to the format gift"),
    ):
        ended = run("export", *arguments)
        assert (ended.status, ended.out) == (2, "")
        assert said in ended.err
