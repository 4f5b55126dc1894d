"""Several right options in an exam: marked by their shares, written to the result, and gone on with."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from quiz.deck.model import Card, Deck
from quiz.study.exams.attempt import Attempt
from quiz.study.exams.drawing import draw, pool_of
from quiz.study.exams.paper import Paper, Rules
from quiz.study.exams.result import document
from quiz.study.exams.snapshot import packed, unpacked
from quiz.study.exams.words import printed, worth_told
from quiz.study.history import History
from quiz.study.history.exams import Exams
from tests.study.exams.papers import Clocks, begun, paper_of
from tests.tui.stage import KOBLENZ

CARD = KOBLENZ.cards[0]


def paper(deck: Deck = KOBLENZ, rules: Rules | None = None) -> Paper:
    """Draw a paper of all cards of a deck."""
    rules = rules or Rules(name="Ada", seed=7)
    return draw(pool_of([deck], rules), rules)


def answered(folder: Path, chosen: str, drawn: Paper | None = None) -> Attempt:
    """Tick options in an exam, and hand it in."""
    attempt = begun(folder, Clocks(), drawn or paper())
    place = place_of(attempt)
    attempt.go(place)
    attempt.reply("\n".join(option for option in attempt.exam.item.question.options if option in chosen.split()))
    attempt.hand_in()
    return attempt


def place_of(attempt: Attempt) -> int:
    """Where the question with several right options is."""
    return next(place for place, item in enumerate(attempt.exam.paper.items) if item.card.all_of)


@pytest.mark.parametrize(
    ("chosen", "points", "right"),
    [("Rhine Moselle", 2, True), ("Rhine", 1, False), ("Rhine Moselle Main", 1, False), ("Rhine Main", 0, False),
     ("Main Danube", 0, False), ("", 0, False)],
)  # fmt: skip
def test_each_right_one_is_worth_its_share_and_each_wrong_one_takes_one_away(
    chosen: str, points: int, tmp_path: Path, *, right: bool
) -> None:
    score = answered(tmp_path, chosen).score()
    mark = next(mark for mark in score.marked if mark.item.card.all_of)

    assert (float(mark.points), mark.verdict.right, float(score.worth)) == (points, right, 3)


def test_without_partial_only_the_whole_counts(tmp_path: Path) -> None:
    deck = replace(KOBLENZ, cards=(replace(CARD, partial=False),))

    assert answered(tmp_path / "a", "Rhine", paper(deck)).score().points == 0
    assert answered(tmp_path / "b", "Rhine Moselle", paper(deck)).score().points == 2


def test_the_result_says_what_was_ticked(tmp_path: Path) -> None:
    attempt = answered(tmp_path, "Rhine Main")
    card = next(card for card in document(attempt.score())["cards"] if card["asked"] == "ticked")
    shown = card["options"]

    assert len(shown) == 5
    assert card["choice"] == card["first_choice"] == [option for option in shown if option in ("Rhine", "Main")]
    assert card["answer"] == [option for option in shown if option in CARD.all_of]
    assert (card["points"], card["worth"], card["right"]) == (0, 2, False)
    assert card["reason"] == "1 of 2 ticked, and 1 wrong one"
    said = "; ".join(card["choice"])
    assert any(
        f"you said {said} (1 of 2 ticked, and 1 wrong one); right is Rhine; Moselle" in line
        for line in printed(attempt.score(), None)
    )
    partly = printed(answered(tmp_path / "partly", "Rhine").score(), None)
    assert "   you said Rhine (1 of 2 ticked; 1 of 2 points); right is Rhine; Moselle" in partly
    nothing = answered(tmp_path / "none", "")
    assert document(nothing.score())["cards"][place_of(nothing)]["choice"] is None


def test_ticks_that_were_not_settled_are_there_when_it_goes_on(tmp_path: Path) -> None:
    clocks = Clocks()
    attempt = begun(tmp_path, clocks, paper())
    attempt.go(place_of(attempt))
    attempt.draft("Rhine")
    history = History(tmp_path / "history.db")
    kept = Exams(history.database).unfinished()
    assert kept
    again = Attempt.resume(kept, history, clocks.clock, clocks.stopwatch)

    assert again.exam.reply.given == "Rhine"
    assert place_of(again) not in again.exam.open
    assert again.exam.item.question.ticking


def test_papers_written_before_are_read_and_keep_their_bytes() -> None:
    old = packed(paper_of())
    items = json.loads(old)["items"]

    assert all("ticking" not in item["question"] for item in items)
    assert packed(unpacked(old)) == old
    new = packed(paper())
    assert [item["question"].get("ticking") for item in json.loads(new)["items"]].count(True) == 1
    assert unpacked(new) == paper()


def test_a_card_that_was_typed_in_an_exam_begun_before_is_typed_in_it_still() -> None:
    table = json.loads(packed(paper(rules=Rules(seed=7, way="typed"))))

    assert not any("ticking" in item["question"] for item in table["items"])
    assert {item.question.way for item in unpacked(json.dumps(table)).items} == {"typed"}


@pytest.mark.parametrize(
    ("card", "told"),
    [
        (Card("x", "y?"), "1 point"),
        (Card("x", "y?", points="1.50"), "1.5 points"),
        (Card("x", "y?", points="3", partial=True), "3 points, each part its share"),
    ],
)
def test_a_question_says_what_it_is_worth(card: Card, told: str) -> None:
    assert worth_told(card) == told
