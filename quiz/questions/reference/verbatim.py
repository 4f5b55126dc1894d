"""Leaves pronouns and "the" and a noun as they stand, for questions that are asked behind the sentences before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields

from quiz.facts.names import Person
from quiz.questions.clauses.wording import lowered
from quiz.questions.reference.replaced import Standing
from quiz.questions.reference.standing import SPEAKER, Referents


class Verbatim(Referents):
    """Resolves nothing but who "we" and "I" are."""

    __slots__ = ()

    @classmethod
    def of(cls, referents: Referents) -> Verbatim:
        """The same persons and things, left as they are called."""
        made = cls.__new__(cls)
        for known in fields(Referents):
            object.__setattr__(made, known.name, getattr(referents, known.name))
        return made

    def stand(self, at: int, kept: Sequence[int], never: Person | None = None) -> Standing | None:
        """The kept words of sentence `at` as they stand; None if they name who may not be named, or tell of a "we"."""
        sentence = self.sentences[at]
        found = Standing()
        for i in kept:
            word = sentence.words[i]
            if word.held:
                continue
            person = self.people.mentioned(word.start, word.end)
            if never is not None and person is never:
                return None
            if word.lower in SPEAKER and word.tag in ("PRP", "PRP$"):
                told = self.narrator.stands(sentence, word)
                if told is None:
                    return None
                found.instead |= told
                found.narrated = found.narrated or word.lower == "i"
            elif person is None and not self.census.is_name(word):
                low = lowered(self.document, sentence, i)
                found.instead |= {i: low} if low else {}
        return found
