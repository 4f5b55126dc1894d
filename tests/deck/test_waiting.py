"""Changes of a document that have to wait for a person: nothing is lost, and nothing stays unsaid."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from quiz.deck.merge import merge
from quiz.deck.read import read_deck
from tests.deck.openings import BRIDGE, CANAL, DECK, MINE, both, card, edit, of


def test_a_comment_in_the_way_is_kept_and_the_change_waits(path: Path) -> None:
    edit(path, 'distractors: ["1", "2"]', 'distractors:\n      - "1" # close\n      - "2"')
    assert merge(path, of(replace(BRIDGE, distractors=("1", "5")), CANAL, MINE)).updated == 1
    assert 'distractors:\n      - "1" # close\n      - "5"\n' in path.read_text()
    before = both(path)
    assert merge(path, of(replace(BRIDGE, distractors=("1",)), CANAL, MINE)).summary() == "3 unchanged"
    assert both(path) == before
    edit(path, " # close", "")
    assert merge(path, of(replace(BRIDGE, distractors=("1",)), CANAL, MINE)).updated == 1


def test_a_change_that_contradicts_the_person_is_not_made_and_never_in_silence(path: Path) -> None:
    edit(path, '["1", "2"]', '["1811", "2"]')
    before = path.read_text()
    plan = merge(path, of(card(1811, "bridge", 1), CANAL, MINE))
    assert plan.summary() == "2 unchanged, 1 stale"
    assert "`answer` would now be `1811`, which does not go with what is yours" in str(plan.conflicts[-1])
    assert path.read_text().replace("    stale: true\n", "", 1) == before
    again = both(path)
    assert merge(path, of(card(1811, "bridge", 1), CANAL, MINE)).summary() == "2 unchanged, 1 stale"
    assert both(path) == again


def test_a_card_that_had_to_wait_follows_once_a_person_makes_room(path: Path) -> None:
    edit(path, '["1", "2"]', '["1811", "2"]')
    merge(path, of(card(1811, "bridge", 1), CANAL, MINE))
    edit(path, '["1811", "2"]', '["1807", "2"]')
    assert merge(path, of(card(1811, "bridge", 1), CANAL, MINE)).summary() == "2 unchanged, 1 yours kept"
    found = read_deck(path)[0]
    assert found
    assert (found.cards[0].answer, found.cards[0].distractors, found.cards[0].stale) == ("1811", ("1807", "2"), False)


def test_a_card_that_had_to_wait_is_no_longer_stale_once_the_document_is_as_it_was(path: Path) -> None:
    edit(path, '["1", "2"]', '["1811", "2"]')
    before = path.read_bytes()
    merge(path, of(card(1811, "bridge", 1), CANAL, MINE))
    assert merge(path, DECK).summary() == "2 unchanged, 1 yours kept"
    assert path.read_bytes() == before


def test_an_answer_that_cannot_be_written_marks_its_card(path: Path) -> None:
    edit(path, 'answer: "1801"', 'answer: &year "1801"')
    question = "    question: When was the canal"
    edit(path, question, f"    explanation: *year\n{question}")
    plan = merge(path, of(card(1811, "bridge", 1), CANAL, MINE))
    assert (plan.stale, len(plan.conflicts)) == (1, 1)
    assert "a comment, an anchor or an alias of yours stands in the way of: the card is left" in str(plan.conflicts[0])
    assert 'answer: &year "1801"' in path.read_text()


def test_it_is_listed_as_long_as_it_lasts(path: Path) -> None:
    edit(path, '["1", "2"]', '["1811", "2"]')
    corrected = of(card(1811, "bridge", 1), CANAL, MINE)
    (told,) = map(str, merge(path, corrected).conflicts)
    assert "which does not go with what is yours (`distractors`): " in told
    assert told.endswith("the card is left as it was and marked as stale")
    known = both(path)
    assert [*map(str, merge(path, corrected).conflicts)] == [told]

    edit(path, "    stale: true\n", "")
    plan = merge(path, corrected)
    (left,) = map(str, plan.conflicts)
    assert (plan.summary(), plan.changed) == ("2 unchanged, 1 yours kept", False)
    assert left.endswith("the card is left as it was")
    assert "stale" not in path.read_text()

    path.write_bytes(known[0])
    edit(path, '["1811", "2"]', '["1807", "2"]')
    assert merge(path, corrected).conflicts == ()


def test_of_a_card_that_waits_no_conflict_counts_as_settled(path: Path) -> None:
    edit(path, '["1", "2"]', '["1811", "2"]')
    corrected = of(replace(card(1811, "bridge", 1), distractors=("5", "6")), CANAL, MINE)
    for _ in range(2):
        plan = merge(path, corrected)
        assert (len(plan.conflicts), plan.differing) == (2, 0)

    edit(path, '["1811", "2"]', '["1807", "2"]')
    assert [merge(path, corrected).differing for _ in range(2)] == [1, 1]


def test_what_goes_with_an_answer_stays_with_a_persons(path: Path) -> None:
    edit(path, 'answer: "1801"', 'answer: "about 1801"')
    new = replace(card(1811, "bridge", 1), accept=("AD 1811",), distractors=("1805", "1820"), question=BRIDGE.question)
    plan = merge(path, of(new, CANAL, MINE))
    assert any("answer" in str(each) for each in plan.conflicts)
    for line in ('answer: "about 1801"', 'distractors: ["1", "2"]'):
        assert line in path.read_text()
    assert "1805" not in path.read_text()
    assert "AD 1811" not in path.read_text()
    again = both(path)
    merge(path, of(new, CANAL, MINE))
    assert both(path) == again

    edit(path, 'answer: "about 1801"', 'answer: "1811"')
    merge(path, of(new, CANAL, MINE))
    found = read_deck(path)[0]
    assert found
    assert (found.cards[0].accept, found.cards[0].distractors) == (("AD 1811",), ("1805", "1820"))
