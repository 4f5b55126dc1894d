"""Every screen as it looks, at two sizes, held against text files."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tui.stage import BRIDGES, KOBLENZ, PLANETS, RIVERS, SIZES, hold, staged

pytestmark = pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")


STEPS = (
    ("choose(2)", (), "choice-wrong"),
    ("next", (), "typed"),
    ("", ("2", "5", "enter"), "typed-wrong"),
    ("next", (), "reveal"),
    ("reveal", (), "grades"),
    ("grade(3)", (*"Tigrsi", "enter"), "typed-close"),
    ("next", (), ""),
    ("choose(3)", (), "choice-right"),
    ("stop", (), "summary"),
)
"""A sitting, step by step: what the screen does, what is pressed, and the picture of what is then seen."""


async def test_a_sitting(size: tuple[int, int], tmp_path: Path) -> None:
    app = staged(tmp_path)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        hold(app, "choice")
        for action, pressed, name in STEPS:
            if action:
                await app.screen.run_action(action)
            await pilot.press(*pressed)
            await pilot.pause()
            if name:
                hold(app, name)


async def test_home_and_help(size: tuple[int, int], tmp_path: Path) -> None:
    app = staged(tmp_path, (RIVERS, PLANETS))
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        hold(app, "home")
        await app.run_action("help")
        await pilot.pause()
        hold(app, "home-help")
        await pilot.press("escape", "a")
        await app.run_action("help")
        await pilot.pause()
        hold(app, "help")


async def test_nothing_waits(size: tuple[int, int], tmp_path: Path) -> None:
    app = staged(tmp_path, (RIVERS,), "reveal")
    async with app.run_test(size=size) as pilot:
        for _card in RIVERS.cards:
            await app.screen.run_action("reveal")
            await app.screen.run_action("grade(4)")
        await pilot.pause()
        hold(app, "summary-all-known")
    again = staged(tmp_path)
    async with again.run_test(size=size) as pilot:
        await pilot.pause()
        hold(again, "nothing-waits")


async def test_an_order_and_a_statement(size: tuple[int, int], tmp_path: Path) -> None:
    app = staged(tmp_path, (BRIDGES,))
    async with app.run_test(size=size) as pilot:
        await pilot.press("3", "down")
        hold(app, "order")
        await pilot.press("1")
        hold(app, "order-complete")
        await pilot.press("enter")
        await pilot.pause()
        hold(app, "order-wrong")
        await pilot.press("enter")
        await pilot.pause()
        hold(app, "truefalse")
        await pilot.press("1")
        await pilot.pause()
        hold(app, "truefalse-wrong")
        await app.screen.run_action("next")
        await pilot.press("0")
        await pilot.pause()
        hold(app, "order-given-up")
        await app.run_action("help")
        await pilot.pause()
        hold(app, "order-help")


async def test_an_order_that_is_looked_up(size: tuple[int, int], tmp_path: Path) -> None:
    app = staged(tmp_path, (BRIDGES,), "reveal")
    async with app.run_test(size=size) as pilot:
        await pilot.press("space")
        await pilot.pause()
        hold(app, "order-revealed")


async def test_several_right_ones(size: tuple[int, int], tmp_path: Path) -> None:
    app = staged(tmp_path, (KOBLENZ,))
    async with app.run_test(size=size) as pilot:
        await pilot.press("down", "space", "3")
        hold(app, "ticking")
        await pilot.press("4", "enter")
        await pilot.pause()
        hold(app, "ticking-told")
        await pilot.press("u", "0")
        await pilot.pause()
        hold(app, "ticking-unknown")
    browsed = staged(tmp_path, (KOBLENZ,), browse=True)
    async with browsed.run_test(size=size) as pilot:
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        hold(browsed, "browse-ticking")
