"""Wrong dates a person who half remembers could take: of the document first, else spread as people spread them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from quiz.facts.date_words import MONTHS, ORDINALS
from quiz.facts.model import Date
from quiz.questions.chance import Chance
from quiz.questions.number_form import ordinal_digits

# Gap between a right and a wrong year in four-option questions written by people: deciles 2, 4, 6 and 8 by era
# (OpenTriviaQA, 984 items; `from year: gaps`).
GAPS = (
    (1970, (1, 2, 3, 6)),
    (1920, (2, 3, 6, 14)),
    (1850, (6, 11, 20, 40)),
    (1700, (10, 20, 40, 70)),
    (float("-inf"), (25, 60, 120, 200)),
)
NUMBER = re.compile(r"-?\d+")
YEAR = re.compile(r"\b\d{4}\b")
WANTED = 3
RECENT = 1990
"""From a last year this recent on, a later one is the future to a reader, and no plausible answer."""


def wrong_dates(
    date: Date, answer: str, others: Sequence[Date], latest: int, chance: Chance, shown: str = ""
) -> list[str]:
    """Three wrong answers of the form of the right one, with its rank among the four left to chance.

    `others` are dates of the document known to be of other events; `latest` is its last year; no year that stands in
    `shown`, what the card asks, is taken.
    """
    right = _ordinal(date)
    if right is None:
        return []
    below = chance.below(WANTED + 1)
    if right >= latest and date.grain != "century":
        below = WANTED
    cap = latest if latest >= RECENT else 9999
    pool = sorted(
        {o.value: o for o in others if _alike(o, date) and _ordinal(o) not in (None, right)}.values(),
        key=lambda o: (abs((_ordinal(o) or 0) - right), o.value),
    )
    low, high = _told(date, answer, pool, below, shown)
    chosen = [*low[:below], *high[: WANTED - below]][:2]
    want_low = below - sum(w in low for w in chosen)
    want_high = WANTED - below - sum(w in high for w in chosen)
    for sign, count in ((-1, want_low), (1, want_high), (-1, WANTED), (1, WANTED)):
        made = (_shifted(date, answer, sign * gap) for gap in _gaps(date, chance))
        for _ in range(min(count, WANTED - len(chosen))):
            fresh = next(
                (w for w in made if w and w != answer and w not in chosen and not _barred(w, cap, shown)), None
            )
            if fresh:
                chosen.append(fresh)
    return sorted(chosen, key=_key)


def _told(date: Date, answer: str, pool: Sequence[Date], below: int, shown: str) -> tuple[list[str], list[str]]:
    """Dates of the document in the form of the answer, the nearest first: so many as are wanted before and after it."""
    right = _ordinal(date) or 0
    low: list[str] = []
    high: list[str] = []
    for other in pool:
        side, room = (low, below) if (_ordinal(other) or 0) < right else (high, WANTED - below)
        if len(side) < room and _near(date, other):
            made = _rewritten(date, answer, other)
            if made and not _barred(made, 9999, shown):
                side.append(made)
    return low, high


def _barred(text: str, cap: int, shown: str) -> bool:
    """Whether a date lies after the last year the document knows of, or stands in the question as another event's."""
    return any(int(year) > cap or year in YEAR.findall(shown) for year in re.findall(r"\d{4}", text))


def _key(text: str) -> tuple[int, str]:
    found = re.search(r"\d+", text)
    return (int(found.group()) if found and len(found.group()) == 4 else 0, text)


def _ordinal(date: Date) -> int | None:
    return _first_year(date.value, date.grain)


@lru_cache(maxsize=4096)
def _first_year(value: str, grain: str) -> int | None:
    """The year a value begins with; every date is held against all that are near it."""
    found = NUMBER.match(value)
    if not found:
        return None
    number = int(found.group())
    return {"decade": number * 10, "century": number * 100}.get(grain, number)


def _alike(other: Date, date: Date) -> bool:
    return other.grain == date.grain and bool(other.end) == bool(date.end) and other.value[0] == date.value[0]


def _near(date: Date, other: Date) -> bool:
    """Whether another date of the document could be taken for the right one: within the widest human gap, doubled."""
    right, wrong = _ordinal(date), _ordinal(other)
    if right is None or wrong is None:
        return False
    return 0 < abs(right - wrong) <= max(2 * widest(right), 20)


def widest(year: int) -> int:
    """The widest gap, in years, at which people put a wrong year beside this one."""
    return next(gaps for start, gaps in GAPS if year >= start)[-1]


def _gaps(date: Date, chance: Chance) -> Iterator[int]:
    """Distances in the unit of the date's grain, growing, begun by chance."""
    if date.grain == "century":
        yield from (1, 2, 3, 4)
        return
    right = _ordinal(date) or 0
    table = next(gaps for start, gaps in GAPS if right >= start)
    if date.grain == "decade":
        yield from (1, 2, 3, 4, 5)
        return
    first = chance.below(2)
    gap = 0
    for step in (*table[first:], *table):
        gap = max(gap + 1, step + chance.below(max(2, step // 3)))
        yield gap
    for _ in range(12):
        gap += max(1, table[-1] // 3)
        yield gap


def _shifted(date: Date, answer: str, gap: int) -> str | None:
    """The answer with its year, decade or century moved."""
    if date.grain == "century":
        return _century(answer, gap)
    years = re.findall(r"\d{4}", answer)
    if not years and date.grain == "year" and not date.end:
        return _old_moved(date, answer, gap)
    if not years:
        return _month_moved(answer, gap)
    if date.end or (date.grain == "season" and re.search(r"\d{4}[-–/]\d", answer)):
        return _range_moved(answer, gap)
    if date.grain == "decade":
        return re.sub(r"\d{4}", str(int(years[0]) + 10 * gap), answer, count=1)
    step = _roundness(date, int(years[0]))
    moved = int(years[0]) + (gap if step == 1 else gap // abs(gap) * max(1, round(abs(gap) / step)) * step)
    if date.value.endswith("-02-29") and (moved % 4 or (moved % 100 == 0 and moved % 400)):
        return None
    return re.sub(r"\d{4}", str(moved), answer, count=1) if moved > 0 else None


def _old_moved(date: Date, answer: str, gap: int) -> str | None:
    """A year of one to three or five digits, with an era; the older, the wider people's gaps, but never past year 1."""
    found = re.search(r"\d{1,3}(?:,\d{3})+|\d+", answer)
    if not found:
        return None
    year = int(found.group().replace(",", ""))
    step = max(1, round(abs(gap) * min(1, year / 500)))
    rounded = 100 if year % 100 == 0 else 10 if year % 10 == 0 else 1
    moved = year + (1 if (gap > 0) != date.value.startswith("-") else -1) * max(1, round(step / rounded)) * rounded
    written = f"{moved:,}" if "," in found.group() else str(moved)
    return answer[: found.start()] + written + answer[found.end() :] if moved > 0 else None


def _roundness(date: Date, year: int) -> int:
    """An old or rounded year is half remembered by the hundred or ten, not by the year."""
    if date.value.startswith("-") or date.modifier == "circa":
        return 100 if year % 100 == 0 else 10 if year % 10 == 0 else 1
    return 1


def _range_moved(answer: str, gap: int) -> str | None:
    def moved(found: re.Match[str]) -> str:
        return str(int(found.group()) + gap) if len(found.group()) == 4 else f"{int(found.group()) + gap:02}"

    short = re.search(r"[-–—/](\d{2})\b", answer)
    first = re.search(r"\d{4}", answer)
    if short and first and not (int(first.group()) + gap) % 100 < int(short[1]) + gap <= 99:
        return None
    return re.sub(r"\b\d{4}\b|(?<=[-–—/])\d{2}\b", moved, answer)


def _century(answer: str, gap: int) -> str | None:
    found = re.search(
        "|".join(sorted(ORDINALS[1:], key=len, reverse=True)) + r"|\d{1,2}(?=st|nd|rd|th)", answer, re.IGNORECASE
    )
    if not found:
        return None
    word = found.group()
    number = (int(word) if word.isdigit() else ORDINALS.index(word.lower())) + gap
    if not 1 <= number <= 21:
        return None
    if word.isdigit():
        return re.sub(r"\d{1,2}(?:st|nd|rd|th)", ordinal_digits(number), answer, count=1)
    return answer[: found.start()] + ORDINALS[number] + answer[found.end() :]


def _month_moved(answer: str, gap: int) -> str | None:
    """A date without a year moves by months."""
    found = re.search("|".join(MONTHS), answer, re.IGNORECASE)
    if not found or not gap:
        return None
    at = (MONTHS.index(found.group().lower()) + (gap % 11 or 1)) % 12
    day = re.search(r"\b\d{1,2}\b", answer)
    if day and int(day.group()) > 28:
        return None
    return answer[: found.start()] + MONTHS[at].capitalize() + answer[found.end() :]


def _rewritten(date: Date, answer: str, other: Date) -> str | None:
    """Another date of the document in the form of the answer."""
    if date.grain in ("year", "decade") and not date.end:
        years = re.findall(r"\d{4}", answer)
        return answer.replace(years[0], str(abs(_ordinal(other) or 0)), 1) if years else None
    if date.grain == "century":
        return _century(answer, ((_ordinal(other) or 0) - (_ordinal(date) or 0)) // 100)
    if (
        date.grain == "month"
        and not date.end
        and re.fullmatch(r"\d{4}-\d\d", other.value)
        and re.search(r"\d{4}", answer)
    ):
        month = MONTHS[int(other.value[5:7]) - 1].capitalize()
        moved = re.sub("|".join(MONTHS), month, answer, count=1, flags=re.IGNORECASE)
        return re.sub(r"\d{4}", other.value[:4], moved, count=1)
    if date.grain == "day" and not date.end and re.fullmatch(r"\d{4}-\d\d-\d\d", other.value):
        if re.fullmatch(r"\d{4}-\d\d-\d\d", answer):
            return other.value
        if re.search(r"\d(?:st|nd|rd|th)\b", answer):
            return None
        month, day = MONTHS[int(other.value[5:7]) - 1].capitalize(), str(int(other.value[8:]))
        moved = re.sub(r"(?<!\d)\d{1,2}(?!\d)", day, answer, count=1)
        moved = re.sub("|".join(MONTHS), month, moved, count=1, flags=re.IGNORECASE)
        return re.sub(r"\d{4}", other.value[:4], moved, count=1)
    return None
