"""What a person sees of a piece of HTML."""

from __future__ import annotations

import re
from html import escape, unescape
from html.parser import HTMLParser

from quiz.deck.marks import plain

FORMULA = re.compile(r"\\\((.*?)\\\)|\\\[(.*?)\\\]", re.DOTALL)
MARKS = frozenset({"em", "strong", "code", "pre"})


class Shown(HTMLParser):
    """The text of a piece of HTML, a line for each paragraph, break and block of code, and its tags."""

    def __init__(self) -> None:
        super().__init__()
        self.text, self.tags, self.ended = "", set[str](), False

    def handle_starttag(self, tag: str, _attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        if tag == "br" or (tag in ("p", "div", "pre") and self.text and not self.ended):
            self.text += "\n"
        self.ended = tag in ("p", "div") or (self.ended and tag != "br")

    def handle_endtag(self, tag: str) -> None:
        if tag in ("p", "div", "pre"):
            self.text, self.ended = self.text + "\n", True

    def handle_data(self, data: str) -> None:
        self.text, self.ended = self.text + data, False


def shown(html: str) -> str:
    """What a person sees; fails on any markup but paragraphs, breaks, marks and the empty element parting two signs."""
    parser = Shown()
    parser.feed(FORMULA.sub(_read, html).replace("<span></span>", ""))
    parser.close()
    assert parser.tags <= {"p", "br", "div"} | MARKS, html
    return parser.text.removesuffix("\n") if parser.ended else parser.text


def _read(found: re.Match[str]) -> str:
    """Read a formula as MathJax shows it."""
    signs = "$" if found[1] else "$$"
    return escape(plain(f"{signs}{unescape(found[1] or found[2])}{signs}"), quote=False)
