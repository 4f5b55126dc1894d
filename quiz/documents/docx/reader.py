"""Reads Word documents: each character with its section and the number of its paragraph there."""

from __future__ import annotations

from pathlib import Path

from quiz.documents.archive import Archive
from quiz.documents.assembly import assemble
from quiz.documents.content import weighed
from quiz.documents.decoding import LIMIT
from quiz.documents.docx.body import Body
from quiz.documents.docx.styles import attribute, local, styles_of
from quiz.documents.flow import Flow
from quiz.documents.markup import Start, Text, events
from quiz.documents.model import Document
from quiz.documents.ordinals import numbered
from quiz.errors import QuizError

RELATIONS, PROPERTIES = "_rels/.rels", "docProps/core.xml"


def read(data: bytes, path: Path) -> Document:
    """Read a Word document; QuizError if the data are none, or encrypted, damaged, or made to swell."""
    archive = Archive(data, path, "Word document")
    main = _main(archive)
    flow = Flow()
    if main not in archive:
        raise archive.damaged()
    styles = styles_of(events(archive.text(f"{main.rpartition('/')[0]}/styles.xml"), xml=True))
    Body(flow, styles).take(events(archive.text(main), xml=True))
    flow.flush()
    if sum(len(item.paragraph.text) for item in flow.found) > LIMIT:
        raise QuizError.at(str(path), "has too much text: at most 8 million characters are read", "split it into parts")
    meta = _properties(archive)
    tops = [item.paragraph.text for item in flow.found if item.paragraph.level == 1]
    named = meta.pop("title", "")
    title = named if named in tops or not tops else tops[0]
    paragraphs = numbered(item.paragraph for item in weighed(flow.found))
    return assemble(path, paragraphs, title, meta, unit="paragraph")


def _main(archive: Archive) -> str:
    """Name of the part that holds the text."""
    for event in events(archive.text(RELATIONS), xml=True):
        if isinstance(event, Start) and attribute(event.attributes, "type").endswith("/officeDocument"):
            return attribute(event.attributes, "target").lstrip("/")
    return "word/document.xml"


def _properties(archive: Archive) -> dict[str, str]:
    """Title and author that the document's properties give (their dates are those of the file, not of the text)."""
    found: dict[str, str] = {}
    names = {"title": "title", "creator": "author"}
    tag = ""
    for event in events(archive.text(PROPERTIES), xml=True):
        if isinstance(event, Start):
            tag = names.get(local(event.tag), "")
        elif isinstance(event, Text) and tag and event.text.strip():
            found.setdefault(tag, event.text.strip())
        else:
            tag = ""
    return found
