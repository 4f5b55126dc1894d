"""Words typed in Anki's editor, with the lines and blanks it writes: text of the card, in each field of each type."""

from __future__ import annotations

from pathlib import Path

import pytest

from quiz.deck.model import Card
from quiz.deck.read import load_decks
from tests.conftest import Run
from tests.imports.owner import Log, Owner, back, note
from tests.imports.test_again import change

DECK = """\
title: Rivers
id: rivers
cards:
  - id: question
    question: Where does the Danube end?
    answer: Black Sea
    distractors: [{text: Nile, feedback: A river.}, Elbe]
    explanation: It does.
    hint: No ocean.
  - id: cloze
    cloze: Baghdad was founded in {{762}} on the Tigris.
    distractors: [{text: "763", feedback: Near.}, "764"]
    explanation: It does.
    hint: No ocean.
  - id: order
    kind: order
    question: Put these in order.
    answer: [Nile, Danube, Rhine]
    explanation: It does.
    hint: No ocean.
  - id: choice
    question: Which reaches the Black Sea?
    answer: Dniester
    distractors: [{text: Oder, feedback: No.}, Volga]
    explanation: It does.
    hint: No ocean.
  - id: typed
    question: How is the river called?
    answer: Tigris
    explanation: It does.
    hint: No ocean.
  - id: quote
    kind: quote
    question: Who said of the river, “The die is cast”?
    answer: Caesar
    distractors: [{text: Cicero, feedback: No.}, Cato]
    explanation: It does.
    hint: No ocean.
"""
TYPES = {"typed": "typed", "choice": "choice"}

TYPED = {
    "one two": "one two",
    "one&nbsp;two": "one two",
    "one&nbsp; two": "one  two",
    "one<br>two": "one\ntwo",
    "<div>one</div><div>two</div>": "one\ntwo",
    "one<div>two</div>": "one\ntwo",
    "one<div><br></div><div>two</div>": "one\n\ntwo",
    "one<br>&nbsp; two": "one\n  two",
    "one two<br>": "one two",
    "one two&nbsp;": "one two",
    "<div>one two<br></div>": "one two",
    "one &lt; 2 &amp; 3 &gt; 2": "one < 2 & 3 > 2",
    "{one} two": "{one} two",
    "*one* two": r"\*one\* two",
    "<b>one</b>&nbsp;<i>two</i><br>": "**one** *two*",
    "<div><b>one</b></div><div>two</div>": "**one**\ntwo",
    "<b>one<br>two</b>": "**one\ntwo**",
    "<b><i>one</i> two</b>": "***one* two**",
    "<div>one <code>two</code>&nbsp;</div>": "one `two`",
    r"one \(x^2\)<br>&nbsp;": "one $x^2$",
    "one<pre>two</pre>": "one\n\n```\ntwo\n```",
}
FIELDS = (
    ("question", "Question", "question"),
    ("question", "Answer", "answer"),
    ("cloze", "Answer", "answer"),
    ("order", "Question", "question"),
    ("choice", "Question", "question"),
    ("choice", "Answer", "answer"),
    ("typed", "Question", "question"),
    ("quote", "Speaker", "answer"),
    *((card, "Explanation", "explanation") for card in ("question", "cloze", "order", "choice", "typed", "quote")),
    *((card, "Reserve 1", "hint") for card in ("question", "cloze", "order", "choice", "typed", "quote")),
)


LISTS = {
    "question": ("Elbe", "A river."),
    "cloze": ("764", "Near."),
    "choice": ("Volga", "No."),
    "quote": ("Cato", "No."),
}
"""A wrong answer of each card that offers some, and the feedback to another."""


def cards(deck: Path) -> dict[str, Card]:
    return {card.id: card for card in load_decks([deck])[0].cards}


def of_card(card: str) -> str:
    return f'"ID:rivers/{card}"'


def listed(owner: Owner, card: str, html: str) -> str:
    """The choices of a card, one of them and one feedback typed anew."""
    wrong, why = LISTS[card]
    return str(note(owner, of_card(card))["Choices"].replace(wrong, html.replace("one", "ten")).replace(why, html))


@pytest.mark.parametrize("html", TYPED)
def test_what_is_typed_is_text_of_the_card(run: Run, mine: Path, there: Owner, tmp_path: Path, html: str) -> None:
    text = TYPED[html]
    for card, field, _ in FIELDS:
        change(there, of_card(card), **{field: html})
    for card in LISTS:
        change(there, of_card(card), Choices=listed(there, card, html))
    change(there, of_card("cloze"), Text=f"{html} {{{{c1::762}}}}")
    edited = {card: note(there, of_card(card)).fields for card in cards(mine)}

    ended = run("import", there.export(), "-o", "mine")

    found = cards(mine)
    assert {(card, key): getattr(found[card], key) for card, _, key in FIELDS} == {
        (card, key): text for card, _, key in FIELDS
    }
    for card in LISTS:
        assert (text.replace("one", "ten") in found[card].distractors, text in found[card].feedback) == (True, True)
    assert found["cloze"].cloze.split() == [*text.split(), "{{762}}"]
    assert (ended.out, ended.err) == ("mine/rivers.yaml: 6 updated\n", "")

    assert back(run, there, tmp_path)[0] == Log(0, 0, 6, 0)
    assert {card: note(there, of_card(card)).fields for card in found} == edited
    assert run("import", there.export(), "-o", "mine").out == "mine/rivers.yaml: 6 unchanged\n"


@pytest.mark.parametrize(
    ("fields", "question"),
    [
        ({"Quote": "“One<br>two”"}, "Who said of the river, “One\ntwo”?"),
        ({"Quote": "One two"}, "One two Who said of the river:"),
        ({"Question": "Whose words are these?"}, "“The die is cast” Whose words are these?"),
        ({"Quote": "“One two”", "Question": "Who wrote it?"}, "“One two” Who wrote it?"),
    ],
)
def test_a_quotation_and_who_is_asked_for_are_the_question(
    run: Run, mine: Path, there: Owner, fields: dict[str, str], question: str
) -> None:
    change(there, of_card("quote"), **fields)
    ended = run("import", there.export(), "-o", "mine")
    assert (cards(mine)["quote"].question, ended.err) == (question, "")


def test_what_a_typed_card_is_compared_with_is_told_where_its_answer_says_something_else(
    run: Run, mine: Path, there: Owner
) -> None:
    change(there, of_card("typed"), Answer="one&nbsp;two")
    assert "its note in Anki has `Typed` “Tigris”" in run("import", there.export(), "-o", "mine").err
    assert cards(mine)["typed"].answer == "one two"


def test_an_answer_typed_anew_in_both_its_fields_is_told_of_nothing(run: Run, mine: Path, there: Owner) -> None:
    change(there, of_card("typed"), Answer="<div>one&nbsp;two</div>", Typed="one&nbsp;two")
    ended = run("import", there.export(), "-o", "mine")
    assert (cards(mine)["typed"].answer, ended.err) == ("one two", "")
