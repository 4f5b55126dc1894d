"""A sitting with all that can be done to a card: undone, marked, edited, looked up in its document."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import ClassVar

from textual.binding import BindingType

from quiz.deck.model import Deck
from quiz.errors import Place, QuizError
from quiz.study.model import Grade, Key, Mark
from quiz.study.sitting import Undoable
from quiz.study.source import named_document
from quiz.study.telling import UNDONE, changes
from quiz.tui.keys import key_for
from quiz.tui.messages import Edited, Sought
from quiz.tui.screens.study.asking import AskingScreen
from quiz.tui.screens.study.bindings import ASKING, BESIDES, SCROLLING, TOLD

DONE: dict[Mark, str] = {
    "suspend": "suspended: not asked until you resume it",
    "bury": "buried: not asked before tomorrow",
    "reset": "reset: the card is new again, what was learned of it is set back",
    "flag": "⚑ flagged",
    "unflag": "no longer flagged",
}
"""What a mark means, said once it is made."""


class StudyScreen(AskingScreen):
    """A sitting: asks, tells what became of the answer, goes on, and posts `Over` when it is over or stopped."""

    CSS_PATH = "study.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*ASKING, *TOLD, *SCROLLING, *BESIDES]

    _broken: Place | None = None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Tell whether a key means something now."""
        phase, last = self.session.phase, self.session.last
        if phase == "over":
            return action == "undo"
        item = self.session.current
        works = {
            "i_was_right": phase == "answered" and last is not None and not last.right,
            "undo": self.sitting.undoable,
            "edit": bool(item.deck.path),
            "source": phase in ("revealed", "answered") and bool(named_document(item.deck, item.card)),
        }
        return works[action] if action in works else super().check_action(action, parameters)

    def action_i_was_right(self) -> None:
        """Take the learner's word that an answer judged wrong was right."""
        self._regrade(Grade.GOOD)

    def action_undo(self) -> None:
        """Take back the last answer or mark, and go back to where it was made."""
        what, drafted = self.sitting.latest, self._drafted()
        if what and self.kept(self.sitting.undo):
            self.resume()
            self._draft_again(drafted)
            self.tell_undone(what)

    def tell_undone(self, what: Undoable) -> None:
        """Say what was taken back: an answer, its grade, or a mark; and whether that was the last."""
        last = "" if self.sitting.undoable else "; nothing more is left to take back"
        self.notice.tell(f"taken back: {UNDONE.get(what, what)}{last}")

    def action_flag(self) -> None:
        """Flag the card, or take the flag off."""
        self._mark("unflag" if self._flagged else "flag")

    def action_suspend(self) -> None:
        """Suspend the card, and go on."""
        self._mark("suspend")

    def action_bury(self) -> None:
        """Put the card off until tomorrow, and go on."""
        self._mark("bury")

    def action_reset(self) -> None:
        """Make the card new again, and go on."""
        self._mark("reset")

    def _mark(self, mark: Mark) -> None:
        """Mark the card; where it leaves the sitting, the next one is asked."""
        key = self.session.current.key
        if not self.notice.meant(mark) or not self.kept(lambda: self.sitting.mark(mark)):
            return
        if self.session.phase == "over" or self.session.current.key != key:
            self.ask()
        else:
            self._settle()
        self.notice.tell(f"{DONE[mark]} ({key_for(self, 'undo')} takes it back)")

    def action_source(self) -> None:
        """Open the document at the card's passage."""
        item = self.session.current
        self.post_message(Sought(item.deck, item.card))

    def action_edit(self) -> None:
        """Open the deck at the card in the learner's editor, then take it as it is now; the place is kept."""
        from quiz.tui.editing import edit

        item = self.session.current
        broken = self._broken if self._broken and self._broken.path == item.deck.path else None
        place = broken or item.card.place
        failed = edit(self.app, Path(item.deck.path), place.line if place else None)
        if failed:
            self.notice.fail(failed)
            return
        self._reload(item.deck)

    def _reload(self, deck: Deck) -> None:
        """Read the current deck again; one that cannot be read is told of, and the cards stay as they were."""
        from quiz.deck.read import load_decks

        try:
            (edited,) = load_decks([Path(deck.path)])
        except QuizError as error:
            first, *more = error.problems
            self._broken = first.place
            first = replace(first, code="")
            others = f", and {len(more)} more" if more else ""
            self.notice.fail(f"{first}{others}: the cards stay as they were; {key_for(self, 'edit')} edits again")
            return
        self._broken = None
        self._take(deck, edited)

    def _take(self, before: Deck, edited: Deck) -> None:
        """Take the current deck as it is now, and stay where one was: the answer typed so far stays too."""
        key, asked, drafted = self.session.current.key, self.session.asked, self._drafted()
        self.sitting.reload([edited])
        self.post_message(Edited(edited))
        stays = bool(self.session.queue) and self.session.current.key == key
        if stays and self.session.phase == "asking" and self.session.asked == asked:
            self._settle()
        else:
            self.resume()
            self._draft_again(drafted)
        self.notice.tell(changes(before, edited) if stays else "this card is gone from its deck: the next one is asked")

    def _drafted(self) -> tuple[Key | None, str]:
        """Return the card whose answer is being typed, with what stands in the line so far."""
        typing = self.session.phase == "asking" and self.session.question.way == "typed"
        return (self.session.current.key, self.line.value) if typing else (None, "")

    def _draft_again(self, drafted: tuple[Key | None, str]) -> None:
        """Write what was typed so far, where it is still asked for."""
        key, typed = self._drafted()
        if drafted[1] and key == drafted[0] and not typed:
            self.line.value, self.line.cursor_position = drafted[1], len(drafted[1])
