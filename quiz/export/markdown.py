"""Decks as Markdown: questions to be read or printed, answers in a section behind them, and `quiz import` reads it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from quiz.deck.cloze import gaps
from quiz.deck.model import Card, Deck, chain
from quiz.deck.remembered import in_passing
from quiz.export.asked import Asked, asked, disordered
from quiz.export.losses import Losses
from quiz.export.report import Report
from quiz.export.request import Request
from quiz.export.target import checked, replacing
from quiz.export.wording import clean, line

SPECIAL = re.compile(r"[\\`*_\[\]<>~|$]|&(?=#?\w)")
LEADING = re.compile(r"[-+=#:]|[0-9]{1,9}(?=[.)])")
PARAGRAPHS = re.compile(r"\n(?:[^\S\n]*\n)+")
KNOWN = re.compile(r"[\w.]+(?:[-/][\w.]+)*")
"""Ids that may stand in a comment."""


def write(decks: Sequence[Deck], out: Path, _request: Request) -> Report:
    """Write decks, each under its title; QuizError, with nothing written, for a card that asks or answers nothing."""
    target, losses, written = checked(out, decks), Losses(), 0
    with replacing(target, out) as file:
        # What platforms lose has a place here, so only what no file takes is told.
        for deck, questions in asked(decks, Losses()):
            file.write(("\n" * bool(written) + "\n".join(page(deck, questions))).encode())
            for card in in_passing(deck.cards):
                losses.controls(card, deck)
            written += len(questions)
    return Report(cards=written, files=(out,), warnings=losses.problems())


def page(deck: Deck, questions: Sequence[Asked]) -> Iterator[str]:
    """Write one deck, line by line."""
    yield from (f"# {title(deck.title)}", "")
    if KNOWN.fullmatch(deck.id):
        yield from (f"<!-- deck {deck.id} -->", "")
    tags = [f"- Tag: {shown(tag)}" for tag in filter(None, map(line, deck.tags))]
    yield from (*tags, "") if tags else ()
    for (number, each), card in zip(enumerate(questions, 1), in_passing(deck.cards), strict=True):
        yield from (*entry(f"{number}. ", question(each, card)), "")
        for option in offered(each):
            yield from entry(" " * len(f"{number}. ") + "- ", option)
        if offered(each):
            yield ""
    yield from ("## Answers", "")
    for (number, each), card in zip(enumerate(questions, 1), in_passing(deck.cards), strict=True):
        yield from (*entry(f"{number}. ", starting(answer(each))), "")
        notes = [*noted(each, card)]
        for note in notes:
            yield from entry(" " * len(f"{number}. ") + "- ", note)
        if notes:
            yield ""


def question(each: Asked, card: Card) -> str:
    """Write what is asked, and behind it the card's identity and kind in a comment, which no reader shows."""
    known = " ".join(filter(None, [each.key, card.kind]))
    return starting(each.prompt) + (f" <!-- {known} -->" if KNOWN.fullmatch(each.key) else "")


def offered(each: Asked) -> list[str]:
    """Write options with boxes to tick, and items to be ordered without."""
    if each.form == "truefalse":
        return ["[ ] True", "[ ] False"]
    if each.form == "order":
        return [starting(text) for text in disordered(each.key, each.items)]
    return [f"[ ] {shown(text)}" for text in each.options]


def answer(each: Asked) -> str:
    """Write the right answer."""
    if each.form == "truefalse":
        return str(each.true)
    return chain(each.items) if each.form == "order" else each.answer


def noted(each: Asked, card: Card) -> Iterator[str]:
    """Write what else is known of an answer, each under the word it is read back by."""
    yield from (f"Also: {shown(text)}" for text in each.right[1:])
    if line(card.tolerance):
        yield f"Within: {shown(line(card.tolerance))}"
    if clean(card.cloze) and (clean(card.question) or tuple(map(line, gaps(card.cloze))) != (each.answer,)):
        yield f"Cloze: {shown(clean(card.cloze))}"
    explained = bool(clean(card.explanation))
    yield from (f"Because: {shown(text)}" for text in each.told[:explained])
    yield from (f"Source: {shown(text)}" for text in each.told[explained:])
    yield from (f"Tag: {shown(text)}" for text in filter(None, map(line, card.tags)))


def title(text: str) -> str:
    """Write a title, at whose end a number sign would be taken for the end of the heading."""
    return shown(line(text)).replace("#", "\\#") or "Untitled"


def entry(mark: str, text: str) -> Iterator[str]:
    """Write an item of a list, its further lines as far in as its first."""
    first, *rest = text.split("\n")
    yield mark + first
    yield from (" " * len(mark) + each if each else "" for each in rest)


def starting(text: str) -> str:
    """Write text that begins a block, where some characters would begin a list or a heading."""
    return led(shown(text))


def shown(text: str) -> str:
    """Write text so that just that text is seen; a line feed is a break, an empty line begins a paragraph."""
    escaped = SPECIAL.sub(lambda found: "\\" + found[0], text.replace("\t", " "))
    paragraphs = ([each.strip() for each in part.split("\n")] for part in PARAGRAPHS.split(escaped.strip()))
    first, *rest = ["\\\n".join([lines[0], *map(led, lines[1:])]) for lines in paragraphs]
    return "\n\n".join([first, *map(led, rest)])


def led(text: str) -> str:
    """Escape what would make more of a line than text by standing at its beginning."""
    found = LEADING.match(text)
    if not found:
        return text
    at = found.end() if text[0].isdigit() else 0
    return f"{text[:at]}\\{text[at:]}"
