"""Markdown and GIFT of ours, edited and imported again: what is the same is counted, what differs is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import Run

DECK = """\
title: Rivers
tags: [water]
cards:
  - question: Where does the Danube end?
    answer: Black Sea
    accept: [the Black Sea]
    distractors:
      - text: Nile
        feedback: A river.
      - Elbe
    explanation: It does.
    hint: It is no ocean.
  - cloze: Baghdad was founded in {{762}} on a river.
    tags: [asia]
  - question: How long is the Danube?
    answer: 2850
    unit: km
    tolerance: 2%
    source:
      line: 3
      text: It is 2850 km long.
  - question: Which rivers meet at Koblenz?
    answer: [Rhine, Moselle]
  - kind: order
    question: Put these in order.
    answer: [Nile, Danube]
  - kind: truefalse
    question: The Danube is long.
    answer: true
"""
FILES = ("rivers.md", "rivers.gift")


@pytest.fixture
def mine(tmp_path: Path, run: Run) -> Path:
    """A deck of one's own, exported to each format."""
    deck = tmp_path / "mine" / "rivers.yaml"
    deck.parent.mkdir()
    deck.write_text(DECK)
    for name in FILES:
        assert run("export", "mine", "-o", name).status == 0
    return deck


@pytest.mark.parametrize("name", FILES)
def test_what_nobody_changed_is_counted(run: Run, mine: Path, name: str) -> None:
    ended = run("import", name, "-o", "mine")
    assert ended.out == "mine/rivers.yaml: 6 unchanged\n"
    assert [line for line in ended.err.splitlines() if line.startswith("mine")] == [
        "mine/rivers.yaml: warning: cards that say what they say here: 6"
    ]
    assert mine.read_text() == DECK


@pytest.mark.parametrize("name", FILES)
def test_what_was_changed_there_is_told_and_not_taken(run: Run, mine: Path, tmp_path: Path, name: str) -> None:
    file = tmp_path / name
    file.write_text(file.read_text().replace("Elbe", "Oder").replace("Moselle", "Mosel"))
    ended = run("import", name, "-o", "mine")
    assert ended.out == "mine/rivers.yaml: 6 unchanged\n"
    told = [line for line in ended.err.splitlines() if line.startswith("mine")]
    else_ = "says something else there"
    assert [line.partition("warning: ")[2].partition(" (")[0] for line in told] == [
        f"“Where does the Danube end?” {else_}: `distractors` stays “Elbe; Nile”, there it is “Oder; Nile”",
        f"“Which rivers meet at Koblenz?” {else_}: `answer` stays “Rhine; Moselle”, there it is “Rhine; Mosel”",
        "cards that say something else than here, where they stay as they are: 2",
        "cards that say what they say here: 4",
    ]
    assert mine.read_text() == DECK


@pytest.mark.parametrize("name", FILES)
def test_so_is_what_was_changed_here_since(run: Run, mine: Path, name: str) -> None:
    mine.write_text(DECK.replace("It does.", "It flows there."))
    told = run("import", name, "-o", "mine").err
    assert "`explanation` stays “It flows there.”, there it is “It does.”" in told
    assert "cards that say what they say here: 5" in told


NEW = {
    "rivers.md": ("## Answers\n", "7. Which sea?\n\n## Answers\n\n7. The Aral\n"),
    "rivers.gift": ("$CATEGORY: Rivers\n", "$CATEGORY: Rivers\n\nWhich sea?{=The Aral}\n"),
    "rivers.csv": ("", "Rivers,Which sea?,The Aral\n"),
    "rivers.tsv": ("", "\tWhich sea?\tThe Aral\n"),
}


@pytest.mark.parametrize("name", NEW)
def test_a_card_written_there_comes_to_its_deck(run: Run, mine: Path, tmp_path: Path, name: str) -> None:
    run("export", "mine", "-o", name)
    file, (old, new) = tmp_path / name, NEW[name]
    text = file.read_text()
    file.write_text(text.replace(old, new) if old else text + _row(text, new))
    ended = run("import", name, "-o", "mine")
    assert ended.out == "mine/rivers.yaml: +1 new, 6 unchanged\n"
    assert mine.read_text().startswith(DECK)
    assert "question: Which sea?\n    answer: The Aral\n" in mine.read_text()
    assert run("import", name, "-o", "mine").out == "mine/rivers.yaml: 7 unchanged\n"
    assert [path.name for path in mine.parent.glob("*.yaml")] == ["rivers.yaml"]


def _row(text: str, cells: str) -> str:
    """Put cells into the columns deck, question and answer of a table."""
    between = "\t" if "\t" in cells else ","
    names = text.lstrip("\ufeff").splitlines()[0].split(between)
    row = dict(zip(("deck", "question", "answer"), cells.strip("\n").split(between), strict=True))
    return between.join(row.get(name.lower(), "") for name in names) + "\r\n"
