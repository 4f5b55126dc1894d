"""Years of use in any order: no note is ever lost, doubled, or overwritten where only its owner edited it."""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import dataclass, field, replace
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from quiz.deck.guids import guid
from quiz.deck.lock import read_lock
from quiz.deck.model import Card, Deck
from quiz.export.anki import write
from quiz.export.anki.markup import clean, written
from quiz.export.request import Request
from tests.export.collection import NOW, Anki
from tests.export.hostile_anki import ASKED, cards

PICK = st.integers(0, 1000)
CHECKS = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]


@dataclass(slots=True)
class Known:
    """What Anki should hold of a card: its answer, the time it has it from, and what its owner did to it."""

    answer: str
    since: int
    deck: str
    suspended: bool = False
    learnt: int = 0


@dataclass(slots=True)
class Told:
    """What an export said of a card, and when one said so first."""

    answer: str
    since: int


def shown(said: Card | Told) -> str:
    """The field that holds an answer."""
    return written(clean(said.answer))


@dataclass(slots=True)
class Package:
    """A package that was written: its file, what it says by card, and the deck that new cards go to."""

    path: Path
    says: dict[str, Told] = field(default_factory=dict)
    deck: str = ""


class Years(RuleBasedStateMachine):
    """A deck and a collection, and what an owner may do to both."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.anki = Anki(self.folder)
        self.clock, self.numbers = NOW, count()
        self.deck = Deck("Rivers", (), id="rivers", path=str(self.folder / "rivers.yaml"))
        self.told: dict[str, tuple[Card, Told]] = {}
        self.known: dict[str, Known] = {}
        self.packages: list[Package] = []
        self.answers = 0

    def teardown(self) -> None:
        self.anki.collection.close()
        shutil.rmtree(self.folder)

    # In the file.

    @rule(made=cards(), at=PICK)
    def add(self, made: Card, at: int) -> None:
        here = list(self.deck.cards)
        here.insert(at % (len(here) + 1), replace(made, id=f"c{next(self.numbers)}"))
        self.deck = replace(self.deck, cards=tuple(here))

    @precondition(lambda self: self.deck.cards)
    @rule(at=PICK, other=cards())
    def rewrite(self, at: int, other: Card) -> None:
        self.change(at, lambda card: replace(other, id=card.id))

    @precondition(lambda self: self.deck.cards)
    @rule(at=PICK, answer=ASKED)
    def correct(self, at: int, answer: str) -> None:
        self.change(at, lambda card: card if card.ordered else replace(card, answer=answer))

    @precondition(lambda self: self.deck.cards)
    @rule(at=PICK)
    def delete(self, at: int) -> None:
        here = list(self.deck.cards)
        del here[at % len(here)]
        self.deck = replace(self.deck, cards=tuple(here))

    @rule(title=st.sampled_from(["Rivers", "Big rivers", "Rivers::Asia"]))
    def retitle(self, title: str) -> None:
        self.deck = replace(self.deck, title=title)

    @rule()
    def reverse(self) -> None:
        self.deck = replace(self.deck, cards=tuple(reversed(self.deck.cards)))

    def change(self, at: int, how: Any) -> None:
        here = list(self.deck.cards)
        here[at % len(here)] = how(here[at % len(here)])
        self.deck = replace(self.deck, cards=tuple(here))

    # From the one to the other.

    @initialize(made=st.lists(cards(), min_size=2, max_size=4))
    def begin(self, made: list[Card]) -> None:
        for card in made:
            self.add(card, len(self.deck.cards))
        self.both(0, force=False)

    @rule(wait=st.integers(0, 2), force=st.sampled_from([False, False, False, True]))
    def both(self, wait: int, *, force: bool) -> None:
        """Export and import at once, as is usual."""
        self.export(wait, force=force, back=False)
        self.take(0, newest=True)

    @rule(force=st.sampled_from([False, False, False, True]), wait=st.integers(0, 2), back=st.booleans())
    def export(self, wait: int, *, force: bool, back: bool) -> None:
        """Export; the clock may stand still, and in a short while go back."""
        self.clock += wait
        now = self.clock - 5 * back
        package = Package(self.folder / f"p{len(self.packages)}.apkg", deck=self.deck.title)
        write([self.deck], package.path, Request(now, force=force))
        for card in self.deck.cards:
            before, kept = self.told.get(card.id), read_lock(Path(self.deck.path)).notes[card.id].mod
            if before is None:
                assert kept == now
            elif force or shown(card) != shown(before[1]):
                assert kept == max(now, before[1].since + 1)
            elif card == before[0]:
                assert kept == before[1].since
            else:  # it depends on how the card is presented whether what changed is to be seen
                assert kept in (before[1].since, max(now, before[1].since + 1))
            told = Told(card.answer, kept)
            self.told[card.id] = (card, told)
            package.says[card.id] = told
            self.clock = max(self.clock, kept)
        self.packages.append(package)

    @precondition(lambda self: self.packages)
    @rule(newest=st.sampled_from([True, True, True, False]), at=PICK)
    def take(self, at: int, *, newest: bool) -> None:
        """Import a package, as a rule the newest."""
        package = self.packages[-1 if newest else at % len(self.packages)]
        log = self.anki.read(package.path)
        new = [card for card in package.says if card not in self.known]
        newer = [
            card for card in package.says if card in self.known and package.says[card].since > self.known[card].since
        ]
        assert (log.new, log.updated, log.conflicting) == (len(new), len(newer), 0)
        assert log.duplicate == len(package.says) - len(new) - len(newer)
        for card in new:
            said = package.says[card]
            self.known[card] = Known(shown(said), said.since, package.deck)
        for card in newer:
            self.known[card].answer, self.known[card].since = shown(package.says[card]), package.says[card].since

    # In Anki.

    @precondition(lambda self: self.known)
    @rule(at=PICK)
    def reword(self, at: int) -> None:
        """Edit a note, a second after whatever was before: Anki's own clock, which a test cannot set, is set right."""
        card = sorted(self.known)[at % len(self.known)]
        note, known = self.note(card), self.known[card]
        self.clock += 1
        known.answer, known.since = f"my words {self.clock}", self.clock
        note[answer(note)] = known.answer
        self.anki.collection.update_note(note)
        self.anki.collection.db.execute("update notes set mod = ? where id = ?", self.clock, note.id)

    @precondition(lambda self: self.known)
    @rule(at=PICK)
    def suspend(self, at: int) -> None:
        card = sorted(self.known)[at % len(self.known)]
        self.anki.collection.sched.suspend_cards([each.id for each in self.note(card).cards()])
        self.known[card].suspended = True

    @precondition(lambda self: self.known)
    @rule(at=PICK)
    def move(self, at: int) -> None:
        card = sorted(self.known)[at % len(self.known)]
        decks = self.anki.collection.decks
        self.anki.collection.set_deck([each.id for each in self.note(card).cards()], decks.id("Elsewhere"))
        self.known[card].deck = "Elsewhere"

    @precondition(lambda self: self.known)
    @rule()
    def study(self) -> None:
        col = self.anki.collection
        col.decks.select(col.decks.id("Rivers"))
        if col.sched.get_queued_cards(fetch_limit=1).cards:
            card = self.anki.study()
            self.answers += 1
            self.known[card.note()["ID"].removeprefix("rivers/")].learnt += 1

    @precondition(lambda self: self.known)
    @rule(at=PICK)
    def forget(self, at: int) -> None:
        """Delete a note in Anki: it comes again with the next package that has it."""
        card = sorted(self.known)[at % len(self.known)]
        self.anki.collection.remove_notes([self.note(card).id])
        del self.known[card]

    # What holds at any time.

    @invariant()
    def nothing_is_lost_doubled_or_overwritten(self) -> None:
        col = self.anki.collection
        notes = [col.get_note(number) for number in col.find_notes("")]
        assert sorted(note.guid for note in notes) == sorted(guid("rivers", card) for card in self.known)
        for card, known in self.known.items():
            note = self.note(card)
            (only,) = note.cards()
            if "<ol>" not in note[answer(note)]:
                assert note[answer(note)] == known.answer
            assert (only.queue == -1) == known.suspended
            assert only.reps == known.learnt
            assert col.decks.name(only.did) == known.deck
        assert col.db.scalar("select count() from revlog") == self.answers

    def note(self, card: str) -> Any:
        (number,) = self.anki.collection.find_notes(f'"ID:rivers/{card}"')
        return self.anki.collection.get_note(number)


def answer(note: Any) -> str:
    """The field of a note that holds its answer."""
    return "Speaker" if "Speaker" in note else "Answer"


def years(examples: int, steps: int) -> None:
    """Try so many lives of so many steps."""
    chosen = settings(
        max_examples=examples,
        stateful_step_count=steps,
        deadline=None,
        suppress_health_check=CHECKS,
        phases=[Phase.explicit, Phase.reuse, Phase.generate, Phase.shrink],
    )
    run_state_machine_as_test(Years, settings=chosen)


def test_some_years() -> None:
    years(8, 20)


@pytest.mark.slow
def test_many_years() -> None:
    years(60, 40)
