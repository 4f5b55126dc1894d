"""The catalogue: whatever was typed before and however far it is folded, it finds what a search from scratch finds."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.deck.model import Card, Deck
from quiz.study.catalogue import catalogue as module
from quiz.study.catalogue.catalogue import COLUMNS, Catalogue
from quiz.study.catalogue.query import parse
from quiz.study.catalogue.states import NAMES, Moment, named, state, word
from quiz.study.history.lately import Brief
from quiz.study.model import Key, Marks

AT = Moment(1000, 2000, 7)
BRIEFS: dict[str, dict[str, Brief]] = {
    "rivers": {
        "c1": (500, 2, None),
        "c2": (1500, 2, None),
        "c3": (1500, 1, 0),
        "c4": (9000, 3, 0),
        "c5": (500, 2, None),
    }
}
MARKS: dict[Key, Marks] = {
    ("rivers", "c5"): Marks(suspended=True, leech=True),
    ("rivers", "c6"): Marks(flagged=True, buried=7),
    ("lakes", "c0"): Marks(suspended=True),
}
WORDS = ("Volga", "Öresund", "oder", "Don", "don’t")


def decks() -> list[Deck]:
    """Make two decks whose cards have words, kinds and tags in turns."""
    return [
        Deck(
            title,
            tuple(
                Card(
                    WORDS[n % 5],
                    question=f"{WORDS[n % 3]} {WORDS[n % 4]} {n}?",
                    id=f"c{n}",
                    kind=("date", "figure", "")[n % 3],
                    tags=("Été-au-lac",) * (n % 2) + (f"t{n}",),
                )
                for n in range(8)
            ),
            id=title.lower(),
            tags=("water",),
        )
        for title in ("Rivers", "Lakes")
    ]


def made(*, ready: bool = True) -> Catalogue:
    """Make the catalogue of these decks."""
    found = Catalogue(decks(), lambda deck: dict(BRIEFS.get(deck, {})), MARKS, AT)
    while ready and not found.ready():
        pass
    return found


def shown(typed: str) -> list[str]:
    """Return the cards that a search from scratch finds."""
    found = made()
    found.search(parse(typed))
    return ["/".join(found.key(row)) for row in found.found]


def of_rivers(*numbers: int) -> list[str]:
    return [f"rivers/c{number}" for number in numbers]


@pytest.mark.parametrize(
    ("typed", "cards"),
    [
        ("deck:riv is:due", of_rivers(1, 2)),
        ("deck:riv is:new", of_rivers(0, 6, 7)),
        ("deck:riv is:learning", of_rivers(3, 4)),
        ("deck:riv is:review", of_rivers(1, 2, 5)),
        ("is:suspended", [*of_rivers(5), "lakes/c0"]),
        ("is:leech", of_rivers(5)),
        ("is:buried", of_rivers(6)),
        ("is:flagged", of_rivers(6)),
        ("is:nonsense", []),
        ("deck:riv -is:new kind:date", of_rivers(3)),
        ("deck:riv tag:ete ORESUND", of_rivers(1, 5, 7)),
        ("tag:t3 deck:rivers", of_rivers(3)),
        ("tag:water deck:rivers 7", of_rivers(7)),
        ("tag:ater", []),
        ("tag:lac tag:au-lac tag:ete-au deck:riv 7", of_rivers(7)),
        ("kind:date kind:fig", []),
    ],
)
def test_what_is_found(typed: str, cards: list[str]) -> None:
    assert shown(typed) == cards


TERMS = st.sampled_from(
    [
        "vol",
        "volga",
        "or",
        "don",
        "-don",
        "is:d",
        "is:due",
        "-is:new",
        "tag:e",
        "tag:ete",
        "deck:r",
        "kind:d",
        '"a o',
        "7",
    ]
)
TYPED = st.lists(st.lists(TERMS, max_size=3).map(" ".join), max_size=5)
STEPS = st.lists(st.tuples(TYPED, st.sampled_from(["", *COLUMNS]), st.booleans()), max_size=3)


@given(STEPS, st.integers(0, 9))
def test_typing_on_finds_what_a_search_from_scratch_finds(
    steps: list[tuple[list[str], str, bool]], folded_first: int
) -> None:
    whole = module.SLICE
    module.SLICE = 3
    try:
        found, number = made(ready=False), folded_first
        for typed, column, falling in steps:
            for each in typed:
                for end in range(len(each) + 1):
                    found.search(parse(each[:end]))
                    if number > 0:
                        found.ready()
                        number -= 1
            if column:
                found.sort(column, falling=falling)
            while not found.ready():
                pass
            if typed:
                assert sorted("/".join(found.key(row)) for row in found.found) == sorted(shown(typed[-1]))
                assert len(set(found.found)) == len(found.found)
    finally:
        module.SLICE = whole


@pytest.mark.parametrize("column", ["", *COLUMNS])
def test_sorting_keeps_what_was_found_and_can_be_turned(column: str) -> None:
    found = made()
    found.search(parse("don"))
    before = set(found.found)
    found.sort(column)
    rising = list(found.found)
    found.sort(column, falling=True)
    falling = list(found.found)
    found.search(parse("don v"))

    assert set(rising) == set(falling) == before
    ranks = found._rank(column) if column else range(len(found.cards))
    assert [ranks[row] for row in rising] == sorted(ranks[row] for row in rising)
    assert [ranks[row] for row in falling] == sorted((ranks[row] for row in falling), reverse=True)
    assert [row for row in falling if row in found.found] == list(found.found)


def test_a_card_that_stands_otherwise_is_found_by_that() -> None:
    found = made()
    found.search(parse("is:suspended"))
    (first, second) = found.found
    found.renew(first, (500, 2, None), Marks())

    assert list(found.found) == [first, second]
    found.search(parse("is:suspended"))
    assert list(found.found) == [second]
    found.search(parse("is:due deck:riv"))
    assert first in found.found
    found.renew(first, None, Marks(flagged=True))
    assert word(found.state(first)) == "new"
    assert found.brief(first) is None
    found.stand({}, AT)
    assert word(found.state(first)) == "due"


def test_states_are_asked_only_of_the_decks_that_are_seen() -> None:
    asked: list[str] = []

    def briefs(deck: str) -> dict[str, Brief]:
        asked.append(deck)
        return {}

    found = Catalogue(decks(), briefs, {}, AT)
    assert asked == []
    found.state(0)
    found.state(1)
    assert asked == ["rivers"]
    found.search(parse("is:new"))
    assert asked == ["rivers", "lakes"]
    assert len(found.found) == 16


@given(
    st.none() | st.tuples(st.integers(0, 3000), st.integers(1, 3), st.none() | st.just(0)),
    st.none() | st.builds(Marks, st.booleans(), st.booleans(), st.booleans(), st.none() | st.integers(6, 7)),
)
def test_every_card_has_one_word(brief: Brief | None, marks: Marks | None) -> None:
    found = state(brief, marks, AT)
    said = word(found)

    assert found & named(said)
    asked = marks is None or marks.waits(AT.day)
    assert (said in ("suspended", "buried", "leech")) == (not asked or (marks is not None and marks.leech))
    assert not (found & named("due")) or asked
    assert sum(bool(found & named(name)) for name in ("new", "learning", "review")) == 1


def names(found: Sequence[str]) -> set[str]:
    return set(found)


def test_states_have_names_that_begin_apart_enough() -> None:
    assert names(NAMES) == {"new", "learning", "review", "due", "buried", "suspended", "leech", "flagged"}
