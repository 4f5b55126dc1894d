"""Cards as columns of plain values, and columns as cards: ten times as fast as reading them from YAML."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import MISSING, Field, fields
from itertools import chain, islice, repeat
from typing import Any, TypeVar

from quiz.deck.model import Card, Passage, Source
from quiz.errors import Place

T = TypeVar("T")

Columns = dict[str, Any]
"""By field a list of values or, where most are the field's default, `{"n": ..., "by": {row: value}}`.

Texts stand in one, `{"texts": ...}`, which JSON reads ten times as fast; lists of them as `{"counts": ..., "of": ...}`.
"""

BETWEEN = "\x7f"
"""Stands between the texts of a column, if it is in none of them: JSON need not escape it."""


def columns_of(cards: Sequence[Card]) -> Columns:
    """Return cards as columns of texts, numbers and lists, which any plain format can hold."""
    sources = [card.source for card in cards if card.source]
    evidence = [passage for source in sources for passage in source.evidence]
    return {
        "cards": _columns(Card, cards) | {"source": [card.source is not None for card in cards]},
        "places": _columns(Place, [card.place or Place("") for card in cards]),
        "sources": {
            "document": _joined([source.document for source in sources]),
            "evidence": [len(source.evidence) for source in sources],
        },
        "passages": _columns(Passage, [source.passage for source in sources]),
        "evidence": _columns(Passage, evidence),
    }


def cards_of(columns: Columns) -> tuple[Card, ...]:
    """Return the cards of columns; ValueError, KeyError or TypeError if they are none."""
    held = dict(columns["cards"])
    sourced, number = held["source"], len(held["source"])
    sources = iter(_sources(columns))
    held["source"] = [next(sources) if there else None for there in sourced]
    held["place"] = _made(Place, columns["places"], number)
    return tuple(_made(Card, held, number))


def _sources(columns: Columns) -> list[Source]:
    """Return the sources, each with its passage and its share of the evidence."""
    documents, counts = columns["sources"]["document"], columns["sources"]["evidence"]
    evidence = iter(_made(Passage, columns["evidence"], sum(counts)))
    passages = _made(Passage, columns["passages"], len(counts))
    shares: list[tuple[Passage, ...]] = [tuple(next(evidence) for _ in range(count)) for count in counts]
    return _made(Source, {"passage": passages, "document": documents, "evidence": shares}, len(counts))


def _columns(kind: type[Any], things: Sequence[Any]) -> Columns:
    """Return the plain fields of things of a kind, each as a column."""
    nested = ("source", "place")
    return {each.name: _packed(each, things) for each in fields(kind) if each.name not in nested}


def _packed(each: Field[Any], things: Sequence[Any]) -> Any:
    """Return one field of all things, without those that are as by default if that is most of them."""
    column = [getattr(thing, each.name) for thing in things]
    if each.default is MISSING:
        return _joined(column)
    by = {row: value for row, value in enumerate(column) if value != each.default}
    return {"n": len(column), "by": by} if len(by) * 2 < len(column) else _joined(column)


def _joined(column: list[Any]) -> Any:
    """Return texts as one text, lists of texts as one with their lengths, and other values as they are."""
    if column and all(isinstance(value, tuple) for value in column):
        return {"counts": [len(value) for value in column], "of": _joined(list(chain.from_iterable(column)))}
    if column and all(isinstance(value, str) and BETWEEN not in value for value in column):
        return {"texts": BETWEEN.join(column)}
    return column


def _made(kind: type[T], columns: Columns, number: int) -> list[T]:
    """Make things of a kind, a field of all of them at a time: three times as fast as calling the class."""
    made = [kind.__new__(kind) for _ in range(number)]
    for each in fields(kind):  # type: ignore[arg-type]
        values = _unpacked(each, columns[each.name])
        deque(map(getattr(kind, each.name).__set__, made, values), 0)
        if isinstance(values, Sequence) and len(values) != number:
            raise ValueError(each.name)
        if isinstance(columns[each.name], dict) and "by" in columns[each.name]:
            put = getattr(kind, each.name).__set__
            for row, value in columns[each.name]["by"].items():
                put(made[int(row)], _plain(value))
    return made


def _unpacked(each: Field[Any], column: Any) -> Iterable[Any]:
    """Return the values of a column, or its default without end, beside which the others are put."""
    if isinstance(column, dict) and "by" in column:
        return repeat(each.default)
    return _parted(column)


def _parted(column: Any) -> list[Any]:
    """Return the values that were joined in a column."""
    if not isinstance(column, dict):
        return list(column)
    if "texts" in column:
        return str(column["texts"]).split(BETWEEN)
    values, sizes = iter(_parted(column["of"])), set(column["counts"])
    if len(sizes) == 1 and (size := sizes.pop()):  # the usual three distractors: five times as quick
        return list(zip(*[values] * size, strict=True))
    return [tuple(islice(values, count)) for count in column["counts"]]


def _plain(value: Any) -> Any:
    """Return a value as a field holds it: lists are tuples."""
    return tuple(value) if isinstance(value, list) else value
