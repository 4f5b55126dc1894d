"""Typed answers judged as a fair teacher would, with the reason why."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from fractions import Fraction
from unicodedata import normalize

from quiz.deck.marks import comparable, exact, plain, signed
from quiz.deck.model import Card
from quiz.study.judging import by_words
from quiz.study.judging.by_amount import by_amount
from quiz.study.judging.by_clock import by_clock
from quiz.study.judging.by_date import by_date
from quiz.study.judging.by_name import by_name, by_people
from quiz.study.judging.by_parts import by_parts, parts_named
from quiz.study.judging.by_sign import by_sign
from quiz.study.judging.by_span import by_range, by_season, by_span
from quiz.study.judging.folding import fold, unaccented
from quiz.study.model import Verdict

LONGEST = 500
"""Characters up to which an answer is read for dates, amounts, names and slips; longer ones must be the same text."""

MOST_PARTS = 8
"""Answers that one line can give, with ` / ` between."""

BRACKETS = re.compile(r"\s*\([^()]*\)|\s*\[[^\[\]]*\]")
_UNSURE = r"i (?:think|guess|believe)|maybe|perhaps|probably"
AROUND = re.compile(
    rf"^\s*(?:(?:{_UNSURE}|possibly|it(?:['’]s| is| was)|that(?:['’]s| is)|the answer is|(?:was|is) it|hmm+|um+|er+|oh)"
    rf"\b[\s,:]*)+|[\s,(]+(?:{_UNSURE}|or so|idk|lol|not sure)[\s?!.)]*$",
    re.IGNORECASE,
)
"""What is said around an answer by those who are not sure."""

BLANKS = re.compile(r"[^\S\n]+")
EITHER = re.compile(r"\s+/\s+")


def judge(card: Card, given: str) -> Verdict:
    """Judge a typed answer against the card's answer and the other answers it accepts: the kindest verdict holds.

    One of the card's wrong answers is wrong, however near it comes to the right one. Marks count on neither side.
    In maths and code every sign counts.
    """
    verdict = _judged(card, given)
    if not verdict.right and signed(given) and (bare := plain(given)) != given:
        return max(verdict, _judged(card, bare), key=_kindness)
    return verdict


def _judged(written: Card, given: str) -> Verdict:
    """Judge an answer without the marks of the card, but for those of maths and code."""
    card = comparable(written)
    given = BLANKS.sub(" ", normalize("NFC", given)).strip()
    if not given:
        return Verdict(right=False, reason="no answer")
    if card.all_of and len(given) <= LONGEST:
        return _of_parts(card, given)
    verdict = _best(card, given)
    if not verdict.right and (core := _without_chatter(given)):
        verdict = max(verdict, _best(card, core), key=_kindness)
    if (verdict.right or verdict.close) and _is_wrong_answer(card, given):
        why = "one of the wrong answers" if verdict.right else verdict.reason
        return Verdict(right=False, reason=plain(written.told(given)) or why)
    if not verdict.right and (told := plain(written.told(given))):
        return Verdict(right=False, reason=told)
    return verdict if verdict.right or verdict.reason else replace(verdict, reason="another answer")


def _of_parts(card: Card, given: str) -> Verdict:
    """Judge an answer of several parts; what is accepted is right as a whole."""
    whole = _best(card, given) if card.accept else Verdict(right=False)
    return whole if whole.right else by_parts(card, given, judge)


def share(card: Card, given: str) -> Fraction:
    """Return the share of an answer's parts that was named, from 0 to 1; of an answer of one part all or nothing."""
    card = comparable(card)
    if not card.all_of or len(given) > LONGEST or (card.accept and _best(card, given).right):
        return Fraction(judge(card, given).right)
    return parts_named(card, given, judge)


def _best(card: Card, given: str) -> Verdict:
    """Return the kindest verdict by any of the right answers."""
    return max((_verdict(card, right, given) for right in card.right), key=_kindness)


def _without_chatter(given: str) -> str:
    """Return an answer without what people say around one ("I think"); "" if they say nothing."""
    if len(given) > LONGEST:
        return ""
    plain = given if AROUND.search(given) else unaccented(given)
    core = AROUND.sub("", plain).strip()
    return "" if core == plain else core


def _is_wrong_answer(card: Card, given: str) -> bool:
    """Whether one of the wrong answers was typed, and none of the right ones."""
    said = fold(given)
    wrong = any(fold(distractor) == said for distractor in card.distractors)
    return wrong and all(fold(plain(right)) != said for right in card.right)


def _verdict(card: Card, right: str, given: str) -> Verdict:
    """Judge against one right answer, also without what stands in brackets, and each of `car / automobile`."""
    if exact(right):
        from quiz.deck.marks.exactly import same  # on use: few answers have maths or code

        return Verdict(right=same(right, given))
    verdict = _compare(card, right, given)
    if verdict.right or len(right) > LONGEST:
        return verdict
    for shorter, why in _shorter(right):
        found = _compare(card, shorter, given)
        if found.right:
            verdict = max(verdict, replace(found, reason=found.reason or why), key=_kindness)
    return verdict


def _shorter(right: str) -> Iterator[tuple[str, str]]:
    """Yield what is right of an answer as well, and why."""
    bare = BRACKETS.sub("", right).strip()
    if bare and bare != right.strip():
        yield bare, "what stands in brackets may be left out"
    parts = EITHER.split(right)
    if 1 < len(parts) <= MOST_PARTS:
        yield from ((part, "either is right") for part in parts if part.strip())


def _kindness(verdict: Verdict) -> tuple[bool, bool, bool]:
    """Order of verdicts: right (plainly first), right but for a slip, nearly right, wrong (with a reason first)."""
    return verdict.right, verdict.close != verdict.right, bool(verdict.reason) != verdict.right


def _compare(card: Card, right: str, given: str) -> Verdict:
    """Judge against one right answer: the first of the ways of comparing that has something to say decides."""
    right = normalize("NFC", right)
    if " ".join(right.split()) == " ".join(given.split()):
        return Verdict(right=True)
    if max(len(right), len(given)) > LONGEST:
        return Verdict(right=fold(right) == fold(given))
    plain = unaccented(given)
    for compare in WAYS_TO_COMPARE:
        verdict = compare(card, right, given if compare in LETTER_BY_LETTER else plain)
        if verdict:
            return verdict
    return Verdict(right=False)


WAYS_TO_COMPARE: tuple[Callable[[Card, str, str], Verdict | None], ...] = (
    by_clock,
    by_range,
    by_season,
    by_span,
    by_date,
    by_amount,
    by_people,
    by_name,
    by_sign,
    *by_words.WAYS,
)
"""The ways of comparing, most telling first."""

LETTER_BY_LETTER = (by_name, *by_words.BY_SPELLING)
"""Those that have to see the accents, which may stand for a second letter."""
