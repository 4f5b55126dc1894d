"""Typed answers judged as a fair teacher would, with the reason why."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from quiz.deck.model import Card
from quiz.study.dates import agreed, contradicted, dates, missing, period
from quiz.study.folding import fold, unarticled
from quiz.study.model import Verdict
from quiz.study.names import ENDINGS, Name, named, same_first
from quiz.study.numerals import ROMAN, Token, tokens
from quiz.study.quantities import hedge_fits, quantity, unit_fits
from quiz.study.slips import allowed, distance, swapped

LONGEST = 500
"""Characters up to which an answer is read for dates, amounts, names and slips; longer ones must be the same text."""


def judge(card: Card, given: str) -> Verdict:
    """Judge a typed answer against the card's answer and the other answers it accepts: the kindest verdict holds."""
    if not given.strip():
        return Verdict(right=False, reason="no answer")
    verdicts = [_compare(card, right, given) for right in (card.answer, *card.accept)]
    return max(verdicts, key=_kindness)


def _kindness(verdict: Verdict) -> tuple[bool, bool, bool]:
    """Order of verdicts: right, right but for a slip, nearly right, wrong; one with a reason before one without."""
    return verdict.right, verdict.close != verdict.right, bool(verdict.reason)


def _compare(card: Card, right: str, given: str) -> Verdict:
    """Judge against one right answer: the first of the ways of comparing that has something to say decides."""
    if " ".join(right.split()) == " ".join(given.split()):
        return Verdict(right=True)
    if max(len(right), len(given)) > LONGEST:
        return Verdict(right=fold(right) == fold(given))
    for compare in WAYS_TO_COMPARE:
        verdict = compare(card, right, given)
        if verdict:
            return verdict
    return Verdict(right=False)


def _by_period(card: Card, right: str, given: str) -> Verdict | None:
    """Compare two spans of years."""
    asked = period(right)
    if asked is None or card.kind not in ("", "date"):
        return None
    said = period(given)
    if said == asked:
        return Verdict(right=True)
    ends = {when.year for when in dates(given)} & set(asked)
    if said is None and ends:
        return Verdict(right=False, close=True, reason="both the first and the last year are asked")
    return Verdict(right=False) if said or dates(given) else None


def _by_date(card: Card, right: str, given: str) -> Verdict | None:
    """Compare two dates at the precision of the right one; of two readings of `7/8/1907` the kinder holds."""
    asked, said = dates(right), dates(given)
    worded = card.kind == "date" or any(when.month for when in asked)
    if not asked or not said or not worded:
        return None
    pairs = [(one, other) for one in asked for other in said]
    one, other = min(pairs, key=lambda pair: (len(contradicted(*pair)), len(missing(*pair))))
    wrong, absent, fine = contradicted(one, other), missing(one, other), agreed(one, other)
    if not wrong and not absent:
        more = one.precision != other.precision
        return Verdict(right=True, reason=f"the {one.precision} is what was asked" if more else "")
    if not wrong and fine:
        return Verdict(right=False, close=True, reason=f"{_listed(fine)} right, {_listed(absent)} asked too")
    if wrong and fine:
        return Verdict(right=False, close=True, reason=f"{_listed(fine)} right, {_listed(wrong)} wrong")
    return Verdict(right=False)


def _by_quantity(_card: Card, right: str, given: str) -> Verdict | None:
    """Compare two amounts by value, unit and hedge."""
    asked, said = quantity(right), quantity(given)
    if asked is None or said is None:
        return None
    if asked.value != said.value:
        return Verdict(right=False)
    if not unit_fits(asked, said):
        return Verdict(right=False, close=True, reason="the number is right, the unit is not")
    if not hedge_fits(asked, said):
        return Verdict(right=False, close=True, reason=f"the number is right, but not “{said.hedge}” it")
    if asked.unit and not said.unit:
        return Verdict(right=True, reason="the unit was left out")
    return Verdict(right=True, reason="" if fold(right) == fold(given) else f"{given.strip()} = {right}")


def _by_name(card: Card, right: str, given: str) -> Verdict | None:
    """Compare two people's names, where the card asks who said something."""
    asked, said = (named(right), named(given)) if card.kind == "quote" else (None, None)
    if asked is None or said is None:
        return None
    if asked.surname != said.surname or (said.ending and said.ending != asked.ending):
        first_only = asked.first[:1] == (said.surname,) and not said.first
        return Verdict(right=False, close=True, reason="the surname is asked") if first_only else None
    if not same_first(asked, said):
        return Verdict(right=False, close=True, reason="the surname is right, the first name is not")
    if asked.ending in ROMAN and not asked.first and not said.ending:
        return Verdict(right=False, close=True, reason="more than one had this name: the numeral is needed")
    if not said.first and _shared(card, asked):
        return Verdict(right=False, close=True, reason="more than one has this surname: the first name is needed")
    return Verdict(right=True, reason="the surname is enough" if asked.first and not said.first else "")


def _shared(card: Card, asked: Name) -> bool:
    """Whether one of the wrong answers is someone else of the same surname."""
    others = (named(distractor) for distractor in card.distractors)
    return any(other and other.surname == asked.surname and not same_first(asked, other) for other in others)


def _by_words(_card: Card, right: str, given: str) -> Verdict | None:
    """Compare the words, with case, accents, punctuation and articles aside and numbers by value."""
    if fold(right) == fold(given):
        return Verdict(right=True, reason="" if _accented(right) == _accented(given) else "accents aside")
    one, other = _words(right), _words(given)
    return Verdict(right=True, reason=f"{given.strip()} = {right}") if one == other else None


def _accented(text: str) -> list[str]:
    """Return the letters beyond ASCII of a text, in lower case."""
    return [letter for letter in text.casefold() if letter.isalpha() and not letter.isascii()]


def _words(text: str) -> list[Token]:
    """Return the words of a text without articles, numbers (Roman ones behind a name too) as values."""
    first, *rest = unarticled(tokens(text)) or [""]
    return [first, *(ROMAN.get(token, token) if isinstance(token, str) else token for token in rest)]


def _by_slip(card: Card, right: str, given: str) -> Verdict | None:
    """Take an answer a slip of typing away, unless a number, or one of the wrong answers, was typed."""
    one, other = fold(right), fold(given)
    limit = allowed(len(one))
    apart = distance(one, other, limit)
    if not 0 < apart <= limit or _exact(right) != _exact(given):
        return None
    if any(distance(fold(wrong), other, limit) <= apart for wrong in card.distractors):
        return None
    if swapped(one, other):
        return Verdict(right=True, close=True, reason="two letters swapped")
    return Verdict(right=True, close=True, reason=f"{('one', 'two')[apart - 1]} letter{'s' * (apart > 1)} off")


def _exact(text: str) -> list[Token]:
    """Return what may not be mistyped: numbers, ordinals, words with digits, and the numerals of rulers."""
    return [
        token
        for token in tokens(text)
        if isinstance(token, Fraction) or any(letter.isdigit() for letter in token) or token in ENDINGS
    ]


def _listed(parts: tuple[str, ...]) -> str:
    """Parts of a date in a sentence: "year and month"."""
    return " and ".join(parts)


WAYS_TO_COMPARE: tuple[Callable[[Card, str, str], Verdict | None], ...] = (
    _by_period,
    _by_date,
    _by_quantity,
    _by_name,
    _by_words,
    _by_slip,
)
"""The ways of comparing, most telling first."""
