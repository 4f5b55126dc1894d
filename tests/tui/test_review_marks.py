"""A card under review reads as its learner sees it, and is changed as it is written."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from quiz.deck.merge import merge
from quiz.deck.model import Card
from quiz.deck.review import State, opened
from quiz.tui.reviewing import ReviewApp
from quiz.tui.screens.review import draft
from quiz.tui.words import LONGEST, clozed
from tests.deck.openings import DECK
from tests.tui.stage import shown

PLAY = Card(
    "*Hamlet*",
    "Which **play** has $x^2$ \\*acts\\*?",
    id="a",
    accept=("`Ham  let`",),
    distractors=("_Macbeth_",),
    feedback=("Not *he*.",),
    explanation="```\nfor n:\n  print(n)\n```",
    hint="By *him*.",
    tags=("*a*",),
)
AREA = Card("$r^2$", cloze="An *area*: $A = \\pi {{r^2}}$, {{*so*}} `{{x}}`.", id="b")


async def test_marks_are_looks_on_the_screen_and_signs_in_the_form(tmp_path: Path) -> None:
    path = tmp_path / "openings.yaml"
    merge(path, replace(DECK, cards=(PLAY, AREA)))
    app = ReviewApp(opened(path))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        told = shown(app)
        assert "Which play has x² *acts*?" in told
        assert "answer      Hamlet\n" in told
        assert "also right  Ham  let\n" in told
        assert "wrong       Macbeth  Not he.\n" in told
        assert "hint        By him.\n" in told
        assert "remark      for n:\n                  print(n)\n" in told
        assert "tags        *a*\n" in told
        await pilot.press("n")
        assert "An area: A = π {{r^2}}, {{so}} {{x}}." in shown(app)
        await pilot.press("p", "e")
        await pilot.pause()
        assert "Which **play** has $x^2$ \\*acts\\*?" in shown(app)


def test_looks_go_on_top_of_what_a_value_looks_like() -> None:
    content = draft.shown(PLAY, State.NEW)
    looks = {(content.plain[span.start : span.end], str(span.style)) for span in content.spans}
    assert {("Hamlet", "bold $success italic"), ("play", "bold bold underline"), ("he", "$faint italic")} <= looks


@pytest.mark.parametrize(
    ("cloze", "told"),
    [
        ("a {{b}} *c*", "a {{b}} c"),
        ("*a {{b}} c* {{d_e}}", "a {{b}} c {{d_e}}"),
        ("`a {{b}}`", "a {{b}}"),
        ("$\\begin{{x}}$", "$\\begin{{x}}$"),
        ("*a* \ufdd2 {{b}}", "a \ufffd {{b}}"),
        ("no gap, *a*", "no gap, a"),
    ],
)
def test_a_cloze_keeps_its_gaps(cloze: str, told: str) -> None:
    assert clozed(cloze).plain == told


def test_a_long_cloze_is_cut() -> None:
    assert clozed("*" + "a {{b}} " * LONGEST).plain.endswith("more characters)")
