"""Packages of QTI show emphasis, strong words, code and formulas, each where its version has a place for it."""

from __future__ import annotations

import json
from html import unescape
from pathlib import Path
from typing import Any
from unicodedata import normalize
from urllib.parse import unquote
from xml.etree.ElementTree import tostring

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree, html
from text2qti.config import Config
from text2qti.markdown import Markdown

from quiz.deck.marks.maths import readable
from quiz.deck.marks.runs import MATHS, runs
from quiz.deck.marks.tex import LONGEST
from quiz.deck.model import Card, Deck
from quiz.export.asked import asked
from quiz.export.losses import Losses
from quiz.export.qti import version12, version30
from quiz.export.qti.items import ASI
from quiz.export.qti.mathml import MATHML, mathml
from quiz.export.request import Request
from tests.export import test_qti3, test_qti12
from tests.export.browser import browsed
from tests.export.counterparts import player
from tests.export.hostile_decks import decks
from tests.export.marked import AREA, CODE, MARKED, MARKS, ORDER, PLAY, alone

NOW = Request(0)
INLINE = {"em", "strong", "code", "math", "br", "img", "audio", "video"}
HOLDS = dict.fromkeys(["em", "strong", "code"], INLINE) | {
    "p": INLINE | {"qti-text-entry-interaction"},
    "div": INLINE | {"pre", "qti-text-entry-interaction"},
    "qti-prompt": INLINE | {"pre"},
    "qti-simple-choice": INLINE | {"pre"},
    "qti-content-body": {"p", "div"},
    "pre": set(),
    "br": set(),
}
"""What may stand in what, of all that the schema of QTI 3.0 lets there; a formula has its own schema."""


def items(folder: Path, *cards: Card) -> list[Any]:
    """Cards as items of QTI 3.0."""
    version30.write([Deck("x", cards, id="marks")], folder / "x.zip", NOW)
    found = test_qti3.items(folder / "x.zip")
    for item in found:
        nested(item)
    return found


def nested(item: Any) -> None:
    """Fail unless each element stands where it may."""
    for each in item.iter("{*}*"):
        if not each.tag.startswith(f"{{{MATHML}}}") and etree.QName(each).localname in HOLDS:
            inside = {etree.QName(inner).localname for inner in each}
            assert inside <= HOLDS[etree.QName(each).localname], etree.tostring(each)


def inner(element: Any) -> str:
    """What is in an element, as it is written, without namespaces."""
    written = etree.tostring(element, encoding="unicode", with_tail=False)
    for uri in (MATHML, ASI, "http://www.w3.org/2001/XMLSchema-instance"):
        written = written.replace(f' xmlns="{uri}"', "").replace(f' xmlns:xsi="{uri}"', "")
    return str(written.partition(">")[2].rpartition("<")[0])


def bodies(folder: Path, *cards: Card) -> list[Any]:
    """Cards as items of QTI 1.2."""
    version12.write([Deck("x", cards, id="marks")], folder / "x.zip", NOW)
    return test_qti12.read(folder / "x.zip")


def prompt(item: Any) -> str:
    return str(item.findtext("q:presentation/q:material/q:mattext", namespaces=test_qti12.NS))


def options(item: Any) -> list[str]:
    labels = item.findall(".//q:render_choice/q:response_label", test_qti12.NS)
    return [each.findtext(".//q:mattext", namespaces=test_qti12.NS) for each in labels]


def test_an_item_shows_each_look(tmp_path: Path) -> None:
    play, code, area, gap, order, literal = items(tmp_path, *MARKED)
    assert inner(play.find(".//{*}qti-prompt")) == (
        "Which play of <em>Shakespeare</em> begins with <strong>two</strong> guards?"
    )
    assert {inner(each) for each in play.iter("{*}qti-simple-choice")} == {
        "<em>Hamlet</em>",
        "<em>Macbeth</em>",
        "<code>King</code> Lear",
        '<math display="inline"><msup><mi>x</mi><mn>2</mn></msup></math>',
    }
    why, told = (inner(each.find(".//{*}p")) for each in play.iter("{*}qti-modal-feedback"))
    assert why == "No, <strong>not</strong> <code>&lt;b&gt;</code>."
    assert told == "Literal *stars* and <em>real</em> ones, 2*3*4."
    assert inner(code.find(".//{*}div")) == "What does this print?<pre>for n in range(2):\n\n    print(n)</pre>"
    entry = '<qti-text-entry-interaction response-identifier="RESPONSE" expected-length="7"/>'
    assert inner(area.find(".//{*}p")) == f"The <em>area</em> is A = π {entry}."
    assert inner(gap.find(".//{*}p")).endswith(" he went to <em>Russia</em>.")
    assert gap.find(".//{*}strong") is None
    assert [inner(each) for each in order.iter("{*}qti-simple-choice")] == ["<code>b</code>", "c", "<em>a</em>"]
    assert inner(literal.find(".//{*}p")) == "What does *a* mean?"


def test_case_counts_in_answers_of_maths_and_code_alone(tmp_path: Path) -> None:
    entries = [
        (each.get("map-key"), each.get("case-sensitive"))
        for item in items(tmp_path, CODE, AREA, MARKED[-1])
        for each in item.iter("{*}qti-map-entry")
    ]
    cased, free = [("0 1", "true"), ("0 and 1", "true"), ("r²", "true"), ("r^2", "true")], ["*a*", "_b_"]
    assert entries == [*cased, *((text, "false") for text in free)]
    report = version12.write([MARKS], tmp_path / "x.zip", NOW)
    assert "capitals do not count in an answer of maths or code: QTI 1.2 compares without case (cards code, area)" in [
        each.message for each in report.warnings
    ]


def test_a_formula_beyond_our_reader_stays_as_it_is_written(tmp_path: Path) -> None:
    card = Card("a", question=r"What is $\begin{x}$ and $x$?", id="a")
    report = version30.write([alone(card)], tmp_path / "y.zip", NOW)
    assert [each.message.partition(":")[0] for each in report.warnings] == ["a formula stays as it is written"]
    (item,) = items(tmp_path, card)
    assert inner(item.find(".//{*}p")) == (r'What is $\begin{x}$ and <math display="inline"><mi>x</mi></math>?')


def test_true_and_false_look_alike(tmp_path: Path) -> None:
    card = Card("*False*", question="Is it **so**?", kind="truefalse", id="a")
    (item,) = items(tmp_path, card)
    assert [inner(each) for each in item.iter("{*}qti-simple-choice")] == ["True", "False"]


def test_a_quiz_for_canvas_shows_each_look(tmp_path: Path) -> None:
    play, code, area, gap, order, literal = bodies(tmp_path, *MARKED)
    assert prompt(play) == "<p>Which play of <em>Shakespeare</em> begins with <strong>two</strong> guards?</p>"
    assert {"<p><em>Hamlet</em></p>", "<p><code>King</code> Lear</p>"} < {*options(play)}
    assert unescape(prompt(code)) == "<div>What does this print?<pre>for n in range(2):\n\n    print(n)</pre></div>"
    assert prompt(area) == "<p>The <em>area</em> is A = π _____.</p>"
    assert prompt(gap) == "<p>In <strong>_____</strong> he went to <em>Russia</em>.</p>"
    assert {*options(order)} == {
        f"<p>{' → '.join(items)}</p>"
        for items in (
            ("<em>a</em>", "<code>b</code>", "c"),
            ("<code>b</code>", "<em>a</em>", "c"),
            ("<em>a</em>", "c", "<code>b</code>"),
        )
    }
    assert prompt(literal) == "<p>What does *a* mean?</p>"


TEX = st.one_of(
    st.sampled_from([r"x^2 + \frac{a}{b}", r"a < b & c", r"\text{it's \$5} ~ `x`", r"100\% \\ \num{3} \SI{1}{m}"]),
    st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")), min_size=1, max_size=30),
)


@given(tex=TEX)
@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_formula_is_as_text2qti_writes_its_own(tmp_path: Path, tex: str) -> None:
    text = f"**b** ${tex}$ c"
    if [run.text for run in runs(text) if run.sort in MATHS] != [tex]:
        return
    (item,) = bodies(tmp_path, Card("a", question=text, id="a"))
    (ours,), (theirs,) = (
        html.fromstring(each).xpath("//img")
        for each in (prompt(item), f"<p>{Markdown(Config()).latex_to_canvas_img(normalize('NFC', tex))}</p>")
    )
    assert unquote(ours.attrib.pop("src")) == theirs.attrib.pop("src")
    assert dict(ours.attrib) == dict(theirs.attrib)


@given(deck=decks())
@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
def test_marks_of_any_deck_leave_the_words_as_they_are(tmp_path: Path, deck: Deck) -> None:
    ((_, questions),) = asked([deck], Losses(), version30.CARRIER)
    for each, item, body in zip(questions, items(tmp_path, *deck.cards), bodies(tmp_path, *deck.cards), strict=True):
        wanted = "".join("" if run.sort in MATHS else run.text for run in each.runs(each.prompt))
        found = item.find(".//{*}qti-prompt")
        if found is not None and not any(run.sort in MATHS for run in each.runs(each.prompt)):
            assert "".join("".join(found.itertext()).split()) == "".join(wanted.split())
        shown = "".join(html.fromstring(prompt(body)).itertext())
        assert "".join(shown.split()).startswith("".join(wanted.split()))


ELEMENTS = "math mrow mi mn mo mtext mspace mfrac msqrt mover munder munderover msub msup msubsup"
TOKENS = [*r"\frac \sqrt \bar \text \mathbb \sin \sum \alpha \quad { } ^ _ ' x 2 . - ( ~ R".split(), " "]


@given(formula=st.lists(st.sampled_from(TOKENS)).map("".join))
def test_every_formula_in_letters_is_one_in_mathml(formula: str) -> None:
    told, made = readable(formula), mathml(formula)
    if told:
        assert made is not None
        assert {each.tag for each in made.iter()} <= {*ELEMENTS.split()}
        arity = {"mfrac": 2, "mover": 2, "munder": 2, "msub": 2, "msup": 2, "munderover": 3, "msubsup": 3}
        assert all(len(each) == arity[each.tag] for each in made.iter() if each.tag in arity)
        assert sorted(filter(str.isalnum, "".join(made.itertext()))) == sorted(_bare(told))


def _bare(told: str) -> list[str]:
    """The letters and digits of a formula, raised or not."""
    return [letter for letter in normalize("NFKD", told) if letter.isalnum()]


@pytest.mark.parametrize(
    ("formula", "wanted"),
    [
        (r"\frac{a+b}{2}", "<mfrac><mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow><mn>2</mn></mfrac>"),
        ("3.14x_1^2", "<mn>3.14</mn><msubsup><mi>x</mi><mn>1</mn><mn>2</mn></msubsup>"),
        ("x^2_1", "<msubsup><mi>x</mi><mn>1</mn><mn>2</mn></msubsup>"),
        ("f''(x)", "<msup><mi>f</mi><mrow><mo>′</mo><mo>′</mo></mrow></msup><mo>(</mo><mi>x</mi><mo>)</mo>"),
        (
            r"\sum_{i=1}^n i",
            "<munderover><mo>∑</mo><mrow><mi>i</mi><mo>=</mo><mn>1</mn></mrow><mi>n</mi></munderover><mi>i</mi>",
        ),
        (r"\sin^2 x", '<msup><mi>sin</mi><mn>2</mn></msup><mspace width="0.2em"/><mi>x</mi>'),
        (r"\text{if } x", "<mtext>if\u00a0</mtext><mi>x</mi>"),
        (r"\bar{x}^2", '<msup><mover accent="true"><mi>x</mi><mo>¯</mo></mover><mn>2</mn></msup>'),
        (r"\mathbb{R}", "<mi>ℝ</mi>"),
        (r"\sqrt{x}", "<msqrt><mi>x</mi></msqrt>"),
        ("^2", "<msup><mrow/><mn>2</mn></msup>"),
    ],
)
def test_a_formula_is_mathml(formula: str, wanted: str) -> None:
    made = mathml(formula)
    assert made is not None
    assert inner(etree.fromstring(tostring(made))) == wanted


@pytest.mark.parametrize("formula", [r"\begin{x}", "{" * 20, "x" * (LONGEST + 1), r"\mathbb{7}", "a & b"])
def test_what_we_cannot_read_is_no_mathml(formula: str) -> None:
    assert mathml(formula) is None


@pytest.mark.chromium
def test_a_browser_sets_a_formula(tmp_path: Path) -> None:
    made = mathml(r"\frac{1}{x^2} + x_2")
    assert made is not None
    script = """const foot = (each) => each.getBoundingClientRect().bottom;
        const [above, below, over] = ["msup", "msub", "mfrac"].map((name) => document.querySelector(name).children);
        const found = [foot(above[1]) < foot(above[0]), foot(below[1]) > foot(below[0]), foot(over[0]) < foot(over[1])];
        document.body.innerHTML = `<pre id="found">${JSON.stringify(found)}</pre>`;"""
    (tmp_path / "page.html").write_text(
        f"<!doctype html><body>{tostring(made, 'unicode')}<script>{script}</script></body>"
    )
    shown = browsed("--dump-dom", (tmp_path / "page.html").as_uri(), profile=tmp_path / "profile")
    assert json.loads(shown.split('<pre id="found">')[1].split("</pre>")[0]) == [True, True, True]


@pytest.mark.chromium
@pytest.mark.node
def test_the_reference_player_takes_marks_and_formulas(tmp_path: Path) -> None:
    """It knows each element, but leaves it to MathJax to set formulas."""
    cards = (PLAY, CODE, ORDER, Card("a", question=r"*Is* it $\frac{1}{x^2}$?", id="maths"))
    tried: list[dict[str, Any]] = []
    for card, item in zip(cards, items(tmp_path, *cards), strict=True):
        right = [each.text for each in item.findall(".//{*}qti-correct-response/{*}qti-value")]
        tries = [right if card is ORDER else right[0], *["0 AND 1"] * (card is CODE)]
        tried.append({"xml": etree.tostring(item, encoding="unicode"), "tries": tries})
    (tmp_path / "player.html").write_text(player(tried), encoding="utf-8")
    shown = browsed("--dump-dom", (tmp_path / "player.html").as_uri(), profile=tmp_path / "profile")
    play, code, order, maths = json.loads(unescape(shown.split('<pre id="found">')[1].split("</pre>")[0]))
    assert [each["scores"] for each in (play, code, order, maths)] == [[1], [1, 0], [1], [1]]
    seen = {tuple(each) for each in play["marks"]}
    assert {("em", "Shakespeare"), ("strong", "two"), ("code", "King"), ("em", "real"), ("math", "x2")} <= seen
    assert code["marks"] == [["pre", "for n in range(2):\n\n    print(n)"]]
    assert order["marks"][0] == ["strong", "these"]
    assert [name for name, _ in maths["marks"]] == ["em", "math"]
