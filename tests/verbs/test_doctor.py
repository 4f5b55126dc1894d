"""`quiz doctor` in real files: whatever was done to their bytes or rows, it says so, and saves what can be saved."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from quiz.errors import QuizError
from quiz.study.history import History
from quiz.study.history.exams import Exams
from quiz.study.history.schema import VERSION
from quiz.study.history.torn import damage
from quiz.study.model import Grade, Memory, Review
from quiz.study.scheduling.schedule import Schedule
from tests.conftest import Run

STEP = Schedule().after
BEGUN = datetime(2020, 1, 5, 9, tzinfo=UTC)
ANSWERS = 240


COPIED = (
    "insert into memory select 'd', 'c2', first, last, due, stability, difficulty, state, step, begun, answers, lapses "
    "from memory where card = 'c3'"
)
DOUBLED = (
    "insert into reviews select 900, deck, card, at, way, answer, right, grade, duration, mode, day, clock "
    "from reviews where id = 3"
)


def harm(path: Path, *statements: str) -> None:
    """Change a history behind its back, whatever its triggers say."""
    with closing(sqlite3.connect(path)) as database:
        for (trigger,) in database.execute("select name from sqlite_master where type = 'trigger'").fetchall():
            kept = database.execute("select sql from sqlite_master where name = ?", (trigger,)).fetchone()[0]
            database.execute(f"drop trigger {trigger}")
            statements = (*statements, kept)
        database.execute("pragma ignore_check_constraints = on")
        for statement in statements:
            database.execute(statement)
        database.commit()


def followed(path: Path) -> object:
    """Return what follows from a history, with what the schedule holds to the last digit."""
    with closing(History(path)) as history:
        return history.memories(["d"]), history.marks(["d"]), list(history.reviews())


def test_a_sound_history(run: Run, path: Path) -> None:
    before = path.read_bytes()

    ended = run("doctor", "--history", path, "--mend")

    assert (ended.status, ended.out, ended.err) == (0, "", f"{path}: sound, 240 answers, 1 of them taken back\n")
    assert path.read_bytes() == before
    assert [file.name for file in path.parent.iterdir()] == ["h.db"]


def test_no_history_is_none_to_worry_about_unless_it_was_named(run: Run, tmp_path: Path) -> None:
    (tmp_path / "d.yaml").write_text(DECK)
    for verb in ("doctor", "stats"):
        named = run(verb, "--history", tmp_path / "none.db", *(["d.yaml"] if verb == "stats" else []))
        assert (named.status, named.out) == (1, "")
        assert named.err.endswith("none.db: there is no history here (check the spelling of --history)\n")

    ended = run("doctor")

    assert (ended.status, ended.out) == (0, "")
    assert list(tmp_path.glob("*.db")) == []


@pytest.mark.parametrize("content", [b"title: Rivers\ncards: []\n", b"\x89PNG\r\n\x1a\n" + bytes(9000), b"x" * 5000])
@pytest.mark.parametrize("verb", ["doctor", "play", "stats"])
def test_what_never_was_a_database_is_not_mended_away(run: Run, tmp_path: Path, content: bytes, verb: str) -> None:
    path = tmp_path / "deck.yaml"
    path.write_bytes(content)
    (tmp_path / "d.yaml").write_text(DECK)

    ended = run(verb, "--history", path, "--mend" if verb == "doctor" else "d.yaml")

    assert (ended.status, ended.out) == (1, "")
    assert ended.err.endswith("this file is not a history of quiz, nor any database (name another by --history)\n")
    assert path.read_bytes() == content
    assert not list(tmp_path.glob("*torn*"))


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        ("update memory set stability = 99 where card = 'c3'", "what the schedule holds of 1 card "),
        ("update memory set last = last + 1", "what the schedule holds of 29 cards "),
        ("update memory set due = last - 1 where card = 'c4'", "what the schedule holds of 1 card "),
        ("update memory set answers = 900, lapses = 901 where card = 'c4'", "what the schedule holds of 1 card "),
        ("delete from memory where card = 'c5'", "what the schedule holds of 1 card "),
        ("update memory set card = 'never' where card = 'c5'", "what the schedule holds of 2 cards "),
        (COPIED, "what the schedule holds of 1 card "),
        ("update marks set suspended = 1", "the marks of 1 card do not"),
        ("delete from marks", "the marks of 1 card do not"),
        ("insert into marks values ('d', 'c9', 1, 0, 0, null)", "the marks of 1 card do not"),
        (DOUBLED, "1 answer standing there twice"),
        ("update reviews set at = 4102444800000 where id = 3", "1 answer of a time to come"),
        ("insert into weights (at, clock, reviews, parameters) values (1, 1, 1, '[1, 2]')", "the schedule cannot use"),
    ],
    ids=lambda value: value[:40],
)  # fmt: skip
def test_rows_that_cannot_be(run: Run, path: Path, statement: str, said: str) -> None:
    before = followed(path)
    harm(path, statement)

    found = run("doctor", "--history", path)
    mended = run("doctor", "--history", path, "--mend")

    assert (found.status, found.err) == (1, found.err)
    assert f"{path}: {said}" in found.out
    assert f"`quiz doctor --mend --history {path}`" in found.err
    assert mended.status == 0
    assert "the file as it was" in mended.out
    assert run("doctor", "--history", path).out == ""
    if "update reviews" not in statement:
        assert followed(path) == before


PAPER = "update exams set paper = json_set(paper, '$.items[0].question.prompt', 5) where id = 2"
EXAMS = (
    ("update exam_events set exam = 77 where id = 20", "row 20 of exam_events is about what is not there", 2),
    ("update exam_events set what = 'peep' where id = 20", "CHECK constraint failed in exam_events", 2),
    ("update exam_events set place = 6 where id = 20", "row 20 of exam_events makes no sense", 2),
    ("update exam_events set at = -5 where id = 20", "a row of exam_events tells no possible time", 2),
    (PAPER, "row 2 of exams makes no sense", 1),
    ("update exams set paper = '{}' where id = 2", "row 2 of exams makes no sense", 1),
    ("delete from exam_events where what = 'begin' and exam = 2", "row 2 of exams makes no sense", 1),
    ("delete from exam_events where what = 'hand_in'", "row 14 of exam_events makes no sense", 2),
)


@pytest.mark.parametrize(("statement", "said", "left"), EXAMS, ids=lambda value: str(value)[:40])
def test_exams_that_cannot_be(run: Run, path: Path, statement: str, said: str, left: int) -> None:
    before = followed(path)
    harm(path, statement)

    found = run("doctor", "--history", path)
    mended = run("doctor", "--history", path, "--mend")

    assert found.status == 1
    assert f"{path}: {said}\n" in found.out
    assert mended.status == 0
    assert f"saved 240 answers and {left} exam{'s' * (left > 1)}; " in mended.out
    assert run("doctor", "--history", path).out == ""
    assert followed(path) == before
    with closing(History(path)) as history:
        kept = Exams(history.database).unfinished()
        assert (kept is None) == (left == 1)


def test_an_exam_nobody_can_have_written_is_told_in_one_line(path: Path) -> None:
    harm(path, PAPER)

    with closing(History(path)) as history, pytest.raises(QuizError) as error:
        Exams(history.database).unfinished()

    mends = f"(`quiz doctor --mend --history {path}` saves"
    assert str(error.value).startswith(f"{path}: cannot use the history: malformed exam {mends}")


def test_an_exam_that_was_never_begun_is_not_offered(path: Path) -> None:
    harm(path, "delete from exam_events where what = 'begin' and exam = 2")

    with closing(History(path)) as history:
        assert Exams(history.database).unfinished() is None


def test_when_a_card_is_due_hangs_on_the_configuration_of_its_day(path: Path, run: Run) -> None:
    with closing(History(path)) as history:
        key, memory = ("d", "c7"), history.memory(("d", "c7"))
        assert isinstance(memory, Memory)
        at = memory.last + timedelta(days=1)
        harder = Schedule(replace(Schedule().study, retention=0.8, learning_steps=()))
        history.record(Review(*key, at, "typed", "x", right=True, grade=Grade.GOOD, duration=1), harder.after)

    assert run("doctor", "--history", path).status == 0


def test_another_programs_file_is_left_alone(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "h.db"
    with closing(sqlite3.connect(path)) as database:
        database.execute("create table notes (id)")
    before = path.read_bytes()

    ended = run("doctor", "--history", path, "--mend")

    assert (ended.status, path.read_bytes()) == (1, before)
    assert ended.err == f"{path}: this database is not a history of quiz (name another file by --history)\n"


def test_a_newer_file_is_left_alone(run: Run, path: Path) -> None:
    harm(path, f"pragma user_version = {VERSION + 1}", "create table later (id)", "drop table marks")

    ended = run("doctor", "--history", path, "--mend")

    assert ended.status == 1
    assert ended.err == f"{path}: a history of format {VERSION + 1} is newer than this quiz (update quiz)\n"


def test_it_asks_before_it_mends(run: Run, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    harm(path, "delete from marks")
    answers = iter([False, True])
    monkeypatch.setattr("quiz.verbs.doctor.interactive", lambda _: True)
    monkeypatch.setattr("click.confirm", lambda question, **_: "keep the file as it was" in question and next(answers))

    assert run("doctor", "--history", path).status == 1
    assert run("doctor", "--history", path).status == 0
    assert next(answers, None) is None


DECK = "id: d\ntitle: D\ncards:\n  - {id: c1, question: One?, answer: '1'}\n  - {question: Two?, answer: '2'}\n"


def test_cards_and_history_that_do_not_meet(run: Run, path: Path, tmp_path: Path) -> None:
    (tmp_path / "decks").mkdir()
    (tmp_path / "decks" / "d.yaml").write_text(DECK)
    with closing(History(path)) as history:
        history.record(Review("lakes", "c1", BEGUN, "typed", "x", right=True, grade=Grade.GOOD, duration=1), STEP)

    ended = run("doctor", "--history", path, "decks")

    assert ended.status == 0
    kept = "(their history is kept, and is theirs again when they come back)"
    assert ended.out.splitlines() == [
        "decks/d.yaml: warning: 1 card without an id of its own (they get one when first studied)",
        f"decks/d.yaml: warning: answered, and no longer here: 29 cards {kept}",
        f"{path}: warning: answered, and in none of these decks: 1 card of the deck lakes {kept}",
    ]
    assert not (tmp_path / "decks" / "d.lock").exists()
    run("export", "decks", "-o", "d.apkg")
    assert "d.lock has it" in run("doctor", "--history", path, "decks").out


def test_a_deck_that_cannot_be_read_may_be_the_one_that_seems_gone(run: Run, path: Path, tmp_path: Path) -> None:
    (tmp_path / "decks").mkdir()
    (tmp_path / "decks" / "d.yaml").write_text(DECK.replace("title: D", "title: [D"))

    ended = run("doctor", "--history", path, "decks")

    assert ended.status == 1
    assert ended.out.startswith("decks/d.yaml:")
    assert "in none of these decks" not in ended.out


def test_damage_is_told_from_a_file_in_use(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("quiz.study.history.torn.PATIENCE", 0.1)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("pragma journal_mode = delete")
        other.execute("begin exclusive")
        with pytest.raises(QuizError, match="another program is using it"):
            damage(path)


def test_what_the_doctor_says_is_on_one_line(run: Run, path: Path) -> None:
    harm(path, "update reviews set way = 'a\nb' where id = 5")

    ended = run("doctor", "--history", path)

    assert ended.status == 1
    assert all(line.startswith(f"{path}: ") for line in ended.out.splitlines())
    assert json.dumps(ended.out)


def test_on_a_terminal_it_tells_how_far_it_has_come(run: Run, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("quiz.verbs.terminal.interactive", lambda _: True)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "500")

    ended = run("doctor", "--history", path)

    shown = [line.removesuffix("\x1b[K") for line in ended.err.split("\r")]
    assert shown[1:3] == [f"[{'-' * 20}] 0/100 reading every byte", ""]
    cards = [line for line in shown if line.endswith("/100 reckoning what follows from the answers")]
    assert len(cards) == 29
    assert cards == sorted(cards, key=lambda line: int(line[23:].partition("/")[0]))
    assert cards[-1].startswith(f"[{'#' * 19}-] 96/100")
    assert ended.err.endswith(f"\r\x1b[K{path}: sound, 240 answers, 1 of them taken back\n")
