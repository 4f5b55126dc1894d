"""The verbs that make decks and find what is wrong with them: `generate`, `check`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from quiz.cli.options import PathType, into_folder, kinds_named, names_apart

if TYPE_CHECKING:
    from pathlib import Path


@click.command()
@click.argument("paths", nargs=-1, required=True, type=PathType(), metavar="PATH...")
@into_folder
@click.option("--dry-run", is_flag=True, help="Say what would change, and change nothing.")
@click.option(
    "--max", "most", type=click.IntRange(1), metavar="N", help="Let at most N cards into a deck, important facts first."
)
@click.option(
    "--kinds",
    default="",
    callback=kinds_named,
    metavar="KIND,...",
    help="Let only cards of these kinds in: date, figure, quote.",
)
@click.option(
    "--min-score",
    "least",
    type=click.IntRange(1, 100),
    default=60,
    show_default=True,
    metavar="S",
    help="Let only cards in whose question scores this much of 100.",
)
@click.option("--explain", is_flag=True, help="List what was found and is not asked, each with the reason.")
@click.option(
    "-j", "--jobs", type=click.IntRange(1), default=1, show_default=True, metavar="N", help="Use so many processes."
)
@click.option("--title", default="", metavar="TITLE", help="Title of the document on standard input.")
@click.option(
    "--comparisons", is_flag=True, help="Also ask for the order of events, and whether statements are true; kept up."
)
@click.option("--cluster", default="", metavar="ADDRESS", help="Run on the Dask cluster whose scheduler is there.")
def generate(
    paths: tuple[Path, ...],
    folder: Path,
    most: int | None,
    kinds: tuple[str, ...],
    least: int,
    jobs: int,
    title: str,
    cluster: str,
    *,
    dry_run: bool,
    explain: bool,
    comparisons: bool,
) -> int:
    """Make a deck of every document.

    PATH is a document (.txt, .md, .html, .pdf, .docx, .epub), a folder of them, or - for standard input. Generating
    again follows the document where nobody touched the cards and keeps what a person changed, deleted or added.

    --max, --kinds and --min-score choose which cards are new in a deck; those that are in it stay, and go on following
    the document.
    """
    from quiz.verbs.generate import Options
    from quiz.verbs.generate import generate as run
    from quiz.verbs.wanted import Wanted

    if ("-" in map(str, paths)) is not bool(title.strip()):
        raise click.UsageError("standard input (-) and --title go together: the one has no name but the other")
    wanted = Wanted(most, kinds, least, comparisons)
    options = Options(wanted, dry_run, explain, jobs, cluster, " ".join(title.split()))
    return run(paths, folder, options)


@click.command()
@click.argument("paths", nargs=-1, required=True, type=PathType(), metavar="PATH...")
@click.option("--sources", is_flag=True, help="Prove each card as well: passages and answer stand in its document.")
@click.option("--reviewed", is_flag=True, help="A generated card that nobody has reviewed is an error.")
@click.option("--strict", is_flag=True, help="Exit with 1 where there are warnings, too.")
@click.option("--select", callback=names_apart, default="", metavar="CODE,...", help="Tell no other warnings.")
@click.option("--ignore", callback=names_apart, default="", metavar="CODE,...", help="Do not tell these warnings.")
@click.option("--fix", is_flag=True, help="First mend what has one safe mend, and tell what was mended.")
@click.option("--diff", is_flag=True, help="Only show what --fix would change; exit with 1 if that is anything.")
@click.option("--watch", is_flag=True, help="Check again whenever a deck changes, until Ctrl+C.")
@click.option("--concise", "form", flag_value="concise", help="Print a line for each problem, not the line it is on.")
@click.option("--json", "form", flag_value="json", help="Print one JSON document, for programs.")
@click.option("--github", "form", flag_value="github", help="Print annotations for GitHub Actions.")
def check(
    paths: tuple[Path, ...],
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    form: str | None,
    *,
    sources: bool,
    reviewed: bool,
    strict: bool,
    fix: bool,
    diff: bool,
    watch: bool,
) -> int:
    """Find every problem in decks.

    PATH is a deck (.yaml) or a folder of them. Prints `path:line:column: error[code]: message (what to do)` for every
    problem at once, and the line it stands on; docs/check.md has all codes. A comment `# quiz: ignore CODE` in a card,
    or at the top of the deck, silences a warning. Exit status: 0 no errors (warnings are allowed), 1 errors, 2 wrong
    use.
    """
    from quiz.verbs.check import Asked
    from quiz.verbs.check import check as run

    return run(paths, Asked(sources, reviewed, strict, form or "text", select, ignore, fix, diff, watch))
