"""The texts of a card: all of them in turn, and all written otherwise at once."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import replace
from typing import Any

from quiz.deck.model import Card, Source

ONE = ("question", "cloze", "answer", "explanation", "hint")
MANY = ("accept", "distractors", "ordered", "all_of", "feedback", "pin", "hints")


def texts(card: Card) -> Iterator[str]:
    """Go through all texts of a card that are shown."""
    yield from (card.question, card.cloze, card.answer, card.explanation, *card.accept, *card.distractors)
    yield from (*card.ordered, *card.all_of, *card.feedback, card.hint)
    if card.source:
        yield from (passage.text for passage in (card.source.passage, *card.source.evidence))


def rewritten(card: Card, write: Callable[[str], str], *, but: Collection[str] = ()) -> Card:
    """Write all texts of a card otherwise, those of its source too, but for those of some keys."""
    changed: dict[str, Any] = {key: write(getattr(card, key)) for key in ONE if key not in but}
    changed |= {key: tuple(map(write, getattr(card, key))) for key in MANY if key not in but}
    source = _resourced(card.source, write) if card.source and "source" not in but else card.source
    return replace(card, source=source, **changed)


def _resourced(source: Source, write: Callable[[str], str]) -> Source:
    """Write the passages of a source otherwise."""
    passage, *evidence = (replace(each, text=write(each.text)) for each in (source.passage, *source.evidence))
    return replace(source, passage=passage, evidence=tuple(evidence))
