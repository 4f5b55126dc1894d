"""Which results count, and which questions are the same."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import pytest

from quiz.analysis.gathering import gathered
from quiz.analysis.joining import joined
from quiz.analysis.model import ATTEMPTS, Answer, Asked, Drawn, Result
from quiz.analysis.reading import read
from quiz.analysis.report import Analysis, analysed
from quiz.errors import QuizError
from tests.analysis.classes import card, result, typed, written
from tests.growth import grows_linearly


def counting(folder: Path, results: Iterable[Mapping[str, Any]], attempt: str = "first") -> tuple[list[str], list[str]]:
    """The ids of the results that count, and what is told."""
    found = gathered(read([written(folder, results)]), attempt)
    return [each.id for each in found.results], [line.replace(f"{folder}/", "") for line in found.told]


THRICE = [
    result("Ada", [card(1, right=False), card(2)], at=0),
    result("ada ", [card(1), card(2)], at=10),
    result("Ada", [card(2, right=False), card(3)], at=20),
    result("Ben", [card(1), card(2)], at=5),
]


@pytest.mark.parametrize(
    ("attempt", "ids", "said"),
    [
        ("first", ["Ada-0", "Ben-5"], ["Ada has 3 results: the first counts"]),
        ("last", ["Ben-5", "Ada-20"], ["Ada has 3 results: the last counts"]),
        ("best", ["Ben-5", "ada -10"], ["Ada has 3 results: the best counts"]),
        ("all", ["Ada-0", "Ben-5", "ada -10", "Ada-20"], []),
    ],
)
def test_one_attempt_of_each_learner_counts(attempt: str, ids: list[str], said: list[str], tmp_path: Path) -> None:
    assert counting(tmp_path, THRICE, attempt) == (ids, said)
    assert counting(tmp_path / "back", THRICE[::-1], attempt) == (ids, said)


def test_the_attempts_of_the_command_line_are_those_there_are() -> None:
    from quiz.analysis.report import SORTS
    from quiz.cli.teaching import analyse

    choices = {option.name: getattr(option.type, "choices", None) for option in analyse.params}
    assert tuple(choices["attempt"] or ()) == ATTEMPTS
    assert tuple(choices["sort"] or ()) == SORTS


def test_another_exam_is_no_further_attempt(tmp_path: Path) -> None:
    two = [result("Ada", [card(1), card(2)]), result("Ada", [card(3), card(4)], at=9)]
    assert counting(tmp_path, two) == (["Ada-0", "Ada-9"], [])


def test_who_gave_no_name_is_somebody_else_each_time(tmp_path: Path) -> None:
    nameless = [result("", [card(1)], at=at) for at in range(3)]
    assert counting(tmp_path, nameless) == (["-0", "-1", "-2"], [])


def test_an_exam_collected_twice_counts_once(tmp_path: Path) -> None:
    twice = [result("Ada", [card(1)]), result("Ben", [card(1)]), result("Ada", [card(1)])]
    assert counting(tmp_path, twice) == (
        ["Ada-0", "Ben-0"],
        ["r0002.json is the same exam as r0000.json: it counts once"],
    )


def test_which_of_two_files_is_told_hangs_on_no_order(tmp_path: Path) -> None:
    written(tmp_path, [result("Ada", [card(1)]), result("Ada", [card(1)])])
    files = sorted(tmp_path.iterdir())
    assert gathered(read(files)).told == gathered(read(files[::-1])).told


def test_one_exam_with_two_outcomes_is_an_error(tmp_path: Path) -> None:
    folder = written(tmp_path, [result("Ada", [card(1, right=False)]), result("Ada", [card(1)])])
    with pytest.raises(QuizError, match=r"r0001.json: is the same exam as .*r0000.json, but says something else \(one"):
        analysed(read([folder]))


def analysis(folder: Path, *cards: Mapping[str, Any]) -> Analysis:
    """The analysis of takers who each had one of these questions, and one that all had."""
    return analysed(read([written(folder, [result(f"T{at}", [each, card(9)]) for at, each in enumerate(cards)])]))


def test_another_wording_is_another_question(tmp_path: Path) -> None:
    found = analysis(tmp_path, card(1), card(1), card(1, hash="h2", question="When was the first bridge opened?"))
    assert [(each.question.text[:8], each.takers) for each in found.items] == [
        ("In what ", 2), ("When was", 1), ("In what ", 3),
    ]  # fmt: skip
    assert found.told == ("questions 1 and 2 are wordings of one card: each has the answers to its own",)


def test_a_card_that_asks_the_same_is_the_same_question(tmp_path: Path) -> None:
    found = analysis(tmp_path, card(1), card(1, hash="h2", tags=["new"]))
    assert [(each.question.hashes, each.takers) for each in found.items] == [(("h1", "h2"), 2), (("h1",), 2)]
    assert found.told == ("question 1 has changed, but not in what it asks: its answers count together",)


def test_other_options_of_the_same_wording_are_the_same_question(tmp_path: Path) -> None:
    some = card(1, options=["1829", "1813", "1826"])
    others = card(1, options=["1813", "1829", "1907"], right=False, choice="1907")
    first, _ = analysis(tmp_path, some, some, others).items
    assert first.question.options == (("1829", 3), ("1813", 3), ("1826", 2), ("1907", 1))
    assert [(choice.text, choice.count, choice.offered) for choice in first.choices] == [
        ("1829", 2, 3), ("1907", 1, 1), ("1813", 0, 3), ("1826", 0, 2),
    ]  # fmt: skip


def test_asked_another_way_is_another_question(tmp_path: Path) -> None:
    found = analysis(tmp_path, card(1), typed(1, "1829", right=True))
    assert [(each.question.way, each.takers) for each in found.items] == [("choice", 1), ("typed", 1), ("choice", 2)]
    assert found.told == ()


def test_what_was_typed_wrong_most_comes_first(tmp_path: Path) -> None:
    said = ["1830", "1830 ", "1830", "1820", "abc", "ABC", None, "y", "z", "x"]
    answers = [typed(1, each) for each in said] + [typed(1, "in 1829", right=True), typed(1, None, seen=False)]
    first, _ = analysis(tmp_path, *answers).items
    assert [(choice.text, choice.count, choice.right) for choice in first.choices] == [
        ("1829", 1, True), ("1830", 3, False), ("ABC", 2, False),
        ("1820", 1, False), ("x", 1, False), ("y", 1, False),
    ]  # fmt: skip
    assert (first.omitted, first.unreached) == (1, 1)
    assert [choice.rest for choice in first.choices] == [1.0] * 6


def test_orders_are_answers_like_others(tmp_path: Path) -> None:
    right, wrong = ["a", "b", "c"], ["b", "a", "c"]
    order = {"asked": "order", "options": ["c", "a", "b"], "answer": right}
    given = [card(1, choice=each, right=each == right, **order) for each in (right, wrong, wrong)]
    first, _ = analysis(tmp_path, *given).items
    assert [(choice.text, choice.count) for choice in first.choices] == [("a → b → c", 1), ("b → a → c", 2)]


def test_ticks_are_the_same_in_whatever_order_they_were_shown(tmp_path: Path) -> None:
    shown = ("a", "b", "c"), ("c", "b", "a")
    given = [
        card(1, asked="ticked", options=list(each), answer=[it for it in each if it != "b"], choice=["b"], right=False)
        for each in shown
    ]
    first, _ = analysis(tmp_path, *given).items
    assert (first.takers, first.question.answer, first.question.right) == (2, "a; c", ("a", "c"))
    assert [(choice.text, choice.count, choice.offered) for choice in first.choices] == [
        ("a", 0, 2), ("c", 0, 2), ("b", 2, 2)
    ]  # fmt: skip


def handed_out(
    name: str, deck: str, *cards: dict[str, Any], title: str = "Rivers", hash_: str = "d", at: int = 0
) -> Any:
    """A result of a deck that is known by this id on its taker's computer."""
    drawn = {"id": deck, "title": title, "file": "rivers.yaml", "hash": hash_, "cards": 9}
    return result(name, [{**each, "deck": deck} for each in cards], decks=[drawn], at=at)


def test_a_deck_that_was_handed_out_without_its_lock_is_one_deck(tmp_path: Path) -> None:
    two = [handed_out("Ada", "bbbb", card(1), card(2)), handed_out("Ben", "aaaa", card(1), card(2), at=5)]
    analysis = analysed(read([written(tmp_path, two)]))

    assert [(each.question.deck, each.takers) for each in analysis.items] == [("aaaa", 2), ("aaaa", 2)]
    assert analysis.told == ("Rivers has 2 ids, for it was handed out without its lock: it counts as one deck",)


@pytest.mark.parametrize(
    ("title", "hash_", "number", "said"),
    [
        ("Rivers", "d", 2, 1),
        ("Rivers", "mended", 1, 1),
        ("Rivers", "mended", 2, 0),
        ("Other", "mended", 1, 0),
    ],
)
def test_decks_are_one_by_all_their_cards_or_by_title_and_a_card(
    title: str, hash_: str, number: int, said: int, tmp_path: Path
) -> None:
    two = [
        handed_out("Ada", "aaaa", card(1)),
        handed_out("Ben", "bbbb", card(number), title=title, hash_=hash_, at=5),
    ]
    assert len(analysed(read([written(tmp_path, two)])).told) == said


def test_copies_that_stand_in_one_exam_stay_two_decks(tmp_path: Path) -> None:
    decks = [{"id": name, "title": "Rivers", "file": "x.yaml", "hash": "d", "cards": 9} for name in ("aaaa", "bbbb")]
    both = result("Ada", [card(1, deck="aaaa"), card(1, deck="bbbb")], decks=decks)
    third = handed_out("Ben", "cccc", card(1), at=5)

    analysis = analysed(read([written(tmp_path, [both, third])]))

    assert sorted((each.question.deck, each.takers) for each in analysis.items) == [("aaaa", 2), ("bbbb", 1)]


def test_decks_are_joined_in_linear_time() -> None:
    def work(size: int) -> None:
        asked = [Asked(f"{at:06}", "a", "h", "typed", "Why?", "so", ()) for at in range(size)]
        results = [
            Result(
                each.deck,
                each.deck,
                "",
                (Drawn(each.deck, "Rivers", "d"),),
                0,
                (Answer(each, 0, 1, "", seen=True, seconds=1),),
            )
            for each in asked
        ]
        told: list[str] = []
        assert {each.answers[0].asked.deck for each in joined(results, told)} == {"000000"}

    assert grows_linearly(work, 1000)
