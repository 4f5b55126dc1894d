"""A deck that means harm, played through every screen: its text is shown as it is written, and obeyed nowhere."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.pilot import Pilot

from quiz.deck.model import Card, Deck, Passage, Source
from quiz.study.model import Way
from quiz.tui.app import QuizApp
from quiz.tui.screens.study import StudyScreen
from quiz.tui.screens.summary import SummaryScreen
from quiz.tui.words import LONGEST, clean, line, plain
from tests.tui.canals import study
from tests.tui.stage import PLANETS, keys, shown, staged

HOSTILE = (
    "He said [sic] that",
    "a [/ b and [/b] close",
    "[bold red]x[/] [@click=app.quit]y[/]",
    "[link=file:///etc/passwd]z[/link] $accent {0} %s",
    "\x1b[2J\x1b]0;title\x07\x1b[31mred",
    "a\rb\x08\x08c\x00d\x7f\x9b31m",
    "tab\tand\x0bvertical\u2028line",
    "\u202eright to left override \u2066isolate",
    "\ud800 half a pair",
    "👩‍👩‍👧‍👦 🇮🇷 👍🏽 ❤️ family",
    "تهران پایتخت ایران است",
    "漢字" * 60,
    "e" + "\u0301" * 300,
    "x" * 10_000,
    "word " * 2_000,
    "\n".join("many lines" for _ in range(100)),
    "",
)


def hostile() -> Deck:
    """Make a deck that has every hostile text in every field."""
    cards = [
        Card(
            text or "empty",
            question=text,
            id=f"h{number}",
            kind="quote" if number % 2 else "",
            accept=(text,),
            distractors=(text + "1", text + " 2", "3" + text),
            explanation=text,
            source=Source(Passage(text, line=number, section=text), text, (Passage(text, line=1),)),
        )
        for number, text in enumerate(HOSTILE)
    ]
    return Deck(HOSTILE[4] + HOSTILE[1] + HOSTILE[11], tuple(cards), id="hostile")


def harmless(text: str) -> None:
    """Hold that a screen contains nothing a terminal would obey."""
    for character in text.replace("\n", ""):
        assert unicodedata.category(character) not in ("Cc", "Cs"), hex(ord(character))
        assert character not in "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


@pytest.mark.parametrize(
    ("way", "size"),
    [
        ("choice", (20, 6)),
        pytest.param("typed", (120, 40), marks=pytest.mark.slow),
        pytest.param("choice", (80, 24), marks=pytest.mark.slow),
        pytest.param("reveal", (80, 24), marks=pytest.mark.slow),
    ],
)
async def test_played_through_every_screen(way: Way, size: tuple[int, int], tmp_path: Path) -> None:
    app = staged(tmp_path, (hostile(), PLANETS), way)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        harmless(shown(app))
        await pilot.press("enter")
        seen = ""
        for _number in HOSTILE:
            seen += await answered(app, pilot)
            assert size[0] < 80 or keys(app).endswith("help")
        harmless(seen)
        if size[0] >= 80:
            assert "He said [sic] that" in seen
            assert "a [/ b and [/b] close" in seen
            assert "[@click=app.quit]y[/]" in seen
            assert "␛[2J" in seen
        await app.screen.run_action("stop")
        await pilot.pause()
        assert isinstance(app.screen, SummaryScreen)
        harmless(shown(app))
        await pilot.press("question_mark")
        harmless(shown(app))


async def answered(app: QuizApp, pilot: Pilot[None]) -> str:
    """Answer the question on show, and go on; return what was seen."""
    screen, seen = app.screen, ""
    assert isinstance(screen, StudyScreen)
    if screen.session.question.way == "reveal":
        await screen.run_action("reveal")
        await screen.run_action("grade(1)")
    else:
        screen._answer("[/ wrong \x1b[31m")
        await pilot.pause()
        seen += shown(app)
        await screen.run_action("next")
    await pilot.pause()
    return seen + shown(app)


async def test_hostile_items_are_put_in_order(tmp_path: Path) -> None:
    items = tuple(" ".join(text.split()) for text in HOSTILE[:9])
    deck = Deck("Order", (Card("x", question="Which?", id="o", kind="order", ordered=items),), id="order")
    app = staged(tmp_path, (deck,))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*"12345678")
        harmless(shown(app))
        await pilot.press("enter")
        await pilot.pause()
        harmless(shown(app))
        answer = study(app).session.last
        assert answer
        assert answer.verdict
        assert (answer.verdict.reason or "✓ right") in shown(app)


async def test_a_long_question_scrolls(tmp_path: Path) -> None:
    deck = Deck("Long", (Card("yes", question="word " * 2000, id="l", distractors=("no",)),), id="long")
    app = staged(tmp_path, (deck,))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert keys(app) == "1-2 answer   0 don't know   pgdn more   f flag   z suspend   q stop   ? help"
        for _page in range(10):
            await app.screen.run_action("scroll(1)")
        await pilot.pause()
        assert f"{study(app).options.options.index('yes') + 1}  yes" in shown(app)
        assert "pgdn" not in keys(app)
        await pilot.press("pageup", "1")
        for _refresh in range(40):
            if outcome(app) in shown(app):
                break
            await pilot.pause(0.05)
        assert outcome(app) in shown(app)


def outcome(app: QuizApp) -> str:
    """Return what stands on the screen of the answer that was given."""
    answer = study(app).session.last
    return "✓ right" if answer and answer.right else "✗ wrong"


async def test_a_long_passage_scrolls(tmp_path: Path) -> None:
    source = Source(Passage("passage " * 400, line=1))
    deck = Deck("Long", (Card("yes", question="Which?", id="l", distractors=("no",), source=source),), id="long")
    app = staged(tmp_path, (deck,))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("1")
        for _refresh in range(40):
            if "pgdn more" in keys(app):
                break
            await pilot.pause(0.05)
        assert keys(app).startswith("1-4 grade   enter next   ")
        assert "   pgdn more   " in keys(app)
        assert keys(app).endswith("   q stop   ? help")


async def test_the_line_is_in_view_while_it_is_written(tmp_path: Path) -> None:
    deck = Deck("Long", (Card("yes", question="word " * 2000, id="l"),), id="long")
    app = staged(tmp_path, (deck,))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("z")
        await pilot.pause()
        assert "    z" in shown(app)


@given(st.text(st.characters()))
def test_words_are_shown_as_they_are_or_not_at_all(text: str) -> None:
    shown = clean(text)

    harmless(shown)
    assert plain(text).plain == shown
    assert plain(text).spans == []
    assert clean(shown) == shown
    assert "\n" not in line(text)
    shown.encode("utf-8")


def test_ordinary_words_stay() -> None:
    for text in ("“In 1829” — São Paulo, 37 %", "تهران", "漢字", "👍🏽", "a [sic] b\n\nc"):
        assert clean(text) == text
    assert clean("x" * (LONGEST + 5)).endswith("… (5 more characters)")
