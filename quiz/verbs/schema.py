"""`quiz schema`: the deck format for editors, printed or laid beside decks."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from quiz.verbs.failure import OK
from quiz.verbs.terminal import complain, say, show


def schema(paths: Sequence[Path]) -> int:
    """Print the JSON Schema of decks or, where decks are named, lay it beside them and name it in them.

    QuizError if a deck is not there, or a file cannot be written.
    """
    from quiz.deck.read import find_decks
    from quiz.deck.schema import dumped, named_in

    if not paths:
        show(dumped(), end="")
        return OK
    changed = named_in(find_decks(paths))
    for path in changed:
        say(str(path))
    if not changed:
        complain("nothing to do: every deck names its schema")
    return OK
