"""Generating again: the deck follows its document, and everything of a person's stays."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from quiz.deck.ledger import Note
from quiz.deck.lock import Lock, read_lock, write_lock
from quiz.deck.merge import merge
from quiz.deck.plan import Plan
from quiz.deck.read import load_decks, read_deck
from tests.deck.openings import BRIDGE, CANAL, DECK, MINE, both, card, edit, ids, of, without


def test_two_empty_folders_get_the_same_bytes(path: Path, tmp_path: Path) -> None:
    merge(tmp_path / "elsewhere" / "openings.yaml", DECK)
    assert both(tmp_path / "elsewhere" / "openings.yaml") == both(path)
    (deck,) = load_decks([path])
    assert all((deck.id, *ids(path)))


def test_the_same_again_changes_nothing(path: Path) -> None:
    before = both(path), path.stat().st_mtime_ns
    plan = merge(path, DECK)
    assert plan == Plan(path, unchanged=3)
    assert plan.summary() == "3 unchanged"
    assert (both(path), path.stat().st_mtime_ns) == before


def test_a_dry_run_only_tells(path: Path, tmp_path: Path) -> None:
    before = both(path)
    assert merge(path, of(BRIDGE, card(1850, "market")), dry_run=True).summary() == "+1 new, 1 unchanged, 2 stale"
    assert both(path) == before
    assert merge(tmp_path / "x" / "new.yaml", DECK, dry_run=True) == Plan(
        tmp_path / "x" / "new.yaml", new=3, changed=True
    )
    assert not (tmp_path / "x").exists()


def test_untouched_text_follows_the_document(path: Path) -> None:
    before = ids(path)
    changed = card(1802, "canal", 40, "The long canal was opened to the public in the year 1802.", "When did it open?")
    assert (
        merge(path, of(BRIDGE, replace(changed, distractors=("7", "8", "9")), MINE)).summary()
        == "1 updated, 2 unchanged"
    )
    assert ids(path) == before
    fresh = path.parent / "fresh.yaml"
    merge(fresh, of(BRIDGE, replace(changed, distractors=("7", "8", "9")), MINE))
    assert path.read_text().split("cards:")[1].split("kind")[2] == fresh.read_text().split("cards:")[1].split("kind")[2]


def test_a_tolerance_of_a_person_stays(path: Path) -> None:
    edit(path, "    distractors:", "    tolerance: 5%\n    distractors:")
    kept = path.read_text()

    merge(path, DECK)

    assert path.read_text() == kept
    (deck,) = load_decks([path])
    assert "5%" in [found.tolerance for found in deck.cards]


def test_a_corrected_answer_keeps_the_id(path: Path) -> None:
    before = ids(path)
    plan = merge(path, of(BRIDGE, card(1812, "canal", 2), MINE))
    assert plan.summary() == "1 updated, 2 unchanged"
    assert ids(path) == before
    assert 'answer: "1812"' in path.read_text()


def test_a_field_a_person_changed_is_kept_and_the_others_follow(path: Path) -> None:
    edit(path, "When was the canal opened?", "When did the CANAL open?   # better")
    plan = merge(path, of(BRIDGE, card(1802, "canal", 9, question="In what year was the canal opened?"), MINE))
    assert plan.summary() == "2 unchanged, 1 yours kept"
    text = path.read_text()
    assert "    question: When did the CANAL open?   # better\n" in text
    assert "      line: 9\n" in text


def test_a_card_a_person_deleted_stays_deleted(path: Path) -> None:
    text = path.read_text()
    without(path, ids(path)[1])
    before = path.read_bytes()
    assert merge(path, DECK).summary() == "2 unchanged, 1 deleted by you"
    moved = card(1802, "canal", 77, "The canal was opened to the public in the year 1802, we hear.")
    assert merge(path, of(BRIDGE, moved, MINE)).summary() == "2 unchanged, 1 deleted by you"
    assert path.read_bytes() == before
    path.write_text(text)
    assert merge(path, DECK).summary() == "3 unchanged"


def test_a_deleted_card_does_not_take_what_another_has_become(path: Path) -> None:
    bridge, canal, _ = ids(path)
    without(path, canal)
    corrected = card(1802, "bridge", 1)
    assert merge(path, of(corrected, MINE)).summary() == "1 updated, 1 unchanged"
    assert ids(path)[0] == bridge
    edit(path, f"  - id: {bridge}\n    kind", "  - kind")
    assert merge(path, of(corrected, MINE)).summary() == "2 unchanged"
    assert load_decks([path])[0].cards[0].id == bridge


def test_a_card_whose_passage_is_gone_is_marked_and_comes_back(path: Path) -> None:
    before = path.read_bytes()
    assert merge(path, of(BRIDGE, MINE)).summary() == "2 unchanged, 1 stale"
    assert path.read_text().count("\n    stale: true\n") == 1
    assert merge(path, of(BRIDGE, MINE)) == Plan(path, unchanged=2, stale=1)
    assert merge(path, DECK).summary() == "1 updated, 2 unchanged"
    assert path.read_bytes() == before
    merge(path, of(BRIDGE, MINE))
    edit(path, "    stale: true\n", "")
    assert not merge(path, of(BRIDGE, MINE)).changed


def test_new_cards_stand_where_the_document_has_them(path: Path) -> None:
    edit(path, "cards:\n", "cards:\n  # the first\n")
    edit(path, f"  - id: {ids(path)[2]}", f"  # the last\n  - id: {ids(path)[2]}")
    proposed = of(
        card(1700, "gate", 1), BRIDGE, CANAL, card(1710, "mill", 5), card(1720, "inn", 6), MINE, card(1730, "pub", 8)
    )
    assert merge(path, proposed).summary() == "+4 new, 3 unchanged"
    deck = read_deck(path)[0]
    assert deck
    assert [found.answer for found in deck.cards] == ["1700", "1801", "1802", "1710", "1720", "1803", "1730"]
    lines = path.read_text().splitlines()
    for comment, name in (("  # the first", deck.cards[1].id), ("  # the last", deck.cards[5].id)):
        assert lines[lines.index(comment) + 1] == f"  - id: {name}"
    assert path.read_text().count("\n\n  - ") == 4


def test_hand_written_cards_stay_where_they_are(path: Path) -> None:
    edit(path, "\n\n  - id", "\n\n  - question: Mine?\n    answer: 'Yes'\n\n  - id")
    names = [found.id for found in load_decks([path])[0].cards]
    before = path.read_bytes()
    assert merge(path, DECK).summary() == "3 unchanged, 1 yours kept"
    assert path.read_bytes() == before
    merge(path, of(BRIDGE, CANAL, card(1850, "market", 4), MINE))
    assert [found.id for found in load_decks([path])[0].cards if found.id in names] == names


def test_an_id_line_that_was_removed_does_not_double_the_card(path: Path) -> None:
    name = ids(path)[1]
    edit(path, f"  - id: {name}\n    kind", "  - kind")
    assert merge(path, of(BRIDGE, replace(CANAL, explanation="So."), MINE)).summary() == "1 updated, 2 unchanged"
    assert load_decks([path])[0].cards[1].id == name


def test_lines_break_as_they_did_and_a_byte_order_mark_stays(path: Path) -> None:
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    merge(
        path,
        of(
            BRIDGE,
            card(1802, "canal", 9, "The canal " + "was opened to the public " * 9 + "1802"),
            card(1850, "pub"),
            MINE,
        ),
    )
    data = path.read_bytes()
    assert data.startswith(b"\xef\xbb\xbf#")
    assert data.count(b"\n") == data.count(b"\r\n")
    assert not merge(path, DECK, dry_run=True).new


STYLES: dict[str, tuple[Callable[[str], str], str]] = {
    "flow card": (
        lambda text: "title: Openings\ncards: [" + ", ".join(flowed(text)) + "]\n",
        "+1 new, 1 updated, 1 unchanged, 1 stale",
    ),
    "lists at the margin": (
        lambda text: "\n".join(line.removeprefix("  ") for line in text.split("\n")),
        "+1 new, 1 updated, 1 unchanged, 1 stale",
    ),
    "wide dashes": (
        lambda text: text.replace("\n    ", "\n       ").replace("  - id", "  -    id"),
        "+1 new, 1 updated, 1 unchanged, 1 stale",
    ),
    "an anchor holds a card": (
        lambda text: text.replace("  - id", "  - &c\n    id", 2).replace("&c\n", "&c2\n", 1),
        "+1 new, 3 unchanged",
    ),
    "document marks": (lambda text: f"---\n{text}...\n", "+1 new, 1 updated, 1 unchanged, 1 stale"),
}


def flowed(text: str) -> list[str]:
    """Cards of a canonical deck, each within curly brackets."""
    cards = text.split("\n  - ")[1:]
    return [
        "{" + ", ".join(line.strip() for line in one.replace("source:\n", "").strip().split("\n")[:5]) + "}"
        for one in cards
    ]


@pytest.mark.parametrize("style", STYLES)
def test_decks_in_other_styles_are_spliced_too(style: str, path: Path) -> None:
    change, summary = STYLES[style]
    path.write_text(change(path.read_text()))
    before = ids(path)
    plan = merge(path, of(card(1801, "bridge", question="When did it open?"), card(1850, "market", 4), MINE))
    if style == "flow card":
        assert (plan.new, plan.stale, plan.kept) == (1, 1, 2)
    else:
        assert plan.summary() == summary
    after = ids(path)
    assert [name for name in after if name in before] == before
    assert len(after) == 4
    again = both(path)
    merge(path, of(card(1801, "bridge", question="When did it open?"), card(1850, "market", 4), MINE))
    assert both(path) == again


def test_changes_that_meet_are_made_one_after_the_other(path: Path) -> None:
    explained = replace(BRIDGE, explanation="So.")
    merge(path, of(explained, CANAL, MINE))
    name = ids(path)[0]
    keys = '    kind: date\n    question: When was the bridge opened?\n    answer: "1801"\n'
    edit(path, f"  - id: {name}\n{keys}", f"  - explanation: So.\n    id: {name}\n{keys}")
    edit(path, "    explanation: So.\n", "")
    edit(
        path,
        f'    id: {name}\n{keys}    distractors: ["1", "2"]\n',
        f'    distractors: ["1", "2"]\n    id: {name}\n{keys}',
    )
    bare = of(replace(BRIDGE, distractors=()), CANAL, MINE)
    merge(path, bare)
    merge(path, bare)
    text = path.read_text()
    assert f"  - id: {name}\n{keys}    source:" in text
    assert not merge(path, bare).changed


def test_title_and_tags_follow_unless_changed(path: Path) -> None:
    edit(path, "title: Openings", "title: My openings # mine")
    merge(path, replace(DECK, title="New", tags=("history", "places")))
    assert "title: My openings # mine\n" in path.read_text()
    assert "tags: [history, places]\n" in path.read_text()
    assert "\nid: " in path.read_text()


def test_what_other_verbs_keep_in_the_lock_stays(path: Path) -> None:
    lock = read_lock(path)
    lock.notes[ids(path)[0]] = Note("card", "hash", 5)
    lock.rest["later"] = "x"
    write_lock(path, lock)
    merge(path, of(BRIDGE))
    assert read_lock(path).notes == lock.notes
    assert read_lock(path).rest == {"later": "x"}


def test_cards_of_one_passage_are_told_apart(tmp_path: Path) -> None:
    text = "It was opened in 1801, closed in 1802 and opened again in 1803."
    three = of(*(card(1800 + n, "it", 3, text, f"When, for the time number {n}?") for n in (1, 2, 3)))
    path = tmp_path / "a.yaml"
    merge(path, three)
    before = ids(path)
    assert len(set(before)) == 3
    reverse = of(*reversed(three.cards))
    assert not merge(path, reverse).changed
    merge(path, of(three.cards[2], three.cards[0]))
    deck = read_deck(path)[0]
    assert deck
    assert [found.stale for found in deck.cards] == [False, True, False]


def test_ids_that_cards_bring_are_used(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    merge(path, replace(of(replace(BRIDGE, id="bcdf2345")), id="given"))
    assert ids(path) == ["bcdf2345"]
    assert load_decks([path])[0].id == "given"
    assert read_lock(path).deck == "given"
    assert read_lock(path) != Lock()
