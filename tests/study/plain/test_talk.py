"""The conversation: what it says, and what its lines do."""

from __future__ import annotations

import unicodedata
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from quiz.deck.model import Card, Deck
from quiz.study.history import History
from quiz.study.model import Way
from quiz.study.plain.talk import Talk
from quiz.study.plain.wording import marked, rows
from quiz.study.printable import cells
from quiz.study.session import Item
from quiz.study.sitting import Desk, Sitting
from tests.study.plain.conversing import talk
from tests.study.sample_decks import MORNING
from tests.tui.stage import BRIDGES, KOBLENZ, RIVERS
from tests.tui.test_hostile import hostile


def held(folder: Path, *lines: str, deck: Deck = RIVERS) -> str:
    """All that is said to some lines."""
    found = talk(folder, deck)
    told = found.begin()
    for line in lines:
        told += found.take(line)
    return "\n".join([*told, *found.end()])


def test_a_question_is_asked_and_answered(tmp_path: Path) -> None:
    found = talk(tmp_path, RIVERS)
    begun = found.begin()
    assert begun[0] == "0 due, 4 new, about 1 minute."
    assert begun[2:] == [
        "Question 1 of 4, Rivers of the world",
        "In what year did a party in a whaleboat first follow the Murray down to the sea?",
        "1. 1813",
        "2. 1826",
        "3. 1829",
        "4. 1907",
    ]
    assert found.wish == "Type a number from 1 to 4, 0 if you don't know."
    assert found.take("2")[:3] == ["Wrong.", "You said: 1826", "Right is: 1829"]
    assert found.wish == "Enter for the next, y if you were right, or another grade from 1 to 4."
    assert found.take("y")[0] == "Taken as right, by your own word."
    assert found.wish == "Enter for the next, or another grade from 1 to 4."
    assert found.take("y") == ["There is no wrong answer to take as right."]
    assert found.take("")[1] == "Question 2 of 4, Rivers of the world"


def test_the_passage_has_the_answer_marked(tmp_path: Path) -> None:
    told = held(tmp_path, "3").splitlines()
    assert told[8] == "Right: 1829"
    assert told[9].startswith("Passage: In «1829» a small party, ")
    assert told[10] == "From: Rivers of the world, line 23, § Exploration"
    assert told[11] == "Graded good: comes again in 10m."
    assert told[12] == "Grades: 1 again 1m, 2 hard 6m, 3 good 10m, 4 easy 8d."


def test_why_an_answer_was_taken_is_said(tmp_path: Path) -> None:
    found = talk(tmp_path, Deck("R", (RIVERS.cards[3],), id="r"))
    found.begin()
    told = found.take("Tigrsi")
    assert told[:2] == ["Close, taken as right: Tigris", "You typed: Tigrsi"]
    assert told[2].startswith("Why: ")


def test_typed_answers_and_commands_are_told_apart(tmp_path: Path) -> None:
    found = talk(tmp_path, Deck("R", (RIVERS.cards[3], RIVERS.cards[1]), id="r"))
    found.begin()
    assert found.wish == "Type a word, 0 if you don't know."
    assert found.take("") == ["Nothing typed: Enter once more if you don't know."]
    assert ":q stop; every answer is kept the moment it is given" in found.take("?")
    assert found.take("") == ["Nothing typed: Enter once more if you don't know."]
    assert found.take("")[0] == "Not known."
    assert found.take("u")[0] == "Undone: the answer to this question."
    assert found.take("u")[1:3] == ["You said: u", "Right is: Tigris"]
    assert found.take("u")[0] == "Undone: the answer to this question."
    assert found.take(":u") == ["Nothing to undo."]
    assert found.take(":x") == ["Not understood; :? for help."]
    assert found.take(":q") == []
    assert found.over


def test_the_end_says_what_was_put_off(tmp_path: Path) -> None:
    found = talk(tmp_path, RIVERS)
    found.begin()
    found.take(":b")
    assert "1 buried until tomorrow: `u` takes the last step back." in found.end()
    found.take(":u")
    assert not any("buried" in line for line in found.end())


def test_cards_are_marked(tmp_path: Path) -> None:
    found = talk(tmp_path, RIVERS)
    found.begin()
    assert found.take("f") == ["Flagged."]
    assert found.take("2")[0] == "Wrong."
    assert found.take("u")[-1] == "Flagged."
    assert found.take("f") == ["Flag taken off."]
    assert found.take("z")[2] == "Question 1 of 3, Rivers of the world"
    assert found.take(":b")[0] == "Put off until tomorrow."
    marks = found.sitting.desk.history.marks(["rivers"])
    assert marks["rivers", "murray"].suspended
    assert marks["rivers", "amazon"].buried is not None


def test_several_right_ones_are_told_by_numbers_or_letters(tmp_path: Path) -> None:
    found = talk(tmp_path, KOBLENZ)
    options = found.session.question.options
    assert found.wish == "Several may be right: type the numbers of all that are, as 1 3; 0 if you don't know."
    assert found.begin()[4:9] == [f"{number}. {option}" for number, option in enumerate(options, 1)]
    some = sorted(options.index(option) for option in ("Moselle", "Main"))
    told = found.take(" ".join("abcde"[at] for at in some))
    assert told[:4] == [
        "Wrong.",
        f"You said: {'; '.join(options[at] for at in some)}",
        "Right is: Rhine; Moselle",
        "Why: 1 of 2 ticked, and 1 wrong one",
    ]
    assert set(told[4:6]) == {
        "Missed: Rhine",
        "Not right: Main (The Main reaches the Rhine at Mainz, ninety kilometres up the river from there.)",
    }
    assert found.take("u")[0] == "Undone: the answer to this question."
    assert found.take("moselle, Rhine")[0] == "Right: Rhine; Moselle"


def test_nothing_is_missed_by_who_does_not_know(tmp_path: Path) -> None:
    assert talk(tmp_path, KOBLENZ).take("0")[:3] == [
        "Not known.",
        "Right is: Rhine; Moselle",
        "Passage: At Koblenz the «Moselle» flows into the «Rhine».",
    ]


def test_orders_are_put_by_numbers(tmp_path: Path) -> None:
    found = talk(tmp_path, BRIDGES)
    asked = found.begin()
    shown = [line[3:] for line in asked if line[1:3] == ". "]
    order = [shown.index(item) + 1 for item in BRIDGES.cards[0].ordered]
    assert found.take("1")[0] == "Not understood; ? for help."
    assert found.take(" ".join(map(str, order)))[0].startswith("Right: The chain bridge")
    assert found.take("")[2] == "True or false? In 1890, the ferry company of Werden was dissolved."
    told = found.take("1")
    assert told[:4] == ["Wrong.", "You said: true", "Right is: false", "Note: Not 1890 but 1913."]
    assert told[4].startswith("Passage: The false start")


def test_a_long_answer_is_looked_at_and_graded(tmp_path: Path) -> None:
    found = talk(tmp_path, Deck("R", (RIVERS.cards[2],), id="r"))
    found.begin()
    assert found.wish == "Enter shows the answer."
    assert found.take("0")[:2] == ["Not known.", f"Right is: {RIVERS.cards[2].answer}"]
    found.undo()
    assert found.take("")[0].startswith("Answer: The mud")
    assert found.wish == "How well did you know it? Type a number from 1 to 4."
    found.take("4")
    assert found.over
    assert found.end()[1:4] == ["1 of 1 known at the first try.", "1 new.", "Under a minute."]


def test_the_end_names_what_was_missed_and_what_waits(tmp_path: Path) -> None:
    told = held(tmp_path, "0", "", ":q")
    assert "0 of 1 known at the first try." in told
    assert "Missed: In what year did a party in a whaleboat" in told
    assert told.endswith("Still waiting: 0 due, 3 new.")
    assert "No question answered." in held(tmp_path / "other", "q")


def test_a_leech_is_suspended_with_notice(tmp_path: Path) -> None:
    deck = Deck("R", (RIVERS.cards[0],), id="r")
    clock = [MORNING]
    history = History(tmp_path / "history.db")
    item = Item(deck, deck.cards[0], new=False)
    found, told = Talk(Sitting([item], Desk(history, lambda: clock[0])), [deck]), [""]
    for lapse in range(1, 9):
        found.take("3")
        found.take("4")
        clock[0] += timedelta(days=400)
        found = Talk(Sitting([item], Desk(history, lambda: clock[0])), [deck])
        told = found.take("1")
        found = Talk(Sitting([item], Desk(history, lambda: clock[0])), [deck]) if lapse < 8 else found
    assert any(line.startswith("Suspended: forgotten 8 times") for line in told)
    found.take("")
    assert found.over


@pytest.mark.parametrize("way", ["choice", "typed", "reveal"])
def test_a_hostile_deck_is_said_without_anything_a_terminal_obeys(way: Way, tmp_path: Path) -> None:
    deck = hostile()
    found = talk(tmp_path, deck, way=way)
    told = found.begin()
    for _ in deck.cards:
        for line in ("1", "x", "", "4", ""):
            told += [] if found.over else [found.wish, *found.take(line)]
    for row in rows([*told, *found.end()], 60):
        assert cells(row) <= 60
        assert not [c for c in row if unicodedata.category(c) in ("Cc", "Cs")]
        assert "\u202e" not in row


def test_other_scripts_are_said_as_they_are() -> None:
    card = Card("تهران", question="پایتخت ایران؟ 漢字", id="t")
    deck = Deck("ایران", (card,), id="i")
    with TemporaryDirectory() as folder:
        found = talk(Path(folder), deck)
        assert found.begin()[-1] == card.question
        assert found.take("تهران")[0] == "Right: تهران"
    assert marked("پایتخت تهران است", card) == "پایتخت «تهران» است"
    assert rows(["1. 漢字漢字"], 7) == ["1. 漢字", "   漢字"]
