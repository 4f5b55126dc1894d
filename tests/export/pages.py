"""Reads a page back as a tree, and holds it to what a page of ours may have in it."""

from __future__ import annotations

import base64
import re
from dataclasses import dataclass, field
from hashlib import sha256
from html.parser import HTMLParser

VOID = frozenset({"meta", "br"})
KNOWN = frozenset(
    "html meta title style script main section header h1 ol ul li p span i div details summary figure blockquote "
    "figcaption mark br em strong code".split()
)
FREE = frozenset(
    "data-key data-right data-parts data-typed data-gaps data-exact data-said data-title data-foot".split()
)
"""Attributes that hold a deck's text; all others hold words of ours."""
OURS = re.compile(r"[\w .-]*")


@dataclass
class Node:
    """An element, with all the text in it, where a break is a line feed."""

    name: str
    attributes: dict[str, str] = field(default_factory=dict)
    nodes: list[Node] = field(default_factory=list)
    text: str = ""

    @property
    def every(self) -> list[Node]:
        """This element and all in it."""
        return [self, *(each for node in self.nodes for each in node.every)]

    def all(self, name: str, kind: str = "") -> list[Node]:
        """The elements of this name and class, in order."""
        return [
            each
            for each in self.every
            if each.name == name and (not kind or kind in each.attributes.get("class", "").split())
        ]

    def one(self, name: str, kind: str = "") -> Node:
        """The only such element."""
        (found,) = self.all(name, kind)
        return found


class Reader(HTMLParser):
    """Builds the tree; every element but the void ones and `html` has to be closed in its turn."""

    def __init__(self) -> None:
        super().__init__()
        self.stack = [Node("")]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        node = Node(tag, {name: value or "" for name, value in attrs})
        assert len(node.attributes) == len(attrs)
        self.stack[-1].nodes.append(node)
        if tag == "br":
            self.handle_data("\n")
        if tag not in VOID:
            self.stack.append(node)

    def handle_endtag(self, tag: str) -> None:
        assert self.stack.pop().name == tag

    def handle_data(self, data: str) -> None:
        for node in self.stack:
            node.text += data

    def handle_comment(self, data: str) -> None:
        raise AssertionError(data)

    def handle_pi(self, data: str) -> None:
        raise AssertionError(data)


def read(page: str) -> Node:
    """The tree of a page in which nothing stands but what may, and whose policy allows but its own script and style."""
    reader = Reader()
    reader.feed(page)
    reader.close()
    (root,) = reader.stack
    for node in root.every[1:]:
        assert node.name in KNOWN
        if node.name != "meta":
            for name, value in node.attributes.items():
                ours = re.fullmatch(r"class|dir|lang|id|data-[a-z]+", name) and OURS.fullmatch(value)
                assert name in FREE or ours, (name, value)
    policy = next(each for each in root.all("meta") if "http-equiv" in each.attributes).attributes["content"]
    allowed = dict(part.strip().split(" ", 1) for part in policy.split(";"))
    assert allowed == {
        "default-src": "'none'",
        "style-src": digest(root.one("style").text),
        "script-src": digest(root.one("script").text),
        "base-uri": "'none'",
        "form-action": "'none'",
    }
    return root


def digest(text: str) -> str:
    """A text's name in a policy."""
    return f"'sha256-{base64.b64encode(sha256(text.encode()).digest()).decode()}'"
