"""The tags an exam is drawn from: typed, completed with those there are, or clicked."""

from __future__ import annotations

from collections.abc import Mapping
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
from quiz.tui.widgets.answer import AnswerLine
from quiz.tui.widgets.keyline import KeyLine
from quiz.tui.widgets.pressable import Pressable, pressable
from quiz.tui.words import line, plain

SHOWN = 8
"""Tags listed at most."""


class TagLine(AnswerLine):
    """A line for tags, set apart by commas."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "submit", "take them", id="tags.submit"),
        Binding("tab", "screen.complete", "complete", id="tags.complete"),
    ]


class TagScreen(ModalScreen[tuple[str, ...] | None]):
    """Asks for tags there are; leaves with them, with none for all cards, or with None."""

    CSS_PATH = "confirm.tcss"
    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", "back", id="tags.leave")]

    def __init__(self, tags: Mapping[str, int], chosen: tuple[str, ...]) -> None:
        """Offer tags, each with the number of its cards."""
        super().__init__()
        self._tags, self._chosen = tags, chosen
        self._line, self._list, self._told = TagLine(), Pressable(classes="line"), Static(classes="line")

    def compose(self) -> ComposeResult:
        """Lay out the line, what fits it, and room for what is wrong."""
        with Vertical():
            yield Static(Content.styled("Cards with which tags?", "bold"))
            yield self._line
            yield self._list
            yield self._told
        yield KeyLine()

    def on_mount(self) -> None:
        """Ask."""
        self._line.ask("tags, with commas between; nothing for all cards")
        self._write(", ".join(self._chosen))
        self._fit()

    @on(Input.Changed)
    def _fit(self) -> None:
        """List the tags that fit what is typed last."""
        fitting = fits(self._typed[-1], self._tags)
        rows = [self._row(tag) for tag in fitting[:SHOWN]]
        rows += [Content.styled(f"and {len(fitting) - SHOWN:,} more", "$faint")] if len(fitting) > SHOWN else []
        self._list.update(Content("\n").join(rows))
        self._told.update("")
        self.refresh_bindings()

    def _row(self, tag: str) -> Content:
        """Return a tag with the number of its cards, to be clicked."""
        words = Content.assemble(plain(line(tag)), (f"   {self._tags[tag]:,}", "$faint"))
        return pressable(words, f"take({list(self._tags).index(tag)})")

    @property
    def _typed(self) -> list[str]:
        """What is typed, tag by tag; the last may be only begun."""
        return [part.strip() for part in self._line.value.split(",")]

    def _write(self, words: str) -> None:
        """Write the line."""
        self._line.value, self._line.cursor_position = words, len(words)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 (Textual's own)
        """Offer to complete what can be completed."""
        return bool(self._typed[-1] and fits(self._typed[-1], self._tags)) if action == "complete" else True

    def action_complete(self) -> None:
        """Complete the tag that is typed last with the first that fits."""
        self.action_take(list(self._tags).index(fits(self._typed[-1], self._tags)[0]))

    def action_take(self, number: int) -> None:
        """Write a tag in place of what is typed last."""
        self._write(", ".join([*self._typed[:-1], list(self._tags)[number]]))

    async def on_key(self, event: Key) -> None:
        """Write what was typed before the line was there."""
        await obey(self, self._line, event)

    @on(Input.Submitted)
    def _taken(self, event: Input.Submitted) -> None:
        """Leave with tags there are; anything else can be mended."""
        event.stop()
        tags = []
        for part in filter(None, self._typed):
            fitting = meant(part, self._tags)
            if len(fitting) != 1:
                said = "could be several of these" if fitting else "is a tag of no card"
                self._told.update(plain(f"! {line(part)} {said}", "bold $warning"))
                return
            tags.append(fitting[0])
        self.dismiss(tuple(tags))

    def action_leave(self) -> None:
        """Go back."""
        self.dismiss(None)


def fits(typed: str, tags: Mapping[str, int]) -> list[str]:
    """Return the tags that fit what is typed, the best first."""
    ranked = [(_rank(tag.casefold(), typed.casefold()), tag) for tag in tags]
    return [tag for rank, tag in sorted(ranked) if rank < APART]


def meant(typed: str, tags: Mapping[str, int]) -> list[str]:
    """Return the tags that fit what is typed as well as the best of them does."""
    fitting = fits(typed, tags)
    best = _rank(fitting[0].casefold(), typed.casefold()) if fitting else APART
    return [tag for tag in fitting if _rank(tag.casefold(), typed.casefold()) == best]


APART = 3
"""The rank of a tag that does not fit."""


def _rank(tag: str, typed: str) -> int:
    """Return how well a tag fits: it is the same, begins so, has it, or none of these."""
    return 0 if tag == typed else 1 if tag.startswith(typed) else 2 if typed in tag else APART
