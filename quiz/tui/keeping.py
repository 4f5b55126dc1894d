"""Keeps the theme that was chosen: one line of the configuration file is spliced, everything else stays as it is."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

from quiz.config import default_path, load
from quiz.deck.files import BOM, is_there, read_text, write_text
from quiz.errors import QuizError

SET = re.compile(r"""(\s*(?:screen\s*\.\s*)?theme\s*=\s*)(?:"[^"\n]*"|'[^'\n]*')""")
COMMENTED = re.compile(r"\s*#\s*theme\s*=")
TABLE = re.compile(r"\s*\[\s*screen\s*\]")
ANY_TABLE = re.compile(r"\s*\[")


def keep_theme(name: str, path: Path | None = None) -> None:
    """Write a theme into the configuration, which is made if there is none; QuizError if it is broken, or cannot be."""
    path = path or default_path()
    text = ""
    if is_there(path):
        load(path)  # what is wrong with it has to be mended by hand first
        text = read_text(path)
    kept = with_theme(text, name)
    if kept is None:
        raise QuizError.at(str(path), "the place of `theme` was not found", f'write `theme = "{name}"` under [screen]')
    write_text(path, kept)


def with_theme(text: str, name: str) -> str | None:
    """Return a configuration with a theme, otherwise the same byte for byte; None if there is no way to set just it."""
    found = tomllib.loads(text.removeprefix(BOM))
    wanted = found | {"screen": {**found.get("screen", {}), "theme": name}}
    if found == wanted:
        return text
    return next((way for way in _ways(text, json.dumps(name)) if _says(way, wanted)), None)


def _says(text: str, wanted: dict[str, object]) -> bool:
    """Whether a text says exactly what is wanted."""
    try:
        return tomllib.loads(text.removeprefix(BOM)) == wanted
    except tomllib.TOMLDecodeError:
        return False


def _ways(text: str, value: str) -> Iterator[str]:
    """Return the text with the line where it seems to belong: in place of one there is, in its table, in a new one."""
    lines = text.splitlines(keepends=True)
    end = "\r\n" if "\r\n" in text else "\n"
    for at, line in enumerate(lines):
        if found := SET.match(line):
            yield "".join([*lines[:at], found[1], value, line[found.end() :], *lines[at + 1 :]])
    for at, line in enumerate(lines):
        if TABLE.match(line):
            after = _behind(lines, at)
            head = [*lines[: after - 1], lines[after - 1].removesuffix(end), end]
            yield "".join([*head, f"theme = {value}{end}", *lines[after:]])
    gap = "" if not text.removeprefix(BOM) else end if text.endswith("\n") else end * 2
    yield f"{text}{gap}[screen]{end}theme = {value}{end}"


def _behind(lines: list[str], table: int) -> int:
    """Return the line behind the one where a table tells of the theme in a comment, else behind its head."""
    for at in range(table + 1, len(lines)):
        if ANY_TABLE.match(lines[at]):
            break
        if COMMENTED.match(lines[at]):
            return at + 1
    return table + 1
