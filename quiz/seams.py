"""The seams where another package can add to this one: tables of names, each naming a `module:object`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import import_module
from typing import Any


def load(table: Mapping[str, str], group: str, name: str) -> Any:
    """The object a name stands for, its module imported; None if nobody knows the name.

    The table comes first: installed packages are asked only for a name it lacks.
    """
    target = table.get(name)
    if target is None:
        target = installed(group).get(name)
    if target is None:
        return None
    module, _, item = target.partition(":")
    return getattr(import_module(module), item)


def names(table: Mapping[str, str], group: str) -> list[str]:
    """Every name that is known, those of the table first, then those that installed packages add."""
    return [*table, *sorted(name for name in installed(group) if name not in table)]


@cache
def installed(group: str) -> Mapping[str, str]:
    """What installed packages add to a group by their entry points; asked once a process, which takes up to 0.1 s."""
    from importlib.metadata import entry_points

    added: dict[str, str] = {}
    for point in entry_points(group=group):
        added.setdefault(point.name, point.value)
    return added
