"""`quiz completion`: the script a shell reads to complete verbs, options and paths."""

from __future__ import annotations

from collections.abc import Sequence

import click
from click.shell_completion import get_completion_class

from quiz.errors import QuizError


def completion(command: click.Command, names: Sequence[str], shell: str) -> int:
    """Print the completion script of a command under each of its names; QuizError for a shell that has none."""
    kind = get_completion_class(shell)
    if kind is None:
        raise QuizError.at("quiz completion", f"no completion for {shell}")
    for name in names:
        click.echo(kind(command, {}, name, f"_{name}_COMPLETE".upper()).source())
    return 0
