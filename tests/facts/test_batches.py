"""What the parser is given at once: enough to be fast, and never so much that memory grows with the document."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from quiz.documents.model import Block, BlockKind, Span
from quiz.facts.language import BATCH, LARGEST, Part, batches
from quiz.facts.masking import Masked

BLOCK = Block(BlockKind.body, Span(0, 1))


@given(st.lists(st.integers(0, LARGEST + 1), max_size=100))
def test_a_batch_is_bounded_in_parts_and_characters(sizes: list[int]) -> None:
    parts = [Part(Masked("x" * size, ()), BLOCK) for size in sizes]

    made = list(batches(parts))

    assert [part for batch in made for part in batch] == parts
    assert all(0 < len(batch) <= BATCH for batch in made)
    assert all(len(batch) == 1 or sum(len(part.masked.text) for part in batch) <= LARGEST for batch in made)
