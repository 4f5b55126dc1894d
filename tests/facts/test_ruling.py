"""Our ruler tells of every token what the language model's own tells, in less time."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.facts.language import RULER, model, shipped
from quiz.facts.ruling import Ruling

SEEDS = Path(__file__).parents[2] / "seeds"
ODD = (
    "Let's go, I'm gonna do it. You ain't got nothin'. There's a man, and others. Y'all come! C'm on; 'nuff.",
    "I gotta. Somethin' goin' on doin' ol' 'em. But for us he'd've left; they're, we'll, she's, can't, won't, shan't.",
    "He did have what had been; to be, or not to be: that which does. \n\n  \tShe gets it, he got it, upon that.",
    "",
)
WORDS = sorted({word for text in ODD for word in text.split()} | set("the war of 1812 was , . ; ( ) “ ” % $ 5".split()))


@cache
def library() -> Any:
    """The model as it comes."""
    return shipped()


def told(nlp: Any, text: str) -> list[tuple[object, ...]]:
    """All that a model tells of a text's tokens but for the dependency of blanks."""
    return [
        (t.text, t.tag_, t.pos_, t.lemma_, str(t.morph), t.ent_type_, t.head.i, t.is_space or t.dep_) for t in nlp(text)
    ]


def test_the_model_has_our_ruler_in_its_own_place() -> None:
    assert isinstance(dict(model().pipeline)[RULER], Ruling)
    assert model().pipe_names == library().pipe_names


@pytest.mark.parametrize("text", [*ODD, *(path.read_text()[:6000] for path in sorted(SEEDS.glob("*.md")))])
def test_every_token_is_told_the_same(text: str) -> None:
    assert told(model(), text) == told(library(), text)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=30).map(" ".join))
def test_any_words_are_told_the_same(text: str) -> None:
    assert told(model(), text) == told(library(), text)


def test_what_is_remembered_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("quiz.facts.ruling.MOST", 3)
    for text in ODD:
        assert told(model(), text) == told(library(), text)


@pytest.mark.parametrize(
    "pattern",
    [
        [{"TAG": "NN"}, {"TAG": "NN"}, {"TAG": "NN"}],
        [{"SHAPE": "dd"}],
        [{"TAG": {"REGEX": "^N"}}],
        [{"LOWER": {"NOT_IN": ["a"]}}],
        [{"LOWER": {"REGEX": "a*"}}],
        [{"TAG": {">": 1}}],
    ],
)
def test_a_rule_that_asks_for_more_is_refused(pattern: list[object]) -> None:
    ruler = SimpleNamespace(vocab=library().vocab, patterns=[{"patterns": [pattern]}], attrs=[{}], indices=[0])

    with pytest.raises(ValueError, match=r"a rule asks for|not in tuple"):
        Ruling(ruler)
