"""How marked texts of a card look, by what they read as: formats compare and sort plain texts, and show these."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from quiz.deck.cloze import gaps, hinted
from quiz.deck.marks import plain, signed, told
from quiz.deck.marks.runs import MATHS, Run, lettered, runs
from quiz.deck.model import GAP, Card, gapped
from quiz.export.wording import clean, line

Looks = Mapping[str, str]
"""Texts with marks, by the clean texts and the lines that they read as."""

NONE: Looks = {}


def looks(card: Card, bare: Card) -> Looks:
    """Tell how a card's texts look; `bare` is the card without marks. Where nothing looks otherwise, nothing is told.

    Of two texts that read alike, the first tells how both look.
    """
    found: dict[str, str] = {}
    if bare is card:
        return NONE
    passed = (card.cloze, card.answer * (card.kind == "truefalse"))  # true and false look alike, or one would be told
    pairs = [(text, plain(text)) for text in (*told(card), *gaps(card.cloze)) if text not in passed]
    if signed(card.cloze):
        pairs.append((gapped(card.cloze, card.hints), gapped(bare.cloze, bare.hints)))
        whole = clean(hinted(card.cloze, card.hints))
        found |= {clean(hinted(bare.cloze, bare.hints)): whole} if looking(runs(whole)) else {}
    for text, bare_text in pairs:
        if signed(text):
            whole = clean(text)
            _add(found, whole, clean, bare_text)
            _add(found, whole if "```" in whole else line(text), line, bare_text)
    return found


def _add(found: dict[str, str], text: str, shape: Callable[[str], str], bare: str) -> None:
    """Note how a text looks if it has a look, and cleaning it left its letters as they are."""
    parts = runs(text)
    if looking(parts) and shape("".join(map(lettered, parts))) == shape(bare):
        found.setdefault(shape(bare), text)


def looking(found: Iterable[Run]) -> bool:
    """Whether any of these is no mere text."""
    return any(run.strong or run.emphasis or run.sort not in ("text", "media") for run in found)


def shown(text: str, known: Looks, read: Callable[[str], Sequence[Run]] = runs) -> Sequence[Run]:
    """Part a text at its looks; a formula with a gap in it is written in letters, for the gap is no part of TeX.

    `read` takes a marked text apart: `runs_and_marks` for a format that has the same marks.
    """
    marked = known.get(text)
    if marked is None:
        return [Run(text)]
    return [
        replace(run, sort="text", text=lettered(run)) if run.sort in MATHS and GAP in run.text else run
        for run in read(marked)
    ]


def parted(found: Iterable[Run], sign: str) -> Iterator[list[Run]]:
    """Part runs where a sign stands in their letters."""
    part: list[Run] = []
    for run in found:
        first, *rest = run.text.split(sign)
        part.append(replace(run, text=first))
        for each in rest:
            yield part
            part = [replace(run, text=each)]
    yield part
