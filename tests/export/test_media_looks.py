"""Pictures and sounds in a real browser: quiz page, sheets, Anki's cards and the reference player of QTI."""

from __future__ import annotations

import json
from html import unescape
from pathlib import Path
from zipfile import ZipFile

import pytest

from quiz.deck.model import Card, Deck
from quiz.export.html import sheets
from quiz.export.html.quiz import write
from quiz.export.qti import version30
from quiz.export.request import Request
from tests.export.browser import browsed, driven, sides
from tests.export.chromium import Browser
from tests.export.collection import Anki
from tests.export.counterparts import player
from tests.export.pictured import pictured, png
from tests.export.playing import state

pytestmark = pytest.mark.chromium

SVG = b"""<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20" onload="parent.ran = 1">
<script>window.top.ran = 1; document.title = "ran"</script>
<image href="https://example.org/x.png"/><rect width="9" height="9"/></svg>"""
WHICH = Card(
    "![](media/wide.png)",
    question="Which is the widest? ![a drawing](media/x.svg)",
    distractors=("![](media/x.png)", "![](pics/x.png)", "none of them"),
    id="which",
    explanation="[sound:media/dog.mp3]",
)
LOADED = """(() => [...document.images].map((each) => {
  const box = each.getBoundingClientRect();
  return [each.complete && each.naturalWidth > 0, box.left >= 0 && box.right <= innerWidth, box.width > 0];
}))()"""


def deck(folder: Path, *cards: Card) -> Deck:
    """A deck with a picture far wider than a phone, and a drawing that would run scripts."""
    made = pictured(folder, *cards)
    (folder / "media/wide.png").write_bytes(png(9, 99, 200, 1600, 200))
    (folder / "media/x.svg").write_bytes(SVG)
    return made


def test_pictures_are_chosen_on_a_small_phone(browser: Browser, tmp_path: Path) -> None:
    write([deck(tmp_path, WHICH)], tmp_path / "quiz.html", Request(0))
    browser.show(tmp_path / "quiz.html", width=320)
    assert browser.ask(LOADED) == [[True, True, True]] * 4
    assert browser.ask("document.documentElement.scrollWidth") == 320
    pictures = browser.ask(
        "[...document.querySelectorAll('.options .words')].map((each) => each.querySelector('img')?.naturalWidth ?? 0)"
    )
    assert sorted(pictures) == [0, 4, 4, 1600]
    browser.press(str(pictures.index(4) + 1))
    shown = state(browser)
    assert shown["verdict"] == "✗ Not right."
    assert shown["marked"][pictures.index(1600)] == "right"
    assert [kind == "wrong" for kind in shown["marked"]].index(True) == pictures.index(4)
    assert browser.ask("document.querySelector('.behind audio').controls")
    assert browser.ask("document.documentElement.scrollWidth") == 320
    browser.press("Enter")
    assert browser.ask("document.querySelector('.missed .answer img').naturalWidth") == 1600
    browser.click("Ask it again")
    order = browser.ask(
        "[...document.querySelectorAll('.options .words')].map((each) => each.querySelector('img')?.naturalWidth ?? 0)"
    )
    browser.press(str(order.index(1600) + 1))
    assert state(browser)["verdict"] == "✓ Right."
    assert browser.ask("[window.ran ?? 0, document.title]") == [0, "Rivers"]
    assert [fault for fault in browser.faults() if not fault.startswith("data:")] == []


def test_an_answer_that_is_a_picture_is_looked_at_and_a_hint_is_seen(browser: Browser, tmp_path: Path) -> None:
    made = deck(tmp_path)
    write([made], tmp_path / "quiz.html", Request(0))
    browser.show(tmp_path / "quiz.html", script=False, width=320)
    text = browser.ask("document.body.innerText")
    assert "(a colour: which?)" in " ".join(text.split())
    browser.ask("document.querySelectorAll('details').forEach((each) => { each.open = true; })")
    assert all(all(each) for each in browser.ask(LOADED))
    looked = Card("![](media/x.png)", question="How does it look?", id="look")
    write([deck(tmp_path, looked)], tmp_path / "quiz.html", Request(0))
    browser.show(tmp_path / "quiz.html", width=320)
    browser.click("Show the answer")
    assert browser.ask("document.querySelector('.behind .answer img').naturalWidth") == 4


def test_sheets_leave_room_for_pictures(browser: Browser, tmp_path: Path) -> None:
    (tmp_path / "media").mkdir()
    (tmp_path / "media/high.png").write_bytes(png(9, 99, 200, 300, 400))
    cards = [Card(f"a{at}", question=f"What {at}? ![](media/high.png)", id=f"c{at}") for at in range(9)]
    sheets.write([deck(tmp_path, *cards, WHICH)], tmp_path / "s.html", Request(0))
    browser.show(tmp_path / "s.html")
    pages = browser.ask("""[...document.querySelectorAll(".page")].map((page) => {
      const foot = page.querySelector(".foot").getBoundingClientRect().top;
      return [...page.querySelectorAll(".block")].every((each) => each.getBoundingClientRect().bottom <= foot);
    })""")
    assert len(pages) > 2
    assert all(pages)
    assert all(each[0] and each[2] for each in browser.ask(LOADED))
    assert [fault for fault in browser.faults() if not fault.startswith("data:")] == []


SHUFFLED = """
const said = (each) => each.querySelector("img")?.getAttribute("src") ?? each.textContent;
const choices = (page) => [...page.querySelectorAll(".choices li")].map(said);
show(card, "front");
found.front = choices(document);
document.querySelectorAll(".choices li")[1].click();
show(card, "back");
found.back = choices(document);
found.picked = [...document.querySelectorAll(".choices li")].map((each) => each.classList.contains("picked"));
found.text = [...document.querySelectorAll(".choices li")].map((each) => each.innerText);
found.phone = choices(await load(card, "back"));
"""


def test_ankis_choices_of_pictures_stand_in_one_order(anki: Anki, tmp_path: Path) -> None:
    anki.take(deck(tmp_path, WHICH), present=("choice",))
    shown = sides(anki, "rivers/which")
    card = {"front": shown.front, "back": shown.back, "css": shown.css}
    found = driven(tmp_path, SHUFFLED, card=card)
    assert len({*found["front"]}) == 4
    assert found["front"] == found["back"] == found["phone"]
    assert found["picked"] == [False, True, False, False]
    assert sorted(text.strip() for text in found["text"] if text.strip()) == ["none of them"]


@pytest.mark.node
def test_the_reference_player_shows_pictures(tmp_path: Path) -> None:
    version30.write([deck(tmp_path, WHICH)], tmp_path / "x.zip", Request(0))
    with ZipFile(tmp_path / "x.zip") as archive:
        (item,) = (archive.read(name).decode() for name in archive.namelist() if name.startswith("items/"))
    page = tmp_path / "player.html"
    page.write_text(player([{"xml": item, "tries": []}]), encoding="utf-8")
    shown = browsed("--dump-dom", page.as_uri(), profile=tmp_path / "profile")
    (found,) = json.loads(unescape(shown.split('<pre id="found">')[1].split("</pre>")[0]))
    assert {"img", "audio"} <= {*found["tags"]}


TOPS = """(() => {
  const top = (each) => each.getBoundingClientRect().top, words = document.createRange();
  words.selectNodeContents(document.querySelector('.prompt').firstChild);
  return [top(document.querySelector('.question .number')), top(words), top(document.querySelector('.prompt img'))];
})()"""


def test_a_question_on_a_sheet_begins_at_the_top_of_its_picture(browser: Browser, tmp_path: Path) -> None:
    asked = Card("Elbe", question="Which river is this? ![a map](media/tall.png)", id="map")
    made = deck(tmp_path, asked)
    (tmp_path / "media/tall.png").write_bytes(png(9, 99, 200, 160, 240))
    sheets.write([made], tmp_path / "sheet.html", Request(0))
    browser.show(tmp_path / "sheet.html")
    number, words, picture = browser.ask(TOPS)
    assert abs(number - words) < 4
    assert abs(picture - words) < 8
