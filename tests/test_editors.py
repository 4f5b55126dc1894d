"""What is said of editors, hooks and workflows holds: with the real pre-commit, and with options there are."""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import click
import pytest
import yaml

from quiz import cli
from quiz.deck.layout.canon import canonical
from tests.conftest import Run

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "docs" / "editors.md").read_text("utf-8")
EDITING = (ROOT / "docs" / "editing.md").read_text("utf-8")
README = (ROOT / "README.md").read_text("utf-8")
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
HOOKS: list[dict[str, Any]] = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
ODD = "title: x\ncards:\n- question: a\n  answer: b\n"
NEAT = "title: x\ncards:\n  - question: a\n    answer: b\n"
BROKEN = ODD.replace("answer", "anwser")


def blocks(language: str, page: str = PAGE) -> list[str]:
    """The fenced blocks of a page in one language."""
    return re.findall(rf"^```{language}\n(.*?)^```$", page, re.DOTALL | re.MULTILINE)


def commands(text: str) -> list[list[str]]:
    """The commands of ours that a text runs."""
    return [found.split() for found in re.findall(r"(?<![\w/])quiz (?:[a-z]+)[^\n`|%&\"]*", text)]


def is_ours(command: list[str]) -> bool:
    """Whether there are such a verb and such options."""
    verb = cli.quiz.get_command(click.Context(cli.quiz), command[1]) if command[1] in cli.VERBS else None
    known = {name for option in verb.params for name in option.opts} if verb else set()
    return verb is not None and all(word in known for word in command[2:] if re.fullmatch(r"--[a-z-]+", word))


@pytest.mark.parametrize("text", [*blocks("yml"), *blocks("sh")])
def test_the_commands_shown_are_ours(text: str) -> None:
    assert [command for command in commands(text) if not is_ours(command)] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_the_decks_shown_are_laid_out(page: Path) -> None:
    """Mend it by `quiz fmt -` on the deck."""
    decks = blocks("yaml", page.read_text("utf-8"))

    assert [canonical(deck, "") for deck in decks] == decks


def test_the_commands_of_editing_do_what_is_said(run: Run) -> None:
    begin, more, _ = blocks("sh", EDITING)
    for line in (begin + more).splitlines():
        ended = run(*shlex.split(line)[1:])
        assert (ended.status, ended.err) == (0, "")

    assert run("check", ".").err == "0 errors, 0 warnings\n"
    assert run("fmt", "--check", ".").status == 0


def test_the_transcript_of_editing_is_what_is_printed(tmp_path: Path) -> None:
    (tmp_path / "quiz").write_text(f'#!/bin/sh\nPYTHONPATH="{ROOT}" exec "{sys.executable}" -m quiz "$@"\n')
    (tmp_path / "quiz").chmod(0o755)
    environment = os.environ | {"PATH": f"{tmp_path}{os.pathsep}{os.environ['PATH']}"}
    (tmp_path / "rivers.yaml").write_text(next(deck for deck in blocks("yaml", README) if "Dijla" in deck))
    (transcript,) = blocks("console", EDITING)
    script = "\n".join(re.findall(r"^\$ (.*)$", transcript, re.MULTILINE))
    ended = subprocess.run(
        ["bash", "-c", script], cwd=tmp_path, env=environment, capture_output=True, text=True, check=False
    )
    shown = "".join(line for line in transcript.splitlines(keepends=True) if not line.startswith("$ "))
    assert (ended.returncode, ended.stdout) == (1, shown)


def test_the_workflow_is_one() -> None:
    (workflow,) = [each for each in map(yaml.safe_load, blocks("yml")) if "jobs" in each]
    (job,) = workflow["jobs"].values()
    steps = [step["run"] for step in job["steps"] if "run" in step]

    assert {"push", "pull_request"} <= workflow[True].keys()  # YAML 1.1 takes `on` for a truth
    assert job["runs-on"]
    checks, lays_out = (command for step in steps for command in commands(step))
    assert (checks[:2], lays_out[:2]) == (["quiz", "check"], ["quiz", "fmt"])
    assert "--github" in checks


def test_no_version_is_named_that_nobody_can_install() -> None:
    assert "not published yet" in PAGE
    assert not re.search(r"pip install quizwright|rev: v", PAGE + README)


def test_the_hooks_shown_are_those_there_are() -> None:
    shown = [
        hook["id"]
        for each in map(yaml.safe_load, blocks("yml"))
        for repo in each.get("repos", ())
        for hook in repo["hooks"]
    ]

    assert {*shown} == {hook["id"] for hook in HOOKS} == {"quiz-check", "quiz-fmt"}


@pytest.mark.parametrize("hook", HOOKS, ids=lambda hook: hook["id"])
def test_a_hook_runs_a_verb_on_decks(hook: dict[str, Any]) -> None:
    assert is_ours(hook["entry"].split())
    files = re.compile(hook["files"])
    assert all(files.search(path) for path in ("decks/a.yaml", "course/decks/week 1/b.yml"))
    assert not any(
        files.search(path) for path in ("a.yaml", "decks/a.lock", "mydecks/a.yaml", ".github/workflows/x.yml")
    )


def test_the_settings_of_editors_are_json() -> None:
    settings = [json.loads(block) for block in blocks("json")]

    assert [each for each in settings if "yaml.schemas" in each]
    assert [each for each in settings if "recommendations" in each]


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A git repository with an odd deck, whose hooks come of a clone of ours; the quiz they run is this one."""
    pytest.importorskip("pre_commit")
    root = Path(sys.executable).parent
    for name, value in {"HOME": tmp_path, "PRE_COMMIT_HOME": tmp_path / "home", "GIT_CONFIG_NOSYSTEM": 1}.items():
        monkeypatch.setenv(name, str(value))
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{root}{os.pathsep}{os.environ['PATH']}")
    (tmp_path / "quiz").write_text(f'#!/bin/sh\nPYTHONPATH="{ROOT}" exec "{sys.executable}" -m quiz "$@"\n')
    (tmp_path / "quiz").chmod(0o755)
    ours, theirs = tmp_path / "ours", tmp_path / "theirs"
    for folder in (ours, theirs):
        folder.mkdir()
        git(folder, "init", "--quiet")
    shutil.copy(ROOT / ".pre-commit-hooks.yaml", ours)
    commit = committed(ours)
    hooks = [{"id": hook["id"], "language": "system"} for hook in HOOKS]
    config = {"repos": [{"repo": str(ours), "rev": commit, "hooks": hooks}]}
    (theirs / ".pre-commit-config.yaml").write_text(yaml.safe_dump(config))
    (theirs / "decks").mkdir()
    (theirs / "decks" / "x.yaml").write_text(ODD)
    (theirs / "other.yaml").write_text("no: deck\n")
    committed(theirs)
    return theirs


def git(folder: Path, *arguments: str) -> str:
    mine = ("-c", "user.name=A", "-c", "user.email=a@example.org")
    ended = subprocess.run(["git", *mine, *arguments], cwd=folder, capture_output=True, text=True, check=True)
    return ended.stdout.strip()


def committed(folder: Path) -> str:
    git(folder, "add", ".")
    git(folder, "commit", "--quiet", "-m", "All of it")
    return git(folder, "rev-parse", "HEAD")


def ran(folder: Path, hook: str) -> tuple[int, str]:
    """Run a hook over all files with the real pre-commit; its status and what it prints."""
    command = [sys.executable, "-m", "pre_commit", "run", "--all-files", "--color", "never", hook]
    ended = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    return ended.returncode, ended.stdout + ended.stderr


@pytest.mark.slow
def test_pre_commit_runs_the_hooks(repository: Path) -> None:
    deck = repository / "decks" / "x.yaml"

    assert ran(repository, "quiz-check")[0] == 0
    status, said = ran(repository, "quiz-fmt")
    assert (status, deck.read_text()) == (1, NEAT)
    assert "files were modified by this hook" in said
    assert ran(repository, "quiz-fmt")[0] == 0
    deck.write_text(BROKEN)
    status, said = ran(repository, "quiz-check")
    assert status == 1
    assert "decks/x.yaml:4:3: " in said
