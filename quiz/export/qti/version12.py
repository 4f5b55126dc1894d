"""Decks as QTI 1.2, which Canvas and many other platforms import, by way of text2qti and its kind of Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from quiz.deck.model import Card, Deck, chain
from quiz.errors import QuizError
from quiz.export.amounts import Amount, digits
from quiz.export.asked import Asked, asked, mixed
from quiz.export.losses import Losses
from quiz.export.qti.archive import packed
from quiz.export.report import Report
from quiz.export.request import Request
from quiz.export.target import checked, replacing
from quiz.export.wording import name

MARKUP = re.compile(r"[&<>\"'$\\`~]")
"""What HTML makes more of than a character, and text2qti even within HTML, where it looks for formulas and code."""

DATE = re.compile(r"(?<=<imsmd:dateTime>)[0-9-]+(?=</imsmd:dateTime>)")
LONG_AGO = "1980-01-01"
"""Stands for the day of writing, which would make other bytes of the same deck every day."""

LEAST = 1e-4
"""Canvas, and so text2qti, tells no smaller numbers apart."""

ORDERS = 4
"""Options of an order that has to be asked as a choice."""


def write(decks: Sequence[Deck], out: Path, _request: Request) -> Report:
    """Write decks as one quiz; QuizError, with nothing written, for a card that asks or answers nothing."""
    target, losses = checked(out, decks), Losses()
    read = list(asked(decks, losses))
    for deck, questions in read:
        for card, each in zip(deck.cards, questions, strict=True):
            untold(card, deck, each, losses)
    written = sum(len(questions) for _, questions in read)
    if not written:
        raise QuizError.at(str(out), "there are no cards to write", "name a deck that has some")
    made = zipped("\n".join(lines(read)) + "\n", out)
    with replacing(target, out) as file:
        file.write(made)
    return Report(cards=written, files=(out,), warnings=losses.problems())


def zipped(text: str, out: Path) -> bytes:
    """Let text2qti make the package of its Markdown, and pack it anew with fixed times."""
    from text2qti.config import Config
    from text2qti.err import Text2qtiError
    from text2qti.qti import QTI
    from text2qti.quiz import Quiz

    try:
        made = QTI(Quiz(text, config=Config())).zip_bytes()
    except Text2qtiError as error:
        message = " ".join(str(error).split())
        raise QuizError.at(str(out), f"text2qti cannot write it: {message}", "try --format qti3") from error
    with ZipFile(BytesIO(made)) as archive:
        files = {each: archive.read(each) for each in archive.namelist()}
    manifest = files["imsmanifest.xml"].decode()
    files["imsmanifest.xml"] = DATE.sub(LONG_AGO, manifest).encode()
    return packed(files)


def lines(read: Sequence[tuple[Deck, Sequence[Asked]]]) -> Iterator[str]:
    """Write decks as text2qti reads them: one quiz, in which each of several decks stands under its title."""
    titles = [name(deck.title) or "Untitled" for deck, _ in read]
    late = any(each.late for _, questions in read for each in questions)
    yield f"Quiz title: {name(', '.join(titles), 200)}"
    yield f"shuffle answers: {'false' if late else 'true'}"
    seen: dict[str, int] = {}
    for title, (_, questions) in zip(titles, read, strict=True):
        if len(titles) > 1:
            yield from ["", f"Text title: {title}", f"Text: {marked(title)}"]
        for each in questions:
            prompt = asking(each)
            seen[prompt] = seen.get(prompt, 0) + 1
            yield from ["", f"Title: {name(each.prompt)}", f"1.  {marked(prompt, apart(seen[prompt] - 1))}"]
            if each.told:
                yield "... " + marked("\n".join(each.told))
            yield from answers(each)


def apart(before: int) -> str:
    """Tell questions of one wording apart, of which text2qti refuses the second, by blanks written in two ways."""
    return "".join("&#x20;" if digit == "1" else "&#32;" for digit in f"{before:b}") if before else ""


def asking(each: Asked) -> str:
    """Write what is asked, with the unit of a number."""
    unit = f" ({each.amount.unit})" if each.amount and each.amount.unit and plain(each.amount) else ""
    return each.prompt + unit


def answers(each: Asked) -> Iterator[str]:
    """Write the answers."""
    if each.form == "choice":
        yield from (option(text, right=text == each.answer) for text in each.options)
    elif each.form == "truefalse":
        # By these very words text2qti knows true or false.
        yield from (f"{'*' * (each.true == (text == 'True'))}a)  {text}" for text in ("True", "False"))
    elif each.form == "order":
        yield from (option(text, right=text == chain(each.items)) for text in orders(each))
    elif each.amount and plain(each.amount):
        yield f"=   {digits(each.amount.value)} +- {digits(each.amount.margin)}"
    else:
        yield from (f"*   {text}" for text in each.right)


def option(text: str, *, right: bool) -> str:
    """Write one option of a choice."""
    return f"{'*' * right}a)  {marked(text)}"


def orders(each: Asked) -> tuple[str, ...]:
    """Offer the right order among others, in each of which two neighbours have changed places."""
    found = [chain(each.items)]
    for at in range(len(each.items) - 1):
        items = list(each.items)
        items[at : at + 2] = items[at + 1], items[at]
        found.append(chain(items))
    return mixed(each.key, found[:ORDERS])


def plain(amount: Amount) -> bool:
    """Whether Canvas can tell a number from those that are wrong."""
    low, high = amount.value - amount.margin, amount.value + amount.margin
    return min(abs(low), abs(high), amount.margin) >= LEAST and round(amount.value, 4) == amount.value


def marked(text: str, behind: str = "") -> str:
    """Write text as a paragraph of HTML, which Markdown passes over, that shows just that text."""
    shown = MARKUP.sub(lambda found: f"&#{ord(found[0])};", text).replace("\n", "<br />")
    return f"<p>{shown}{behind}</p>"


def untold(card: Card, deck: Deck, each: Asked, losses: Losses) -> None:
    """Tell what QTI 1.2 cannot say of a question."""
    if each.form == "order":
        losses.tell(card, deck, "an order is asked as a choice between orders: QTI 1.2 has none that platforms read")
    if each.amount and not plain(each.amount):
        losses.tell(card, deck, "the tolerance is left out: Canvas takes no numbers within 0.0001 of zero")
    elif each.amount and each.amount.unit:
        losses.tell(card, deck, "the unit is named in the question: QTI 1.2 has numbers without units")
    if each.tags:
        losses.tell(card, deck, "tags are left out: QTI 1.2 has no place for them")
