"""What stands on typed, choice and quote cards, in a real Anki collection."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from quiz.deck.ledger import Note
from quiz.deck.lock import Lock, write_lock
from quiz.deck.model import Card
from quiz.deck.quotation import quotation
from quiz.export.anki.cleaning import cleaned
from quiz.export.anki.lists import choices
from tests.export.collection import BAGHDAD, NOW, Anki, Shelf, words
from tests.export.gallery import PICKED, QUOTE, TRUTH, TYPED
from tests.export.hostile_anki import HOSTILE, seen
from tests.growth import grows_linearly


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_every_kind_shows_the_words_of_the_deck(anki: Anki, shelf: Shelf, text: str) -> None:
    card = replace(BAGHDAD, question=text, answer=text, accept=(text + "!",), distractors=("x", text + "?"))
    said = replace(card, id="quote", kind="quote", question=f"Who said, “{text}”?")
    deck = shelf(replace(card, id="typed", tolerance=text), replace(card, id="choice"), said)
    write_lock(Path(deck.path), Lock("rivers", {each.id: Note(each.id, "", NOW) for each in deck.cards}))
    anki.take(deck)
    shown = {each.id: anki.sides(f"rivers/{each.id}") for each in deck.cards}

    assert words(shown["typed"][1], "answer") == words(shown["typed"][0], "ask") == seen(text)
    assert words(shown["typed"][1], "also") == f"also {seen(text)}!give or take {seen(text)}"
    expected = anki.note("rivers/typed")["Typed"]
    assert "typeMissed" not in anki.collection.compare_answer(expected, " ".join(seen(text).split()))
    assert [words(side, "ask") for side in shown["choice"]] == [seen(text)] * 2
    assert sorted((seen(text), f"{seen(text)}?", "x")) == sorted(items(shown["choice"][1]))
    assert words(shown["quote"][0], "ask") == seen(f"“{text}”")
    assert words(shown["quote"][1], "answer") == seen(text)
    for side in (side.split("<script>")[0] for pair in shown.values() for side in pair):
        found = [
            syntax for syntax in ("[sound:", "[anki:", "[latex]", "[$]", "{{", r"\(", r"\[", "<T>") if syntax in side
        ]
        assert found == []


def items(side: str) -> list[str]:
    """The choices a side shows."""
    return [
        words(f"<p class=x>{part.partition('</bdi>')[0]}</p>", "x")
        for part in side.split("<bdi>")[1:]
        if "</li>" in part
    ]


def test_a_keyboards_signs_are_what_is_expected(anki: Anki, shelf: Shelf) -> None:
    typeset = "Fath‐Ali’s “hall”\u00a0– 2\u2212"
    anki.take(shelf(replace(TYPED, answer=typeset)), present=("typed",))
    expected = anki.note("rivers/typed")["Typed"]
    assert expected == 'Fath-Ali\'s "hall" - 2-'
    assert "typeBad" not in anki.collection.compare_answer(expected, 'Fath-Ali\'s "hall" - 2-')
    assert words(anki.sides("rivers/typed")[1], "answer") == typeset


def test_a_typed_card_shows_what_else_is_right(anki: Anki, shelf: Shelf) -> None:
    anki.take(shelf(TYPED, replace(TYPED, id="exact", tolerance="")), present=("typed",))
    front, back = anki.sides("rivers/typed")
    assert words(back, "answer") == "6.3 kilometres"
    assert words(back, "also") == "also 6.3 km · 6,300 metresgive or take 5%"
    assert "6.3" not in front
    assert words(anki.sides("rivers/exact")[1], "also") == "also 6.3 km · 6,300 metres"


def test_a_choice_card_shows_its_options_openly(anki: Anki, shelf: Shelf) -> None:
    anki.take(shelf(PICKED), present=("choice",))
    front, back = anki.sides("rivers/choice")
    assert sorted(items(front)) == sorted(["58", "17", "33", "91"])
    assert items(front) == items(back)
    assert "<details" not in front + back
    assert back.count("<li data-right><bdi>58<") == 1


@pytest.mark.parametrize(
    ("answer", "wrong", "last"),
    [
        ("Nile", ("All of the above", "Congo"), ["All of the above"]),
        (
            "None of the above",
            ("All of these", "Both a and b", "Nile"),
            ["Both a and b", "All of these", "None of the above"],
        ),
        ("both Nile and Congo", ("the Nile", "Congo"), ["both Nile and Congo"]),
        ("Nile", ("Congo", "Volga"), []),
    ],
)
def test_options_on_the_others_stand_last_for_good(answer: str, wrong: tuple[str, ...], last: list[str]) -> None:
    listed = choices(Card(answer, question="?", id="x", distractors=wrong))
    parts = listed.split("<li")[1:]
    pinned = [part for part in parts if "data-last" in part]
    assert parts[len(parts) - len(last) :] == pinned
    assert [part.split("<bdi>")[1].partition("<")[0] for part in pinned] == last
    assert listed.count("data-right") == 1


@pytest.mark.parametrize(("answer", "shown"), [("false", ["true", "false"]), ("True", ["True", "False"])])
def test_true_stands_before_false_for_good(anki: Anki, shelf: Shelf, answer: str, shown: list[str]) -> None:
    anki.take(shelf(replace(TRUTH, answer=answer)))
    front, _ = anki.sides("rivers/truefalse")
    assert items(front) == shown
    assert 'class="quiz front kind-truefalse fixed"' in front


def test_other_truths_than_true_and_false_are_choices_like_any(anki: Anki, shelf: Shelf) -> None:
    anki.take(shelf(replace(TRUTH, answer="yes", distractors=("no", "nobody knows", "true"))))
    front, _ = anki.sides("rivers/truefalse")
    assert sorted(items(front)) == ["no", "nobody knows", "true", "yes"]
    assert 'class="quiz front kind-truefalse"' in front


def test_an_option_is_shown_once_and_only_if_it_is_seen() -> None:
    card = Card(
        "Nile", question="?", id="x", accept=("the Nile",), distractors=("nile ", "The Nile", "\x1f", "Po", "po")
    )
    assert choices(cleaned(card)).count("<li") == 2
    assert choices(cleaned(replace(card, distractors=("nile", "\x00")))) == ""


@pytest.mark.parametrize(
    ("question", "taken"),
    [
        ("Who said, “It rains”?", ("“It rains”", "Who said this?")),
        ("Who wrote: «Il pleut»?", ("«Il pleut»", "Who wrote this?")),
        ('Who said "It rains"?', ('"It rains"', "Who said this?")),
        ("Who told Ada, “It rains”?", ("“It rains”", "Who told Ada:")),
        ("who recalled in 1912, “It rains. It pours.”?", ("“It rains. It pours.”", "who recalled in 1912:")),
        ("“It rains.” Who said this?", ("“It rains.”", "Who said this?")),
        ("“It rains.” — Who warned so?", ("“It rains.”", "Who warned so?")),
        ("„Es regnet“", ("„Es regnet“", "Who said this?")),
        ("“It rains”", ("“It rains”", "Who said this?")),
        ("Who spoke of “rain”?", None),
        ("Who said, “It rains”, and left?", None),
        ("Who said, “It rains” and “It pours”?", None),
        ("Who said, ““It rains””?", None),
        ("Who built it?", None),
        ("", None),
    ],
)
def test_a_quotation_that_stands_by_itself_is_shown_so(question: str, taken: tuple[str, str] | None) -> None:
    assert quotation(question) == taken


@pytest.mark.parametrize("text", ["who{} “x”, and", "“x”{}z", "who said{}”", "“{}"])
def test_a_quotation_is_looked_for_in_linear_time(text: str) -> None:
    assert grows_linearly(lambda size: quotation(text.replace("{}", " " * size)), 20_000)


def test_a_quote_card_asks_for_its_speaker(anki: Anki, shelf: Shelf) -> None:
    anki.take(shelf(QUOTE, replace(QUOTE, id="bare", distractors=())))
    front, back = anki.sides("rivers/quote")
    assert words(front, "who") == words(back, "who") == "Who said this?"
    assert words(front, "ask") == "“A lock is a staircase that carries the water, and the water carries you”"
    assert words(back, "answer") == "Anna Holm"
    assert words(back, "also") == "also Holm"
    assert "<details" in front
    assert "Anna Holm" not in front.split("<details")[0]
    assert "<details" not in anki.sides("rivers/bare")[0]
    assert "<mark>Anna Holm</mark>" in back
