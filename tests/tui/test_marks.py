"""Marks in texts of cards as a terminal shows them: by weight, slant and colour, with their lines and blanks."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.content import Content

from quiz.deck.model import Card, Deck
from quiz.tui.words import LONGEST, shown
from tests.tui.stage import SIZES, hold, staged

CODE = "What is told?\n```python\nfor n in range(3):\n    if n:\n        print(n)\n```\nAll of *it*?"
MARKED = Deck(
    "Marks",
    (
        Card(
            "**To be**, or *not*",
            "What does *Hamlet* **say** in `act 3` of $x^2 \\le \\frac{1}{2}$?",
            id="a",
            distractors=("`print(x)`", "\\*as typed\\*", "$\\begin{x}$"),
            explanation="Said in *act three*, for $5 and $10.",
        ),
        Card("```\n1\n  2\n```", CODE, id="b"),
    ),
    id="marks",
)


def looks(content: Content) -> list[tuple[str, str]]:
    return [(content.plain[span.start : span.end], str(span.style)) for span in content.spans]


@pytest.mark.parametrize(
    ("text", "style", "plain", "spans"),
    [
        ("as *is*", "", "as is", [("is", "italic")]),
        ("**a** `b`", "", "a b", [("a", "bold"), ("b", "$accent not bold")]),
        ("**a** b", "bold", "a b", [("a", "bold bold underline"), (" b", "bold")]),
        ("`a`", "$error", "a", [("a", "$error")]),
        ("$x^2$ \\*", "", "x² *", []),
        ("*a\x1b[31m*", "", "a␛[31m", [("a␛[31m", "italic")]),
        ("*![a_b](c_d.png)*", "", "[picture: a_b]", [("[picture: a_b]", "italic")]),
        ("[bold]a[/] *b*", "", "[bold]a[/] b", [("b", "italic")]),
    ],
)
def test_looks(text: str, style: str, plain: str, spans: list[tuple[str, str]]) -> None:
    content = shown(text, style)
    assert (content.plain, looks(content)) == (plain, spans)


def test_a_long_text_is_cut() -> None:
    assert shown("*" + "a " * LONGEST).plain.endswith("more characters)")


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_a_sitting(size: tuple[int, int], tmp_path: Path) -> None:
    app = staged(tmp_path, (MARKED,))
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        hold(app, "marks")
        await app.screen.run_action("choose(1)")
        await pilot.pause()
        hold(app, "marks-told")
        await app.screen.run_action("next")
        await app.screen.run_action("reveal")
        await pilot.pause()
        hold(app, "marks-code")
