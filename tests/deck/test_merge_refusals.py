"""What a merge does not touch, and what survives accidents."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from quiz.deck import revise
from quiz.deck.files import lock_path
from quiz.deck.merge import merge
from quiz.deck.read import load_decks
from quiz.errors import QuizError
from tests.deck.openings import BRIDGE, CANAL, DECK, MINE, both, card, edit, ids, of, without


def test_a_deck_by_hand_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "openings.yaml"
    path.write_text("title: Mine\ncards:\n  - question: q?\n    answer: a\n")
    load_decks([path])
    before = both(path)
    with pytest.raises(QuizError, match="is not a generated deck and is left alone"):
        merge(path, DECK)
    assert both(path) == before


def test_a_generated_deck_that_lost_its_lock_is_left_alone(path: Path) -> None:
    lock_path(path).unlink()
    with pytest.raises(QuizError, match=r"openings.lock is missing.*restore the lock"):
        merge(path, DECK)
    assert not lock_path(path).exists()


def test_a_deck_with_errors_is_left_alone_with_its_messages(path: Path) -> None:
    edit(path, "    answer:", "    answr:")
    edit(path, "title: ", "titel: ")
    before = both(path)
    with pytest.raises(QuizError) as raised:
        merge(path, DECK)
    assert [problem.place.line for problem in raised.value.problems] == [4, 12]
    assert both(path) == before


def test_a_deck_of_another_document_is_left_alone_but_a_document_may_move(path: Path, tmp_path: Path) -> None:
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    (seeds / "openings.md").touch()
    other = replace(DECK, source="../seeds/openings.txt")
    with pytest.raises(QuizError, match=r"is generated from .*openings.md, not from .*openings.txt"):
        merge(path, other)
    before = ids(path)
    (seeds / "openings.md").unlink()
    assert merge(path, other).summary() == "3 unchanged"
    assert "source: ../seeds/openings.txt\n" in path.read_text()
    assert ids(path) == before


def test_what_does_not_read_back_as_meant_is_not_written(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = both(path)
    monkeypatch.setattr(revise, "spliced", lambda text, _edits: text.replace("canal", "cabal"))
    with pytest.raises(QuizError, match="is left as it is"):
        merge(path, of(BRIDGE, CANAL))
    assert both(path) == before


def test_a_broken_lock_stops_the_merge(path: Path) -> None:
    lock_path(path).write_text("{")
    before = both(path)
    with pytest.raises(QuizError, match="is not a whole lock file"):
        merge(path, DECK)
    assert both(path) == before


def test_a_run_that_stopped_before_the_lock_was_written_doubles_nothing(path: Path) -> None:
    old = lock_path(path).read_bytes()
    bigger = of(BRIDGE, card(1850, "market", 4), CANAL, MINE)
    merge(path, bigger)
    after = both(path)
    lock_path(path).write_bytes(old)
    assert merge(path, bigger).summary() == "4 unchanged"
    assert both(path) == after


def test_a_deck_file_that_was_removed_is_made_again_with_the_old_ids(path: Path) -> None:
    before = ids(path)
    without(path, before[1])
    merge(path, of(card(1801, "bridge", 5, "The bridge was opened to the public in 1801, in the year."), CANAL, MINE))
    path.unlink()
    assert merge(path, DECK).summary() == "+2 new, 1 deleted by you"
    assert ids(path) == [before[0], before[2]]


def test_nothing_to_write_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(QuizError, match="there are no cards to write"):
        merge(tmp_path / "a.yaml", of())
    with pytest.raises(QuizError, match="stands among the distractors"):
        merge(tmp_path / "a.yaml", of(replace(BRIDGE, distractors=("1801",))))
    assert list(tmp_path.iterdir()) == []
    (tmp_path / "file").touch()
    with pytest.raises(QuizError, match="cannot be written: file exists"):
        merge(tmp_path / "file" / "a.yaml", DECK)
