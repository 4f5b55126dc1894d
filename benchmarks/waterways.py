"""Decks in our own words, and months of a learner who never was: what the pictures show, the same every time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

from quiz.deck.model import Card, Deck, Kind, Passage, Source
from quiz.study.history import History
from quiz.study.model import Grade, Memory, Review
from quiz.study.scheduling.days import day_of
from quiz.study.scheduling.schedule import Schedule

MOMENT = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
"""The moment that the pictures show."""

RIVERS = """
figure | countries | The Danube
Through how many countries does the Danube pass on its way to the Black Sea?
ten | six | eight | fourteen
The Danube rises in the Black Forest and passes through ten countries, more than any other river, before it \
reaches the Black Sea after about 2,850 kilometres.

figure | falls | The Rhine
How high are the falls of the Rhine at Schaffhausen?
23 metres | 9 metres | 41 metres | 67 metres
Below Schaffhausen the whole Rhine drops 23 metres over a ledge of limestone.

date | commission | The Rhine
In what year was a commission for shipping on the Rhine agreed on?
1815 | 1789 | 1831 | 1868
A commission for shipping on the Rhine was agreed on at Vienna in 1815 and still meets.
"""

CANALS = """
date | suez | Suez
In what year was the Suez Canal opened?
1869 | 1854 | 1882 | 1914
The Suez Canal was opened in 1869, after ten years of digging.

quote | lesseps | Suez
Who led the work on the Suez Canal?
Ferdinand de Lesseps | Pierre-Paul Riquet | James Brindley | John Rennie
The work on the Suez Canal was led by Ferdinand de Lesseps, a diplomat who was no engineer.

figure | stuck | Suez
For how many days did the Ever Given block the Suez Canal?
six | two | ten | nineteen
In March 2021 a single ship, the Ever Given, blocked the Suez Canal for six days.

date | panama | Panama
In what year did the first ship go through the Panama Canal?
1914 | 1889 | 1904 | 1921
The first ship went through the Panama Canal in August 1914, and hardly anybody noticed: a war had just begun.

date | midi | The first ones
In what year was the Canal du Midi opened?
1681 | 1642 | 1715 | 1761
The Canal du Midi, 240 kilometres from Toulouse to the sea, was opened in 1681, a few months after the death of \
Pierre-Paul Riquet, who had put his fortune into it.

quote | riquet | The first ones
Who put his fortune into the Canal du Midi?
Pierre-Paul Riquet | Ferdinand de Lesseps | Georges Leclerc | Nicolas Fouquet
Pierre-Paul Riquet, a collector of the salt tax, put his fortune into the Canal du Midi.

date | bridgewater | Britain
In what year did the Bridgewater Canal bring its first coal to Manchester?
1761 | 1733 | 1776 | 1804
In 1761 the Bridgewater Canal brought its first coal to Manchester, and the price of coal there fell by half.

date | erie | America
In what year was the Erie Canal finished?
1825 | 1803 | 1848 | 1869
The Erie Canal was finished in 1825; a barrel of water from the lake was poured into the harbour of New York.

date | gota | The north
In what year was the Göta Canal opened?
1832 | 1810 | 1855 | 1895
The Göta Canal, with 58 locks from coast to coast, was opened in 1832.

figure | locks | The north
How many locks does the Göta Canal have?
58 | 17 | 33 | 91
The Göta Canal has 58 locks, most of them dug and walled by soldiers.

date | kiel | The north
In what year was the canal through Holstein to Kiel opened?
1895 | 1871 | 1907 | 1919
The canal from the North Sea to Kiel was opened in 1895.

figure | corinth | The south
How long is the Corinth Canal?
6.3 kilometres | 1.9 kilometres | 14 kilometres | 28 kilometres
The Corinth Canal is 6.3 kilometres long and so narrow that most ships of today cannot use it.

date | main | The south
In what year were the Rhine and the Danube joined by way of the Main?
1992 | 1921 | 1959 | 2004
Since 1992 ships have gone from the Rhine by way of the Main to the Danube.

date | wheel | Britain
In what year was the Falkirk Wheel opened?
2002 | 1977 | 1988 | 2012
The Falkirk Wheel, opened in 2002, lifts boats in place of eleven locks.
"""

BRIDGES = """
date | iron | Iron
In what year was the first bridge of cast iron opened to traffic?
1781 | 1755 | 1802 | 1826
The first bridge of cast iron, over the Severn, was opened to traffic on New Year’s Day 1781.

date | forth | Steel
In what year was the railway bridge over the Forth opened?
1890 | 1867 | 1879 | 1911
The railway bridge over the Forth was opened in 1890.

quote | emily | Steel
Who took her husband’s place at the building of the Brooklyn Bridge?
Emily Roebling | Sarah Guppy | Ada Lovelace | Lillian Gilbreth
While Washington Roebling lay ill, his wife Emily Roebling took his place on the site of the Brooklyn Bridge.

date | brooklyn | Steel
In what year was the Brooklyn Bridge opened?
1883 | 1864 | 1894 | 1906
The Brooklyn Bridge was opened in 1883, after fourteen years.

date | tacoma | Wind
In what year did the bridge over the Tacoma Narrows tear itself apart in the wind?
1940 | 1923 | 1931 | 1956
In November 1940, four months after it was opened, the bridge over the Tacoma Narrows tore itself apart in the wind.

date | tay | Wind
In what year did a storm take the bridge over the Tay, and a train with it?
1879 | 1841 | 1890 | 1903
In the last days of 1879 a storm took the bridge over the Tay, and a train with it.

date | sydney | Arches
In what year was the bridge over the harbour of Sydney opened?
1932 | 1908 | 1924 | 1949
The bridge over the harbour of Sydney was opened in 1932.

date | mostar | Arches
In what year did the old bridge of Mostar stand again?
2004 | 1995 | 1999 | 2011
The old bridge of Mostar, shot down in 1993, stood again in 2004.

figure | millau | Height
How high is the tallest mast of the viaduct of Millau?
343 metres | 128 metres | 204 metres | 417 metres
The tallest mast of the viaduct of Millau is 343 metres high, more than the Eiffel Tower.

figure | span | Height
How long is the main span of the bridge over the Dardanelles?
2,023 metres | 1,280 metres | 1,624 metres | 3,300 metres
The main span of the bridge over the Dardanelles is 2,023 metres long, one for each year of the republic.

quote | clifton | Iron
Who drew the bridge over the gorge at Clifton?
Isambard Brunel | Thomas Telford | Robert Stephenson | John Rennie
Isambard Brunel drew the bridge over the gorge at Clifton and did not live to see it.

date | golden | Steel
In what year was the Golden Gate Bridge opened?
1937 | 1919 | 1928 | 1951
The Golden Gate Bridge was opened in 1937, painted in the colour of its primer.
"""


def deck(title: str, facts: str = "", cards: int = 0) -> Deck:
    """Make a deck of facts, and of as many cards besides, which no picture shows, as make up a number."""
    told = tuple(_told(facts))
    more = (Card("-", question=f"{number}", id=f"more{number}") for number in range(len(told), cards))
    return Deck(title, (*told, *more), id=title.lower().replace(" ", "-"))


def _told(facts: str) -> Iterator[Card]:
    """Read cards: kind, id and section; the question; the answer and wrong ones; the passage, and a blank line."""
    for number, fact in enumerate(facts.strip().split("\n\n")):
        if not fact:
            return
        head, question, answers, passage = fact.splitlines()
        kind, name, section = head.split(" | ")
        answer, *wrong = answers.split(" | ")
        known: Kind = "date" if kind == "date" else "figure" if kind == "figure" else "quote"
        source = Source(Passage(passage, line=12 + 9 * number, section=section))
        tags = (section.removeprefix("The ").lower(),)
        yield Card(answer, question=question, id=name, kind=known, distractors=tuple(wrong), tags=tags, source=source)


SHELF = (
    deck("Rivers of Europe", RIVERS, 168),
    deck("Canals", CANALS, 124),
    deck("Bridges", BRIDGES, 96),
    deck("Lighthouses", cards=110),
    deck("Harbours of the north", cards=72),
)
"""What the learner has, the oldest first."""

BEGUN = {"rivers-of-europe": 230, "canals": 160, "bridges": 120, "lighthouses": 70, "harbours-of-the-north": 12}
"""How many days ago each was begun."""

LAST = frozenset({"stuck", "gota", "kiel", "golden"})
"""Cards whose turn has not come yet."""


def learn(path: Path) -> None:
    """Write the history of a learner who took up one deck after the other and knows cards as FSRS expects it."""
    history, chance = History(path), Random(4)
    history.database.write("pragma synchronous = off")
    for back in reversed(range(max(BEGUN.values()))):
        morning = MOMENT - timedelta(days=back, minutes=chance.randrange(55, 110))
        if chance.random() < (0.22 if morning.weekday() > 4 else 0.07) and back > 12:
            continue
        waiting = [key for each in SHELF if BEGUN[each.id] > back for key in _waiting(history, each, morning)]
        if not back:
            waiting = waiting[::3]
        at = morning
        for key in waiting:
            at = _asked(history, key, at, chance)
    history.mark(("canals", "midi"), "flag", MOMENT, day_of(MOMENT), Schedule().after)
    history.mark(("canals", "bridgewater"), "suspend", MOMENT, day_of(MOMENT), Schedule().after)
    history.close()


def _waiting(history: History, deck: Deck, at: datetime) -> list[tuple[str, str]]:
    """Return what is due of a deck, and two of its new cards while there are any."""
    memories = history.memories([deck.id])
    keys = [(deck.id, card.id) for card in deck.cards]
    due = [key for key in keys if key in memories and memories[key].due.date() <= at.date()]
    fresh = [key for key in keys if key not in memories and key[1] not in LAST]
    return due + fresh[:2]


def _asked(history: History, key: tuple[str, str], at: datetime, chance: Random) -> datetime:
    """Ask a card until it is known and off its learning steps; return the time after that."""
    schedule, memory = Schedule(), history.memory(key)
    for _again in range(6):
        at += timedelta(seconds=chance.randrange(5, 16))
        known = chance.random() < _share(schedule, memory, at)
        grade = (Grade.EASY if chance.random() < 0.1 else Grade.GOOD) if known else Grade.AGAIN
        took = chance.randrange(3000, 15_000)
        review = Review(*key, at, "typed", "", known, grade, took, "study", day_of(at))
        history.record(review, schedule.after)
        memory = history.memory(key)
        if memory and memory.step is None:
            break
    return at


def _share(schedule: Schedule, memory: Memory | None, at: datetime) -> float:
    """Return how likely the learner knows a card: a new one more often than not."""
    return schedule.recall(memory, at) if memory else 0.7
