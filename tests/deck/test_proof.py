"""Whether passages hold an answer."""

from __future__ import annotations

import pytest

from quiz.deck.proof import holds


@pytest.mark.parametrize(
    ("passages", "forms", "held"),
    [
        (["It was opened in 1869."], ["1869"], True),
        (["It was opened in 18690."], ["1869"], False),
        (["Nothing.", "About  100\nYears."], ["about 100 years"], True),
        (["He called it Peter’s window."], ["Peter's window"], True),
        (["Some 37 diplomats died."], ["thirty-seven", "37"], True),
        (["Some 37 diplomats died."], ["", "38"], False),
        ([], ["1869"], False),
        (["from 1804–1813"], ["1804-1813"], True),
    ],
)
def test_whole_words_in_any_shape_of_marks(passages: list[str], forms: list[str], held: bool) -> None:  # noqa: FBT001
    assert holds(passages, forms) is held
