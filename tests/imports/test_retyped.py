"""Our notes whose type was renamed or changed in Anki, and copies of them: each note is known by its guid."""

from __future__ import annotations

import sqlite3
import zipfile
from pathlib import Path

import pytest

from quiz.deck.guids import BASE91
from quiz.deck.read import load_decks
from tests.conftest import Run
from tests.imports.owner import FORMATS, Log, Owner

HOME = "."
DECK = """\
title: Rivers
id: rivers
cards:
  - {id: end, question: Where does the Danube end?, answer: Black Sea, distractors: [Nile, Elbe]}
  - {id: founded, cloze: 'Baghdad was founded in {{762}}.'}
  - {id: length, question: How long is the Danube?, answer: 2850 km}
"""
NAMES = ("Quiz Question", "Quiz Cloze")


def retype(owner: Owner, search: str) -> None:
    """Change a note's type to Basic, as the browser does."""
    (note,) = owner.col.find_notes(search)
    old, new = owner.col.get_note(note).note_type(), owner.col.models.by_name("Basic")
    names = [field["name"] for field in old["flds"]]
    asked = owner.col.models.change_notetype_info(old_notetype_id=old["id"], new_notetype_id=new["id"]).input
    asked.note_ids.append(note)
    del asked.new_fields[:]
    asked.new_fields.extend([0, names.index("Answer")])
    owner.col.models.change_notetype_of_notes(asked)


def copied(owner: Owner, search: str) -> None:
    """Create a copy of a note, as the browser does, and say something else on it."""
    old = owner.col.get_note(owner.col.find_notes(search)[0])
    note = owner.col.new_note(old.note_type())
    note.fields, note.tags = [*old.fields], [*old.tags]
    note["Answer"] = "3000 km"
    owner.col.add_note(note, old.cards()[0].did)


def rename(owner: Owner, old: str, new: str) -> None:
    """Call a note type otherwise."""
    found = owner.col.models.by_name(old)
    found["name"] = new
    owner.col.models.update_dict(found)


def guids(package: Path, folder: Path) -> list[str]:
    """The guids of a package of ours."""
    with zipfile.ZipFile(package) as packed:
        packed.extract("collection.anki2", folder)
    database = sqlite3.connect(folder / "collection.anki2")
    found = [guid for (guid,) in database.execute("select guid from notes")]
    database.close()
    return found


def exported(run: Run, tmp_path: Path, owner: Owner, *decks: str, count: int) -> Log:
    """Export decks, of which no guid is there twice, and import the package into the collection."""
    ended = run("export", *decks, "-o", "back.apkg")
    assert ended.status == 0, ended.err
    found = guids(tmp_path / "back.apkg", tmp_path)
    assert len(found) == len({*found}) == count
    return owner.read(tmp_path / "back.apkg")


@pytest.mark.parametrize("name", ["My {}", "{}+", "{} (mine)", "Quiz riddle {}"])
def test_a_renamed_type_is_ours_still(run: Run, there: Owner, tmp_path: Path, name: str) -> None:
    for each in NAMES:
        rename(there, each, name.format(each))
    note = there.col.get_note(there.col.find_notes("2850")[0])
    note["Answer"] = "2860 km"
    there.col.update_note(note)

    ended = run("import", there.export(), "-o", ".")

    assert (ended.out, ended.err) == ("rivers.yaml: 1 updated, 2 unchanged\n", "")
    assert "2860 km" in (tmp_path / "rivers.yaml").read_text()
    log = exported(run, tmp_path, there, "rivers.yaml", count=3)
    assert (log.new, log.updated, log.conflicting) == (0, 0, 0)


@pytest.mark.parametrize("name", FORMATS[:2])
def test_a_note_of_another_type_stays_as_it_is_and_is_told(run: Run, there: Owner, tmp_path: Path, name: str) -> None:
    retype(there, "2850")
    before = there.rows("notes", "cards")

    ended = run("import", there.export(name), "-o", ".")

    assert ended.out == "rivers.yaml: 2 unchanged, 1 yours kept\n"
    assert (
        "rivers.yaml:6: warning: “How long is the Danube?”: its note in Anki is of another note type now" in ended.err
    )
    assert "not in the package" not in ended.err
    assert (tmp_path / "rivers.yaml").read_text() == DECK
    assert [path.name for path in tmp_path.glob("*.yaml")] == ["rivers.yaml"]
    exported(run, tmp_path, there, "rivers.yaml", count=3)
    assert there.rows("notes", "cards") == before


def test_a_deck_of_another_type_as_a_whole_stays(run: Run, there: Owner, tmp_path: Path) -> None:
    for search in ("2850", "Danube end"):
        retype(there, search)
    there.col.remove_notes(there.col.find_notes("founded"))
    ended = run("import", there.export(), "-o", ".")
    assert (ended.status, ended.err.count("of another note type now")) == (0, 2)
    assert (tmp_path / "rivers.yaml").read_text() == DECK


def test_no_guid_is_written_twice_whatever_the_locks_say(run: Run, there: Owner, tmp_path: Path) -> None:
    retype(there, "2850")
    there.col.remove_notes([*there.col.find_notes("founded"), *there.col.find_notes("Danube end")])
    run("import", there.export(), "-o", "other")
    assert [path.name for path in (tmp_path / "other").glob("*.yaml")] == ["rivers.yaml"]
    ended = run("export", "rivers.yaml", "other", "-o", "back.apkg")
    assert "the note of its card length was imported into other/rivers.yaml too" in ended.err
    assert ended.err.count("\n") == 1
    assert "delete one of the two cards" in ended.err
    assert not (tmp_path / "back.apkg").exists()

    (tmp_path / "rivers.yaml").write_text("".join(DECK.splitlines(keepends=True)[:-1]))
    exported(run, tmp_path, there, "rivers.yaml", "other", count=3)


def test_a_copy_is_a_card_of_its_own(run: Run, there: Owner, tmp_path: Path) -> None:
    copied(there, "2850")
    note = there.col.get_note(there.col.find_notes("2850")[0])
    note["Explanation"] = "from its springs"
    there.col.update_note(note)

    ended = run("import", there.export(), "-o", ".")

    assert "rivers.yaml: +1 new, 1 updated, 2 unchanged" in ended.out
    assert "notes that are copies of cards of ours, taken for cards of their own: 1" in ended.err
    (mine,) = load_decks([tmp_path / "rivers.yaml"])
    assert [(card.question, card.answer, card.explanation) for card in mine.cards[2:]] == [
        ("How long is the Danube?", "2850 km", "from its springs"),
        ("How long is the Danube?", "3000 km", ""),
    ]
    log = exported(run, tmp_path, there, "rivers.yaml", count=4)
    assert (log.new, log.updated, log.conflicting) == (0, 0, 0)
    before = {path.name: path.read_bytes() for path in tmp_path.glob("rivers*")}
    run("import", there.export(), "-o", ".")
    assert {path.name: path.read_bytes() for path in tmp_path.glob("rivers*")} == before


def test_a_type_that_lacks_a_field_is_not_ours(run: Run, there: Owner) -> None:
    notetype = there.col.models.by_name("Quiz Cloze")
    text = next(field for field in notetype["flds"] if field["name"] == "Text")
    there.col.models.rename_field(notetype, text, "Words")
    there.col.models.update_dict(notetype)
    ended = run("import", there.export())
    assert ended.status == 0, ended.err


@pytest.mark.parametrize("line", ["9" * 5000, "9" * 20, "0", "-1", "x"])
def test_a_number_of_no_line_is_left_out(run: Run, there: Owner, tmp_path: Path, line: str) -> None:
    note = there.col.get_note(there.col.find_notes("2850")[0])
    note["Reserve 2"] = f'{{"source": {{"text": "so it is", "line": "{line}", "page": 7}}}}'
    there.col.update_note(note)
    ended = run("import", there.export())
    assert (ended.status, ended.err) == (0, "")
    (deck,) = load_decks([tmp_path / "decks"])
    source = deck.cards[2].source
    assert source
    assert (source.passage.line, source.passage.page) == (None, 7)


def spoiled(package: Path, folder: Path, statement: str) -> Path:
    """Run a statement on the collection in a package."""
    with zipfile.ZipFile(package) as packed:
        packed.extractall(folder / "in")
    name = next(name for name in ("collection.anki21", "collection.anki2") if (folder / "in" / name).exists())
    database = sqlite3.connect(folder / "in" / name)
    database.execute(statement)
    database.commit()
    database.close()
    with zipfile.ZipFile(folder / "spoiled.apkg", "w") as packed:
        for path in (folder / "in").iterdir():
            packed.write(path, path.name)
    return folder / "spoiled.apkg"


def test_what_a_note_says_beyond_its_fields_is_told(run: Run, there: Owner, tmp_path: Path) -> None:
    more = "update notes set flds = flds || char(31) || 'more' where flds like '%2850%'"
    ended = run("import", spoiled(there.export("old.apkg"), tmp_path, more))
    assert ended.status == 0
    assert "notes with more fields than their note type has, the last of which are left out: 1" in ended.err


@pytest.mark.parametrize("search", ["%Basic%", "%Danube end%"])
def test_one_guid_of_two_notes_comes_in_once(run: Run, there: Owner, tmp_path: Path, search: str) -> None:
    there.add("Basic", "Words", "Basic", "a note")
    same = f"update notes set guid = (select guid from notes where flds like '%2850%') where flds like '{search}'"
    ended = run("import", spoiled(there.export("old.apkg"), tmp_path, same))
    assert ended.status == 0
    assert "notes that share their guid with another, left out: 1" in ended.err
    found = run("export", "decks", "-o", "again.apkg")
    assert found.status == 0, found.err
    assert len({*guids(tmp_path / "again.apkg", tmp_path)}) == len(guids(tmp_path / "again.apkg", tmp_path))


def test_the_digits_of_guids_are_those_of_anki() -> None:
    from genanki.util import BASE91_TABLE

    assert "".join(BASE91_TABLE) == BASE91
