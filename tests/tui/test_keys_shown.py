"""Keys as they are shown: in the last line and in help, under their names, and after they were changed."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.binding import Binding
from textual.dom import DOMNode

from quiz.errors import Place
from quiz.tui.actions import owners
from quiz.tui.keymap import keymap
from quiz.tui.screens.help import HelpScreen
from quiz.tui.screens.study import StudyScreen
from tests.tui.stage import PLANETS, keys, shown, staged
from tests.tui.test_keys import SIZE, kept


async def test_keys_can_be_changed(tmp_path: Path) -> None:
    app = staged(tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        app.set_keymap(keymap({"study.choose.3": "c", "study.next": "n"}, lambda _name: Place("config.toml")))
        await pilot.press("3")
        assert kept(tmp_path) == []
        await pilot.press("c")
        assert keys(app).startswith("1-4 grade   n next")
        assert keys(app).endswith("q stop   ? help")
        await pilot.press("question_mark")
        assert "n                 next" in shown(app)
        await pilot.press("q", "n")
        assert isinstance(app.screen, StudyScreen)
        assert app.screen.session.position == 2
    assert len(kept(tmp_path)) == 1


@pytest.mark.parametrize("holder", [owner.kind for owner in owners()], ids=lambda kind: kind.__name__)
def test_every_binding_has_an_id_of_its_own(holder: type[DOMNode]) -> None:
    bindings = [each for each in vars(holder).get("BINDINGS", ()) if isinstance(each, Binding)]
    assert len(bindings) == len(vars(holder).get("BINDINGS", ()))
    assert all(binding.id and binding.description for binding in bindings)
    assert len({binding.id for binding in bindings}) == len(bindings)


def test_every_screen_of_ours_has_its_keys_looked_at() -> None:
    assert {"HomeScreen", "StudyScreen", "BrowseScreen", "TagScreen", "ExamStartScreen", "CardTable"} <= {
        owner.kind.__name__ for owner in owners()
    }


async def test_grades_are_shown_with_the_keys_in_use(tmp_path: Path) -> None:
    app = staged(tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        app.set_keymap(keymap({"study.grade.again": "a"}, lambda _name: Place("config.toml")))
        await pilot.press("3")
        await pilot.pause()
        assert keys(app).startswith("a 2 3 4 grade")
        row = next(line.split() for line in shown(app).splitlines() if " again " in line)
        assert row[row.index("again") - 1] == "a"
        assert row[row.index("hard") - 1] == "2"


async def test_options_are_shown_and_picked_by_the_keys_in_use(tmp_path: Path) -> None:
    app = staged(tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        wanted = {"study.choose.1": "a", "study.choose.3": "f5"}
        app.set_keymap(keymap(wanted, lambda _name: Place("config.toml")))
        app.screen.refresh(layout=True)
        await pilot.press("down")
        rows = [line.split() for line in shown(app).splitlines()]
        for row in (["▸", "a", "1813"], ["2", "1826"], ["f5", "1829"], ["4", "1907"]):
            assert row in rows
        await pilot.press("1", "3")
        assert kept(tmp_path) == []
        await pilot.press("f5")
        assert "✓ right" in shown(app)
        assert [len(line) - len(line.lstrip(" ✓▸")) for line in shown(app).splitlines() if "f5  1829" in line]


async def test_help_lists_every_key_of_the_screen_those_that_work_first(tmp_path: Path) -> None:
    app = staged(tmp_path, (PLANETS,))
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("f1")
        assert isinstance(app.screen, HelpScreen)
        seen = [shown(app)]
        for _page in range(4):
            await pilot.press("pagedown")
            seen.append(shown(app))
        now = seen[0].partition("at other times")[0]
        for words in ("enter             answer", "\n           f6  ", "quit at once", "next theme", "all commands"):
            assert words in now
        for words in ("1-4", "don't know", "show the answer", "grade", "I was right", "u ^z"):
            assert words not in now
            assert any(words in page for page in seen)
        await pilot.press("f1")
        assert isinstance(app.screen, StudyScreen)
        await pilot.press("f2")
        assert app.theme == "quiz-light"


async def test_help_after_the_answer_has_the_grades_first(tmp_path: Path) -> None:
    app = staged(tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("1", "question_mark")
        now = shown(app).partition("at other times")[0]
        for words in ("1-4               grade", "enter space       next", "I was right"):
            assert words in now
        assert "answer\n" not in now
