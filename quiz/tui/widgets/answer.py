"""The line into which an answer is typed."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widgets import Input


class AnswerLine(Input):
    """One line of input, with what is expected said in it in words."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "submit", "answer", id="answer.submit")]

    DEFAULT_CSS = """
    AnswerLine { margin: 1 0 0 0; background: $surface; &:focus { background: $panel; } }
    AnswerLine > .input--placeholder { color: $faint; }
    """

    def __init__(self) -> None:
        """Begin empty; the cursor does not blink, which spares slow lines and tired eyes."""
        super().__init__(compact=True, select_on_focus=False)
        self.cursor_blink = False

    def ask(self, expected: str) -> None:
        """Empty the line for a new question."""
        self.value, self.disabled = "", False
        self.placeholder = f"type {expected}"
        self.screen.set_focus(self)  # at once, so that no key typed ahead goes elsewhere
