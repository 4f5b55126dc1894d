"""What is looked for, read from what is typed so far."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.study.catalogue.query import Query, Term, parse


@pytest.mark.parametrize(
    ("typed", "terms"),
    [
        ("", []),
        ("  Élan  vital ", [Term("text", "elan"), Term("text", "vital")]),
        ('"two words" x', [Term("text", "two words"), Term("text", "x")]),
        ('tag:"open yet', [Term("tag", "open yet")]),
        (
            "TAG:A is:due deck:R kind:date",
            [Term("tag", "a"), Term("is", "due"), Term("deck", "r"), Term("kind", "date")],
        ),
        ("-is:new -war", [Term("is", "new", without=True), Term("text", "war", without=True)]),
        ("tag: - -tag:", []),
        ("http://x a-b", [Term("text", "http://x"), Term("text", "a-b")]),
    ],
)
def test_what_is_typed_is_read(typed: str, terms: list[Term]) -> None:
    assert parse(typed) == Query(tuple(terms))


@given(st.text())
def test_anything_can_be_typed(typed: str) -> None:
    for term in parse(typed).terms:
        assert term.word.strip()


@pytest.mark.parametrize(
    ("typed", "before", "narrower"),
    [
        ("river", "riv", True),
        ("river", "", True),
        ("river lake", "iver", True),
        ("riv", "river", False),
        ("tag:lake", "tag:la", True),
        ("tag:lake", "tag:ak", False),
        ("tag:lake", "lake", False),
        ("-rivers", "-river", False),
        ("-river x", "-river", True),
        ("is:r", "is:re", False),
    ],
)
def test_what_narrows(typed: str, before: str, *, narrower: bool) -> None:
    assert parse(typed).narrows(parse(before)) is narrower
