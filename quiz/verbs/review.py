"""`quiz review`: the generated cards of a deck, one by one on the terminal's screen."""

from __future__ import annotations

from pathlib import Path

from quiz.errors import QuizError
from quiz.verbs.failure import OK
from quiz.verbs.play import need_terminal
from quiz.verbs.terminal import complain
from quiz.verbs.words import counted


def review(path: Path, *, everything: bool = False) -> int:
    """Review a deck until the reviewer leaves; QuizError where it is broken, a folder, or there is no terminal."""
    from quiz.deck.files import lock_path
    from quiz.deck.renamed import found_again, left_lock
    from quiz.deck.review import State, opened

    if path.is_dir():
        raise QuizError.at(str(path), "is a folder", "review one deck at a time: name its file")
    found = opened(path)
    if left := left_lock(found.deck):
        left.rename(lock_path(path))
        complain(str(found_again(found.deck, left)))
        found = opened(path)
    if not everything and not found.waiting:
        done = counted(sum(state is State.DONE for state in found.states), "card")
        complain(f"{path}: nothing waits for review, {done} reviewed")
        return OK
    need_terminal("quiz review", [path])
    from quiz.tui.reviewing import run
    from quiz.verbs.reading import read_document

    run(found, read_document, everything=everything)
    complain(f"{path}: {counted(len(opened(path).waiting), 'card')} left to review")
    return OK
