"""Cards full of signs of marks, and how their texts look."""

from __future__ import annotations

import re
from dataclasses import replace

from hypothesis import strategies as st

from quiz.deck.marks.compose import DISPLAY, MATH, canonical, ending
from quiz.deck.marks.runs import MATHS, runs
from quiz.deck.model import GAP, Card, chain

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
        f"{draw(one_line)} 1", f"{draw(long)}\n2", explanation=f"{draw(long)}\n3", hint=f"4 {draw(long)}", id="a"
    )
    sort = draw(st.sampled_from(["typed", "choice", "order", "cloze"]))
    if sort == "choice":
        wrong = (f"{draw(one_line)} 5", f"{draw(one_line)} 6")
        return replace(card, distractors=wrong, feedback=("", f"7 {draw(texts)}"))
    if sort == "order":
        items = tuple(" ".join(f"{draw(texts)} {at}".split()) for at in (8, 9))
        return replace(card, kind="order", ordered=items, answer=chain(items))
    if sort == "cloze":
        return replace(card, question="", cloze=f"{draw(texts)} {{{{12}}}} *x*", answer="12")
    return replace(card, accept=(f"{draw(one_line)} 7",))


def look(text: str, *, whole: bool) -> str:
    """How a text looks, or its line; formulas look the same whatever their blanks."""
    found = FORMULA.sub(lambda tex: "".join(tex[0].split()), canonical(text if whole else " ".join(text.split())))
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


def writable(card: Card) -> bool:
    """Whether Markdown has a way to write it: a backtick in a formula would begin code for most readers."""
    texts = (card.question, card.cloze, card.explanation, card.hint, *card.right, *card.ordered)
    texts += (*card.distractors, *card.feedback)
    formulas = [run.text for text in texts for run in runs(text) if run.sort in MATHS]
    return GAP not in card.question and not any("`" in tex for tex in formulas)
