"""Pictures and sounds that cards refer to: under safe names, in the folder `media` beside the decks."""

from __future__ import annotations

import re
from hashlib import file_digest, sha256
from pathlib import Path, PurePosixPath
from urllib.parse import unquote

from quiz.deck.files import real_path
from quiz.deck.model import Card, Deck
from quiz.deck.references import Reference, mentions
from quiz.deck.texts import texts

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


def digits(path: Path) -> str:
    """Return sixteen hex digits that change when what a file holds does. OSError where it cannot be read."""
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()[:16]


class LostError(Exception):
    """A picture or sound that is not there: what is wrong, and how to mend it."""

    def __init__(self, fault: str, hint: str) -> None:
        """Take both."""
        super().__init__(fault)
        self.fault, self.hint = fault, hint


def located(reference: Reference, deck: Deck) -> Path:
    """Find the file that a card of a deck names; LostError unless it is a file in the deck's folder.

    A path may be written as in a link, with `%20` for a blank.
    """
    if re.match(r"[A-Za-z][\w+.-]+:", reference.path):
        raise LostError("is on the web", f"save it as {FOLDER}/{safe_name(reference.name)} beside the deck")
    folder = Path(deck.path).parent
    faults = []
    for path in dict.fromkeys((reference.path, unquote(reference.path))):
        try:
            return _inside(folder, path)
        except LostError as error:
            faults.append(error)
    raise faults[0]


def _inside(folder: Path, path: str) -> Path:
    """Find a file below a folder; LostError if it is none, or leads out of it."""
    outside = LostError("lies outside the deck's folder", f"copy it into the folder {FOLDER} beside the deck")
    pure = PurePosixPath(path)
    if pure.is_absolute() or ".." in pure.parts or re.search(r"[\\:\x00]", path):
        raise outside
    file = folder / pure
    try:
        there = file.is_file()
    except (OSError, ValueError):
        there = False
    if not there:
        raise LostError("is not there", "put it there, or correct its name")
    if not real_path(file).is_relative_to(real_path(folder)):
        raise outside
    return file


def illustrated(card: Card) -> bool:
    """Whether a card may name a picture or sound, told at once."""
    return mentions("\n".join(texts(card)))
