"""`quiz new`: a deck to begin with, in which every sort of card stands explained."""

from __future__ import annotations

import sys
from pathlib import Path
from shlex import quote

from quiz.deck.files import is_there, lock_path, reason
from quiz.deck.including import SUFFIXES
from quiz.deck.schema import named_in
from quiz.deck.starter import starter
from quiz.errors import QuizError
from quiz.verbs.failure import OK
from quiz.verbs.terminal import flush, interactive, say, show


def new(path: Path, title: str = "") -> int:
    """Write a starter deck, and beside it the schema it names; QuizError if anything is there.

    Its title is that of the file, if none is given or typed.
    """
    path = path if path.suffix in SUFFIXES else path.with_name(f"{path.name}.yaml")
    taken = next((each for each in (*map(path.with_suffix, sorted(SUFFIXES)), path) if is_there(each)), None)
    if taken:
        raise QuizError.at(str(taken), "there is a file already, which is left as it is", "choose another name")
    if is_there(lock_path(path)):
        message = "belongs to a deck that is gone, and would be taken for the new one's"
        raise QuizError.at(str(lock_path(path)), message, "move it away, or choose another name")
    text = starter(title or _title(path))
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except (OSError, ValueError) as error:
        raise QuizError.at(str(path), f"cannot be written: {reason(error)}", "may you write there?") from None
    named = quote(str(path))
    say(f"{path}: a deck with examples; change it in any editor, then `quiz check {named}` and `quiz play {named}`")
    for beside in named_in([path]):
        say(f"{beside}: what editors complete and check decks by")
    return OK


def _title(path: Path) -> str:
    """Ask for a title at the terminal; what the file's name says where there is none, or nothing is typed."""
    words = " ".join(path.stem.replace("-", " ").replace("_", " ").split())
    named = words[:1].upper() + words[1:]
    if not (interactive(sys.stdin) and interactive(sys.stdout)):
        return named
    show(f"Title [{named}]: ", end="")
    flush()
    return " ".join(sys.stdin.readline().split()) or named
