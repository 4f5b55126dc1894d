"""A card changed in place: its texts in fields, lists with one item to a line."""

from __future__ import annotations

import re
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Static, TextArea

from quiz.deck.model import Card
from quiz.deck.record import Record, of_card
from quiz.deck.render import Value
from quiz.tui.keys import key_for
from quiz.tui.widgets.keyline import KeyLine
from quiz.tui.widgets.passage import quotation
from quiz.tui.words import plain, safe

FIELDS = {
    "question": "Question",
    "cloze": "Cloze, its gaps as {{answer}}",
    "answer": "Answer",
    "accept": "Also right, one to a line",
    "distractors": "Wrong answers, one to a line; behind # why it is wrong",
    "explanation": "Explanation",
}
LISTS = ("accept", "distractors")

FAULTS = {
    "no-question": ("question", "write it into the field Question"),
    "bad-cloze": ("cloze", "write the answer in the field Cloze as {{answer}}"),
    "no-answer": ("answer", "write it into the field Answer"),
    "bad-answer-list": ("answer", "write two parts or more, one to a line"),
    "item-count": ("answer", "write two to nine items, one to a line"),
    "duplicate-item": ("answer", "write each item once"),
    "truth-wanted": ("answer", "write true or false"),
    "bad-unit": ("answer", "the card has a unit: write the number alone"),
    "answer-among-distractors": ("distractors", "take it out of the wrong answers, or write another answer"),
    "unknown-pin": ("distractors", "the card pins this option: leave it as it is written"),
}
"""By the code of what is wrong with a card as it was typed: the field at fault, and what to do there."""

WHY = " # "
"""Stands between a wrong answer and why it is wrong."""

LIKE_WHY = re.compile(r"(?<= )(?=\\*#(?: |$))")
"""Where a wrong answer has such a sign of its own, with backslashes before it or without: one more is put here."""

NOT_WHY = re.compile(r"(?<= )\\(?=\\*#(?: |$))")
"""The backslash before a sign that belongs to a wrong answer."""


class FormScreen(ModalScreen[Record | None]):
    """Leaves with the values that were changed, "" and [] for what was emptied; with None where nothing was."""

    CSS_PATH = "review.tcss"
    AUTO_FOCUS = "TextArea"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s,f10", "keep", "take it", id="form.keep", priority=True),
        Binding("tab", "app.focus_next", "next field", id="form.next"),
        Binding("shift+tab", "app.focus_previous", "previous field", id="form.previous", show=False),
        Binding("escape", "leave", "back", id="form.leave", priority=True),
    ]

    def __init__(self, card: Card, typed: Record | None = None, problem: str = "", fault: str = "") -> None:
        """Offer the texts of a card; those `typed` before, which had a `problem`, are there to be mended.

        `fault` is the field to begin at, if it is there.
        """
        super().__init__()
        self._fault = fault
        self._values, self._card = of_card(card), card
        self._told = Static(plain(f"✗ {problem}", "bold $error") if problem else "", classes="above")
        self._told.display = bool(problem)
        self._warned = False
        names = [name for name in FIELDS if name in self._values or self._fits(name, card)]
        self._lists = {name for name in names if name in LISTS or isinstance(self._values.get(name), list)}
        shown = self._values | (typed or {})
        self._areas = {name: TextArea(_text(name, shown.get(name, "")), id=name, compact=True) for name in names}

    @staticmethod
    def _fits(name: str, card: Card) -> bool:
        """Whether an empty field has a use."""
        if card.kind in ("order", "truefalse"):
            return name == "explanation"
        return name != "cloze" or not card.question

    def compose(self) -> ComposeResult:
        """Lay out the fields, each below its name, under the passage, which stays in sight."""
        yield self._told
        if quoted := quotation(self._card):
            yield Static(quoted, classes="above quoted")
        with VerticalScroll(can_focus=False):
            for name, area in self._areas.items():
                yield Static(self._named(name))
                yield area
        yield KeyLine()

    def on_mount(self) -> None:
        """Begin at the field at fault, or the first, its name in sight, however its height came to be known."""
        if area := self._areas.get(self._fault):
            area.focus()
        else:
            self.call_after_refresh(self.query_one(VerticalScroll).scroll_home, animate=False)

    def _named(self, name: str) -> str:
        """Say what belongs into a field."""
        if name != "answer" or name not in self._lists:
            return FIELDS[name]
        return "Answer, in order" if self._card.ordered else "Answer, its parts one to a line"

    def action_keep(self) -> None:
        """Leave with what was changed."""
        self.dismiss(self._changed or None)

    @property
    def _changed(self) -> Record:
        """What was changed so far."""
        before = {name: self._values.get(name, "") for name in self._areas}
        touched = [name for name, area in self._areas.items() if area.text != _text(name, before[name])]
        values = {name: self._value(name) for name in touched}
        return {name: value for name, value in values.items() if value != before[name]}

    def _value(self, name: str) -> Value:
        """Return what stands in a field."""
        lines = [line.strip() for line in self._areas[name].text.splitlines()]
        if name not in self._lists:
            return "\n".join(lines).strip()
        before = self._values.get(name, [])
        known = {_line(name, item): item for item in before} if isinstance(before, list) else {}
        return [known[line] if line in known else _item(name, line) for line in lines if line]

    def action_leave(self) -> None:
        """Leave the card as it was; what was typed is given up only by a second key."""
        if self._warned or not self._changed:
            self.dismiss(None)
            return
        self._warned = self._told.display = True
        keys = [key_for(self, action) for action in ("keep", "leave")]
        self._told.update(
            plain(f"! not taken yet: {keys[0]} takes it, {keys[1]} once more gives it up", "bold $warning")
        )

    @on(TextArea.Changed)
    def _typing(self) -> None:
        """Warn again of what is typed after a warning."""
        self._warned = False


def _item(name: str, line: str) -> Value:
    """Read a line of a list: a wrong answer may say why it is wrong."""
    if name != "distractors":
        return line
    text, _, why = line.partition(WHY)
    text, why = NOT_WHY.sub("", text.strip()), why.strip()
    return {"text": text, "feedback": why} if why else text


def _text(name: str, value: Value) -> str:
    """Return a value as it stands in its field."""
    return "\n".join(_line(name, item) for item in value) if isinstance(value, list) else safe(str(value))


def _line(name: str, item: Value) -> str:
    """Return an item of a list as the line that stands for it, however many lines it has."""
    text, *why = map(str, item.values()) if isinstance(item, dict) else (str(item),)
    if name == "distractors":
        text = LIKE_WHY.sub(r"\\", " ".join(text.splitlines()))
    parts = (" ".join(filter(None, map(str.strip, part.splitlines()))) for part in (text, *why))
    return safe(WHY.join(parts))
