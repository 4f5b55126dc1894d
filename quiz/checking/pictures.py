"""Pictures and sounds of cards: those that are not there, and what was meant as one but is read as text."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from quiz.checking.item import Finding, Item
from quiz.deck.fields import shown
from quiz.deck.media import LostError, located
from quiz.deck.model import Card, Deck
from quiz.deck.nodes import Lines, Mapping, Sequence
from quiz.deck.parse import Reading
from quiz.deck.references import PICTURES, Reference, named
from quiz.deck.texts import texts
from quiz.errors import Problem

OTHERS = "tiff?|heic|heif|jfif|eps|psd|ico|pdf|docx?|pptx?"
"""Suffixes of what people take for pictures that no program here shows."""

UNREAD = re.compile(
    rf"(?<![\\`])(?:!\([^()\n]{{1,300}}\) ?\[[^\[\]\n]{{1,300}}\]"
    rf"|!\[\[[^\[\]\n]{{1,300}}\]\]"
    rf"|!\[[^\[\]\n]{{0,300}}\](?: +\([^()\n]{{1,300}}\)|\([^()\n]{{1,300}}\))"
    rf"|(?<!!)\[[^\[\]\n]{{0,300}}\]\((?!\w+://)[^()\n]{{1,300}}\.(?:{'|'.join(PICTURES)}|{OTHERS})\)"
    r"|<img\s[^<>\n]{0,300}>)",
    re.IGNORECASE,
)
"""What looks like a picture; what is one is left out later."""

SIGNS = ("](", ")[", ") [", "] (", "<")
"""Without one of these, or `![[`, nothing looks like a picture."""

WRITTEN = "`![a map](media/map.png)`"
MOST = 10_000
FOLDERS = 100
"""Names of one folder, and folders beside a deck, that are looked through for a file of the same name."""


def unread(item: Item) -> Iterator[Finding]:
    """Find text that was meant as a picture."""
    if "[" not in item.whole and "<" not in item.whole:
        return
    start, end = item.node.start, item.node.end
    find = item.text.find
    signs = SIGNS if find(")", start, end) >= 0 else SIGNS[-1:] if find("<", start, end) >= 0 else ()
    if find("![[", start, end) < 0 and all(find(sign, start, end) < 0 for sign in signs):
        return
    card = item.written
    for key, values in (("question", [card.question]), ("cloze", [card.cloze]), ("explanation", [card.explanation]),
                        ("answer", [card.answer]), ("distractors", card.distractors)):  # fmt: skip
        for text in values:
            for found in UNREAD.finditer(text):
                if any(named(found[0])) or (found[0][0] == "<" and key in ("answer", "distractors")):
                    continue
                message = f"`{shown(found[0])}` is read as text, not as a picture"
                yield "unread-picture", item.spot(found[0], key), message, _mend(found[0])


def _mend(text: str) -> str:
    """Say how a picture is written, or which files are pictures."""
    suffix = re.search(rf"\.({OTHERS})\)", text, re.IGNORECASE)
    if suffix:
        return f"save it as PNG or JPEG: no `.{suffix[1]}` can be shown"
    return f"write it like {WRITTEN}" + (", with no blank between the brackets" if "] (" in text else "")


def missing(reading: Reading, lines: Lines) -> Iterator[Problem]:
    """Report each picture or sound of a deck that is not there, where it is first named."""
    assert reading.deck is not None
    assert isinstance(reading.root, Mapping)
    listed = reading.root.get("cards")
    nodes = listed[1].items if listed and isinstance(listed[1], Sequence) else []
    seen: set[str] = set()
    lying: dict[str, str] | None = None
    for card, node in zip(reading.deck.cards, nodes, strict=True):
        for reference in _named(card):
            if reference.path in seen:
                continue
            seen.add(reference.path)
            try:
                located(reference, reading.deck)
            except LostError as error:
                at = reading.text.find(reference.written, node.start, node.end)
                place = lines.place(max(at, node.start))
                lying = _elsewhere(reading.deck) if lying is None else lying
                found = lying.get(reference.name.casefold())
                hint = f"did you mean `{found}`?" if found else error.hint
                width = len(reference.written) if at >= 0 else node.end - node.start
                yield Problem(place, f"`{reference.path}` {error.fault}", hint, "warning", "missing-media", width)


def _named(card: Card) -> Iterator[Reference]:
    for text in texts(card):
        yield from named(text)


def _elsewhere(deck: Deck) -> dict[str, str]:
    """Tell for names of files, folded, that lie beside a deck or in a folder there, where the first of each lies."""
    folder = Path(deck.path).parent
    beside, folders = _listed(folder)
    names = [*beside, *(f"{inner}/{name}" for inner in folders[:FOLDERS] for name in _listed(folder / inner)[0])]
    return {name.rpartition("/")[2].casefold(): name for name in reversed(names)}


def _listed(folder: Path) -> tuple[list[str], list[str]]:
    """Names of the files and of the folders in a folder, hidden ones left out; none where it cannot be looked into."""
    try:
        with os.scandir(folder) as entries:
            found = [(entry.name, entry.is_dir(follow_symlinks=False)) for entry in islice(entries, MOST)]
    except (OSError, ValueError):
        return [], []
    shown = sorted((name, inner) for name, inner in found if not name.startswith("."))
    return [name for name, inner in shown if not inner], [name for name, inner in shown if inner]
