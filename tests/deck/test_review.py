"""Review: which cards wait, and that each decision is one small edit of the file which can be taken back."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.checking.ignoring import Choice
from quiz.checking.run import check_decks
from quiz.deck.files import lock_path
from quiz.deck.lock import Lock, read_lock
from quiz.deck.merge import merge
from quiz.deck.model import Passage, Source
from quiz.deck.read import load_decks, read_deck
from quiz.deck.record import Record
from quiz.deck.review import State, opened, unreviewed
from quiz.errors import QuizError
from tests.deck.edits import EDITS
from tests.deck.openings import BRIDGE, CANAL, DECK, MINE, both, card, edit, of
from tests.deck.test_merge_properties import edited, human


def states(path: Path) -> list[State]:
    return list(opened(path).states)


def test_generated_cards_wait_and_a_persons_own_never(path: Path) -> None:
    edit(path, "cards:\n", "cards:\n  - question: Mine?\n    answer: 'yes'\n")
    edit(path, "    kind: date\n    question: When was the mine", "    origin: human\n    question: When was the mine")

    assert states(path) == [State.OWN, State.NEW, State.NEW, State.OWN]
    assert opened(path).waiting == (1, 2)


def test_a_kept_card_has_a_line_more_and_is_done(path: Path) -> None:
    before = path.read_text()

    review = opened(path).kept(1)

    lines, after = before.splitlines(), path.read_text().splitlines()
    assert [line for line in after if line not in lines] == ["    reviewed: true"]
    assert len(after) == len(lines) + 1
    assert review.states == opened(path).states == (State.NEW, State.DONE, State.NEW)
    assert not merge(path, DECK).changed


def test_a_card_that_changes_after_its_review_waits_again(path: Path) -> None:
    opened(path).kept(1).kept(2)
    edit(path, 'answer: "1803"', 'answer: "1804"')
    moved = replace(CANAL, source=Source(Passage(CANAL.source.passage.text, line=99)))  # type: ignore[union-attr]
    merge(path, of(BRIDGE, moved, MINE))

    assert states(path) == [State.NEW, State.DONE, State.CHANGED]
    corrected = card(1812, "canal", 2)
    merge(path, of(BRIDGE, corrected, MINE))

    assert states(path) == [State.NEW, State.CHANGED, State.CHANGED]
    assert opened(path).kept(1).states[1] is State.DONE
    assert path.read_text().count("reviewed: true") == 2


def test_what_the_person_wrote_as_reviewed_counts(path: Path) -> None:
    edit(path, "    kind: date\n", "    kind: date\n    reviewed: yes\n")

    assert states(path)[0] is State.DONE


def test_a_newer_generator_leaves_a_reviewed_card_alone(path: Path) -> None:
    opened(path).kept(0)
    before = path.read_bytes()

    plan = merge(path, of(replace(BRIDGE, question="In what year was the bridge opened?"), CANAL, MINE))

    assert (path.read_bytes(), plan.summary()) == (before, "3 unchanged")


@pytest.mark.parametrize("at", [0, 1, 2])
def test_a_dropped_card_stays_out_and_its_neighbours_as_they_were(path: Path, at: int) -> None:
    edit(path, "  - id", "  # HUMAN above\n  - id", count=3)
    cards = read_deck(path)[0].cards  # type: ignore[union-attr]

    opened(path).dropped(at)

    assert path.read_text().count("# HUMAN above") == 3
    assert list(read_deck(path)[0].cards) == [each for each in cards if each != cards[at]]  # type: ignore[union-attr]
    assert merge(path, DECK).deleted == 1
    assert path.read_text().endswith("\n")
    assert "\n\n\n" not in path.read_text()


def test_texts_are_changed_in_place_and_what_breaks_the_deck_is_refused(path: Path) -> None:
    edit(path, '["1", "2"]', '["1", "2"]  # HUMAN')
    review = opened(path).changed(0, {"question": "When: the bridge?", "distractors": ["3", "4", "5"]})

    assert (review.deck.cards[0].question, review.deck.cards[0].distractors) == ("When: the bridge?", ("3", "4", "5"))
    assert "# HUMAN" in path.read_text()
    before = both(path)
    wrongs: list[Record] = [{"answer": ""}, {"distractors": ["1801"]}, {"cloze": "no gap"}]
    for wrong in wrongs:
        with pytest.raises(QuizError, match=str(path)):
            review.changed(0, wrong)
    assert both(path) == before
    assert opened(path).changed(1, {"distractors": []}).deck.cards[1].distractors == ()
    with pytest.raises(QuizError, match="a comment"):
        opened(path).changed(0, {"distractors": []})


def test_nothing_is_written_over_what_somebody_else_wrote_meanwhile(path: Path) -> None:
    review = opened(path)
    edit(path, "When was the bridge", "When on earth was the bridge")
    before = both(path)

    for step in (review.kept, review.dropped, lambda at: review.changed(at, {"question": "No?"})):
        with pytest.raises(QuizError, match="meanwhile"):
            step(0)
    assert both(path) == before


def test_the_last_card_is_not_dropped(tmp_path: Path) -> None:
    path = tmp_path / "one.yaml"
    merge(path, of(BRIDGE))

    with pytest.raises(QuizError, match="at least one card"):
        opened(path).dropped(0)


def test_cards_that_wait_are_told_with_their_place(path: Path) -> None:
    opened(path).kept(0).kept(1)
    edit(path, 'answer: "1802"', 'answer: "1999"')

    deck = read_deck(path)[0]
    assert deck
    told = unreviewed(deck, read_lock(path))
    assert [(each.place, each.code, each.severity) for each in told] == [
        (deck.cards[1].place, "review-outdated", "error"),
        (deck.cards[2].place, "not-reviewed", "error"),
    ]
    assert f"`quiz review {path}`" in told[0].hint
    (hint, *_) = (each.hint for each in unreviewed(replace(deck, path="my decks/x.yaml"), read_lock(path)))
    assert "`quiz review 'my decks/x.yaml'`" in hint


OWN_WITH_PASSAGE = """\
title: Openings
cards:
  - question: When was the bridge opened?
    answer: "1801"
    source:
      document: https://example.org/openings
      text: The bridge was opened in 1801.

  - id: 4kq7m2vx
    question: What did the baker say?
    answer: Bread!
    source:
      text: Bread! he said.

  - kind: order
    question: Put these in order, the earliest first.
    answer: [bridge, canal]
    source:
      text: The bridge was opened before the canal.
"""


def waiting(path: Path) -> list[str]:
    return [problem.code for problem in check_decks([path], Choice(reviewed=True)) if problem.severity == "error"]


def test_generated_cards_without_their_lock_wait_too(path: Path, tmp_path: Path) -> None:
    opened(path).kept(0)
    edit(path, "    kind: date\n    question: When was the mine", "    origin: human\n    question: When was the mine")
    copied = tmp_path / "elsewhere" / "openings.yaml"
    copied.parent.mkdir()
    copied.write_bytes(path.read_bytes())

    assert waiting(copied) == ["not-reviewed"]
    deck = read_deck(copied)[0]
    assert deck
    (told,) = unreviewed(deck, Lock())
    assert (told.place, "looks generated" in told.message) == (deck.cards[1].place, True)
    assert "`origin: human`" in told.hint
    assert states(copied) == [State.DONE, State.NEW, State.OWN]
    assert opened(copied).kept(1).waiting == ()
    assert waiting(copied) == []


def test_generated_cards_taken_into_a_deck_of_ones_own_wait(path: Path, tmp_path: Path) -> None:
    own = tmp_path / "own.yaml"
    own.write_text("title: Mine\ncards:\n  - question: Why not?\n    answer: Because.\n")
    load_decks([own])
    with own.open("a") as file:
        file.write(path.read_text().partition("cards:\n")[2])

    assert states(own) == [State.OWN, State.NEW, State.NEW, State.NEW]


def test_cards_of_a_persons_own_with_a_passage_never_wait(tmp_path: Path) -> None:
    path = tmp_path / "own.yaml"
    path.write_text(OWN_WITH_PASSAGE)

    assert states(path) == [State.OWN] * 3
    assert waiting(path) == []


def test_the_lock_of_a_deck_that_was_renamed_tells_which_cards_wait(path: Path) -> None:
    opened(path).kept(0).kept(1)
    edit(path, 'answer: "1802"', 'answer: "1999"')
    edit(path, "    kind: date\n    question: When was the mine", "    question: When was the mine")
    renamed = path.rename(path.with_name("other.yaml"))

    assert waiting(renamed) == ["review-outdated", "not-reviewed"]
    lock_path(path).unlink()
    assert waiting(renamed) == []


SOME_EDITS = st.lists(st.tuples(st.integers(0, len(EDITS) - 1), st.integers(0, 9)), max_size=5)


@settings(max_examples=30)
@given(SOME_EDITS, st.lists(st.tuples(st.sampled_from(["keep", "drop", "change"]), st.integers(0, 9)), max_size=4))
def test_decisions_hurt_nothing_and_undo_gives_every_byte_back(
    tmp_path_factory: pytest.TempPathFactory, edits: list[tuple[int, int]], steps: list[tuple[str, int]]
) -> None:
    path = tmp_path_factory.mktemp("review") / "openings.yaml"
    merge(path, DECK)
    path.write_bytes(edited(path.read_bytes().decode(), edits, 0).encode())
    load_decks([path])
    review = opened(path)
    for what, place in steps:
        before, at = both(path), place % len(review.names)
        cards, mine = review.deck.cards, human(review.text)
        try:
            match what:
                case "keep":
                    after = review.kept(at)
                case "drop":
                    after = review.dropped(at)
                case _:
                    after = review.changed(at, {"question": "Asked: anew # now?"})
        except QuizError:
            assert both(path) == before
            continue
        others = [each for row, each in enumerate(cards) if row != at]
        left = [each for row, each in enumerate(after.deck.cards) if row != at or what == "drop"]
        assert left == others
        assert what == "drop" or not [line for line in mine if line not in human(after.text) and "question" not in line]
        after.written(review.text, review.lock)
        assert both(path) == before
        review = opened(path)
        match what:
            case "keep":
                review = review.kept(at)
            case "drop":
                review = review.dropped(at)
            case _:
                review = review.changed(at, {"question": "Asked: anew # now?"})
