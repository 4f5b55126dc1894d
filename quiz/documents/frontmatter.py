"""The front matter of a Markdown document: what its author says of it, between two lines of dashes or pluses."""

from __future__ import annotations

import re
from collections.abc import Mapping

import yaml

LIMIT = 65_536
"""Characters of front matter read; more is no front matter."""

BLOCK = re.compile(r"\A(---|\+\+\+)[ \t]*\n(.*?\n)??(?:\1|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
NAMED = re.compile(r"([\w-]+)[ \t]*+[:=]")
NAMES = {
    "title": ("title",),
    "author": ("author", "authors", "by"),
    "publication": ("publication", "source", "journal", "site", "publisher"),
    "year": ("year", "date", "published", "pubdate"),
    "date": ("date", "published", "pubdate"),
}


class _Plain(yaml.SafeLoader):
    """Reads every scalar as the text it is, and no aliases, which could make a small file large."""

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        """Refuse aliases."""
        if self.check_event(yaml.AliasEvent):
            raise yaml.YAMLError("aliases are not read")
        return super().compose_node(parent, index)


_Plain.yaml_implicit_resolvers = {}


def front_matter(source: str) -> tuple[dict[str, str], int]:
    """What a document says of itself (title, author, publication, year, date) and in how many lines it says it."""
    match = BLOCK.match(source[:LIMIT])
    if match is None or not any(map(NAMED.match, (match[2] or "").split("\n"))):
        return {}, 0
    settings = _settings(match[2])
    meta = {name: _said(next((settings[key] for key in keys if settings.get(key)), "")) for name, keys in NAMES.items()}
    year = re.search(r"\b1\d{3}\b|\b20\d\d\b", meta["year"])
    meta["year"] = year[0] if year else ""
    return {name: value for name, value in meta.items() if value}, match[0].count("\n")


def _settings(source: str) -> Mapping[str, object]:
    """Settings as YAML, or line by line where they are none (`title: One: two`, TOML)."""
    try:
        loaded = yaml.load(source, Loader=_Plain)  # noqa: S506  -- a SafeLoader that makes nothing but text
    except (yaml.YAMLError, RecursionError):
        loaded = None
    if isinstance(loaded, dict):
        return {str(key).lower(): value for key, value in loaded.items()}
    lines = [(named, line) for line in source.split("\n") if (named := NAMED.match(line))]
    return {named[1].lower(): _unquoted(line[named.end() :]) for named, line in lines}


def _unquoted(value: str) -> str:
    """A value without blanks and a quotation mark at either end."""
    value = value.strip(" \t")
    value = value[value[:1] in {'"', "'"} :]
    return value[: len(value) - (value[-1:] in {'"', "'"})]


def _said(value: object) -> str:
    """A value as one line: lists with commas, of mappings the name."""
    if isinstance(value, list):
        return ", ".join(filter(None, map(_said, value)))
    if isinstance(value, dict):
        return _said(value.get("name", ""))
    return " ".join(str(value or "").split())
