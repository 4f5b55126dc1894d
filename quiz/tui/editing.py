"""A card opened in the learner's own editor, while the screen is put aside."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

from textual.app import App, SuspendNotSupported

from quiz.deck.model import Card, Deck
from quiz.errors import QuizError
from quiz.study import editor
from quiz.tui.shell import Shell


def edit(app: App[None], path: Path, line: int | None) -> str:
    """Let the learner edit a file; return why that could not be, "" once the editor was closed."""
    if not editor.chosen(os.environ):
        return editor.edit(path, line)
    if app.is_web:
        return f"an editor cannot be opened in a browser; {editor.stands(path, line)}"
    try:
        with app.suspend():
            return editor.edit(path, line)
    except SuspendNotSupported:
        return f"an editor needs the terminal for itself, which this one does not allow; {editor.stands(path, line)}"


def edit_card(app: Shell, deck: Deck, card: Card) -> Deck | None:
    """Let the learner edit a card in its file; return the deck as it is then, None if it is as it was or broken."""
    from quiz.deck.read import load_decks

    failed = edit(app, Path(deck.path), card.place.line if card.place else None)
    if not failed:
        try:
            (edited,) = load_decks([Path(deck.path)])
        except QuizError as error:
            failed = f"{replace(error.problems[0], code='')}: the cards stay as they were"
        else:
            return None if edited == deck else edited
    app.complain(f"not edited: {failed}")
    return None
