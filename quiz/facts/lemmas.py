"""Lemmas by the language model's own rules, each different token looked at once.

The library remembers what it worked out for a word, its part of speech and its morphology, but tries its exceptions
for base forms on every token of a text anew.
"""

from __future__ import annotations

from typing import Any

KEY = ("ORTH", "POS", "MORPH")
"""What a lemma depends on, as the library calls it."""
MOST = 50_000
"""Tokens that are remembered at once."""


class Lemmas:
    """A component of the model's pipeline that does what its lemmatizer does, in a third of the time."""

    def __init__(self, lemmatizer: Any) -> None:
        """Take over a lemmatizer; ValueError if it goes by anything but rules, or replaces lemmas that are told."""
        if lemmatizer.mode != "rule" or lemmatizer.overwrite:
            raise ValueError("lemmas depend on more than is known here")
        self._strings = lemmatizer.vocab.strings
        self._lemmatize = lemmatizer.lemmatize
        self._known: dict[tuple[int, ...], str] = {}

    def __call__(self, doc: Any) -> Any:
        """Tell the lemma of each of a text's tokens that has none yet."""
        if len(self._known) > MOST:
            self._known.clear()
        looked, add = self._known, self._strings.add
        lemmas: list[int] = []
        for at, (*given, told) in enumerate(doc.to_array([*KEY, "LEMMA"]).tolist()):
            key = tuple(given)
            lemmas.append(told or add(looked.get(key) or self._look(key, doc[at])))
        if lemmas:
            values = doc.to_array("LEMMA")
            values[:] = lemmas
            doc.from_array(["LEMMA"], values)
        return doc

    def _look(self, key: tuple[int, ...], token: Any) -> str:
        """Work out a lemma that is not known so far."""
        lemma: str = self._lemmatize(token)[0]
        return self._known.setdefault(key, lemma)
