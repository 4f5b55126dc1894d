"""Parses and names made by steps of all texts at once are the library's own, and leave nothing behind in memory."""

from __future__ import annotations

import gc
from types import SimpleNamespace
from typing import Any

import pytest

from quiz.facts.language import model, shipped
from quiz.facts.transitions import Transitions

TEXTS = (
    "",
    " \n ",
    "Ice.",
    "On 4 May 1911 Ada Brenner sold the mill at Orlow to the Kessel Company for 40,000 crowns. She left for Vienna.",
    "The council, which had met twice that week, voted 9 to 4 against what the mayor had called “a gift to the river”.",
    "Rain fell in Lisbon and Porto for eleven days " * 20,
)


def told(docs: Any) -> list[object]:
    """What the parser and the recogniser of names say of texts, but for the dependency of blanks."""
    return [[(t.is_space or t.dep_, t.head.i, t.ent_iob_, t.ent_type_, t.is_sent_start) for t in doc] for doc in docs]


@pytest.mark.parametrize("batch", [1, 4, 32])
def test_what_is_told_of_texts_is_what_the_library_tells(batch: int) -> None:
    ours = told(model().pipe(TEXTS, batch_size=batch))

    assert ours == told(shipped().pipe(TEXTS, batch_size=batch))
    assert ours[3:] == told([model()(text) for text in TEXTS[3:]])


def test_nothing_of_a_batch_waits_for_a_collection_of_cycles() -> None:
    nlp = model()
    list(nlp.pipe(TEXTS))
    gc.collect()
    gc.disable()
    try:
        list(nlp.pipe(TEXTS))
        held = [each for each in gc.get_objects() if type(each).__name__ == "ParserStepModel"]
        assert not any(hasattr(each, "state2vec") for each in held)
    finally:
        gc.enable()


def test_a_parser_that_looks_ahead_is_left_to_the_library() -> None:
    with pytest.raises(ValueError, match="beam"):
        Transitions(SimpleNamespace(cfg={"beam_width": 4}))
