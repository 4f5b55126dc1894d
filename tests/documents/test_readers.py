"""Which files are documents, and which reader reads them."""

from __future__ import annotations

import subprocess
import sys
from importlib.metadata import EntryPoint, EntryPoints
from pathlib import Path

import pytest

from quiz import seams
from quiz.documents import find_documents, read, readers
from quiz.errors import QuizError


def test_folders_are_searched_and_sorted(tmp_path: Path) -> None:
    for name in ("b/c.md", "a.TXT", "z.html", ".hidden.txt", ".git/x.md", "b/picture.png", "b/.y.txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("x")
    (tmp_path / "b" / "loop").symlink_to(tmp_path)
    found = find_documents([tmp_path, tmp_path / "a.TXT"])
    assert [str(path.relative_to(tmp_path)) for path in found] == ["a.TXT", "b/c.md", "z.html"]


def test_a_folder_without_documents_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(QuizError, match="no document found"):
        find_documents([tmp_path])
    with pytest.raises(QuizError, match="no document found"):
        find_documents([])


def test_a_file_named_is_kept_for_its_reader_to_judge(tmp_path: Path) -> None:
    assert find_documents([tmp_path / "missing.txt"]) == [tmp_path / "missing.txt"]


def test_suffixes_in_capitals(tmp_path: Path) -> None:
    path = tmp_path / "A.MD"
    path.write_text("# Title\n\nIt was built in 1921 by *nobody*.\n")
    assert "built in 1921 by nobody" in read(path).text


def test_other_packages_add_readers(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    point = EntryPoint(".log", "quiz.documents.text:read", "quiz.readers")

    def installed(group: str) -> EntryPoints:
        return EntryPoints([point]).select(group=group)

    readers._reader.cache_clear()
    seams.installed.cache_clear()
    monkeypatch.setattr("importlib.metadata.entry_points", installed)
    path = tmp_path / "a.log"
    path.write_text("The engine stopped in 1921 and never ran again.")
    assert find_documents([tmp_path]) == [path]
    assert read(path).text.startswith("The engine")
    readers._reader.cache_clear()
    seams.installed.cache_clear()


def test_a_format_is_imported_only_when_it_is_read() -> None:
    code = "import sys, quiz.documents; print(sorted({'markdown_it', 'yaml', 'charset_normalizer'} & set(sys.modules)))"
    assert subprocess.check_output([sys.executable, "-c", code], text=True).strip() == "[]"
