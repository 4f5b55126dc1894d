"""Amounts with a unit and a hedge: `about 20 percent`, `$5 million`, `1 hour 30 minutes`, `one in three`."""

from __future__ import annotations

import re
from fractions import Fraction
from itertools import pairwise

from quiz.study.judging.folding import ARTICLES
from quiz.study.judging.numerals import Token, tokens
from quiz.study.judging.units import CURRENCIES, MEASURES, converted, unit
from quiz.values import dataclass

HEDGES = {
    "about": "about",
    "around": "about",
    "approximately": "about",
    "approx": "about",
    "roughly": "about",
    "circa": "about",
    "ca": "about",
    "some": "about",
    "or so": "about",
    "nearly": "under",
    "almost": "under",
    "just under": "under",
    "under": "under",
    "below": "under",
    "less than": "under",
    "fewer than": "under",
    "up to": "under",
    "at most": "under",
    "no more than": "under",
    "or less": "under",
    "or fewer": "under",
    "over": "over",
    "just over": "over",
    "above": "over",
    "more than": "over",
    "at least": "over",
    "no less than": "over",
    "no fewer than": "over",
    "or more": "over",
    "exactly": "",
    "only": "",
}
"""Words before or behind a number, and on which side of it they put the amount."""

SCALES = {"k": 10**3, "mn": 10**6, "mln": 10**6, "mio": 10**6, "mrd": 10**9}
"""Scales that are written behind digits only."""

LONGEST = 120
FINER = {"foot": "inch", "hour": "minute"}
"""Units whose smaller one may be left unsaid: `6 ft 2`."""

RATE = frozenset({"per", "each", "every", "a", "an"})
ADVERBS = {"daily": "day", "weekly": "week", "monthly": "month", "hourly": "hour"} | dict.fromkeys(
    ("yearly", "annually"), "year"
)
"""What stands before that which an amount is counted by (`$80 a barrel`), and words that say it too."""

MOST_WORDS = 4
"""Words that a unit has at most."""

SIGNS = (
    (re.compile(r"^\s*[~≈]\s*"), "about "),
    (re.compile(r"^\s*>=?\s*(?=\d)|^\s*≥\s*"), "over "),
    (re.compile(r"^\s*<=?\s*(?=\d)|^\s*≤\s*"), "under "),
    (re.compile(r"^((?:[^\d]*\s)?)[-−–](?=[\d.])"), r"\1minus "),
    (re.compile(r"(?<=\d)\+\s*$"), " or more"),
    (re.compile(r"£"), " gbp "),
)
"""Signs that say what a word says as well."""

SHARE = re.compile(r"\s*(\S{1,20})\s+(?:in(?: every)?|out of|of)\s+(\S{1,20})\s*", re.IGNORECASE)

INDIAN = re.compile(r"(?<![\d.,])\d{1,2}(?:,\d{2}){1,6},\d{3}(?![\d,])")
POINTS = re.compile(r"(?<![\d.,])\d{1,3}(?:\.\d{3}){1,8}(?:,\d{1,20})?(?![\d.,])")
COMMA = re.compile(r"(?<![\d.,])\d{1,20},(?:\d{1,2}|\d{4,20})(?![\d.,])")

ENDS = re.compile(r"\s*(?:between\s+|from\s+)?(\S.{0,40}?)\s*(?:-|–|—|\bto\b|\band\b)\s*(\S.{0,60})", re.IGNORECASE)
"""The two ends of `30-40 km`."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """One number, what it counts, "about", "over" or "under" if it was hedged, and what it is counted by."""

    value: Fraction
    unit: str = ""
    hedge: str = ""
    per: str = ""

    @property
    def step(self) -> Fraction:
        """The place of the last digit that is no nought: 100 for 1,100; 0 where the value has no last digit."""
        for places in range(13):
            scaled = self.value * 10**places
            if scaled.denominator == 1:
                digits = str(abs(int(scaled)))
                noughts = len(digits) - len(digits.rstrip("0")) if int(scaled) else 0
                return Fraction(10) ** (noughts - places)
        return Fraction(0)


def readings(text: str) -> tuple[Quantity, ...]:
    """Return what a text can be as an amount: `1.100` also as eleven hundred; () if it is none."""
    if len(text) > LONGEST:
        return ()
    plain = INDIAN.sub(lambda match: match[0].replace(",", ""), text)
    other = POINTS.sub(lambda match: match[0].replace(".", "").replace(",", "."), plain)
    other = COMMA.sub(lambda match: match[0].replace(",", "."), other)
    found = (_read(plain), _read(other) if other != plain else None)
    return tuple(each for each in found if each)


def quantity(text: str) -> Quantity | None:
    """Read a text that is one number with at most a hedge and a unit of up to four words; else None."""
    return next(iter(readings(text)), None)


def ends(text: str) -> tuple[Quantity, Quantity] | None:
    """Return the two ends of a range of amounts, both in the unit of the last; None if a text is none."""
    match = ENDS.fullmatch(text) if len(text) <= LONGEST else None
    low, high = (quantity(match[1]), quantity(match[2])) if match else (None, None)
    if low is None or high is None or low.value >= high.value or low.hedge:
        return None
    return (Quantity(low.value, low.unit or high.unit), high)


def unit_fits(right: Quantity, given: Quantity) -> bool:
    """Whether the units can be the same: equal, left out on either side, or one the other with more words.

    People stand for whatever sort of people was counted, but a percentage for no plain number.
    """
    one, other = right.unit, given.unit
    if right.per and given.per and right.per != given.per:
        return False
    if not one:
        return other != "percent"
    if not other or one == other or {one, other} == {"pound", "sterling"}:
        return True
    fewer, more = sorted((set(one.split()), set(other.split())), key=len)
    part = fewer < more or ("degree" in (one, other) and _hot(one, other))
    return part or (other == "person" and one not in MEASURES and one not in CURRENCIES and one != "percent")


def hedge_fits(right: Quantity, given: Quantity) -> bool:
    """Whether a hedge was left out, is the same, or one of the two is a mere "about"."""
    return right.hedge == "about" or given.hedge in ("", "about", right.hedge)


def _hot(one: str, other: str) -> bool:
    """Whether plain degrees can stand for these degrees."""
    return {one, other} <= {"degree", "celsius", "fahrenheit", "kelvin"}


def _read(text: str) -> Quantity | None:
    """Read an amount with the signs as they are."""
    share = SHARE.fullmatch(text)
    if share and (found := _share(share[1], share[2])):
        return found
    for sign, meaning in SIGNS:
        text = sign.sub(meaning, text)
    words = _counted(tokens(text))
    if not any(isinstance(word, Fraction) for word in words):
        return None
    at = next(place for place, word in enumerate(words) if isinstance(word, Fraction))
    before, after = [str(word) for word in words[:at] if word not in ARTICLES], words[at:]
    minus = bool(before) and before[-1] in ("minus", "negative")
    before = before[:-1] if minus else before
    currency = before.pop() if before and unit(before[-1:]) in CURRENCIES else ""
    before = before[:-1] if currency and before[-1:] == ["us"] else before
    hedge, counted = _hedged(before, after)
    counted, per = _rate(counted)
    amount = _sum([word for word in counted if word not in ARTICLES], currency) if hedge is not None else None
    if amount is None or hedge is None or (minus and amount.value < 0):
        return None
    return Quantity(-amount.value if minus else amount.value, amount.unit, hedge, per)


def _rate(words: list[Token]) -> tuple[list[Token], str]:
    """Return an amount without what it is counted by, and that: `barrel` of `$80 a barrel`; "" if by nothing."""
    last = words[-1]
    if isinstance(last, str) and last in ADVERBS:
        return words[:-1], ADVERBS[last]
    if isinstance(last, str) and "/" in last and unit([last]) not in MEASURES:
        counted, _, by = last.partition("/")
        return [*words[:-1], *([counted] if counted else [])], unit([by])
    for at, word in enumerate(words[1:], start=1):
        tail = [each for each in words[at + 1 :] if isinstance(each, str)]
        if word in RATE and len(tail) == len(words) - at - 1 <= 2 and _counts(words[at - 1], str(word)):
            inside = [str(each) for each in words[1:at]]
            if inside and any(unit([*inside, *by, *tail]) in (*MEASURES, "percent") for by in ((), ("per",))):
                return words, ""
            return words[:at], unit(tail)
    return words, ""


def _counts(before: Token, word: str) -> bool:
    """Whether "a" means "for each", behind a unit or a whole number: `20 a day`, but `half a day`."""
    if word not in ARTICLES:
        return True
    return before.denominator == 1 if isinstance(before, Fraction) else before not in ("and", "of")


def _share(part: str, whole: str) -> Quantity | None:
    """Return the share that `one in three` is."""
    one, all_ = tokens(part), tokens(whole)
    if len(one) == len(all_) == 1 and isinstance(one[0], Fraction) and isinstance(all_[0], Fraction):
        return Quantity(one[0] / all_[0]) if 0 < one[0] < all_[0] else None
    return None


def _counted(found: tuple[Token, ...]) -> list[Token]:
    """Return tokens with the "an" of "an hour" as a number, but not that of "half an hour" or "twice an hour"."""
    words = list(found)
    for at, (word, after) in enumerate(pairwise(found)):
        counts = not any(isinstance(before, Fraction) for before in found[:at]) or found[at - 1] == "and"
        if word in ("a", "an") and counts and isinstance(after, str) and unit([after]) in MEASURES:
            words[at] = Fraction(1)
    return words


def _hedged(before: list[str], after: list[Token]) -> tuple[str | None, list[Token]]:
    """Return the hedge before or behind an amount and the rest; None for the hedge if other words stand before."""
    hedge = HEDGES.get(" ".join(before), "" if not before else None)
    behind = " ".join(str(word) for word in after[-2:])
    if hedge == "" and behind in HEDGES and len(after) > 2:
        return HEDGES[behind], after[:-2]
    return hedge, after


def _sum(found: list[Token], currency: str) -> Quantity | None:
    """Return numbers, each with its unit, as one amount in the unit of the last: `5 feet 11 inches`."""
    groups: list[tuple[Fraction, list[str]]] = []
    for word in found:
        if isinstance(word, Fraction):
            groups.append((word, []))
        elif word != "of":
            groups[-1][1].append(word)
    total = None
    for at, (value, words) in enumerate(groups, start=1):
        one = _amount(value, words, currency, last=at == len(groups))
        total = one if at == 1 else _added(total, one)
    return total


def _amount(value: Fraction, words: list[str], currency: str, *, last: bool) -> Quantity | None:
    """Return one number and its unit; None if more words stand there than a unit has."""
    if words and not last and words[-1] == "and":
        words = words[:-1]
    scale = SCALES.get(words[0], 10**6 if currency and words[0] == "m" else 1) if words else 1
    words = words[1:] if scale > 1 else words
    if len(words) > MOST_WORDS or (currency and words and unit(words) not in (unit([currency]), "")):
        return None
    return Quantity(value * scale, unit([currency] if currency else words))


def _added(total: Quantity | None, more: Quantity | None) -> Quantity | None:
    """Return two amounts of one dimension as one; "and a half" counts in the unit before it."""
    if total is None or more is None or total.unit not in MEASURES:
        return None
    if not more.unit:
        more = Quantity(more.value, total.unit if more.value < 1 else FINER.get(total.unit, ""))
        if more.unit == total.unit:
            return Quantity(total.value + more.value, total.unit)
    value = converted(total.value, total.unit, more.unit)
    smaller = value is not None and value > total.value
    return Quantity(value + more.value, more.unit) if smaller and value is not None else None
