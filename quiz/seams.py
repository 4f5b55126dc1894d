"""The seams where another package can add to this one: tables of names, each naming a `module:object`."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import Any


def load(table: Mapping[str, str], group: str, name: str) -> Any:
    """The object a name stands for, its module imported; None if nobody knows the name.

    The table comes first: installed packages are asked (entry points of the group) only for a name it lacks, which
    takes some 0.1 s.
    """
    target = table.get(name)
    if target is None:
        from importlib.metadata import entry_points

        target = next((point.value for point in entry_points(group=group, name=name)), None)
    if target is None:
        return None
    module, _, item = target.partition(":")
    return getattr(import_module(module), item)


def names(table: Mapping[str, str], group: str) -> list[str]:
    """Every name that is known, those of the table first; takes some 0.1 s, for installed packages are asked."""
    from importlib.metadata import entry_points

    return [*table, *sorted(point.name for point in entry_points(group=group) if point.name not in table)]
