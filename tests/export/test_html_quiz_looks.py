"""The quiz page as it is seen and heard: on a phone, by day and night, without its script, and from hostile decks."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from quiz.deck.model import Card
from tests.export.chromium import Browser
from tests.export.hostile_decks import PIECES
from tests.export.playing import REVEALED, answer, page, state
from tests.export.samples import CARDS

pytestmark = pytest.mark.chromium

LOOKS = """(() => {
  const bright = (colour) => {
    const [r, g, b] = colour.map((v) => (v <= 10.3 ? v / 3294.6 : ((v / 255 + .055) / 1.055) ** 2.4));
    return .2126 * r + .7152 * g + .0722 * b;
  };
  const parts = (text) => text.match(/[\\d.]+/g).map(Number);
  const behind = (part) => {
    for (let at = part; at; at = at.parentElement) {
      const colour = parts(getComputedStyle(at).backgroundColor);
      if (colour.length < 4 || colour[3] > 0) return colour.slice(0, 3);
    }
  };
  const low = [];
  for (const part of document.body.querySelectorAll("*:not(script)")) {
    const own = [...part.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
    if (!own && part.tagName !== "INPUT") continue;
    const style = getComputedStyle(part);
    const [one, other] = [parts(style.color), behind(part)].map(bright);
    const contrast = (Math.max(one, other) + .05) / (Math.min(one, other) + .05);
    if (contrast < 4.5 && !part.disabled) low.push([part.outerHTML, contrast]);
  }
  const root = document.documentElement;
  const targets = [...document.querySelectorAll("button, label.how, [type=text]")];
  return { low, wide: root.scrollWidth, paper: getComputedStyle(root).backgroundColor,
    small: targets.filter((each) => each.offsetHeight < 44).length };
})()"""


@pytest.mark.parametrize("night", [False, True], ids=["day", "night"])
def test_it_is_read_easily_on_a_small_phone(browser: Browser, tmp_path: Path, *, night: bool) -> None:
    long = replace(CARDS[0], question="Donau" * 40, distractors=("https://example.org/" + "x" * 99, "b"))
    papers = set()
    browser.show(page(tmp_path, *CARDS, REVEALED, replace(long, id="l"), title="Rivers" * 30), width=320, night=night)
    for at in range(8):
        looks = [browser.ask(LOOKS)]
        if "Donau" in state(browser)["prompt"]:
            browser.press("2")
        else:
            answer(browser, right=at % 2 == 0)
        looks.append(browser.ask(LOOKS))
        browser.press("Enter")
        for each in looks:
            assert (each["low"], each["wide"], each["small"]) == ([], 320, 0)
            papers.add(each["paper"])
    looks = [browser.ask(LOOKS)]
    assert (looks[0]["low"], looks[0]["wide"]) == ([], 320)
    assert papers == {"rgb(22, 24, 27)" if night else "rgb(251, 250, 247)"}


def heard(browser: Browser) -> set[tuple[str, str]]:
    """Roles and names as a screen reader is told them."""
    nodes = browser.do("Accessibility.getFullAXTree")["nodes"]
    told = [each for each in nodes if not each["ignored"]]
    return {(each["role"]["value"], each.get("name", {}).get("value", "")) for each in told}


def test_a_screen_reader_is_told_what_is_what(browser: Browser, tmp_path: Path) -> None:
    browser.show(page(tmp_path, CARDS[0]))
    question = CARDS[0].question
    assert heard(browser) >= {
        ("heading", "Rivers"),
        ("heading", question),
        ("group", question),
        ("button", "Tigris"),
        ("button", "Karun"),
        ("status", ""),
    }
    browser.click("Karun")
    assert heard(browser) >= {
        ("button", "Tigris (right answer)"),
        ("button", "Karun (your answer, wrong)"),
        ("StaticText", "The answer: Tigris"),
        ("button", "See the result"),
    }
    browser.show(page(tmp_path, CARDS[1]))
    assert ("textbox", "Your answer") in heard(browser)
    browser.show(page(tmp_path, CARDS[2]))
    assert ("textbox", "Blank") in heard(browser)


def test_without_script_everything_is_there(browser: Browser, tmp_path: Path) -> None:
    browser.show(page(tmp_path, *CARDS, REVEALED), script=False, width=320)
    found = browser.ask("document.body.innerText")
    assert all(card.prompt.split("_____")[0].strip() in found for card in CARDS)
    assert "Baghdad, on the Tigris" not in found
    browser.ask("document.querySelectorAll('details').forEach((each) => { each.open = true; })")
    found = browser.ask("document.body.innerText")
    for text in ("Baghdad, on the Tigris", "Black Sea", "762", "2,850 km", "False", REVEALED.answer.strip()):
        assert text in found
    assert browser.ask(LOOKS)["low"] == []
    assert browser.ask(LOOKS)["wide"] == 320


def test_hostile_text_is_shown_and_does_nothing(browser: Browser, tmp_path: Path) -> None:
    texts = [" ".join(PIECES[at : at + 9]) + f" {at}" for at in range(0, len(PIECES), 9)]
    texts += ["</script><script>document.title = 'no'</script>", "<img src=x onerror=\"document.title = 'no'\">"]
    cards = [
        Card(f"yes {text}", question=f"q {text}", distractors=(f"no {text}",), explanation=text, id=f"c{at}")
        for at, text in enumerate(texts)
    ]
    path = page(tmp_path, *cards, title="</title><script>document.title = 'no'</script>")
    browser.show(path)
    prompts = set()
    for _ in cards:
        prompts.add(" ".join(state(browser)["prompt"].split()))
        browser.click("yes")
        assert state(browser)["verdict"] == "✓ Right."
        browser.press("Enter")
    assert state(browser)["result"] == f"{len(cards)} of {len(cards)} right"
    assert len(prompts) == len(cards)
    assert browser.ask("document.title").startswith("</title><script>")
    assert browser.ask("[document.scripts.length, document.images.length]") == [1, 0]
    assert browser.faults() == []


def test_no_script_but_its_own_runs(browser: Browser, tmp_path: Path) -> None:
    path = page(tmp_path, *CARDS)
    text = path.read_text(encoding="utf-8").replace("<ol id", "<script>document.title = 'no'</script><ol id", 1)
    path.write_text(text, encoding="utf-8")
    browser.show(path)
    assert browser.ask("document.title") == "Rivers"
    assert any("Content Security Policy" in fault for fault in browser.faults())
