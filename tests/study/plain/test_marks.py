"""Marks in texts of cards on lines: plain text, with its lines and the blanks that code begins with."""

from __future__ import annotations

from quiz.deck.model import Card, Deck
from quiz.study.asking import ask
from quiz.study.model import Grade, Verdict
from quiz.study.plain import wording
from quiz.study.printable import read, read_line, wrapped
from quiz.study.session import Answer, Item

CODE = "```\nfor n in range(3):\n    print(n)\n```"


def test_texts_are_read_without_marks() -> None:
    assert read("*a* `b` $x^2$ \\*c\\* $5") == "a b x² *c* $5"
    assert read_line("**a**\n```\n  b\n```") == "a b"
    assert read("![*a*](b_c.png) *d* \x07") == "[picture: a] d ␇"


def test_code_keeps_its_lines_and_blanks() -> None:
    assert wrapped(read(CODE), 20) == ["for n in range(3):", "    print(n)"]
    assert wrapped("    " + "x" * 8, 8) == ["   ", "xxxxxxxx"]
    assert wording.right(Card(CODE)) == ["Answer:", "for n in range(3):", "    print(n)"]
    assert wording.right(Card("*one*")) == ["Answer: one"]


def test_an_option_is_told_as_it_reads_and_what_was_typed_as_it_was() -> None:
    card = Card("*Nile*", "Which?", distractors=("`Rhine`",), feedback=("**No**.",), explanation="*Long*.")
    item, wrong = Item(Deck("d", (card,)), card), Verdict(right=False, reason="**No**.")
    chosen = Answer(item, ask(card, ""), "`Rhine`", wrong, Grade.AGAIN)
    typed = Answer(item, ask(card, "", forced="typed"), "*x*", Verdict(right=False), Grade.AGAIN)

    assert wording.outcome(chosen) == ["Wrong.", "You said: Rhine", "Right is: Nile", "Why: No."]
    assert wording.outcome(typed)[1:] == ["You said: *x*", "Right is: Nile"]
    assert wording.passage(Deck("d", (card,)), card) == ["Note: Long."]
