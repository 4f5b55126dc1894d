"""Decks remembered: the same as read anew, and whatever is wrong with what is remembered is passed over."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.deck import cache, read
from quiz.deck.columns import BETWEEN, cards_of, columns_of
from quiz.deck.model import Card, Deck, Passage, Source
from quiz.deck.read import load_decks
from quiz.errors import Place, Problem, QuizError

DECK = """\
title: Rivers
tags: [water, "no"]
cards:
  - question: Which river runs through Baghdad?
    answer: Tigris
    distractors: [Nile, Don, Don]
  - id: kept
    kind: date
    cloze: In {{1829}}, a party followed the Murray.
    accept: [the year 1829]
    tags: [a, b]
    source: {document: x.md, line: 3, text: "In 1829 a party.", evidence: [{line: 1, text: before}]}
"""
TEXT = st.text() | st.sampled_from([BETWEEN, f"a{BETWEEN}b", "\ud800\udc00", "é\n"])
PASSAGES = st.builds(Passage, TEXT, st.none() | st.integers(0, 9), st.none() | st.integers(0, 9), st.text(), st.none())
SOURCES = st.builds(Source, PASSAGES, st.text(), st.lists(PASSAGES, max_size=2).map(tuple))
TEXTS = st.lists(TEXT, max_size=2).map(tuple)
CARDS = st.builds(
    Card,
    answer=TEXT,
    question=TEXT,
    id=st.text(),
    kind=st.sampled_from(["", "date", "order"]),
    accept=TEXTS,
    tags=TEXTS,
    source=st.none() | SOURCES,
    stale=st.booleans(),
    ordered=TEXTS,
    place=st.just(Place("")) | st.builds(Place, st.just(""), st.integers(1, 9), st.integers(1, 9)),
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "rivers.yaml"
    path.write_text(DECK)
    return path


@pytest.fixture
def readings(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Paths of the decks that were read from YAML."""
    seen: list[Path] = []
    whole = read.read_deck

    def noted(path: Path) -> tuple[Deck | None, tuple[Problem, ...]]:
        seen.append(path)
        return whole(path)

    monkeypatch.setattr(read, "read_deck", noted)
    return seen


def kept() -> Path:
    place = cache.folder()
    assert place
    (file,) = (place / "decks").iterdir()
    return file


@given(st.lists(CARDS, max_size=6))
def test_columns_hold_all_of_a_card(cards: list[Card]) -> None:
    columns = json.loads(json.dumps(columns_of(cards), ensure_ascii=False).encode(errors="surrogatepass"))
    columns["places"]["path"] = [""] * len(cards)

    again = cards_of(columns)

    assert again == tuple(cards)
    assert [card.place for card in again] == [card.place for card in cards]


def test_a_deck_is_read_once(path: Path, readings: list[Path]) -> None:
    warned: list[Problem] = []
    first = load_decks([path], warned.append)
    again: list[Problem] = []
    second = load_decks([path], again.append)

    assert readings == [path]
    assert second == first
    assert [card.place for card in second[0].cards] == [card.place for card in first[0].cards]
    assert second[0].path == str(path)
    assert warned == again
    assert len(warned) == 1
    assert all(hash(card) == hash(other) for card, other in zip(first[0].cards, second[0].cards, strict=True))


def test_what_has_changed_is_read_again(path: Path, readings: list[Path]) -> None:
    (first,) = load_decks([path])
    path.write_text(DECK.replace("Tigris", "Tigers"))
    (second,) = load_decks([path])
    path.with_suffix(".lock").unlink()
    (third,) = load_decks([path])

    assert len(readings) == 3
    assert second.cards[0].answer == "Tigers"
    assert second.id == first.id
    assert third.id != first.id


def test_a_lock_of_the_same_length_is_read_again(path: Path, readings: list[Path]) -> None:
    (first,) = load_decks([path])
    lock = path.with_suffix(".lock")
    lock.write_text(lock.read_text().replace(first.id, first.id[::-1]))
    (second,) = load_decks([path])

    assert len(readings) == 2
    assert second.id == first.id[::-1]


def test_a_deck_with_an_error_is_read_each_time(path: Path, readings: list[Path]) -> None:
    path.write_text(DECK.replace("answer: Tigris", "anwser: Tigris"))
    for _time in range(2):
        with pytest.raises(QuizError, match="anwser"):
            load_decks([path])
    assert len(readings) == 2


def test_identities_that_cannot_be_kept_are_not_remembered(path: Path, readings: list[Path]) -> None:
    path.with_suffix(".lock").mkdir()
    for _time in range(2):
        with pytest.raises(QuizError):
            load_decks([path])
    assert len(readings) == 2


@pytest.mark.parametrize("at", [0, 10, 30, -1, -200])
@pytest.mark.parametrize("with_", [b"", b"\xff", b"}{"])
def test_a_torn_file_is_passed_over(path: Path, readings: list[Path], at: int, with_: bytes) -> None:
    (first,) = load_decks([path])
    data = kept().read_bytes()
    kept().write_bytes(data[:at] + with_ + data[at:][1:])
    (second,) = load_decks([path])

    assert second == first
    assert len(readings) == 2
    assert load_decks([path]) == (first,)
    assert len(readings) == 2


def test_what_another_version_wrote_is_passed_over(
    path: Path, readings: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    load_decks([path])
    monkeypatch.setattr(cache, "__version__", "0")
    load_decks([path])

    assert len(readings) == 2


def test_a_deck_that_changes_while_it_is_read_is_not_remembered(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = read.read_deck

    def slow(path: Path) -> object:
        found = whole(path)
        path.write_text(DECK.replace("Tigris", "Tigers"))
        return found

    monkeypatch.setattr(read, "read_deck", slow)
    load_decks([path])
    monkeypatch.setattr(read, "read_deck", whole)
    assert load_decks([path])[0].cards[0].answer == "Tigers"


def test_nothing_is_kept_where_that_is_not_wanted_or_not_possible(
    path: Path, readings: list[Path], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("QUIZ_CACHE", "")
    load_decks([path])
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("QUIZ_CACHE", str(tmp_path / "file"))
    load_decks([path])
    load_decks([path])

    assert len(readings) == 3
    assert sorted(each.name for each in tmp_path.iterdir()) == ["file", "rivers.lock", "rivers.yaml"]


def test_two_decks_of_one_name_are_both_remembered(tmp_path: Path, readings: list[Path]) -> None:
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "rivers.yaml").write_text(DECK.replace("Rivers", name))
    first = load_decks([tmp_path])
    second = load_decks([tmp_path])

    assert first == second
    assert len(readings) == 2
    assert replace(first[0], id="") != replace(first[1], id="")


def test_a_deck_with_identities_of_its_own_does_not_depend_on_its_lock(path: Path, readings: list[Path]) -> None:
    path.write_text("title: Rivers\nid: rivers\ncards:\n  - {id: a, question: Which?, answer: Tigris}\n")
    (first,) = load_decks([path])
    path.with_suffix(".lock").write_text('{"lock": 1, "deck": "rivers"}')
    (second,) = load_decks([path])

    assert readings == [path]
    assert second == first
