"""The catalogue: columns over all cards, filtered term by term, and what is narrowed filtered from what was found."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import Any

from quiz.deck.marks import plain, unmarked
from quiz.deck.model import Card, Deck
from quiz.study.catalogue.folding import all_folded, folded
from quiz.study.catalogue.query import Query, Term
from quiz.study.catalogue.states import Moment, State, named, state, word
from quiz.study.history.lately import Brief
from quiz.study.model import Key, Marks

COLUMNS = ("state", "due", "question", "answer", "tags")
"""What cards can be sorted by, besides their order in the decks."""

APART = "\x1f"
"""Stands before each tag of a card, and before each word of it."""

BETWEEN = re.compile(r"[-_/: ]+")
"""Stands between the words of a tag."""

LAST = "\U0010ffff"
"""Stands behind all words."""

SLICE = 1000
"""Cards folded in one go: some milliseconds."""


Briefs = Callable[[str], dict[str, Brief]]
"""How the answered cards of a deck stand, by the deck's id."""


class Catalogue:
    """Cards of decks as rows, numbered in the order of the decks; `found` are those shown, in the order wanted.

    How cards stand is asked deck by deck, when it is needed, and their texts are folded by and by, so that however many
    cards there are it begins at once.
    """

    def __init__(self, decks: Sequence[Deck], briefs: Briefs, marks: Mapping[Key, Marks], at: Moment) -> None:
        """List the cards; `ready` is to be called until all texts are folded."""
        self.decks = tuple(decks)
        self.cards: list[Card] = [card for deck in decks for card in deck.cards]
        self.owners: list[Deck] = [deck for deck in decks for _card in deck.cards]
        self.found: Sequence[int] = range(len(self.cards))
        self.column, self.falling = "", False
        self._order: Sequence[int] = self.found
        self._query: Query | None = None
        self._texts: list[str] = []
        self._tags: list[str] = []
        self._briefs = briefs
        self.stand(marks, at)

    def stand(self, marks: Mapping[Key, Marks], at: Moment) -> None:
        """Ask anew how all cards stand; what was found stays until something else is looked for."""
        self._marks, self.at = dict(marks), at
        self._held: dict[str, dict[str, Brief]] = {}
        self._states: list[State] | None = None
        self._again()

    def renew(self, row: int, brief: Brief | None, marks: Marks) -> None:
        """Take how one card stands now."""
        deck, card = self.key(row)
        held = self._of(deck)
        if brief is None:
            held.pop(card, None)
        else:
            held[card] = brief
        self._marks[deck, card] = marks
        if self._states is not None:
            self._states[row] = self.state(row)
        self._again()

    def key(self, row: int) -> Key:
        """Return the identity of a row's card."""
        return (self.owners[row].id, self.cards[row].id)

    def brief(self, row: int) -> Brief | None:
        """Return how a row's card stands in the schedule; None if it is new."""
        deck, card = self.key(row)
        return self._of(deck).get(card)

    def state(self, row: int) -> State:
        """Return all that holds of a row's card."""
        return state(self.brief(row), self._marks.get(self.key(row)), self.at)

    def ready(self) -> bool:
        """Fold some more of the texts, and find among them what is looked for; whether all are folded."""
        begun = len(self._texts)
        part = range(begun, min(begun + SLICE, len(self.cards)))
        if part:
            self._texts += all_folded([_text(self.cards[row]) for row in part])
            self._tags += all_folded([_tags(self.owners[row], self.cards[row]) for row in part])
            if self._query and self._query.reads:
                self.found = [*self.found, *self._all_of(self._query.terms, part)]
        return self.folded

    @property
    def folded(self) -> bool:
        """Whether all texts are folded, so that all there is to be found was."""
        return len(self._texts) == len(self.cards)

    def search(self, query: Query) -> None:
        """Find the cards of a query, among those found before if that is enough, and among the texts folded so far."""
        before = self._query
        narrower = before is not None and query.narrows(before)
        done = before.terms if narrower and before else ()
        rows = self.found if narrower else self._order
        if query.reads and not self.folded:
            rows = [row for row in rows if row < len(self._texts)]
        self.found = self._all_of([term for term in query.terms if term not in done], rows)
        self._query = query

    def sort(self, column: str, *, falling: bool = False) -> None:
        """Sort by a column, "" for the order of the decks, and find the same cards again in that order."""
        while not self.ready():
            pass
        self.column, self.falling = column, falling
        rows: Sequence[int] = range(len(self.cards))
        if column:
            rank = self._rank(column)
            rows = sorted(rows, key=rank.__getitem__, reverse=falling)
        self._order = rows if column or not falling else rows[::-1]
        shown = set(self.found)
        self.found = [row for row in self._order if row in shown]

    def _again(self) -> None:
        """Filter from the whole next time: what was found may stand otherwise now."""
        if self.folded or not (self._query and self._query.reads):
            self._query = None

    def _of(self, deck: str) -> dict[str, Brief]:
        """Return how the cards of a deck stand."""
        if deck not in self._held:
            self._held[deck] = self._briefs(deck)
        return self._held[deck]

    def _all_states(self) -> list[State]:
        """Return the states of all rows."""
        if self._states is None:
            marks, at = self._marks, self.at
            self._states = [
                state(held.get(card.id), marks.get((deck.id, card.id)) if marks else None, at)
                for deck in self.decks
                for held in [self._of(deck.id)]
                for card in deck.cards
            ]
        return self._states

    def _rank(self, column: str) -> Sequence[Any]:
        """Return what each row is sorted by."""
        never = (float("inf"), 0, 0)
        ranks: dict[str, Callable[[], Sequence[Any]]] = {
            "state": lambda: [word(found) for found in self._all_states()],
            "due": lambda: [(self.brief(row) or never)[0] for row in range(len(self.cards))],
            "question": lambda: self._texts,
            "answer": lambda: all_folded([plain(card.answer) for card in self.cards]),
            "tags": lambda: [tags or LAST for tags in self._tags],
        }
        return ranks[column]()

    def _all_of(self, terms: Sequence[Term], rows: Sequence[int]) -> Sequence[int]:
        """Keep the rows for which every term holds."""
        for term in terms:
            rows = self._filtered(term, rows)
        return rows

    def _filtered(self, term: Term, rows: Sequence[int]) -> Sequence[int]:
        """Keep the rows for which a term holds; written out for each kind, as a call a row would take too long."""
        looked_for, without = term.word, term.without
        if term.where == "text":
            texts = self._texts
            return [row for row in rows if (looked_for in texts[row]) is not without]
        if term.where == "tag":
            tags, tag = self._tags, APART + looked_for
            return [row for row in rows if (tag in tags[row]) is not without]
        if term.where == "is":
            states, wanted = self._all_states(), named(looked_for)
            return [row for row in rows if bool(states[row] & wanted) is not without]
        if term.where == "kind":
            cards = self.cards
            return [row for row in rows if cards[row].kind.startswith(looked_for) is not without]
        owners, titled = self.owners, {id(deck) for deck in self.decks if looked_for in folded(deck.title)}
        return [row for row in rows if (id(owners[row]) in titled) is not without]


def _text(card: Card) -> str:
    """Return what is searched of a card, its question first."""
    card = unmarked(card)
    return "\x1f".join((card.prompt, card.answer, *card.accept, card.explanation, *card.tags))


def _tags(deck: Deck, card: Card) -> str:
    """Return the tags of a card and its deck, and of each what follows a hyphen or the like, with a mark before it."""
    tags = (*card.tags, *deck.tags)
    return APART + APART.join(tag[at:] for tag in tags for at in _words(tag)) if tags else ""


@lru_cache(maxsize=10_000)
def _words(tag: str) -> tuple[int, ...]:
    """Return where the words of a tag begin."""
    return (0, *(match.end() for match in BETWEEN.finditer(tag)))
