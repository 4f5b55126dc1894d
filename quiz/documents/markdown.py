"""Reads Markdown: CommonMark with tables, footnotes and front matter, and what Jekyll, Hugo and Pandoc add."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from quiz.documents.admonitions import without_admonitions
from quiz.documents.assembly import assemble
from quiz.documents.content import main_content
from quiz.documents.decoding import decode
from quiz.documents.flow import Flow
from quiz.documents.frontmatter import front_matter
from quiz.documents.markup import events
from quiz.documents.model import Document
from quiz.documents.raised import DIGITS

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

TEMPLATE = re.compile(r"\{%[^%\n]*%\}|\{\{[<%][^{}\n]*[>%]\}\}|\{\{[^{}\n]*\}\}|%%[^%\n]*%%")
"""Site generators' tags; each alternative stops where another could begin, so that floods take linear time."""

WIKI_LINK = re.compile(r"!?\[\[(?:[^\[\]|\n]*\|)?([^\[\]|\n]+)\]\]")
MARKED = re.compile(r"(?<![=\w])==(?=\S)([^=\n]{1,200})(?<=\S)==(?![=\w])")
RAISED = re.compile(r"(?<=\w)\^([+-]?\d{1,3})\^")
LOWERED = re.compile(r"(?<=\w)~(\w{1,3})~(?!~)")
"""Pandoc's marks: `==stressed==`, `km^2^`, `H~2~O`."""

ATTRIBUTES = re.compile(r"(?<!\s)\s*+\{:?\s*+(?:[.#:][\w:-]|[\w-]+=)[^{}\n]*\}\s*+$")
OF_SPAN = re.compile(r"\{:[^{}\n]*\}")
"""What kramdown notes right behind a stressed word: `**Massacre**{: .term}`."""

WITHIN_HTML = re.compile(r"^(?=<(?:div|section|aside|article|figure)\b[^<>\n]*\bmarkdown=)", re.MULTILINE)
"""A tag whose contents are Markdown, as kramdown has it; a comment before it ends its block of HTML with its line."""

CAPTIONED = re.compile(r"!\[[^\]\n]*\]\([^()\n]*\)[ \\]*\n([*_]{1,2})(?![*_\s])[^*\n]+(?<!\s)\1\s*$")
"""A picture with a stressed line under it, which tells what it shows."""

CLASSES = re.compile(r"\.([\w-]+)")
YEAR = 4
"""Digits of a year."""

NOTES = {"class": "footnotes"}


def read(data: bytes, path: Path) -> Document:
    """Read a Markdown document; QuizError if the data cannot be read as text."""
    source = decode(data, path)
    matter, start = front_matter(source)
    lines = source.split("\n")
    source = "\n" * start + "\n".join(without_admonitions(lines[start:]))
    source = MARKED.sub(r"\1", WIKI_LINK.sub(r"\1", TEMPLATE.sub("", source)))
    source = WITHIN_HTML.sub("<!---->", source)
    source = LOWERED.sub(r"\1", RAISED.sub(lambda match: match[1].translate(DIGITS), source))
    flow = Flow()
    _Writer(flow, source.split("\n")).write(_parser().parse(source))
    flow.flush()
    tops = [item.paragraph.text for item in flow.found if item.paragraph.level == 1]
    title = matter.get("title") or (tops[0] if tops else "")
    return assemble(path, main_content(flow.found), title, matter)


@lru_cache(maxsize=1)
def _parser() -> MarkdownIt:
    """The Markdown parser, made once."""
    from markdown_it import MarkdownIt
    from mdit_py_plugins.deflist import deflist_plugin
    from mdit_py_plugins.footnote import footnote_plugin

    return (
        MarkdownIt("commonmark", {"html": True, "maxNesting": 20})
        .enable(["table", "strikethrough"])
        .use(footnote_plugin)
        .use(deflist_plugin)
    )


class _Writer:
    """Walks a Markdown parser's tokens and tells a flow of what they are."""

    def __init__(self, flow: Flow, lines: Sequence[str]) -> None:
        """Keep the flow written to and the source's lines."""
        self._flow, self._lines, self._line, self._lead = flow, lines, 1, ""

    def write(self, tokens: Iterable[Token]) -> None:
        """Write the tokens of a document in order."""
        queue = list(tokens)
        for number, token in enumerate(queue):
            if token.map and token.nesting >= 0:
                self._line = token.map[0] + 1
            content = queue[number + 1].content if number + 1 < len(queue) else ""
            self._block(token, content)

    def _block(self, token: Token, following: str) -> None:
        """Write one block token; a start tag gets the classes that kramdown notes at the end of its text."""
        if token.type == "inline":
            self._inline(token)
        elif token.type == "html_block":
            self._html(token.content)
        elif token.type in {"fence", "code_block"}:
            self._flow.start("pre", {}, self._line)
            for number, text in enumerate(
                token.content.splitlines(keepends=True), self._line + (token.type == "fence")
            ):
                self._flow.text(text, number)
            self._flow.end("pre", self._line)
        elif token.type == "footnote_block_open":
            self._flow.start("section", NOTES, self._line)
        elif token.type == "footnote_block_close":
            self._flow.end("section", self._line)
        elif token.nesting == 1 and token.tag:
            self._open(token, following)
        elif token.tag:
            self._flow.end(token.tag, self._line) if token.nesting else self._flow.flush()

    def _open(self, token: Token, following: str) -> None:
        """Write a start tag; a year that opens a line is no number of an item."""
        number = f"{token.info}{token.markup}" if token.tag == "li" else ""
        label = number if 0 < len(token.info) < YEAR else "•"
        self._flow.start(token.tag, _kramdown(following), self._line, label if token.tag == "li" else "")
        self._lead = f"{number} " if number and len(token.info) >= YEAR else self._lead

    def _html(self, source: str) -> None:
        """Write raw HTML."""
        for event in events(source, self._line):
            self._flow.take(event)
        self._line += source.count("\n")

    def _inline(self, token: Token) -> None:
        """Write the text of a block: emphasis and links as their visible text, images not at all."""
        children = token.children or []
        self._flow.text(self._lead, self._line)
        self._lead = ""
        first, last = token.map or (self._line - 1, self._line)
        raw = "".join(child.content for child in children if child.type == "html_inline")
        seen = sum(child.type in {"softbreak", "hardbreak"} for child in children) + raw.count("\n")
        sought = _Lines(self._lines, first, last) if seen < token.content.count("\n") else None
        for number, child in enumerate(children):
            text = child.content
            if child.type == "text" and (number + 1 == len(children) or children[number + 1].type == "softbreak"):
                text = ATTRIBUTES.sub("", text)
            if number and children[number - 1].type.endswith(("_close", "code_inline")):
                text = text[found.end() :] if (found := OF_SPAN.match(text)) else text
            if sought and child.type in {"text", "code_inline"}:
                for part, self._line in sought.of(text):
                    self._flow.text(part, self._line)
            else:
                self._child(child, text, ends=sought is None)

    def _child(self, child: Token, text: str, *, ends: bool) -> None:
        """Write one inline token; its line ends count unless the lines of words are sought."""
        if child.type in {"text", "code_inline"}:
            self._flow.text(text, self._line)
        elif child.type in {"softbreak", "hardbreak"}:
            self._flow.text("\n", self._line)
            self._line += ends
        elif child.type == "html_inline":
            self._html(text)
        elif child.type == "footnote_ref":
            self._flow.marker(f"[^{child.meta.get('label') or child.meta['id'] + 1}]", self._line)
        elif child.tag in {"a", "strong", "em"}:
            (
                self._flow.start(child.tag, {}, self._line)
                if child.nesting == 1
                else self._flow.end(child.tag, self._line)
            )


class _Lines:
    """Finds the lines of words in a block whose line ends the parser did not report (in code, in a link's target)."""

    def __init__(self, lines: Sequence[str], first: int, last: int) -> None:
        """Look through lines, counted from 0, from the first up to the last."""
        self._lines, self._at, self._last, self._column = lines, first, last, 0

    def of(self, text: str) -> Iterable[tuple[str, int]]:
        """Each word of a text, with the white space around it, and its line, from 1."""
        for part in re.findall(r"\s*\S+\s*|\s+", text):
            word = part.strip()
            for number in range(self._at, self._last):
                column = self._lines[number].find(word, self._column if number == self._at else 0) if word else -1
                if column >= 0:
                    self._at, self._column = number, column + len(word)
                    break
            yield part, self._at + 1


def _kramdown(following: str) -> dict[str, str]:
    """Classes that an attribute list at the end of a block's text gives it; that of a caption under a picture."""
    if CAPTIONED.match(following):
        return {"class": "caption"}
    match = ATTRIBUTES.search(following[-200:])
    return {"class": " ".join(CLASSES.findall(match[0]))} if match else {}
