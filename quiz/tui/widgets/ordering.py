"""Items to be put in order: picked one after the other, each then shows its place; afterwards marked right or wrong."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content

from quiz.study.judging.ordering import places
from quiz.tui.widgets.options import Several, hung
from quiz.tui.words import shown

PLACE = Binding.Group("put next", compact=True)

RANK = 5
"""Cells for a place such as `1st`, and the gap behind it."""


class Ordering(Several):
    """Up to nine items; those that have a place so far are picked, in the learner's order."""

    KEYS = "order.place"
    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(f"{n}", f"place({n - 1})", "put next", id=f"order.place.{n}", group=PLACE) for n in range(1, 10)),
        Binding("down", "move(1)", "next item", id="order.down", show=False),
        Binding("up", "move(-1)", "previous item", id="order.up", show=False),
        Binding("enter", "pick", "put next", id="order.pick"),
        Binding("enter", "finish", "answer", id="order.finish"),
        Binding("enter", "incomplete", "what is missing", id="order.incomplete", show=False),
        Binding("backspace", "take_back", "back", id="order.take_back"),
    ]

    @property
    def complete(self) -> bool:
        """Whether every item has a place."""
        return len(self.picked) == len(self.options)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Tell whether a key means something now."""
        works = {
            "place": parameters < (len(self.options),),
            "pick": self.cursor >= 0 and self.cursor not in self.picked,
            "finish": self.complete,
            "incomplete": not self.complete,
            "take_back": bool(self.picked),
        }
        return not self._right and works.get(action, True)

    def action_pick(self) -> None:
        """Put the item under the cursor next."""
        self.action_place(self.cursor)

    def action_place(self, number: int) -> None:
        """Put an item next, and the last one left at the end, where it stays; take out one that has another place."""
        if self.complete and number == self.picked[-1]:
            return
        if number in self.picked:
            self.picked.remove(number)
        else:
            self.picked.append(number)
            left = [other for other in range(len(self.options)) if other not in self.picked]
            self.picked += left if len(left) == 1 else []
        self.changed()

    def action_take_back(self) -> None:
        """Undo the last placing, and with it the item that got its place because it was the only one left."""
        del self.picked[-2 if self.complete else -1 :]
        self.changed()

    def action_incomplete(self) -> None:
        """Tell that the order cannot be handed in yet."""
        self.post_message(self.Incomplete(len(self.options) - len(self.picked)))

    def toggle(self, number: int) -> None:
        """Put the item that was clicked next."""
        if self.check_action("place", (number,)):
            self.action_place(number)

    def _blocks(self, width: int) -> list[list[Content]]:
        """Return the lines of every item at a width, once settled in the right order."""
        if self._right:
            put = places(self._right, self._put)
            return [self._settled(at, item, put[at], width) for at, item in enumerate(self._right)]
        return super()._blocks(width)

    def _block(self, number: int, option: str, width: int) -> list[Content]:
        """Return the lines of one item with the place it has so far."""
        sign, style = self._look(number, option)
        rank = nth(self.picked.index(number)) if number in self.picked else "·"
        ranked = Content.styled(rank.ljust(RANK), "bold" if number in self.picked else "$faint")
        return hung(Content.assemble(self.head(number, sign, style), ranked), shown(option, style), width)

    def _settled(self, at: int, item: str, put: int | None, width: int) -> list[Content]:
        """Return the lines of one item at its right place, and where it was put."""
        right, told = put == at, put is not None
        sign, style = ("✓", "bold $success") if right else ("✗", "$error") if told else (" ", "")
        words = shown(item, "" if right or not told else "bold")
        if told and not right:
            words = Content.assemble(words, (f"  you put it {nth(put or 0)}", "$faint"))
        head = Content.assemble((f" {sign} ".ljust(self.indent), style), (nth(at).ljust(RANK), "bold"))
        return hung(head, words, width)


def nth(at: int) -> str:
    """Return a place in words, counted from 0: `1st` for 0."""
    return f"{at + 1}{('st', 'nd', 'rd')[at] if at < 3 else 'th'}"
