"""What is said to who looks for a value that there is not."""

from __future__ import annotations

import pytest

from quiz.study.catalogue.hints import FILTERS, KINDS, unknown
from quiz.study.catalogue.query import parse
from quiz.study.catalogue.states import NAMES


@pytest.mark.parametrize("typed", ["", "is:", "is:du", "IS:NEW", "kind:d", "foo", "tag:foo", "deck:foo", "-is:flagged"])
def test_nothing_is_said_of_what_there_may_be(typed: str) -> None:
    assert unknown(parse(typed)) == ""


@pytest.mark.parametrize(("typed", "values"), [("is:foo", NAMES), ("river -is:old", NAMES), ("kind:x", KINDS)])
def test_values_are_told_where_none_is_meant(typed: str, values: tuple[str, ...]) -> None:
    assert unknown(parse(typed)).endswith(f"but {', '.join(values)}")


def test_a_part_that_cards_do_not_have_is_told() -> None:
    told = "no card has `foo:bar`; what can be asked for by a colon is tag, kind, deck, is"
    assert unknown(parse("river foo:bar")) == told


def test_every_way_to_look_is_told() -> None:
    assert all(parse(example).terms for example, _words in FILTERS)
