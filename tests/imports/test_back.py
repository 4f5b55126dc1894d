"""Imported, edited, exported, and imported by the same owner: the notes that were edited change, and nothing else."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quiz.deck.lock import read_lock
from tests.conftest import Run
from tests.imports.owner import FORMATS, Log, Owner

TABLES = ("notetypes", "fields", "templates", "cards", "revlog", "decks")


@pytest.fixture(autouse=True)
def _later(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1900000000")


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new, 1))


def back(run: Run, owner: Owner, tmp_path: Path) -> tuple[Log, str]:
    """Export the decks, and import the package into the collection."""
    ended = run("export", "decks", "-o", "back.apkg")
    assert ended.status == 0, ended.err
    return owner.read(tmp_path / "back.apkg"), ended.err


def fields(owner: Owner, search: str) -> list[str]:
    (note,) = owner.col.find_notes(search)
    return list(owner.col.get_note(note).fields)


@pytest.mark.parametrize("name", FORMATS)
def test_nothing_edited_changes_nothing(run: Run, owner: Owner, tmp_path: Path, name: str) -> None:
    owner.study("Geo")
    run("import", owner.export(name))
    before = owner.rows(*TABLES, "notes")
    assert back(run, owner, tmp_path)[0] == Log(0, 0, 6, 0)
    assert owner.rows(*TABLES, "notes") == before


@pytest.mark.parametrize("name", FORMATS[:3])
def test_one_edit_updates_one_note(run: Run, owner: Owner, tmp_path: Path, name: str) -> None:
    owner.study("Geo")
    run("import", owner.export(name))
    edit(tmp_path / "decks/geo-rivers.yaml", "answer: Tigris", "answer: the Tigris & Euphrates")
    before = owner.rows(*TABLES)

    assert back(run, owner, tmp_path)[0] == Log(0, 1, 5, 0)
    assert owner.rows(*TABLES) == before
    front = 'Which <u>river</u>?<br><img src="map é.png">'
    assert fields(owner, "deck:Geo::Rivers") == [front, "the Tigris &amp; Euphrates"]
    assert back(run, owner, tmp_path)[0] == Log(0, 0, 6, 0)


@pytest.mark.parametrize(
    ("deck", "old", "new", "search", "expected"),
    [
        ("words", "Le chien", "Le gros chien", "dog", ["1", "chien", "dog", "Le gros chien dort.", "[sound:dog.mp3]"]),
        ("words", "      Nr: 1\n", "", "dog", ["", "chien", "dog", "Le chien dort.", "[sound:dog.mp3]"]),
        ("words", "question: chien", "question: le chien", "dog", None),
        ("geo", "answer: Paris", "answer: Paris!", "deck:Geo Capital", ["Capital of France", "Paris!"]),
        ("geo", "question: Paris", "question: Paris?", "deck:Geo Capital", ["Capital of France", "Paris?"]),
        (
            "geo-rivers",
            "Which river?",
            "Which one?",
            "deck:Geo::Rivers",
            ['Which one?<br><img src="map é.png">', "Tigris"],
        ),
        (
            "geo-clozes",
            "}} lies on",
            "}} stands on",
            "deck:Geo::Clozes",
            ["{{c1::Paris::city}} stands on the {{c2::Seine}}, in {{c1::France}}", "Lutetia"],
        ),
        (
            "geo-clozes",
            "the {{Seine}}",
            "the river {{Seine}}",
            "deck:Geo::Clozes",
            ["{{c1::Paris::city}} lies on the river {{c2::Seine}}, in {{c1::France}}", "Lutetia"],
        ),
        (
            "geo-clozes",
            "explanation: Lutetia",
            "explanation: |-\n      two\n      lines",
            "deck:Geo::Clozes",
            ["{{c1::Paris::city}} lies on the {{c2::Seine}}, in {{c1::France}}", "two<br>lines"],
        ),
    ],
)
def test_an_edit_goes_into_its_field(
    run: Run, owner: Owner, tmp_path: Path, deck: str, old: str, new: str, search: str, expected: list[str] | None
) -> None:
    run("import", owner.export())
    edit(tmp_path / f"decks/{deck}.yaml", old, new)
    assert back(run, owner, tmp_path)[0] == Log(0, 1, 5, 0)
    wanted = expected or ["1", "le chien", "dog", "Le chien dort.", "[sound:dog.mp3]"]
    assert fields(owner, search) == wanted


def test_an_edit_taken_back_arrives(run: Run, owner: Owner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run("import", owner.export())
    edit(tmp_path / "decks/geo.yaml", "answer: Paris", "answer: London")
    back(run, owner, tmp_path)
    edit(tmp_path / "decks/geo.yaml", "answer: London", "answer: Paris")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1900000100")
    assert back(run, owner, tmp_path)[0] == Log(0, 1, 5, 0)
    assert fields(owner, "Capital") == ["Capital of France", "Paris"]


def test_what_its_owner_edits_meanwhile_stays(run: Run, owner: Owner, tmp_path: Path) -> None:
    run("import", owner.export())
    note = owner.col.get_note(owner.col.find_notes("Capital")[0])
    note["Back"], note.tags = "my own words", ["mine"]
    owner.col.update_note(note)
    edit(tmp_path / "decks/words.yaml", "Le chien", "Ce chien")

    assert back(run, owner, tmp_path)[0] == Log(0, 1, 5, 0)
    assert fields(owner, "Capital") == ["Capital of France", "my own words"]


def test_tags_are_added_and_taken_away(run: Run, owner: Owner, tmp_path: Path) -> None:
    run("import", owner.export())
    edit(tmp_path / "decks/geo-rivers.yaml", 'tags: [a, "b::c"]', 'tags: ["b::c", new one]')
    assert back(run, owner, tmp_path)[0] == Log(0, 1, 5, 0)
    assert owner.col.get_note(owner.col.find_notes("deck:Geo::Rivers")[0]).tags == ["b::c", "new_one"]


def test_a_card_added_by_hand_comes_as_one_of_ours(run: Run, owner: Owner, tmp_path: Path) -> None:
    run("import", owner.export())
    with (tmp_path / "decks/geo.yaml").open("a") as file:
        file.write("\n  - question: Where is Lyon?\n    answer: In France\n")
    assert back(run, owner, tmp_path)[0] == Log(1, 0, 6, 0)
    assert owner.col.get_note(owner.col.find_notes("Lyon")[0]).note_type()["name"] == "Quiz Question"


def test_another_collection_gets_whole_notes(run: Run, owner: Owner, tmp_path: Path) -> None:
    run("import", owner.export())
    edit(tmp_path / "decks/geo.yaml", "answer: Paris", "answer: Paris!")
    run("export", "decks", "-o", "back.apkg")
    other = Owner(tmp_path / "other")
    try:
        assert other.read(tmp_path / "back.apkg") == Log(6, 0, 0, 0)
        assert other.col.card_count() == owner.col.card_count()
        assert other.col.get_empty_cards().notes == []
        assert other.col.fix_integrity()[1]
    finally:
        other.col.close()


@pytest.mark.parametrize(
    ("deck", "old", "new", "told"),
    [
        ("geo-rivers", "Which river?", "Which one?", "give way to plain words"),
        ("geo", "answer: Paris", "answer: Paris\n    distractors: [Lyon]", "no field for `distractors`"),
        ("geo", "answer: Paris", "answer: Paris\n    explanation: why", "no field for `explanation`"),
        ("geo-clozes", "on the Seine, in", "in", "no longer holds the words of their other gaps"),
    ],
)
def test_what_does_not_go_back_is_told(
    run: Run, owner: Owner, tmp_path: Path, deck: str, old: str, new: str, told: str
) -> None:
    run("import", owner.export())
    edit(tmp_path / f"decks/{deck}.yaml", old, new)
    log, said = back(run, owner, tmp_path)
    assert (log.new, log.conflicting) == (0, 0)
    assert told in said
    assert said.count("warning: ") == 1


def test_a_note_in_two_decks_is_refused(run: Run, owner: Owner, tmp_path: Path) -> None:
    run("import", owner.export())
    name = read_lock(tmp_path / "decks/geo.yaml").deck
    for suffix in ("yaml", "lock"):
        text = (tmp_path / f"decks/geo.{suffix}").read_text()
        (tmp_path / f"decks/copy.{suffix}").write_text(text.replace(name, "another"))
    ended = run("export", "decks", "-o", "back.apkg")
    assert ended.status == 1
    assert "holds notes that were imported into decks/copy.yaml too" in ended.err
    assert not (tmp_path / "back.apkg").exists()


@pytest.mark.parametrize("change", ['"id": 0', '"id": "x"', '"flds": []', '"tmpls": [3]'])
def test_a_lock_whose_note_type_makes_no_sense_is_refused(run: Run, owner: Owner, tmp_path: Path, change: str) -> None:
    run("import", owner.export())
    path = tmp_path / "decks/geo-rivers.lock"
    path.write_text(path.read_text().replace('"type": 0,', f'"type": 0, {change},').replace('"id": 1', '"was": 1'))
    ended = run("export", "decks/geo-rivers.yaml", "-o", "back.apkg")
    assert (ended.status, ended.err.count("\n")) == (1, 1)


def test_three_rounds(run: Run, owner: Owner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Study, edit on both sides, import and export, three times over: nothing lost, doubled or overwritten."""
    cards = owner.col.card_count()
    owner.col.db.execute("update notes set mod = mod - 100")
    for turn in range(3):
        owner.study("Geo")
        note = owner.col.get_note(owner.col.find_notes("deck:Geo Capital")[0])
        note["Front"] = f"Capital of France, asked for the time {turn}"
        owner.col.update_note(note)
        again = run("import", owner.export())
        assert again.status == 0
        edit(tmp_path / "decks/words.yaml", "Le ", f"Le {turn} ")
        monkeypatch.setenv("SOURCE_DATE_EPOCH", str(1_900_000_000 + turn))
        assert back(run, owner, tmp_path)[0] == Log(0, 1, 5, 0)
        assert fields(owner, "deck:Geo Capital")[0].endswith(f"time {turn}")
    assert fields(owner, "dog")[3] == "Le 2 1 0 chien dort."
    assert owner.col.card_count() == cards
    assert owner.col.db.scalar("select count() from revlog") == 3
    assert owner.col.fix_integrity()[1]


ODD = st.sampled_from(
    ["<b>a</b>", "a &amp; b", "<ul><li>x</ul>", "{{c1::x}}", "{{x}}", "}}", r"\(x\)", "[sound:x.mp3]", "::", "\u0338",
     "é", "&nbsp;", "<br>", '<img src="x.png">', "<div>a</div>", "# - : |", "no", "12:30", "<table><tr><td>a</table>"]
)  # fmt: skip


@settings(deadline=None, max_examples=4, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(notes=st.lists(st.tuples(*[st.lists(ODD, min_size=1, max_size=4).map("".join)] * 2), min_size=4, max_size=12))
def test_any_notes_go_there_and_back_as_they_are(run: Run, tmp_path: Path, notes: list[tuple[str, str]]) -> None:
    """Whatever is in them: nothing lost, nothing doubled, and nothing changed that nobody edited."""
    folder = Path(tempfile.mkdtemp(dir=tmp_path))
    other = Owner(folder / "anki")
    try:
        for at, (front, back_) in enumerate(notes):
            other.add("Basic", "Odd", f"{at} {front}", back_)
            other.add("Cloze", "Odd", f"{{{{c1::{at}}}}} {front} {{{{c2::y::z}}}}", back_)
        package = other.export("new.apkg")
        before = other.rows(*TABLES, "notes")
        assert run("import", package, "-o", folder / "decks").status == 0
        ended = run("export", folder / "decks", "-o", folder / "back.apkg")
        assert ended.status == 0, ended.err
        log = other.read(folder / "back.apkg")
        assert (log.new, log.updated, log.conflicting) == (0, 0, 0)
        assert other.rows(*TABLES, "notes") == before
    finally:
        other.col.close()


def test_fields_beside_the_edited_one_keep_their_looks(run: Run, owner: Owner, tmp_path: Path) -> None:
    owner.add("Vocabulary", "Looks", "2", "chat", "cat", "Le <b>chat</b> <i>dort</i>.", "")
    run("import", owner.export())
    edit(tmp_path / "decks/looks.yaml", "Nr: 2", "Nr: 3")
    log, said = back(run, owner, tmp_path)
    assert (log, "warning" in said) == (Log(0, 1, 6, 0), False)
    assert fields(owner, "deck:Looks") == ["3", "chat", "cat", "Le <b>chat</b> <i>dort</i>.", ""]
