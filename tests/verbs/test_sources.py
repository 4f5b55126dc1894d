"""`quiz check --sources`: every passage stands in its document, and the passages hold the answer."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from quiz.documents import Document
from tests.conftest import Run

CANALS = """# Canals

The Suez Canal was opened on 17 November 1869[^1] after ten years
of digging.

It is 193 kilometres long.

[^1]: Some say later.
"""
DECK = """title: Canals
source: ../seeds/canals.md
cards:
  - kind: date
    question: When was the Suez Canal opened?
    answer: 17 November 1869
    accept: ["November 17, 1869"]
    source: {line: 3, text: "The Suez Canal was opened on 17 November 1869[^1] after ten years of digging."}
  - kind: figure
    question: How long is the Suez Canal?
    answer: a hundred and ninety-three kilometres
    accept: ["193 kilometres"]
    source:
      line: 6
      text: It is 193 kilometres long.
      evidence: [{line: 3, text: The Suez Canal was opened}]
  - question: Which sea lies north of it?
    answer: the Mediterranean
"""


@pytest.fixture(autouse=True)
def deck(tmp_path: Path) -> Path:
    """A deck and its document."""
    for folder, name, text in (("seeds", "canals.md", CANALS), ("decks", "canals.yaml", DECK)):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / name).write_text(text)
    return tmp_path / "decks" / "canals.yaml"


def change(path: Path, old: str, new: str) -> None:
    """Put one text for another in a file that has it."""
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new))


def test_what_stands_is_proved_and_the_rest_is_counted(run: Run) -> None:
    ended = run("check", "--sources", "decks")

    assert (ended.status, ended.out) == (0, "")
    assert ended.err == "0 errors, 0 warnings, 2 cards proved, 1 without a source\n"


def test_without_the_option_nothing_is_proved(run: Run, tmp_path: Path) -> None:
    (tmp_path / "seeds" / "canals.md").unlink()

    assert run("check", "decks").err == "0 errors, 0 warnings\n"


def test_a_passage_that_is_gone_is_an_error_at_its_place(run: Run, tmp_path: Path) -> None:
    change(tmp_path / "seeds" / "canals.md", "193 kilometres long", "long")

    ended = run("check", "--sources", "decks")

    line = (
        "decks/canals.yaml:14:7: error[passage-gone]: the passage “It is 193 kilometres long.” no longer stands in "
        "decks/../seeds/canals.md"
    )
    assert ended.status == 1
    assert ended.out.startswith(f"{line} (")
    assert ended.err.startswith("1 error, 0 warnings, 1 card proved")


def test_evidence_is_proved_too(run: Run, deck: Path) -> None:
    change(deck, "{line: 3, text: The Suez Canal was opened}", "{line: 3, text: The Panama Canal was opened}")

    assert "the passage “The Panama Canal was opened” no longer stands" in run("check", "--sources", "decks").out


def test_a_passage_elsewhere_has_moved(run: Run, tmp_path: Path) -> None:
    change(tmp_path / "seeds" / "canals.md", "It is 193", "Much was written of it.\n\nIt is 193")

    ended = run("check", "--sources", "decks")

    assert ended.status == 0
    assert (
        "warning[moved-passage]: the passage “It is 193 kilometres long.” has moved from line 6 to line 8" in ended.out
    )


def test_an_answer_the_passages_do_not_hold_is_an_error(run: Run, deck: Path) -> None:
    change(deck, 'accept: ["193 kilometres"]', 'accept: ["93 kilometres"]')

    ended = run("check", "--sources", "decks")

    assert ended.status == 1
    assert (
        "error[unproved]: the passages of this card do not hold its answer, `a hundred and ninety-three kilometres` ("
        in ended.out
    )


@pytest.mark.parametrize(("kind", "answer"), [("order", "[Suez, Panama, Kiel]"), ("truefalse", "true")])
def test_of_comparisons_the_passages_alone_are_proved(run: Run, deck: Path, kind: str, answer: str) -> None:
    change(deck, "kind: figure", f"kind: {kind}")
    change(deck, "answer: a hundred and ninety-three kilometres", f"answer: {answer}")
    change(deck, '    accept: ["193 kilometres"]\n', "")

    assert run("check", "--sources", "decks").status == 0


def test_a_document_that_is_gone_is_told_once(run: Run, tmp_path: Path) -> None:
    (tmp_path / "seeds" / "canals.md").unlink()

    ended = run("check", "--sources", "decks")

    assert (ended.status, ended.out.count("error[document-unreadable]")) == (1, 1)
    assert ended.out.startswith(
        "decks/canals.yaml:8:13: error[document-unreadable]: the document decks/../seeds/canals.md is not there"
    )
    assert "(restore it, or name where it is in `source`)" in ended.out


def test_a_document_that_cannot_be_read_is_told(run: Run, tmp_path: Path) -> None:
    (tmp_path / "seeds" / "canals.md").write_bytes(b"%PDF-1.7 \xff")

    assert "canals.md is a PDF file, not text (" in run("check", "--sources", "decks").out


def test_a_document_on_the_web_is_not_read_and_no_error(run: Run, deck: Path) -> None:
    change(deck, "source: ../seeds/canals.md", "source: https://example.org/canals")

    ended = run("check", "--sources", "decks")

    assert (ended.status, ended.out) == (0, "")
    assert "0 errors, 0 warnings, 0 cards proved, 1 without a source, 2 from the web, not read" in ended.err


def test_a_stale_card_is_counted(run: Run, deck: Path) -> None:
    change(deck, "    question: How long", "    stale: true\n    question: How long")

    ended = run("check", "--sources", "decks")

    assert ended.err == "0 errors, 1 warning, 1 card proved, 1 without a source, 1 stale\n"


def test_a_deck_with_errors_is_reported_once(run: Run, deck: Path) -> None:
    change(deck, "answer: the Mediterranean", "anwser: the Mediterranean")

    ended = run("check", "--sources", "decks")

    assert ended.status == 1
    assert "did you mean `answer`?" in ended.out
    assert ended.err.endswith("0 cards proved\n")


def test_a_document_is_read_once(run: Run, deck: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from quiz.documents import read

    names: list[str] = []

    def counted(path: Path) -> Document:
        names.append(path.name)
        return read(path)

    deck.with_name("other.yaml").write_text(deck.read_text().replace("title: Canals", "title: Others"))
    monkeypatch.setattr("quiz.documents.read", counted)

    ended = run("check", "--sources", "--ignore", "duplicate-question", "decks")

    assert ended.err.startswith("0 errors, 0 warnings, 4 cards proved")
    assert names == ["canals.md"]


def test_every_card_of_the_seeds_is_proved(run: Run) -> None:
    decks = Path(__file__).parents[2] / "decks"

    ended = run("check", "--sources", decks)

    assert (ended.status, ended.out) == (0, "")
    assert re.fullmatch(r"0 errors, 0 warnings, \d\d+ cards proved\n", ended.err)
