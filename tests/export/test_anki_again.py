"""Imported again and again: nothing doubled, nothing lost, nothing of the user's overwritten."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from anki.scheduler.v3 import CardAnswer

from quiz.deck.lock import read_lock
from quiz.deck.model import Card, Deck, Passage, Source
from quiz.errors import QuizError
from quiz.export.anki import notetypes, write
from quiz.export.request import Request
from tests.export.collection import BAGHDAD, FOUNDED, MOUTH, NOW, THREE, Anki, Log, Shelf, words


def edited(deck: Deck, at: int, **change: Any) -> Deck:
    cards = list(deck.cards)
    cards[at] = replace(cards[at], **change)
    return replace(deck, cards=tuple(cards))


def test_every_card_comes_once(anki: Anki, shelf: Shelf) -> None:
    assert anki.take(shelf(*THREE)) == Log(3, 0, 0, 0)
    assert anki.collection.card_count() == 3
    assert anki.unsound() == []


def test_the_same_again_changes_nothing(anki: Anki, shelf: Shelf) -> None:
    anki.take(shelf(*THREE))
    assert anki.take(shelf(*THREE), NOW + 500) == Log(0, 0, 3, 0)


def test_one_edit_updates_one_note_and_leaves_the_users_own(anki: Anki, shelf: Shelf) -> None:
    deck = shelf(*THREE)
    anki.take(deck)
    mine = anki.note("rivers/mouth")
    mine["Answer"], mine.tags = "my own words", ["mine"]
    anki.collection.update_note(mine)

    assert anki.take(edited(deck, 0, answer="the Tigris river"), NOW + 60) == Log(0, 1, 2, 0)
    assert anki.note("rivers/baghdad")["Answer"] == "the Tigris river"
    assert (anki.note("rivers/mouth")["Answer"], anki.note("rivers/mouth").tags) == ("my own words", ["mine"])


def test_an_edit_in_the_same_second_arrives(anki: Anki, shelf: Shelf) -> None:
    deck = shelf(*THREE)
    anki.take(deck)
    assert anki.take(edited(deck, 2, answer="the Black Sea")) == Log(0, 1, 2, 0)


def test_an_edit_taken_back_arrives(anki: Anki, shelf: Shelf) -> None:
    deck = shelf(*THREE)
    anki.take(deck)
    anki.take(edited(deck, 2, answer="elsewhere"), NOW + 60)
    assert anki.take(deck, NOW + 120) == Log(0, 1, 2, 0)
    assert anki.note("rivers/mouth")["Answer"] == "Black Sea"


def test_an_edit_made_while_the_clock_was_behind_arrives(anki: Anki, shelf: Shelf) -> None:
    deck = shelf(*THREE)
    anki.take(deck)
    assert anki.take(edited(deck, 2, answer="elsewhere"), NOW - 9000).updated == 1


@pytest.mark.parametrize("now", [0, -5])
def test_no_time_is_ever_zero(anki: Anki, shelf: Shelf, now: int) -> None:
    assert anki.take(shelf(*THREE), now) == Log(3, 0, 0, 0)
    assert anki.note("rivers/mouth").mod > 0


@pytest.mark.parametrize(
    "change",
    [
        {"distractors": ("Elbe", "Rhine")},
        {"question": "When was Baghdad founded?"},
        {"question": "When was Baghdad founded?", "cloze": ""},
        {"cloze": "Founded in {{762}} or {{763}}."},
        {"cloze": "No gap is left."},
        {"kind": "order", "explanation": "why", "accept": ("A.D. 762",)},
    ],
)
@pytest.mark.parametrize("at", [0, 1])
def test_a_card_keeps_its_note_type_whatever_becomes_of_it(
    anki: Anki, shelf: Shelf, at: int, change: dict[str, Any]
) -> None:
    deck = shelf(*THREE)
    anki.take(deck)
    log = anki.take(edited(deck, at, **change), NOW + 60)
    assert (log.new, log.conflicting) == (0, 0)
    assert anki.unsound() == []
    assert anki.collection.card_count() == 3


def test_a_question_that_becomes_a_cloze_is_still_asked(anki: Anki, shelf: Shelf) -> None:
    deck = shelf(MOUTH)
    anki.take(deck)
    anki.take(edited(deck, 0, question="", cloze="The Danube ends in the {{Black Sea}}."), NOW + 60)
    front, back = anki.sides("rivers/mouth")
    assert words(front, "ask") == "The Danube ends in the _____."
    assert words(back, "answer") == "Black Sea"


def test_a_line_that_moves_is_no_edit(anki: Anki, shelf: Shelf) -> None:
    deck = shelf(*THREE)
    anki.take(deck)
    moved = Source(Passage(BAGHDAD.source.passage.text if BAGHDAD.source else "", line=8))
    assert anki.take(edited(deck, 0, source=moved), NOW + 60) == Log(0, 0, 3, 0)


def test_what_was_learnt_stays_when_the_text_changes(anki: Anki, shelf: Shelf) -> None:
    deck = shelf(FOUNDED)
    anki.take(deck)
    col = anki.collection
    col.decks.select(col.decks.id("Rivers"))
    shown = col.sched.get_queued_cards(fetch_limit=1).cards[0]
    card = col.get_card(shown.card.id)
    card.start_timer()
    col.sched.answer_card(col.sched.build_answer(card=card, states=shown.states, rating=CardAnswer.EASY))
    before = col.get_card(card.id)

    anki.take(edited(deck, 0, cloze="It was in {{762 AD}} that Baghdad was founded.", answer="762 AD"), NOW + 60)
    after = col.get_card(card.id)
    assert "762 AD" in anki.sides("rivers/founded")[1]
    assert (after.ivl, after.due, after.reps, after.queue) == (before.ivl, before.due, 1, before.queue)
    assert col.db.scalar("select count() from revlog") == 1


def test_a_card_added_later_comes_alone(anki: Anki, shelf: Shelf) -> None:
    anki.take(shelf(BAGHDAD, MOUTH))
    assert anki.take(shelf(*THREE), NOW + 60) == Log(1, 0, 2, 0)


def test_a_card_taken_out_stays_and_the_search_given_finds_it(anki: Anki, shelf: Shelf, tmp_path: Path) -> None:
    odd = Card("a", question="b", id='x*y_z"\\:')
    anki.take(shelf(odd, *THREE))
    report = write([shelf(*THREE)], tmp_path / "second.apkg", Request(NOW + 60))
    (warning,) = report.warnings
    assert "1 of its cards" in warning.message
    found = anki.collection.find_notes(warning.hint.split(" for ", 1)[1])
    assert [anki.collection.get_note(note)["Question"] for note in found] == ["b"]


def test_decks_with_the_same_cards_do_not_collide(anki: Anki, shelf: Shelf) -> None:
    first, second = shelf(*THREE), shelf(*THREE, name="other", title="Other rivers")
    assert anki.take([first, second]) == Log(6, 0, 0, 0)
    assert anki.collection.db.scalar("select count(distinct guid) from notes") == 6
    decks = {anki.collection.decks.name(card.did) for card in anki.note("other/mouth").cards()}
    assert decks == {"Other rivers"}


def test_cards_come_up_in_the_order_of_the_decks(anki: Anki, shelf: Shelf) -> None:
    first, second = shelf(*THREE), shelf(*reversed(THREE), name="other", title="Rivers::Other")
    anki.take([first, second])
    col = anki.collection
    dues = dict(col.db.all("select n.guid, c.due from cards c join notes n on n.id = c.nid"))
    order = [f"rivers/{card.id}" for card in first.cards] + [f"other/{card.id}" for card in second.cards]
    assert [dues[anki.note(name).guid] for name in order] == [1, 2, 3, 4, 5, 6]
    col.decks.select(col.decks.id("Rivers"))
    queued = col.sched.get_queued_cards(fetch_limit=9).cards
    shown = [col.get_note(col.get_card(each.card.id).nid)["ID"] for each in queued]
    assert sorted(shown[:3]) == sorted(order[:3])
    assert [name for name in shown if name.startswith("rivers")] == order[:3]


def test_decks_of_one_name_become_one_with_a_word_of_warning(anki: Anki, shelf: Shelf, tmp_path: Path) -> None:
    decks = [shelf(BAGHDAD), shelf(MOUTH, name="other", title="RIVERS")]
    assert "same deck" in write(decks, tmp_path / "x.apkg", Request(NOW)).warnings[0].message
    assert anki.take(decks) == Log(2, 0, 0, 0)
    assert {deck.name for deck in anki.collection.decks.all_names_and_ids()} == {"Default", "Rivers"}


def test_the_users_own_style_stays_until_ours_is_revised(
    anki: Anki, shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    deck = shelf(*THREE)
    anki.take(deck)
    model = anki.collection.models.by_name("Quiz Question")
    model["css"] = "body { color: pink }"
    anki.collection.models.update_dict(model)
    anki.take(edited(deck, 0, answer="x"), NOW + 60)
    assert anki.collection.models.by_name("Quiz Question")["css"] == "body { color: pink }"

    monkeypatch.setattr(notetypes, "RELEASED", anki.collection.models.by_name("Quiz Question")["mod"] + 10)
    assert anki.take(edited(deck, 0, answer="y"), NOW + 120) == Log(0, 1, 2, 0)
    assert "unicode-bidi" in anki.collection.models.by_name("Quiz Question")["css"]
    assert len([name for name in anki.collection.models.all_names() if name.startswith("Quiz")]) == 2


def test_a_note_type_of_a_newer_version_is_refused(shelf: Shelf, tmp_path: Path) -> None:
    from quiz.deck.ledger import Note
    from quiz.deck.lock import write_lock

    deck = shelf(*THREE)
    lock = read_lock(Path(deck.path))
    lock.notes["mouth"] = Note("hologram", "0", NOW)
    write_lock(Path(deck.path), lock)
    with pytest.raises(QuizError, match="hologram"):
        write([deck], tmp_path / "x.apkg", Request(NOW))
    assert not (tmp_path / "x.apkg").exists()


def test_the_lock_remembers_what_anki_was_told(shelf: Shelf, tmp_path: Path) -> None:
    deck = shelf(*THREE)
    write([deck], tmp_path / "x.apkg", Request(NOW))
    write([edited(deck, 2, answer="elsewhere")], tmp_path / "x.apkg", Request(NOW + 60))
    notes = read_lock(Path(deck.path)).notes
    assert {name: (note.notetype, note.mod) for name, note in notes.items()} == {
        "baghdad": ("question", NOW),
        "founded": ("cloze", NOW),
        "mouth": ("question", NOW + 60),
    }


def test_what_changed_since_the_last_export_is_counted(shelf: Shelf, tmp_path: Path) -> None:
    out = tmp_path / "x.apkg"
    assert write([shelf(BAGHDAD, MOUTH)], out, Request(NOW)).told == ()
    (told,) = write([edited(shelf(*THREE), 0, answer="the Tigris")], out, Request(NOW + 60)).told
    assert told == "since the last export: 1 new, 1 edited, 1 as they were"


def test_a_card_that_several_notes_ask_is_counted_once(shelf: Shelf, tmp_path: Path) -> None:
    out, both = tmp_path / "x.apkg", ("auto", "reverse")
    write([shelf(BAGHDAD, MOUTH)], out, Request(NOW))
    (told,) = write([shelf(BAGHDAD, MOUTH)], out, Request(NOW + 60, present=both)).told
    assert told == "since the last export: 0 new, 0 edited, 2 asked in another way, 0 as they were"
    (told,) = write([edited(shelf(*THREE), 0, answer="the Tigris")], out, Request(NOW + 90, present=both)).told
    assert told == "since the last export: 1 new, 1 edited, 1 as they were"


def test_a_card_moved_to_another_deck_is_told_once(anki: Anki, shelf: Shelf, tmp_path: Path) -> None:
    first, second = shelf(*THREE), shelf(Card("b", question="a", id="other"), name="other", title="Other")
    anki.take([first, second])
    decks = [shelf(*THREE[:2]), replace(second, cards=(*second.cards, THREE[2]))]
    moved = [each for each in write(decks, tmp_path / "x.apkg", Request(NOW + 60)).warnings if "moved" in each.message]
    assert [(each.place.path, each.message.partition(" has the id")[0]) for each in moved] == [
        (second.path, "“Where does the Danube end?”")
    ]
    assert anki.read(tmp_path / "x.apkg") == Log(1, 0, 3, 0)
    again = write(decks[::-1], tmp_path / "x.apkg", Request(NOW + 60)).warnings
    assert not any("moved" in each.message for each in again)
