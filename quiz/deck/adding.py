"""Puts one card into the text of a deck, where every other character stays."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from quiz.deck.files import BOM
from quiz.deck.parse import Reading, read_string
from quiz.deck.render import entry, item
from quiz.deck.revise import parts, values_of
from quiz.deck.splice import Splicer, spliced
from quiz.errors import Place, Problem, QuizError

if TYPE_CHECKING:
    from quiz.deck.record import Record


@dataclass(frozen=True, slots=True)
class Added:
    """A deck's text with a new card, where that stands, and what is odd about it."""

    text: str
    place: Place
    number: int
    warnings: tuple[Problem, ...]


def added(content: str, path: str, record: Record) -> Added:
    """Put a card behind the last one of a deck; QuizError for a deck with errors, and for a card that makes one."""
    before = read_string(content, path)
    if before.deck is None:
        raise QuizError(problem for problem in before.problems if problem.severity == "error")
    listed = parts(before)[2]
    text = spliced(before.text, [Splicer(before.text).card(listed, len(listed.items) - 1, record)])
    return _checked(BOM * content.startswith(BOM) + text, path, [*values_of(before), record])


def begun(title: str, path: str, record: Record) -> Added:
    """Write a deck of one card; QuizError for a card that cannot be asked, or a title that is none."""
    text = f"{entry('title', title, 0)}\n\ncards:\n  - {item(record, 4)}\n"
    return _checked(text, path, [{"title": title}, record])


def _checked(text: str, path: str, expected: list[Record]) -> Added:
    """Read what is about to be written; QuizError for what is wrong with its last card, or if it reads otherwise."""
    after = read_string(text, path)
    place = _last(after)
    problems = [problem for problem in after.problems if (problem.place.line or 0) >= (place.line or 0)]
    if after.deck is None:
        raise QuizError(replace(each, place=Place(path)) for each in problems if each.severity == "error")
    if values_of(after) != expected:
        hint = "write the cards of the deck in the plain form `- question: ...`"
        raise QuizError.at(path, "no card can be added without harm, and it is left as it is", hint)
    return Added(text, place, len(after.deck.cards), tuple(problems))


def _last(reading: Reading) -> Place:
    """Place of the last card; the file alone where there is none."""
    if reading.deck is not None:
        return reading.deck.cards[-1].place or Place("")
    return Place("", 1)
