"""A page as one file: its style and script within, and a policy that lets nothing else load or run."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable, Sequence
from hashlib import sha256
from importlib.resources import files

from quiz.deck.model import Deck
from quiz.export.html.markup import html
from quiz.export.wording import line, name

TITLE = 120

EMBEDDED = {"img-src": '<img src="data:', "media-src": ' controls src="data:'}
"""What a page may show of its own bytes, where it holds such."""

LOOKS = ("<code", "<strong>")
"""What has a style of its own, where a page holds such."""


def template(file: str) -> str:
    """Read a file of `templates`."""
    return files("quiz.export.html").joinpath("templates", file).read_text(encoding="utf-8")


def titled(decks: Sequence[Deck]) -> str:
    """Name a page after its decks, each title once."""
    return name(", ".join(dict.fromkeys(filter(None, (line(deck.title) for deck in decks)))), TITLE) or "Untitled"


def document(title: str, body: Iterable[str], style: str, script: str = "", *, wide: str = "device-width") -> str:
    """Write a page; `style` and `script` are our own, and the only ones that its policy lets run."""
    shown = [*body]
    style += template("marks.css") * any(look in part for part in shown for look in LOOKS)
    sources = "".join(f"{kind} data:; " for kind, mark in EMBEDDED.items() if any(mark in part for part in shown))
    scripts = f"script-src {digest(script)}; " if script else ""
    policy = f"default-src 'none'; {sources}style-src {digest(style)}; {scripts}base-uri 'none'; form-action 'none'"
    lines = [
        "<!doctype html>",
        '<html lang="en">',
        '<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">',
        '<meta name="referrer" content="no-referrer">',
        f'<meta name="viewport" content="width={wide}, initial-scale=1">',
        f"<title>{html(title)}</title>",
        f"<style>{style}</style>",
        *shown,
        *([f"<script>{script}</script>"] if script else []),
        "</html>",
    ]
    return "\n".join(lines) + "\n"


def digest(text: str) -> str:
    """Name a style or script by its hash, as a content security policy does."""
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"
