"""What the styles of a Word document say of the paragraphs set in them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from quiz.documents.markup import Event, Start

DEEPEST = 20
"""Styles that a style is followed through to the one it rests on; more is a circle."""

NAMES = tuple(
    (re.compile(pattern, re.IGNORECASE), tag, label)
    for pattern, tag, label in (
        (r"title$", "h1", ""),
        (r"heading ?([1-9])", "h", ""),
        (r"toc\b|table of (?:contents|figures)|contents heading|(?:header|footer)\b|index", "p", "toc"),
        (r"caption|figure$|illustration", "figcaption", ""),
        (r"(?:intense |block ?)?(?:quot(?:e|ations?)|text quote)|block ?text", "blockquote", ""),
        (r"(?:foot|end)note", "p", "footnotes"),
        (r"bibliograph|references", "p", "bibliography"),
        (r"list (?:bullet|number|item)", "li", ""),
        (r"(?:html )?preformatted|source ?code|code\b|macro", "pre", ""),
        (r"author$|date$|affiliation", "p", "byline"),
    )
)
"""Names of styles (those of Word's own are English whatever its language), the HTML element and class they are."""


@dataclass(frozen=True, slots=True)
class Style:
    """An element and a class of HTML that say the same as a paragraph's style."""

    tag: str = "p"
    label: str = ""


@dataclass(slots=True)
class _Raw:
    name: str = ""
    based: str = ""
    outline: str = ""
    numbered: bool = False


def styles_of(events: Iterable[Event]) -> dict[str, Style]:
    """Styles by id, of the part `styles.xml`."""
    raw: dict[str, _Raw] = {}
    current = _Raw()
    for event in events:
        if not isinstance(event, Start):
            continue
        tag, value = local(event.tag), attribute(event.attributes, "val")
        if tag == "style":
            current = raw.setdefault(attribute(event.attributes, "styleid"), _Raw())
        elif tag == "name":
            current.name = current.name or value
        elif tag == "basedon":
            current.based = value
        elif tag == "outlinelvl":
            current.outline = value
        elif tag == "numpr":
            current.numbered = True
    return {name: _style(name, raw) for name in raw}


def _style(name: str, raw: Mapping[str, _Raw]) -> Style:
    """The style of an id: what the first of those it rests on that is known says."""
    for _ in range(DEEPEST):
        found = raw.get(name)
        if found is None:
            break
        for pattern, tag, label in NAMES:
            if match := pattern.match(found.name):
                return Style(f"h{min(6, int(match[1]))}" if tag == "h" else tag, label)
        if found.outline.isdigit() and int(found.outline) < 9:
            return Style(f"h{min(6, int(found.outline) + 1)}")
        if found.numbered:
            return Style("li")
        name = found.based
    return Style()


def local(name: str) -> str:
    """The name of an element or attribute without its namespace's prefix."""
    return name.rpartition(":")[2]


def attribute(attributes: Mapping[str, str], name: str) -> str:
    """Value of an attribute whatever its prefix, "" if there is none."""
    return next((value for key, value in attributes.items() if local(key) == name), "")
