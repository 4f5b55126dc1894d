"""A zip file whose bytes follow from what is in it."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

FIRST = (1980, 1, 1, 0, 0, 0)
"""The first moment a zip file can name."""

UNIX, READABLE = 3, 0o644 << 16


def packed(files: Mapping[str, bytes]) -> bytes:
    """Pack files by their names, in the order given; folders are left to those who unpack."""
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as archive:
        for name, data in files.items():
            if name.endswith("/"):
                continue
            info = ZipInfo(name, FIRST)
            info.compress_type, info.create_system, info.external_attr = ZIP_DEFLATED, UNIX, READABLE
            archive.writestr(info, data)
    return buffer.getvalue()
