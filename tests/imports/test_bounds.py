"""Packages of more than a deck can hold: tags, gaps and texts have an end, and what is beyond it is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from quiz.errors import QuizError
from quiz.imports.anki import collection as collections
from quiz.imports.anki import read
from tests.imports.hostile import collection


def test_too_many_tags_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(collections, "MOST_TEXT", 2**20)
    many = "a " * (2**20 // 64 + 1)
    with pytest.raises(QuizError, match=r"holds more than 1 MB of text and tags"):
        read(collection(tmp_path, change=f"update notes set tags = '{many}'"))


def clozed(folder: Path, text: str) -> Path:
    """A package of one cloze note, none of whose cards is filed."""
    kind = "replace(replace(models, '\"type\": 0', '\"type\": 1'), '{{Front}}', '{{cloze:Front}}')"
    return collection(folder, text, "x", change=f"update col set models = {kind}; delete from cards")


@pytest.mark.parametrize(
    "text", ["".join(f"{{{{c{at}::a}}}}" for at in range(1, 701)), f"{{{{c{','.join(map(str, range(1, 701)))}::a}}}}"]
)
def test_more_gaps_than_anki_makes_cards_of_are_told(tmp_path: Path, text: str) -> None:
    found = read(clozed(tmp_path, text))
    assert len(found.shelves[0].items) == 500
    assert "more gaps than Anki makes cards of, or too long for so many, left out: 200" in str(found.warnings[0])


def test_a_long_text_makes_few_cards(tmp_path: Path) -> None:
    found = read(clozed(tmp_path, "x" * 2**20 + "".join(f"{{{{c{at}::a}}}}" for at in range(1, 101))))
    assert len(found.shelves[0].items) == 7


@pytest.mark.parametrize("number", [0, -5])
def test_a_note_type_that_could_not_be_written_back_is_refused(tmp_path: Path, number: int) -> None:
    change = (
        f"update col set models = replace(models, '\"id\": 1', '\"id\": {number}'); update notes set mid = {number}"
    )
    with pytest.raises(QuizError, match=f"note type with the number {number}"):
        read(collection(tmp_path, change=change))
