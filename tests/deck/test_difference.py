"""What changed between two states of a deck: by identity, whatever became of places."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from quiz.deck.difference import difference, paired, rising
from quiz.deck.lock import Known, Lock
from quiz.deck.model import Card, Deck
from quiz.deck.parse import read_string
from tests.growth import grows_linearly

NAMES = st.lists(st.sampled_from("abcdefgh"), unique=True, max_size=8)


def of(*cards: Card) -> Deck:
    return Deck("Rivers", cards)


def named(name: str, answer: str = "yes") -> Card:
    return Card(answer, f"Is it {name}?", id=name)


def bare(question: str, answer: str = "yes") -> Card:
    return Card(answer, question)


@given(NAMES, NAMES, st.sets(st.sampled_from("abcdefgh")))
def test_cards_with_ids_are_told_apart_by_them(old: list[str], new: list[str], reworded: set[str]) -> None:
    after = [replace(named(name), question=f"Other {name}") if name in reworded else named(name) for name in new]

    found = difference(of(*map(named, old)), of(*after))

    assert {card.id for card in found.added} == {*new} - {*old}
    assert {card.id for card in found.removed} == {*old} - {*new}
    assert {card.new.id for card in found.altered if "reworded" in card.headings} == {*old} & {*new} & reworded
    still = [card.id for card in map(named, new) if card.id in old and card.id not in moved(found)]
    assert still == [name for name in old if name in still]


def moved(found: object) -> set[str]:
    return {card.new.id for card in found.altered if card.moved}  # type: ignore[attr-defined]


@given(st.permutations(range(7)))
def test_as_few_as_can_be_have_moved(places: list[int]) -> None:
    chosen = rising(places)

    assert [place for place in places if place in chosen] == sorted(chosen)
    assert not any(len(chosen) < len(other) for other in longer(places))


def longer(places: list[int]) -> list[list[int]]:
    """All rising runs that go on to the right of some place: found the slow way."""
    runs: list[list[int]] = []
    for place in places:
        runs += [[place], *([*run, place] for run in runs if run[-1] < place)]
    return runs


def test_one_card_put_first_is_the_one_that_moved() -> None:
    found = difference(of(*map(named, "abcd")), of(*map(named, "dabc")))

    assert [(card.new.id, card.was, card.now) for card in found.altered] == [("d", 4, 1)]
    assert found.counts() == {"moved": 1}


def test_values_that_changed_are_told_by_key() -> None:
    old, new = named("a"), replace(named("a"), answer="no", tags=("x",))

    (altered,) = difference(of(old), of(new)).altered

    assert altered.headings == ("answer changed", "tags changed")
    assert [(value.key, value.old, value.new) for value in altered.values] == [
        ("answer", "yes", "no"),
        ("tags", None, ["x"]),
    ]


def test_cards_without_an_id_are_known_by_question_then_by_place() -> None:
    old = (bare("How long is the Danube?"), bare("First?"), bare("Which river runs through Baghdad?", "Tigris"))
    new = (
        bare("First?"),
        bare("Which river runs through Basra?", "Shatt"),
        bare("New?", "x"),
        bare("How long is the Danube?"),
    )

    assert paired(old, new, (Lock(), Lock())) == {0: 1, 1: 2, 3: 0}


def test_a_card_whose_id_line_came_or_went_is_the_same() -> None:
    assert paired((bare("A?"),), (Card("yes", "A?", id="x"),), (Lock(), Lock())) == {0: 0}
    assert paired((Card("yes", "A?", id="x"),), (bare("A?"),), (Lock(), Lock())) == {0: 0}


def test_two_ids_are_two_cards_even_with_one_question() -> None:
    found = difference(of(Card("yes", "A?", id="x")), of(Card("yes", "A?", id="y")))

    assert [[card.id for card in cards] for cards in (found.added, found.removed)] == [["y"], ["x"]]


def test_the_locks_know_cards_that_have_no_id() -> None:
    old, new = Lock(known={"q1": Known("Who?", "Ada")}), Lock(known={"q1": Known("By whom was it written?", "A. L.")})

    pairs = paired((bare("Who?", "Ada"),), (bare("X?", "x"), bare("By whom was it written?", "A. L.")), (old, new))

    assert pairs == {1: 0}


def test_a_deck_that_came_or_went_is_all_cards() -> None:
    assert difference(None, of(named("a"))).counts() == {"added": 1}
    assert difference(of(named("a")), None).counts() == {"removed": 1}
    assert not difference(of(named("a")), of(named("a")))


def test_the_time_grows_with_the_deck() -> None:
    def compare(cards: int) -> object:
        old = of(*(bare(f"Is {number} so?") for number in range(cards)))
        new = of(*(named(str(number)) for number in reversed(range(cards))))
        return difference(old, new)

    assert grows_linearly(compare, 400)


def test_layout_and_comments_are_no_difference() -> None:
    decks = [
        read_string(text, "x").deck
        for text in (
            "title: x\ncards:\n  - question: a\n    answer: b\n",
            "# c\ncards: [{answer: 'b', question: a}]\ntitle: x\n",
        )
    ]

    assert not difference(decks[0], decks[1])
