"""Edits to a deck's text leave every comment, anchor and quote of a person where it is."""

from __future__ import annotations

import pytest

from quiz.deck.nodes import Lines, Mapping, Sequence, parse
from quiz.deck.record import of_node
from quiz.deck.render import Value
from quiz.deck.splice import Edit, Splicer, spliced
from quiz.deck.threeway import Change, changed

LONG = "The treaty that ended the war was signed at last: in the village, that is, of Turkmenchay, in the year 1828."
FOLDED = ">-\n    " + LONG.replace("in the year", "in\n    the year")

CASES: dict[str, tuple[str, tuple[str, ...], Value | None, str | None]] = {
    "plain": ("a: x\n  answer: b\n", ("answer",), "c", "a: x\n  answer: c\n"),
    "plain that needs quotes": ("answer: b\n", ("answer",), "no", 'answer: "no"\n'),
    "plain before a comment": ("answer: b  # c\n", ("answer",), "d e", "answer: d e  # c\n"),
    "plain before a comment that needs quotes": ("answer: b # c\n", ("answer",), "1914", 'answer: "1914" # c\n'),
    "quotes that only the old text needed": ('answer: "1914"  # c\n', ("answer",), "d e", "answer: d e  # c\n"),
    "quotes that both need": ('answer: "1914"\n', ("answer",), "1915", 'answer: "1915"\n'),
    "quotes within brackets": ('tags: ["a, b", "c"]\n', ("tags",), ["d", "e"], 'tags: [d, "e"]\n'),
    "double quotes stay": ('answer: "b"  # c\n', ("answer",), "d", 'answer: "d"  # c\n'),
    "single quotes stay": ("answer: 'b'\n", ("answer",), "it's", "answer: 'it''s'\n"),
    "single quotes give way": ("answer: 'b'\n", ("answer",), "a\tb", 'answer: "a\\tb"\n'),
    "long": ("answer: b\n", ("answer",), LONG, f"answer: {FOLDED}\n"),
    "long before a comment": ("answer: b # c\n", ("answer",), LONG, f'answer: "{LONG}" # c\n'),
    "lines before a comment": ("answer: b # c\n", ("answer",), "d\ne", 'answer: "d\\ne" # c\n'),
    "below its key": ("answer:\n    b\n  # c\n", ("answer",), "d", "answer:\n    d\n  # c\n"),
    "block": ("answer: |+\n    b\n    c\n\n\n  # c\n", ("answer",), "d", "answer: d\n\n\n  # c\n"),
    "block with a comment": ("answer: | # c\n    b\n", ("answer",), "d", None),
    "several lines": ("answer: b\n   c\n", ("answer",), "d", "answer: d\n"),
    "anchor": ("answer: &x b\n  explanation: *x\n", ("answer",), "d", None),
    "alias": ("question: &x b\n  explanation: *x\n", ("explanation",), "d", None),
    "tag": ("answer: !!str b\n", ("answer",), "d", None),
    "empty": ("answer: b\n  explanation:\n", ("explanation",), "d", "answer: b\n  explanation: d\n"),
    "empty before a comment": ("answer: b\n  tags: # c\n", ("tags",), ["d"], "answer: b\n  tags: [d] # c\n"),
    "list": ("tags: [a, b]\n", ("tags",), ["c"], "tags: [c]\n"),
    "list of as many": ("tags: [a,  'b' , c]\n", ("tags",), ["a", "x", "y, z"], "tags: [a,  'x' , \"y, z\"]\n"),
    "list below": ("tags:\n  - a # c\n  - b\n", ("tags",), ["a", "x"], "tags:\n  - a # c\n  - x\n"),
    "list with a comment": ("tags:\n  - a # c\n  - b\n", ("tags",), ["a"], None),
    "list behind a comment": ("tags: # c\n  - a\n  - b\n", ("tags",), ["a"], None),
    "list with an anchor": ("tags: [&a b, c]\n  accept: [*a]\n", ("tags",), ["a"], None),
    "long list before a comment": ("tags: [a] # c\n", ("tags",), [LONG, "b"], f'tags: ["{LONG}", b] # c\n'),
    "within": ("source: {line: 3, text: a}\n", ("source", "line"), "4", "source: {line: 4, text: a}\n"),
    "within, text": ("source: {line: 3, text: a}\n", ("source", "text"), "b, c", 'source: {line: 3, text: "b, c"}\n'),
    "within, quoted": ("source: {text: 'a'}\n", ("source", "text"), "b, c", "source: {text: 'b, c'}\n"),
    "added within": ("source: {text: a}\n", ("source", "line"), "4", "source: {text: a, line: 4}\n"),
    "added": ("question: a # c\n  tags: []\n", ("answer",), "b", "question: a # c\n  answer: b\n  tags: []\n"),
    "added below a block": ("question: |\n    a\n\n", ("answer",), "b", "question: |\n    a\n  answer: b\n\n"),
    "added below": ("source:\n    text: a\n", ("source", "line"), "4", "source:\n    text: a\n    line: 4\n"),
    "added before the first": ("stale: no\n", ("answer",), "b", "stale: no\n  answer: b\n"),
    "taken out": ("question: a\n  answer: b\n  tags: []\n", ("answer",), None, "question: a\n  tags: []\n"),
    "taken out, last": ("question: a\n  stale: true", ("stale",), None, "question: a"),
    "taken out, first": ("stale: true\n  question: a\n", ("stale",), None, "question: a\n"),
    "taken out, list": ("question: a\n  tags:\n  - a\n  - b\n\n", ("tags",), None, "question: a\n\n"),
    "taken out within": ("source: {line: 3, text: a}\n", ("source", "text"), None, "source: {line: 3}\n"),
    "taken out within, first": ("source: {line: 3, text: a}\n", ("source", "line"), None, "source: {text: a}\n"),
    "taken out, the only one": ("source: {line: 3}\n", ("source", "line"), None, None),
    "taken out, comment behind": ("question: a\n  answer: b # c\n", ("answer",), None, None),
    "taken out, comment inside": ("question: a\n  tags:\n  # c\n  - b\n", ("tags",), None, None),
    "taken out, first, comment below": ("stale: true\n  # c\n  question: a\n", ("stale",), None, None),
    "a hash is no comment": ("question: a\n  answer: 'b # c'\n", ("answer",), None, "question: a\n"),
}


def read(text: str) -> Mapping:
    root = parse(text, Lines("d", text))
    assert isinstance(root, Sequence)
    assert isinstance(root.items[0], Mapping)
    return root.items[0]


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("name", CASES)
def test_a_value_changes_and_nothing_else(name: str, newline: str) -> None:
    before, path, value, expected = CASES[name]
    text = ("- " + before).replace("\n", newline)
    card = read(text)
    edits = Splicer(text).change(card, path, value)
    if expected is None:
        assert edits is None
        return
    assert edits is not None
    after = spliced(text, edits)
    if "\n" in text:
        assert after == ("- " + expected).replace("\n", newline)
    values = of_node(card)
    assert isinstance(values, dict)
    assert of_node(read(after)) == changed(values, [Change(path, value)])


CARD = {"question": "p", "answer": "m"}

PLACES = {
    "between": (
        "cards:\n  - question: a\n    answer: b\n    # of a\n\n  # of c\n  - question: c\n    answer: d\n",
        0,
        """cards:
  - question: a
    answer: b
    # of a

  - question: p
    answer: m

  # of c
  - question: c
    answer: d
""",
    ),
    "close together": (
        "cards:\n- question: a\n  answer: b\n- question: c\n  answer: d",
        1,
        "cards:\n- question: a\n  answer: b\n- question: c\n  answer: d\n- question: p\n  answer: m",
    ),
    "first": (
        "cards:\n  # all\n\n  # of a\n  - question: a\n    answer: b\n",
        -1,
        "cards:\n  # all\n\n  - question: p\n    answer: m\n\n  # of a\n  - question: a\n    answer: b\n",
    ),
    "first of an anchored list": (
        "cards: &all\n  # - no\n  - question: a\n    answer: b\n",
        -1,
        "cards: &all\n  - question: p\n    answer: m\n\n  # - no\n  - question: a\n    answer: b\n",
    ),
    "within brackets": ("cards: [{question: a, answer: b}]\n", 0,
        "cards: [{question: a, answer: b}, {question: p, answer: m}]\n"),
    "first within brackets": ("cards: [{question: a, answer: b}]\n", -1,
        "cards: [{question: p, answer: m}, {question: a, answer: b}]\n"),
}  # fmt: skip


@pytest.mark.parametrize("name", PLACES)
def test_a_card_goes_where_it_belongs(name: str) -> None:
    text, index, expected = PLACES[name]
    root = parse(text, Lines("d", text))
    assert isinstance(root, Mapping)
    cards = root.pairs[0][1]
    assert isinstance(cards, Sequence)
    assert spliced(text, [Splicer(text).card(cards, index, dict(CARD))]) == expected


def test_edits_must_not_overlap() -> None:
    assert spliced("abc", [Edit(1, 1, "y"), Edit(1, 2, ""), Edit(1, 1, "z"), Edit(3, 3, "!")]) == "ayzc!"
    with pytest.raises(ValueError, match="overlap"):
        spliced("abc", [Edit(0, 2, "x"), Edit(1, 3, "y")])
