"""Decks as Moodle XML, which carries all that Moodle's own question types can say."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable, Sequence
from html import escape
from pathlib import Path
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from quiz.deck.model import Card, Deck
from quiz.deck.remembered import in_passing
from quiz.export.amounts import digits
from quiz.export.asked import Asked, asked, disordered
from quiz.export.inline import MEANT, inert, marked_up, typeset
from quiz.export.losses import Losses
from quiz.export.media import PICTURE, SCRIPTABLE, SOUND, VIDEO, Carrier, Medium, Parcel, parts, plain
from quiz.export.report import Report
from quiz.export.request import Request
from quiz.export.target import checked, replacing
from quiz.export.teaching import shared, uncased, unnumbered, untaught, unweighed, weights
from quiz.export.wording import line, name

TYPES = {
    "choice": "multichoice",
    "several": "multichoice",
    "truefalse": "truefalse",
    "typed": "shortanswer",
    "number": "numerical",
    "order": "matching",
}
"""Moodle's question type for each way of asking."""

UNIT_OPTIONAL, NO_UNIT = "0", "3"
"""Whether Moodle lets a unit be typed behind a number: as `showunits` says it."""

CARRIER = Carrier((PICTURE, SOUND, VIDEO), SCRIPTABLE)

ID, TAG = 100, 50
"""Most characters of an id number and of a tag."""


def write(decks: Sequence[Deck], out: Path, _request: Request) -> Report:
    """Write decks, each as a category; QuizError, with nothing written, for a card that asks or answers nothing."""
    target, losses, written = checked(out, decks), Losses(), 0
    with replacing(target, out) as file:
        file.write(b"<?xml version='1.0' encoding='UTF-8'?>\n<quiz>\n")
        for deck, questions in asked(decks, losses, CARRIER):
            file.write(xml(opening(deck)))
            for card, each in zip(in_passing(deck.cards), questions, strict=True):
                file.write(xml(question(each)))
                untold(card, deck, each, losses)
                written += 1
        file.write(b"</quiz>\n")
    return Report(cards=written, files=(out,), warnings=losses.problems())


def xml(element: Element) -> bytes:
    """Write one element below the root, on lines of its own."""
    indent(element, level=1)
    return f"  {tostring(element, encoding='unicode')}\n".encode("utf-8", "xmlcharrefreplace")


def opening(deck: Deck) -> Element:
    """Open the category of a deck, in whose name a slash would begin another level."""
    title, made = label(deck.title) or "Untitled", Element("question", type="category")
    SubElement(SubElement(made, "category"), "text").text = "$course$/top/" + title.replace("/", "//")
    return made


def question(each: Asked) -> Element:
    """Write one question."""
    made = Element("question", type=TYPES[each.form])
    SubElement(SubElement(made, "name"), "text").text = label(plain(each.prompt, each.media))
    rich(made, "questiontext", [each.posed], each)
    rich(made, "generalfeedback", each.told, each)
    SubElement(made, "defaultgrade").text = each.points or "1"
    SubElement(made, "penalty").text = "1" if each.form == "truefalse" else "0.3333333"
    SubElement(made, "hidden").text = "0"
    SubElement(made, "idnumber").text = each.key if len(each.key) <= ID else ""
    BODIES[each.form](made, each)
    if each.hint and each.form != "truefalse":
        rich(made, "hint", [each.hint], each)
    if each.labels:
        tags = SubElement(made, "tags")
        for tag in each.labels:
            SubElement(SubElement(tags, "tag"), "text").text = label(tag, TAG)
    return made


def choice(question: Element, each: Asked) -> None:
    """Add the options of a choice, of which one counts in full, or each right one its share."""
    SubElement(question, "single").text = "false" if each.form == "several" else "true"
    SubElement(question, "shuffleanswers").text = "false" if each.late else "true"
    SubElement(question, "answernumbering").text = "abc"
    for part in ("correctfeedback", "partiallycorrectfeedback", "incorrectfeedback"):
        rich(question, part, [])
    right, wrong = weights(each) if each.form == "several" else ("100", "0")
    for text in each.options:
        added = rich(question, "answer", [text], each, fraction=right if text in each.ticked else wrong)
        if each.why(text):
            rich(added, "feedback", [each.why(text)], each)


def truefalse(question: Element, each: Asked) -> None:
    """Add true and false, which Moodle knows by these words."""
    for text in ("true", "false"):
        answer(question, text, "100" if each.true == (text == "true") else "0")


def typed(question: Element, each: Asked) -> None:
    """Add every answer that counts; case does not, but in maths and code; a bare asterisk would stand for any text."""
    SubElement(question, "usecase").text = f"{each.exact:d}"
    for text in each.right:
        answer(question, plain(text, each.media).replace("*", "\\*"), "100")


def number(question: Element, each: Asked) -> None:
    """Add each number that is right with its tolerance, and its unit, which may be typed or left out."""
    if each.amount is None:
        return
    for amount in each.amounts:
        counted = answer(question, digits(amount.value), "100")
        SubElement(counted, "tolerance").text = digits(amount.margin)
    if each.amount.unit:
        unit = SubElement(SubElement(question, "units"), "unit")
        SubElement(unit, "multiplier").text = "1"
        SubElement(unit, "unit_name").text = each.amount.unit
    SubElement(question, "unitgradingtype").text = "0"
    SubElement(question, "unitpenalty").text = "0.1"
    SubElement(question, "showunits").text = UNIT_OPTIONAL if each.amount.unit else NO_UNIT
    SubElement(question, "unitsleft").text = "1" if each.amount.unit in set("$€£¥₽") | {"US$"} else "0"


def order(question: Element, each: Asked) -> None:
    """Add items to be matched with their places: no type of every Moodle orders."""
    SubElement(question, "shuffleanswers").text = "true"
    for part in ("correctfeedback", "partiallycorrectfeedback", "incorrectfeedback"):
        rich(question, part, [])
    for text in disordered(each.key, each.items):
        pair = rich(question, "subquestion", [text], each)
        SubElement(SubElement(pair, "answer"), "text").text = str(each.items.index(text) + 1)


BODIES = {"choice": choice, "several": choice, "truefalse": truefalse, "typed": typed, "number": number, "order": order}


def rich(parent: Element, tag: str, texts: Iterable[str], each: Asked | None = None, **attributes: str) -> Element:
    """Add texts of a question as HTML that shows just them, with the files of their media; several are paragraphs."""
    parcel = Parcel()
    lines = [written(text, each, parcel) for text in texts] if each else []
    added = SubElement(parent, tag, attributes | {"format": "html"})
    SubElement(added, "text").text = lines[0] if len(lines) == 1 else "".join(map(paragraph, lines))
    for named, data in parcel.files.items():
        file = SubElement(added, "file", name=named, path="/", encoding="base64")
        file.text = b64encode(data).decode()
    return added


def paragraph(html: str) -> str:
    """Put a text apart from others."""
    name = "div" if "<pre>" in html else "p"
    return f"<{name}>{html}</{name}>"


def written(text: str, each: Asked, parcel: Parcel) -> str:
    """Write a text of a question as HTML, formulas for the filter of Moodle that sets them."""

    def letters(inner: str) -> str:
        return "".join(shown(part, parcel) for part in parts(inner, each.media))

    return marked_up(each.runs(text), letters, lambda run: typeset(run, letters), MEANT)


def shown(part: str | Medium, parcel: Parcel) -> str:
    """Write text, or a picture or sound by the place at which Moodle keeps the files of a text, as HTML."""
    if isinstance(part, str):
        return inert(part)
    address, said = f"@@PLUGINFILE@@/{parcel.add(part)}", escape(line(part.reference.alt))
    if part.sort == PICTURE:
        return f'<img src="{address}" alt="{said}">'
    kind = "audio" if part.sort == SOUND else "video"
    return f'<{kind} controls="controls"><source src="{address}">{said or escape(part.reference.name)}</{kind}>'


def answer(parent: Element, text: str, fraction: str) -> Element:
    """Add an answer that Moodle compares with what was typed."""
    added = SubElement(parent, "answer", fraction=fraction, format="moodle_auto_format")
    SubElement(added, "text").text = text
    return added


def label(text: str, most: int = 80) -> str:
    """Name a question, category or tag; Moodle takes a `<` in a name for a tag of HTML, and drops the rest."""
    return name(line(text).replace("<", "‹").replace(">", "›"), most)


def untold(card: Card, deck: Deck, each: Asked, losses: Losses) -> None:
    """Tell what Moodle cannot say of a question."""
    if each.form == "order":
        losses.tell(card, deck, "an order is asked as items to be matched with 1, 2, 3 ...: Moodle XML has no ordering")
    if len(each.key) > ID:
        losses.tell(card, deck, f"the card's id is left out: Moodle keeps {ID} characters")
    unweighed(card, deck, each, losses)
    if not each.exact:
        uncased(card, deck, each, losses, "Moodle")
    unnumbered(card, deck, each, losses)
    hinted = ("hint",) if each.form != "truefalse" else ()
    untaught(card, deck, each, losses, "Moodle", ("feedback", "points", "difficulty", *hinted, *shared(each)))
