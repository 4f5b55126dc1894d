"""Reads EPUB books, chapter by chapter: each character with its section and the number of its paragraph there."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from urllib.parse import unquote, urldefrag

from quiz.documents.archive import Archive
from quiz.documents.assembly import assemble_parts
from quiz.documents.content import weighed
from quiz.documents.decoding import LIMIT
from quiz.documents.flow import Flow, Found
from quiz.documents.markup import Start, Text, events
from quiz.documents.model import BlockKind, Document
from quiz.documents.ordinals import numbered
from quiz.documents.paragraph import Paragraph, Piece, compose
from quiz.errors import QuizError

CONTAINER, ENCRYPTION = "META-INF/container.xml", "META-INF/encryption.xml"
MOST_CHAPTERS = 20_000
FRONT = re.compile(
    r"(?:.*[-_.\d])?(?:cover|half[-_]?title(?:[-_]?page)?|title[-_]?page|copyright(?:[-_]?page)?|colophon|toc|contents|nav|imprint|"
    r"loi|lot|landmarks|also-?by|other-?books|advert\w*|newsletter)(?:[-_.]?\d*)",
    re.IGNORECASE,
)
"""Names of files that hold a cover, a list of contents or the publisher's own words."""

IMPRINT = re.compile(r"\bISBN\b|\ball rights reserved\b|©|\bcopyright (?:page|notice|\(c\))", re.IGNORECASE)
SHORT = 500
"""Words of the longest page of copyright."""


@dataclass(slots=True)
class Package:
    """What a book's package says: its files in the order they are read, names of its chapters, title, author, year."""

    spine: list[str] = field(default_factory=list)
    front: set[str] = field(default_factory=set)
    labels: dict[str, str] = field(default_factory=dict)
    meta: dict[str, str] = field(default_factory=dict)


def read(data: bytes, path: Path) -> Document:
    """Read a book; QuizError if the data are none, or encrypted, damaged, or made to swell."""
    archive = Archive(data, path, "EPUB book")
    package = _package(archive)
    locked = _locked(archive)
    if locked & set(package.spine):
        raise archive.encrypted()
    parts, read_so_far = [], 0
    flow = Flow()
    for name in package.spine[:MOST_CHAPTERS]:
        first = len(flow.found)
        for event in events(archive.text(name), xml=True):
            flow.take(event)
        flow.close()
        parts.append((name, first, len(flow.found)))
        read_so_far += sum(len(item.paragraph.text) for item in flow.found[first:])
        if read_so_far > LIMIT:
            raise QuizError.at(
                str(path), "has too much text: at most 8 million characters are read", "split it into parts"
            )
    found = weighed(flow.found)
    chapters = [_chapter(package, name, found[first:last]) for name, first, last in parts]
    title = package.meta.pop("title", "")
    return assemble_parts(path, _counted(chapters), title, package.meta, marked=True, unit="paragraph")


def _counted(chapters: list[list[Paragraph]]) -> Iterator[list[Paragraph]]:
    """Chapters with their paragraphs numbered through the book."""
    start = 1
    for chapter in chapters:
        yield numbered(chapter, start)
        start += len(chapter)


def _chapter(package: Package, name: str, found: list[Found]) -> list[Paragraph]:
    """Paragraphs of one file of the book: headed by the list of contents where it has no heading of its own."""
    paragraphs = [item.paragraph for item in found]
    words = sum(paragraph.text.count(" ") + 1 for paragraph in paragraphs)
    imprint = words <= SHORT and any(IMPRINT.search(paragraph.text) for paragraph in paragraphs)
    if name in package.front or imprint:
        return [replace(paragraph, kind=BlockKind.furniture, level=0) for paragraph in paragraphs]
    label = package.labels.get(name, "")
    if label and paragraphs and not any(paragraph.level for paragraph in paragraphs[:3]):
        paragraphs.insert(0, replace(compose([Piece(label, 1)]), level=2))
    return paragraphs


def _package(archive: Archive) -> Package:
    """What the book's package file says; QuizError if there is none."""
    roots = (event for event in events(archive.text(CONTAINER), xml=True) if isinstance(event, Start))
    root = next((event.attributes.get("full-path", "") for event in roots if _local(event.tag) == "rootfile"), "")
    if root not in archive:
        raise archive.damaged()
    package, files, order, lists = Package(), {}, [], []
    tag = ""
    for event in events(archive.text(root), xml=True):
        if isinstance(event, Text):
            if tag in {"title", "creator", "date", "publisher"} and event.text.strip():
                package.meta.setdefault(tag, event.text.strip())
            continue
        if not isinstance(event, Start):
            tag = ""
            continue
        tag, given = _local(event.tag), event.attributes
        name = _joined(root, given.get("href", ""))
        if tag == "item":
            files[given.get("id", "")] = name
            listing = "nav" in given.get("properties", "").split() or "ncx" in given.get("media-type", "")
            lists += [name] * listing
        elif tag == "itemref":
            order.append((given.get("idref", ""), given.get("linear", "")))
        elif tag == "reference" and FRONT.fullmatch(given.get("type", "")):
            package.front.add(name)
    _put_in_order(package, [(files[name], linear) for name, linear in order if name in files])
    package.front |= set(lists)
    for name in lists:
        _read_labels(archive, name, package)
    package.meta = _named(package.meta)
    return package


def _put_in_order(package: Package, order: Sequence[tuple[str, str]]) -> None:
    """Keep the files in the order they are read, each with whether it is `linear`, and which are front matter."""
    package.spine = list(dict.fromkeys(name for name, _ in order))
    package.front |= {name for name, linear in order if linear == "no"}
    package.front |= {
        name for name in package.spine if FRONT.fullmatch(posixpath.splitext(posixpath.basename(name))[0])
    }


def _named(meta: dict[str, str]) -> dict[str, str]:
    """What a book says of itself, by our names."""
    names = {"title": "title", "creator": "author", "publisher": "publication"}
    found = {ours: meta[theirs] for theirs, ours in names.items() if theirs in meta}
    year = re.search(r"\b(?:1[5-9]|20)\d\d\b", meta.get("date", ""))
    return found | ({"year": year[0]} if year else {})


def _read_labels(archive: Archive, name: str, package: Package) -> None:
    """Keep the names that a list of contents gives to files as a whole."""
    target, words = "", ""
    for event in events(archive.text(name), xml=True):
        if isinstance(event, Text):
            words += event.text
        elif isinstance(event, Start) and _local(event.tag) == "a":
            target, words = _joined(name, event.attributes.get("href", "")), ""
        elif isinstance(event, Start) and _local(event.tag) == "navlabel":
            words = ""
        elif isinstance(event, Start) and _local(event.tag) == "content" and words.strip():
            package.labels.setdefault(_joined(name, event.attributes.get("src", "")), " ".join(words.split())[:200])
        elif not isinstance(event, Start) and _local(event.tag) == "a" and target:
            package.labels.setdefault(target, " ".join(words.split())[:200])
            target = ""


def _locked(archive: Archive) -> set[str]:
    """Files of the book that are encrypted (fonts often are, without harm)."""
    found = (event for event in events(archive.text(ENCRYPTION), xml=True) if isinstance(event, Start))
    return {unquote(event.attributes.get("uri", "")) for event in found if _local(event.tag) == "cipherreference"}


def _joined(base: str, reference: str) -> str:
    """Name of the file a reference points to from another file; one that leads out of the book names none."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(base), unquote(urldefrag(reference)[0])))


def _local(name: str) -> str:
    return name.rpartition(":")[2]
