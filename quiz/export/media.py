"""Pictures and sounds of cards on their way out: those that a format carries, and words for all others."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path

from quiz.deck.media import LostError, illustrated, located, safe_name
from quiz.deck.model import Card, Deck
from quiz.deck.references import Reference, mentions, named, replaced, split
from quiz.deck.texts import rewritten, texts
from quiz.errors import QuizError
from quiz.export.wording import line

MOST = 64 * 2**20
"""Bytes of all media that a file holds them whole; with more, what reads it needs too much memory."""

UNFIT = re.compile(r"[^A-Za-z0-9.-]+")

PICTURE, DRAWING, SOUND, VIDEO = "picture", "drawing", "sound", "video"
"""Sorts of media. A drawing (SVG) is a document that may hold scripts: it is a picture only where none can run."""


@dataclass(slots=True)
class Room:
    """What is left of the bytes that all media of a file may have."""

    left: int = MOST

    def take(self, file: Path) -> bytes:
        """Read a file; QuizError if it cannot be read, or they are too many."""
        try:
            with file.open("rb") as opened:
                data = opened.read(self.left + 1)
        except OSError as error:
            raise QuizError.at(str(file), f"cannot be read: {error.strerror}", "may you read it?") from error
        self.left -= len(data)
        if self.left < 0:
            message = f"with it the pictures and sounds of this file are more than {MOST // 2**20} MB"
            raise QuizError.at(str(file), message, "make them smaller, or export fewer cards")
        return data


@dataclass(frozen=True, slots=True)
class Medium:
    """A picture or sound that a text names, and its file."""

    reference: Reference
    file: Path
    room: Room

    @property
    def sort(self) -> str:
        """What it is."""
        return sort_of(self.reference)

    def data(self) -> bytes:
        """Return its bytes; QuizError if they are too many."""
        return self.room.take(self.file)

    def uri(self) -> str:
        """Return it as an address that holds its bytes."""
        return f"data:{self.reference.type};base64,{b64encode(self.data()).decode()}"

    def name(self, data: bytes) -> str:
        """Name it by its file and its bytes, in letters that every system and address takes."""
        stem, _, suffix = safe_name(self.file.name).rpartition(".")
        return f"{UNFIT.sub('-', stem).strip('-.')[:60] or 'file'}-{sha256(data).hexdigest()[:8]}.{suffix.lower()}"


Media = Mapping[str, Medium]
"""Those of one card that a format carries, by their paths as a clean text writes them."""

NONE: Media = {}


def sort_of(reference: Reference) -> str:
    """Tell what a reference names."""
    if reference.type == "image/svg+xml":
        return DRAWING
    return {"image": PICTURE, "audio": SOUND}.get(reference.type.partition("/")[0], VIDEO)


SCRIPTABLE = "a platform might show a drawing (SVG) as a page, in which scripts can run"


@dataclass(frozen=True, slots=True)
class Carrier:
    """A format: which sorts of media it carries, and why no others."""

    sorts: Collection[str] = ()
    why: str = "this format is text alone"

    def load(self, card: Card, deck: Deck, room: Room) -> tuple[Card, Media, tuple[tuple[str, str], ...]]:
        """Return a card with words for the media that cannot come along, those that do, and what is to be told.

        What names no file that is there stays as it is written.
        """
        if not illustrated(card):
            return card, NONE, ()
        media: dict[str, Medium] = {}
        left: dict[tuple[str, str], None] = {}
        silent: set[str] = set()
        for reference in {each.path: each for text in texts(card) for each in named(text)}.values():
            try:
                file = located(reference, deck)
            except LostError as error:
                left[f"a picture or sound that {error.fault} stays as it is written", error.hint] = None
                continue
            sort = sort_of(reference)
            if sort in self.sorts:
                media[line(reference.path)] = Medium(reference, file, room)
            else:
                silent.add(reference.path)
                left[f"a {sort} is named in brackets: {self.why}", ""] = None
        if silent:
            card = rewritten(card, lambda text: replaced(text, lambda each: each.words * (each.path in silent) or None))
        return card, media, tuple(left)


EVERYTHING = Carrier((PICTURE, DRAWING, SOUND, VIDEO))


def parts(text: str, media: Media) -> Iterator[str | Medium]:
    """Part a text at the media it names."""
    for part in split(text) if media and mentions(text) else [text]:
        known = media.get(line(part.path)) if isinstance(part, Reference) else None
        if isinstance(part, Reference):
            yield replace(known, reference=part) if known else part.written
        elif part:
            yield part


def plain(text: str, media: Media) -> str:
    """Write a text with words in place of the media it names."""
    return "".join(part if isinstance(part, str) else part.reference.words for part in parts(text, media))


def media_in(text: str, media: Media) -> list[Medium]:
    """List the media that a text names and that come along."""
    return [part for part in parts(text, media) if isinstance(part, Medium)]


def pictured(text: str, media: Media) -> bool:
    """Whether a text names media that come along."""
    return bool(media_in(text, media))


@dataclass(slots=True)
class Parcel:
    """Files that go along, by their names there."""

    files: dict[str, bytes] = field(default_factory=dict)
    _names: dict[Path, str] = field(default_factory=dict)

    def add(self, medium: Medium) -> str:
        """Put a medium in, once; return its name."""
        if medium.file not in self._names:
            data = medium.data()
            self._names[medium.file] = medium.name(data)
            self.files[self._names[medium.file]] = data
        return self._names[medium.file]
