"""What broke one card says nothing of the others: `broken/several-*` and every slip of `broken`, among whole cards."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.deck.nodes import VALUES
from quiz.deck.parse import read_string
from quiz.deck.recovery import MOST
from tests.deck.test_broken import CASES, split
from tests.growth import grows_linearly

HEAD = 'title: "Rivers: all"\ntags: [a, b]\n\ncards:\n'
GOOD = """\
  - id: a
    question: "Which river runs
      through Baghdad?"
    answer: Tigris
    distractors: [Nile, 'Ob', "Po"]
    source:
      line: 3
      text: |
        - The Tigris
""", """\
  # above
  - cloze: It's the {{Danube}}.
    tags:
      - b
    distractors:
      - text: Inn
        feedback: 'Too short: 5 km'
      - Drau  # too
"""  # fmt: skip
WRONG = "  - question: Which?\n    anwser: Nile\n    answer: Ob\n"
SIGNS = ("'", '"', ": ", "- ", "[", "]", "{", "}", " #", "*", "&", "!", "|", ">", "@", "`", ", ", "\\", "=", "：", "<<")


def slips() -> list[tuple[str, str, str]]:
    """The cases of one card whose YAML breaks: their names, cards and messages, placed from the card's first line."""
    found = []
    for case in CASES:
        text, expected = split(case)
        head, cards, card = text.partition("\ncards:\n")
        told = re.fullmatch(r"deck\.yaml:(\d+):(\d+: error\[(?:yaml|control).*)", "\n".join(expected))
        line = int(told[1]) - head.count("\n") - 2 if told else 0
        if told and cards and line > 0 and card.startswith("  -"):
            found.append((case.stem, card if card.endswith("\n") else f"{card}\n", f"{line}:{told[2]}"))
    return found


@pytest.mark.parametrize(("card", "message"), [each[1:] for each in slips()], ids=[each[0] for each in slips()])
def test_each_broken_card_is_told_once_and_what_is_wrong_with_whole_ones(card: str, message: str) -> None:
    parts = HEAD, GOOD[0], card, WRONG, GOOD[1], card, GOOD[0].replace("id: a", "id: b")
    lines = [sum(part.count("\n") for part in parts[:at]) for at in range(len(parts))]

    reading = read_string("".join(parts), "deck.yaml")

    line, column = message.split(":", 1)
    wrong = f"{lines[3] + 2}:5: error[unknown-key]: unknown key `anwser` (did you mean `answer`?)"
    assert reading.deck is None
    assert [str(problem).removeprefix("deck.yaml:") for problem in reading.problems] == [
        f"{lines[2] + int(line)}:{column}",
        wrong,
        f"{lines[5] + int(line)}:{column}",
    ]


def test_there_are_many_slips() -> None:
    assert len(slips()) > 25


@given(st.integers(0, 3), st.data(), st.sampled_from(SIGNS))
def test_a_stray_sign_is_told_where_it_stands(at: int, data: st.DataObject, sign: str) -> None:
    cards = [GOOD[0], GOOD[1], WRONG.replace("anwser: Nile\n    ", ""), GOOD[0].replace("id: a", "id: b")]
    inside = [found.start() + 2 for found in re.finditer(r"(?<=[^ \n] )[^ \n]|(?<=\w)\w", cards[at])]
    place = data.draw(st.sampled_from(inside))
    cards[at] = cards[at][: place - 1] + sign + cards[at][place - 1 :]
    first = HEAD.count("\n") + sum(card.count("\n") for card in cards[:at]) + 1

    problems = read_string(HEAD + "".join(cards), "deck.yaml").problems

    lines = range(first, first + cards[at].count("\n") + 1)
    assert [str(problem) for problem in problems if problem.place.line not in lines] == []
    assert len([problem for problem in problems if problem.code.startswith("yaml")]) <= 1


def test_what_is_told_is_bounded() -> None:
    deck = "title: x\ncards:\n" + "  - question: a: b: c\n    answer: d\n" * 300

    problems = read_string(deck, "deck.yaml").problems

    assert len(problems) == MOST + 1
    assert (problems[-1].code, problems[-1].place.line) == ("too-many-problems", 3 + 2 * MOST)


def test_values_that_aliases_repeat_are_counted_over_all_parts() -> None:
    twenty = "[" + ", ".join(["*a"] * 20) + "]"
    bomb = f"  - a: &a [x, x, x]\n  - b: &b {twenty}\n" + "".join(
        f"  - {name}: &{name} {twenty.replace('a', before)}\n" for before, name in ("bc", "cd", "de", "ef", "fg")
    )

    codes = {each.code for each in read_string(f"title: a: b\ncards:\n  - question: q\n{bomb}", "x.yaml").problems}

    assert {"yaml-colon", "too-many-values"} <= codes
    assert VALUES < 20**5


@pytest.mark.parametrize(
    "piece",
    [
        *("  - question: a: b\n", "  - question: a\n", "  - ", "  - id: &a\n  - id: a: b\n", "  - answer: *a\n"),
        *("tags: a\n", "cards:\n", "<<<<<<< a\n", " ", "\t", "&a ", "  - question: [\n", '  - question: "\n'),
        "?\n  - question: a\n",
    ],
)  # fmt: skip
def test_hostile_decks_take_no_longer_than_they_are_long(piece: str) -> None:
    def work(size: int) -> None:
        text = f"title: a: b\ncards:\n  - question: c: d &a\n{piece * (size // len(piece))}"
        assert len(read_string(text, "deck.yaml").problems) <= 1001 + MOST

    assert grows_linearly(work, 20_000)
