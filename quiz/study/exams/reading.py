"""Papers that anybody may have written, on another computer or by a torn disk: each is whole, or it is none."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import is_dataclass
from functools import cache
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from quiz.study.exams.paper import Paper
from quiz.study.exams.snapshot import unpacked

IMPOSSIBLE = (ValueError, TypeError, LookupError, AttributeError, OverflowError, RecursionError)
"""What reading a paper raises that is none."""


def readable(text: object) -> Paper | None:
    """Return the paper that a text of JSON holds, each part of it of its type; None if it holds none."""
    with suppress(*IMPOSSIBLE):
        paper = unpacked(text) if isinstance(text, str) else None
        if paper and paper.items and typed(paper, Paper):
            return paper
    return None


def typed(value: Any, kind: Any) -> bool:
    """Whether a value is what an annotation says, down to the parts of its parts."""
    if parts := _parts(kind):
        return type(value) is kind and all(typed(getattr(value, name), part) for name, part in parts.items())
    match get_origin(kind):
        case origin if origin in (tuple, Sequence):
            return isinstance(value, tuple) and all(typed(part, get_args(kind)[0]) for part in value)
        case origin if origin is Literal:
            return value in get_args(kind)
        case origin if origin in (Union, UnionType):
            return any(typed(value, each) for each in get_args(kind))
    return value is None if kind is NoneType else type(value) is kind


@cache
def _parts(kind: Any) -> dict[str, Any]:
    """Return the fields of a dataclass with their annotations; of anything else none."""
    return get_type_hints(kind) if is_dataclass(kind) else {}
