"""The quiz played in a real browser, by keys and by mouse."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from quiz.deck.model import Card
from tests.export.chromium import Browser
from tests.export.playing import REVEALED, answer, page, state
from tests.export.samples import CARDS

pytestmark = pytest.mark.chromium


def test_all_right_by_keys_alone(browser: Browser, tmp_path: Path) -> None:
    browser.show(page(tmp_path, *CARDS, REVEALED))
    for at in range(1, 8):
        assert state(browser)["count"] == f"Question {at} of 7"
        shown = answer(browser, right=True)
        assert (shown["verdict"], shown["score"], shown["live"]) == ("✓ Right.", f"{at} of {at} right", "polite")
        assert shown["focus"] == shown["buttons"][0] == ("Next question" if at < 7 else "See the result")
        browser.press("Enter")
    shown = state(browser)
    assert (shown["result"], shown["missed"], shown["buttons"]) == ("7 of 7 right", "", ["Start again"])
    assert browser.faults() == []


def test_the_missed_are_asked_again_until_they_are_known(browser: Browser, tmp_path: Path) -> None:
    browser.show(page(tmp_path, *CARDS, REVEALED))
    wrong = []
    for at in range(7):
        prompt = state(browser)["prompt"]
        shown = answer(browser, right=at % 2 == 0)
        if at % 2:
            assert shown["verdict"] == "✗ Not right."
            wrong.append(prompt)
        browser.press("Enter")
    shown = state(browser)
    assert shown["result"] == "4 of 7 right"
    assert all(prompt.split("  ")[0] in shown["missed"] for prompt in wrong)
    browser.press("Enter")
    asked = []
    for _ in range(3):
        asked.append(state(browser)["prompt"])
        answer(browser, right=True)
        browser.press("Enter")
    assert sorted(asked) == sorted(wrong)
    shown = state(browser)
    assert (shown["result"], shown["buttons"]) == ("3 of 3 right", ["Start again"])
    browser.press("Enter")
    assert state(browser)["count"] == "Question 1 of 7"
    assert browser.faults() == []


def test_a_wrong_choice_by_mouse_shows_the_right_one_and_its_passage(browser: Browser, tmp_path: Path) -> None:
    browser.show(page(tmp_path, CARDS[0]))
    before = state(browser)["options"]
    browser.click("Karun")
    shown = state(browser)
    assert dict(zip(before, shown["marked"], strict=True)) == {"Tigris": "right", "Karun": "wrong", "Euphrates": ""}
    assert "Baghdad, on the Tigris, was founded in 762." in shown["behind"]
    assert "Rivers, line 7" in shown["behind"]
    browser.click("Tigris")
    assert state(browser)["score"] == "0 of 1 right"


def test_options_that_speak_of_others_stay_last_in_every_round(browser: Browser, tmp_path: Path) -> None:
    card = replace(CARDS[0], distractors=("Don", "Karun", "Euphrates", "Lena", "Ob", "All of the above"))
    browser.show(page(tmp_path, card))
    orders = []
    for _ in range(4):
        orders.append(tuple(state(browser)["options"]))
        browser.click("Don")
        browser.press("Enter")
        browser.click("Start again")
    assert {order[-1] for order in orders} == {"All of the above"}
    assert len(set(orders)) > 1


def test_who_was_right_may_say_so(browser: Browser, tmp_path: Path) -> None:
    browser.show(page(tmp_path, CARDS[1]))
    browser.press("Enter")
    assert state(browser)["score"] == ""
    browser.type("Blak Sea")
    browser.press("Enter")
    assert state(browser)["verdict"] == "✗ Not quite: compare the spelling."
    browser.click("I was right")
    assert state(browser)["score"] == "1 of 1 right"
    browser.press("Enter")
    assert state(browser)["result"] == "1 of 1 right"


def test_choices_may_be_typed_instead(browser: Browser, tmp_path: Path) -> None:
    cloze = Card("762", cloze="Baghdad was founded in {{762}}.", id="gap", distractors=("900",))
    browser.show(page(tmp_path, CARDS[0], cloze, CARDS[5]))
    browser.ask("document.querySelector('.how input').click()")
    forms = {}
    for at in range(1, 4):
        shown = state(browser)
        forms[shown["prompt"]] = len(shown["options"])
        if shown["options"]:
            browser.click("False")
        else:
            browser.type("the tigris" if "Which" in shown["prompt"] else "762")
            browser.press("Enter")
        assert state(browser)["score"] == f"{at} of {at} right"
        browser.press("Enter")
    assert forms == {CARDS[0].question: 0, "Baghdad was founded in .": 0, CARDS[5].question: 2}
    browser.show(page(tmp_path, CARDS[1]))
    assert browser.ask("document.querySelector('.how')") is None


def test_an_order_may_be_changed_before_it_is_checked(browser: Browser, tmp_path: Path) -> None:
    browser.show(page(tmp_path, CARDS[4]))
    for text in ("Nile", "Rhine", "Rhine", "Danube", "Rhine", "Thames", "Check"):
        browser.click(text)
    assert state(browser)["verdict"] == "✓ Right."


def test_a_long_quiz_keeps_no_more_than_its_question_on_the_page(browser: Browser, tmp_path: Path) -> None:
    many = tuple(replace(CARDS[0], id=f"c{at}") for at in range(1_000))
    browser.show(page(tmp_path, *many))
    assert state(browser)["count"] == "Question 1 of 1000"
    assert browser.ask("document.querySelectorAll('*').length") < 100
