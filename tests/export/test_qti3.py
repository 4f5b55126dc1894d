"""QTI 3.0 shows just the words of the deck in the reference player, and scores right answers 1 and wrong ones 0."""

from __future__ import annotations

import json
from dataclasses import replace
from decimal import Decimal
from html import unescape
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from hypothesis import HealthCheck, given, settings
from lxml import etree

from quiz.deck.marks import unmarked
from quiz.deck.model import GAP, Card, Deck
from quiz.errors import QuizError
from quiz.export.amounts import Amount, digits
from quiz.export.asked import Asked, question
from quiz.export.losses import Losses
from quiz.export.qti.items import ASI
from quiz.export.qti.version30 import PACKAGING, category, write
from quiz.export.request import Request
from quiz.export.wording import name
from tests.export.browser import browsed
from tests.export.counterparts import player
from tests.export.hostile_decks import decks, literally
from tests.export.samples import DECK, OTHER, TAUGHT, TEACHING

NOW = Request(1_790_000_000)
NS = {"q": ASI, "p": PACKAGING}


def read(path: Path) -> dict[str, Any]:
    """The files of a package by their names, items in the order of its test; the manifest names each of them."""
    with ZipFile(path) as archive:
        trees = {each: etree.fromstring(archive.read(each)) for each in archive.namelist()}
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    resources = trees["imsmanifest.xml"].findall("p:resources/p:resource", NS)
    named = [each.find("p:file", NS).get("href") for each in resources]
    assert named == [each.get("href") for each in resources]
    assert sorted([*named, "imsmanifest.xml"]) == sorted(trees)
    refs = trees["test.xml"].findall(".//q:qti-assessment-item-ref", NS)
    assert [each.get("href") for each in refs] == named[1:]
    wanted = [each.get("identifierref") for each in resources[0].findall("p:dependency", NS)]
    assert wanted == [each.get("identifier") for each in refs]
    assert all(trees[each.get("href")].get("identifier") == each.get("identifier") for each in refs)
    return trees


def items(path: Path) -> list[Any]:
    return [tree for name, tree in read(path).items() if name.startswith("items/")]


def words(element: Any) -> str:
    """The text of an element, its breaks as line feeds and a place to type in as a gap."""
    text = element.text or ""
    for inner in element:
        tag = etree.QName(inner).localname
        text += {"br": "\n", "qti-text-entry-interaction": GAP}[tag] + (inner.tail or "")
    return text


def tries(asked: Asked, item: Any) -> list[tuple[Any, float]]:
    """Responses to an item, and what each must score."""
    return [(response, share * float(asked.points or 1)) for response, share in shares(asked, item)]


def ticked(asked: Asked, letters: dict[str, str]) -> list[tuple[Any, float]]:
    """Sets of options to tick, and the share of the points that each earns."""
    right, wrong = (
        [letters[text] for text in asked.ticked],
        [letters[text] for text in asked.options if text not in asked.ticked],
    )
    one = 1 / len(right)
    some = [(right[:1], one), ([*right, wrong[0]], 1 - one), ([right[0], wrong[0]], 0)]
    return [(right, 1), (wrong, 0), *((chosen, share * asked.partial) for chosen, share in some)]


def shares(asked: Asked, item: Any) -> list[tuple[Any, float]]:
    """Responses to an item, and the share of its points that each must score."""
    letters = {each.text: each.get("identifier") for each in item.iter("{*}qti-simple-choice")}
    if asked.form == "order":
        right = [letters[text] for text in asked.items]
        return [(right, 1), (right[::-1], 0), (right[:1], 0)]
    if asked.form == "truefalse":
        return [(letter, int(asked.true == (letter == "true"))) for letter in letters.values()]
    if asked.form == "several":
        return ticked(asked, letters)
    if asked.form == "choice":
        return [(letters[text], int(text == asked.answer)) for text in asked.options]
    if asked.amount:
        return [each for number in asked.amounts for each in measured(number)]
    return [
        *((text, 1) for text in asked.right),
        *((text.swapcase(), 1) for text in asked.right if plain(text)),
        ("no", 0),
    ]


def measured(number: Amount) -> list[tuple[Any, float]]:
    """Numbers that are near enough, and some that are not."""
    value, margin = number.value, number.margin
    near, far = [value, value - margin, value + margin], [value + 2 * margin + 1, -value - 2 * margin - 1]
    return [*((digits(each), 1) for each in near), *((digits(each), 0) for each in far)]


def plain(text: str) -> bool:
    return text.isascii() and text.swapcase().swapcase() == text


def told(item: Any, asked: Asked) -> None:
    """Fail unless an item says what is asked and declares just the right answer."""
    assert item.get("title") == name(asked.prompt)
    feedbacks: dict[str, list[str]] = {}
    for each in item.findall("q:qti-modal-feedback", NS):
        feedbacks.setdefault(each.get("identifier"), []).extend(words(text) for text in each.iter("{*}p"))
    assert feedbacks.pop("TOLD", []) == list(asked.told)
    assert item.findtext("q:qti-outcome-declaration[@identifier='MAXSCORE']//q:qti-value", namespaces=NS) == digits(
        Decimal(asked.points or 1)
    )
    prompt = item.find(".//q:qti-prompt", NS)
    if prompt is None:
        first, *rest = (words(each) for each in item.findall("q:qti-item-body/q:p", NS))
        unit = f" {asked.amount.unit}" if asked.amount and asked.amount.unit else ""
        assert first == (asked.prompt.replace(GAP, GAP + unit) if asked.blank else asked.posed)
        assert rest == ([] if asked.blank else [GAP + unit])
    else:
        assert words(prompt) == asked.prompt
    choices = {each.get("identifier"): each.text for each in item.iter("{*}qti-simple-choice")}
    right = [value.text for value in item.findall("q:qti-response-declaration/q:qti-correct-response/q:qti-value", NS)]
    if asked.form == "order":
        assert [choices[letter] for letter in right] == list(asked.items)
    elif asked.form in ("choice", "several"):
        assert tuple(choices.values()) == asked.options
        assert [choices[letter] for letter in right] == list(asked.ticked)
        why = {text: asked.why(text) for text in asked.options if asked.why(text)}
        assert {choices[letter]: "".join(said) for letter, said in feedbacks.items()} == why
    elif asked.form == "typed":
        assert [each.get("map-key") for each in item.iter("{*}qti-map-entry")] == list(asked.right)


def played(path: Path, asked: list[Asked], tmp_path: Path) -> None:
    """Fail unless the player shows each item of a package, and scores it as it should."""
    found = items(path)
    given = [
        {"xml": etree.tostring(item, encoding="unicode"), "tries": [response for response, _ in tries(each, item)]}
        for item, each in zip(found, asked, strict=True)
    ]
    page = tmp_path / "player.html"
    page.write_text(player(given), encoding="utf-8")
    # A later budget of virtual time holds: four dozen items are played one after the other.
    shown = browsed("--dump-dom", "--virtual-time-budget=60000", page.as_uri(), profile=tmp_path / "profile")
    results = json.loads(unescape(shown.split('<pre id="found">')[1].split("</pre>")[0]))
    assert isinstance(results, list), results
    for item, each, result in zip(found, asked, results, strict=True):
        assert result["scores"] == pytest.approx([score for _, score in tries(each, item)], abs=1e-4), each
        seen(each, result)


def seen(asked: Asked, result: Any) -> None:
    """Fail unless the player shows just the words."""
    prompt = "".join("".join(result["prompt"]).split())
    unit = asked.amount.unit if asked.amount else ""
    typed = asked.form in ("typed", "number")
    wanted = asked.prompt.replace(GAP, unit, 1) if typed and asked.blank else asked.posed + unit
    assert prompt == "".join(wanted.split())
    if asked.form in ("choice", "several", "order"):
        assert sorted(result["choices"].values()) == sorted(asked.options or asked.items)
    told = "".join([*filter(None, asked.feedback), *asked.told])
    assert "".join("".join(result["told"]).split()) == "".join(told.split())
    assert result["entries"] == (asked.form in ("typed", "number"))
    assert all(tag.startswith("qti-") or tag in ("p", "br") for tag in result["tags"])


def test_every_sort_of_card_is_there(tmp_path: Path) -> None:
    report = write([DECK, OTHER], tmp_path / "rivers.zip", NOW)
    found = items(tmp_path / "rivers.zip")
    assert report.cards == len(found) == len(DECK.cards) + len(OTHER.cards)
    for card, item in zip(DECK.cards, found, strict=False):
        told(item, question(card, DECK, Losses()))
    titles = [each.get("title") for each in read(tmp_path / "rivers.zip")["test.xml"].iter("{*}qti-assessment-section")]
    assert titles == ["Rivers", "More rivers"]


def test_an_item_is_named_by_its_card(tmp_path: Path) -> None:
    write([DECK], tmp_path / "a.zip", NOW)
    changed = replace(DECK, cards=[replace(card, question="Now asked so") for card in reversed(DECK.cards)], title="x")
    write([changed], tmp_path / "b.zip", NOW)
    assert set(read(tmp_path / "a.zip")) == set(read(tmp_path / "b.zip"))


@given(deck=decks())
@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
def test_hostile_text_stays_text(tmp_path: Path, deck: Deck) -> None:
    write([literally(deck)], tmp_path / "x.zip", NOW)
    for card, item in zip(literally(deck).cards, items(tmp_path / "x.zip"), strict=True):
        told(item, question(unmarked(card), deck, Losses()))


@pytest.mark.chromium
@pytest.mark.node
def test_the_reference_player_scores_right_and_wrong(tmp_path: Path) -> None:
    write([DECK], tmp_path / "rivers.zip", NOW)
    played(tmp_path / "rivers.zip", [question(card, DECK, Losses()) for card in DECK.cards], tmp_path)


@pytest.mark.chromium
@pytest.mark.node
def test_the_reference_player_counts_points_and_shares_and_says_why(tmp_path: Path) -> None:
    report = write([TEACHING], tmp_path / "x.zip", NOW)
    asked = [question(card, TEACHING, Losses()) for card in TAUGHT]
    for each, item in zip(asked, items(tmp_path / "x.zip"), strict=True):
        told(item, each)
    played(tmp_path / "x.zip", asked, tmp_path)
    assert [each.message for each in report.warnings] == [
        "hints are left out: QTI 3.0 has no place for them (cards meet, both)"
    ]


def test_feedback_is_shown_to_who_chose_that_option_alone(tmp_path: Path) -> None:
    write([TEACHING], tmp_path / "x.zip", NOW)
    sea, both = items(tmp_path / "x.zip")[2:4]
    for item, cardinality in ((sea, "single"), (both, "multiple")):
        declared = item.find("q:qti-outcome-declaration[@identifier='WHY']", NS)
        assert (declared.get("cardinality"), declared.get("base-type")) == (cardinality, "identifier")
        taken = item.find("q:qti-response-processing/q:qti-set-outcome-value[@identifier='WHY']/q:qti-variable", NS)
        assert taken.get("identifier") == "RESPONSE"
    letters = {each.text: each.get("identifier") for each in sea.iter("{*}qti-simple-choice")}
    said = sea.find(f"q:qti-modal-feedback[@outcome-identifier='WHY'][@identifier='{letters['Rhine']}']", NS)
    assert words(next(said.iter("{*}p"))) == "It reaches the North Sea."


def test_difficulty_is_a_category(tmp_path: Path) -> None:
    write([TEACHING], tmp_path / "x.zip", NOW)
    refs = read(tmp_path / "x.zip")["test.xml"].findall(".//q:qti-assessment-item-ref", NS)
    assert [each.get("category") for each in refs] == [None, "difficulty-hard", None, "difficulty-easy", None, None]


@pytest.mark.chromium
@pytest.mark.node
@given(deck=decks(most=30))
@settings(deadline=None, max_examples=4, suppress_health_check=list(HealthCheck))
def test_the_reference_player_shows_hostile_text_as_text(tmp_path: Path, deck: Deck) -> None:
    write([literally(deck)], tmp_path / "x.zip", NOW)
    asked = [question(unmarked(card), deck, Losses()) for card in literally(deck).cards]
    played(tmp_path / "x.zip", asked, tmp_path)


@pytest.mark.parametrize(
    ("tag", "word"),
    [("asia", "asia"), ("the east", "the-east"), ("1829", "_1829"), ("a::b", "a-b"), ("!", ""), ("é", "é")],
)
def test_a_tag_is_written_as_an_identifier(tag: str, word: str) -> None:
    assert category(tag) == word


def test_a_unit_stands_behind_the_gap(tmp_path: Path) -> None:
    card = Card("2,850 km", cloze="The Danube is {{2,850 km}} long.", tolerance="2%", id="a")
    write([Deck("x", (card,), id="d")], tmp_path / "x.zip", NOW)
    (body,) = items(tmp_path / "x.zip")[0].iter("{*}qti-item-body")
    assert [words(each) for each in body] == ["The Danube is _____ km long."]


def test_all_of_the_above_stands_last(tmp_path: Path) -> None:
    card = Card("Tigris", question="Which?", distractors=("All of the above", "Nile"), id="a")
    write([Deck("x", (card,), id="d")], tmp_path / "x.zip", NOW)
    last = list(items(tmp_path / "x.zip")[0].iter("{*}qti-simple-choice"))[-1]
    assert (last.text, last.get("fixed")) == ("All of the above", "true")


def test_nothing_is_written_for_a_card_that_asks_nothing(tmp_path: Path) -> None:
    with pytest.raises(QuizError, match="the card asks nothing"):
        write([Deck("x", (Card("a", question="\x00", id="a"),), id="d")], tmp_path / "x.zip", NOW)
    assert not list(tmp_path.iterdir())


def test_the_same_deck_gives_the_same_bytes(tmp_path: Path) -> None:
    for each in "ab":
        write([DECK, OTHER], tmp_path / f"{each}.zip", Request(ord(each)))
    assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()
