"""The questions of a GIFT file: what stands before them, their text, and what their braces hold."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import dropwhile

from quiz.deck.marks import HELD, literal
from quiz.deck.model import GAP
from quiz.imports import markup

ESCAPED = re.compile(r"\\([~=#{}:\\n])")
HIDDEN = {letter: chr(0xE100 + at) for at, letter in enumerate("~=#{}:\\n")}
SHOWN = str.maketrans({mark: "\n" if letter == "n" else letter for letter, mark in HIDDEN.items()})
"""Private characters that stand for escaped ones while a question is taken apart."""

FORMAT = re.compile(r"\s*\[(html|plain|moodle|markdown)\]", re.IGNORECASE)
MARK = re.compile(r"\[(id|tags?):([^\]]*)\]")
NAME = re.compile(r"\s*::(.*?)::", re.DOTALL)
ROOT = re.compile(r"\A(?:(?:\$\w+\$|top)(?:/|\Z))+", re.IGNORECASE)
CATEGORY = "$CATEGORY:"


@dataclass(frozen=True, slots=True)
class Question:
    """One question: its line, category, id, name and tags, its text, and what its braces hold, if it has some."""

    line: int
    category: str
    id: str
    key: str
    tags: tuple[str, ...]
    text: str
    inside: str | None


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
    plain = path.strip().replace("//", HIDDEN["\\"]).strip()
    plain = ROOT.sub("", plain, count=1)
    levels = [shown(hidden(level.replace(HIDDEN["\\"], "/"))).strip() for level in plain.split("/")]
    return "::".join(filter(None, levels))


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
        before = f"{before.rstrip()} {GAP}{'' if behind[:1] in '.,;:!?)' else ' '}{behind.strip()}"
    named = format_[1].lower() if format_ else "html" if "<" in before else "plain"
    return Question(
        line,
        category,
        next((value.strip() for name, value in marks if name == "id"), ""),
        shown(title[1]).strip() if title else "",
        tuple(tag.strip() for name, value in marks if name != "id" for tag in value.split(",") if tag.strip()),
        read(before, named),
        inside,
    )


def hidden(text: str) -> str:
    """Put private characters in place of those that are escaped."""
    return ESCAPED.sub(lambda found: HIDDEN[found[1]], text)


def shown(text: str) -> str:
    """Put them back, without what escaped them."""
    return text.translate(SHOWN)


def read(text: str, named: str = "plain") -> str:
    """Read a text of a question, which may name its own format, as a deck writes it."""
    format_ = FORMAT.match(text)
    if format_:
        text, named = text[format_.end() :], format_[1].lower()
    found = shown(text).strip()
    if named == "html":
        return markup.read(found).text
    return found if named == "markdown" else literal(found.replace(GAP, HELD)).replace(HELD, GAP)
