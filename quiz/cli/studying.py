"""The verbs of studying: `play`, `exam`, `browse`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from quiz.cli.options import CARD_KINDS, WAYS, PathType, Percent, span_named

if TYPE_CHECKING:
    from pathlib import Path


@click.command()
@click.argument("paths", nargs=-1, type=PathType(), metavar="[PATH]...")
@click.option("--history", type=PathType(), metavar="FILE", help="Keep answers in this file, not in your own history.")
@click.option("--as", "way", type=click.Choice(WAYS), help="Ask every card this way, where it allows it.")
@click.option(
    "--all", "at_once", is_flag=True, help="Begin with a question from all the decks, not with a list of them."
)
@click.option("--plain", is_flag=True, help="Line by line, for screen readers and pipes; so too without a terminal.")
def play(paths: tuple[Path, ...], history: Path | None, way: str | None, *, at_once: bool, plain: bool) -> int:
    """Answer questions in the terminal.

    PATH is a deck (.yaml) or a folder of them; without any, ./decks.
    """
    from quiz.verbs.play import play as run

    return run(paths, history, way, at_once=at_once, by_lines=plain)


@click.command()
@click.argument("paths", nargs=-1, type=PathType(), metavar="[PATH]...")
@click.option(
    "-n", "--number", type=click.IntRange(1), metavar="N", help="Ask so many questions; else 20, or all to be retried."
)
@click.option("--tag", "tags", multiple=True, metavar="TAG", help="Only cards with this tag; again for more tags.")
@click.option(
    "--kind", "kinds", multiple=True, type=click.Choice(CARD_KINDS), help="Only cards of this kind; again for more."
)
@click.option(
    "--seed", type=click.IntRange(0, 999_999_999), metavar="N", help="The same seed makes the same exam of a deck."
)
@click.option(
    "--time", "limit", callback=span_named, default="", metavar="TIME", help="Hand in after this time: 20m, 90s, 1h30m."
)
@click.option(
    "--pass",
    "pass_mark",
    type=Percent(0, 100),
    default=60,
    show_default=True,
    metavar="PERCENT",
    help="Right answers that pass.",
)
@click.option("--name", default="", metavar="NAME", help="Who takes the exam, for the result.")
@click.option(
    "-o", "--result", "out", type=PathType(), metavar="FILE.json", help="Write the result to this file or folder."
)
@click.option("--as", "way", type=click.Choice(WAYS[:2]), help="Ask every card this way, where it allows it.")
@click.option("--retry", type=PathType(), metavar="FILE.json", help="Ask only what was missed in this result.")
@click.option("--resume", is_flag=True, help="Go on with the exam that was left last.")
@click.option("--new", is_flag=True, help="Begin a new exam, and with that give up one of these decks that was left.")
@click.option("--history", type=PathType(), metavar="FILE", help="Keep answers in this file, not in your own history.")
def exam(paths: tuple[Path, ...], **options: Any) -> int:
    """Take an exam: nothing is said of an answer until you hand in.

    PATH is a deck (.yaml) or a folder of them; without any, ./decks. Every answer is kept the moment it is given, so
    that an exam can be gone on with after leaving it, and even after a crash; the time away does not count. Your
    schedule stays as it is.
    """
    from quiz.verbs.exam import Options
    from quiz.verbs.exam import exam as run

    if options["resume"] and options["new"]:
        raise click.UsageError("--resume and --new exclude each other")
    options["name"] = " ".join(options["name"].split())
    return run(paths, Options(**options))


@click.command()
@click.argument("paths", nargs=-1, type=PathType(), metavar="[PATH]...")
@click.option("--history", type=PathType(), metavar="FILE", help="Take answers from this file, not your own history.")
def browse(paths: tuple[Path, ...], history: Path | None) -> int:
    """Look through all cards in the terminal: filter, sort, suspend, edit.

    PATH is a deck (.yaml) or a folder of them; without any, ./decks.
    """
    from quiz.verbs.play import play as run

    return run(paths, history, browse=True)
