"""Protocol buffers as Anki keeps its settings in them: numbered fields, read without a schema and within bounds."""

from __future__ import annotations

from collections.abc import Iterator

Value = int | bytes
VARINT, FIXED64, BYTES, FIXED32 = 0, 1, 2, 5
LONGEST = 10
"""Bytes of the longest number."""


class WireError(ValueError):
    """Bytes that are no message."""


def message(data: bytes) -> dict[int, list[Value]]:
    """Read a message: its values by field number, in order; WireError if it is none."""
    found: dict[int, list[Value]] = {}
    for number, value in pairs(data):
        found.setdefault(number, []).append(value)
    return found


def pairs(data: bytes) -> Iterator[tuple[int, Value]]:
    """Read field numbers with their values one by one."""
    at = 0
    while at < len(data):
        tag, at = _varint(data, at)
        number, kind = tag >> 3, tag & 7
        if not number:
            raise WireError
        if kind == VARINT:
            value, at = _varint(data, at)
            yield number, value
            continue
        size = {FIXED64: 8, FIXED32: 4}.get(kind)
        if kind == BYTES:
            size, at = _varint(data, at)
        if size is None or size > len(data) - at:
            raise WireError
        yield number, data[at : at + size]
        at += size


def number(found: dict[int, list[Value]], field: int) -> int:
    """Return a number; 0 if it is not there."""
    value = found.get(field, [0])[-1]
    return value if isinstance(value, int) else int.from_bytes(value, "little")


def text(found: dict[int, list[Value]], field: int) -> str:
    """Return a text; "" if it is not there."""
    return octets(found, field).decode("utf-8", "replace")


def octets(found: dict[int, list[Value]], field: int) -> bytes:
    """Return bytes; none if they are not there."""
    value = found.get(field, [b""])[-1]
    return value if isinstance(value, bytes) else b""


def _varint(data: bytes, at: int) -> tuple[int, int]:
    """Read a number of seven bits a byte, and where it ends."""
    value = 0
    for place in range(LONGEST):
        if at + place >= len(data):
            break
        byte = data[at + place]
        value |= (byte & 0x7F) << (7 * place)
        if byte < 0x80:
            return value, at + place + 1
    raise WireError
