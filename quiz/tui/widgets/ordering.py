"""Items to be put in order: picked one after the other, each then shows its place; afterwards marked right or wrong."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message

from quiz.study.judging.ordering import places
from quiz.tui.widgets.options import Options
from quiz.tui.words import plain

PLACE = Binding.Group("put next", compact=True)

RANK = 5
"""Cells for a place such as `1st`, and the gap behind it."""


class Ordering(Options):
    """Up to nine items; `placed` are the numbers of those that have a place so far, from 0, in the learner's order."""

    KEYS = "order.place"
    can_focus = True
    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(f"{n}", f"place({n - 1})", "put next", id=f"order.place.{n}", group=PLACE) for n in range(1, 10)),
        Binding("down", "move(1)", "next item", id="order.down", show=False),
        Binding("up", "move(-1)", "previous item", id="order.up", show=False),
        Binding("enter", "pick", "put next", id="order.pick"),
        Binding("enter", "finish", "answer", id="order.finish"),
        Binding("enter", "incomplete", "what is missing", id="order.incomplete", show=False),
        Binding("backspace", "take_back", "back", id="order.take_back"),
    ]

    @dataclass(eq=False, repr=False)
    class Changed(Message):
        """The items that have a place so far, in the learner's order."""

        items: tuple[str, ...]

    @dataclass(eq=False, repr=False)
    class Incomplete(Message):
        """The order was to be handed in, but so many items have no place."""

        left: int

    @dataclass(eq=False, repr=False)
    class Done(Message):
        """All items have a place, and the learner means it."""

        items: tuple[str, ...]

    def __init__(self) -> None:
        """Begin without items."""
        super().__init__()
        self.placed: list[int] = []
        self._right: tuple[str, ...] = ()
        self._put: tuple[str, ...] = ()

    @property
    def complete(self) -> bool:
        """Whether every item has a place."""
        return len(self.placed) == len(self.options)

    def ask(self, options: tuple[str, ...]) -> None:
        """Show the items of a new question, none of which has a place yet."""
        self.placed, self._right = [], ()
        super().ask(options)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Tell whether a key means something now."""
        works = {
            "place": parameters < (len(self.options),),
            "pick": self.cursor >= 0 and self.cursor not in self.placed,
            "finish": self.complete,
            "incomplete": not self.complete,
            "take_back": bool(self.placed),
        }
        return not self._right and works.get(action, True)

    def action_move(self, step: int) -> None:
        """Move the cursor up or down."""
        self.move(step)
        self.refresh_bindings()

    def action_pick(self) -> None:
        """Put the item under the cursor next."""
        self.action_place(self.cursor)

    def action_place(self, number: int) -> None:
        """Put an item next, and the last one left at the end, where it stays; take out one that has another place."""
        if self.complete and number == self.placed[-1]:
            return
        if number in self.placed:
            self.placed.remove(number)
        else:
            self.placed.append(number)
            left = [other for other in range(len(self.options)) if other not in self.placed]
            self.placed += left if len(left) == 1 else []
        self._changed()

    def action_take_back(self) -> None:
        """Undo the last placing, and with it the item that got its place because it was the only one left."""
        del self.placed[-2 if self.complete else -1 :]
        self._changed()

    def action_finish(self) -> None:
        """Hand the order in."""
        self.post_message(self.Done(tuple(self.options[number] for number in self.placed)))

    def action_incomplete(self) -> None:
        """Tell that the order cannot be handed in yet."""
        self.post_message(self.Incomplete(len(self.options) - len(self.placed)))

    @on(Options.Picked)
    def _clicked(self, event: Options.Picked) -> None:
        """Put the item that was clicked next."""
        event.stop()
        if self.check_action("place", (event.number,)):
            self.action_place(event.number)

    def _changed(self) -> None:
        """Show the places, and the keys that work with them."""
        self.refresh(layout=True)
        self.refresh_bindings()
        self.post_message(self.Changed(tuple(self.options[number] for number in self.placed)))

    def settle(self, right: tuple[str, ...], put: tuple[str, ...]) -> None:
        """Show the right order, and where the learner put what stood elsewhere."""
        self._right, self._put = right, put
        self.refresh(layout=True)

    def _blocks(self, width: int) -> list[list[Content]]:
        """Return the lines of every item at a width, once settled in the right order."""
        if self._right:
            put = places(self._right, self._put)
            return [self._settled(at, item, put[at], width) for at, item in enumerate(self._right)]
        return super()._blocks(width)

    def _block(self, number: int, option: str, width: int) -> list[Content]:
        """Return the lines of one item with the place it has so far."""
        sign, style = self._look(number, option)
        rank = nth(self.placed.index(number)) if number in self.placed else "·"
        ranked = Content.styled(rank.ljust(RANK), "bold" if number in self.placed else "$faint")
        return _hung(Content.assemble(self.head(number, sign, style), ranked), plain(option, style), width)

    def _settled(self, at: int, item: str, put: int | None, width: int) -> list[Content]:
        """Return the lines of one item at its right place, and where it was put."""
        right, told = put == at, put is not None
        sign, style = ("✓", "bold $success") if right else ("✗", "$error") if told else (" ", "")
        words = plain(item, "" if right or not told else "bold")
        if told and not right:
            words = Content.assemble(words, (f"  you put it {nth(put or 0)}", "$faint"))
        head = Content.assemble((f" {sign} ".ljust(self.indent), style), (nth(at).ljust(RANK), "bold"))
        return _hung(head, words, width)


def nth(at: int) -> str:
    """Return a place in words, counted from 0: `1st` for 0."""
    return f"{at + 1}{('st', 'nd', 'rd')[at] if at < 3 else 'th'}"


def _hung(head: Content, words: Content, width: int) -> list[Content]:
    """Return words behind a head on their first line, further lines indented to the words."""
    room = head.cell_length
    lines = words.wrap(max(8, width - room)) or [Content(" ")]
    return [Content.assemble(head, lines[0]), *(Content.assemble(" " * room, line) for line in lines[1:])]
