"""`quiz config`: what it prints and writes is a configuration, and the page on it lists everything there is."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path

import pytest

from quiz.config import Config, load
from quiz.tui.actions import listed
from quiz.verbs.config import TABLES, documented
from tests.conftest import Run

PAGE = Path(__file__).parents[2] / "docs" / "config.md"
SETTING = re.compile(r"^#(?! )", re.MULTILINE)


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "xdg"))
    return tmp_path / "xdg" / "quizwright" / "config.toml"


def test_what_is_printed_is_a_configuration_that_changes_nothing(run: Run, place: Path, tmp_path: Path) -> None:
    ended = run("config")

    assert ended.out.startswith(f"# {place} (not there: `quiz config --init` writes it)\n")
    (tmp_path / "printed.toml").write_text(ended.out, encoding="utf-8")
    assert load(tmp_path / "printed.toml") == Config()
    assert not place.exists()


def test_what_was_set_is_printed_beside_the_default(run: Run, place: Path, tmp_path: Path) -> None:
    place.parent.mkdir(parents=True)
    text = '[study]\nlongest = "90m"\nday_begins = "5:30"\n[keys]\n"study.stop" = "x,escape"\n'
    place.write_text(text, encoding="utf-8")

    ended = run("config")

    assert ended.out.startswith(f"# {place}\n")
    assert 'longest = "90m"  # by default "36500d"\nday' not in ended.out
    assert 'longest = "90m"  # by default "36500d"\n' in ended.out
    assert 'day_begins = "05:30"  # by default "04:00"\n' in ended.out
    (tmp_path / "printed.toml").write_text(ended.out, encoding="utf-8")
    assert load(tmp_path / "printed.toml") == load(place)


def test_a_file_to_begin_with(run: Run, place: Path) -> None:
    assert run("config", "--init").status == 0
    assert load(place) == Config()
    begun = place.read_text(encoding="utf-8")
    place.write_text(SETTING.sub("", begun), encoding="utf-8")
    assert load(place).study == Config().study
    assert load(place).screen == Config().screen
    assert load(place).keys.keys() <= {action.id for action in listed()}

    again = run("config", "--init")

    assert (again.status, again.out) == (1, "")
    assert again.err == f"{place}: there is a configuration already (`quiz config` prints what it says)\n"
    assert place.read_text(encoding="utf-8") == SETTING.sub("", begun)


def test_a_folder_that_cannot_be_made(run: Run, place: Path, tmp_path: Path) -> None:
    (tmp_path / "xdg").write_text("a file")

    assert run("config", "--init").err.startswith(f"{place}: cannot be written: ")


def test_mistakes_are_told(run: Run, place: Path) -> None:
    place.parent.mkdir(parents=True)
    place.write_text("[study]\nretentoin = 0.9\n", encoding="utf-8")

    told = run("config")

    assert told.err == f"{place}:2: there is no key `retentoin` (did you mean `retention`?)\n"
    assert told.status == 1
    assert "\nretention = 0.9\n" in told.out, "the hint that all keys are shown holds"


def test_themes_and_keys_there_are_not_are_told_together(run: Run, place: Path) -> None:
    place.parent.mkdir(parents=True)
    place.write_text('[screen]\ntheme = "quiz-blue"\n[keys]\n"app.hlep" = "h"\n', encoding="utf-8")

    told = run("config")

    assert told.status == 1
    assert told.err.splitlines() == [
        f"{place}:2: there is no theme `quiz-blue` (did you mean `quiz-light`?)",
        f"{place}:4: no key does `app.hlep` (did you mean `app.help`?)",
    ]
    place.write_text('[screen]\ntheme = "nord"\n[keys]\n"app.help" = "f10"\n', encoding="utf-8")
    assert run("config").status == 0


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("new_a_day = 3\n", ":1: there is no table `new_a_day` (write it below a line `[study]`)"),
        ('[keys]\n"study.flag" = []\n', ":2: `study.flag` is given no key (write "),
        ('[keys]\n"study.flag" = ""\n', ":2: `study.flag` is given no key (write "),
    ],
)
def test_what_is_told_helps(run: Run, place: Path, text: str, said: str) -> None:
    place.parent.mkdir(parents=True)
    place.write_text(text, encoding="utf-8")

    assert said in run("config").err


def test_every_key_is_listed(run: Run) -> None:
    lines = run("config", "--keys").out.splitlines()

    assert [line.split()[0] for line in lines] == [action.id for action in listed()]
    assert run("config", "--keys", "--init").status == 2


def page() -> str:
    """Return what the page lists: every key of every table, and every id."""
    lines = []
    for table in TABLES:
        lines += ["", f"### `[{table}]`", "", "| key | by default | what it is for |", "|---|---|---|"]
        lines += [f"| `{name}` | `{default}` | {words} |" for name, words, default in documented(table)]
    lines += ["", "### `[keys]`", "", "| id | keys | what they do |", "|---|---|---|"]
    lines += [
        f"| `{action.id}` | {' '.join(f'`{key}`' for key in action.keys)} | {action.words} |" for action in listed()
    ]
    return "\n".join(lines) + "\n"


def test_the_page_lists_all_of_it() -> None:
    head, mark, _rest = PAGE.read_text(encoding="utf-8").partition("## All that can be set\n")
    assert mark
    if os.environ.get("UPDATE_DOCS"):
        PAGE.write_text(head + mark + page(), encoding="utf-8")

    assert PAGE.read_text(encoding="utf-8") == head + mark + page(), "UPDATE_DOCS=1 writes the page anew"


def test_the_examples_of_the_page_hold(tmp_path: Path) -> None:
    blocks = re.findall(r"^```toml\n(.*?)^```$", PAGE.read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE)
    assert len(blocks) == 1
    (tmp_path / "config.toml").write_text(blocks[0], encoding="utf-8")

    config = load(tmp_path / "config.toml")

    assert config.keys.keys() <= {action.id for action in listed()}
    assert config.study != Config().study
    assert json.dumps(config.screen.theme) == '"quiz-contrast"'
