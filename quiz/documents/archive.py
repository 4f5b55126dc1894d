"""The ZIP archives that Word and EPUB files are, read in memory and within bounds; nothing is unpacked to disk."""

from __future__ import annotations

import struct
import zipfile
import zlib
from io import BytesIO
from pathlib import Path
from typing import NoReturn

from quiz.documents.decoding import decode, signature
from quiz.errors import QuizError

MOST_BYTES = 64 * 1024 * 1024
"""Bytes read from one archive in all: the text of a book takes up to ten times its letters with its markup."""

MOST_LISTED = 8 * 1024 * 1024
"""Bytes of the longest list of files: some 80,000 of them, each taking five times as much memory as in the list."""

END_OF_LIST = b"PK\x05\x06"


class Archive:
    """The files of an archive, by name; QuizError for one that is none, damaged, encrypted or made to swell."""

    def __init__(self, data: bytes, path: Path, what: str) -> None:
        """Read the list of files; `what` is the kind of document expected."""
        self._path, self._what, self._left = path, what, MOST_BYTES
        end = data.rfind(END_OF_LIST, max(0, len(data) - 65_600))
        if not data.startswith(b"PK") or end < 0 or len(data) < end + 22:
            self._refuse_other(data)
        if struct.unpack_from("<I", data, end + 12)[0] > MOST_LISTED:
            raise self._swollen()
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
        except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as error:
            raise self.damaged() from error
        self._infos = {info.filename: info for info in self._zip.infolist()}

    def __contains__(self, name: str) -> bool:
        """Whether the archive holds a file of this name."""
        return name in self._infos

    def text(self, name: str) -> str:
        """A file of markup as text, "" if there is none of that name or it is empty."""
        data = self.read(name)
        return decode(data, self._path) if data.strip() else ""

    def read(self, name: str) -> bytes:
        """A file's bytes, b"" if there is none of that name."""
        if name not in self._infos:
            return b""
        if self._infos[name].flag_bits & 1:
            raise self.encrypted()
        try:
            with self._zip.open(self._infos[name]) as file:
                data = file.read(self._left + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError, ValueError, NotImplementedError, OSError) as error:
            raise self.damaged() from error
        self._left -= len(data)
        if self._left < 0:
            raise self._swollen()
        return data

    def damaged(self) -> QuizError:
        """The error of an archive that cannot be read."""
        return QuizError.at(
            str(self._path), f"is damaged, or no {self._what}", "open it in its program and save it again"
        )

    def encrypted(self) -> QuizError:
        """The error of an archive whose text is encrypted."""
        hint = "save a copy without the password or copy protection"
        return QuizError.at(str(self._path), "is encrypted: its text needs a password or a licence", hint)

    def _swollen(self) -> QuizError:
        problem = f"is too large: it unpacks to more than {MOST_BYTES // 2**20} MB of text"
        return QuizError.at(str(self._path), problem, "split it into parts")

    def _refuse_other(self, data: bytes) -> NoReturn:
        """Raise the error of a file that is no whole archive, by what it is instead."""
        if data.startswith(b"\xd0\xcf\x11\xe0"):
            # Word keeps a document with a password in its old format, whatever its name says
            hint = "save it without a password, as .docx"
            raise QuizError.at(str(self._path), f"is encrypted, or an old Office file, and no {self._what}", hint)
        signed = None if data.startswith(b"PK") else signature(data)
        if signed:
            raise QuizError.at(str(self._path), f"is {signed[0]}, and no {self._what}", signed[1])
        raise self.damaged()
