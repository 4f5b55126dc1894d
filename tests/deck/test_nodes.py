"""Nodes keep text as typed and know exactly where it stands."""

from __future__ import annotations

import pytest
import yaml

from quiz.deck import nodes
from quiz.deck.nodes import Lines, Mapping, Node, Scalar, Sequence, parse
from quiz.errors import Place, QuizError

TEXT = """\
title: "Rivers \U0001f600"
tags: [ a, 'b' , "c" ]   # some
cards:
  - question: |+
      Which river
      is it?


    answer: no
    accept:
      - 012
      -   12:30

# a comment

  - {question: a plain
     one, answer: 1e3}
"""


def root(text: str) -> Mapping:
    node = parse(text, Lines("d", text))
    assert isinstance(node, Mapping)
    return node


def scalars(node: Node) -> list[Scalar]:
    if isinstance(node, Scalar):
        return [node]
    parts = node.items if isinstance(node, Sequence) else [part for pair in node.pairs for part in pair]
    return [scalar for part in parts for scalar in scalars(part)]


def sources(text: str) -> list[str]:
    """Just the characters that each scalar takes up."""
    return [text[scalar.start : scalar.end] for scalar in scalars(root(text))]


def test_scalars_stay_text() -> None:
    texts = [scalar.text for scalar in scalars(root(TEXT))]
    assert [text for text in texts if text in {"no", "012", "12:30", "1e3", "a plain one"}] == [
        "no", "012", "12:30", "a plain one", "1e3",
    ]  # fmt: skip
    assert "Which river\nis it?" in texts


def test_ranges_hold_exactly_the_text() -> None:
    found = sources(TEXT)
    assert '"Rivers \U0001f600"' in found
    assert "'b'" in found
    assert "|+\n      Which river\n      is it?" in found
    assert "a plain\n     one" in found


@pytest.mark.parametrize("newline", ["\r\n", "\n"])
@pytest.mark.parametrize("loader", [nodes.LOADER, yaml.BaseLoader])
def test_ranges_are_right_whatever_breaks_lines_and_whoever_parses(
    newline: str, loader: type[yaml.BaseLoader], monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = [part.replace("\n", newline) for part in sources(TEXT)]
    monkeypatch.setattr(nodes, "LOADER", loader)
    assert sources(TEXT.replace("\n", newline)) == expected


def test_collections_end_with_their_last_value() -> None:
    top = root(TEXT)
    cards = top.pairs[2][1]
    assert isinstance(cards, Sequence)
    assert TEXT[cards.start : cards.start + 10] == "- question"
    assert TEXT[: cards.items[0].end].endswith("-   12:30")
    assert TEXT[: cards.items[1].end].endswith("1e3}")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a: b\nx: y", (2, 4)),
        ("a: b\r\nx: y", (2, 4)),
        ("a: b\rx: y", (2, 4)),
        ("a: '\u2028\U0001f600'\nx: y", (2, 4)),
        ("'\t\U0001f600': 'a\n\n b'\nx: y", (4, 4)),
    ],
)
def test_places_are_those_an_editor_shows(text: str, place: tuple[int, int]) -> None:
    lines = Lines("d", text)
    assert lines.place(root(text).pairs[1][1].start) == Place("d", *place)


def test_an_alias_keeps_its_own_place_and_is_pinned() -> None:
    text = "a: &x Tigris\nb: *x\nc: &l [d]\ne: *l\nf: !!str 12\n"
    pairs = root(text).pairs
    assert [text[value.start : value.end] for _, value in pairs] == ["&x Tigris", "*x", "&l [d]", "*l", "!!str 12"]
    assert all(value.pinned for _, value in pairs)
    assert isinstance(pairs[1][1], Scalar)
    assert pairs[1][1].text == "Tigris"


def test_deep_nesting_is_stopped_soon() -> None:
    text = "a: " + "[" * 50_000
    with pytest.raises(QuizError, match="nested more than 20 deep"):
        parse(text, Lines("d", text))


def test_libyaml_reads_where_it_is_there() -> None:
    assert nodes.LOADER.__name__ == ("CBaseLoader" if yaml.__with_libyaml__ else "BaseLoader")
