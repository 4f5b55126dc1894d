"""Our ruler and lemmas tell of every token what the language model's own tell, in less time."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.facts.language import model, shipped
from quiz.facts.lemmas import Lemmas
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


def test_the_model_has_our_components_in_the_place_of_its_own() -> None:
    assert isinstance(dict(model().pipeline)["attribute_ruler"], Ruling)
    assert isinstance(dict(model().pipeline)["lemmatizer"], Lemmas)
    assert model().pipe_names == library().pipe_names


@pytest.mark.parametrize("text", [*ODD, *(path.read_text()[:6000] for path in sorted(SEEDS.glob("*.md")))])
def test_every_token_is_told_the_same(text: str) -> None:
    assert told(model(), text) == told(library(), text)


@settings(max_examples=40)
@given(st.lists(st.sampled_from(WORDS), max_size=30).map(" ".join))
def test_any_words_are_told_the_same(text: str) -> None:
    assert told(model(), text) == told(library(), text)


@pytest.mark.parametrize("bound", ["quiz.facts.ruling.MOST", "quiz.facts.lemmas.MOST"])
def test_what_is_remembered_is_bounded(monkeypatch: pytest.MonkeyPatch, bound: str) -> None:
    monkeypatch.setattr(bound, 3)
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


@pytest.mark.parametrize(("mode", "overwrite"), [("lookup", False), ("rule", True)])
def test_a_lemmatizer_that_goes_by_more_than_rules_is_refused(mode: str, *, overwrite: bool) -> None:
    with pytest.raises(ValueError, match="more than is known"):
        Lemmas(SimpleNamespace(mode=mode, overwrite=overwrite))
