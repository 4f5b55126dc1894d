"""Moodle XML has the shape Moodle's documentation gives it, and shows just the words of the deck."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from lxml import etree

from quiz.deck.marks import literal, unmarked
from quiz.deck.model import Card, Deck, together
from quiz.errors import QuizError
from quiz.export.asked import Asked, question
from quiz.export.losses import Losses
from quiz.export.moodle import TYPES, label, write
from quiz.export.request import Request
from quiz.export.teaching import weights
from tests.export.hostile_decks import decks
from tests.export.marked import MARKS, alone
from tests.export.reading import shown
from tests.export.samples import DECK, OTHER, TAUGHT, TEACHING

NOW = Request(1_790_000_000)
SHAPE = etree.RelaxNG(etree.parse(Path(__file__).parent / "moodle.rng"))


def said(element: Any) -> str:
    """What a person sees of a rich text."""
    return shown(element.findtext("text") or "")


def matches(pattern: str, typed: str) -> bool:
    """Compare as Moodle's short answers do: an asterisk stands for any text unless a backslash is before it."""
    parts = [re.escape(part.replace("\\*", "*")) for part in re.split(r"(?<!\\)\*", pattern)]
    return re.fullmatch(".*".join(parts), typed, re.DOTALL) is not None


def read(path: Path) -> list[Any]:
    """The questions of a file that has the right shape."""
    tree = etree.parse(path, etree.XMLParser(resolve_entities=False))
    assert SHAPE.validate(tree), SHAPE.error_log
    return list(tree.getroot())


def told(element: Any, asked: Asked) -> None:
    """Fail unless a question says what is asked, and just the right answers are right."""
    assert element.get("type") == TYPES[asked.form]
    assert element.findtext("name/text") == label(asked.prompt)
    assert said(element.find("questiontext")) == asked.posed
    assert element.findtext("defaultgrade") == (asked.points or "1")
    assert [said(each) for each in element.findall("hint")] == [asked.hint] * bool(
        asked.hint and asked.form != "truefalse"
    )
    assert said(element.find("generalfeedback")) == "\n".join(asked.told)
    assert [tag.text for tag in element.findall("tags/tag/text")] == [label(tag, 50) for tag in asked.labels]
    assert element.findtext("idnumber") == asked.key
    right = [each for each in element.findall("answer") if each.get("fraction") == "100"]
    if asked.form in ("choice", "several"):
        right = [each for each in element.findall("answer") if float(each.get("fraction")) > 0]
        why = [each.find("feedback") for each in element.findall("answer")]
        assert [said(each) if each is not None else "" for each in why] == [*map(asked.why, asked.options)]
        assert sorted(map(said, right)) == sorted(asked.ticked)
        assert [said(each) for each in element.findall("answer")] == list(asked.options)
    elif asked.form == "truefalse":
        assert [each.findtext("text") for each in right] == [str(asked.true).lower()]
    elif asked.form == "typed":
        assert all(matches(each.findtext("text"), text) for each, text in zip(right, asked.right, strict=True))
        assert not any(
            matches(each.findtext("text"), text + "x") for each, text in zip(right, asked.right, strict=True)
        )
    elif asked.amount:
        told = [(float(each.findtext("text")), float(each.findtext("tolerance"))) for each in right]
        assert told == [(float(each.value), float(each.margin)) for each in asked.amounts]
        assert (element.findtext("units/unit/unit_name") or "") == asked.amount.unit
    else:
        ranked = {int(each.findtext("answer/text")): said(each) for each in element.findall("subquestion")}
        assert [ranked[rank] for rank in sorted(ranked)] == list(asked.items)


def test_every_sort_of_card_is_there(tmp_path: Path) -> None:
    report = write([DECK, OTHER], tmp_path / "rivers.xml", NOW)
    found = read(tmp_path / "rivers.xml")
    titles = [each.findtext("category/text") for each in found if each.get("type") == "category"]
    assert titles == ["$course$/top/Rivers", "$course$/top/More rivers"]
    assert report.cards == len(found) - 2 == len(DECK.cards) + len(OTHER.cards)
    for card, element in zip(DECK.cards, found[1:], strict=False):
        told(element, question(card, DECK, Losses()))


def test_what_teachers_add_goes_where_moodle_has_a_place_for_it(tmp_path: Path) -> None:
    report = write([TEACHING], tmp_path / "x.xml", NOW)
    found = dict(zip([card.id for card in TAUGHT], read(tmp_path / "x.xml")[1:], strict=True))
    for card in TAUGHT:
        told(found[card.id], question(card, TEACHING, Losses()))
    shares = {said(each): each.get("fraction") for each in found["both"].findall("answer")}
    assert shares == {"Danube": "50", "Dniester": "50", "Rhine": "-50", "Volga": "-50"}
    assert [each.findtext("single") for each in found.values()] == [None, None, "true", "false", "false", None]
    assert {each.get("fraction") for each in found["whole"].findall("answer")} == {"50", "-100"}
    assert found["sea"].findtext("shuffleanswers") == "false"
    assert said(found["sea"].findall("answer")[-1]) == "a river of another continent"
    assert (found["rhine"].findtext("answer/tolerance"), found["rhine"].findtext("units/unit/unit_name")) == ("0", "km")
    assert said(found["meet"].find("questiontext")).endswith("(2 answers, with commas between)")
    assert [each.message for each in report.warnings] == [
        "some of the right options earn their share: Moodle marks none by all or nothing (card whole)"
    ]


@pytest.mark.parametrize(
    ("parts", "share"), [(2, "50"), (3, "33.33333"), (6, "16.66667"), (7, "14.28571"), (8, "12.5")]
)
def test_shares_are_those_that_moodle_knows(parts: int, share: str) -> None:
    names = tuple(f"p{at}" for at in range(parts))
    asked = question(Card(together(names), question="Which?", id="a", all_of=names, distractors=("x",)), DECK, Losses())
    assert weights(asked) == (share, "-100")
    assert weights(replace(asked, partial=True)) == (share, f"-{share}")


def test_a_passage_is_shown_with_its_place_once_answered(tmp_path: Path) -> None:
    write([DECK], tmp_path / "rivers.xml", NOW)
    feedback = said(read(tmp_path / "rivers.xml")[1].find("generalfeedback"))
    assert feedback == "“Baghdad, on the Tigris, was founded in 762.” (Rivers, line 7)"


def test_a_title_with_a_slash_is_one_category(tmp_path: Path) -> None:
    write([replace(DECK, title="Rivers/Lakes <old>")], tmp_path / "x.xml", NOW)
    assert read(tmp_path / "x.xml")[0].findtext("category/text") == "$course$/top/Rivers//Lakes ‹old›"


@given(deck=decks())
@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
def test_hostile_text_stays_text(tmp_path: Path, deck: Deck) -> None:
    write([deck], tmp_path / "x.xml", NOW)
    _, *found = read(tmp_path / "x.xml")
    for card, element in zip(deck.cards, found, strict=True):
        told(element, question(unmarked(card), deck, Losses()))


@pytest.mark.parametrize(
    ("answer", "tolerance", "said"),
    [
        ("2,850 km", "2%", ("2850", "57", "km", "0", "0")),
        ("$5", "1", ("5", "1", "$", "0", "1")),
        ("−3.50", "10%", ("-3.5", "0.35", None, "3", "0")),
        ("762", "±10", ("762", "10", None, "3", "0")),
        ("5 %", "0.5", ("5", "0.5", "%", "0", "0")),
    ],
)
def test_a_number_has_its_tolerance_and_unit(
    tmp_path: Path, answer: str, tolerance: str, said: tuple[Any, ...]
) -> None:
    card = Card(answer, question="How much?", tolerance=tolerance, id="a")
    report = write([Deck("x", (card,), id="d")], tmp_path / "x.xml", NOW)
    number = read(tmp_path / "x.xml")[1]
    paths = ("answer/text", "answer/tolerance", "units/unit/unit_name", "showunits", "unitsleft")
    assert tuple(number.findtext(path) for path in paths) == said
    assert not report.warnings


@pytest.mark.parametrize("answer", ["40 million", "12 May", "17 November 1869", "about 5", "$5 each", "3–5", "5 of 6"])
def test_what_is_no_plain_number_is_typed_and_its_tolerance_told(tmp_path: Path, answer: str) -> None:
    card = Card(answer, question="How much?", tolerance="5%", id="a")
    report = write([Deck("x", (card,), id="d", path="x.yaml")], tmp_path / "x.xml", NOW)
    assert read(tmp_path / "x.xml")[1].get("type") == "shortanswer"
    assert [each.message for each in report.warnings] == [
        "the tolerance is left out: the answer is no plain number (card a)"
    ]


def test_an_asterisk_is_no_wildcard(tmp_path: Path) -> None:
    card = Card("5*3", question="How is it written?", accept=(r"\\\*",), id="a")
    write([Deck("x", (card,), id="d")], tmp_path / "x.xml", NOW)
    patterns = [each.findtext("text") for each in read(tmp_path / "x.xml")[1].findall("answer")]
    assert [matches(pattern, text) for pattern, text in zip(patterns, ("5*3", "\\*"), strict=True)] == [True, True]
    assert not any(matches(pattern, text) for pattern in patterns for text in ("5 and 3", "\\x", "x"))


def test_no_filter_of_moodle_finds_anything_in_a_text(tmp_path: Path) -> None:
    text = literal(r"\\(x\) \[y\] $$z$$ $$$ <img src='@@PLUGINFILE@@/a.png'>")
    card = Card(text, question=text, distractors=(f"not {text}",), explanation=text, id="a")
    deck = Deck("x", (card,), id="d")
    write([deck], tmp_path / "x.xml", NOW)
    for element in read(tmp_path / "x.xml")[1].iter("questiontext", "generalfeedback", "answer"):
        assert not re.search(r"\\[(\[]|\$\$|@@PLUGINFILE@@", element.findtext("text") or "")
    told(read(tmp_path / "x.xml")[1], question(unmarked(card), deck, Losses()))


def test_what_no_platform_carries_is_told(tmp_path: Path) -> None:
    both = Card("a", question="Which?", cloze="It is {{a}}.", accept=("A",), distractors=("b",), tolerance="5%", id="a")
    gaps = Card("a, b", cloze="{{a}} and {{b}}\x00", id="b")
    report = write([Deck("x", (both, gaps), id="d", path="x.yaml")], tmp_path / "x.xml", NOW)
    assert [each.message for each in report.warnings] == [
        "the cloze is left out: the question is asked (card a)",
        "other right answers are left out: a choice offers the answer itself (card a)",
        "the tolerance is left out: a choice has no use for it (card a)",
        "control characters are left out (card b)",
        "a cloze with several gaps is asked for all of them in one answer (card b)",
    ]


def test_nothing_is_written_for_a_card_without_an_answer(tmp_path: Path) -> None:
    (tmp_path / "x.xml").write_text("mine", encoding="utf-8")
    with pytest.raises(QuizError, match="the card has no answer"):
        write([replace(DECK, cards=(Card("\x00", question="x", id="a"),))], tmp_path / "x.xml", NOW)
    assert [path.read_text(encoding="utf-8") for path in tmp_path.iterdir()] == ["mine"]


def test_the_same_deck_gives_the_same_bytes(tmp_path: Path) -> None:
    for name in "ab":
        write([DECK, OTHER], tmp_path / f"{name}.xml", Request(ord(name)))
    assert (tmp_path / "a.xml").read_bytes() == (tmp_path / "b.xml").read_bytes()


def test_marks_are_html_and_formulas_are_for_the_filter_of_moodle(tmp_path: Path) -> None:
    write([MARKS], tmp_path / "x.xml", NOW)
    found = {each.findtext("idnumber"): each for each in read(tmp_path / "x.xml")}
    play = found["marks/play"]
    assert play.findtext("name/text") == "Which play of Shakespeare begins with two guards?"
    assert play.findtext("questiontext/text") == (
        "Which play of <em>Shakespeare</em> begins with <strong>two</strong> guards?"
    )
    assert {each.findtext("text") for each in play.findall("answer")} == {
        "<em>Hamlet</em>",
        "<em>Macbeth</em>",
        "<code>King</code> Lear",
        r"\(x^2\)",
    }
    assert play.findtext("hint/text") == r"Say <code>print(1)</code> as \(x^2 + \alpha\)."
    assert play.findtext("answer/feedback/text") == "No, <strong>not</strong> <code>&lt;b&gt;</code>."
    code = found["marks/code"]
    assert code.findtext("questiontext/text") == (
        "What does this print?<pre>for n in range(2):<br><br>    print(n)</pre>"
    )
    assert [each.findtext("text") for each in code.findall("answer")] == ["0 1", "0 and 1"]
    assert [each.findtext("text") for each in found["marks/area"].findall("answer")] == ["r²", "r^2"]
    cased = [found[f"marks/{key}"].findtext("usecase") for key in ("code", "area", "gap", "literal")]
    assert cased == ["1", "1", "0", "0"]
    assert found["marks/literal"].findtext("questiontext/text") == "What does *a* mean?"
    assert [each.findtext("text") for each in found["marks/literal"].findall("answer")] == [r"\*a\*", "_b_"]


@pytest.mark.parametrize("formula", [r"a\)<img src=x>\(b", "a @@PLUGINFILE@@/x", r"\[b"])
def test_no_formula_ends_before_its_end(tmp_path: Path, formula: str) -> None:
    write([alone(Card("a", question=f"**b** ${formula}$", id="a"))], tmp_path / "x.xml", NOW)
    text = read(tmp_path / "x.xml")[1].findtext("questiontext/text")
    assert not re.search(r"\\[(\[]|<img|@@P", text)
    assert shown(text) == f"b ${formula}$"
