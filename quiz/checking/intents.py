"""Rules on cards that were meant as another sort of card than they are, or with more than they say."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quiz.checking.item import Finding, Item, words_of
from quiz.checking.values import NUMBERS, shape
from quiz.deck.fields import shown

TRUE = frozenset("true t right correct yes y".split())
FALSE = frozenset("false f wrong incorrect no n".split())
SIDES = frozenset("right wrong correct incorrect".split())
"""What is as often the answer to something else."""

PLAIN = frozenset("true false yes no".split())
"""Words that a question asks for rather than whether it is so."""

SAYING = re.compile(r"\b(?:true or false|right or wrong|correct or incorrect|yes or no|true\s?/\s?false|t\s?/\s?f)\b")
POLAR = re.compile(
    r"(?:is|are|was|were|do|does|did|can|could|has|have|had|will|would|should)(?:n['’]t)?\s[^?]*\?", re.IGNORECASE
)
"""A question to be answered by yes or no."""

STATED = re.compile(
    r"(?!(?:give|name|write|translate|say|state|find|complete|choose|enter|type|spell)\b)(?=(?:\S+\s+){3})"
    r"(?=.*\s(?:is|are|was|were|has|have|had|do|does|did|can|cannot|will|would|\w{2,}ed|\w{3,}s)\b)[^?_…]*",
    re.IGNORECASE | re.DOTALL,
)
"""A sentence that says something: four words and what may be its verb; no gap, and nobody is told to do anything."""

LETTER = re.compile(r"\(?([A-Ha-h])[.)]?\)?")
LETTERED = re.compile(r"\(?([A-Ha-h])[.)]\s")
DAY = re.compile(r"\s*\d{1,4}([-./])\d{1,2}\1\d{1,4}\.?\s*")


def truth(item: Item) -> Iterator[Finding]:
    """Find a statement that is true or false, or a question for yes or no, which has to be typed."""
    card = item.card
    answer = card.answer.strip().casefold()
    if card.kind or card.distractors or card.cloze or answer not in TRUE | FALSE:
        return
    stem = card.question.strip()
    asked = bool(SAYING.search(stem.casefold()))
    if not asked and answer not in SIDES and PLAIN.isdisjoint(item.words):
        polar = len(answer) > 1 and POLAR.fullmatch(stem)
        asked = bool(polar or (STATED.fullmatch(stem) and (len(answer) > 1 or stem.endswith("."))))
    if asked:
        right = "true" if answer in TRUE else "false"
        message = f"the answer `{shown(card.answer)}` has to be typed, for the card is of no kind"
        hint = f"write a statement, `kind: truefalse` and `answer: {right}`, and it is a choice of two"
        yield "typed-truth", item.at("answer"), message, hint


def letters(item: Item) -> Iterator[Finding]:
    """Find options that begin with letters, or an answer that is the letter of an option."""
    if ")" not in item.joined and "." not in item.joined:
        return
    found = [LETTERED.match(wrong) for wrong in item.card.distractors]
    marks = [match[1].casefold() for match in found if match]
    if len(marks) < 2 or len(marks) < len(found) or len(set(marks)) < len(marks):
        return
    if LETTER.fullmatch(item.card.answer.strip()):
        message = f"the answer is the text `{shown(item.card.answer)}`, not the option with this letter"
        hint = "write the text of the right option as `answer`, the others below `distractors`, all without letters"
        yield "option-letter", item.option(0), message, hint
    elif (right := LETTERED.match(item.card.answer)) and "".join(sorted([right[1].casefold(), *marks])) in "abcdefgh":
        message = f"`{shown(item.card.answer)}` has a letter of its own, and options are put in another order each time"
        yield "option-letter", item.option(0), message, "write the options without their letters"


def order_told(item: Item) -> Iterator[Finding]:
    """Find an order card whose question lists the items in the right order."""
    if not item.card.ordered:
        return
    items = [" ".join(words_of(each)) for each in item.card.ordered]
    if len(items) < 2 or not all(items):
        return
    at = 0
    for each in items:
        at = item.folded.find(f" {each} ", at)
        if at < 0:
            return
        at += len(each) + 1
    hint = "leave them out: they are shown to be picked, in another order"
    yield "order-told", item.at("question"), "the question lists the items in the right order", hint


def tolerance(item: Item) -> Iterator[Finding]:
    """Find a tolerance for an answer that is no number, amount or year."""
    card = item.card
    if not card.tolerance or card.all_of or card.kind in ("order", "truefalse"):
        return
    words = [part for word in words_of(card.answer) for part in word.split("-")]
    if DAY.fullmatch(card.answer) or shape(card.answer) == "a date":
        what = "a day, month or season is right or wrong"
    elif not any(character.isdigit() for character in card.answer) and NUMBERS.isdisjoint(words):
        what = "this answer has no number"
    else:
        return
    message = f"`tolerance` does nothing: {what}"
    yield "needless-tolerance", item.at("tolerance"), message, "remove it, or list other right answers under `accept`"
