"""`quiz exam`: what is found out before it begins, what it prints, and a real exam that is killed and gone on with."""

from __future__ import annotations

import fcntl
import json
import os
import pty
import signal
import struct
import sys
import termios
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from quiz.deck.read import load_decks
from quiz.study.exams.attempt import Attempt
from quiz.study.exams.marking import Marked
from quiz.study.exams.paper import Rules
from quiz.study.exams.plan import Plan, planned
from quiz.study.history import History
from quiz.study.history.exams import Exams, Kept
from quiz.tui.examining import Ended
from quiz.verbs.exam import Options, plan_of
from tests.conftest import Run
from tests.tui.test_terminal import ESCAPES, read_until

ROOT = Path(__file__).parents[2]
DECK = """title: Rivers
id: rivers
tags: [water]
cards:
  - {id: a, question: Which river runs through Baghdad?, answer: Tigris, tags: [asia]}
  - {id: b, question: Which river runs through Paris?, answer: Seine, distractors: [Loire, Rhine], tags: [europe]}
  - {id: c, question: Which river runs through Vienna?, answer: Danube, distractors: [Loire, Rhine], tags: [europe]}
"""
Hold = Callable[[Plan | None, Kept | None, History], Ended]


@pytest.fixture
def offered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[tuple[Plan | None, Kept | None]]:
    """A deck, a terminal, and in place of the screens a list of what they would have offered."""
    (tmp_path / "decks").mkdir()
    (tmp_path / "decks" / "rivers.yaml").write_text(DECK)
    found: list[tuple[Plan | None, Kept | None]] = []

    def hold(plan: Plan | None, kept: Kept | None, _history: History) -> Ended:
        found.append((plan, kept))
        return Ended()

    monkeypatch.setattr("quiz.verbs.play.at_terminal", lambda: True)
    monkeypatch.setattr("quiz.tui.examining.run", hold)
    return found


def leave(folder: Path) -> Attempt:
    """Begin an exam over the deck in a folder, and leave it."""
    plan = planned(load_decks([folder / "decks"]), Rules(seed=1))
    attempt = Attempt.begin(plan.paper(), History(folder / "h.db"))
    attempt.reply("x")
    return attempt


def result(folder: Path) -> Path:
    """Hand in an exam of wrong answers over the deck in a folder, and write its result."""
    attempt = leave(folder)
    attempt.hand_in()
    file = attempt.finish(str(folder / "ada.json"))
    assert file
    return file


def test_the_options(run: Run, offered: list[tuple[Plan | None, Kept | None]], tmp_path: Path) -> None:
    ended = run(
        "exam", "decks", "-n", "2", "--tag", "europe", "--kind", "plain", "--seed", "5", "--time", "1h30m",
        "--pass", "75", "--name", " Ada  L ", "-o", "r.json", "--as", "typed", "--history", "h.db",
    )  # fmt: skip

    assert (ended.status, ended.out, ended.err) == (0, "", "")
    ((plan, kept),) = offered
    assert plan
    assert kept is None
    rules = plan.rules
    assert (plan.size, rules.seed, rules.pass_mark, rules.name, rules.way) == (2, 5, 75, "Ada L", "typed")
    assert rules.limit is not None
    assert rules.limit.total_seconds() == 5400
    assert plan.out == str(tmp_path / "r.json")
    assert not (tmp_path / "r.json").exists()
    assert {card.id for _deck, card in plan.pool.pairs} == {"b", "c"}


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (["--tag", "asai"], "--tag: no card has the tag asai (did you mean asia?)\n"),
        (["--kind", "date"], "--kind: no card is of kind date (there are plain)\n"),
        (["-o", "decks/rivers.yaml"], "there is such a file already (name another for the result, it is not repl"),
        (["-o", "decks/rivers.yaml/r.json"], "the result could not be written here: not a directory"),
        (["--retry", "decks/rivers.yaml"], "decks/rivers.yaml: this is no result of an exam (name a file that"),
        (["--retry", "none.json"], "none.json: error[no-file]: there is no such file (is the name spelled right?)\n"),
        (["--resume"], "quiz exam: no exam was left before its end (`quiz exam PATH` begins one)\n"),
        (["nowhere"], "nowhere: error[no-file]: there is no such file or folder (is the name spelled right?)\n"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
@pytest.mark.usefixtures("offered")
def test_bad_use_is_one_line(run: Run, arguments: Sequence[str], line: str) -> None:
    ended = run("exam", *arguments, "--history", "h.db")

    assert (ended.status, ended.out) == (1, "")
    assert line in ended.err
    assert ended.err.count("\n") == 1


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (["--time", "soon"], "'soon' is no length of time: write 20m, 90s or 1h30m"),
        (["--time", "0m"], "'0m' is no length of time"),
        (["--time", "70x"], "'70x' is no length of time"),
        (["--pass", "101"], "101 is not in the range"),
        (["-n", "0"], "0 is not in the range"),
        (["--resume", "--new"], "--resume and --new exclude each other"),
        (["--as", "reveal"], "'reveal' is not one of"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_wrong_use(run: Run, arguments: Sequence[str], line: str) -> None:
    ended = run("exam", *arguments)

    assert (ended.status, ended.out) == (2, "")
    assert line in ended.err


def test_lengths_of_time(run: Run, offered: list[tuple[Plan | None, Kept | None]]) -> None:
    for words, seconds in (("20", 1200), ("20m", 1200), ("90s", 90), ("1h", 3600), ("1m30s", 90), ("2 min", 120)):
        assert run("exam", "--time", words, "--history", "h.db").status == 0
        plan = offered[-1][0]
        assert plan
        assert plan.rules.limit
        assert plan.rules.limit.total_seconds() == seconds, words


def test_without_a_terminal(run: Run) -> None:
    ended = run("exam")

    assert (ended.status, ended.out) == (1, "")
    assert ended.err.startswith("quiz exam: standard input and output are no terminal")


def test_an_exam_that_was_left_is_offered(
    run: Run, offered: list[tuple[Plan | None, Kept | None]], tmp_path: Path
) -> None:
    leave(tmp_path)

    assert run("exam", "--history", "h.db").status == 0
    assert run("exam", "--resume", "--history", "h.db", "-o", "r.json").status == 0
    assert run("exam", "--resume", "decks", "--history", "h.db").status == 0
    assert [(bool(plan), bool(kept)) for plan, kept in offered] == [(True, True), (False, True), (False, True)]
    resumed = offered[1][1]
    assert resumed
    assert resumed.paper.out == str(tmp_path / "r.json")
    assert run("exam", "--new", "--history", "h.db").status == 0
    plan, kept = offered[3]
    assert plan
    assert plan.afresh == {"rivers"}
    assert kept is None
    assert Exams(History(tmp_path / "h.db").database).unfinished()


def test_only_what_was_missed_is_asked_again(
    run: Run, offered: list[tuple[Plan | None, Kept | None]], tmp_path: Path
) -> None:
    file = result(tmp_path)
    (tmp_path / "decks" / "rivers.yaml").write_text(DECK.replace("Which river runs through Paris", "What is in Paris"))

    assert run("exam", "--retry", file, "--history", "h.db").status == 0

    plan = offered[0][0]
    assert plan
    assert plan.size == 3
    assert plan.rules.retry
    assert plan.notices == ["the deck has changed since that exam: the cards are asked as they are now"]
    (tmp_path / "decks" / "rivers.yaml").write_text(DECK.replace("id: rivers", "id: other"))
    (tmp_path / "decks" / "rivers.lock").unlink(missing_ok=True)
    ended = run("exam", "--retry", file, "--history", "h.db")
    assert ended.status == 1
    assert "none of the cards missed there is in these decks (name the decks that exam was about)" in ended.err


def asked_and_right(mark: Marked) -> list[str]:
    """The lines on a missed question."""
    said = f"you said {mark.reply.given}" if mark.reply.given else "not answered"
    return [f"{mark.place + 1}. {mark.item.question.prompt}", f"   {said}; right is {mark.item.card.answer}"]


def test_what_is_printed(
    run: Run,
    offered: list[tuple[Plan | None, Kept | None]],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    attempt, left = leave(tmp_path), leave(tmp_path)
    attempt.hand_in()
    ended_ = Ended([(attempt.score(), tmp_path / "r.json")], ["r.json: cannot be written: disk full"], left)
    monkeypatch.setattr("quiz.tui.examining.run", lambda *_: ended_)

    ended = run("exam", "--history", "h.db")

    assert ended.status == 1
    assert ended.out.splitlines() == [
        "Rivers: failed, 0 of 3 right, 0 % (pass mark 60 %)",
        "time 0 s, seed 1",
        "missed: 1, 2 and 3",
        *[words for mark in attempt.score().missed for words in asked_and_right(mark)],
        f"result: {tmp_path / 'r.json'}",
        "not handed in: 1 of 3 answered, 0 s used; `quiz exam --resume` goes on with it",
    ]
    assert ended.err == "r.json: cannot be written: disk full; `quiz exam --resume` tries again\n"
    assert offered == []


def test_a_result_in_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "rivers.yaml").write_text(DECK)
    monkeypatch.chdir(tmp_path)
    plan = plan_of([Path("rivers.yaml")], Options(20, name="Ada", out=tmp_path))

    assert Path(plan.out).parent == tmp_path
    assert Path(plan.out).name.startswith("Ada-20")


def begin(folder: Path, *arguments: str) -> tuple[int, int]:
    """Begin `quiz` on a terminal of its own."""
    pid, terminal = pty.fork()
    if pid == 0:
        os.environ.update(TERM="xterm-256color", NO_COLOR="1", PYTHONPATH=str(ROOT))
        os.chdir(folder)
        os.execv(sys.executable, [sys.executable, "-m", "quiz", "exam", "decks", "--history", "h.db", *arguments])
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    return pid, terminal


def gone_on_with(folder: Path) -> int:
    """Go on with the exam that was left, hand it in, and tell how the command ends."""
    pid, terminal = begin(folder, "--resume")
    try:
        said = read_until(terminal, "3 of 3 answered")
        assert "left before its end" in ESCAPES.sub("", said)
        os.write(terminal, b"\r")
        read_until(terminal, "0 open")
        os.write(terminal, b"\x1b[20~")
        read_until(terminal, "Hand in the exam?")
        os.write(terminal, b"y")
        read_until(terminal, "the exam is over")
        os.write(terminal, b"q")
        read_until(terminal, "result: ")
    finally:
        _, status = os.waitpid(pid, 0)
        os.close(terminal)
    return os.waitstatus_to_exitcode(status)


def test_killed_and_gone_on_with(tmp_path: Path) -> None:
    (tmp_path / "decks").mkdir()
    (tmp_path / "decks" / "rivers.yaml").write_text(DECK)
    pid, terminal = begin(tmp_path, "--seed", "1", "--name", "Ada", "-o", "ada.json", "--time", "20m")
    try:
        read_until(terminal, "begin")
        os.write(terminal, b"\r")
        read_until(terminal, "3 open")
        for place, item in enumerate(papers(tmp_path)):
            os.write(terminal, b"Tigr" if item == "a" else b"1")
            read_until(terminal, f"{2 - place} open")
            os.write(terminal, b"\t" if place < 2 else b"")
    finally:
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)
        os.close(terminal)
    assert not (tmp_path / "ada.json").exists()

    assert gone_on_with(tmp_path) == 0
    written = json.loads((tmp_path / "ada.json").read_text())
    assert {card["id"]: card["choice"] for card in written["cards"]}["a"] == "Tigr"
    assert all(card["choice"] for card in written["cards"])
    assert written["name"] == "Ada"


def papers(folder: Path) -> list[str]:
    """Return the cards of the exam that has begun in a folder, in its order."""
    kept = Exams(History(folder / "h.db").database).unfinished()
    assert kept
    return [item.card.id for item in kept.paper.items]
