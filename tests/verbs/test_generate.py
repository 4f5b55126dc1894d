"""`quiz generate`: a deck a document, the same bytes every time, nothing of a person's lost."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from quiz.documents.model import Document
from tests.conftest import Run
from tests.verbs.documents import HARBOUR

CANALS = """# Canals

The Suez Canal was opened on 17 November 1869 after ten years of digging. It is 193 kilometres long.

The Panama Canal was opened in 1914. "It is the greatest liberty man has ever taken with nature," wrote James Bryce,
who visited the works in 1910. About 5,600 workers died while it was built.
"""
TOWERS = """# Towers

The Eiffel Tower was completed in March 1889. It is 330 metres tall and is visited by some six million people a year.

The Empire State Building was opened on 1 May 1931 and has 102 floors.
"""
PLAIN = "# Nothing\n\nHere somebody says nothing in particular about anything at all.\n"


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    """A folder of documents."""
    folder = tmp_path / "seeds"
    folder.mkdir()
    (folder / "canals.md").write_text(CANALS)
    (folder / "towers.txt").write_text(TOWERS)
    return folder


def contents(folder: Path) -> dict[str, bytes]:
    """Every file of a folder, by name."""
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def times(folder: Path) -> dict[str, int]:
    """When each file of a folder was last written."""
    return {path.name: path.stat().st_mtime_ns for path in sorted(folder.iterdir())}


@pytest.mark.usefixtures("seeds")
def test_a_folder_of_documents_makes_a_folder_of_decks(run: Run, tmp_path: Path) -> None:
    ended = run("generate", "seeds")

    assert ended.status == 0
    assert sorted(contents(tmp_path / "decks")) == ["canals.lock", "canals.yaml", "towers.lock", "towers.yaml"]
    assert [line.partition(":")[0] for line in ended.out.splitlines()] == ["decks/canals.yaml", "decks/towers.yaml"]
    assert re.fullmatch(r"2 documents, \d+ cards, \d+\.\d s\n", ended.err)
    assert run("check", "decks").status == 0


@pytest.mark.usefixtures("seeds")
def test_again_changes_nothing(run: Run, tmp_path: Path) -> None:
    run("generate", "seeds")
    before = contents(tmp_path / "decks"), times(tmp_path / "decks")

    ended = run("generate", "seeds")

    assert ended.status == 0
    assert (contents(tmp_path / "decks"), times(tmp_path / "decks")) == before


@pytest.mark.usefixtures("seeds")
def test_the_order_of_paths_does_not_matter(run: Run, tmp_path: Path) -> None:
    run("generate", "seeds/towers.txt", "seeds/canals.md", "-o", "one")
    run("generate", "seeds", "seeds/canals.md", "-o", "two")

    assert contents(tmp_path / "one") == contents(tmp_path / "two")


@pytest.mark.usefixtures("seeds")
def test_an_edit_by_hand_is_kept(run: Run, tmp_path: Path) -> None:
    run("generate", "seeds")
    deck = tmp_path / "decks" / "canals.yaml"
    edited = re.sub(r"(?m)^( +)answer: .*$", r"\1answer: changed by hand  # and why", deck.read_text(), count=1)
    deck.write_text(edited)

    ended = run("generate", "seeds")

    assert "changed by hand  # and why" in edited
    assert deck.read_text() == edited
    assert "kept" in ended.out


@pytest.mark.usefixtures("seeds")
def test_a_dry_run_writes_nothing(run: Run, tmp_path: Path) -> None:
    dry = run("generate", "seeds", "--dry-run")

    assert not (tmp_path / "decks").exists()
    assert dry.out == run("generate", "seeds").out


def test_a_document_that_fails_does_not_stop_the_others(run: Run, seeds: Path, tmp_path: Path) -> None:
    (seeds / "broken.md").write_bytes(b"\x00\x01\x02 not a text \xff\xfe" * 50)

    ended = run("generate", "seeds")

    assert ended.status == 1
    assert ended.err.startswith("seeds/broken.md: ")
    assert "3 documents (1 failed), " in ended.err
    assert ended.err.count("\n") == 2
    assert sorted(path.name for path in (tmp_path / "decks").glob("*.yaml")) == ["canals.yaml", "towers.yaml"]


def test_a_fault_in_one_document_does_not_stop_the_others(
    run: Run, seeds: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def read(path: Path) -> Document:
        raise ZeroDivisionError(path.name)

    monkeypatch.setattr("quiz.documents.read", read)

    ended = run("generate", seeds)

    assert ended.status == 1
    assert [line.partition(": ")[2].partition(" in ")[0] for line in ended.err.splitlines()[:2]] == [
        "ZeroDivisionError: canals.md",
        "ZeroDivisionError: towers.txt",
    ]


def test_a_document_without_facts_gets_a_line_and_no_deck(run: Run, tmp_path: Path) -> None:
    (tmp_path / "plain.md").write_text(PLAIN)

    ended = run("generate", "plain.md")

    assert (ended.status, ended.out) == (0, "plain.md: no dates, figures or quotations found, so no deck\n")
    assert not (tmp_path / "decks").exists()


@pytest.mark.usefixtures("seeds")
def test_a_broken_deck_is_reported_and_left_alone(run: Run, tmp_path: Path) -> None:
    run("generate", "seeds/canals.md")
    deck = tmp_path / "decks" / "canals.yaml"
    deck.write_text("title: [Canals\n")

    ended = run("generate", "seeds/canals.md")

    assert ended.status == 1
    assert ended.err.startswith("decks/canals.yaml:")
    assert deck.read_text() == "title: [Canals\n"
    assert sorted(contents(tmp_path / "decks")) == ["canals.lock", "canals.yaml"]


@pytest.mark.usefixtures("seeds")
def test_a_file_where_the_folder_should_be_is_an_error(run: Run, tmp_path: Path) -> None:
    (tmp_path / "decks").write_text("a file")

    ended = run("generate", "seeds")

    assert (ended.status, ended.err) == (1, "decks: is no folder (name one with -o)\n")


def test_what_no_system_can_follow_does_not_stop_the_others(run: Run, seeds: Path, tmp_path: Path) -> None:
    (tmp_path / "decks").mkdir()
    for name, source in (("long", "x" * 5000), ("around", "loop.md")):
        text = f"title: T\nsource: {source}\ncards:\n  - question: Q?\n    answer: A\n"
        (tmp_path / "decks" / f"{name}.yaml").write_text(text)
    for loop in (tmp_path / "decks" / "loop.md", tmp_path / "decks" / "loop.yaml", seeds / "loop.md"):
        loop.symlink_to(loop.name)

    ended = run("generate", "seeds")

    assert ended.status == 1
    assert ended.err.startswith("seeds/loop.md: there is no such file")
    assert "3 documents (1 failed), " in ended.err
    assert [line.partition(":")[0] for line in ended.out.splitlines()] == ["decks/canals.yaml", "decks/towers.yaml"]


@pytest.mark.usefixtures("seeds")
def test_a_deck_is_found_by_either_suffix(run: Run, tmp_path: Path) -> None:
    run("generate", "seeds")
    (tmp_path / "decks" / "canals.yaml").rename(tmp_path / "decks" / "canals.yml")
    before = contents(tmp_path / "decks")

    ended = run("generate", "seeds")

    assert (ended.status, contents(tmp_path / "decks")) == (0, before)


@pytest.mark.usefixtures("seeds")
@pytest.mark.parametrize("text", ["title: [Canals\n", "title: T\nsource: x.md\ncards: [{question: Q?, answer: A}]\n"])
def test_two_decks_with_one_lock_are_refused(run: Run, tmp_path: Path, text: str) -> None:
    run("generate", "seeds")
    (tmp_path / "decks" / "canals.yml").write_text(text)
    before = contents(tmp_path / "decks")

    ended = run("generate", "seeds")

    line = "decks/canals.yml: error[same-lock]: this deck has the same lock as decks/canals.yaml (rename one of them)\n"
    assert (ended.status, ended.out, ended.err) == (1, "", line)
    assert contents(tmp_path / "decks") == before


def test_a_folder_of_decks_that_is_a_loop_of_links_is_an_error(run: Run, seeds: Path, tmp_path: Path) -> None:
    (tmp_path / "decks").symlink_to("decks")

    ended = run("generate", seeds / "canals.md")

    assert ended.status == 1
    assert "fault of quiz" not in ended.err


def test_comparisons_are_made_when_asked_for_and_kept_up_from_then_on(run: Run, tmp_path: Path) -> None:
    (tmp_path / "harbour.md").write_text(HARBOUR)
    run("generate", "harbour.md")
    plain = contents(tmp_path / "decks")
    assert b"kind: order" not in plain["harbour.yaml"]

    assert "+1 new, 4 unchanged" in run("generate", "harbour.md", "--comparisons").out
    compared = contents(tmp_path / "decks")
    assert b"kind: order" in compared["harbour.yaml"]
    assert "5 unchanged" in run("generate", "harbour.md").out
    assert contents(tmp_path / "decks") == compared
    assert run("check", "decks").status == 0

    deck = tmp_path / "decks" / "harbour.yaml"
    text = deck.read_text()
    deck.write_text(text[: text.rindex("\n  - id:")])
    assert "4 unchanged, 1 deleted by you" in run("generate", "harbour.md", "--comparisons").out
    assert "4 unchanged" in run("generate", "harbour.md").out
    assert b"kind: order" not in deck.read_bytes()
