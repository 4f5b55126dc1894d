"""Tags and texts -> paragraphs: what HTML and Markdown have in common."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace

from quiz.documents.broken_lines import BREAK, paragraphs_of
from quiz.documents.elements import (
    BLOCKS,
    CLOSED_BY,
    DOUBTFUL,
    DROPPED,
    NOTE_NAMES,
    NOTE_TYPES,
    PAGE,
    TAG_KINDS,
    VOID,
    beside,
    hides,
    named_kind,
)
from quiz.documents.markup import End, Event, Start, Text
from quiz.documents.model import BlockKind
from quiz.documents.paragraph import Paragraph, Piece, joined
from quiz.documents.raised import lowered

Claim = tuple[BlockKind, int, bool]
"""What an element says of the text in it, the number of the element, and whether it says only that this is beside."""

CLAIMS = 8
"""Claims kept of the elements round a paragraph, the outermost first; deeper ones say nothing new."""

BOXES = 24
"""Elements round a paragraph that are kept, the innermost; pages nest their text some twelve deep."""

DATUM = 5
"""Words of the shortest description that a list gives of a term; a name and less are a sheet of data."""

PARTED = re.compile(r"\d[^\W\d_]|[a-z][A-Z\d]|[.,;:!?)][^\W_]")
"""Characters on either side of two spans that only a page's style parts, as a timeline's years from its words."""

ANCHORS = frozenset("¶#§🔗")
"""Links to a heading itself, which readers see only under the pointer."""

REACH = 64
"""Open elements looked through for one whose end tag was left out; keeps broken markup linear."""


@dataclass(slots=True)
class Open:
    """An open element: what it and those round it claim of their text, and the `main` and `article` it is in."""

    tag: str
    claims: tuple[Claim, ...] = ()
    main: int = 0
    article: int = 0
    dropped: bool = False
    items: int = 0
    level: int = 0
    label: str = ""
    boxes: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Found:
    """A paragraph, what the elements round it claim it is, and the `main` and `article` it stands in (0: none)."""

    paragraph: Paragraph
    claims: tuple[Claim, ...] = ()
    main: int = 0
    article: int = 0


class Flow:
    """Takes the events of a document in order and keeps the paragraphs they make."""

    def __init__(self) -> None:
        """Start with nothing read."""
        self.found: list[Found] = []
        self.title = ""
        self.meta: dict[str, str] = {}
        self._open = [Open("")]
        self._tags: Counter[str] = Counter()
        self._pieces: list[Piece] = []
        self._raised: list[Piece] | None = None
        self._raised_is_note = self._note_open = self._after_span = self._beside = False
        self._links = self._strong = self._numbered = self._breaks = self._term = 0
        self._characters = Counter[str]()

    def take(self, event: Event) -> None:
        """Take one event."""
        if isinstance(event, Text):
            self.text(event.text, event.line)
        elif isinstance(event, Start):
            self.start(event.tag, event.attributes, event.line)
        elif isinstance(event, End):
            self.end(event.tag, event.line)

    def text(self, text: str, line: int) -> None:
        """Take text that stands on one line."""
        top = self._open[-1]
        if top.dropped:
            self.title += text if top.tag == "title" and not self.found else ""
            return
        if self._links and text.strip() in ANCHORS:
            return
        if self._raised is not None:
            self._raised.append(Piece(text, line))
            return
        if self._beside and self._pieces and PARTED.fullmatch(self._pieces[-1].text[-1:] + text[:1]):
            self._pieces.append(Piece(" ", line))
        self._beside = self._after_span = False
        self._pieces.append(Piece(text, line))
        if size := len(text.strip()):
            self._breaks = 0
            self._characters["all"] += size
            self._characters["linked"] += size if self._links else 0
            self._characters["strong"] += size if self._strong else 0

    def marker(self, marker: str, line: int) -> None:
        """Take a footnote marker."""
        self._pieces.append(Piece(marker, line, marker=True))

    def start(self, tag: str, attributes: Mapping[str, str], line: int, label: str = "") -> None:
        """Take a start tag; the label is a list item's, where the source gives it."""
        if tag == "meta":
            self._note_meta(attributes)
        if self._open[-1].tag == "head" and tag in BLOCKS:
            self._pop()
        dropped = self._open[-1].dropped or tag in DROPPED or hides(tag, attributes) or tag == "title"
        if tag in BLOCKS and not self._open[-1].dropped:
            self.flush()
            self._close_implied(tag)
        if tag not in VOID and (dropped or tag in BLOCKS):
            self._push(tag, attributes, label, dropped=dropped)
        elif not dropped:
            self._start_inline(tag, attributes, line)

    def end(self, tag: str, line: int) -> None:
        """Take an end tag; one that nothing open answers to is passed over."""
        if tag in BLOCKS and not self._open[-1].dropped:
            self.flush()
        if self._tags[tag]:
            while self._pop() != tag:
                pass
        elif tag == "span":
            self._after_span = True
        elif tag == "a":
            self._links = max(0, self._links - 1)
            if self._note_open:
                self._note_open = False
                self._lower()
        elif tag in {"b", "strong"}:
            self._strong = max(0, self._strong - 1)
        elif tag == "sup":
            self._lower()
        elif tag == "q":
            self.text("”", line)

    def close(self) -> None:
        """End the document: whatever is still open."""
        self.flush()
        while len(self._open) > 1:
            self._pop()

    def flush(self) -> None:
        """End the paragraph."""
        self._lower()
        pieces, self._pieces = self._pieces, []
        counts, self._characters = self._characters, Counter()
        self._breaks = self._links = self._strong = 0
        for paragraph in paragraphs_of(pieces):
            if paragraph.text:
                self._keep(paragraph, counts)

    def _keep(self, paragraph: Paragraph, counts: Counter[str]) -> None:
        """Keep a paragraph with what the elements round it say; what is said of a term follows the term."""
        top = self._open[-1]
        level, size = top.level, max(1, counts["all"])
        if not level and counts["strong"] >= size > 1 and len(paragraph.text) <= 100:
            level = 6
        claims = top.claims
        if self._tags["dd"] and self._term == len(self.found) > 0:
            term = self.found.pop().paragraph
            data = paragraph.text.count(" ") < DATUM and not paragraph.text.endswith((".", "!", "?"))
            claims = (*claims, (BlockKind.table, 0, False)) if data else claims
            paragraph = joined(term, paragraph, " " if term.text.endswith(":") else ": ")
        label, top.label = top.label or paragraph.label, ""
        paragraph = replace(paragraph, level=level, label=label, linked=counts["linked"] / size, boxes=top.boxes)
        self.found.append(Found(paragraph, claims, top.main, top.article))
        self._term = len(self.found) if top.tag == "dt" and not paragraph.text.endswith(("?", ".")) else 0

    def _start_inline(self, tag: str, attributes: Mapping[str, str], line: int) -> None:
        """Take the start of an element inside a paragraph."""
        named = bool(
            NOTE_NAMES.search(
                " ".join((attributes.get("class", ""), attributes.get("id", ""), attributes.get("href", "")))
            )
        )
        self._beside, self._after_span = tag == "span" and self._after_span, False
        if tag == "a":
            self._links += 1
            if self._raised is None and NOTE_TYPES & {attributes.get("role"), *attributes.get("epub:type", "").split()}:
                self._raised, self._note_open = [], True
            self._raised_is_note = self._raised_is_note or self._raised is not None
        elif tag in {"b", "strong"}:
            self._strong += 1
        elif tag == "sup":
            self._lower()
            self._raised, self._raised_is_note = [], named
        elif tag == "q":
            self.text("“", line)
        elif tag == "br":
            self._break(line)

    def _break(self, line: int) -> None:
        """Take a line break; two make a new paragraph, as in pages without paragraph tags."""
        self._breaks += 1
        self._pieces.append(Piece(BREAK, line))
        if self._breaks >= 2:
            self.flush()

    def _lower(self) -> None:
        """End raised text."""
        raised, self._raised = self._raised, None
        if not raised:
            return
        self._pieces += lowered(raised, self._pieces[-3:], is_note=self._raised_is_note)

    def _note_meta(self, attributes: Mapping[str, str]) -> None:
        """Keep what a meta element says of the page."""
        name = attributes.get("name") or attributes.get("property") or ""
        if name and attributes.get("content"):
            self.meta.setdefault(name.lower(), attributes["content"].strip())

    def _close_implied(self, tag: str) -> None:
        """Close what a start tag ends without an end tag: an open `p`, the list item or cell before."""
        if self._open[-1].tag == "p" and tag not in {"body", "html"}:
            self._pop()
        closes, stops = CLOSED_BY.get(tag, (frozenset(), frozenset()))
        for depth in range(1, min(len(self._open), REACH) if closes else 1):
            above = self._open[-depth].tag
            if above in stops:
                return
            if above in closes:
                for _ in range(depth):
                    self._pop()
                return

    def _push(self, tag: str, attributes: Mapping[str, str], label: str, *, dropped: bool) -> None:
        """Open an element, which holds what its parent holds unless it says something of its own."""
        parent = self._open[-1]
        self._numbered += 1
        opened = Open(tag, parent.claims, parent.main, parent.article, dropped, 0, parent.level, parent.label)
        opened.boxes = (*parent.boxes[1 - BOXES :], self._numbered)
        if not dropped and len(parent.claims) < CLAIMS:
            opened.claims = (*parent.claims, *self._claim(tag, attributes, parent))
        if tag == "li":
            parent.items += 1
            opened.label = label or (f"{parent.items}." if parent.tag == "ol" else "•")
        opened.level = int(tag[1]) if tag in {"h1", "h2", "h3", "h4", "h5", "h6"} else opened.level
        opened.main = self._numbered if tag == "main" or attributes.get("role") == "main" else opened.main
        opened.article = self._numbered if tag == "article" and not opened.article else opened.article
        self._open.append(opened)
        self._tags[tag] += 1

    def _claim(self, tag: str, attributes: Mapping[str, str], parent: Open) -> tuple[Claim, ...]:
        """What an element claims, by its attributes or else its name; a claim that is beyond doubt has the number 0."""
        if named := named_kind(tag, attributes):
            return ((named, self._numbered, False),)
        if beside(tag, attributes):
            return ((BlockKind.furniture, self._numbered, True),)
        kind = _tag_kind(tag, parent)
        return ((kind, self._numbered if tag in DOUBTFUL else 0, False),) if kind is not None else ()

    def _pop(self) -> str:
        """Close the innermost open element and name it."""
        closed = self._open.pop()
        self._tags[closed.tag] -= 1
        if closed.label == "" and self._open[-1].tag == "li":
            self._open[-1].label = ""
        return closed.tag


def _tag_kind(tag: str, parent: Open) -> BlockKind | None:
    """What an element is by its name; a page's header is furniture, an article's is not."""
    if tag == "header" and not parent.main and not parent.article:
        return BlockKind.furniture
    if tag == "footer" and parent.claims and parent.claims[-1][0] is BlockKind.quotation:
        return BlockKind.quotation
    if tag == "li":
        return BlockKind.item
    return TAG_KINDS.get(tag) if tag not in PAGE else None
