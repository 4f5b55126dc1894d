"""Dates that tell their year, month or day themselves, and ranges of them: how they are read."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import replace

from quiz.documents.model import Span
from quiz.facts.date_words import DAY_PARTS, HOLIDAYS, MONTHS, ORDINALS, SEASONS, SHORT_MONTHS
from quiz.facts.dates.timex import Timex, group

_MODIFIERS = {"mid": "mid", "middle": "mid", "early": "early", "late": "late"}
_ERA_END = re.compile(r"[bac]\.\s?[cd]\.(?:e\.)?$")
_LINK = re.compile(r"\s*(?:[-–—‑/]|\b(?:to|until|till|through|and|or)\b|&)\s*$")
_RANGE_LEAD = re.compile(r"(?:between|from)\s+(?:the\s+years\s+)?")
_LEADS = re.compile(
    r"\b(?:in|since|by|until|till|during|of|last|next|this|early|late|mid|from|to|before|after)[\s-]+$", re.IGNORECASE
)
_IDENTIFIER = re.compile(
    r"(?:\b(?:no|nos|number|article|section|resolution|page|pp?|chapter|file|act|code|flight|room|route|highway|line|bill)"
    r"\.?|[#§])\s?$",
    re.IGNORECASE,
)
_DESIGNATION = re.compile(r"\b[A-Z]{2,}[ -]$")
_MEASURED = re.compile(r"[=≈~∼<>±≤≥×]\s?$")
_COUNTED = re.compile(
    r"\s?(?:[°℃‰]|(?:K|cm|mm|nm|km|Hz|kHz|MHz|GHz|eV|keV|ka|Ma|mg|ml|kg|rpm|ppm|hPa|kPa|mbar|bar|kW|MW|GW)(?![\w’'&])|m(?=\s(?:above|below|deep|high|long|wide|of)))|"
    r"\s+(?:[a-z]+ )?(?:people|men|women|children|troops|soldiers|miles|km|kilometers|kilometres|metres|meters|feet|"
    r"tons|tonnes|dollars|pounds|euros|workers|students|members|homes|houses|jobs|times|hours|days|percent|acres|"
    r"hectares|words|pages|ships|prisoners|refugees|victims|inhabitants|residents|guns|tanks|aircraft|planes|vehicles|civilians|sailors|men|casualties|delegates|votes|employees|copies|deaths|cases|patients|participants|species|kg|kilograms)\b"
)
_ATTRIBUTE = re.compile(r"(?<!long )\b(?:the|a|an|its|his|their)\s(?:[a-z]{3,}\s)?$")
_CLOCK = re.compile(r"\s?(?:GMT|UTC|BST|CES?T|[ECMP][SD]T|hrs?)\b")
"""What follows a time of day in four digits."""
FEBRUARY, COMMON_YEAR = 2, 2001
_NAMES = frozenset({"april", "may", "june", "august", "march"})
"""Months that are also names of people or verbs."""
_AGENT = re.compile(r"\b(?:by|of|from|to|with|for|and|than|as)\s+$")
"""What stands before a person rather than a month: "built by Jan Veer"; "By June Norland ..." begins otherwise."""
LONGEST_WORD = 6
_SURNAME = re.compile(r"\s+(?:(?:van|von|de|der|den|du|la|le)\s+)*[^\W\d_a-z][^\W\d_]")


def month_number(name: str) -> int:
    """1 to 12 for a month's name or abbreviation."""
    key = name.lower().rstrip(".")
    return MONTHS.index(key) + 1 if key in MONTHS else SHORT_MONTHS[key]


def ordinal(word: str) -> int | None:
    """1 for "first" or "1st", 21 for "twenty-first"; None for any other word."""
    digits = re.match(r"\d+", word)
    if digits:
        return int(digits.group())
    return ORDINALS.index(word.lower()) if word.lower() in ORDINALS else None


def made(match: re.Match[str], grain: str, value: str) -> Timex:
    """The date of a match with its modifier, without the comma or full stop behind it."""
    start, stop = match.span()
    text = match.group()
    if not _ERA_END.search(text):
        stop = start + len(text.rstrip(",. "))
    modifier = "circa" if group(match, "circa") else _MODIFIERS.get(group(match, "mod"), "")
    return _led(match, Timex(Span(start, stop), "DATE", value, grain, modifier=modifier))


def _led(match: re.Match[str], whole: Timex) -> Timex:
    """The date with what stands before it: a weekday, the night of a day, a half of a year."""
    lead = group(match, "lead")
    if not lead:
        return whole
    core = replace(whole, span=Span(match.end("lead"), whole.span.end))
    part = next((f"T{DAY_PARTS[word]}" for word in re.findall(r"[a-z-]+", lead) if word in DAY_PARTS), "")
    if part:
        return replace(whole, kind="TIME", value=whole.value + part, core=core)
    half = re.search(r"\b(?:(first)|second|latter|last)\s+half\b", lead)
    if half and whole.grain == "year":
        return replace(whole, value=f"{whole.value}-H{1 if half[1] else 2}", core=core)
    return replace(whole, core=core)


def _ranged(match: re.Match[str], grain: str, first: str, last: str, *second: str) -> tuple[Timex, ...]:
    """The range of a match whose second date begins with one of some groups; two dates if it only lists them."""
    whole = replace(made(match, grain, first), end=last)
    middle = min(match.start(name) for name in second if group(match, name))
    middle -= 4 if match.string[middle - 4 : middle] == "the " else 0
    lead = _RANGE_LEAD.match(match.group())
    begin = match.start() + (lead.end() if lead else 0)
    link = _LINK.search(match.string[begin:middle])
    stop = begin + link.start() if link else middle
    ends = (Timex(Span(begin, stop), "DATE", first, grain), Timex(Span(middle, whole.span.end), "DATE", last, grain))
    if link and not lead and re.search("and|or|&", link.group()):
        return tuple(end if _stands_alone(match.string, end) else replace(end, grain="") for end in ends)
    return (replace(whole, ends=ends),)


def _stands_alone(text: str, date: Timex) -> bool:
    """Whether it says of itself what it is, not like the first of "5 and 6 May"."""
    return not re.fullmatch(r"\d{1,2}(?:st|nd|rd|th)?|\D+", text[date.span.start : date.span.end]) or (
        date.grain != "day"
    )


def _signed(match: re.Match[str], year: str) -> str:
    return f"-{int(year):04}" if group(match, "era").startswith("b") else f"{int(year):04}"


def _year(match: re.Match[str]) -> str:
    year = group(match, "year")
    return _signed(match, year) if year else "XXXX"


def _before(match: re.Match[str], source: str, name: str = "") -> str:
    start = match.start(name) if name else match.start()
    return source[max(0, start - 24) : start]


def _after(match: re.Match[str], source: str) -> str:
    return source[match.end() : match.end() + 40]


def _day_value(match: re.Match[str], day: str = "day", month: str = "month") -> str:
    return f"{_year(match)}-{month_number(match[month]):02}-{int(match[day]):02}"


def read_iso(match: re.Match[str], _: str) -> tuple[Timex, ...]:
    """A day as ISO 8601 writes it."""
    return (made(match, "day", match.group()),)


def read_digits(match: re.Match[str], _: str) -> tuple[Timex, ...]:
    """A day in digits, the month first as Americans write it unless that is none; no fact, since it is a guess."""
    first, second, year = int(match["first"]), int(match["second"]), match["year"]
    month, day = (second, first) if first > 12 else (first, second)
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return ()
    if len(year) == 2:
        year = ("20" if int(year) < 40 else "19") + year
    return (made(match, "", f"{year}-{month:02}-{day:02}"),)


def read_day(match: re.Match[str], source: str) -> tuple[Timex, ...]:
    """A day of a month, with its year or without."""
    if not group(match, "year") and not source[match.start("month")].isupper():
        return ()
    return (made(match, "day", _day_value(match)),)


def read_edge(match: re.Match[str], source: str) -> tuple[Timex, ...]:
    """The first or last day of a month; the last of February only with its year."""
    year, month = group(match, "year"), month_number(match["month"])
    last = match["edge"] == "last"
    if not source[match.start("month")].isupper() or (last and month == FEBRUARY and not year):
        return ()
    day = monthrange(int(year or COMMON_YEAR), month)[1] if last else 1
    return (made(match, "day", f"{year or 'XXXX'}-{month:02}-{day:02}"),)


def read_days(match: re.Match[str], source: str) -> tuple[Timex, ...]:
    """Two days of one month or of two."""
    if not source[match.start("month")].isupper():
        return ()
    month2 = "month2" if group(match, "month2") else "month"
    first, last = _day_value(match), _day_value(match, "day2", month2)
    if month2 == "month2" and first > last:
        first = f"{int(first[:4]) - 1:04}{first[4:]}" if first[:4].isdigit() else first
    return _ranged(match, "day", first, last, "day2", *([month2] if month2 == "month2" else []))


def read_month(match: re.Match[str], source: str) -> tuple[Timex, ...]:
    """A month; without a year only where it can be nothing else."""
    month = match["month"]
    if group(match, "year"):
        return (made(match, "month", f"{_year(match)}-{month_number(month):02}"),)
    if not source[match.start("month")].isupper() or "." in month or len(month) < 3:
        return ()
    start, end = match.span("month")
    if _SURNAME.match(source, end) and _AGENT.search(source, max(0, start - LONGEST_WORD), start):
        return ()
    before = _before(match, source)
    sure = bool(_LEADS.search(before) or group(match, "mod"))
    if not sure and month in _NAMES and not group(match, "lead") and not _ATTRIBUTE.search(before):
        return ()
    return (made(match, "month" if sure else "", f"XXXX-{month_number(month):02}"),)


def read_months(match: re.Match[str], _: str) -> tuple[Timex, ...]:
    """Two months of one year."""
    first, last = (f"{_year(match)}-{month_number(match[name]):02}" for name in ("month", "month2"))
    return _ranged(match, "month", first, last, "month2")


def read_season(match: re.Match[str], _: str) -> tuple[Timex, ...]:
    """A season with its year."""
    return (made(match, "season", f"{_year(match)}-{SEASONS[match['season']]}"),)


def read_years(match: re.Match[str], source: str) -> tuple[Timex, ...]:
    """Two years, the second perhaps with its last digits only."""
    first, last = match["year"], match["year2"]
    last = first[: 4 - len(last)] + last
    return (
        _ranged(match, "year", first, last, "year2")
        if first < last and not _COUNTED.match(_after(match, source))
        else ()
    )


def read_joined_years(match: re.Match[str], _: str) -> tuple[Timex, ...]:
    """A year and the next, joined by a stroke: "the winter of 1943/44"."""
    first, last = match["year"], match["year2"]
    last = first[: 4 - len(last)] + last
    return _ranged(match, "year", first, last, "year2") if int(last) == int(first) + 1 else ()


def read_year(match: re.Match[str], source: str) -> tuple[Timex, ...]:
    """A year, unless the four digits count or name something."""
    before = _before(match, source)
    if match["year"] >= "2100" and not _LEADS.search(before):
        return ()
    if (
        _MEASURED.search(before)
        or _IDENTIFIER.search(before)
        or _DESIGNATION.search(before)
        or _COUNTED.match(_after(match, source))
        or _CLOCK.match(_after(match, source))
    ):
        return ()
    return (made(match, "year", match["year"]),)


def read_decade(match: re.Match[str], _: str) -> tuple[Timex, ...]:
    """A decade in digits."""
    sign = "-" if group(match, "era").startswith("b") else ""
    return (made(match, "decade", f"{sign}{int(match['decade']):03}"),)


def read_short_decade(match: re.Match[str], source: str) -> tuple[Timex, ...]:
    """A decade without its century ("the '70s", "the sixties"): of the twentieth, which is a guess."""
    if re.search(r"\b(?:his|her|their|my|your|our)\s+$", _before(match, source)):
        return ()
    tens = group(match, "tens") or str(
        "twenties thirties forties fifties sixties seventies eighties nineties".split().index(match["word"]) + 2
    )
    return (made(match, "decade", f"19{tens}"),)


def read_century(match: re.Match[str], _: str) -> tuple[Timex, ...]:
    """A century, or two of them."""
    number = ordinal(match["ord"])
    if not number or number > 21:
        return ()
    sign = "-" if group(match, "era").startswith("b") else ""
    last = ordinal(match["ord2"]) if match["ord2"] else None
    whole = made(match, "century", f"{sign}{number - 1:02}")
    return (replace(whole, end=f"{sign}{last - 1:02}") if last else whole,)


def read_decade_of_century(match: re.Match[str], _: str) -> tuple[Timex, ...]:
    """A decade by its number within a century."""
    number = ordinal(match["ord"])
    nth = 10 if match["nth"] in ("last", "final") else ordinal(match["nth"])
    return (made(match, "decade", f"{number - 1:02}{nth - 1}"),) if number and nth else ()


def read_era(match: re.Match[str], source: str) -> tuple[Timex, ...]:
    """Years with their era."""
    number = match["year"].replace(",", "")
    if not int(number) or not source[match.start("era")].isupper():
        return ()
    if group(match, "month"):
        return (made(match, "month", f"{_signed(match, number)}-{month_number(match['month']):02}"),)
    if group(match, "year2"):
        return _ranged(match, "year", _signed(match, number), _signed(match, match["year2"]), "year2")
    return (made(match, "year", _signed(match, number)),)


def read_holiday(match: re.Match[str], _: str) -> tuple[Timex, ...]:
    """A holiday; as a fact only the year with it."""
    day, year = HOLIDAYS[re.sub(r"\s+", " ", match["holiday"])], group(match, "year")
    whole = made(match, "", f"{year or 'XXXX'}-{day}" if day else year)
    if year:
        start = match.start("year")
        return (replace(whole, core=Timex(Span(start, start + 4), "DATE", year, "year")),)
    return (whole,)
