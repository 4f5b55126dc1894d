"""The verb that shows the screens elsewhere: `serve`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from quiz.cli.options import PathType

if TYPE_CHECKING:
    from pathlib import Path


@click.command()
@click.argument("paths", nargs=-1, type=PathType(), metavar="[PATH]...")
@click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True, metavar="N", help="The port.")
@click.option(
    "--host",
    default="127.0.0.1",
    show_default=True,
    metavar="NAME",
    help="The address to listen on; any but this machine's own lets others in.",
)
@click.option("--history", type=PathType(), metavar="FILE", help="Keep answers in this file, not in your own history.")
def serve(paths: tuple[Path, ...], port: int, host: str, history: Path | None) -> int:
    """Answer questions in a browser, on the same screens.

    PATH is a deck (.yaml) or a folder of them; without any, ./decks. Needs the extra: `pip install '.[serve]'`
    in the folder of quiz.
    """
    from quiz.verbs.serve import serve as run

    return run(paths, host, port, history)
