"""Finds the time expressions of a text: every rule's matches, of which the first and then the longest stands."""

from __future__ import annotations

from itertools import zip_longest

from quiz.documents.model import Span
from quiz.facts.dates import deictic, explicit_rules, hours, lengths, present, recurring, relative
from quiz.facts.dates.story import Story
from quiz.facts.dates.timex import Timex

RULES = tuple(
    rule for table in (explicit_rules, relative, deictic, hours, lengths, recurring, present) for rule in table.RULES
)


def lowered(text: str) -> str:
    """A text in lower case, character for character."""
    low = text.lower()
    return low if len(low) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def expressions(text: str, low: str, span: Span) -> list[Timex]:
    """The time expressions of a stretch of a text, without the values others have to tell."""
    part = f" {low[span.start : span.end]} "
    rules = [rule for rule in RULES if not rule.hints or any(hint in part for hint in rule.hints)]
    hits = sorted(
        (
            (m.start(), -m.end(), rank, m)
            for rank, rule in enumerate(rules)
            for m in rule.pattern.finditer(low, span.start, span.end)
        ),
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
