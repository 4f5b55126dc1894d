"""Which cards of a generation may come into a deck as new ones."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from quiz.deck.propose import Limit

KNOWN = st.lists(st.booleans(), max_size=12)


@given(KNOWN, st.data())
def test_a_limit_keeps_what_is_known_and_fills_up_by_rank(known: list[bool], data: st.DataObject) -> None:
    ranked = tuple(data.draw(st.permutations(range(len(known)))))[: data.draw(st.integers(0, len(known)))]
    most = data.draw(st.none() | st.integers(0, 12))
    stay = {index for index, there in enumerate(known) if there}

    admitted = Limit(ranked, most).admits(known)

    new = [index for index in ranked if index in admitted - stay]
    assert stay <= admitted <= stay.union(ranked)
    assert new == [index for index in ranked if index not in stay][: len(new)]
    assert most is None or len(admitted) <= max(most, len(stay))
    assert most is not None or admitted == stay.union(ranked)
