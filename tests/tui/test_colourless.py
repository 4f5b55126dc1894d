"""Without any colour, marks, verdicts and the choice one is at are still told apart: by signs and attributes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from quiz.deck.merge import merge
from quiz.deck.model import Card, Deck
from quiz.deck.review import opened
from quiz.tui.reviewing import ReviewApp
from quiz.tui.shell import Shell
from tests.tui.stage import lines, shown, staged
from tests.tui.test_terminal import read_until, started

MARKED = Deck(
    "Marks",
    (
        Card(
            "word *slanted* **heavy** `typed`",
            "What is plain and *leaning* and **weighty** and `coded`?",
            id="a",
            distractors=("other *oblique* **stout** `keyed`", "third"),
            explanation="The rest *inclined* **massive** `printed` here.\n```\nblock\n```",
        ),
    ),
    id="marks",
)

Look = tuple[bool, bool, bool, bool]


@pytest.fixture(autouse=True)
def no_colour(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")


def looks(app: Shell) -> dict[str, Look]:
    """Each word on the screen with its attributes: bold, slanted, underlined, reversed; none has a colour."""
    found: dict[str, Look] = {}
    for strip in app.screen._compositor.render_strips():
        for segment in strip:
            style = segment.style
            assert style is None or not (style.color or style.bgcolor)
            for word in segment.text.split():
                found[word.strip("?.,")] = (
                    bool(style and style.bold),
                    bool(style and style.italic),
                    bool(style and style.underline),
                    bool(style and style.reverse),
                )
    return found


def apart(app: Shell, *words: str) -> None:
    """Fail unless each of these words has attributes that no other one of them has."""
    found = looks(app)
    assert len({found[word] for word in words}) == len(words), {word: found[word] for word in words}


async def test_marks_are_told_apart_wherever_they_stand(tmp_path: Path) -> None:
    app = staged(tmp_path, (MARKED,))
    async with app.run_test(size=(80, 30)) as pilot:
        await pilot.pause()
        apart(app, "plain", "leaning", "weighty", "coded")
        apart(app, "word", "slanted", "heavy", "typed")
        apart(app, "other", "oblique", "stout", "keyed")
        wrong = next(line for line in lines(app) if "other" in line).split()[0]
        await pilot.press(wrong)
        await pilot.pause()
        apart(app, "rest", "inclined", "massive", "printed")
        apart(app, "right", "slanted", "heavy", "typed")
        apart(app, "other", "oblique", "stout", "keyed")
        assert looks(app)["block"] == looks(app)["printed"]


async def test_a_card_under_review_shows_its_marks(tmp_path: Path) -> None:
    path = tmp_path / "marks.yaml"
    merge(path, MARKED)
    app = ReviewApp(opened(path))
    async with app.run_test(size=(80, 30)) as pilot:
        await pilot.pause()
        apart(app, "plain", "leaning", "weighty", "coded")
        apart(app, "word", "slanted", "heavy", "typed")
        apart(app, "other", "oblique", "stout", "keyed")


def test_a_terminal_gets_the_attributes_and_no_colour(tmp_path: Path) -> None:
    program = (
        "from pathlib import Path; from tests.tui.test_colourless import MARKED; from quiz.tui.app import run; "
        f"run([MARKED], Path({str(tmp_path / 'h.db')!r}), at_once=True)"
    )
    with started(program, NO_COLOR="1", COLORTERM="truecolor") as (_, terminal):
        said = read_until(terminal, "third")
    sent = {word: re.search(rf"\x1b\[([\d;]*)m\s*{word}", said) for word in ("leaning", "weighty", "coded")}
    assert {word: found and found[1] for word, found in sent.items()} == {
        "leaning": "1;3",
        "weighty": "1;4",
        "coded": "1;7",
    }


def cursors(app: Shell) -> Iterator[int]:
    """The lines that say that one is there."""
    return (at for at, line in enumerate(lines(app)) if line.strip().startswith("▸"))


async def test_the_choice_one_is_at_has_a_sign_of_its_own(tmp_path: Path) -> None:
    app = staged(tmp_path, (MARKED,))
    async with app.run_test(size=(80, 30)) as pilot:
        await pilot.pause()
        assert not [*cursors(app)]
        await pilot.press("down")
        (first,) = cursors(app)
        await pilot.press("down")
        assert [*cursors(app)] == [first + 1]


@pytest.mark.parametrize(("chosen", "sign"), [("word", "✓ right"), ("other", "✗ wrong")])
async def test_a_verdict_and_the_options_have_signs(chosen: str, sign: str, tmp_path: Path) -> None:
    app = staged(tmp_path, (MARKED,))
    async with app.run_test(size=(80, 30)) as pilot:
        await pilot.pause()
        await pilot.press(next(line for line in lines(app) if chosen in line).split()[0])
        await pilot.pause()
        assert sign in shown(app)
        signs = {
            word: next(line for line in lines(app) if f" {word} " in line).split()[0] for word in ("word", "other")
        }
        assert signs["word"] == "✓"
        assert (signs["other"] == "✗") is (chosen == "other")
