"""What is looked for, as it is typed: words; `tag:`, `kind:`, `deck:`, `is:` before a word; `-` for those without."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal, cast, get_args

from quiz.study.catalogue.folding import folded

Where = Literal["text", "tag", "kind", "deck", "is"]
"""What a term is looked for in."""

WHERES: tuple[Where, ...] = get_args(Where)

TYPED = re.compile(r'(-?)(?:(tag|kind|deck|is):)?(?:"([^"]*)"?|(\S+))?', re.IGNORECASE)
"""One term as it is typed: the minus, where, and a word or several in quotation marks, which may be open yet."""


@dataclass(frozen=True, slots=True)
class Term:
    """A word that has to be, or with `without` must not be, in one part of a card."""

    where: Where
    word: str
    without: bool = False

    def implies(self, other: Term) -> bool:
        """Whether all that this term finds, the other finds too."""
        if self == other:
            return True
        if self.without or other.without or self.where != other.where:
            return False
        inside = other.where in ("text", "deck")
        return other.word in self.word if inside else self.word.startswith(other.word)


@dataclass(frozen=True, slots=True)
class Query:
    """Terms that all have to hold; without any, every card is found."""

    terms: tuple[Term, ...] = ()

    @property
    def reads(self) -> bool:
        """Whether texts have to be read to find what is looked for."""
        return any(term.where in ("text", "tag") for term in self.terms)

    def narrows(self, before: Query) -> bool:
        """Whether what this finds can only be a part of what another found."""
        return all(any(term.implies(old) for term in self.terms) for old in before.terms)


def parse(typed: str) -> Query:
    """Read what was typed; a term that is only begun (`tag:`, `-`) asks for nothing yet."""
    terms = []
    for found in TYPED.finditer(typed):
        minus, where, quoted, word = found.groups()
        looked_for = folded(quoted or word or "")
        if looked_for.strip():
            terms.append(Term(cast("Where", where.lower()) if where else "text", looked_for, bool(minus)))
    return Query(tuple(terms))
