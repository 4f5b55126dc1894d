"""Reads web pages: the main content in its blocks, each character with its line."""

from __future__ import annotations

import re
from pathlib import Path

from quiz.documents.assembly import assemble
from quiz.documents.content import main_content
from quiz.documents.decoding import decode
from quiz.documents.flow import Flow
from quiz.documents.main_text import within_main_text
from quiz.documents.markup import events
from quiz.documents.model import Document

CHARSET = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w:.-]{2,30})|<\?xml[^>]{0,100}encoding=["']([\w:.-]{2,30})""",
    re.IGNORECASE,
)
SEPARATORS = (" | ", " – ", " — ", " · ", " » ", " - ")
META = {
    "author": ("author", "article:author", "dc.creator", "citation_author", "parsely-author"),
    "publication": ("og:site_name", "citation_journal_title", "dc.publisher", "application-name"),
    "year": ("article:published_time", "citation_publication_date", "dc.date", "date", "pubdate", "citation_date"),
    "date": ("article:published_time", "citation_publication_date", "dc.date", "date", "pubdate"),
}


def read(data: bytes, path: Path) -> Document:
    """Read a web page; QuizError if the data cannot be read as text."""
    declared = CHARSET.search(data[:2048])
    name = (declared[1] or declared[2]).decode("ascii") if declared else ""
    source = decode(data, path, name)
    flow = Flow()
    for event in events(source, xml=source.lstrip()[:5] == "<?xml"):
        flow.take(event)
    flow.close()
    meta = _meta(flow)
    paragraphs = within_main_text(source, main_content(flow.found))
    return assemble(path, paragraphs, _title(flow, meta), meta, marked=True)


def _meta(flow: Flow) -> dict[str, str]:
    """Author, publication, year and date, as the page's meta elements give them."""
    meta = {}
    for name, keys in META.items():
        value = next((flow.meta[key] for key in keys if flow.meta.get(key)), "")
        year = re.search(r"\b(1[5-9]|20)\d\d\b", value)
        if name == "year":
            value = year[0] if year else ""
        if value and "://" not in value:
            meta[name] = value
    return meta


def _title(flow: Flow, meta: dict[str, str]) -> str:
    """The page's one top heading, or else its title without the name of the site."""
    tops = [item.paragraph.text for item in flow.found if item.paragraph.level == 1]
    if len(set(tops)) == 1:
        return tops[0]
    title = " ".join((flow.meta.get("og:title") or flow.title).split())
    headings = {item.paragraph.text for item in flow.found if item.paragraph.level}
    if named := next((part for part in re.split(r"\s(?:[|–—·»/-]|::)\s", title) if part in headings), ""):
        return named
    site = meta.get("publication", "")
    head, mark, tail = max((title.rpartition(mark) for mark in SEPARATORS), key=lambda parts: len(parts[0]))
    return head if mark and (tail == site or len(tail.split()) <= 4) else title
