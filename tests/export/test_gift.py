"""GIFT files hold just the words of the deck, as gift-pegjs reads them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from quiz.deck.marks import unmarked
from quiz.deck.model import GAP, Card, Deck
from quiz.errors import QuizError
from quiz.export.asked import Asked, question
from quiz.export.gift import ARROW, PLACEHOLDER, label, typed, write
from quiz.export.losses import Losses
from quiz.export.request import Request
from quiz.export.wording import clean
from tests.export.counterparts import Gift, gift
from tests.export.hostile_decks import decks, literally
from tests.export.marked import MARKS
from tests.export.samples import DECK, TAUGHT, TEACHING

NOW = Request(1_790_000_000)


@pytest.fixture(scope="module")
def reader() -> Iterator[Gift]:
    with gift() as running:
        yield running


def joined(text: str) -> str:
    """Text as GIFT can hold it."""
    return PLACEHOLDER.sub("&\u2060&", text)


def within(text: str) -> str:
    """Text of an answer as GIFT can hold it."""
    return joined(ARROW.sub("→", text))


def spaced(text: str) -> str:
    """Text as gift-pegjs gives it back: it makes one blank of several, as a browser does."""
    return " ".join(text.split())


def same(read: dict[str, Any] | None, text: str) -> bool:
    return spaced(read["text"] if read else "") == spaced(text)


def told(read: dict[str, Any], asked: Asked) -> None:
    """Fail unless a question was read as it was asked."""
    types = {
        "choice": "MC",
        "several": "MC",
        "truefalse": "TF",
        "typed": "Short",
        "number": "Numerical",
        "order": "Matching",
    }
    assert read["type"] == types[asked.form]
    assert spaced(read["title"]) == spaced(joined(label(asked.prompt)))
    prompt = asked.posed + (f" ({asked.amount.unit})" if asked.amount and asked.amount.unit else "")
    stem = read["stem"]["text"]
    if read["hasEmbeddedAnswers"]:
        assert "".join(stem.split()) == "".join(joined(prompt).split())
        assert GAP in stem
    else:
        assert spaced(stem) == spaced(joined(prompt))
    assert read["stem"]["format"] == "plain"
    assert same(read["globalFeedback"], within("\n".join(asked.told)))
    answered(read, asked)


def answered(read: dict[str, Any], asked: Asked) -> None:
    """Fail unless just the right answers are right."""
    if asked.form == "truefalse":
        assert read["isTrue"] == asked.true
    elif asked.form == "order":
        pairs = {spaced(pair["subquestion"]["text"]): pair["subanswer"] for pair in read["matchPairs"]}
        assert pairs == {spaced(within(item)): str(at) for at, item in enumerate(asked.items, 1)}
    elif asked.amount:
        numbers = [(choice["text"]["number"], choice["text"]["range"]) for choice in read["choices"]]
        assert numbers == [(float(each.value), float(each.margin)) for each in asked.amounts]
        assert all(choice["isCorrect"] for choice in read["choices"])
    elif asked.form in ("choice", "several"):
        assert [spaced(each["text"]["text"]) for each in read["choices"]] == [spaced(within(o)) for o in asked.options]
        right = [spaced(each["text"]["text"]) for each in read["choices"] if is_right(each)]
        assert sorted(right) == sorted(spaced(within(text)) for text in asked.ticked)
        assert all(
            same(each["feedback"], within(asked.why(text)))
            for each, text in zip(read["choices"], asked.options, strict=True)
        )
    else:
        texts = [spaced(each["text"]["text"]) for each in read["choices"] if each["isCorrect"]]
        assert texts == [spaced(within(typed(text))) for text in asked.right]


def is_right(choice: dict[str, Any]) -> bool:
    """Whether a choice earns something: the only right one, or one of several with a weight."""
    return bool(choice["isCorrect"]) or (choice["weight"] or 0) > 0


@pytest.mark.node
def test_every_sort_of_card_is_read(reader: Gift, tmp_path: Path) -> None:
    report = write([DECK], tmp_path / "rivers.gift", NOW)
    title, *read = reader.read((tmp_path / "rivers.gift").read_text(encoding="utf-8"))
    assert title == {"type": "Category", "title": "Rivers"}
    assert report.cards == len(read) == len(DECK.cards)
    for card, each in zip(DECK.cards, read, strict=True):
        told(each, question(card, DECK, Losses()))
        assert each["id"] == f"{DECK.id}/{card.id}"
    assert read[0]["tags"] == ["geography", "asia"]


@pytest.mark.node
def test_what_teachers_add_is_read_where_gift_has_a_place_for_it(reader: Gift, tmp_path: Path) -> None:
    report = write([TEACHING], tmp_path / "x.gift", NOW)
    read = dict(zip([card.id for card in TAUGHT], reader.read((tmp_path / "x.gift").read_text())[1:], strict=True))
    for card in TAUGHT:
        told(read[card.id], question(card, TEACHING, Losses()))
    both = {each["text"]["text"]: each["weight"] for each in read["both"]["choices"]}
    assert both == {"Danube": 50, "Dniester": 50, "Rhine": -50, "Volga": -50}
    assert {each["weight"] for each in read["whole"]["choices"]} == {50, -100}
    assert {each["text"]["text"] for each in read["meet"]["choices"]} == {
        "Rhine; Moselle", "Rhine, Moselle", "Rhine and Moselle", "Moselle, Rhine", "Moselle; Rhine", "Moselle and Rhine"
    }  # fmt: skip
    assert (read["long"]["tags"], read["both"]["tags"]) == (["difficulty::hard"], ["difficulty::easy"])
    assert [each.message for each in report.warnings] == [
        "hints are left out: GIFT has no place for them (cards meet, both)",
        "points are left out: GIFT has no place for them (cards meet, sea, both)",
        "the unit is named in the question: GIFT has numbers without units (cards long, rhine)",
        "an option that is to stand last may be moved: GIFT cannot keep it there (card sea)",
        "some of the right options earn their share: Moodle marks none by all or nothing (card whole)",
    ]


@pytest.mark.node
@given(deck=decks().map(literally))
@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
def test_hostile_text_stays_text(reader: Gift, tmp_path: Path, deck: Deck) -> None:
    write([deck], tmp_path / "x.gift", NOW)
    title, *read = reader.read((tmp_path / "x.gift").read_text(encoding="utf-8"))
    assert title["type"] == "Category"
    assert len(read) == len(deck.cards)
    for card, each in zip(map(unmarked, deck.cards), read, strict=True):
        told(each, question(card, deck, Losses()))


@pytest.mark.node
@pytest.mark.parametrize(
    "text", ["T", "FALSE", "%50%x", "[html]x", "#5", "->", "a -> b", "*", "// x", "&&058;", "\\n", "####"]
)
def test_an_answer_that_looks_like_syntax_is_an_answer(reader: Gift, tmp_path: Path, text: str) -> None:
    cards = (Card(text, question="Which?", id="a"), Card(text, question="Which?", id="b", distractors=("c",)))
    deck = Deck("x", cards, id="d")
    write([deck], tmp_path / "x.gift", NOW)
    read = reader.read((tmp_path / "x.gift").read_text(encoding="utf-8"))[1:]
    for card, each in zip(cards, read, strict=True):
        told(each, question(card, deck, Losses()))


@pytest.mark.node
@pytest.mark.parametrize(
    "cloze", ["{{a}} was it.", "It was {{a}}", "It {{a}} // was", "It {{a}} [html] was", "{{a}}", "So {{a}} it."]
)
def test_a_gap_may_stand_anywhere(reader: Gift, tmp_path: Path, cloze: str) -> None:
    deck = Deck("x", (Card("a", cloze=cloze, id="a"),), id="d")
    write([deck], tmp_path / "x.gift", NOW)
    _, each = reader.read((tmp_path / "x.gift").read_text(encoding="utf-8"))
    told(each, question(deck.cards[0], deck, Losses()))
    assert each["hasEmbeddedAnswers"] == (cloze == "So {{a}} it.")


def test_what_is_lost_is_told_once(tmp_path: Path) -> None:
    cards = [replace(DECK.cards[4], id=f"order{number}") for number in range(3)]
    report = write([replace(DECK, cards=cards)], tmp_path / "x.gift", NOW)
    (warning,) = report.warnings
    assert str(warning) == (
        "rivers.yaml:9: warning: an order is asked as pairs of item and number: GIFT has no ordering"
        " (cards order0, order1, order2)"
    )


def test_nothing_is_written_for_a_card_that_asks_nothing(tmp_path: Path) -> None:
    with pytest.raises(QuizError, match="the card asks nothing"):
        write([replace(DECK, cards=(Card("x", question=" \x00", id="a"),))], tmp_path / "x.gift", NOW)
    assert not list(tmp_path.iterdir())


def test_the_same_deck_gives_the_same_bytes(tmp_path: Path) -> None:
    for name in "ab":
        write([DECK], tmp_path / f"{name}.gift", Request(ord(name)))
    assert (tmp_path / "a.gift").read_bytes() == (tmp_path / "b.gift").read_bytes()
    assert clean(DECK.title) in (tmp_path / "a.gift").read_text(encoding="utf-8")


@pytest.mark.node
def test_marks_are_html_where_there_are_some(reader: Gift, tmp_path: Path) -> None:
    write([MARKS], tmp_path / "x.gift", NOW)
    play, code, _, gap, order, words = (
        each for each in reader.read((tmp_path / "x.gift").read_text("utf-8")) if each["type"] != "Category"
    )
    assert play["stem"] == {
        "format": "html",
        "text": "Which play of <em>Shakespeare</em> begins with <strong>two</strong> guards?",
    }
    assert {(each["text"]["format"], each["text"]["text"]) for each in play["choices"]} == {
        ("html", "<em>Hamlet</em>"),
        ("html", "<em>Macbeth</em>"),
        ("html", "<code>King</code> Lear"),
        ("html", r"\(x^2\)"),
    }
    assert code["stem"]["format"] == "html"
    assert [each["text"]["text"] for each in code["choices"]] == ["0 1", "0 and 1"]
    assert "".join(gap["stem"]["text"].split()) == "In<strong>_____</strong>hewentto<em>Russia</em>."
    assert {(each["subquestion"]["format"], each["subquestion"]["text"]) for each in order["matchPairs"]} == {
        ("html", "<em>a</em>"),
        ("html", "<code>b</code>"),
        ("plain", "c"),
    }
    assert words["stem"] == {"format": "plain", "text": "What does *a* mean?"}
