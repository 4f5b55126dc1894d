"""QTI 1.2 shows just the words of the deck, whatever Markdown would make of them, and scores the right answers."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from hypothesis import HealthCheck, given, settings
from lxml import etree

from quiz.deck.marks import unmarked
from quiz.deck.model import Card, Deck, chain
from quiz.errors import QuizError
from quiz.export.amounts import digits
from quiz.export.asked import Asked, question
from quiz.export.losses import Losses
from quiz.export.qti.version12 import halves, told_apart, write, zipped
from quiz.export.request import Request
from quiz.export.wording import name
from tests.export.hostile_decks import decks, literally
from tests.export.reading import shown
from tests.export.samples import DECK, OTHER, TAUGHT, TEACHING

NOW = Request(1_790_000_000)
SHAPE = etree.RelaxNG(etree.parse(Path(__file__).parent / "qti12.rng"))
NS = {"q": "http://www.imsglobal.org/xsd/ims_qtiasiv1p2"}


def read(path: Path) -> list[Any]:
    """The items of a package whose files are all named in its manifest and have the shape that QTI 1.2 prescribes."""
    with ZipFile(path) as archive:
        trees = {each: etree.fromstring(archive.read(each)) for each in archive.namelist()}
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    named = [each.get("href") for each in trees["imsmanifest.xml"].iter("{*}file")]
    assert sorted([*named, "imsmanifest.xml"]) == sorted(trees)
    resources = [*trees["imsmanifest.xml"].iter("{*}resource")]
    assert {each.get("identifierref") for each in resources[0].iter("{*}dependency")} == {
        resources[1].get("identifier")
    }
    SHAPE.assertValid(trees[named[0]])
    found: list[Any] = trees[named[0]].findall(".//q:item", NS)
    assert len({item.get("ident") for item in found}) == len(found)
    for item in found:
        refers(item)
    return found


def refers(item: Any) -> None:
    """Fail unless all that an item names is in it, once: responses, options and feedback."""
    responses = [each.get("ident") for each in item.xpath(".//q:response_lid | .//q:response_str", namespaces=NS)]
    labels = [each.get("ident") for each in item.iter("{*}response_label")]
    assert {each.get("respident") for each in item.iter("{*}varequal", "{*}vargte", "{*}varlte")} == {*responses}
    assert len({*labels}) == len(labels)
    if item.find(".//q:response_lid", NS) is not None:
        assert {each.text for each in item.iter("{*}varequal")} <= {*labels}
    shown_there = {each.get("linkrefid") for each in item.iter("{*}displayfeedback")}
    assert shown_there == {each.get("ident") for each in item.iter("{*}itemfeedback")}


def spaced(text: str) -> str:
    return " ".join(text.split())


def kind(item: Any) -> str:
    return str(item.findtext(".//q:fieldentry", namespaces=NS))


def prompt(item: Any) -> str:
    return shown(item.findtext("q:presentation/q:material/q:mattext", namespaces=NS))


def feedback(item: Any) -> str:
    return shown(item.findtext("q:itemfeedback[@ident='general_fb']//q:mattext", "", NS))


def why(item: Any) -> dict[str, str]:
    """What is said to who chose an option, by the option's words."""
    said = {each.get("ident"): shown(each.findtext(".//q:mattext", "", NS)) for each in item.iter("{*}itemfeedback")}
    return {text: said[f"{ident}_fb"] for ident, text in options(item).items() if f"{ident}_fb" in said}


def options(item: Any) -> dict[str, str]:
    """The options of a choice by their identifiers."""
    labels = item.findall(".//q:render_choice/q:response_label", NS)
    return {each.get("ident"): shown(each.findtext(".//q:mattext", namespaces=NS)) for each in labels}


def score(item: Any, *said: str) -> int:
    """What an answer, or several that were ticked, score by the item's own rules, read as the standard says."""

    def holds(rule: Any) -> bool:
        tag = etree.QName(rule).localname
        if tag in ("conditionvar", "and"):
            joined = any if tag == "conditionvar" and all(each.tag.endswith("varequal") for each in rule) else all
            return bool(joined(map(holds, rule)))
        if tag == "or":
            return any(map(holds, rule))
        if tag == "not":
            return not holds(rule[0])
        if tag in ("vargte", "varlte"):
            given, bound = float(said[0]), float(rule.text)
            return given >= bound if tag == "vargte" else given <= bound
        return tag == "varequal" and str(rule.text) in said

    for each in item.findall(".//q:respcondition", NS):
        points = each.findtext("q:setvar", namespaces=NS)
        if points and holds(each.find("q:conditionvar", NS)):
            return int(points)
    return 0


def told(item: Any, asked: Asked) -> None:
    """Fail unless an item says what is asked, and just the right answers score."""
    numeric = asked.amount is not None and told_apart(asked.amount)
    unit = f" ({asked.amount.unit})" if numeric and asked.amount and asked.amount.unit else ""
    assert spaced(prompt(item)) == spaced(asked.posed + unit)
    assert item.get("title") == name(asked.prompt)
    assert spaced(feedback(item)) == spaced(" ".join(asked.told))
    if asked.form in ("choice", "truefalse", "order"):
        assert kind(item) == ("true_false_question" if asked.form == "truefalse" else "multiple_choice_question")
        right = chain(asked.items) if asked.form == "order" else asked.answer
        right = right.capitalize() if asked.form == "truefalse" else right
        assert {text for ident, text in options(item).items() if score(item, ident)} == {right}
        ticked(item, asked)
    elif asked.form == "several":
        assert kind(item) == "multiple_answers_question"
        ticked(item, asked)
        by_text = {spaced(text): ident for ident, text in options(item).items()}
        every = [by_text[spaced(text)] for text in asked.ticked]
        assert score(item, *every) == 100
        assert not score(item, *every[1:])
        assert not any(score(item, *every, ident) for ident in by_text.values() if ident not in every)
    elif numeric and asked.amount:
        assert kind(item) == "numerical_question"
        value, margin = asked.amount.value, asked.amount.margin
        assert score(item, digits(value)) == score(item, digits(value - margin)) == 100
        assert not score(item, digits(value + margin * 2 + 1))
    else:
        assert kind(item) == "short_answer_question"
        assert [score(item, text) for text in (*asked.right, "nothing of the sort")] == [100] * len(asked.right) + [0]


def ticked(item: Any, asked: Asked) -> None:
    """Fail unless it is said why each option is wrong of which the deck says so."""
    wanted = {text: asked.why(text) for text in asked.options if asked.why(text)}
    assert {spaced(text): spaced(said) for text, said in why(item).items()} == {
        spaced(text): spaced(said) for text, said in wanted.items()
    }


def test_what_teachers_add_goes_where_canvas_has_a_place_for_it(tmp_path: Path) -> None:
    report = write([TEACHING], tmp_path / "x.zip", NOW)
    found = read(tmp_path / "x.zip")
    for card, item in zip(TAUGHT, found, strict=True):
        told(item, question(card, TEACHING, Losses()))
    points = [item.xpath(".//q:qtimetadatafield[2]/q:fieldentry/text()", namespaces=NS)[0] for item in found]
    assert points == ["2", "1", "0.5", "3", "1", "1"]
    assert list(options(found[2]).values())[-1] == "a river of another continent"
    assert [each.message for each in report.warnings] == [
        "hints are left out: QTI 1.2 has no place for them (cards meet, both)",
        "the unit is named in the question: QTI 1.2 has numbers without units (card long)",
        "difficulties are left out: QTI 1.2 has no place for them (cards long, both)",
        "shares for parts of an answer are left out: QTI 1.2 has no place for them (card both)",
    ]


@pytest.mark.parametrize(
    ("points", "written"),
    [("2", "2"), ("2.0", "2"), ("0.5", "0.5"), ("0.05", "0.5"), ("1.3", "1.5"), ("999.99", "1000")],
)
def test_points_are_whole_or_half_ones(points: str, written: str) -> None:
    assert halves(points) == written


def test_every_sort_of_card_is_there(tmp_path: Path) -> None:
    report = write([DECK], tmp_path / "rivers.zip", NOW)
    items = read(tmp_path / "rivers.zip")
    assert report.cards == len(items) == len(DECK.cards)
    for card, item in zip(DECK.cards, items, strict=True):
        told(item, question(card, DECK, Losses()))


PLAINLY = """Quiz title: Rivers

1.  Which river?
... Why.
*a) Tigris
b)  Nile

1.  True?
... Why.
*a) True
b)  False

1.  How long?
... Why.
=   2850 +- 57

1.  Which sea?
... Why.
*   Black Sea
*   the Black Sea
"""
"""A quiz as its author would write it for text2qti, without any of the care that hostile text needs."""


def test_an_item_is_built_as_text2qti_builds_its_own(tmp_path: Path) -> None:
    which = Card("Tigris", question="Which river?", distractors=("Nile",), explanation="Why.", id="a")
    true = Card("true", question="True?", kind="truefalse", explanation="Why.", id="b")
    long = Card("2850", question="How long?", tolerance="57", explanation="Why.", id="c")
    sea = Card("Black Sea", question="Which sea?", accept=("the Black Sea",), explanation="Why.", id="d")
    write([Deck("Rivers", (which, true, long, sea), id="d")], tmp_path / "ours.zip", NOW)
    (tmp_path / "theirs.zip").write_bytes(zipped(PLAINLY, tmp_path / "theirs.zip"))
    ours, theirs = ([*map(built, read(tmp_path / f"{whose}.zip"))] for whose in ("ours", "theirs"))
    assert [sorted(item) for item in ours] == [sorted(item) for item in theirs]


def built(item: Any) -> list[tuple[str, str, tuple[str, ...]]]:
    """Every element of an item by its path, with the names of its attributes and what it says to machines."""
    root = item.getroottree()
    return [
        (
            re.sub(r"\[\d+\]", "", root.getelementpath(each)),
            each.text.strip() if etree.QName(each).localname in ("fieldlabel", "setvar", "vargte", "varlte") else "",
            tuple(f"{key}={value}" for key, value in each.items() if key not in ("ident", "title")),
        )
        for each in item.iter()
    ]


def test_several_decks_stand_under_their_titles(tmp_path: Path) -> None:
    write([DECK, OTHER], tmp_path / "rivers.zip", NOW)
    items = read(tmp_path / "rivers.zip")
    heads = [(at, prompt(item)) for at, item in enumerate(items) if kind(item) == "text_only_question"]
    assert heads == [(0, "Rivers"), (len(DECK.cards) + 1, "More rivers")]


@given(deck=decks())
@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
def test_hostile_text_stays_text(tmp_path: Path, deck: Deck) -> None:
    write([literally(deck)], tmp_path / "x.zip", NOW)
    for card, item in zip(literally(deck).cards, read(tmp_path / "x.zip"), strict=True):
        told(item, question(unmarked(card), deck, Losses()))


def test_no_file_of_the_reader_is_taken_along(tmp_path: Path) -> None:
    secret = tmp_path / "secret.png"
    secret.write_bytes(b"mine")
    text = f"![x]({secret}) \n\n```{{.python .run}}\nprint(1)\n```"
    cards = (Card(text, question=text, id="a"), Card(text, question=text, distractors=("x",), explanation=text, id="b"))
    write([Deck(text, cards, id="d")], tmp_path / "x.zip", NOW)
    assert len(read(tmp_path / "x.zip")) == 2
    assert b"mine" not in b"".join(
        ZipFile(tmp_path / "x.zip").read(each) for each in ZipFile(tmp_path / "x.zip").namelist()
    )


def test_an_order_is_a_choice_between_orders(tmp_path: Path) -> None:
    report = write([replace(DECK, cards=DECK.cards[4:5])], tmp_path / "x.zip", NOW)
    (item,) = read(tmp_path / "x.zip")
    assert len(options(item)) == 4
    assert all(sorted(text.split(" → ")) == ["Danube", "Nile", "Rhine", "Thames"] for text in options(item).values())
    assert "an order is asked as a choice between orders" in report.warnings[0].message


@pytest.mark.parametrize(("answer", "tolerance"), [("5", "5"), ("0", "1%"), ("0.00012", "10%")])
def test_a_number_canvas_cannot_tell_from_zero_is_typed(tmp_path: Path, answer: str, tolerance: str) -> None:
    card = Card(answer, question="How much?", tolerance=tolerance, id="a")
    report = write([Deck("x", (card,), id="d", path="x.yaml")], tmp_path / "x.zip", NOW)
    assert kind(read(tmp_path / "x.zip")[0]) == "short_answer_question"
    assert "the tolerance is left out" in report.warnings[0].message


def test_all_of_the_above_is_not_shuffled(tmp_path: Path) -> None:
    card = Card("Tigris", question="Which?", distractors=("All of the above", "Nile"), id="a")
    write([Deck("x", (card,), id="d")], tmp_path / "x.zip", NOW)
    with ZipFile(tmp_path / "x.zip") as archive:
        meta = next(archive.read(each).decode() for each in archive.namelist() if each.endswith("meta.xml"))
    assert re.search(r"<shuffle_answers>(\w+)<", meta)[1] == "false"  # type: ignore[index]
    assert list(options(read(tmp_path / "x.zip")[0]).values())[-1] == "All of the above"


def test_a_deck_without_cards_is_refused(tmp_path: Path) -> None:
    with pytest.raises(QuizError, match="there are no cards"):
        write([Deck("x", (), id="d")], tmp_path / "x.zip", NOW)
    assert not list(tmp_path.iterdir())


def test_the_same_deck_gives_the_same_bytes(tmp_path: Path) -> None:
    for each in "ab":
        write([DECK, OTHER], tmp_path / f"{each}.zip", Request(ord(each)))
    assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()
    with ZipFile(tmp_path / "a.zip") as archive:
        assert b"1980-01-01</imsmd:dateTime>" in archive.read("imsmanifest.xml")
