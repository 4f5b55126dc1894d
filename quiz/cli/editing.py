"""The verbs for those who edit decks by hand: `new`, `add`, `fmt`, `diff`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from quiz.cli.options import PathType

if TYPE_CHECKING:
    from pathlib import Path


@click.command()
@click.argument("paths", nargs=-1, type=PathType(), metavar="[PATH]...")
@click.option("--check", is_flag=True, help="Write nothing; name the decks that would change, and exit with 1 for any.")
@click.option("--diff", is_flag=True, help="Write nothing; print what would change.")
def fmt(paths: tuple[Path, ...], *, check: bool, diff: bool) -> int:
    """Put decks into their canonical layout.

    PATH is a deck (.yaml), a folder of them, by default ./decks, or - to read standard input and write standard output.
    Keys come in the documented order, with two spaces of indentation, the lightest quotes and a blank line between
    cards. What the deck says stays the same, and so does every comment. A deck with errors is left alone.
    """
    from quiz.verbs.fmt import STDIN
    from quiz.verbs.fmt import fmt as run

    if STDIN in paths and len(paths) > 1:
        raise click.UsageError("standard input (-) stands alone")
    return run(paths, check=check, diff=diff)
