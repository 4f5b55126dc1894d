"""Sentences are packed and unpacked without loss, and take little memory."""

from __future__ import annotations

import gc
import tracemalloc

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quiz.documents.model import Block, BlockKind, Span
from quiz.facts import packing
from quiz.facts.packing import Parses
from quiz.facts.sentences import Name, Sentence, Word

BLOCK = Block(BlockKind.body, Span(0, 1 << 20))
TEXT = st.text(min_size=1, max_size=8)
LETTER = st.sampled_from("ab")
"""Few words, so that sentences share them and yet differ in the names."""


@st.composite
def parses(draw: st.DrawFn) -> tuple[list[Word], list[Name]]:
    """The words and names of a sentence that no parser would make."""
    size = draw(st.integers(1, 8))
    heads = [draw(st.integers(0, size - 1)) for _ in range(size)]
    words = [
        Word(
            i, draw(LETTER), draw(LETTER), draw(LETTER), "NN", "NOUN", "dep", head, 7 * i, 7 * i + 5, "ORG", held=i == 3
        )
        for i, head in enumerate(heads)
    ]
    return words, [Name(0, size - 1, "ORG", draw(TEXT))] * draw(st.integers(0, 2))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(given_parses=st.lists(parses(), min_size=1, max_size=5))
def test_what_is_unpacked_is_what_was_packed(
    monkeypatch: pytest.MonkeyPatch, given_parses: list[tuple[list[Word], list[Name]]]
) -> None:
    packed = Parses()
    made = [packed.add(words, names, BLOCK, None) for words, names in given_parses]
    monkeypatch.setattr(packing, "SHELF", 2)  # the same for every example
    for sentence in made:
        sentence.drop()

    for sentence, (words, names) in zip(made, given_parses, strict=True):
        assert sentence.span == Span(words[0].start, words[-1].end)
        assert (sentence.words, sentence.names) == (tuple(words), tuple(names))
        assert sentence.span == Span(words[0].start, words[-1].end)
        assert all(sentence.words[child].head == i for i, kids in enumerate(sentence.children) for child in kids)


def many(count: int) -> list[Sentence]:
    """So many sentences of twenty words."""
    packed = Parses()
    made = []
    for at in range(0, 200 * count, 200):
        words = [
            Word(i, f"w{i * at % 1000}", f"w{i * at % 1000}", f"l{i}", "NN", "NOUN", "dep", 0, at + i, at + i + 1)
            for i in range(20)
        ]
        made.append(packed.add(words, (), BLOCK, None))
    return made


def test_words_are_packed_again_when_many_others_were_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packing, "LOADED", 3)
    made = many(10)
    first = made[0].words
    for sentence in made[1:]:
        assert sentence.words

    assert made[0].words is not first
    assert made[0].words == first


def test_a_word_takes_few_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packing, "LOADED", 10)
    tracemalloc.start()
    made = many(2000)
    for sentence in made:
        assert sentence.words
    gc.collect()
    held, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert held / (20 * len(made)) < 15
