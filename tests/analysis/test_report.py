"""A whole class: in whatever order its files come, against numpy, and with what there is to look at."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.analysis.flags import FEW, IDLE, LEAST, MEANINGS
from quiz.analysis.model import ATTEMPTS, Answer, Asked, Drawn, Result
from quiz.analysis.reading import read
from quiz.analysis.reliability import MOST, reliability
from quiz.analysis.report import SORTS, Analysis, analysed, ordered
from tests.analysis.classes import card, of_matrix, result, simulated, typed, written

OPTIONS = ("a", "b", "c", "d")
ASKED = [Asked("d", f"c{at}", "h", "choice", f"question {at}?", "a", OPTIONS) for at in range(7)]


def taken(name: str, answers: Sequence[tuple[int, str, float]], at: int = 0) -> Result:
    """The result of somebody who answered these questions so, each for so many points."""
    given_ = tuple(
        Answer(ASKED[card_], place, share, said, seen=True, seconds=2.0)
        for place, (card_, said, share) in enumerate(answers, 1)
    )
    return Result(f"{name}-{at}.json", f"{name}-{at}", name, (Drawn("rivers", "Rivers", "h"),), float(at), given_)


SAID = st.sampled_from(["", *OPTIONS, "else"])
ANSWERS = st.lists(st.tuples(st.integers(0, 6), SAID), min_size=1, max_size=7, unique_by=lambda each: each[0])
CLASSES = st.lists(st.tuples(st.sampled_from(["", "Ada", "Ben", "Cleo"]), ANSWERS), min_size=1, max_size=14).map(
    lambda rows: [
        taken(name, [(at, said, float(said == "a")) for at, said in answers], number)
        for number, (name, answers) in enumerate(rows)
    ]
)


@given(CLASSES, st.randoms(), st.sampled_from(ATTEMPTS))
def test_the_order_of_the_files_changes_nothing(results: list[Result], chance: random.Random, attempt: str) -> None:
    found = analysed(results, attempt)
    shuffled = results[:]
    chance.shuffle(shuffled)
    assert analysed(shuffled, attempt) == found


@given(CLASSES)
def test_every_figure_is_within_its_bounds(results: list[Result]) -> None:
    analysis = analysed(results, "all")
    assert analysis.whole.takers == len(results)
    assert analysis.whole.reliability.value is None or analysis.whole.reliability.value <= 1
    assert (analysis.whole.reliability.value is None) == bool(analysis.whole.reliability.reason)
    for each in analysis.items:
        assert 0 <= each.facility <= 1
        assert each.discrimination is None or -1 <= each.discrimination <= 1
        assert each.index is None or -1 <= each.index <= 1
        assert each.omitted + each.unreached + sum(choice.count for choice in each.choices) == each.takers
        assert all(choice.rest is None or 0 <= choice.rest <= 1 for choice in each.choices)
        assert sum(choice.strong or 0 for choice in each.choices) <= 1 + 1e-9
        assert [choice.right for choice in each.choices] == [True] + [False] * (len(each.choices) - 1)
        assert {flag.name for flag in each.flags} <= set(MEANINGS)
    for sort in SORTS:
        assert sorted(ordered(analysis.items, sort), key=lambda each: each.question.number) == list(analysis.items)


@given(st.lists(st.lists(st.integers(0, 1), min_size=5, max_size=5), min_size=2, max_size=30))
def test_a_class_is_what_numpy_makes_of_it(matrix: list[list[int]]) -> None:
    rows = [
        taken(f"T{at}", [(n, "ab"[1 - bit], float(bit)) for n, bit in enumerate(row)]) for at, row in enumerate(matrix)
    ]
    analysis, answers = analysed(rows), np.array(matrix, float)
    points = answers.sum(1)
    assert analysis.whole.mean == pytest.approx(points.mean() / 5)
    assert analysis.whole.median == pytest.approx(np.median(points) / 5)
    assert analysis.whole.deviation == pytest.approx(points.std(ddof=1) / 5, abs=1e-9)
    for at, each in enumerate(analysis.items):
        rest = points - answers[:, at]
        assert each.facility == pytest.approx(answers[:, at].mean())
        if np.ptp(answers[:, at]) and np.ptp(rest):
            assert each.discrimination == pytest.approx(np.corrcoef(answers[:, at], rest)[0, 1], abs=1e-9)
        else:
            assert each.discrimination is None
        others = np.delete(answers, at, 1)
        assert each.dropped == (pytest.approx(cronbach(others)) if np.ptp(rest) else None)
    assert analysis.whole.reliability.value == (pytest.approx(cronbach(answers)) if np.ptp(points) else None)
    if analysis.whole.error is not None:
        expected = points.std(ddof=1) / 5 * np.sqrt(1 - cronbach(answers))
        assert analysis.whole.error == pytest.approx(expected, abs=1e-9)


def cronbach(answers: np.ndarray[tuple[int, int], np.dtype[np.float64]]) -> float:
    """Alpha by the matrix of covariances: another way than ours."""
    covariances = np.cov(answers.T)
    k = len(covariances)
    return float(k / (k - 1) * (1 - covariances.trace() / covariances.sum()))


@given(st.lists(st.lists(st.sampled_from([0.0, 0.25, 0.5, 1.0]), min_size=4, max_size=4), min_size=2, max_size=20))
def test_partial_points_make_it_alpha(matrix: list[list[float]]) -> None:
    rows = [taken(f"T{at}", [(n, "b", share) for n, share in enumerate(row)]) for at, row in enumerate(matrix)]
    found = analysed(rows).whole.reliability
    answers = np.array(matrix)
    assert found.method == ("KR-20" if set(answers.ravel()) <= {0.0, 1.0} else "alpha")
    assert found.value == (pytest.approx(cronbach(answers)) if np.ptp(answers.sum(1)) > 1e-9 else None)


@given(st.lists(st.lists(st.integers(0, 1), min_size=3, max_size=3), min_size=2, max_size=20))
def test_questions_of_different_points_are_weighed_by_them(matrix: list[list[int]]) -> None:
    worth = (1.0, 2.0, 0.5)
    rows = [
        weighed(taken(f"T{at}", [(n, "ab"[1 - bit], float(bit)) for n, bit in enumerate(row)]), worth)
        for at, row in enumerate(matrix)
    ]
    found, points = analysed(rows), np.array(matrix) * np.array(worth)
    assert found.whole.worth == 3.5
    assert found.whole.mean == pytest.approx(points.sum(1).mean() / 3.5)
    assert found.whole.reliability.method == "alpha"
    assert found.whole.reliability.value == (pytest.approx(cronbach(points)) if np.ptp(points.sum(1)) > 1e-9 else None)
    for each in found.items:
        at = int(each.question.card[1:])
        own, others = points[:, at] / worth[at], np.delete(points, at, 1).sum(1)
        assert each.question.worth == worth[at]
        assert each.facility == pytest.approx(own.mean())
        if np.ptp(own) > 0 and np.ptp(others) > 1e-9:
            assert each.discrimination == pytest.approx(np.corrcoef(own, others)[0, 1])


def test_questions_of_as_many_points_each_are_right_or_wrong() -> None:
    matrix = [[1, 1, 0], [0, 1, 0], [1, 1, 1], [0, 0, 1]]
    rows = [taken(f"T{at}", [(n, "b", float(bit)) for n, bit in enumerate(row)]) for at, row in enumerate(matrix)]
    double = [weighed(row, (2.0, 2.0, 2.0)) for row in rows]
    one, two = analysed(rows).whole, analysed(double).whole
    assert one.reliability == two.reliability
    assert (one.reliability.method, two.worth, two.mean) == ("KR-20", 6.0, one.mean)


def weighed(result: Result, worth: Sequence[float]) -> Result:
    """A result whose questions are worth so many points."""
    answers = [replace(each, worth=worth[int(each.asked.card[1:])]) for each in result.answers]
    return replace(result, answers=tuple(answers))


def test_pairs_make_of_whole_data_what_all_make(tmp_path: Path) -> None:
    """Leaving one answer out of many hardly moves alpha, whatever the way it is reckoned in."""
    results = read([written(tmp_path, simulated(200, 12))])
    whole = analysed(results)
    last = results[-1]
    fewer = analysed([*results[:-1], replace(last, answers=last.answers[:-1])])
    assert (whole.whole.reliability.method, fewer.whole.reliability.method) == ("KR-20", "alpha of pairs")
    assert fewer.whole.reliability.value == pytest.approx(whole.whole.reliability.value, abs=0.005)
    for one, other in zip(whole.items, fewer.items, strict=True):
        assert other.dropped == pytest.approx(one.dropped, abs=0.005)


CELLS = st.sampled_from([[0.0, 1.0, None], [0.0, 0.5, 1.0, 2.5, None]])
SPARSE = CELLS.flatmap(
    lambda cells: st.lists(st.lists(st.sampled_from(cells), min_size=4, max_size=4), min_size=3, max_size=20)
)


@given(SPARSE)
def test_pairs_are_pooled_as_numpy_pools_them(matrix: list[list[float | None]]) -> None:
    taken_by = [[(n, "b", points) for n, points in enumerate(row) if points is not None] for row in matrix]
    rows = [taken(f"T{at}", row) for at, row in enumerate(taken_by) if row]
    if not rows or all(len(row) == 4 for row in taken_by):
        return
    found = analysed(rows).whole
    answers = np.array([row for row in matrix if any(bit is not None for bit in row)], float)
    products = pairs = squares = singles = 0.0
    for one in range(4):
        had = answers[~np.isnan(answers[:, one]), one]
        if len(had):
            squares, singles = squares + had.var() * len(had), singles + len(had) - 1
        for other in range(one):
            both = answers[~np.isnan(answers[:, [one, other]]).any(1)][:, [one, other]]
            if len(both) > 1:
                products, pairs = products + np.cov(both.T)[0, 1] * (len(both) - 1), pairs + len(both) - 1
    number = (~np.isnan(answers)).sum() / len(answers)
    if found.reliability.method != "alpha of pairs" or not pairs or squares < 1e-9:
        return
    between, within = products / pairs, squares / singles
    below = within + (number - 1) * between
    expected = number * between / below if number >= 2 and below > 1e-9 else None
    if expected is not None and expected <= 1:
        assert found.reliability.value == pytest.approx(expected)
    else:
        assert found.reliability.value is None


def test_why_a_reliability_cannot_be_told() -> None:
    one, two = taken("A", [(0, "a", 1.0), (1, "b", 0.0)]), taken("B", [(2, "a", 0.5), (3, "b", 0.0)])
    assert analysed([one]).whole.reliability.reason == "it takes two takers or more"
    assert analysed([replace(one, answers=one.answers[:1], id="x", name="x"), replace(one, answers=one.answers[:1])]
                    ).whole.reliability.reason == "it takes two questions or more"  # fmt: skip
    assert analysed([one, two]).whole.reliability.reason == ("the answers to one question go with those to no other")
    assert analysed([one, replace(one, id="x", name="x")]).whole.reliability.reason == "all have the same points"
    apart = [one, replace(two, answers=tuple(replace(each, share=1.0) for each in two.answers))]
    assert analysed(apart).whole.reliability.reason == "the answers to one question go with those to no other"
    many = [replace(analysed([one, two]).items[0].question, number=at) for at in range(MOST + 1)]
    whole = [replace(each, replies=tuple(replace(reply, share=1.0) for reply in each.replies)) for each in many]
    assert reliability(whole, 9).reason == "not everybody took all questions, and there are more than 1,000"
    partial = [replace(each, replies=tuple(replace(reply, share=0.5) for reply in each.replies)) for each in many]
    assert reliability(partial[:201], 9).reason == "not everybody took all questions, and there are more than 200"


def flags(folder: Path, *cards: list[dict[str, object]]) -> list[str]:
    """The flags of the first question, where each taker has one of these answers and knows the rest or not."""
    return [flag.name for flag in first(folder, *cards).items[0].flags]


def first(folder: Path, *cards: list[dict[str, object]]) -> Analysis:
    """The analysis of takers with these questions."""
    return analysed(read([written(folder, [result(f"T{at}", each) for at, each in enumerate(cards)])]))


def others(known: int) -> list[dict[str, object]]:
    """Four more questions, of which so many are known."""
    return [card(9 + at, right=at < known) for at in range(4)]


def test_nothing_is_suspected_of_a_handful(tmp_path: Path) -> None:
    wrong = [[card(1, right=known < 2), *others(known)] for known in (0, 1, 2, 3, 4)]
    assert flags(tmp_path / "few", *wrong[:4]) == []
    assert len(wrong * 2) == LEAST
    assert flags(tmp_path / "enough", *wrong * 2) == ["negative", "rival"]


def test_fewer_right_than_guessing(tmp_path: Path) -> None:
    rows = [[card(1, right=at == 3), *others(at % 5)] for at in range(12)]
    assert "guessing" in flags(tmp_path / "choice", *rows)
    open_ = [[typed(1, "x"), *others(at % 5)] for at in range(12)]
    assert "guessing" not in flags(tmp_path / "typed", *open_)
    left = [[card(1, right=at == 3, choice=None if at > 5 else "1829"), *others(at % 5)] for at in range(12)]
    assert "guessing" not in flags(tmp_path / "left", *left), "who left it out did not guess"


def test_a_wrong_option_that_the_strong_ticked_is_told(tmp_path: Path) -> None:
    def ticks(*chosen: str) -> dict[str, object]:
        return card(1, asked="ticked", options=["a", "b", "c", "d"], answer=["a", "b"], choice=list(chosen) or None,
                    right=set(chosen) == {"a", "b"})  # fmt: skip

    classes = [[ticks("a", "c"), *others(1)]] * 4 + [[ticks("a", "b"), *others(0)]] * 7 + [[ticks(), *others(0)]]
    found = first(tmp_path, *classes).items[0]
    assert [flag.name for flag in found.flags] == ["negative", "rival"]
    assert "more ticked “c” (100 %) than the right answer “b” (0 %)" in found.flags[1].text
    assert [(choice.text, choice.right, choice.count) for choice in found.choices] == [
        ("a", True, 11), ("b", True, 7), ("c", False, 4), ("d", False, 0)
    ]  # fmt: skip
    assert found.omitted == 1


def test_what_the_strong_typed_may_be_right_too(tmp_path: Path) -> None:
    rows = [
        [typed(1, "Dijla" if known > 2 else "1829", right=known <= 2), *others(known)] for known in (0, 1, 2, 3, 4) * 4
    ]
    named = {flag.name: flag for flag in first(tmp_path, *rows).items[0].flags}
    assert "more answered “Dijla” (100 %) than the right answer (0 %)" in named["rival"].text
    assert named["rival"].grave


def test_an_option_nobody_chose_is_told_once_enough_had_it(tmp_path: Path) -> None:
    rows = [
        [card(1, right=at % 2 == 0, choice="1829" if at % 2 == 0 else "1826"), *others(at % 5)] for at in range(IDLE)
    ]
    (flag,) = (flag for flag in first(tmp_path / "20", *rows).items[0].flags if flag.name == "idle")
    assert flag.text.startswith("Nobody chose “1813” and “1907”: ")
    assert "idle" not in flags(tmp_path / "19", *rows[1:])


def test_few_takers_are_marked(tmp_path: Path) -> None:
    matrix = [[1, 0, 1], [0, 1, 1]] * (FEW // 2)
    assert not analysed(read([written(tmp_path / "30", of_matrix(matrix))])).whole.few
    found = analysed(read([written(tmp_path / "29", of_matrix(matrix[1:]))]))
    assert (found.whole.few, [each.few for each in found.items]) == (True, [True] * 3)


def test_the_simulated_class_has_its_wrong_key_found(tmp_path: Path) -> None:
    analysis = analysed(read([written(tmp_path, simulated(120, 20))]))
    assert [flag.name for flag in analysis.items[2].flags][:3] == ["negative", "rival", "guessing"]
    assert analysis.items[4].discrimination is None
    assert ordered(analysis.items, "discrimination")[0].question.number == 3
    assert ordered(analysis.items, "discrimination")[-1].question.number == 5
    assert ordered(analysis.items, "facility")[-1].question.number == 5
