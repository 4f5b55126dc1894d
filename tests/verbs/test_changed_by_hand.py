"""What a person changed of a generated deck, from the command line: told as long as it lasts, never as an error."""

from __future__ import annotations

from pathlib import Path

import pytest

from quiz.verbs import generate as verb
from tests.conftest import Run
from tests.verbs.test_sources import change

CANALS = """# Canals

The Suez Canal was opened on 17 November 1869 after ten years of digging. It is 193 kilometres long.

The Panama Canal was opened in 1914.
"""


@pytest.fixture
def document(tmp_path: Path, run: Run) -> Path:
    """A document of which a deck was generated."""
    path = tmp_path / "canals.md"
    path.write_text(CANALS)
    assert run("generate", "canals.md").status == 0
    return path


@pytest.fixture
def deck(document: Path) -> Path:
    """Its deck."""
    return document.parent / "decks" / "canals.yaml"


def test_an_answer_that_was_corrected_is_a_warning_that_can_be_switched_off(run: Run, deck: Path) -> None:
    change(deck, 'answer: "1914"', 'answer: "1913"')

    ended = run("check", "--sources", "decks")
    assert ended.status == 0
    assert (
        "warning[changed-answer]: the passages of this card do not hold its answer, `1913` (it is yours:" in ended.out
    )
    assert ended.err == "0 errors, 1 warning, 3 cards proved\n"
    assert run("check", "--sources", "decks", "--ignore", "changed-answer").out == ""

    change(deck, 'answer: "1913"', 'answer: "1913"  # quiz: ignore changed-answer')
    assert run("check", "--sources", "--strict", "decks").status == 0


def test_an_answer_that_nobody_touched_stays_an_error(run: Run, deck: Path) -> None:
    change(deck, "text: It is 193 kilometres long.", "text: It is 195 kilometres long.")
    deck.write_text(deck.read_text().replace("193 k", "194 k"))
    lock = deck.with_suffix(".lock")
    lock.write_text(lock.read_text().replace("193 k", "194 k"))

    assert "error[unproved]" in run("check", "--sources", "decks").out


def test_an_answer_of_a_card_of_ones_own_is_a_warning(run: Run, deck: Path) -> None:
    lock = deck.with_suffix(".lock")
    change(deck, 'answer: "1914"', 'answer: "1913"')
    lock.unlink()
    assert run("check", "--sources", "decks").status == 1

    change(deck, 'answer: "1913"', 'origin: human\n    answer: "1913"')
    assert "warning[changed-answer]" in run("check", "--sources", "decks").out


def test_a_stale_card_that_is_kept_is_a_warning_from_then_on(run: Run, document: Path, deck: Path) -> None:
    change(document, "It is 193 kilometres long.", "It is long.")
    ended = run("check", "--sources", "decks")
    assert "error[passage-gone]" in ended.out
    assert "(`quiz generate` marks the card as stale)" in ended.out
    run("generate", "canals.md")
    assert "warning[stale-card]" in run("check", "--sources", "decks").out

    change(deck, "    stale: true\n", "")
    kept = deck.read_bytes()
    for _ in range(2):
        run("generate", "canals.md")
        ended = run("check", "--sources", "decks")
        assert (ended.status, deck.read_bytes()) == (0, kept)
        assert "warning[kept-stale]: the passage “It is 193 kilometres long.” no longer stands in" in ended.out
        assert "error" not in ended.out
    change(deck, "text: It is 193", "# quiz: ignore kept-stale\n      text: It is 193")
    assert run("check", "--sources", "--strict", "decks").status == 0


def test_a_card_marked_as_ones_own_stays_as_it_is_and_its_passage_is_ones_own_to_correct(
    run: Run, document: Path, deck: Path
) -> None:
    change(deck, "    answer: 193 kilometres\n", "    answer: 193 kilometres\n    origin: human\n")
    change(document, "It is 193 kilometres long.", "\nIt is 193 kilometres long.")
    (held,) = (card for card in deck.read_text().split("\n\n") if "origin: human" in card)

    ended = run("check", "--sources", "decks")
    assert "(`quiz generate` leaves the card alone: write `line: " in ended.out
    assert "1 yours kept" in run("generate", "canals.md").out
    assert held in deck.read_text()

    change(document, "It is 193 kilometres long.", "It is long.")
    for _ in range(2):
        told = run("generate", "canals.md").out
        assert told.endswith(
            "; 1 card of yours has lost the passage, kept as it is (`quiz check --sources` says which)\n"
        )
        assert "stale" not in told
        assert held in deck.read_text()
    ended = run("check", "--sources", "decks")
    assert ended.status == 0
    assert "warning[kept-stale]: the passage “It is 193 kilometres long.” no longer stands in" in ended.out
    assert "(the card is yours; correct the passage, or write `# quiz: ignore kept-stale` in the card)" in ended.out
    assert "error" not in ended.out.replace("0 errors", "")
    assert run("check", "--sources", "decks", "--ignore", "kept-stale").out == ""

    change(deck, "    origin: human\n", "")
    assert "1 stale" in run("generate", "canals.md").out


def test_a_card_that_a_person_wrote_on_a_passage_is_told_of_when_that_is_gone(
    run: Run, document: Path, deck: Path
) -> None:
    mine = "\n  - question: Which canal is 193 km long?\n    answer: the Suez Canal\n    origin: human\n    source: "
    deck.write_text(f"{deck.read_text()}{mine}{{text: It is 193 kilometres long.}}\n")
    assert "lost" not in run("generate", "canals.md").out

    change(document, "It is 193 kilometres long.", "It is long.")
    assert "; 1 card of yours has lost the passage" in run("generate", "canals.md").out

    change(deck, "source: {", "source: {document: other.md, ")
    assert "lost" not in run("generate", "canals.md").out


def test_a_passage_that_a_person_reworded_is_theirs_to_correct(run: Run, deck: Path) -> None:
    change(deck, "text: It is 193 kilometres long.", "text: It is all of 193 kilometres long.")

    ended = run("check", "--sources", "decks")

    assert "error[passage-gone]" in ended.out
    assert "(correct the passage, or take out the card's `source`)" in ended.out


def test_what_has_to_wait_is_listed_at_each_run(run: Run, document: Path, deck: Path) -> None:
    text = deck.read_text()
    listed = next(line for line in text.splitlines() if "distractors" in line and "1914" not in line and "18" in line)
    deck.write_text(text.replace(listed, "    distractors: [28 July 1867, 17 November 1870]"))
    change(document, "17 November 1869", "17 November 1870")

    first = run("generate", "canals.md")
    again = run("generate", "canals.md")

    assert (
        "`answer` would now be `17 November 1870`, which does not go with what is yours (`distractors`): the card"
        in first.out
    )
    assert again.out.splitlines()[1:] == first.out.splitlines()[1:]
    assert (first.status, again.status) == (0, 0)


def test_a_conflict_is_told_whole_and_remembered(
    run: Run, document: Path, deck: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    question = next(line.strip() for line in deck.read_text().splitlines() if "question: On what date" in line)
    mine = question.replace("On what date was", "When, if anybody still knows that, and be it only roughly, was")
    change(deck, question, mine)
    change(document, "after ten years of digging", "after eleven years of digging")
    before = deck.read_bytes(), deck.with_suffix(".lock").read_bytes()

    ended = run("generate", "canals.md")
    assert f"conflict: `question` is yours, `{mine.removeprefix('question: ')}`, and stays; now made: `" in ended.out
    assert "1 card differs from the document (`quiz check --sources` says in what)\n" in ended.out
    assert run("generate", "canals.md").out.endswith("(`quiz check --sources` says in what)\n")
    ended = run("check", "--sources", "decks")
    assert ended.status == 0
    assert "warning[kept-conflict]: `question` is yours, `When, if anybody" in ended.out

    deck.write_bytes(before[0])
    deck.with_suffix(".lock").write_bytes(before[1])
    monkeypatch.setattr(verb, "columns", lambda _stream: 60)
    rows = run("generate", "canals.md").out.splitlines()[1:]
    assert len(rows) > 1
    assert max(map(len, rows)) <= 60
    assert "…" in "".join(rows)

    change(deck, mine, f"{mine}  # quiz: ignore kept-conflict")
    assert run("check", "--sources", "--strict", "decks").status == 0


def test_cards_of_ones_own_are_counted(run: Run, document: Path, deck: Path) -> None:
    deck.write_text(deck.read_text() + "\n  - question: Which sea lies north of it?\n    answer: the Mediterranean\n")
    change(document, "The Panama Canal was opened in 1914.", "")

    for _ in range(2):
        assert "1 document, 5 cards (1 of your own), " in run("generate", "canals.md").err
