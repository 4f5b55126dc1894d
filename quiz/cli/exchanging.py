"""The verbs that carry decks and the history to other programs and computers: `export`, `import`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

import click

from quiz.cli.options import PathType, into_folder, presentations_named

if TYPE_CHECKING:
    from pathlib import Path


class Export(click.Command):
    """The verb `export`, whose help lists the formats."""

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the formats below the options: each by its suffix, or by its name where the suffix means another."""
        from quiz.export import FORMATS

        meant = {each.suffix: each.name for each in reversed(FORMATS)}
        rows = [
            (each.suffix if meant[each.suffix] == each.name else f"--format {each.name}", each.about)
            for each in FORMATS
        ]
        with formatter.section("Formats"):
            formatter.write_dl(rows)
        super().format_epilog(ctx, formatter)


@click.command(cls=Export)
@click.argument("paths", nargs=-1, type=PathType(), metavar="[PATH]...")
@click.option("-o", "--output", "out", type=PathType(), metavar="FILE", help="The file to write.")
@click.option("--format", "name", metavar="NAME", default="", help="The format, where the suffix does not tell it.")
@click.option("-n", "--number", type=click.IntRange(1), metavar="N", help="Of html and sheets: draw so many questions.")
@click.option(
    "--seed",
    type=click.IntRange(0, 999_999_999),
    default=0,
    metavar="N",
    help="Of html and sheets: another seed, another draw and order.",
)
@click.option(
    "--versions",
    type=click.IntRange(1, 26),
    default=1,
    metavar="N",
    help="Of sheets: versions A, B, C ... in other orders.",
)
@click.option("--paper", type=click.Choice(["a4", "letter"]), default="a4", help="Of sheets: the paper; else A4.")
@click.option("--key", is_flag=True, help="Of sheets: the answers on the last pages, not in FILE-key.html.")
@click.option(
    "--present",
    callback=presentations_named,
    default="auto",
    metavar="NAMES",
    help="How Anki asks a card: auto, question, typed, choice, cloze, quote, order, reverse; several make a note each.",
)
@click.option(
    "--deck", metavar="NAME", default="", help="The deck in Anki, for all; NAME:: puts their titles under it."
)
@click.option("--subdecks", is_flag=True, help="In Anki, put cards into sub-decks by their first tag.")
@click.option(
    "--subdecks-from", metavar="TAG", default="", help="By what is below this tag: chapter, for cards of chapter::1."
)
@click.option("--tag-prefix", metavar="TEXT", default="", help="In Anki, put this before every tag: quiz::")
@click.option("--force", is_flag=True, help="Overwrite in Anki what was edited there since.")
@click.option(
    "--history", "answers", is_flag=True, help="Let what you learnt go along, or write it alone: FILE.jsonl, -"
)
@click.option(
    "--history-file", "history", type=PathType(), metavar="FILE", help="Take it from this file, not your own history."
)
@click.option("--to-anki", is_flag=True, help="Put the cards into the Anki that runs here, by its add-on AnkiConnect.")
@click.option("--anki-url", metavar="URL", default="", help="Where AnkiConnect answers, if not at 127.0.0.1:8765.")
@click.option("--anki-key", metavar="KEY", default="", envvar="QUIZ_ANKI_KEY", help="Its apiKey; or set QUIZ_ANKI_KEY.")
def export(
    paths: tuple[Path, ...],
    out: Path | None,
    history: Path | None,
    *,
    to_anki: bool,
    anki_url: str,
    anki_key: str,
    **options: Any,
) -> int:
    """Write decks to a file for Anki and other programs, or your answers to a file for another computer.

    PATH is a deck (.yaml) or a folder of them. The suffix of FILE tells the format. Importing a later export of the
    same decks into Anki updates the cards, keeps their history, and leaves what you edited there alone, but for the
    cards that were edited here too.

    With --history a package brings what you learnt of the cards, which Anki takes for notes it does not have yet if
    "Import any learning progress" is ticked. Into FILE.jsonl, or to -, goes all you ever answered, or what you answered
    of the decks named; `quiz import` reads it.
    """
    refuse(paths, out, history, to_anki=to_anki, anki_url=anki_url, **options)
    if out and answers_alone(out, to_anki=to_anki, **options):
        from quiz.verbs.carrying import export_history

        return export_history(paths, out, history)
    if to_anki:
        from quiz.verbs.push import push

        return push(paths, out, anki_url, anki_key, history=history, **options)
    from quiz.verbs.export import export as run

    return run(paths, cast("Path", out), history=history, **options)


def refuse(
    paths: tuple[Path, ...], out: Path | None, history: Path | None, *, to_anki: bool, anki_url: str, **options: Any
) -> None:
    """click.UsageError on options of `export` without those they go together with, or with those they exclude."""
    if history and not options["answers"]:
        raise click.UsageError("--history-file goes with --history")
    if out is None and not to_anki:
        raise click.UsageError("Missing option '-o' / '--output'")
    if anki_url and not to_anki:
        raise click.UsageError("--anki-url goes with --to-anki")
    if options["subdecks"] and options["subdecks_from"]:
        raise click.UsageError("--subdecks goes by a card's first tag, --subdecks-from by one tag: give one of the two")
    if not paths and not (out and answers_alone(out, to_anki=to_anki, **options)):
        raise click.UsageError("Missing argument 'PATH...'")


def answers_alone(out: Path, *, answers: bool, to_anki: bool, **_: Any) -> bool:
    """Whether what was learnt is to be written by itself, for another computer, and not with decks."""
    return answers and not to_anki and (out.suffix.lower() == ".jsonl" or str(out) == "-")


@click.command("import")
@click.argument("paths", nargs=-1, required=True, type=PathType(), metavar="FILE...")
@into_folder
@click.option("--with-history", "answers", is_flag=True, help="Take the answers given in Anki into your history too.")
@click.option("--history", type=PathType(), metavar="FILE", help="Add answers to this file, not to your own history.")
@click.option("--dry-run", is_flag=True, help="Say what would change, and change nothing.")
def import_(paths: tuple[Path, ...], folder: Path, history: Path | None, *, answers: bool, dry_run: bool) -> int:
    """Make decks of the files of other programs, or add the answers of another computer to your own.

    FILE is an Anki package (.apkg, .colpkg), a table (.csv, .tsv, .txt), Moodle's GIFT (.gift) or Markdown (.md).
    Importing a file again brings its cards up to date where you have not changed them, and `quiz export` takes what you
    changed of Anki's own notes back to them. With --with-history, or --history FILE, a package's answers come along.

    FILE.jsonl, or - for standard input, is what `quiz export --history` wrote. What is here already is passed over, so
    that it may be imported again while both computers go on; each card's memory follows from the answers of both.
    """
    from quiz.verbs.importing import import_decks, reads

    if all(reads(path) for path in paths):
        return import_decks(paths, folder, history, answers=answers or history is not None, dry_run=dry_run)
    if any(reads(path) for path in paths) or dry_run or answers:
        raise click.UsageError("answers (.jsonl) are imported by themselves, without --dry-run and --with-history")
    from quiz.verbs.carrying import import_file

    return max(import_file(path, history) for path in paths)
