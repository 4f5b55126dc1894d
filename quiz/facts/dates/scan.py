"""Finds the time expressions of a text: every rule's matches, of which the first and then the longest stands."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest

from quiz.documents.model import Span
from quiz.facts.dates import deictic, explicit_rules, hours, lengths, present, recurring, relative
from quiz.facts.dates.clues import Clue
from quiz.facts.dates.story import Story
from quiz.facts.dates.timex import START, Rule, Timex


def _nameless(pattern: str) -> str:
    """A pattern without names for its groups, so that it may stand beside others; no further than one is repeated."""
    return re.sub(r"\(\?P<\w+>", "(?:", pattern.partition("(?P=")[0])


RULES = tuple(
    rule for table in (explicit_rules, relative, deictic, hours, lengths, recurring, present) for rule in table.RULES
)


HINTS = frozenset(rule.hints for rule in RULES)
"""Those that rules share are looked for once."""
_GATES = {
    clue: re.compile("|".join(_nameless(rule.pattern.pattern) for rule in RULES if rule.clue is clue), re.ASCII)
    for clue in {rule.clue for rule in RULES}
    if clue
}
"""What matches where one of the rules of a clue does."""
_BEGINNING = re.compile(START + r"(?=\S)", re.ASCII)
"""A place where a time expression may begin."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of a text in lower case, where the matches of rules are looked for."""

    low: str
    span: Span
    _places: dict[Clue | None, Sequence[int]] = field(default_factory=dict)

    def matches(self, rule: Rule) -> Iterator[re.Match[str]]:
        """The matches of a rule, in order and disjoint."""
        if rule.clue is None:
            yield from rule.pattern.finditer(self.low, self.span.start, self.span.end)
            return
        at, match = self.span.start, rule.pattern.match
        for start in self._before(rule.clue):
            if start >= at and (found := match(self.low, start, self.span.end)):
                at = found.end()
                yield found

    def _before(self, clue: Clue) -> Sequence[int]:
        """The places where something may begin that holds a clue, in order."""
        if clue not in self._places:
            match, end = _GATES[clue].match, self.span.end
            self._places[clue] = [place for place in self._within_reach(clue) if match(self.low, place, end)]
        return self._places[clue]

    def _within_reach(self, clue: Clue) -> Iterator[int]:
        places, done = self._beginnings(), 0
        for found in clue.pattern.finditer(self.low, self.span.start, self.span.end):
            first = bisect_left(places, found.start() - clue.reach, done)
            done = bisect_left(places, found.start() + 1, first)
            yield from places[first:done]

    def _beginnings(self) -> Sequence[int]:
        if None not in self._places:
            found = _BEGINNING.finditer(self.low, self.span.start, self.span.end)
            self._places[None] = [place.start() for place in found]
        return self._places[None]


def lowered(text: str) -> str:
    """A text in lower case, character for character."""
    low = text.lower()
    return low if len(low) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def expressions(text: str, low: str, span: Span) -> list[Timex]:
    """The time expressions of a stretch of a text, without the values others have to tell."""
    part = f" {low[span.start : span.end]} "
    hinted = {hints for hints in HINTS if any(map(part.__contains__, hints))}
    rules = [rule for rule in RULES if not rule.hints or rule.hints in hinted]
    stretch = Stretch(low, span)
    hits = sorted(
        ((m.start(), -m.end(), rank, m) for rank, rule in enumerate(rules) for m in stretch.matches(rule)),
        key=lambda hit: hit[:3],
    )
    found: list[Timex] = []
    at = span.start
    for start, _, rank, match in hits:
        if start < at or _inside_word(text, start, match.end()):
            continue
        timexes = rules[rank].read(match, text)
        if timexes:
            at = timexes[-1].span.end
            found += timexes
    return found


def _inside_word(text: str, start: int, end: int) -> bool:
    """Whether letters go on before or behind, which patterns know of plain letters only."""
    return (text[end - 1].isalpha() and text[end : end + 1].isalpha()) or (start > 0 and text[start - 1].isalpha())


def tell(text: str, low: str, span: Span, story: Story) -> list[Timex]:
    """The time expressions of a stretch of a text, each with the value the story so far tells."""
    story.enter(span.start, span.end)
    found = expressions(text, low, span)
    return [story.read(timex, following) for timex, following in zip_longest(found, found[1:]) if timex]
