"""`quiz config`: where the configuration lies, and everything that can be set in it, as a file one can begin with."""

from __future__ import annotations

import ast
import json
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import timedelta
from importlib.resources import files
from itertools import pairwise
from pathlib import Path
from textwrap import wrap
from typing import Any

from quiz.config import UNITS, Config, default_path, load, place_of
from quiz.errors import Problem, QuizError
from quiz.verbs.failure import OK
from quiz.verbs.terminal import say

TABLES = {each.name: table for each in fields(Config) if is_dataclass(table := getattr(Config(), each.name))}
"""The tables that hold keys of ours, each as it is by default."""

KEYS = (
    "Keys by the id of what they do: `quiz config --keys` lists the ids. Several keys go as a list or with commas;",
    "what the table names loses its old keys.",
)
HEAD = "# The configuration of quiz. Take away the `#` right before a name to set it."
EXAMPLE = '"study.stop" = ["x", "escape"]'


def config(*, init: bool = False, keys: bool = False) -> int:
    """Print the path and what holds, or write a file to begin with, or list what keys do; QuizError if it cannot."""
    path = default_path()
    if init:
        _write(path)
        say(f"{path}: written, with everything as it is by default")
        return OK
    if keys:
        from quiz.tui.actions import listed

        for action in listed():
            say(f"{action.id:<24} {' '.join(action.keys):<24} {action.words}")
        return OK
    there = "" if path.exists() else " (not there: `quiz config --init` writes it)"
    say(f"# {path}{there}")
    try:
        found = checked(load(path))
    except QuizError:
        for line in _told(Config()):
            say(line)
        raise
    for line in _told(found):
        say(line)
    return OK


def checked(found: Config) -> Config:
    """Return a configuration whose theme and keys there are; QuizError with all that are not."""
    if not found.screen.theme and not found.keys:
        return found
    from quiz.tui.keymap import keymap
    from quiz.tui.themes import beginning

    problems: list[Problem] = []
    for check in (lambda: beginning(found.screen.theme), lambda: keymap(found.keys, place_of)):
        try:
            check()
        except QuizError as error:
            problems += error.problems
    if problems:
        raise QuizError(problems)
    return found


def _write(path: Path) -> None:
    """Write a file in which everything is commented out; QuizError if there is one, or it cannot be written."""
    text = (
        "\n".join(("# The configuration of quiz. Take away the `#` right before a name to set it.", *template())) + "\n"
    )
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8") as file:
            file.write(text)
    except FileExistsError as error:
        raise QuizError.at(
            str(path), "there is a configuration already", "`quiz config` prints what it says"
        ) from error
    except OSError as error:
        raise QuizError.at(str(path), f"cannot be written: {error.strerror}") from error


def template() -> Iterator[str]:
    """Return the lines of a file that sets nothing, and tells all that can be set."""
    for table in TABLES:
        yield from ("", f"[{table}]")
        for name, words, value in documented(table):
            yield from (f"# {line}" for line in wrap(words, 98))
            yield f"#{name} = {value}"
    yield from ("", "[keys]", *(f"# {line}" for line in KEYS), f"#{EXAMPLE}")


def documented(table: str) -> Iterator[tuple[str, str, str]]:
    """Return the keys of a table, each with what it is for and its default as it is written."""
    default = TABLES[table]
    docstrings = _docstrings(type(default).__name__)
    for each in fields(default):
        yield each.name, docstrings[each.name], written(each.name, getattr(default, each.name))


def written(name: str, value: Any) -> str:
    """Return a value as it is written in the file."""
    if isinstance(value, timedelta):
        seconds = round(value.total_seconds())
        if name == "day_begins":
            return f'"{seconds // 3600:02}:{seconds % 3600 // 60:02}"'
        unit = next(unit for unit, length in reversed(UNITS.items()) if seconds % length == 0)
        return f'"{seconds // UNITS[unit]}{unit}"'
    if isinstance(value, tuple):
        return f"[{', '.join(written(name, each) for each in value)}]"
    return json.dumps(value, ensure_ascii=False)


def _told(found: Config) -> Iterator[str]:
    """Return the lines of a file that says what holds now, with what is not so by default."""
    for table in TABLES:
        yield from ("", f"[{table}]")
        values = getattr(found, table)
        for name, words, default in documented(table):
            yield from (f"# {line}" for line in wrap(words, 98))
            value = written(name, getattr(values, name))
            yield f"{name} = {value}" + (f"  # by default {default}" if value != default else "")
    yield from ("", "[keys]", *(f"# {line}" for line in KEYS))
    yield from (f"{json.dumps(name)} = {json.dumps(keys.split(','))}" for name, keys in found.keys.items())


def _docstrings(name: str) -> dict[str, str]:
    """Return the docstrings of a class's fields, which Python itself does not keep."""
    tree = ast.parse(files("quiz").joinpath("config.py").read_text(encoding="utf-8"))
    body = next(node.body for node in tree.body if isinstance(node, ast.ClassDef) and node.name == name)
    return {
        field.target.id: " ".join(words.value.value.split())
        for field, words in pairwise(body)
        if isinstance(field, ast.AnnAssign)
        and isinstance(field.target, ast.Name)
        and isinstance(words, ast.Expr)
        and isinstance(words.value, ast.Constant)
        and isinstance(words.value.value, str)
    }
