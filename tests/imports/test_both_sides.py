"""Edited in Anki: what a card can say comes in, the rest is told and stays there; of two edits none is lost untold."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from quiz.deck.beyond import short
from quiz.deck.lock import read_lock, write_lock
from quiz.deck.notefields import CARRIED
from tests.conftest import Run
from tests.imports.owner import Log, Owner, back, note
from tests.imports.test_again import change

TAKE = "to take theirs, write it here; an export puts yours there"

DECK = """\
title: Rivers
cards:
  - question: Where does the Danube end?
    answer: Black Sea
  - cloze: Baghdad was founded in {{762}} on the Tigris.
  - question: Which river runs through Baghdad?
    answer: Tigris
    distractors: [Nile, Elbe]
"""


BOLD = "underlined, coloured or partly bold words"
DANUBE = "“Where does the Danube end?”"

EDITS = {
    "bold": ("Danube", {"Answer": "the <b>Black</b> Sea"}, "answer: the **Black** Sea", ""),
    "code and a formula": ("Danube", {"Answer": r"<code>x</code> is \(x^2\)"}, 'answer: "`x` is $x^2$"', ""),
    "bold letters": ("Danube", {"Answer": "<b>B</b>lack <u>Lake</u>"}, "answer: Black Lake", BOLD),
    "a colour": ("Danube", {"Answer": '<span style="color: red">Red</span> Sea'}, "answer: Red Sea", BOLD),
    "a picture": ("Danube", {"Explanation": 'See <img src="map.png">'}, "See ![](media/map.png)", ""),
    "a sound": ("Danube", {"Explanation": "[sound:dog.mp3]"}, "[sound:media/dog.mp3]", ""),
    "a picture beside words of one's own": (
        "Danube", {"Explanation": 'Look <b>here</b>: <img src="map.png"><ul><li>a</li></ul>', "Extra": "mine"},
        "Look **here**: ![](media/map.png)", "",
    ),
    "a drawn picture": ("Danube", {"Explanation": 'x<img src="data:image/png;base64,x">'}, "x[picture]", "a picture"),
    "lines": ("Danube", {"Explanation": "<div>a</div><div>b</div>"}, "      a\n      b\n", ""),
    "bold in a choice": (
        "through", {"Choices": "<ul><li data-right>Tigris</li><li>the <b>Nile</b></li><li>Elbe</li></ul>"},
        "distractors: [the **Nile**, Elbe]", "",
    ),
    "a second gap": (
        "founded", {"Text": "Baghdad was founded in {{c1::762}} on the {{c2::Tigris}}."},
        "cloze: Baghdad was founded in {{762}} on the {{Tigris}}.", "gaps that are asked one by one",
    ),
    "another word in the gap": (
        "founded", {"Text": "Baghdad was founded in {{c1::July 762}} on the Tigris."},
        "cloze: Baghdad was founded in {{July 762}} on the Tigris.", "",
    ),
}  # fmt: skip

FOLLOWED = {"a sound": ("Options",), "another word in the gap": ("Answer",)}
"""Edits after which another field is to follow, by name."""


@pytest.mark.parametrize("name", EDITS)
def test_what_was_edited_there_comes_in_and_stays_there_as_it_is(
    run: Run, mine: Path, there: Owner, tmp_path: Path, name: str
) -> None:
    search, fields, line, lost = EDITS[name]
    there.medium("map.png", b"\x89PNG")
    there.medium("dog.mp3", b"bark")
    change(there, search, **fields)
    edited = note(there, search).fields

    ended = run("import", there.export(), "-o", "mine")
    assert ended.out.startswith("mine/rivers.yaml: 1 updated, 2 unchanged\n")
    assert line in mine.read_text()
    assert mine.read_text().count("answer:") == 2
    assert [each for each in ended.err.splitlines() if "its note in Anki has" in each] == ended.err.splitlines()
    assert bool(lost) == bool(ended.err)
    assert lost in ended.err

    text, lock = mine.read_bytes(), mine.with_suffix(".lock").read_bytes()
    again = run("import", there.export(), "-o", "mine")
    assert (again.out.splitlines()[0], again.err) == ("mine/rivers.yaml: 3 unchanged", "")
    assert (mine.read_bytes(), mine.with_suffix(".lock").read_bytes()) == (text, lock)

    log, told = back(run, there, tmp_path)
    followed = FOLLOWED.get(name, ())
    assert log == Log(0, len(followed), 3 - len(followed), 0)
    assert f"0 new, {len(followed)} edited" in told
    after = note(there, search)
    changed = [field for field, was in zip(after.keys(), edited, strict=True) if after[field] != was]
    assert {*changed} - {CARRIED} == {*followed}
    assert "overwrites" not in told
    assert "3 unchanged" in run("import", there.export(), "-o", "mine").out


def test_a_picture_added_there_counts_as_told_in_an_empty_folder_too(run: Run, there: Owner, tmp_path: Path) -> None:
    there.medium("map.png", b"\x89PNG")
    change(there, "Danube", Explanation='Look <b>here</b>: <img src="map.png">', Extra="mine")
    edited = note(there, "Danube").fields
    assert run("import", there.export(), "-o", "empty").status == 0
    ended = run("export", "empty", "-o", "back.apkg")
    assert "0 new, 0 edited" in ended.err
    assert there.read(tmp_path / "back.apkg") == Log(0, 0, 3, 0)
    assert note(there, "Danube").fields == edited


def test_what_an_edit_here_overwrites_there_is_told(run: Run, mine: Path, there: Owner, tmp_path: Path) -> None:
    change(there, "Danube", Answer="the <u>Black</u> Sea")
    run("import", there.export(), "-o", "mine")
    mine.write_text(mine.read_text().replace("the Black Sea", "Black Sea, in Romania"))

    log, told = back(run, there, tmp_path)

    assert log == Log(0, 1, 2, 0)
    assert (
        f"mine/rivers.yaml:3:5: {DANUBE} was edited, so an import overwrites its note in Anki, which has {BOLD}" in told
    )
    assert note(there, "Danube")["Answer"] == "Black Sea, in Romania"
    log, told = back(run, there, tmp_path)
    assert (log, "overwrites" in told) == (Log(0, 0, 3, 0), False)
    assert run("import", there.export(), "-o", "mine").out == "mine/rivers.yaml: 3 unchanged\n"


def test_what_was_reviewed_here_is_no_edit(run: Run, mine: Path, there: Owner) -> None:
    mine.write_text(DECK.replace("answer: Black Sea", "answer: Black Sea\n    reviewed: true"))
    change(there, "Danube", Explanation="see the map")
    ended = run("import", there.export(), "-o", "mine")
    assert (ended.out, ended.err) == ("mine/rivers.yaml: 1 updated, 2 unchanged\n", "")
    assert "reviewed: true" in mine.read_text()
    assert "explanation: see the map" in mine.read_text()


def test_what_was_taken_back_there_is_nothing_to_lose(run: Run, mine: Path, there: Owner, tmp_path: Path) -> None:
    change(there, "Danube", Answer="the <u>Black</u> Sea")
    run("import", there.export(), "-o", "mine")
    lock = read_lock(mine)  # Anki tells no two edits within a second apart
    lock.notes = {line: replace(each, mod=each.mod - 100) for line, each in lock.notes.items()}
    write_lock(mine, lock)
    change(there, "Danube", Answer="the Black Sea")
    assert run("import", there.export(), "-o", "mine").err == ""
    mine.write_text(mine.read_text().replace("the Black Sea", "Black Sea"))
    assert "overwrites" not in back(run, there, tmp_path)[1]


def test_force_tells_what_it_overwrites(run: Run, mine: Path, there: Owner, tmp_path: Path) -> None:
    change(there, "Danube", Answer="the <u>Black</u> Sea")
    run("import", there.export(), "-o", mine.parent)
    log, told = back(run, there, tmp_path, "--force")
    assert log == Log(0, 3, 0, 0)
    assert f"{DANUBE} --force: an import overwrites its note in Anki, which has" in told
    assert "was edited, so" not in told


def test_of_a_card_edited_on_both_sides_what_was_edited_on_one_alone_holds(
    run: Run, mine: Path, there: Owner, tmp_path: Path
) -> None:
    mine.write_text(mine.read_text().replace("[Nile, Elbe]", "[Nile, Rhine]"))
    change(there, "through", Question="Through Baghdad runs which river?")
    ended = run("import", there.export(), "-o", "mine")
    assert (ended.out, ended.err) == ("mine/rivers.yaml: 1 updated, 2 unchanged\n", "")
    assert "Through Baghdad runs which river?" in mine.read_text()
    assert "[Nile, Rhine]" in mine.read_text()
    log, told = back(run, there, tmp_path)
    assert (log, "overwrites" in told) == (Log(0, 1, 2, 0), False)
    assert "Rhine" in note(there, "Baghdad -founded")["Choices"]
    assert run("import", there.export(), "-o", "mine").err == ""


def test_so_does_what_was_edited_there_alone_beside_a_key_edited_on_both(run: Run, mine: Path, there: Owner) -> None:
    mine.write_text(mine.read_text().replace("[Nile, Elbe]", "[Nile, Rhine]"))
    choices = "<ul><li data-right>Tigris</li><li>Nile</li><li>Volga</li></ul>"
    change(there, "through", Question="Through Baghdad runs which river?", Choices=choices)
    ended = run("import", there.export(), "-o", "mine")
    assert ended.out == "mine/rivers.yaml: 1 updated, 2 unchanged\n"
    assert "`distractors` stays “Nile; Rhine”, there it is “Nile; Volga”" in ended.err
    assert ended.err.count("edited on both sides") == 1
    assert "Through Baghdad runs which river?" in mine.read_text()


def test_what_stays_is_counted_as_kept(run: Run, mine: Path, there: Owner) -> None:
    mine.write_text(mine.read_text().replace("[Nile, Elbe]", "[Nile, Rhine]"))
    change(there, "through", Choices="<ul><li data-right>Tigris</li><li>Nile</li><li>Volga</li></ul>")
    assert run("import", there.export(), "-o", "mine").out == "mine/rivers.yaml: 2 unchanged, 1 yours kept\n"


def test_an_edit_on_both_sides_is_told_once_by_card_and_key(run: Run, owner: Owner, tmp_path: Path) -> None:
    run("import", owner.export())
    path = tmp_path / "decks/geo.yaml"
    path.write_text(path.read_text().replace("answer: Paris", "answer: Lutetia"))
    change(owner, "Capital", Front="The capital of France", Back="Rome")

    first = run("import", owner.export())
    told = "“Capital of France” was edited on both sides: `answer` stays “Lutetia”, there it is “Rome”"
    assert [line for line in first.err.splitlines() if "both sides" in line] == [
        f"decks/geo.yaml:7: warning: {told} ({TAKE})"
    ]
    before = {each: each.read_bytes() for each in tmp_path.glob("decks/*.*")}
    again = run("import", owner.export())
    assert ("both sides" in again.err, {each: each.read_bytes() for each in before}) == (False, before)

    change(owner, "capital", Back="Roma")
    assert "`answer` stays “Lutetia”, there it is “Roma”" in run("import", owner.export()).err


LONG = "In which European capital did the treaty that ended the war of the rivers get its seals"
MORE = f"{LONG} in the end"
TAIL = "rivers get its seals in the end”"


@pytest.mark.parametrize("fields", [("Question", "Explanation"), ("Explanation",)])
def test_words_added_at_the_end_of_long_texts_are_named_by_import_and_export(
    run: Run, mine: Path, there: Owner, tmp_path: Path, fields: tuple[str, ...]
) -> None:
    mine.write_text(DECK.replace("Where does the Danube end?", LONG).replace("Sea", f"Sea\n    explanation: {LONG}"))
    assert back(run, there, tmp_path)[0].updated == 1
    lock = read_lock(mine)  # Anki tells no two edits within a second apart
    lock.notes = {line: replace(each, mod=min(each.mod, 1700000001)) for line, each in lock.notes.items()}
    write_lock(mine, lock)
    change(there, "European", **dict.fromkeys(fields, MORE))
    mine.write_text(mine.read_text().replace("seals", "seal"))

    told = run("import", there.export(), "-o", "mine").err
    for key in map(str.lower, fields):
        assert f"`{key}` stays “…of the rivers get its seal”, there it is “…" in told
    assert told.count(TAIL) == len(fields)

    told = back(run, there, tmp_path)[1]
    assert "was edited, so an import overwrites its note in Anki, which has " in told
    assert [key for key in ("question", "explanation") if f"`{key}` “…" in told] == [*map(str.lower, fields)]
    assert told.count(TAIL) == len(fields)
    assert note(there, "European")["Explanation"] == LONG.replace("seals", "seal")


def test_so_are_those_of_a_note_of_ones_own(run: Run, owner: Owner, tmp_path: Path) -> None:
    owner.add("Basic", "Long", LONG, "Vienna")
    run("import", owner.export())
    path = tmp_path / "decks/long.yaml"
    path.write_text(path.read_text().replace(LONG, f"{LONG} at last"))
    change(owner, "European", Front=MORE)
    told = run("import", owner.export()).err
    assert "its seals at last”, there it is “…" in told
    assert TAIL in told
    told = run("export", "decks", "-o", "back.apkg").err
    assert "overwrites its note in Anki, which has `question` “…" in told
    assert TAIL in told


def test_a_text_that_an_older_lock_cut_is_named_still(run: Run, owner: Owner, tmp_path: Path) -> None:
    owner.add("Basic", "Long", LONG, "Vienna")
    run("import", owner.export())
    path = tmp_path / "decks/long.yaml"
    path.write_text(path.read_text().replace(LONG, f"{LONG} at last"))
    change(owner, "European", Front=MORE)
    run("import", owner.export())
    lock = path.with_suffix(".lock").read_text()
    over = lock.index(MORE, lock.index('"over"'))
    path.with_suffix(".lock").write_text(f"{lock[:over]}{short(MORE)}{lock[over + len(MORE) :]}")
    told = run("export", "decks", "-o", "back.apkg").err
    assert f"overwrites its note in Anki, which has `question` “{short(MORE)}”" in told


def test_many_conflicts_are_counted(run: Run, owner: Owner, tmp_path: Path) -> None:
    for number in range(30):
        owner.add("Basic", "Many", f"Question {number}", "answer")
    run("import", owner.export())
    path = tmp_path / "decks/many.yaml"
    path.write_text(path.read_text().replace("answer: answer", "answer: mine"))
    for number in range(30):
        change(owner, f'"front:Question {number}"', Back="theirs")
    lines = [line for line in run("import", owner.export()).err.splitlines() if line.startswith("decks/many")]
    assert len(lines) == 21
    assert lines[-1] == "decks/many.yaml: warning: edited on both sides: 10 more"


def test_what_was_emptied_there_is_told_in_a_word(run: Run, mine: Path, there: Owner, tmp_path: Path) -> None:
    change(there, "through", Choices="")
    mine.write_text(mine.read_text().replace("[Nile, Elbe]", "[Nile, Rhine]"))
    told = run("import", there.export(), "-o", "mine").err
    assert "`distractors` stays “Nile; Rhine”, there it is empty" in told
    assert "which has `distractors` empty" in back(run, there, tmp_path)[1]


def test_cards_that_are_gone_from_the_package_are_told(run: Run, mine: Path, there: Owner, tmp_path: Path) -> None:
    there.col.remove_notes(there.col.find_notes("Danube"))
    ended = run("import", there.export(), "-o", "mine")
    assert ended.out == "mine/rivers.yaml: 2 unchanged, 1 not in the package\n"
    assert f"mine/rivers.yaml: warning: not in the package any more: {DANUBE} (deleted there? then delete" in ended.err
    assert mine.read_text() == DECK
    assert back(run, there, tmp_path)[0] == Log(1, 0, 2, 0)


def test_so_are_cards_of_ones_own_notes(run: Run, owner: Owner) -> None:
    run("import", owner.export())
    owner.col.remove_notes(owner.col.find_notes("Capital"))
    told = run("import", owner.export()).err
    assert "decks/geo.yaml: warning: not in the package any more: “Capital of France”, “Paris” (deleted" in told
    assert told.count("not in the package any more") == 1
