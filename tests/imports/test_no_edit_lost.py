"""Years of edits on both sides, exports that Anki takes, leaves out or never sees, and imports: none loses an edit."""

from __future__ import annotations

import shutil
import tempfile
from collections import Counter
from collections.abc import Mapping
from contextlib import redirect_stderr, redirect_stdout
from io import StringIO
from itertools import count
from pathlib import Path
from typing import Any, ClassVar

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, precondition, rule, run_state_machine_as_test

from quiz.deck.read import load_decks
from quiz.export.anki import write
from quiz.export.request import AUTO, Request
from quiz.verbs.importing import import_decks
from tests.imports.owner import Owner

START = 1_600_000_000
DECK = """\
title: Rivers
cards:
  - id: r1
    question: q
    answer: a
    explanation: e
"""
OLDEST = st.integers(0, 30)
EXPORTS = 4
"""Exports in a row of which the lock keeps what they said, whichever of them Anki took."""
TURNED = {"question": "answer", "answer": "question"}
WORDS = 30
"""Letters of a text that are told at least."""


def is_told(text: str, told: str) -> bool:
    """Whether a text is told whole or by its beginning, or by its end, which the last edit made."""
    return text[:WORDS] in told or text[-WORDS:] in told


class Edits(RuleBasedStateMachine):
    """A card of ours. An edit puts a word behind the text, so that a text begins with what it was made of."""

    names: ClassVar[Mapping[str, str]] = {"question": "Question", "answer": "Answer", "explanation": "Explanation"}
    present: tuple[str, ...] = (AUTO,)

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.anki, self.clock, self.words = Owner(self.folder / "anki"), START, count()
        self.path, self.told = self.folder / "decks" / "rivers.yaml", ""
        self.exported: list[Path] = []
        self.seen: list[Path] = []
        self.places = set[tuple[str, str]]()
        self.edited = Counter[str]()
        self.known = True
        self.times: dict[Path, int] = {}
        self.newest = 0
        self.begin()

    def begin(self) -> None:
        """Let Anki have what the deck says."""
        self.path.parent.mkdir()
        self.path.write_text(DECK)
        self.export()
        self.read(0)

    def teardown(self) -> None:
        self.anki.col.close()
        shutil.rmtree(self.folder)

    @property
    def here(self) -> dict[str, str]:
        (deck,) = load_decks([self.path])
        return {key: str(getattr(deck.cards[0], key)) for key in self.names}

    @property
    def notes(self) -> list[Any]:
        """The notes of the card there, its own first."""
        notes = map(self.anki.col.get_note, self.anki.col.find_notes(""))
        return sorted(notes, key=self.backwards)

    @staticmethod
    def backwards(note: Any) -> bool:
        """Whether a note asks for the question by the answer."""
        return "Options" in note and "reverse" in note["Options"]

    def field(self, note: Any, key: str) -> str:
        """Name the field of a note that shows a key."""
        return self.names[TURNED.get(key, key) if self.backwards(note) else key]

    @property
    def there(self) -> list[dict[str, str]]:
        return [{key: note[self.field(note, key)] for key in self.names} for note in self.notes]

    @property
    def files(self) -> tuple[bytes, bytes]:
        return self.path.read_bytes(), self.path.with_suffix(".lock").read_bytes()

    def later(self) -> int:
        self.clock += 1
        return self.clock

    @rule(at=st.integers(0, 2))
    def edit_here(self, at: int) -> None:
        key = [*self.names][at % len(self.names)]
        text = self.here[key]
        self.count(key, "here")
        self.path.write_text(self.path.read_text().replace(f"{key}: {text}\n", f"{key}: {text} {next(self.words)}\n"))

    @rule(at=st.integers(0, 5))
    def edit_there(self, at: int) -> None:
        notes, key = self.notes, [*self.names][at % len(self.names)]
        note = notes[at // 3 % len(notes)]
        self.count(key, str(note.id))
        note[self.field(note, key)] += f" {next(self.words)}"
        self.anki.col.update_note(note)
        self.anki.col.db.execute("update notes set mod = ? where id = ?", self.later(), note.id)

    def count(self, key: str, where: str) -> None:
        """Note where a key was edited since both sides said the same."""
        self.places.add((key, where))
        self.edited = Counter(name for name, _ in self.places)

    @rule(here=st.integers(0, 2), there=st.integers(0, 5))
    def edit_both(self, here: int, there: int) -> None:
        """Edit it on both sides, and import that."""
        self.edit_here(here)
        self.edit_there(there)
        self.take()

    @rule()
    def export(self) -> None:
        self.exported.append(self.folder / f"out{len(self.exported)}.apkg")
        self.known &= len(self.exported) % EXPORTS != 0
        (deck,) = load_decks([self.path])
        self.told += " ".join(write([deck], self.exported[-1], Request(self.later(), present=self.present)).told)

    @precondition(lambda self: self.exported)
    @rule(back=OLDEST)
    def read(self, back: int) -> None:
        """Let Anki import a package, as a rule the newest."""
        before = self.there
        self.anki.read(self.exported[-1 - (back // 10 if back // 10 < len(self.exported) else 0)])
        for was, now in zip(before, self.there, strict=False):
            self.places |= {(key, "here") for key in self.edited if was[key] != now[key]}  # what was imported stays
        self.edited = Counter(name for name, _ in self.places)

    @rule()
    def take(self) -> None:
        """Import what Anki has now, and once more."""
        self.pack()
        here, there = self.here, self.there
        told = self.bring(self.seen[-1])
        if self.known:
            both = {key for key in self.names if f"edited on both sides: `{key}` stays" in told}
            assert all(self.edited[key] > 1 for key in both)
        for key, now in self.here.items():
            mine, theirs = here[key], [each[key] for each in there]
            taken = (text.startswith(mine) or is_told(mine, self.told) for text in theirs if now == text)
            assert now == mine or any(taken)
            for text in theirs:
                assert now.startswith(text) or mine.startswith(text) or is_told(text, self.told)
        before = self.files
        assert self.bring(self.seen[-1]) == ""
        assert self.files == before

    @rule(here=st.integers(0, 2), there=st.integers(0, 5))
    def cross(self, here: int, there: int) -> None:
        """Export before what Anki has is imported, and let Anki read that after it."""
        self.edit_there(there)
        self.edit_here(here)
        self.export()
        self.take()
        self.read(0)

    @rule()
    def pack(self) -> None:
        """Keep a package of what Anki has now, to be imported later or never."""
        self.seen.append(self.anki.export(f"in{len(self.seen)}.apkg"))
        self.times[self.seen[-1]] = max(note.mod for note in self.notes)

    @precondition(lambda self: self.seen)
    @rule(back=OLDEST)
    def take_old(self, back: int) -> None:
        """Import what Anki had once; what is older than the last teaches nothing."""
        self.known = False
        package, newest = self.seen[-1 - back % len(self.seen)], self.newest
        before = self.here, *self.files
        told = self.bring(package)
        for key, now in self.here.items():
            assert now.startswith(before[0][key]) or is_told(before[0][key], told)
        if self.times[package] <= newest:
            assert (self.here, *self.files) == before
            assert told == "" or "older in this package" in told

    @rule()
    def settle(self) -> None:
        """Import, export and import there: then both sides say the same, and nothing is left to be told."""
        self.take()
        self.export()
        self.read(0)
        assert all(each == self.here for each in self.there)
        self.pack()
        assert self.bring(self.seen[-1]) == ""
        self.places, self.edited, self.known = set(), Counter(), True
        assert all(each == self.here for each in self.there)

    def bring(self, package: Path) -> str:
        out, told = StringIO(), StringIO()
        with redirect_stdout(out), redirect_stderr(told):
            assert import_decks([package], self.path.parent, None) == 0
        self.told += told.getvalue()
        self.newest = max(self.newest, self.times.get(package, 0))
        return told.getvalue()


class SecondEdits(Edits):
    """A card that is asked by two notes."""

    present = ("auto", "reverse")


class TheirEdits(Edits):
    """A note of someone's own, that was imported."""

    names: ClassVar[Mapping[str, str]] = {"question": "Front", "answer": "Back"}

    def begin(self) -> None:
        self.anki.add("Basic", "Rivers", "q", "a")
        self.anki.col.db.execute("update notes set mod = ?", self.clock)
        self.pack()
        self.bring(self.seen[-1])


@pytest.mark.parametrize("machine", [Edits, SecondEdits, TheirEdits])
@pytest.mark.parametrize(("examples", "steps"), [(6, 15), pytest.param(150, 40, marks=pytest.mark.slow)])
def test_no_edit_is_lost_untold(machine: type[Edits], examples: int, steps: int) -> None:
    chosen = settings(
        max_examples=examples,
        stateful_step_count=steps,
        deadline=None,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
        phases=[Phase.explicit, Phase.reuse, Phase.generate, Phase.shrink],
    )
    run_state_machine_as_test(machine, settings=chosen)
