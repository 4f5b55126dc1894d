"""Where a gap ends."""

from __future__ import annotations

import pytest

from quiz.deck.cloze import fault, gaps, hints


@pytest.mark.parametrize(
    ("cloze", "held", "clues"),
    [
        ("It is {{a}} and {{c1::b}}.", ("a", "b"), ()),
        (r"It is {{\frac{a}{b}}} and {{x^{a^{b}}}}.", (r"\frac{a}{b}", "x^{a^{b}}"), ()),
        ("It is {{x^{2}::a square}}.", ("x^{2}",), ("a square",)),
        ("The set {{{a}}}", ("{a}",), ()),
    ],
)
def test_of_several_braces_the_last_two_end_a_gap(cloze: str, held: tuple[str, ...], clues: tuple[str, ...]) -> None:
    assert (gaps(cloze), hints(cloze), fault(cloze)) == (held, clues, None)
