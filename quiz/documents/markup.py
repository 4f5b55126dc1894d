"""HTML source -> its tags and texts with their lines, in one pass, however broken the markup is.

The standard library's html.parser takes quadratic time on unclosed comments and tags, and its events differ between
Python's minor versions; here every pattern matches up to its end or the file's, so each character is read once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import unescape
from types import MappingProxyType

from quiz.documents.decoding import visible
from quiz.documents.elements import VOID

NO_ATTRIBUTES: Mapping[str, str] = MappingProxyType({})

VALUE = r"""=\s*+(?:"[^"]*+(?:"|\Z)|'[^']*+(?:'|\Z))?"""
TOKEN = re.compile(
    rf"""<!--(?:>|->|.*?(?:--!?>|\Z))           # a comment
    | <[!?][^>]*+(?:>|\Z)                       # a doctype, an instruction
    | <(?P<close>/?)(?P<tag>[a-zA-Z][^\s/>]*+)(?P<rest>(?:[^>=]++|{VALUE})*)(?:>|\Z)
    """,
    re.DOTALL | re.VERBOSE,
)
ATTRIBUTE = re.compile(r"""([^\s=/"'>][^\s=/>]*+)(?:\s*+=\s*+(?:"([^"]*+)"?|'([^']*+)'?|([^\s>"']*+)))?""")
RAW = frozenset({"script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"})


@dataclass(frozen=True, slots=True)
class Start:
    """A start tag, its name and attribute names in lower case."""

    tag: str
    attributes: Mapping[str, str]
    line: int


@dataclass(frozen=True, slots=True)
class End:
    """An end tag."""

    tag: str
    line: int


@dataclass(frozen=True, slots=True)
class Text:
    """Text that stands on one line of the file, entities resolved."""

    text: str
    line: int


Event = Start | End | Text


def events(source: str, line: int = 1, *, xml: bool = False) -> Iterator[Event]:
    """Tags and texts of HTML source whose first line has a number in its file; never raises.

    In XML `<a/>` ends what it begins. No entity is ever looked up or expanded but those every HTML page knows.
    """
    at = 0
    while match := TOKEN.search(source, at):
        if at < match.start():
            yield from _texts(source[at : match.start()], line)
        line += source.count("\n", at, match.start())
        at = match.end()
        if tag := (match["tag"] or "").lower():
            yield End(tag, line) if match["close"] else Start(tag, _attributes(match["rest"]), line)
        empty = xml and tag != "" and match["rest"].endswith("/")
        if empty and tag not in VOID:
            yield End(tag, line)
        line += match[0].count("\n")
        if tag in RAW and not match["close"] and not empty:
            end = _end_of_raw(tag, source, at)
            yield from _texts(source[at:end], line)
            line += source.count("\n", at, end)
            at = end
    yield from _texts(source[at:], line)


def _end_of_raw(tag: str, source: str, at: int) -> int:
    """Where the contents of a script, title ... end: at its end tag, or with the file."""
    end = re.compile(rf"</{tag}\b", re.IGNORECASE).search(source, at)
    return end.start() if end else len(source)


def _texts(source: str, line: int) -> Iterator[Text]:
    """Split text between tags at its line ends, each of which stays with the line it ends."""
    for number, text in enumerate(_lines(source), line):
        yield Text(visible(unescape(text)) if "&" in text else text, number)


def _lines(source: str) -> list[str]:
    """Lines of a source with their ends (`str.splitlines` would also split at form feeds and U+2028)."""
    return [part for part in re.split(r"(?<=\n)", source) if part]


def _attributes(source: str) -> Mapping[str, str]:
    """Attributes of a tag by name; of two of one name the first counts, as in browsers."""
    if "=" not in source and not source.strip("/ \n"):
        return NO_ATTRIBUTES
    found: dict[str, str] = {}
    for name, *values in ATTRIBUTE.findall(source):
        found.setdefault(name.lower(), unescape("".join(values)))
    return found
