"""`quiz check --fix` mends what has one safe mend, and touches nothing else."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.checking.mending import mended
from quiz.deck.identity import identified
from quiz.deck.lock import Lock
from quiz.deck.parse import read_string
from quiz.deck.read import read_deck
from tests.conftest import Run

CASES = sorted((Path(__file__).parent / "mended").glob("*.txt"))
"""A deck, and the same as mended."""


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_what_is_mended(case: Path, newline: str) -> None:
    before, after = (text.replace("\n", newline) for text in case.read_text(encoding="utf-8").split("=====\n"))

    text, told = mended(before, "deck.yaml", Lock())

    assert text == after
    assert bool(told) is (after != before)
    assert mended(text, "deck.yaml", Lock()) == (text, [])


def test_ids_kept_in_the_lock_are_written_into_the_deck(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "deck.yaml"
    text = "# mine\ntitle: a\ncards:\n  # b\n  - question: q?  # c\n    answer: x\n  - {question: r?, answer: y}\n"
    path.write_text(text)
    deck, _ = read_deck(path)
    assert deck
    known = identified(deck)

    ended = run("check", "--fix", "deck.yaml")

    assert ended.err.count("mended[no-id]") == 3
    first, second = (card.id for card in known.cards)
    assert path.read_text() == (
        f"# mine\nid: {known.id}\ntitle: a\ncards:\n  # b\n  - id: {first}\n    question: q?  # c\n    answer: x\n"
        f"  - {{id: {second}, question: r?, answer: y}}\n"
    )
    again, _ = read_deck(path)
    assert again
    assert identified(again) == known


def test_nothing_is_written_to_show_it(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "deck.yaml"
    path.write_bytes("\ufefftitle: a\r\ncards:\r\n  - question: q?\r\n    anwser: x\r\n".encode())
    before = path.read_bytes()

    ended = run("check", "--diff", "deck.yaml")

    assert ended.status == 1
    assert [line for line in ended.out.splitlines() if line[0] in "+-"][2:] == ["-    anwser: x", "+    answer: x"]
    assert path.read_bytes() == before
    assert run("check", "--fix", "deck.yaml").status == 0
    assert path.read_bytes() == before.replace(b"anwser", b"answer")
    assert run("check", "--diff", "deck.yaml").status == 0


WORDS = st.text("abc def'\"#:é名", min_size=1, max_size=12)
SLIPS = {
    "question: ": ("qestion: ", "Question: ", "questoin: "),
    "answer: ": ("anwser: ", "ANSWER: ", "answr: "),
    "explanation: ": ("explantion: ", "explanation: "),
    "kind: figure": ("kind: Figure", "kind: figrue"),
    "tags: [t]": ("tags: t", "tags: [t, t]"),
    "title: ": ("titel: ", "Title: "),
}


@st.composite
def decks(draw: st.DrawFn) -> tuple[str, str]:
    """A good deck with comments, and the same with slips."""
    quoted = WORDS.map(lambda word: "'" + word.replace("'", "''") + "x'")
    lines = [f"title: {draw(quoted)}  # {draw(WORDS)}", "cards:"]
    for number in range(draw(st.integers(1, 4))):
        lines += [f"  # {draw(WORDS)}", f"  - question: {number}{draw(st.sampled_from('abc'))} which?  # {draw(WORDS)}"]
        lines += [f"    answer:   {draw(quoted)}", "    kind: figure", "    tags: [t]  # t"]
        lines += [f"    explanation: {draw(quoted)}", ""] if draw(st.booleans()) else []
    good = draw(st.sampled_from(["\n", "\r\n"])).join([*lines, ""])
    parts = re.split(f"({'|'.join(map(re.escape, SLIPS))})", good)
    chosen = [draw(st.sampled_from((part, *SLIPS[part]))) if part in SLIPS else part for part in parts]
    return good, "".join(chosen)


@given(decks())
def test_slips_are_mended_and_every_other_character_stays(pair: tuple[str, str]) -> None:
    good, bad = pair

    text, told = mended(bad, "deck.yaml", Lock())

    assert text == good
    assert bool(told) is (good != bad)
    assert mended(text, "deck.yaml", Lock()) == (text, [])


@given(st.text("-:|>[]{}'\"#&*!%@` \t\n\rtagsqueionwrd?,", max_size=200))
def test_whatever_the_text_mending_never_makes_it_worse(text: str) -> None:
    again, told = mended(text, "deck.yaml", Lock())

    assert bool(told) is (again != text)
    assert len(read_string(again, "d").problems) <= max(len(read_string(text, "d").problems), 5)
