"""Texts of a question as elements of QTI 3.0: their letters, marks, formulas, pictures and sounds."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from operator import attrgetter
from xml.etree.ElementTree import Element, SubElement

from quiz.deck.marks.runs import MATHS, Run
from quiz.export.inline import MEANT
from quiz.export.media import PICTURE, SOUND, Media, Medium, Parcel, parts
from quiz.export.qti.mathml import mathml

MEDIA = "media"
ALONE = ("block", "display")
"""What stands on lines of its own."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """The media of an item, and where their files go."""

    media: Media
    parcel: Parcel


def paragraph(parent: Element, found: Iterable[Run], **attributes: str) -> Element:
    """Add an element for texts that stand by themselves: no paragraph may hold a block of code."""
    return SubElement(parent, "div" if any(run.sort == "block" for run in found) else "p", attributes)


def spoken(parent: Element, found: Iterable[Run], shelf: Shelf, behind: Element | None = None) -> None:
    """Add text to an element, at its beginning or behind one of its children.

    A line feed is a break, but not beside what stands on lines of its own.
    """
    for run in filter(attrgetter("text"), unbroken([legible(run) for run in found], ALONE)):
        inner = parent
        for name in reversed(MEANT.around(run)):
            inner = SubElement(inner, name)
        if (formula := written(run)) is not None:
            inner.append(formula)
        elif run.sort in ("code", "block"):
            inner.text = run.text
        else:
            behind = lettered(inner, run.text, shelf, behind if inner is parent else None)
        if formula is not None or inner is not parent:
            behind = parent[-1]


def legible(run: Run) -> Run:
    """Leave a formula that is beyond our reader of TeX as it is written in the deck."""
    return replace(run, sort="text", text=run.written) if unread(run) else run


def unread(run: Run) -> bool:
    """Whether a run is a formula beyond our reader of TeX."""
    return run.sort in MATHS and written(run) is None


def written(run: Run) -> Element | None:
    """Write a formula; None where that cannot be done."""
    return mathml(run.text, display=run.sort == "display") if run.sort in MATHS else None


def unbroken(found: Sequence[Run], alone: Collection[str]) -> Iterator[Run]:
    """Take the line feeds away beside what stands on lines of its own."""
    beside = [False, *(run.sort in alone for run in found), False]
    for before, run, behind in zip(beside, found, beside[2:], strict=False):
        text = run.text.removeprefix("\n") if before and run.sort == "text" else run.text
        text = text.removesuffix("\n") if behind and run.sort == "text" else text
        yield replace(run, text=text) if text != run.text else run


def lettered(parent: Element, text: str, shelf: Shelf, behind: Element | None = None) -> Element | None:
    """Add text without marks, with its media; return the last child that stands before what follows."""
    for part in parts(text, shelf.media):
        if isinstance(part, Medium):
            behind = shown(parent, part, shelf.parcel.add(part))
            continue
        first, *rest = part.split("\n")
        if behind is None:
            parent.text = f"{parent.text or ''}{first}"
        else:
            behind.tail = f"{behind.tail or ''}{first}"
        for line in rest:
            behind = SubElement(parent, "br")
            behind.tail = line
    return behind


def shown(parent: Element, medium: Medium, name: str) -> Element:
    """Add a picture or sound, whose file lies beside the folder of the items."""
    address, said = f"../{MEDIA}/{name}", medium.reference.alt.strip()
    if medium.sort == PICTURE:
        return SubElement(parent, "img", src=address, alt=said)
    player = SubElement(parent, "audio" if medium.sort == SOUND else "video", controls="controls")
    SubElement(player, "source", src=address, type=medium.reference.type)
    return player
