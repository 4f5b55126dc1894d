"""Our quickly made values behave as the standard library's frozen dataclasses do."""

from __future__ import annotations

import pickle
from copy import copy
from dataclasses import FrozenInstanceError, field, fields, replace
from dataclasses import dataclass as ordinary

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.config import Config
from quiz.deck.model import Card
from quiz.errors import Place
from quiz.values import dataclass


@dataclass(frozen=True, slots=True)
class Ours:
    name: str
    numbers: tuple[int, ...] = ()
    aside: str = field(default="", compare=False)
    secret: str = field(default="", repr=False)


@ordinary(frozen=True, slots=True)
class Theirs:
    name: str
    numbers: tuple[int, ...] = ()
    aside: str = field(default="", compare=False)
    secret: str = field(default="", repr=False)


VALUES = st.tuples(
    st.sampled_from("ab"), st.lists(st.integers(0, 1), max_size=2).map(tuple), st.sampled_from("xy"), st.just("s")
)


@given(VALUES, VALUES)
def test_they_are_equal_hashed_and_shown_alike(
    one: tuple[str, tuple[int, ...], str, str], other: tuple[str, tuple[int, ...], str, str]
) -> None:
    assert (Ours(*one) == Ours(*other)) == (Theirs(*one) == Theirs(*other))
    assert len({Ours(*one), Ours(*other)}) == len({Theirs(*one), Theirs(*other)})
    assert repr(Ours(*one)).replace("Ours", "") == repr(Theirs(*one)).replace("Theirs", "")


def test_a_value_is_equal_to_none_of_another_class() -> None:
    others: list[object] = [Theirs("a"), ("a", (), "", ""), "a"]
    assert Ours("a") not in others


def test_they_are_replaced_copied_and_pickled() -> None:
    card = Card("1829", id="x", place=Place("deck.yaml", 3))
    assert replace(card, id="y") == Card("1829", id="y")
    assert copy(card) == pickle.loads(pickle.dumps(card)) == card
    assert [each.name for each in fields(Place)] == ["path", "line", "column"]
    assert not hasattr(card, "__dict__")


def test_nothing_of_a_value_is_changed() -> None:
    card = Card("1829", tags=("a",))
    for name in ("answer", "x"):
        with pytest.raises(FrozenInstanceError):
            setattr(card, name, "1830")
    with pytest.raises(FrozenInstanceError):
        del card.answer
    assert card == Card("1829", tags=("a",))


def test_what_is_missing_or_too_much_is_told() -> None:
    with pytest.raises(TypeError, match="missing 1 required positional argument: 'name'"):
        Ours()  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="unexpected keyword argument 'colour'"):
        Ours("a", colour="red")  # type: ignore[call-arg]


def test_what_is_made_for_each_is_made_for_each() -> None:
    one, other = Config(), Config()
    assert one == other
    assert one.keys is not other.keys
    assert Config(keys={"a": "b"}).keys == {"a": "b"}


def test_no_others_can_be_made() -> None:
    with pytest.raises(TypeError, match="frozen and slotted"):
        dataclass(frozen=False, slots=True)
