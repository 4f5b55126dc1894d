"""What holds of the wrong answers of every date and figure that a finder can return."""

from __future__ import annotations

import re
from calendar import monthrange

from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.documents import Span
from quiz.facts.date_words import MONTHS
from quiz.facts.model import Date, Figure
from quiz.questions.answers.date_shape import Shape, years_in
from quiz.questions.answers.number_form import in_words, ordinal_digits, ordinal_words
from quiz.questions.answers.numerals import numerals
from quiz.questions.answers.right_dates import date_forms
from quiz.questions.answers.right_figures import figure_forms
from quiz.questions.distractors.chance import Chance
from quiz.questions.distractors.wrong_dates import wrong_dates
from quiz.questions.distractors.wrong_figures import wrong_figures
from quiz.questions.distractors.year_bounds import RECENT

HERE = Span(0, 1)
NAMES = [name.capitalize() for name in MONTHS]
LATEST = 2025
NUMBERS = [*(in_words(n) for n in range(1000)), *(ordinal_words(n) for n in range(1, 100))]
WORDS = rf"\b(?:{'|'.join(sorted(NUMBERS, key=len, reverse=True))})\b"


def form(text: str) -> str:
    """A text with its numbers, months and other names of time by their kinds."""
    text = re.sub(r"\b(?:spring|summer|autumn|winter)\b", "S", text)
    text = re.sub(rf"\b(?:{'|'.join(MONTHS)})\b", "M", text, flags=re.IGNORECASE)
    text = re.sub(r"\b\d+(?:st|nd|rd|th)\b", "O", text)
    return re.sub(r"\d[\d,]*(?:\.\d+)?", "9", re.sub(WORDS, "W", text, flags=re.IGNORECASE))


years = st.integers(1000, LATEST)
olden = st.integers(1, 9999)
months = st.integers(1, 12)
lead = st.sampled_from(["", "early ", "late ", "mid-", "end of ", "beginning of "])


@st.composite
def days(draw: st.DrawFn) -> Date:
    """A day in one of its forms, with its year or without."""
    year, month = draw(years), draw(months)
    day = draw(st.integers(1, monthrange(year, month)[1]))
    name = NAMES[month - 1]
    text = draw(
        st.sampled_from(
            [
                f"{day} {name} {year}",
                f"{name} {day}, {year}",
                f"{name} {ordinal_digits(day)}, {year}",
                f"{year}-{month:02}-{day:02}",
                f"{day} {name}",
                f"{name} {day}",
                f"{ordinal_digits(day)} of {name} {year}",
            ]
        )
    )
    return Date(HERE, text, "day", f"{year}-{month:02}-{day:02}")


@st.composite
def spans(draw: st.DrawFn) -> Date:
    """A range of days, months or years."""
    year, month, day = draw(years), draw(st.integers(1, 11)), draw(st.integers(1, 20))
    later, name, after = year + draw(st.integers(1, 40)), NAMES[month - 1], NAMES[month]
    last = day + draw(st.integers(1, 8))
    texts = [
        (f"{year}-{later}", "year", f"{year}", f"{later}"),
        (f"from {year} to {later}", "year", f"{year}", f"{later}"),
        (f"between {name} and {after} {year}", "month", f"{year}-{month:02}", f"{year}-{month + 1:02}"),
        (f"{day}–{last} {name} {year}", "day", f"{year}-{month:02}-{day:02}", f"{year}-{month:02}-{last:02}"),
        (f"{day}–{last} {name}", "day", f"{year}-{month:02}-{day:02}", f"{year}-{month:02}-{last:02}"),
        (f"{year + 1} BC–{year} BC", "year", f"-{year + 1}", f"-{year}"),
    ]
    text, grain, value, end = draw(st.sampled_from(texts))
    return Date(HERE, text, grain, value, end)


@st.composite
def others(draw: st.DrawFn) -> Date:
    """A month, season, quarter, year, decade or century, of our era or before."""
    year, month, old = draw(years), draw(months), draw(olden)
    century, nth, quarter = draw(st.integers(1, 21)), draw(st.integers(1, 9)), draw(st.integers(1, 4))
    season = draw(st.sampled_from(["spring", "summer", "autumn", "winter"]))
    code = {"spring": "SP", "summer": "SU", "autumn": "FA", "winter": "WI"}[season]
    texts = [
        (f"{draw(lead)}{NAMES[month - 1]} {year}", "month", f"{year}-{month:02}"),
        (NAMES[month - 1], "month", f"{year}-{month:02}"),
        (f"{season} of {year}", "season", f"{year}-{code}"),
        (f"{ordinal_words(quarter)} quarter of {year}", "quarter", f"{year}-Q{quarter}"),
        (f"{draw(lead)}{year}", "year", str(year)),
        (f"{old} BC", "year", f"-{old:04}"),
        (f"AD {min(old, 999)}", "year", f"{min(old, 999):04}"),
        (f"{draw(lead)}{year // 10 * 10}s", "decade", str(year // 10)),
        (f"{ordinal_words(century)} century", "century", f"{century - 1:02}"),
        (f"{ordinal_digits(century)} century BC", "century", f"-{century - 1:02}"),
        (
            f"{ordinal_words(nth)} decade of the {ordinal_words(century)} century",
            "decade",
            f"{century - 1:02}{nth - 1}",
        ),
        (f"{ordinal_words(century)} century’s {ordinal_words(nth)} decade", "decade", f"{century - 1:02}{nth - 1}"),
    ]
    text, grain, value = draw(st.sampled_from(texts))
    return Date(HERE, text, grain, value)


dates = st.one_of(days(), spans(), others())


@settings(max_examples=150, derandomize=True)
@given(dates, st.lists(dates, max_size=6), st.text("abc", max_size=3), st.integers(1900, LATEST))
def test_every_date_has_three(date: Date, told: list[Date], seed: str, asked: int) -> None:
    answer = date.text
    latest = max([LATEST if "BC" in answer else asked, *years_in(answer)])
    shown = f"What happened after {asked}?" if str(asked) not in answer else ""
    found = wrong_dates(date, answer, told, latest, Chance(seed), shown)
    shape = Shape.read(answer, date)
    assert shape is not None
    right = {form.lower() for form in (answer, *date_forms(date, answer))}
    read = [Shape.read(text, date) for text in found]

    assert len(found) == len(set(found)) == 3
    assert {form(text) for text in found} == {form(answer)}
    assert not right & {text.lower() for text in found}
    assert all(other and shape.order(other.parts) != shape.order(shape.parts) for other in read)
    assert not any(year in years_in(shown) for text in found for year in years_in(text))
    if latest >= RECENT and not shape.before:
        assert all(other and shape.years(other.parts) <= latest for other in read)
    for other in read:
        assert other
        day, month = other.parts.get("day", 1), other.parts.get("month", 1)
        assert 1 <= day <= monthrange(other.parts.get("year", 2000), month)[1]


UNITS = st.sampled_from(["", "mile", "year", "percent", "kilogram", "foot", "degree Celsius", "money:USD", "parsec"])
BOUNDS = st.sampled_from(["", "about", "more than", "less than"])


@st.composite
def amounts(draw: st.DrawFn) -> Figure:
    """A number in digits or words, whole or not, with its unit, scale or rate."""
    unit, bound = draw(UNITS), draw(BOUNDS)
    value: float = draw(st.one_of(st.integers(1, 12), st.integers(1, 999), st.integers(1, 9_000_000)))
    written = f"{value:,}"
    style = draw(st.integers(0, 3))
    if style == 0 and value < 1000:
        written = in_words(int(value))
    elif style == 1:
        value = draw(st.integers(1, 999)) / draw(st.sampled_from([10, 100]))
        written = f"{value:.2f}" if value * 10 != int(value * 10) else f"{value:.1f}"
    if unit == "percent" and value > 100:
        value, written = 97, "97"
    if unit == "money:USD":
        scale = draw(st.sampled_from(["", " million", " billion", " a barrel"]))
        value, written = (value, written) if value < 1000 and written[0].isdigit() else (80, "80")
        return Figure(HERE, HERE, f"${written}{scale}", value, unit, bound)
    plural = {"foot": "feet", "percent": "percent", "degree Celsius": "degrees Celsius"}.get(unit, f"{unit}s")
    singular = written in ("1", "one")
    name = "" if not unit else f" {unit if singular else plural}"
    minus = "−" if unit == "degree Celsius" and written[0].isdigit() else ""
    return Figure(HERE, HERE, f"{minus}{written}{name}", -value if minus else value, unit, bound)


@st.composite
def ranges(draw: st.DrawFn) -> Figure:
    """Two ends."""
    low, wide = draw(st.integers(1, 90)), draw(st.integers(1, 9))
    one, two = draw(st.sampled_from([(f"{low}", f"{low + wide}"), (in_words(low), in_words(low + wide))]))
    text = draw(st.sampled_from([f"{one} to {two} percent", f"between {one} and {two} miles", f"{one} to {two}"]))
    return Figure(HERE, HERE, text, low, "percent" if "percent" in text else "mile" if "mile" in text else "")


@st.composite
def told_in_words(draw: st.DrawFn) -> Figure:
    """Fractions, odds, multiples, ranks."""
    top, whole = draw(st.integers(1, 9)), draw(st.integers(2, 10))
    rank = draw(st.integers(2, 60))
    value = min(top, whole - 1) / whole
    odds = f"{min(top, whole - 1)} in {whole}"
    shares = [("half", 0.5), ("a third", 1 / 3), ("two thirds", 2 / 3), ("nine-tenths", 0.9), ("one fifth", 0.2)]
    share = draw(st.sampled_from(shares))
    multiple = draw(st.sampled_from([("doubled", 2.0), ("tripled", 3.0), ("halved", 0.5), ("fivefold", 5.0)]))
    text, amount, unit = draw(
        st.sampled_from(
            [
                (*share, "share"),
                (odds, value, "share"),
                (*multiple, "multiple"),
                (ordinal_words(rank), float(rank), "ordinal"),
                (ordinal_digits(rank), float(rank), "ordinal"),
                ("a dozen", 12.0, ""),
                ("half a million", 5e5, ""),
                ("trillions of dollars", 1e12, "money:USD"),
            ]
        )
    )
    return Figure(HERE, HERE, text, amount, unit)


@settings(max_examples=200, derandomize=True)
@given(st.one_of(amounts(), amounts(), ranges(), told_in_words()), st.lists(amounts(), max_size=5), st.integers(0, 99))
def test_every_figure_has_three(figure: Figure, told: list[Figure], seed: int) -> None:
    answer = f"{figure.bound} {figure.text}".strip()
    found = wrong_figures(figure, answer, told, Chance(str(seed)), "How many of the 48 were there?")
    right = {form.lower() for form in (answer, *figure_forms(figure, answer))}

    assert len(found) == len(set(found)) == 3
    assert not right & {text.lower() for text in found}
    assert all(text.startswith(figure.bound) for text in found)
    values = [tuple(n.value for n in numerals(text)) for text in found]
    own = tuple(n.value for n in numerals(answer))
    if own and figure.unit not in ("ordinal", "share"):
        assert all(len(value) == len(own) and value != own for value in values)
    assert all(n > 0 for value in values for n in value)
    if figure.unit == "percent":
        assert all(n <= 100 for value in values for n in value)
    if figure.unit == "share":
        assert all(len(value) < 2 or value[0] < value[1] for value in values)
    if figure.unit not in ("share", "multiple", "ordinal") and own:
        one = {re.sub(r"(?<=\w)s\b|feet|foot", "", form(text)) for text in (answer, *found)}
        assert len(one) == 1, one
    assert not any(48 in value for value in values if figure.unit not in ("share", "ordinal"))
