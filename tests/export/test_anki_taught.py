"""What teachers add, in Anki: hints, feedback, answers of several parts, pinned options, units and difficulty."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from quiz.deck.lock import read_lock, write_lock
from quiz.deck.model import Card, Deck
from quiz.deck.read import load_decks
from quiz.export.anki import write
from quiz.export.request import Request
from quiz.imports.anki import read
from quiz.verbs.importing import import_decks
from quiz.verbs.push import owned
from tests.export.browser import driven, sides
from tests.export.collection import NOW, Anki, words
from tests.export.hostile_decks import decks
from tests.export.samples import TAUGHT, TEACHING

MEET, LONG, SEA, BOTH, WHOLE, RHINE = TAUGHT


@pytest.fixture
def lessons(tmp_path: Path) -> Deck:
    return replace(TEACHING, path=str(tmp_path / "lessons.yaml"))


def back(anki: Anki, folder: Path) -> Iterator[Card]:
    """The cards that an import makes of the notes as they are in Anki."""
    out = folder / "back.apkg"
    anki.collection.export_anki_package(out_path=str(out), limit=None, options=_options())
    for shelf in read(out).shelves:
        yield from (item.card for item in shelf.items)


def _options() -> Any:
    from anki.collection import ExportAnkiPackageOptions

    return ExportAnkiPackageOptions(with_scheduling=False, with_deck_configs=False, with_media=True, legacy=False)


def test_every_key_comes_back_from_anki_as_it_was(anki: Anki, lessons: Deck, tmp_path: Path) -> None:
    present = ("auto", "typed", "choice", "reverse")
    assert anki.take(lessons, present=present).conflicting == 0
    assert {card.id: card for card in back(anki, tmp_path)} == {card.id: card for card in TAUGHT}
    assert anki.take(lessons, now=NOW + 60, present=present).updated == 0
    assert anki.unsound() == []


@given(deck=decks())
@settings(deadline=None, max_examples=20, suppress_health_check=list(HealthCheck))
def test_hostile_keys_come_back_too(tmp_path_factory: pytest.TempPathFactory, deck: Deck) -> None:
    folder = tmp_path_factory.mktemp("hostile")
    known = replace(deck, path=str(folder / "deck.yaml"))
    write([known], folder / "x.apkg", Request(NOW))
    (shelf,) = read(folder / "x.apkg").shelves
    for item in shelf.items:
        card = next(each for each in deck.cards if each.id == item.card.id)
        assert (item.card.points, item.card.partial, item.card.difficulty) == (
            card.points,
            card.partial,
            card.difficulty,
        )
        assert "\ud800" in card.hint or item.card.hint == card.hint


def test_a_hint_that_is_added_updates_that_note_alone(anki: Anki, lessons: Deck) -> None:
    bare = replace(lessons, cards=[replace(card, hint="") for card in TAUGHT])
    anki.take(bare)
    note = anki.note("lessons/long")
    note["Reserve 1"] = "my own"
    anki.collection.update_note(note)
    guids = {card.id: anki.note(f"lessons/{card.id}").guid for card in TAUGHT}
    log = anki.take(replace(lessons, cards=[MEET, *bare.cards[1:]]), now=NOW + 60)
    assert (log.new, log.updated, log.conflicting) == (0, 1, 0)
    assert anki.note("lessons/meet")["Reserve 1"] == MEET.hint
    assert anki.note("lessons/long")["Reserve 1"] == "my own"
    assert {card.id: anki.note(f"lessons/{card.id}").guid for card in TAUGHT} == guids


def test_what_was_changed_in_anki_comes_back(anki: Anki, lessons: Deck, tmp_path: Path) -> None:
    anki.take(lessons)
    note = anki.note("lessons/both")
    note["Reserve 1"] = "Another hint."
    note["Choices"] = note["Choices"].replace("It ends in the Caspian Sea.", "No sea at all.")
    note["Answer"] = note["Answer"].replace("</ul>", "<li>Dnieper</li></ul>")
    note.tags = ["difficulty::hard"]
    anki.collection.update_note(note)
    note = anki.note("lessons/long")
    note["Answer"], note.tags = "three days", []
    anki.collection.update_note(note)
    found = {card.id: card for card in back(anki, tmp_path)}
    both = found["both"]
    assert (both.hint, both.feedback, both.difficulty) == ("Another hint.", ("", "No sea at all."), "hard")
    assert both.all_of == (*BOTH.all_of, "Dnieper")
    assert both.answer == "Danube; Dniester; Dnieper"
    assert (found["long"].answer, found["long"].unit, found["long"].difficulty) == ("three days", "", "")
    assert found["sea"] == SEA


def test_the_difficulty_is_a_tag_behind_the_prefix(anki: Anki, lessons: Deck, tmp_path: Path) -> None:
    anki.take(lessons, tag_prefix="quiz::")
    assert anki.note("lessons/long").tags == ["quiz::difficulty::hard"]
    assert {card.id: card for card in back(anki, tmp_path)}["long"] == LONG


def test_a_note_to_be_typed_says_that_the_unit_may_be_left_out(anki: Anki, lessons: Deck, tmp_path: Path) -> None:
    anki.take(replace(lessons, cards=(LONG, MEET)), present=("typed",))
    assert anki.note("lessons/long")["Accept"] == "2850"
    assert (anki.note("lessons/long")["Typed"], anki.note("lessons/meet")["Typed"]) == ("2850 km", "Rhine, Moselle")
    assert [*back(anki, tmp_path)] == [LONG, MEET]


def test_the_parts_of_an_answer_are_listed(anki: Anki, lessons: Deck) -> None:
    anki.take(lessons)
    assert words(anki.sides("lessons/meet")[1], "answer").split() == ["Rhine", "Moselle"]


def test_what_anki_gives_no_points_for_is_told(lessons: Deck, tmp_path: Path) -> None:
    report = write([lessons], tmp_path / "x.apkg", Request(NOW))
    assert [each.message for each in report.warnings] == [
        "points and shares are kept in the note and not shown: Anki gives none (cards meet, sea, both)"
    ]


def test_a_hint_is_not_the_owners_own_word() -> None:
    mine = {"Extra": "mine", "Reverse": "", "Reserve 1": "words"}
    assert owned(mine | {"Reserve 2": '{"points":"2"}'}) == mine
    assert owned(mine | {"Reserve 2": '{"hint":"words"}'}) == {"Extra": "mine", "Reverse": ""}
    assert owned(mine | {"Reserve 2": r'{"explanation":"\"hint\":"}'}) == mine


LOOKING = """
const seen = (page, name) => [...page.querySelectorAll(name)].filter((each) => each.checkVisibility())
  .map((each) => each.textContent);
const choose = (page, texts) => {
  for (const item of page.querySelectorAll(".choices li")) {
    if (texts.includes(item.querySelector("bdi").firstChild.textContent)) { item.click(); }
  }
};
for (const [night, scripts] of [["", true], ["nightMode", true], ["", false]]) {
  const way = (found[night || (scripts ? "day" : "still")] = {});
  for (const [id, picks] of [["sea", ["Volga"]], ["both", ["Danube", "Volga"]], ["sea", []]]) {
    const name = id + picks.length;
    sessionStorage.clear();
    const page = await load(cards[id], "front", { night, scripts });
    const front = { whys: seen(page, ".why"), hint: seen(page, ".hint div"), faint: faint(page), wide: wide(page) };
    const hint = page.querySelector(".hint");
    if (hint) { hint.open = true; }
    front.opened = seen(page, ".hint div");
    front.order = [...page.querySelectorAll(".choices bdi")].map((each) => each.firstChild.textContent);
    choose(page, picks);
    front.told = seen(page, ".why");
    leave(page);
    const behind = await load(cards[id], "back", { night, scripts });
    way[name] = { front, back: { whys: seen(behind, ".why"), hint: seen(behind, ".hint"), faint: faint(behind),
      wide: wide(behind) } };
    leave(behind);
  }
}
"""


@pytest.fixture(scope="module")
def looks(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What a browser shows of two cards with choices, day and night, and without scripts."""
    folder = tmp_path_factory.mktemp("taught")
    anki = Anki(folder)
    try:
        anki.take(replace(TEACHING, path=str(folder / "lessons.yaml"), cards=(SEA, BOTH)), present=("choice",))
        cards = {card.id: asdict(sides(anki, f"lessons/{card.id}")) for card in (SEA, BOTH)}
    finally:
        anki.collection.close()
    return driven(folder, LOOKING, cards=cards)


@pytest.mark.chromium
@pytest.mark.parametrize("way", ["day", "nightMode"])
def test_feedback_is_shown_behind_what_was_chosen(looks: dict[str, Any], way: str) -> None:
    sea, both, unpicked = (looks[way][name] for name in ("sea1", "both2", "sea0"))
    assert (sea["front"]["whys"], sea["front"]["told"]) == ([], ["It ends in the Caspian Sea."])
    assert sea["back"]["whys"] == ["It ends in the Caspian Sea."]
    assert (both["front"]["told"], both["back"]["whys"]) == ([], ["It ends in the Caspian Sea."])
    assert sorted(unpicked["back"]["whys"]) == ["It ends in the Caspian Sea.", "It reaches the North Sea."]
    assert sea["front"]["order"][-1] == "a river of another continent"


@pytest.mark.chromium
def test_a_hint_is_shown_when_it_is_asked_for_with_and_without_scripts(looks: dict[str, Any]) -> None:
    for way in looks.values():
        assert (way["both2"]["front"]["hint"], way["both2"]["front"]["opened"]) == ([], [BOTH.hint])
        assert way["both2"]["back"]["hint"] == way["sea1"]["front"]["opened"] == []


@pytest.mark.chromium
def test_without_scripts_no_front_gives_feedback_and_every_back_does(looks: dict[str, Any]) -> None:
    still = looks["still"]["sea0"]
    assert still["front"]["whys"] == []
    assert len(still["back"]["whys"]) == 2


@pytest.mark.chromium
def test_all_of_it_is_read_well_and_nothing_sticks_out(looks: dict[str, Any]) -> None:
    found = [side for way in looks.values() for card in way.values() for side in card.values()]
    assert [side for side in found if side["faint"] or side["wide"]] == []


def test_the_owners_words_stay_where_there_is_no_hint_and_never_take_its_place(anki: Anki, lessons: Deck) -> None:
    anki.take(lessons)
    path = Path(lessons.path)
    lock = read_lock(path)
    own = (("Reserve 1", "my own"), ("Extra", "mine"))
    notes = {key: replace(note, own=own) for key, note in lock.notes.items() if key in ("meet", "long")}
    write_lock(path, replace(lock, notes=lock.notes | notes))
    edited = [replace(card, explanation="So it is.") for card in (MEET, LONG)]
    anki.take(replace(lessons, cards=[*edited, *TAUGHT[2:]]), now=NOW + 60)
    meet, long = anki.note("lessons/meet"), anki.note("lessons/long")
    assert (meet["Reserve 1"], meet["Extra"], meet["Explanation"]) == (MEET.hint, "mine", "So it is.")
    assert (long["Reserve 1"], long["Extra"], long["Explanation"]) == ("my own", "mine", "So it is.")


DECK = """\
id: lessons
title: Lessons
cards:
  - id: meet
    question: Which rivers meet at Koblenz?
    answer: [Rhine, Moselle]  # both
    hint: One is short.
    points: 2
  - id: sea
    question: Which river reaches the Black Sea?
    answer: Danube
    distractors:
      - text: Volga
        feedback: It ends in the Caspian Sea.
      - Rhine
    pin: [Rhine]
    difficulty: hard
"""


def test_edits_made_in_anki_go_into_the_deck_and_leave_all_else(anki: Anki, tmp_path: Path) -> None:
    path = tmp_path / "decks" / "lessons.yaml"
    path.parent.mkdir()
    path.write_text(DECK, encoding="utf-8")
    deck, *_ = load_decks([path])
    anki.take(deck, now=NOW)
    meet, sea = anki.note("lessons/meet"), anki.note("lessons/sea")
    meet["Reserve 1"], meet["Answer"] = "", meet["Answer"].replace("Moselle", "Mosel")
    sea["Choices"], sea.tags = sea["Choices"].replace("Caspian Sea", "Caspian lake"), ["difficulty::easy"]
    for note in (meet, sea):
        anki.collection.update_note(note)
    out = tmp_path / "back.apkg"
    anki.collection.export_anki_package(out_path=str(out), limit=None, options=_options())
    assert import_decks([out], path.parent, None) == 0
    wanted = DECK.replace("    hint: One is short.\n", "").replace("Moselle", "Mosel")
    wanted = wanted.replace("Caspian Sea", "Caspian lake").replace("hard", "easy")
    assert path.read_text(encoding="utf-8") == wanted


def test_a_pinned_option_of_decomposed_letters_stands_last(anki: Anki, lessons: Deck) -> None:
    pin, wrong = ("Ko\u0308ln",), ("Bonn", "Ko\u0308ln", "Trier", "Mainz")
    anki.take(replace(lessons, cards=(Card("Worms", "Which?", id="pin", distractors=wrong, pin=pin),)))
    choices = anki.collection.get_note(anki.collection.find_notes("Which")[0])["Choices"]
    last = choices.rpartition("<li")[2]
    assert "data-last" in last
    assert "K\u00f6ln" in last
