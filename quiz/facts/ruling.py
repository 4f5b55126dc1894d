"""Parts of speech and the like by the language model's own rules, each different token looked at once.

The library tries its rules on every token of a text, which takes an eighth of all its time. All but a few of them ask
for the tag, the letters and the dependency of one token, and tokens that agree in these are told the same; the letters
of most words no rule asks for.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

ASKED = ("TAG", "LOWER", "DEP", "IS_SPACE")
"""What the rules ask of a token, as the library calls it."""
TOLD = ("TAG", "POS", "MORPH", "LEMMA")
"""What they tell of it; a dependency, which they tell of blanks alone, is of no use to us."""
MOST = 50_000
"""Words, and tokens, that are remembered at once."""

Token = tuple[int, int, int, int]
"""What is asked of a token, each a number; letters that no rule asks for are 0."""
Row = tuple[int, ...]
"""What is told of a token, each a number."""
Condition = Callable[[Token], bool]


@dataclass(frozen=True, slots=True)
class Rule:
    """What one or two tokens in a row have to be, which of them is told something, and what, by its place in a row."""

    conditions: tuple[Condition, ...]
    index: int
    told: Mapping[int, int]


class Known(NamedTuple):
    """The rules a token fulfils alone, what they tell of it, and those for two of which it may be first or second."""

    alone: frozenset[int]
    row: Row
    first: frozenset[int]
    second: frozenset[int]


class Ruling:
    """A component of the model's pipeline that does what its attribute ruler does, in a fraction of the time."""

    def __init__(self, ruler: Any) -> None:
        """Take over the rules of a ruler; ValueError if one of them asks for more than is known here."""
        self._strings = ruler.vocab.strings
        self._letters: list[re.Pattern[str]] = []
        self._asked_for: set[int] = set()
        self._rules: list[Rule] = []
        self._by_tag: dict[int, list[int]] = defaultdict(list)
        self._pairs: list[int] = []
        for told, attributes, index in zip(ruler.patterns, ruler.attrs, ruler.indices, strict=True):
            for pattern in told["patterns"]:
                self._take(pattern, index, attributes)
        self._words: dict[int, int] = {}
        self._known: dict[Token, Known] = {}

    def __call__(self, doc: Any) -> Any:
        """Tell a text's tokens what the rules say of them."""
        if len(self._words) > MOST or len(self._known) > MOST:
            self._words.clear()
            self._known.clear()
        words, looked = self._words, self._known
        tokens: list[Token] = []
        for tag, lower, dep, space in doc.to_array(list(ASKED)).tolist():
            letters = words.get(lower)
            tokens.append((tag, self._word(lower) if letters is None else letters, dep, space))
        known = [looked.get(token) or self._look(token) for token in tokens]
        if known:
            values = doc.to_array(list(TOLD))
            values[:] = list(self._told(tokens, known))
            doc.from_array(list(TOLD), values)
        return doc

    def _told(self, tokens: Sequence[Token], known: Sequence[Known]) -> Iterator[Row]:
        """What the rules say of each token, those of two tokens in a row among them."""
        before: frozenset[int] = frozenset()
        for at, each in enumerate(known):
            both = before & each.second if before else before
            if each.first and at + 1 < len(known):
                rules = {rule for rule in each.first & known[at + 1].second if not self._rules[rule].index}
            else:
                rules = set()
            rules |= {rule for rule in both if self._rules[rule].index}
            yield self._row(tokens[at], each.alone | rules) if rules else each.row
            before = each.first

    def _take(self, pattern: Sequence[Mapping[str, object]], index: int, attributes: Mapping[int, int]) -> None:
        """Take over a rule."""
        if not 1 <= len(pattern) <= len(("first", "second")) or index not in range(len(pattern)):
            raise ValueError("a rule asks for more than two tokens")
        columns = {self._strings[name]: at for at, name in enumerate(TOLD)}
        told = {columns[kind]: value for kind, value in attributes.items() if kind in columns}
        number = len(self._rules)
        self._rules.append(Rule(tuple(map(self._all_of, pattern)), index, told))
        tag = pattern[0].get("TAG")
        if len(pattern) > 1:
            self._pairs.append(number)
        else:
            self._by_tag[self._strings[tag] if isinstance(tag, str) else 0].append(number)

    def _word(self, lower: int) -> int:
        """The letters of a word, if any rule may ask for them."""
        text = self._strings[lower]
        asked_for = lower in self._asked_for or any(pattern.search(text) for pattern in self._letters)
        return self._words.setdefault(lower, lower if asked_for else 0)

    def _look(self, token: Token) -> Known:
        """Try the rules on a token that was not met so far."""
        rules = self._rules
        tagged = (*self._by_tag.get(0, ()), *self._by_tag.get(token[0], ()))
        alone = frozenset(at for at in tagged if rules[at].conditions[0](token))
        first, second = (frozenset(at for at in self._pairs if rules[at].conditions[i](token)) for i in (0, 1))
        return self._known.setdefault(token, Known(alone, self._row(token, alone), first, second))

    def _row(self, token: Token, rules: frozenset[int]) -> Row:
        """What some rules tell of a token, of which a later one has the last word."""
        row = [token[0], 0, 0, 0]
        for rule in sorted(rules):
            for column, value in self._rules[rule].told.items():
                row[column] = value
        return tuple(row)

    def _all_of(self, pattern: Mapping[str, object]) -> Condition:
        """Whether a token is all that a pattern asks."""
        each = [self._condition(ASKED.index(name), wanted) for name, wanted in pattern.items()]
        return lambda token: all(condition(token) for condition in each)

    def _condition(self, column: int, wanted: object) -> Condition:
        """Whether a value of a token is the one wanted, one of those wanted or none of those unwanted."""
        if isinstance(wanted, bool):
            return lambda token: bool(token[column]) is wanted
        if isinstance(wanted, str):
            return self._condition(column, {"IN": [wanted]})
        kind, given = next(iter(wanted.items())) if isinstance(wanted, dict) and len(wanted) == 1 else ("", "")
        letters = ASKED[column] == "LOWER"
        if kind == "REGEX" and letters:
            return self._spelled(re.compile(given))
        if kind not in ("IN", "NOT_IN") or (letters and kind == "NOT_IN"):
            raise ValueError(f"a rule asks for {wanted!r}")
        numbers = frozenset(self._strings[text] if text else 0 for text in given)
        if letters:
            self._asked_for |= numbers
        return lambda token: (token[column] in numbers) is (kind == "IN")

    def _spelled(self, pattern: re.Pattern[str]) -> Condition:
        """Whether a token's letters are as a pattern has them."""
        if pattern.search(""):
            raise ValueError("a rule asks for any letters")
        self._letters.append(pattern)
        column = ASKED.index("LOWER")
        return lambda token: bool(pattern.search(self._strings[token[column]] if token[column] else ""))
