"""The command line: what each verb prints, where, and the status it ends with."""

from __future__ import annotations

import io
import os
import signal
import subprocess
import sys
from pathlib import Path

import click
import pytest

from quiz import __version__, cli
from quiz.cli import options as cli_options
from quiz.study.model import WAYS
from tests.conftest import Run

DECK = "title: Rivers\ncards:\n  - question: Which river runs through Baghdad?\n    answer: Tigris\n"
BROKEN = "title: Rivers\ncards:\n  - question: Which river runs through Baghdad?\n    anwser: Tigris\n"
SLOW = """
import time
from quiz.cli import main
from quiz.verbs import check
check.check = lambda *_: print('up', flush=True) or time.sleep(60)
main(["check", "x"])
"""
TRY = """
try() { COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); COMPREPLY=(); _quiz_completion quiz; echo "${COMPREPLY[@]}"; }
"""
QUIZ = [sys.executable, "-m", "quiz"]


@pytest.fixture
def decks(tmp_path: Path) -> Path:
    """A folder with a good deck, and another with a broken one."""
    for name, text in (("good/rivers.yaml", DECK), ("broken/rivers.yaml", BROKEN)):
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).write_text(text)
    return tmp_path


def test_the_version(run: Run) -> None:
    ended = run("--version")

    assert (ended.status, ended.out) == (0, f"quiz {__version__}\n")


@pytest.mark.parametrize("verb", ["", *cli.VERBS])
def test_every_verb_and_option_says_what_it_does(run: Run, verb: str) -> None:
    command = cli.quiz.get_command(click.Context(cli.quiz), verb) or cli.quiz
    undocumented = [option.name for option in command.params if isinstance(option, click.Option) and not option.help]

    assert run(*verb.split(), "--help").status == 0
    assert run(*verb.split(), "-h").out == run(*verb.split(), "--help").out
    assert command.help
    assert not undocumented


def test_without_a_terminal_quiz_prints_its_help(run: Run) -> None:
    assert run() == run("--help")


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (["a b.yaml"], "quiz: there is no command 'a b.yaml': `quiz play 'a b.yaml'` plays that deck"),
        (["chekc"], "quiz: No such command 'chekc'. Did you mean 'check'? (`quiz --help` lists what it takes)\n"),
        (["check"], "quiz check: Missing argument 'PATH...' (`quiz check --help` lists what it takes)\n"),
        (["check", ""], "quiz check: Invalid value for 'PATH...': a path is empty (`quiz check --help` lists"),
        (["generate", "--dry"], "quiz generate: No such option '--dry'. Did you mean '--dry-run'?"),
        (
            ["generate", "x", "--kinds", "poem"],
            "quiz generate: Invalid value for '--kinds': 'poem' is not one of 'date',",
        ),
        (["generate", "x", "--max", "0"], "quiz generate: Invalid value for '--max': 0 is not in the range x>=1"),
        (["generate", "x", "--jobs", "0"], "quiz generate: Invalid value for '-j' / '--jobs': 0 is not in the range"),
        (["export", "decks"], "quiz export: Missing option '-o' / '--output'"),
        (["export", "decks", "-o", "deck.docx"], "quiz export: Invalid value for -o: deck.docx does not end in .apkg"),
        (
            ["export", "decks", "-o", "deck.apkg", "--format", "word"],
            "quiz export: Invalid value for --format: there is no format word",
        ),
        (
            ["play", "--as", "poem"],
            "quiz play: Invalid value for '--as': 'poem' is not one of 'choice', 'typed', 'reveal'",
        ),
        (["completion", "tcsh"], "quiz completion: Invalid value for '{bash|zsh|fish}': 'tcsh' is not one of"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_wrong_use_is_one_line_and_2(run: Run, arguments: list[str], line: str) -> None:
    ended = run(*arguments)

    assert (ended.status, ended.out) == (2, "")
    assert ended.err.startswith(line)
    assert ended.err.count("\n") == 1


def test_check_finds_nothing_in_a_good_deck(run: Run, decks: Path) -> None:
    ended = run("check", decks / "good")

    assert (ended.status, ended.out, ended.err) == (0, "", "0 errors, 0 warnings\n")


@pytest.mark.usefixtures("decks")
def test_check_prints_problems_and_fails(run: Run) -> None:
    ended = run("check", "broken", "good/rivers.yaml")

    assert ended.status == 1
    assert "broken/rivers.yaml:4:5: " in ended.out
    assert "did you mean `answer`?" in ended.out
    assert ended.err.split()[1].rstrip(",") in ("error", "errors")


def test_check_passes_with_warnings(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from quiz.errors import Place, Problem

    warning = Problem(Place("a.yaml", 2, 1), "odd", severity="warning")
    monkeypatch.setattr("quiz.verbs.check.check_decks", lambda *_: (warning,))
    ended = run("check", tmp_path)
    assert (ended.status, ended.out, ended.err) == (0, "a.yaml:2:1: warning: odd\n", "0 errors, 1 warning\n")


@pytest.mark.parametrize("arguments", [["export", "broken", "-o", "out.apkg"], ["play", "broken"]], ids=" ".join)
def test_a_deck_with_errors_is_refused_as_check_reports_it(
    run: Run, decks: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str]
) -> None:
    monkeypatch.setattr("quiz.verbs.play.at_terminal", lambda: True)
    reported = run("check", "--concise", "broken").out

    ended = run(*arguments)

    assert (ended.status, ended.out, ended.err) == (1, "", reported)
    assert not (decks / "out.apkg").exists()


@pytest.mark.parametrize("verb", ["check", "generate", "export"])
def test_a_path_that_is_not_there_is_an_error_with_its_name(run: Run, verb: str) -> None:
    ended = run(verb, "nowhere/rivers.yaml", *(["-o", "out.apkg"] if verb == "export" else []))

    assert ended.status == 1
    assert (ended.out + ended.err).startswith("nowhere/rivers.yaml: ")


def test_export_says_what_it_wrote(run: Run, decks: Path) -> None:
    ended = run("export", "good", "-o", "rivers.apkg")

    assert (ended.status, ended.out) == (0, "rivers.apkg: 1 note, 1 card\n")
    assert (decks / "rivers.apkg").stat().st_size > 0


def test_export_takes_its_time_from_the_environment(run: Run, decks: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (decks / "good" / "rivers.yaml").write_text(f"id: rivers\n{DECK}    id: tigris\n")
    packages = []
    for moment in ("1700000000", "1700000000", "1800000000"):
        monkeypatch.setenv("SOURCE_DATE_EPOCH", moment)
        (decks / "good" / "rivers.lock").unlink(missing_ok=True)
        run("export", "good", "-o", "rivers.apkg")
        packages.append((decks / "rivers.apkg").read_bytes())

    assert packages[0] == packages[1] != packages[2]


@pytest.mark.usefixtures("decks")
@pytest.mark.parametrize(
    "moment", ["abc", "1.5", "-1", "\u0661", "9" * 5000, "4294967296", "253402300800"], ids=lambda moment: moment[:12]
)
def test_export_refuses_a_time_that_is_none(run: Run, monkeypatch: pytest.MonkeyPatch, moment: str) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", moment)

    ended = run("export", "good", "-o", "rivers.apkg")

    assert (ended.status, ended.out) == (1, "")
    assert ended.err.startswith("SOURCE_DATE_EPOCH: the variable holds no number of seconds since 1970 (")
    assert ended.err.count("\n") == 1


def test_play_goes_line_by_line_without_a_terminal(run: Run, decks: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(""))

    ended = run("play", decks / "good", "--history", decks / "history.db")

    assert (ended.status, ended.err) == (0, "")
    assert "Question 1 of" in ended.out
    assert "No question answered." in ended.out


def test_the_screen_needs_a_terminal(run: Run, decks: Path) -> None:
    ended = run("browse", decks / "good")

    assert (ended.status, ended.out) == (1, "")
    assert ended.err == "quiz browse: standard input and output are no terminal (run it in one, without pipes)\n"


@pytest.mark.parametrize("verb", ["browse", "exam", "play"])
def test_a_missing_deck_is_told_before_a_missing_terminal(verb: str, run: Run) -> None:
    ended = run(verb, "none.yaml")

    assert (ended.status, ended.out) == (1, "")
    assert ended.err == "none.yaml: error[no-file]: there is no such file or folder (is the name spelled right?)\n"


def test_play_says_how_to_get_a_first_deck(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("quiz.verbs.play.at_terminal", lambda: True)

    generate = "decks: there are no decks here (`quiz generate DOCUMENT` makes one, or name a deck)\n"
    for name, text in (
        ("compose.yaml", "services: {}\n"),
        ("_config.yml", "title: x\n"),
        ("gitlab-ci.yml", "include: a\n"),
        (".hidden.yaml", "title: x\ncards:\n"),
    ):
        Path(name).write_text(text)
    Path("folder.yaml").mkdir()
    assert run("play").err == generate
    Path("class9.yaml").write_text("# mine\ntitle: x\n\ncards:\n")
    assert run("play").err == "decks: there are no decks here (decks in this very folder: `quiz play .`, or name one)\n"
    assert run("play") == run()
    assert run("check", "class9").out.endswith("(did you mean class9.yaml?)\n")


def test_an_export_to_a_page_of_its_own_is_led_to_sheets(run: Run) -> None:
    assert "`--format sheets -o NAME.html` makes pages" in run("export", "decks", "-o", "x.pdf").err


def test_the_ways_are_those_of_the_session() -> None:
    assert cli_options.WAYS == WAYS


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_prints_a_script(run: Run, shell: str) -> None:
    ended = run("completion", shell)

    assert ended.status == 0
    assert "_QUIZ_COMPLETE" in ended.out


def test_completion_completes_verbs_and_options(tmp_path: Path) -> None:
    script = subprocess.run([*QUIZ, "completion", "bash"], capture_output=True, text=True, check=True).stdout
    (tmp_path / "quiz").write_text(f'#!/bin/sh\nexec "{sys.executable}" -m quiz "$@"\n')
    (tmp_path / "quiz").chmod(0o755)

    completed = subprocess.run(
        ["bash", "-c", script + TRY + "try quiz ch\ntry quiz generate --dr\n"],
        env=os.environ | {"PATH": f"{tmp_path}:{os.environ['PATH']}", "PYTHONPATH": str(Path.cwd())},
        capture_output=True,
        text=True,
        check=True,
    )

    assert completed.stdout.split() == ["check", "--dry-run"]


def test_a_locale_without_the_characters_gets_escapes(tmp_path: Path) -> None:
    (tmp_path / "größe.yaml").write_text(BROKEN)

    ended = subprocess.run(
        [*QUIZ, "check", "größe.yaml"],
        cwd=tmp_path,
        env=os.environ | {"PYTHONIOENCODING": "ascii:strict"},
        capture_output=True,
        check=False,
    )

    assert ended.returncode == 1
    assert ended.stdout.startswith(b"gr\\xf6\\xdfe.yaml:4:5: ")


@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_a_full_disk_is_one_line(decks: Path, unbuffered: str) -> None:
    environment = os.environ | {"PYTHONUNBUFFERED": unbuffered}
    with Path("/dev/full").open("w") as full:
        ended = subprocess.run(
            [*QUIZ, "check", "broken"], cwd=decks, env=environment, stdout=full, stderr=subprocess.PIPE, check=False
        )

    assert ended.returncode == 1
    assert b": No space left on device (free some space" in ended.stderr
    assert ended.stderr.count(b"\n") <= 2  # with the count of problems


@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_a_closed_pipe_is_silent(decks: Path, unbuffered: str) -> None:
    environment = os.environ | {"PYTHONUNBUFFERED": unbuffered}
    reader, writer = os.pipe()
    os.close(reader)
    with os.fdopen(writer, "w") as pipe:
        ended = subprocess.run(
            [*QUIZ, "check", "broken"], cwd=decks, env=environment, stdout=pipe, stderr=subprocess.PIPE, check=False
        )

    assert ended.returncode == 1
    assert ended.stderr in (b"", b"1 error, 0 warnings\n", b"2 errors, 0 warnings\n")


def test_an_interruption_is_one_line_and_130(tmp_path: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", SLOW], cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        process.stdout.readline()
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=20)

    assert process.returncode == 130
    assert err.decode().strip() == "quiz: interrupted (what was written before is whole)"
