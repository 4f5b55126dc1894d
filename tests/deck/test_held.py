"""A generated card into which a person wrote `origin: human` follows its document no more, until the line is gone."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.deck.lock import read_lock
from quiz.deck.merge import merge
from quiz.deck.model import Card, Deck, Passage, Source
from quiz.deck.parse import read_string
from quiz.deck.record import of_card, without
from quiz.deck.take import Offer, taken
from tests.deck.edits import held
from tests.deck.openings import BRIDGE, CANAL, MINE, both, card, edit, ids, of

LINE = "    origin: human\n"
AT = "      text: The canal was opened to the public in the year 1802.\n"
CORRECTED = replace(
    card(1812, "canal", 9), source=Source(Passage("The canal was opened to the public in the year 1812.", line=9))
)


def hold(path: Path) -> None:
    edit(path, AT, AT + LINE)


def let_go(path: Path) -> None:
    edit(path, LINE, "")


@pytest.mark.parametrize(
    "proposed",
    [
        of(BRIDGE, CANAL, MINE),
        of(BRIDGE, CORRECTED, MINE),
        of(BRIDGE, replace(CANAL, question="And the canal?", distractors=("7", "8"), tags=("water",)), MINE),
        of(BRIDGE, MINE),
    ],
    ids=["the same", "corrected", "reworded", "gone"],
)
def test_no_byte_of_it_changes_whatever_the_document_does(path: Path, proposed: Deck) -> None:
    hold(path)
    before = path.read_bytes()

    plan = merge(path, proposed)

    assert plan.summary() == "2 unchanged, 1 yours kept"
    assert (plan.conflicts, plan.changed, path.read_bytes()) == ((), False, before)


def test_what_stands_around_it_follows(path: Path) -> None:
    hold(path)
    (kept,) = held(path.read_text())
    plan = merge(path, of(replace(BRIDGE, distractors=("7", "8")), card(1850, "inn"), CORRECTED, card(1851, "pub")))
    assert plan.summary() == "+2 new, 1 updated, 1 yours kept, 1 stale"
    assert held(path.read_text()) == [kept]


@pytest.mark.parametrize("later", [CORRECTED, None], ids=["changed", "gone"])
def test_without_the_line_it_is_what_it_would_have_become(path: Path, tmp_path: Path, later: Card | None) -> None:
    other = tmp_path / "other" / "openings.yaml"
    merge(other, of(BRIDGE, CANAL, MINE))
    hold(path)
    proposed = of(BRIDGE, *([later] if later else []), MINE)
    for deck in (path, other):
        merge(deck, proposed)

    let_go(path)
    assert merge(path, proposed).changed

    assert both(path) == both(other)


def test_a_stale_one_keeps_its_mark_when_its_passage_comes_back(path: Path) -> None:
    merge(path, of(BRIDGE, MINE))
    edit(path, "    stale: true\n", "    stale: true\n" + LINE)
    before = path.read_bytes()
    merge(path, of(BRIDGE, CANAL, MINE))
    assert path.read_bytes() == before
    let_go(path)
    merge(path, of(BRIDGE, CANAL, MINE))
    assert "stale" not in path.read_text()


def test_a_document_that_moves_away_from_it_step_by_step_makes_no_second_card(path: Path) -> None:
    hold(path)
    before = path.read_bytes()
    texts = ["The canal was opened to the public in the spring of the year {}.",
             "The canal was opened to all the public, it seems, in the spring of the year {}.",
             "The old canal was opened to all and sundry, it seems, in the spring of the year {}."]  # fmt: skip
    asked = ["When was it opened?", "When was it opened, in spring?", "When was it opened, in spring?"]
    steps = [card(year, "canal", year - 1760, text.format(year), question)
             for year, text, question in zip((1802, 1802, 1803), texts, asked, strict=True)]  # fmt: skip
    moved = steps[-1]
    for step in steps:
        assert merge(path, of(BRIDGE, step, MINE)).new == 0
    merge(path, of(BRIDGE, MINE))
    assert merge(path, of(BRIDGE, moved, MINE)).new == 0
    assert path.read_bytes() == before
    assert read_lock(path).generated[ids(path)[1]].made["answer"] == "1803"

    let_go(path)
    merge(path, of(BRIDGE, moved, MINE))
    assert "The old canal" in path.read_text()
    assert not read_lock(path).generated[ids(path)[1]].made


YEARS = st.lists(st.one_of(st.none(), st.integers(1700, 1999)), min_size=1, max_size=4)


@given(YEARS, st.integers(1700, 1999))
def test_holding_a_card_for_a_while_makes_no_difference_in_the_end(years: list[int | None], last: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        one, two = Path(folder, "one", "deck.yaml"), Path(folder, "two", "deck.yaml")
        for path in (one, two):
            merge(path, of(BRIDGE, CANAL, MINE))
        hold(one)
        (kept,) = held(one.read_text())
        documents = [of(BRIDGE, *([card(year, "canal", 2)] if year else []), MINE) for year in (*years, last)]
        for proposed in documents:
            for path in (one, two):
                merge(path, proposed)
            assert held(one.read_text()) == [kept]
        let_go(one)
        merge(one, documents[-1])
        assert one.read_bytes() == two.read_bytes()


def test_what_is_imported_follows_all_the_same(path: Path) -> None:
    hold(path)
    (_, name, _), theirs = ids(path), without(of_card(replace(CANAL, question="And the canal?")), "id")
    revision = taken(read_string(path.read_text(), str(path)), [Offer(name, theirs)], read_lock(path))
    assert "question: And the canal?\n" in revision.text
