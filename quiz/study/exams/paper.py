"""An exam's paper: its questions as they are shown, and its rules, complete in themselves whatever becomes of decks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from quiz.deck.model import Card, Deck
from quiz.study.asking import Question
from quiz.study.model import Key, Way


@dataclass(frozen=True, slots=True)
class Source:
    """A deck an exam was drawn from: what its cards say as a hash, their number, and its file's name."""

    id: str
    title: str
    file: str
    hash: str
    cards: int


@dataclass(frozen=True, slots=True)
class Item:
    """One question of an exam; the deck stands there for its title and its document, without its cards."""

    deck: Deck
    card: Card
    question: Question

    @property
    def key(self) -> Key:
        """The identity of the card."""
        return (self.deck.id, self.card.id)

    @property
    def parts(self) -> int:
        """How many things an answer needs to be whole: the items of an order, else one."""
        return len(self.question.options) if self.question.ordering else 1


@dataclass(frozen=True, slots=True)
class Rules:
    """What an exam is held by: whose it is, the seed, the time there is, and the share of right answers that passes.

    `tags` and `kinds` say what the pool was, `way` how its cards are asked where they allow it, and `retry` that what
    was missed in an exam before is asked again.
    """

    name: str = ""
    seed: int = 0
    limit: timedelta | None = None
    pass_mark: int = 60
    tags: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    way: Way | None = None
    retry: bool = False


@dataclass(frozen=True, slots=True)
class Paper:
    """The questions in their order, the rules, and the decks they come from; `out` is the file the result goes to."""

    items: tuple[Item, ...]
    rules: Rules
    sources: tuple[Source, ...]
    out: str = ""

    @property
    def title(self) -> str:
        """What the exam is about: the deck's title, or how many decks there are."""
        return self.sources[0].title if len(self.sources) == 1 else f"{len(self.sources)} decks"

    @property
    def weighed(self) -> bool:
        """Whether points tell anything that the number of right answers does not."""
        return any(item.card.points or item.card.partial for item in self.items)
