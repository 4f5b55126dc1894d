"""Generated cards one by one with their passage beside them: each is kept, changed, dropped, or left for later."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from quiz.deck.model import Card
from quiz.deck.record import Record
from quiz.deck.review import Review, State, opened
from quiz.errors import QuizError
from quiz.tui.messages import Left, Sought
from quiz.tui.screens.review.draft import shown
from quiz.tui.screens.review.form import FAULTS, FormScreen
from quiz.tui.screens.scrolling import ScrollingScreen
from quiz.tui.widgets.heading import Heading
from quiz.tui.widgets.keyline import KeyLine
from quiz.tui.widgets.passage import Passage


class ReviewScreen(ScrollingScreen):
    """One card after the other; every decision is in the deck's file at once, and can be taken back."""

    AUTO_FOCUS = ""
    KEPT = "Every decision is in the deck’s file at once: stop whenever you like."
    """What the help says at its end."""

    CSS_PATH = "review.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("k,enter", "keep", "keep", id="review.keep"),
        Binding("e", "change", "change", id="review.change"),
        Binding("E", "edit", "editor", id="review.edit"),
        Binding("d", "drop", "drop", id="review.drop"),
        Binding("n,right", "step(1)", "next", id="review.next"),
        Binding("u", "undo", "undo", id="review.undo"),
        Binding("p,left", "step(-1)", "back", id="review.previous"),
        Binding("s", "source", "document", id="review.source"),
        Binding("pagedown,down,space", "scroll(1)", "more", id="review.scroll_down"),
        Binding("pageup,up", "scroll(-1)", "back up", id="review.scroll_up", show=False),
        Binding("q,escape", "leave", "leave", id="review.leave"),
    ]

    def __init__(self, review: Review, *, everything: bool = False) -> None:
        """Go through the cards that wait for review, or through `everything`."""
        super().__init__()
        self._review = review
        rows = range(len(review.names)) if everything else review.waiting
        self._names = [review.names[at] for at in rows]
        self._at, self._failed, self._fault = 0, "", ""
        self._steps: list[tuple[Review, int, str]] = []
        self.heading, self.desk = Heading(), VerticalScroll(id="desk", can_focus=False)
        self._draft, self._passage = Static(id="draft"), Passage()

    @property
    def row(self) -> int | None:
        """The index, in the deck, of the card on show; None where it was dropped."""
        name = self._names[self._at]
        return self._review.names.index(name) if name in self._review.names else None

    @property
    def card(self) -> Card | None:
        """The card on show; None where it was dropped."""
        return None if self.row is None else self._review.deck.cards[self.row]

    def compose(self) -> ComposeResult:
        """Lay out the card and its passage."""
        yield self.heading
        with self.desk:
            yield Vertical(self._draft, id="page")
            yield self._passage
        yield KeyLine()

    def on_mount(self) -> None:
        """Show the first card."""
        self.watch(self.desk, "virtual_size", self.refresh_bindings, init=False)
        self._show()

    def _see(self, review: Review) -> None:
        """Take the deck as it is now; cards that are called something else since stay the same cards."""
        now = review.renamed(self._review)
        self._names = [now.get(name, name) for name in self._names]
        self._review = review

    def _show(self) -> None:
        """Show the card one is at."""
        row, card = self.row, self.card
        if row is None or card is None:
            self._draft.update(Content.styled("This card is dropped.", "$faint"))
            self._passage.forget()
        else:
            self._draft.update(shown(card, self._review.states[row]))
            self._passage.tell(self._review.deck, card)
        left = sum(self._waits(name) for name in self._names)
        words = f"card {self._at + 1:,} of {len(self._names):,} · {f'{left:,} left' if left else 'all reviewed'}"
        self.heading.tell(self._review.deck.title, words, 1 - left / len(self._names))
        self.desk.scroll_home(animate=False)
        self.refresh_bindings()
        self.call_after_refresh(self.refresh_bindings)

    def _waits(self, name: str) -> bool:
        """Whether a card is there and waits to be reviewed."""
        if name not in self._review.names:
            return False
        return self._review.states[self._review.names.index(name)] in (State.NEW, State.CHANGED)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only what there is."""
        card, row = self.card, self.row
        if action == "keep":
            return row is not None and self._review.states[row] is not State.OWN
        if action in ("change", "drop", "edit"):
            return card is not None
        if action == "source":
            return card is not None and card.source is not None
        if action == "step":
            return 0 <= self._at + (1 if parameters == (1,) else -1) < len(self._names)
        if action == "undo":
            return bool(self._steps)
        return self.scrolls(parameters) if action == "scroll" else True

    def _take(self, what: str, step: Callable[[Review, int], Review]) -> bool:
        """Take a step that changes the file; where that cannot be, say so and show the file as it is."""
        row, before = self.row, self._review
        if row is None:
            return False
        try:
            self._see(step(before, row))
        except QuizError as error:
            problem = error.problems[0]
            self._fault, hint = FAULTS.get(problem.code, ("", problem.hint))
            self._failed = f"not {what}: {problem.message} ({hint})"
            self.notice.fail(self._failed)
            self._reread()
            return False
        self._steps.append((before, self._at, what))
        self.notice.tell(what)
        return True

    def _go_on(self) -> None:
        """Go to the next card that waits, from here on and then from the first."""
        order = [*range(self._at + 1, len(self._names)), *range(self._at)]
        following = next((at for at in order if self._waits(self._names[at])), None)
        if following is None:
            self.notice.tell("nothing is left to review: q leaves")
        else:
            self._at = following
        self._show()

    def action_keep(self) -> None:
        """Keep the card as it is, and go on."""
        if self._take("kept", Review.kept):
            self._go_on()

    def action_drop(self) -> None:
        """Take the card out of the deck, and go on."""
        if self._take("dropped: u takes it back", Review.dropped):
            self._go_on()

    def action_step(self, step: int) -> None:
        """Show the next card, or the one before, and leave this one as it is."""
        self.notice.clear()
        self._at += step
        self._show()

    def action_undo(self) -> None:
        """Take the last decision back."""
        before, at, what = self._steps.pop()
        try:
            self._see(self._review.written(before.text, before.lock))
        except QuizError as error:
            self.notice.fail(f"not taken back: {error}")
            self._reread()
            return
        self._at = at
        self.notice.tell(f"taken back: {what.partition(':')[0]}")
        self._show()

    def action_change(self) -> None:
        """Change the card in a form."""
        if card := self.card:
            self.app.push_screen(FormScreen(card), self._changed)

    def _changed(self, values: Record | None) -> None:
        """Take the values that were changed in the form over."""
        if values is None or self._take("changed", lambda review, row: review.changed(row, values)):
            self._show()
        elif card := self.card:
            self.app.push_screen(FormScreen(card, values, self._failed, self._fault), self._changed)

    def action_edit(self) -> None:
        """Open the card in the person's editor, and take the deck as it is after that; it can be taken back."""
        from quiz.tui.editing import edit

        self._reread()
        before, steps, card = self._review, self._steps, self.card
        if card and card.place and (failed := edit(self.app, self._review.path, card.place.line)):
            self.notice.fail(f"not edited: {failed}")
        self._reread()
        if self._review.text != before.text:
            self._steps = [*steps, (before, self._at, "edited")]
            self.notice.tell("edited: u takes it back")
            self.refresh_bindings()

    def _reread(self) -> None:
        """Show the file as it is; where it is broken, say so and stay with what was read before.

        Past what others changed no step is taken back, which would take their changes with it.
        """
        try:
            found = opened(self._review.path)
        except QuizError as error:
            self.notice.fail(f"{error.problems[0]}: mend it, then go on")
        else:
            if found.text != self._review.text:
                self._steps = []
            self._see(found)
        self._show()

    def action_source(self) -> None:
        """Show the passage in its document."""
        if card := self.card:
            self.post_message(Sought(self._review.deck, card))

    def action_leave(self) -> None:
        """Leave; all decisions are in the file."""
        self.post_message(Left())
