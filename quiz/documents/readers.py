"""Which reader reads which file: a table of suffixes, and the documents in a folder."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import Protocol, cast

from quiz.documents.decoding import LIMIT, PACKED_LIMIT, load
from quiz.documents.model import Document
from quiz.errors import Place, Problem, QuizError
from quiz.seams import load as load_object

READERS = {
    ".txt": "quiz.documents.text:read",
    ".text": "quiz.documents.text:read",
    ".md": "quiz.documents.markdown:read",
    ".markdown": "quiz.documents.markdown:read",
    ".html": "quiz.documents.html:read",
    ".htm": "quiz.documents.html:read",
    ".xhtml": "quiz.documents.html:read",
    ".pdf": "quiz.documents.pdf.reader:read",
    ".docx": "quiz.documents.docx.reader:read",
    ".epub": "quiz.documents.epub:read",
}
"""Reader of each suffix, as `module:function`; packages add theirs as entry points `quiz.readers`, named by suffix."""

PACKED = frozenset({".pdf", ".docx", ".epub"})
"""Suffixes of files that hold pictures and compressed text, so that their size says little of what is read."""


class Reader(Protocol):
    """Reads one format."""

    def __call__(self, data: bytes, path: Path) -> Document:
        """Make a document of a file's bytes, whose path is there for its name; QuizError if they are not one."""
        ...


def read(path: Path, data: bytes | None = None, suffix: str = "") -> Document:
    """Read a document by its suffix; QuizError with place and hint if there is no reader or the file is no text.

    With `data` the file's bytes are those, and nothing is looked for at the path; `suffix` stands for that of a path
    that has none.
    """
    suffix = (suffix or path.suffix).lower()
    if data is None and path.is_dir():
        raise QuizError.at(str(path), "is a folder, not a document", "name a file in it")
    reader = _reader(suffix)
    if reader is None and (data is not None or path.exists()):
        known = ", ".join(sorted(READERS))
        raise QuizError.at(str(path), f"no reader for {path.suffix or 'a name without a suffix'}", f"read are {known}")
    if reader is None:
        raise QuizError.at(str(path), "there is no such file", "check the spelling and the folder")
    return reader(load(path, PACKED_LIMIT if suffix in PACKED else LIMIT) if data is None else data, path)


def find_documents(paths: Iterable[Path]) -> list[Path]:
    """Files named, and those below folders named that have a reader and are not hidden, sorted, each once.

    QuizError if that makes none; whether a file named can be read is said by `read`.
    """
    named = list(paths)
    found = {path for name in named for path in ([name] if not name.is_dir() else _below(name))}
    if not found:
        hint = f"documents end in {', '.join(sorted(READERS))}"
        raise QuizError(Problem(Place(str(path)), "no document found", hint) for path in named or [Path()])
    return sorted(found)


def _below(folder: Path) -> Iterator[Path]:
    """Documents below a folder; hidden files and folders are passed over, links to folders not followed."""
    for parent, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in names:
            path = Path(parent, name)
            if not name.startswith(".") and _reader(path.suffix.lower()) is not None:
                yield path


@lru_cache(maxsize=256)
def _reader(suffix: str) -> Reader | None:
    """The reader of a suffix, from the table or else from an installed package."""
    return cast(Reader, load_object(READERS, "quiz.readers", suffix)) if suffix else None
