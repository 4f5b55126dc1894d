"""The learner's configuration: read whole, and every mistake in it told with its line and a hint."""

from __future__ import annotations

from dataclasses import fields
from datetime import timedelta
from pathlib import Path

import pytest

from quiz.config import READ, CheckConfig, Config, ScreenConfig, StudyConfig, load
from quiz.errors import QuizError

WHOLE = """
[study]
retention = 0.85
new_a_day = 10
learning_steps = ["30s", "5m", "1d"]
longest = "365d"
day_begins = "05:30"
bury_siblings = false
new_way = "reveal"
[screen]
theme = "nord"
[keys]
"study.stop" = "x,escape"
study.undo = ["u", "ctrl+z"]
"""


def written(folder: Path, text: str) -> Path:
    path = folder / "config.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_without_a_file_everything_is_as_by_default(tmp_path: Path) -> None:
    assert load(tmp_path / "none.toml") == Config()


def test_a_whole_file(tmp_path: Path) -> None:
    config = load(written(tmp_path, WHOLE))

    steps = (timedelta(seconds=30), timedelta(minutes=5), timedelta(days=1))
    assert config.study == StudyConfig(
        retention=0.85,
        new_a_day=10,
        learning_steps=steps,
        longest=timedelta(days=365),
        day_begins=timedelta(hours=5, minutes=30),
        bury_siblings=False,
        new_way="reveal",
    )
    assert config.screen == ScreenConfig("nord")
    assert config.keys == {"study.stop": "x,escape", "study.undo": "u,ctrl+z"}


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("[study]\nretentoin = 0.9", 2, "there is no key `retentoin` (did you mean `retention`?)"),
        ("[study]\n\nretention = 2", 3, "`retention` is a number from 0.7 to 0.99 (`quiz config` shows all keys)"),
        ("[study]\nnew_a_day = 1.5", 2, "`new_a_day` is a whole number from 0 to 9999"),
        ("[study]\nnew_a_day = true", 2, "`new_a_day` is a whole number from 0 to 9999"),
        ('[study]\nlearning_steps = ["10m", "1m"]', 2, "`learning_steps` is a list of lengths of time, rising"),
        ('[study]\nlongest = "0d"', 2, "`longest` is a length of time"),
        ("[study]\nlongest = 7", 2, "`longest` is a length of time"),
        ('[study]\nday_begins = "24:00"', 2, "`day_begins` is a time of the clock"),
        ('[study]\nnew_way = "guess"', 2, "`new_way` is one of choice, typed, reveal"),
        ("[study]\nbury_siblings = 1", 2, "`bury_siblings` is true or false"),
        ("[screen]\ntheme = 3", 2, "`theme` is a text, in quotes"),
        ("[stuudy]\n", 1, "there is no table `stuudy` (did you mean `study`?)"),
        ("study = 3", 1, "`study` is a table"),
        ("[keys]\n'study.stop' = 3", 2, "`study.stop` is given no key"),
        ("[study\n", 1, "not TOML"),
    ],
)
def test_mistakes_are_placed(text: str, line: int, message: str, tmp_path: Path) -> None:
    path = written(tmp_path, text)

    with pytest.raises(QuizError) as error:
        load(path)

    assert str(error.value).startswith(f"{path}:{line}: {message}")


def test_all_mistakes_at_once(tmp_path: Path) -> None:
    with pytest.raises(QuizError) as error:
        load(written(tmp_path, "[study]\nretention = 7\nleech = -1\n[screens]\n"))

    assert len(error.value.problems) == 3


def test_a_file_that_is_no_text(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_bytes(b"\xff\xfe\x00")

    with pytest.raises(QuizError, match="cannot read the configuration"):
        load(path)


def test_every_key_has_a_reader_and_a_docstring() -> None:
    keys = [each.name for table in (StudyConfig, ScreenConfig, CheckConfig) for each in fields(table)]
    assert sorted(keys) == sorted(READ)
