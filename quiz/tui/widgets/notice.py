"""A short notice, mostly above the last line: what a key just did, or what went wrong; it stays until the next step."""

from __future__ import annotations

from textual.screen import Screen
from textual.widgets import Static

from quiz.study.model import Mark
from quiz.tui.words import line, plain

SURE: dict[Mark, str] = {"reset": "this makes the card new, as if never asked: the same key once more does it"}
"""What is said of marks that have to be asked for twice, since so much is set back by them."""


class Notice(Static):
    """One notice, with a sign of its own before the words; without any it takes no room."""

    DEFAULT_CSS = """
    Notice { height: auto; max-height: 4; padding: 0 2; color: $faint; }
    Notice.-empty { display: none; }
    """

    def __init__(self, screen: Screen[None] | None = None) -> None:
        """Begin without a notice; where a screen is given, the first one is laid out on it."""
        super().__init__(classes="-empty")
        self._of = screen
        self._unkept = False
        self._asked: Mark | None = None

    def tell(self, words: str, style: str = "") -> None:
        """Show a notice in place of the last one."""
        if words and self._of and self._of.is_attached and not self.is_attached:
            self._of.mount(self)
        self._unkept, self._asked = False, None
        self.update(plain(line(words), style))
        self.set_class(not words, "-empty")

    def warn(self, words: str) -> None:
        """Show a notice that has to be seen."""
        self.tell(f"! {words}", "bold $warning")

    def fail(self, words: str) -> None:
        """Show what went wrong."""
        self.tell(f"✗ {words}", "bold $error")

    def refuse(self, reason: str) -> None:
        """Show that a step could not be kept, and why."""
        self.fail(f"Not kept: try again. {reason}")
        self._unkept = True

    def settle(self) -> None:
        """Take the word away that a step could not be kept: now one was."""
        if self._unkept:
            self.clear()

    def meant(self, mark: Mark) -> bool:
        """Whether a mark is meant: one of great effect only when it is asked for twice, with nothing said between."""
        if mark not in SURE or self._asked == mark:
            return True
        self.warn(SURE[mark])
        self._asked = mark
        return False

    def clear(self) -> None:
        """Show nothing."""
        if not self.has_class("-empty"):
            self.tell("")
