"""The theme that was chosen is kept: in the file as it is, with nothing else changed."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.config import default_path, load
from quiz.errors import QuizError
from quiz.tui.app import QuizApp
from quiz.tui.keeping import keep_theme, with_theme
from tests.conftest import Run
from tests.tui.stage import RIVERS, shown, staged

KEPT = 'theme = "nord"'


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", f"[screen]\n{KEPT}\n"),
        ("[study]\nleech = 4", f"[study]\nleech = 4\n\n[screen]\n{KEPT}\n"),
        ("# mine\n[screen]\n", f"# mine\n[screen]\n{KEPT}\n"),
        ("[screen] # looks", f"[screen] # looks\n{KEPT}\n"),
        ("[screen]\ntheme = 'x' # calm\n[keys]\n", f"[screen]\n{KEPT} # calm\n[keys]\n"),
        ('[screen]\r\n  theme="x"\r\n', '[screen]\r\n  theme="nord"\r\n'),
        ("[ screen ]\r\n", f"[ screen ]\r\n{KEPT}\r\n"),
        ('[screen]\n# Name.\n#theme = ""\n\n[keys]\n', f'[screen]\n# Name.\n#theme = ""\n{KEPT}\n\n[keys]\n'),
        ('screen.theme = "x"\n[keys]\n', f"screen.{KEPT}\n[keys]\n"),
        ('\ufeff[screen]\ntheme = "x"\n', f"\ufeff[screen]\n{KEPT}\n"),
        ("[keys]\n\"app.quit\" = '''\n[screen]\ntheme = 'x'\n'''\n",
         f"[keys]\n\"app.quit\" = '''\n[screen]\ntheme = 'x'\n'''\n\n[screen]\n{KEPT}\n"),
        (f"[screen]\n{KEPT}", f"[screen]\n{KEPT}"),
    ],
)  # fmt: skip
def test_one_line_is_spliced(before: str, after: str) -> None:
    assert with_theme(before, "nord") == after


@pytest.mark.parametrize("text", ['screen = {theme = "x"}\n', "screen = {}\n", '[screen]\ntheme = """x"""\n'])
def test_where_it_cannot_be_spliced_nothing_is_written(text: str, tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_text(text)
    with pytest.raises(QuizError, match='write `theme = "nord"` under'):
        keep_theme("nord", path)
    assert path.read_text() == text


LINES = st.lists(
    st.sampled_from(
        ["[study]", "leech = 4", "[screen]", 'theme = "x"', "#theme = ''", "# theme", "[keys]", '"app.quit" = "x"', "",
         'screen.theme = "y"', "x = [", "[", "]", '"""', "theme = 3"]
    ),
    max_size=8,
)  # fmt: skip


@given(LINES, st.sampled_from(["\n", "\r\n"]), st.booleans())
def test_whatever_the_file_says_it_says_still(lines: list[str], end: str, ended: bool) -> None:  # noqa: FBT001
    text = end.join(lines) + end * ended
    try:
        before = tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return
    if not isinstance(before.get("screen", {}), dict):
        return
    kept = with_theme(text, "nord")
    if kept is not None:
        assert tomllib.loads(kept) == before | {"screen": {**before.get("screen", {}), "theme": "nord"}}
        assert with_theme(kept, "nord") == kept
        assert [line for line in text.split(end) if "theme" not in line and line not in kept] == []


async def test_a_theme_is_there_the_next_time(tmp_path: Path) -> None:
    app = staged(tmp_path)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press("f2")
        await pilot.pause()
        assert "quiz-light: kept for the next time" in shown(app)
    config = load()
    assert config.screen.theme == "quiz-light"
    assert QuizApp([RIVERS], app.desk.history, config=config).theme == "quiz-light"


async def test_what_comes_before_the_file_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TEXTUAL_THEME", "nord")
    app = staged(tmp_path)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press("f2")
        await pilot.pause()
        assert "TEXTUAL_THEME=nord" in shown(app)


async def test_a_broken_file_is_left_alone(tmp_path: Path) -> None:
    path = default_path()
    path.parent.mkdir(parents=True)
    path.write_text("[screen\n")
    app = staged(tmp_path)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press("f2")
        await pilot.pause()
        assert app.theme == "quiz-light"
        assert "only until you leave" in shown(app)
    assert path.read_text() == "[screen\n"


def test_the_file_one_begins_with_takes_a_theme(run: Run) -> None:
    run("config", "--init")
    before = default_path().read_text(encoding="utf-8")
    keep_theme("quiz-contrast")
    after = default_path().read_text(encoding="utf-8")
    assert after == before.replace('#theme = ""\n', '#theme = ""\ntheme = "quiz-contrast"\n')
    assert 'theme = "quiz-contrast"' in run("config").out
