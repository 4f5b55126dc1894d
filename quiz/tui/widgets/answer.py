"""The line into which an answer is typed, or the number of a question."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.events import Paste
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

    def on_paste(self, event: Paste) -> None:
        """Join pasted lines by blanks: Textual would take the first of them alone."""
        event.text = " ".join(filter(None, map(str.strip, event.text.splitlines())))

    def ask(self, expected: str) -> None:
        """Empty the line for a new question."""
        self.value, self.disabled = "", False
        self.placeholder = f"type {expected}"
        self.screen.set_focus(self)  # at once, so that no key typed ahead goes elsewhere


class ClearedLine(AnswerLine):
    """A line that Escape empties before it leads out: what was typed is not lost to one key."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "clear", "clear", id="answer.clear")]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Tell whether there is anything to clear."""
        return bool(self.value) if action == "clear" else super().check_action(action, parameters)

    def action_clear(self) -> None:
        """Empty the line."""
        self.value = ""


class NumberLine(AnswerLine):
    """A line for the number of what is to be shown."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "submit", "take it", id="number.submit")]
