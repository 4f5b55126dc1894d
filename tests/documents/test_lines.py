"""Every character of a document stands on the line of the file that the document says."""

from __future__ import annotations

import html
import re
import unicodedata
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.documents import Document, read
from tests.documents.test_cases import CASES, NAMES

WORD = st.sampled_from('the old king of salt rode north in 1829 with forty-two men until rain "fell" (twice)'.split())
LINE = st.lists(WORD, min_size=1, max_size=9).map(" ".join)
PARAGRAPH = st.lists(LINE, min_size=1, max_size=6)


def seen(text: str) -> str:
    """Letters and figures of a text as a reader sees them."""
    return re.sub(
        r"[\W_]+",
        "",
        unicodedata.normalize("NFKC", html.unescape(re.sub(r"\]\([^()]*\)|\{:[^{}]*\}|<[^<>]*>?|^[^<>]*>", "", text))),
    )


def assert_lines(document: Document, source: str) -> None:
    lines = re.split(r"\r\n|\r|\n", source)
    bounds = [*document.lines, *((at, document.line(at - 1)) for at, _ in document.cuts if at), (len(document.text), 0)]
    bounds.sort(key=lambda bound: bound[0])
    for (start, number), (end, _) in pairwise(bounds):
        assert seen(document.text[start:end]) in seen(lines[number - 1]), (number, document.text[start:end])


@pytest.mark.parametrize("name", NAMES)
def test_text_stands_on_its_lines(name: str) -> None:
    assert_lines(read(CASES / name), (CASES / name).read_text(encoding="utf-8"))


@settings(max_examples=20)
@given(st.lists(PARAGRAPH, min_size=1, max_size=6), st.sampled_from(["\n", "\r\n", "\r"]), st.integers(1, 4))
@pytest.mark.parametrize("suffix", [".txt", ".md", ".html"])
def test_any_paragraphs_stand_on_their_lines(suffix: str, paragraphs: list[list[str]], end: str, gap: int) -> None:
    if suffix == ".html":
        paragraphs = [["<p>", *(f"<i>{line}</i> &amp;" for line in lines), "</p>"] for lines in paragraphs]
    source = (end * gap + end).join(end.join(lines) for lines in paragraphs)
    with TemporaryDirectory() as folder:
        path = Path(folder, f"document{suffix}")
        path.write_bytes(source.encode())
        document = read(path)
    assert_lines(document, source)
    words = " ".join(block for lines in paragraphs for block in lines)
    assert sorted(seen(document.text)) == sorted(seen(words))


@pytest.mark.parametrize(
    "source",
    [
        "One [link\nwith](http://x 'y\nz') words\nand `code\nover` lines\nends here.\n",
        "Image ![alt\ntext](a.png) stays\nout of\nthe text.\n",
        "A line  \nbroken by\\\nhand and <b>raw\nmarkup</b> of\nmore lines.\n",
    ],
)
def test_markdown_that_hides_line_ends(tmp_path: Path, source: str) -> None:
    path = tmp_path / "a.md"
    path.write_text(source)
    document = read(path)
    lines = source.split("\n")
    for word in re.finditer(r"\w{3,}", document.text):
        assert word[0] in lines[document.line(word.start()) - 1], word[0]
