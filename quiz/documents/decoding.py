"""Bytes of a file -> the characters a reader sees, whatever the encoding."""

from __future__ import annotations

import codecs
import re
import unicodedata
from pathlib import Path

from quiz.errors import QuizError

LIMIT = 32 * 1024 * 1024
"""Bytes of the largest document read: some five million words, an encyclopedia's volumes; it bounds memory and time."""

PACKED_LIMIT = 128 * 1024 * 1024
"""Bytes of the largest file read whose text is compressed and stands among pictures."""

BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
SAVED = "save it as .docx, .pdf or .txt first"
SIGNATURES = (
    (b"%PDF-", "a PDF file", "let its name end in .pdf"),
    (b"PK\x03\x04", "a ZIP archive, as Word and EPUB files are", "let its name end in .docx or .epub if it is one"),
    (b"\xd0\xcf\x11\xe0", "an old Word or Office file", SAVED),
    (b"{\\rtf", "an RTF file", SAVED),
    (b"\x89PNG", "an image", "run text recognition (OCR) over it first"),
    (b"\xff\xd8\xff", "an image", "run text recognition (OCR) over it first"),
    (b"GIF8", "an image", "run text recognition (OCR) over it first"),
    (b"\x1f\x8b", "a compressed file", "unpack it first"),
)
"""First bytes of files that are no text, what they are and what helps."""
UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f\x80-\x84\x86-\x9f\u00ad\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2064\ufeff]"
)
CONTROLS = re.compile("[\x01-\x08\x0e-\x1a\x1c-\x1f\x7f\ufffd]")
ENGLISH_CP1252 = frozenset("€‚„…†‡‘’“”•–—™\u00a0£§©®°±²³·¼½¾é".encode("cp1252"))
"""Bytes that stand for quotes, dashes, bullets, £, ©, ½ or é where an English text was saved by Windows."""


def load(path: Path, limit: int = LIMIT) -> bytes:
    """Read a file's bytes; QuizError if it is missing, a folder, unreadable, not a plain file, empty or too large."""
    name = str(path)
    try:
        if path.is_dir():
            raise QuizError.at(name, "is a folder, not a document", "name a file in it")
        if not path.exists():
            raise QuizError.at(name, "there is no such file", "check the spelling and the folder")
        if not path.is_file():
            raise QuizError.at(name, "is not a plain file", "copy its text into one")
        require_size(path, path.stat().st_size, limit)
        data = path.read_bytes()
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise QuizError.at(name, f"cannot be read: {reason}", "check its permissions") from error
    if not data.strip(b"\0\t\n\r\f "):
        raise QuizError.at(name, "is empty", "a document needs some text")
    return data


def require_size(path: Path, size: int, limit: int) -> None:
    """Raise QuizError for more bytes than are read."""
    if size > limit:
        problem = f"is too large: {size:,} bytes, at most {limit // 2**20} MB are read"
        raise QuizError.at(str(path), problem, "split it into parts")


def decode(data: bytes, path: Path, declared: str = "") -> str:
    r"""Decode bytes to text by mark, declaration or guess; QuizError if they are no text.

    Characters nobody sees (NUL, soft hyphens, zero width) are dropped; line ends become `\n`.
    """
    if signed := signature(data):
        raise QuizError.at(str(path), f"is {signed[0]}, not text", signed[1])
    text = _decoded(data, declared)
    sample = text[:100_000]
    if len(CONTROLS.findall(sample)) * 50 > len(sample):
        raise QuizError.at(str(path), "is not text (a binary file)", SAVED)
    text = visible(text.replace("\r\n", "\n").replace("\r", "\n"))
    if not text.strip():
        raise QuizError.at(str(path), "is empty", "a document needs some text")
    return text


def signature(data: bytes) -> tuple[str, str] | None:
    """What a file that is no text is, by its first bytes, and what helps."""
    return next(((what, hint) for first, what, hint in SIGNATURES if data.startswith(first)), None)


def visible(text: str) -> str:
    """Text without the characters nobody sees, accents composed with their letters (NFC)."""
    return unicodedata.normalize("NFC", UNSEEN.sub("", text))


def _decoded(data: bytes, declared: str) -> str:
    """Try the byte-order mark, UTF-8, UTF-16, the declared and at last the likeliest encoding."""
    for mark, encoding in BOMS:
        if data.startswith(mark):
            return data.decode(encoding, errors="replace")
    if wide := _utf16(data):
        return data.decode(wide, errors="replace")
    for encoding in filter(None, ("utf-8", declared)):
        try:
            return data.decode(encoding)
        except (LookupError, ValueError):
            continue
    return data.decode(_guess(data), errors="replace")


def _utf16(data: bytes) -> str:
    """Name UTF-16 without a mark by the zero bytes on one side only of its characters."""
    sample = data[:4096]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if max(even, odd) * 4 < len(sample) or min(even, odd) * 10 > max(even, odd):
        return ""
    return "utf-16-le" if odd > even else "utf-16-be"


def _guess(data: bytes) -> str:
    """Name the likeliest encoding of bytes that are no valid UTF-8."""
    loose = data[:262_144].decode("utf-8", errors="replace")
    if loose.count("\ufffd") * 10 <= sum(char > "\x7f" for char in loose):
        return "utf-8"
    if frozenset(byte for byte in set(data) if byte >= 0x80) <= ENGLISH_CP1252:
        return "cp1252"
    from charset_normalizer import from_bytes

    best = from_bytes(data[:262_144]).best()
    return best.encoding if best is not None else "cp1252"
