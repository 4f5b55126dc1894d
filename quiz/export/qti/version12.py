"""Decks as QTI 1.2, which Canvas and many other platforms import, by way of text2qti and its kind of Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from urllib.parse import quote
from zipfile import ZipFile

from quiz.deck.marks.runs import MATHS, Run
from quiz.deck.model import THEN, Card, Deck
from quiz.errors import QuizError
from quiz.export.amounts import Amount, digits
from quiz.export.asked import Asked, asked, mixed
from quiz.export.inline import MEANT
from quiz.export.losses import Losses
from quiz.export.media import NONE, PICTURE, Carrier, Medium, Parcel, parts, plain
from quiz.export.qti.archive import packed
from quiz.export.qti.texts import Shelf, unbroken
from quiz.export.report import Report
from quiz.export.request import Request
from quiz.export.target import checked, replacing
from quiz.export.teaching import uncased, unnumbered, untaught
from quiz.export.wording import line, name

MARKUP = re.compile(r"[&<>\"'$\\`~]")
"""What HTML makes more of than a character, and text2qti even within HTML, where it looks for formulas and code."""

DATE = re.compile(r"(?<=<imsmd:dateTime>)[0-9-]+(?=</imsmd:dateTime>)")
LONG_AGO = "1980-01-01"
"""Stands for the day of writing, which would make other bytes of the same deck every day."""

LEAST = 1e-4
"""Canvas, and so text2qti, tells no smaller numbers apart."""

CARRIER = Carrier((PICTURE,), "Canvas imports pictures alone (PNG, JPEG, GIF, WebP)")
RESOURCE = (
    '    <resource identifier="quiz_{0}" type="webcontent" href="{0}">\n      <file href="{0}"/>\n    </resource>\n'
)
"""How the manifest names a file, as text2qti writes it."""

EQUATION = (
    '<img class="equation_image" title="{1}" src="/equation_images/{0}?scale=1" alt="LaTeX: {1}"'
    ' data-equation-content="{1}" data-ignore-a11y-check="" />'
)

ORDERS = 4
"""Options of an order that has to be asked as a choice."""


def write(decks: Sequence[Deck], out: Path, _request: Request) -> Report:
    """Write decks as one quiz; QuizError, with nothing written, for a card that asks or answers nothing."""
    target, losses = checked(out, decks), Losses()
    read = list(asked(decks, losses, CARRIER))
    for deck, questions in read:
        for card, each in zip(deck.cards, questions, strict=True):
            untold(card, deck, each, losses)
    written = sum(len(questions) for _, questions in read)
    if not written:
        raise QuizError.at(str(out), "there are no cards to write", "name a deck that has some")
    parcel = Parcel()
    text = "\n".join(lines(read, parcel)) + "\n"
    made = zipped(text, out, parcel.files)
    with replacing(target, out) as file:
        file.write(made)
    return Report(cards=written, files=(out,), warnings=losses.problems())


def zipped(text: str, out: Path, pictures: Mapping[str, bytes] | None = None) -> bytes:
    """Let text2qti make the package of its Markdown, and pack it anew with fixed times and these pictures."""
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
    media = {f"images/{named}": data for named, data in (pictures or {}).items()}
    manifest = manifest.replace("  </resources>", "".join(map(RESOURCE.format, media)) + "  </resources>")
    files["imsmanifest.xml"] = DATE.sub(LONG_AGO, manifest).encode()
    files |= media
    return packed(files)


def lines(read: Sequence[tuple[Deck, Sequence[Asked]]], parcel: Parcel) -> Iterator[str]:
    """Write decks as text2qti reads them: one quiz, in which each of several decks stands under its title."""
    titles = [name(deck.title) or "Untitled" for deck, _ in read]
    late = any(each.late for _, questions in read for each in questions)
    yield f"Quiz title: {name(', '.join(titles), 200)}"
    yield f"shuffle answers: {'false' if late else 'true'}"
    seen: dict[str, int] = {}
    for title, (_, questions) in zip(titles, read, strict=True):
        if len(titles) > 1:
            yield from ["", f"Text title: {title}", f"Text: {marked([Run(title)], Shelf(NONE, parcel))}"]
        for each in questions:
            prompt = asking(each)
            seen[prompt] = seen.get(prompt, 0) + 1
            shelf = Shelf(each.media, parcel)
            heading = name(plain(each.prompt, each.media))
            points = [f"Points: {halves(each.points)}"] if each.points else []
            yield from [
                "",
                f"Title: {heading}",
                *points,
                f"1.  {marked(each.runs(prompt), shelf, apart(seen[prompt] - 1))}",
            ]
            if each.told:
                yield "... " + marked(chained(map(each.runs, each.told), "\n"), shelf)
            yield from answers(each, shelf)


def apart(before: int) -> str:
    """Tell questions of one wording apart, of which text2qti refuses the second, by blanks written in two ways."""
    return "".join("&#x20;" if digit == "1" else "&#32;" for digit in f"{before:b}") if before else ""


def asking(each: Asked) -> str:
    """Write what is asked, with the unit of a number."""
    unit = f" ({each.amount.unit})" if each.amount and each.amount.unit and told_apart(each.amount) else ""
    return each.posed + unit


def chained(texts: Iterable[Sequence[Run]], between: str) -> list[Run]:
    """Put texts one behind the other."""
    found = [run for text in texts for run in (Run(between), *text)]
    return found[1:]


def halves(points: str) -> str:
    """Write points as text2qti takes them: whole or half ones, and one half at least."""
    return digits(Decimal(max(1, round(Decimal(points) * 2))) / 2)


def answers(each: Asked, shelf: Shelf) -> Iterator[str]:
    """Write the answers."""
    if each.form in ("choice", "several"):
        for text in each.options:
            yield option(each.runs(text), shelf, right=text in each.ticked, several=each.form == "several")
            yield from ["... " + marked(each.runs(each.why(text)), shelf)] if each.why(text) else []
    elif each.form == "truefalse":
        # By these very words text2qti knows true or false.
        yield from (f"{'*' * (each.true == (text == 'True'))}a)  {text}" for text in ("True", "False"))
    elif each.form == "order":
        for items in orders(each):
            yield option(chained(map(each.runs, items), THEN), shelf, right=items == each.items)
    elif each.amount and told_apart(each.amount):
        yield f"=   {digits(each.amount.value)} +- {digits(each.amount.margin)}"
    else:
        yield from (f"*   {plain(text, each.media)}" for text in each.right)


def option(found: Sequence[Run], shelf: Shelf, *, right: bool, several: bool = False) -> str:
    """Write one option of a choice, or one of those of which several are to be ticked."""
    if several:
        return f"[{'*' * right}] {marked(found, shelf)}"
    return f"{'*' * right}a)  {marked(found, shelf)}"


def orders(each: Asked) -> Iterator[tuple[str, ...]]:
    """Offer the right order among others, in each of which two neighbours have changed places."""
    found = {THEN.join(each.items): each.items}
    for at in range(min(len(each.items), ORDERS) - 1):
        items = list(each.items)
        items[at : at + 2] = items[at + 1], items[at]
        found.setdefault(THEN.join(items), tuple(items))
    return (found[text] for text in mixed(each.key, found))


def told_apart(amount: Amount) -> bool:
    """Whether Canvas can tell a number from those that are wrong."""
    low, high = amount.value - amount.margin, amount.value + amount.margin
    return min(abs(low), abs(high), amount.margin) >= LEAST and round(amount.value, 4) == amount.value


def marked(found: Sequence[Run], shelf: Shelf, behind: str = "") -> str:
    """Write text as a paragraph of HTML, which Markdown passes over, that shows just that text and its pictures."""
    name = "div" if any(run.sort == "block" for run in found) else "p"
    return f"<{name}>{''.join(looking(run, shelf) for run in unbroken(found, ('block',)))}{behind}</{name}>"


def looking(run: Run, shelf: Shelf) -> str:
    """Write text of one look as HTML."""
    if run.sort in MATHS:
        html = equation(run.text)
    elif run.sort in ("code", "block"):
        html = escaped(run.text, feed="&#10;")
    else:
        html = "".join(
            escaped(part) if isinstance(part, str) else pictured(part, shelf.parcel.add(part))
            for part in parts(run.text, shelf.media)
        )
    for tag in MEANT.around(run) if html else ():
        html = f"<{tag}>{html}</{tag}>"
    return html


def equation(tex: str) -> str:
    """Write a formula as Canvas keeps those of its own editor: it sets them, and asks for addresses escaped twice."""
    address, said = quote(quote(tex, safe=""), safe=""), escaped(" ".join(tex.split()))
    return EQUATION.format(address, said)


def escaped(text: str, feed: str = "<br />") -> str:
    """Write text as HTML that shows just that text."""
    return MARKUP.sub(lambda found: f"&#{ord(found[0])};", text).replace("\n", feed)


def pictured(medium: Medium, named: str) -> str:
    """Write a picture, by the place at which Canvas keeps the files of a package."""
    return f'<img src="%24IMS-CC-FILEBASE%24/images/{named}" alt="{escaped(line(medium.reference.alt))}" />'


def untold(card: Card, deck: Deck, each: Asked, losses: Losses) -> None:
    """Tell what QTI 1.2 cannot say of a question."""
    if each.form == "order":
        losses.tell(card, deck, "an order is asked as a choice between orders: QTI 1.2 has none that platforms read")
    if each.amount and card.tolerance and not told_apart(each.amount):
        losses.tell(card, deck, "the tolerance is left out: Canvas takes no numbers within 0.0001 of zero")
    elif each.amount and each.amount.unit and told_apart(each.amount):
        losses.tell(card, deck, "the unit is named in the question: QTI 1.2 has numbers without units")
    if each.amount and told_apart(each.amount) and len(each.amounts) > 1:
        losses.tell(
            card, deck, "a number with a point that may stand between thousands is a fraction: text2qti has one"
        )
    if each.tags:
        losses.tell(card, deck, "tags are left out: QTI 1.2 has no place for them")
    if each.points and Decimal(halves(each.points)) != Decimal(each.points):
        losses.tell(card, deck, "points are rounded to halves: text2qti writes no others")
    uncased(card, deck, each, losses, "QTI 1.2")
    if not each.amount or told_apart(each.amount):
        unnumbered(card, deck, each, losses)
    untaught(card, deck, each, losses, "QTI 1.2", ("feedback", "points"))
