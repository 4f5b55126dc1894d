"""The verbs that look after what was studied: `due`, `stats`, `optimise`, `doctor`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from quiz.cli.options import PathType

if TYPE_CHECKING:
    from pathlib import Path

HISTORY = click.option("--history", type=PathType(), metavar="FILE", help="Use the history in this file, not your own.")


@click.command()
@click.argument("paths", nargs=-1, type=PathType(), metavar="[PATH]...")
@HISTORY
@click.option("--json", "as_json", is_flag=True, help="Print it as JSON, with each deck and when the next card is due.")
def due(paths: tuple[Path, ...], history: Path | None, *, as_json: bool) -> int:
    """Print what waits, for a shell prompt.

    PATH is a deck (.yaml) or a folder of them; without any, ./decks. Prints `27 due, 12 new`, and nothing where nothing
    waits; the exit status is 0 either way.
    """
    from quiz.verbs.due import due as run

    return run(paths, history, as_json=as_json)


@click.command()
@HISTORY
@click.option("--dry-run", is_flag=True, help="Say how well the weights would do, and keep nothing.")
@click.option("--published", is_flag=True, help="Go back to the weights everybody begins with.")
@click.option("--reschedule", is_flag=True, help="Move what is due as well; otherwise only later answers follow.")
def optimise(history: Path | None, *, dry_run: bool, published: bool, reschedule: bool) -> int:
    """Fit the schedule to how you remember.

    Looks for the weights of FSRS that foretell your own answers best, and keeps them if they do better than those you
    have. Needs a few months of answers, and the extra: `pip install '.[optimise]'` in the folder of quiz.
    """
    from quiz.verbs.optimise import optimise as run

    return run(history, dry_run=dry_run, published=published, reschedule=reschedule)


@click.command()
@click.argument("paths", nargs=-1, type=PathType(), metavar="[PATH]...")
@HISTORY
@click.option("--mend", is_flag=True, help="Mend what was found without asking; the file is kept as it was beside it.")
def doctor(paths: tuple[Path, ...], history: Path | None, *, mend: bool) -> int:
    """Find what is wrong with the history, and mend it.

    With PATH, a deck (.yaml) or a folder of them, it also says which answered cards stand in no deck any more, and
    which decks have cards without an id. Exit status: 0 the history is sound, or is now; 1 it is not.
    """
    from quiz.verbs.doctor import doctor as run

    return run(paths, history, mend=mend)


@click.command()
@click.argument("paths", nargs=-1, type=PathType(), metavar="[PATH]...")
@click.option("--history", type=PathType(), metavar="FILE", help="Read answers from this file, not your own history.")
@click.option("--json", "as_json", is_flag=True, help="Print all numbers, for programs.")
def stats(paths: tuple[Path, ...], history: Path | None, *, as_json: bool) -> int:
    """Show how you are getting on.

    PATH is a deck (.yaml) or a folder of them; without any, ./decks.
    """
    from quiz.verbs.stats import stats as run

    return run(paths, history, as_json=as_json)
