"""Footnote markers go, editors' brackets and powers stay."""

from __future__ import annotations

import pytest

from quiz.documents.model import Span
from quiz.documents.paragraph import Piece, compose, joined, part


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("two blades.”[1] He meant it.", "two blades.” He meant it."),
        ("grew [12] by half [3, 4] and [5–7] more", "grew by half and more"),
        ("paid $5.[a] Then", "paid $5. Then"),
        ("by 1921[citation needed] he", "by 1921 he"),
        ("so he said[who?] once[note 3]", "so he said once"),
        ("signed in Turin.¹² Later", "signed in Turin. Later"),
        ("the war of 1921³ ended", "the war of 1921 ended"),
        ("in the region.12 In 1921", "in the region. In 1921"),
        ("“a fool.”7 He", "“a fool.” He"),
        ("a duke† and a fool", "a duke and a fool"),
        ("one in sixteen.* Of it", "one in sixteen. Of it"),
    ],
)
def test_markers_are_cut(text: str, shown: str) -> None:
    assert compose([Piece(text, 1)]).text == shown


@pytest.mark.parametrize(
    "text",
    [
        "the commodity [oil] that [the Russians] sold [sic] to [court Russia]",
        "it was [a] great [1940] year",
        "12 m² and 10³ men, 5 km² of land, E = mc²",
        "No.12 The rest, vol.3 Then, p.7 And",
        "it cost 3.12 In all",
        "*one* and *two* stars, 5*3",
        "born † 1821",
        "at 10.30 He came. In 1921. Then",
    ],
)
def test_the_rest_stays(text: str) -> None:
    assert compose([Piece(text, 1)]).text == text


def test_offsets_of_lines_and_cuts_follow() -> None:
    paragraph = compose(
        [Piece("One[1] two\n", 4), Piece("three.[2] Four\n", 5), Piece("²", 5, marker=True), Piece("five", 6)]
    )
    assert paragraph.text == "One two three. Four five"
    assert paragraph.lines == ((0, 4), (8, 5), (20, 6))
    assert paragraph.cuts == ((3, "[1]"), (14, "[2]"), (19, "²"))


def test_parts_and_joins_keep_lines_and_cuts() -> None:
    whole = compose([Piece("One[1] two\n", 4), Piece("three.[2] Four", 5)])
    first, second = part(whole, 0, 8), part(whole, 8, len(whole.text))
    assert (first.text, first.lines, first.cuts) == ("One two", ((0, 4),), ((3, "[1]"),))
    assert (second.text, second.lines, second.cuts) == ("three. Four", ((0, 5),), ((6, "[2]"),))
    assert joined(first, second) == whole
    assert Span(0, 3) in Span(0, 3)
