"""Marks in texts of cards: `*emphasis*`, `**strong**`, `` `code` ``, `$maths$`; without any, nothing here is loaded.

`runs` reads a text with marks, `maths` writes formulas as letters, and what shows a card goes by these.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quiz.deck.model import Card

SIGNS = "*_`$"
"""Every mark has one of these."""

HELD = "\ufdd2"
"""Stands for a gap while the text around it is read: a code point that never is a character."""


def spare(text: str) -> str:
    """Tell what stands for each `HELD` that a text has of its own while gaps are held: a sign that it does not have."""
    if HELD not in text:
        return HELD
    return next(sign for sign in map(chr, range(0x10FFFF, 0xFFFF, -1)) if sign not in text)


def signed(text: str) -> bool:
    """Whether a text may have marks, told at once."""
    return "*" in text or "_" in text or "`" in text or "$" in text


def plain(text: str) -> str:
    """Write a text as it reads: without its marks, formulas in letters as far as they can be, else as written."""
    if not signed(text):
        return text
    from quiz.deck.marks.runs import worded

    return worded(text)


def folded(answer: str) -> str:
    """Fold an answer for comparison: marks, white space and, but in maths and code, case tell no answers apart."""
    text = " ".join(plain(answer).split())
    return text if exact(answer) else text.casefold()


def forms(option: str, fold: Callable[[str], str] = str.casefold) -> set[tuple[str, bool]]:
    """Tell what an option is known by: its text, and this folded unless every sign of it counts.

    Options with a form in common are the same to those who read them.
    """
    text = " ".join(plain(option).split())
    return {(text, True)} if exact(option) else {(text, True), (fold(text), False)}


def different(options: Collection[str]) -> bool:
    """Whether options have no form in common, told at once; False where that takes a closer look."""
    if signed("\n".join(options)):
        return False
    return len({" ".join(option.casefold().split()) for option in options}) == len(options)


def doubles(options: Iterable[str]) -> list[int]:
    """List the options, by index, that are the same as an earlier one."""
    seen: set[tuple[str, bool]] = set()
    found = []
    for at, known in enumerate(map(forms, options)):
        if not seen.isdisjoint(known):
            found.append(at)
        seen |= known
    return found


def exact(text: str) -> bool:
    """Whether a text has maths or code, in which every sign counts: capitals, accents, primes, what is raised."""
    if "$" not in text and "`" not in text:
        return False
    from quiz.deck.marks.runs import EXACT, runs

    return any(run.sort in EXACT for run in runs(text))


def literal(text: str) -> str:
    """Write a text so that it reads as it is here: with backslashes where it would be taken for marked."""
    if not signed(text):
        return text
    from quiz.deck.marks.runs import escaped

    return escaped(text)


def joined(between: str, texts: Iterable[str]) -> str:
    """Join texts so that each reads as it does alone: no mark begins in one and ends in another."""
    each = [*texts]
    whole = between.join(each)
    if not signed(whole):
        return whole
    from quiz.deck.marks.compose import alone, canonical

    apart = canonical(whole) == between.join(map(canonical, each))
    return whole if apart else between.join(map(alone, each))


def unmarked(card: Card) -> Card:
    """Write a card's texts as they read; passages have no marks. Of a card without marks it is that card itself."""
    if not signed("".join(told(card))):
        return card
    from quiz.deck.marks.cards import without

    return without(card)


def typeable(card: Card) -> Card:
    """Do as `unmarked`; where an answer has a formula, what is written between its dollars is right as well."""
    if not signed("".join(told(card))):
        return card
    from quiz.deck.marks.cards import without, written

    return written(card, without(card))


def comparable(card: Card) -> Card:
    """Do as `unmarked`, but leave the answers with maths or code as they are: these are compared by every sign."""
    if not signed("".join(told(card))):
        return card
    from quiz.deck.marks.cards import answerable, without

    return answerable(card, without(card))


def told(card: Card) -> Iterable[str]:
    """Go through the texts of a card that may have marks."""
    one = (card.question, card.cloze, card.answer, card.explanation, card.hint, *card.accept, *card.distractors)
    return (*one, *card.ordered, *card.all_of, *card.feedback, *card.pin, *card.hints)
