"""Pictures, sounds and hints of notes that were imported go back with them, and new ones go along."""

from __future__ import annotations

from html import escape
from pathlib import Path
from urllib.parse import quote

import pytest

from quiz.deck.read import load_decks
from quiz.deck.references import named
from tests.conftest import Run
from tests.imports.owner import FORMATS, Log, Owner
from tests.imports.test_back import back, edit, fields

FILES = {"map é.png": b"\x89PNG of a map", "dog.mp3": b"a bark"}
PNG = b"\x89PNG"


@pytest.fixture(autouse=True)
def _later(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1900000000")


def held(owner: Owner) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in Path(owner.col.media.dir()).iterdir()}


@pytest.mark.parametrize("name", FORMATS)
def test_another_collection_gets_the_files_too(run: Run, owner: Owner, tmp_path: Path, name: str) -> None:
    run("import", owner.export(name))
    run("export", "decks", "-o", "back.apkg")
    other = Owner(tmp_path / "other")
    try:
        assert other.read(tmp_path / "back.apkg") == Log(6, 0, 0, 0)
        assert held(other) == FILES
        assert not other.col.media.check().missing
    finally:
        other.col.close()


def test_nothing_is_doubled_where_they_are(run: Run, owner: Owner, tmp_path: Path) -> None:
    run("import", owner.export())
    log, told = back(run, owner, tmp_path)
    assert (log, "warning" in told) == (Log(0, 0, 6, 0), False)
    assert held(owner) == FILES
    first = (tmp_path / "back.apkg").read_bytes()
    run("export", "decks", "-o", "back.apkg")
    assert (tmp_path / "back.apkg").read_bytes() == first


def test_new_cards_and_new_pictures_in_old_ones_bring_their_files(run: Run, owner: Owner, tmp_path: Path) -> None:
    run("import", owner.export())
    (tmp_path / "decks/media/new.png").write_bytes(b"\x89PNG new")
    edit(tmp_path / "decks/geo.yaml", "answer: Paris", 'answer: "Paris ![seen](media/new.png)"')
    with (tmp_path / "decks/geo-rivers.yaml").open("a") as file:
        file.write('\n  - question: "What is this? ![](media/map é.png)"\n    answer: "[sound:media/dog.mp3]"\n')
    log, told = back(run, owner, tmp_path)
    assert (log, "warning" in told) == (Log(1, 1, 5, 0), False)
    assert fields(owner, "Capital")[1] == 'Paris <img src="new.png" alt="seen">'
    assert fields(owner, "What")[0] == 'What is this? <img src="map é.png" alt="">'
    assert held(owner) == FILES | {"new.png": b"\x89PNG new"}


def test_what_lies_elsewhere_is_told(run: Run, owner: Owner, tmp_path: Path) -> None:
    run("import", owner.export())
    (tmp_path / "decks/new.png").write_bytes(b"\x89PNG new")
    edit(tmp_path / "decks/geo.yaml", "answer: Paris", 'answer: "Paris ![seen](new.png)"')
    told = back(run, owner, tmp_path)[1]
    assert "pictures or sounds outside the folder media are written as text in notes that were imported" in told


def test_a_lock_names_no_file_outside_the_folder(run: Run, owner: Owner, tmp_path: Path) -> None:
    run("import", owner.export())
    (tmp_path / "secret.png").write_bytes(b"\x89PNG secret")
    (tmp_path / "decks/media/map é.png").unlink()
    (tmp_path / "decks/media/map é.png").symlink_to(tmp_path / "secret.png")
    lock = tmp_path / "decks/words.lock"
    lock.write_text(lock.read_text().replace("dog.mp3", "../../secret.png"))
    run("export", "decks", "-o", "back.apkg")
    assert b"secret" not in (tmp_path / "back.apkg").read_bytes()


def test_a_hint_that_was_changed_goes_back(run: Run, owner: Owner, tmp_path: Path) -> None:
    run("import", owner.export())
    edit(tmp_path / "decks/geo-clozes.yaml", "{{Paris::city}}", "{{Paris::a capital}}")
    assert back(run, owner, tmp_path)[0] == Log(0, 1, 5, 0)
    text = "{{c1::Paris::a capital}} lies on the {{c2::Seine}}, in {{c1::France}}"
    assert fields(owner, "deck:Geo::Clozes") == [text, "Lutetia"]


@pytest.mark.parametrize("file", ["a b.png", "map (1).png", "100% é.png", "a&b.png"])
@pytest.mark.parametrize("name", FORMATS[2:])
def test_names_written_as_in_a_link_stay_so(run: Run, tmp_path: Path, file: str, name: str) -> None:
    written = escape(quote(file))
    there = Owner(tmp_path / "there")
    there.medium(file, PNG)
    there.add("Basic", "Geo", f'Which sea? <img src="{written}">', "Aral")
    assert run("import", there.export(name)).err == ""
    assert run("check", "decks").out == ""
    (card,) = load_decks([tmp_path / "decks"])[0].cards
    (reference,) = named(card.question)
    assert (tmp_path / "decks" / reference.path).read_bytes() == PNG

    edit(tmp_path / "decks/geo.yaml", "Which sea?", "What sea?")
    log, told = back(run, there, tmp_path)
    assert (log, "warning" in told) == (Log(0, 1, 0, 0), False)
    assert fields(there, "sea") == [f'What sea? <img src="{written}">', "Aral"]
    assert held(there)[file] == PNG
    assert run("import", there.export(name)).out == "decks/geo.yaml: 1 unchanged\n"
    there.col.close()


@pytest.mark.parametrize("name", FORMATS)
def test_so_does_a_file_that_is_called_so(run: Run, tmp_path: Path, name: str) -> None:
    there = Owner(tmp_path / "there")
    there.medium("a%20b.png", PNG)
    there.add("Basic", "Geo", 'Which sea? <img src="a%20b.png">', "Aral")
    assert run("import", there.export(name)).err == ""
    assert (tmp_path / "decks/media/a b.png").read_bytes() == PNG
    edit(tmp_path / "decks/geo.yaml", "Which sea?", "What sea?")
    assert back(run, there, tmp_path)[0] == Log(0, 1, 0, 0)
    assert fields(there, "sea") == ['What sea? <img src="a%20b.png">', "Aral"]
    assert held(there)["a%20b.png"] == PNG
    there.col.close()
