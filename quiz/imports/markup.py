"""HTML of a card's field -> the text a reader sees: lines, lists, tables, formulas and the names of pictures."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from html import unescape
from urllib.parse import unquote

from quiz.deck.marks import HELD, spare
from quiz.deck.marks.compose import BLOCK, CODE, DISPLAY, EMPHASIS, LOOKS, MATH, STRONG, composed, ending
from quiz.deck.marks.letters import lowered, raised
from quiz.deck.media import FOLDER, safe_name
from quiz.imports.clozes import OPEN, SHUT

# Quoted values may hold `>` but no `<`, so that no attempt looks beyond the next tag, and none gives anything back
# or begins within a name: the search stays linear.
TAG = re.compile(r"""<(?P<close>/?)(?P<name>[a-zA-Z][\w:-]*+)(?P<rest>(?:[^<>"']++|"[^"<]*+"|'[^'<]*+')*)>""")
ATTRIBUTE = re.compile(r"""(?<![\w:-])([\w:-]++)\s*+=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""")
SPACE = re.compile(r"[ \t\n\r\f]+")
CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufeff\ud800-\udfff]")
SOUND = re.compile(r"\[sound:([^\]\n]{1,500})\]")
INDENT = re.compile("\n(?:&nbsp;| )+")
LATEX = tuple(zip(("[$$]", "[/$$]", "[$]", "[/$]"), (r"\[", r"\]", r"\(", r"\)"), strict=True))

BLOCKS = frozenset(
    "address article aside body center dd details dialog div dl dt fieldset figcaption figure footer form header html "
    "legend li main nav ol section summary tbody tfoot thead tr ul".split()
)
APART = frozenset("blockquote h1 h2 h3 h4 h5 h6 hr p pre table".split())
UNSEEN = frozenset("script style head template title".split())
FORMAT = frozenset("u s strike del font mark big small".split())
LOOK = {"b": STRONG, "strong": STRONG, "i": EMPHASIS, "em": EMPHASIS, "code": CODE, "tt": CODE, "pre": BLOCK}
FORMULA = re.compile(r"\\\(((?:[^\\]|\\.){1,2000}?)\\\)|\\\[((?:[^\\]|\\.){1,2000}?)\\\]", re.DOTALL)
GAPS = re.compile(f"({OPEN}[^{OPEN}{SHUT}]*{SHUT})")
GATHERED = frozenset("a anki-mathjax rp rt sub sup".split())
DEEPEST = 20
LINKS = ("http://", "https://", "mailto:")
ALT = re.compile(r"[\[\]\s]+")
LONGEST_ALT = 300
"""What a description of a picture cannot hold, and its most characters."""

SHOWN = frozenset({"src", "alt"})
"""What a text tells of a picture."""

COLOURED = re.compile(r"color|background|font-weight|font-style|text-decoration", re.IGNORECASE)


@dataclass(slots=True)
class Reading:
    """The text of one field, the media it names, and what of it is lost."""

    text: str
    media: list[str] = field(default_factory=list)
    lost: set[str] = field(default_factory=set)


def read(html: str, place: str = f"{FOLDER}/") -> Reading:
    """Read a field; `place` stands before the names of media files."""
    reader = _Reader(place)
    reader.feed(LOOKS.sub("", html))
    text = unicodedata.normalize("NFC", CONTROLS.sub("", reader.text()))
    marked, told = _marked(text)
    return Reading(tidied(marked), reader.media, reader.lost | ({"formatting"} if not told else set()))


def _marked(text: str) -> tuple[str, bool]:
    """Write looks as marks, those of a cloze's gaps for themselves; whether all could be written."""
    own = spare(text)
    parts = GAPS.split(text.replace(HELD, own))
    around, told = composed(HELD.join(parts[::2]))
    if len(parts) == 1 or around.count(HELD) != len(parts) // 2:
        return around.replace(own, HELD), told and len(parts) == 1
    written = [composed(part) for part in parts[1::2]]
    pieces = around.split(HELD)
    whole = [piece + gap for piece, (gap, _) in zip(pieces, [*written, ("", True)], strict=True)]
    return "".join(whole).replace(own, HELD), told and all(fine for _, fine in written)


def plain(html: str) -> str:
    """Read a field that holds text, line breaks and marks alone, exactly as it was written there."""
    text = INDENT.sub(lambda found: found[0].replace("&nbsp;", " "), re.sub(r"<br\s*/?>", "\n", html))
    return unescape(re.sub(r"</?(?:span|bdi|mark)(?: [^<>]*)?>", "", text))


def tidied(text: str) -> str:
    """Take away space at the ends of lines, and more than one empty line."""
    lines = "\n".join(line.rstrip() for line in text.split("\n"))
    return re.sub(r"\n{3,}", "\n\n", lines).strip()


@dataclass(slots=True)
class _Open:
    """An element whose text is gathered apart, and the output before it."""

    name: str
    attributes: Mapping[str, str]
    outer: list[str]


class _Reader:
    """Reads a field in one pass, however broken it is."""

    def __init__(self, place: str) -> None:
        self._place = place
        self._out: list[str] = []
        self._apart: list[_Open] = []
        self._lists: list[int] = []
        self._verbatim = 0
        self._first_cell = True
        self.media: list[str] = []
        self.lost: set[str] = set()

    def feed(self, html: str) -> None:
        """Read all tags and what stands between them."""
        at = 0
        while (found := html.find("<", at)) >= 0:
            self._words(html[at:found])
            at = self._tag(html, found)
        self._words(html[at:])

    def text(self) -> str:
        """Return the text of all that was read."""
        while self._apart:
            self._gathered()
        return "".join(self._out)

    def _tag(self, html: str, at: int) -> int:
        """Read a tag or a comment; return where what is behind it begins."""
        if html.startswith(("<!", "<?"), at):
            stop = "-->" if html.startswith("<!--", at) else ">"
            end = html.find(stop, at + 2)
            return end + len(stop) if end >= 0 else len(html)
        match = TAG.match(html, at)
        if not match:
            self._put("<")
            return at + 1
        name = match["name"].lower()
        if match["close"]:
            self._end(name)
        elif name in UNSEEN:
            self.lost |= {"scripts"} & {f"{name}s"}
            close = re.compile(f"</{name}", re.IGNORECASE).search(html, match.end())
            end = html.find(">", close.end()) if close else -1
            return end + 1 if end >= 0 else len(html)
        else:
            self._start(name, _attributes(match["rest"]))
        return match.end()

    def _start(self, name: str, attributes: Mapping[str, str]) -> None:
        """Read a start tag."""
        if name == "br":
            self._put("\n")
        elif name == "li":
            self._item()
        elif name in ("td", "th"):
            self._put("" if self._first_cell else " | ")
            self._first_cell = False
        elif name in ("img", "audio", "video", "source", "object", "embed"):
            self._medium(name, attributes)
        elif name in GATHERED and len(self._apart) < DEEPEST:
            self._apart.append(_Open(name, attributes, self._out))
            self._out = []
        elif name in BLOCKS or name in APART:
            self._block(name, attributes)
        if name in LOOK:
            self._put(LOOK[name])
        if name in FORMAT or COLOURED.search(attributes.get("style", "")):
            self.lost.add("formatting")

    def _block(self, name: str, attributes: Mapping[str, str]) -> None:
        """Begin a block on a line of its own."""
        self._line(apart=name in APART)
        if name in ("ul", "ol"):
            start = attributes.get("start", "1")
            self._lists.append(int(start) if name == "ol" and start.isdecimal() and len(start) < 9 else name == "ol")
        self._first_cell = self._first_cell or name == "tr"
        self._verbatim += name == "pre"

    def _end(self, name: str) -> None:
        """Read an end tag."""
        if name in GATHERED and any(each.name == name for each in self._apart):
            while self._gathered() != name:
                pass
        elif name in ("ul", "ol") and self._lists:
            self._lists.pop()
        if name in LOOK and not (name == "pre" and not self._verbatim):
            self._put(ending(LOOK[name]))
        if name == "pre" and self._verbatim:
            self._verbatim -= 1
        if name in BLOCKS or name in APART:
            self._line(apart=name in APART)

    def _gathered(self) -> str:
        """End the innermost element whose text was gathered apart; return its name."""
        element = self._apart.pop()
        inner, self._out = "".join(self._out), element.outer
        match element.name:
            case "sup":
                inner = raised(inner)
            case "sub":
                inner = lowered(inner)
            case "rt":
                inner = f"({inner})" if inner.strip() else ""
            case "rp":
                inner = ""
            case "a":
                inner = _linked(inner, element.attributes.get("href", ""))
            case "anki-mathjax":
                look = DISPLAY if element.attributes.get("block") == "true" else MATH
                inner = _formula(LOOKS.sub("", inner), look)
        self._put(inner)
        return element.name

    def _words(self, source: str) -> None:
        """Write text between two tags."""
        if not source:
            return
        for written, meant in LATEX:
            source = source.replace(written, meant)
        parts = SOUND.split(source)
        for at, part in enumerate(parts):
            if at % 2:
                self._put(f"[sound:{self._named(unescape(part))}]")
                continue
            text = part if self._verbatim else SPACE.sub(" ", part)
            if not self._verbatim and self._out and self._out[-1].endswith((" ", "\n")):
                text = text.removeprefix(" ")
            self._put(_typeset(unescape(text).replace("\xa0", " ")))

    def _item(self) -> None:
        """Begin an item of a list, numbered where the list is."""
        self._line(apart=False)
        depth = max(0, min(len(self._lists), DEEPEST) - 1)
        mark = "- "
        if self._lists and self._lists[-1]:
            mark = f"{self._lists[-1]}. "
            self._lists[-1] += 1
        self._put("   " * depth + mark)

    def _medium(self, name: str, attributes: Mapping[str, str]) -> None:
        """Name a picture or a sound, or its address where that is on the web."""
        address = attributes.get("src") or attributes.get("data") or ""
        if address.startswith("data:"):
            self.lost.add("pictures")
            address = ""
        if address:
            shown = address if address.lower().startswith(LINKS) else self._named(unquote(address))
            alt = ALT.sub(" ", attributes.get("alt", ""))[:LONGEST_ALT]
            self._put(f"![{alt}]({shown})" if name == "img" else f"[sound:{shown}]")
            if name == "img" and any(each not in SHOWN and not each.startswith("data-") for each in attributes):
                self.lost.add("looks")
        elif name == "img":
            self._put("[picture]")

    def _named(self, name: str) -> str:
        """Note a file that is referred to, and write where it will lie."""
        self.media.append(name)
        return self._place + safe_name(name)

    def _line(self, *, apart: bool) -> None:
        """Begin a new line, unless one has just begun; behind an empty one if apart."""
        last = next((text for text in reversed(self._out[-3:]) if text), "")
        if last:
            self._put(("\n\n" if apart else "\n") if not last.endswith("\n") else "")

    def _put(self, text: str) -> None:
        if text:
            self._out.append(text)


def _typeset(text: str) -> str:
    """Put signs around what MathJax would set."""
    if "\\(" not in text and "\\[" not in text:
        return text
    return FORMULA.sub(lambda found: _formula(found[1] or found[2], MATH if found[1] else DISPLAY), text)


def _formula(tex: str, look: str) -> str:
    return f"{look}{tex}{ending(look)}"


def _attributes(rest: str) -> dict[str, str]:
    """Read the attributes of a tag."""
    found: dict[str, str] = {}
    for match in ATTRIBUTE.finditer(rest):
        found.setdefault(match[1].lower(), unescape(match[2] or match[3] or match[4] or ""))
    return found


def _linked(text: str, address: str) -> str:
    """Write a link as its text and, where that says another, its address."""
    if not address.lower().startswith(LINKS) or address in text or not text.strip():
        return text
    return f"{text} ({address})"
