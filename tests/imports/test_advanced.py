"""What an export told Anki of imported notes is what the next import compares with: no edit here is undone."""

from __future__ import annotations

from pathlib import Path

import pytest

from quiz.deck.read import load_decks
from tests.conftest import Run
from tests.imports.owner import Owner
from tests.imports.test_again import change
from tests.imports.test_back import back, edit


@pytest.fixture
def deck(run: Run, owner: Owner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An imported deck of three notes, whose answers were edited here and told to nobody yet."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1900000000")
    for name in "ABC":
        owner.add("Basic", "Letters", f"q{name}", f"a{name}", tags=("old",))
    run("import", owner.export())
    path = tmp_path / "decks/letters.yaml"
    edit(path, "answer: aA", "answer: aA2\n    explanation: here")
    edit(path, "answer: aB", "answer: aB2")
    return path


def answers(path: Path) -> list[str]:
    return [card.answer for card in load_decks([path])[0].cards]


def again(run: Run, owner: Owner) -> str:
    return "".join(line for line in run("import", owner.export()).err.splitlines() if "letters" in line)


def test_edits_after_an_export_stay(run: Run, owner: Owner, tmp_path: Path, deck: Path) -> None:
    assert back(run, owner, tmp_path)[0].updated == 2
    edit(deck, "aA2", "aA3")
    edit(deck, "aB2", "aB")
    before = deck.read_bytes()
    assert again(run, owner) == ""
    assert deck.read_bytes() == before
    assert back(run, owner, tmp_path)[0].updated == 2
    assert owner.col.get_note(owner.col.find_notes("qA")[0])["Back"] == "aA3"
    assert owner.col.get_note(owner.col.find_notes("qB")[0])["Back"] == "aB"
    assert again(run, owner) == ""
    assert deck.read_bytes() == before


def test_what_was_edited_there_since_comes_in(run: Run, owner: Owner, tmp_path: Path, deck: Path) -> None:
    back(run, owner, tmp_path)
    lock = deck.with_suffix(".lock")
    lock.write_text(lock.read_text().replace("1900000000", "1700000000"))  # told long before it was edited there
    change(owner, "qA", Back="aA9")
    edit(deck, "aB2", "aB")
    change(owner, "qB", Front="qB there")
    assert again(run, owner) == ""
    assert answers(deck) == ["aA9", "aB", "aC"]
    assert "question: qB there" in deck.read_text()


def test_an_anki_that_was_not_told_yet_undoes_nothing(run: Run, owner: Owner, tmp_path: Path, deck: Path) -> None:
    run("export", "decks", "-o", "back.apkg")
    change(owner, "qB", Back="aB9")
    told = again(run, owner)
    assert "`answer` stays “aB2”, there it is “aB9”" in told
    assert "“aA" not in told
    assert answers(deck) == ["aA2", "aB2", "aC"]
    assert back(run, owner, tmp_path)[0].updated == 2
