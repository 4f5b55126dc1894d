"""Plays a quiz page as somebody would who knows the answers, or does not."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from quiz.deck.model import Card
from quiz.export.html.quiz import write
from quiz.export.request import Request
from tests.export.chromium import Browser
from tests.export.samples import CARDS, DECK

STATE = """(() => {
  const text = (name) => document.querySelector(name)?.textContent.trim() ?? "";
  return { prompt: text("h2.prompt"), count: text(".count"), score: text(".score"), verdict: text(".verdict strong"),
    behind: text(".behind"), result: text(".result"), missed: text(".missed"),
    live: document.querySelector(".verdict").getAttribute("aria-live"),
    options: [...document.querySelectorAll(".options .words")].map((each) => each.textContent),
    marked: [...document.querySelectorAll(".options button")].map((each) => each.className),
    buttons: [...document.querySelectorAll(".foot button")].map((each) => each.textContent),
    focus: document.activeElement.textContent || document.activeElement.tagName };
})()"""

REVEALED = Card("so it is told " * 9, question="Why does the river flood?", id="why", explanation="Rain.")


def page(folder: Path, *cards: Card, title: str = "Rivers") -> Path:
    """A quiz of these cards."""
    write([replace(DECK, cards=cards, title=title)], folder / "quiz.html", Request(0))
    return folder / "quiz.html"


def state(browser: Browser) -> dict[str, Any]:
    found: dict[str, Any] = browser.ask(STATE)
    return found


def answer(browser: Browser, *, right: bool) -> dict[str, Any]:
    """Answer whatever is asked by keys alone; what is shown then."""
    shown = state(browser)
    asked = (card for card in (*CARDS, REVEALED) if shown["prompt"].startswith(card.prompt.split("_____")[0].strip()))
    card = next(asked)
    if card.ordered:
        order = card.ordered if right else card.ordered[::-1]
        for text in order:
            browser.press(str(shown["options"].index(text) + 1))
        browser.press("Enter")
    elif shown["options"]:
        place = [text.casefold() == card.answer.casefold() for text in shown["options"]].index(right)
        browser.press(str(place + 1))
    elif card is REVEALED:
        browser.press("Enter")
        browser.press("Enter") if right else browser.click("I did not")
    else:
        browser.type({"mouth": "the blàck  SEA.", "founded": "762", "long": "2900"}[card.id] if right else "none")
        browser.press("Enter")
    return state(browser)
