"""Where an answer stands in a text, so that it can be marked there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from quiz.deck.marks import typeable
from quiz.deck.model import Card

SHAPES = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "‑": "-", "\n": " ", "\t": " "})
"""Characters that have several shapes, as one; each becomes one again, so that places stay what they are."""

LONGEST = 500
"""Characters of an answer whose words are looked for one by one, where the whole does not stand."""

MOST = 200
"""Places marked at most."""

Stretch = tuple[int, int]
"""A half-open range of characters."""


def answer_places(text: str, card: Card) -> tuple[Stretch, ...]:
    """Where a card's answer stands in a text: the whole of it, else another right form of it, else its telling words.

    The answer of a true-or-false card, or of an order, is not looked for: the text does not tell it.
    """
    if card.kind in ("truefalse", "order"):
        return ()
    card = typeable(card)
    folded = _folded(text)
    for form in (card.answer, *sorted(card.right[1:], key=len, reverse=True)):
        found = tuple(_whole(_folded(form).strip(), folded))
        if found:
            return found
    return _told_apart(card.answer, folded) if len(card.answer) <= LONGEST else ()


def _folded(text: str) -> str:
    """Return a text in lower case and with one shape of each mark, every character at its place."""
    lowered = text.lower()
    return (lowered if len(lowered) == len(text) else text).translate(SHAPES)


def _whole(form: str, text: str) -> Iterator[Stretch]:
    """Find a form as whole words."""
    at = text.find(form) if form else -1
    number = 0
    while at >= 0 and number < MOST:
        end = at + len(form)
        if not _joined(text, at) and not _joined(text, end):
            yield at, end
            number += 1
        at = text.find(form, max(end, at + 1))


def _joined(text: str, at: int) -> bool:
    """Whether a place is in the middle of a word."""
    return 0 < at < len(text) and _in_word(text[at - 1]) and _in_word(text[at])


def _in_word(character: str) -> bool:
    return character.isalnum() or character == "_"


def _told_apart(answer: str, text: str) -> tuple[Stretch, ...]:
    """Find the runs of an answer's words that stand in a text, as where day and year are told apart."""
    words = re.findall(r"\w+(?:[.,'’-]\w+)*", answer)
    found: list[Stretch] = []
    at = 0
    while at < len(words):
        size = next((size for size in range(len(words) - at, 0, -1) if _run(words[at : at + size], text)), 0)
        found += _run(words[at : at + size], text) if size else ()
        at += size or 1
    return tuple(sorted(found))


def _run(words: Sequence[str], text: str) -> list[Stretch]:
    """Find some words in a row; words that are everywhere say nothing."""
    telling = len(words) > 1 or (len(words[0]) > 1 and (words[0][0].isupper() or words[0].isdigit()))
    return list(_whole(_folded(" ".join(words)), text)) if telling else []
