"""The files inside an Anki package, each read within bounds: a package is a stranger's ZIP archive."""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Protocol, cast

from quiz.errors import QuizError

MB = 2**20
LEAST, TIMES, MOST = 64 * MB, 200, 2048 * MB
"""Bytes one member may unpack to: so many in any case, so many times its packed size, and never more than that."""

MOST_LISTED = 64 * MB
"""Bytes of the longest list of members; Python takes some five times as much memory for it."""

END_OF_LIST = b"PK\x05\x06"
TAIL = 65_600
CHUNK = MB
ZSTD = b"\x28\xb5\x2f\xfd"
WINDOW = 128 * MB
"""Memory a zstd frame may ask for; Anki writes frames of 8 MB at most."""

BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, ValueError, NotImplementedError, RuntimeError, struct.error)


class Sink(Protocol):
    """Takes bytes."""

    def write(self, data: bytes, /) -> object:
        """Take some."""


class Package:
    """An open package; QuizError for one that is none, damaged, encrypted or made to swell."""

    def __init__(self, path: Path) -> None:
        """Read the list of members."""
        self.path = path
        if not path.is_file():
            there = path.exists() or path.is_symlink()
            raise QuizError.at(str(path), "is not a file" if there else "there is no such file", "name a package")
        try:
            if self._listed() > MOST_LISTED:
                raise self.refused("lists too many files")
            self._zip = zipfile.ZipFile(path)
        except BROKEN as error:
            raise self.refused("is no Anki package, or a damaged one") from error
        except OSError as error:
            raise QuizError.at(str(path), f"cannot be read: {(error.strerror or str(error)).lower()}") from error

    def __contains__(self, name: str) -> bool:
        """Whether a member of this name is there."""
        return name in self._zip.NameToInfo

    def close(self) -> None:
        """Close the file."""
        self._zip.close()

    def read(self, name: str, most: int) -> bytes:
        """Read a small member whole, unpacked if it is packed once more; b"" if there is none."""
        if name not in self:
            return b""
        parts: list[bytes] = []
        self._pour(name, _Gathered(parts), most)
        return b"".join(parts)

    def unpack(self, name: str, target: Path) -> int:
        """Write a member to a file, unpacked if it is packed once more; return its length."""
        with target.open("xb") as file:
            return self._pour(name, file, MOST)

    def refused(self, fault: str, hint: str = "export it from Anki again") -> QuizError:
        """The error of a package that cannot be read."""
        return QuizError.at(str(self.path), fault, hint)

    def _pour(self, name: str, sink: Sink, most: int) -> int:
        """Pour a member's bytes into a sink; QuizError beyond the bounds."""
        info = self._zip.NameToInfo[name]
        if info.flag_bits & 1:
            raise self.refused("is encrypted")
        most, done = min(most, max(LEAST, TIMES * info.compress_size)), 0
        with self._reading(), self._zip.open(info) as file:
            for chunk in self._chunks(file):
                done += len(chunk)
                if done > most:
                    raise self.refused(f"unpacks to more than {most // MB} MB", "is it what it says it is?")
                sink.write(chunk)
        return done

    def _chunks(self, file: IO[bytes]) -> Iterator[bytes]:
        """Return a member's bytes piece by piece, unpacked if they are a zstd frame."""
        first = file.read(CHUNK)
        if not first.startswith(ZSTD):
            while first:
                yield first
                first = file.read(CHUNK)
            return
        import zstandard

        try:
            reader = zstandard.ZstdDecompressor(max_window_size=WINDOW).stream_reader(
                cast("IO[bytes]", _Rejoined(first, file)), read_size=CHUNK, read_across_frames=True
            )
            while chunk := reader.read(CHUNK):
                yield chunk
        except zstandard.ZstdError as error:
            raise self.refused("is damaged: a file in it cannot be unpacked") from error

    @contextmanager
    def _reading(self) -> Iterator[None]:
        """Name what goes wrong while a member is read."""
        try:
            yield
        except BROKEN as error:
            raise self.refused("is damaged: a file in it cannot be unpacked") from error

    def _listed(self) -> int:
        """Tell how long the list of members says it is; BadZipFile if there is none."""
        with self.path.open("rb") as file:
            size = file.seek(0, 2)
            file.seek(max(0, size - TAIL))
            tail = file.read(TAIL)
        end = tail.rfind(END_OF_LIST)
        if end < 0 or len(tail) < end + 22:
            raise zipfile.BadZipFile
        (listed,) = struct.unpack_from("<I", tail, end + 12)
        # 32 ones stand for a longer number elsewhere; the list then cannot be longer than the file.
        return int(listed) if listed != 0xFFFFFFFF else size


class _Gathered:
    """Gathers bytes in a list."""

    def __init__(self, parts: list[bytes]) -> None:
        self.write = parts.append


class _Rejoined:
    """A file whose first bytes were read already."""

    def __init__(self, first: bytes, rest: IO[bytes]) -> None:
        self._first, self._rest = first, rest

    def read(self, size: int = -1) -> bytes:
        first, self._first = self._first, b""
        return first or self._rest.read(size)
