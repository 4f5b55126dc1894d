"""Rules on answers that can be read in two ways, so that what is wrong may be told to be right."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator

from quiz.checking.item import Finding, Item
from quiz.deck.fields import shown
from quiz.deck.nodes import Node, Scalar, Sequence
from quiz.deck.twofold import MONTHS, POINTED, thousands, two_days

_MONTH = rf"(?P<month>{'|'.join(MONTHS)})"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
WRITTEN = tuple(
    re.compile(rf"\s*{form}\s*", re.ASCII | re.IGNORECASE)
    for form in (
        rf"{_DAY}\s+(?:of\s+)?{_MONTH}(?:,?\s+(?P<year>\d{{3,4}}))?",
        rf"{_MONTH}\s+{_DAY}(?:,?\s+(?P<year>\d{{3,4}}))?",
        r"(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})",
        r"(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>\d{4})",
    )
)
"""Days as they are plainly written, with the month's name or its number."""

LONGEST = 40
"""Characters beyond which a text is no day alone."""

LATE = re.compile(r"(?<!\d)(?:29|[3-9]\d)(?!\d)", re.ASCII)
"""The number of a day that not every month has."""

FEBRUARY = 2
LEAP = 4
"""Years from one of 366 days to the next; by the Julian calendar there is no exception."""


def days(item: Item) -> Iterator[Finding]:
    """Find a right date in numbers, with slashes or hyphens, that is two days."""
    card = item.card
    if not card.all_of and "/" not in item.rights and "-" not in item.rights:
        return
    if not card.all_of and not any(two_days(text) for text in (card.answer, *card.accept) if text[:1].isdigit()):
        return
    for node, text in _rights(item):
        if days := two_days(text) if text[:1].isdigit() else None:
            message = f"`{shown(text)}` can be {days[0]} and {days[1]}, and both are right"
            yield "ambiguous-date", node, message, f"write `{days[0]}` or `{days[1]}`"


def impossible(item: Item) -> Iterator[Finding]:
    """Find a right date that no calendar has: `30 February 1821`."""
    if not LATE.search(item.rights):
        return
    for node, text in _rights(item):
        if last := _beyond(text):
            message = f"there is no `{shown(text)}`: {last}"
            yield "impossible-date", node, message, "look the day up"


def _beyond(text: str) -> str:
    """Say how many days the month of a day has that it has not; "" of a day that there is, and of other text."""
    found = next(filter(None, (form.fullmatch(text) for form in WRITTEN)), None) if len(text) <= LONGEST else None
    if not found:
        return ""
    month = int(found["month"]) if found["month"].isdigit() else _named(found["month"])
    if not 1 <= month <= len(MONTHS):
        return ""
    leap = int(found["year"] or 0) % LEAP == 0
    days = 29 if month == FEBRUARY and leap else monthrange(2001, month)[1]
    beyond = int(found["day"]) > days
    return (
        f"{MONTHS[month - 1]}{'' if month != FEBRUARY or not found['year'] else ' ' + found['year']} has {days} days"
        * beyond
    )


def _named(month: str) -> int:
    """Return the number of a month by its name."""
    return [name.casefold() for name in MONTHS].index(month.casefold()) + 1


def numbers(item: Item) -> Iterator[Finding]:
    """Find a right number whose point may stand between thousands."""
    if "." not in item.rights:
        return
    for node, text in _rights(item):
        if whole := thousands(text, item.card.distractors):
            fraction = POINTED.sub(lambda found: found[0].rstrip("0").rstrip("."), text)
            message = f"`{shown(text)}` can be `{shown(whole)}` and a fraction, and both are right"
            other = (
                f"`{shown(whole)}` or `{shown(fraction)}`" if fraction != text else f"`{shown(whole)}` if that is meant"
            )
            yield "ambiguous-number", node, message, f"write {other}"


def _rights(item: Item) -> Iterator[tuple[Node, str]]:
    """Go through the right answers as they are written, each with its place."""
    if item.card.ordered:
        return
    for key in ("answer", "accept"):
        pair = item.node.get(key)
        if pair and isinstance(pair[1], Scalar):
            yield pair[1], pair[1].text
        elif pair and isinstance(pair[1], Sequence):
            yield from ((each, each.text) for each in pair[1].items if isinstance(each, Scalar))
