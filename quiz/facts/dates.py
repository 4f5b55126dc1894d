"""Finds dates and gives each its grain and value; a month or day without a year takes the year told last."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from quiz.documents.model import ASKED, Block, Document, Span
from quiz.facts.date_words import MONTHS, ORDINALS, RULES, SEASONS, SHORT_MONTHS
from quiz.facts.model import Date

if TYPE_CHECKING:
    from quiz.facts.reading import Reading

LEADS = re.compile(
    r"\b(?:in|since|by|until|till|during|of|last|next|this|early|late|mid|from|to|before|after)[\s-]+$", re.IGNORECASE
)
IDENTIFIER = re.compile(
    r"(?:\b(?:no|nos|number|article|section|resolution|page|pp?|chapter|file|act|code|flight|room|route|highway|line|bill)"
    r"\.?|[#§])\s?$",
    re.IGNORECASE,
)
DESIGNATION = re.compile(r"\b[A-Z]{2,}[ -]$")
COUNTED = re.compile(
    r"\s+(?:[a-z]+ )?(?:people|men|women|children|troops|soldiers|miles|km|kilometers|kilometres|metres|meters|feet|"
    r"tons|tonnes|dollars|pounds|euros|workers|students|members|homes|houses|jobs|times|hours|days|percent|acres|"
    r"hectares|words|pages|ships|prisoners|refugees|deaths|cases|patients|participants|species|kg|kilograms)\b"
)


def of_reading(reading: Reading) -> Sequence[Date]:
    """The dates of a reading, which were found before it was parsed."""
    return reading.dates


def find_dates(document: Document) -> list[Date]:
    """Every date of the asked blocks, in the order of the text."""
    found: list[Date] = []
    year = ""
    for block in document.blocks:
        if block.kind not in ASKED:
            continue
        for date in _in_block(document, block):
            anchored = _anchored(date, year)
            found.append(anchored)
            if anchored.grain != "century" and re.match(r"\d{4}", anchored.value):
                year = anchored.value[:4]
    return found


def _in_block(document: Document, block: Block) -> Iterator[Date]:
    text, at, end = document.text, block.span.start, block.span.end
    hits = sorted(
        ((m.start(), rank, name, m) for rank, (name, rule) in enumerate(RULES) for m in rule.finditer(text, at, end)),
        key=lambda hit: hit[:2],
    )
    for start, _, name, match in hits:
        if start < at:
            continue
        date = READ[name](match)
        if date and _dated(name, match, text):
            at = match.end()
            yield date


def _dated(name: str, match: re.Match[str], text: str) -> bool:
    """Whether the context lets it be a date: no identifier, no count, no modal "may" or verb "march"."""
    before, after = text[max(0, match.start() - 24) : match.start()], text[match.end() : match.end() + 40]
    if name == "month" and not match.groupdict().get("year"):
        month = match.group("month")
        return month[0].isupper() and "." not in month and len(month) > 2 and bool(LEADS.search(before) or match["mod"])
    if name == "day" and not match.groupdict().get("year"):
        return match.group("month")[0].isupper()
    if name == "year":
        return (match["year"] < "2100" or bool(LEADS.search(before))) and not (
            IDENTIFIER.search(before) or DESIGNATION.search(before) or COUNTED.match(after)
        )
    if name == "era":
        return match.group("era")[0].isupper()
    return name != "years" or not COUNTED.match(after)


def _anchored(date: Date, year: str) -> Date:
    if not date.value.startswith("XXXX"):
        return date
    if not year:
        return date
    end = date.end.replace("XXXX", year)
    return Date(date.span, date.text, date.grain, date.value.replace("XXXX", year), end, date.modifier)


def _make(match: re.Match[str], grain: str, value: str, end: str = "") -> Date:
    groups = match.groupdict()
    modifier = {"mid": "mid", "middle": "mid", "early": "early", "late": "late"}.get(
        (groups.get("mod") or "").lower(), ""
    )
    start, stop = match.span()
    text = match.string[start:stop]
    trimmed = text if re.search(r"[BAC]\.\s?[CD]\.(?:E\.)?$", text) else text.rstrip(",. ")
    return Date(
        Span(start, start + len(trimmed)), trimmed, grain, value, end, "circa" if groups.get("circa") else modifier
    )


def month_number(name: str) -> int:
    """1 to 12 for a month's name or abbreviation."""
    key = name.lower().rstrip(".")
    return MONTHS.index(key) + 1 if key in MONTHS else SHORT_MONTHS[key]


def _year(match: re.Match[str]) -> str:
    return match.groupdict().get("year") or "XXXX"


def _iso(match: re.Match[str]) -> Date:
    return _make(match, "day", match.group())


def _day(match: re.Match[str]) -> Date:
    return _make(match, "day", f"{_year(match)}-{month_number(match['month']):02}-{int(match['day']):02}")


def _days(match: re.Match[str]) -> Date:
    month = f"{_year(match)}-{month_number(match['month']):02}"
    return _make(match, "day", f"{month}-{int(match['day']):02}", f"{month}-{int(match['day2']):02}")


def _month(match: re.Match[str]) -> Date:
    return _make(match, "month", f"{_year(match)}-{month_number(match['month']):02}")


def _months(match: re.Match[str]) -> Date:
    first, last = (f"{_year(match)}-{month_number(match[m]):02}" for m in ("month", "month2"))
    return _make(match, "month", first, last)


def _season(match: re.Match[str]) -> Date:
    return _make(match, "season", f"{match['year']}-{SEASONS[match['season'].lower()]}")


def _years(match: re.Match[str]) -> Date | None:
    first, last = match["year"], match["year2"]
    last = first[: 4 - len(last)] + last
    return _make(match, "year", first, last) if first < last else None


def _one_year(match: re.Match[str]) -> Date:
    return _make(match, "year", match["year"])


def _decade(match: re.Match[str]) -> Date:
    return _make(match, "decade", match["decade"] + match["tens"])


def ordinal(word: str) -> int | None:
    """1 for "first" or "1st", 21 for "twenty-first"; None for any other word."""
    digits = re.match(r"\d+", word)
    if digits:
        return int(digits.group())
    return ORDINALS.index(word.lower()) if word.lower() in ORDINALS else None


def _century(match: re.Match[str]) -> Date | None:
    number = ordinal(match["ord"])
    if not number or number > 21:
        return None
    last = ordinal(match["ord2"]) if match["ord2"] else None
    sign = "-" if (match.groupdict().get("era") or "").upper().startswith("B") else ""
    return _make(match, "century", f"{sign}{number - 1:02}", f"{sign}{last - 1:02}" if last else "")


def _first_decade(match: re.Match[str]) -> Date | None:
    number = ordinal(match["ord"])
    nth = 10 if match["nth"].lower() in ("last", "final") else ordinal(match["nth"])
    return _make(match, "decade", f"{number - 1:02}{nth - 1}") if number and nth else None


def _era(match: re.Match[str]) -> Date | None:
    number = int(match["number"].replace(",", ""))
    before = match["era"].upper().startswith("B")
    last = match.groupdict().get("number2")
    sign = "-" if before else ""
    return _make(match, "year", f"{sign}{number:04}", f"{sign}{int(last):04}" if last else "") if number else None


READ: dict[str, Callable[[re.Match[str]], Date | None]] = {
    "iso": _iso,
    "day": _day,
    "days": _days,
    "month": _month,
    "months": _months,
    "season": _season,
    "years": _years,
    "year": _one_year,
    "decade": _decade,
    "century": _century,
    "first_decade": _first_decade,
    "era": _era,
}
