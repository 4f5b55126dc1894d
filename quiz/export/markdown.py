"""Decks as Markdown: questions to be read or printed, answers in a section behind them, and `quiz import` reads it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from quiz.deck.cloze import gaps, hinted
from quiz.deck.marks.runs import runs_and_marks
from quiz.deck.media import FOLDER
from quiz.deck.model import THEN, Card, Deck
from quiz.deck.remembered import in_passing
from quiz.export.asked import Asked, asked, disordered
from quiz.export.beside import Beside
from quiz.export.looks import shown as shown_as
from quiz.export.losses import Losses
from quiz.export.marking import marked, unfolded
from quiz.export.media import DRAWING, EVERYTHING, PICTURE, Medium, parts
from quiz.export.report import Report
from quiz.export.request import Request
from quiz.export.target import checked, replacing
from quiz.export.wording import clean, line

SPECIAL = re.compile(r"[\\`*_\[\]<>~|$]|&(?=#?\w)")
LEADING = re.compile(r"[-+=#:]|[0-9]{1,9}(?=[.)])")
PARAGRAPHS = re.compile(r"\n(?:[^\S\n]*\n)+")
TICKS = "```"
WORDED = re.compile(r"\A(\w+:|\[ \]) (```[^`\n]*\n)")
"""A block of code behind what says what it is, which has to begin on a line of its own."""

KNOWN = re.compile(r"[\w.]+(?:[-/][\w.]+)*")
"""Ids that may stand in a comment."""


def write(decks: Sequence[Deck], out: Path, _request: Request) -> Report:
    """Write decks, each under its title; QuizError, with nothing written, for a card that asks or answers nothing."""
    target, losses, written, beside = checked(out, decks), Losses(), 0, Beside(out.parent)
    with replacing(target, out) as file:
        # What platforms lose has a place here, so only what no file takes is told.
        for deck, questions in asked(decks, Losses(), EVERYTHING):
            file.write(("\n" * bool(written) + "\n".join(page(deck, questions, beside))).encode())
            for card, each in zip(in_passing(deck.cards), questions, strict=True):
                losses.controls(card, deck)
                for message, hint in each.left:
                    losses.tell(card, deck, message, hint)
            written += len(questions)
    return Report(cards=written, files=(out,), warnings=losses.problems(), told=copied(out, beside))


def copied(out: Path, beside: Beside) -> tuple[str, ...]:
    """Say what was copied to go along."""
    number = f"{len(beside.copies):,}"
    return (f"{out}: keep the folder {FOLDER} with it: pictures and sounds copied there: {number}",) * bool(
        beside.copies
    )


def page(deck: Deck, questions: Sequence[Asked], beside: Beside) -> Iterator[str]:
    """Write one deck, line by line."""
    yield from (f"# {title(deck.title)}", "")
    if KNOWN.fullmatch(deck.id):
        yield from (f"<!-- deck {deck.id} -->", "")
    tags = [f"- Tag: {shown(tag)}" for tag in filter(None, map(line, deck.tags))]
    yield from (*tags, "") if tags else ()
    writers = [Writing(each, beside, Path(deck.path).parent) for each in questions]
    for (number, each), card, write in zip(enumerate(questions, 1), in_passing(deck.cards), writers, strict=True):
        yield from (*entry(f"{number}. ", question(each, card, write)), "")
        for option in offered(each, write):
            yield from entry(" " * len(f"{number}. ") + "- ", option)
        if offered(each, write):
            yield ""
    yield from ("## Answers", "")
    for (number, each), card, write in zip(enumerate(questions, 1), in_passing(deck.cards), writers, strict=True):
        yield from (*entry(f"{number}. ", starting(answer(each), write)), "")
        notes = [*noted(each, card, write)]
        for note in notes:
            yield from entry(" " * len(f"{number}. ") + "- ", note)
        if notes:
            yield ""


def question(each: Asked, card: Card, write: Write) -> str:
    """Write what is asked, and behind it the card's identity and kind in a comment, which no reader shows."""
    known = " ".join(filter(None, [each.key, card.kind]))
    asks = starting(each.prompt, write)
    between = "\n" if asks.endswith(TICKS) and "\n" in asks else " "
    return asks + (f"{between}<!-- {known} -->" if KNOWN.fullmatch(each.key) else "")


def offered(each: Asked, write: Write) -> list[str]:
    """Write options with boxes to tick, and items to be ordered without."""
    if each.form == "truefalse":
        return ["[ ] True", "[ ] False"]
    if each.form == "order":
        return [starting(text, write) for text in disordered(each.key, each.items)]
    return [f"[ ] {shown(text, write)}" for text in each.options]


def answer(each: Asked) -> str:
    """Write the right answer."""
    if each.form == "truefalse":
        return str(each.true)
    return THEN.join(each.items) if each.form == "order" else each.answer


def noted(each: Asked, card: Card, write: Write) -> Iterator[str]:
    """Write what else is known of an answer, each under the word it is read back by."""
    yield from (f"Also: {shown(text, write)}" for text in each.also)
    yield from (f"Part: {shown(text, write)}" for text in each.parts)
    if line(card.unit):
        yield f"Unit: {shown(line(card.unit))}"
    if line(card.tolerance):
        yield f"Within: {shown(line(card.tolerance))}"
    cloze = clean(hinted(card.cloze, card.hints))
    told = card.hints or clean(card.question) or tuple(map(line, gaps(card.cloze))) != (each.answer,)
    if clean(card.cloze) and (told or "$" in each.looks.get(cloze, "")):
        yield f"Cloze: {shown(cloze, write)}"
    yield from (f"Not: {shown(text, write)}\\\n{starting(why, write)}" for text, why in wrong(card))
    yield from (f"Last: {shown(text, write)}" for text in filter(None, map(line, card.pin)))
    if each.hint:
        yield f"Hint: {shown(each.hint, write)}"
    explained = bool(clean(card.explanation))
    yield from (f"Because: {shown(text, write)}" for text in each.told[:explained])
    yield from (f"Source: {shown(text, write)}" for text in each.told[explained:])
    yield from (f"Tag: {shown(text)}" for text in filter(None, map(line, card.tags)))
    if each.points:
        yield f"Points: {each.points}"
    if each.partial:
        yield "Partial: true"
    if each.level:
        yield f"Difficulty: {each.level}"


def wrong(card: Card) -> Iterator[tuple[str, str]]:
    """Tell which wrong answers have feedback, each with it."""
    pairs = zip(card.distractors, card.feedback, strict=False)
    return ((line(text), clean(why)) for text, why in pairs if line(text) and clean(why))


def title(text: str) -> str:
    """Write a title, at whose end a number sign would be taken for the end of the heading."""
    return shown(line(text)).replace("#", "\\#") or "Untitled"


def entry(mark: str, text: str) -> Iterator[str]:
    """Write an item of a list, its further lines as far in as its first."""
    first, *rest = WORDED.sub(r"\1\n\2", text).split("\n")
    yield (mark + first).rstrip()
    yield from (" " * len(mark) + each if each else "" for each in rest)


def starting(text: str, write: Write) -> str:
    """Write text that begins a block, where some characters would begin a list or a heading."""
    return led(shown(text, write))


def escaped(text: str) -> str:
    """Write text without what Markdown would make more of."""
    return SPECIAL.sub(lambda found: "\\" + found[0], text)


@dataclass(frozen=True, slots=True)
class Writing:
    """Writes texts of one question: what they name, beside which file, and the folder of their deck."""

    asked: Asked
    beside: Beside
    home: Path

    def __call__(self, text: str) -> str:
        """Write text as such, with its marks; pictures stand where they are named, sounds are links."""
        if text not in self.asked.looks:
            return self._text(text)
        return marked(shown_as(text, self.asked.looks, runs_and_marks), self._text)

    def _text(self, text: str) -> str:
        return "".join(
            escaped(part) if isinstance(part, str) else self._named(part) for part in parts(text, self.asked.media)
        )

    def _named(self, medium: Medium) -> str:
        place = self.beside.place(medium, self.home)
        place = f"<{place}>" if re.search(r"[\s()]", place) else place
        if medium.sort in (PICTURE, DRAWING):
            return f"![{escaped(medium.reference.alt)}]({place})"
        return f"[{escaped(medium.reference.name)}]({place})"


Write = Callable[[str], str]


def shown(text: str, write: Write = escaped) -> str:
    """Write text so that just that text is seen; a line feed is a break, an empty line begins a paragraph."""
    written = write(text).replace("\t", " ").strip()
    paragraphs = ([each.strip() for each in part.split("\n")] for part in PARAGRAPHS.split(written))
    first, *rest = ["\\\n".join([lines[0], *map(led, lines[1:])]) for lines in paragraphs]
    return unfolded("\n\n".join([first, *map(led, rest)]))


def led(text: str) -> str:
    """Escape what would make more of a line than text by standing at its beginning."""
    found = LEADING.match(text)
    if not found:
        return text
    at = found.end() if text[0].isdigit() else 0
    return f"{text[:at]}\\{text[at:]}"
