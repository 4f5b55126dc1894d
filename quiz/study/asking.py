"""How a card is asked: by options, by typing or by looking, and what kind of answer is expected, in words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction
from hashlib import blake2b

from quiz.deck.cloze import gaps
from quiz.deck.marks import forms, plain, unmarked
from quiz.deck.model import TRUTHS, Card, short
from quiz.deck.pinning import pinned
from quiz.study.judging.dates import When, dates
from quiz.study.judging.folding import fold
from quiz.study.judging.quantities import quantity
from quiz.study.judging.spans import period
from quiz.study.judging.units import CURRENCIES
from quiz.study.model import Way
from quiz.values import dataclass

OPTIONS = 4
"""Options shown at most, the answer included; more make guessing harder but reading slower."""

TICKED = 9
"""Options shown at most where several are right: as many as there are digits to tick them by."""


@dataclass(frozen=True, slots=True)
class Question:
    """A card as it is asked once: the way, the words shown, the options if any, and what is expected.

    With `ordering`, all the options are to be chosen, one after the other in the right order; with `ticking`, all of
    them that are right.
    """

    way: Way
    prompt: str
    options: tuple[str, ...] = ()
    expected: str = ""
    ordering: bool = False
    ticking: bool = False

    @property
    def one(self) -> bool:
        """Whether one of the options is to be chosen."""
        return self.way == "choice" and not self.ordering and not self.ticking


def ask(card: Card, seed: str, *, preferred: Way = "choice", forced: Way | None = None) -> Question:
    """Ask a card: the same card and seed always give the same question, options in the same order."""
    way = way_of(card, preferred=preferred, forced=forced)
    if way == "choice" and card.ordered:
        return Question(way, card.asks, shuffled(card, seed), "all of these, in order", ordering=True)
    if way == "choice" and card.all_of:
        return Question(way, card.asks, ticks(card, seed), "all of these that are right", ticking=True)
    if way == "choice":
        return Question(way, card.asks, options(card, seed), "one of these")
    return Question(way, card.asks, expected=expected(card) if way == "typed" else "")


def way_of(card: Card, *, preferred: Way = "choice", forced: Way | None = None) -> Way:
    """Choose the way: the preferred one if the card allows it, else another; a forced one bends less.

    A card without wrong answers, or with more right ones than can be ticked, cannot be asked by options, a long answer
    is not fair to type unless that is forced, and nobody types "true" of a statement, nor a list in order.
    """
    if forced == "reveal":
        return forced
    choosable = bool(distinct(card)) and len(card.all_of) < TICKED
    if card.ordered or (card.kind == "truefalse" and choosable):
        return "choice"
    if forced == "typed":
        return forced
    wanted = forced or preferred
    if wanted == "reveal" or (wanted == "choice" and choosable):
        return wanted
    if short(card.answer) or (card.all_of and all(map(short, card.all_of))):
        return "typed"
    return "choice" if choosable else "reveal"


def distinct(card: Card) -> tuple[str, ...]:
    """Return the wrong answers that differ from the answer and from one another; maths and code do by any sign."""
    seen = {form for right in (*card.right, *card.all_of) for form in forms(right, fold)}
    kept = []
    for wrong in card.wrong:
        if seen.isdisjoint(known := forms(wrong, fold)):
            kept.append(wrong)
        seen |= known
    return tuple(kept)


def options(card: Card, seed: str) -> tuple[str, ...]:
    """Return the answer among wrong ones: dates and amounts in rising order, everything else shuffled by the seed.

    Which wrong answers are shown, of more than are needed, is drawn by the seed as well, so that the answer's
    rank among them tells nothing.
    """
    shown = _drawn((card.answer, *_drawn(distinct(card), card, seed)[: OPTIONS - 1]), card, seed)
    if card.kind == "truefalse":
        return tuple(sorted(shown, key=lambda option: fold(option) != TRUTHS[0]))
    return _laid_out(shown, card)


def ticks(card: Card, seed: str) -> tuple[str, ...]:
    """Return all right answers among wrong ones, laid out as `options` are: as many wrong as right, at least three.

    So a learner cannot tell from their number how many are right, where the card has wrong answers enough.
    """
    most = min(TICKED - len(card.all_of), max(OPTIONS - 1, len(card.all_of)))
    return _laid_out(_drawn((*card.all_of, *_drawn(distinct(card), card, seed)[:most]), card, seed), card)


def _drawn(texts: Iterable[str], card: Card, seed: str) -> list[str]:
    """Shuffle texts of a card by a seed."""
    return sorted(texts, key=lambda text: drawn(text, card.id + seed))


def _laid_out(shown: Sequence[str], card: Card) -> tuple[str, ...]:
    """Put options that were shuffled where they belong: dates and amounts in rising order, what is pinned last."""
    late = {option: rank for option in shown if (rank := pinned(option, shown, card.pin)) is not None}
    free, last = [option for option in shown if option not in late], sorted(late, key=lambda option: late[option])
    if all(_rank(option) is not None for option in free):
        free = sorted(free, key=lambda option: _rank(option) or ())
    return (*free, *last)


def shuffled(card: Card, seed: str) -> tuple[str, ...]:
    """Return the items of an order card in an order drawn by the seed, which is never the right one."""
    order = tuple(_drawn(card.ordered, card, seed))
    return order if order != card.ordered else (*order[1:], order[0])


def drawn(option: str, seed: str) -> bytes:
    """Return a number as good as random for an option: the same on every machine and in every Python."""
    return blake2b(option.encode("utf-8", "replace"), key=blake2b(seed.encode("utf-8", "replace")).digest()).digest()


def _rank(option: str) -> tuple[Fraction, int, int] | None:
    """Where a date or an amount stands in rising order; None for other options."""
    option = plain(option)
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
    card = unmarked(card)
    if card.all_of:
        return f"{len(card.all_of)} parts with commas between, in any order"
    if not card.question and (parts := len(gaps(card.cloze))) > 1:
        return f"what is missing, {parts} parts with commas between"
    if card.kind == "date" or (card.kind == "" and _is_time(card)):
        return _kind_of_date(card.answer)
    if card.kind == "quote":
        from quiz.study.judging.names import named  # on use: few first questions ask who said something

        return "a person" if named(card.answer) else "a person or an organisation"
    amount = quantity(card.answer)
    if amount:
        return _kind_of_amount(amount.unit)
    words = len(card.answer.split())
    return "a word" if words == 1 else "a few words"


def numeric(question: Question, card: Card) -> bool:
    """Whether what is typed may be nothing but a number: then `0` is an answer as any other."""
    words = question.expected in ("a word", "a few words", "a person", "a person or an organisation")
    return not words or any(character.isdigit() for answer in (card.answer, *card.accept) for character in answer)


def _is_time(card: Card) -> bool:
    """Whether the answer of a card of no kind is plainly a date: it names a month, is a span, or a year asked for."""
    from quiz.study.judging.asked import asks_year  # on use: few first questions are typed

    found = dates(card.answer)
    told = bool(found) and asks_year(card, card.answer, "")
    return told or bool(period(card.answer)) or any(when.month for when in found)


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
    if unit in CURRENCIES:
        return "an amount of money"
    return "a number"
