"""All of a visit on lines: decks chosen, studied, practised, gone on with, edited; and what is said at the end."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from itertools import count
from pathlib import Path

import pytest

from quiz.config import StudyConfig
from quiz.deck.model import Deck
from quiz.deck.read import load_decks
from quiz.study.desk import Desk
from quiz.study.history import History
from quiz.study.model import Grade, Way
from quiz.study.plain.choosing import MOST, WISH
from quiz.study.plain.talk import Aids
from quiz.study.plain.visit import Visit
from quiz.verbs.reading import read_document
from tests.study.sample_decks import MORNING, deck_of
from tests.tui.canals import written
from tests.tui.stage import BRIDGES, PLANETS, RIVERS


def visit(
    folder: Path, *decks: Deck, way: Way | None = None, at_once: bool = False, aids: Aids | None = None, new: int = 20
) -> Visit:
    """A visit to some decks, by a clock that goes on a second with every look."""
    ticks = count()
    history = History(folder / "history.db")
    desk = Desk(history, lambda: MORNING + timedelta(seconds=next(ticks)), StudyConfig(new_a_day=new))
    return Visit(decks, desk, way, at_once=at_once, aids=aids)


def asked(seen: Visit) -> str:
    """The id of the card that is asked."""
    assert seen.talk
    return seen.talk.session.current.card.id


def modes(seen: Visit) -> list[str]:
    return [review.mode for review in seen._desk.history.reviews()]


def test_of_several_decks_some_are_chosen(tmp_path: Path) -> None:
    seen = visit(tmp_path, RIVERS, BRIDGES, PLANETS)
    assert seen.begin() == [
        "3 decks: 0 due, 13 new, about 2 minutes.",
        "1. Rivers of the world: 0 due, 4 new, 4 cards.",
        "2. Bridges: 0 due, 2 new, 2 cards.",
        "3. Planets: 0 due, 7 new, 7 cards.",
    ]
    assert seen.wish == WISH
    told = seen.take("2")
    assert told[0] == "0 due, 2 new, about 1 minute."
    assert told[1].startswith("Type ? for help")
    assert told[3] == "Question 1 of 2, Bridges"
    assert seen.take("d")[0].startswith("3 decks: ")
    assert seen.take("1 3")[:3] == ["0 due, 11 new, about 2 minutes.", "", "Question 1 of 11, Planets"]


@pytest.mark.parametrize(("line", "cards"), [("", 13), ("3, 2", 9), ("3 3", 7), ("planet", 7), ("RIVERS world", 4)])
def test_how_decks_are_chosen(line: str, cards: int, tmp_path: Path) -> None:
    seen = visit(tmp_path, RIVERS, BRIDGES, PLANETS)
    seen.begin()
    seen.take(line)
    assert seen.talk
    assert seen.talk.session.total == cards


def test_words_that_several_titles_have_list_them(tmp_path: Path) -> None:
    seen = visit(tmp_path, deck_of(3, "Rivers of Asia"), PLANETS, deck_of(1, "Rivers of Äfrica"))
    seen.begin()
    assert seen.take("rivers") == [
        "1. Rivers of Asia: 0 due, 3 new, 3 cards.",
        "3. Rivers of Äfrica: 0 due, 1 new, 1 card.",
    ]
    assert seen.take("4") == ["No deck has that number or title: they go from 1 to 3; ? for help."]
    assert seen.take("m") == ["Not possible before a deck is chosen; ? for help."]
    assert "c practises all decks" in "".join(seen.take("?"))
    assert seen.take("river africa")[3] == "Question 1 of 1, Rivers of Äfrica"


def test_of_very_many_decks_the_first_are_listed(tmp_path: Path) -> None:
    seen = visit(tmp_path, *(deck_of(1, f"Deck {n}") for n in range(MOST + 5)))
    told = seen.begin()
    assert told[MOST].startswith(f"{MOST}. Deck {MOST - 1}: ")
    assert told[MOST + 1 :] == ["And 5 more: type part of a title."]
    assert seen.take("45")[3] == "Question 1 of 1, Deck 44"


def test_the_end_before_a_deck_is_chosen(tmp_path: Path) -> None:
    seen = visit(tmp_path, RIVERS, BRIDGES)
    seen.begin()
    assert seen.end() == ["", "No question answered.", "Still waiting: 0 due, 6 new."]
    assert seen.take("q") == []
    assert seen.over


def test_one_deck_or_all_at_once_begin_with_a_question(tmp_path: Path) -> None:
    assert visit(tmp_path, RIVERS).begin()[3] == "Question 1 of 4, Rivers of the world"
    seen = visit(tmp_path, RIVERS, BRIDGES, at_once=True)
    assert seen.begin()[3].startswith("Question 1 of 6")
    assert seen.take("d") == ["There are no other decks."]
    assert seen.take("1")[0] in ("Wrong.", "Right: 1829")


def test_once_nothing_is_left_one_is_told_and_can_go_on(tmp_path: Path) -> None:
    seen = visit(tmp_path, deck_of(3), way="typed", new=2)
    seen.begin()
    for line in ("Answer 0", "", "Answer 1"):
        seen.take(line)
    told = seen.take("")
    assert told[:2] == ["", "2 of 2 known at the first try."]
    assert told[-1] == "Nothing waits. Next due in 10m."
    assert seen.wish == "Enter ends; m studies more, c practises these decks (cram), u takes the last step back."
    assert seen.end() == []
    assert seen.take("tigris") == ["Not possible now."]
    assert "m at the end: study more" in seen.take("?")

    assert seen.take("m")[0] == "1 card more than today's number, about 1 minute."
    seen.take("Answer 2")
    seen.take("4")
    assert seen.take("m")[0] == "3 cards for practice (ahead of time): the schedule is left alone."
    assert seen.take("Answer 0")[0] == "Right: Answer 0"
    assert seen.take("q") == []
    assert seen.end()[1] == "1 of 1 known at the first try."
    assert modes(seen) == ["study"] * 3 + ["ahead"]


def test_the_last_step_is_taken_back_from_the_end(tmp_path: Path) -> None:
    seen = visit(tmp_path, deck_of(1))
    seen.begin()
    seen.take("no")
    seen.take("y")
    seen.take("")
    assert seen.wish.startswith("Enter ends; ")
    told = seen.take("u")
    assert told[0] == "Undone: your own grade of this answer."
    assert "Wrong." in told
    assert seen.take("u")[:3] == ["Undone: the answer to this question.", "", "Question 1 of 1, Rivers"]
    assert modes(seen) == []
    assert seen.end()[1] == "No question answered."


def test_cram_leaves_the_schedule_alone(tmp_path: Path) -> None:
    seen = visit(tmp_path, RIVERS, BRIDGES, way="reveal")
    seen.begin()
    assert seen.take("c 2")[0] == "2 cards for practice (cram): the schedule is left alone."
    told = seen.take("")
    assert not any(line.startswith("Grades") for line in told)
    seen.take("1")
    assert seen.take("c")[1:3] == ["0 of 1 known at the first try.", "1 new."]
    assert seen.take("d")[0] == "2 decks: 0 due, 6 new, about 1 minute."
    assert seen.take("c")[0] == "6 cards for practice (cram): the schedule is left alone."
    assert modes(seen) == ["cram"]
    assert seen._desk.history.memories(["rivers", "bridges"]) == {}


def test_where_nothing_waits_one_can_practise_still(tmp_path: Path) -> None:
    seen = visit(tmp_path, deck_of(2), new=0)
    assert seen.begin() == [
        "",
        "Nothing is due, and new cards are switched off: `new_a_day` is 0 in the configuration.",
    ]
    assert seen.wish == "Enter ends; m studies more, c practises these decks (cram)."
    assert seen.take("u") == ["Nothing to undo."]
    assert seen.take("m")[0] == "2 cards more than today's number, about 1 minute."
    seen.take(":z")
    seen.take("z")
    assert seen.take("c") == ["There are no cards to practise."]
    assert seen.take("u")[0] == "Undone: suspending this card."
    assert asked(seen) == "rivers1"


def test_undo_says_what_it_took_back_and_where_one_is(tmp_path: Path) -> None:
    seen = visit(tmp_path, deck_of(2), way="reveal")
    seen.begin()
    seen.take("")
    seen.take("b")
    told = seen.take("u")
    assert told[0] == "Undone: burying this card."
    assert told[2] == "Question 1 of 2, Rivers"
    assert "Answer: Answer 0" in told
    assert seen.wish == "How well did you know it? Type a number from 1 to 4."


def edits(before: str, after: str) -> tuple[list[int | None], Callable[[Path, int | None], str]]:
    """An editor that replaces some words, and the lines it was opened at."""
    lines: list[int | None] = []

    def edit(path: Path, line: int | None) -> str:
        lines.append(line)
        path.write_text(path.read_text(encoding="utf-8").replace(before, after), encoding="utf-8")
        return ""

    return lines, edit


def canals(folder: Path, edit: Callable[[Path, int | None], str] | None, *more: Deck, way: Way | None = None) -> Visit:
    decks = load_decks([written(folder)])
    seen = visit(folder, *decks, *more, way=way, aids=Aids(edit, read_document))
    seen.begin()
    return seen


def test_an_edit_is_taken_without_losing_the_place(tmp_path: Path) -> None:
    lines, edit = edits("Who dug", "Who made")
    seen = canals(tmp_path, edit, PLANETS)
    seen.take("1")
    seen.take("2")
    seen.take("")
    told = seen.take(":e")
    assert lines == [13]
    assert told[0] == "Read again: 1 card changed."
    assert told[2:] == ["Question 2 of 4, Canals", "Who made the Suez Canal?"]
    assert seen.take(":e") == ["Nothing was changed."]
    seen.take("Lesseps")
    told = seen.take("u")
    assert "Who made the Suez Canal?" in told
    seen.take(":c")
    assert seen.talk
    asked_now = [item.card.prompt for item in seen.talk.session.queue]
    seen.take(":d")
    seen.take("1")
    for prompts in (asked_now, [item.card.prompt for item in seen.talk.session.queue]):
        assert "Who made the Suez Canal?" in prompts


def test_an_edit_after_the_answer_tells_it_anew(tmp_path: Path) -> None:
    seen = canals(tmp_path, edits('["1859", "1879"', '["1858", "1879"')[1])
    seen.take("1")
    told = seen.take("e")
    assert told[0] == "Read again: 1 card changed."
    assert "Right is: 1869" in told


def test_a_card_that_was_deleted_leaves_the_sitting(tmp_path: Path) -> None:
    def edit(path: Path, _line: int | None) -> str:
        head, tail = path.read_text(encoding="utf-8").split("  - id: suez")
        path.write_text(f"{head}  - id: lesseps{tail.partition('  - id: lesseps')[2]}", encoding="utf-8")
        return ""

    seen = canals(tmp_path, edit)
    assert seen.take("e")[:3] == ["This card is gone from its deck.", "", "Question 1 of 3, Canals"]


def test_a_broken_edit_is_told_and_edited_again(tmp_path: Path) -> None:
    lines, edit = edits("question: Who", '"quest\\e[31moin": Who')
    seen = canals(tmp_path, edit)
    told = seen.take("e")
    assert told[0].startswith(f"Not taken: {tmp_path / 'canals.yaml'}:15:5: error[unknown-key]: unknown key `quest")
    assert "\x1b" not in told[0]
    assert told[1] == "The cards stay as they were; e edits again."
    seen.take("e")
    assert lines == [5, 15]
    assert seen.take("2")[0] == "Right: 1869"


def test_where_no_editor_can_be_opened_the_place_is_told(tmp_path: Path) -> None:
    seen = canals(tmp_path, None)
    assert seen.take("e") == [f"An editor needs a terminal: the card stands in {tmp_path / 'canals.yaml'}, line 5."]
    failing = canals(tmp_path, lambda _path, _line: "the editor vi ended with status 3; nothing was read again")
    assert failing.take("e") == ["The editor vi ended with status 3; nothing was read again."]
    fileless = visit(tmp_path, PLANETS)
    fileless.begin()
    assert fileless.take(":e") == ["This deck is in no file that could be edited."]


def test_the_source_is_told_after_the_answer(tmp_path: Path) -> None:
    seen = canals(tmp_path, None)
    assert seen.take("s") == ["The source is told after the answer."]
    seen.take("2")
    told = seen.take("s")
    assert told[0] == f"Document: {tmp_path / 'canals.md'}, line 11, § Suez"
    assert told[1] == "Section: Suez"
    assert any(line.startswith("There: ") and "17 November «1869»" in line for line in told)


def test_a_grade_of_ones_own_at_the_end_is_kept(tmp_path: Path) -> None:
    seen = visit(tmp_path, deck_of(1))
    seen.begin()
    seen.take("Answer 0")
    seen.take("4")
    assert [review.grade for review in seen._desk.history.reviews()] == [Grade.EASY]
    assert seen.take("") == []
    assert seen.over
