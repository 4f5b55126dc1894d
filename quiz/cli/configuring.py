"""The verb of one's own settings: `config`."""

from __future__ import annotations

import click


@click.command()
@click.option("--init", is_flag=True, help="Write a file in which all of it stands commented; never over one.")
@click.option("--keys", is_flag=True, help="List all that keys do, by the ids that the table [keys] takes.")
def config(*, init: bool, keys: bool) -> int:
    """Print where your configuration lies, and what it sets.

    It is a TOML file; without one, or where it says nothing, everything is as by default.
    """
    from quiz.verbs.config import config as run

    if init and keys:
        raise click.UsageError("--init and --keys do not go together")
    return run(init=init, keys=keys)
