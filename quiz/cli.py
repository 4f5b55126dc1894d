"""The command line: one function per verb, whose work and imports begin only when it is called."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, NoReturn

import click

from quiz import __version__

if TYPE_CHECKING:
    from pathlib import Path

NAMES = ("quiz", "quizwright")
SHELLS = ("bash", "zsh", "fish")
WAYS = ("choice", "typed", "reveal")
KINDS = ("date", "figure", "quote")


class PathType(click.Path):
    """A path; an empty one (an unset shell variable) is wrong use, not the current folder."""

    def convert(self, value: str | os.PathLike[str], param: click.Parameter | None, ctx: click.Context | None) -> Path:
        """Make a `Path` of what was typed."""
        from pathlib import Path

        if not os.fspath(value):
            self.fail("a path is empty", param, ctx)
        return Path(value)


def kinds_named(context: click.Context, option: click.Parameter, value: str) -> tuple[str, ...]:
    """Take kinds apart that have commas between them; each once, in their own order, and a plural is the same."""
    names = {name.strip().lower() for name in value.split(",") if name.strip()}
    known = {name if name in KINDS else name.removesuffix("s") for name in names}
    if wrong := sorted(known.difference(KINDS)):
        raise click.BadParameter(f"{wrong[0]!r} is not one of {', '.join(map(repr, KINDS))}", context, option)
    return tuple(kind for kind in KINDS if kind in known)


class InOrder(click.Group):
    """The verbs in the order one uses them, not that of the alphabet."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """Name the verbs as they stand in this file."""
        return list(self.commands)


@click.group(
    cls=InOrder,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="`quiz` alone, on a terminal, opens the decks in ./decks. Exit status: 0 no errors, 1 errors, 2 wrong use.",
)
@click.version_option(__version__, prog_name="quiz", message="%(prog)s %(version)s")
@click.pass_context
def quiz(context: click.Context) -> int:
    """Turn documents into questions you remember.

    A document holds facts, a fact makes cards, cards live in a deck (a YAML file you can edit), and a deck is played
    in the terminal or exported to Anki. Nothing leaves your machine.
    """
    if context.invoked_subcommand is not None:
        return 0
    from quiz.verbs.play import at_terminal, play

    if at_terminal():
        return play()
    click.echo(context.get_help())
    return 0


@quiz.command()
@click.argument("paths", nargs=-1, required=True, type=PathType(), metavar="PATH...")
@click.option(
    "-o",
    "--output",
    "folder",
    type=PathType(),
    default="decks",
    show_default=True,
    metavar="FOLDER",
    help="Where the decks go.",
)
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


@quiz.command()
@click.argument("paths", nargs=-1, required=True, type=PathType(), metavar="PATH...")
@click.option("--sources", is_flag=True, help="Prove each card as well: passages and answer stand in its document.")
def check(paths: tuple[Path, ...], *, sources: bool) -> int:
    """Find every problem in decks.

    PATH is a deck (.yaml) or a folder of them. Prints `path:line:column: message` for every problem at once.
    """
    from quiz.verbs.check import check as run

    return run(paths, sources=sources)


@quiz.command()
@click.argument("paths", nargs=-1, type=PathType(), metavar="[PATH]...")
@click.option("--history", type=PathType(), metavar="FILE", help="Keep answers in this file, not in your own history.")
@click.option("--as", "way", type=click.Choice(WAYS), help="Ask every card this way, where it allows it.")
@click.option(
    "--all", "at_once", is_flag=True, help="Begin with a question from all the decks, not with a list of them."
)
def play(paths: tuple[Path, ...], history: Path | None, way: str | None, *, at_once: bool) -> int:
    """Answer questions in the terminal.

    PATH is a deck (.yaml) or a folder of them; without any, ./decks.
    """
    from quiz.verbs.play import play as run

    return run(paths, history, way, at_once=at_once)


@quiz.command()
@click.argument("paths", nargs=-1, required=True, type=PathType(), metavar="PATH...")
@click.option("-o", "--output", "out", type=PathType(), required=True, metavar="FILE.apkg", help="The file to write.")
def export(paths: tuple[Path, ...], out: Path) -> int:
    """Write decks to a file for Anki.

    PATH is a deck (.yaml) or a folder of them. Importing a later export of the same decks into Anki updates the cards,
    keeps their history, and leaves what you edited there alone.
    """
    from quiz.verbs.export import export as run

    return run(paths, out)


@quiz.command()
@click.argument("shell", type=click.Choice(SHELLS))
@click.pass_context
def completion(context: click.Context, shell: str) -> int:
    """Print the script that completes verbs, options and paths.

    bash: quiz completion bash > ~/.local/share/bash-completion/completions/quiz

    zsh: quiz completion zsh > _quiz, in a folder of your $fpath

    fish: quiz completion fish > ~/.config/fish/completions/quiz.fish
    """
    from quiz.verbs.completion import completion as run

    # A zsh script serves the one command it is named after.
    return run(quiz, NAMES if shell != "zsh" else [context.find_root().info_name or NAMES[0]], shell)


def called() -> str:
    """Tell by which of its names the program was called; anything else (`python -m quiz`) counts as `quiz`."""
    name = sys.argv[0].rpartition(os.sep)[2]
    return name if name in NAMES else NAMES[0]


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run the command line and exit with its status: 0 no errors (warnings allowed), 1 errors, 2 wrong use."""
    from quiz.verbs.failure import Attempt
    from quiz.verbs.terminal import finish, flush, prepare

    prepare()
    with Attempt("quiz", last=True) as attempt:
        attempt.status = int(quiz.main(arguments, called(), standalone_mode=False) or 0)
        flush()
    finish()
    sys.exit(attempt.status)
