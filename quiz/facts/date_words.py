"""The words dates are written with, and the table of patterns the date finder reads."""

from __future__ import annotations

import re

MONTHS = "january february march april may june july august september october november december".split()
SHORT_MONTHS = {"jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sept": 9, "sep": 9} | {
    "oct": 10,
    "nov": 11,
    "dec": 12,
}
SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
ORDINALS = (
    "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first"
).split()
_MONTH = r"(?:january|february|march|april|may|june|july|august|september|october|november|december)"
_MON = rf"(?P<month>{_MONTH}|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b\.?)"
_MON2 = _MON.replace("month", "month2", 1)
_DAY = r"(?P<day>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
_DAY2 = _DAY.replace("day", "day2", 1)
_YEAR = r"(?P<year>1\d{3}|2[01]\d\d)(?![\d%]|,\d{3}|\.\d|/\d)"
_YEAR2 = r"(?P<year2>1\d{3}|20\d\d|\d\d)(?![\d%]|,\d{3}|\.\d|\s?(?:percent|per cent))"
_DASH = r"\s?[-–—‑]\s?"
_MOD = r"(?:(?P<mod>early|mid|middle|late|the end of|the beginning of|the middle of)[\s-]+(?:in )?)?"
_CIRCA = r"(?:(?P<circa>circa|c\.|ca\.)\s?)?"
_ERA = r"(?P<era>B\.?C\.?(?:E\.?)?|A\.?D\.?|C\.?E\.?)(?![A-Za-z])"
_ORD = r"(?P<ord>(?:" + "|".join(ORDINALS[:0:-1]) + r")|\d{1,2}(?:st|nd|rd|th))"
_SEASON = r"(?P<season>spring|summer|autumn|fall|winter)"
_BETWEEN = (
    rf"between\s+(?:the years\s+)?{_YEAR}\s+and\s+(?P<year2>1\d{{3}}|20\d\d)(?![\d%]|,\d{{3}})"
    r"(?!\s+(?:percent|per cent))"
)
_B = r"(?<![\w$£€¥§#./-])"

# Each row: name of the rule, pattern. Earlier rows win where two begin at one place.
RULES: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(_B + pattern, re.IGNORECASE | re.ASCII))
    for name, pattern in (
        ("iso", r"(?P<year>1\d{3}|20\d\d)-(?P<m>0[1-9]|1[0-2])-(?P<day>0[1-9]|[12]\d|3[01])\b"),
        ("days", rf"{_MON}\s+{_DAY}{_DASH}{_DAY2}(?:,?\s+{_YEAR})?\b"),
        ("days", rf"{_DAY}{_DASH}{_DAY2}\s+{_MON}(?:,?\s+{_YEAR})?\b"),
        ("day", rf"{_MON}\s+{_DAY},?\s+{_YEAR}"),
        ("day", rf"(?:the\s+)?{_DAY}\s+(?:of\s+)?{_MON},?\s+{_YEAR}"),
        ("day", rf"{_MON}\s+(?:the\s+)?{_DAY}\b(?![\d:%,-]\d)"),
        ("day", rf"(?:the\s+)?{_DAY}\s+(?:of\s+)?{_MON}\b"),
        ("months", rf"between\s+{_MON}\s+and\s+{_MON2},?\s+(?:of\s+)?{_YEAR}"),
        ("months", rf"{_MON}(?:{_DASH}|\s+to\s+){_MON2},?\s+(?:of\s+)?{_YEAR}"),
        ("month", rf"{_MOD}{_MON},?\s+(?:of\s+)?{_YEAR}"),
        ("season", rf"(?:the\s+)?{_MOD}{_SEASON}\s+(?:of\s+)?{_YEAR}(?:{_DASH}{_YEAR2})?"),
        ("years", _BETWEEN),
        (
            "years",
            rf"from\s+{_YEAR}\s+(?:to|until|till|through)\s+(?P<year2>1\d{{3}}|20\d\d)(?![\d%]|,\d{{3}})",
        ),
        ("decade", rf"(?:the\s+)?{_MOD}(?P<decade>1\d|20)(?P<tens>\d)0[’']?s\b"),
        ("years", rf"{_YEAR}{_DASH}{_YEAR2}"),
        ("years", rf"{_YEAR}\s+to\s+(?P<year2>1\d{{3}}|20\d\d)(?![\d%]|,\d{{3}})"),
        (
            "first_decade",
            rf"(?:the\s+)?{_ORD}[\s-]century[’']s\s+(?P<nth>first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|last|final)\s+decade",
        ),
        (
            "first_decade",
            rf"(?:the\s+)?(?P<nth>first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|last|final)\s+decade\s+of\s+the\s+{_ORD}\s+century",
        ),
        (
            "century",
            rf"(?:the\s+)?{_MOD}{_ORD}(?:\s+and\s+(?P<ord2>[a-z-]+th|twenty-first|\d\d?(?:st|nd|rd|th)))?[\s-]centur(?:y|ies)(?:\s+{_ERA})?(?![’'-]?\w)",
        ),
        ("era", rf"{_CIRCA}(?P<number>\d{{1,4}}){_DASH}(?P<number2>\d{{1,4}})\s?{_ERA}"),
        ("era", rf"{_CIRCA}(?P<number>\d{{1,3}}(?:,\d{{3}})?|\d{{4,5}})\s?{_ERA}"),
        ("era", rf"{_CIRCA}(?P<era>A\.?D\.?)\s?(?P<number>\d{{1,4}})\b"),
        ("year", rf"{_MOD}{_CIRCA}{_YEAR}(?![-‑]\w|[’']s\s\w+th\b)"),
        ("month", rf"{_MOD}{_MON}(?![\w-])"),
    )
)
