"""Asks for the order of events: a few of a document whose dates lie clearly apart, each in a clause of its own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import PurePosixPath

from quiz.deck.identity import card_id
from quiz.deck.model import Card, Source, chain
from quiz.facts.cue_words import HONORIFICS
from quiz.facts.model import Date
from quiz.questions.comparisons.asked import PER_FACTS, Asked, distinct
from quiz.questions.comparisons.events import happened
from quiz.questions.scene import Scene

PUT = "Put these events in order, the earliest first."
FEWEST, MOST = 3, 4
REACH = 12
"""Events, in order of time, among which those of one card are looked for."""
PASSES = 3
ALIKE = 0.5
"""Part of the words of an event from which another one reads like it."""
NAMING = ("NOUN", "PROPN")
COUNTRIES = ("GPE", "NORP")
"""Labels of names that link no two events: countries, towns and peoples have many."""

# Days between the middles of two dates from which people tell them apart, by the year they begin to hold.
APART = ((2000, 90), (1900, 300), (1700, 700), (0, 3000))


@dataclass(frozen=True, slots=True)
class Event:
    """An event in words that stand alone, its first and last possible day, and what it is linked to by name."""

    text: str
    first: date
    last: date
    names: frozenset[str]
    asked: Asked

    @property
    def middle(self) -> int:
        """The day in the middle, counted from the year 1."""
        return (self.first.toordinal() + self.last.toordinal()) // 2


def ask_order(scene: Scene, asked: Sequence[Asked]) -> Iterator[Card]:
    """Cards of three or four events each that are near in time, one for each six dates of the document."""
    events = [found for one in asked if (found := event(one))]
    dated = sum(one.card.kind == "date" for one in asked)
    for group in groups(events, max(1, dated // PER_FACTS)):
        yield order_card(scene, group)


def event(asked: Asked) -> Event | None:
    """The event a date is asked of, if its clause stands alone and nothing in it tells when it was."""
    draft = asked.draft
    text = happened(draft)
    if not text or not isinstance(draft.fact, Date):
        return None
    nouns = [word for word in draft.sentence.words if word.pos in NAMING and word.text in text]
    names = {word.lemma.lower() for word in nouns if word.ent not in COUNTRIES} - HONORIFICS
    return Event(text[0].upper() + text[1:], *extent(draft.fact), frozenset(names), asked)


def extent(fact: Date) -> tuple[date, date]:
    """The first and last day of a year, a month (taken as 28 days) or a day."""
    year, month, day = ([int(part) for part in fact.value.split("-")] + [0, 0])[:3]
    if not month:
        return date(year, 1, 1), date(year, 12, 31)
    first = date(year, month, 1) + timedelta(days=max(day, 1) - 1)
    return first, first if day else date(year, month, 28)


def groups(events: Sequence[Event], most: int) -> list[list[Event]]:
    """The best groups of events that share none, oldest first: large, and near in time, so that none is obvious."""
    often = Counter(name for one in events for name in one.names)
    usual = {name for name, count in often.items() if count >= FEWEST and count * 3 > len(events)}
    ordered, found = sorted(events, key=lambda one: (one.middle, one.text)), list[list[Event]]()
    free = dict.fromkeys(range(len(ordered)))
    for _ in range(PASSES):
        waiting = list(free)
        starts = (group_from(ordered, waiting[at : at + REACH], usual) for at in range(len(waiting)))
        for group in sorted(starts, key=lambda group: (-len(group), span([ordered[at] for at in group]))):
            if len(group) >= FEWEST and len(found) < most and all(at in free for at in group):
                found.append([ordered[at] for at in group])
                for at in group:
                    del free[at]
    return sorted(found, key=lambda group: group[0].middle)


def group_from(ordered: Sequence[Event], places: Sequence[int], usual: Container[str]) -> list[int]:
    """The first of some events and those that follow it: apart in time, and none telling of what another tells of."""
    group: list[int] = []
    for at in places:
        others = (ordered[other] for other in group)
        if len(group) < MOST and all(
            apart(ordered[at], other) and not linked(ordered[at], other, usual) for other in others
        ):
            group.append(at)
    return group


def linked(one: Event, other: Event, usual: Container[str]) -> bool:
    """Whether two events tell of something that few others do, so that one may follow from the other, or are alike."""
    words, others = (set(each.text.lower().split()) for each in (one, other))
    alike = len(words & others) > ALIKE * min(len(words), len(others))
    return alike or any(name not in usual for name in one.names & other.names)


def span(group: Sequence[Event]) -> float:
    """How far the events of a group lie apart, in what people need to tell two of them apart."""
    return (group[-1].middle - group[0].middle) / needed(group[0].first)


def apart(one: Event, other: Event) -> bool:
    """Whether two dates cannot overlap and lie as far apart as people can tell for their age."""
    if one.first <= other.last and other.first <= one.last:
        return False
    return abs(one.middle - other.middle) >= needed(min(one.first, other.first))


def needed(day: date) -> int:
    """How many days apart from a day people know which of two events came first."""
    return next(days for year, days in APART if day.year >= year)


def order_card(scene: Scene, chosen: Sequence[Event]) -> Card:
    """The card of events that stand in order, with the passages of all of them."""
    cards = [one.asked.card for one in chosen]
    passages = distinct(passage for one in chosen for passage in one.asked.passages)
    items = [one.text for one in chosen]
    return Card(
        answer=chain(items),
        question=PUT,
        id=card_id(PurePosixPath(scene.document.path).name, passages[0].text, 0, "order"),
        kind="order",
        explanation=f"The dates are {listed([card.answer for card in cards])}.",
        tags=tuple(tag for tag in cards[0].tags if all(tag in card.tags for card in cards)),
        source=Source(passages[0], evidence=passages[1:]),
        ordered=tuple(items),
    )


def listed(dates: Sequence[str]) -> str:
    """Dates in a row: "1796, 1828 and 1907"; parted by semicolons where one has a comma itself."""
    if any("," in date for date in dates):
        return "; ".join(dates)
    return f"{', '.join(dates[:-1])} and {dates[-1]}"
