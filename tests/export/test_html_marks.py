"""Pages show emphasis, strong words, code and formulas; what the script compares has no marks."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from quiz.deck.model import Card, Deck
from quiz.export.html import quiz, sheets
from quiz.export.request import Request
from tests.export.chromium import Browser
from tests.export.marked import CODE, LITERAL, MARKS, PLAY, alone
from tests.export.pages import Node, read
from tests.export.playing import page, state
from tests.export.samples import DECK


def asked(folder: Path, *decks: Deck) -> dict[str, Node]:
    quiz.write(decks, folder / "x.html", Request(0))
    return {each.attributes.get("data-key", ""): each for each in read((folder / "x.html").read_text()).all("li")}


def test_a_page_shows_each_look(tmp_path: Path) -> None:
    found = asked(tmp_path, MARKS)
    play = found["marks/play"]
    assert [each.text for each in play.one("p", "prompt").nodes] == ["Shakespeare", "two"]
    assert [each.name for each in play.one("p", "prompt").nodes] == ["em", "strong"]
    assert play.one("details", "hint").one("p").text == "Say print(1) as x² + α."
    assert {each.text for each in play.one("ul").all("em")} == {"Hamlet", "Macbeth"}
    assert play.one("p", "why").text == "Literal *stars* and real ones, 2*3*4."
    assert [each.text for each in play.one("p", "feedback").all("code")] == ["King", "<b>"]
    assert found["marks/code"].one("p", "prompt").one("code", "block").text == "for n in range(2):\n\n    print(n)"
    gap = found["marks/gap"].one("p", "prompt")
    assert gap.one("strong").one("span", "gap").text == "blank"
    assert found["marks/area"].one("p", "prompt").text == "The area is A = π blank."
    assert found["marks/literal"].one("p", "prompt").text == "What does *a* mean?"


def test_what_the_script_compares_is_plain(tmp_path: Path) -> None:
    found = asked(tmp_path, MARKS)
    play = found["marks/play"]
    assert json.loads(play.attributes["data-right"]) == ["Hamlet"]
    assert {each.attributes["data-said"] for each in play.one("ul").nodes if each.nodes} == {
        "Hamlet",
        "Macbeth",
        "King Lear",
    }
    assert json.loads(found["marks/literal"].attributes["data-right"]) == ["*a*", "_b_"]


def test_sheets_and_their_key_show_each_look(tmp_path: Path) -> None:
    sheets.write([MARKS], tmp_path / "x.html", Request(0))
    sheet, key = (read((tmp_path / name).read_text()) for name in ("x.html", "x-key.html"))
    assert {"Shakespeare", "Hamlet", "Macbeth"} < {each.text for each in sheet.all("em")}
    assert "for n in range(2):\n\n    print(n)" in {each.text for each in sheet.all("code", "block")}
    assert {"Hamlet", "real"} < {each.text for each in key.all("em")}


def test_only_a_page_with_marks_has_their_style(tmp_path: Path) -> None:
    quiz.write([MARKS], tmp_path / "marks.html", Request(0))
    quiz.write([DECK], tmp_path / "plain.html", Request(0))
    assert "code.block" in (tmp_path / "marks.html").read_text()
    assert "code" not in read((tmp_path / "plain.html").read_text()).one("style").text


@pytest.mark.parametrize("text", ["`<script>`", "*<b>*", "$<img src=x>$", "```\n<script>alert(1)</script>\n```"])
def test_marks_let_no_markup_through(tmp_path: Path, text: str) -> None:
    item = asked(tmp_path, alone(Card("x", f"**a**\n{text}", id="a")))["marks/a"]
    assert "<" in item.one("p", "prompt").text


@pytest.mark.chromium
def test_a_choice_with_marks_is_judged_by_what_it_reads(browser: Browser, tmp_path: Path) -> None:
    browser.show(page(tmp_path, PLAY))
    before = state(browser)
    assert before["prompt"] == "Which play of Shakespeare begins with two guards?"
    browser.press(str(before["options"].index("Hamlet") + 1))
    assert state(browser)["verdict"] == "✓ Right."
    browser.show(page(tmp_path, CODE))
    browser.type("0 1")
    browser.press("Enter")
    assert state(browser)["verdict"] == "✓ Right."
    browser.show(page(tmp_path, LITERAL))
    browser.type("*a*")
    browser.press("Enter")
    assert state(browser)["verdict"] == "✓ Right."
    assert browser.faults() == []
