"""The text of a Word document as the tags and texts of a web page, deleted and hidden text left out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from quiz.documents.docx.styles import Style, attribute, local
from quiz.documents.flow import Flow
from quiz.documents.markup import End, Event, Start, Text

SKIPPED = frozenset({"del", "movefrom", "fallback", "rt", "sectpr", "tblpr", "trpr", "tcpr"})
"""Elements whose text nobody sees once all changes are accepted; a `Fallback` repeats its `Choice`."""

TABLES = {"tbl": "table", "tr": "tr", "tc": "td"}
MARKS = {"tab": " ", "nobreakhyphen": "-", "cr": " "}
OFF = frozenset({"0", "false", "off", "none"})
INDENTED = 500
"""Twentieths of a point, a third of an inch: a paragraph that stands in so far may be a quotation."""

DEEPEST = 200
"""Elements within one another; what lies deeper is left out."""


@dataclass(slots=True)
class _Paragraph:
    """A paragraph: the element its style makes it, whether it stands in, and whether its text has begun."""

    style: Style
    indented: bool = False
    begun: bool = False


@dataclass(slots=True)
class _Letters:
    """How the letters of a run are set."""

    bold: bool = False
    raised: bool = False
    hidden: bool = False


class Body:
    """Takes the events of the part `document.xml` and tells a flow of what they are."""

    def __init__(self, flow: Flow, styles: Mapping[str, Style]) -> None:
        """Keep the flow written to and the document's styles."""
        self._flow, self._styles = flow, styles
        self._open: list[str] = []
        self._skipped: list[str] = []
        self._paragraph: _Paragraph | None = None
        self._letters = _Letters()
        self._boxed: list[Event] = []
        self._in_box = False

    def take(self, events: Iterable[Event]) -> None:
        """Take events in order; the text of a box comes after the paragraph the box hangs on."""
        for event in events:
            if isinstance(event, Text):
                self._text(event)
            elif isinstance(event, Start):
                self._start(event)
            else:
                self._end(event)

    def _text(self, event: Text) -> None:
        if self._in_box:
            self._boxed.append(event)
        elif not self._skipped and self._open and self._open[-1] == "t":
            self._write(event.text)

    def _start(self, event: Start) -> None:
        tag = local(event.tag)
        if len(self._open) < DEEPEST:
            self._open.append(tag)
        self._skipped += [tag] * (tag in SKIPPED)
        if self._in_box:
            self._boxed.append(event)
        elif tag == "txbxcontent" and self._paragraph is not None and not self._skipped:
            self._in_box = True
        elif not self._skipped:
            self._enter(tag, event.attributes)

    def _end(self, event: End) -> None:
        tag = local(event.tag)
        if tag in self._open:
            while self._open.pop() != tag:
                pass
        if self._skipped and tag == self._skipped[-1]:
            self._skipped.pop()
        elif tag == "txbxcontent" and self._in_box and "txbxcontent" not in self._open:
            self._in_box = False
        elif self._in_box:
            self._boxed.append(event)
        elif not self._skipped:
            self._leave(tag)

    def _enter(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Take the beginning of an element that is shown."""
        value = attribute(attributes, "val")
        if tag == "p":
            self._paragraph = _Paragraph(self._styles.get("", Style()))
        elif tag == "r":
            self._letters = _Letters()
        elif tag in TABLES:
            self._flow.start(TABLES[tag], {}, 1)
        elif "rpr" in self._open[-3:] and "ppr" not in self._open:
            self._set(tag, value)
        elif "ppr" in self._open[-4:] and self._paragraph is not None:
            self._shape(self._paragraph, tag, attributes, value)
        elif tag in MARKS:
            self._write(MARKS[tag])
        elif tag == "br" and attribute(attributes, "type") in {"", "textwrapping"}:
            self._flow.start("br", {}, 1)
        elif tag in {"footnotereference", "endnotereference"} and self._paragraph is not None:
            self._begin(self._paragraph)
            self._flow.marker(f"[{attribute(attributes, 'id')}]", 1)
        elif tag == "hyperlink" and self._paragraph is not None:
            self._begin(self._paragraph)
            self._flow.start("a", {}, 1)

    def _leave(self, tag: str) -> None:
        """Take the end of an element that is shown."""
        if tag in TABLES:
            self._flow.end(TABLES[tag], 1)
        elif tag == "hyperlink":
            self._flow.end("a", 1)
        elif tag == "p" and self._paragraph is not None:
            paragraph, self._paragraph = self._paragraph, None
            self._finish(paragraph)
            boxed, self._boxed = self._boxed, []
            self.take(boxed)

    def _set(self, tag: str, value: str) -> None:
        """Take a property of a run."""
        on = value.lower() not in OFF
        if tag == "b":
            self._letters.bold = on
        elif tag == "vanish":
            self._letters.hidden = on
        elif tag == "vertalign":
            self._letters.raised = value == "superscript"

    def _shape(self, paragraph: _Paragraph, tag: str, attributes: Mapping[str, str], value: str) -> None:
        """Take a property of a paragraph."""
        if tag == "pstyle":
            paragraph.style = self._styles.get(value, paragraph.style)
        elif tag == "outlinelvl" and paragraph.style.tag == "p" and value in set("012345"):
            paragraph.style = Style(f"h{int(value) + 1}")
        elif tag == "numid" and paragraph.style.tag == "p" and value != "0":
            paragraph.style = replace(paragraph.style, tag="li")
        elif tag == "ind":
            left = attribute(attributes, "left") or attribute(attributes, "start")
            paragraph.indented = left.isascii() and left.isdigit() and len(left) < 7 and int(left) >= INDENTED

    def _begin(self, paragraph: _Paragraph) -> None:
        """Open a paragraph's element, once it has something to show."""
        if not paragraph.begun:
            paragraph.begun = True
            tag, label = paragraph.style.tag, "•" if paragraph.style.tag == "li" else ""
            self._flow.start(tag, {"class": paragraph.style.label} if paragraph.style.label else {}, 1, label)

    def _write(self, text: str) -> None:
        """Write text as it is set."""
        if self._paragraph is None or self._letters.hidden:
            return
        self._begin(self._paragraph)
        tag = "sup" if self._letters.raised else "b" if self._letters.bold else ""
        if tag:
            self._flow.start(tag, {}, 1)
        self._flow.text(text, 1)
        if tag:
            self._flow.end(tag, 1)

    def _finish(self, paragraph: _Paragraph) -> None:
        """Close a paragraph's element."""
        if not paragraph.begun:
            return
        before = len(self._flow.found)
        self._flow.end(paragraph.style.tag, 1)
        if paragraph.indented and paragraph.style.tag == "p" and len(self._flow.found) > before:
            found = self._flow.found[-1]
            self._flow.found[-1] = replace(found, paragraph=replace(found.paragraph, indent=4))
