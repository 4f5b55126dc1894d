"""Compares answers as times that are no single date: ranges, centuries, decades, seasons."""

from __future__ import annotations

import re

from quiz.deck.model import Card
from quiz.study.judging.asked import asks_year
from quiz.study.judging.by_date import compared
from quiz.study.judging.dates import dates
from quiz.study.judging.folding import unarticled
from quiz.study.judging.numerals import tokens
from quiz.study.judging.spans import SEASONS, Span, ends, period, season, spans
from quiz.study.model import Verdict

SHORT_YEARS = re.compile(r"\s*['’]?(\d\d)\s*[-–—/]\s*['’]?(\d\d)\s*")
"""`14-18`."""

KINDS = ("", "date")


def by_range(card: Card, right: str, given: str) -> Verdict | None:
    """Compare two ranges by their first and last date."""
    asked = ends(right) if card.kind in KINDS else None
    if asked is None:
        return None
    said = ends(given)
    short = SHORT_YEARS.fullmatch(given)
    if short and [int(year) for year in short.groups()] == [when.year % 100 for when in asked]:
        return Verdict(right=False, close=True, reason="write the whole years")
    if said is None:
        one = next(iter(dates(given)), None)
        if one and one.year in (asked[0].year, asked[1].year):
            what = "year" if asked[0].precision == "year" else "date"
            return Verdict(right=False, close=True, reason=f"both the first and the last {what} are asked")
        return Verdict(right=False) if one else None
    first, last = compared(asked[0], said[0]), compared(asked[1], said[1])
    if first.right and last.right:
        return Verdict(right=True, reason=first.reason or last.reason)
    if first.right or last.right:
        fine, bad = ("first", "last") if first.right else ("last", "first")
        return Verdict(right=False, close=True, reason=f"the {fine} is right, the {bad} is not")
    near = first.close and last.close
    return Verdict(right=False, close=near, reason=first.reason if near else "")


def by_season(card: Card, right: str, given: str) -> Verdict | None:
    """Compare with a season of a year, or a season with a month."""
    if card.kind not in KINDS:
        return None
    asked, said = season(right), season(given)
    if asked and said:
        fine, same = asked[0] == said[0], asked[1] == said[1]
        if fine and (same or not asked[1]):
            return Verdict(right=True)
        if not fine and not same:
            return Verdict(right=False)
        word = ("season", "year") if fine else ("year", "season")
        return Verdict(right=False, close=True, reason=f"{word[0]} right, {word[1]} wrong")
    if asked:
        return _month_of(asked, given)
    months = [when for when in dates(right) if said and when.month in SEASONS[said[0]] and when.year == said[1]]
    if months:
        return Verdict(right=False, close=True, reason=f"the season is right, the {months[0].precision} is asked")
    return None


def _month_of(asked: tuple[str, int], given: str) -> Verdict | None:
    """Compare a date with the season that was asked."""
    found = [when for when in dates(given) if when.year == asked[1]]
    if not found:
        return Verdict(right=False) if dates(given) else None
    if any(when.month in SEASONS[asked[0]] for when in found):
        return Verdict(right=True, reason="the season is what was asked")
    wrong = any(when.month for when in found)
    return Verdict(right=False, close=True, reason=f"year right, season {'wrong' if wrong else 'asked too'}")


def by_span(card: Card, right: str, given: str) -> Verdict | None:
    """Compare with a century or a decade, or a year with the one it lies in."""
    asked = spans(right) if card.kind in KINDS else ()
    if not asked:
        return _year_in(card, right, given)
    said = spans(given, century=asked[0].grain == "century")
    if said:
        pairs = [(one, other) for one in asked for other in said]
        return max((_compared(one, other, right, given) for one, other in pairs), key=_kindness)
    over = period(given)
    times = [over] if over else [(when.year, when.year) for when in dates(given)]
    verdicts = [_inside(one, time, right) for one in asked for time in times]
    return max(verdicts, key=_kindness, default=None)


def _inside(asked: Span, time: tuple[int, int], right: str) -> Verdict:
    """Compare a year, or years from first to last, with the century or the decade, or the part of it, that is asked."""
    first, last = time
    begin, end = asked.window
    if begin <= first and last <= end:
        return Verdict(right=True, reason=f"within “{right}”" if asked.part else f"the {asked.grain} is what was asked")
    if asked.first <= first and last <= asked.last:
        return Verdict(right=False, close=True, reason=_other_part(asked))
    if first <= asked.last and asked.first <= last:
        return Verdict(right=False, close=True, reason=f"only some of these years are in the {asked.grain}")
    return Verdict(right=False, reason=f"that is another {asked.grain}")


def _other_part(asked: Span) -> str:
    """Say that the span is right and not the part of it."""
    return f"the {asked.grain} is right, but not “{asked.part}” in it"


def _kindness(verdict: Verdict) -> tuple[bool, bool]:
    """Order of readings: right, nearly right, wrong."""
    return verdict.right, verdict.close


def _year_in(card: Card, right: str, given: str) -> Verdict | None:
    """Judge a century or a decade where a date was asked."""
    asked = next(iter(dates(right)), None)
    if asked is None or not asked.year or not (asked.month or asks_year(card, right, given)):
        return None
    said = spans(given)
    for one in said:
        if one.window[0] <= asked.year <= one.window[1]:
            reason = f"the {one.grain} is right, the {asked.precision} is asked"
            return Verdict(right=False, close=True, reason=reason)
        if one.first <= asked.year <= one.last:
            return Verdict(right=False, reason=f"{_other_part(one)}, and the {asked.precision} is asked")
    return Verdict(right=False, reason=f"that is another {said[0].grain}") if said else None


def _compared(asked: Span, said: Span, right: str, given: str) -> Verdict:
    """Compare two centuries or decades."""
    if (asked.first, asked.last) == (said.first, said.last):
        return _part(asked, said, right, given)
    if (asked.first, asked.last) == (-said.last, -said.first) and asked.first < 0:
        return Verdict(right=False, close=True, reason="the number is right, “BC” is asked too")
    if said.last < 100 and asked.grain == said.grain and asked.first % 100 == said.first:
        return Verdict(right=False, close=True, reason="the century is asked too")
    if asked.last < 100 and asked.grain == said.grain and said.first % 100 == asked.first:
        return Verdict(right=True, reason=f"{given.strip()} = {right}")
    if asked.first <= said.first and said.last <= asked.last:
        if asked.part and not asked.window[0] <= sum(said.window) / 2 <= asked.window[1]:
            return Verdict(right=False, close=True, reason=_other_part(asked))
        return Verdict(right=True, reason=f"the {asked.grain} is what was asked")
    if said.first <= asked.first and asked.last <= said.last + 1:
        return Verdict(right=False, close=True, reason=f"the {said.grain} is right, the {asked.grain} is asked")
    return Verdict(right=False, reason=f"that is another {said.grain}")


def _part(asked: Span, said: Span, right: str, given: str) -> Verdict:
    """Compare which part of the same century or decade was said."""
    if asked.part and asked.part != said.part:
        wrong = f"“{asked.part}” is asked too" if not said.part else f"it was {asked.part}"
        return Verdict(right=False, close=True, reason=f"the {asked.grain} is right, {wrong}")
    same = unarticled(tokens(right)) == unarticled(tokens(given))
    return Verdict(right=True, reason="" if same or asked.grain == "decade" else f"{given.strip()} = {right}")
