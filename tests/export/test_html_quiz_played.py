"""The quiz played in a real browser, by keys and by mouse."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from quiz.deck.model import Card
from tests.export.chromium import Browser
from tests.export.playing import REVEALED, answer, page, state
from tests.export.samples import CARDS, TAUGHT

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


MEET, LONG, SEA, BOTH, WHOLE, RHINE = TAUGHT


@pytest.mark.parametrize(
    ("card", "clicked", "verdict", "score"),
    [
        (BOTH, ("Danube", "Dniester"), "✓ Right.", "1 of 1 right, 3 of 3 points"),
        (BOTH, ("Danube",), "✗ Not right.", "0 of 1 right, 1.5 of 3 points"),
        (BOTH, ("Danube", "Dniester", "Volga"), "✗ Not right.", "0 of 1 right, 1.5 of 3 points"),
        (BOTH, ("Danube", "Volga", "Volga"), "✗ Not right.", "0 of 1 right, 1.5 of 3 points"),
        (BOTH, ("Rhine", "Volga"), "✗ Not right.", "0 of 1 right, 0 of 3 points"),
        (WHOLE, ("Danube",), "✗ Not right.", "0 of 1 right"),
        (WHOLE, ("Dniester", "Danube"), "✓ Right.", "1 of 1 right"),
    ],
)
def test_several_options_are_ticked(
    browser: Browser, tmp_path: Path, card: Card, clicked: tuple[str, ...], verdict: str, score: str
) -> None:
    browser.show(page(tmp_path, card))
    for text in (*clicked, "Check"):
        browser.click(text)
    shown = state(browser)
    assert (shown["verdict"], shown["score"]) == (verdict, score)
    assert ("It ends in the Caspian Sea." in shown["behind"]) == (clicked.count("Volga") == 1)
    right = {text for text, kind in zip(shown["options"], shown["marked"], strict=True) if kind == "right"}
    assert right == {"Danube", "Dniester"}
    assert browser.faults() == []


@pytest.mark.parametrize(
    ("typed", "verdict", "points"),
    [
        ("Moselle and the Rhine", "✓ Right.", "2"),
        ("moselle rhine", "✓ Right.", "2"),
        ("Rhine, Moselle", "✓ Right.", "2"),
        ("Rhine, Mosele", "✗ Not quite: compare the spelling.", "1"),
        ("Rhine", "✗ Not right.", "1"),
        ("Rhine, Elbe", "✗ Not right.", "0"),
        ("Rhine, Moselle, Elbe", "✗ Not right.", "1"),
        ("Elbe", "✗ Not right.", "0"),
    ],
)
def test_an_answer_of_several_parts_is_typed_in_any_order(
    browser: Browser, tmp_path: Path, typed: str, verdict: str, points: str
) -> None:
    browser.show(page(tmp_path, replace(MEET, partial=True)))
    assert "2 answers, in any order" in browser.ask("document.querySelector('.line').textContent")
    browser.type(typed)
    browser.press("Enter")
    shown = state(browser)
    assert (shown["verdict"], shown["score"].partition(", ")[2]) == (verdict, f"{points} of 2 points")


def test_a_hint_is_shown_when_it_is_asked_for_and_feedback_to_what_was_chosen(browser: Browser, tmp_path: Path) -> None:
    browser.show(page(tmp_path, replace(SEA, hint="It is long.")))
    hint = "document.querySelector('.stage .hint p').checkVisibility()"
    assert browser.ask(hint) is False
    browser.ask("document.querySelector('.stage .hint summary').click()")
    assert browser.ask(hint) is True
    assert state(browser)["options"][-1] == "a river of another continent"
    browser.click("Rhine")
    shown = state(browser)
    assert "It reaches the North Sea." in shown["behind"]
    assert "Caspian" not in shown["behind"]
    assert shown["score"] == "0 of 1 right, 0 of 0.5 points"


def test_a_unit_may_be_left_out(browser: Browser, tmp_path: Path) -> None:
    for typed, right in (("1230", True), ("1,230 km", True), ("1230 miles", False)):
        browser.show(page(tmp_path, RHINE))
        browser.type(typed)
        browser.press("Enter")
        assert state(browser)["verdict"].startswith("✓" if right else "✗")


def test_a_long_quiz_keeps_no_more_than_its_question_on_the_page(browser: Browser, tmp_path: Path) -> None:
    many = tuple(replace(CARDS[0], id=f"c{at}") for at in range(1_000))
    browser.show(page(tmp_path, *many))
    assert state(browser)["count"] == "Question 1 of 1000"
    assert browser.ask("document.querySelectorAll('*').length") < 100
