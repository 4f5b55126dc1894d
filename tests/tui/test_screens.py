"""Every screen as it looks, at two sizes, held against text files."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tui.stage import BRIDGES, PLANETS, RIVERS, SIZES, hold, staged

pytestmark = pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")


async def test_a_sitting(size: tuple[int, int], tmp_path: Path) -> None:
    app = staged(tmp_path)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        hold(app, "choice")
        await app.screen.run_action("choose(2)")
        await pilot.pause()
        hold(app, "choice-wrong")
        await app.screen.run_action("next")
        await pilot.pause()
        hold(app, "typed")
        await pilot.press("2", "5", "enter")
        await pilot.pause()
        hold(app, "typed-wrong")
        await app.screen.run_action("next")
        await pilot.pause()
        hold(app, "reveal")
        await app.screen.run_action("reveal")
        await pilot.pause()
        hold(app, "grades")
        await app.screen.run_action("grade(3)")
        await pilot.press(*"Tigrsi", "enter")
        await pilot.pause()
        hold(app, "typed-close")
        await app.screen.run_action("next")
        await app.screen.run_action("choose(3)")
        await pilot.pause()
        hold(app, "choice-right")
        await app.screen.run_action("stop")
        await pilot.pause()
        hold(app, "summary")


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
