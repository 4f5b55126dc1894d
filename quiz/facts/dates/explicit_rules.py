"""The table of patterns of the dates that tell year, month or day themselves; earlier rows win at one place."""

from __future__ import annotations

from quiz.facts import date_words as w
from quiz.facts.dates import clues
from quiz.facts.dates import explicit as e
from quiz.facts.dates.timex import Rule, rule

_WEEKDAY = w.WEEKDAY.replace("?P<weekday>", "?:")
_PARTS = "morning|afternoon|evening|night|dawn"
_DAY_LEAD = (
    rf"(?P<lead>(?:(?:early|late) (?:on |in )?)?(?:the )?(?:early |late )?(?:{_PARTS})(?: hours)? of "
    rf"(?:{_WEEKDAY},? )?(?=(?:the )?\w)|"
    rf"{_WEEKDAY},? (?:(?:{_PARTS}),? )?(?:of )?(?=(?:the )?\w))?"
)
_YEAR_LEAD = (
    r"(?P<lead>(?:the )?(?:(?:very )?(?:start|beginnings|opening|close|turn|rest|remainder|eve|autumn|height) of |"
    r"(?:first|second|latter|last|early|final|later|better) (?:half|part|third|months|weeks|days|years) of )|"
    r"(?:end|beginning|middle) of |(?:later|early|late) in |the years? |(?:the )?fiscal (?:year )?)?"
)
_AGE_LEAD = (
    r"(?P<lead>(?:the )?(?:end|beginning|middle|start|close|turn|dawn|course|"
    r"(?:early|later|latter|first|second|last|final|closing|opening) (?:half|part|third|quarter|days|years|decades))"
    r" of )?"
)
_STROKE = r"(?P<year>1\d{3}|20\d\d)/(?P<year2>\d\d|\d{4})(?![\d/])"
_ERA_YEAR = r"(?P<year>\d{1,4})"
_TO = rf"(?:{w.DASH}| to | until | till | through )"
_AND = rf"(?:{w.DASH}| to | and | or | through )"
_ORD = f"(?P<ord>{w.NTH})"
_ERAS = "bc b.c _ad a.d _ce_ _ce. _ce, _ce) _ce; c.e"

RULES: tuple[Rule, ...] = (
    rule(e.read_iso, r"(?P<year>1\d{3}|20\d\d)-(?P<m>0[1-9]|1[0-2])-(?P<day>0[1-9]|[12]\d|3[01])\b", "-"),
    rule(
        e.read_digits,
        r"(?P<first>\d{1,2})(?P<sep>[/.-])(?P<second>\d{1,2})(?P=sep)(?P<year>\d{4}|\d\d)(?![\w/.-]\w)",
        clue=clues.PARTED,
    ),
    rule(e.read_days, rf"{w.MONTH} {w.DAY}{_AND}(?:the )?{w.DAY2}(?![\w:%])(?:,? (?:of )?{w.YEAR})?", clue=clues.MONTH),
    rule(
        e.read_days,
        rf"(?:the )?{w.DAY}{_AND}(?:the )?{w.DAY2} (?:of )?{w.MONTH}(?:,? {w.YEAR})?(?![\w:%])",
        clue=clues.MONTH,
    ),
    rule(e.read_days, rf"{w.DAY} {w.MONTH}{_TO}{w.DAY2} {w.MONTH2}\b(?:,? {w.YEAR})?", clue=clues.MONTH),
    rule(e.read_days, rf"{w.MONTH} {w.DAY}{_TO}{w.MONTH2} {w.DAY2}(?![\w:%])(?:,? {w.YEAR})?", clue=clues.MONTH),
    rule(
        e.read_days,
        rf"between {w.MONTH} {w.DAY} and {w.MONTH2} {w.DAY2}(?![\w:%])(?:,? {w.YEAR})?",
        "between",
        clue=clues.MONTH,
    ),
    rule(
        e.read_days,
        rf"between (?:the )?{w.DAY} and (?:the )?{w.DAY2} (?:of )?{w.MONTH}\b(?:,? {w.YEAR})?(?![\w:%])",
        "between",
        clue=clues.MONTH,
    ),
    rule(
        e.read_days,
        rf"between (?:the )?{w.DAY} (?:of )?{w.MONTH} and (?:the )?{w.DAY2} (?:of )?{w.MONTH2}\b(?:,? {w.YEAR})?",
        "between",
        clue=clues.MONTH,
    ),
    rule(e.read_day, rf"{_DAY_LEAD}{w.MONTH} (?:the )?{w.DAY},? (?:of )?{w.YEAR}", clue=clues.MONTH),
    rule(e.read_day, rf"{_DAY_LEAD}(?:the )?{w.DAY} (?:of )?{w.MONTH},? (?:of )?{w.YEAR}", clue=clues.MONTH),
    rule(e.read_day, rf"{_DAY_LEAD}{w.MONTH} (?:the )?{w.DAY}\b(?![\d:%,-]\d)", clue=clues.MONTH),
    rule(e.read_day, rf"{_DAY_LEAD}(?:the )?{w.DAY} (?:of )?{w.MONTH}\b", clue=clues.MONTH),
    rule(
        e.read_edge,
        rf"(?:the )?(?:very )?(?P<edge>first|last) day of {w.MONTH}\b(?:,? (?:of )?{w.YEAR})?(?![\w:%])",
        "day",
        clue=clues.MONTH,
    ),
    rule(e.read_months, rf"between {w.MONTH} and {w.MONTH2},? (?:of )?{w.YEAR}", "between", clue=clues.MONTH),
    rule(e.read_months, rf"{w.MONTH}{_AND}{w.MONTH2},? (?:of )?{w.YEAR}", clue=clues.MONTH),
    rule(e.read_era, rf"{w.MONTH} {_ERA_YEAR} ?{w.ERA}", _ERAS),
    rule(e.read_month, rf"{_YEAR_LEAD}{w.MODIFIER}{w.MONTH},? (?:of )?{w.YEAR}", clue=clues.MONTH),
    rule(
        e.read_season, rf"(?:the )?{w.MODIFIER}{w.SEASON} (?:of )?{w.YEAR}(?:{w.DASH}{w.YEAR2})?", " ".join(w.SEASONS)
    ),
    rule(e.read_season, rf"(?:the )?{w.MODIFIER}{w.SEASON} (?:of )?{_ERA_YEAR} ?{w.ERA}", _ERAS),
    rule(e.read_season, rf"(?:the )?{w.MODIFIER}{w.SEASON} (?:of )?{_STROKE}", " ".join(w.SEASONS)),
    rule(e.read_season, rf"{w.YEAR} {w.SEASON}(?= )", " ".join(w.SEASONS)),
    rule(
        e.read_years,
        rf"between (?:the years )?{w.YEAR} and {w.FULL_YEAR2}(?! (?:percent|per cent))",
        "between",
        clue=clues.YEAR,
    ),
    rule(e.read_years, rf"from {w.YEAR} (?:to|until|till|through) {w.FULL_YEAR2}", "from", clue=clues.YEAR),
    rule(e.read_decade, rf"{_AGE_LEAD}(?:the )?{w.MODIFIER}(?P<decade>\d{{1,2}})0[’']?s {w.ERA}", _ERAS),
    rule(e.read_decade, rf"{_AGE_LEAD}(?:the )?{w.MODIFIER}(?P<decade>1\d\d|20\d)0[’']?s\b", "0s 0’s 0's"),
    rule(
        e.read_short_decade,
        r"(?:the )?(?:(?P<mod>early|mid|late)(?: |-))?(?:(?:[’'‘]|(?<=the )|(?<=early )|(?<=late )|(?<=mid[ -]))"
        r"(?P<tens>[2-9])0s\b|(?:(?<=the )|(?<=early )|(?<=late )|(?<=mid[ -]))"
        r"(?P<word>(?:twen|thir|for|fif|six|seven|eigh|nine)ties)\b)",
        "0s ties",
    ),
    rule(e.read_years, rf"{w.YEAR}{w.DASH}[’']?{w.YEAR2}", clue=clues.YEAR),
    rule(e.read_years, rf"{w.YEAR} to {w.FULL_YEAR2}", "to", clue=clues.YEAR),
    rule(e.read_joined_years, _STROKE, "/"),
    rule(e.read_decade_of_century, rf"(?:the )?{_ORD}[\s-]century[’']s (?P<nth>{w.TENTH}) decade", "century"),
    rule(e.read_decade_of_century, rf"(?:the )?(?P<nth>{w.TENTH}) decade of the {_ORD} century", "century"),
    rule(
        e.read_century,
        rf"{_AGE_LEAD}(?:the )?{w.MODIFIER}{_ORD}(?: and (?P<ord2>[a-z-]{{4,12}}th|twenty-first|\d\d?(?:st|nd|rd|th)))?"
        rf"[\s-]centur(?:y|ies)(?: {w.ERA})?(?![’'-]?\w)",
        "centur",
    ),
    rule(e.read_era, rf"{w.CIRCA}{_ERA_YEAR}{_AND}(?P<year2>\d{{1,4}}) ?{w.ERA}", _ERAS),
    rule(e.read_era, rf"{w.CIRCA}(?P<year>\d{{1,3}}(?:,\d{{3}})?|\d{{4,5}}) ?{w.ERA}", _ERAS),
    rule(e.read_era, rf"{_YEAR_LEAD}{w.MODIFIER}(?P<year>\d{{1,4}}) ?{w.ERA}", _ERAS),
    rule(e.read_era, rf"{w.CIRCA}(?P<era>a\.?d\.?) ?(?P<year>\d{{1,4}})\b", "_ad a.d"),
    rule(
        e.read_holiday,
        rf"(?P<holiday>{'|'.join(w.HOLIDAYS)})(?:,? (?:of )?{w.YEAR})?\b",
        "christmas new halloween valentine day easter ramadan thanksgiving",
    ),
    rule(e.read_year, rf"{_YEAR_LEAD}{w.MODIFIER}{w.CIRCA}{w.YEAR}(?![-‑]\w|[’']s\s\w+th\b)", clue=clues.YEAR),
    rule(e.read_month, rf"{_YEAR_LEAD}{w.MODIFIER}{w.MONTH}(?![\w-])", clue=clues.MONTH),
)
