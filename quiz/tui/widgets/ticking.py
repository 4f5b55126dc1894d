"""Options of which several are right: each is ticked or not; afterwards each says what it was, and why it is wrong."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content

from quiz.deck.model import Card
from quiz.study.judging.ticking import ticked
from quiz.tui.widgets.options import Several, hung
from quiz.tui.words import read_line, shown

TICK = Binding.Group("tick", compact=True)

BOX, TICKED = "[ ] ", "[x] "
"""Whether an option is ticked, in cells of one width."""


class Ticking(Several):
    """Up to nine options; those that are ticked are picked, in the order they are shown."""

    KEYS = "tick.option"
    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(f"{n}", f"tick({n - 1})", "tick", id=f"tick.option.{n}", group=TICK) for n in range(1, 10)),
        Binding("down", "move(1)", "next option", id="tick.down", show=False),
        Binding("up", "move(-1)", "previous option", id="tick.up", show=False),
        Binding("space", "pick", "tick", id="tick.pick"),
        Binding("enter", "finish", "answer", id="tick.finish"),
        Binding("enter", "incomplete", "how to tick", id="tick.incomplete", show=False),
    ]

    def __init__(self) -> None:
        """Begin without options."""
        super().__init__()
        self._card: Card | None = None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Tell whether a key means something now."""
        works = {
            "tick": parameters < (len(self.options),),
            "pick": self.cursor >= 0,
            "finish": bool(self.picked),
            "incomplete": not self.picked,
        }
        return not self._right and works.get(action, True)

    def action_pick(self) -> None:
        """Tick the option under the cursor, or take its tick off."""
        self.action_tick(self.cursor)

    def action_tick(self, number: int) -> None:
        """Tick an option, or take its tick off."""
        self.picked = sorted({number}.symmetric_difference(self.picked))
        self.changed()

    def action_incomplete(self) -> None:
        """Tell that nothing is ticked yet."""
        self.post_message(self.Incomplete(0))

    def toggle(self, number: int) -> None:
        """Tick the option that was clicked, or take its tick off."""
        self.action_tick(number)

    def tell(self, card: Card, given: str) -> None:
        """Show which options are right, what was missed of them, and why those are wrong that were ticked."""
        self._card = card
        self.settle(card.all_of, ticked(self.options, given))

    def _block(self, number: int, option: str, width: int) -> list[Content]:
        """Return the lines of one option with its box, and what it was once that is told."""
        if self._right:
            return self._told(number, option, width)
        sign, style = self._look(number, option)
        ticked = number in self.picked
        box = Content.styled(TICKED if ticked else BOX, "bold" if ticked else "$faint")
        return hung(Content.assemble(self.head(number, sign, style), box), shown(option, style), width)

    def _told(self, number: int, option: str, width: int) -> list[Content]:
        """Return the lines of one option, whether it is right, and what was made of it."""
        right, ticked = option in self._right, option in self._put
        sign, style = ("✓", "bold $success") if right else ("✗", "$error") if ticked else (" ", "$faint")
        words = shown(option, style)
        if right and not ticked and self._put:
            words = Content.assemble(words, ("  missed", "bold $warning"))
        elif ticked and not right:
            why = self._card.told(option) if self._card else ""
            words = Content.assemble(words, (f"  wrong{': ' * bool(why)}{read_line(why)}", "$faint"))
        head = Content.assemble(self.head(number, sign, style), (TICKED if ticked else BOX, style))
        return hung(head, words, width)
