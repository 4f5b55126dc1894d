"""A process that studies for ever: for each history named on a line of input it forks a child, told of by its id.

The child answers, marks and undoes, and writes a line after each step, which is a row in the history; when it has died,
or has taken the number of steps asked for, a line says "end".
"""

from __future__ import annotations

import os
import sys
from datetime import UTC, datetime, timedelta
from itertools import count, islice
from pathlib import Path

from quiz.config import StudyConfig
from quiz.deck.model import Card, Deck
from quiz.study.history import History
from quiz.study.session import Item
from quiz.study.sitting import Desk, Sitting


def study(path: str, number: int | None) -> None:
    """Answer one card after the other; each seventh step marks one, each fifth takes one back."""
    times = (datetime(2026, 1, 1, tzinfo=UTC) + timedelta(hours=5 * n) for n in count())
    deck = Deck("D", tuple(Card("yes", id=f"c{n}") for n in range(7)), id="d")
    desk = Desk(History(Path(path)), lambda: next(times), StudyConfig(leech=0))
    sitting = Sitting([Item(deck, card) for card in deck.cards] * 1000, desk)
    for n in islice(count(), number):
        if n % 5 == 4:
            sitting.undo()
        elif n % 7 == 6:
            sitting.mark("unflag" if sitting.marks.flagged else "flag")
        else:
            sitting.next()
            sitting.reply("yes" if n % 3 else "no")
        sys.stdout.write("kept\n")
        sys.stdout.flush()


def main() -> None:
    """Fork a child for each line of input: a path, or a path and a number."""
    from quiz.study.judging import grading  # noqa: F401 (children should not each load them)

    for line in sys.stdin:
        path, _, number = line.strip().partition("\t")
        child = os.fork()
        if child == 0:
            sys.stdout.write(f"{os.getpid()}\n")
            sys.stdout.flush()
            study(path, int(number) if number else None)
            os._exit(0)
        os.waitpid(child, 0)
        sys.stdout.write("end\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
