"""Decks as sheets to be printed: versions of the same questions, each in an order of its own, and a key to each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from string import ascii_uppercase

from quiz.deck.model import Deck
from quiz.errors import Place, Problem, QuizError
from quiz.export.amounts import digits
from quiz.export.html.document import document, template, titled
from quiz.export.html.drawing import Posed, drawn, shuffled
from quiz.export.html.key import entry
from quiz.export.html.markup import element, html
from quiz.export.html.paper import question, worth
from quiz.export.losses import Losses
from quiz.export.media import DRAWING, PICTURE, Carrier
from quiz.export.report import Report
from quiz.export.request import Paper, Request
from quiz.export.target import checked, replacing
from quiz.export.teaching import untaught

PRINTED = Carrier((PICTURE, DRAWING), "paper does not sound")

SIZES: dict[Paper, tuple[str, str]] = {"a4": ("210mm", "297mm"), "letter": ("8.5in", "11in")}


@dataclass(frozen=True, slots=True)
class Version:
    """One version by its letter (empty where there is only one), its questions in their order."""

    letter: str
    questions: tuple[Posed, ...]

    @property
    def weighed(self) -> bool:
        """Whether points tell anything that the number of right answers does not."""
        return any(each.asked.points or each.asked.partial for each in self.questions)

    @property
    def named(self) -> str:
        """Its name as it stands on the paper."""
        return f"Version {self.letter}" if self.letter else ""


def write(decks: Sequence[Deck], out: Path, request: Request) -> Report:
    """Write sheets, and their key beside them or on the last pages.

    QuizError, with nothing written, for a card that asks or answers nothing, or where either file cannot be written.
    """
    if out.suffix.lower() == ".pdf":
        message = "sheets are written as HTML, which any browser prints to a PDF"
        raise QuizError.at(str(out), message, f"write {out.with_suffix('.html')}")
    beside = out.with_name(f"{out.stem}-key{out.suffix}")
    target, target_of_key, losses = checked(out, decks), checked(beside, decks), Losses()
    questions, title = drawn(decks, request.number, request.seed, losses, PRINTED), titled(decks)
    for each in questions:
        untaught(each.card, each.deck, each.asked, losses, "paper", ("feedback", "points", "partial"))
    versions = [
        Version(letter if request.versions > 1 else "", shuffled(questions, f"{request.seed}/{letter}"))
        for letter in ascii_uppercase[: request.versions]
    ]
    exam = [part for version in versions for part in sheet(version, title)]
    key = [part for version in versions for part in key_to(version, title, request.seed)]
    warnings = (*losses.problems(), *alike(versions, decks))
    if request.key:
        with replacing(target, out) as file:
            file.write(page(title, [*exam, *key], request.paper))
        return Report(len(questions), (out,), warnings=warnings)
    with replacing(target, out) as file, replacing(target_of_key, beside) as second:
        file.write(page(title, exam, request.paper))
        second.write(page(f"{title}: key", key, request.paper))
    return Report(len(questions), (out, beside), warnings=warnings)


def page(title: str, body: Iterable[str], paper: Paper) -> bytes:
    """Write a file of sheets."""
    wide, high = SIZES[paper]
    style = f"\n:root {{ --wide: {wide}; --high: {high}; }}\n@page {{ size: {wide} {high}; }}\n{template('sheets.css')}"
    return document(title, body, style, f'"use strict";\n{template("sheets.js")}', wide="900").encode()


def sheet(version: Version, title: str) -> Iterator[str]:
    """Write one version: its head, and its questions."""
    yield from opened("sheet", version, title)
    yield '<header class="block">'
    yield from headed(title, version.named)
    points = digits(sum(map(worth, version.questions), Decimal(0)))
    score = f"<span>Score</span><i></i><span>/ {points}</span>"
    yield '<p class="fields"><span>Name</span><i class="long"></i><span>Date</span><i></i>' + score + "</p>"
    yield "</header>"
    for number, each in enumerate(version.questions, 1):
        yield from question(each, number, weighed=version.weighed)
    yield "</section>"


def key_to(version: Version, title: str, seed: int) -> Iterator[str]:
    """Write the key to one version, and the seed that makes the same sheets again."""
    yield from opened("key", version, title)
    yield '<header class="block">'
    yield from headed(title, " · ".join(filter(None, ["Answer key", version.named])))
    yield f'<p class="note">{len(version.questions)} questions, drawn and put in order by the seed {seed}.</p>'
    yield "</header>"
    for number, each in enumerate(version.questions, 1):
        yield entry(each, number)
    yield "</section>"


def opened(kind: str, version: Version, title: str) -> Iterator[str]:
    """Open a version or its key, with what its feet say: the script writes them, since it knows the pages."""
    foot = " · ".join(filter(None, ["Answer key" if kind == "key" else "", version.named]))
    yield f'<section class="{kind}" data-title="{html(title)}" data-foot="{foot}">'


def headed(title: str, beside: str) -> Iterator[str]:
    """Write a title, and what stands beside it."""
    yield f'<div class="top">{element("h1", html(title))}{element("p", beside, "which")}</div>'


def alike(versions: Sequence[Version], decks: Sequence[Deck]) -> Iterator[Problem]:
    """Tell of versions that came out the same, since there is too little to shuffle."""
    first: dict[tuple[object, ...], str] = {}
    for version in versions:
        seen = tuple((each.asked, each.shown) for each in version.questions)
        if seen in first:
            message = f"the versions {first[seen]} and {version.letter} are the same: there is too little to shuffle"
            yield Problem(Place(decks[0].path or decks[0].title), message, "ask more questions", "warning")
        first.setdefault(seen, version.letter)
