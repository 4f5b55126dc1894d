"""`quiz due`: what waits, in a few words for a shell prompt."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from quiz.verbs.decks import DECKS, wanted
from quiz.verbs.failure import OK
from quiz.verbs.terminal import say

if TYPE_CHECKING:
    from quiz.deck.model import Deck
    from quiz.study.scheduling.choosing import Waiting


def due(paths: Sequence[Path], history: Path | None, *, as_json: bool = False) -> int:
    """Print how many cards are due and new today, nothing if none are; as JSON always, with each deck and the time.

    Without paths the decks in ./decks are meant; where there are none, nothing waits. Of warnings nothing is said: a
    prompt would say it again and again.
    """
    decks = wanted(paths, errors_only=True) if paths or DECKS.exists() else ()
    found = _waiting(decks, history) if decks else ()
    numbers = {"due": sum(len(deck.due) for deck in found), "new": sum(len(deck.new) for deck in found)}
    if as_json:
        soonest = min((deck.next_due for deck in found if deck.next_due), default=None)
        listed = [
            {"deck": deck.deck.id, "title": deck.deck.title, "path": deck.deck.path}
            | {"due": len(deck.due), "new": len(deck.new)}
            for deck in found
        ]
        say(json.dumps(numbers | {"next": soonest.isoformat() if soonest else None, "decks": listed}))
    elif any(numbers.values()):
        say(", ".join(f"{number:,} {word}" for word, number in numbers.items() if number))
    return OK


def _waiting(decks: Sequence[Deck], path: Path | None) -> Sequence[Waiting]:
    """Return what waits in each deck; a history that is not there yet is not begun for it."""
    import quiz.config
    from quiz.study.history import default_path
    from quiz.study.history.looking import looked_at
    from quiz.study.scheduling.choosing import Standing, shared, waiting
    from quiz.study.sitting import Desk, local_time

    study, path = quiz.config.load().study, path or default_path()
    if not path.exists():
        return shared([waiting(deck, Standing(), local_time(), study) for deck in decks], study.new_in_all)
    with looked_at(path) as history:
        return Desk(history, study=study).overview(decks)
