"""The verbs for those who own the question files: `review`, `schema`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from quiz.cli.options import PathType

if TYPE_CHECKING:
    from pathlib import Path


@click.command()
@click.argument("deck", type=PathType(), metavar="DECK")
@click.option("--all", "everything", is_flag=True, help="Go through all cards, not only those that wait for review.")
def review(deck: Path, *, everything: bool) -> int:
    """Go through generated cards, the passage beside them: keep, change, drop.

    Every decision is in the deck's file at once (`reviewed: true` for a card that was kept), and can be taken back. A
    card that changes after it was reviewed waits again. `quiz check --reviewed` tells what still waits.
    """
    from quiz.verbs.review import review as run

    return run(deck, everything=everything)


@click.command()
@click.argument("paths", nargs=-1, type=PathType(), metavar="[PATH...]")
def schema(paths: tuple[Path, ...]) -> int:
    """Print the deck format as a JSON Schema, for editors.

    PATH is a deck (.yaml) or a folder of them: the schema is laid beside the decks (deck.schema.json) and named in the
    first line of each, so that editors with the YAML language server complete keys and underline mistakes.
    """
    from quiz.verbs.schema import schema as run

    return run(paths)
