"""Compares answers as amounts: value, unit, hedge, what the deck tolerates, and rounding where units differ."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from fractions import Fraction

from quiz.deck.model import Card
from quiz.deck.twofold import thousands
from quiz.study.judging.folding import fold
from quiz.study.judging.notation import as_asked, mended, plain
from quiz.study.judging.numerals import SCALES
from quiz.study.judging.quantities import Quantity, ends, hedge_fits, quantity, readings, unit_fits
from quiz.study.judging.slips import slip
from quiz.study.judging.units import MEASURES, converted, known
from quiz.study.model import Verdict

ROUND = Fraction(5, 100)
"""However round a number is, it stands for no other that is further away than this share of it."""

ROUND_TIME = Fraction(25, 1000)
"""The same for times, which are known more exactly: 52 weeks are a year, 350 days are none."""

NEAR = Fraction(10, 100)
"""An amount in another unit, or a share in another form, that is no further off is nearly right."""

SHARE_STEP = Fraction(1, 200)
"""Half a percent: as close as a percentage stands to the share it is rounded from."""

POINT = re.compile(r"(?<=\d)[.,](?=\d)")
YEAR = re.compile(r"\s*[12]\d{3}\s*")

Tolerance = tuple[Fraction, str]
"""How far off an amount may be, in the answer's unit, and how that is said."""


def by_amount(card: Card, right: str, given: str) -> Verdict | None:
    """Compare two amounts; of several readings of what was typed, and of a point in the answer, the kindest holds."""
    texts = (right, thousands(right, card.distractors))
    asked = [found for text in texts if text and (found := quantity(plain(text)))]
    if not asked:
        return _by_ends(right, given)
    said = quantity(plain(given)) if len(asked) > 1 else None
    asked.sort(key=lambda each: abs(each.value - said.value) if said else 0)
    return _kindest(verdict for each in asked if (verdict := _by_number(card, right, given, each)))


def _by_number(card: Card, right: str, given: str, asked: Quantity) -> Verdict | None:
    """Compare what was typed with one reading of the right amount."""
    typed = plain(given)
    texts = dict.fromkeys((typed, as_asked(typed, asked)))
    verdict = _kindest(_compared(card, right, given, asked, said) for text in texts for said in readings(text))
    if verdict is None or not verdict.right:
        fixed, why = mended(typed)
        other = _kindest(_compared(card, right, given, asked, said) for said in readings(fixed)) if why else None
        if other and other.right:
            return Verdict(right=True, close=True, reason=why)
    if verdict is None and ends(given):
        return Verdict(right=False, reason="one number is asked, not a range")
    return verdict


def _kindest(verdicts: Iterable[Verdict]) -> Verdict | None:
    """Return the kindest of several verdicts; None if there is none."""
    return max(verdicts, key=lambda verdict: (verdict.right, verdict.close), default=None)


def _by_ends(right: str, given: str) -> Verdict | None:
    """Compare two ranges by both their ends."""
    asked, said, one = ends(right), ends(given), quantity(given)
    if asked is None:
        return None
    if said is None:
        inside = one is not None and asked[0].value <= one.value <= asked[1].value
        return Verdict(right=False, close=True, reason="both ends are asked") if inside else None
    same = all(one.value == other.value and unit_fits(one, other) for one, other in zip(asked, said, strict=True))
    if not same and asked[0].value <= said[1].value and said[0].value <= asked[1].value:
        return Verdict(right=False, close=True, reason=f"near: it is {right}")
    return Verdict(right=same, reason="" if same else f"it is {right}")


def tolerance(card: Card, asked: Quantity) -> Tolerance | None:
    """Return how far off the deck lets an amount be; None if it says nothing."""
    text = card.tolerance.replace(" ", "").lstrip("±")
    if not text:
        return None
    number = Fraction(text.rstrip("%"))
    share = text.endswith("%")
    margin = abs(asked.value) * number / 100 if share else number
    return margin, f"{text[:-1]} %" if share else text


def _compared(card: Card, right: str, given: str, asked: Quantity, said: Quantity) -> Verdict:
    """Compare two amounts by value and unit."""
    often = _as_often(asked, said)
    if asked.per and said.per and asked.per != said.per:
        verdict = _compared(card, right, given, asked, often) if often != said else None
        return verdict if verdict and verdict.right else _no_unit(asked, said)
    if unit_fits(asked, said):
        return _same_unit(card, right, given, asked, said)
    if _shares(asked, said):
        return _by_share(card, right, given, asked, said)
    value = converted(said.value, said.unit, asked.unit)
    verdict = Verdict(right=False)
    if value is not None:
        verdict = _other_unit(card, right, given, (asked, said), value)
    if not verdict.right and asked.value == said.value:
        return _no_unit(asked, said)
    return verdict


def _no_unit(asked: Quantity, said: Quantity) -> Verdict:
    """Judge the right number with another unit, which may be a slip of typing."""
    found = None if known(said.unit) or asked.per != said.per else slip(asked.unit, said.unit)
    if found:
        return Verdict(right=True, close=True, reason=found.reason)
    near = asked.value == said.value
    return Verdict(right=False, close=near, reason="the number is right, the unit is not" if near else "")


def _as_often(asked: Quantity, said: Quantity) -> Quantity:
    """Return an amount a week as one a day, where that is how it is asked."""
    times = converted(Fraction(1), said.per, asked.per) if said.per != asked.per else None
    return replace(said, value=said.value / times, per=asked.per) if times else said


def _same_unit(card: Card, right: str, given: str, asked: Quantity, said: Quantity) -> Verdict:
    """Compare two amounts of one unit: equal, as near as the deck or an "about" allows, or merely rounded."""
    if asked.value == said.value:
        return _equal(right, given, asked, said)
    if _shares(asked, said) and asked.unit != said.unit:
        return _by_share(card, right, given, asked, said)
    if asked.value == -said.value:
        return Verdict(right=False, close=True, reason="the number is right, the sign is not")
    apart = abs(asked.value - said.value)
    if _nearer(card, asked, said.value):
        return Verdict(right=False, reason=_side(given, right, asked.value, said.value))
    allowed = tolerance(card, asked)
    if allowed and apart <= allowed[0]:
        return Verdict(right=True, reason=f"within {allowed[1]}: it is {right}")
    within = asked.hedge == "about" and apart <= min(asked.step / 2, abs(asked.value) * ROUND)
    finer = asked.value.denominator > 1 and said.step < asked.step and apart <= asked.step / 2
    if within or finer:
        return Verdict(right=True, reason=f"within “{right}”" if within else f"rounded, that is {right}")
    if _rounded(card, right, asked, said):
        return Verdict(right=False, close=True, reason=f"rounded: it is {right}")
    scale = _scale(right, asked, said)
    return Verdict(right=False, close=bool(scale), reason=scale or _side(given, right, asked.value, said.value))


def _scale(right: str, asked: Quantity, said: Quantity) -> str:
    """Say that the "million" of an answer is missing; "" if that is not all."""
    words = fold(right).split() if said.unit in ("", asked.unit) else ()
    return next((f"“{name}” is asked too" for name in words if SCALES.get(name, 0) * said.value == asked.value), "")


def _side(given: str, right: str, asked: Fraction, said: Fraction) -> str:
    """Say whether an amount is too much or too little."""
    return f"{given.strip()} is {'less' if said < asked else 'more'} than {right}"


def _equal(right: str, given: str, asked: Quantity, said: Quantity) -> Verdict:
    """Judge the right number, which may be hedged or lack its unit."""
    if not hedge_fits(asked, said):
        return Verdict(right=False, close=True, reason=f"the number is right, but not “{said.hedge}” it")
    if asked.unit and not said.unit:
        return Verdict(right=True, reason="the unit was left out")
    if asked.per and not said.per:
        return Verdict(right=True, reason=f"“per {asked.per}” was left out")
    points, said_points = POINT.findall(right), POINT.findall(given)
    same = fold(right) == fold(given) and (not points or not said_points or points == said_points)
    return Verdict(right=True, reason="" if same else f"{given.strip()} = {right}")


def _rounded(card: Card, right: str, asked: Quantity, said: Quantity) -> bool:
    """Whether a number is the right one rounded to fewer digits; years are not rounded."""
    if YEAR.fullmatch(right) and card.kind != "figure":
        return False
    apart = abs(asked.value - said.value)
    return said.step > asked.step and apart <= min(said.step / 2, abs(asked.value) * ROUND)


def _other_unit(card: Card, right: str, given: str, pair: tuple[Quantity, Quantity], value: Fraction) -> Verdict:
    """Compare an amount converted to the unit of the right one, as exactly as the rounder of the two was said."""
    asked, said = pair
    apart = abs(asked.value - value)
    told = f"{given.strip()} = {_shown(value)} {_unit_of(right)}"
    if _nearer(card, asked, value):
        return Verdict(right=False, reason=told)
    allowed = tolerance(card, asked)
    if allowed and apart <= allowed[0]:
        return Verdict(right=True, reason=f"within {allowed[1]}: {told}")
    heat, time = (MEASURES[said.unit].dimension == each for each in ("heat", "time"))
    most = Fraction(1) if heat else abs(asked.value) * (ROUND_TIME if time else ROUND)
    scale = MEASURES[said.unit].factor / MEASURES[asked.unit].factor
    if apart <= min(max(asked.step / 2, said.step * scale / 2), most):
        if not hedge_fits(asked, said):
            return Verdict(right=False, close=True, reason=f"the number is right, but not “{said.hedge}” it")
        return Verdict(right=True, reason=f"{given.strip()} = {right}")
    close = apart <= (2 if heat else abs(asked.value) * NEAR)
    return Verdict(right=False, close=close, reason=told)


def _shares(asked: Quantity, said: Quantity) -> bool:
    """Whether both amounts are shares of a whole, at least one of them in percent or as a fraction."""
    plain = all(each.unit == "percent" or (not each.unit and 0 < each.value < 1) for each in (asked, said))
    return plain and asked.unit != said.unit


def _share(amount: Quantity) -> Fraction:
    """Return an amount as a share of one."""
    return amount.value / 100 if amount.unit == "percent" else amount.value


def _by_share(card: Card, right: str, given: str, wanted: Quantity, said: Quantity) -> Verdict:
    """Compare two shares, one of them in percent and perhaps rounded: 33 % is a third."""
    asked, share = _share(wanted), _share(said)
    apart = abs(asked - share)
    others = [_share(other) for other in map(quantity, card.distractors) if other]
    told = _side(given, right, asked, share)
    if any(abs(other - share) < apart for other in others):
        return Verdict(right=False, reason=told)
    step = said.step / 100 if said.unit == "percent" else SHARE_STEP * 2
    if apart <= min(step / 2, SHARE_STEP):
        return Verdict(right=True, reason=f"{given.strip()} = {right}")
    if wanted.hedge == "about" and apart <= asked * ROUND:
        return Verdict(right=True, reason=f"within “{right}”")
    reason = f"it is {right}" if wanted.hedge else told
    return Verdict(right=False, close=apart <= asked * NEAR, reason=reason)


def _nearer(card: Card, asked: Quantity, value: Fraction) -> bool:
    """Whether one of the wrong answers is nearer to an amount than the right one."""
    others = [other for other in map(quantity, card.distractors) if other and other.unit in ("", asked.unit)]
    return any(abs(other.value - value) < abs(asked.value - value) for other in others)


def _shown(value: Fraction) -> str:
    """Return a value in three digits, or more before the point."""
    number = float(value)
    digits = f"{number:,.0f}" if abs(number) >= 100 else f"{number:.3g}"
    return digits.replace("-", "−")


def _unit_of(right: str) -> str:
    """Return the unit of an answer as it is written there."""
    words = right.split()
    behind = re.split(r"[\d½¼¾]", right)[-1].strip()
    return behind if behind != right.strip() else words[-1]
