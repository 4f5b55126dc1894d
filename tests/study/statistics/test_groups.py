"""Cards grouped by kind, tag and place, the weakest first."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from quiz.deck.model import Card, Deck, Passage, Source
from quiz.study.statistics.groups import groups, kinds, sections, tags
from quiz.study.statistics.proportion import Rate
from quiz.study.statistics.tally import CardCount
from tests.study.statistics.learner import library


def counts(deck: Deck, *rates: tuple[int, int]) -> dict[tuple[str, str], CardCount]:
    """Reviews of a deck's cards in turn."""
    return {(deck.id, card.id): CardCount(reviews=Rate(*rates[n % len(rates)])) for n, card in enumerate(deck.cards)}


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)).map(lambda p: (sum(p), p[0])), min_size=1))
def test_kinds_and_sections_add_up_to_all_reviews(rates: list[tuple[int, int]]) -> None:
    deck = library()
    counted = counts(deck, *rates)
    whole = sum((count.reviews for count in counted.values()), Rate())
    for names in (kinds, sections):
        assert sum((group.rate for group in groups([deck], counted, names)), Rate()) == whole
    by_tag = {group.name: group.rate for group in groups([deck], counted, tags)}
    assert by_tag.get("rivers", Rate()) == whole


def test_the_most_surely_weak_comes_first() -> None:
    deck = library()
    found = groups([deck], counts(deck, (10, 10), (10, 7), (10, 9)), kinds)
    assert [group.name for group in found] == ["figures", "quotations", "dates"]
    few = counts(deck, (10, 10), (10, 7), (0, 0)) | {("rivers", "c2"): CardCount(reviews=Rate(2, 1))}
    assert [group.name for group in groups([deck], few, kinds)] == ["figures", "quotations", "dates"]
    assert [group.cards for group in groups([deck], few, kinds)] == [20, 1, 20]


def test_a_tag_of_card_and_deck_counts_once() -> None:
    deck = replace(library(1), tags=("even",))
    assert [group.rate for group in groups([deck], counts(deck, (4, 3)), tags)] == [Rate(4, 3)]


def placed(*passages: Passage) -> Deck:
    return Deck("T", tuple(Card("a", id=f"c{n}", source=Source(p, "x/book.pdf")) for n, p in enumerate(passages)), "t")


def test_sections_are_named_by_page_or_stretch_where_there_are_none() -> None:
    found = {card.id: name for card, _document, name in sections(placed(
        Passage("", section="War", page=3), Passage("", page=4), Passage("", line=5), Passage("", line=9), Passage(""),
    ))}  # fmt: skip
    assert found == {"c0": "§ War", "c1": "page 4", "c2": "lines 5-9", "c3": "lines 5-9"}
    assert {document for _card, document, _name in sections(placed(Passage("", page=1)))} == {"book.pdf"}


@given(st.lists(st.integers(1, 40), min_size=1, max_size=80))
def test_stretches_follow_the_document_without_overlap(lines: list[int]) -> None:
    deck = placed(*(Passage("", line=line) for line in lines))
    parts: dict[str, list[int]] = {}
    for card, _document, name in sections(deck):
        assert card.source
        parts.setdefault(name, []).append(card.source.passage.line or 0)
    assert sorted(line for part in parts.values() for line in part) == sorted(lines)
    bounds = sorted((min(part), max(part)) for part in parts.values())
    assert all(before[1] < after[0] for before, after in pairwise(bounds))
    for name, part in parts.items():
        low, high = min(part), max(part)
        assert name == (f"lines {low}-{high}" if high > low else f"line {low}")
