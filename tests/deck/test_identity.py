"""A card is the same card for years: its id is computed once, kept in the file or in the lock, and never moves."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from quiz.deck import identity
from quiz.deck.files import lock_path
from quiz.deck.identity import ALPHABET, card_id, deck_id, identified, mint_id, unused
from quiz.deck.lock import Generated, Lock, read_lock, write_lock
from quiz.deck.merge import merge
from quiz.deck.model import Card, Deck
from quiz.deck.read import load_decks, read_deck
from quiz.errors import Problem, QuizError
from tests.deck.openings import DECK

QUESTIONS = [
    "Which river runs through Baghdad?",
    "Which one through Cairo?",
    "Which one through Vienna?",
    "And London?",
]
ANSWERS = ["Tigris", "Nile", "Danube", "Thames"]


def write(path: Path, questions: list[str], answers: list[str] | None = None) -> None:
    pairs = zip(questions, answers or ANSWERS, strict=False)
    path.write_text("title: Rivers\ncards:\n" + "".join(f"  - question: {q}\n    answer: {a}\n" for q, a in pairs))


def ids(path: Path) -> list[str]:
    (deck,) = load_decks([path])
    return [card.id for card in deck.cards]


def test_ids_are_short_words_without_vowels() -> None:
    assert not set(ALPHABET) & set("aeiou01l")
    assert re.fullmatch(f"[{ALPHABET}]{{8}}", card_id("x.md", "In 1829 it ended.", 0, "date"))
    assert re.fullmatch(f"[{ALPHABET}]{{12}}", deck_id("x.md", "Wars"))
    assert re.fullmatch(f"[{ALPHABET}]{{12}}", mint_id())
    assert mint_id() != mint_id()


def test_ids_of_generated_cards_never_change_between_versions() -> None:
    assert card_id("x.md", "In 1829 it ended.", 0, "date") == "8f8p5rkr"
    assert deck_id("x.md", "Wars") == "9h2n7qj336kk"


def test_every_part_counts_and_white_space_does_not() -> None:
    start = ("x.md", "In 1829 it é ended.", 0, "date")
    others = [("y.md", *start[1:]), (start[0], "In 1830", 0, "date"), (*start[:2], 1, "date"), (*start[:3], "figure")]
    assert len({card_id(*start), *(card_id(*other) for other in others)}) == 5
    assert card_id("x.md", "In  1829\nit e\u0301 ended. ", 0, "date") == card_id(*start)


def test_taken_ids_are_passed_over() -> None:
    first = unused("bcdf2345", set())
    second = unused("bcdf2345", {first})
    third = unused("bcdf2345", {first, second})
    assert first == "bcdf2345"
    assert len({first, second, third}) == 3
    assert unused("bcdf2345", {first}) == second


def test_a_hand_written_deck_gets_an_identity_that_stays(tmp_path: Path) -> None:
    path = tmp_path / "rivers.yaml"
    write(path, QUESTIONS)
    text = path.read_bytes()
    first = ids(path)
    assert len(set(first)) == 4
    assert path.read_bytes() == text
    lock = lock_path(path).read_bytes()
    assert ids(path) == first
    assert lock_path(path).read_bytes() == lock
    assert load_decks([path])[0].id == read_lock(path).deck


def test_two_people_with_one_title_have_two_decks(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        write(tmp_path / name / "rivers.yaml", QUESTIONS)
    one, two = load_decks([tmp_path])
    assert one.id != two.id
    assert [card.id for card in one.cards] == [card.id for card in two.cards]


CHANGES: dict[str, tuple[list[str], list[int | None]]] = {
    "order": ([QUESTIONS[3], QUESTIONS[0], QUESTIONS[2], QUESTIONS[1]], [3, 0, 2, 1]),
    "reworded": ([QUESTIONS[0], "Name the stream in the capital of Egypt!", *QUESTIONS[2:]], [0, 1, 2, 3]),
    "first reworded": (["Through Baghdad runs which river?", *QUESTIONS[1:]], [0, 1, 2, 3]),
    "added": ([*QUESTIONS[:2], "Which is the longest?", *QUESTIONS[2:]], [0, 1, None, 2, 3]),
    "removed": ([QUESTIONS[0], *QUESTIONS[2:]], [0, 2, 3]),
    "added above a reworded one": (
        [QUESTIONS[0], "What lies in Peru?", "Which one flows through Cairo?", *QUESTIONS[2:]],
        [0, None, 1, 2, 3],
    ),
    "asked twice": ([QUESTIONS[0], *QUESTIONS], [0, None, 1, 2, 3]),
}


@pytest.mark.parametrize("name", CHANGES)
def test_cards_are_known_again_by_question_then_by_place(name: str, tmp_path: Path) -> None:
    path = tmp_path / "rivers.yaml"
    write(path, QUESTIONS)
    before = ids(path)
    questions, expected = CHANGES[name]
    write(path, questions, [ANSWERS[at] if at is not None else "Other" for at in expected])
    after = ids(path)
    assert [before.index(card) if card in before else None for card in after] == expected
    assert len(set(after)) == len(after)


def test_a_card_that_left_and_comes_back_is_the_same_and_its_place_is_not_taken(tmp_path: Path) -> None:
    path = tmp_path / "rivers.yaml"
    write(path, QUESTIONS)
    before = ids(path)
    write(path, [QUESTIONS[0], *QUESTIONS[2:]], [ANSWERS[0], *ANSWERS[2:]])
    ids(path)
    write(path, [QUESTIONS[0], "Which is new?", *QUESTIONS[2:]], [ANSWERS[0], "New", *ANSWERS[2:]])
    assert ids(path)[1] not in before
    write(path, QUESTIONS)
    assert ids(path) == before


def test_the_place_of_a_card_that_left_is_not_taken_over(tmp_path: Path) -> None:
    path = tmp_path / "rivers.yaml"
    write(path, QUESTIONS)
    before = ids(path)
    write(path, QUESTIONS[:3])
    assert ids(path) == before[:3]
    write(path, [*QUESTIONS[:3], "Which is new?"], [*ANSWERS[:3], "New"])
    assert ids(path)[3] not in before


def test_a_card_changed_all_over_is_known_by_its_place(tmp_path: Path) -> None:
    path = tmp_path / "rivers.yaml"
    write(path, QUESTIONS)
    before = ids(path)
    write(path, [QUESTIONS[0], "Name a lake.", *QUESTIONS[2:]], [ANSWERS[0], "Baikal", *ANSWERS[2:]])
    assert ids(path) == before


def test_ids_in_the_file_win_and_everything_else_in_the_lock_stays(tmp_path: Path) -> None:
    path = tmp_path / "rivers.yaml"
    write(path, QUESTIONS)
    write_lock(path, Lock(generated={"gen": Generated({"answer": "x", "question": QUESTIONS[2]})}, rest={"x": 1}))
    path.write_text(path.read_text().replace("title:", "id: mine\ntitle:").replace("  - ", "  - id: first\n    ", 1))
    (deck,) = load_decks([path])
    assert deck.id == "mine"
    assert deck.cards[0].id == "first"
    assert deck.cards[2].id == "gen"
    lock = read_lock(path)
    assert (lock.deck, lock.rest, len(lock.known)) == ("mine", {"x": 1}, 2)


def test_a_deck_with_all_ids_needs_no_lock(tmp_path: Path) -> None:
    path = tmp_path / "rivers.yaml"
    deck = Deck("Rivers", (Card("a", "q?", id="b"),), id="c", path=str(path))
    assert identified(deck) is deck
    assert not lock_path(path).exists()


def test_a_lock_that_cannot_be_written_does_not_stop_studying(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "rivers.yaml"
    write(path, QUESTIONS)

    def refuse(deck: Path, _lock: Lock) -> None:
        raise QuizError.at(str(deck), "cannot be written: read-only file system")

    monkeypatch.setattr(identity, "write_lock", refuse)
    told: list[Problem] = []
    deck, _ = read_deck(path)
    assert deck is not None
    one, two = identified(deck, warn=told.append), identified(deck)
    assert one == two
    assert all((one.id, *(card.id for card in one.cards)))
    assert "rivers.lock: warning: the cards' identities are not kept: the lock cannot be written" in str(told[0])


def test_copies_of_a_deck_are_not_loaded_together(tmp_path: Path) -> None:
    path = tmp_path / "rivers.yaml"
    write(path, QUESTIONS)
    ids(path)
    for name in ("rivers.yaml", "rivers.lock"):
        (tmp_path / f"copy-{name}").write_bytes((tmp_path / name).read_bytes())
    with pytest.raises(QuizError, match="this deck has the same id"):
        load_decks([tmp_path])


def test_a_renamed_deck_is_the_same_deck_and_says_so(tmp_path: Path) -> None:
    path, other = tmp_path / "rivers.yaml", tmp_path / "waters.yaml"
    write(path, QUESTIONS)
    before, deck = ids(path), read_lock(path).deck
    path.rename(other)
    told: list[Problem] = []

    (renamed,) = load_decks([other], told.append)

    assert ([card.id for card in renamed.cards], renamed.id) == (before, deck)
    assert "this is the deck that rivers.lock belongs to, under another name" in str(told[0])
    assert sorted(found.name for found in tmp_path.iterdir()) == ["waters.lock", "waters.yaml"]
    assert ids(other) == before


def test_a_renamed_deck_that_has_all_ids_takes_its_lock_along(tmp_path: Path) -> None:
    path, other = tmp_path / "openings.yaml", tmp_path / "festivals.yaml"
    merge(path, DECK)
    before = lock_path(path).read_bytes()
    path.rename(other)
    told: list[Problem] = []

    assert load_decks([other], told.append)[0].id == read_lock(other).deck

    assert [problem.message.split(",")[0] for problem in told] == [
        "this is the deck that openings.lock belongs to",
    ]
    assert (lock_path(path).exists(), lock_path(other).read_bytes()) == (False, before)


def test_a_copy_with_all_ids_leaves_the_lock_to_the_deck_it_lies_beside(tmp_path: Path) -> None:
    path, other = tmp_path / "openings.yaml", tmp_path / "festivals.yaml"
    merge(path, DECK)
    other.write_bytes(path.read_bytes())

    load_decks([other])

    assert (lock_path(path).exists(), lock_path(other).exists()) == (True, False)


def test_a_lock_of_other_cards_or_of_a_deck_that_is_there_is_left_alone(tmp_path: Path) -> None:
    path, other = tmp_path / "rivers.yaml", tmp_path / "waters.yaml"
    write(path, QUESTIONS)
    ids(path)
    write(other, QUESTIONS)
    assert load_decks([other])[0].id != read_lock(path).deck
    path.unlink()
    lock_path(other).unlink()
    write(other, [QUESTIONS[0], *(f"{question[:-1]} now?" for question in QUESTIONS)], [*ANSWERS, "Elbe"])
    assert load_decks([other])[0].id != read_lock(path).deck
    (tmp_path / "broken.lock").write_text("{")
    lock_path(other).unlink()
    load_decks([other])
    assert lock_path(path).exists()
