"""Times longer than a year as people write them: centuries, decades, seasons, and from one date to another."""

from __future__ import annotations

import re
from fractions import Fraction

from quiz.study.judging.dates import BEFORE, DOTTED, MONTHS, When, dates
from quiz.study.judging.folding import bare
from quiz.study.judging.numerals import ROMAN, Token, tokens
from quiz.values import dataclass

LONGEST = 60

PERIOD = re.compile(
    r"\s*(?:from\s+|between\s+)?(\d{3,4})\s*(?:-|–|—|to|and|until|till|through|/(?=1[3-9]|[2-9]\d))\s*(\d{2,4})\s*\.?\s*",
    re.IGNORECASE,
)
"""`1804–1813`, `1804-13`, `from 1804 to 1813`, `between 1804 and 1813`."""

ENDS = re.compile(
    r"\s*(?:from\s+|between\s+)?(\S.{0,28}?)\s*(?:-|–|—|\bto\b|\band\b|\buntil\b|\btill\b|\bthrough\b)\s*(\S.{0,28})",
    re.IGNORECASE,
)
"""`September 1939 to May 1945`, `4–7 July 1829`."""

SEASONS = {"spring": (3, 4, 5, 6), "summer": (6, 7, 8, 9), "autumn": (9, 10, 11, 12), "winter": (12, 1, 2, 3)}
"""Seasons of the northern half of the world, with the months that they touch."""

WINDOWS = {"early": (0, 40), "mid": (30, 70), "late": (60, 100), "first half": (0, 50), "second half": (50, 100)}
"""Which percent of a century or a decade a part of it is: thirds, generously read, so that neighbours share years."""

HALVES = r"\b(first|1st|early|second|2nd|latter|late) half\b"
_PARTS = {"early": "early beginning start", "mid": "mid middle", "late": "late end"}
_PARTS |= {"first half": "firsthalf", "second half": "secondhalf"}
PARTS = {word: part for part, words in _PARTS.items() for word in words.split()}
CENTURY = frozenset({"century", "cent", "c"})
FILLERS = frozenset({"the", "of", "in", "ad", "ce", "s", "during", "decade"})
TENS = "tens twenties thirties forties fifties sixties seventies eighties nineties"
DECADES = {word: Fraction(10 * place) for place, word in enumerate(TENS.split(), start=1)}


@dataclass(frozen=True, slots=True)
class Span:
    """A century or a decade by its first and last year, or a part of it; years of `the forties` lack their century."""

    first: int
    last: int
    grain: str
    part: str = ""

    @property
    def window(self) -> tuple[int, int]:
        """The first and last year of the part that is meant."""
        start, end = WINDOWS.get(self.part, (0, 100))
        years = self.last - self.first + 1
        mid = self.part == "mid"
        begun = self.first - (mid and self.grain == "century")  # 1830 to 1870, 1843 to 1847
        return begun + years * start // 100, begun + years * end // 100 - (not mid)


def period(text: str) -> tuple[int, int] | None:
    """Return the first and last year of a span of years; None if the text is none. `1804-13` ends in 1813."""
    match = PERIOD.fullmatch(text) if len(text) <= LONGEST else None
    if not match:
        return None
    start, end = int(match[1]), match[2]
    last = int(match[1][: -len(end)] + end) if len(end) < len(match[1]) else int(end)
    return (start, last) if start < last else None


def ends(text: str) -> tuple[When, When] | None:
    """Return the first and last date of a range; what only one of the two says holds for both. None if it is none."""
    years = period(text)
    if years:
        return When(years[0]), When(years[1])
    match = ENDS.fullmatch(text) if len(text) <= LONGEST else None
    if not match or not any(name in bare(text) for name in MONTHS):
        return None
    month = next((word for word in re.findall(r"[a-z]+", bare(match[1])) if word in MONTHS), "")
    later = next(iter(dates(match[2]) or dates(f"{month} {match[2]}")), None)
    if later is None:
        return None
    earlier = next(iter(dates(match[1])), None)
    if earlier and not earlier.month and earlier.year < 32:
        earlier = When(later.year, later.month, earlier.year)
    elif earlier and not earlier.year:
        earlier = When(later.year, earlier.month, earlier.day)
    return (earlier, later) if earlier else None


def season(text: str) -> tuple[str, int] | None:
    """Return a season and its year; None if a text is none."""
    found = [token for token in tokens(text) if token not in FILLERS] if len(text) <= LONGEST else []
    words = ["autumn" if word == "fall" else word for word in found if isinstance(word, str)]
    years = [int(token) for token in found if isinstance(token, Fraction) and token.denominator == 1]
    if len(words) == 1 and words[0] in SEASONS and len(years) <= 1:
        return words[0], years[0] if years else 0
    return None


def spans(text: str, *, century: bool = False) -> tuple[Span, ...]:
    """Return every century or decade a text can mean, the likeliest first; a bare `19th` only if one is asked."""
    if len(text) > LONGEST:
        return ()
    text = re.sub(r"\bc\.?\s?(?=\d{1,2}\b)", "century ", DOTTED.sub("", bare(text)).replace("-", " "))
    text = re.sub(HALVES, lambda match: "firsthalf" if match[1] in ("first", "1st", "early") else "secondhalf", text)
    found = [token for token in tokens(text) if token not in FILLERS]
    sign = -1 if any(token in BEFORE for token in found) else 1
    words = [token for token in found if token not in BEFORE]
    part = next((PARTS[word] for word in words if isinstance(word, str) and word in PARTS), "")
    words = [word for word in words if word not in PARTS]
    named = [word for word in words if word not in CENTURY]
    if len(named) == 1 and (century or len(named) < len(words)):
        number = _counted(named[0])
        if number and len(words) - len(named) <= 1:
            return (_century(number, sign, part),)
    return _decades(words, sign, part) if len(named) == len(words) else ()


def _counted(token: Token) -> int:
    """Return which century a token counts: `19th`, `19`, `xix`; 0 for none."""
    if isinstance(token, Fraction):
        return int(token) if token.denominator == 1 and token <= 30 else 0
    digits = token.removesuffix("th")
    if digits.isdecimal() and len(digits) < 3:
        return int(digits)
    return int(ROMAN.get(token, 0))


def _century(number: int, sign: int, part: str) -> Span:
    """Return a century by its number."""
    first, last = (number - 1) * 100 + 1, number * 100
    return Span(first, last, "century", part) if sign > 0 else Span(-last, -first, "century", part)


def _decades(words: list[Token], sign: int, part: str) -> tuple[Span, ...]:
    """Return the decade that `1840s`, `eighteen forties` or `forties` mean; `1800s` are a century first."""
    if len(words) == 2 and isinstance(words[0], Fraction) and isinstance(words[1], str) and words[1] in DECADES:
        start = words[0] * 100 + DECADES[words[1]] if words[0] < 30 else Fraction(-1)
    elif len(words) == 1 and isinstance(words[0], str):
        word = words[0].removesuffix("s")
        start = Fraction(word) if word != words[0] and word.isdecimal() else DECADES.get(words[0], Fraction(-1))
    else:
        return ()
    if start < 0 or start > 9999 or start.denominator > 1:
        return ()
    first = int(start)
    decade = Span(first, first + 9, "decade", part) if sign > 0 else Span(-first - 9, -first, "decade", part)
    return (_century(first // 100 + 1, sign, part), decade) if first >= 100 and first % 100 == 0 else (decade,)
