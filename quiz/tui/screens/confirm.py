"""A question before something that cannot be taken back, and a number to be typed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.events import Key
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from quiz.tui.keys import obey
from quiz.tui.widgets.answer import NumberLine
from quiz.tui.widgets.keyline import KeyLine
from quiz.tui.words import line, plain


class ConfirmScreen(ModalScreen[bool]):
    """Asks whether something is meant; only `y` says yes, so that no key pressed twice does."""

    CSS_PATH = "confirm.tcss"
    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "answer(True)", "yes", id="confirm.yes"),
        Binding("n,escape,enter,q", "answer(False)", "no, go on", id="confirm.no"),
    ]

    def __init__(self, title: str, lines: Sequence[str]) -> None:
        """Ask a question, with what has to be known before it is answered."""
        super().__init__()
        self._title, self._lines = title, tuple(lines)

    def compose(self) -> ComposeResult:
        """Lay out the question and the lines."""
        with Vertical():
            yield Static(Content.styled(self._title, "bold"))
            for told in self._lines:
                yield Static(plain(told), classes="line")
        yield KeyLine()

    def action_answer(self, meant: bool) -> None:  # noqa: FBT001 (an action has no keywords)
        """Leave with the answer."""
        self.dismiss(meant)


class NumberScreen(ModalScreen[int | None]):
    """Asks for a number within bounds; leaves with it, or with None."""

    CSS_PATH = "confirm.tcss"
    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", "back", id="number.leave")]

    def __init__(self, title: str, wrong: str, most: int, least: int = 1, begun: str = "") -> None:
        """Ask for a number; `wrong` is said before any other, and `begun` was typed already."""
        super().__init__()
        self._title, self._wrong, self._bounds, self._begun = title, wrong, (least, most), begun
        self._line, self._told = NumberLine(), Static(classes="line")

    def compose(self) -> ComposeResult:
        """Lay out the question, the line, and room for what is wrong."""
        with Vertical():
            yield Static(Content.styled(self._title, "bold"))
            yield self._line
            yield self._told
        yield KeyLine()

    def on_mount(self) -> None:
        """Ask."""
        self._told.display = False
        self._line.ask(self._expected)
        self._line.value, self._line.cursor_position = self._begun, len(self._begun)

    @property
    def _expected(self) -> str:
        """What is expected, in words."""
        return "a number from {:,} to {:,}".format(*self._bounds)

    async def on_key(self, event: Key) -> None:
        """Write what was typed before the line was there."""
        await obey(self, self._line, event)

    @on(Input.Submitted)
    def _typed(self, event: Input.Submitted) -> None:
        """Leave with a number that there is; anything else is told of, and can be mended."""
        event.stop()
        words, (least, most) = event.value.strip(), self._bounds
        if not words:
            self.dismiss(None)
        elif words.isdecimal() and len(words) < 10 and least <= int(words) <= most:
            self.dismiss(int(words))
        else:
            self._told.update(plain(f"! {self._wrong} {line(words)}: type {self._expected}", "bold $warning"))
            self._told.display = True
            self._line.select_all()

    def action_leave(self) -> None:
        """Go back."""
        self.dismiss(None)
