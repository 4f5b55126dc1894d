"""A number that can be read in two ways, such as `1.230 km`, is right in both wherever a format can say so."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from decimal import Decimal
from html import unescape
from pathlib import Path

import pytest

from quiz.deck.model import Card
from quiz.export import gift, moodle
from quiz.export.amounts import Amount, amounts
from quiz.export.asked import question
from quiz.export.losses import Losses
from quiz.export.qti import version12, version30
from quiz.export.request import Request
from quiz.imports.gift import read
from tests.export import test_gift, test_moodle, test_qti3
from tests.export.chromium import Browser
from tests.export.counterparts import gift as reader
from tests.export.playing import page
from tests.export.samples import DECK

NOW = Request(0)
LONG = Card("1.230 km", "How long?", id="long", unit="km")
WITHIN = Card("1.230 km", "About how long?", id="within", tolerance="1%")
FAR = Card("1.230 km", "Give or take five?", id="far", tolerance="5", unit="km", accept=("1230 km", "1230", "1.23 km"))
TYPED = Card("1.230 km", "How far?", id="typed")
PLAIN = Card("3.142", "Pi?", id="pi", tolerance="0.001")
CARDS = (LONG, WITHIN, FAR, TYPED, PLAIN)
NUMBERS = replace(DECK, cards=CARDS, id="numbers")


@pytest.mark.parametrize(
    ("answer", "tolerance", "told"),
    [
        ("1.230 km", "1%", [("1.23", "0.0123"), ("1230", "12.3")]),
        ("$2.500", "5", [("2.5", "5"), ("2500", "5")]),
        ("3.142", "0", [("3.142", "0")]),
        ("1.5 km", "0", [("1.5", "0")]),
        ("Nile", "0", []),
    ],
)
def test_a_number_counts_as_each_that_it_can_be(answer: str, tolerance: str, told: list[tuple[str, str]]) -> None:
    found = amounts(answer, tolerance)
    assert [(each.value, each.margin) for each in found] == [tuple(map(Decimal, each)) for each in told]
    assert len({each.unit for each in found}) <= 1


def test_what_is_typed_counts_either_way() -> None:
    assert question(TYPED, NUMBERS, Losses()).right == ("1.230 km", "1230 km")
    assert question(LONG, NUMBERS, Losses()).right == ("1.230 km", "1.230", "1230 km", "1230")
    assert question(replace(TYPED, answer="3.142"), NUMBERS, Losses()).right == ("3.142",)
    assert question(PLAIN, NUMBERS, Losses()).amount == Amount(Decimal("3.142"), "", Decimal("0.001"))


def test_moodle_takes_both(tmp_path: Path) -> None:
    report = moodle.write([NUMBERS], tmp_path / "x.xml", NOW)
    for card, element in zip(CARDS, test_moodle.read(tmp_path / "x.xml")[1:], strict=True):
        test_moodle.told(element, question(card, NUMBERS, Losses()))
    assert report.warnings == ()


@pytest.mark.node
def test_gift_takes_both(tmp_path: Path) -> None:
    gift.write([NUMBERS], tmp_path / "x.gift", NOW)
    with reader() as running:
        _, *found = running.read((tmp_path / "x.gift").read_text("utf-8"))
    for card, each in zip(CARDS, found, strict=True):
        test_gift.told(each, question(card, NUMBERS, Losses()))


@pytest.mark.chromium
@pytest.mark.node
def test_a_player_of_qti_takes_both(tmp_path: Path) -> None:
    version30.write([NUMBERS], tmp_path / "x.zip", NOW)
    asked = [question(card, NUMBERS, Losses()) for card in CARDS]
    for each, item in zip(asked, test_qti3.items(tmp_path / "x.zip"), strict=True):
        test_qti3.told(item, each)
    test_qti3.played(tmp_path / "x.zip", asked, tmp_path)


def test_a_format_of_one_number_tells_what_it_leaves_out(tmp_path: Path) -> None:
    told = [each.message for each in version12.write([NUMBERS], tmp_path / "x.zip", NOW).warnings]
    assert any("may stand between thousands" in each and "(cards within, far)" in each for each in told), told


@pytest.mark.chromium
def test_the_quiz_page_takes_both(browser: Browser, tmp_path: Path) -> None:
    shown = page(tmp_path, *CARDS)
    rights = [json.loads(unescape(found)) for found in re.findall('data-right="([^"]*)"', shown.read_text("utf-8"))]
    browser.show(shown)
    typed = ["1.23 km", "1230 km", "1.231 km", "1231.5 km"]
    found = browser.ask(f"{json.dumps(rights)}.map((right) => {json.dumps(typed)}.map((each) => judge(right, each)))")
    assert sorted(found) == [*[["right", "right", "wrong", "wrong"]] * 4, ["wrong"] * 4]


def test_both_come_back_from_gift_as_one_answer(tmp_path: Path) -> None:
    gift.write([NUMBERS], tmp_path / "x.gift", NOW)
    found = read(tmp_path / "x.gift")
    cards = {item.card.id: item.card for item in found.shelves[0].items}
    assert {name: (card.answer, card.tolerance, card.accept) for name, card in cards.items()} == {
        "long": ("1.230", "", ()),
        "within": ("1.230", "1%", ()),
        "far": ("1.230", "5", ()),
        "typed": ("1.230 km", "", ()),
        "pi": ("3.142", "0.001", ()),
    }
    assert not found.warnings


@pytest.mark.parametrize(
    ("numbers", "answer", "tolerance", "accept", "told"),
    [
        ("=5:1 =7:1#yes", "5", "1", ("7",), 0),
        ("=5 =7 =9:0", "5", "", ("7", "9"), 0),
        ("=5:1 =7:2", "5", "1", (), 1),
        ("=1.231:0 =1231:0", "1.231", "", ("1231",), 0),
        ("=1.23:0.01 =1230:5", "1.23", "0.01", (), 1),
        ("=1.23:0 =1230:0 =7:0", "1.230", "", ("7",), 0),
        ("=%100%5:1 =%50%5:2", "5", "1", (), 1),
    ],
)
def test_several_numbers_of_others(
    tmp_path: Path, numbers: str, answer: str, tolerance: str, accept: tuple[str, ...], told: int
) -> None:
    (tmp_path / "x.gift").write_text(f"How many?{{#{numbers}}}")
    found = read(tmp_path / "x.gift")
    card = found.shelves[0].items[0].card
    assert (card.answer, card.tolerance, card.accept, len(found.warnings)) == (answer, tolerance, accept, told)
