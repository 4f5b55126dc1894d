"""Keys changed in the configuration: mistakes are told with their line, and nothing else changes."""

from __future__ import annotations

import inspect
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from textual.binding import Binding, BindingsMap

from quiz.config import Config, ScreenConfig, place_of
from quiz.errors import Place, QuizError
from quiz.study.history import History
from quiz.tui.actions import listed, owners
from quiz.tui.app import QuizApp
from quiz.tui.keymap import keymap
from quiz.tui.keys import name
from quiz.tui.screens.study import StudyScreen
from quiz.tui.themes import NAMES
from tests.tui.stage import MORNING, PLANETS, RIVERS, keys, shown

SIZE = (80, 24)


def remapped(folder: Path, **changed: str) -> QuizApp:
    config = Config(keys={name.replace("__", "."): each for name, each in changed.items()})
    return QuizApp([RIVERS], History(folder / "history.db"), at_once=True, clock=lambda: MORNING, config=config)


def no_place(name: str) -> Place:
    return Place(name)


async def test_a_changed_key_takes_nothing_from_its_neighbours(tmp_path: Path) -> None:
    app = remapped(tmp_path, study__pick="x", study__choose__2="v,f5", study__stop="?,escape", app__help="i")
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        assert keys(app) == "1 v 3 4 answer   0 don't know   f flag   z suspend   ? stop   i help"
        await pilot.press("2", "enter", "down", "down")
        assert keys(app) == "1 v 3 4 answer   x take it   0 don't know   f flag   ? stop   i help"
        await pilot.press("x")
        assert isinstance(app.screen, StudyScreen)
        assert re.search("✗ wrong|✓ right", shown(app))
        assert keys(app).endswith("? stop   i help")
        await pilot.press("i")
        seen = shown(app)
        await pilot.press("pagedown")
        for row in ("enter 1 v f5 3 4  ", "x   ", "enter space  ", "1-4  "):
            assert f"\n           {row}" in seen + shown(app), row
        await pilot.press("escape", "space")
        assert "fresh water" in shown(app)
        await pilot.press("f1", "q", "ctrl+q")
    assert app.return_code == 0


async def test_keys_of_a_widget_can_be_changed(tmp_path: Path) -> None:
    app = QuizApp(
        [RIVERS, PLANETS],
        History(tmp_path / "history.db"),
        clock=lambda: MORNING,
        config=Config(keys={"home.study": "right"}),
    )
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("enter")
        assert not isinstance(app.screen, StudyScreen)
        await pilot.press("f1", "pagedown")
        assert "→                 study" in shown(app)
        await pilot.press("f1", "right")
        assert isinstance(app.screen, StudyScreen)


async def test_while_one_types_only_keys_that_write_nothing_are_offered(tmp_path: Path) -> None:
    app = remapped(tmp_path, study__stop="x,escape", study__suspend="w,f7")
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        assert "   w suspend" in keys(app)
        assert "   x stop" in keys(app)
        await pilot.press("1", "enter")
        assert isinstance(app.screen, StudyScreen)
        assert app.screen.session.question.way == "typed"
        assert "   f7 suspend" in keys(app)
        assert "   esc stop" in keys(app)
        await pilot.press("f1")
        assert "esc               stop" in shown(app)
        await pilot.press("f1", "x")
        assert app.screen.line.value == "x"
        await pilot.press("escape", "escape")
        assert not isinstance(app.screen, StudyScreen)


@pytest.mark.parametrize(
    ("wanted", "told"),
    [
        ({"study.stpo": "x"}, "study.stpo: no key does `study.stpo` (did you mean `study.stop`?)"),
        ({"nonsense": "x"}, "nonsense: no key does `nonsense` (`quiz config --keys` lists them)"),
        ({"study.stop": "escpe"}, "study.stop: there is no key `escpe` (did you mean `escape`?)"),
        ({"study.stop": "hyper-x"}, "study.stop: there is no key `hyper-x` (write `x`, `f5`, `ctrl+x`"),
        ({"study.stop": "x,"}, "study.stop: there is no key `` (write"),
        (
            {"study.stop": "0"},
            "study.stop: `0` would do two things on one screen, `study.stop` and `study.give_up` (give one of",
        ),
        (
            {"study.choose.1": "2"},
            "study.choose.1: `2` would do two things on one screen, `study.choose.1` and `study.choose.2`",
        ),
        ({"study.stop": "?"}, "study.stop: `?` would do two things on one screen, `study.stop` and `app.help`"),
        ({"home.study": "t"}, "home.study: `t` would do two things on one screen, `home.study` and `home.statistics`"),
        ({"list.down": "b"}, "list.down: `b` would do two things on one screen, `list.down` and `"),
        ({"order.take_back": "f"}, "order.take_back: `f` would do two things on one screen, `order.take_back` and `"),
        (
            {"study.stop": "x"},
            "study.stop: `study.stop` has to work where text is typed, and `x` writes there (give it",
        ),
        ({"form.keep": "k,space"}, "form.keep: `form.keep` has to work where text is typed, and `k`, `space` write"),
        ({"app.help": "q"}, "app.help: `q` would do two things on one screen, `app.help` and"),
    ],
)
def test_mistakes_are_told(wanted: dict[str, str], told: str) -> None:
    with pytest.raises(QuizError) as error:
        keymap(wanted, no_place)

    assert str(error.value).splitlines()[0].startswith(told)


def test_all_mistakes_at_once_at_their_lines(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_text('[keys]\nstudy.stop = "escpe"\n"study.choose.1" = "v"\n"study.choose.7" = "x"\n', encoding="utf-8")

    with pytest.raises(QuizError) as error:
        keymap({"study.stop": "escpe", "study.choose.7": "x"}, lambda name: place_of(name, path))

    assert [problem.place.line for problem in error.value.problems] == [2, 4]
    assert place_of("study.choose.1", path).line == 3
    assert place_of("x", tmp_path / "none").line is None


@pytest.mark.parametrize(
    "wanted",
    [
        {"study.stop": "0,escape", "study.give_up": "q"},
        {"card.leave": "x"},
        {"study.pick": "x", "study.reveal": "x", "study.next": "x"},
        {"study.choose.1": "a", "study.grade.hard": "a"},
        {"study.stop": "esc,^x,?", "app.help": "i"},
        {"study.stop": "escape"},
        {"app.help": "i,question_mark"},
    ],
    ids=str,
)
def test_what_can_be(wanted: dict[str, str]) -> None:
    assert keymap(wanted, no_place).keys() >= wanted.keys()


def test_names_as_the_screen_shows_them() -> None:
    wanted = {"study.stop": "esc, ^x,é,comma,/,#"}

    assert keymap(wanted, no_place)["study.stop"] == "escape,ctrl+x,é,comma,slash,number_sign"
    assert [name(key) for key in ("escape", "ctrl+x", "comma", "slash", "number_sign")] == ["esc", "^x", *",/#"]


IDS = [action.id for action in listed()]


@settings(max_examples=60)
@given(st.dictionaries(st.sampled_from(IDS), st.sampled_from([f"f{n}" for n in range(5, 20)]), max_size=6))
def test_exactly_what_was_wanted_changes(wanted: dict[str, str]) -> None:
    try:
        complete = keymap(wanted, no_place)
    except QuizError:
        return
    for owner in owners():
        bindings = BindingsMap(Binding.make_bindings(owner.kind.BINDINGS))
        before = taken(bindings)
        bindings.apply_keymap(complete)
        assert taken(bindings) == before | {name: {key} for name, key in wanted.items() if name in before}


def taken(bindings: BindingsMap) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for key, binding in bindings:
        if binding.id:
            found.setdefault(binding.id, set()).add(key)
    return found


def test_every_binding_of_ours_has_an_id_that_only_its_heirs_share() -> None:
    seen: dict[str, type] = {}
    for owner in owners():
        for base in inspect.getmro(owner.kind):
            if not base.__module__.startswith("quiz."):
                continue
            for binding in vars(base).get("BINDINGS", ()):
                assert isinstance(binding, Binding)
                assert binding.id, (base, binding)
                assert binding.description, (base, binding)
                other = seen.setdefault(binding.id, base)
                assert issubclass(base, other) or issubclass(other, base), binding.id


async def test_a_theme_there_is_not(tmp_path: Path) -> None:
    history = History(tmp_path / "history.db")

    with pytest.raises(QuizError, match=r"there is no theme `quiz-drak` \(did you mean `quiz-dark`\?\)"):
        QuizApp([RIVERS], history, config=Config(screen=ScreenConfig("quiz-drak")))
    app = QuizApp([RIVERS], history, config=Config(screen=ScreenConfig("quiz-contrast")))
    assert app.theme == "quiz-contrast"


@pytest.mark.parametrize("theme", NAMES)
async def test_a_theme_looks_alike_from_the_start_and_when_it_is_chosen(theme: str, tmp_path: Path) -> None:
    pictures = []
    for configured in (theme, next(other for other in NAMES if other != theme)):
        app = QuizApp(
            [RIVERS],
            History(tmp_path / f"{configured}.db"),
            clock=lambda: MORNING,
            config=Config(screen=ScreenConfig(configured)),
            at_once=True,
        )
        async with app.run_test(size=SIZE) as pilot:
            await pilot.pause()
            app.theme = theme
            await pilot.pause()
            pictures.append(re.sub(r"terminal-\d+", "", app.export_screenshot()))
    assert pictures[0] == pictures[1]
