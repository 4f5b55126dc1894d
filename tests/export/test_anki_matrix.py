"""What a second import does, row by row, to a note that was studied, edited, tagged, suspended and moved in Anki.

The rows are those of a table measured on six versions of Anki, and hold on all of them; `test_anki_old` runs this
module on old ones. Rows of `foreign` packages show what other programs' packages do, and ours must not.
"""

from __future__ import annotations

import time
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from quiz.deck.model import Card
from quiz.export.anki import write
from quiz.export.request import Request
from tests.export.collection import OPTIONS, Anki, Log, Shelf
from tests.export.foreign import CARD, REVERSED, Foreign

CLOCK = int(time.time())
"""The clock of the first export; Anki before 25.02 stamps what it takes over with its own, so this must be real."""

HOUR = 3600

UPDATED, IGNORED, CONFLICTING = Log(0, 1, 0, 0), Log(0, 0, 1, 0), Log(0, 0, 0, 1)


@dataclass(frozen=True, slots=True)
class Row:
    """A second package, what the import says of it, and what a note whose owner edited it in Anki holds afterwards.

    `options` are ticked in the import, `text` is its answer then, `schema` says whether a full sync is forced, `delete`
    that the owner deleted the deck before, `deck` where its card lies, and `edited` whether the owner edited its text.
    """

    second: Any
    log: Log
    text: str
    options: dict[str, bool] | None = None
    schema: bool = False
    delete: bool = False
    deck: str = "Moved"
    edited: bool = True


FOREIGN = Foreign(CLOCK - 2 * HOUR)
MINE = "mine"
NEW = replace(FOREIGN, mod=CLOCK + HOUR, text="new")
ADDED = replace(NEW, fields=(*FOREIGN.fields, "More"))
MERGED = {"merge_notetypes": True}
LATELY = CLOCK - HOUR
"""Newer than the first package, and older than anything that Anki itself stamps."""

THEIRS: dict[str, Row] = {
    "identical": Row(FOREIGN, IGNORED, MINE),
    "text edited, the same second": Row(replace(FOREIGN, text="new"), IGNORED, MINE),
    "text edited, newer": Row(NEW, UPDATED, "new"),
    "text edited, older": Row(replace(NEW, mod=CLOCK - 3 * HOUR), IGNORED, MINE),
    "text edited, older than the owner's edit": Row(replace(NEW, mod=LATELY), IGNORED, MINE),
    "text edited, not so by its owner": Row(replace(NEW, mod=LATELY), UPDATED, "new", edited=False),
    "text unchanged, newer": Row(replace(FOREIGN, mod=CLOCK + HOUR), UPDATED, "old"),
    "a field added": Row(ADDED, CONFLICTING, MINE),
    "a field renamed": Row(replace(NEW, fields=("Front", "Answer", "Extra")), CONFLICTING, MINE),
    "fields reordered": Row(replace(NEW, fields=("Front", "Extra", "Back")), CONFLICTING, MINE),
    "a template added": Row(replace(NEW, templates=(CARD, REVERSED)), CONFLICTING, MINE),
    "a template renamed": Row(replace(NEW, templates=(("Card A", *CARD[1:]),)), CONFLICTING, MINE),
    "another note type": Row(replace(NEW, model=1_607_392_400), CONFLICTING, MINE),
    "looks changed": Row(replace(NEW, templates=((CARD[0], "Look: {{Front}}", CARD[2]),)), UPDATED, "new"),
    "the deck renamed": Row(replace(NEW, deck=(FOREIGN.deck[0], "Other")), UPDATED, "new"),
    "the deck's id changed": Row(replace(NEW, deck=(1_700_000_000, "Foreign")), UPDATED, "new"),
    "its deck deleted": Row(NEW, Log(1, 0, 0, 0), "new", delete=True, deck="Foreign"),
    "another guid": Row(replace(NEW, guid="other"), Log(1, 0, 0, 0), MINE),
}
if OPTIONS:  # Anki before 23.10 cannot be told to merge, and takes edits over whatever it sorts by
    THEIRS |= {
        "the sort field changed": Row(replace(NEW, mod=LATELY, sort=1), IGNORED, "old", schema=True, edited=False),
        "a field added, note types merged": Row(
            replace(ADDED, mod=LATELY), IGNORED, "old", MERGED, schema=True, edited=False
        ),
    }


@dataclass(frozen=True, slots=True)
class Step:
    """A further package, what the import says of it, and what is there afterwards.

    `notes` are the answer and the note type of every note, by guid, `types` all the note types there are, used or not;
    `options` are ticked in the import, `schema` says whether a full sync is forced.
    """

    package: Foreign
    log: Log
    notes: dict[str, tuple[str, str]]
    types: tuple[str, ...]
    options: dict[str, bool] | None = None
    schema: bool = False


OLD, PLUS = ("QM",), ("QM", "QM+")
LATER = CLOCK + 2 * HOUR
ANEW = replace(ADDED, guid="second", values={"Front": "asked too"})
CONFLICT = Step(ADDED, CONFLICTING, {"guid": (MINE, "QM")}, PLUS)
BESIDE = Step(ANEW, Log(1, 0, 0, 0), {"guid": (MINE, "QM"), "second": ("new", "QM+")}, PLUS)

LATELY_CHANGED: dict[str, tuple[Step, ...]] = {
    "a new note after a conflict": (
        CONFLICT,
        BESIDE,
        replace(BESIDE, log=IGNORED),
        # An Anki before 23.10 goes by the id of the type, which its first note type has, and never takes an edit.
        Step(
            replace(ANEW, mod=LATER, text="x"),
            UPDATED if OPTIONS else CONFLICTING,
            {"guid": (MINE, "QM"), "second": ("x" if OPTIONS else "new", "QM+")},
            PLUS,
        ),
    ),
    "edits after a conflict": (
        CONFLICT,
        replace(CONFLICT, package=replace(ADDED, mod=LATER)),
        Step(replace(NEW, mod=LATER + HOUR), UPDATED, {"guid": ("new", "QM")}, PLUS),
    ),
}
"""What packages bring after the one whose note type was another."""

if OPTIONS:
    MERGING = Step(replace(ADDED, mod=LATELY), IGNORED, {"guid": (MINE, "QM")}, OLD, MERGED, schema=True)
    TOGETHER = {"guid": ("new", "QM"), "second": ("new", "QM")}
    MERGED_PLUS = Step(replace(ADDED, mod=LATER), UPDATED, TOGETHER, OLD, MERGED, schema=True)
    LATELY_CHANGED |= {
        "edits after a merge": (
            MERGING,
            replace(MERGING, schema=False),
            Step(replace(ADDED, mod=LATER), UPDATED, {"guid": ("new", "QM")}, OLD),
            Step(replace(NEW, mod=LATER + HOUR, text="x"), CONFLICTING, {"guid": ("new", "QM")}, PLUS),
        ),
        "a merge after a conflict": (
            CONFLICT,
            BESIDE,
            MERGED_PLUS,
            Step(replace(ANEW, mod=LATER + HOUR, text="x"), UPDATED, {**TOGETHER, "second": ("x", "QM")}, OLD),
        ),
    }

BEGAN = {True: CLOCK, False: FOREIGN.mod}
"""What the clock of the second export is counted from."""

OURS: dict[str, Row] = {
    "identical": Row({}, IGNORED, MINE),
    "text edited, the same second": Row({"answer": "new", "wait": 0}, UPDATED, "new", edited=False),
    "text edited, newer": Row({"answer": "new"}, UPDATED, "new"),
    "text edited, the clock behind": Row({"answer": "new", "wait": -HOUR}, UPDATED, "new", edited=False),
    "text edited, exported before the owner's edit": Row({"answer": "new", "wait": 1}, IGNORED, MINE),
    "text unchanged, newer": Row({"wait": 5 * HOUR}, IGNORED, MINE),
    "forced": Row({"force": True}, UPDATED, "old"),
    "a way of asking added": Row({"distractors": ("x", "y"), "cloze": "It is {{old}}."}, UPDATED, "old"),
    "no question any more": Row({"question": "", "cloze": "It is {{old}}."}, UPDATED, "old"),
    "another presentation alone": Row({"present": ("typed",), "wait": 5 * HOUR}, IGNORED, MINE),
    "another presentation": Row({"answer": "new", "present": ("typed",)}, UPDATED, "new"),
    "the deck renamed": Row({"answer": "new", "title": "Other"}, UPDATED, "new"),
    "the deck named by an option": Row({"answer": "new", "deck": "Other"}, UPDATED, "new"),
    "tags prefixed": Row({"tag_prefix": "quiz::"}, UPDATED, "old"),
    "its deck deleted": Row({"answer": "new"}, Log(1, 0, 0, 0), "new", delete=True, deck="Rivers"),
    "note types merged": Row({"answer": "new"}, UPDATED, "new", MERGED if OPTIONS else None),
}


def own(anki: Anki, *, edited: bool) -> Any:
    """Study the one note's card, then edit and tag its note, flag, suspend and move it; return it as it is then."""
    col = anki.collection
    card = anki.study(col.decks.name(col.get_card(col.find_cards("")[0]).did))
    if edited:
        note = card.note()
        note[answer(note)], note.tags = MINE, ["mine"]
        col.update_note(note)
    col.sched.suspend_cards([card.id])
    col.set_user_flag_for_cards(3, [card.id])
    col.set_deck([card.id], col.decks.id("Moved"))
    return col.get_card(card.id)


def answer(note: Any) -> str:
    """The field of a note that holds its answer."""
    return next(name for name in ("Back", "Answer") if name in note)


def learnt(card: Any) -> tuple[int, ...]:
    """What is known of a card, and what its owner did to it."""
    return (card.type, card.queue, card.due, card.ivl, card.factor, card.reps, card.lapses, card.flags)


def named(anki: Anki, begin: str) -> tuple[str, ...]:
    """The names of the note types there are that begin so, each once."""
    names = (each.name for each in anki.collection.models.all_names_and_ids())
    return tuple(sorted({plain(name) for name in names if name.startswith(begin)}))


def plain(name: str) -> str:
    """A note type's name with one plus at the most: Anki 2.1.66 makes another type with one more at every conflict."""
    return f"{name.rstrip('+')}+" if name.endswith("+") else name


def check(anki: Anki, row: Row, second: Path, mine: Any) -> None:
    """Import the second package, and hold the row to what comes of it."""
    col = anki.collection
    if row.delete:
        col.decks.remove([mine.did])
    schema, answers = col.db.scalar("select scm from col"), col.db.scalar("select count() from revlog")
    assert anki.read(second, **(row.options or {})) == row.log
    notes = [col.get_note(number) for number in col.find_notes("")]
    note = notes[0] if row.delete else next(note for note in notes if note.id == mine.nid)
    assert len(notes) == 1 + (row.log.new and not row.delete)
    assert note[answer(note)] == row.text
    (card,) = note.cards()[:1]
    assert (learnt(card) == learnt(mine)) != row.delete
    assert col.decks.name(card.did) == row.deck
    assert ("mine" in note.tags) == (row.text == MINE)
    assert (col.db.scalar("select scm from col") != schema) == row.schema
    assert col.db.scalar("select count() from revlog") == answers == 1
    assert len(anki.unsound()) == 0


@pytest.mark.parametrize("name", THEIRS)
def test_what_a_second_package_of_another_program_does(anki: Anki, tmp_path: Path, name: str) -> None:
    row = THEIRS[name]
    assert anki.read(FOREIGN.write(tmp_path / "first.apkg")) == Log(1, 0, 0, 0)
    check(anki, row, row.second.write(tmp_path / "second.apkg"), own(anki, edited=row.edited))
    note = anki.collection.get_note(anki.collection.find_notes("asked")[0])
    assert note.note_type()["tmpls"][0]["qfmt"] == ("Look: {{Front}}" if name == "looks changed" else "{{Front}}")


@pytest.mark.parametrize("name", LATELY_CHANGED)
def test_what_comes_after_a_change_of_note_type(anki: Anki, tmp_path: Path, name: str) -> None:
    assert anki.read(FOREIGN.write(tmp_path / "first.apkg")) == Log(1, 0, 0, 0)
    mine, col = own(anki, edited=True), anki.collection
    for at, step in enumerate(LATELY_CHANGED[name]):
        schema = col.db.scalar("select scm from col")
        assert anki.read(step.package.write(tmp_path / f"{at}.apkg"), **(step.options or {})) == step.log
        notes = [col.get_note(number) for number in col.find_notes("")]
        assert {note.guid: (note["Back"], plain(note.note_type()["name"])) for note in notes} == step.notes
        assert named(anki, "QM") == step.types
        assert (col.db.scalar("select scm from col") != schema) == step.schema
        assert learnt(col.get_card(mine.id)) == learnt(mine)
    assert len(anki.unsound()) == 0


@pytest.mark.parametrize("name", OURS)
def test_what_a_second_package_of_ours_does(anki: Anki, shelf: Shelf, tmp_path: Path, name: str) -> None:
    row = OURS[name]
    change = {"wait": HOUR} | row.second
    deck = shelf(Card("old", question="asked", id="card", tags=("theirs",)))
    write([deck], tmp_path / "first.apkg", Request(FOREIGN.mod))
    assert anki.read(tmp_path / "first.apkg") == Log(1, 0, 0, 0)
    mine = own(anki, edited=row.edited)

    options = {key: change.pop(key) for key in ("force", "present", "deck", "tag_prefix") if key in change}
    now, title = BEGAN[row.edited] + change.pop("wait"), change.pop("title", deck.title)
    deck = replace(deck, title=title, cards=(replace(deck.cards[0], **change),))
    write([deck], tmp_path / "second.apkg", Request(now, **options))
    check(anki, row, tmp_path / "second.apkg", mine)
    assert not any(kind.endswith("+") for kind in named(anki, "Quiz"))
