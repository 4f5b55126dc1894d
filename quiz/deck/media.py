"""Pictures and sounds that cards refer to: under safe names, in the folder `media` beside the decks."""

from __future__ import annotations

import re
from hashlib import sha256

FOLDER = "media"
LONGEST = 120
UNSAFE = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*()\[\]\ud800-\udfff\u200e\u200f\u202a-\u202e\u2066-\u2069]')
RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)
"""Names that Windows gives to devices."""


def safe_name(name: str) -> str:
    """Make a file name that lies in its folder on every system, and stays as it is where it can; never empty.

    A name that had to be changed gets a few digits of its own, so that no two become one.
    """
    safe = UNSAFE.sub("_", name).strip(". ")
    if RESERVED.fullmatch(safe):
        safe = f"_{safe}"
    if safe and safe == name and len(safe.encode()) <= LONGEST:
        return safe
    stem, dot, suffix = safe.rpartition(".")
    if not dot or len(suffix) > 8:
        stem, suffix = safe, ""
    stem = stem.encode()[: LONGEST - 20].decode("utf-8", "ignore")
    digits = sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:6]
    return f"{stem or 'file'}-{digits}{dot if suffix else ''}{suffix}"
