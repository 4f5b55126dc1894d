"""The verbs for those who edit decks by hand: `new`, `add`, `fmt`, `diff`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from quiz.cli.options import PathType

if TYPE_CHECKING:
    from pathlib import Path

    from quiz.deck.record import Record


@click.command()
@click.argument("paths", nargs=-1, type=PathType(), metavar="[PATH]...")
@click.option("--check", is_flag=True, help="Write nothing; name the decks that would change, and exit with 1 for any.")
@click.option("--diff", is_flag=True, help="Write nothing; print what would change.")
def fmt(paths: tuple[Path, ...], *, check: bool, diff: bool) -> int:
    """Put decks into their canonical layout.

    PATH is a deck (.yaml), a folder of them, by default ./decks, or - to read standard input and write standard output.
    Keys come in the documented order, with two spaces of indentation, the lightest quotes and a blank line between
    cards. What the deck says stays the same, and so does every comment. A deck with errors is left alone.
    """
    from quiz.verbs.fmt import STDIN
    from quiz.verbs.fmt import fmt as run

    if STDIN in paths and len(paths) > 1:
        raise click.UsageError("standard input (-) stands alone")
    return run(paths, check=check, diff=diff)


@click.command()
@click.argument("states", nargs=-1, required=True, metavar="OLD NEW")
@click.option("--json", "as_json", is_flag=True, help="Print it as JSON.")
def diff(states: tuple[str, ...], *, as_json: bool) -> int:
    """Show what changed between two states of a deck, card by card.

    OLD and NEW are decks (.yaml), or folders of them. A card is known by its id, whatever became of its place; without
    ids, by question and place. Ends with 0 where nothing changed but layout and comments, with 1 where cards did, and
    with 2 where that cannot be told.

    As git's diff program for decks: `git config diff.quiz.command "quiz diff"`, and in .gitattributes a line
    `*.yaml diff=quiz`; then `git diff` shows cards, and so do `git show --ext-diff` and `git log -p --ext-diff`.
    """
    import os
    from pathlib import Path

    from quiz.verbs.diff import GIT, for_git
    from quiz.verbs.diff import diff as run

    if GIT in os.environ and len(states) in (1, 7, 9):
        return for_git(states)
    if len(states) != 2 or not all(states):
        raise click.UsageError("name two decks, or two folders of decks")
    return run(Path(states[0]), Path(states[1]), as_json=as_json)


@click.command()
@click.argument("path", type=PathType(), metavar="NAME.yaml")
@click.option("--title", default="", metavar="TITLE", help="What the deck is called; else you are asked.")
def new(path: Path, title: str) -> int:
    """Write a deck to begin with.

    In it stands one card of every sort, with notes on how to write your own. Never over a file that is there.
    """
    from quiz.verbs.new import new as run

    return run(path, " ".join(title.split()))


@click.command()
@click.argument("deck", type=PathType(), metavar="DECK")
@click.option("-q", "--question", default="", metavar="TEXT", help="What is asked.")
@click.option(
    "-a", "--answer", multiple=True, metavar="TEXT", help="The answer; several are its parts, all to be named."
)
@click.option("--cloze", default="", metavar="TEXT", help="A sentence with its answer in {{...}}.")
@click.option("--accept", multiple=True, metavar="TEXT", help="Another right answer; as often as you like.")
@click.option("-d", "--distractor", "distractors", multiple=True, metavar="TEXT", help="A wrong answer; the same.")
@click.option("--tag", "tags", multiple=True, metavar="TAG", help="A word to sort by; the same.")
@click.option("--explanation", default="", metavar="TEXT", help="What is shown with the answer.")
@click.option("--unit", default="", metavar="UNIT", help="The unit of an answer that is a number.")
@click.option("--hint", default="", metavar="TEXT", help="What is shown before the answer, if asked for.")
@click.option("--points", default="", metavar="N", help="What the card is worth in an exam; 1 if you do not say.")
@click.option("--difficulty", default="", metavar="LEVEL", help="easy, medium or hard.")
@click.option("--tolerance", default="", metavar="AMOUNT", help="How far a number may be off: 5%, or 10.")
@click.option("--kind", default="", metavar="KIND", help="order or truefalse; other cards need none.")
@click.option("--title", default="", metavar="TITLE", help="Begin the deck, which is not there yet, under this title.")
def add(deck: Path, title: str, answer: tuple[str, ...], **values: str | tuple[str, ...]) -> int:
    """Add a card to a deck.

    It goes to the end; all else in the file stays as it is, to the byte. On a terminal you are asked for question,
    answer and wrong answers if you do not give them. A card that `quiz check` would refuse is not written.
    """
    from quiz.verbs.add import add as run

    single = len(answer) == 1 and values["kind"] != "order"
    card = {**values, "answer": answer[0] if single else answer}
    record: Record = {key: value if isinstance(value, str) else list(value) for key, value in card.items() if value}
    return run(deck, record, " ".join(title.split()))
