"""Puts one card into the text of a deck, where every other character stays."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from quiz.deck.files import BOM
from quiz.deck.marks import folded
from quiz.deck.nodes import Mapping, Sequence
from quiz.deck.parse import Reading, read_string
from quiz.deck.render import entry, item
from quiz.deck.revise import parts, values_of
from quiz.deck.splice import Edit, Splicer, spliced
from quiz.errors import Place, Problem, QuizError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quiz.deck.model import Card, Deck
    from quiz.deck.record import Record


@dataclass(frozen=True, slots=True)
class Added:
    """A deck's text with a new card, where that stands, and what is odd about it."""

    text: str
    place: Place
    number: int
    warnings: tuple[Problem, ...]


def added(content: str, path: str, record: Record) -> Added:
    """Put a card behind the last one of a deck; QuizError for a deck with errors, and for a card that makes one.

    A deck that lacks nothing but a card below its `cards:` is taken.
    """
    before = read_string(content, path)
    errors = faults(before)
    if errors:
        raise QuizError(errors)
    listed = parts(before)[2]
    splicer = Splicer(before.text)
    edits = [splicer.card(listed, len(listed.items) - 1, record)] if listed.items else _first(before, splicer, record)
    text = spliced(before.text, edits)
    return _checked(BOM * content.startswith(BOM) + text, path, [*values_of(before), record])


def faults(reading: Reading) -> list[Problem]:
    """List the errors of a deck that a card cannot be added to."""
    errors = [problem for problem in reading.problems if problem.severity == "error"]
    pair = reading.root.get("cards") if isinstance(reading.root, Mapping) and not reading.root.flow else None
    waits = pair is not None and not pair[1].pinned and [each.code for each in errors] == ["no-cards"]
    return [] if waits else errors


def _first(reading: Reading, splicer: Splicer, record: Record) -> list[Edit]:
    """Write the first card below a `cards:` with nothing or `[]` behind it."""
    pair = reading.root.get("cards") if isinstance(reading.root, Mapping) else None
    assert pair is not None
    key, value = pair
    end = splicer.line_end(max(key.end, value.end if isinstance(value, Sequence) else 0))
    nothing = [Edit(value.start, value.end, "")] if isinstance(value, Sequence) else []
    return [*nothing, Edit(end, end, f"\n  - {item(record, 4)}")]


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
    return Added(text, place, len(after.deck.cards), (*problems, *_twice(after.deck)))


def _twice(deck: Deck) -> Iterator[Problem]:
    """Warn where the last card of a deck asks what another asks, with the same answer."""
    *others, last = deck.cards
    known = _asked(last)
    if first := next((card for card in others if _asked(card) == known), None):
        message = f"this question stands twice, first on line {first.place.line if first.place else 1}"
        yield Problem(last.place or Place(deck.path), message, "remove one", "warning", "duplicate-question")


def _asked(card: Card) -> tuple[str, ...]:
    """Return what tells a card from others: what it asks, and what is right."""
    return tuple(map(folded, (card.question, card.cloze, card.answer)))


def _last(reading: Reading) -> Place:
    """Place of the last card; the file alone where there is none."""
    if reading.deck is not None:
        return reading.deck.cards[-1].place or Place("")
    return Place("", 1)
