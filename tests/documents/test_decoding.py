"""Any encoding, and what is no text."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from typing import Never

import pytest

from quiz.documents import read
from quiz.documents.decoding import LIMIT, decode
from quiz.documents.frontmatter import front_matter
from quiz.errors import QuizError

TEXT = "“Naïve” Erdoğan paid £5 – in 1921 – for the tsar’s café.\nIt rained."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_unicode_encodings(encoding: str) -> None:
    assert decode(TEXT.encode(encoding), Path("a.txt")) == TEXT


@pytest.mark.parametrize("encoding", ["cp1252", "latin-1", "mac-roman", "cp1250"])
def test_old_encodings_are_guessed(encoding: str) -> None:
    text = "The café in Kraków owed £300 to the émigrés of São Paulo, “naïve” as they were.\n" * 12
    given = text.encode(encoding, errors="ignore")
    assert "The caf" in decode(given, Path("a.txt"))
    assert "\x00" not in decode(given, Path("a.txt"))


def test_windows_quotes_are_read_right() -> None:
    text = "The tsar’s envoy – “a fool” – left in 1829…"
    assert decode(text.encode("cp1252"), Path("a.txt")) == text


def test_the_page_says_its_encoding(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_bytes('<meta charset="iso-8859-2"><p>Wałęsa spoke in Gdańsk in 1980.</p>'.encode("iso-8859-2"))
    assert read(path).text == "Wałęsa spoke in Gdańsk in 1980."


def test_a_few_broken_bytes_do_not_change_the_encoding() -> None:
    given = ("“Good” – ".encode() * 50) + b"\xff\xfe rest"
    assert decode(given, Path("a.txt")).startswith("“Good” –")


def test_what_nobody_sees_is_dropped() -> None:
    assert decode(b"co\xc2\xadop\x00er\xe2\x80\x8bate\r\nnow\rthen", Path("a.txt")) == "cooperate\nnow\nthen"
    assert decode("Cafe\u0301".encode(), Path("a.txt")) == "Café"


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("a.txt", b"", "is empty"),
        ("a.txt", b" \n\x00\n", "is empty"),
        ("a.txt", "\u200b\u00ad".encode(), "is empty"),
        ("a.txt", b"%PDF-1.7 ...", "is a PDF file"),
        ("a.md", b"PK\x03\x04aaaa", "ZIP archive"),
        ("a.txt", bytes(range(256)) * 9, "is not text"),
        ("a.html", b"<script>only = 1</script>", "holds no text"),
        ("a.odt", b"x", "no reader for .odt"),
        ("name", b"x", "no reader for a name without a suffix"),
    ],
)
def test_what_is_no_document_is_said_in_one_line(tmp_path: Path, name: str, content: bytes, message: str) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(QuizError, match=message) as caught:
        read(path)
    (problem,) = caught.value.problems
    assert problem.place.path == str(path)
    assert problem.hint
    assert "\n" not in str(caught.value)


def test_missing_folder_and_special_files(tmp_path: Path) -> None:
    with pytest.raises(QuizError, match="no such file"):
        read(tmp_path / "none.txt")
    with pytest.raises(QuizError, match="is a folder"):
        read(tmp_path)
    os.mkfifo(tmp_path / "pipe.txt")
    with pytest.raises(QuizError, match="not a plain file"):
        read(tmp_path / "pipe.txt")


def test_too_large_is_said_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "big.txt"
    with path.open("wb") as file:
        file.truncate(LIMIT + 1)
    with pytest.raises(QuizError, match=r"too large: .* bytes, at most 32 MB are read"):
        read(path)


def denied(_: Path) -> Never:
    """Refuse as the system does to whoever is not root, which CI may be."""
    raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))


def test_unreadable(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    path.write_text("x")
    monkeypatch.setattr(Path, "read_bytes", denied)
    with pytest.raises(QuizError, match="cannot be read"):
        read(path)


def test_settings_line_by_line_where_they_are_no_yaml() -> None:
    source = "---\ntitle: One: two\nauthor = 'Ada Blum' \nyear:\t1921\n---\nText.\n"
    assert front_matter(source) == ({"title": "One: two", "author": "Ada Blum", "year": "1921"}, 5)
