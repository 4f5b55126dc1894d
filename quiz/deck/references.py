"""Pictures and sounds that a text names: `![a map](media/map.png)`, `[sound:media/dog.mp3]`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from quiz.values import dataclass

PICTURES = {
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "gif": "image/gif",
    "bmp": "image/bmp",
    "webp": "image/webp",
    "avif": "image/avif",
    "svg": "image/svg+xml",
}
SOUNDS = {
    "mp3": "audio/mpeg",
    "ogg": "audio/ogg",
    "oga": "audio/ogg",
    "opus": "audio/ogg",
    "wav": "audio/wav",
    "flac": "audio/flac",
    "m4a": "audio/mp4",
    "aac": "audio/aac",
    "mp4": "video/mp4",
    "webm": "video/webm",
}
"""What files of a suffix are, by their media types; a reference to any other file is text."""

REFERENCE = re.compile(
    r"(?<![\\`])!\[([^\[\]\n]{0,300})\]\((?:<([^<>\n]{1,400})>|((?:[^()<>\n]|\([^()<>\n]{0,100}\)){1,400}))\)"
    r"|(?<![\\`])\[sound:([^\[\]\n]{1,400})\]"
)
"""Behind a backslash or a backtick it is text, as in Markdown."""


@dataclass(frozen=True, slots=True)
class Reference:
    """A picture or sound as a text names it: the path, relative to the deck, the description, and the media type.

    `written` is what stands in the text.
    """

    path: str
    alt: str
    type: str
    written: str = ""

    @property
    def name(self) -> str:
        """The file's own name."""
        return self.path.rpartition("/")[2]

    @property
    def words(self) -> str:
        """What is said where it cannot be shown: `[picture: a map]`."""
        sort = "picture" if self.type.startswith("image/") else self.type.partition("/")[0].replace("audio", "sound")
        return f"[{sort}: {self.alt.strip() or self.name}]"


def mentions(text: str) -> bool:
    """Whether a text may name a picture or sound, told at once."""
    return "](" in text or "[sound:" in text


def named(text: str) -> Iterator[Reference]:
    """Find the pictures and sounds that a text names, in order."""
    if mentions(text):
        for found in REFERENCE.finditer(text):
            if reference := _read(found):
                yield reference


def split(text: str) -> Iterator[str | Reference]:
    """Part a text at the pictures and sounds it names."""
    at = 0
    for found in REFERENCE.finditer(text):
        if reference := _read(found):
            yield text[at : found.start()]
            yield reference
            at = found.end()
    yield text[at:]


def replaced(text: str, write: Callable[[Reference], str | None]) -> str:
    """Write each reference of a text otherwise, or as it is where there is nothing to be written."""

    def written(found: re.Match[str]) -> str:
        reference = _read(found)
        other = write(reference) if reference else None
        return found[0] if other is None else other

    return REFERENCE.sub(written, text) if mentions(text) else text


def spoken(text: str) -> str:
    """Write a text with words in place of its pictures and sounds."""
    return replaced(text, lambda reference: reference.words)


def _read(found: re.Match[str]) -> Reference | None:
    """Read a reference; None if it names a file of another sort."""
    path, known = (found[4], SOUNDS) if found[4] else (found[2] or found[3], PICTURES)
    kind = known.get(path.strip().rpartition(".")[2].lower())
    return Reference(path.strip(), found[1] or "", kind, found[0]) if kind else None
