"""Order cards and true-or-false cards: reads the list of the one, and finds what is wrong with either."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quiz.deck.fields import noun, shown, texts
from quiz.deck.listing import misdashed
from quiz.deck.lock import read_lock
from quiz.deck.marks import doubles
from quiz.deck.model import TRUTHS
from quiz.deck.nodes import Mapping, Scalar, Sequence

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from quiz.deck.fields import Report
    from quiz.deck.lock import Generated
    from quiz.deck.model import Card
    from quiz.deck.nodes import Node

FEWEST, MOST = 2, 9
"""Items of an order card; each is picked by a digit."""

NAMES = {"order": "an order card", "truefalse": "a true-or-false card"}
SAID = {"yes": "true", "no": "false", "t": "true", "f": "false"}
"""What people write for true and false."""

NEEDLESS = ("cloze", "accept", "unit", "tolerance", "distractors", "pin")
"""Keys that neither has a use for."""


def truth(answer: str) -> str:
    """Read the answer of a true-or-false card: `yes`, `no`, `T` and `F` stand for true and false, in any case."""
    return SAID.get(answer.strip().casefold(), answer)


def items(found: dict[str, Node], report: Report) -> tuple[str, ...]:
    """Read the answer of an order card, each item on one line; () where it is no list."""
    if not isinstance(found.get("answer"), Sequence):
        return ()
    return tuple(" ".join(item.split()) for item in texts(found, "answer", report))


def judge_comparison(card: Card, node: Mapping, found: dict[str, Node], report: Report) -> None:
    """Report an order card or a true-or-false card that cannot be asked; other cards pass."""
    if card.kind not in NAMES:
        return
    if "cloze" in found and not card.question.strip():
        report.error(
            "no-question",
            found["cloze"],
            f"{NAMES[card.kind]} has no question",
            "write `question: ...` in place of `cloze`",
        )
    spelled_out = card.kind == "truefalse" and card.distractors == card.wrong
    for key in NEEDLESS:
        if key in found and not (key == "distractors" and spelled_out):
            report.warn("needless-key", found[key], f"{NAMES[card.kind]} has no use for `{key}`", "remove it")
    answer = found.get("answer", node)
    if card.kind == "truefalse" and card.answer.strip() and card.answer.strip().casefold() not in TRUTHS:
        message = f"the answer of a true-or-false card is true or false, not `{shown(card.answer)}`"
        report.error("truth-wanted", answer, message, "write `answer: true` or `answer: false`")
    if card.kind == "order" and "answer" in found:
        judge_items(card, answer, report)


def judge_items(card: Card, answer: Node, report: Report) -> None:
    """Report an answer that is no list of two to nine different items."""
    if not isinstance(answer, Sequence) and not misdashed(answer, report, 2):
        message = f"the answer of an order card is a list in the right order, and this is {noun(answer)}"
        report.error("list-wanted", answer, message, _as_list(answer))
    if not isinstance(answer, Sequence) or len(card.ordered) < len(answer.items):
        return
    if not FEWEST <= len(answer.items) <= MOST:
        message = f"an order card has {FEWEST} to {MOST} items, and this has {len(answer.items)}"
        report.error(
            "item-count", answer, message, "add some" if len(answer.items) < FEWEST else "make two cards of it"
        )
    for at in doubles(card.ordered):
        message = f"the item `{shown(card.ordered[at])}` is given twice"
        report.error("duplicate-item", answer.items[at], message, "then no order is right: reword or remove it")


def _as_list(answer: Node) -> str:
    """Say how what stands in place of the items of an order card becomes a list."""
    lines = answer.pairs if isinstance(answer, Mapping) and not answer.flow else []
    for key, value in lines:
        if not isinstance(key, Scalar) or not isinstance(value, Scalar):
            break
        numbered = key.text.strip(" .)").isdigit()
        return f"begin each line with a hyphen and a space: `- {shown(value.text if numbered else key.text, 20)}`"
    if isinstance(answer, Scalar) and answer.text.count(",") and "\n" not in answer.text and not answer.style:
        return f"write `answer: [{shown(answer.text)}]`"
    return "write `answer: [first, second, third]`"


def compares(deck: Path) -> bool:
    """Whether order cards or true-or-false cards were generated for a deck, some of which a person has kept.

    They are wanted again without being asked for, or they would count as lost. QuizError for a lock not to be read.
    """
    return any(not known.deleted for known in _generated(deck))


def compared(deck: Path) -> bool:
    """Whether such cards were ever generated for a deck; deleted ones too are recognised by being made again."""
    return any(True for _ in _generated(deck))


def _generated(deck: Path) -> Iterator[Generated]:
    return (known for known in read_lock(deck).generated.values() if known.values.get("kind") in NAMES)
