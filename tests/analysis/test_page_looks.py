"""The page of an analysis as it is seen: on a phone, by day and night, and from hostile results."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from PIL import Image

from quiz.analysis.reading import read
from quiz.analysis.report import analysed, ordered
from quiz.verbs.analysing.page import page
from tests.analysis.classes import card, gallery, result, simulated, typed, written
from tests.export.chromium import Browser
from tests.export.hostile_decks import PIECES
from tests.export.test_html_quiz_looks import LOOKS

pytestmark = pytest.mark.chromium

PICTURE = Path(__file__).parents[2] / "docs" / "pictures" / "analysis.webp"

LONG = "https://example.org/" + "x" * 150


def shown(folder: Path, *more: object) -> Path:
    """The page of a class, with whatever questions more that one of them had."""
    results = simulated(28, 12)
    results[0]["cards"] += more
    analysis = analysed(read([written(folder / "class", [*results, results[1]])]))
    path = folder / "analysis.html"
    path.write_text(page(analysis, analysis.items), encoding="utf-8")
    return path


@pytest.mark.parametrize("night", [False, True], ids=["day", "night"])
@pytest.mark.parametrize("width", [320, 400, 700, 1000])
def test_it_is_read_easily_at_every_width(browser: Browser, tmp_path: Path, width: int, *, night: bool) -> None:
    long = card(13, question="Donau" * 40, options=["1829", LONG, "b"], choice=LONG, right=False)
    browser.show(shown(tmp_path, long, typed(14, LONG)), width=width, height=900, night=night)
    browser.ask("document.querySelectorAll('details').forEach((each) => { each.open = true; })")
    looks = browser.ask(LOOKS)
    assert looks["low"] == []
    assert looks["wide"] <= width
    assert looks["paper"] == ("rgb(22, 24, 27)" if night else "rgb(251, 250, 247)")
    assert browser.faults() == []


def test_a_bar_is_as_long_as_its_share(browser: Browser, tmp_path: Path) -> None:
    browser.show(shown(tmp_path))
    bars = browser.ask(
        "[...document.querySelectorAll('#q5 .answers li')].map((each) => [+each.querySelector('.count').textContent,"
        " each.querySelector('rect').getBoundingClientRect().width / each.querySelector('svg').clientWidth])"
    )
    assert [count for count, _ in bars] == [28, 0, 0, 0]
    assert [length for _, length in bars] == [pytest.approx(1, abs=0.01), 0, 0, 0]


def test_what_is_listed_leads_to_its_question(browser: Browser, tmp_path: Path) -> None:
    browser.show(shown(tmp_path))
    links = browser.ask("[...document.querySelectorAll('a')].map((each) => each.getAttribute('href'))")
    assert "#q3" in links[: len(links) - 12], "it is listed before the table"
    assert {f"#q{number}" for number in range(1, 13)} == set(links)
    assert browser.ask("[...document.querySelectorAll('a')].every((each) => document.querySelector(each.hash))")


def test_hostile_text_is_shown_and_does_nothing(browser: Browser, tmp_path: Path) -> None:
    texts = [*PIECES, "</style><script>document.title = 'no'</script>", "<img src=x onerror=\"document.title = 'no'\">"]
    cards = [
        card(at, right=False, question=f"q {text}", options=[f"o {text}", "no"], choice=f"o {text}", answer="no")
        for at, text in enumerate(texts, 20)
    ]
    path = shown(tmp_path, *cards, typed(10, "<b>x</b>", id="t"))
    browser.show(path, width=320)
    assert browser.ask("document.title") == "Rivers: item analysis"
    assert browser.ask("[document.scripts.length, document.images.length]") == [0, 0]
    assert browser.ask("document.body.innerText").count("<img src=x onerror=") >= 3
    assert browser.faults() == []
    text = path.read_text(encoding="utf-8").replace("<main>", "<main><script>document.title = 'no'</script>", 1)
    path.write_text(text, encoding="utf-8")
    browser.show(path)
    assert browser.ask("document.title") == "Rivers: item analysis"


def test_a_name_is_no_markup(browser: Browser, tmp_path: Path) -> None:
    hostile = [result("<b>Ada</b>", [card(1, right=False)], at=at) for at in range(2)]
    analysis = analysed(read([written(tmp_path / "class", hostile)]))
    path = tmp_path / "analysis.html"
    path.write_text(page(analysis, analysis.items), encoding="utf-8")
    browser.show(path)
    browser.ask("document.querySelector('details').open = true")
    assert "<b>Ada</b> has 2 results" in browser.ask("document.body.innerText")


def test_the_picture_shows_the_page_as_it_is(browser: Browser, tmp_path: Path) -> None:
    """`UPDATE_PICTURES=1` takes it anew."""
    analysis = analysed(read([written(tmp_path / "class", gallery())]))
    (tmp_path / "page.html").write_text(page(analysis, ordered(analysis.items, "discrimination")), encoding="utf-8")
    browser.do("Emulation.setScrollbarsHidden", hidden=True)
    browser.show(tmp_path / "page.html", width=820, height=1540)
    browser.picture(tmp_path / "page.png")
    with Image.open(tmp_path / "page.png") as shown:
        if os.environ.get("UPDATE_PICTURES"):
            shown.convert("RGB").save(PICTURE, lossless=True, method=6)
        with Image.open(PICTURE) as kept:
            assert kept.size == shown.size
    assert PICTURE.stat().st_size < 80_000
    assert [each.question.number for each in analysis.items if each.grave] == [3]
