"""The words dates and times are written with, and the pieces of patterns they make.

Every piece is in lower case and is matched against a text in lower case; a blank in a piece stands for any white space.
"""

from __future__ import annotations

from quiz.facts.number_words import ONES, TENS

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
WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
SHORT_WEEKDAYS = {"mon": 0, "tue": 1, "tues": 1, "wed": 2, "thu": 3, "thur": 3, "thurs": 3, "fri": 4} | {
    "sat": 5,
    "sun": 6,
}
DAY_PARTS = {
    "morning": "MO",
    "mornings": "MO",
    "afternoon": "AF",
    "afternoons": "AF",
    "evening": "EV",
    "evenings": "EV",
    "night": "NI",
    "nights": "NI",
    "dawn": "MO",
    "dusk": "EV",
    "midday": "MI",
    "daytime": "DT",
    "nighttime": "NI",
    "night-time": "NI",
}
UNITS = {
    "second": "S",
    "minute": "M",
    "hour": "H",
    "day": "D",
    "night": "N",
    "weekend": "WE",
    "week": "W",
    "fortnight": "W",
    "month": "M",
    "quarter": "Q",
    "semester": "S",
    "year": "Y",
    "decade": "DE",
    "century": "CE",
    "millennium": "ML",
}
"""Unit -> its letter in a TIMEX3 duration; those shorter than a day stand behind a "T"."""
CLOCK_UNITS = frozenset({"second", "minute", "hour"})
PLURALS = {"century": "centuries", "millennium": "millennia"}
HOLIDAYS = {
    "christmas eve": "12-24",
    "christmas day": "12-25",
    "christmas": "12-25",
    "new year’s eve": "12-31",
    "new year's eve": "12-31",
    "new year’s day": "01-01",
    "new year's day": "01-01",
    "valentine’s day": "02-14",
    "valentine's day": "02-14",
    "halloween": "10-31",
    "independence day": "07-04",
    "veterans day": "11-11",
    "armistice day": "11-11",
    "boxing day": "12-26",
    "labor day": "",
    "thanksgiving day": "",
    "thanksgiving": "",
    "memorial day": "",
    "easter sunday": "",
    "easter": "",
    "ramadan": "",
}
"""Holiday -> month and day; "" where they change from year to year."""

MONTH_NAME = "(?:" + "|".join(MONTHS) + ")"
MONTH = rf"(?P<month>{MONTH_NAME}|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b\.?)"
MONTH2 = MONTH.replace("month", "month2", 1)
DAY = r"(?P<day>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
NUMBERED_DAY = r"(?P<day>[12]?\d|3[01])(?:st|nd|rd|th)"
DAY2 = DAY.replace("day", "day2", 1)
YEAR = r"(?P<year>1\d{3}|2[01]\d\d)(?![\d%]|,\d{3}|\.\d|/\d)"
FULL_YEAR2 = r"(?P<year2>1\d{3}|20\d\d)(?![\d%]|,\d{3})"
YEAR2 = r"(?P<year2>1\d{3}|20\d\d|\d\d)(?![\d%]|,\d{3}|\.\d|\s?(?:percent|per cent))"
DASH = r"\s?[-–—‑]\s?"
CIRCA = r"(?:(?P<circa>circa|c\.|ca\.)\s?)?"
ERA = r"(?P<era>b\.?c\.?(?:e\.?)?|a\.?d\.?|c\.?e\.?)(?![a-z])"
NTH = r"(?:" + "|".join(ORDINALS[:0:-1]) + r"|\d{1,2}(?:st|nd|rd|th))"
TENTH = r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|last|final)"
SEASON = r"(?P<season>spring|summer|autumn|fall|winter)"
WEEKDAY = "(?P<weekday>" + "|".join(WEEKDAYS) + r"|(?:mon|tues?|wed|thu(?:rs?)?|fri|sat|sun)\b\.?)"
DAY_PART = r"(?P<part>morning|afternoon|evening|night|dawn|dusk|midday)"
PART_OF = r"(?P<mod>early|mid|middle|late|the end of|the beginning of|the middle of)"
MODIFIER = rf"(?:{PART_OF}[\s-]+(?:in )?)?"
UNIT = "(?P<unit>" + "|".join(UNITS) + ")"
PLURAL = "|".join(sorted({f"{unit}s" for unit in UNITS if unit not in PLURALS} | set(PLURALS.values())))
MANY = f"(?P<unit>{PLURAL})"

COUNT_WORD = "(?:" + "|".join(sorted([*ONES[1:], *TENS, "hundred", "thousand"], key=len, reverse=True)) + ")"
NUMBER = (
    r"(?:\d{1,3}(?:,\d{3})+|\d{1,4}(?:\.\d{1,2})?(?: ?½| 1/2)?|"
    rf"(?:a (?=hundred|thousand))?{COUNT_WORD}(?:(?:-| and | ){COUNT_WORD}){{0,4}})(?: and (?:a )?half)?"
)
VAGUE = (
    r"(?:a few|the few|very few|few|several|many|numerous|some|countless|a couple of|a couple|couple of|couple|"
    r"dozens of|hundreds of|thousands of|a number of|a handful of|various|multiple)(?: more)?"
)
HEDGE = (
    r"(?:(?:about|around|approximately|roughly|nearly|almost|over|under|only|just|some|at least|at most|up to|"
    r"well over|just over|just under|little over|a little over|little more than|a little more than|a little under|"
    r"slightly more than|more than|less than|fewer than|no more than|no less than|not more than|as many as|as much as|"
    r"as long as|as little as|close to|a mere|a full|mere|barely|another|an estimated|an additional|a further|a good) )"
    r"{0,2}"
)
