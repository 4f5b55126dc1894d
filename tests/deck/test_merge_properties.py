"""Whatever people do to a deck, and whatever becomes of its document, generating again harms nothing of theirs."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.deck.files import lock_path
from quiz.deck.lock import read_lock
from quiz.deck.merge import merge
from quiz.deck.model import Card, Deck, Passage, Source
from quiz.deck.read import read_deck
from tests.deck.edits import EDITS, held, windows

WORDS = "harbour bridge railway mine canal tower lighthouse market chapel ferry quarry mill".split()


@dataclass(frozen=True)
class Fact:
    """A fact of a document that makes one card."""

    number: int
    year: int
    wording: int = 0

    def card(self, line: int) -> Card:
        thing = f"{WORDS[self.number % len(WORDS)]} number {self.number}"
        ending = ["for everybody", "for nobody at all", "for: 'all' # of \"us\"", "for many a year " * 8][
            self.wording % 4
        ]
        text = f"The {thing} was opened to the public in {self.year} {ending}."
        return Card(
            answer=str(self.year),
            question=f"In what year was the {thing} opened?",
            kind="date",
            distractors=(str(self.year + 7), str(self.year - 9)) if self.wording != 1 else (),
            explanation="Long ago: so they say." if self.wording == 2 else "",
            source=Source(Passage(text, line=line)),
        )


START = tuple(Fact(number, 1800 + number) for number in range(5))


@st.composite
def documents(draw: st.DrawFn, facts: tuple[Fact, ...]) -> tuple[Fact, ...]:
    """A document after some changes."""
    changed = list(facts)
    for _ in range(draw(st.integers(0, 3))):
        at = draw(st.integers(0, max(len(changed) - 1, 0)))
        match draw(st.sampled_from(["insert", "drop", "reword", "correct", "swap"])):
            case "insert":
                changed.insert(at, Fact(draw(st.integers(10, 60)), draw(st.integers(1700, 1999))))
            case "drop" if len(changed) > 1:
                changed.pop(at)
            case "reword":
                changed[at] = replace(changed[at], wording=draw(st.integers(0, 3)))
            case "correct":
                changed[at] = replace(changed[at], year=changed[at].year + 1)
            case "swap":
                changed[at], changed[0] = changed[0], changed[at]
    return tuple({fact.number: fact for fact in changed}.values())


def deck(facts: tuple[Fact, ...], shift: int) -> Deck:
    cards = tuple(fact.card(line + shift) for line, fact in enumerate(facts, 3))
    return Deck(f"Openings {shift}", cards, source="../openings.md")


@st.composite
def stories(draw: st.DrawFn) -> list[tuple[list[tuple[int, int]], tuple[Fact, ...], int]]:
    """Rounds of edits (by number, with a place) and the document that is generated from after them."""
    facts, rounds = START, []
    for _ in range(draw(st.integers(1, 3))):
        edits = draw(st.lists(st.tuples(st.integers(0, len(EDITS) - 1), st.integers(0, 9)), max_size=4))
        facts = draw(documents(facts))
        rounds.append((edits, facts, draw(st.integers(0, 2))))
    return rounds


def edited(text: str, edits: list[tuple[int, int]], turn: int) -> str:
    """Text after a person's edits, without those that would break the deck or write over an earlier edit."""
    for count, (number, place) in enumerate(edits):
        after = EDITS[number](text, place, f"HUMAN{turn}x{count}")
        after = windows(after, 0, "") if "\r\n" in text else after
        lost = [line for line in human(text) if line not in human(after)]
        if readable(after) and (EDITS[number].__name__ == "delete" or not lost):
            text = after
    return text


def readable(text: str) -> bool:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "deck.yaml")
        path.write_bytes(text.encode())
        return read_deck(path)[0] is not None


def human(text: str) -> list[str]:
    """What a person wrote: of generated lines with a comment the comment, else the whole line."""
    lines = [line.strip() for line in text.splitlines() if "HUMAN" in line]
    return [line[line.index("# HUMAN") :] if "# HUMAN" in line else line for line in lines]


def ids(text: str) -> list[str]:
    return [line.split("id: ")[1].strip() for line in text.splitlines() if line.startswith("  - id: ")]


Story = list[tuple[list[tuple[int, int]], tuple[Fact, ...], int]]


@settings(max_examples=40)
@given(stories())
def test_human_bytes_survive_ids_stay_and_a_second_run_changes_nothing(story: Story) -> None:
    told(story)


@pytest.mark.slow
@settings(max_examples=2_000)
@given(stories())
def test_human_bytes_survive_two_thousand_stories(story: Story) -> None:
    told(story)


def told(story: Story) -> None:
    """Live through a story, and look after every turn whether all of a person's is there."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "decks", "openings.yaml")
        merge(path, deck(START, 0))
        for turn, (edits, facts, shift) in enumerate(story):
            known = set(read_lock(path).generated)
            before = edited(path.read_bytes().decode(), edits, turn)
            path.write_bytes(before.encode())
            gone = known - {card.id for card in (read_deck(path)[0] or deck((), 0)).cards}
            plan = merge(path, deck(facts, shift))
            after = path.read_bytes().decode()
            note = f"{plan.summary()}\n--- before\n{before}\n--- after\n{after}"

            assert not [line for line in human(before) if line not in human(after)], note
            assert not [card for card in held(before) if card not in held(after)], note
            assert [name for name in ids(after) if name in ids(before)] == ids(before), note
            assert not gone & set(ids(after)), note
            assert plan.changed == (before != after), note
            assert ("\r\n" in before) <= ("\n" not in after.replace("\r\n", "")), note
            assert read_deck(path)[0] is not None

            bytes_before = path.read_bytes(), lock_path(path).read_bytes()
            again = merge(path, deck(facts, shift))
            assert (path.read_bytes(), lock_path(path).read_bytes()) == bytes_before, note
            assert not again.changed
            assert again.new == 0


SOME_EDITS = st.lists(st.tuples(st.integers(0, len(EDITS) - 1), st.integers(0, 9)), max_size=6)


@settings(max_examples=40)
@given(SOME_EDITS)
def test_where_the_document_is_as_it_was_no_byte_of_the_deck_changes(edits: list[tuple[int, int]]) -> None:
    unchanged(edits)


@pytest.mark.slow
@settings(max_examples=2_000)
@given(SOME_EDITS)
def test_no_byte_changes_in_two_thousand_decks(edits: list[tuple[int, int]]) -> None:
    unchanged(edits)


def unchanged(edits: list[tuple[int, int]]) -> None:
    """Generate again from a document that is as it was."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "openings.yaml")
        merge(path, deck(START, 0))
        path.write_bytes(edited(path.read_bytes().decode(), edits, 0).encode())
        before = path.read_bytes()
        assert merge(path, deck(START, 0), dry_run=True).changed is False
        merge(path, deck(START, 0))
        assert path.read_bytes() == before
