"""Parses and names by the language model's own transitions, one step of all texts at once.

The library asks Python for leave after each of the small sums it makes of every token, which takes as long as all the
arithmetic. By the steps that its beam search takes, they are made for all texts in one call; what comes of it is the
same.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any


class Transitions:
    """A component of the model's pipeline that does what its parser, or its recogniser of names, does, but sooner."""

    def __init__(self, parser: Any) -> None:
        """Take over a parser; ValueError if it looks more than one step ahead."""
        if parser.cfg["beam_width"] != 1:
            raise ValueError("a beam is more than is known here")
        self._parser = parser
        self.name = parser.name
        self.model = parser.model

    def __call__(self, doc: Any) -> Any:
        """Parse one text."""
        self._take_in([doc])
        return doc

    def pipe(self, docs: Iterable[Any], *, batch_size: int) -> Iterator[Any]:
        """Parse texts, so many at once."""
        rest = iter(docs)
        while batch := list(islice(rest, batch_size)):
            self._take_in(batch)
            yield from batch

    def _take_in(self, docs: Sequence[Any]) -> None:
        """Tell the texts' tokens what they are."""
        parses = self._parser.moves.init_batch(docs)
        unfinished = [parse for parse in parses if not parse.is_final()]
        if unfinished:
            scorer = self.model.predict(docs)
            while unfinished:
                unfinished = self._parser.transition_states(unfinished, scorer.predict(unfinished))
            scorer.clear_memory()
        self._parser.set_annotations(docs, parses)
