"""One note of ours that somebody spoiled: it comes in as well as can be, or is left out and told; no other does."""

from __future__ import annotations

import json
from html import escape
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from quiz.deck.model import Card, Deck
from quiz.deck.parse import read_string
from quiz.deck.read import load_decks
from quiz.deck.write import dump
from quiz.imports.anki.mending import filled, mended
from tests.conftest import Run
from tests.imports.owner import Owner

HOME = "."
DECK = """\
title: Rivers
id: rivers
cards:
  - {id: end, question: Where does the Danube end?, answer: Black Sea, distractors: [Nile, Elbe]}
  - {id: founded, cloze: 'Baghdad was founded in {{762}}.'}
  - {id: longer, kind: order, question: Which is longer?, answer: [Nile, Elbe]}
  - {id: length, question: How long is the Danube?, answer: 2850 km}
"""


def hidden(**told: object) -> str:
    return escape(json.dumps(told), quote=False)


SPOILED = {
    "an unknown kind": ("end", {"Options": "kind-riddle"}, 4, "its kind “riddle” is unknown, and left out"),
    "a kind that it is not": ("end", {"Options": "kind-truefalse"}, 4, "not of its kind “truefalse”"),
    "an order of nothing": ("end", {"Options": "kind-order"}, 4, "not of its kind “order”"),
    "an order by no name": ("longer", {"Options": ""}, 4, "taken for an order card"),
    "an order of one": ("longer", {"Answer": "<ol><li>Nile</li></ol>"}, 4, "not 2 to 9 different ones"),
    "an order of the same": ("longer", {"Answer": "<ol><li>Nile</li><li>nile</li></ol>"}, 4, "different ones"),
    "a tolerance of words": ("length", {"Reserve 2": hidden(tolerance="much")}, 4, "“much” is no number above 0"),
    "no tolerance": ("length", {"Reserve 2": hidden(tolerance="0%")}, 4, "“0%” is no number above 0"),
    "a torn cloze": ("length", {"Reserve 2": hidden(cloze="{{x")}, 4, "its cloze is left out, for a gap is opened"),
    "the answer a wrong one": ("end", {"Answer": "Nile"}, 4, "the answer “Nile” stood among its wrong answers"),
    "no answer": ("length", {"Answer": ""}, 3, "it asks nothing, or nothing is the answer; left out"),
    "no gap": ("founded", {"Text": "nothing {{c1::}}"}, 3, "left out"),
    "what nobody sees in its ID": ("end", {"ID": "rivers/e&#8203;nd"}, 4, "its ID is not one of ours any more"),
    "a long ID": ("end", {"ID": "rivers/" + "x" * 65}, 4, "its ID is not one of ours any more"),
    "what nobody sees in its deck's": ("end", {"ID": "riv&#8203;ers/end"}, 4, "its ID is not one of ours any more"),
    "a number of no page": ("end", {"Reserve 2": hidden(source={"page": 0, "text": "x"})}, 4, ""),
}


@pytest.mark.parametrize("name", SPOILED)
def test_one_spoiled_note_keeps_no_other_out(run: Run, there: Owner, tmp_path: Path, name: str) -> None:
    card, fields, count, told = SPOILED[name]
    note = there.col.get_note(there.col.find_notes(f'"ID:rivers/{card}"')[0])
    for field, text in fields.items():
        note[field] = text
    there.col.update_note(note)

    ended = run("import", there.export())

    assert ended.status == 0, ended.err
    decks = load_decks([tmp_path / "decks"])
    assert sum(len(deck.cards) for deck in decks) == count
    assert [line for line in ended.err.splitlines() if told in line] or not told
    beside = "its note in Anki has `Items` “"  # which an answer of other items leaves behind
    others = [line for line in ended.err.splitlines() if not (card == "longer" and beside in line)]
    assert all(line.startswith(f"{tmp_path / 'new.apkg'}: warning: note “") for line in others)
    assert run("check", "decks").status == 0
    assert run("export", "decks", "-o", "again.apkg").status == 0
    assert run("import", there.export()).status == 0
    assert sum(len(deck.cards) for deck in load_decks([tmp_path / "decks"])) == count


def test_a_spoiled_note_leaves_the_deck_it_comes_back_to_whole(run: Run, there: Owner, tmp_path: Path) -> None:
    note = there.col.get_note(there.col.find_notes('"ID:rivers/end"')[0])
    note["Options"], note["Answer"] = "kind-riddle", "the Black Sea"
    there.col.update_note(note)
    ended = run("import", there.export(), "-o", ".")
    assert ended.out == "rivers.yaml: 1 updated, 3 unchanged\n"
    assert (tmp_path / "rivers.yaml").read_text() == DECK.replace("answer: Black", "answer: the Black")


def test_what_no_deck_can_hold_is_left_out_whatever_it_is(
    run: Run, there: Owner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("quiz.imports.anki.ours.mended", lambda card: (card, []))
    note = there.col.get_note(there.col.find_notes('"ID:rivers/end"')[0])
    note["Options"] = "kind-riddle"
    there.col.update_note(note)
    ended = run("import", there.export())
    assert ended.out == "decks/rivers.yaml: +3 new\n"
    assert "“Where does the Danube end?” cannot stand in a deck, and is left out" in ended.err
    assert len(load_decks([tmp_path / "decks"])[0].cards) == 3


TEXT = st.sampled_from(["", " ", "Nile", "nile", "true", "{{Nile}}", "{{}}", "{{x", "5%", "0", "-1", "x" * 99])
LISTED = st.lists(TEXT, max_size=4).map(tuple)
CARDS = st.builds(
    Card, TEXT, TEXT, TEXT, kind=st.sampled_from(["", "date", "order", "truefalse", "riddle"]), accept=LISTED,
    distractors=LISTED, ordered=LISTED, tolerance=TEXT,
)  # fmt: skip


@settings(deadline=None)
@example(Card("Nile", cloze="{{Nile}}", ordered=("Nile", "Elbe")))
@given(CARDS)
def test_a_mended_card_can_stand_in_a_deck(card: Card) -> None:
    made, faults = mended(card)
    if made is None:
        assert faults
        return
    assert mended(made) == (made, [])
    reading = read_string(dump(Deck("x", (made,))), "x.yaml")
    assert [str(problem) for problem in reading.problems if problem.severity == "error"] == []
    assert bool(faults) == (made != filled(card))
