"""Through GIFT and back: answers of several parts, marks around gaps, and signs that no text should have."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quiz.deck.marks import HELD, plain
from quiz.deck.marks.compose import canonical
from quiz.deck.marks.runs import backslashed
from quiz.deck.model import BESIDE, Card, Deck, together
from quiz.export import gift
from quiz.export.request import Request
from quiz.imports.gift import read
from quiz.imports.gift.questions import HIDDEN

GAPS = "The {{Oder}} and the {{Neisse}} flow north."
LISTS = (
    ("salt and pepper", "oil"),
    ("Trinidad and Tobago", "Antigua and Barbuda", "St Kitts and Nevis"),
    ("a, b", "c/d", "x; y"),
    ("a; b", "c; d"),
    ("a and b", "c", "d, e", "f"),
    ("one; two", "three", "four and five", "six, seven", "eight"),
    (r"\*a", r"b\*", "2*3*4"),
)


def back(folder: Path, card: Card) -> Card:
    """A card as it comes back in a new folder."""
    gift.write([Deck("Deck", (replace(card, id="c"),), id="deck")], folder / "deck.gift", Request(0))
    ((item,),) = (shelf.items for shelf in read(folder / "deck.gift").shelves)
    return item.card


def raw(folder: Path, text: str) -> Card:
    """The one card of a file."""
    (folder / "deck.gift").write_text(text, "utf-8")
    ((item,),) = (shelf.items for shelf in read(folder / "deck.gift").shelves)
    return item.card


@pytest.mark.parametrize("parts", LISTS)
@pytest.mark.parametrize(
    "asked",
    [Card("", "Which?"), Card("", cloze=GAPS), Card("", "The _____ and the _____?"), Card("", cloze="So {{x}} it is.")],
)
def test_parts_come_back_whatever_they_hold(tmp_path: Path, parts: tuple[str, ...], asked: Card) -> None:
    found = back(tmp_path, replace(asked, answer=together(parts), all_of=parts))
    assert tuple(map(plain, found.all_of)) == tuple(map(plain, parts))
    assert plain(found.answer) == BESIDE.join(map(plain, parts))
    assert (found.prompt, found.answer, found.accept) == (asked.prompt, together(found.all_of), ())


def test_what_else_counts_stays_beside_the_parts(tmp_path: Path) -> None:
    card = Card("red; blue", "Which?", all_of=("red", "blue"), accept=("both", "blue & red"))
    assert back(tmp_path, card).accept == card.accept


PIECES = st.sampled_from(
    ["and", ",", "/", ";", "a", "b", "c d", "*", "_x_", "(2 answers, with commas between)", "=", "->"]
)


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.lists(PIECES, min_size=1, max_size=4).map(" ".join), min_size=2, max_size=5, unique=True))
def test_any_parts_come_back(tmp_path: Path, texts: list[str]) -> None:
    parts = tuple(text.replace("->", "→") for text in texts)
    written = tuple(map(backslashed, parts))
    found = back(tmp_path, Card(together(written), "Which?", all_of=written))
    assert (found.question, tuple(map(plain, found.all_of)), found.accept) == ("Which?", parts, ())


@pytest.mark.parametrize(
    "answers",
    ["=a; b =a, b", "=a; b =a, b =a and b", "=red; blue =red; blue, too", "=a; b =c", "=a =b", "=a; b"],
)
def test_answers_of_others_are_no_list(tmp_path: Path, answers: str) -> None:
    first, *others = (each.strip() for each in answers.split("=")[1:])
    found = raw(tmp_path, f"Which?{{{answers}}}")
    assert (found.answer, found.all_of, found.accept) == (first, (), tuple(others))


def test_a_number_of_answers_tells_the_parts_where_some_forms_are_deleted(tmp_path: Path) -> None:
    found = raw(tmp_path, "Which? (2 answers, with commas between){=a; b =b, a}")
    assert (found.question, found.all_of, found.accept) == ("Which?", ("a", "b"), ())


SIGNS = "".join(map(chr, (*map(ord, HIDDEN.values()), 0xE108, 0xE109, 0xE10A, 0x10FFFF)))


@pytest.mark.parametrize("sign", [HELD, *SIGNS])
def test_signs_that_mean_something_here_are_letters_of_a_text(tmp_path: Path, sign: str) -> None:
    question = f"::n{sign}::A {sign} \\= {sign} and\\n_____ \\~{sign}{{\n=b{sign}\\: ~c{sign}x#{sign}\n}}"
    (tmp_path / "deck.gift").write_text(f"$CATEGORY: A{sign}/B\n\n{question}", "utf-8")
    (shelf,) = read(tmp_path / "deck.gift").shelves
    found = shelf.items[0].card
    assert shelf.title == f"A{sign}::B"
    assert found.prompt == f"A {sign} = {sign} and\n_____ ~{sign}"
    assert (found.answer, found.distractors, found.feedback) == (f"b{sign}:", (f"c{sign}x",), (sign,))


@pytest.mark.parametrize(
    "cloze",
    [
        "A **{{x}}** b.",
        "A **b {{x}} c** d.",
        "A *b {{x}}* d.",
        "**A {{x}} c** d.",
        "A *{{x}}*, d.",
        "A ({{x}}) d.",
        "A pre{{x}}fix d.",
        "**2** times 2*{{x}}*3*4.",
        "A `b {{x}} c` d.",
        "A **b** {{x}} **c** d.",
        r"A **b** \*c {{x}} d\* e.",
    ],
)
def test_marks_around_a_gap_come_back(tmp_path: Path, cloze: str) -> None:
    found = back(tmp_path, Card("x", cloze=cloze))
    assert canonical(found.cloze) == canonical(cloze)


def test_what_cannot_be_marked_is_told(tmp_path: Path) -> None:
    (tmp_path / "deck.gift").write_text(
        "[html]Is <b><pre>code</pre></b> good?{=yes}\n\n[html]Is <b>so</b> good?{=yes}\n\n"
        "Which?{=a ~[html]<u>b</u>#[html]<u>no</u>}\n\nWhat <u>is</u> it?{#3:1}\n"
    )
    found = read(tmp_path / "deck.gift")
    (warning,) = found.warnings
    assert (warning.message.rpartition(": ")[2], warning.place.line) == ("3", 1)


def test_the_size_of_a_picture_is_told(tmp_path: Path) -> None:
    (tmp_path / "deck.gift").write_text('[html]Which <img src\\="x.png" width\\="5">?{=yes}\n')
    (warning,) = read(tmp_path / "deck.gift").warnings
    assert "of a size or style of their own" in warning.message
