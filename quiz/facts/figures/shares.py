"""Finds shares of a whole in words: "two thirds of the city", "half a mile", "one in five"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quiz.documents.model import Span
from quiz.facts.figures.bounds import bounded
from quiz.facts.figures.numbers import either, fraction, number_value
from quiz.facts.figures.units import Unit, unit_behind
from quiz.facts.model import Figure
from quiz.facts.number_words import FRACTIONS, SCALE_WORDS, SMALL

_PART = rf"(?P<part>{either(FRACTIONS)})\b"
SHARE = re.compile(
    rf"(?<![\w-])(?:(?P<top>an?|{either(SMALL)})[\s-]+(?:(?:good|full|mere|whole)\s)?)?{_PART}"
    r"(?=\s+(?:of|from|as|less|more|fewer|that|to)\b|[,.;)]|\s+(?:the|its|their|his|her|our|all|in|a|an)\b|[\s-])",
    re.IGNORECASE,
)
NO_SHARE = re.compile(
    r"\b(?:first|second|third|last|latter|former|other|better|lower|upper|eastern|western|northern|southern|this|that|"
    r"next|past|each|early|later|opening|current|final|same|fourth|every|previous|per|the|one|top|bottom)[\s-]$",
    re.IGNORECASE,
)
_MANY = rf"(?:{either(SMALL)}|[0-9]{{1,3}})"
ODDS = re.compile(
    rf"(?<![\w.,$£€-])(?P<top>{_MANY})\s(?P<link>in|out\sof)\s(?P<every>every\s|each\s|a\s)?"
    rf"(?P<all>{_MANY}|hundred|thousand|million|[0-9]{{1,3}}(?:,[0-9]{{3}})+|1000|10000)\b"
    r"(?![,.-]?[0-9]|\s(?:percent|hundred|thousand|million|billion)|-)",
    re.IGNORECASE,
)
_FEW = rf"(?:{either(SMALL)}|[0-9])"
ROUND = frozenset((3, 4, 5, 10, 20, 50, 100, 1000, 10_000, 100_000))
"""What a number of digits is told to be a part of: "4 in 10"."""
LEAD = 30
"""Characters before a part in which "by" leads it."""
_ARTICLE = re.compile(r"(?:\s+of)?\s+an?(?=\s)|\s+of\s+one(?=\s)")
_OF = re.compile(r"\s+of\b")
_OF_HALF = re.compile(r"\s+(?:of|the|its|their|his|her|our|all)\b")
_ALONE = re.compile(r"[,.;)]|\s+(?:from|in|as|less|more|fewer|that|to|against|since|between)\b")
_DONE = re.compile(r"\s+(?:was|were|had|went|died|came|lay|is|are|has|have)\b")
"""What a half does or suffers that stands for half of what was told before."""
_COMPARED = re.compile(
    r"\s+(?:more|less|fewer|higher|lower|larger|smaller|longer|shorter|cheaper|dearer|bigger|greater|heavier|lighter|faster|slower)"
    r"(?=\s(?:than|in|for|at|on|by|to|from|this|last)\b|[,.;:)])"
)
_AS_MUCH = re.compile(
    r"\s+as\s(?:many|much|strong|large|big|long|high|wide|deep|fast|bright|heavy|dense|great|old|tall)\b"
)
_CHANGED_BY = re.compile(
    r"\b(?:gain|los|lost|fall|fell|r[io]se|dropp?|shed|shrank|shrunk|grew|grow|declin|cut|climb|slump)[a-z]*\s"
    r"(?:by\s)?(?:almost\s|nearly\s|about\s|around\s|over\s|more than\s|some\s|roughly\s)?$"
)
_OR_SO = re.compile(r"\sor\sso\b")
_BY = re.compile(r"\bby\s(?:[a-z]+\s){0,3}$")
# A part of a kind named between its numbers: "one household in seven", "two children out of every five".
PARTED = re.compile(
    rf"(?<![\w.,$£€-])(?P<top>{_FEW})\s(?:[a-z]{{3,16}}\s)?(?P<noun>[a-z]{{3,20}})\s(?P<link>in|out\sof)\s(?P<every>every\s|each\s)?"
    rf"(?P<all>{_FEW}|hundred|thousand|[0-9]{{2,3}})\b(?!,[0-9]|[.-]?[0-9]|-|\s(?:percent|per|hundred|thousand|million|billion)\b|"
    r"\s(?!(?:was|were|is|are|has|had|have|did|does|do|who|that|which|and|but|said|says|now|died|of|in|still|will|would|can|could|lives?|works?|owns?|speaks?|goes|[a-z]{2,}ed)\b)[a-z]+)",
    re.IGNORECASE,
)


# "One part in ten million".
PART_IN = re.compile(
    rf"(?<![\w.,-])(?P<top>{_FEW})\sparts?\s(?:in|per)\s(?:an?\s)?(?P<all>(?:{_MANY}\s)?(?:hundred|thousand|million|billion)|"
    r"[0-9]{2,3}(?:,[0-9]{3})*)\b",
    re.IGNORECASE,
)


def shares(text: str, begin: int, end: int) -> Iterator[Figure]:
    """Every share in words between two offsets."""
    yield from (figure for m in SHARE.finditer(text, begin, end) if (figure := _share(m, end)))
    yield from (figure for m in ODDS.finditer(text, begin, end) if (figure := _odds(m)))
    yield from (figure for m in PART_IN.finditer(text, begin, end) if (figure := _part_in(m)))
    yield from (figure for m in PARTED.finditer(text, begin, end) if (figure := _parted(m)))


def _share(match: re.Match[str], end: int) -> Figure | None:
    """A part of a whole, or of a unit; none where the part is a time or a rank ("the second quarter")."""
    text, part, top = match.string, match["part"].lower(), match["top"]
    if (not top and part != "half") or NO_SHARE.search(text, max(0, match.start() - 12), match.start()):
        return None
    value = fraction(top or "a", part)
    if unit := _part_of_unit(text, match.end(), end, part):
        return bounded(text, Span(match.start(), unit.end), value, unit.name)
    return bounded(text, Span(*match.span()), value, "share") if _is_share(match, part, top) else None


def _is_share(match: re.Match[str], part: str, top: str | None) -> bool:
    if part == "half":
        by = _BY.search(match.string, max(0, match.start() - LEAD), match.start())
        alone = not top and (by or _ALONE.match(match.string, match.end()))
        alone = alone or (not top and _DONE.match(match.string, match.end()))
        return bool(alone or _OF_HALF.match(match.string, match.end()))
    if part.endswith("s") and (part != "quarters" or "-" in match[0]):
        return True
    told = _ALONE if part == "quarters" else _OF
    places = (told, _OF, _COMPARED, _OR_SO, _AS_MUCH)
    lead = (match.string, max(0, match.start() - LEAD), match.start())
    changed = _ALONE.match(match.string, match.end()) and _CHANGED_BY.search(*lead)
    return bool(changed) or any(place.match(match.string, match.end()) for place in places)


def _parted(match: re.Match[str]) -> Figure | None:
    """So many things in so many: "one household in seven"."""
    top, whole = number_value(match["top"]), number_value(match["all"])
    noun = match["noun"].lower()
    many = noun.endswith("s") or noun in ("people", "men", "women", "children")
    if top is None or not whole or not 2 * top < whole + top or many != (top > 1):
        return None
    timely = unit_behind(match.string, match.start("noun") - 1, digits=False)
    return None if timely else bounded(match.string, Span(*match.span()), top / whole, "share")


def _part_in(match: re.Match[str]) -> Figure | None:
    """So many parts in so many."""
    top, whole = number_value(match["top"]), _many(match["all"])
    return bounded(match.string, Span(*match.span()), top / whole, "share") if top and whole else None


def _many(written: str) -> float | None:
    number, _, scale = written.lower().rpartition(" ")
    if scale not in SCALE_WORDS:
        return number_value(written)
    return (number_value(number) or 1.0 if number else 1.0) * SCALE_WORDS[scale]


def _part_of_unit(text: str, at: int, end: int, part: str) -> Unit | None:
    """The unit a fraction is a part of: "half a mile", "a quarter mile", "two thirds of a mile"."""
    article = _ARTICLE.match(text, at)
    if article is None and (part not in ("half", "quarter") or text[at : at + 1] == "-" != text[at - 5 : at - 4]):
        return None
    unit = unit_behind(text, article.end() if article else at, digits=False)
    dated = unit and unit.name in ("century", "year", "month", "age", "times") and not article
    return None if unit is None or unit.end > end or dated or (unit.name == "percent" and not article) else unit


def _odds(match: re.Match[str]) -> Figure | None:
    """So many of so many: "one in five", "two out of three"."""
    top, whole = number_value(match["top"]), number_value(match["all"])
    if top is None or not whole or top >= whole:
        return None
    told = match["link"].lower() != "in" or match["every"] or not match["top"].isdigit() or top == 1 or whole in ROUND
    behind = match.string[match.end() : match.end() + 12]
    if (
        not told
        or unit_behind(match.string, match.end(), digits=False)
        or (match["link"] == "in" and 1000 < whole < 2100)
    ):
        return None
    if behind[:1] == "," and match["link"] == "in" and match["all"].isdigit() and re.match(r",\s?[0-9]", behind):
        return None
    return bounded(match.string, Span(*match.span()), top / whole, "share")
