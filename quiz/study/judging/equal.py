"""Two answers that say the same for sure, in other words: `8 km` and `8000 m`, `29 May 1453` and `May 29, 1453`.

Nothing is forgiven here. What a language course asks for (an article, an accent, a hyphen, one of two spellings), and
what arithmetic does (a fraction, a decimal, a Roman numeral), tells answers apart.
"""

from __future__ import annotations

import re

from quiz.study.judging.by_date import ABOUT
from quiz.study.judging.dates import MONTHS, WEEKDAYS, When, dates
from quiz.study.judging.folding import bare, fold, unarticled
from quiz.study.judging.notation import plain
from quiz.study.judging.numerals import tokens
from quiz.study.judging.quantities import quantity
from quiz.study.judging.units import converted, known

LONGEST = 80
"""Characters beyond which a text is neither an amount nor a date."""

WORKED_OUT = re.compile(
    r"[/^%½¼¾⅓⅔]|\d\s*[x×*·]|\be\d|\.\d|\b(?:percent|half|quarters?|thirds?|[ivxlc]+)\b", re.IGNORECASE
)
"""What a sum may ask for, though its value is that of something else."""

DIGITS = re.compile(r"\s*(?:\d{1,2}([./-])\d{1,2}\1\d{4}|\d{4}-\d\d-\d\d)\s*")
"""A whole day in digits."""

ARTICLE = re.compile(r"the\s+(?=\S)", re.IGNORECASE)
SMALL = frozenset("of the and in on at for de la le du der von van".split())
WORD = re.compile(r"[^\W\d_]+")


def same(one: str, other: str) -> bool:
    """Whether two answers certainly say the same: one day or month, one amount, one name with its "the" or without."""
    if max(len(one), len(other)) > LONGEST:
        return False
    return _named(one) == _named(other) != "" or _dated(one, other) or _measured(one, other) or _counted(one, other)


def _named(text: str) -> str:
    """Return a name without the "the" before it, in small letters; "" for words that are no name."""
    words = ARTICLE.sub("", text.strip(), count=1).split()
    named = bool(words) and words[0][:1].isupper() and all(word[0].isupper() or word in SMALL for word in words)
    return " ".join(words).casefold() if named else ""


def _dated(one: str, other: str) -> bool:
    """Whether both are the same day or month, with its name, or one of them the day in digits."""
    days = [_day(text) for text in (one, other)]
    if days[0] is None or days[0] != days[1]:
        return False
    return not (DIGITS.fullmatch(one) and DIGITS.fullmatch(other))


def _day(text: str) -> tuple[When, frozenset[str]] | None:
    """Return the one date that a text with a month's name, or a day in digits, is; and its day of the week.

    None if it is none, or could be two days, as `5/6/1453` could.
    """
    words = frozenset(WORD.findall(bare(text)))
    told = DIGITS.fullmatch(text) or (not words.isdisjoint(MONTHS) and not ABOUT.match(text))
    found = dates(text) if told else frozenset()
    return (next(iter(found)), words & WEEKDAYS) if len(found) == 1 else None


def _measured(one: str, other: str) -> bool:
    """Whether both are the same amount of the same, exactly, in whatever unit."""
    asked, said = quantity(plain(one)), quantity(plain(other))
    if asked is None or said is None or (asked.hedge, asked.per) != (said.hedge, said.per):
        return False
    if asked.unit == said.unit:
        return asked.value == said.value and (bool(asked.unit) or not _worked_out(one, other))
    return known(said.unit) and converted(said.value, said.unit, asked.unit) == asked.value


def _worked_out(one: str, other: str) -> bool:
    """Whether the way in which a number is written may be what is asked for."""
    return bool(WORKED_OUT.search(one) or WORKED_OUT.search(other))


def _counted(one: str, other: str) -> bool:
    """Whether both are the same words but for a number, which is in digits in one of them."""
    if fold(one) == fold(other) or _worked_out(one, other):
        return False
    said, meant = (unarticled(tokens(text)) for text in (one, other))
    return said == meant and any(not isinstance(each, str) or each[:1].isdigit() for each in said)
