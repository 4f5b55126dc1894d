"""Wrong figures: of the right one's form, unit, bound and roundness, and near it as people put them."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

import pytest

from quiz.facts.figures import find_figures
from quiz.facts.model import Figure
from quiz.questions.answers.number_form import plain_value
from quiz.questions.answers.written import answer_of
from quiz.questions.distractors.chance import Chance
from quiz.questions.distractors.wrong_figures import wrong_figures
from tests.questions.texts import as_document

SEEDS = range(200)
FORM = {
    "37 men": r"\d+",
    "thirty-seven men": r"[a-z-]+(?: hundred)?(?: and [a-z-]+)?",
    "1,204,518 people": r"[\d,]+",
    "more than 20 percent": r"more than \d+ percent",
    "5.5 per cent": r"\d+\.\d per cent",
    "$3.4 billion": r"\$\d\.\d billion|\$1\d\.\d billion",
    "$800 million": r"\$\d+ million",
    "about 1,100 miles": r"about [\d,]+ miles",
    "five days": r"[a-z-]+ days",
    "40 million francs": r"\d+ million francs",
    "Article 146": r"Article \d+",
    "one in five": r"[a-z]+ in [a-z]+",
    "2 out of 300": r"2 out of [\d,]+",
    "$80 a barrel": r"\$\d+ a barrel",
    "between 40 and 60 meters": r"between \d+ and \d+ meters",
}


@cache
def figure_of(text: str) -> Figure:
    """The one figure of a text."""
    (figure,) = find_figures(as_document(f"It was {text} or so."), [])
    return figure


def wrong(text: str, seed: int, others: tuple[str, ...] = ()) -> list[str]:
    """The wrong answers for the figure of a text."""
    figure = figure_of(text)
    return wrong_figures(figure, answer_of(figure), [figure_of(other) for other in others], Chance(str(seed)))


@pytest.mark.parametrize("text", FORM)
def test_form_unit_and_bound_are_kept(text: str) -> None:
    right = answer_of(figure_of(text))
    assert re.fullmatch(FORM[text], right)

    for seed in range(60):
        found = wrong(text, seed)
        assert len(found) == 3, found
        assert len({*found, right}) == len(found) + 1
        assert all(re.fullmatch(FORM[text], other) for other in found), found


@pytest.mark.parametrize("text", ["37 men", "214 settlers", "1,204,518 people", "about 1,100 miles", "50,000 men"])
def test_values_lie_near_the_right_one(text: str) -> None:
    right = plain_value(answer_of(figure_of(text))) or 0
    ratios = []
    for seed in SEEDS:
        for other in wrong(text, seed):
            value = plain_value(other) or 0
            ratios.append(max(value / right, right / value))

    assert min(ratios) >= 1.05
    assert max(ratios) <= 5
    assert 1.2 <= sorted(ratios)[len(ratios) // 2] <= 2


def test_the_right_answer_stands_in_each_of_the_four_places_as_often() -> None:
    ranks = Counter(sum((plain_value(other) or 0) < 214 for other in wrong("214 settlers", seed)) for seed in SEEDS)

    assert set(ranks) == {0, 1, 2, 3}
    assert all(30 <= count <= 72 for count in ranks.values()), ranks


@pytest.mark.parametrize("text", ["two years", "three weeks", "four miles", "2 tons", "two feet"])
def test_one_stands_with_the_unit_in_the_singular(text: str) -> None:
    found = {w for seed in SEEDS for w in wrong(text, seed)}

    assert not [w for w in found if plain_value(w) in (None, 0)]
    assert [w for w in found if plain_value(w) == 1]
    assert all(w.endswith(("year", "week", "mile", "ton", "foot")) == (plain_value(w) == 1) for w in found), found


def test_more_than_one_stand_with_the_unit_in_the_plural() -> None:
    assert {w.split()[-1] for seed in SEEDS for w in wrong("one mile", seed)} == {"miles"}


def test_a_cloze_before_a_plural_is_not_filled_with_one() -> None:
    figure = figure_of("three men")
    for seed in SEEDS:
        found = wrong_figures(figure, "three", [], Chance(str(seed)), "It was {{}} men or so.")
        assert len(found) == 3
        assert "one" not in found


def test_no_number_of_the_question_and_none_of_the_same_thing() -> None:
    figure = figure_of("37 men")
    for seed in SEEDS:
        found = wrong_figures(figure, "37", [], Chance(str(seed)), "How many of the 48 men?", [figure_of("29 men")])
        assert len(found) == 3
        assert not {"29", "48"} & set(found)


@pytest.mark.parametrize("text", ["about 2 weeks", "100 percent", "1 percent", "99 percent", "10 miles", "0.3 tons"])
def test_near_an_end_there_are_three_as_well(text: str) -> None:
    for seed in range(60):
        values = [plain_value(w) or 0 for w in wrong(text, seed)]
        assert len(values) == 3
        assert all(0 < value <= 100 for value in values)


def test_a_range_neither_holds_nor_lies_in_the_right_one() -> None:
    for text, low, high in (("40 to 60 miles", 40, 60), ("3 to 5 years", 3, 5), ("95 to 99 percent", 95, 99)):
        for seed in range(100):
            found = wrong(text, seed)
            assert len(found) == 3
            for other in found:
                one, two = (int(n) for n in re.findall(r"\d+", other))
                assert one < two <= 100 or "percent" not in other
                assert (one < low) == (two < high)
                assert (one > low) == (two > high)


@pytest.mark.parametrize(("text", "digits"), [("50,000 men", 3), ("$800 million", 2), ("20 percent", 1), ("37 men", 0)])
def test_roundness_is_that_of_the_right_one_or_less_by_one(text: str, digits: int) -> None:
    """A right 50,000 among 41,273 and 62,118 would be known by its noughts."""
    for seed in range(100):
        for other in wrong(text, seed):
            value = int(plain_value(other) or 0)
            assert len(str(value)) - len(str(value).rstrip("0")) >= digits - 1, other


def test_no_share_is_over_a_hundred_percent() -> None:
    for text in ("60 percent", "95 percent", "99.5 percent"):
        assert all((plain_value(w) or 0) <= 100 for seed in SEEDS for w in wrong(text, seed))


def test_no_more_than_a_thousand_of_a_scale() -> None:
    assert all((plain_value(w) or 0) < 1_000 for seed in SEEDS for w in wrong("$800 million", seed))


def test_figures_of_the_document_come_first() -> None:
    found = [wrong("37 men", seed, ("26 ships", "62 houses", "20 percent")) for seed in SEEDS]

    assert sum("26" in f or "62" in f for f in found) > len(SEEDS) // 2


@pytest.mark.parametrize(
    ("text", "right"),
    [("two thirds of it", "two thirds"), ("nearly half of it", "nearly half"), ("a quarter of it", "a quarter")],
)
def test_shares(text: str, right: str) -> None:
    figure = figure_of(text)
    assert answer_of(figure) == right

    for seed in range(60):
        found = wrong(text, seed)
        assert len({*found, right}) == 4
        assert not {"one half", "nearly one half"} & set(found) or "half" not in right


def test_multiples() -> None:
    ladder = {"halved", "tripled", "quadrupled", "quintupled"}
    for seed in range(60):
        found = wrong("doubled", seed)
        assert len(found) == len(set(found)) == 3
        assert set(found) <= ladder


def test_the_same_seed_makes_the_same() -> None:
    assert wrong("37 men", 1) == wrong("37 men", 1)
