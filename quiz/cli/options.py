"""What the verbs' options have in common: paths, kinds, ways."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from datetime import timedelta
    from pathlib import Path

WAYS = ("choice", "typed", "reveal")
KINDS = ("date", "figure", "quote")
CARD_KINDS = (*KINDS, "order", "truefalse", "plain")
"""Kinds of card in a deck; a plain one is of no kind, as those written by hand are."""

LENGTH = r"(?=.)(?:(\d{1,3})h)?(?:(\d{1,4})(?:m(?:in)?|$))?(?:(\d{1,5})s)?"
"""A length of time: `20m`, `90s`, `1h30m`; a number alone is minutes."""


class PathType(click.Path):
    """A path; an empty one (an unset shell variable) is wrong use, not the current folder."""

    def convert(self, value: str | os.PathLike[str], param: click.Parameter | None, ctx: click.Context | None) -> Path:
        """Make a `Path` of what was typed."""
        from pathlib import Path

        if not os.fspath(value):
            self.fail("a path is empty", param, ctx)
        return Path(value)


into_folder = click.option(
    "-o",
    "--output",
    "folder",
    type=PathType(),
    default="decks",
    show_default=True,
    metavar="FOLDER",
    help="Where the decks go.",
)
"""The option of verbs that make decks."""


class Percent(click.IntRange):
    """A whole number of percent, with the sign or without."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """Read the number before the sign."""
        number: Any = value.strip().removesuffix("%").rstrip() if isinstance(value, str) else value
        return int(super().convert(number, param, ctx))


def kinds_named(context: click.Context, option: click.Parameter, value: str) -> tuple[str, ...]:
    """Take kinds apart that have commas between them; each once, in their own order, and a plural is the same."""
    names = {name.strip().lower() for name in value.split(",") if name.strip()}
    known = {name if name in KINDS else name.removesuffix("s") for name in names}
    if wrong := sorted(known.difference(KINDS)):
        raise click.BadParameter(f"{wrong[0]!r} is not one of {', '.join(map(repr, KINDS))}", context, option)
    return tuple(kind for kind in KINDS if kind in known)


def names_apart(_context: click.Context, _option: click.Parameter, value: str) -> tuple[str, ...]:
    """Take names apart that have commas or blanks between them; each once, in the order they are asked for."""
    return tuple(dict.fromkeys(value.replace(",", " ").lower().split()))


def presentations_named(context: click.Context, option: click.Parameter, value: str) -> tuple[str, ...]:
    """Take presentations apart that have commas between them; each once, in the order they are asked for."""
    from quiz.export.request import PRESENTATIONS

    names = tuple(dict.fromkeys(name.strip().lower() for name in value.split(",") if name.strip()))
    if wrong := [name for name in names if name not in PRESENTATIONS]:
        message = f"{wrong[0]!r} is not one of {', '.join(map(repr, PRESENTATIONS))}"
        raise click.BadParameter(message, context, option)
    if not names:
        raise click.BadParameter("it names no presentation", context, option)
    return names


def span_named(context: click.Context, option: click.Parameter, value: str) -> timedelta | None:
    """Read a length of time; None where there is none."""
    from datetime import timedelta

    written = "".join(value.split()).lower()
    if not written:
        return None
    found = re.fullmatch(LENGTH, written)
    hours, minutes, seconds = (int(part or 0) for part in (found.groups() if found else ()) or (0, 0, 0))
    if not found or not (span := timedelta(hours=hours, minutes=minutes, seconds=seconds)):
        raise click.BadParameter(f"{value!r} is no length of time: write 20m, 90s or 1h30m", context, option)
    return span
