"""`quiz check`: how problems are told to people, programs and GitHub, and what is wanted of them."""

from __future__ import annotations

import json
import os
import pty
import re
import subprocess
import sys
from pathlib import Path

import pytest

from quiz.checking.references import Found
from quiz.deck.files import lock_path
from quiz.deck.merge import merge
from quiz.deck.review import opened
from quiz.errors import Place, Problem
from quiz.verbs.excerpts import BEFORE, WIDTH, Excerpts, framed
from quiz.verbs.reports import tell_github
from tests.conftest import Ended, Run
from tests.deck.openings import BRIDGE, CANAL, MINE, of

ODD = "title: x\ncards:\n  - question: Which of these is not a river\n    answer: Jura\n"
BROKEN = "title: x\ncards:\n  - question: Why?\n    anwser: so\n"


@pytest.mark.parametrize(
    ("line", "at", "width", "shown", "marks"),
    [
        ("  answer: Nile", 10, 4, "  answer: Nile", "          ^^^^"),
        ("\tanswer: Nile", 9, 4, "    answer: Nile", "            ^^^^"),
        ("a\tb: Nile", 5, 4, "a   b: Nile", "       ^^^^"),
        ("名前: Nile", 4, 4, "名前: Nile", "      ^^^^"),
        ("x: 名前", 3, 2, "x: 名前", "   ^^^^"),
        ("cafe\u0301s: Nile", 8, 4, "cafe\u0301s: Nile", "       ^^^^"),
        ("x: re\u0301e", 3, 4, "x: re\u0301e", "   ^^^"),
        ("x: Nile", 3, 400, "x: Nile", "   ^^^^"),
        ("x: Nile", 3, 0, "x: Nile", "   ^"),
        ("x:", 2, 0, "x:", "  ^"),
        ("", 0, 5, "", "^"),
        ("x: \x1b[31mred\u202e", 3, 1, "x: ␛[31mred\\u202e", "   ^"),
    ],
)
def test_the_spot_is_marked(line: str, at: int, width: int, shown: str, marks: str) -> None:
    assert framed(line, at, width) == (shown, marks)


@pytest.mark.parametrize("letter", ["a", "名", "e\u0301"])
def test_a_long_line_is_cut_around_the_spot(letter: str) -> None:
    line = letter * 50_000 + "Nile" + letter * 50_000

    shown, marks = framed(line, line.index("Nile"), 4)

    assert shown.startswith("…")
    assert shown.endswith("…")
    assert "Nile" in shown
    assert marks.endswith(" ^^^^")
    assert len(marks) <= 2 * BEFORE + 5
    assert len(shown) <= 2 * WIDTH + 2


def test_a_line_is_found_whatever_breaks_lines(tmp_path: Path) -> None:
    path = tmp_path / "deck.yaml"
    path.write_bytes("\ufefftitle: x\u2028y\r\ncards: z\r\n".encode())

    assert Excerpts().of(Problem(Place(str(path), 2, 8), "odd", width=1)) == ("cards: z", "       ^")
    assert Excerpts().of(Problem(Place(str(path), 9, 1), "odd")) is None
    assert Excerpts().of(Problem(Place(str(tmp_path / "gone.yaml"), 1, 1), "odd")) is None
    assert Excerpts().of(Problem(Place(str(path)), "odd")) is None


def test_strict_fails_for_warnings(run: Run, tmp_path: Path) -> None:
    (tmp_path / "deck.yaml").write_text(ODD)

    assert run("check", "deck.yaml").status == 0
    assert run("check", "deck.yaml", "--strict").status == 1
    assert run("check", "deck.yaml", "--strict", "--ignore", "negative-question,no-question-mark").status == 0


def test_warnings_are_switched_by_the_command_and_by_the_configuration(run: Run, tmp_path: Path) -> None:
    (tmp_path / "deck.yaml").write_text(ODD)
    config = Path(os.environ["XDG_CONFIG_HOME"]) / "quizwright" / "config.toml"
    config.parent.mkdir(parents=True, exist_ok=True)
    config.write_text('[check]\nignore = ["negative-question"]\n')

    assert "[negative-question]" not in run("check", "deck.yaml").out
    assert run("check", "deck.yaml", "--select", "negative-question").out.count("warning[") == 1
    config.write_text('[check]\nignore = ["negative-qestion"]\n')
    ended = run("check", "deck.yaml")
    assert (ended.status, ended.err) == (
        1,
        f"{config}:2: there is no code `negative-qestion` (did you mean `negative-question`?)\n",
    )


@pytest.mark.parametrize("option", ["--select", "--ignore"])
def test_a_code_that_does_not_exist_is_wrong_use(run: Run, tmp_path: Path, option: str) -> None:
    (tmp_path / "deck.yaml").write_text(ODD)

    ended = run("check", "deck.yaml", option, "negativ-question")

    assert ended.status == 2
    assert "did you mean `negative-question`?" in ended.err
    assert "which cannot be ignored" in run("check", "deck.yaml", option, "no-answer").err


@pytest.mark.parametrize("form", ["--json", "--github", "--concise"])
def test_a_missing_deck_is_told_in_every_form(run: Run, form: str) -> None:
    ended = run("check", "gone.yaml", form)

    assert ended.status == 1
    assert "no-file" in ended.out


def test_json_is_one_document(run: Run, tmp_path: Path) -> None:
    (tmp_path / "dé.yaml").write_text(BROKEN)

    told = json.loads(run("check", "dé.yaml", "--json").out)

    assert (told["version"], told["errors"], told["warnings"]) == (1, 1, 0)
    assert [(each["path"], each["line"], each["column"], each["length"]) for each in told["problems"]] == [
        ("dé.yaml", 4, 5, 6)
    ]


def test_annotations_are_escaped(capsys: pytest.CaptureFixture[str]) -> None:
    tell_github([Problem(Place("a,b:c.yaml", 1), "100 %\r\nof it", "so: do, it", "warning", "no-title")])

    assert capsys.readouterr().out == (
        "::warning file=a%2Cb%3Ac.yaml,line=1,title=no-title::100 %25%0D%0Aof it (so: do, it)\n"
    )


@pytest.mark.parametrize(
    ("environment", "coloured"), [({}, True), ({"NO_COLOR": "1"}, False), ({"TERM": "dumb"}, False)]
)
def test_colours_are_for_terminals(tmp_path: Path, environment: dict[str, str], *, coloured: bool) -> None:
    (tmp_path / "deck.yaml").write_text(BROKEN)
    ours, theirs = pty.openpty()
    whole = {name: value for name, value in os.environ.items() if name != "NO_COLOR"} | {"TERM": "xterm"} | environment

    subprocess.run(
        [sys.executable, "-m", "quiz", "check", "deck.yaml"],
        cwd=tmp_path, env=whole, stdout=theirs, stderr=subprocess.DEVNULL, check=False,
    )  # fmt: skip

    shown = os.read(ours, 65536).decode()
    os.close(ours)
    os.close(theirs)
    assert ("\x1b[" in shown) is coloured
    assert "^^^^^^" in shown


def test_nothing_of_a_deck_steers_the_terminal(run: Run, tmp_path: Path) -> None:
    (tmp_path / "deck.yaml").write_text('title: x\ncards:\n  - "\\e]0;title\\a": 1\n    que\u202estion: \x85\n')

    out = run("check", "deck.yaml").out

    assert "\x1b" not in out
    assert "\u202e" not in out.split("\n  4 |")[-1]


def test_an_unchanged_deck_is_remembered(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "deck.yaml").write_text(ODD)
    first = run("check", "deck.yaml")
    monkeypatch.setattr("quiz.checking.run._checked", lambda *_: Found((), ()))

    assert run("check", "deck.yaml") == first
    assert run("check", "deck.yaml", "--ignore", "long-question").out == ""
    assert run("check", tmp_path / "deck.yaml").out == ""
    (tmp_path / "deck.yaml").write_text(ODD + " ")
    assert run("check", "deck.yaml").out == ""


@pytest.mark.parametrize("harm", [b"", b"{}", b'{"stamp": 5, "problems": 5}', b"\xff", b"[" * 10_000])
def test_a_torn_memory_is_passed_over(run: Run, tmp_path: Path, harm: bytes) -> None:
    (tmp_path / "deck.yaml").write_text(ODD)
    first = run("check", "deck.yaml")
    for kept in (Path(os.environ["QUIZ_CACHE"]) / "checks").iterdir():
        kept.write_bytes(harm)

    assert run("check", "deck.yaml") == first


def test_what_nobody_has_reviewed_is_an_error_if_that_is_asked_for(run: Run, tmp_path: Path) -> None:
    deck = tmp_path / "decks" / "canals.yaml"
    merge(deck, of(BRIDGE, CANAL, MINE))
    opened(deck).kept(0).kept(2)
    page = (Path(__file__).parents[2] / "docs" / "review.md").read_text("utf-8")
    (_, shown) = re.findall(r"^```console\n(.*?)^```$", page, re.DOTALL | re.MULTILINE)

    assert run("check", "decks") == Ended(0, "", "0 errors, 0 warnings\n")
    ended = run("check", "decks", "--reviewed")
    assert (ended.status, f"$ quiz check decks --reviewed\n{ended.out}{ended.err}") == (1, shown)
    (told,) = json.loads(run("check", "decks", "--reviewed", "--json", "--select", "long-question").out)["problems"]
    assert (told["code"], told["line"], told["severity"]) == ("not-reviewed", 19, "error")
    assert run("check", "decks", "--reviewed", "--github").out.startswith("::error file=decks/canals.yaml,line=19,")

    opened(deck).kept(1)
    assert run("check", "decks", "--reviewed") == Ended(0, "", "0 errors, 0 warnings, 0 cards left to review\n")
    deck.write_text(deck.read_text().replace('"1802"', '"1820"'))
    assert "error[review-outdated]" in run("check", "decks", "--reviewed").out


def test_what_is_remembered_of_unchanged_decks_knows_whether_reviews_were_asked_for(run: Run, tmp_path: Path) -> None:
    deck = tmp_path / "canals.yaml"
    merge(deck, of(BRIDGE, MINE))

    asked = [run("check", "canals.yaml", *["--reviewed"] * (at % 2)).status for at in range(4)]
    opened(deck).kept(0).kept(1)
    kept = run("check", "canals.yaml", "--reviewed").status
    lock = lock_path(deck)
    lock.write_text(re.sub(r'"[0-9a-f]{16}"', '"0000000000000000"', lock.read_text()))

    assert (asked, kept) == ([0, 1, 0, 1], 0)
    assert run("check", "canals.yaml", "--reviewed").out.count("review-outdated") == 2


def test_errors_are_not_lost_among_too_many_warnings(run: Run, tmp_path: Path) -> None:
    deck = tmp_path / "canals.yaml"
    merge(deck, of(BRIDGE, MINE))
    odd = "  - question: Which of these is not a river {}\n    answer: b{}\n"
    deck.write_text(deck.read_text() + "".join(odd.format(number, number) for number in range(1200)))

    assert run("check", "canals.yaml").status == 0
    ended = run("check", "canals.yaml", "--reviewed", "--concise")
    assert (ended.status, ended.out.count("not-reviewed"), ended.out.count("\n")) == (1, 2, 2001)
