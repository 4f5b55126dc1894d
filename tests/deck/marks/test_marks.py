"""Which runs a text has, and that texts nobody marked stay as they are."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.deck.marks import HELD, literal, plain, typeable, unmarked
from quiz.deck.marks.maths import readable
from quiz.deck.marks.runs import Run, backslashed, runs
from quiz.deck.marks.tex import LONGEST
from quiz.deck.model import Card
from tests.growth import grows_linearly

HERE = Path(__file__).parent


def rows(name: str) -> Iterator[tuple[str, str]]:
    for line in (HERE / name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("# "):
            text, _, wanted = line.rpartition(" | ") if " | " in line else (line.removesuffix("|"), "", "")
            yield text.rstrip(), wanted


def shown(run: Run) -> str:
    look = {(True, True): "both", (True, False): "strong", (False, True): "em"}.get((run.strong, run.emphasis), "")
    if run.sort == "text":
        return f"[{look} {run.text}]" if look else f"~{run.text}"
    return f"[{' '.join(filter(None, (run.sort, look)))} {run.text}]"


@pytest.mark.parametrize(("text", "wanted"), list(rows("cases.txt")))
def test_runs(text: str, wanted: str) -> None:
    assert "".join(map(shown, runs(text))) == wanted
    if wanted == f"~{text}":
        assert plain(text) == literal(text) == text


@pytest.mark.parametrize(("formula", "wanted"), list(rows("formulas.txt")))
def test_formulas_in_letters(formula: str, wanted: str) -> None:
    assert readable(formula) == wanted
    assert plain(f"${formula}$") == (wanted or f"${formula}$")


def test_a_formula_in_too_deep_or_too_long_stays_as_it_is() -> None:
    assert readable("{" * 5000 + "}" * 5000) == readable("{" * 20 + "}" * 20) == ""
    assert readable("x" * (LONGEST + 1)) == ""


def test_blocks_of_code_keep_their_lines_and_blanks() -> None:
    text = "What is *x*?\n```python\n  x = *y*\n\n    z = `w`\n```\nSay **it**."
    assert [(run.text, run.sort) for run in runs(text)] == [
        ("What is ", "text"),
        ("x", "text"),
        ("?\n", "text"),
        ("  x = *y*\n\n    z = `w`", "block"),
        ("\nSay ", "text"),
        ("it", "text"),
        (".", "text"),
    ]
    assert plain(text) == "What is x?\n  x = *y*\n\n    z = `w`\nSay it."


@pytest.mark.parametrize("text", ["```\nx", "x ```y\n```", "````\nx\n```", "```\n```x", "``` `\nx\n```"])
def test_what_is_no_block_stays(text: str) -> None:
    assert plain(text) == text


def test_an_empty_block() -> None:
    assert [(run.text, run.sort) for run in runs("```\n```")] == [("", "block")]


def test_emphasis_ends_with_its_paragraph_and_maths_with_its_line() -> None:
    assert plain("*a\nb*") == "a\nb"
    for text in ("*a\n\nb*", "*a\n \nb*", "$a\nb$", "`a\nb`"):
        assert plain(text) == text
    assert [(run.text, run.sort) for run in runs("$$\nx\n$$")] == [("x", "display")]


SIGNS = st.text(st.sampled_from("*_`$\\ \nab1.(“!日"), max_size=40)
TEXTS = (
    SIGNS
    | st.text(max_size=60)
    | st.lists(st.sampled_from(["![a_b](c_d.png)", "[sound:*a*.mp3]", "*", "\\", "`", "x"])).map("".join)
)


@given(TEXTS)
@settings(max_examples=2000, deadline=None)
def test_what_is_made_literal_reads_as_it_was(text: str) -> None:
    assert plain(literal(text)) == text
    assert all(run.sort in ("text", "media") and not run.strong and not run.emphasis for run in runs(literal(text)))
    assert literal(text) == text or plain(text) != text or any(run.sort != "text" for run in runs(text))


@given(TEXTS)
@settings(max_examples=1000, deadline=None)
def test_any_text_is_read_and_nothing_of_it_is_lost(text: str) -> None:
    kept = [letter for letter in text if letter not in "*_`$\\ \n"]
    said = [letter for run in runs(text) for letter in run.text if letter not in "*_`$\\ \n"]
    assert said == kept


@pytest.mark.parametrize(
    "part",
    ["*a ", "a* ", "*a _b ", "**a* ", "$a ", "$a$", "\\$", "`a ``b ", "```x\n", "![", "\\", "***a* ", "[sound:", "*a*"],
)
def test_hostile_texts_are_read_in_linear_time(part: str) -> None:
    assert grows_linearly(lambda size: (plain(part * size), literal(part * size)), 2000)


def test_backslashes_that_no_sign_follows_are_read_in_linear_time() -> None:
    def read(size: int) -> None:
        slashes = "\\" * size
        assert plain(f"{slashes}x *a*") == f"{slashes}x a"
        assert backslashed(f"{slashes}x *a*") == rf"{slashes}x \*a\*"

    assert grows_linearly(read, 4000)


def test_what_is_typed_may_be_the_formula() -> None:
    assert typeable(Card("$x^2$", accept=("*b*",))) == Card("x²", accept=("b", "x^2"))
    assert unmarked(Card("$x^2$", accept=("*b*",))) == Card("x²", accept=("b",))


def test_a_card_without_marks_stays_that_card() -> None:
    card = Card("5 kg", "How heavy?", accept=("5,000 g",), distractors=("6 kg",), feedback=("no",), hint="5?")
    assert unmarked(card) is typeable(card) is card


def test_a_card_with_marks_loses_them() -> None:
    card = Card("*a*", "`q`", accept=("**b**",), distractors=("$x^2$",), feedback=("*f*",), hint="*h*")
    assert unmarked(card) == Card("a", "q", accept=("b",), distractors=("x²",), feedback=("f",), hint="h")


@pytest.mark.parametrize(
    ("cloze", "bare"),
    [
        ("*In {{1829}}* it **was {{so}}**.", "In {{1829}} it was {{so}}."),
        ("It is {{*a*}}, {{b * c}}", "It is {{a}}, {{b * c}}"),
        ("*a {{b* c}}", "*a {{b* c}}"),
        ("$E = {{mc^2}}$", "E = {{mc^2}}"),
        (f"*a{HELD} {{{{b}}}}* {{{{*c{HELD}*}}}}", f"a{HELD} {{{{b}}}} {{{{c{HELD}}}}}"),
    ],
)
def test_gaps_stay_gaps(cloze: str, bare: str) -> None:
    assert unmarked(Card("x", cloze=cloze)).cloze == bare


def test_a_text_without_signs_loads_nothing() -> None:
    code = (
        "import sys; from quiz.deck.marks import plain, literal, unmarked; from quiz.deck.model import Card; "
        "plain('a'); literal('b'); unmarked(Card('a', 'q')); "
        "print([name for name in sys.modules if name.startswith('quiz.deck.marks.')])"
    )
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True, env=os.environ)
    assert done.stdout.strip() == "[]"
