"""What was learnt here, taken to Anki: its scheduler goes on where ours stopped, and reckons the same memory."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from anki.collection import Collection, ExportAnkiPackageOptions, ImportAnkiPackageOptions, ImportAnkiPackageRequest

from quiz.deck.lock import read_lock, write_lock
from quiz.export.anki.scheduling import CREATED_DAY
from quiz.study.history import History
from quiz.study.model import Grade, Memory, Review
from quiz.study.scheduling.days import day_of
from quiz.study.scheduling.schedule import Schedule
from quiz.verbs import learnt as verb
from tests.conftest import Run

STEP = Schedule().after
A, H, G, E = Grade
DAYS = {
    "good": ((-40, G), (-40, G), (-37, G), (-30, G)),
    "easy": ((-20, E), (-12, E)),
    "lapsed": ((-60, G), (-60, G), (-55, G), (-40, A), (-40, G), (-38, H)),
    "today": ((-30, G), (-30, G), (-27, A), (-27, G)),
    "learning": ((0, G),),
    "failing": ((-15, G), (-15, G), (0, A)),
    "resting": ((-9, G), (-9, G), (-5, G)),
}
"""The answers to each card: how many days ago, and the grade; those of one day are ten minutes apart."""

DECK = "title: Rivers\nid: rivers\ncards:\n" + "".join(
    f"  - {{id: {name}, question: Is {name}?, answer: Yes}}\n" for name in (*DAYS, "unseen")
)


@pytest.fixture
def now() -> datetime:
    """This minute: Anki has no other clock."""
    return datetime.now(UTC).replace(microsecond=123_000)


@pytest.fixture
def history(tmp_path: Path, now: datetime) -> Path:
    """A history of these answers, the last card being suspended and flagged, with some that do not count."""
    path = tmp_path / "h.db"
    with closing(History(path)) as opened:
        for name, answers in DAYS.items():
            for at, (day, grade) in enumerate(answers):
                when = now + timedelta(days=day, minutes=10 * at - 60)
                opened.record(review(name, when, grade), STEP)
        opened.record(review("good", now, A, mode="cram"), STEP)
        number = opened.record(review("easy", now, A), STEP)
        opened.undo_review(number, now, 1, STEP)
        for mark in ("suspend", "flag"):
            opened.mark(("rivers", "resting"), mark, now, 1, STEP)
    (tmp_path / "rivers.yaml").write_text(DECK)
    return path


def review(card: str, at: datetime, grade: Grade, mode: Any = "study") -> Review:
    return Review("rivers", card, at, "typed", "x", grade > 1, grade, 4200, mode, day_of(at))


@pytest.fixture
def collection(tmp_path: Path) -> Iterator[Any]:
    """An empty collection with FSRS on."""
    opened: Any = Collection(str(tmp_path / "c.anki2"))
    opened.set_config("fsrs", val=True)
    yield opened
    opened.close()


def take(collection: Any, package: Path, *, scheduling: bool = True) -> Any:
    options = ImportAnkiPackageOptions(with_scheduling=scheduling)
    return collection.import_anki_package(ImportAnkiPackageRequest(package_path=str(package), options=options)).log


def cards(collection: Any) -> dict[str, Any]:
    found = {}
    for note in map(collection.get_note, collection.find_notes("")):
        (found[note["ID"].removeprefix("rivers/")],) = note.cards()
    return found


def memories(history: Path) -> dict[str, Memory]:
    with closing(History(history)) as opened:
        return {card: memory for (_, card), memory in opened.memories(["rivers"]).items()}


def test_anki_reckons_the_same_memory_from_our_answers(
    run: Run, history: Path, tmp_path: Path, collection: Any
) -> None:
    ended = run("export", "rivers.yaml", "-o", "x.apkg", "--history", "--history-file", history)
    assert (ended.status, ended.out) == (0, "x.apkg: 8 notes, 8 cards\n")
    assert "7 cards come with what was learnt" in ended.err
    assert "Import any learning progress" in ended.err
    assert len(take(collection, tmp_path / "x.apkg").new) == 8

    found, known = cards(collection), memories(history)
    for name, memory in known.items():
        reckoned = collection.compute_memory_state(found[name].id)
        kept = found[name].memory_state
        assert (round(reckoned.stability, 3), round(reckoned.difficulty, 3)) == pytest.approx(
            (memory.stability, memory.difficulty), abs=0.0006
        ), name
        assert (kept.stability, kept.difficulty) == pytest.approx((memory.stability, memory.difficulty), abs=0.001)
    assert found["unseen"].memory_state is None


@pytest.mark.parametrize("first", ["package", "lines"])
def test_an_answer_that_went_through_anki_too_is_one(
    run: Run, history: Path, tmp_path: Path, collection: Any, first: str
) -> None:
    for name in ("x.apkg", "x.jsonl"):
        run("export", "rivers.yaml", "-o", name, "--history", "--history-file", history)
    take(collection, tmp_path / "x.apkg")
    options = ExportAnkiPackageOptions(with_scheduling=True, with_media=True)
    collection.export_anki_package(out_path=str(tmp_path / "back.apkg"), options=options, limit=None)
    files = [("back.apkg", "-o", "."), ("x.jsonl",)]
    for arguments in files if first == "package" else reversed(files):
        assert run("import", *arguments, "--history", "there.db").status == 0
    with closing(History(tmp_path / "there.db")) as there, closing(History(history)) as here:
        assert len([*there.reviews()]) == len([*here.reviews()])
    again = [run("import", *arguments, "--history", "there.db").out for arguments in files]
    assert ["added 0 answers" in told for told in again] == [True, True]


def test_the_queue_that_anki_builds_is_ours(
    run: Run, history: Path, tmp_path: Path, collection: Any, now: datetime
) -> None:
    run("export", "rivers.yaml", "-o", "x.apkg", "--history", "--history-file", history)
    take(collection, tmp_path / "x.apkg")
    found, known = cards(collection), memories(history)

    today = collection.sched.today
    for name in ("good", "easy", "lapsed", "today"):
        card, due = found[name], known[name].due
        assert (card.type, card.queue, card.odue, card.odid) == (2, 2, 0, 0)
        assert card.due - today == day_of(due.astimezone()) - day_of(now.astimezone()), name
        assert card.reps == known[name].answers
        assert card.lapses == known[name].lapses
        assert card.ivl >= 1
    assert (found["learning"].type, found["learning"].queue) == (1, 1)
    assert found["learning"].due == int(known["learning"].due.timestamp())
    assert (found["failing"].type, found["failing"].queue, found["failing"].lapses) == (3, 1, 1)
    assert (found["resting"].queue, found["resting"].flags) == (-1, 1)
    assert (found["unseen"].type, found["unseen"].due) == (0, 8)

    collection.decks.select(collection.decks.id("Rivers"))
    queued = {each.card.id for each in collection.sched.get_queued_cards(fetch_limit=99).cards}
    waiting = {name for name, memory in known.items() if name != "resting" and memory.due < now + timedelta(minutes=20)}
    assert queued == {found[name].id for name in (*waiting, "unseen")}
    assert collection.db.scalar("select count() from notes where id not in (select nid from cards)") == 0
    message, fine = collection.fix_integrity()
    assert fine, message


def test_every_answer_that_counts_has_a_row(run: Run, history: Path, tmp_path: Path, collection: Any) -> None:
    run("export", "rivers.yaml", "-o", "x.apkg", "--history", "--history-file", history)
    take(collection, tmp_path / "x.apkg")
    found = cards(collection)
    for name, answers in DAYS.items():
        rows = collection.db.all(
            "select ease, ivl, lastIvl, time, type from revlog where cid = ? order by id", found[name].id
        )
        assert [row[0] for row in rows] == [int(grade) for _, grade in answers], name
        assert [row[2] for row in rows] == [0, *(row[1] for row in rows[:-1])]
        assert {row[3] for row in rows} == {4200}
        assert rows[0][4] == 0
    kinds = [
        row[4]
        for row in collection.db.all(
            "select id, cid, ease, ivl, type from revlog where cid = ? order by id", found["lapsed"].id
        )
    ]
    assert kinds == [0, 0, 1, 1, 2, 1]


def test_what_was_learnt_comes_with_the_tick_and_the_first_time(
    run: Run, history: Path, tmp_path: Path, collection: Any
) -> None:
    run("export", "rivers.yaml", "-o", "x.apkg", "--history", "--history-file", history)
    ticked: Any = Collection(str(tmp_path / "ticked.anki2"))
    take(ticked, tmp_path / "x.apkg")
    came = {name for name, card in cards(ticked).items() if card.type}
    answers = ticked.db.scalar("select count() from revlog")
    ticked.close()
    assert (came, answers) == ({*DAYS}, sum(map(len, DAYS.values())))

    take(collection, tmp_path / "x.apkg", scheduling=False)
    assert {card.type for card in cards(collection).values()} == {0}
    assert collection.db.scalar("select count() from revlog") == 0
    assert len(take(collection, tmp_path / "x.apkg").duplicate) == 8
    assert {card.type for card in cards(collection).values()} == {0}


def test_the_package_says_which_scheduler_it_is_of(run: Run, history: Path, tmp_path: Path) -> None:
    run("export", "rivers.yaml", "-o", "x.apkg", "--history", "--history-file", history)
    first = (tmp_path / "x.apkg").read_bytes()
    run("export", "rivers.yaml", "-o", "x.apkg", "--history", "--history-file", history)
    assert (tmp_path / "x.apkg").read_bytes() == first
    with ZipFile(tmp_path / "x.apkg") as package:
        package.extract("collection.anki2", tmp_path)
    import sqlite3

    connection = sqlite3.connect(tmp_path / "collection.anki2")
    created, conf = connection.execute("select crt, conf from col").fetchone()
    ids = [row[0] for row in connection.execute("select id from revlog")]
    connection.close()
    assert created == datetime(2000, 1, 1, 4, tzinfo=UTC).timestamp()
    assert datetime(1970, 1, 1, tzinfo=UTC) + timedelta(days=CREATED_DAY) == datetime(2000, 1, 1, tzinfo=UTC)
    assert (json.loads(conf)["schedVer"], json.loads(conf)["creationOffset"]) == (2, 0)
    assert len(ids) == len(set(ids)) == sum(map(len, DAYS.values()))


def test_a_history_is_no_deck(run: Run, history: Path) -> None:
    ended = run("export", "--history", history, "rivers.yaml", "-o", "x.apkg")
    assert (ended.status, ended.out) == (1, "")
    assert ended.err.endswith(
        f"is a history, not a deck (for a history other than your own: --history --history-file {history})\n"
    )


def test_no_answers_is_said(run: Run, history: Path, tmp_path: Path) -> None:
    (tmp_path / "other.yaml").write_text(DECK.replace("rivers", "other"))
    ended = run("export", "other.yaml", "-o", "x.apkg", "--history", "--history-file", history)
    assert (ended.status, ended.err) == (0, "--history: none of these cards was answered yet\n")
    assert verb.learnt(["other"], history) == {}


def test_marks_of_cards_that_were_never_answered_come_too(run: Run, tmp_path: Path, collection: Any) -> None:
    (tmp_path / "rivers.yaml").write_text(DECK)
    with closing(History(tmp_path / "h.db")) as opened:
        opened.mark(("rivers", "unseen"), "suspend", datetime.now(UTC), 1, STEP)
        opened.mark(("rivers", "today"), "flag", datetime.now(UTC), 1, STEP)
    ended = run("export", "rivers.yaml", "-o", "x.apkg", "--history", "--history-file", "h.db")
    assert "--history: 0 cards come with what was learnt, 2 more suspended or flagged; Anki takes that" in ended.err
    take(collection, tmp_path / "x.apkg")
    found = cards(collection)
    assert [(found[name].queue, found[name].type, found[name].flags) for name in ("unseen", "today", "good")] == [
        (-1, 0, 0), (0, 0, 1), (0, 0, 0),
    ]  # fmt: skip


def test_a_second_card_that_its_owner_made_begins_anew(
    run: Run, history: Path, tmp_path: Path, collection: Any
) -> None:
    run("export", "rivers.yaml", "-o", "x.apkg")
    lock = read_lock(tmp_path / "rivers.yaml")
    lock.notes["good"] = replace(lock.notes["good"], own=(("Reverse", "y"),))
    write_lock(tmp_path / "rivers.yaml", lock)
    run("export", "rivers.yaml", "-o", "x.apkg", "--history", "--history-file", history)
    take(collection, tmp_path / "x.apkg")
    first, second = collection.get_note(collection.find_notes("ID:rivers/good")[0]).cards()
    assert (first.type, first.reps > 0) == (2, True)
    assert (second.type, second.queue, second.reps) == (0, 0, 0)
