"""Reckoning with dates of every grain, before and after Christ."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.facts.dates.calendar import Point, clipped, later, point, week_of, weekday_near, year_after


@pytest.mark.parametrize(
    ("value", "count", "unit", "expected"),
    [
        ("1841", 2, "year", "1843"),
        ("1841-07", 2, "year", "1843"),
        ("-0002", 3, "year", "0002"),
        ("0002", -3, "year", "-0002"),
        ("1904-02-27", 3, "day", "1904-03-01"),
        ("1904-02", 3, "day", ""),
        ("1904-11-30", 3, "month", "1905-02"),
        ("1904", 1, "month", ""),
        ("2013-03-20", -1, "quarter", "2012-Q4"),
        ("2013-03-20", -1, "week", "2013-W11"),
        ("2013-03-20", 1, "fortnight", "2013-04-03"),
        ("1921", 2, "decade", "1941"),
        ("9999-12-31", 1, "day", ""),
        ("0480-SU", 1, "year", "0481"),
    ],
)
def test_so_many_units_later(value: str, count: int, unit: str, expected: str) -> None:
    start = point(value)

    assert start
    assert later(start, count, unit) == expected


@pytest.mark.parametrize(("unit", "expected"), [("decade", "190"), ("century", "19"), ("year", "1907"), ("week", "")])
def test_the_unit_a_year_lies_in(unit: str, expected: str) -> None:
    assert clipped(Point(1907), unit) == expected


@pytest.mark.parametrize("value", ["", "XXXX-05-03", "190", "19", "PRESENT_REF", "P2Y"])
def test_what_tells_no_year_is_no_point(value: str) -> None:
    assert point(value) is None


@given(st.dates(date(2, 1, 1), date(9000, 1, 1)), st.integers(-300, 300))
def test_days_later_are_those_of_the_calendar(day: date, count: int) -> None:
    start = point(day.isoformat())

    assert start
    assert later(start, count, "day") == (day + timedelta(days=count)).isoformat()
    assert later(start, 0, "week") == week_of(day)


@given(st.integers(-3000, 3000).filter(bool), st.integers(-500, 500))
def test_there_is_no_year_nought(year: int, count: int) -> None:
    assert year_after(year, count) != 0
    assert year_after(year_after(year, count), -count) == year


@given(st.dates(date(2, 1, 1), date(9000, 1, 1)), st.integers(0, 6), st.sampled_from([-1, 1]))
def test_the_nearest_weekday_lies_within_a_week(day: date, weekday: int, direction: int) -> None:
    near = weekday_near(day, weekday, direction)

    assert near.weekday() == weekday
    assert 0 <= (near - day).days * direction <= 6
