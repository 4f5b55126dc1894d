"""`quiz diff`: what it prints of two decks, of two folders, and for git."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from quiz.verbs.marking import COLOURED, PLAIN, marked
from tests.conftest import Run

OLD = """title: Rivers
cards:
  - id: aaa
    question: Which river runs through Baghdad?
    answer: Tigris
    tags: [x, y]
    source: {line: 3, text: On the Tigris.}
  - id: bbb
    question: How long is the Danube?
    answer: 2,850 km
"""
NEW = """title: Great rivers
cards:
  - id: ccc
    question: Which is longest?
    answer: Nile
  - id: aaa
    question: Which river flows through Baghdad?
    answer: Tigris
    tags: [x, z]
    source: {line: 4, text: On the Tigris.}
"""
SAID = """title: [-Rivers-] {+Great rivers+}
- line 8, bbb, How long is the Danube?: removed
    answer: [-2,850 km-]
~ line 6, aaa, Which river flows through Baghdad?: reworded, tags changed, source changed
    question: Which river [-runs-]{+flows+} through Baghdad?
    tags: x, [-y-]{+z+}
    source.line: [-3-] {+4+}
+ line 3, ccc, Which is longest?: added
    answer: {+Nile+}
  1 added, 1 removed, 1 reworded, 1 tags changed, 1 source changed
"""
BROKEN = OLD.replace("answer: Tigris", "anwser: Tigris")


@pytest.fixture
def both(tmp_path: Path) -> Path:
    """A folder with two states of a deck."""
    (tmp_path / "old.yaml").write_text(OLD)
    (tmp_path / "new.yaml").write_text(NEW)
    return tmp_path


@pytest.mark.usefixtures("both")
def test_what_changed_is_told_card_by_card(run: Run) -> None:
    ended = run("diff", "old.yaml", "new.yaml")

    assert (ended.status, ended.out, ended.err) == (1, f"new.yaml\n{SAID}", "")


def test_layout_is_no_difference(run: Run, both: Path) -> None:
    (both / "new.yaml").write_text(f"# mine\n{OLD}")

    assert run("diff", "old.yaml", "new.yaml") == run("diff", "old.yaml", "old.yaml")
    assert run("diff", "old.yaml", "new.yaml").status == 0


@pytest.mark.usefixtures("both")
def test_as_json(run: Run) -> None:
    ended = run("diff", "--json", "old.yaml", "new.yaml")
    (deck,) = json.loads(ended.out)["decks"]

    assert ended.status == 1
    assert (deck["old"], deck["new"]) == ("old.yaml", "new.yaml")
    assert deck["values"] == {"title": {"old": "Rivers", "new": "Great rivers"}}
    assert [(card["id"], card["line"]) for card in (*deck["added"], *deck["removed"])] == [("ccc", 3), ("bbb", 8)]
    (changed,) = deck["changed"]
    assert changed["what"] == ["reworded", "tags changed", "source changed"]
    assert changed["values"]["tags"] == {"old": ["x", "y"], "new": ["x", "z"]}
    assert changed["place"] == {"old": 1, "new": 2}
    assert json.loads(run("diff", "--json", "old.yaml", "old.yaml").out) == {"decks": []}


def test_folders_are_compared_deck_by_deck(run: Run, tmp_path: Path) -> None:
    for name, text in {"a/one.yaml": OLD, "b/one.yaml": NEW, "a/gone.yaml": OLD, "b/sub/new.yaml": NEW}.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text)

    ended = run("diff", "a", "b")

    assert ended.status == 1
    heads = [line for line in ended.out.splitlines() if line[0] not in " +-~" and not line.startswith("title")]
    assert heads == ["gone.yaml (removed)", "one.yaml", "sub/new.yaml (new)"]
    assert run("diff", "a", "a").status == 0


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("old.yaml", "none.yaml"), "none.yaml: error[no-file]: there is no such file"),
        (("old.yaml", "."), "old.yaml: is no folder, and the other is one"),
        (("broken.yaml", "new.yaml"), "broken.yaml:5:5: "),
        (("old.yaml",), "quiz diff: name two decks"),
        (("old.yaml", ""), "quiz diff: name two decks"),
        (("a", "b", "c"), "quiz diff: name two decks"),
    ],
)
def test_what_cannot_be_compared_is_2(run: Run, both: Path, arguments: tuple[str, ...], said: str) -> None:
    (both / "broken.yaml").write_text(BROKEN)

    ended = run("diff", *arguments)

    assert (ended.status, ended.out) == (2, "")
    assert ended.err.startswith(said)


def test_words_are_marked_where_they_stood() -> None:
    assert marked("a b c", "a c d", PLAIN) == "a [-b-] c {+d+}"
    assert marked("same", "same", COLOURED) == "same"
    assert marked("a b c x\x1b[0m", "a b c y", COLOURED) == "a b c \x1b[31;9mx\\x1b[0m\x1b[0m\x1b[32my\x1b[0m"
    assert marked("Is it so", "is it so?", PLAIN) == "[-Is-]{+is+} it so{+?+}"
    assert marked("a " * 2000, "b", PLAIN).startswith("[-a a ")


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A git repository that shows decks with `quiz diff`, as the documentation says; OLD is committed, NEW is not."""
    folder = tmp_path / "repository"
    folder.mkdir()
    monkeypatch.chdir(folder)
    program = tmp_path / "quiz"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m quiz "$@"\n')
    program.chmod(0o755)
    root = Path(__file__).parents[2]
    for name, value in {"HOME": str(tmp_path), "GIT_CONFIG_NOSYSTEM": "1", "PYTHONPATH": str(root)}.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    git("init", "--quiet")
    for name, value in {"user.name": "A", "user.email": "a@example.org", "diff.quiz.command": "quiz diff"}.items():
        git("config", name, value)
    (folder / ".gitattributes").write_text("*.yaml diff=quiz\n")
    (folder / "rivers.yaml").write_text(OLD)
    git("add", ".")
    git("commit", "--quiet", "-m", "Rivers")
    (folder / "rivers.yaml").write_text(NEW)
    return folder


def git(*arguments: str) -> str:
    return subprocess.run(["git", *arguments], capture_output=True, text=True, check=True).stdout


def test_git_shows_cards(repository: Path) -> None:
    assert git("diff") == f"rivers.yaml\n{SAID}"
    git("commit", "--quiet", "-am", "Great rivers")
    assert SAID in git("show", "--ext-diff")
    log = git("log", "-p", "--ext-diff")
    assert SAID in log
    assert "rivers.yaml (new)\n+ line 3, aaa, Which river runs through Baghdad?: added\n" in log
    git("mv", "rivers.yaml", "great.yaml")
    assert git("diff", "--cached", "-M") == "great.yaml (moved from rivers.yaml)\n  nothing else\n"
    (repository / "great.yaml").write_text(NEW.replace("Nile", "Amazon"))
    git("add", ".")
    assert "great.yaml (moved from rivers.yaml)\n~ line 3, ccc, Which is longest?: answer changed\n" in git(
        "diff", "--cached", "-M"
    )
    git("rm", "--quiet", "-f", "great.yaml")
    assert "rivers.yaml (removed)\n" in git("diff", "HEAD")


def test_git_shows_lines_of_what_is_no_deck_and_goes_on(repository: Path) -> None:
    (repository / "rivers.yaml").write_text(BROKEN)
    assert "-    answer: Tigris\n+    anwser: Tigris\n" in git("diff")
    assert "\n  b/rivers.yaml:5:5: " in git("diff")
    (repository / "rivers.yaml").write_bytes(b"\xff\xfe\0")
    assert "b/rivers.yaml: error[not-utf-8]: is saved as UTF-16" in git("diff")
    (repository / "rivers.yaml").write_text(f"# mine\n{OLD}")
    assert git("diff") == "rivers.yaml\n  only its layout or its comments\n"


def test_git_tells_of_a_path_that_is_not_merged(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_DIFF_PATH_COUNTER", "1")

    assert run("diff", "rivers.yaml").out == "* Unmerged path rivers.yaml\n"


@pytest.mark.usefixtures("both")
def test_colours_are_for_git_s_pager_unless_they_are_not_wanted(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_DIFF_PATH_COUNTER", "1")
    monkeypatch.setenv("GIT_PAGER_IN_USE", "true")
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)
    arguments = ("diff", "r.yaml", "old.yaml", "0", "100644", "new.yaml", "0", "100644")

    assert "\x1b[32mflows\x1b[0m" in run(*arguments).out
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b" not in run(*arguments).out
