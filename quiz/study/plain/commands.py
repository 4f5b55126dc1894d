"""What a line typed by the learner means, by what was asked of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from quiz.study.asking import numeric
from quiz.study.printable import read_line
from quiz.study.session import Session

Does = Literal[
    "help",
    "undo",
    "right",
    "source",
    "edit",
    "suspend",
    "bury",
    "flag",
    "hint",
    "reset",
    "cram",
    "more",
    "decks",
    "stop",
]

LETTERS: dict[str, Does] = {
    "?": "help",
    "u": "undo",
    "y": "right",
    "s": "source",
    "e": "edit",
    "z": "suspend",
    "b": "bury",
    "f": "flag",
    "h": "hint",
    "r": "reset",
    "c": "cram",
    "m": "more",
    "d": "decks",
    "q": "stop",
}
"""What one types for a command; as on the screens; where the answer is typed too, with a colon before it."""

SIGN = ":"
"""Begins a command where answers are typed; two of them begin an answer with a colon."""

UNKNOWN = "0"
"""Says that one doesn't know; where a number is typed it is one, unless a colon stands before it."""

DIGITS = 6
"""Digits of the number of a deck at most."""

LETTERED = "abcdefghi"
"""What options may be called where several are ticked; a letter alone is a command."""

Act = Literal["answer", "choose", "order", "tick", "empty", "reveal", "grade", "next", "unclear", "title", Does]


@dataclass(frozen=True, slots=True)
class Said:
    """What a line says: the act, the words of an answer or a title, and the numbers of what was chosen or given."""

    act: Act
    words: str = ""
    numbers: tuple[int, ...] = ()


def said(line: str, session: Session) -> Said:
    """Return what a line means while a question stands, or its answer."""
    words = line.strip()
    typed = session.phase == "asking" and session.question.way == "typed"
    command = _letter(words)
    if command in LETTERS and (words.startswith(SIGN) or not typed or command == "?"):
        return Said(LETTERS[command])
    if command == UNKNOWN and session.phase == "asking" and (words.startswith(SIGN) or not _number(session)):
        return Said("answer")
    if typed:
        return _typed(words)
    if session.phase == "asking":
        return _asked(words, session)
    if not words:
        return Said("next" if session.phase == "answered" else "unclear")
    return Said("grade", numbers=(int(words),)) if re.fullmatch("[1-4]", words) else Said("unclear")


def wanted(line: str) -> Said:
    """Return what a line means where decks are chosen: nothing takes them all, numbers some, words are of a title."""
    words = line.strip()
    if _letter(words) in LETTERS:
        return Said(LETTERS[_letter(words)])
    found = re.fullmatch("([cC]?)([0-9 ,]+)", words)
    numbers = [number for number in re.split("[ ,]+", found[2]) if number] if found else []
    if found and numbers and max(map(len, numbers)) <= DIGITS:
        return Said("cram" if found[1] else "choose", words, tuple(map(int, numbers)))
    return Said("title", words) if words else Said("choose")


def after(line: str) -> Said:
    """Return what a line means once nothing is left to ask."""
    words = line.strip()
    return Said(LETTERS.get(_letter(words), "unclear") if words else "stop")


def _number(session: Session) -> bool:
    """Whether a number is typed for an answer now."""
    return session.question.way == "typed" and numeric(session.question, session.current.card)


def _letter(words: str) -> str:
    """Return the command that some words may be."""
    return words.removeprefix(SIGN).strip().casefold()


def _typed(words: str) -> Said:
    """Return what a line means where an answer is typed."""
    if words.startswith(SIGN) and not words.startswith(SIGN * 2):
        return Said("unclear")
    return Said("answer", words.removeprefix(SIGN)) if words else Said("empty")


def _asked(words: str, session: Session) -> Said:
    """Return what a line means where one chooses, orders or thinks."""
    question = session.question
    if question.way == "reveal":
        return Said("unclear" if words else "reveal")
    if question.ordering:
        numbers = tuple(int(digit) for digit in re.findall("[1-9]", words))
        clear = re.fullmatch(r"[1-9 ,;.>-]*", words) and sorted(numbers) == list(range(1, len(question.options) + 1))
        return Said("order", numbers=numbers) if clear else Said("unclear")
    if question.ticking:
        return _ticked(words, question.options)
    if re.fullmatch("[1-9]", words) and int(words) <= len(question.options):
        return Said("choose", numbers=(int(words),))
    named = _named(words, question.options)
    return Said("choose", numbers=(named,)) if named else Said("unclear")


def _named(words: str, options: Sequence[str]) -> int:
    """Return the number of the one option that some words are, as it reads or as it is written; 0 if none is."""
    for fold in (str, str.casefold):
        said = fold(read_line(words)), fold(words)
        forms = [(fold(read_line(option)), fold(option)) for option in options]
        named = [at for at, form in enumerate(forms, 1) if not set(said).isdisjoint(form)]
        if len(named) == 1:
            return named[0]
    return 0


def _ticked(words: str, options: Sequence[str]) -> Said:
    """Return what a line means where several options are ticked: their numbers, their texts or their letters.

    A text of one digit is a number.
    """
    parts = [part.strip() for part in re.split("[,;]", words)]
    numbers = {_named(part, options) for part in parts}
    if 0 in numbers or all(re.fullmatch("[1-9]", part) for part in parts):
        signs = re.sub(r"\band\b|[ ,;.+]", "", words.casefold())
        numbers = {int(sign) if sign in "123456789" else LETTERED.find(sign) + 1 for sign in signs}
    clear = numbers and all(0 < number <= len(options) for number in numbers)
    return Said("tick", numbers=tuple(sorted(numbers))) if clear else Said("unclear")
