"""An edit in Anki of one field of a note of ours leaves all else of its card as it is, to the byte, for all cards."""

from __future__ import annotations

from pathlib import Path

import pytest

from quiz.deck.parse import read_string
from quiz.deck.read import load_decks
from tests.conftest import Run
from tests.imports.conftest import EARLY, LATE
from tests.imports.owner import Owner, back, note
from tests.imports.test_again import change

DECK = """\
format: 1
id: rivers
title: Rivers
cards:
  - id: asked
    question: When was Panama's canal opened?
    cloze: "The {{Panama}} Canal was opened in {{1914::year}}."
    answer: "1914"
  - id: numbered
    question: When and by whom?
    cloze: 'In {{c1::1914::a **year**: of war}} by {{c2::the *US*::a "state"}}, {{x^{2}}}'
    answer: [1914, the *US*, "x^{2}"]
  - id: alone
    cloze: "The  {{**Rhine**::a `river`}} flows by {{Köln::a city}}."
  - id: typed
    question: How long is it?
    cloze: "It is {{82 km::a length}} long."
    answer: 82
    unit: km
    tolerance: 2%
    hint: less than 100
  - id: choice
    question: Which **ocean**?
    cloze: "It ends in the {{Pacific::an ocean}}."
    answer: Pacific
    distractors:
      - text: Atlantic
        feedback: There it begins.
      - Arctic
    pin: [Arctic]
    explanation: "|a|b|"
  - id: order
    kind: order
    question: In which order?
    cloze: "The {{Nile::longest}} is long."
    answer: [Nile, Rhine, Po]
    partial: true
  - id: quote
    question: "Who wrote: “The canal is dug, and the land divided”?"
    cloze: "{{Roosevelt::a president}} wrote it."
    answer: Roosevelt
    accept: [TR]
    source:
      document: Letters
      line: 3
      text: "The canal is dug."
  - id: parts
    question: Which lakes?
    cloze: "It passes {{Gatun::G…}} and {{Miraflores::M…}}."
    answer: [Gatun, Miraflores]
    points: 2
    difficulty: hard
  - id: true
    kind: truefalse
    question: It has locks.
    cloze: "It is {{true::or not}} that it has locks."
    answer: "true"
    tags: [locks]
"""
CARDS = DECK.count("- id:")


def edit(there: Owner, name: str) -> None:
    """Write into a field of every note, or its tags."""
    for number in there.col.find_notes(""):
        note = there.col.get_note(number)
        if name == "tags":
            note.tags = [*note.tags, "mine"]
        else:
            note[name] = "https://example.org/mine"
        there.col.update_note(note)


def rest(deck: str, key: str) -> list[str]:
    """Tell the lines of a deck, without those of a key that is written in one."""
    return [line for line in deck.splitlines() if not line.startswith(f"    {key}: ")]


@pytest.mark.parametrize("name", ["Link", "Extra", "Title", "Explanation", "tags"])
def test_all_else_stays(run: Run, mine: Path, there: Owner, name: str) -> None:
    edit(there, name)
    assert run("import", there.export(), "-o", "mine").status == 0
    key = name.lower()
    assert rest(mine.read_text(), key) == rest(DECK, key)
    assert mine.read_text().count("mine") == (CARDS if key in ("explanation", "tags") else 0)


def test_a_hint_edited_here_stays_though_anki_has_no_place_for_it(
    run: Run, tmp_path: Path, mine: Path, there: Owner
) -> None:
    changed = DECK.replace("::year}}", "::a year}}")
    mine.write_text(changed)
    edit(there, "Explanation")
    run("import", there.export(), "-o", "mine")
    assert rest(mine.read_text(), "explanation") == rest(changed, "explanation")
    back(run, there, tmp_path)
    assert run("import", there.export(), "-o", "mine").out.endswith(f": {CARDS} unchanged\n")


def test_hints_that_a_note_shows_can_be_taken_out_there(run: Run, mine: Path, there: Owner) -> None:
    (number,) = there.col.find_notes('"note:Quiz Cloze"')
    note = there.col.get_note(number)
    note["Text"] = note["Text"].replace("::a city", "")
    there.col.update_note(note)
    run("import", there.export(), "-o", "mine")
    assert "{{Köln}}" in mine.read_text()
    assert "a `river`" in mine.read_text()


def test_an_edit_here_that_anki_has_not_taken_keeps_them_too(
    run: Run, tmp_path: Path, mine: Path, there: Owner
) -> None:
    changed = DECK.replace("Which lakes?", "Which two lakes?").replace("When was", "When again was")
    mine.write_text(changed)
    assert run("export", "mine", "-o", "late.apkg").status == 0
    edit(there, "Explanation")
    run("import", there.export(), "-o", "mine")
    assert rest(mine.read_text(), "explanation") == rest(changed, "explanation")
    back(run, there, tmp_path)


def test_from_anki_alone_they_come_back_too(run: Run, there: Owner, tmp_path: Path) -> None:
    assert run("import", there.export(), "-o", "empty").status == 0
    (deck,) = load_decks([tmp_path / "empty"])
    before = read_string(DECK, "rivers.yaml").deck
    assert before
    assert [card.hints for card in deck.cards] == [card.hints for card in before.cards]
    assert sum(bool(card.hints and card.question) for card in deck.cards) > 0


OPTIONS = """\
title: Rivers
cards:
  - question: Which two flow into the Rhine?
    answer: [Main, Mosel]
    distractors: [Oder, Elbe]
  - cloze: "The {{Thames}} runs through London."
    question: Which river runs there?
    answer: Thames
"""


def opened(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str) -> tuple[Path, Owner]:
    """A deck that an Anki has, and that."""
    path = tmp_path / "rivers" / "rivers.yaml"
    path.parent.mkdir()
    path.write_text(OPTIONS)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EARLY)
    assert run("export", "rivers", "-o", "rivers.apkg", "--present", kind).status == 0
    monkeypatch.setenv("SOURCE_DATE_EPOCH", LATE)
    owner = Owner(tmp_path / "other")
    owner.read(tmp_path / "rivers.apkg")
    return path, owner


def test_a_right_choice_reworded_where_it_is_offered_comes_in(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, owner = opened(run, tmp_path, monkeypatch, "question")
    change(owner, "flow", Choices=note(owner, "flow")["Choices"].replace("Mosel", "Moselle"))
    assert run("import", owner.export(), "-o", "rivers").out == "rivers/rivers.yaml: 1 updated, 1 unchanged\n"
    assert path.read_text() == OPTIONS.replace("Mosel", "Moselle")
    assert run("export", "rivers", "-o", "rivers.apkg").status == 0
    assert owner.read(tmp_path / "rivers.apkg").updated == 1
    assert "Moselle" in note(owner, "flow")["Answer"]
    assert run("import", owner.export(), "-o", "rivers").out == "rivers/rivers.yaml: 2 unchanged\n"
    owner.col.close()


@pytest.mark.parametrize(
    ("kind", "here", "there"),
    [
        ("question", ("through London", "through Oxford"), {"Question": "Which one runs there?"}),
        ("auto,typed", ("through London", "through Oxford"), {"Question": "Which one runs there?"}),
        ("cloze", ("Which river runs", "Which one runs"), {"Text": "The {{c1::Thames}} runs through Oxford."}),
    ],
)
def test_what_its_note_does_not_show_keeps_the_edit_made_here(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str, here: tuple[str, str], there: dict[str, str]
) -> None:
    path, owner = opened(run, tmp_path, monkeypatch, kind)
    path.write_text(OPTIONS.replace(*here))
    change(owner, "runs", **there)
    ended = run("import", owner.export(), "-o", "rivers")
    assert (ended.out, ended.err) == ("rivers/rivers.yaml: 1 updated, 1 unchanged\n", "")
    assert "through Oxford" in path.read_text()
    assert "Which one runs there?" in path.read_text()
    owner.col.close()
