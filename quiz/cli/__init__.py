"""The command line: one function per verb, whose work and imports begin only when it is called."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import NoReturn

import click

from quiz import __version__

NAMES = ("quiz", "quizwright")
SHELLS = ("bash", "zsh", "fish")

VERBS = {
    "generate": "making",
    "new": "editing",
    "add": "editing",
    "check": "making",
    "review": "teaching",
    "schema": "teaching",
    "fmt": "editing",
    "diff": "editing",
    "play": "studying",
    "exam": "studying",
    "analyse": "teaching",
    "browse": "studying",
    "serve": "serving",
    "due": "keeping",
    "stats": "keeping",
    "optimise": "keeping",
    "doctor": "keeping",
    "config": "configuring",
    "export": "exchanging",
    "import": "exchanging",
    "completion": "",
}
"""The verbs in the order one uses them, each with the module of this package that declares it."""


class Verbs(click.Group):
    """The verbs, each loaded when it is asked for: a start should not wait for the options of the others."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """Name the verbs in the order one uses them, not that of the alphabet."""
        return list(VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a verb; None if there is none of that name: click then looks through all for one that is like it."""
        for verb in [cmd_name] if cmd_name in VERBS else VERBS:
            if verb not in self.commands:
                declared = vars(import_module(f"{__name__}.{VERBS[verb]}"))
                self.add_command(declared.get(verb) or declared[f"{verb}_"])
        if cmd_name not in VERBS and cmd_name.endswith((".yaml", ".yml")):
            from shlex import quote

            raise click.UsageError(f"there is no command {cmd_name!r}: `quiz play {quote(cmd_name)}` plays that deck")
        return super().get_command(ctx, cmd_name)


@click.group(
    cls=Verbs,
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
    from quiz.verbs.play import at_terminal
    from quiz.verbs.play import play as run

    if at_terminal():
        return run()
    click.echo(context.get_help())
    return 0


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
