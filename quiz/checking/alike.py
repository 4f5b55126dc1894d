"""Rules on wrong answers that are right, or that stand twice, written otherwise: the judge of typed answers says so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import combinations

from quiz.checking.item import MOST, Finding, Item, words_of
from quiz.checking.values import MONTHS, NUMBERS
from quiz.deck.fields import shown
from quiz.deck.marks import exact, forms
from quiz.deck.model import Card

LITTLE = frozenset("the a an of and in on at by for from to until between th st nd rd".split())

FREELY = (" = ", "may be left out", "stands in the question", "in another order", "either is right", "was asked")
"""What the judge says of an answer that is right without being the same: nothing that lies near, and no slip."""

Wrong = list[tuple[int, str]]
"""The wrong answers of a card, each with its number from 1."""

Key = tuple[frozenset[str], tuple[str, ...], frozenset[str]]
"""Numbers in words, those in digits, and the other words that tell."""

Keys = dict[str, Key]
"""The keys of the options of a card."""


def options(item: Item) -> Iterator[Finding]:
    """Find wrong answers that are right when typed, and those that stand twice."""
    wrong = _wrong(item)
    if not wrong:
        return
    card = item.card
    rights = (card.answer, *(() if card.kind else card.accept), *card.all_of)  # of a fact, those are its spellings
    keys = {text: _key(text) for text in (*rights, *(text for _, text in wrong))}
    if not _apart([*keys.values()]):
        yield from _right(item, rights, wrong, keys)
        yield from _twice(item, wrong, keys)


def _apart(keys: list[Key]) -> bool:
    """Whether no option may say the same as another, told at once: as they differ in their figures alone."""
    spoken, figures, words = zip(*keys, strict=True)
    alike = len(set(figures)) == len(keys) and len(set(words)) == len(set(spoken)) == 1
    return alike and MONTHS.isdisjoint(words[0])


def _right(item: Item, rights: Sequence[str], options: Wrong, keys: Keys) -> Iterator[Finding]:
    """Find wrong answers that are right when typed."""
    card = item.card
    for number, wrong in options:
        near = [each for each in rights if _near(keys[each], keys[wrong])]
        if not near:
            continue
        sure = next((each for each in near if _same(each, wrong)), "")
        answer = sure or next((each for each in near if _free(card, each, wrong)), "")
        if not answer:
            continue
        code = "answer-among-distractors" if sure else "right-distractor"
        message = f"the distractor `{shown(wrong)}` is {'' if sure else 'taken for '}the answer `{shown(answer)}`"
        hint = "who chooses it is right and told to be wrong: remove it, or put another in its place"
        yield code, item.option(number), message + (", written otherwise" if sure else " when it is typed"), hint


def _twice(item: Item, options: Wrong, keys: Keys) -> Iterator[Finding]:
    """Find wrong answers that stand twice, written otherwise."""
    told: set[int] = set()
    for (_, first), (number, second) in combinations(options, 2):
        if number not in told and _near(keys[first], keys[second]) and _same(first, second):
            told.add(number)
            message = f"the distractors `{shown(first)}` and `{shown(second)}` are the same, written otherwise"
            yield "duplicate-distractor", item.option(number), message, "put another in place of one"


def _wrong(item: Item) -> Wrong:
    """List the wrong answers with their numbers from 1; none where a card is none to choose from."""
    if not (item.options or item.card.all_of) or len(item.card.distractors) >= MOST:
        return []
    if item.card is item.written:
        return list(enumerate(item.card.distractors, 1))
    pairs = zip(item.card.distractors, item.written.distractors, strict=True)
    return [(number, text) for number, (text, written) in enumerate(pairs, 1) if not exact(written)]


def _same(one: str, other: str) -> bool:
    """Whether two options that come near certainly say the same, and are not one text, which is told elsewhere."""
    if not forms(one).isdisjoint(forms(other)):
        return False
    from quiz.study.judging.equal import same  # on use: few options come so near to each other

    return same(one, other)


def _free(card: Card, answer: str, wrong: str) -> bool:
    """Whether the judge takes a wrong answer for the right one, though it says something else at first sight."""
    if not forms(answer).isdisjoint(forms(wrong)):
        return False
    from quiz.study.judging.grading import judge

    bare = replace(card, answer=answer, accept=(), distractors=(), feedback=(), tolerance="", all_of=(), pin=())
    verdict = judge(bare, wrong)
    return verdict.right and not verdict.close and any(reason in verdict.reason for reason in FREELY)


def _near(one: Key, other: Key) -> bool:
    """Whether two options with these keys may say the same at all; this alone is asked of most."""
    (spoken, figures, words), (said, digits, others) = one, other
    if words == others or not (MONTHS.isdisjoint(words) and MONTHS.isdisjoint(others)):
        if (spoken, figures) != (said, digits):
            dated = (not words and _holds(figures, digits)) or (not others and _holds(digits, figures))
            return dated or (words == others and spoken != said and bool(figures or digits))
        return {word[:3] for word in words} == {word[:3] for word in others}
    if not (figures or spoken) or not (digits or said):
        return not (figures or spoken or digits or said) and (words <= others or others <= words)
    return bool(figures or digits)


def _holds(digits: tuple[str, ...], figures: tuple[str, ...]) -> bool:
    """Whether a date in digits may be one with its month's name: that one's day and year stand in it."""
    return len(figures) > 1 and all(each in "".join(digits) for each in figures)


@lru_cache(maxsize=4096)
def _key(option: str) -> Key:
    """Tell of an option what it has to have in common with another that says the same."""
    words = [word for word in words_of(option) if word not in LITTLE]
    figures = sorted("".join(filter(str.isdigit, word)) for word in words if word[0].isdigit())
    named = {word for word in words if not word[0].isdigit()}
    spoken = named & NUMBERS
    return frozenset(spoken), tuple(figures), frozenset(named - spoken)
