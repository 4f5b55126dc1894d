"""Pictures and players in fields of someone else's note: each with the looks that its owner gave it there."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from html import unescape
from urllib.parse import unquote

from quiz.deck.media import FOLDER, safe_name
from quiz.export.anki.markup import attribute

PICTURE = re.compile(r"!\[([^\[\]\n]{0,300})\]\(((?:[^()<>\n]|\([^()<>\n]{0,100}\)){1,400})\)")
TAG = re.compile(r"""<img\b(?:[^<>"']|"[^"<]*"|'[^'<]*')*>""", re.IGNORECASE)
PLAYER = re.compile(
    r"<(audio|video)\b[^<>]{0,500}>(?:\s{0,50}<(?:source\b|/source\b)[^<>]{0,500}>){0,4}\s{0,50}</\1\s{0,50}>",
    re.IGNORECASE,
)
OPENED = re.compile(r"<(?:audio|video|source)\b[^<>]{0,500}>", re.IGNORECASE)
ATTRIBUTE = re.compile(r"""(?<![\w:-])([\w:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""")
DRAWN = re.compile(r"""<img\b[^<>]{0,500}?\bsrc\s{0,9}=\s{0,9}["']?data:""", re.IGNORECASE)
NAMELESS = "[picture]"
"""What the text of a card has in place of a picture that stands in the field itself."""
UNTOLD = re.compile(r"[\[\]\s]+")
LINKS = ("http://", "https://")


class Pictures:
    """The tags of pictures as they stood in a note's fields, each by its path in the text of a card."""

    def __init__(self, fields: Sequence[str]) -> None:
        """Look at the fields as they were imported."""
        self._fields = [dict[str, list[str]]() for _ in fields]
        self._all: dict[str, list[str]] = {}
        self._inside = [[tag for tag in TAG.findall(text) if DRAWN.match(tag)] for text in fields]
        for text, known in zip(fields, self._fields, strict=True):
            for tag in TAG.finditer(text) if "<" in text else ():
                path = _path(_value(_attributes(tag[0]).get("src")))
                known.setdefault(path, []).append(tag[0])
                self._all.setdefault(path, []).append(tag[0])

    def __contains__(self, path: object) -> bool:
        """Whether the note shows a picture by this path in the text of a card."""
        return path in self._all

    def written(self, html: str, at: int) -> str:
        """Write a field's pictures, named as a card names them: those the note has as there, others plainly."""
        counts, field = Counter[str](), self._fields[at]

        def tag(found: re.Match[str]) -> str:
            path = unescape(found[2])
            known = field.get(path) or self._all.get(path)
            if known:
                counts[path] += 1
                return _told(known[min(counts[path], len(known)) - 1], found[1])
            name = path.removeprefix(f"{FOLDER}/")
            return f'<img src="{attribute(name)}"{_alt(found[1])}>' if name != path else found[0]

        return self._drawn(PICTURE.sub(tag, html), at)

    def _drawn(self, html: str, at: int) -> str:
        """Put back into a field the pictures that stood in it themselves, if it has a place for each."""
        kept, parts = self._inside[at], html.split(NAMELESS)
        if len(parts) != len(kept) + 1:
            return html
        return "".join(text for pair in zip(parts, [*kept, ""], strict=True) for text in pair)


def players(fields: Iterable[str]) -> dict[str, str]:
    """Find the elements that play one sound or film, by the name of its file; one with words in it is none."""
    found = dict[str, str]()
    for element in (each[0] for text in fields for each in PLAYER.finditer(text)):
        sources = [*filter(None, (_value(_attributes(tag).get("src")) for tag in OPENED.findall(element)))]
        if len(sources) == 1 and not sources[0].lower().startswith(LINKS):
            found.setdefault(safe_name(unquote(sources[0])), element)
    return found


def _path(source: str) -> str:
    """Tell by its address there what the text of a card calls a picture."""
    return source if source.lower().startswith(LINKS) else f"{FOLDER}/{safe_name(unquote(source))}"


def _told(tag: str, alt: str) -> str:
    """Write a picture's tag as it was, with a description that is HTML already where that says something else now."""
    there = _attributes(tag).get("alt")
    if _words(_value(there)) == _words(unescape(alt)):
        return tag
    bare = tag[: there.start()].rstrip() + tag[there.end() :] if there else tag
    return f"{bare[:4]}{_alt(alt)}{bare[4:]}"


def _words(alt: str) -> str:
    """Tell what of a description the text of a card holds."""
    return UNTOLD.sub(" ", alt)[:300].strip()


def _attributes(tag: str) -> dict[str, re.Match[str]]:
    """Find the attributes of a tag by name; of two of one name the first counts."""
    found: dict[str, re.Match[str]] = {}
    for each in ATTRIBUTE.finditer(tag):
        found.setdefault(each[1].lower(), each)
    return found


def _value(attribute: re.Match[str] | None) -> str:
    return unescape(attribute[2] or attribute[3] or attribute[4] or "") if attribute else ""


def _alt(text: str) -> str:
    """Write a text that is HTML already as the description of a picture."""
    return f' alt="{text.replace(chr(34), "&quot;")}"' if text else ""
