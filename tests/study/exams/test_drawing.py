"""Papers: the same seed gives the same one, siblings come last, and what cannot be asked for is said."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.deck.model import Card, Deck, Passage, Source
from quiz.errors import QuizError
from quiz.study.exams.drawing import draw, pool_of
from quiz.study.exams.exam import Event, Exam
from quiz.study.exams.marking import marked
from quiz.study.exams.paper import Paper, Rules
from quiz.study.exams.plan import planned, retaken
from quiz.study.exams.snapshot import bare, card_hash, deck_hash, packed, unpacked
from tests.study.exams.papers import MORNING, paper_of, rivers
from tests.tui.test_hostile import hostile

OTHERS = Deck("Hills", (Card("one", question="Which?", id="h1", tags=("Asia",)),), id="hills")


def drawn(rules: Rules, number: int | None = None, decks: tuple[Deck, ...] = (rivers(20),)) -> Paper:
    """Draw a paper."""
    return draw(pool_of(decks, rules), rules, number)


@given(st.integers(0, 10**9), st.integers(1, 25))
def test_the_same_seed_gives_the_same_exam(seed: int, number: int) -> None:
    rules, deck = Rules(seed=seed), rivers(20)
    paper = drawn(rules, number)

    assert paper == drawn(rules, number)
    assert paper.items == drawn(rules, number, (replace(deck, cards=deck.cards[::-1]),)).items
    assert len(paper.items) == len({item.key for item in paper.items}) == min(number, 20)
    assert paper.items == drawn(rules).items[:number]


def test_another_seed_gives_another_exam() -> None:
    papers = {tuple(item.key for item in drawn(Rules(seed=seed)).items) for seed in range(20)}
    orders = {drawn(Rules(seed=seed)).items[0].question.options for seed in range(20)}

    assert len(papers) == 20
    assert len(orders) > 5


def test_siblings_come_last() -> None:
    source = Source(Passage("Both stand here."))
    cards = [Card(f"a{n}", question=f"Q{n}?", id=f"s{n}", source=source if n < 5 else None) for n in range(10)]
    deck = Deck("D", tuple(cards), id="d")
    for seed in range(10):
        first = [item.card.source for item in drawn(Rules(seed=seed), 6, (deck,)).items]
        assert first.count(source) == 1


def test_the_pool_is_by_tags_of_cards_and_decks_and_by_kinds() -> None:
    decks = (rivers(8), OTHERS)

    assert {item.card.id for item in drawn(Rules(tags=("ODD",)), decks=decks).items} == {"r1", "r3", "r5", "r7"}
    assert len(drawn(Rules(tags=("water",)), decks=decks).items) == 8
    assert {item.card.id for item in drawn(Rules(tags=("asia", "even")), decks=decks).items} == {"h1", "r2", "r4", "r6"}
    assert {item.card.id for item in drawn(Rules(kinds=("order",)), decks=decks).items} == {"order"}
    assert {item.card.id for item in drawn(Rules(kinds=("figure",)), decks=decks).items} == {"r3", "r6"}
    assert "h1" in {item.card.id for item in drawn(Rules(kinds=("plain",)), decks=decks).items}


@pytest.mark.parametrize(
    ("rules", "line"),
    [
        (Rules(tags=("wather",)), "--tag: no card has the tag wather (did you mean water?)"),
        (Rules(tags=("xyz",)), "--tag: no card has the tag xyz (there are even, odd, water)"),
        (Rules(kinds=("quote",)), "--kind: no card is of kind quote (there are figure, order, plain)"),
        (Rules(tags=("odd",), kinds=("order",)), "--kind: no card is of kind order (there are figure, plain)"),
    ],
)
def test_what_is_not_there_is_said(rules: Rules, line: str) -> None:
    with pytest.raises(QuizError) as error:
        pool_of([rivers(8)], rules)
    assert str(error.value) == line


def test_without_any_tag_or_card() -> None:
    with pytest.raises(QuizError, match="no card has any tag"):
        pool_of([replace(OTHERS, cards=(replace(OTHERS.cards[0], tags=()),))], Rules(tags=("x",)))
    with pytest.raises(QuizError, match="no card can be asked in an exam"):
        pool_of([replace(OTHERS, cards=())], Rules())


def test_cards_that_nobody_could_mark_are_left_out() -> None:
    long = Card("The mud it left every summer made the fields fertile without manure.", question="Why?", id="l")
    deck = Deck("D", (long, Card("Tigris", question="Which?", id="t")), id="d")

    plan = planned((deck,), Rules(), 5)
    assert [item.card.id for item in plan.paper().items] == ["t"]
    assert plan.notices == [
        "1 card is left out: too long to type, and without wrong answers to choose from: “Why?”",
        "5 questions were asked for, there are 1: all of them are taken",
    ]
    with pytest.raises(QuizError, match="`--as typed`"):
        pool_of([replace(deck, cards=(long,))], Rules())
    assert len(pool_of([deck], Rules(way="typed")).pairs) == 2


def test_a_plan_can_be_changed() -> None:
    plan = planned((rivers(35),), Rules())
    assert (plan.size, plan.notices) == (20, [])
    numbers = []
    for _step in range(6):
        plan = plan.other_number()
        numbers.append(plan.size)
    assert numbers == [30, 35, 5, 10, 20, 30]
    assert [plan.other_limit().rules.limit is None, plan.other_mark().rules.pass_mark] == [False, 70]


@pytest.mark.parametrize("paper", [paper_of(), drawn(Rules(), decks=(hostile(), rivers(4)))])
def test_a_paper_is_kept_whole(paper: Paper) -> None:
    again = unpacked(packed(paper))

    assert again == paper
    assert packed(again) == packed(paper)
    assert packed(paper).isascii()


def test_a_hash_tells_what_is_said_and_not_where() -> None:
    deck = rivers(5)
    reworded = replace(deck.cards[0], question="Another?")

    assert deck_hash(deck) == deck_hash(replace(deck, cards=deck.cards[::-1], title="Other"))
    assert deck_hash(deck) != deck_hash(replace(deck, cards=(reworded, *deck.cards[1:])))
    assert card_hash(deck.cards[0]) != card_hash(reworded)
    assert card_hash(Card("a")) == "fd7953db1273c98d"


def test_what_was_missed_is_asked_again_as_it_was() -> None:
    paper = paper_of(Rules(seed=3, way="typed"))
    score = marked(Exam.of(paper, [Event("begin", MORNING), Event("hand_in", MORNING)]))
    plan = retaken(score, 99)
    second = plan.paper()

    assert {item.key for item in second.items} == {item.key for item in paper.items}
    assert second.rules == replace(paper.rules, seed=99, retry=True)
    assert second.sources == paper.sources
    assert {item.question.way for item in second.items if not item.question.ordering} == {"typed"}
    assert second.items[0].deck == bare(rivers())
