"""Marks in texts of cards as Anki shows them, in the real one; texts without marks stay what they were."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings

from quiz.deck.marks import plain
from quiz.deck.marks.runs import Run, runs
from quiz.deck.model import Passage, Source
from quiz.export.anki.markup import cloze, escaped, written
from tests.deck.marks.test_marks import TEXTS
from tests.export.collection import BAGHDAD, FOUNDED, Anki, Shelf, words

SAID = {
    "*a* b": "<i>a</i> b",
    "**a *b***": "<b>a </b><b><i>b</i></b>",
    "`<b>{{c1::x}}`": "<code>&lt;b&gt;&#123;&#123;c1::x&#125;&#125;</code>",
    "`\\(x\\)`": "<code>\\<span></span>(x\\)</code>",
    "a\n```\n  x\n    y\n```\nb": "a<pre>  x<br>    y</pre>b",
    "$x^{2} < y$": "\\(x^&#123;2&#125; &lt; y\\)",
    "$$\n\\frac{a}{b}\n$$": "\\[\\frac&#123;a&#125;&#123;b&#125;\\]",
    "$a \\) b$": "$a \\) b$",
    "$$a \\\\\\] b$$": "$$a \\\\\\] b$$",
    "$$a \\\\[2pt] b$$": "\\[a \\\\[2pt] b\\]",
    "$f(x\\\\)$": "\\(f(x\\\\)\\)",
    "\\*a\\* $5": "*a* $5",
    "\\(x\\) *a*": "\\<span></span>(x\\) <i>a</i>",
    "[sound:a_b.mp3] *x*": "&#91;sound:a_b.mp3] <i>x</i>",
}


@pytest.mark.parametrize(("text", "html"), SAID.items())
def test_marks_as_html(text: str, html: str) -> None:
    assert written(text) == html


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("*In {{1829}}* it was.", "<i>In {{c1::1829}}</i> it was."),
        ("It is {{**so**}}, **{{or}}** so.", "It is {{c1::<b>so</b>}}, <b>{{c1::or}}</b> so."),
        (r"$E = {{mc^{2}}}$ here", r"\(E = {{c1::mc^&#123;2&#125;}}\) here"),
        (r"It is {{$\frac{a}{b}$}}.", r"It is {{c1::\(\frac&#123;a&#125;&#123;b&#125;\)}}."),
        ("*a {{b* c}}", "*a {{c1::b* c}}"),
        ("`x = {{1}}` is", "<code>x = {{c1::1}}</code> is"),
        ("snake_{{case}} is 2*{{3}}*4", "snake_{{c1::case}} is 2*{{c1::3}}*4"),
    ],
)
def test_marks_of_a_cloze(text: str, html: str) -> None:
    assert cloze(text, "x") == html


def test_the_hint_of_a_gap_in_a_formula() -> None:
    assert cloze("$E = {{m}} {{c}}^2$ or {{*so*}}", "x", ("a: b", "", "*h*")) == (
        r"\(E = {{c1::m::a&#58; b}} {{c1::c}}^2\) or {{c1::<i>so</i>::<i>h</i>}}"
    )


@given(TEXTS)
@settings(max_examples=1000, deadline=None)
def test_a_text_without_marks_is_written_as_ever(text: str) -> None:
    if runs(text) == [Run(text)] or plain(text) == text == written(text):
        assert written(text) == escaped(text)


def test_the_real_anki_shows_marks(anki: Anki, shelf: Shelf) -> None:
    card = replace(
        BAGHDAD,
        question="Which *river* of `x` and $x^{2}$?",
        answer="**Tigris**",
        accept=("*Dijla*",),
        distractors=("`Nile`", "$x$"),
        explanation="*Long*.",
        source=Source(Passage("So *long* is the Tigris.")),
    )
    anki.take(shelf(card))
    front, back = anki.sides("rivers/baghdad")
    assert "Which <i>river</i> of <code>x</code> and \\(x^&#123;2&#125;\\)?" in front
    assert "<b>Tigris</b>" in back
    assert "<bdi><code>Nile</code></bdi>" in back
    assert "So *long* is the <mark>Tigris</mark>." in back
    assert "<i>Long</i>." in back


def test_the_real_anki_asks_gaps_within_marks(anki: Anki, shelf: Shelf) -> None:
    anki.take(shelf(replace(FOUNDED, cloze=r"*So* $E = {{m\frac{c}{1}}}$ and {{**that**}}", answer="x")))
    front, back = anki.sides("rivers/founded")
    assert words(front, "ask") == r"So \(E = [...]\) and [...]"
    assert words(back, "ask") == r"So \(E = m\frac{c}{1}\) and that"
    assert r"\(E = m\frac&#123;c&#125;&#123;1&#125;\)" in back
    assert "<b>that</b>" in back


def test_what_is_typed_is_compared_with_the_plain_answer(anki: Anki, shelf: Shelf) -> None:
    anki.take(shelf(replace(BAGHDAD, answer="*the* **Tigris**", distractors=())), present=("typed",))
    assert anki.note("rivers/baghdad")["Typed"] == "the Tigris"
    assert "typeMissed" not in anki.collection.compare_answer(anki.note("rivers/baghdad")["Typed"], "the Tigris")
    assert anki.note("rivers/baghdad")["Answer"] == "<i>the</i> <b>Tigris</b>"
