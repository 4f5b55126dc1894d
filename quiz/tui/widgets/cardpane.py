"""One card as it will be asked, with its answer, its passage, and all the history knows of it."""

from __future__ import annotations

from collections.abc import Sequence

from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from quiz.deck.model import Card, Deck
from quiz.study.asking import Question, ask
from quiz.study.catalogue.states import BURIED, FLAGGED, LEECH, SIGNS, SUSPENDED, State, word
from quiz.study.model import Memory
from quiz.study.scheduling.choosing import preferred
from quiz.study.scheduling.schedule import interval_words
from quiz.study.sitting import Desk
from quiz.tui.widgets.passage import Passage
from quiz.tui.words import line, read_line, right, shown

WAYS = {"choice": "asked with options", "typed": "asked to be typed", "reveal": "shown, and graded by you"}


class CardPane(VerticalScroll, can_focus=False):
    """A card that is looked at: shown beside the list or below it."""

    def __init__(self, desk: Desk) -> None:
        """Lay out the parts."""
        self._desk = desk
        self._state, self._prompt = Static(), Static(id="prompt")
        self._options, self._answer, self._facts = Static(), Static(id="answer"), Static(id="facts")
        self._passage = Passage()
        super().__init__(self._state, self._prompt, self._options, self._answer, self._passage, self._facts)

    def tell(self, deck: Deck, card: Card, memory: Memory | None, state: State) -> None:
        """Show a card."""
        question = ask(card, card.id, preferred=preferred(memory, self._desk.study))
        self._state.update(self._standing(memory, state))
        self._prompt.update(shown(question.prompt, "bold"))
        self._options.update(_asked(question))
        self._answer.update(_answer(card))
        self._passage.tell(deck, card)
        self._facts.update(_facts(deck, card))
        self.scroll_home(animate=False)

    def _standing(self, memory: Memory | None, state: State) -> Content:
        """Return how a card stands: its state, when it comes again, how well it is known, how often it was answered."""
        said = word(state)
        parts = [f"{SIGNS[said]} {said}", *(["⚑ flagged"] if state & FLAGGED else [])]
        if memory is None:
            return Content.styled(" · ".join([*parts, "never asked"]), "$faint")
        now = self._desk.now
        if not state & (SUSPENDED | LEECH | BURIED):
            parts.append(f"due in {interval_words(memory.due - now)}" if memory.due > now else "due now")
        parts.append(f"known by {self._desk.schedule.recall(memory, now):.0%} now".replace("%", " %"))
        parts += [_times(memory.answers, "answer"), *([f"forgotten {memory.lapses}×"] if memory.lapses else [])]
        return Content.styled(" · ".join(parts), "$faint")


def _asked(question: Question) -> Content:
    """Return how a card is asked: in words, and its options if it has some."""
    way = "asked to be put in order" if question.ordering else WAYS[question.way]
    way = "asked with options, of which several are right" if question.ticking else way
    expected = f": {question.expected}" if question.way == "typed" and question.expected else ""
    options: Sequence[Content] = [
        Content.assemble((f"   {at}", "$accent bold"), "  ", shown(option))
        for at, option in enumerate(question.options, start=1)
    ]
    return Content("\n").join([*options, Content.styled(f"({way}{expected})", "$faint")])


def _answer(card: Card) -> Content:
    """Return the right answer, and what else is taken as right."""
    told = Content.assemble(("answer   ", "$faint"), right(card, "bold $success"))
    also = "; ".join(map(read_line, card.accept))
    return Content.assemble(told, (f"\nalso     {also}", "$faint")) if also else told


def _facts(deck: Deck, card: Card) -> Content:
    """Return where a card belongs: its deck, kind, tags and line in the file."""
    place = f"{card.place.path}:{card.place.line}" if card.place and card.place.line else deck.path
    tags = " ".join((*card.tags, *deck.tags))
    told = (("deck", deck.title), ("kind", card.kind), ("tags", tags), ("file", place))
    return Content.styled("\n".join(f"{name}     {line(said)}" for name, said in told if said.strip()), "$faint")


def _times(number: int, noun: str) -> str:
    """Return a number with its noun."""
    return f"{number:,} {noun}{'s' * (number != 1)}"
