"""`quiz fmt`: which decks it writes, what it says of them, and what it leaves alone."""

from __future__ import annotations

import io
from pathlib import Path
from types import SimpleNamespace

import pytest

from quiz.deck.parse import read_string
from tests.conftest import Run

ODD = 'title: "Rivers" # mine\ncards:\n- {answer: Tigris, question: Which?}'
NEAT = "title: Rivers  # mine\ncards:\n  - question: Which?\n    answer: Tigris\n"
BROKEN = "title: Rivers\ncards:\n  - question: Which?\n    anwser: Tigris\n"
DIFF = """--- odd.yaml
+++ odd.yaml
@@ -1,3 +1,4 @@
-title: "Rivers" # mine
+title: Rivers  # mine
 cards:
-- {answer: Tigris, question: Which?}
\\ No newline at end of file
+  - question: Which?
+    answer: Tigris
"""


@pytest.fixture
def odd(tmp_path: Path) -> Path:
    """A deck that is not laid out."""
    path = tmp_path / "odd.yaml"
    path.write_text(ODD)
    return path


def test_a_deck_is_laid_out_once(run: Run, odd: Path) -> None:
    ended = run("fmt", "odd.yaml")

    assert (ended.status, ended.out) == (0, "odd.yaml: laid out anew\n")
    assert ended.err == "1 deck laid out anew, 0 left as they are\n"
    assert odd.read_text() == NEAT
    again = run("fmt", "odd.yaml")
    assert (again.status, again.out, again.err) == (0, "", "0 decks laid out anew, 1 left as they are\n")


def test_check_names_what_would_change_and_writes_nothing(run: Run, odd: Path, tmp_path: Path) -> None:
    (tmp_path / "neat.yaml").write_text(NEAT)

    ended = run("fmt", "--check", ".")

    assert (ended.status, ended.out) == (1, "odd.yaml: would be laid out anew\n")
    assert ended.err == "1 deck would be laid out anew, 1 left as they are\n"
    assert odd.read_text() == ODD
    assert run("fmt", "--check", "neat.yaml").status == 0


def test_diff_prints_what_would_change_and_writes_nothing(run: Run, odd: Path) -> None:
    ended = run("fmt", "--diff", "odd.yaml")

    assert (ended.status, ended.out) == (0, DIFF)
    assert odd.read_text() == ODD
    assert run("fmt", "--diff", "--check", "odd.yaml").status == 1


def test_a_broken_deck_is_left_alone_and_told_as_check_tells_it(run: Run, odd: Path, tmp_path: Path) -> None:
    (tmp_path / "broken.yaml").write_text(BROKEN)
    (problem,) = read_string(BROKEN, "broken.yaml").problems

    ended = run("fmt", ".")

    assert ended.status == 1
    assert ended.err == f"{problem}\n1 deck laid out anew, 0 left as they are, 1 deck with errors\n"
    assert (tmp_path / "broken.yaml").read_text() == BROKEN
    assert odd.read_text() == NEAT


@pytest.mark.parametrize(
    ("options", "status", "out"), [((), 0, NEAT), (("--check",), 1, "-: would be laid out anew\n")]
)
def test_standard_input_goes_to_standard_output(
    run: Run, monkeypatch: pytest.MonkeyPatch, options: tuple[str, ...], status: int, out: str
) -> None:
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(ODD.encode())))

    ended = run("fmt", "-", *options)

    assert (ended.status, ended.out, ended.err) == (status, out, "")


def test_standard_input_that_is_no_deck_goes_nowhere(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(BROKEN.encode())))

    ended = run("fmt", "-")

    assert (ended.status, ended.out) == (1, "")
    assert "unknown key `anwser`" in ended.err
    assert run("fmt", "-", "x.yaml").status == 2


def test_a_link_stays_one_and_the_mode_is_kept(run: Run, odd: Path, tmp_path: Path) -> None:
    odd.chmod(0o440)
    (tmp_path / "link.yaml").symlink_to(odd)

    assert run("fmt", "link.yaml").status == 0

    assert (tmp_path / "link.yaml").is_symlink()
    assert odd.read_text() == NEAT
    assert odd.stat().st_mode & 0o777 == 0o440
    assert sorted(path.name for path in tmp_path.iterdir()) == ["link.yaml", "odd.yaml"]


def test_the_decks_here_are_those_in_their_folder(run: Run, tmp_path: Path) -> None:
    assert run("fmt").err == "decks: there are no decks here (name a deck, or a folder of them)\n"
    (tmp_path / "decks").mkdir()
    (tmp_path / "decks" / "odd.yaml").write_text(ODD)

    assert run("fmt").out == "decks/odd.yaml: laid out anew\n"
