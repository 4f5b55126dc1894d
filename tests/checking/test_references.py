"""A document that is not there is told where one of nearly the same name is."""

from __future__ import annotations

from pathlib import Path

import pytest

from quiz.checking import pictures
from tests.conftest import Run

DECK = """title: x
source: texts/canals.md
cards:
  - question: Why?
    answer: so
    source: {document: 'texts/rivres.md', line: 3, text: so}
  - question: When?
    answer: then
    source: {document: 'texts/rivres.md', line: 3, text: then}
  - question: Where is it
    answer: there
    source: {document: lakes.md, line: 3, text: there}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A deck that names three documents, of which one is there."""
    (tmp_path / "texts").mkdir()
    for name in ("canals.md", "rivers.md", "rivres.yaml"):
        (tmp_path / "texts" / name).write_text("so")
    (tmp_path / "deck.yaml").write_text(DECK)
    return tmp_path


@pytest.mark.usefixtures("folder")
def test_a_near_name_is_offered_once(run: Run) -> None:
    for _ in range(2):  # found, then remembered
        near = "there is no document `texts/rivres.md` (did you mean `texts/rivers.md`?)"
        assert run("check", "--concise", "deck.yaml").out.splitlines() == [
            f"deck.yaml:6:24: warning[unknown-document]: {near}",
            "deck.yaml:10:15: warning[no-question-mark]: the question has no question mark (end it with `?`)",
        ]


def test_what_is_there_is_looked_up_each_time(run: Run, folder: Path) -> None:
    assert "[unknown-document]" in run("check", "deck.yaml").out
    (folder / "texts" / "rivres.md").touch()
    assert "[unknown-document]" not in run("check", "deck.yaml").out
    (folder / "texts" / "canals.md").rename(folder / "texts" / "canal.md")
    assert "deck.yaml:2:9: warning[unknown-document]" in run("check", "deck.yaml").out


def test_it_can_be_ignored(run: Run, folder: Path) -> None:
    assert "[unknown-document]" not in run("check", "deck.yaml", "--ignore", "unknown-document").out
    (folder / "deck.yaml").write_text("# quiz: ignore unknown-document\n" + DECK)
    assert "[unknown-document]" not in run("check", "deck.yaml").out


@pytest.mark.parametrize("name", ["\\0", "/", "..", "x" * 400, "a/b/c/d.md", "-"])
def test_names_of_all_sorts_are_looked_up(run: Run, tmp_path: Path, name: str) -> None:
    deck = f'title: x\nsource: "{name}"\ncards:\n  - question: Why?\n    answer: so\n'
    (tmp_path / "deck.yaml").write_text(deck)

    assert run("check", "deck.yaml").status == 0


def test_a_picture_is_looked_for_each_time(run: Run, tmp_path: Path) -> None:
    deck = "title: x\ncards:\n  - question: Which ![a map](map.png) is it?\n    answer: this\n"
    (tmp_path / "deck.yaml").write_text(deck)
    (tmp_path / ".hidden").mkdir()
    (tmp_path / ".hidden" / "map.png").touch()
    assert run("check", "--concise", "deck.yaml").out.splitlines() == [
        "deck.yaml:3:21: warning[missing-media]: `map.png` is not there (put it there, or correct its name)"
    ]
    (tmp_path / "pictures").mkdir()
    (tmp_path / "pictures" / "Map.png").touch()
    assert "is not there (did you mean `pictures/Map.png`?)" in run("check", "deck.yaml").out
    (tmp_path / "map.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    assert "[missing-media]" not in run("check", "deck.yaml").out


def test_the_folder_is_looked_through_once_for_all_missing_pictures(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "media").mkdir()
    (tmp_path / "media" / "One.png").touch()
    cards = "".join(f"  - {{question: '![]({name}.png)?', answer: so}}\n" for name in ("one", "two", "three"))
    (tmp_path / "deck.yaml").write_text(f"title: x\ncards:\n{cards}")
    looked: list[Path] = []
    listed = pictures._listed

    def counted(folder: Path) -> tuple[list[str], list[str]]:
        looked.append(folder)
        return listed(folder)

    monkeypatch.setattr(pictures, "_listed", counted)

    told = run("check", "--concise", "deck.yaml").out

    assert (told.count("[missing-media]"), told.count("did you mean `media/One.png`?")) == (3, 1)
    assert len(looked) == len(set(looked))
