"""The questions of a GIFT file: what stands before them, their text, and what their braces hold."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import dropwhile

from quiz.deck.marks import HELD, literal, spare
from quiz.deck.model import GAP
from quiz.imports import markup

HIDDEN = {letter: chr(0xE100 + at) for at, letter in enumerate("~=#{}:\\n")}
"""Private characters that stand for escaped ones while a question is taken apart."""

SLASH, OWN = "\ue108", "\ue109"
"""Stand for a slash that parts no levels, and before a letter that stands for one of these signs in the text itself."""

SIGNS = "".join([*HIDDEN.values(), SLASH, OWN])
TAKEN = re.compile(rf"\\([~=#{{}}:\\n])|([{SIGNS}])")
GIVEN = re.compile(f"{OWN}(.)|[{SIGNS}]")
SHOWN = {mark: "\n" if letter == "n" else letter for letter, mark in HIDDEN.items()} | {SLASH: "/"}

TAG = re.compile(f"(<[^<>]*>)|{GAP}")

FORMAT = re.compile(r"\s*\[(html|plain|moodle|markdown)\]", re.IGNORECASE)
MARK = re.compile(r"\[(id|tags?):([^\]]*)\]")
NAME = re.compile(r"\s*::(.*?)::", re.DOTALL)
ROOT = re.compile(r"\A(?:(?:\$\w+\$|top)(?:/|\Z))+", re.IGNORECASE)
CATEGORY = "$CATEGORY:"


@dataclass(frozen=True, slots=True)
class Question:
    """One question: its line, category, id, name and tags, its text, and what its braces hold, if it has some.

    `lost` says what of its text cards cannot have, as `markup` calls it.
    """

    line: int
    category: str
    id: str
    key: str
    tags: tuple[str, ...]
    text: str
    inside: str | None
    lost: frozenset[str]


def questions(text: str) -> Iterator[Question]:
    """Read the questions of a text, which blank lines part."""
    category = ""
    for line, lines in _blocks(text):
        marks = [mark for each in lines if each.lstrip().startswith("//") for mark in _marks(each)]
        told = [each for each in lines if not each.lstrip().startswith("//")]
        said = list(dropwhile(_categorical, told))
        if len(said) < len(told):
            category = _category(told[-len(said) - 1].strip()[len(CATEGORY) :])
        if any(each.strip() for each in said):
            yield _question("\n".join(said), line, category, marks)


def _marks(line: str) -> list[tuple[str, str]]:
    """Find the marks of a comment; looked for up to the last bracket, so that each one that begins has an end."""
    return MARK.findall(line[: line.rfind("]") + 1])


def _categorical(line: str) -> bool:
    return line.strip().upper().startswith(CATEGORY)


def _blocks(text: str) -> Iterator[tuple[int, list[str]]]:
    """Return runs of lines, each with the line it begins on."""
    run: list[str] = []
    for number, line in enumerate([*text.split("\n"), ""], 1):
        if line.strip():
            run.append(line)
        elif run:
            yield number - len(run), run
            run = []


def _category(path: str) -> str:
    """Write a category as a title; two slashes are one that parts nothing."""
    plain = hidden(path.strip()).replace("//", SLASH).strip()
    plain = ROOT.sub("", plain, count=1)
    return "::".join(filter(None, (shown(level).strip() for level in plain.split("/"))))


def _question(source: str, line: int, category: str, marks: list[tuple[str, str]]) -> Question:
    """Take one question apart."""
    text = hidden(source)
    title = NAME.match(text)
    text = text[title.end() :] if title else text
    format_ = FORMAT.match(text)
    text = text[format_.end() :] if format_ else text
    start = text.find("{")
    end = text.find("}", start) if start >= 0 else -1
    inside, behind = (text[start + 1 : end], text[end + 1 :]) if end >= 0 else (None, "")
    before = text[:start] if end >= 0 else text
    if behind.strip():
        blanks = [" " * edge.isspace() for edge in (before[-1:], behind[:1])]
        before = f"{before.rstrip()}{blanks[0]}{GAP}{blanks[1]}{behind.strip()}"
    lost: set[str] = set()
    named = format_[1].lower() if format_ else "html" if "<" in before else "plain"
    return Question(
        line,
        category,
        next((value.strip() for name, value in marks if name == "id"), ""),
        shown(title[1]).strip() if title else "",
        tuple(tag.strip() for name, value in marks if name != "id" for tag in value.split(",") if tag.strip()),
        read(before, lost, named),
        inside,
        frozenset(lost),
    )


def hidden(text: str) -> str:
    """Put private characters in place of those that are escaped."""
    return TAKEN.sub(lambda found: HIDDEN[found[1]] if found[1] else OWN + chr(ord("a") + SIGNS.index(found[2])), text)


def shown(text: str) -> str:
    """Put them back, without what escaped them."""
    return GIVEN.sub(lambda found: SIGNS[ord(found[1]) - ord("a")] if found[1] else SHOWN[found[0]], text)


def read(text: str, lost: set[str], named: str = "plain") -> str:
    """Read a text of a question, which may name its own format, as a deck writes it; add what is lost of it."""
    format_ = FORMAT.match(text)
    if format_:
        text, named = text[format_.end() :], format_[1].lower()
    found = shown(text).strip()
    if named == "markdown":
        return found
    own = spare(found)
    found = found.replace(HELD, own)
    if named == "html":
        reading = markup.read(TAG.sub(lambda tag: tag[1] or HELD, found))
        lost |= reading.lost
        held = reading.text
    else:
        held = literal(found.replace(GAP, HELD))
    return held.replace(HELD, GAP).replace(own, HELD)
