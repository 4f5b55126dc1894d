"""A question as an exam shows it: what was answered stands there, and can be changed until the end."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.events import Key
from textual.widgets import Static

from quiz.study.exams.exam import Reply
from quiz.study.exams.paper import Item
from quiz.study.given import picked
from quiz.tui.keys import obeyed
from quiz.tui.widgets.answer import AnswerLine
from quiz.tui.widgets.options import Options
from quiz.tui.widgets.ordering import Ordering
from quiz.tui.widgets.ticking import Ticking
from quiz.tui.words import TICK_ALL, shown


class Choices(Options):
    """The options of a question; `chosen` is the one taken so far, "" for none."""

    KEYS = "exam.choose"

    def __init__(self) -> None:
        """Begin without options."""
        super().__init__()
        self.chosen = ""

    def show(self, options: tuple[str, ...], chosen: str) -> None:
        """Show the options of a question, and what was chosen before."""
        self.chosen = chosen
        self.ask(options)

    def choose(self, option: str) -> None:
        """Mark an option as chosen; "" for none."""
        self.chosen = option
        self.refresh(layout=True)

    def _look(self, number: int, option: str) -> tuple[str, str]:
        """Return the sign before an option and the style of its words."""
        if self.chosen and option == self.chosen:
            return "●", "bold"
        return ("▸", "") if number == self.cursor else (" ", "")


class Arranged(Ordering):
    """Items to be put in order, each change told at once, so that nothing has to be handed over at the end."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("backspace", "take_back", "undo", id="order.take_back", show=False),
    ]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Tell whether a key means something now; Enter goes on, as it does behind any answer."""
        return action not in ("finish", "incomplete") and super().check_action(action, parameters)


class Ticked(Ticking):
    """Options to be ticked, each change told at once."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Tell whether a key means something now; Enter goes on, as it does behind any answer."""
        return action not in ("finish", "incomplete") and super().check_action(action, parameters)


class ExamLine(AnswerLine):
    """The line of an exam: Enter goes on, as it does behind any answer."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "screen.onward", "answer", id="answer.submit", show=False)
    ]

    async def _on_key(self, event: Key) -> None:
        """Obey a key before the next one is written: on a slow line several come at once, for several questions."""
        if not event.is_printable and await obeyed(self.app, event.key):
            event.stop()
            event.prevent_default()


class Sheet(Vertical):
    """The question, and what it is answered by: options, some of which are picked, or a line to be typed."""

    DEFAULT_CSS = """
    Sheet { max-width: 72; height: auto; }
    Sheet #prompt { text-style: bold; }
    Sheet #note { margin: 1 0 0 0; }
    """

    def __init__(self) -> None:
        """Lay out all ways of answering; each question shows one."""
        self._prompt, self._note = Static(id="prompt"), Static(id="note")
        self.choices, self.items, self.ticks, self.line = Choices(), Arranged(), Ticked(), ExamLine()
        super().__init__(self._prompt, self.choices, self.items, self.ticks, self.line, self._note)
        self._way = self._worth = ""

    @property
    def typed(self) -> str | None:
        """What stands in the line; None where nothing is typed."""
        return self.line.value if self._way == "typed" else None

    def show(self, item: Item, reply: Reply, worth: str = "") -> None:
        """Show a question with the answer it has so far; where it matters, with what it is worth."""
        question, self._worth = item.question, worth
        self._way = question.way
        several = self.items if question.ordering else self.ticks if question.ticking else None
        self._prompt.update(shown(question.prompt, "bold"))
        self.choices.display = question.one
        self.items.display, self.ticks.display = question.ordering, question.ticking
        self.line.display = self._way == "typed"
        if several:
            several.show(question.options, picked(question, reply.given) or ())
        elif self._way == "choice":
            self.choices.show(question.options, reply.given)
        if self._way == "typed":
            self.line.ask(question.expected)
            self.line.value = reply.given
            self.line.cursor_position = len(reply.given)
        else:
            self.screen.set_focus(several)
        self.flag(flagged=reply.flagged)

    def flag(self, *, flagged: bool) -> None:
        """Show whether the question is flagged, what it is worth, and that several options may be right."""
        told = [Content.styled("⚑ flagged", "bold $warning")] if flagged else []
        told += [Content.styled(self._worth, "$faint")] if self._worth else []
        told += [Content.styled(TICK_ALL, "$faint")] if self.ticks.display else []
        self._note.update(Content(" · ").join(told))
        self._note.display = bool(told)
