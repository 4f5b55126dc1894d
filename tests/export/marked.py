"""A deck with marks in all its texts, for every format that shows them."""

from __future__ import annotations

from dataclasses import replace

from quiz.deck.model import Card, Deck
from tests.export.samples import DECK

BLOCK = "What does this print?\n```python\nfor n in range(2):\n\n    print(n)\n```"
PLAY = Card(
    "*Hamlet*",
    "Which play of *Shakespeare* begins with **two** guards?",
    id="play",
    distractors=("*Macbeth*", "`King` Lear", "$x^2$"),
    feedback=("", "No, **not** `<b>`.", ""),
    hint="Say `print(1)` as $x^2 + \\alpha$.",
    explanation="Literal \\*stars\\* and *real* ones, 2*3*4.",
)
CODE = Card("```\n0\n1\n```", BLOCK, id="code", accept=("`0` and `1`",))
AREA = Card("$r^2$", cloze="The *area* is $A = \\pi {{r^2}}$.", id="area")
GAP = Card("1829", cloze="In **{{1829}}** he went to *Russia*.", id="gap")
ORDER = Card("*a* → `b` → c", "Order **these**.", id="order", kind="order", ordered=("*a*", "`b`", "c"))
LITERAL = Card("\\*a\\*", "What does \\*a\\* mean?", id="literal", accept=("\\_b\\_",))
MARKED = (PLAY, CODE, AREA, GAP, ORDER, LITERAL)
MARKS = replace(DECK, cards=MARKED, title="Marks", id="marks")


def alone(card: Card) -> Deck:
    """A deck of one of them."""
    return replace(MARKS, cards=(card,))
