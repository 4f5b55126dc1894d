"""Hints of imported notes: the card's `hint`, and its way back into the field it comes of."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from quiz.deck.read import load_decks
from tests.conftest import Run
from tests.imports.owner import FORMATS, Log, Owner

BACK = "{{FrontSide}}<hr id=answer>{{Back}}{{#Extra}}<br>{{Extra}}{{/Extra}}"


@pytest.fixture
def there(tmp_path: Path) -> Iterator[Owner]:
    """A collection with a note type that has a field for hints, by its name, and one whose template says so."""
    owner = Owner(tmp_path / "there")
    owner.notetype("Named", "Front Hint Back Extra", ("{{Front}}", "{{Hint}}" + BACK))
    owner.notetype("Clicked", "Front Back Clue2 More Extra", ("{{Front}}{{hint:Clue2}}{{hint:More}}", BACK))
    owner.notetype("Shown", "Front Hint Back Extra", ("{{Front}} ({{Hint}})", BACK))
    owner.notetype("Only", "Front Back Extra", ("{{Front}} {{hint:Back}}", BACK))
    owner.notetype("Behind", "Front Back Extra", ("{{Front}}", "{{Back}}{{hint:Extra}}"))
    yield owner
    owner.col.close()


CASES = {
    "Named": (("asked", "a <u>clue</u>", "said", "more"), ("asked", "said", "a clue", "more")),
    "Clicked": (("asked", "said", "one", "two", "more"), ("asked", "said", "one\ntwo", "more")),
    "Shown": (("asked", "a clue", "said", "more"), ("asked\na clue", "said", "", "more")),
    "Only": (("asked", "said", "more"), ("asked", "said", "", "more")),
    "Behind": (("asked", "said", "more"), ("asked", "said", "", "more")),
}


@pytest.mark.parametrize("notetype", CASES)
def test_a_hint_is_one(run: Run, there: Owner, tmp_path: Path, notetype: str) -> None:
    fields, (question, answer, hint, explanation) = CASES[notetype]
    there.add(notetype, "Hints", *fields)
    assert run("import", there.export()).status == 0
    (deck,) = load_decks([tmp_path / "decks"])
    (card,) = deck.cards
    assert (card.question, card.answer, card.hint, card.explanation) == (question, answer, hint, explanation)


@pytest.mark.parametrize("through", FORMATS[:2])
def test_what_is_changed_of_it_goes_back_to_its_field(run: Run, there: Owner, tmp_path: Path, through: str) -> None:
    named = there.add("Named", "Hints", "asked", "a <u>clue</u>", "said")
    clicked = there.add("Clicked", "Hints", "what", "that", "one", "two", "more")
    without = there.add("Named", "Hints", "who", "", "he")
    run("import", there.export(through))
    path = tmp_path / "decks/hints.yaml"
    run("export", "decks", "-o", "back.apkg")
    assert there.read(tmp_path / "back.apkg") == Log(0, 0, 3, 0)

    text = path.read_text().replace("a clue", "another").replace("one\n", "first\n")
    path.write_text(text.replace("    answer: he\n", "    answer: he\n    hint: not she\n"))
    ended = run("export", "decks", "-o", "back.apkg")
    assert "have no field" not in ended.err
    assert there.read(tmp_path / "back.apkg") == Log(0, 3, 0, 0)
    for note in (named, clicked, without):
        note.load()
    assert named.fields == ["asked", "another", "said", ""]
    assert clicked.fields == ["what", "that", "first", "two", "more"]
    assert without.fields == ["who", "not she", "he", ""]
    assert run("import", there.export(through)).out == "decks/hints.yaml: 3 unchanged\n"


def test_of_a_cloze(run: Run, there: Owner, tmp_path: Path) -> None:
    made = there.col.models.by_name("Cloze")
    there.col.models.add_field(made, there.col.models.new_field("Hint"))
    made["tmpls"][0]["qfmt"] += "{{hint:Hint}}"
    there.col.models.update_dict(made)
    there.add("Cloze", "Hints", "{{c1::Paris}} lies on the {{c2::Seine}}.", "more", "in France")
    run("import", there.export())
    (deck,) = load_decks([tmp_path / "decks"])
    assert [(card.hint, card.explanation) for card in deck.cards] == [("in France", "more")] * 2


def test_one_with_a_picture_is_told_with_the_answer(run: Run, there: Owner, tmp_path: Path) -> None:
    there.medium("map.png", b"\x89PNG")
    there.add("Named", "Hints", "asked", 'see <img src="map.png">', "said")
    run("import", there.export())
    (deck,) = load_decks([tmp_path / "decks"])
    assert (deck.cards[0].hint, deck.cards[0].explanation) == ("", "Hint: see ![](media/map.png)")


def test_of_a_table(run: Run, tmp_path: Path) -> None:
    table = tmp_path / "hints.csv"
    table.write_text("question,answer,hint\nasked,said,a clue\n")
    run("import", "hints.csv")
    (deck,) = load_decks([tmp_path / "decks"])
    assert deck.cards[0].hint == "a clue"
    table.write_text("question,answer,hint\nasked,said,another\n")
    assert run("import", "hints.csv").out == "decks/hints.yaml: 1 updated\n"
