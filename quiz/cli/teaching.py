"""The verbs of those who own the questions and ask them: `review`, `schema`, `analyse`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from quiz.cli.options import PathType

if TYPE_CHECKING:
    from pathlib import Path

FORMS = ("csv", "html", "json")


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


@click.command()
@click.argument("paths", nargs=-1, required=True, type=PathType(), metavar="PATH...")
@click.option(
    "--attempt",
    type=click.Choice(["first", "last", "best", "all"]),
    default="first",
    show_default=True,
    help="Which counts of several results of one learner.",
)
@click.option(
    "--sort",
    type=click.Choice(["exam", "facility", "discrimination"]),
    default="exam",
    show_default=True,
    help="The order of the questions: the hardest first, or those that tell learners apart least.",
)
@click.option("--details", is_flag=True, help="List the answers to every question, not only to those in doubt.")
@click.option("--marks", is_flag=True, help="List each taker's name, points, percent and whether they passed.")
@click.option("--csv", "form", flag_value="csv", help="Write a row for each question, for spreadsheets.")
@click.option("--html", "form", flag_value="html", help="Write one page for any browser; goes with -o.")
@click.option("--json", "form", flag_value="json", help="Write all numbers, for programs.")
@click.option("-o", "--output", "out", type=PathType(), metavar="FILE", help="Write it to this file; else print it.")
def analyse(
    paths: tuple[Path, ...],
    attempt: str,
    sort: str,
    form: str | None,
    out: Path | None,
    *,
    details: bool,
    marks: bool,
) -> int:
    """Find out what the results of a class say of the questions.

    PATH is a result (.json) that `quiz exam -o` wrote, or a folder of them. Tells of each question how many got it
    right, whether it tells those who know from those who do not, and which wrong answers were taken; names those whose
    key may be wrong; and says how reliable the points are. docs/analysis.md explains each figure.
    """
    from quiz.verbs.analyse import Options
    from quiz.verbs.analyse import analyse as run

    if out and not form:
        form = out.suffix.lower().removeprefix(".")
        if form not in FORMS:
            raise click.BadParameter(f"{out} does not end in .csv, .html or .json", param_hint="-o")
    if form == "html" and not out:
        raise click.UsageError("--html goes with -o FILE")
    return run(paths, Options(attempt, sort, form or "text", out, details, marks))  # type: ignore[arg-type]
