"""Marks of a deck, and signs that are none, come back from Markdown as they look."""

from __future__ import annotations

import re
import shutil
import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from quiz.deck.marks import plain
from quiz.deck.marks.compose import BLOCK, DISPLAY, MATH, canonical, ending
from quiz.deck.marks.runs import MATHS, runs
from quiz.deck.model import GAP, Card, Deck, chain
from quiz.deck.read import load_decks
from quiz.export import markdown
from quiz.export.request import Request
from quiz.verbs.importing import import_decks
from tests.export.marked import MARKED

PIECES = (
    "word (brackets) [square] a,b \\ \\\\ \\* \\_ \\` \\$ * ** _ ` ``` $ $$ 2*3*4 snake_case *em* **strong** "
    "***both*** _em_ `code` `` a`b `` `\\*` `<b>` $x^2$ $\\frac{a}{b}$ $a_1$ $$y$$ \\*a\\* \\\\*a* \\$5 $5 C:\\temp "
    "<b> # - 1. > *a `b` c* **a *b* c** (*a*) *a*, “*a*” *a*! {a} : :: Because: ![a](b) 世 *世*"
).split(" ")
BLOCKS = ("```\na\n  b\n\nc\n```", "```\n- x\n1. y\n# z\n```", "````\n```\n````")

texts = st.lists(st.sampled_from(PIECES), min_size=1, max_size=6).flatmap(
    lambda parts: st.sampled_from([" ", "", "\n"]).map(lambda glue: glue.join(parts))
)
long = texts | st.tuples(texts, st.sampled_from(BLOCKS), texts).map("\n".join) | st.sampled_from(BLOCKS)


one_line = texts.map(lambda text: " ".join(text.split()))  # as formats write answers


FORMULA = re.compile("|".join(f"{sign}[^{ending(sign)}]*{ending(sign)}" for sign in (MATH, DISPLAY)))


@st.composite
def cards(draw: st.DrawFn) -> Card:
    """A card whose texts are full of signs, which no two texts that look different read alike."""
    card = Card(
        f"{draw(one_line)} 1", f"{draw(long)}\n2", explanation=f"3 {draw(long)}", hint=f"4 {draw(long)}", id="a"
    )
    sort = draw(st.sampled_from(["typed", "choice", "order", "cloze"]))
    if sort == "choice":
        wrong = (f"{draw(one_line)} 5", f"{draw(one_line)} 6")
        return replace(card, distractors=wrong, feedback=("", f"7 {draw(texts)}"))
    if sort == "order":
        items = tuple(" ".join(f"{draw(texts)} {at}".split()) for at in (8, 9))
        # no mark begins in one item and ends in another
        assume(canonical(chain(items)) == chain(map(canonical, items)))
        return replace(card, kind="order", ordered=items, answer=chain(items))
    if sort == "cloze":
        return replace(card, question="", cloze=f"{draw(texts)} {{{{12}}}} *x*", answer="12")
    return replace(card, accept=(f"{draw(one_line)} 7",))


def back(card: Card) -> Card:
    """Write a card as Markdown and import it."""
    folder = Path(tempfile.mkdtemp())
    try:
        markdown.write([Deck("Deck", (card,), id="deck")], folder / "x.md", Request(0))
        assert import_decks([folder / "x.md"], folder / "decks", None) == 0
        ((found,),) = [deck.cards for deck in load_decks([folder / "decks"])]
        return found
    finally:
        shutil.rmtree(folder)


def look(text: str, *, whole: bool) -> str:
    """How a text looks, or its line; an empty block looks like nothing, and formulas the same whatever their blanks."""
    found = canonical(text if whole else " ".join(text.split())).replace(BLOCK + ending(BLOCK), "")
    found = FORMULA.sub(lambda tex: "".join(tex[0].split()), found)
    return "\n".join(" ".join(each.split()) for each in found.strip().split("\n"))


def same(card: Card, found: Card) -> None:
    """Fail unless a card looks as it did."""
    for key in ("question", "cloze", "explanation", "hint"):
        assert look(getattr(found, key), whole=True) == look(getattr(card, key), whole=True), key
    for key in ("answer", "accept", "ordered", "distractors"):
        mine, theirs = ([*map(line, listed(getattr(each, key)))] for each in (card, found))
        assert (sorted(theirs) if key == "distractors" else theirs) == (sorted(mine) if key == "distractors" else mine)


def listed(texts: str | tuple[str, ...]) -> tuple[str, ...]:
    return (texts,) if isinstance(texts, str) else texts


def line(text: str) -> str:
    return look(text, whole=False)


@pytest.mark.parametrize("card", MARKED, ids=lambda card: card.id)
def test_every_look_comes_back(card: Card) -> None:
    found = back(card)
    same(card, found)
    said = dict(zip(card.distractors, card.feedback, strict=False))
    assert dict(zip(found.distractors, found.feedback, strict=False)) == said


@pytest.mark.parametrize("text", [r"\*a\*", "2*3*4", "snake_case", r"\\\*a\*", "C:\\temp", "$5 and $10", r"\`a\` *b*"])
def test_signs_that_are_none_stay_so(text: str) -> None:
    found = back(Card("x", question=text, id="a"))
    assert plain(found.question) == plain(text)
    assert canonical(found.question) == canonical(text)


QUIET = [HealthCheck.too_slow, HealthCheck.filter_too_much]


def writable(card: Card) -> bool:
    """Whether Markdown has a way to write it: a backtick in a formula would begin code for most readers."""
    texts = (card.question, card.cloze, card.explanation, card.hint, *card.right, *card.ordered)
    texts += (*card.distractors, *card.feedback)
    formulas = [run.text for text in texts for run in runs(text) if run.sort in MATHS]
    return GAP not in card.question and not any("`" in tex for tex in formulas)


@settings(deadline=None, max_examples=40, suppress_health_check=QUIET)
@given(card=cards().filter(writable))
def test_any_signs_come_back(card: Card) -> None:
    same(card, back(card))


@pytest.mark.slow
@settings(deadline=None, max_examples=1500, suppress_health_check=QUIET)
@given(card=cards().filter(writable))
def test_a_thousand_cards_of_signs_come_back(card: Card) -> None:
    same(card, back(card))
