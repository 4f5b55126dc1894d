"""Finds rows in the bytes of a torn file themselves, page by page, where SQLite cannot find its way to them any more.

Only tables that grow are looked for: what else there is follows from them. The layout is that of SQLite's leaf pages of
tables (https://www.sqlite.org/fileformat2.html), whose kind is told by how many columns a row has, and of what types.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from typing import Any

from quiz.study.history.database import Row

LEAF = 13
"""The first byte of a page that holds rows of a table."""

LARGEST = 2**24
"""Bytes of a row that is believed in."""

LOG, FRAME = 32, 24
"""Bytes before the log's pages, and before each of them."""

SIZES = (512, 1024, 2048, 4096, 8192, 16384, 32768)
"""Sizes a page can have."""

SHAPES: dict[tuple[type, ...], str] = {
    (str, str, int, str, str, int, int, int, str, int, int): "reviews",
    (str, str, int, str, str, int, int, int): "reviews of version 1",
    (str, str, int, int, str, int): "events",
    (int, int, int, str): "weights",
    (int, str): "exams",
    (int, int, int, str, int, str): "exam_events",
}
"""The tables by the types of what stands behind a row's number; of an event two more may stand or not."""


def carved(data: bytes, wal: bytes = b"") -> dict[str, dict[int, Row]]:
    """Return the rows of each table, by their numbers, that stand somewhere in a file or in its write-ahead log."""
    found: dict[str, dict[int, Row]] = {table: {} for table in SHAPES.values()}
    size = int.from_bytes(data[16:18])
    size = size if size in SIZES else 4096
    frames = range(LOG + FRAME, len(wal), FRAME + size)
    pages = [(data, start) for start in range(0, len(data), size)] + [(wal, start) for start in frames]
    for held, start in pages:
        for number, row in _rows(held, start, size):
            if table := _table(row):
                found[table].setdefault(number, (number, *row[1:]))
    return found


def _table(row: Row) -> str | None:
    """Tell by its types which table a row is of; None if it is of none."""
    if not row or row[0] is not None:
        return None
    types = tuple(type(value) for value in row[1:])
    if len(row) == 9 and all(value is None or isinstance(value, int) for value in row[7:]) and types[3] is int:
        types = types[:6]
    return SHAPES.get(types)


def _rows(data: bytes, start: int, size: int) -> Iterator[tuple[int, Row]]:
    """Return the rows of a page with their numbers, as far as they can be made out."""
    head = start + (100 if start == 0 else 0)
    if head + 8 > len(data) or data[head] != LEAF:
        return
    for cell in range(min(int.from_bytes(data[head + 3 : head + 5]), size // 4)):
        place = head + 8 + 2 * cell
        with suppress(ValueError, IndexError):
            at = start + int.from_bytes(data[place : place + 2])
            length, at = _number(data, at)
            number, at = _number(data, at)
            if 0 < length < LARGEST:
                yield number, _record(_payload(data, at, length, size))


def _payload(data: bytes, at: int, length: int, size: int) -> bytes:
    """Return the bytes of a row; of a long one the rest stands on a chain of pages."""
    if length <= size - 35:
        return data[at : at + length]
    least = (size - 12) * 32 // 255 - 23
    here = least + (length - least) % (size - 4)
    here = here if here <= size - 35 else least
    parts, left = [data[at : at + here]], length - here
    following = int.from_bytes(data[at + here : at + here + 4])
    while left > 0 and 0 < following <= len(data) // size:
        page = (following - 1) * size
        parts.append(data[page + 4 : page + 4 + min(left, size - 4)])
        following, left = int.from_bytes(data[page : page + 4]), left - (size - 4)
    if left > 0:
        raise ValueError("the chain ends too soon")
    return b"".join(parts)


def _record(payload: bytes) -> Row:
    """Return the values of a row."""
    end, at = _number(payload, 0)
    kinds = []
    while at < end:
        kind, at = _number(payload, at)
        kinds.append(kind)
    values = []
    for kind in kinds:
        length = _length(kind)
        if at + length > len(payload):
            raise ValueError("a value is cut off")
        values.append(_value(kind, payload[at : at + length]))
        at += length
    return tuple(values)


def _length(kind: int) -> int:
    """Return how many bytes a value of a kind takes."""
    if kind >= 12:
        return (kind - 12) // 2
    return (0, 1, 2, 3, 4, 6, 8, 8, 0, 0)[kind]


def _value(kind: int, data: bytes) -> Any:
    """Return a value; numbers with a point are in none of the tables that grow."""
    if kind >= 13 and kind % 2:
        return data.decode("utf-8")
    if kind in (8, 9):
        return kind - 8
    if kind == 7 or kind >= 12:
        raise ValueError("no value of ours")
    return int.from_bytes(data, signed=True) if kind else None


def _number(data: bytes, at: int) -> tuple[int, int]:
    """Read a number of one to nine bytes; return it with the place behind it."""
    number = 0
    for place in range(at, at + 8):
        number = number << 7 | data[place] & 0x7F
        if data[place] < 0x80:
            return number, place + 1
    return number << 8 | data[at + 8], at + 9
