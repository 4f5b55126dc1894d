"""Reads text files that people made, and writes files so that a crash leaves the old one or the new one."""

from __future__ import annotations

import os
import re
import shutil
from typing import TYPE_CHECKING

from quiz.errors import Place, Problem, QuizError

if TYPE_CHECKING:
    from pathlib import Path

LIMIT = 32 * 2**20
"""Bytes a deck or lock may have: some 70,000 generated cards."""

NOWHERE = "is a link that leads nowhere", "remove it, or link it anew"
SAVE_IT = "save it as UTF-8: editors offer that under *Save as*, as the encoding"

MARKS = {b"\xff\xfe\0\0": "UTF-32", b"\0\0\xfe\xff": "UTF-32", b"\xff\xfe": "UTF-16", b"\xfe\xff": "UTF-16"}
"""What a file in another encoding begins with."""

BINARIES = {
    b"%PDF-": "a PDF",
    b"PK\x03\x04": "a packed file, as Word documents are",
    b"\x1f\x8b": "a packed file (gzip)",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"{\\rtf": "a formatted document (RTF)",
}
"""What files begin with that are given for text by mistake."""

GUESSED = re.compile("(?<![\udc80-\udcff])[\udc80-\udcff]{1,2}(?![\udc80-\udcff])")
QUOTES = "‘’“”„–—…€«»°´"

BOM = "\ufeff"


def real_path(path: Path) -> Path:
    """Follow links, so that all paths to one file become the same; what no system can follow is only made absolute."""
    try:
        return path.resolve()
    except (OSError, RuntimeError, ValueError):
        return path.absolute()


def lock_path(deck: Path) -> Path:
    """Where the lock of a deck lies: `NAME.lock` beside `NAME.yaml`."""
    return deck.with_suffix(".lock")


def is_there(path: Path) -> bool:
    """Whether a path leads somewhere, be it where we may not look: no loop of links, nor a name no system takes."""
    try:
        return path.exists()
    except PermissionError:
        return True
    except (OSError, ValueError):
        return False


def is_link(path: Path) -> bool:
    """Whether a path is a link, wherever it leads."""
    try:
        return path.is_symlink()
    except (OSError, ValueError):
        return False


def read_text(path: Path) -> str:
    """Read a UTF-8 file, a byte-order mark included; QuizError if it is none, too large or cannot be read."""
    return decoded(read_data(path), str(path))


def read_data(path: Path) -> bytes:
    """Read a file's bytes; QuizError if it is no file, too large or cannot be read."""
    name = str(path)
    try:
        if path.is_dir():
            raise QuizError.at(name, "is a folder, not a file", "name a file in it", code="not-a-file")
        if path.exists() and not path.is_file():
            raise QuizError.at(name, "is a device or pipe, not a file", "save it as a file first", code="not-a-file")
        with path.open("rb") as file:
            data = file.read(LIMIT + 1)
    except FileNotFoundError:
        if is_link(path):
            raise QuizError.at(name, *NOWHERE, code="no-file") from None
        raise QuizError.at(name, "there is no such file", "is the name spelled right?", code="no-file") from None
    except (OSError, ValueError) as error:
        raise QuizError.at(name, f"cannot be read: {reason(error)}", "may you read it?", code="cannot-read") from None
    if len(data) > LIMIT:
        raise QuizError.at(name, f"is larger than {LIMIT // 2**20} MB", "split it into several decks", code="too-large")
    return data


def decoded(data: bytes, name: str) -> str:
    """Decode UTF-8; QuizError with the place of the first byte that is none, or what the file is instead."""
    head = data[:4096]
    if encoding := _encoding(head):
        raise QuizError.at(name, f"is saved as {encoding}", SAVE_IT, code="not-utf-8")
    if sort := next((sort for mark, sort in BINARIES.items() if head.startswith(mark)), ""):
        hint = "save it as plain text" if "RTF" in sort else "name a YAML file"
        raise QuizError.at(name, f"is {sort}, not text", hint, code="not-text")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        if 0 not in head:
            before = data[: error.start].decode()
            place = Place(name, before.count("\n") + 1, len(before) - before.rfind("\n"))
            guess = legible(data[error.start :][:3])[:1]
            what = f"the `{guess}`" if guess in QUOTES or guess.isalpha() else "a character"
            message = f"{what} here is not saved as UTF-8 (byte 0x{data[error.start]:02x})"
            raise QuizError([Problem(place, message, SAVE_IT, code="not-utf-8")]) from None
    else:
        if head.count(0) <= len(head) // 50:
            return text
    raise QuizError.at(name, "is a binary file, not text", "name a YAML file", code="not-text")


def legible(data: bytes) -> str:
    """Decode UTF-8, and what of it is none as Windows does if that is a letter or a quote, else as U+FFFD."""

    def guessed(found: re.Match[str]) -> str:
        letters = found[0].encode("utf-8", "surrogateescape").decode("cp1252", "replace")
        return "".join(each if "\xc0" <= each <= "\xff" or each in QUOTES else "\ufffd" for each in letters)

    text = GUESSED.sub(guessed, data.decode("utf-8", "surrogateescape"))
    return re.sub("[\udc80-\udcff]", "\ufffd", text)


def _encoding(head: bytes) -> str:
    """Name another encoding that a file's beginning is plainly in, by its mark or as every other byte is zero."""
    marked = next((name for mark, name in MARKS.items() if head.startswith(mark)), "")
    evens, odds = head[::2].strip(b"\0"), head[1::2].strip(b"\0")
    return marked or ("UTF-16" if len(head) > 1 and bool(evens) != bool(odds) else "")


def write_text(path: Path, text: str) -> bool:
    """Put text in place of a file by rename in its folder, if its bytes change; say whether they did.

    Folders that lack are made, a link is followed, the file's mode is kept. QuizError if it cannot be written.
    """
    data = text.encode("utf-8")
    try:
        target = path.resolve()
        if target.is_file() and target.read_bytes() == data:
            return False
        target.parent.mkdir(parents=True, exist_ok=True)
        draft = target.with_name(f".{target.name}.{os.getpid()}.tmp")
        try:
            with draft.open("wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            if target.exists():
                shutil.copymode(target, draft)
            draft.replace(target)
        finally:
            draft.unlink(missing_ok=True)
    except (OSError, ValueError, RuntimeError) as error:
        raise QuizError.at(str(path), f"cannot be written: {reason(error)}", "may you write there?") from None
    return True


def reason(error: Exception) -> str:
    """Tell what the system says is wrong, without its numbers and paths."""
    return (error.strerror if isinstance(error, OSError) and error.strerror else str(error)).lower()
