"""Every scene at every size and in every theme: nothing cut, nothing overlapping, nothing told by colour alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import reduce
from itertools import combinations
from pathlib import Path

import pytest
from rich.cells import cell_len
from rich.color import ColorType
from rich.segment import Segment
from textual.color import Color
from textual.geometry import Region
from textual.scrollbar import ScrollBar
from textual.widget import Widget
from textual.widgets import Static

from quiz.tui.keys import in_use
from quiz.tui.palette import Palette
from quiz.tui.shell import Shell
from quiz.tui.themes import NAMES
from quiz.tui.widgets.keyline import KeyLine
from quiz.tui.widgets.pressable import DOES
from tests.tui.contrast import ratio
from tests.tui.scenes import SCENES, Scene
from tests.tui.stage import keys, lines, shown

SIZES = ((80, 24), (100, 30), (120, 40), (200, 60), (60, 15))
CONTRAST = {"quiz-dark": 4.5, "quiz-light": 4.5, "quiz-contrast": 7.0}
"""The least contrast of WCAG 2.2 between words and their ground: level AA, and AAA where that is promised."""

QUICK = ("home", "choice-wrong", "exam")
"""The scenes that are looked at in every run; CI looks at all."""

every_scene = pytest.mark.parametrize(
    "scene",
    [pytest.param(each, id=each.name, marks=() if each.name in QUICK else pytest.mark.slow) for each in SCENES],
)


def leaves(app: Shell) -> Iterator[Widget]:
    """Return the widgets that show something themselves, as far as they are in view."""
    for widget in app.screen.query("*"):
        alone = not isinstance(widget, ScrollBar) and not widget.children
        if alone and widget.region and widget.visible and seen(app, widget):
            yield widget


def cut(widget: Widget) -> bool:
    """Whether a widget has less room than its words need."""
    if not isinstance(widget, Static) or not widget.display:
        return False
    return widget.visual.get_height(widget.styles.get_rules(), widget.content_size.width) > widget.content_size.height


@every_scene
async def test_nothing_is_cut_and_words_stand_out(scene: Scene, tmp_path: Path) -> None:
    app = scene.app(tmp_path)
    async with app.run_test(size=SIZES[0]) as pilot:
        await scene.steps(pilot)
        for theme in (*NAMES[1:], NAMES[0]):
            if over := isinstance(app.screen, Palette):  # it has no key for the next theme, and is not restyled
                await pilot.press("escape")
            app.theme = theme
            await pilot.pause()
            if over:
                await scene.steps(pilot)
            stand_out(app)
        for width, height in SIZES:
            await pilot.resize_terminal(width, height)
            await pilot.pause()
            uncut(app, width, height)
            clickable(app)


def uncut(app: Shell, width: int, height: int) -> None:
    """Hold that everything has room, and nothing lies over anything else."""
    assert {cell_len(strip.text) for strip in app.screen._compositor.render_strips()} == {width}
    assert len(lines(app)) == height
    shows = list(leaves(app))
    assert [widget for widget in shows if cut(widget)] == []
    assert [widget for widget in shows if widget.region.x < 0 or widget.region.right > width] == []
    for one, other in combinations(shows, 2):
        assert not seen(app, one).overlaps(seen(app, other)), (one, other, shown(app))
    if app.screen.query(KeyLine):
        assert re.search(r"(help|back|no, go on)$", keys(app)), keys(app)


def clickable(app: Shell) -> None:
    """Hold that what the last line says of keys does the same when it is clicked."""
    actions = {f"{use.keys} {use.words}": use.action for use in in_use(app.screen)}
    for words in re.split(r" {3,}", keys(app)) if app.screen.query(KeyLine) else ():
        place = (lines(app)[-1].index(words), app.size.height - 1)
        assert app.screen.get_style_at(*place).meta[DOES] == actions[words]


def stand_out(app: Shell) -> None:
    """Hold that every word has the contrast its theme promises; the terminal's own colours nobody knows."""
    for segment in drawn(app):
        style = segment.style
        assert style is not None
        assert style.color is not None
        assert style.bgcolor is not None
        if app.theme == "quiz-terminal":
            assert ColorType.TRUECOLOR not in (style.color.type, style.bgcolor.type), segment
            continue
        assert not style.dim, segment
        contrast = ratio(*(Color.from_rich_color(color) for color in (style.color, style.bgcolor)))
        assert contrast >= CONTRAST[app.theme], (app.theme, segment, contrast)


def seen(app: Shell, widget: Widget) -> Region:
    """Return what of a widget is in view."""
    return app.screen.find_widget(widget).visible_region


@every_scene
async def test_what_matters_is_told_without_any_colour(
    scene: Scene, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = scene.app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await scene.steps(pilot)
        for words in scene.told:
            assert re.search(words, shown(app)), shown(app)
        assert not [each for each in segments(app) if each.style and (each.style.color or each.style.bgcolor)]


def drawn(app: Shell) -> Iterator[Segment]:
    """Return the words on the screen as they reach the terminal, with their colours."""
    return (segment for segment in segments(app) if re.search(r"\w", segment.text))


def segments(app: Shell) -> Iterator[Segment]:
    """Return what is on the screen as it reaches the terminal."""
    for strip in app.screen._compositor.render_strips():
        yield from reduce(lambda done, each: done.apply_filter(each, Color(0, 0, 0)), app.get_line_filters(), strip)
