"""Decks are read as they were meant, found where people look for them, and loaded with identities."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from quiz.checking.run import check_decks
from quiz.deck.model import Card, Passage, Source, gapped
from quiz.deck.parse import read_string
from quiz.deck.read import find_decks, load_decks, read_deck
from quiz.errors import Place, Problem, QuizError
from tests.growth import grows_linearly, takes_at_most

SMALL = "title: Rivers\ncards:\n  - question: Which river runs through Baghdad?\n    answer: Tigris\n"


def only(text: str) -> Card:
    reading = read_string("title: t\ncards:\n" + text, "deck.yaml")
    assert reading.problems == ()
    assert reading.deck is not None
    (card,) = reading.deck.cards
    return card


def test_the_smallest_deck() -> None:
    card = Card("Tigris", "Which river runs through Baghdad?")
    deck = read_string(SMALL, "deck.yaml").deck
    assert deck is not None
    assert (deck.title, deck.cards, deck.id, deck.path) == ("Rivers", (card,), "", "deck.yaml")
    assert deck.cards[0].place == Place("deck.yaml", 3, 5)


def test_every_key_of_a_card() -> None:
    card = only(
        """
  - id: 4kq7m2vx
    kind: date
    question: In what year?
    cloze: In {{1829}}, it ended.
    answer: 1829
    accept: [the year 1829, no]
    distractors: ["1813", 1826]
    explanation: >
      It did.

    tags: [a]
    source: {document: ../x.md, line: 23, page: 2, section: S, paragraph: 4, text: T, evidence: [{line: 3, text: E}]}
    origin: human
"""
    )
    passage = Passage("T", 23, 2, "S", 4)
    assert card == Card(
        "1829", "In what year?", "In {{1829}}, it ended.", "4kq7m2vx", "date", ("the year 1829", "no"),
        ("1813", "1826"), "It did.", ("a",), Source(passage, "../x.md", (Passage("E", 3),)), "human",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("  - question: q?\n    answer: a\n    stale: yes\n", 5, "its document no longer says what this card does"),
        ("  - cloze: The {{sun}} is hot.\n    answer: moon\n", 4, "the gap of the cloze holds `sun`, another answer"),
    ],
)
def test_what_a_person_has_to_look_at_is_a_warning(text: str, line: int, message: str) -> None:
    reading = read_string(f"title: t\ncards:\n{text}", "deck.yaml")

    assert reading.deck is not None
    (problem,) = reading.problems
    assert (problem.severity, problem.place.line, problem.message) == ("warning", line, message)


@pytest.mark.parametrize(
    "typed", ["no", "12:30", "012", "1969-07-20", "1e3", "~", "null", "0x1F", "1_000", "=", "!!str no"]
)
def test_answers_are_text_as_typed(typed: str) -> None:
    assert only(f"  - question: q?\n    answer: {typed}\n").answer == typed.removeprefix("!!str ")


@pytest.mark.parametrize(
    ("cloze", "answer", "kept"),
    [
        ("In {{1829}} it ended.", "1829", "In {{1829}} it ended."),
        ("In {{c1::1829}} it ended.", "1829", "In {{1829}} it ended."),
        ("In {{1829::year}} it ended.", "1829", "In {{1829}} it ended."),
        ("In {{c12:: 1829 ::year}} it ended.", "1829", "In {{1829}} it ended."),
        ("{{A}} and {{c2::B}}, {{A}}.", "A, B", "{{A}} and {{B}}, {{A}}."),
    ],
)
def test_a_cloze_alone_gives_the_answer(cloze: str, answer: str, kept: str) -> None:
    card = only(f"  - cloze: '{cloze}'\n")
    assert (card.answer, card.cloze, card.question) == (answer, kept, "")
    assert card.prompt == gapped(kept)
    assert "{{" not in card.prompt


def test_empty_optional_keys_are_as_if_they_were_not_there() -> None:
    assert only("  - question: q?\n    answer: a\n    explanation:\n    tags:\n    source:\n    id:\n") == Card(
        "a", "q?"
    )


def test_a_byte_order_mark_shifts_nothing() -> None:
    deck = read_string("\ufeff" + SMALL, "deck.yaml").deck
    assert deck is not None
    assert deck.cards[0].place == Place("deck.yaml", 3, 5)
    broken = read_string("\ufefftitel: x\ncards:\n  - question: q?\n    answer: a\n", "d").problems
    assert broken[0].place == Place("d", 1, 1)


def _read_and_show(cloze: str) -> Callable[[int], None]:
    def work(size: int) -> None:
        read_string(f"title: t\ncards:\n  - cloze: '{cloze[:size]}'\n    answer: a\n", "d")
        gapped(cloze[:size])

    return work


def test_hostile_clozes_take_no_time() -> None:
    for cloze in ("{{" * 100_000, "{{a" * 60_000, "{{" + "::" * 100_000, "{{a::" * 50_000 + "}}"):
        assert grows_linearly(_read_and_show(cloze), len(cloze) // 4)


def test_ten_thousand_cards_take_little_more_than_their_yaml() -> None:
    text = "title: t\ncards:\n" + "".join(
        f"  - question: Which is number {n}?\n    answer: It is {n}\n" for n in range(10_000)
    )

    def bare() -> None:
        for _ in yaml.parse(text, Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader)):
            pass

    def work() -> None:
        assert read_string(text, "d").deck is not None

    assert takes_at_most(8, work, bare)


def test_folders_are_searched_and_files_are_taken_as_named(tmp_path: Path) -> None:
    for name in ("b.yaml", "a.yml", "x/c.yaml", ".git/d.yaml", ".e.yaml", "f.lock", "g.txt", "x/.h/i.yaml"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True, parents=True)
        path.write_text(SMALL)
    (tmp_path / "link.yaml").symlink_to(tmp_path / "b.yaml")
    found = find_decks([tmp_path, tmp_path / "b.yaml", tmp_path / "g.txt"])
    assert [str(path.relative_to(tmp_path)) for path in found] == ["a.yml", "b.yaml", "x/c.yaml", "g.txt"]


def test_loading_refuses_all_errors_of_all_decks_and_tells_warnings(tmp_path: Path) -> None:
    for name, text in {"a": "titel: x\n", "b": SMALL, "c": SMALL + "    answr: b\n"}.items():
        (tmp_path / f"{name}.yaml").write_text(text)
    with pytest.raises(QuizError) as raised:
        load_decks([tmp_path])
    assert [Path(problem.place.path).name for problem in raised.value.problems] == ["a.yaml", "a.yaml", "c.yaml"]
    odd = tmp_path / "odd.yaml"
    odd.write_text(SMALL + "    distractors: [Nile, nile]\n")
    told: list[Problem] = []
    (deck,) = load_decks([odd], told.append)
    assert [problem.severity for problem in told] == ["warning"]
    assert all((deck.id, *(card.id for card in deck.cards)))
    assert load_decks([odd]) == (deck,)
    assert odd.read_text().endswith("[Nile, nile]\n")


def test_a_deck_that_can_be_read_has_no_errors(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(SMALL)
    deck, problems = read_deck(tmp_path / "a.yaml")
    assert deck is not None
    assert problems == ()


def test_every_link_that_leads_nowhere_is_told_by_its_name(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").symlink_to("nowhere.yaml")
    (tmp_path / "b.yaml").write_text(SMALL)
    (tmp_path / "c.yaml").symlink_to("c.yaml")
    (tmp_path / "d.yaml").symlink_to("elsewhere.yaml")

    with pytest.raises(QuizError) as raised:
        load_decks([tmp_path])

    assert [problem.place.path for problem in raised.value.problems] == [str(tmp_path / f"{n}.yaml") for n in "acd"]
    assert "a link that leads nowhere (remove it, or link it anew)" in str(raised.value.problems[0])
    assert [problem.place.path for problem in check_decks([tmp_path])] == [str(tmp_path / f"{n}.yaml") for n in "acd"]


@pytest.mark.parametrize("name", ["loop.yaml", "x" * 5000, "x/" * 5000, "a\0b"], ids=lambda name: ascii(name[:9]))
def test_a_path_that_no_system_can_follow_is_a_problem_as_any_other(tmp_path: Path, name: str) -> None:
    (tmp_path / "loop.yaml").symlink_to("loop.yaml")

    with pytest.raises(QuizError, match=r"there is no such file or folder|is a link that leads nowhere"):
        find_decks([tmp_path / name])


def test_two_decks_with_one_lock_are_refused(tmp_path: Path) -> None:
    for name in ("a.yaml", "a.yml", "x/a.yml", "b.c.yaml", "b.yaml"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(SMALL)

    with pytest.raises(QuizError) as raised:
        find_decks([tmp_path / "x" / ".." / "a.yml", tmp_path])

    assert len(raised.value.problems) == 1
    assert str(raised.value).startswith(f"{tmp_path / 'a.yaml'}: error[same-lock]: this deck has the same lock as ")
    assert str(raised.value).endswith("a.yml (rename one of them)")
