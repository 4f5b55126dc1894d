"""`reviewed: true` written by hand: the lock takes it down before the card changes, so that it expires too."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings

from quiz.deck.lock import read_lock, write_lock
from quiz.deck.merge import merge
from quiz.deck.model import Passage, Source
from quiz.deck.record import of_card, without
from quiz.deck.review import State, fingerprint, opened
from quiz.deck.take import Offer, taken
from tests.deck.openings import BRIDGE, CANAL, DECK, MINE, both, card, edit, ids, of
from tests.deck.test_merge_properties import START, Story, deck, edited, stories

LINE = "    reviewed: true\n"


def first(path: Path) -> State:
    return opened(path).states[0]


def by_hand(path: Path) -> None:
    """Write below the first card that it is reviewed."""
    edit(path, '"2"]\n', f'"2"]\n{LINE}')


def test_a_document_that_changes_such_a_card_makes_it_wait(path: Path) -> None:
    by_hand(path)
    assert first(path) is State.DONE

    assert merge(path, of(card(1811, "bridge", 1), CANAL, MINE)).updated == 1

    assert LINE in path.read_text()
    assert opened(path).states == (State.CHANGED, State.NEW, State.NEW)
    assert opened(path).kept(0).states[0] is State.DONE


def test_where_only_its_place_changes_it_stays_reviewed(path: Path) -> None:
    by_hand(path)
    assert BRIDGE.source
    merge(path, of(replace(BRIDGE, source=Source(Passage(BRIDGE.source.passage.text, 77))), CANAL, MINE))

    assert first(path) is State.DONE


def test_an_edit_by_hand_shows_from_the_next_generation_on(path: Path) -> None:
    by_hand(path)
    edit(path, 'answer: "1801"', 'answer: "1799"')
    assert first(path) is State.DONE
    merge(path, DECK, dry_run=True)
    assert read_lock(path).reviewed == {}

    assert not merge(path, DECK).changed
    assert first(path) is State.DONE
    known = both(path)
    merge(path, DECK)
    assert both(path) == known
    edit(path, 'answer: "1799"', 'answer: "1798"')
    assert first(path) is State.CHANGED


def test_a_review_that_was_taken_out_by_hand_can_be_written_anew(path: Path) -> None:
    opened(path).kept(0)
    edit(path, 'answer: "1801"', 'answer: "1799"')
    edit(path, LINE, "")
    merge(path, DECK)

    by_hand(path)

    assert first(path) is State.DONE


def test_a_decision_on_one_card_takes_the_others_down(path: Path) -> None:
    by_hand(path)
    opened(path).kept(1)
    assert sorted(read_lock(path).reviewed) == sorted(ids(path)[:2])
    edit(path, 'answer: "1801"', 'answer: "1799"')
    assert first(path) is State.CHANGED


def test_a_change_within_the_review_counts_too(path: Path) -> None:
    by_hand(path)

    assert opened(path).changed(0, {"question": "When?"}).states[0] is State.CHANGED


def test_an_import_that_changes_such_a_card_makes_it_wait(path: Path) -> None:
    by_hand(path)
    old = without(of_card(opened(path).deck.cards[0]), "id", "reviewed")
    revision = taken(opened(path).reading, [Offer(ids(path)[0], {**old, "question": "When?"}, old)], read_lock(path))

    path.write_text(revision.text)
    write_lock(path, revision.lock)

    assert "question: When?\n" in path.read_text()
    assert first(path) is State.CHANGED


def test_a_card_of_ones_own_is_not_taken_down(path: Path) -> None:
    by_hand(path)
    edit(path, LINE, f"    origin: human\n{LINE}")
    edit(path, "cards:\n", f"cards:\n  - question: Mine?\n    answer: 'yes'\n{LINE}")
    merge(path, DECK)

    assert read_lock(path).reviewed == {}


@settings(max_examples=40)
@given(stories())
def test_no_card_changes_behind_its_reviewers_back(tmp_path_factory: pytest.TempPathFactory, story: Story) -> None:
    path = tmp_path_factory.mktemp("vouched") / "openings.yaml"
    merge(path, deck(START, 0))
    for turn, (edits, facts, shift) in enumerate(story):
        text = edited(path.read_bytes().decode(), edits, turn)
        signed = text if LINE in text else text.replace("    source:\n", f"{LINE}    source:\n")
        path.write_bytes(signed.encode())
        before = opened(path)
        merge(path, deck(facts, shift))
        after = opened(path)
        seen = dict(zip(before.names, before.deck.cards, strict=True))
        for name, now, state in zip(after.names, after.deck.cards, after.states, strict=True):
            if now.reviewed and state is not State.OWN and name in seen:
                assert state is State.CHANGED or fingerprint(now) == fingerprint(seen[name])
