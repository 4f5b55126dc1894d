"""Right or wrong: by sign, by word and by colour, with the right answer, one's own, and the reason."""

from __future__ import annotations

from textual.content import Content
from textual.widgets import Static

from quiz.deck.model import Card
from quiz.study.model import Verdict
from quiz.study.session import OWN_WORD, Answer
from quiz.tui.words import plain, read_line, right, shown


class Outcome(Static):
    """What became of an answer."""

    DEFAULT_CSS = "Outcome { height: auto; margin: 1 0 0 0; }"

    def tell(self, answer: Answer) -> None:
        """Show the outcome of a checked answer."""
        self.update(outcome(answer))

    def reveal(self, card: Card) -> None:
        """Show the right answer of a card that the learner grades."""
        self.update(Content.assemble(("answer   ", "$faint"), right(card, "bold")))


def outcome(answer: Answer) -> Content:
    """Return the outcome in words: `✗ wrong   you said 1826 · right is 1829`, and why on a line of its own."""
    card, verdict = answer.item.card, answer.verdict
    solution, typed = shown(card.answer, "bold"), answer.question.way == "typed"
    if (answer.question.ordering or answer.question.ticking) and verdict:
        return several(answer.given, verdict)
    close = verdict is not None and verdict.close
    reason = verdict.reason if verdict else ""
    if answer.right and close:
        reason += ": taken as right"
    if answer.right:
        sign, style = ("✓ close", "bold $success") if close else ("✓ right", "bold $success")
        told = Content.assemble((sign, style), "   ", solution)
        other = typed and answer.given.strip().casefold() != read_line(card.answer).casefold()
        if close or (other and answer.given.strip()):
            told = Content.assemble(told, ("   you typed ", "$faint"), plain(answer.given))
    elif reason == OWN_WORD and answer.given.strip():
        told = Content.assemble(("✗ again", "bold $error"), ("   right is ", "$faint"), solution)
    else:
        sign = "✗ nearly" if close else "✗ wrong"
        told = Content.assemble(
            (sign, "bold $error"),
            ("   you said " if answer.given.strip() else "   not known", "$faint"),
            (plain if typed else shown)(answer.given.strip()),
            (" · right is ", "$faint"),
            solution,
        )
    why = (plain if typed else shown)(reason, "$faint")
    return Content.assemble(told, "\n", why) if reason and answer.given.strip() else told


def several(given: str, verdict: Verdict) -> Content:
    """Return the outcome of an order, whose items are shown in the right one already, or of ticks, likewise."""
    if verdict.right:
        return Content.styled("✓ right", "bold $success")
    word = "✗ not known" if not given else "✗ nearly" if verdict.close else "✗ wrong"
    told = Content.styled(word, "bold $error")
    return Content.assemble(told, (f"   {verdict.reason}", "$faint")) if given else told
