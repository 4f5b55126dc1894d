"""Stand-ins for stretches of a text, and the way back to the source."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from quiz.documents import Span
from quiz.facts.masking import mask

TEXT = "He said “a long way off” (in May) and left."
QUOTED, BRACKETS = Span(TEXT.index("a long"), TEXT.index("”")), Span(TEXT.index(" (in"), TEXT.index(" and left"))


def test_the_masked_text_reads_on() -> None:
    masked = mask(TEXT, 0, len(TEXT), [(QUOTED, "This"), (BRACKETS, "")])

    assert masked.text == "He said “This” and left."


def test_words_outside_map_back_to_themselves() -> None:
    masked = mask(TEXT, 0, len(TEXT), [(QUOTED, "This"), (BRACKETS, "")])

    for word in ("He", "said", "and", "left"):
        at = masked.text.index(word)
        start, end, held = masked.source(at, at + len(word))
        assert (TEXT[start:end], held) == (word, False)


def test_a_stand_in_is_all_that_it_stands_for() -> None:
    masked = mask(TEXT, 0, len(TEXT), [(QUOTED, "This")])
    at = masked.text.index("This")

    start, end, held = masked.source(at, at + 4)

    assert (TEXT[start:end], held) == ("a long way off", True)


def test_an_inserted_comma_covers_nothing() -> None:
    masked = mask("In 1829 he left", 0, 15, [(Span(7, 7), ",")])

    assert masked.text == "In 1829, he left"
    start, end, held = masked.source(7, 8)
    assert (start, end, held) == (7, 7, False)


@given(st.text(max_size=60), st.sets(st.integers(0, 60), max_size=8), st.sampled_from(["", "x", "This"]))
def test_every_character_outside_the_spans_maps_to_itself(text: str, cuts: set[int], stand_in: str) -> None:
    ends = sorted(c for c in cuts if c <= len(text))
    spans = [Span(a, b) for a, b in zip(ends[::2], ends[1::2], strict=False) if b - a != len(stand_in)]
    masked = mask(text, 0, len(text), [(span, stand_in) for span in spans])

    outside = "".join(c for i, c in enumerate(text) if not any(i in span for span in spans))
    back = [masked.source(i, i + 1) for i in range(len(masked.text))]
    assert "".join(text[s:e] for s, e, held in back if not held) == outside
