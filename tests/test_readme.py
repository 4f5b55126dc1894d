"""What the documentation says is true: its decks pass, its commands run and print what it shows."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import click
import pytest

from quiz import cli
from tests.conftest import Run

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
LINK = re.compile(r"(?:\]\(|src(?:set)?=\")([^)#:\"]+)[)\"]")
ESCAPE = re.compile(r"\x1b(\][^\x07]*\x07|[\[(][0-9;?<>=]*[A-Za-z]|.)")
SECONDS = re.compile(r"\d+\.\d s$", re.MULTILINE)
QUIT = b"\x11"


def blocks(page: Path, language: str) -> list[str]:
    """The fenced blocks of a page in one language."""
    return [text for kind, text in BLOCK.findall(page.read_text(encoding="utf-8")) if kind == language]


def steps(transcript: str) -> Iterator[tuple[str, str]]:
    """Each command of a transcript (after `$ `, going on after `>`) with the output shown below it."""
    for step in re.split(r"^\$ ", transcript, flags=re.MULTILINE)[1:]:
        first, *rest = step.splitlines()
        more = [line for line in rest if line.startswith(">")]
        yield "\n".join([first, *(line[2:] for line in more)]), "\n".join(rest[len(more) :])


@pytest.mark.parametrize("page", [page for page in PAGES if blocks(page, "yaml")], ids=lambda page: page.name)
def test_every_deck_shown_passes(run: Run, tmp_path: Path, page: Path) -> None:
    for included in ("parts/rivers.yaml", "parts/seas.yaml"):
        (tmp_path / included).parent.mkdir(exist_ok=True)
        (tmp_path / included).write_text(
            f"title: {included}\ncards:\n  - question: Which {included}?\n    answer: it\n"
        )
    for deck in blocks(page, "yaml"):
        (tmp_path / "deck.yaml").write_text(deck, encoding="utf-8")

        ended = run("check", tmp_path / "deck.yaml")

        assert (ended.status, ended.out, ended.err) == (0, "", "0 errors, 0 warnings\n")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_leads_somewhere(page: Path) -> None:
    broken = [link for link in LINK.findall(page.read_text(encoding="utf-8")) if not (page.parent / link).exists()]

    assert not broken


@pytest.mark.parametrize("verb", cli.VERBS)
def test_every_verb_and_option_is_documented(verb: str) -> None:
    command = cli.quiz.get_command(click.Context(cli.quiz), verb)
    assert command
    options = [name for option in command.params for name in option.opts if name.startswith("--")]
    line = next(line for line in README.splitlines() if line.startswith(f"| `quiz {verb} "))

    assert [name for name in options if name not in line and name != "--output"] == []


def test_the_checks_written_out_are_those_of_make() -> None:
    made = subprocess.run(
        ["make", "-n", "test"], cwd=ROOT, env=os.environ | {"CI": ""}, capture_output=True, text=True, check=True
    ).stdout
    written = next(block for block in blocks(ROOT / "CONTRIBUTING.md", "sh") if "ruff" in block)
    checks = [line for line in written.splitlines() if re.match(r"\.venv/bin/(?!pip)", line)]

    assert len(checks) == 5
    assert [check for check in checks if check not in made] == []


def test_the_tour(tmp_path: Path) -> None:
    environment = os.environ | {
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "XDG_DATA_HOME": str(tmp_path / "data"),
        "TERM": "xterm-256color",
        "PYTHONUNBUFFERED": "1",  # so that results and complaints come in the order a terminal shows them
    }
    transcript = [step for block in blocks(ROOT / "README.md", "console") for step in steps(block)]
    assert {command.split()[1] for command, _ in transcript if command.startswith("quiz ")} == {
        "generate",
        "check",
        "play",
        "export",
    }
    for command, shown in transcript:
        if command.startswith("quiz play"):
            played(command.split(), tmp_path, environment)
            continue
        ended = subprocess.run(
            ["bash", "-c", command],
            cwd=tmp_path,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
            timeout=180,
        )
        assert SECONDS.sub("", ended.stdout).strip() == SECONDS.sub("", shown).strip(), f"$ {command}"


def played(command: list[str], folder: Path, environment: dict[str, str]) -> None:
    """Run a command on a terminal of 80×24 until it asks a question, then leave; it has to end well."""
    deck = next((folder / "decks").glob("*.yaml")).read_text(encoding="utf-8")
    asked = re.findall(r"(?:question|cloze): \W*((?:\w+ ){2})", deck)
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("4H", 24, 80, 0, 0))
    with subprocess.Popen(
        command, cwd=folder, env=environment, stdin=theirs, stdout=theirs, stderr=theirs, start_new_session=True
    ) as process:
        os.close(theirs)
        screen = seen(ours, asked)
        os.write(ours, QUIT)
        seen(ours, ())
    os.close(ours)
    assert any(words in screen for words in asked), screen
    assert process.returncode == 0


def seen(terminal: int, awaited: Sequence[str]) -> str:
    """Read what appears on a terminal, without escapes, until one of some texts does, or it closes, or for 30 s."""
    screen, deadline = "", time.monotonic() + 30
    while time.monotonic() < deadline and not any(text in screen for text in awaited):
        if select.select([terminal], [], [], 0.1)[0]:
            try:
                screen += ESCAPE.sub("", os.read(terminal, 65536).decode(errors="replace"))
            except OSError:  # the other end is closed
                break
    return screen
