"""What a document's cards ask already: the ground that comparisons of facts are made on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from quiz.deck.model import Card, Passage
from quiz.questions.draft import Draft
from quiz.questions.scene import Scene

PER_FACTS = 6
"""Cards of single facts for each comparison: a few go with a text, more would only repeat it."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A card of one fact with the draft it was made of, and the fact's best fair cloze, "" where it has none."""

    draft: Draft
    card: Card
    cloze: str = ""

    @property
    def passages(self) -> tuple[Passage, ...]:
        """The passages that prove the card."""
        return (self.card.source.passage, *self.card.source.evidence) if self.card.source else ()


class Comparison(Protocol):
    """One way of asking about a fact beside others."""

    def __call__(self, scene: Scene, asked: Sequence[Asked]) -> Iterator[Card]:
        """The cards it makes of what is asked, in the order of the text."""
        ...


def clear(draft: Draft) -> bool:
    """Whether nothing about a draft is in doubt, so that its words stand alone without a title before them."""
    return not draft.context and not any(reason.startswith("unclear") for reason in draft.reasons)


def distinct(passages: Iterable[Passage]) -> tuple[Passage, ...]:
    """Passages in order, each once."""
    return tuple(dict.fromkeys(passages))
