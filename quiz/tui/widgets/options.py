"""The options of a question: picked by key, by the arrow keys or with the mouse; afterwards marked right or wrong."""

from __future__ import annotations

from dataclasses import dataclass

from textual import on
from textual.content import Content
from textual.events import Click
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from quiz.tui.keys import key_of
from quiz.tui.words import shown

INDENT = 5
"""Cells before an option's first letter, besides its key: room for the cursor, the mark and the gap."""


class Options(Widget):
    """Up to nine options in one widget; `cursor` is the one the arrow keys are on, -1 for none."""

    DEFAULT_CSS = "Options { height: auto; margin: 1 0 0 0; }"

    KEYS = "study.choose"
    """The id of what picks an option, before its number."""

    cursor: reactive[int] = reactive(-1)

    @dataclass(eq=False, repr=False)
    class Picked(Message):
        """An option was clicked; counted from 0."""

        number: int

    def __init__(self) -> None:
        """Begin without options."""
        super().__init__()
        self.options: tuple[str, ...] = ()
        self._answer, self._given = "", ""
        self._solved = False

    def ask(self, options: tuple[str, ...]) -> None:
        """Show the options of a new question."""
        self.options, self._solved = options, False
        self.set_reactive(Options.cursor, -1)
        self.refresh(layout=True)

    def solve(self, answer: str, given: str) -> None:
        """Mark the answer, and what was picked instead of it."""
        self._answer, self._given, self._solved = answer, given, True
        self.refresh(layout=True)

    def move(self, step: int) -> None:
        """Move the cursor up or down, around the ends."""
        start = self.cursor if self.cursor >= 0 else (-1 if step > 0 else 0)
        self.cursor = (start + step) % len(self.options)

    def render(self) -> Content:
        """Show each option with its key, its further lines indented."""
        return Content("\n").join(line for lines in self._blocks(self.content_size.width) for line in lines)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 (Textual's own)
        """Count the lines at a width."""
        return sum(len(lines) for lines in self._blocks(width))

    def on_click(self, event: Click) -> None:
        """Pick the option that was clicked; the second of a double click may be meant for the screen before."""
        if event.chain > 1:
            return
        row = event.y
        for number, lines in enumerate(self._blocks(self.content_size.width)):
            if row < len(lines):
                self.post_message(self.Picked(number))
                return
            row -= len(lines)

    @property
    def indent(self) -> int:
        """Cells before an option's first letter."""
        return INDENT + max((len(self._key(number)) for number in range(len(self.options))), default=1)

    def _key(self, number: int) -> str:
        """Return the key that picks an option, by default the digit of its number."""
        return key_of(self.app, f"{self.KEYS}.{number + 1}", f"{number + 1}")

    def head(self, number: int, sign: str, style: str) -> Content:
        """Return what stands before an option: a sign and its key."""
        key = self._key(number).ljust(self.indent - INDENT)
        return Content.assemble((f" {sign} ", style), (key, "$accent bold"), "  ")

    def _blocks(self, width: int) -> list[list[Content]]:
        """Return the lines of every option at a width."""
        return [self._block(number, option, width) for number, option in enumerate(self.options)]

    def _block(self, number: int, option: str, width: int) -> list[Content]:
        """Return the lines of one option."""
        sign, style = self._look(number, option)
        lines = shown(option, style).wrap(max(8, width - self.indent)) or [Content(" ")]
        first = Content.assemble(self.head(number, sign, style), lines[0])
        return [first, *(Content.assemble(" " * self.indent, line) for line in lines[1:])]

    def _look(self, number: int, option: str) -> tuple[str, str]:
        """Return the sign before an option and the style of its words."""
        if not self._solved:
            return ("▸", "bold") if number == self.cursor else (" ", "")
        if option == self._answer:
            return "✓", "bold $success"
        return ("✗", "$error") if option == self._given else (" ", "$faint")


class Several(Options):
    """Options of which more than one is picked before the answer is given; `picked` are their numbers, from 0."""

    can_focus = True

    @dataclass(eq=False, repr=False)
    class Changed(Message):
        """The options picked so far."""

        items: tuple[str, ...]

    @dataclass(eq=False, repr=False)
    class Incomplete(Message):
        """The answer was to be given, but so many options are still to be picked."""

        left: int

    @dataclass(eq=False, repr=False)
    class Done(Message):
        """The answer is as the learner means it."""

        items: tuple[str, ...]

    def __init__(self) -> None:
        """Begin without options."""
        super().__init__()
        self.picked: list[int] = []
        self._right: tuple[str, ...] = ()
        self._put: tuple[str, ...] = ()

    @property
    def chosen(self) -> tuple[str, ...]:
        """The options picked so far."""
        return tuple(self.options[number] for number in self.picked)

    def ask(self, options: tuple[str, ...]) -> None:
        """Show the options of a new question, none of which is picked yet."""
        self.picked, self._right = [], ()
        super().ask(options)

    def show(self, options: tuple[str, ...], chosen: tuple[str, ...]) -> None:
        """Show the options of a question, and those picked before."""
        self.ask(options)
        self.picked = [options.index(item) for item in chosen if item in options]

    def settle(self, right: tuple[str, ...], put: tuple[str, ...]) -> None:
        """Show what is right, and what the learner picked."""
        self._right, self._put = right, put
        self.refresh(layout=True)

    def action_move(self, step: int) -> None:
        """Move the cursor up or down."""
        self.move(step)
        self.refresh_bindings()

    def action_finish(self) -> None:
        """Give the answer."""
        self.post_message(self.Done(self.chosen))

    def toggle(self, number: int) -> None:
        """Pick an option, or take it back."""
        raise NotImplementedError

    @on(Options.Picked)
    def _clicked(self, event: Options.Picked) -> None:
        """Pick the option that was clicked."""
        event.stop()
        if not self._right:
            self.toggle(event.number)

    def changed(self) -> None:
        """Show what is picked, and the keys that work with it."""
        self.refresh(layout=True)
        self.refresh_bindings()
        self.post_message(self.Changed(self.chosen))


def hung(head: Content, words: Content, width: int) -> list[Content]:
    """Return words behind a head on their first line, further lines indented to the words."""
    room = head.cell_length
    lines = words.wrap(max(8, width - room)) or [Content(" ")]
    return [Content.assemble(head, lines[0]), *(Content.assemble(" " * room, line) for line in lines[1:])]
