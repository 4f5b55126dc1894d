"""The passage below an answer: in quotation marks that can be told from its own, with the answer marked."""

from __future__ import annotations

import pytest

from quiz.deck.model import Card, Passage, Source
from quiz.tui.widgets.passage import quotation


@pytest.mark.parametrize(
    ("passage", "shown"),
    [
        ("The Nile floods.", "“The Nile floods.”"),
        ("“The Nile floods.”", "“The Nile floods.”"),
        ("“It floods,” said Strabo.", "“It floods,” said Strabo."),
        ("He blamed “the Iranian side.”", "He blamed “the Iranian side.”"),
        ("He blamed “the Iranian side”.", "He blamed “the Iranian side”."),
        ("Strabo said “it floods” twice.", "“Strabo said ‘it floods’ twice.”"),
        ("She said “he cried ‘flood’” to us.", "She said “he cried ‘flood’” to us."),
        ('A pipe of 5" and another.', 'A pipe of 5" and another.'),
        ("„Es flutet“, he said.", "„Es flutet“, he said."),
    ],
)
def test_no_marks_stand_twice(passage: str, shown: str) -> None:
    assert quotation(Card("x", question="?", source=Source(Passage(passage, line=1)))).plain == shown


def test_the_answer_is_marked_among_marks_made_single() -> None:
    said = quotation(
        Card("“it floods”", question="?", source=Source(Passage("Strabo said “it floods” twice.", line=1)))
    )

    assert said.plain == "“Strabo said ‘it floods’ twice.”"
    assert [said.plain[span.start : span.end] for span in said.spans if "underline" in str(span.style)]
