"""The model is made quicker without harm: its arithmetic on one thread, and of the words it meets it remembers some."""

from __future__ import annotations

import os
import subprocess
import sys
from importlib import import_module
from typing import Any

import pytest

from quiz.documents.model import Block, BlockKind, Document, Span
from quiz.facts.language import THREADS, model, parse

ARITHMETIC = """
from quiz.facts.language import model, shipped
for nlp in (shipped(), model()):
    layers = [layer for _, pipe in nlp.pipeline if getattr(pipe, "model", None) for layer in pipe.model.walk()]
    print(sorted({layer.ops.use_blis for layer in layers}))
"""


def document(text: str) -> Document:
    """A document of one paragraph."""
    return Document("x.txt", "A text", text, (Block(BlockKind.body, Span(0, len(text))),))


def test_numpy_multiplies_for_our_model_alone_and_on_one_thread() -> None:
    environment = {name: value for name, value in os.environ.items() if name != THREADS}

    code = [sys.executable, "-c", ARITHMETIC]
    run = subprocess.run(code, check=False, capture_output=True, text=True, env=environment)

    assert (run.stdout, run.returncode) == ("[True]\n[False]\n", 0), run.stderr


def test_where_numpy_was_loaded_before_it_may_be_on_several_threads(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(THREADS, raising=False)
    import_module("numpy")

    ours: Any = model.__wrapped__()

    assert THREADS not in os.environ
    layers = [layer for _, pipe in ours.pipeline if getattr(pipe, "model", None) for layer in pipe.model.walk()]
    assert {layer.ops.use_blis for layer in layers} == {True}


@pytest.mark.parametrize(("remembered", "known"), [(0, False), (1_000_000, True)])
def test_words_are_remembered_up_to_a_number(monkeypatch: pytest.MonkeyPatch, remembered: int, *, known: bool) -> None:
    monkeypatch.setattr("quiz.facts.language.REMEMBERED", remembered)
    nlp: Any = model()
    word = f"Quorlind{remembered}"

    sentences = parse(document(f"In 1907 the town of {word} was founded by farmers."))

    assert word in [each.text for each in sentences[0].words]
    assert (word in nlp.vocab) is known
