"""Wrong dates: of the right one's form, near as people put them."""

from __future__ import annotations

import re
from calendar import day_name, month_name, monthrange
from calendar import weekday as calendar_weekday
from collections import Counter
from functools import cache

import pytest

from quiz.documents import Span
from quiz.facts.dates import find_dates
from quiz.facts.model import Date
from quiz.questions.answers.number_form import ordinal_digits
from quiz.questions.clauses.when import written
from quiz.questions.distractors.chance import Chance
from quiz.questions.distractors.wrong_dates import wrong_dates
from quiz.questions.distractors.year_bounds import grown
from tests.questions.texts import as_document

SEEDS = range(200)
FEW = range(60)
FORM = {
    "in 1828": r"\d{4}",
    "on 24 October 1813": r"\d{1,2} [A-Z][a-z]+ \d{4}",
    "on October 24, 1813": r"[A-Z][a-z]+ \d{1,2}, \d{4}",
    "in May 1946": r"[A-Z][a-z]+ \d{4}",
    "in the spring of 1921": r"(?:spring|summer|autumn|winter) of \d{4}",
    "in the 1890s": r"\d{3}0s",
    "in the late 1890s": r"late \d{3}0s",
    "in the fifteenth century": r"[a-z-]+ century",
    "in the 15th century": r"\d{1,2}(?:st|nd|rd|th) century",
    "from 1804 to 1813": r"from \d{4} to \d{4}",
    "of 1804-13 or so": r"\d{4}-\d\d",
    "between 1804 and 1813": r"between \d{4} and \d{4}",
    "circa 1510": r"circa \d{4}",
}


@cache
def date_of(text: str) -> Date:
    """The one date of a text."""
    (date,) = find_dates(as_document(f"It was {text}, they say."))
    return date


def wrong(text: str, seed: int, others: tuple[str, ...] = (), latest: int = 2024) -> list[str]:
    """The wrong answers for the date of a text."""
    date = date_of(text)
    return wrong_dates(date, written(date), [date_of(other) for other in others], latest, Chance(str(seed)))


def years(text: str) -> list[int]:
    """The four-digit numbers of an answer."""
    return [int(year) for year in re.findall(r"\d{4}", text)]


@pytest.mark.parametrize("text", FORM)
def test_three_of_the_form_of_the_right_one(text: str) -> None:
    right = written(date_of(text))
    assert re.fullmatch(FORM[text], right)

    for seed in range(60):
        found = wrong(text, seed, ("in 1907", "in May 1941", "on 3 May 1829", "in the 1920s", "in the sixth century"))
        assert len(found) == 3, found
        assert len({*found, right}) == len(found) + 1
        assert all(re.fullmatch(FORM[text], other) for other in found), found


def test_the_right_answer_stands_in_each_of_the_four_places_as_often() -> None:
    ranks = Counter(sum(int(other) < 1828 for other in wrong("in 1828", seed)) for seed in SEEDS)

    assert set(ranks) == {0, 1, 2, 3}
    assert all(30 <= count <= 72 for count in ranks.values()), ranks


@pytest.mark.parametrize(
    ("text", "median"), [("in 1550", 100), ("in 1790", 32), ("in 1890", 16), ("in 1950", 4), ("in 1990", 2)]
)
def test_gaps_are_those_of_people(text: str, median: int) -> None:
    """Medians of four-option questions people wrote, by era (OpenTriviaQA, 984 items)."""
    right = years(text)[0]
    gaps = sorted(abs(int(other) - right) for seed in SEEDS for other in wrong(text, seed))

    assert median / 2 <= gaps[len(gaps) // 2] <= median * 2.5


def test_dates_of_the_document_come_first() -> None:
    found = [wrong("in 1828", seed, ("in 1813", "in 1826", "in 1907")) for seed in SEEDS]

    assert sum("1826" in f or "1813" in f for f in found) > len(SEEDS) * 2 // 5


def test_a_range_keeps_its_length() -> None:
    for seed in range(50):
        for other in wrong("from 1804 to 1813", seed):
            first, last = years(other)
            assert last - first == 9


def test_days_stand_in_the_calendar() -> None:
    for seed in range(100):
        for other in wrong("on 31 August 1907", seed, ("on 11 February 1829", "on 23 June 1908")):
            day, month, year = other.split()
            assert int(day) <= monthrange(int(year), list(month_name).index(month))[1], other


def test_the_same_seed_makes_the_same() -> None:
    assert wrong("in 1828", 1) == wrong("in 1828", 1)
    assert any(wrong("in 1828", 1) != wrong("in 1828", seed) for seed in range(2, 6))


@pytest.mark.parametrize("text", ["on 24 October 1813", "in May 1946", "on 31 August"])
def test_no_part_tells_the_right_one(text: str) -> None:
    """Of options that each change the right date in one place, the one most like the others is right."""
    date = date_of(text)
    most = 0
    for seed in FEW:
        options = [written(date), *wrong(text, seed)]
        parts = [option.split() for option in options]
        shared = [sum(a == b for o in parts for a, b in zip(o, own, strict=True)) for own in parts]
        most += shared[0] > max(shared[1:])

    assert most < len(FEW) / 8


def test_not_all_have_the_day_and_month_of_the_right_one() -> None:
    for seed in FEW:
        found = wrong("on 24 October 1813", seed)
        assert not any(other.startswith("24 October") for other in found), found


def test_a_date_that_may_be_of_the_same_event_is_no_wrong_one() -> None:
    date = date_of("in 1828")
    for seed in FEW:
        found = wrong_dates(date, "1828", [], 2024, Chance(str(seed)), "", [date_of("in 1826"), date_of("in May 1829")])
        assert not {"1826", "1829"} & set(found)


def test_no_year_of_the_question_and_none_to_come() -> None:
    date = date_of("in 2018")
    for seed in FEW:
        found = wrong_dates(date, "2018", [], 2019, Chance(str(seed)), "In what year, after 2016, was it?")
        assert len(found) == 3
        assert not {"2016"} & set(found)
        assert max(years(" ".join(found))) <= 2019


def test_years_stay_in_the_time_the_text_tells_of() -> None:
    others = ("in 1775", "in 1777", "in 1779", "in 1783")
    for seed in FEW:
        assert all(1725 <= int(other) <= 1830 for other in wrong("in 1781", seed, others))


def test_whose_age_is_told_did_nothing_as_a_child() -> None:
    low, high = grown(None, 1913, "In 1913 Henrik Dahl, a chemist of 25, measured the salts of the Orr.") or (0, 0)
    assert (low, high > 1913) == (1906, True)
    assert grown((1890, 1920), 1913, "In 1913 Henrik Dahl, aged 16, left Orm.") == (1910, 1920)
    assert grown((1890, 1920), 1913, "In 1913 Henrik Dahl measured the salts of 25 rivers.") == (1890, 1920)


def test_a_range_neither_holds_nor_lies_in_the_right_one() -> None:
    others = ("from 1801 to 1820", "from 1806 to 1809", "from 1804 to 1807", "from 1826 to 1828")
    found = {other for seed in FEW for other in wrong("from 1804 to 1813", seed, others)}

    assert "from 1826 to 1828" in found
    assert not {"from 1801 to 1820", "from 1806 to 1809", "from 1804 to 1807"} & found


def test_a_weekday_is_that_of_its_day() -> None:
    date = Date(Span(0, 18), "Sunday, 3 May 1829", "day", "1829-05-03")
    for seed in range(60):
        for other in wrong_dates(date, date.text, [], 1900, Chance(str(seed))):
            weekday, day, month, year = other.replace(",", "").split()
            assert weekday == day_name[calendar_weekday(int(year), list(month_name).index(month), int(day))]


@pytest.mark.parametrize(
    ("number", "text"), [(1, "1st"), (2, "2nd"), (3, "3rd"), (11, "11th"), (12, "12th"), (21, "21st")]
)
def test_ordinal_digits(number: int, text: str) -> None:
    assert ordinal_digits(number) == text
