"""GIFT: every type of question, feedback, weights, escapes, categories, and our own marks."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.deck.marks import plain
from quiz.deck.model import Card
from quiz.deck.read import load_decks
from quiz.errors import QuizError
from quiz.export import gift
from quiz.export.request import Request
from quiz.imports.gift import read
from quiz.verbs.importing import import_decks
from tests.export.marked import LITERAL, MARKS, ORDER, PLAY
from tests.growth import grows_linearly


def cards(folder: Path, text: str) -> list[Card]:
    (folder / "x.gift").write_text(text)
    (shelf,) = read(folder / "x.gift").shelves
    return [item.card for item in shelf.items]


CASES = {
    "short answer": (
        "Who?{=Ada =Ada L. =%50%A}",
        Card("Ada", "Who?", accept=("Ada L.",), explanation="Partly right: A"),
    ),
    "choice": (
        "::Q1:: Who?{\n~Bob#no, he was late\n=Ada#yes\n~%-50%Eve\n####She was the first.\n}",
        Card(
            "Ada",
            "Who?",
            distractors=("Bob", "Eve"),
            explanation="Ada: yes\nShe was the first.",
            feedback=("no, he was late", ""),
        ),
    ),
    "weighted choice": ("Who?{~%100%Ada ~%0%Bob}", Card("Ada", "Who?", distractors=("Bob",))),
    "several right": (
        "Who?{~%50%Ada ~%50%Eve ~%-100%Bob}",
        Card("Ada; Eve", "Who?", all_of=("Ada", "Eve"), distractors=("Bob",)),
    ),
    "several right, each wrong one taking one away": (
        "Who?{~%33.33333%Ada ~%33.33333%Eve ~%33.33333%Joan#yes ~%-33.33333%Bob#no}",
        Card(
            "Ada; Eve; Joan",
            "Who?",
            all_of=("Ada", "Eve", "Joan"),
            distractors=("Bob",),
            feedback=("no",),
            partial=True,
            explanation="Joan: yes",
        ),
    ),
    "several right of unlike weights": (
        "Who?{~%70%Ada ~%30%Eve ~%-100%Bob#no}",
        Card("Ada, Eve", "Who?", explanation="Bob: no\nChoices: Ada; Eve; Bob"),
    ),
    "difficulty": (
        "// [tag:x] [tag:difficulty::hard]\nWho?{=Ada}",
        Card("Ada", "Who?", tags=("x",), difficulty="hard"),
    ),
    "true": ("The sun rises.{T}", Card("true", "The sun rises.", kind="truefalse")),
    "true within a text": (
        "It is {T} that the sun rises.",
        Card("true", "It is _____ that the sun rises.", kind="truefalse"),
    ),
    "false": (
        "It sets.{FALSE#wrong#right####why}",
        Card("false", "It sets.", kind="truefalse", explanation="wrong\nright\nwhy"),
    ),
    "number": ("How long?{#2850:50#well}", Card("2850", "How long?", tolerance="50", explanation="well")),
    "exact number": ("How many?{#-3}", Card("-3", "How many?")),
    "range": ("Pi?{#3.141..3.142}", Card("3.1415", "Pi?", tolerance="0.0005")),
    "numbers": ("When?{#=1822:0#right =%50%1822:2}", Card("1822", "When?", explanation="right\nPartly right: 1822:2")),
    "order": ("Order!{=c -> 3 =a -> 1 =b -> 2}", Card("a → b → c", "Order!", kind="order", ordered=("a", "b", "c"))),
    "missing word": (
        "Baghdad lies on the {=Tigris ~Elbe}, I say.",
        Card("Tigris", cloze="Baghdad lies on the {{Tigris}}, I say.", distractors=("Elbe",)),
    ),
    "escapes": (
        r"::a\:b::1 \= 2 \~ \{x\} \# C\:\\ here\nthere?{=\=\{\}}",
        Card("={}", "1 = 2 ~ {x} # C:\\ here\nthere?"),
    ),
    "html": (
        "[html]<p>Is <i>a</i>&lt;b?</p><ul><li>x</li></ul>{=[html]<b>yes</b>}",
        Card("**yes**", "Is a<b?\n\n- x"),
    ),
    "plain": ("[plain]Is a<b>c?{=yes}", Card("yes", "Is a<b>c?")),
    "tags": ("// [id:abc] [tags:x, y] [tag:z]\nWho?{=Ada}", Card("Ada", "Who?", tags=("x", "y", "z"))),
}


@pytest.mark.parametrize("name", CASES)
def test_every_type(tmp_path: Path, name: str) -> None:
    text, expected = CASES[name]
    assert cards(tmp_path, text) == [expected]


def test_matching_makes_a_card_a_pair(tmp_path: Path) -> None:
    found = cards(tmp_path, "Capitals{\n=Canada -> Ottawa\n=Italy -> Rome\n= -> Oslo\n####told\n}")
    assert found == [
        Card("Ottawa", "Capitals\nCanada", distractors=("Rome", "Oslo"), explanation="told"),
        Card("Rome", "Capitals\nItaly", distractors=("Ottawa", "Oslo"), explanation="told"),
    ]


def test_categories_are_decks(tmp_path: Path) -> None:
    (tmp_path / "x.gift").write_text(
        "a{=1}\n\n$CATEGORY: $course$/top/Geo/Rivers and//or lakes\n\nb{=2}\n\n$CATEGORY: Other\nc{=3}\n"
    )
    shelves = read(tmp_path / "x.gift").shelves
    assert [(shelf.title, len(shelf.items)) for shelf in shelves] == [
        ("x", 1), ("Geo::Rivers and/or lakes", 1), ("Other", 1),
    ]  # fmt: skip


def test_what_is_left_out_is_told_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "x.gift").write_text(
        "Who?{=Ada}\n\nWrite!{}\n\nOnly words\n\nOdd{nothing}\n\nToo{#x}\n\nWhy{####because}\n"
    )
    told = [str(warning).removeprefix(str(tmp_path)) for warning in read(tmp_path / "x.gift").warnings]
    assert [line.partition(" (")[0] for line in told] == [
        "/x.gift:3: warning: essays, which have no one answer, left out: 2",
        "/x.gift:5: warning: descriptions, which ask nothing, left out: 1",
        "/x.gift:7: warning: questions whose answers make no sense, left out: 2",
    ]


def test_our_own_marks_name_deck_and_card(tmp_path: Path) -> None:
    (tmp_path / "x.gift").write_text("$CATEGORY: Rivers\n\n// [id:rivers/r1] [tag:a]\n::x::[plain]Who?{\n\t=Ada\n}\n")
    (shelf,) = read(tmp_path / "x.gift").shelves
    assert (shelf.id, shelf.items[0].card.id) == ("rivers", "r1")


@pytest.mark.parametrize("text", ["", "\n\n", "nothing here", "{}", "}{", "::::{=}", "//only this"])
def test_no_question(tmp_path: Path, text: str) -> None:
    with pytest.raises(QuizError) as error:
        cards(tmp_path, text)
    assert len(error.value.problems) == 1


@settings(deadline=None)
@given(
    st.lists(
        st.sampled_from([*"{}~=#%:\\\n", "->", "::", "TRUE", "5", "x", "\n\n", "[html]", "//", "####"]), max_size=30
    )
)
def test_anything_is_read_or_refused(tmp_path_factory: pytest.TempPathFactory, parts: list[str]) -> None:
    path = tmp_path_factory.getbasetemp() / "any.gift"
    path.write_text("".join(parts))
    with suppress(QuizError):
        for shelf in read(path).shelves:
            assert all(item.card.prompt and (item.card.answer or item.card.cloze) for item in shelf.items)


@pytest.mark.parametrize("part", ["{", "=a", "~", "::", "a{=b}\n\n", "\\", "%1%", "->"])
def test_in_linear_time(tmp_path: Path, part: str) -> None:
    def work(count: int) -> None:
        (tmp_path / "x.gift").write_text("q{=a " + part * count)
        with suppress(QuizError):
            read(tmp_path / "x.gift")

    assert grows_linearly(work, 3_000)


@pytest.mark.parametrize(
    ("before", "part", "behind"),
    [
        ("// ", "[tag:", "\n"),
        ("// ", "[tag:x", "]\n"),
        ("$CATEGORY: ", "top/", "\n"),
        ("$CATEGORY: a\n", "$CATEGORY: b\n", ""),
        ("::x:: q{T", " ", "x}\n"),
        ("::x:: q{#1", " ", "x}\n"),
        ("::x:: q{=c ", "=a ~%50%b ", "}\n"),
    ],
)
def test_marks_and_blanks_in_linear_time(tmp_path: Path, before: str, part: str, behind: str) -> None:
    def work(count: int) -> None:
        (tmp_path / "x.gift").write_text(f"{before}{part * count}{behind}\n::y::q{{=a}}\n")
        read(tmp_path / "x.gift")

    assert grows_linearly(work, 4_000)


def test_pairs_without_end_have_wrong_answers_with_an_end(tmp_path: Path) -> None:
    (tmp_path / "x.gift").write_text("q{" + "".join(f"={number}a -> {number}b " for number in range(300)) + "}")
    found = read(tmp_path / "x.gift")
    assert {len(item.card.distractors) for item in found.shelves[0].items} == {100}
    assert "more pairs than cards have wrong answers" in str(found.warnings[0])


def test_the_last_category_holds_and_tags_have_brackets(tmp_path: Path) -> None:
    (tmp_path / "x.gift").write_text("$CATEGORY: $course$/top/A\n$CATEGORY: top/B/C\n// [tag:a[b] [tag:c\nq{=a}\n")
    (shelf,) = read(tmp_path / "x.gift").shelves
    assert (shelf.title, shelf.items[0].card.tags) == ("B::C", ("a[b",))


def test_marks_come_back_and_signs_stay_signs(tmp_path: Path) -> None:
    gift.write([MARKS], tmp_path / "x.gift", Request(0))
    assert import_decks([tmp_path / "x.gift"], tmp_path / "decks", None) == 0
    found = {card.id: card for deck in load_decks([tmp_path / "decks"]) for card in deck.cards}
    play = found["play"]
    assert (play.question, play.answer) == (PLAY.question, PLAY.answer)
    assert plain(play.explanation) == plain(PLAY.explanation)
    assert {*play.distractors} == {*PLAY.distractors}
    assert found["order"].ordered == ORDER.ordered
    assert (found["literal"].question, found["literal"].answer) == (LITERAL.question, LITERAL.answer)
