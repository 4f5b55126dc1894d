"""How a card is asked: by options, by typing or by looking, and what kind of answer is expected, in words."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from hashlib import blake2b

from quiz.deck.model import TRUTHS, Card
from quiz.study.dates import When, dates, period
from quiz.study.folding import fold
from quiz.study.model import Way
from quiz.study.names import named
from quiz.study.quantities import quantity

OPTIONS = 4
"""Options shown at most, the answer included; more make guessing harder but reading slower."""

SHORT_WORDS, SHORT_LETTERS = 6, 40
"""An answer beyond this is not fair to ask letter by letter."""


@dataclass(frozen=True, slots=True)
class Question:
    """A card as it is asked once: the way, the words shown, the options if any, and what is expected.

    With `ordering`, all the options are to be chosen, one after the other in the right order.
    """

    way: Way
    prompt: str
    options: tuple[str, ...] = ()
    expected: str = ""
    ordering: bool = False


def ask(card: Card, seed: str, *, known: bool = False, forced: Way | None = None) -> Question:
    """Ask a card: the same card and seed always give the same question, options in the same order."""
    way = way_of(card, known=known, forced=forced)
    if way == "choice" and card.ordered:
        return Question(way, card.prompt, shuffled(card, seed), "all of these, in order", ordering=True)
    if way == "choice":
        return Question(way, card.prompt, options(card, seed), "one of these")
    return Question(way, card.prompt, expected=expected(card) if way == "typed" else "")


def way_of(card: Card, *, known: bool, forced: Way | None = None) -> Way:
    """Choose the way: options for new cards, typing for known ones, looking for long answers; a forced one if it can.

    A card without wrong answers cannot be asked by options; nobody types "true" of a statement, nor a list in order.
    """
    if forced == "reveal":
        return forced
    if card.ordered:
        return "choice"
    if forced == "typed" and card.kind != "truefalse":
        return forced
    choosable = bool(distinct(card))
    if choosable and (forced == "choice" or not known or card.kind == "truefalse"):
        return "choice"
    if short(card.answer):
        return "typed"
    return "choice" if choosable else "reveal"


def short(answer: str) -> bool:
    """Whether an answer is short enough to be typed."""
    return len(answer) <= SHORT_LETTERS and len(answer.split()) <= SHORT_WORDS and "\n" not in answer.strip()


def distinct(card: Card) -> tuple[str, ...]:
    """Return the wrong answers that differ from the answer and from one another."""
    seen = {fold(right) for right in (card.answer, *card.accept)}
    kept = []
    for wrong in card.wrong:
        if fold(wrong) not in seen:
            seen.add(fold(wrong))
            kept.append(wrong)
    return tuple(kept)


def options(card: Card, seed: str) -> tuple[str, ...]:
    """Return the answer among wrong ones: dates and amounts in rising order, everything else shuffled by the seed.

    Which wrong answers are shown, of more than are needed, is drawn by the seed as well, so that the answer's
    rank among them tells nothing.
    """
    wrong = sorted(distinct(card), key=lambda option: _drawn(option, card.id + seed))[: OPTIONS - 1]
    shown = sorted((card.answer, *wrong), key=lambda option: _drawn(option, card.id + seed))
    if card.kind == "truefalse":
        return tuple(sorted(shown, key=lambda option: fold(option) != TRUTHS[0]))
    ranks = [_rank(option) for option in shown]
    if all(rank is not None for rank in ranks):
        return tuple(sorted(shown, key=lambda option: _rank(option) or ()))
    return tuple(shown)


def shuffled(card: Card, seed: str) -> tuple[str, ...]:
    """Return the items of an order card in an order drawn by the seed, which is never the right one."""
    drawn = tuple(sorted(card.ordered, key=lambda item: _drawn(item, card.id + seed)))
    return drawn if drawn != card.ordered else (*drawn[1:], drawn[0])


def _drawn(option: str, seed: str) -> bytes:
    """Return a number as good as random for an option: the same on every machine and in every Python."""
    return blake2b(option.encode("utf-8", "replace"), key=blake2b(seed.encode("utf-8", "replace")).digest()).digest()


def _rank(option: str) -> tuple[Fraction, int, int] | None:
    """Where a date or an amount stands in rising order; None for other options."""
    span = period(option)
    if span:
        return Fraction(span[0]), span[1], 0
    found = dates(option)
    if found:
        when = min(found, key=lambda one: (one.year, one.month, one.day))
        return Fraction(when.year), when.month, when.day
    amount = quantity(option)
    return (amount.value, 0, 0) if amount else None


def expected(card: Card) -> str:
    """Return what kind of answer is expected: "a year", "a percentage", "a person"; it tells no more."""
    if card.kind == "date" or (card.kind == "" and _is_time(card.answer)):
        return _kind_of_date(card.answer)
    if card.kind == "quote":
        return "a person" if named(card.answer) else "a person or an organisation"
    amount = quantity(card.answer)
    if amount:
        return _kind_of_amount(amount.unit)
    words = len(card.answer.split())
    return "a word" if words == 1 else "a few words"


def _is_time(answer: str) -> bool:
    """Whether an answer of no stated kind is plainly a date: it names a month, or is a span of years."""
    return bool(period(answer)) or any(when.month for when in dates(answer))


def _kind_of_date(answer: str) -> str:
    """Return what kind of date an answer is."""
    if period(answer):
        return "the first and the last year"
    lowered = answer.casefold()
    for word in ("century", "decade", "spring", "summer", "autumn", "winter"):
        if word in lowered:
            return "a century" if word == "century" else "a decade" if word == "decade" else "a season and a year"
    if lowered.rstrip().endswith(("0s", "0’s", "0's")):
        return "a decade"
    when = next(iter(dates(answer)), None)
    return "a date" if when is None else _parts(when)


def _parts(when: When) -> str:
    """Return the parts of a date in words."""
    if not when.month:
        return "a year"
    if not when.day:
        return "a month and a year" if when.year else "a month"
    return "a day, month and year" if when.year else "a day and a month"


def _kind_of_amount(unit: str) -> str:
    """Return what kind of amount has a unit."""
    if unit == "percent":
        return "a percentage"
    if unit in ("dollar", "euro", "pound", "yen", "ruble"):
        return "an amount of money"
    return "a number"
