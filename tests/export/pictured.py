"""Pictures and sounds as real files, and decks whose cards name them."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

from quiz.deck.model import Card, Deck, Passage, Source

BARK = b"ID3 a bark"


def png(red: int, green: int, blue: int, wide: int = 4, high: int = 4) -> bytes:
    """A picture of one colour."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = (b"\0" + bytes((red, green, blue)) * wide) * high
    head = struct.pack(">IIBBBBB", wide, high, 8, 2, 0, 0, 0)
    parts = chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + parts


RED, GREEN, BLUE = png(255, 0, 0), png(0, 255, 0), png(0, 0, 255)

CARDS = (
    Card(
        'a <b>"red"</b> & {{c1::one}}',
        question='Which is it? ![a red] field, a::b <&> "q"](media/no.png) ![a red <field> & a::b](media/map%20é.png)',
        id="map",
        distractors=("![](pics/x.png)", "![](media/x.png)"),
        explanation="It barks: [sound:media/dog.mp3]",
    ),
    Card(
        "![green](media/x.png)",
        cloze="It is {{![green](media/x.png)}}, not {{red}}.",
        hints=("", "a colour: which?"),
        id="gap",
        source=Source(Passage("See ![green](media/x.png) here.", line=3)),
    ),
    Card("Tigris", question="Which river?", id="plain"),
)


def pictured(folder: Path, *cards: Card, name: str = "rivers") -> Deck:
    """A deck with the files its cards name."""
    for file, data in {
        "media/map é.png": RED,
        "media/x.png": GREEN,
        "pics/x.png": BLUE,
        "media/dog.mp3": BARK,
    }.items():
        (folder / file).parent.mkdir(parents=True, exist_ok=True)
        (folder / file).write_bytes(data)
    return Deck("Rivers", cards or CARDS, id=name, path=str(folder / f"{name}.yaml"))
