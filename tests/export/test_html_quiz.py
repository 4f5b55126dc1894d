"""The quiz in one page: what stands in it without its script, which tells all that the script needs."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quiz.deck.cloze import gaps
from quiz.deck.marks import unmarked
from quiz.deck.model import Card, Deck
from quiz.errors import QuizError
from quiz.export.asked import question
from quiz.export.html.quiz import write
from quiz.export.losses import Losses
from quiz.export.request import Request
from quiz.export.wording import clean, line
from tests.conftest import Run
from tests.export.hostile_decks import decks
from tests.export.pages import Node, read
from tests.export.samples import CARDS, DECK, OTHER

PAGE = "x.html"
FRESH = settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
ANSWER = "quiz export: --versions means nothing to the format html (`quiz export --help` lists what it takes)"
PINNED = Card(
    "Tigris", question="Which?", id="p", distractors=("None of the above", "All of the above", "Karun", "Don")
)


def written(folder: Path, *given: Deck, **options: int) -> Node:
    write(given, folder / PAGE, Request(0, **options))  # type: ignore[arg-type]
    return read((folder / PAGE).read_bytes().decode())


def items(page: Node) -> dict[str, Node]:
    """The questions by the keys of their cards."""
    return {each.attributes["data-key"]: each for each in page.all("li") if "data-key" in each.attributes}


def options(item: Node) -> list[str]:
    return [each.text for each in item.nodes if each.name == "ul" for each in each.nodes]


def unfolded(item: Node) -> str:
    return " ".join(each.text for each in item.nodes if each.name != "details")


def test_every_sort_of_card_is_told_without_the_script(tmp_path: Path) -> None:
    page = written(tmp_path, DECK)
    found = items(page)
    assert page.one("title").text == page.one("h1").text == "Rivers"
    assert {key: item.attributes["data-form"] for key, item in found.items()} == {
        "rivers/baghdad": "choice",
        "rivers/mouth": "typed",
        "rivers/founded": "gaps",
        "rivers/long": "typed",
        "rivers/order": "order",
        "rivers/false": "choice",
    }
    for card in CARDS:
        item = found[f"rivers/{card.id}"]
        for answer in card.ordered or (card.answer.capitalize(),):
            assert answer.casefold() in item.one("details").text.casefold()
            assert (answer in unfolded(item)) == (answer in options(item))
    baghdad = found["rivers/baghdad"]
    assert baghdad.one("mark").text == "Tigris"
    assert baghdad.one("figcaption").text == "Rivers, line 7"
    assert "Also right: the Tigris" in baghdad.one("details").text
    assert "Right within 57 km" in found["rivers/long"].one("details").text
    assert "From the Black Forest." in found["rivers/long"].one("details").text
    assert found["rivers/founded"].one("p", "prompt").text == "Baghdad was founded in blank on a river."


def test_the_script_is_told_what_counts(tmp_path: Path) -> None:
    found = items(written(tmp_path, DECK))

    def told(key: str, name: str) -> object:
        return json.loads(found[f"rivers/{key}"].attributes[f"data-{name}"])

    assert told("mouth", "right") == ["Black Sea", "the Black Sea"]
    assert told("baghdad", "right") == ["Tigris"]
    assert told("false", "right") == ["False"]
    assert told("order", "right") == ["Nile", "Danube", "Rhine", "Thames"]
    assert told("founded", "gaps") == [["762"]]
    assert told("long", "margin") == 57


def test_gaps_that_differ_take_each_its_own(tmp_path: Path) -> None:
    two = Card("Tigris, Euphrates", cloze="{{Tigris}} and {{Euphrates}}", id="two", accept=("both",))
    same = Card("Nile", cloze="{{Nile}}, oh {{Nile}}", id="same", accept=("the Nile",))
    found = items(written(tmp_path, Deck("D", (two, same), id="d")))
    assert json.loads(found["d/two"].attributes["data-gaps"]) == [["Tigris"], ["Euphrates"]]
    assert json.loads(found["d/same"].attributes["data-gaps"]) == [["Nile", "the Nile"]] * 2


def test_long_answers_are_not_to_be_typed(tmp_path: Path) -> None:
    found = items(written(tmp_path, Deck("D", (Card("so " * 20, question="Why?", id="a"),), id="d")))
    assert found["d/a"].attributes["data-form"] == "reveal"


def test_a_question_of_several_decks_stands_under_the_title_of_its_own(tmp_path: Path) -> None:
    page = written(tmp_path, DECK, OTHER)
    assert page.one("h1").text == "Rivers, More rivers"
    for key, item in items(page).items():
        assert item.one("p", "deck").text == ("Rivers" if key.startswith("rivers/") else "More rivers")


@given(seed=st.integers(0, 99))
@FRESH
def test_options_that_speak_of_others_stand_last(tmp_path: Path, seed: int) -> None:
    shown = options(items(written(tmp_path, Deck("D", (PINNED,), id="d"), seed=seed))["d/p"])
    assert shown[3:] == ["All of the above", "None of the above"]
    assert sorted(shown[:3]) == ["Don", "Karun", "Tigris"]


def test_another_seed_is_another_order(tmp_path: Path) -> None:
    many = Deck("D", tuple(replace(PINNED, id=f"c{at}") for at in range(12)), id="d")
    one, again, other = (written(tmp_path, many, seed=seed) for seed in (1, 1, 2))
    assert [*items(one)] == [*items(again)] != [*items(other)]
    assert sorted(items(one)) == sorted(items(other))
    assert [*map(options, items(one).values())] != [*map(options, items(other).values())]
    assert len({tuple(options(item)) for item in items(one).values()}) > 3


def test_so_many_are_drawn(tmp_path: Path) -> None:
    many = Deck("D", tuple(replace(PINNED, id=f"c{at}") for at in range(12)), id="d")
    draws = [frozenset(items(written(tmp_path, many, number=5, seed=seed))) for seed in range(6)]
    assert {len(draw) for draw in draws} == {5}
    assert len(set(draws)) > 1
    assert len(items(written(tmp_path, many, number=50))) == 12


@given(deck=decks())
@FRESH
def test_hostile_text_stays_text(tmp_path: Path, deck: Deck) -> None:
    holds(tmp_path, deck)


@pytest.mark.slow
@given(deck=decks())
@settings(FRESH, max_examples=1000)
def test_a_thousand_hostile_decks(tmp_path: Path, deck: Deck) -> None:
    holds(tmp_path, deck)


def holds(folder: Path, deck: Deck) -> None:
    """Every card is there once, and shows just what it says."""
    report = write([deck], folder / PAGE, Request(0))
    page = read((folder / PAGE).read_bytes().decode())
    found = items(page)
    assert page.one("h1").text == line(deck.title) or len(page.one("h1").text) == 120
    assert sorted(found) == sorted(f"{deck.id}/{card.id}" for card in deck.cards)
    assert report.cards == len(deck.cards)
    for card in map(unmarked, deck.cards):
        item, asked = found[f"{deck.id}/{card.id}"], question(card, deck, Losses())
        if "_" not in asked.prompt:
            assert item.one("p", "prompt").text == asked.prompt
        right = asked.answer if asked.form != "truefalse" else str(asked.true)
        *hints, key = item.all("details")
        assert [each.one("p").text for each in hints] == [asked.hint] * bool(asked.hint)
        told = [each for each in key.nodes if "answer" in each.attributes.get("class", "")]
        assert [each.text for each in told] == ["".join(asked.items or asked.parts) or right]
        feedback = [f"{text}: {asked.why(text)}" for text in options(item) if asked.why(text)]
        assert [each.text for each in key.all("p", "feedback")] == feedback
        if asked.form in ("choice", "several"):
            assert sorted(options(item)) == sorted(asked.options)
        why = [each.text for each in item.all("p", "why")]
        assert why == [clean(card.explanation)] * bool(clean(card.explanation))
        if asked.form in ("typed", "number"):
            counting = (asked.answer, *asked.also) if asked.parts else asked.right
            assert json.loads(item.attributes["data-right"]) == [*counting]
            assert json.loads(item.attributes.get("data-parts", "[]")) == [*asked.parts]
        if item.attributes["data-form"] == "gaps":
            assert len(json.loads(item.attributes["data-gaps"])) == len(gaps(card.cloze))


def test_a_card_without_an_answer_writes_nothing(tmp_path: Path) -> None:
    with pytest.raises(QuizError, match="the card has no answer"):
        written(tmp_path, Deck("D", (Card("\x00", question="Which?"),), id="d"))
    assert not [*tmp_path.iterdir()]


def test_what_is_left_out_is_told_once(tmp_path: Path) -> None:
    both = Card("Nile", question="Which\x07?", cloze="the {{Nile}}")
    report = write([Deck("D", (both, both), id="d", path="d.yaml")], tmp_path / PAGE, Request(0))
    assert [(each.message, each.severity) for each in report.warnings] == [
        ("control characters are left out (2 cards)", "warning"),
        ("the cloze is left out: the question is asked (2 cards)", "warning"),
    ]


def test_the_command_draws_and_refuses_what_means_nothing(run: Run, tmp_path: Path) -> None:
    (tmp_path / "d.yaml").write_text("title: D\ncards:\n- {question: A?, answer: a}\n- {question: B?, answer: b}\n")
    assert run("export", "d.yaml", "-o", PAGE, "-n", "1", "--seed", "3").out == f"{PAGE}: 1 card\n"
    ended = run("export", "d.yaml", "-o", PAGE, "--versions", "2")
    assert (ended.status, ended.err.splitlines()[-1]) == (2, ANSWER)
