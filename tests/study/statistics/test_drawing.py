"""The drawings: within their width whatever the numbers, and the same in characters as in numbers."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.deck.model import Card
from quiz.study.model import Grade
from quiz.study.printable import cells
from quiz.study.statistics.cards import Forecast
from quiz.study.statistics.drawing.charts import EIGHTHS, POINT, forecast, retention
from quiz.study.statistics.drawing.heatmap import SHADES, heatmap, level, levels
from quiz.study.statistics.drawing.lines import text
from quiz.study.statistics.drawing.pages import DAYS, NOTHING, PAGES, drawn
from quiz.study.statistics.groups import Group
from quiz.study.statistics.proportion import Rate
from quiz.study.statistics.report import Report, report
from quiz.study.statistics.tally import DayCount
from tests.study.statistics.learner import NOW, TODAY, answered, library, months, told

WIDTHS = (40, 72, 80, 111, 120, 200)


@pytest.fixture(scope="module")
def learned(tmp_path_factory: pytest.TempPathFactory) -> Report:
    """The report of months of study, with names of every kind."""
    deck = library()
    name = "漢字" * 30
    odd = tuple(replace(card, question=f"{name}\x1b[31m", tags=(name, "\x1b[31m")) for card in deck.cards)
    history = months(tmp_path_factory.mktemp("learned") / "history.db", deck)
    try:
        return report([replace(deck, cards=odd, title="長い題名" * 30)], history, NOW)
    finally:
        history.close()


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("page", PAGES, ids=[page.name for page in PAGES])
def test_no_line_is_wider_than_it_may_be(learned: Report, page: object, width: int) -> None:
    found = [text(line) for one in PAGES if one is page for line in drawn(one, learned, width)]
    assert found
    assert max(map(cells, found)) <= width
    assert "\x1b" not in "".join(found)


@given(st.dictionaries(st.integers(TODAY - 400, TODAY), st.integers(1, 300)), st.sampled_from(WIDTHS))
def test_every_day_of_the_year_has_its_shade(days: dict[int, int], width: int) -> None:
    found = replace(told(answered((0, "a", Grade.GOOD))), days={day: DayCount(n) for day, n in days.items()})
    drawing = [text(line) for line in heatmap(found, width)]
    cell = 2 if width >= 111 else 1
    weeks = min(53, (width - 5) // cell)
    shown = [TODAY - back for back in range(7 * weeks - (6 - (TODAY + 3) % 7))]
    cuts = levels([n for day, n in days.items() if day in shown])
    wanted = Counter(SHADES[level(days.get(day, 0), cuts)] for day in shown)
    calendar = Counter(character for row in drawing[1:8] for character in row[5:] if character != " ")
    assert calendar == Counter({shade: number * cell for shade, number in wanted.items()})
    assert max(map(cells, drawing[:8])) <= width


@given(st.lists(st.integers(1, 50), max_size=40))
def test_levels_rise_with_answers_and_are_all_used(answers: list[int]) -> None:
    cuts = levels(answers)
    assert list(cuts) == sorted(set(cuts))
    found = {level(number, cuts) for number in answers}
    assert found == set(range(1, len(cuts) + 2)) if answers else not found
    assert level(0, cuts) == 0


@given(st.integers(0, 500), st.lists(st.integers(0, 500), min_size=30, max_size=30), st.sampled_from(WIDTHS))
def test_bars_are_as_high_as_their_numbers(overdue: int, days: list[int], width: int) -> None:
    found = replace(told(answered((0, "a", Grade.GOOD))), forecast=Forecast(overdue, tuple(days), 3))
    drawing = [text(line).ljust(width) for line in forecast(found, width)]
    column = 3 if width >= 7 + 3 * 32 else 2
    number = min(30, (width - 7) // column - 2)
    begin = 7 + (6 if overdue else 0)
    heights = [sum(EIGHTHS.index(row[begin + at * column]) for row in drawing[:6]) for at in range(number)]
    most = max([overdue, *days[:number], 1])
    assert all(abs(height - days[at] * 48 / most) <= 1 for at, height in enumerate(heights))
    assert all((height > 0) == (days[at] > 0) for at, height in enumerate(heights))


def test_every_week_with_reviews_has_its_point(learned: Report) -> None:
    drawing = "".join(text(line) for line in retention(learned, 120)[:-1])
    assert drawing.count(POINT) == len(learned.retention.weeks)


def test_groups_of_few_reviews_are_not_listed(learned: Report) -> None:
    found = replace(learned, kinds=(), tags=(Group("few", "", 9, Rate(9, 1)), Group("some", "", 9, Rate(10, 5))))
    page = "\n".join(text(line) for line in drawn(PAGES[4], found, 80))
    assert "few" not in page
    assert "50 % known of 10" in page


def test_nothing_to_draw_is_said_in_a_friendly_line() -> None:
    assert [text(line) for page in PAGES for line in drawn(page, told([]), 80)] == [NOTHING] * len(PAGES)


def test_one_answer_is_enough_for_every_page() -> None:
    found = told(answered((0, "a", Grade.GOOD)))
    assert "· no answer   ░ 1 or more" in "\n".join(text(line) for line in drawn(DAYS, found, 80))
    assert all(drawn(page, found, 80) for page in PAGES)


def test_a_card_without_words_is_listed(tmp_path: Path) -> None:
    history = months(tmp_path / "history.db", library(), days=30)
    bare = replace(library(), cards=tuple(Card("", id=card.id) for card in library().cards))
    found = report([bare], history, NOW)
    assert found.hardest
    assert text(drawn(PAGES[3], found, 80)[-1]).startswith("–")
