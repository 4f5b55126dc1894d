"""Broken, hostile and huge documents take linear time and never fail but by a QuizError."""

from __future__ import annotations

import os
import random
from contextlib import suppress
from pathlib import Path

import pytest

from quiz.documents import read
from quiz.documents.paragraph import Piece, compose
from quiz.documents.zones.draft import Draft, Page
from quiz.documents.zones.echoes import mark_echoes
from quiz.errors import QuizError
from tests.documents.packing import docx, epub, p
from tests.documents.test_cases import CASES, NAMES
from tests.growth import grows_linearly

SIZE = 12_000
"""Characters: enough for quadratic time to show against a quarter of them, few enough to be quick."""

SPOILT = 25 if os.environ.get("CI") else 8
"""Times each document is spoilt."""

PATTERNS = {
    ".html": [
        "<div>",
        "<b>",
        "<ul><li>",
        "</p>",
        "<!--",
        '<a href="',
        "<a b='",
        "<sup>1",
        "<p>x",
        "<table><tr><td>x",
        "<",
        "&",
        "&amp;#",
        "<br>",
        "<script>",
        "<svg><title>",
        "<q>",
        "<div hidden>x",
        "<span hidden>",
        "<b><div>x</i>",
        "<li>x",
        "<article><p>y</p>",
        "<p class='a-b c' x=1 ",
    ],
    ".md": [
        "> ",
        "- ",
        "[",
        "![",
        "*a ",
        "_",
        "`",
        "[a](",
        "<b",
        "# ",
        "1. ",
        "|",
        "[^1]",
        "[^1]: x\n",
        "\\",
        "&amp;",
        "~~",
        "![[",
        "{%",
        "{{<",
        "{{%",
        "{{< {",
        "---\na: b\n",
    ],
    ".txt": [
        "a ",
        "a. ",
        "[1]",
        "a-\nb",
        "1. a\n",
        "x\n\n",
        "   x\n",
        "- ",
        "“",
        "a b c d\n",
        "12\n\f",
        "*",
        "¹",
        "a, ",
        "Aa Bb, ",
        "http://",
        "A: ",
        "(a) ",
    ],
}


@pytest.mark.parametrize(
    ("suffix", "pattern"), [(suffix, pattern) for suffix, patterns in PATTERNS.items() for pattern in patterns]
)
def test_repeated_patterns_take_linear_time(tmp_path: Path, suffix: str, pattern: str) -> None:
    path = tmp_path / f"a{suffix}"

    def work(size: int) -> None:
        path.write_text("Some text stands here in 1921.\n\n" + pattern * (size // len(pattern)))
        with suppress(QuizError):
            read(path)

    assert grows_linearly(work, SIZE // 4)


@pytest.mark.parametrize("suffix", PATTERNS)
@pytest.mark.parametrize(
    ("before", "after"), [("x", "y"), ("# x", "y"), ("== x", "y"), ("x {", "y"), ("---\na: b", "b\n---\n\ny")]
)
@pytest.mark.parametrize("blank", [" ", "\t"])
def test_runs_of_blanks_take_linear_time(tmp_path: Path, suffix: str, before: str, after: str, blank: str) -> None:
    path = tmp_path / f"a{suffix}"

    def work(size: int) -> None:
        path.write_text(before + blank * size + after)
        read(path)

    assert grows_linearly(work, SIZE // 4)


def test_many_paragraphs_take_linear_time() -> None:
    def work(size: int) -> None:
        texts = (f"In {at} the mill of Orr burned down once more." for at in range(size))
        mark_echoes(Page([Draft.of(compose([Piece(text, 1)])) for text in texts]))

    assert grows_linearly(work, 500)


def mutated(source: str, chance: random.Random) -> bytes:
    """A document cut, shuffled, doubled or spoilt somewhere."""
    start, end = sorted(chance.randrange(len(source)) for _ in range(2))
    kind = chance.randrange(6)
    if kind == 0:
        return source[start:].encode()
    if kind == 1:
        return (source[:start] + source[end:]).encode()
    if kind == 2:
        lines = source.split("\n")
        chance.shuffle(lines)
        return "\n".join(lines).encode()
    if kind == 3:
        return (
            source.encode("utf-8")[start : end + 2] + bytes(chance.randrange(256) for _ in range(20)) + source.encode()
        )
    if kind == 4:
        return source.encode("utf-8").decode("cp1252", errors="replace").encode()
    return "".join(char for char in source if chance.random() > 0.05).encode()


PACKED = (".docx", ".epub")


@pytest.mark.parametrize("suffix", PACKED)
@pytest.mark.parametrize(
    "pattern", ["<w:p>", "<w:r><w:t>a", "<p/>", "</w:p>", "<w:tbl><w:tc>", "<w:ins><w:p>x", "<a b='"]
)
def test_markup_in_archives_takes_linear_time(suffix: str, pattern: str) -> None:
    def work(size: int) -> None:
        body = p("In 1921.") + "<p>In 1921.</p>" + pattern * (size // len(pattern))
        with suppress(QuizError):
            read(Path(f"a{suffix}"), docx(body) if suffix == ".docx" else epub({"a.xhtml": body}))

    assert grows_linearly(work, SIZE // 4)


@pytest.mark.parametrize("name", NAMES)
def test_spoilt_documents_are_read_or_refused(tmp_path: Path, name: str) -> None:
    source, chance = (CASES / name).read_text(encoding="utf-8"), random.Random(name)
    for number in range(SPOILT):
        path = tmp_path / f"{number}{Path(name).suffix}"
        path.write_bytes(mutated(source, chance))
        try:
            document = read(path)
        except QuizError as error:
            assert str(path) in str(error)  # noqa: PT017  -- either outcome will do
            continue
        ends = [0, *(edge for block in document.blocks for edge in (block.span.start, block.span.end))]
        assert ends == sorted(ends)
        assert all(document.text[block.span.start : block.span.end].strip() for block in document.blocks)
        assert list(document.lines) == sorted(document.lines, key=lambda pair: pair[0])
        last = source.count("\n") * 2 + 60
        assert all(1 <= line <= last for _, line in document.lines)
